"""``\\input`` and similar commands: continue in another file, but never outside the project."""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.paper.source import Span
from ieeelint.paper.text import OBJECT
from ieeelint.patterns import pattern
from ieeelint.readers.errors import ReadError
from ieeelint.readers.latex import project, signatures
from ieeelint.readers.latex.graphics import add_graphic
from ieeelint.readers.latex.label_kinds import look_ahead
from ieeelint.readers.latex.registry import command
from ieeelint.views.file_names import other_case

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Source
    from ieeelint.readers.latex.frames import Frame
    from ieeelint.readers.latex.tokens import Stream
    from ieeelint.readers.latex.walk import Walker

MOST_FILES = 2000
ENDINGS = (".tex", "")
LONGEST_NAME = 40  # tokens
BARE_NAME = r'\s*(?:"([^"\r\n]{1,200})"|([^\s"\\{}\[\]$&%]{1,200}))\s?'


@command(
    "input",
    "include",
    "subfile",
    "subfileinclude",
    "import",
    "subimport",
    "import*",
    "subimport*",
    "InputIfFileExists",
)
def include(walker: Walker, name: str) -> None:
    """Continue in another file of the project."""
    frame = walker.frame
    start = walker.call_start()
    bare = name.rstrip("*")
    group = walker.group(braced=True)
    if group is not None:
        first = walker.string(group).strip()
    else:
        first = _bare_name(walker) if bare == "input" else ""
        if not first:
            return
    folder = walker.project.folder
    if bare in ("import", "subimport"):
        folder = os.path.join(
            walker.project.base if bare == "subimport" else walker.project.folder, first
        )
        first = walker.string(walker.group()).strip()
    span = walker.call_span(start)
    if (
        walker.floats.open
        and walker.floats.open[-1] is not None
        and first.endswith((".pgf", ".tikz", ".pdf_tex", ".pstex_t"))
    ):
        add_graphic(walker, "input", first, "", span)
        return
    view = walker.view
    source = None
    path = _included_path(walker, first, folder, span)
    if path is not None:
        source = _enter(walker, path, first, span, frame, start, bare)
    if source is None:
        _place_unread(walker, span)
    view.included.append((first, span, source))


def _place_unread(walker: Walker, span: Span) -> None:
    """A file that is not read may print something between the words around it."""
    if walker.current is None or not walker.current.length:
        return
    text = span.source.text
    line = text[text.rfind("\n", 0, span.start) + 1 : text.find("\n", span.end) + 1 or len(text)]
    if line.partition("%")[0].strip() == span.text:  # a part of the paper, not words of a sentence
        walker.branch_edge(span)
    else:
        walker.place(OBJECT, span, None)


def _bare_name(walker: Walker) -> str:
    """Read the file name of ``\\input name``, the form of plain TeX; it ends at a space."""
    frame = walker.frame
    match = pattern(BARE_NAME).match(frame.ahead(LONGEST_NAME))
    if match is None:
        return ""
    frame.skip_characters(match.end())
    return match[1] or match[2]


def _included_path(walker: Walker, name: str, folder: str, span: Span) -> str | None:
    """The path of the file that the command names, or None after noting a problem."""
    if not walker.project.folder or not name or "\\" in name or "#" in name:
        return None
    files = walker.project.files
    bases = (folder, walker.project.base, os.path.dirname(span.source.path))
    path = project.resolve_in(bases, name, ENDINGS, files)
    if path is None:
        if os.path.basename(name).removesuffix(".tex") in signatures.SYSTEM_FILES:
            return None
        target = os.path.join(folder, name)
        if inputs.is_folder(target):
            walker.problem("not-a-file", f'"{name}" is a folder, but \\input needs a file.', span)
        elif inputs.exists(target):
            walker.problem("not-a-file", f'"{name}" is not a regular file and is not read.', span)
        else:
            real = files.find_in_any_case(name, bases, ENDINGS)
            misspelled = other_case(name, real) if real else None
            message = (
                f'The included file "{name}" is not in the project. Add it, or correct the name.'
            )
            walker.problem("missing-file", misspelled[1] if misspelled else message, span)
        return None
    if misspelled := other_case(name, files.as_named(name, path)):
        walker.problem(*misspelled, span)
    if not project.is_inside(path, walker.project.folder):
        walker.problem(
            "outside", f'"{name}" is outside the project folder, so it is not read.', span
        )
        return None
    if path in walker.project.open:
        walker.problem(
            "cycle",
            f'"{name}" includes itself, directly or through other files, so it is not read again.',
            span,
        )
        return None
    if len(walker.log.files) >= MOST_FILES:
        return None
    return path


def _enter(
    walker: Walker, path: str, name: str, span: Span, frame: Frame, start: int, command_name: str
) -> Source | None:
    """Push the tokens of the file; returns its source, or None if it cannot be read."""
    try:
        source = project.load(path, path, _outer_encoding(walker))
    except ReadError as error:
        walker.problem(
            "unreadable", f'The included file "{name}" cannot be used: it {error.message}.', span
        )
        return None
    walker.paper.sources.append(source)
    stream = walker.file_stream(source, walker.order_of(frame, start))
    look_ahead(walker, stream)
    walker.project.open.append(path)
    base = walker.project.base
    if command_name in ("import", "subimport", "subfile", "subfileinclude"):
        walker.project.base = os.path.dirname(path)
    if command_name in ("include", "subfile", "subfileinclude"):
        walker.end_paragraph()
    silent = walker.silent

    def leave() -> None:
        walker.project.open.remove(path)
        walker.project.base = base
        walker.silent = silent
        if command_name in ("include", "subfile", "subfileinclude"):
            walker.end_paragraph()

    first = 0
    if command_name.startswith("subfile") or "\\documentclass" in source.text:
        first, end = document_body(stream)
    else:
        end = len(stream.tokens)
    walker.push(stream, first, end, leave, frame.depth)
    return source


def _outer_encoding(walker: Walker) -> str:
    """The encoding that the draft chooses for all its files; empty if it is UTF-8."""
    package = walker.view.packages.get("inputenc")
    options = package.options if package is not None else []
    return next(filter(None, (project.declared_encoding(name) for name, _ in options)), "")


def document_body(stream: Stream) -> tuple[int, int]:
    """The tokens between ``\\begin{document}`` and ``\\end{document}``, in a file that has both."""
    first, last = 0, len(stream.tokens)
    for at, token in enumerate(stream.tokens):
        if token in ("\\begin", "\\end") and stream.text(at + 1, at + 4).strip() == "{document}":
            if token == "\\begin":
                first = at + 4
            else:
                last = at
                break
    return first, last
