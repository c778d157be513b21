"""Document class, packages, macros, and the beginning and end of the document."""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.paper.source import Span
from ieeelint.readers.errors import ReadError
from ieeelint.readers.latex import project, specifications
from ieeelint.readers.latex.lists import items
from ieeelint.readers.latex.macros import DEFINERS, read_definition
from ieeelint.readers.latex.pairing import is_unclosed
from ieeelint.readers.latex.registry import command
from ieeelint.readers.latex.tokens import Stream, tokenize
from ieeelint.views.latex import Definition, Package

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.tokens import Range
    from ieeelint.readers.latex.walk import Walker


# What defines a command that nothing else has defined.
NEW_COMMANDS = frozenset(("newcommand", "newcommand*", "NewDocumentCommand", "newrobustcmd"))
# Edges of environments and conditionals, which come in pairs with their own names; and what makes
# a command undefined.
NO_ALIAS = frozenset("begin end else or fi relax undefined empty".split())


def split_options(option: Range | None) -> list[tuple[str, Span]]:
    """The comma-separated options, each with its location; commas inside braces do not count."""
    if option is None:
        return []
    whole = option.span
    return [
        (item, Span(whole.source, whole.start + start, whole.start + end))
        for item, start, end in items(option.text)
    ]


@command("documentclass", "documentstyle", "LoadClass")
def document_class(walker: Walker, name: str) -> None:
    """The document class with its options."""
    start = walker.call_start()
    option = walker.option()
    group = walker.group()
    view = walker.view
    if group is None or view.class_name:
        return
    view.class_name = walker.string(group).strip()
    view.class_options = split_options(option)
    walker.option()  # the date of the oldest version that will do
    view.class_span = walker.call_span(start)


@command("usepackage", "RequirePackage", "RequirePackageWithOptions")
def package(walker: Walker, name: str) -> None:
    """Loaded packages; of a style file in the project the macros are read."""
    start = walker.call_start()
    option = walker.option()
    group = walker.group()
    if group is None:
        return
    walker.option()
    options = split_options(option)
    span = walker.call_span(start)
    for package_name, place in split_options(group):
        view = walker.view
        loaded = Package(package_name, options, span, place, len(view.loads))
        view.loads.append(loaded)
        view.packages.setdefault(package_name, loaded)
        if package_name == "cleveref":
            walker.names.cleveref_options = ",".join(value for value, _ in options)
        elif package_name == "babel" and (options or view.class_options):
            main = [value for value, _ in options if value.startswith("main=")]
            # Without options, babel takes those of the class.
            named = options or view.class_options
            walker.front.language = main[0][5:] if main else named[-1][0]
        elif (
            walker.project.folder
            and "/" in package_name
            or inputs.is_file(
                os.path.join(walker.project.folder or "/nowhere", package_name + ".sty")
            )
        ):
            _style_file(walker, package_name)


def _style_file(walker: Walker, name: str) -> None:
    """Read the macros of a style file in the project; its text does not count."""
    path = project.resolve(walker.project.folder, name, (".sty",))
    if (
        path is None
        or not project.is_inside(path, walker.project.folder)
        or path in walker.project.open
    ):
        return
    if inputs.size(path) > 300_000:
        return
    try:
        source = project.load(path, path)
    except ReadError:
        return
    stream = Stream(source, tokenize(source.text, walker.opaque))
    at = 0
    while at < len(stream.tokens):
        token = stream.tokens[at]
        at += 1
        if token[0] == "\\" and token[1:] in DEFINERS:
            definition, at, _ = read_definition(stream, at, len(stream.tokens), token[1:], at - 1)
            if definition is not None:
                walker.macros.definitions.setdefault(definition.name, definition)


@command("setdefaultlanguage", "setmainlanguage")
def main_language(walker: Walker, name: str) -> None:
    """The main language in polyglossia."""
    walker.option()
    walker.front.language = walker.string(walker.group()).strip()


@command(*DEFINERS)
def define(walker: Walker, name: str) -> None:
    """A macro that the draft defines."""
    frame = walker.frame
    start = walker.call_start()
    definition, frame.i, body = read_definition(frame.stream, frame.i, frame.end, name, start)
    frame.skip = 0
    if body is not None:
        walker.log.define(frame.stream, start, frame.i)
    if definition is None:
        return
    if frame.stream.fixed is not None:  # in the body of a macro, whose arguments it may contain
        definition.body = walker.typed(body).replace("##", "#")
    if name == "let" and definition.body == "\\" + definition.name:
        return
    view = walker.view
    if name.startswith("provide") and definition.name in walker.macros.definitions:
        return
    _set_alias(walker, definition)
    # in a branch that may not apply, it may be for another class
    if name in NEW_COMMANDS and None not in walker.conditions.open:
        walker.macros.own.add(definition.name)
    else:
        walker.macros.own.discard(definition.name)
    walker.macros.definitions[definition.name] = _meaning(walker, definition)
    view.definitions.setdefault(definition.name, definition)
    if definition.name.endswith("autorefname"):
        kind = definition.name[: -len("autorefname")]
        walker.names.autoref[kind] = definition.body.replace("~", " ").strip()


def _meaning(walker: Walker, definition: Definition) -> Definition:
    """The definition; after ``\\let\\new\\old`` that of ``\\old``, if the draft defines it."""
    old = walker.macros.definitions.get(definition.body[1:])
    if definition.command != "let" or definition.name.startswith("if") or old is None:
        return definition
    copy = Definition(
        definition.name, old.arguments, old.default, old.body, definition.span, old.command
    )
    copy.parameters = old.parameters
    copy.specification = old.specification
    return copy


def _set_alias(walker: Walker, definition: Definition) -> None:
    """``\\let\\gap\\hspace``: the new name reads the arguments of the old one."""
    aliases = walker.macros.aliases
    aliases.pop(definition.name, None)
    target = definition.body[1:]
    if definition.command != "let" or definition.body[:1] != "\\" or not target.isalpha():
        return
    target = aliases.get(target, target)
    if target in walker.macros.definitions or target in NO_ALIAS or target.startswith("if"):
        return
    aliases[definition.name] = target


@command(
    "newenvironment",
    "renewenvironment",
    "newenvironment*",
    "renewenvironment*",
    "NewEnviron",
    "NewDocumentEnvironment",
    "RenewDocumentEnvironment",
    "ProvideDocumentEnvironment",
    "DeclareDocumentEnvironment",
)
def define_environment(walker: Walker, name: str) -> None:
    """An environment that the draft defines; its code is not text."""
    frame = walker.frame
    start = walker.call_start()
    environment_name = walker.string(walker.group()).strip()
    options = [walker.string(option).strip() for option in iter(walker.option, None)]
    count, default = 0, options[1] if len(options) > 1 else None
    if options and options[0].isdecimal():
        count = int(options[0][:1])
    specification = None
    if name.endswith("DocumentEnvironment"):
        letters = walker.string(walker.group()).rstrip()
        specification = specifications.parsed(letters.removesuffix("b"))  # b stands for the body
    opening = walker.group(braced=True)
    # what \NewEnviron defines ends with its body
    closing = None if name == "NewEnviron" else walker.group(braced=True)
    walker.log.define(frame.stream, start, frame.i)
    if opening is not None:
        span = walker.call_span(start)
        code = Definition(environment_name, count, default, opening.text, span, name)
        code.specification = specification
        if name == "NewEnviron":
            code.body = ""
        walker.macros.environments[environment_name] = code, closing.text if closing else ""


@command("newfontfamily", "newfontface")
def new_font(walker: Walker, name: str) -> None:
    """``\\newfontfamily\\greekfont{…}[…]``: a command that chooses a font prints nothing."""
    font = walker.string(walker.group()).strip().removeprefix("\\")
    walker.skip_options()
    walker.group()
    walker.skip_options()
    if font:
        walker.macros.aliases[font] = "normalfont"


@command("newdimen", "newskip", "newmuskip", "newcount", "newlength")
def new_register(walker: Walker, name: str) -> None:
    """``\\newdimen\\gap`` and ``\\newlength{\\gap}``: from now on a value may follow ``\\gap``."""
    register = walker.string(walker.group()).strip()
    walker.macros.registers.add(register.removeprefix("\\"))


@command("newtheorem", "newtheorem*")
def new_theorem(walker: Walker, name: str) -> None:
    """``\\newtheorem{name}[counter]{Title}[section]``."""
    walker.macros.theorems.add(walker.string(walker.group()).strip())
    walker.option()
    walker.group()
    walker.option()


# -- environments and the document -----------------------------------------------------


@command("begin")
def begin(walker: Walker, name: str) -> None:
    """``\\begin{…}``."""
    start = walker.call_start()
    group = walker.group()
    if group is None:
        return
    environment_name = walker.string(group).strip()
    if environment_name == "document":
        walker.view.document_span = group.span
        walker.silent = False
        walker.current = None
        return
    if walker.silent:
        return
    stream = walker.frame.stream
    if not is_unclosed(walker, stream, start, environment_name):
        walker.begin(environment_name)
        return
    span = walker.call_span(start)
    problems = len(walker.paper.problems)
    walker.begin(environment_name, is_broken=True)
    if len(walker.paper.problems) == problems:
        message = f"\\begin{{{environment_name}}} has no \\end{{{environment_name}}}. Add it."
        walker.problem("unbalanced", message, span)


@command("end")
def end(walker: Walker, name: str) -> None:
    """``\\end{…}``; nothing after ``\\end{document}`` is read."""
    start = walker.call_start()
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
                walker.log.skip(outer.stream, outer.i, outer.end)
            outer.i = outer.end
        walker.close_scopes(1)
        return
    walker.end(environment_name, walker.call_span(start))


@command("endinput")
def end_input(walker: Walker, name: str) -> None:
    """The rest of the file is not read."""
    frame = walker.frame
    walker.kill(frame.i, frame.end)
    frame.i = frame.end
