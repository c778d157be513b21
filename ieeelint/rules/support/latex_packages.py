"""Tools for rules about packages: what loads them, what needs them, and edits of their calls."""

from __future__ import annotations

from ieeelint.finding import Edit
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules.support.latex_source import comment_out, insert

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.views.latex import LatexView, Package

COMMENT = r"(\\\\|\\%)|%[^\r\n]*"


def shares_its_call(package: Package) -> bool:
    """True if the same ``\\usepackage`` loads other packages too."""
    call, at = _call_without_comments(package)
    before, after = call[:at].rstrip(), call[at + len(package.name_span.text) :].lstrip()
    return not (before.endswith("{") and after.startswith("}"))


def _call_without_comments(package: Package) -> tuple[str, int]:
    """The call that loads the package, blanks for its comments, and where the name is in it."""
    text = package.span.source.text[package.span.start : package.span.end]
    if "%" in text:
        text = pattern(COMMENT).sub(lambda match: match[1] or " " * len(match[0]), text)
    return text, package.name_span.start - package.span.start


def is_loaded_elsewhere(context: Context, package: Package) -> bool:
    """True if the class, an earlier package, a file of the draft or another call may load the
    package too: options that only this call has are then an error.
    """
    view = context.latex
    assert view is not None
    facts = context.vocabulary.classes.packages
    if view.class_name and view.class_name not in facts.plain_classes and not package.options:
        return True  # with options, TeX would have stopped if the class loaded the package
    loaders = facts.loaders.get(package.name, [])
    if any(
        (load.name == package.name and load is not package)
        or (load.name in loaders and load.order < package.order)
        for load in view.loads
    ):
        return True
    return not view.loads_of_styles().isdisjoint({package.name, *loaders})


def unload(context: Context, package: Package) -> Edit | None:
    """Remove a package: its whole call, or only its name where the call loads several; None where
    the draft needs it, or may need it.
    """
    view = context.latex
    assert view is not None
    commands = context.vocabulary.classes.packages.removable.get(package.name)
    if commands is None or view.mentions(*commands):
        return None
    return without(package)


def without(package: Package) -> Edit:
    """The call of a package without the package, whether it is needed or not."""
    if not shares_its_call(package):
        return comment_out(package.span)
    call, start = _call_without_comments(package)
    source, base = package.span.source, package.span.start
    after = end = start + len(package.name_span.text)
    while after < len(call) and call[after].isspace():
        after += 1
    if call[after] == ",":
        end += call[end:].index(",") + 1
        while call[end] == " " and source.text[base + end] == " ":
            end += 1
        return Edit(Span(source, base + start, base + end), "", on_source=True)
    comma = call.rfind(",", 0, start)
    start = comma if comma >= 0 and "%" not in source.text[base + comma : base + start] else start
    return Edit(Span(source, base + start, base + end), "", on_source=True)


def add_option(package: Package, option: str, *, last: bool = False) -> Edit | None:
    """Add an option to a package, before or after its others; None where its call loads others
    too.
    """
    if shares_its_call(package):
        return None
    source = package.span.source
    if last and package.options:
        return insert(source, package.options[-1][1].end, "," + option)
    opening = source.text.find("[", package.span.start, package.name_span.start)
    if opening < 0:
        brace = source.text.rfind("{", package.span.start, package.name_span.start)
        return insert(source, brace, f"[{option}]")
    return insert(source, opening + 1, option + ("," if package.options else ""))


def passed_options(view: LatexView, command: str, target: str) -> list[str]:
    """The options that ``\\PassOptionsToPackage{…}{target}``, or ``…ToClass``, passes on."""
    options: list[str] = []
    for use in view.commands(command):
        if use.argument(1).strip() == target:
            options += [option.strip() for option in use.argument(0).split(",")]
    return options


def option_keys(options: list[str]) -> dict[str, str]:
    """Options as keys and values in lowercase without spaces; the default value is "true"."""
    keys: dict[str, str] = {}
    for option in options:
        key, _, value = option.partition("=")
        keys["".join(key.split()).lower()] = value.strip().strip("{}").strip().lower() or "true"
    return keys
