"""BibTeX entries: those that the paper prints, their types, and positions in their fields."""

from __future__ import annotations

from ieeelint.paper.source import Span
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.entries import Entry, Field

BIBTEX = ("latex", "bibtex")  # the formats that rules about BibTeX entries apply to
# Fields that name arXiv.
ARXIV_FIELDS = ("journal", "howpublished", "note", "url", "eprint", "archiveprefix")
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


def uses_ieeetran(context: Context) -> bool:
    """True if IEEEtran.bst or a relative of it prints the list, or nothing shows what does."""
    style = context.paper.bibliography.style.rpartition("/")[2].lower()
    return not uses_biblatex(context) and (not style or style.startswith("ieeetran"))


def part(field: Field, start: int, end: int) -> Span:
    """Characters of a field's value, counted inside its delimiters."""
    inside = field.inside
    assert inside is not None
    return Span(inside.source, inside.start + start, inside.start + end)


def names_of(value: str) -> list[str]:
    """The names in an author field, split at each "and" outside braces."""
    return [value[start:end] for start, end in places_of_names(value)]


def places_of_names(value: str) -> list[tuple[int, int]]:
    """Start and end of each name in an author field."""
    places: list[tuple[int, int]] = []
    start = depth = 0
    for match in pattern(r"[{}]|(?i:(?<=[\s}])and(?=[\s{]))").finditer(value):
        sign = match.group()
        if sign in "{}":
            depth += 1 if sign == "{" else -1
        elif depth == 0:
            places.append(_stripped(value, start, match.start()))
            start = match.end()
    return [*places, _stripped(value, start, len(value))]


def _stripped(value: str, start: int, end: int) -> tuple[int, int]:
    """A range without the spaces at its ends."""
    words = value[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def supported_types(context: Context) -> set[str]:
    """The types of entries that BibTeX styles and biblatex support; others print as @misc."""
    types = context.vocabulary.entry_types
    return {*types.required, *types.biblatex, *types.free, *types.foreign}


def is_preprint(entry: Entry) -> bool:
    """True if a field names arXiv."""
    return bool(entry.value("arxivid")) or any(
        "arxiv" in entry.value(name).lower() for name in ARXIV_FIELDS
    )
