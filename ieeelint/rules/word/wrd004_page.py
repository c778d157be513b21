"""WRD004: paper size, margins, and columns."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.rules import ERROR, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.source import Span
    from ieeelint.views.word import Section, WordView

PAPER_SIZES = ((612.0, 792.0), (595.3, 841.9))  # letter and A4, in points
SIDE_MARGIN = 45.0  # points; the template has 44.65 to 45.35
# A section of the body has at least this share of the text, and so many characters.
BODY_SHARE = 0.25
BODY_LENGTH = 1500
FIRST_WORDS = (
    "%! word whole\n"
    "[paper title] Steady Flow\n"
    "[section columns=1]\n"
    "[Abstract] Abstract—Water is wet.\n"
)
BODY = "[Body Text] Rain is wet, and rivers are wet, and so are lakes and seas and oceans.\n" * 30


@rule(
    "WRD004",
    "wrd-page-setup",
    ERROR,
    "IEEE conference template, sec. II-B; page setup of the Word template",
    bad=[
        FIRST_WORDS + BODY + "[section columns=1]",
        FIRST_WORDS + BODY + "[section columns=2 margins=72,72,72]",
    ],
    good=[FIRST_WORDS + BODY + "[section columns=2]"],
    formats=("word",),
)
def page_setup(context: Context) -> Iterator[Finding]:
    """Paper size, margins, and columns are those of the template: letter or A4, two columns, side
    margins of 0.62 in.

    IEEE returns pages with another layout, or scales them to fit the
    proceedings.
    """
    view = context.word
    if view is None:
        return
    lengths = [_length(view, section) for section in view.sections]
    total = sum(lengths)
    reported = set()
    for section, length in zip(view.sections, lengths):
        if length < BODY_SHARE * total or length < BODY_LENGTH:
            continue
        for message, severity in _faults(section):
            if message not in reported:
                reported.add(message)
                yield Finding(_first_words(view, section), message, severity=severity)


def _faults(section: Section) -> Iterator[tuple[str, str]]:
    """Message and severity of each fault of the page setup of a section."""
    size = (section.width, section.height)
    if 0 not in size and not any(
        abs(size[0] - width) < 3 and abs(size[1] - height) < 3 for width, height in PAPER_SIZES
    ):
        inches = " × ".join(f"{points / 72:.2f}" for points in size)
        yield f"The page size is {inches} in. Set it to US letter (8.5 × 11 in) or A4.", ERROR
    if section.columns == 1:
        message = (
            "The text is in one column. Set two columns, 3.5 in wide with 0.25 in between, as in"
            " the template."
        )
        yield message, ERROR
    elif abs(section.left - SIDE_MARGIN) > 5 or abs(section.right - SIDE_MARGIN) > 5:
        margins = _margins(section.left / 72, section.right / 72)
        message = f"{margins} Set them to 0.62 in, as in the template."
        yield message, WARNING


def _margins(left: float, right: float) -> str:
    """The side margins in inches, as a sentence."""
    if f"{left:.2f}" == f"{right:.2f}":
        return f"The left and right margins are {left:.2f} in."
    return f"The left margin is {left:.2f} in and the right margin is {right:.2f} in."


def _length(view: WordView, section: Section) -> int:
    """The number of characters in the section."""
    paragraphs = view.paragraphs[section.first - 1 : section.last]
    return sum(len(paragraph.plain) for paragraph in paragraphs)


def _first_words(view: WordView, section: Section) -> Span:
    """The first paragraph of the section that has words."""
    paragraphs = view.paragraphs[section.first - 1 : section.last]
    return next(paragraph.span for paragraph in paragraphs if paragraph.plain.strip())
