"""BIB011: numbers of an entry that contradict each other."""

from __future__ import annotations

import time

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, rule
from ieeelint.rules.support.bibtex_examples import HEAD
from ieeelint.rules.support.works import BIBTEX, cited

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.entries import Entry, Field

PLAIN_RANGE = r"(?<![\w.:/-])(\d+)\s*(?:-{1,3}|[–—])\s*(\d+)(?![\w.:/-])"
ARXIV = r"(?<![\d.])(\d\d)(0[1-9]|1[0-2])\.\d{4,5}(?!\d)"
FIRST_ARXIV_YEAR = 7  # of the numbers with a period
IEEE_DOI = r"10\.1109/[A-Za-z][A-Za-z0-9-]+\.((?:19|20)\d\d)\."
FURTHEST_YEAR = 1  # after this one, of works in press
FURTHEST_CONFERENCE = 1  # years between a conference and its DOI
ENTRY = "@article{lima, author = {Ana Lima}, title = {Flow}, journal = {J. Flow}, year = 2020, %s}"


def _example(fields: str) -> str:
    return HEAD + ENTRY.replace("%s", fields)


@rule(
    "BIB011",
    "bib-facts",
    INFO,
    "convention",
    bad=[
        _example("pages = {⟦29--21⟧}"),
        _example("volume = 3").replace("2020", "⟦2920⟧"),
        _example("volume = 3").replace("year = 2020", "date = ⟦{2920-01}⟧"),
        _example("eprint = {⟦2105.00001⟧}"),
        _example("note = {arXiv:⟦2105.00001⟧}"),
        _example("doi = {⟦10.1109/TFL.2021.⟧1234}"),
        _example("doi = {⟦10.1109/FLOW.2014.⟧1234}").replace("@article", "@inproceedings"),
        _example("issn = {⟦0018-9449⟧}"),
        _example("isbn = {⟦978-3-16-148410-1⟧}"),
        _example("isbn = {⟦0-306-40615-3⟧}"),
    ],
    good=[
        _example("pages = {21--29, 1020--31, 1-9--1-2, 7--7}, note = {21.00001}"),
        _example("eprint = {1905.00001}, doi = {10.1109/TFL.2019.1234}"),
        _example("eprint = {2101.00001}, doi = {10.1109/FLOW.2021.1234}").replace(
            "@article", "@inproceedings"
        ),
        _example("note = {math.9905001}, doi = {10.1016/j.flow.2021.1}"),
        _example("eprint = {2105.00001}").replace("2020", "{in press}"),
        _example("eprint = {0305.00001}").replace("2020", "1999"),
        _example("issn = {0018-9448, 1557-9654}, isbn = {978-3-16-148410-0, 0-306-40615-2}"),
        _example("isbn = {080442957X}, issn = {123}"),
    ],
    formats=BIBTEX,
)
def facts(context: Context) -> Iterator[Finding]:
    """The numbers of an entry agree: pages run forward, the year is not in the future or before
    that of the preprint number or the DOI, and check digits are right.

    The number of a preprint on arXiv begins with its year and month, and most DOIs of IEEE contain
    a year. An ISSN or ISBN whose check digit is wrong has a wrong digit.
    """
    latest = time.localtime().tm_year + FURTHEST_YEAR
    for entry in cited(context):
        fields = entry.fields
        if "pages" in fields:
            yield from _pages(fields["pages"])
        digits = pattern(r"\d{4}").match(entry.value("year", "date"))
        if digits is not None:
            yield from _year(entry, int(digits.group()), latest)
        for name, is_right in (("issn", _is_issn), ("isbn", _is_isbn)):
            if name not in fields:
                continue
            for match in pattern(r"[\dXx-]{8,17}").finditer(fields[name].span.text):
                number = match.group().replace("-", "").upper()
                if not is_right(number):
                    yield Finding(
                        _within(fields[name], match),
                        f"A digit of this {name.upper()} is wrong: its check digit does not fit.",
                    )


def _pages(field: Field) -> Iterator[Finding]:
    """A range whose last page is before the first; "1020--31" is a short form."""
    for match in pattern(PLAIN_RANGE).finditer(field.span.text):
        if len(match[1]) == len(match[2]) and int(match[2]) < int(match[1]):
            yield Finding(
                _within(field, match),
                f"The pages run backward: {match[2]} is before {match[1]}. Correct them.",
            )


def _year(entry: Entry, year: int, latest: int) -> Iterator[Finding]:
    """A year in the future, or one that the number of a preprint or a DOI contradicts."""
    field = entry.fields.get("year") or entry.fields.get("date")
    if year > latest and field is not None:
        yield Finding(field.span, f"The year {year} is in the future. Correct it.")
        return
    for name in ("eprint", "journal", "note", "howpublished", "url"):
        preprint = entry.fields.get(name)
        if preprint is None or name != "eprint" and "arxiv" not in preprint.value.lower():
            continue
        match = pattern(ARXIV).search(preprint.span.text)
        if match is None or int(match[1]) < FIRST_ARXIV_YEAR:
            continue
        # a preprint of December may have a number of January
        if year < 2000 + int(match[1]) - (match[2] == "01"):
            yield Finding(
                _within(preprint, match),
                f"This preprint is of 20{match[1]}, but the year of the entry is {year}. Correct"
                " one of them.",
            )
            return
    doi = entry.fields.get("doi")
    match = pattern(IEEE_DOI).search(doi.span.text) if doi is not None else None
    if doi is None or match is None:
        return
    is_paper = entry.kind in ("inproceedings", "conference")
    if abs(year - int(match[1])) > FURTHEST_CONFERENCE if is_paper else year < int(match[1]):
        yield Finding(
            _within(doi, match),
            f"The DOI has the year {match[1]}, but the entry has {year}. Correct one of them.",
        )


def _is_issn(number: str) -> bool:
    """True if the check digit of an ISSN fits, or if this is not one."""
    if pattern(r"\d{7}[\dX]").fullmatch(number) is None:
        return True
    return _weighted(number) % 11 == 0


def _is_isbn(number: str) -> bool:
    """True if the check digit of an ISBN fits, or if this is not one."""
    if pattern(r"\d{9}[\dX]").fullmatch(number) is not None:
        return _weighted(number) % 11 == 0
    if pattern(r"97[89]\d{10}").fullmatch(number) is None:
        return True
    return sum(int(digit) * (1, 3)[at % 2] for at, digit in enumerate(number)) % 10 == 0


def _weighted(number: str) -> int:
    """The sum of the digits times their places from the right; X is 10."""
    return sum(
        (10 if digit == "X" else int(digit)) * (len(number) - at) for at, digit in enumerate(number)
    )


def _within(field: Field, match: re.Match[str]) -> Span:
    """The place of a match in the source of a field."""
    return Span(field.span.source, field.span.start + match.start(), field.span.start + match.end())
