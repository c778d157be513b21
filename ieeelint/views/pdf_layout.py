"""The layout of a PDF file: columns, margins, size of the type, running heads, and numbers.

Submission systems such as EDAS measure the same lengths, and return papers because of them.
"""

from __future__ import annotations

from collections import Counter

from ieeelint.patterns import pattern
from ieeelint.phrases import plural
from ieeelint.views.pdf_parts import INCH
from ieeelint.views.pdf_surroundings import (
    OUTER,
    line_numbers,
    listing_lines,
    page_numbers,
    running_heads,
    without_notice,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ieeelint.views.pdf import PdfView
    from ieeelint.views.pdf_parts import Line, Page

# Name of a paper size -> width and height in points.
PAPERS = {
    "Letter": (612.0, 792.0),
    "A4": (595.28, 841.89),
    "the trim size of IEEE's transactions": (567.0, 774.0),
}
SAME_SIZE = 1.5  # points
LOST = 3 * INCH  # beyond the page: text further away is hidden on purpose
OUT_OF_PLACE = 4.0  # points: more than the depth of letters
SAME_EDGE = 1.5  # points between the ends of justified lines
SHARE, FEWEST_LINES = 0.15, 3  # of the lines that end at an edge
UNEVEN = 0.1  # of the width of a column: no template has columns of two widths
LONG = 20  # characters of a line that shows the width of its column
ACCENT = r"[´`^¨~ˆ˜ˇ˘¯˙˚¸˝ ]{1,5}"  # that a font without accented letters sets above a letter
JOURNAL = r"(?i)\b(?:transactions on|journal (?:of|on)|letters|magazine|vol\. ?\w+, no\.)"
COUNTS = {1: "one column", 2: "two columns"}


class Layout:
    """The layout of a PDF file; lengths are points, and 0 if there is not enough text.

    ``left`` and ``right`` are the edges of the text on the page, ``gutter`` the space between two
    ``columns``; ``top`` and ``bottom`` the margins above and below the text.  ``size`` is the most
    common size of the type.  ``is_certain`` is false if one of two columns seems to be narrower,
    or is empty, as in a file with too little text.  ``body`` has the upright lines of each page
    outside of pictures, but no running heads, page numbers, numbers of lines, or notices; pages of
    another width are left out.  ``numbered`` are the identities of the lines of programs with a
    number, which is in the margin.  ``heads`` are the running heads, ``page_numbers`` the lines
    with these.
    """

    def __init__(self, view: PdfView) -> None:
        self.pages = [page for page in view.pages if page.is_measured]
        width = self.pages[0].width if self.pages else 0.0
        usual = [page.number for page in self.pages if abs(page.width - width) < SAME_SIZE]
        self.size = 0.0
        self.columns = 1
        self.is_certain = True
        self.left = self.right = self.top = self.bottom = self.gutter = 0.0
        self.width = width
        numbers = line_numbers(self.pages)
        self.has_line_numbers = bool(numbers)
        self.numbered = listing_lines(self.pages)
        upright = {
            page.number: [
                line
                for line in page.lines
                if line.is_upright
                and not line.in_figure
                and id(line) not in numbers
                and line.right > -LOST
                and line.left < page.width + LOST
                and line.top > -LOST
                and not pattern(ACCENT).fullmatch(line.text)
            ]
            for page in self.pages
        }
        self.page_numbers = page_numbers(self.pages, upright)
        heads = running_heads(self.pages, upright, self.page_numbers)
        self.heads = [line for lines in upright.values() for line in lines if id(line) in heads]
        self.body = {
            number: [line for line in lines if id(line) not in heads]
            for number, lines in upright.items()
            if number in usual
        }
        self._measure()

    def _measure(self) -> None:
        lines = [line for each in self.body.values() for line in each]
        if not lines:
            return
        self.size = _most(lines, lambda line: round(line.size, 2))
        center = self.width / 2
        long = [line for line in lines if len(line.text) >= LONG] or lines
        on_left = [line for line in long if line.right < center + 3]
        on_right = [line for line in long if line.left > center - 3]
        sides = [sum(len(line.text) for line in side) for side in (on_left, on_right, long)]
        if sides[0] + sides[1] > 0.6 * sides[2] and sides[0] > 0.1 * sides[2] < sides[1] * 2:
            self.columns = 2
            self.left, self.right = _left(on_left), _right(on_right)
            inner, width = _left(on_right), _right(on_left) - self.left
            if abs(self.right - inner - width) > SAME_EDGE:
                # a column of a few paragraphs and references may show its edge only once
                begins = [line.left for line in lines if line.left > center - 3] or [inner]
                edge = min(begins, key=lambda left: abs(self.right - left - width))
                inner = edge if abs(self.right - edge - width) <= SAME_EDGE else inner
            widths = width, self.right - inner
            self.gutter = inner - _right(on_left)
            self.is_certain = abs(widths[0] - widths[1]) < UNEVEN * max(widths)
        else:
            self.left, self.right = _left(long), _right(long)
            self.is_certain = self.left < center < self.right
        if 1 in self.body:
            self.body[1] = without_notice(self.body)
        heights = {page.number: page.height for page in self.pages}
        texts = {number: each for number, each in self.body.items() if each}
        self.bottom = _extreme([min(line.bottom for line in each) for each in texts.values()])
        self.top = _extreme(
            [heights[number] - max(line.top for line in each) for number, each in texts.items()]
        )

    @property
    def is_journal(self) -> bool:
        """True if running heads name a journal, or count the pages at the top."""
        in_head = [line for line in self.page_numbers if line.bottom > self.pages[0].height - OUTER]
        words = " ".join(line.text for line in self.heads)
        return bool(in_head) or pattern(JOURNAL).search(words) is not None

    @property
    def margins(self) -> tuple[float, float, float, float]:
        """Left, right, top, and bottom margin."""
        return self.left, self.width - self.right, self.top, self.bottom


def _extreme(margins: list[float]) -> float:
    """The least margin of the pages, but not that of one page whose text a picture pushed out of
    its place.
    """
    least, *others = sorted(margins)
    return others[0] if len(others) > 1 and others[0] - least > OUT_OF_PLACE else least


def _most(lines: Iterable[Line], key: Callable[[Line], float]) -> float:
    """The value of most characters."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[key(line)] += len(line.text)
    return counts.most_common(1)[0][0]


def _left(lines: list[Line]) -> float:
    """The edge where lines begin."""
    return -_edge([-line.left for line in lines])


def _right(lines: list[Line]) -> float:
    """The edge where lines end."""
    return _edge([line.right for line in lines])


def _edge(values: list[float]) -> float:
    """The outermost value that many lines share; the outermost one of ragged lines."""
    fewest = max(SHARE * len(values), FEWEST_LINES)
    values = sorted(values, reverse=True)
    first = 0
    for last, value in enumerate(values):
        while values[first] - value > SAME_EDGE:
            first += 1
        if last - first + 1 >= fewest:
            shared = Counter(round(each * 4) / 4 for each in values[first : last + 1])
            return shared.most_common(1)[0][0]
    return values[0]


def paper_name(page: Page) -> str:
    """The name of the paper size of a page, in either direction; empty for an unknown one."""
    sides = sorted((page.width, page.height))
    for name, size in PAPERS.items():
        if all(abs(side - other) <= SAME_SIZE for side, other in zip(sides, size)):
            return name
    return ""


def described(view: PdfView, layout: Layout) -> str:
    """The layout in one line, as EDAS prints it."""
    if not view.pages:
        return f"a locked file, PDF {view.version}"
    first = view.pages[0]
    size = f"{first.width / INCH:.2f} × {first.height / INCH:.2f} in"
    words = [plural(len(view.pages), "page"), paper_name(first) or size]
    if layout.size:
        words.append(COUNTS[layout.columns])
        if layout.columns == 2 and layout.is_certain:
            words.append(f"gutter {layout.gutter / INCH:.3f} in")
        words.append(f"{layout.size:.2f} pt")
        margins = "/".join(f"{length / INCH:.2f}" for length in layout.margins)
        words.append(f"margins {margins} in" if layout.is_certain else "too little text to measure")
    elif layout.pages:
        words.append("no text")
    if layout.has_line_numbers:
        words.append("line numbers")
    words.append(f"PDF {view.version}")
    return ", ".join(words)
