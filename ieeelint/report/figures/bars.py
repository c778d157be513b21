"""Draw bar charts."""

from __future__ import annotations

from ieeelint.report.figures import style
from ieeelint.report.figures.axes import (
    MISSING_WORDS,
    axis_label,
    error_lengths,
    series_label,
    set_axis,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ieeelint.report.chart import Chart


def height(chart: Chart) -> float:
    """The height of the figure in inches, by the number of bars."""
    rows = sum(max(1, len(chart.lines)) + 0.9 for _ in chart.lines[0].points) if chart.lines else 1
    return min(9.0, 0.75 + 0.075 * rows)


def draw_bars(axes: Axes, chart: Chart) -> None:
    """Draw horizontal bars, with the first category at the top and its series side by side."""
    names = [str(point.x) for point in chart.lines[0].points]
    thick = 0.8 / len(chart.lines)
    for number, line in enumerate(chart.lines):
        positions = [
            at + (number - (len(chart.lines) - 1) / 2) * thick for at in range(len(line.points))
        ]
        widths = [float(point.y.number) if point.y is not None else 0.0 for point in line.points]
        fill = "white" if style.HATCHES[number] else "0.25"
        axes.barh(
            positions,
            widths,
            thick * 0.92,
            label=series_label(line),
            color=fill,
            edgecolor="black",
            hatch=style.HATCHES[number],
            zorder=3,
        )
        for y, point in zip(positions, line.points):
            if point.y is None:
                words = MISSING_WORDS.get(point.state, point.state)
                axes.annotate(
                    words, (0, y), (2, 0), textcoords="offset points", va="center", fontsize=6
                )
        errors = error_lengths(line)
        if errors:
            ends = [
                (float(point.y.number), y)
                for y, point in zip(positions, line.points)
                if point.y is not None
            ]
            axes.errorbar(
                [x for x, _ in ends],
                [y for _, y in ends],
                xerr=errors,
                linestyle="none",
                color="0.5",
                elinewidth=0.6,
                capsize=1.2,
                capthick=0.6,
                zorder=4,
            )
    axes.set_yticks(range(len(names)), names)
    axes.tick_params(axis="y", which="both", left=False, right=False)
    axes.set_ylim(len(names) - 0.4, -0.6)
    set_axis(axes, "x", chart.y)
    axes.set_ylabel(axis_label(chart.x))
    axes.grid(True, axis="x", color="0.88", linewidth=0.4, zorder=0)
    axes.set_axisbelow(True)
    if chart.y.unit == "%":
        axes.axvline(100, color="black", linewidth=0.6, linestyle=(0, (4, 2)), zorder=2)
