"""Tables that a command scales."""

from __future__ import annotations

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.source import Span
    from ieeelint.views.latex import Command

# A tabular that the argument holds directly, not inside a drawing.
DIRECT = r"^[^\n]{0,80}\{\s*(?:%[^\n]*\n\s*|\\centering\s*)*\\begin\{tabular[*xy]?\}"
# Sizes of \resizebox that are those of its contents.
SAME_WIDTH = r"(?:1(?:\.0*)?)?\s*\\width|!"
SAME_HEIGHT = r"(?:1(?:\.0*)?)?\s*\\(?:height|totalheight)|!"


def keeps_size(command: Command) -> bool:
    r"""True for a ``\scalebox`` or ``\resizebox`` by the factor 1."""
    first = command.argument(0).strip()
    if command.name == "scalebox":
        return pattern(r"1(?:\.0*)?").fullmatch(first) is not None
    return (
        pattern(SAME_WIDTH).fullmatch(first) is not None
        and pattern(SAME_HEIGHT).fullmatch(command.argument(1).strip()) is not None
    )


def scales_table(context: Context, span: Span) -> bool:
    """True for a command around a tabular outside all floats."""
    paper = context.paper
    if any(
        other.span.source is span.source and other.span.start <= span.start < other.span.end
        for other in paper.floats
    ):
        return False
    return pattern(DIRECT).search(span.text) is not None
