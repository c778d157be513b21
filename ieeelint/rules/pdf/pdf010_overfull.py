"""PDF010: lines and tables that LaTeX could not fit into their column."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.rules import WARNING, rule
from ieeelint.views.log import VISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

LOG = "%! file main.log\nThis is pdfTeX, Version 3.141592653\n(./main.tex\n"


@rule(
    "PDF010",
    "pdf-overfull-boxes",
    WARNING,
    "IEEEtran HOWTO, sec. II-E; instructions of IEEE conferences",
    bad=[
        "⟦Water moves through somewhat extraordinarilynarrowedpipesandvalvesandpumps.⟧\n"
        f"{LOG}Overfull \\hbox (45.3pt too wide) in paragraph at lines 20--21\n"
        "[]\\OT1/ptm/m/n/10 Water moves through some-what ex-traordinar-i-ly\n\n)",
        f"{LOG}Overfull \\hbox (45.3pt too wide) in paragraph at lines 900--901\n"
        "[]\\OT1/ptm/m/n/10 Sand goes else-where\n\n)",
        "⟦\\begin{tabular}⟧{l}x\\end{tabular}\n"
        f"{LOG}Overfull \\hbox (45.3pt too wide) in paragraph at lines 20--20\n[][]\n\n"
        "Overfull \\hbox (25.3pt too wide) in paragraph at lines 20--20\n[][]\n\n)",
        f"{LOG}Overfull \\hbox (12.0pt too wide) has occurred while \\output is active\n[]\n\n)",
    ],
    good=[
        f"{LOG}Overfull \\hbox (7.2pt too wide) in paragraph at lines 20--21\n"
        "[]\\OT1/ptm/m/n/10 Water moves\n\n)",
        f"{LOG})",
        "Water is wet.",
    ],
    formats=("latex",),
)
def overfull_boxes(context: Context) -> Iterator[Finding]:
    r"""No line, formula, or table is wider than its column.

    The log of LaTeX names each one ("Overfull \hbox"). It is read if it is newer than the draft,
    and boxes that are up to 10 pt too wide are not reported. Break a formula with \split or
    multline, let a URL break with \url, and make a table narrower with fewer or shorter columns.
    """
    log, view = context.log, context.latex
    if log is None or view is None:
        return
    places: dict[tuple[str, int], Finding] = {}
    for box in sorted(log.boxes, key=lambda each: -each.points):
        span = box.span or view.document_span
        if box.points <= VISIBLE or span is None:
            continue
        words = "This" if box.span is not None else "A line or a float"
        if box.span is None and box.words:
            words += f' ("{box.words[:60]}" in the log)'
        message = (
            f"{words} is {box.points:.0f} pt ({box.points / 72.27:.2f} in) too wide for its column."
            " Break the formula or the line, or make the table narrower."
        )
        key = box.words if box.span is None else span.source.path, span.start
        places.setdefault(key, Finding(span, message))
    yield from places.values()
