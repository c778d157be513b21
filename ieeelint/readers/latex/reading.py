"""From a path to a paper: the walk set up, run, and its results tied together."""

from __future__ import annotations

import os
from bisect import bisect_left

from ieeelint.paper.model import Paper
from ieeelint.paper.source import Source, Span
from ieeelint.paper.text import Text
from ieeelint.readers import ReadError
from ieeelint.readers.latex import (  # noqa: F401  (handlers register on import)
    acronyms,
    citations,
    conditionals,
    floats,
    formulas,
    front_matter,
    includes,
    inline,
    preamble,
    project,
    structure,
    tables,
)
from ieeelint.readers.latex.acronyms import declared_acronyms
from ieeelint.readers.latex.macros import read_group, read_option
from ieeelint.readers.latex.tokens import Stream
from ieeelint.readers.latex.walk import Walker
from ieeelint.readers.passages import assemble
from ieeelint.views.draft import Draft
from ieeelint.views.latex import Argument, Command, Environment, LatexView


class ProjectView(LatexView):
    """The view over the streams of a walk; uses of commands are gathered at the first question."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[tuple[Stream, int, int]] = []
        self.dead: dict[int, list[tuple[int, int]]] = {}
        self.defining: dict[int, list[tuple[int, int]]] = {}
        self._uses: dict[str, list[tuple[tuple[int, ...], Stream, int]]] | None = None
        self._environments: dict[str, list[Environment]] | None = None
        self._answers: dict[tuple[str, ...], list[Command]] = {}

    def _gather(self) -> dict[str, list[tuple[tuple[int, ...], Stream, int]]]:
        if self._uses is None:
            uses: dict[str, list[tuple[tuple[int, ...], Stream, int]]] = {}
            for stream, first, last in self.files:
                dead = sorted(self.dead.get(id(stream), ()))
                at = first
                tokens = stream.tokens
                for start, end in [*dead, (last, last)]:
                    for index in range(at, min(start, last)):
                        token = tokens[index]
                        if token[0] == "\\":
                            uses.setdefault(token[1:], []).append(
                                ((*stream.order, stream.starts[index]), stream, index)
                            )
                    at = max(at, end)
            for found in uses.values():
                found.sort(key=lambda use: use[0])
            self._uses = uses
        return self._uses

    def commands(self, *names: str) -> list[Command]:
        answer = self._answers.get(names)
        if answer is None:
            uses = self._gather()
            found = [(use, name) for name in names for use in uses.get(name, ())]
            if len(names) > 1:
                found.sort(key=lambda pair: pair[0][0])
            answer = [self._command(name, *use) for use, name in found]
            self._answers[names] = answer
        return answer

    def _command(self, name: str, order: tuple[int, ...], stream: Stream, index: int) -> Command:
        at = index + 1
        arguments: list[Argument] = []
        last = len(stream.tokens)
        while len(arguments) < 9:
            option, after = read_option(stream, at, last)
            if option is not None:
                arguments.append(Argument(option.text, option.span, True))
                at = after
                continue
            if stream.tokens[at : at + 1] == ["{"] or (
                arguments == []
                and at < last
                and stream.tokens[at : at + 2][1:] == ["{"]
                and stream.tokens[at].isspace()
            ):
                group, after = read_group(stream, at, last)
                if group is not None:
                    arguments.append(Argument(group.text, group.span, False))
                    at = after
                    continue
            break
        bodies = self.defining.get(id(stream), [])
        last_body = bodies[bisect_left(bodies, (index, 0)) - 1] if bodies else (0, 0)
        defined = last_body[0] < index < last_body[1]
        span = stream.span(index, at)
        before = self.document_span is None or (
            stream.source is self.document_span.source
            and not stream.order
            and span.start < self.document_span.start
        )
        return Command(name, span, stream.span(index, index + 1), arguments, before, defined, order)

    def environments(self, *names: str) -> list[Environment]:
        if self._environments is None:
            self._environments = self._pair()
        found = [item for name in names for item in self._environments.get(name, ())]
        return sorted(found, key=lambda item: item.order)

    def _pair(self) -> dict[str, list[Environment]]:
        """Match each ``\\begin`` with its ``\\end``."""
        paired: dict[str, list[Environment]] = {}
        open_ones: dict[int, list[tuple[str, tuple[int, ...], Span, int]]] = {}
        edges = [(use, True) for use in self._gather().get("begin", ())]
        edges += [(use, False) for use in self._gather().get("end", ())]
        edges.sort(key=lambda edge: edge[0][0])
        for (order, stream, index), opens in edges:
            group, after = read_group(stream, index + 1, len(stream.tokens))
            if group is None:
                continue
            name = group.text.strip()
            stack = open_ones.setdefault(id(stream), [])
            if opens:
                stack.append((name, order, stream.span(index, after), after))
                continue
            for depth in range(len(stack) - 1, max(len(stack) - 40, -1), -1):
                if stack[depth][0] == name:
                    _, began, begin, inside = stack[depth]
                    del stack[depth:]
                    whole = Span(stream.source, begin.start, stream.starts[after])
                    item = Environment(name, whole, begin, stream.span(inside, index), began)
                    paired.setdefault(name, []).append(item)
                    break
        return paired


def read(path: str, *, text: str | None = None) -> Draft:
    """Read the LaTeX document at ``path`` with all it includes.

    ``text`` stands in for the file's content (standard input, an editor's
    buffer); then ``path`` need not exist, and files it includes are looked for
    beside it.  Raises :class:`~ieeelint.readers.ReadError` when the root
    itself cannot be read; whatever else is wrong is in ``paper.problems``.
    """
    shown = path.replace(os.sep, "/")
    source = project.load(path, shown) if text is None else Source(shown, text)
    folder = os.path.dirname(path) or "."
    if text is not None and not os.path.isdir(folder):
        folder = ""
    paper = Paper(source, "latex")
    view = ProjectView()
    walker = Walker(paper, view, folder)
    stream = walker.file_stream(source, ())
    citations.look_ahead(walker, source.text)
    view.files, view.dead, view.defining = walker.files, walker.dead, walker.defining
    walker.silent = (
        "\\documentclass" in source.text
        or "\\begin{document}" in source.text
        or "\\documentstyle" in source.text
    )
    paper.is_fragment = not walker.silent
    walker.open_files.append(os.path.normpath(path))
    walker.push(stream, 0, len(stream.tokens), None, 0)
    walker.run()
    walker.close_scopes(1)
    citations.read_databases(walker)
    _read_compiled_list(walker, path)
    for found in paper.cross_references:
        label = paper.labels.get(found.keys[0][0]) if found.keys else None
        if label is not None and found.kind != "page":
            found.kind = label.kind
    _tie(paper, walker)
    view.comments = [
        stream.span(index, index + 1)
        for stream, first, last in walker.files
        for index in range(first, last)
        if stream.tokens[index][0] == "%"
    ]
    from ieeelint.paper.language import language_of_babel, language_of_text

    options = [walker.babel_language] if walker.babel_language else []
    paper.language = language_of_babel(options) or language_of_text(paper.text.plain)
    paper.declared_acronyms = declared_acronyms(view, paper.sources)
    return Draft(paper, latex=view)


def _read_compiled_list(walker: Walker, path: str) -> None:
    """Read the ``.bbl`` when the database itself is not there."""
    compiled = citations.compiled_list(walker, path) if walker.folder else None
    if compiled is None:
        return
    try:
        source = project.load(compiled, compiled.replace(os.sep, "/"))
    except ReadError:
        return
    walker.paper.sources.append(source)
    walker.silent = False
    stream = walker.file_stream(source, (len(walker.paper.root.text),))
    walker.files.pop()
    walker.push(stream, 0, len(stream.tokens), None, 0)
    walker.run()
    walker.close_scopes(1)
    if walker.paper.references:
        walker.paper.bibliography.database_keys = {entry.key for entry in walker.paper.references}


def _tie(paper: Paper, walker: Walker) -> None:
    """Join the passages and drop what turned out empty."""
    paper.text, paper.passages = assemble(walker.builders)
    kept = set(map(id, paper.passages))
    paper.paragraphs = [item for item in paper.paragraphs if id(item.passage) in kept]
    for item in paper.paragraphs:
        item.span = item.passage.span
    empty = Text("", [(0, paper.root, 0, 0)], [])
    for builder in walker.builders:
        passage = builder.passage
        if id(passage) not in kept:
            passage.text = empty
            passage.span = Span(paper.root, 0, 0)
    if not paper.text.segments:
        paper.text = empty
    for caption in [c for f in paper.floats for c in (*f.captions, *f.sub_captions)]:
        if id(caption.passage) not in kept:
            caption.passage.span = caption.span
    for heading in paper.headings:
        if id(heading.passage) not in kept:
            heading.passage.span = heading.span
