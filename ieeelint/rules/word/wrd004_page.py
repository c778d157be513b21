"""WRD004: paper, margins and columns."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.rules import ERROR, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.source import Span
    from ieeelint.views.word import Section, WordView

PAPERS = ((612.0, 792.0), (595.3, 841.9))  # letter and A4, in points
SIDE = 45.0  # points; the template has 44.65 to 45.35
LARGE = 0.25  # of the text of the draft: a section that holds the body


@rule(
    "WRD004",
    "wrd-page-setup",
    ERROR,
    "IEEE conference template, sec. II-B; page set-up of the Word template",
    bad=[
        "%! word whole\n[paper title] Steady Flow\n[section columns=1]\n[Abstract] Abstract—Water"
        " is wet.\n"
        + "[Body Text] Rain is wet, and rivers are wet, and so are lakes and seas and oceans.\n"
        * 30
        + "[section columns=1]",
        "%! word whole\n[paper title] Steady Flow\n[section columns=1]\n[Abstract] Abstract—Water"
        " is wet.\n"
        + "[Body Text] Rain is wet, and rivers are wet, and so are lakes and seas and oceans.\n"
        * 30
        + "[section columns=2 margins=72,72,72]",
    ],
    good=[
        "%! word whole\n[paper title] Steady Flow\n[section columns=1]\n[Abstract] Abstract—Water"
        " is wet.\n"
        + "[Body Text] Rain is wet, and rivers are wet, and so are lakes and seas and oceans.\n"
        * 30
        + "[section columns=2]",
    ],
    formats=("word",),
)
def page_setup(context: Context) -> Iterator[Finding]:
    """Paper, margins and columns are those of the template: letter or A4, two columns, 0.62 in at
    the sides.

    Pages of another make are sent back, or squeezed into the book by a machine.
    """
    view = context.word
    if view is None:
        return
    texts = [_length(view, section) for section in view.sections]
    total = sum(texts)
    told = set()
    for section, length in zip(view.sections, texts):
        if length < LARGE * total or length < 1500:
            continue
        for message, severity in _faults(section):
            if message not in told:
                told.add(message)
                yield Finding(_place(view, section), message, severity=severity)


def _faults(section: Section) -> Iterator[tuple[str, str]]:
    """What is wrong with the page of a section of the body."""
    size = (section.width, section.height)
    if 0 not in size and not any(
        abs(size[0] - width) < 3 and abs(size[1] - height) < 3 for width, height in PAPERS
    ):
        inches = " × ".join(f"{points / 72:.2f}" for points in size)
        yield f"The pages measure {inches} in: IEEE takes US letter (8.5 × 11 in) or A4.", ERROR
    if section.columns == 1:
        yield (
            (
                "The text stands in one column here: the template has two, 3.5 in wide with 0.25 in"
                " between."
            ),
            ERROR,
        )
    elif abs(section.left - SIDE) > 5 or abs(section.right - SIDE) > 5:
        yield (
            (
                f"The side margins are {section.left / 72:.2f} in and {section.right / 72:.2f} in"
                " here: the template has 0.62 in."
            ),
            WARNING,
        )


def _length(view: WordView, section: Section) -> int:
    """How many characters the section holds."""
    ones = view.paragraphs[section.first - 1 : section.last]
    return sum(len(paragraph.plain) for paragraph in ones)


def _place(view: WordView, section: Section) -> Span:
    """The first words of the section."""
    ones = view.paragraphs[section.first - 1 : section.last]
    return next(paragraph.span for paragraph in ones if paragraph.plain.strip())
