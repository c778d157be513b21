"""Row headers whose words are in several columns, or in several rows: "Hawk" and "7B", or "Lynx"
and "+ Tuning" below it.
"""

from __future__ import annotations

import re

from ieeelint.report.verify.cell_content import CITED, cell_content
from ieeelint.report.verify.headers import OURS, normalized
from ieeelint.report.verify.meanings import in_order, only_one

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ieeelint.report.verify.tabular_headers import TabularHeaders

COLUMNS = 3  # that may have words of the header of a row
TOGETHER = ((0, 1, 2), (0, 1), (0, 2), (1, 2))
ADDED = re.compile(r"(?i)\s*(?:\+|w/(?!o)|with\b)\s*")  # before what a row adds to one above it
WITHOUT = re.compile(r"(?i)\s*(?:w/o|without\b|[-−–])")  # nothing adds to such a row


def joined_headers(headers: TabularHeaders, known: Sequence[str]) -> dict[int, str]:
    """The words of headers of the lock file, by the number of the row of the tabular that has all
    their words, and no others, in several cells.
    """
    by_words = only_one((_words(header), header) for header in known)
    found = {}
    for number, texts, readings in _rows(headers):
        if len({_words(text) for text in readings} & by_words.keys()) > 1:
            continue  # it adds to the first row, or to the one above
        for words in map(_words, [*readings, *texts]):
            if words in by_words:
                found[number] = normalized(by_words[words])
                break
    return found


def _rows(headers: TabularHeaders) -> Iterator[tuple[int, list[str], list[str]]]:
    """The numbers of rows, each with its joined texts, and the two readings of what it adds to the
    rows above; an empty cell continues the one above.
    """
    above = [""] * COLUMNS
    # the header to which rows such as "+ Tuning" add, without and with what is added already
    base = chain = ""
    for number in range(len(headers.grid.rows)):
        if number in headers.titles:
            continue
        texts = [_text(headers, number, column) for column in range(COLUMNS)]
        added = ADDED.match(texts[0])
        readings = []
        if added:
            addition = texts[0][added.end() :]
            texts[0], chain = f"{base} {addition}", f"{chain} {addition}"
            readings = [texts[0], chain]
        elif texts[0]:
            above = texts
            if not WITHOUT.match(texts[0]):
                base = chain = texts[0]
        whole = [text or before for text, before in zip(texts, above)]
        if not added:
            above = whole
        joined = [
            " ".join(whole[column] for column in columns)
            for columns in TOGETHER
            if all(whole[column] for column in columns) and any(texts[at] for at in columns)
        ]
        yield number, joined, readings


def _text(headers: TabularHeaders, number: int, column: int) -> str:
    """The words of a cell; empty for a number and for the sign of a missing result."""
    cell = headers.layout.starting(number, column)
    if cell is None:
        return ""
    content = cell_content(headers.paper, cell)
    is_result = content.digits and content.unit in ("", "%")  # "7B" may be the size of a model
    text = OURS.sub(" ", CITED.sub("", headers.text(cell))).strip()
    return "" if is_result or not any(map(str.isalnum, text)) else text


def _words(text: str) -> tuple[str, ...]:
    """The words of a header in any order, however they are joined: "Lynx-7B" is "7B Lynx"."""
    return tuple(sorted(piece for piece in in_order(text) if piece not in ("+", "%")))
