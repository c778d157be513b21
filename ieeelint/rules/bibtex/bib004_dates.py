"""BIB004: pages, months, years, and editions in BibTeX entries."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.entries import MONTHS, month_macro
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.bibtex_examples import BIBLATEX, HEAD
from ieeelint.rules.support.works import BIBTEX, cited, part, uses_biblatex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.entries import Field

# Quarters and seasons instead of months, as magazines and surveys have them.
QUARTER = r"(first|second|third|fourth|1st|2nd|3rd|4th)[\s-]?(quart(?:er)?|)"
ORDINALS = {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th"}
ORDINALS |= {ordinal: ordinal for ordinal in ORDINALS.values()}
SEASON = r"\b(?:spring|summer|autumn|fall|winter)\b"
ENTRY = (
    "@article{lima, author = {Ana Lima}, title = {Flow}, journal = {J. Flow}, year = 2024, volume ="
    " 3, %s}"
)
WITH_EDITION = ("book", "inbook", "incollection", "manual")  # types that print an edition
EDITION = r"(?i)\d|\Z|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\Z"
# A range of plain numbers, or of numbers with the same letter before them.
RANGE = r"(?<![\w.:/-])([A-Za-z]?)(\d+)(\s*(?:-{1,3}|[‐‑–—])\s*)(\1)(\d+)(?![\w.:/-])"


def _example(fields: str) -> str:
    return HEAD + ENTRY.replace("%s", fields)


@rule(
    "BIB004",
    "bib-pages-month",
    WARNING,
    "IEEEtran.bst 1.14 (its month macros); IEEE Reference Guide",
    bad=[
        _example("pages = {⟦12–20⟧}"),
        _example("pages = {⟦12 - 20⟧}"),
        _example("pages = {⟦12---20⟧}"),
        _example("pages = {⟦pp. ⟧12--20}"),
        _example("month = ⟦{October}⟧"),
        _example("month = ⟦{2}⟧"),
        _example("month = ⟦{Mar}⟧"),
        _example("month = ⟦{Mar.}⟧").replace(HEAD, BIBLATEX),
        _example("month = ⟦{Jul./Aug.}⟧"),
        _example("pages = {1--2}").replace("2024", "⟦{24}⟧"),
        _example("edition = ⟦{Rev.}⟧").replace("@article", "@book"),
    ],
    good=[
        _example("pages = {12--20}, month = jan"),
        _example("pages = {12-20}, month = {1st Quart.}"),
        _example("month = {Summer}"),
        _example("month = {Mar.}"),
        _example("month = {May}"),
        _example('pages = {I-1090}, month = jul # "/" # aug'),
        _example("pages = {1-1}, month = {}"),
        _example("pages = {12-1--12-9}, month = 10 # { } # jun"),
        _example("edition = {Second}").replace("@article", "@book"),
        _example("edition = {Late}"),
        _example("pages = {12–20}, month = {3}, edition = {Late}")
        .replace(HEAD, BIBLATEX)
        .replace("@article", "@book"),
        _example("pages = {e123}").replace("2024", "{in press}"),
    ],
    fixes=[
        (_example("pages = {⟦12 -20⟧, 25-28, 31–33}"), _example("pages = {12--20, 25-28, 31--33}")),
        (_example("month = ⟦{Sept.}⟧"), _example("month = sep")),
        (_example("month = ⟦{Firstquarter}⟧"), _example("month = {1st Quart.}")),
        (_example("month = ⟦{Third}⟧"), _example("month = {3rd Quart.}")),
        (_example("pages = {⟦pp. ⟧7--9}"), _example("pages = {7--9}")),
    ],
    formats=BIBTEX,
)
def pages_and_month(context: Context) -> Iterator[Finding]:
    """A page range has hyphens without spaces, the month is a macro, the year has four digits, and
    the edition is a number.

    The style prints one hyphen and two as an en dash. It prints spaces and
    three hyphens as they are, and writes "p." before a typed dash. Write the
    macros jan, feb … dec without braces; the style prints them as IEEE's
    abbreviations.
    """
    is_biblatex = uses_biblatex(context)
    for entry in cited(context):
        fields = entry.fields
        if "pages" in fields:
            yield from _pages(fields["pages"], is_biblatex)
        if "month" in fields:
            yield from _month(fields["month"], is_biblatex)
        if "year" in fields:
            yield from _year(context, fields["year"])
        if "edition" in fields and entry.kind in WITH_EDITION and not is_biblatex:
            yield from _edition(fields["edition"])


def _pages(field: Field, is_biblatex: bool) -> Iterator[Finding]:
    """A typed "pp.", or a range that the style does not print with an en dash."""
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
    if is_biblatex:  # prints an en dash for any dash
        return
    faulty = [
        match
        for match in pattern(RANGE).finditer(text)
        if match.group(3) not in ("-", "--") and match.group(2) != match.group(5)
    ]
    if not faulty:
        return
    first = faulty[0]
    pages = f"{first.group(1)}{first.group(2)}--{first.group(4)}{first.group(5)}"
    dash = first.group(3).strip()
    if not dash.startswith("-"):
        message = f'Write "{pages}": the style writes "p." instead of "pp." for a typed dash.'
    elif dash == "---":
        message = f'Write "{pages}": three hyphens print as an em dash.'
    else:
        message = f'Write "{pages}": the style prints the spaces around the dash.'
    yield Finding(
        part(field, *first.span()),
        message,
        Fix(*(Edit(part(field, *match.span(3)), "--") for match in faulty)),
    )


def _month(field: Field, is_biblatex: bool) -> Iterator[Finding]:
    """A month that is not a macro."""
    if any(piece.kind == "macro" for piece in field.pieces) or not field.value:
        return
    words = field.value.strip(" .{}").lower()
    number = int(words) if words.isascii() and words.isdecimal() else 0
    if 1 <= number <= 12:
        if is_biblatex:
            return
        macro = MONTHS[number - 1][:3]
    else:
        macro = month_macro(words)
    printed = macro.capitalize() + ("" if macro == "may" else ".")
    if macro and not is_biblatex and field.value.strip("{}") == printed:
        return  # prints the same as the macro
    if macro:
        fix = Fix(Edit(field.span, macro))
        yield Finding(
            field.span,
            f"Write month = {macro}, without braces: the style defines this macro.",
            fix,
        )
    elif quarter := pattern(QUARTER).fullmatch(words):
        label = f"{ORDINALS[quarter.group(1)]} Quart."
        if field.value.strip("{} ") != label:
            fix = Fix(Edit(field.span, f"{{{label}}}"), safe=bool(quarter.group(2)))
            message = f"Write month = {{{label}}}, as IEEE prints quarters."
            yield Finding(field.span, message, fix)
    elif pattern(r"[a-z]{3}").search(words) and not pattern(SEASON).search(words):
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


def _edition(field: Field) -> Iterator[Finding]:
    """An edition that BibTeX cannot convert to an ordinal number."""
    words = field.value
    if pattern(EDITION).match(words):
        return
    yield Finding(
        field.span,
        f'The style prints "{words.strip("{}")} ed." Write only the number of the edition, such as'
        " edition = {2}.",
        severity=INFO,
    )
