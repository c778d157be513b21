"""Figures and tables that are not at the top or bottom of a column."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.rules import INFO
from ieeelint.rules.support.float_order import is_here
from ieeelint.rules.support.widths import is_two_column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.floats import Float
    from ieeelint.paper.model import Paper


def placement_findings(context: Context, floats: list[Float], word: str) -> Iterator[Finding]:
    """Floats fixed in the middle of a column."""
    if context.profile.is_compsoc and context.profile.is_conference:
        return
    for holder in floats:
        if is_here(holder) and holder.placement_span is not None:
            message = (
                f"[{holder.placement}] can place the {word} in the middle of a column. IEEE puts"
                f" {word}s at the top or bottom of a column: write [!t]."
            )
            if holder.starred and "H" not in str(holder.placement) and is_two_column(context):
                message = (
                    f"[{holder.placement}] leaves no place for a {word} across both columns, which"
                    " LaTeX then prints at the end of the paper. Write [!t]."
                )
            yield Finding(
                holder.placement_span,
                message,
                Fix(Edit(holder.placement_span, "!t", on_source=True)),
            )
        elif holder.environment.startswith("wrap"):
            message = (
                f"Text wraps around this {word}, but IEEE columns have no wrapped floats. Use a"
                f" plain {word} with [!t]."
            )
            yield Finding(holder.span, message)
        elif holder.environment.startswith("captionof") and not _is_inside(holder, context.paper):
            message = (
                f"This {word} does not float, so it may be in the middle of a column. Put it in a"
                f" {word} environment with [!t]."
            )
            yield Finding(holder.span, message, severity=INFO)


def _is_inside(holder: Float, paper: Paper) -> bool:
    """True for a caption of another kind inside a float."""
    return any(
        other is not holder
        and other.span.source is holder.span.source
        and other.span.start <= holder.span.start < other.span.end
        for other in (*paper.figures, *paper.tables)
    )
