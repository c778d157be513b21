"""Charts drawn: the same bytes each time, at exactly the width that IEEE prints."""

from __future__ import annotations

import io
import math

from ieeelint.report.chart import BAR, ROOFLINE
from ieeelint.report.figures import style
from ieeelint.report.records import ReportError
from ieeelint.report.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ieeelint.report.chart import Axis, Chart, Line

FORMS = ("pdf", "svg", "png", "eps")
# what a file would say of the time and the program that made it: nothing
SILENT: dict[str, dict[str, str | None]] = {
    "pdf": {"CreationDate": None, "ModDate": None, "Creator": None, "Producer": None},
    "svg": {"Date": None, "Creator": None},
    "png": {"Software": None},
    "eps": {"Creator": "ieeelint", "CreationDate": ""},
}
MISSING_WORDS = {
    "oom": "out of memory",
    "failed": "failed",
    "timeout": "timed out",
    "skipped": "not applicable",
    "absent": "not run",
}


def draw(chart: Chart, form: str) -> bytes:
    """The picture as "pdf" (Type 42 fonts), "svg", "png" (600 dpi) or "eps".

    Raises ReportError without matplotlib, for more series than can be told apart, and for
    values that a logarithmic axis cannot show.
    """
    if len(chart.lines) > style.MOST:
        raise ReportError(
            f'figure "{chart.label}" has {len(chart.lines)} series; more than {style.MOST} cannot'
            " be told apart. Leave some out by where, or make two figures."
        )
    _refuse_nonpositive(chart)
    matplotlib = _matplotlib()
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(style.settings([font_in_use(), "DejaVu Serif"]))
        return _saved(_figure(chart), form)


def _saved(figure: Figure, form: str) -> bytes:
    buffer = io.BytesIO()
    import os

    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # of PostScript's date, which has no other switch
    try:
        figure.savefig(buffer, format=form, metadata=SILENT[form], dpi=600)
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
    return buffer.getvalue()


def font_in_use() -> str:
    """The face that text is set in: the first of the Times family that this machine has."""
    _matplotlib()
    from matplotlib import font_manager

    there = {font.name for font in font_manager.fontManager.ttflist}
    return next((name for name in style.FAMILY if name in there), "DejaVu Serif")


def _matplotlib() -> ModuleType:
    try:
        import matplotlib
    except ImportError:
        raise ReportError("figures need matplotlib: pip install 'ieeelint[plot]'") from None
    return matplotlib


def _figure(chart: Chart) -> Figure:
    from matplotlib.figure import Figure

    height = chart.height or (
        _bar_height(chart) if chart.kind == BAR else style.HEIGHTS[chart.span]
    )
    figure = Figure(figsize=(style.WIDTHS[chart.span], height), layout="constrained")
    axes = figure.add_subplot()
    if chart.kind == BAR:
        _bars(axes, chart)
    else:
        _lines(axes, chart)
    _legend(figure, axes, chart)
    return figure


def _lines(axes: Axes, chart: Chart) -> None:
    """Series of points over a numeric axis, with intervals; missing points on the upper edge."""
    for number, line in enumerate(chart.lines):
        points = [point for point in line.points if point.y is not None]
        xs = [float(point.x) for point in points]
        ys = [float(point.y.number) for point in points if point.y is not None]
        axes.errorbar(
            xs,
            ys,
            yerr=_errors(line),
            label=_named(line),
            capsize=1.8,
            elinewidth=0.6,
            capthick=0.6,
            color=style.COLOURS[number],
            marker=style.MARKERS[number],
            markerfacecolor="white",
            linestyle="none" if chart.kind == ROOFLINE else style.DASHES[number],
            zorder=3,
        )
    _set_axis(axes, "x", chart.x)
    _set_axis(axes, "y", chart.y)
    if chart.kind == ROOFLINE:
        _ceilings(axes, chart)
    _missing(axes, chart)
    axes.grid(True, which="major", color="0.88", linewidth=0.4, zorder=0)
    axes.set_axisbelow(True)
    if chart.x.logarithmic and chart.kind != ROOFLINE:
        _ticks_at_points(axes, chart)


def _errors(line: Line) -> list[list[float]] | None:
    """Lower and upper lengths of the error bars; None where no point has an interval."""
    values = [point.y for point in line.points if point.y is not None]
    if not any(value.low is not None for value in values):
        return None
    low = [0.0 if one.low is None else max(0.0, float(one.number - one.low)) for one in values]
    high = [0.0 if one.high is None else max(0.0, float(one.high - one.number)) for one in values]
    return [low, high]


def _ceilings(axes: Axes, chart: Chart) -> None:
    """Roofs: a slope up to the highest peak, a peak from the steepest slope on."""
    left, right = axes.get_xlim()
    peaks = [one.peak for one in chart.ceilings if one.peak is not None]
    slopes = [one.slope for one in chart.ceilings if one.slope is not None]
    for ceiling in chart.ceilings:
        name = plain(ceiling.words)
        if ceiling.peak is not None:
            start = min(max(left, ceiling.peak / max(slopes)), right) if slopes else left
            _roof(axes, [start, right], [ceiling.peak] * 2)
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
            _roof(axes, [left, end], [ceiling.slope * left, ceiling.slope * end])
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
    axes.set_ylim(low, high * (high / low) ** 0.08)  # room for the names of peaks


def _roof(axes: Axes, xs: list[float], ys: list[float]) -> None:
    axes.plot(xs, ys, color="0.35", linewidth=0.8, zorder=2)


def _missing(axes: Axes, chart: Chart) -> None:
    """A cross at the upper edge for each point that has no value, explained in the legend; those of
    several series at one place stand side by side."""
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
        beside = [other for other, place, _ in gaps if place == x]
        shift = (beside.index(number) - (len(beside) - 1) / 2) * 5 / 72
        place = axes.get_xaxis_transform() + ScaledTranslation(
            shift, 0, axes.figure.dpi_scale_trans
        )
        axes.plot(
            [x],
            [0.95],
            marker="x",
            markersize=4,
            color=style.COLOURS[number],
            linestyle="none",
            transform=place,
            label=None if words in shown else words,
            zorder=4,
            scalex=False,
            scaley=False,
        )
        shown.add(words)


def _bar_height(chart: Chart) -> float:
    bars = sum(max(1, len(chart.lines)) + 0.9 for _ in chart.lines[0].points) if chart.lines else 1
    return min(9.0, 0.75 + 0.075 * bars)


def _bars(axes: Axes, chart: Chart) -> None:
    """Horizontal bars, first category on top, the series of a category side by side."""
    names = [str(point.x) for point in chart.lines[0].points]
    thick = 0.8 / len(chart.lines)
    for number, line in enumerate(chart.lines):
        places = [
            at + (number - (len(chart.lines) - 1) / 2) * thick for at in range(len(line.points))
        ]
        widths = [float(point.y.number) if point.y is not None else 0.0 for point in line.points]
        fill = "white" if style.HATCHES[number] else "0.25"
        axes.barh(
            places,
            widths,
            thick * 0.92,
            label=_named(line),
            color=fill,
            edgecolor="black",
            hatch=style.HATCHES[number],
            zorder=3,
        )
        for place, point in zip(places, line.points):
            if point.y is None:
                words = MISSING_WORDS.get(point.state, point.state)
                axes.annotate(
                    words, (0, place), (2, 0), textcoords="offset points", va="center", fontsize=6
                )
        errors = _errors(line)
        if errors:
            there = [
                (place, float(point.y.number))
                for place, point in zip(places, line.points)
                if point.y is not None
            ]
            axes.errorbar(
                [x for _, x in there],
                [place for place, _ in there],
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
    _set_axis(axes, "x", chart.y)
    axes.set_ylabel(_label(chart.x))
    axes.grid(True, axis="x", color="0.88", linewidth=0.4, zorder=0)
    axes.set_axisbelow(True)
    if chart.y.unit == "%":
        axes.axvline(100, color="black", linewidth=0.6, linestyle=(0, (4, 2)), zorder=2)


def _set_axis(axes: Axes, which: str, axis: Axis) -> None:
    is_x = which == "x"
    (axes.set_xlabel if is_x else axes.set_ylabel)(_label(axis))
    if axis.logarithmic:
        from matplotlib.ticker import FuncFormatter, NullFormatter

        (axes.set_xscale if is_x else axes.set_yscale)("log")
        ticks = axes.xaxis if is_x else axes.yaxis
        ticks.set_major_formatter(FuncFormatter(lambda value, _: _power(value)))
        ticks.set_minor_formatter(NullFormatter())


def _ticks_at_points(axes: Axes, chart: Chart) -> None:
    """A logarithmic axis over few values is read best with these as its ticks."""
    from matplotlib.ticker import FixedFormatter, FixedLocator, NullFormatter

    values = sorted({float(point.x) for line in chart.lines for point in line.points})
    if 2 <= len(values) <= 8 and all(value == int(value) for value in values):
        axes.xaxis.set_major_locator(FixedLocator(values))
        axes.xaxis.set_major_formatter(FixedFormatter([_integer(int(value)) for value in values]))
        axes.xaxis.set_minor_formatter(NullFormatter())


def _power(value: float) -> str:
    """A tick of a logarithmic axis: 0.01 to 10 000 as they are, others as powers of ten."""
    if 0.009 < value < 99_999:
        return _integer(round(value)) if value >= 1 else f"{value:g}"
    return "10" + str(round(math.log10(value))).translate(
        str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
    )


def _integer(number: int) -> str:
    return f"{number:,}".replace(",", "\u2009") if number >= 10_000 else str(number)


def _label(axis: Axis) -> str:
    words = plain(axis.quantity)
    return f"{words} ({axis.unit})" if axis.unit else words


def _named(line: Line) -> str | None:
    words = plain(line.words)
    if line.exponent is None:
        return words or None
    error = f" ± {line.exponent_error:.2f}" if line.exponent_error is not None else ""
    return f"{words}, {line.exponent:.2f}{error}"


def _legend(figure: Figure, axes: Axes, chart: Chart) -> None:
    """The legend above the axes, where it covers no data; missing points are explained last."""
    handles, labels = axes.get_legend_handles_labels()
    if not handles:
        return
    gaps = [number for number, label in enumerate(labels) if label in MISSING_WORDS.values()]
    order = [number for number in range(len(labels)) if number not in gaps] + gaps
    fitted = any(line.exponent is not None for line in chart.lines)
    figure.legend(
        [handles[number] for number in order],
        [labels[number] for number in order],
        loc="outside upper center",
        ncols=min(len(labels), 4 if chart.span == "page" else 2),
        borderaxespad=0.2,
        columnspacing=1.2,
        title="Series, fitted exponent" if fitted else None,
        title_fontsize=style.SIZE,
    )


def _refuse_nonpositive(chart: Chart) -> None:
    for line in chart.lines:
        for point in line.points:
            if chart.y.logarithmic and point.y is not None and point.y.number <= 0:
                raise ReportError(
                    f"{plain(line.words)} at {point.x}: {point.y.number} cannot stand on a"
                    " logarithmic axis. Write log = false."
                )
            if chart.x.logarithmic and not isinstance(point.x, str) and point.x <= 0:
                raise ReportError(
                    f"{point.x} cannot stand on a logarithmic axis. Write log = false."
                )
