"""Tables that a command scales."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.source import Span


def scales_table(context: Context, span: Span) -> bool:
    """True for a command around a tabular outside all floats."""
    view, paper = context.latex, context.paper
    if view is None or any(
        other.span.source is span.source and other.span.start <= span.start < other.span.end
        for other in paper.floats
    ):
        return False
    return any(
        inner.span.source is span.source and span.start < inner.span.start < span.end
        for inner in view.environments("tabular", "tabular*", "tabularx", "tabulary")
    )
