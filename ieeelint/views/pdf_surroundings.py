"""What is printed around the text of a PDF file: running heads, page numbers, and line numbers."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.views.pdf_parts import INCH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.views.pdf_parts import Line, Page

OUTER = 1.3 * INCH  # running heads and page numbers are this close to the edge
MOST_NOTICE = 6  # lines of a notice at the foot of the first page
APART = 8.0  # points between the ink of a running head and the text
PAGE_NUMBER = r"(?:[Pp]age )?[-–—]? ?(\d{1,4}) ?[-–—]?(?: ?(?:of|/) ?\d{1,4})?"
NOTICE = r"©|\(c\) ?20|\$\d\d\.\d\d|\bISBN\b|Authorized licensed use"
FEWEST_LINE_NUMBERS = 8  # on a page
FEWEST_IN_LISTING = 3  # numbers of the lines of a program


def line_numbers(pages: list[Page]) -> set[int]:
    """The identities of the line numbers of a copy for review: they go down most of the page on
    most pages, unlike those of a listing.
    """
    numbers: set[int] = set()
    full_pages = 0
    for page in pages:
        is_full = False
        for column in _columns(page, FEWEST_LINE_NUMBERS):
            steps = [after[0] - before[0] for before, after in zip(column, column[1:])]
            if sum(step in (1, 5) for step in steps) < 0.9 * len(steps):
                continue
            lines = [line for _, line in column if line.text.isdecimal()]
            numbers.update(map(id, lines))
            is_full |= column[0][1].top - column[-1][1].bottom > page.height / 2
        full_pages += is_full
    return numbers if full_pages and full_pages >= len(pages) / 2 else set()


def listing_lines(pages: list[Page]) -> set[int]:
    """The identities of the numbers next to the lines of a program, which are in the margin, and
    of the lines that begin with one.
    """
    numbered: set[int] = set()
    for page in pages:
        for column in _columns(page, FEWEST_IN_LISTING):
            steps = [after[0] - before[0] for before, after in zip(column, column[1:])]
            if all(1 <= step <= 5 for step in steps):  # a line may have no number
                numbered.update(id(line) for _, line in column)
    return numbered


def _columns(page: Page, fewest: int) -> Iterator[list[tuple[int, Line]]]:
    """The numbers below each other at the same left or right edge, each with its line, from the top
    of the page; a number may be the first word of a line.
    """
    columns: dict[tuple[str, int], list[tuple[int, Line]]] = {}
    for line in page.lines:
        first, _, rest = line.text.partition(" ")
        if line.is_upright and first.isdecimal() and len(first) <= 5:
            columns.setdefault(("left", round(line.left / 4)), []).append((int(first), line))
            if not rest:
                columns.setdefault(("right", round(line.right / 4)), []).append((int(first), line))
    for (edge, place), column in columns.items():
        numbers = [*column, *columns.get((edge, place + 1), ())]
        if len(numbers) >= fewest:
            yield sorted(numbers, key=lambda number: -number[1].bottom)


def without_notice(body: dict[int, list[Line]]) -> list[Line]:
    """The lines of the first page without a notice below its text: a few lines, lower than the
    text of all other pages, and apart from the text above.
    """
    first = body[1]
    others = [line.bottom for number, each in body.items() if number > 1 for line in each]
    if not others:
        return first
    kept = [line for line in first if line.bottom > min(others) - APART]
    notice = [line for line in first if line.bottom <= min(others) - APART]
    if not kept or not 0 < len(notice) <= MOST_NOTICE:
        return first
    gap = min(line.bottom for line in kept) - max(line.top for line in notice)
    return kept if gap > APART else first


def _is_outer(line: Line, page: Page) -> bool:
    return line.bottom < OUTER or line.top > page.height - OUTER


def _is_apart(line: Line, lines: list[Line]) -> bool:
    """True if there is space between a line and all text above or all text below it."""
    others = [other for other in lines if abs(other.bottom - line.bottom) > 3]
    return all(other.bottom > line.top + APART for other in others) or all(
        other.top < line.bottom - APART for other in others
    )


def page_numbers(pages: list[Page], upright: dict[int, list[Line]]) -> list[Line]:
    """The lines that count the pages: one for each page, or for nearly each."""
    by_offset: dict[int, dict[int, Line]] = {}
    for page in pages:
        lines = upright[page.number]
        for line in lines:
            match = pattern(PAGE_NUMBER).fullmatch(line.text)
            if match and _is_outer(line, page) and _is_apart(line, lines):
                offset = int(match.group(1)) - page.number
                by_offset.setdefault(offset, {}).setdefault(page.number, line)
    for numbers in sorted(by_offset.values(), key=len, reverse=True):
        if len(numbers) >= max(0.6 * len(pages), 2) or (len(pages) == 1 and 0 in by_offset):
            return list(numbers.values())
    return []


def running_heads(
    pages: list[Page], upright: dict[int, list[Line]], page_numbers: list[Line]
) -> set[int]:
    """The identities of the running heads and feet, and of notices of copyright there."""
    heads = set(map(id, page_numbers))
    places: dict[tuple[str, int], list[Line]] = {}
    for page in pages:
        lines = upright[page.number]
        numbers = [line for line in lines if id(line) in heads]
        for line in lines:
            if not _is_outer(line, page):
                continue
            is_beside = any(abs(line.bottom - number.bottom) < 4 for number in numbers)
            if is_beside or pattern(NOTICE).search(line.text):
                heads.add(id(line))
            elif _is_apart(line, lines):
                words = pattern(r"\d+").sub("#", line.text)
                places.setdefault((words, round(line.bottom / 3)), []).append(line)
    for lines in places.values():
        if len(lines) > 1:
            heads.update(map(id, lines))
    return heads
