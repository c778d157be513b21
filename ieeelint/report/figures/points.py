"""Draw charts of points: lines, scaling charts and rooflines."""

from __future__ import annotations

from ieeelint.report.chart import ROOFLINE
from ieeelint.report.figures import style
from ieeelint.report.figures.axes import (
    MISSING_WORDS,
    error_lengths,
    put_ticks_at_points,
    series_label,
    set_axis,
)
from ieeelint.report.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ieeelint.report.chart import Chart


def draw_points(axes: Axes, chart: Chart) -> None:
    """Draw series of points with intervals, and missing points at the upper edge."""
    for number, line in enumerate(chart.lines):
        points = [point for point in line.points if point.y is not None]
        xs = [float(point.x) for point in points]
        ys = [float(point.y.number) for point in points if point.y is not None]
        axes.errorbar(
            xs,
            ys,
            yerr=error_lengths(line),
            label=series_label(line),
            capsize=1.8,
            elinewidth=0.6,
            capthick=0.6,
            color=style.COLORS[number],
            marker=style.MARKERS[number],
            markerfacecolor="white",
            linestyle="none" if chart.kind == ROOFLINE else style.DASHES[number],
            zorder=3,
        )
    set_axis(axes, "x", chart.x)
    set_axis(axes, "y", chart.y)
    if chart.kind == ROOFLINE:
        _draw_roofs(axes, chart)
    _draw_missing(axes, chart)
    axes.grid(True, which="major", color="0.88", linewidth=0.4, zorder=0)
    axes.set_axisbelow(True)
    if chart.x.logarithmic and chart.kind != ROOFLINE:
        put_ticks_at_points(axes, chart)


def _draw_roofs(axes: Axes, chart: Chart) -> None:
    """Draw the roofs: slopes up to the highest peak, and peaks from the steepest slope."""
    left, right = axes.get_xlim()
    peaks = [ceiling.peak for ceiling in chart.ceilings if ceiling.peak is not None]
    slopes = [ceiling.slope for ceiling in chart.ceilings if ceiling.slope is not None]
    for ceiling in chart.ceilings:
        name = plain(ceiling.words)
        if ceiling.peak is not None:
            start = min(max(left, ceiling.peak / max(slopes)), right) if slopes else left
            _draw_roof(axes, [start, right], [ceiling.peak] * 2)
            axes.annotate(
                name,
                (right, ceiling.peak),
                (-2, 2),
                textcoords="offset points",
                ha="right",
                va="bottom",
            )
        if ceiling.slope is not None:
            end = max(min(right, max(peaks) / ceiling.slope), left) if peaks else right
            _draw_roof(axes, [left, end], [ceiling.slope * left, ceiling.slope * end])
            axes.annotate(
                name,
                (left, ceiling.slope * left),
                (4, 6),
                textcoords="offset points",
                ha="left",
                va="bottom",
            )
    axes.set_xlim(left, right)
    low, high = axes.get_ylim()
    axes.set_ylim(low, high * (high / low) ** 0.08)  # space for the names of peaks


def _draw_roof(axes: Axes, xs: list[float], ys: list[float]) -> None:
    axes.plot(xs, ys, color="0.35", linewidth=0.8, zorder=2)


def _draw_missing(axes: Axes, chart: Chart) -> None:
    """Draw a cross at the upper edge for each point without a value.

    The legend explains the crosses.  Crosses of several series at the same x are side by side.
    """
    from matplotlib.transforms import ScaledTranslation

    gaps = [
        (number, float(point.x), MISSING_WORDS.get(point.state, point.state))
        for number, line in enumerate(chart.lines)
        for point in line.points
        if point.y is None and not isinstance(point.x, str)
    ]
    if not gaps:
        return
    low, high = axes.get_ylim()
    axes.set_ylim(
        low, high * (high / low) ** 0.08 if chart.y.logarithmic else high + 0.08 * (high - low)
    )
    shown: set[str] = set()
    for number, x, words in gaps:
        neighbors = [other for other, other_x, _ in gaps if other_x == x]
        shift = (neighbors.index(number) - (len(neighbors) - 1) / 2) * 5 / 72
        transform = axes.get_xaxis_transform() + ScaledTranslation(
            shift, 0, axes.figure.dpi_scale_trans
        )
        axes.plot(
            [x],
            [0.95],
            marker="x",
            markersize=4,
            color=style.COLORS[number],
            linestyle="none",
            transform=transform,
            label=None if words in shown else words,
            zorder=4,
            scalex=False,
            scaley=False,
        )
        shown.add(words)
