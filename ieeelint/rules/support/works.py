"""BibTeX entries: those that the paper prints, their types, and positions in their fields."""

from __future__ import annotations

from ieeelint.paper.source import Span
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.entries import Entry, Field

BIBTEX = ("latex", "bibtex")  # the formats that rules about BibTeX entries apply to
# Types of entries that are not works: settings of the style, and data that other entries use.
NOT_WORKS = ("ieeetranbstctl", "xdata", "set", "control")


def cited(context: Context) -> list[Entry]:
    """The entries that the paper prints, cited or all of them, in the order of its files."""
    paper = context.paper
    works = paper.works
    if works is None:
        return []
    entries = [entry for entry in works if entry.kind not in NOT_WORKS]
    if paper.bibliography.cites_all or context.all_references:
        return entries
    keys = {key.lower() for citation in paper.citations for key, _ in citation.keys}
    return [entry for entry in entries if entry.key.lower() in keys]


def uses_biblatex(context: Context) -> bool:
    """True if biblatex prints the list: its fields and its capitalization differ."""
    return context.latex is not None and "biblatex" in context.latex.packages


def part(field: Field, start: int, end: int) -> Span:
    """Characters of a field's value, counted inside its delimiters."""
    inside = field.inside
    assert inside is not None
    return Span(inside.source, inside.start + start, inside.start + end)


def outside_braces(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a value outside braces, formulas and commands: start and end of each."""
    depth = start = 0
    in_formula = False
    for match in pattern(r"\\[A-Za-z]+|\\.|[{}$]").finditer(text):
        sign = match.group()
        if sign == "$":
            if depth == 0 and not in_formula:
                yield start, match.start()
            in_formula = not in_formula
            if depth == 0 and not in_formula:
                start = match.end()
        elif sign == "{":
            if depth == 0 and not in_formula:
                yield start, match.start()
            depth += 1
        elif sign == "}":
            depth = max(depth - 1, 0)
            if depth == 0 and not in_formula:
                start = match.end()
        elif depth == 0 and not in_formula:
            yield start, match.start()
            start = match.end()
    if depth == 0 and not in_formula:
        yield start, len(text)


def names_of(value: str) -> list[str]:
    """The names in an author field, split at each "and" outside braces."""
    names, start, depth = [], 0, 0
    for match in pattern(r"[{}]|(?i:(?<=[\s}])and(?=[\s{]))").finditer(value):
        sign = match.group()
        if sign in "{}":
            depth += 1 if sign == "{" else -1
        elif depth == 0:
            names.append(value[start : match.start()].strip())
            start = match.end()
    return [*names, value[start:].strip()]


def supported_types(context: Context) -> set[str]:
    """The types of entries that BibTeX styles and biblatex support; others print as @misc."""
    types = context.vocabulary.entry_types
    return {*types.required, *types.biblatex, *types.free}
