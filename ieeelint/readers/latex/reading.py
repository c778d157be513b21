"""From a path to a paper: sets up the walk, runs it, and joins its results."""

from __future__ import annotations

import os
import re
from bisect import bisect_left

from ieeelint import inputs
from ieeelint.paper.model import Paper
from ieeelint.paper.source import Source, Span
from ieeelint.patterns import pattern
from ieeelint.readers.errors import ReadError
from ieeelint.readers.latex import (  # noqa: F401  (handlers register on import)
    acronyms,
    authors,
    bibliography,
    branches,
    characters,
    citations,
    conditionals,
    cross_references,
    floats,
    formulas,
    front_matter,
    graphics,
    includes,
    inline,
    label_kinds,
    labels,
    languages,
    loops,
    notes,
    own_environments,
    preamble,
    project,
    quantities,
    quotations,
    structure,
    tables,
    theorems,
    unknown,
)
from ieeelint.readers.latex.acronyms import declared_acronyms
from ieeelint.readers.latex.lists import without_comments
from ieeelint.readers.latex.macros import read_group, read_option
from ieeelint.readers.latex.state import TokenLog
from ieeelint.readers.latex.style_files import loads_in, style_texts
from ieeelint.readers.latex.walk import Walker
from ieeelint.readers.passages import tie
from ieeelint.views.draft import Draft
from ieeelint.views.latex import Argument, Command, Environment, LatexView, SourceTokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.tokens import Stream


class ProjectView(LatexView):
    """The view of the streams of a walk; the uses of commands are collected on first use."""

    def __init__(self, log: TokenLog, folder: str) -> None:
        super().__init__()
        self.log = log
        self._folder = folder
        self._style_texts: dict[str, str] | None = None
        self._uses: dict[str, list[tuple[tuple[int, ...], Stream, int]]] | None = None
        self._environments: dict[str, list[Environment]] | None = None
        self._by_names: dict[tuple[str, ...], list[Command]] = {}

    def _gather(self) -> dict[str, list[tuple[tuple[int, ...], Stream, int]]]:
        if self._uses is None:
            uses: dict[str, list[tuple[tuple[int, ...], Stream, int]]] = {}
            for stream, first, last in self.log.files:
                dead = sorted(self.log.dead.get(stream, ()))
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
            for places in uses.values():
                places.sort(key=lambda use: use[0])
            self._uses = uses
        return self._uses

    def commands(self, *names: str) -> list[Command]:
        commands = self._by_names.get(names)
        if commands is None:
            uses = self._gather()
            matches = [(use, name) for name in names for use in uses.get(name, ())]
            if len(names) > 1:
                matches.sort(key=lambda pair: pair[0][0])
            commands = [self._command(name, *use) for use, name in matches]
            self._by_names[names] = commands
        return commands

    def _command(self, name: str, order: tuple[int, ...], stream: Stream, index: int) -> Command:
        at = index + 1
        arguments: list[Argument] = []
        last = len(stream.tokens)
        while len(arguments) < 9:
            option, after = read_option(stream, at, last)
            if option is not None:
                arguments.append(Argument(without_comments(option.text), option.span, True))
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
                    arguments.append(Argument(without_comments(group.text), group.span, False))
                    at = after
                    continue
            break
        bodies = self.log.bodies.get(stream, [])
        last_body = bodies[bisect_left(bodies, (index, 0)) - 1] if bodies else (0, 0)
        defined = last_body[0] < index < last_body[1]
        span = stream.span(index, at)
        before = self.document_span is None or (
            stream.source is self.document_span.source
            and not stream.order
            and span.start < self.document_span.start
        )
        return Command(name, span, stream.span(index, index + 1), arguments, before, defined, order)

    def mentions(self, *names: str) -> bool:
        uses = self._gather()
        if any(name in uses for name in names) or self.environments(*names):
            return True
        built = ["csname " + name for name in names] if "csname" in uses else []
        if any(one in stream.source.text for stream, _, _ in self.log.files for one in built):
            return True
        words = "|".join(map(re.escape, names))
        mention = pattern(rf"(?:\\|csname |begin\{{)(?:{words})(?![a-zA-Z@])")
        return any(map(mention.search, self._styles().values()))

    def loads_of_styles(self) -> frozenset[str]:
        return frozenset(
            name
            for text in self._styles().values()
            for _, names in loads_in(text)
            for name in names
        )

    def _styles(self) -> dict[str, str]:
        """The text of each class and style file in the folder of the draft."""
        if self._style_texts is None:
            texts = (
                style_texts(self._folder, self.class_name, self.packages) if self._folder else {}
            )
            self._style_texts = texts
        return self._style_texts

    def tokens_of(self, source: Source) -> SourceTokens | None:
        for stream, _, _ in self.log.files:
            if stream.source is source:
                return SourceTokens(stream.tokens, stream.starts, stream.closers, stream.brackets)
        return None

    def environments(self, *names: str) -> list[Environment]:
        if self._environments is None:
            self._environments = self._pair()
        environments = [item for name in names for item in self._environments.get(name, ())]
        return sorted(environments, key=lambda item: item.order)

    def _pair(self) -> dict[str, list[Environment]]:
        """Match each ``\\begin`` with its ``\\end``."""
        paired: dict[str, list[Environment]] = {}
        open_environments: dict[int, list[tuple[str, tuple[int, ...], Span, int]]] = {}
        edges = [(use, True) for use in self._gather().get("begin", ())]
        edges += [(use, False) for use in self._gather().get("end", ())]
        edges.sort(key=lambda edge: edge[0][0])
        for (order, stream, index), opens in edges:
            group, after = read_group(stream, index + 1, len(stream.tokens))
            if group is None:
                continue
            name = without_comments(group.text).strip()
            stack = open_environments.setdefault(id(stream), [])
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
    """Read the LaTeX document at ``path`` with everything it includes.

    ``text`` replaces the content of the file (standard input, an editor's buffer); ``path`` then
    need not exist, and included files are searched in its folder.  Raises
    :class:`~ieeelint.readers.errors.ReadError` when the root itself cannot be read; other problems
    are in ``paper.problems``.
    """
    shown = path.replace(os.sep, "/")
    source = project.load(path, shown) if text is None else Source(shown, text)
    folder = os.path.dirname(path) or "."
    if text is not None and not inputs.is_folder(folder):
        folder = ""
    paper = Paper(source, "latex")
    log = TokenLog()
    view = ProjectView(log, folder)
    walker = Walker(paper, view, log, folder)
    stream = walker.file_stream(source, ())
    label_kinds.look_ahead(walker, stream)
    walker.silent = (
        "\\documentclass" in source.text
        or "\\begin{document}" in source.text
        or "\\documentstyle" in source.text
    )
    paper.is_fragment = not walker.silent
    walker.project.open.append(os.path.normpath(path))
    walker.push(stream, 0, len(stream.tokens), None, 0)
    walker.run()
    walker.close_scopes(1)
    bibliography.read_databases(walker)
    _read_compiled_list(walker, path)
    for reference in paper.cross_references:
        label = paper.labels.get(reference.keys[0][0]) if reference.keys else None
        if label is not None and reference.kind != "page":
            reference.kind = label.kind
    _tie(paper, walker)
    view.comments = [
        stream.span(index, index + 1)
        for stream, first, last in walker.log.files
        for index in range(first, last)
        if stream.tokens[index][0] == "%"
    ]
    from ieeelint.paper.language import language_of

    paper.language = language_of(paper, walker.front.language)
    paper.declared_acronyms = declared_acronyms(view, paper.sources)
    return Draft(paper, latex=view)


def _read_compiled_list(walker: Walker, path: str) -> None:
    """Read the ``.bbl`` if the database itself is missing."""
    compiled = bibliography.compiled_list(walker, path) if walker.project.folder else None
    if compiled is None:
        return
    try:
        source = project.load(compiled, compiled.replace(os.sep, "/"))
    except ReadError:
        return
    walker.paper.sources.append(source)
    walker.silent = False
    stream = walker.file_stream(source, (len(walker.paper.root.text),))
    walker.log.files.pop()  # rules about the source do not see the compiled list
    walker.push(stream, 0, len(stream.tokens), None, 0)
    walker.run()
    walker.close_scopes(1)
    if walker.paper.references:
        walker.paper.bibliography.database_keys = {entry.key for entry in walker.paper.references}


def _tie(paper: Paper, walker: Walker) -> None:
    """Join the passages, and drop paragraphs without words."""
    tie(paper, walker.builders)
    kept = set(map(id, paper.passages))
    paper.paragraphs = [item for item in paper.paragraphs if id(item.passage) in kept]
    for item in paper.paragraphs:
        item.span = item.passage.span
