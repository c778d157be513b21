"""FIG006: a figure is no wider than its column, and spans both columns only if it needs them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.seeking import items_from
from ieeelint.paper.source import Span
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.widths import (
    COLUMN_INCHES,
    PAGE_INCHES,
    Width,
    is_boxed,
    is_two_column,
    length,
    width_in,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.floats import Float

# Lengths that are as wide as the figure's place.
OWN_WIDTHS = ("\\columnwidth", "\\linewidth", "\\hsize")

# Floats that are not as wide as a column; \Figure of ieeeaccess measures its picture itself.
OTHER_WIDTHS = ("sideways", "SC", "wrap", "captionof", "Figure")


@rule(
    "FIG006",
    "fig-span",
    WARNING,
    "IEEE conference template, sec. III-H",
    bad=[
        "\\begin{figure}[!t]\n"
        "⟦\\includegraphics⟧[width=\\textwidth]{a}\n"
        "\\caption{Plant.}\n"
        "\\end{figure}",
        "\\begin{figure}[!t]\n"
        "⟦\\includegraphics⟧[width=1.2\\columnwidth]{a}\n"
        "\\caption{Plant.}\n"
        "\\end{figure}",
        "\\begin{figure}[!t]\n⟦\\includegraphics⟧[width=12cm]{a}\n\\caption{Plant.}\n\\end{figure}",
        "\\begin{figure}[!t]\n"
        "⟦\\resizebox⟧{\\textwidth}{!}{\\includegraphics{a}}\n"
        "\\caption{Plant.}\n"
        "\\end{figure}",
        "\\begin{figure*}[!t]\n"
        "⟦\\includegraphics⟧[width=0.4\\textwidth]{a}\n"
        "\\caption{Plant.}\n"
        "\\end{figure*}",
        (
            "\\begin{figure}[!t]⟦\\includegraphics[width=.6\\textwidth]{a}⟧\\caption{Plant.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]⟦\\includegraphics[width=1.1\\columnwidth]{a}⟧\\caption{Plant.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]⟦\\includegraphics[width=1.1\\linewidth]{a}⟧\\caption{Plant.}\\end{figure}"
        ),
        ("\\begin{figure}[!t]⟦\\includegraphics[width=3.7in]{a}⟧\\caption{Plant.}\\end{figure}"),
        ("\\begin{figure}[!t]⟦\\includegraphics[width=9.3cm]{a}⟧\\caption{Plant.}\\end{figure}"),
        (
            "\\begin{figure}[!t]⟦\\includegraphics[width=.53\\textwidth]{a}⟧\\caption{Plant.}\\end{figure}"
        ),
        (
            "\\begin{figure*}[!t]⟦\\includegraphics[width=.49\\textwidth]{a}⟧\\caption{Plant.}\\end{figure*}"
        ),
        (
            "\\begin{figure*}[!t]⟦\\includegraphics[width=.4\\linewidth]{a}⟧\\caption{Plant.}\\end{figure*}"
        ),
        (
            "\\begin{figure*}[!t]⟦\\includegraphics[width=\\columnwidth]{a}⟧\\caption{Plant.}\\end{figure*}"
        ),
        ("\\begin{figure*}[!t]⟦\\includegraphics[width=3.5in]{a}⟧\\caption{Plant.}\\end{figure*}"),
        (
            "\\begin{figure}[!t]\\begin{minipage}{\\columnwidth}⟦\\includegraphics[width=1.1\\textwidth]{a}⟧\\end{minipage}\\caption{Plant.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]⟦\\resizebox{\\textwidth}{!}{\\includegraphics{a}}⟧\\caption{Plant.}\\end{figure}\n"
            "\\resizebox{\\textwidth}{!}{x}"
        ),
    ],
    good=[
        "\\begin{figure}[!t]\n"
        "\\includegraphics[width=\\columnwidth]{a}\n"
        "\\caption{Plant.}\n"
        "\\end{figure}",
        "\\begin{figure}[!t]\n"
        "\\includegraphics[width=0.48\\textwidth]{a}\n"
        "\\caption{Plant.}\n"
        "\\end{figure}",
        "\\begin{figure*}[!t]\n"
        "\\includegraphics[width=\\textwidth]{a}\n"
        "\\caption{Plant.}\n"
        "\\end{figure*}",
        "\\begin{figure}[!t]\n"
        "\\begin{subfigure}{0.45\\columnwidth}\\includegraphics[width=\\textwidth]{a}"
        "\\end{subfigure}\n"
        "\\caption{Plant.}\n"
        "\\end{figure}",
        "\\begin{figure*}[!t]\n"
        "\\includegraphics[width=.4\\textwidth]{a}\\includegraphics[width=.4\\textwidth]{b}\n"
        "\\caption{Plants.}\n"
        "\\end{figure*}",
        (
            "%! class\n"
            "\\documentclass[journal,onecolumn]{IEEEtran}\n"
            "%! body\n"
            "\\begin{figure}[!t]\n"
            "\\includegraphics[width=\\textwidth]{a}\n"
            "\\caption{Plant.}\n"
            "\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics[width=.52\\textwidth]{a}\\caption{Plant.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics[width=1.02\\columnwidth]{a}\\caption{Plant.}\\end{figure}"
        ),
        ("\\begin{figure}[!t]\\includegraphics[width=3.6in]{a}\\caption{Plant.}\\end{figure}"),
        ("\\begin{figure}[!t]\\includegraphics[height=9in]{a}\\caption{Plant.}\\end{figure}"),
        ("\\begin{figure}[!t]\\includegraphics[width=3.5in]{a}\\caption{Plant.}\\end{figure}"),
        (
            "\\begin{figure}[!t]\\includegraphics[width=\\columnwidth]{a}\\caption{Plant.}\\end{figure}"
        ),
        (
            "\\begin{figure*}[!t]\\includegraphics[width=.5\\textwidth]{a}\\caption{Plant.}\\end{figure*}"
        ),
        (
            "\\begin{figure*}[!t]\\includegraphics[width=1.01\\columnwidth]{a}\\caption{Plant.}\\end{figure*}"
        ),
        ("\\begin{figure*}[!t]\\includegraphics[width=3.6in]{a}\\caption{Plant.}\\end{figure*}"),
        (
            "\\begin{figure*}[!t]\\includegraphics[width=\\textwidth]{a}\\caption{Plant.}\\end{figure*}"
        ),
        (
            "\\begin{figure*}[!t]\\includegraphics[width=2in]{a}\\includegraphics[width=2in]{b}\\caption{Plant.}\\end{figure*}"
        ),
        (
            "\\begin{figure}[!t]\\begin{minipage}{\\columnwidth}\\includegraphics[width=\\textwidth]{a}\\end{minipage}\\caption{Plant.}\\end{figure}"
        ),
        (
            "%! class\n"
            "\\documentclass[journal,onecolumn]{IEEEtran}\n"
            "%! body\n"
            "\\begin{figure}[!t]\\includegraphics[width=\\textwidth]{a}\\caption{Plant.}\\end{figure}"
        ),
    ],
    fixes=[
        (
            "\\begin{figure}[!t]\n"
            "\\includegraphics[width=\\textwidth]{a}\n"
            "\\caption{Plant.}\n"
            "\\end{figure}",
            "\\begin{figure}[!t]\n"
            "\\includegraphics[width=\\columnwidth]{a}\n"
            "\\caption{Plant.}\n"
            "\\end{figure}",
        ),
    ],
)
def figure_span(context: Context) -> Iterator[Finding]:
    r"""A figure is no wider than its column, or it spans both columns.

    In a two-column paper \textwidth is the whole page, so a figure of that width
    covers the next column. Use \columnwidth, or figure* for a wide picture.
    """
    if not is_two_column(context):
        return
    for holder in context.paper.figures:
        if holder.environment.startswith(OTHER_WIDTHS):
            continue
        if holder.starred:
            yield from _narrow(holder)
            continue
        boxes = [
            (picture.span, width)
            for picture in holder.graphics
            if (width := width_in(picture.options if picture.kind == "image" else "")) is not None
        ]
        boxes += _resized(context, holder)
        for span, width in boxes:
            boxed = width.measure == "\\textwidth" and is_boxed(context, span, holder.span)
            message = _too_wide(width, boxed)
            if message:
                yield Finding(span, message, _narrowed(span, width))


def _resized(context: Context, holder: Float) -> list[tuple[Span, Width]]:
    """The boxes in this float that are scaled to a width."""
    if context.latex is None or "\\resizebox" not in holder.content_span.text:
        return []
    boxes = context.latex.commands("resizebox", "resizebox*")
    first = bisect_left(boxes, holder.order, key=lambda command: command.order)
    return [
        (command.span, width)
        for command in takewhile(
            lambda command: command.span.start < holder.span.end, items_from(boxes, first)
        )
        if command.span.source is holder.span.source
        and (width := length(command.argument(0))) is not None
    ]


def _too_wide(width: Width, boxed: bool) -> str:
    """The message on a width in a one-column float; empty when it fits."""
    if width.measure == "\\textwidth" and not boxed and width.factor > 0.52:
        return (
            f"{width.words} spans both columns. Use \\columnwidth, or figure* if the"
            " picture needs the whole width."
        )
    if width.measure in (*OWN_WIDTHS, "\\textwidth") and width.factor > 1.02:
        if width.measure == "\\textwidth" and not boxed:
            return ""
        return (
            f"{width.words} is wider than its column. Use {width.measure}, or figure* across both"
            " columns."
        )
    if width.inches > COLUMN_INCHES + 0.1:
        return (
            f"{width.words} is wider than a column (3.5 in, 8.9 cm). Use \\columnwidth, or figure*"
            " across both columns."
        )
    return ""


def _narrowed(span: Span, width: Width) -> Fix | None:
    """``\\columnwidth`` instead of ``\\textwidth``."""
    if width.measure != "\\textwidth" or width.factor > 1:
        return None
    at = span.text.find("\\textwidth")
    start = span.start + at
    return (
        Fix(Edit(Span(span.source, start, start + len("\\textwidth")), "\\columnwidth", True))
        if at >= 0
        else None
    )


def _narrow(holder: Float) -> Iterator[Finding]:
    """A single picture no wider than a column in a float across both columns."""
    if len(holder.graphics) != 1 or holder.sub_captions or holder.grids:
        return
    picture = holder.graphics[0]
    width = width_in(picture.options) if picture.kind == "image" else None
    if width is None:
        return
    if (
        (width.measure in ("\\textwidth", "\\linewidth", "\\hsize") and width.factor < 0.5)
        or (width.measure == "\\columnwidth" and width.factor <= 1)
        or 0 < width.inches <= min(COLUMN_INCHES, PAGE_INCHES)
    ):
        message = (
            f"This picture is {width.words} wide and fits in one column. Use figure, not figure*."
        )
        yield Finding(picture.span, message, severity=INFO)
