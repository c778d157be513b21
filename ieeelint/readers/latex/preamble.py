"""What steers the reading: class, packages, macros, conditionals, included files, the document's edges."""

from __future__ import annotations

import os

from ieeelint.paper.source import Span
from ieeelint.readers import ReadError
from ieeelint.readers.latex import project
from ieeelint.readers.latex.citations import look_ahead
from ieeelint.readers.latex.macros import DEFINERS, read_definition
from ieeelint.readers.latex.tokens import NO_CONDITIONALS, Stream, tokenize
from ieeelint.readers.latex.view import Package
from ieeelint.readers.latex.walk import Walker, command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Source
    from ieeelint.readers.latex.cursor import Frame
    from ieeelint.readers.latex.tokens import Range
    from ieeelint.readers.latex.view import LatexView

MOST_FILES = 2000


def _view(walker: Walker) -> LatexView:
    assert walker.paper.latex is not None
    return walker.paper.latex


def split_options(option: Range | None) -> list[tuple[str, Span]]:
    """The comma-separated options, braces respected, each with its place."""
    if option is None:
        return []
    found = []
    start = option.span.start
    at = depth = begin = 0
    text = option.text
    for at, character in enumerate(text + ","):
        depth += (character == "{") - (character == "}")
        if character == "," and depth <= 0:
            part = text[begin:at]
            bare = part.strip().split("%")[0].strip()
            if bare:
                offset = start + begin + (len(part) - len(part.lstrip()))
                found.append((bare, Span(option.span.source, offset, offset + len(bare))))
            begin = at + 1
    return found


@command("documentclass", "documentstyle", "LoadClass")
def document_class(walker: Walker, name: str) -> None:
    """The class with its options."""
    start = walker.frame.i - 1
    option = walker.option()
    group = walker.group()
    view = _view(walker)
    if group is None or view.class_name:
        return
    view.class_name = walker.string(group).strip()
    view.class_options = split_options(option)
    view.class_span = walker.call_span(start)


@command("usepackage", "RequirePackage", "RequirePackageWithOptions")
def package(walker: Walker, name: str) -> None:
    """Loaded packages; a style file of the project is read for its macros."""
    start = walker.frame.i - 1
    option = walker.option()
    group = walker.group()
    if group is None:
        return
    walker.option()
    options = split_options(option)
    span = walker.call_span(start)
    for one, place in split_options(group):
        view = _view(walker)
        view.packages.setdefault(one, Package(one, options, span, place, len(view.packages)))
        if one == "cleveref":
            walker.reference_names["options"] = ",".join(value for value, _ in options)
        elif one == "babel" and options:
            main = [value for value, _ in options if value.startswith("main=")]
            walker.babel_language = main[0][5:] if main else options[-1][0]
        elif (
            walker.folder
            and "/" in one
            or os.path.isfile(os.path.join(walker.folder or "/nowhere", one + ".sty"))
        ):
            _style_file(walker, one)


def _style_file(walker: Walker, name: str) -> None:
    """Read the macros of a project's own style file; its text is none."""
    path = project.resolve(walker.folder, name, (".sty",))
    if path is None or not project.is_inside(path, walker.folder) or path in walker.open_files:
        return
    if os.path.getsize(path) > 300_000:
        return
    try:
        source = project.load(path, path)
    except ReadError:
        return
    stream = Stream(source, tokenize(source.text))
    at = 0
    while at < len(stream.tokens):
        token = stream.tokens[at]
        at += 1
        if token[0] == "\\" and token[1:] in DEFINERS:
            definition, at, _ = read_definition(stream, at, len(stream.tokens), token[1:], at - 1)
            if definition is not None:
                walker.definitions.setdefault(definition.name, definition)


@command("setdefaultlanguage", "setmainlanguage")
def main_language(walker: Walker, name: str) -> None:
    """polyglossia's main language."""
    walker.option()
    walker.babel_language = walker.string(walker.group()).strip()


@command(*DEFINERS)
def define(walker: Walker, name: str) -> None:
    """A macro of the draft."""
    frame = walker.frame
    start = frame.i - 1
    definition, frame.i, body = read_definition(frame.stream, frame.i, frame.end, name, start)
    frame.skip = 0
    if body is not None:
        walker.defining.setdefault(id(frame.stream), []).append((start, frame.i))
    if definition is None:
        return
    if name == "let" and definition.body == "\\" + definition.name:
        return
    view = _view(walker)
    if name.startswith("provide") and definition.name in walker.definitions:
        return
    walker.definitions[definition.name] = definition
    view.definitions.setdefault(definition.name, definition)
    if definition.name.endswith("autorefname"):
        kind = definition.name[: -len("autorefname")]
        walker.reference_names[f"autoref:{kind}"] = definition.body.replace("~", " ").strip()


@command(
    "newenvironment",
    "renewenvironment",
    "newenvironment*",
    "renewenvironment*",
    "NewEnviron",
    "NewDocumentEnvironment",
)
def define_environment(walker: Walker, name: str) -> None:
    """An environment of the draft: its begin and end code are no text."""
    frame = walker.frame
    start = frame.i - 1
    walker.group()
    while walker.option() is not None:
        pass
    for _ in range(3 if name == "NewDocumentEnvironment" else 2):
        walker.group()
    walker.defining.setdefault(id(frame.stream), []).append((start, frame.i))


@command("newtheorem", "newtheorem*")
def new_theorem(walker: Walker, name: str) -> None:
    """``\\newtheorem{name}[counter]{Title}[section]``."""
    walker.group()
    walker.option()
    walker.group()
    walker.option()


# -- conditionals -----------------------------------------------------------------


@command("newif")
def new_if(walker: Walker, name: str) -> None:
    """``\\newif\\ifname`` is false until ``\\nametrue``."""
    frame = walker.frame
    if frame.i < frame.end and frame.stream.tokens[frame.i].startswith("\\if"):
        base = frame.stream.tokens[frame.i][3:]
        frame.i += 1
        walker.switches[base] = False

        def set_true(walker: Walker, name: str) -> None:
            walker.switches[base] = True

        def set_false(walker: Walker, name: str) -> None:
            walker.switches[base] = False

        walker.own_commands[base + "true"] = set_true
        walker.own_commands[base + "false"] = set_false


def conditional(walker: Walker, name: str) -> None:
    """``\\if…``: the branch that holds is read; both when it cannot be told."""
    test = name[2:]
    truth: bool | None
    if test == "true":
        truth = True
    elif test == "false":
        truth = False
    elif test in walker.switches:
        truth = walker.switches[test]
    elif test.startswith("CLASSOPTION"):
        truth = _view(walker).has_class_option(test[len("CLASSOPTION") :])
    else:
        truth = None
    walker.conditions.append(truth)
    if truth is False:
        skip_branch(walker)


def skip_branch(walker: Walker) -> None:
    """Pass over tokens up to the matching ``\\else`` or ``\\fi``."""
    frame = walker.frame
    tokens = frame.stream.tokens
    start = at = frame.i
    depth = 0
    while at < frame.end:
        token = tokens[at]
        at += 1
        if token[0] != "\\":
            continue
        if token == "\\fi":
            if not depth:
                if walker.conditions:
                    walker.conditions.pop()
                break
            depth -= 1
        elif token == "\\else" and not depth:
            break
        elif token.startswith("\\if") and token[1:] not in NO_CONDITIONALS and len(token) < 40:
            depth += 1
    walker.kill(start, at)
    frame.i = at
    frame.skip = 0


@command("else")
def other_branch(walker: Walker, name: str) -> None:
    """Reached only when the first branch was read: the other is dead if that one held."""
    if walker.conditions and walker.conditions[-1]:
        skip_branch(walker)


@command("fi")
def end_condition(walker: Walker, name: str) -> None:
    """The conditional ends."""
    if walker.conditions:
        walker.conditions.pop()


# -- included files ---------------------------------------------------------------


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
    """Go on in another file of the project."""
    frame = walker.frame
    start = frame.i - 1
    bare = name.rstrip("*")
    group = walker.group()
    if group is None:
        return
    first = walker.string(group).strip()
    if group.stream.tokens[group.first - 1 : group.first] != ["{"] and bare == "input":
        first = first.split()[0] if first.split() else ""  # \input file: the plain TeX form
    folder = walker.folder
    if bare in ("import", "subimport"):
        folder = os.path.join(walker.base if bare == "subimport" else walker.folder, first)
        first = walker.string(walker.group()).strip()
    span = walker.call_span(start)
    if (
        walker.floats
        and walker.floats[-1] is not None
        and first.endswith((".pgf", ".tikz", ".pdf_tex", ".pstex_t"))
    ):
        from ieeelint.readers.latex.floats import add_graphic

        add_graphic(walker, "input", first, "", span)
        return
    view = _view(walker)
    source = None
    path = _included_path(walker, first, folder, span)
    if path is not None:
        source = _enter(walker, path, first, span, frame, start, bare)
    view.included.append((first, span, source))


def _included_path(walker: Walker, name: str, folder: str, span: Span) -> str | None:
    """The file that is meant, or None with a problem noted."""
    if not walker.folder or not name or "\\" in name or "#" in name:
        return None
    here = os.path.dirname(span.source.path)
    for base in (folder, walker.base, here):
        path = project.resolve(base, name)
        if path is not None:
            break
    else:
        target = os.path.join(folder, name)
        if os.path.isdir(target):
            walker.problem("not-a-file", f'"{name}" is a folder: \\input needs a file.', span)
        elif os.path.exists(target):
            walker.problem("not-a-file", f'"{name}" is no regular file and is not read.', span)
        else:
            walker.problem(
                "missing-file", f'The included file "{name}" is not in the project.', span
            )
        return None
    if not project.is_inside(path, walker.project_folder):
        walker.problem(
            "outside", f'"{name}" lies outside the project folder and is not read.', span
        )
        return None
    if path in walker.open_files:
        walker.problem(
            "cycle",
            f'"{name}" includes itself, directly or through others; the circle is cut here.',
            span,
        )
        return None
    if len(walker.files) >= MOST_FILES:
        return None
    return path


def _enter(
    walker: Walker, path: str, name: str, span: Span, frame: Frame, start: int, command_name: str
) -> Source | None:
    """Push the file's tokens."""
    try:
        source = project.load(path, path)
    except ReadError as error:
        walker.problem(
            "unreadable", f'The included file cannot be used: "{name}" {error.message}.', span
        )
        return None
    walker.paper.sources.append(source)
    stream = walker.file_stream(source, walker.order_of(frame, start))
    look_ahead(walker, source.text)
    walker.open_files.append(path)
    base = walker.base
    if command_name in ("import", "subimport", "subfile", "subfileinclude"):
        walker.base = os.path.dirname(path)
    if command_name in ("include", "subfile", "subfileinclude"):
        walker.end_paragraph()
    silent = walker.silent

    def leave() -> None:
        walker.open_files.remove(path)
        walker.base = base
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


def document_body(stream: Stream) -> tuple[int, int]:
    """The tokens between ``\\begin{document}`` and ``\\end{document}`` of a file with both."""
    first, last = 0, len(stream.tokens)
    for at, token in enumerate(stream.tokens):
        if token in ("\\begin", "\\end") and stream.text(at + 1, at + 4).strip() == "{document}":
            if token == "\\begin":
                first = at + 4
            else:
                last = at
                break
    return first, last


# -- environments and the document -----------------------------------------------------


@command("begin")
def begin(walker: Walker, name: str) -> None:
    """``\\begin{…}``."""
    group = walker.group()
    if group is None:
        return
    environment_name = walker.string(group).strip()
    if environment_name == "document":
        _view(walker).document_span = group.span
        walker.silent = False
        walker.current = None
        return
    if walker.silent:
        return
    walker.begin(environment_name)


@command("end")
def end(walker: Walker, name: str) -> None:
    """``\\end{…}``; nothing is read after ``\\end{document}``."""
    start = walker.frame.i - 1
    group = walker.group()
    if group is None:
        return
    environment_name = walker.string(group).strip()
    if environment_name == "document":
        frame = walker.frame
        walker.kill(frame.i, frame.end)
        frame.i = frame.end
        for outer in walker.frames[:-1]:
            if outer.stream.fixed is None:
                walker.dead.setdefault(id(outer.stream), []).append((outer.i, outer.end))
            outer.i = outer.end
        walker.close_scopes(1)
        walker.ended = True
        return
    walker.end(environment_name, walker.call_span(start))


@command("endinput")
def end_input(walker: Walker, name: str) -> None:
    """The rest of the file is not read."""
    frame = walker.frame
    walker.kill(frame.i, frame.end)
    frame.i = frame.end
