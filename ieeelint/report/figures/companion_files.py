"""The files next to a picture: the LaTeX that includes it, and its data."""

from __future__ import annotations

import csv
import io

from ieeelint.report.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal

    from ieeelint.report.chart import Chart

FIELDS = ("series", "x", "y", "unit", "low", "high", "count", "state")


def caption(chart: Chart, stem: str) -> str:
    """The float that includes the picture ``stem``, with the caption below, as IEEE requires."""
    from ieeelint.report.writers.tex import Face

    environment = "figure*" if chart.span == "page" else "figure"
    width = r"\textwidth" if chart.span == "page" else r"\columnwidth"
    words = Face("times", 8).words(chart.caption).tex
    origin = chart.provenance
    return "\n".join(
        (
            (
                f"% ieeelint-figure: schema=1 label={chart.label}"
                f" spec=sha256:{origin.specification} data=sha256:{origin.data}"
            ),
            rf"\begin{{{environment}}}[!t]",
            r"\centering",
            rf"\includegraphics[width={width}]{{{stem}}}",
            rf"\caption{{{words}}}",
            rf"\label{{{chart.label}}}",
            rf"\end{{{environment}}}",
            "",
        )
    )


def data(chart: Chart) -> str:
    """Every point as CSV, with unrounded numbers.  A figure is up to date if its data are the
    same, even if another version of matplotlib draws it differently.
    """
    origin = chart.provenance
    buffer = io.StringIO()
    buffer.write(f"# {chart.label} spec=sha256:{origin.specification} data=sha256:{origin.data}\n")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(FIELDS)
    for line in chart.lines:
        for point in line.points:
            x = (
                point.x
                if isinstance(point.x, str)
                else f"{point.x:g}"
                if point.x == int(point.x)
                else repr(point.x)
            )
            if point.y is None:
                writer.writerow((plain(line.words), x, "", "", "", "", "", point.state))
            else:
                y = point.y
                count = "" if y.count is None else str(y.count)
                writer.writerow(
                    (
                        plain(line.words),
                        x,
                        _text(y.number),
                        y.unit,
                        _text(y.low),
                        _text(y.high),
                        count,
                        point.state,
                    )
                )
    return buffer.getvalue()


def _text(number: Decimal | None) -> str:
    return "" if number is None else f"{number.normalize():f}"
