"""Axes and labels that charts of points and charts of bars share."""

from __future__ import annotations

import math

from ieeelint.report.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ieeelint.report.chart import Axis, Chart, Line

MISSING_WORDS = {
    "oom": "out of memory",
    "failed": "failed",
    "timeout": "timed out",
    "skipped": "not measured",
    "absent": "no result",
}


def set_axis(axes: Axes, which: str, axis: Axis) -> None:
    """Set the label and the scale of the "x" or "y" axis."""
    is_x = which == "x"
    (axes.set_xlabel if is_x else axes.set_ylabel)(axis_label(axis))
    if axis.logarithmic:
        from matplotlib.ticker import FuncFormatter, NullFormatter

        (axes.set_xscale if is_x else axes.set_yscale)("log")
        ticks = axes.xaxis if is_x else axes.yaxis
        ticks.set_major_formatter(FuncFormatter(lambda value, _: _power(value)))
        ticks.set_minor_formatter(NullFormatter())


def axis_label(axis: Axis) -> str:
    """The label of an axis: "Quantity (unit)"."""
    words = plain(axis.quantity)
    return f"{words} ({axis.unit})" if axis.unit else words


def put_ticks_at_points(axes: Axes, chart: Chart) -> None:
    """Put the ticks of a logarithmic axis at the values of the points, if they are few."""
    from matplotlib.ticker import FixedFormatter, FixedLocator, NullFormatter

    values = sorted({float(point.x) for line in chart.lines for point in line.points})
    if 2 <= len(values) <= 8 and all(value == int(value) for value in values):
        axes.xaxis.set_major_locator(FixedLocator(values))
        axes.xaxis.set_major_formatter(FixedFormatter([_integer(int(value)) for value in values]))
        axes.xaxis.set_minor_formatter(NullFormatter())


def _power(value: float) -> str:
    """A tick label of a logarithmic axis: 0.01 to 10 000 as numbers, others as powers of 10."""
    if 0.009 < value < 99_999:
        return _integer(round(value)) if value >= 1 else f"{value:g}"
    return "10" + str(round(math.log10(value))).translate(
        str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
    )


def _integer(number: int) -> str:
    return f"{number:,}".replace(",", "\u2009") if number >= 10_000 else str(number)


def error_lengths(line: Line) -> list[list[float]] | None:
    """The lower and upper lengths of the error bars; None if no point has an interval."""
    values = [point.y for point in line.points if point.y is not None]
    if not any(value.low is not None for value in values):
        return None
    low = [max(0.0, float(y.number - y.low)) if y.low is not None else 0.0 for y in values]
    high = [max(0.0, float(y.high - y.number)) if y.high is not None else 0.0 for y in values]
    return [low, high]


def series_label(line: Line) -> str | None:
    """The label of a series in the legend, with its exponent; None for a series without a name."""
    words = plain(line.words)
    if line.exponent is None:
        return words or None
    error = f" ± {line.exponent_error:.2f}" if line.exponent_error is not None else ""
    return f"{words}, {line.exponent:.2f}{error}"
