"""A number with its unit, and its location in the text or in a formula."""

from __future__ import annotations

from ieeelint.paper.source import Span
from ieeelint.paper.text import SUPERSCRIPT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.text import Mark


class QuantityUse:
    """A number with its unit.

    ``number`` and ``unit`` are as a reader sees them, with exponents as in
    "m/s^2".  ``start`` to ``end`` and the like are places in the paper's text.
    When a formula (``in_math``) or a siunitx macro contains both, all of them are
    the positions of its placeholder and ``mark`` is its mark; ``inner`` then holds
    the offsets of number and unit in the content of the formula.  ``separator``
    is the text between the two.  ``unit_in_math`` is true for a unit in a formula,
    ``upright`` when ``\\mathrm``, ``\\text`` and the like keep it from being italic.
    ``number`` is "…" where a unit follows a whole vector.
    """

    __slots__ = (
        "start",
        "end",
        "number",
        "number_start",
        "number_end",
        "separator",
        "unit",
        "unit_start",
        "unit_end",
        "in_math",
        "unit_in_math",
        "upright",
        "number_in_math",
        "mark",
        "inner",
        "unit_mark",
        "head",
    )

    def __init__(self, number: str, number_start: int, number_end: int) -> None:
        self.number = number
        self.start = self.number_start = number_start
        self.end = self.number_end = number_end
        self.separator = ""
        self.unit = ""
        self.head = ""  # the first symbol of a compound
        self.unit_start = self.unit_end = number_end
        self.in_math = False
        self.number_in_math = False
        self.unit_in_math = False
        self.upright = True
        self.mark: Mark | None = None
        self.unit_mark: Mark | None = None
        self.inner: tuple[int, int, int, int] | None = None

    def span(self, paper: Paper) -> Span:
        """The source of number and unit."""
        if self.inner is not None and self.mark is not None:
            return inner_span(self.mark, self.inner[0], self.inner[3])
        return paper.text.span(self.start, self.end)

    def unit_span(self, paper: Paper) -> Span:
        """The source of the unit."""
        if self.inner is not None and self.mark is not None:
            return inner_span(self.mark, self.inner[2], self.inner[3])
        return paper.text.span(self.unit_start, self.unit_end)

    def __repr__(self) -> str:
        return f"QuantityUse({self.number!r}, {self.separator!r}, {self.unit!r}, {self.start})"


def content_span(mark: Mark) -> Span:
    """The source of the content of a formula's mark."""
    content: Span = getattr(mark.data, "content_span", None) or mark.data.span
    return content


def inner_span(mark: Mark, start: int, end: int) -> Span:
    """The source of a range of a formula's content; the whole formula where a macro prints it."""
    whole = content_span(mark)
    if whole.end - whole.start != len(mark.data.content):
        return mark.span
    return Span(whole.source, whole.start + start, whole.start + end)


def is_raised(paper: Paper, position: int) -> bool:
    """True for a superscript character."""
    return paper.text.is_within(position, SUPERSCRIPT)
