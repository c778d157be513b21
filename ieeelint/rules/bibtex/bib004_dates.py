"""BIB004: pages, months and years of BibTeX entries."""

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
# A range with one dash: plain numbers, or the same letter before both.
RANGE = r"(?<![\w.:/-])([A-Za-z]?)(\d+)(\s*(?:[-‐‑–—]|---)\s*)(\1)(\d+)(?![\w.:/-])"
UNDATED = r"(?i)(?:in|to|under|forth|not|n\.?\s?d|sub|acc|early|prep|online|\\)"


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
    """Pages have two hyphens, the month is a macro, and the year has four digits.

    Two hyphens print as an en dash. The macros jan, feb … dec stand without
    braces; the style prints them as IEEE abbreviates months.
    """
    is_biblatex = uses_biblatex(context)
    for entry in cited(context):
        fields = entry.fields
        if "pages" in fields:
            yield from _pages(fields["pages"])
        if "month" in fields:
            yield from _month(fields["month"], is_biblatex)
        if "year" in fields:
            yield from _year(fields["year"])


def _pages(field: Field) -> Iterator[Finding]:
    if field.inside is None:
        return
    text = field.inside.text
    word = pattern(r"\s*pp?\s?(?:\.\s*|~|(?=\d))+").match(text)
    if word and word.group().strip():
        yield Finding(
            part(field, *word.span()),
            'Leave out "pp.": the style sets it.',
            Fix(Edit(part(field, *word.span()), "")),
        )
        return
    edits = []
    for match in pattern(RANGE).finditer(text):
        if match.group(2) != match.group(5):  # "1-1" stands for no range
            edits.append(Edit(part(field, *match.span(3)), "--"))
    if edits:
        first = pattern(RANGE).search(text)
        assert first is not None
        yield Finding(
            part(field, *first.span()),
            f'Write "{pattern(RANGE).sub(_with_dash, first.group())}": two hyphens print as the'
            " dash of a range.",
            Fix(*edits),
        )


def _with_dash(match: object) -> str:
    groups = match.groups()  # type: ignore[attr-defined]
    return f"{groups[0]}{groups[1]}--{groups[3]}{groups[4]}"


def _month(field: Field, is_biblatex: bool) -> Iterator[Finding]:
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
            field.span, f"Write month = {macro}, without braces: the style knows the name.", fix
        )
    elif pattern(r"[a-z]{3}").search(words):
        yield Finding(
            field.span,
            'Write months as macros, several joined: month = jul # "/" # aug; a day before: month ='
            ' "10~" # jul.',
        )


def _year(field: Field) -> Iterator[Finding]:
    words = field.value.strip("{} ")
    if (
        not words
        or pattern(r"(?:\{?\[?c?\.?\s?)?\d{4}\]?\Z").match(words)
        or pattern(UNDATED).match(words)
    ):
        return
    if pattern(r"\d{4}").search(words) and not words.isascii():
        return
    yield Finding(field.span, f'The year has four digits, not "{words}".')
