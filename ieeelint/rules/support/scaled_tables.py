"""Tables that a command scales."""

from __future__ import annotations

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.source import Span

# A tabular that the argument holds directly, not inside a drawing.
DIRECT = r"^[^\n]{0,80}\{\s*(?:%[^\n]*\n\s*|\\centering\s*)*\\begin\{tabular[*xy]?\}"


def scales_table(context: Context, span: Span) -> bool:
    """True for a command around a tabular outside all floats."""
    paper = context.paper
    if any(
        other.span.source is span.source and other.span.start <= span.start < other.span.end
        for other in paper.floats
    ):
        return False
    return pattern(DIRECT).search(span.text) is not None
