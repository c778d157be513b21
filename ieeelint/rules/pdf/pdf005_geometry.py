"""PDF005: page size, margins, gutter, and text beyond them."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.phrases import plural
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.tables import table
from ieeelint.views.pdf_layout import paper_name
from ieeelint.views.pdf_parts import INCH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.views.pdf import PdfView
    from ieeelint.views.pdf_layout import Layout
    from ieeelint.views.pdf_parts import Line, Page

BEYOND = 7.2  # points beyond the edge of the text that are seen at once
OFF_PAGE = 9.0  # points from the edge of the page that no printer prints
ROUNDED = 0.005  # inches that nobody measures
NEAR_EDGE = 32.0  # points from the edge of the page: templates leave it empty
EDGES = "left", "right", "top", "bottom"
FEWEST_CHARACTERS = 1500  # of a file whose margins are judged

# The right column has only a few short words: nobody can say where it ends.
UNEVEN = (
    "%! pdf none\n[font Times] 150 700 20 Steady Flow of Water in Narrow Pipes\n"
    "[font Times] 50 600 10 Water moves through narrow pipes more slowly than\n"
    "[font Times] 50 588 10 through wide ones, and the law holds for all kinds\n"
    "[font Times] 50 576 10 of pipes and hoses that are longer than their width\n"
    "[font Times] 320 600 5 Water moves in pipes"
)
# A short paper that fills a part of its left column.
HALF = (
    "%! pdf none\n[font Times] 150 700 20 Steady Flow of Water in Narrow Pipes\n"
    "[font Times] 50 600 10 Water moves through narrow pipes more slowly than\n"
    "[font Times] 50 588 10 Water moves through narrow pipes more slowly than\n"
    "[font Times] 50 576 10 Water moves through narrow pipes more slowly than"
)

# A paper of one page whose right column has nothing but an author; the numbers of its formulas
# begin where a right column of the same width would.
LEFT_ONLY = (
    "%! pdf none\n[font Times] 120 740 20 Steady Flow of Water in Narrow Pipes\n"
    + "".join(
        f"[font Times] 340 {y} 10 Institute of Steady Flow, Porto\n" for y in range(690, 642, -12)
    )
    + "".join(
        f"[font Times] 50 {y} 10 Water moves through narrow pipes more slowly than\n"
        for y in range(600, 168, -12)
    )
    + "[font Times] 259 140 10 (1)"
)


@rule(
    "PDF005",
    "pdf-page-geometry",
    WARNING,
    "IEEE conference template, sec. II-A; IEEEtran HOWTO, sec. II-E",
    bad=[
        "%! pdf size=500x700",
        "%! pdf\n[page size=a4]",
        "%! pdf\n[page size=500x700]",
        "%! pdf size=500x700\n[page size=500x600]",
        "%! pdf size=500x700\n[page]",
        "%! pdf side=29",
        "%! pdf gutter=6",
        "%! pdf bottom=30",
        "%! pdf\n%! file venue.toml\nmargins = { left = 0.9 }\n",
        "%! pdf\n%! file venue.toml\ngutter = 0.3\n",
        "%! pdf\n[page]\n[page]\n[font Times] 60 5 10 A caption off the page",
        "%! pdf\n[page]\n[page]\n[font Times] 60 20 10 A caption at its edge",
        "%! pdf\n[font Times] 400 500 10 A long formula that runs beyond the edge of the text",
        "%! pdf\n[font Times] 430 500 10 A formula beyond the edge of text",
        "%! pdf\n[font Times] 4 500 10 A formula that begins off the page",
        "%! file main.log\nThis is pdfTeX\n"
        "%! printed\n[font Times] 430 500 10 A formula beyond the edge of text",
        "%! pdf\n[font Times] 30 500 10 A formula that begins in the margin",
        UNEVEN + "\n[font Times] 250 650 20 A formula that runs over both of the columns",
        "%! pdf\n[font Times] 26 500 7 10\n[font Times] 26 490 7 4\n[font Times] 26 480 7 12",
        "%! pdf\n[font Times] 430 500 10 A formula beyond the edge of text\n"
        "[font Times] 430 400 10 A formula beyond the edge of text",
        "%! pdf\n[font Times] 400 500 10 A formula that runs beyond the edge of the page",
        "%! pdf\n[font Times] 75 404 10 A formula of the left column that runs over the other one",
    ],
    good=[
        "%! pdf",
        "%! pdf\n%! file venue.toml\nmargins = { left = 0.6 }\ngutter = 0.16\n",
        "%! pdf size=a4",
        "%! pdf\n[page]\n[page empty]",
        "%! pdf\n[font Times] 900 500 10 words that no page shows",
        "%! file main.log\nThis is pdfTeX\n"
        "Overfull \\hbox (45.3pt too wide) detected at line 20\n\n"
        "%! printed\n[font Times] 430 500 10 A formula beyond the edge of text",
        "%! pdf none",
        "%! pdf\n[font Times] 75 60 10 A formula of the left column that runs over the other one\n"
        "[font Times] 450 60 10 words to the right",
        "%! pdf\n[locked user]",
        "%! pdf none\n[font Times] 20 700 10 Water is wet.",
        "%! pdf\n[font Times] 325 60 10 x\n[font Times] 240 60 10 A line over both columns",
        "%! pdf columns=1 side=72",
        "%! pdf\n[page turned]",
        "%! pdf\n[font Times turned] 10 400 10 A note that is printed along the edge of each page",
        "%! pdf\n[font Times figure=rate.pdf] 520 500 8 Rate in megabits in each second",
        UNEVEN,
        HALF,
        LEFT_ONLY,
        "%! pdf none\n[font Times] 20 600 10 " + "Water moves through narrow pipes. " * 4,
        "%! pdf line-numbers",
        "%! pdf\n[font Times] 26 500 7 9\n[font Times] 26 490 7 10\n[font Times] 26 480 7 12 end",
        "%! pdf\n[journal]",
        "%! pdf\n[font Times] 48 40 8 979-8-3503-0000-0/26/$31.00 ©2026 IEEE",
    ],
    formats=("pdf",),
)
def geometry(context: Context) -> Iterator[Finding]:
    """Every page is Letter or A4, and its text keeps to the margins and columns.

    Submission systems measure the margins, the gutter, and the text beyond them, and return papers
    because of them. Text of figures, running heads, line numbers for review, and notices at the
    foot of the first page do not count. The trim size of IEEE's transactions is accepted. A venue
    file may set other limits.
    """
    view = context.pdf
    if view is None or not view.pages:
        return
    yield from _sizes(view)
    layout = view.layout
    if not layout.size:
        return
    count = sum(len(line.text) for lines in layout.body.values() for line in lines)
    if layout.is_certain and count >= FEWEST_CHARACTERS:
        yield from _margins(context, view, layout)
    if context.log is None or not context.log.has_wide_box:  # PDF010 reports these in the source
        for page in layout.pages:
            yield from _beyond(page, layout)


def _sizes(view: PdfView) -> Iterator[Finding]:
    """Pages of another size."""
    first = view.pages[0]
    name = paper_name(first)
    if not name:
        message = (
            f"The page is {_inches(first)}, which is neither Letter (8.5 × 11 in) nor A4"
            " (8.27 × 11.69 in). Set the paper size of the template."
        )
        yield Finding(first.span, message, severity=ERROR)
    for page in view.pages[1:]:
        if paper_name(page) != name or (not name and _inches(page) != _inches(first)):
            message = (
                f"This page is {paper_name(page) or _inches(page)}, but the first page is"
                f" {name or _inches(first)}. Give all pages one size."
            )
            yield Finding(page.span, message, severity=ERROR)
            return


def _margins(context: Context, view: PdfView, layout: Layout) -> Iterator[Finding]:
    """Margins and gutter that are narrower than in any of IEEE's templates, or than the venue
    allows.
    """
    if paper_name(view.pages[0]) not in ("Letter", "A4"):
        return
    facts = table("pdf")
    least = facts["margins"]["conference" if context.profile.is_conference else "journal"]
    venue = context.venue
    for edge, margin in zip(EDGES, layout.margins):
        limit = venue.margins.get(edge, least.get(edge, least["side"]))
        if margin / INCH < limit - ROUNDED:
            asks = f"IEEE's templates have {limit} in or more"
            if edge in venue.margins:
                asks = f"{venue.label} asks for {limit} in or more {venue.because('margins')}"
            yield Finding(
                view.span,
                f"The {edge} margin is {margin / INCH:.2f} in, but {asks}. Delete the code or the"
                " settings that change the page.",
            )
    limit = facts["columns"]["gutter"] if venue.gutter is None else venue.gutter
    if layout.columns == 2 and layout.gutter / INCH < limit - ROUNDED:
        asks = "IEEE's templates have 0.167 in or more"
        if venue.gutter is not None:
            asks = f"{venue.label} asks for {limit} in or more {venue.because('gutter')}"
        yield Finding(
            view.span,
            f"The gutter between the columns is {layout.gutter / INCH:.3f} in, but {asks}. Delete"
            " the code or the settings that change the columns.",
        )


def _beyond(page: Page, layout: Layout) -> Iterator[Finding]:
    """The text of a page that goes furthest beyond the edges of the text, and over other text."""
    lines = layout.body.get(page.number, [])
    far = [
        (over, line)
        for line in lines
        if (over := _excess(line, layout)) > BEYOND and (layout.is_certain or _is_off(line, page))
    ]
    if far:
        over, line = max(far, key=lambda each: each[0])
        side = "right" if line.right > layout.right + BEYOND else "left"
        verb = "runs off the page," if _is_off(line, page) else "runs"
        message = f"This text {verb} {over / INCH:.2f} in beyond the {side} edge of the other text"
        if len(far) > 1:
            message += f", and so do {plural(len(far) - 1, 'line')} more on this page"
        yield Finding(
            line.span, f"{message}. Break the formula or the line, or make the table narrower."
        )
    low = min(lines, key=lambda line: line.bottom, default=None)
    if low is not None and low.bottom < min(layout.bottom - BEYOND, NEAR_EDGE):
        edge = "runs off the page" if low.bottom < OFF_PAGE else "is near the edge of the page"
        message = f"This text {edge} at the bottom. Make the figure or the table above it smaller."
        yield Finding(low.span, message)
    if layout.columns == 2:
        yield from _overprinted(lines, layout)


def _is_off(line: Line, page: Page) -> bool:
    """True for a line that no printer prints as a whole."""
    return line.right > page.width - OFF_PAGE or line.left < OFF_PAGE


def _excess(line: Line, layout: Layout) -> float:
    """How far a line goes beyond the left or the right edge of the text."""
    left = layout.left if id(line) in layout.numbered else line.left
    return max(layout.left - left, line.right - layout.right)


def _overprinted(lines: list[Line], layout: Layout) -> Iterator[Finding]:
    """The first line of the left column that is printed over words of the right one."""
    center = layout.width / 2
    middle = layout.gutter / 2
    others = [line for line in lines if line.left > center - 3 and len(line.text) >= 10]
    for line in lines:
        if line.left > center - middle or line.right < center + middle + 6:
            continue
        for other in others:
            height = min(line.top, other.top) - max(line.bottom, other.bottom)
            least = min(line.top - line.bottom, other.top - other.bottom)
            if line.right > other.left + 6 and height > 0.5 * least:
                message = (
                    "This text runs over the gutter and over the words of the other column. Break"
                    " the formula or the line, or make the table narrower."
                )
                yield Finding(line.span, message)
                return


def _inches(page: Page) -> str:
    return f"{page.width / INCH:.2f} × {page.height / INCH:.2f} in"
