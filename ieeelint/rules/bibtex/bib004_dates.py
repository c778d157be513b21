"""BIB004: pages, months and years in BibTeX entries."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.bibtex_examples import HEAD
from ieeelint.rules.support.works import BIBTEX, cited, part, uses_biblatex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.entries import Field

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FULL = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
ENTRY = (
    "@article{lima, author = {Ana Lima}, title = {Flow}, journal = {J. Flow}, year = 2024, volume ="
    " 3, %s}"
)
# A range with a single dash: plain numbers, or numbers with the same letter before them.
RANGE = r"(?<![\w.:/-])([A-Za-z]?)(\d+)(\s*(?:[-‐‑–—]|---)\s*)(\1)(\d+)(?![\w.:/-])"


def _example(fields: str) -> str:
    return HEAD + ENTRY.replace("%s", fields)


@rule(
    "BIB004",
    "bib-pages-month",
    WARNING,
    "IEEEtran.bst 1.14 (its month macros); IEEE Reference Guide",
    bad=[
        _example("pages = {⟦12-20⟧}"),
        _example("pages = {⟦pp. ⟧12--20}"),
        _example("month = ⟦{October}⟧"),
        _example("month = ⟦{2}⟧"),
        _example("month = ⟦{Jul./Aug.}⟧"),
        _example("pages = {1--2}").replace("2024", "⟦{24}⟧"),
    ],
    good=[
        _example("pages = {12--20}, month = jan"),
        _example('pages = {I-1090}, month = jul # "/" # aug'),
        _example("pages = {1-1}, month = {}"),
        _example("pages = {12-1--12-9}, month = 10 # { } # jun"),
        _example("pages = {e123}").replace("2024", "{in press}"),
    ],
    fixes=[
        (_example("pages = {⟦12-20⟧}"), _example("pages = {12--20}")),
        (_example("month = ⟦{Sept.}⟧"), _example("month = sep")),
        (_example("pages = {⟦pp. ⟧7--9}"), _example("pages = {7--9}")),
    ],
    formats=BIBTEX,
)
def pages_and_month(context: Context) -> Iterator[Finding]:
    """Page ranges have two hyphens, the month is a macro, and the year has four digits.

    Two hyphens print as an en dash. Write the macros jan, feb … dec without
    braces; the style prints them as IEEE's abbreviations.
    """
    is_biblatex = uses_biblatex(context)
    for entry in cited(context):
        fields = entry.fields
        if "pages" in fields:
            yield from _pages(fields["pages"])
        if "month" in fields:
            yield from _month(fields["month"], is_biblatex)
        if "year" in fields:
            yield from _year(context, fields["year"])


def _pages(field: Field) -> Iterator[Finding]:
    """A typed "pp.", or a range with a single dash."""
    if field.inside is None:
        return
    text = field.inside.text
    word = pattern(r"\s*pp?\s?(?:\.\s*|~|(?=\d))+").match(text)
    if word and word.group().strip():
        yield Finding(
            part(field, *word.span()),
            'Delete "pp." here: the style adds it.',
            Fix(Edit(part(field, *word.span()), "")),
        )
        return
    edits = []
    for match in pattern(RANGE).finditer(text):
        if match.group(2) != match.group(5):  # "1-1" is not a range
            edits.append(Edit(part(field, *match.span(3)), "--"))
    if edits:
        first = pattern(RANGE).search(text)
        assert first is not None
        yield Finding(
            part(field, *first.span()),
            f'Write "{pattern(RANGE).sub(_with_two_hyphens, first.group())}": two hyphens print as'
            " an en dash.",
            Fix(*edits),
        )


def _with_two_hyphens(match: object) -> str:
    """The range with two hyphens between its numbers."""
    groups = match.groups()  # type: ignore[attr-defined]
    return f"{groups[0]}{groups[1]}--{groups[3]}{groups[4]}"


def _month(field: Field, is_biblatex: bool) -> Iterator[Finding]:
    """A month that is not a macro."""
    if any(piece.kind == "macro" for piece in field.pieces) or not field.value:
        return
    words = field.value.strip(" .{}").lower()
    number = int(words) if words.isascii() and words.isdecimal() else 0
    if 1 <= number <= 12:
        if is_biblatex:
            return
        macro = MONTHS[number - 1]
    else:
        macro = next(
            (
                short
                for short, full in zip(MONTHS, FULL)
                if words in (short, full) or (short == "sep" and words == "sept")
            ),
            "",
        )
    if macro:
        fix = Fix(Edit(field.span, macro))
        yield Finding(
            field.span,
            f"Write month = {macro}, without braces: the style defines this macro.",
            fix,
        )
    elif pattern(r"[a-z]{3}").search(words):
        yield Finding(
            field.span,
            'Write months as macros: month = jul # "/" # aug for two months, or month = "10~" # jul'
            " for a day.",
        )


def _year(context: Context, field: Field) -> Iterator[Finding]:
    """A year that is neither four digits nor words such as "in press"."""
    words = field.value.strip("{} ")
    substitutes = context.vocabulary.citations.states.year_substitutes
    if (
        not words
        or pattern(r"(?:\{?\[?c?\.?\s?)?\d{4}\]?\Z").match(words)
        or words.lower().startswith((*substitutes, "\\"))
    ):
        return
    if pattern(r"\d{4}").search(words) and not words.isascii():
        return
    yield Finding(field.span, f'Write the year with four digits, not "{words}".')
