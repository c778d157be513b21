"""Names of files that only some systems find: in another case, or with backslashes."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.views.file_names import Files
    from ieeelint.views.latex import LatexView

# What IEEE's classes come with, in addition to the classes themselves.
PACKAGES = ("IEEEtrantools",)
STYLES = ("IEEEtran", "IEEEtranN", "IEEEtranS", "IEEEtranSA", "IEEEtranSN")
DRIVE = r"[A-Za-z]:\\"
COMMAND = r"\\([A-Za-z]+)"
WITH_BACKSLASHES = r"[\w .:+-]*(?:\\[\w .+-]+)+"


def names_of_ieee(context: Context, view: LatexView) -> Iterator[Finding]:
    """IEEE's own class, packages, and styles in another case, which TeX finds only on Windows and
    macOS.
    """
    classes = context.vocabulary.classes.ieee.classes
    if view.class_span is not None:
        yield from _misspelled(view.class_name, classes, view.class_span)
    for package in view.packages.values():
        yield from _misspelled(package.name, PACKAGES, package.name_span)
    bibliography = context.paper.bibliography
    if bibliography.style_span is not None:
        yield from _misspelled(bibliography.style, STYLES, bibliography.style_span)


def _misspelled(name: str, names: Iterable[str], place: Span) -> Iterator[Finding]:
    """A name that differs only in case from one of the names."""
    same = [other for other in names if other.lower() == name.lower()]
    if not same or name in same:
        return
    at = max(place.source.text.find(name, place.start, place.end), place.start)
    span = Span(place.source, at, at + len(name))
    yield Finding(
        span,
        f'TeX finds "{name}" on Windows and macOS only. Write "{same[0]}".',
        Fix(Edit(span, same[0], on_source=True)),
        severity=ERROR,
    )


def with_backslashes(
    view: LatexView, name: str, span: Span, folders: list[str], endings: Iterable[str], files: Files
) -> Iterator[Finding]:
    """A Windows path, in which TeX takes what follows a backslash for a command."""
    if "\\" not in name or not pattern(WITH_BACKSLASHES).fullmatch(name):
        return
    if any(command in view.definitions for command in pattern(COMMAND).findall(name)):
        return
    written = name.replace("\\", "/")
    if pattern(DRIVE).match(name):
        yield Finding(
            span,
            f'"{name}" is a path on one computer, and TeX takes what follows a backslash for a'
            " command. Put the file in the folder of the paper.",
        )
    elif any(files.find(written, folders, endings)):
        command = "\\" + name.split("\\")[1]
        yield Finding(
            span,
            f'TeX takes "{command}" for a command, not for a part of a path. Write "{written}".',
        )
