"""The width of a picture according to its options, and the columns of the page."""

from __future__ import annotations

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.source import Span

COLUMN_INCHES = 3.5
PAGE_INCHES = 7.16
# Unit -> inches.
INCHES = {
    "in": 1.0,
    "cm": 1 / 2.54,
    "mm": 1 / 25.4,
    "pt": 1 / 72.27,
    "bp": 1 / 72,
    "pc": 12 / 72.27,
}
WIDTH = (
    r"(?:^|[,\[{\s])\s*(?:max"
    r" )?width\s*=\s*\{?\s*([0-9]*\.?[0-9]*)\s*\*?\s*(\\[a-z]+width|\\hsize|in|cm|mm|pt|bp|pc)\b"
)
# Environments that change \textwidth inside them.
BOXES = (
    "minipage",
    "subfigure",
    "subtable",
    "subfigure*",
    "subtable*",
    "wrapfigure",
    "tabular",
    "tabularx",
    "tblr",
)


class Width:
    """A width: ``factor`` times ``measure`` (``\\textwidth``, ``cm`` …)."""

    __slots__ = ("factor", "measure")

    def __init__(self, factor: float, measure: str) -> None:
        self.factor = factor
        self.measure = measure

    @property
    def words(self) -> str:
        """The width as an author would type it."""
        number = f"{self.factor:g}"
        return (
            f"{'' if number == '1' else number}{self.measure}"
            if self.measure[0] == "\\"
            else number + " " + self.measure
        )

    @property
    def inches(self) -> float:
        """The width of an absolute measure; 0 for a relative one."""
        return self.factor * INCHES.get(self.measure, 0.0)


def width_in(options: str) -> Width | None:
    """The value of ``width=`` in the options of a picture."""
    match = pattern(WIDTH).search(options[:400])
    if match is None:
        return None
    number, measure = match.groups()
    if number == ".":
        return None
    return Width(float(number) if number else 1.0, measure)


def length(text: str) -> Width | None:
    """A length alone, as in the argument of ``\\resizebox``."""
    return width_in("width=" + text)


def is_two_column(context: Context) -> bool:
    """True when the text has two columns, which is the default of every IEEE class."""
    view = context.latex
    if view is None:
        return True
    if view.has_class_option("onecolumn") or view.commands("onecolumn"):
        return False
    return view.class_name.lower().startswith("ieee") or view.has_class_option("twocolumn")


def is_boxed(context: Context, span: Span, within: Span) -> bool:
    """True when a box inside ``within`` contains ``span``, so that ``\\textwidth`` is its width."""
    view = context.latex
    if view is None:
        return False
    return any(
        box.span.source is span.source
        and within.start < box.span.start <= span.start
        and span.end <= box.span.end
        for box in view.environments(*BOXES)
    )
