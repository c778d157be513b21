"""Draw charts with matplotlib: always the same bytes, at exactly the width that IEEE prints."""

from __future__ import annotations

import io

from ieeelint.report.chart import BAR
from ieeelint.report.figures import bars, points, style
from ieeelint.report.figures.axes import MISSING_WORDS
from ieeelint.report.records import ReportError
from ieeelint.report.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ieeelint.report.chart import Chart

FORMS = ("pdf", "svg", "png", "eps")
# no dates and no program names, so that a file is the same each time
METADATA: dict[str, dict[str, str | None]] = {
    "pdf": {"CreationDate": None, "ModDate": None, "Creator": None, "Producer": None},
    "svg": {"Date": None, "Creator": None},
    "png": {"Software": None},
    "eps": {"Creator": "ieeelint", "CreationDate": ""},
}


def draw(chart: Chart, form: str) -> bytes:
    """The picture as "pdf" (Type 42 fonts), "svg", "png" (600 dpi) or "eps".

    Raises ReportError if matplotlib is not installed, for too many series, and for values that a
    logarithmic axis cannot show.
    """
    if len(chart.lines) > style.MAX_SERIES:
        raise ReportError(
            f'figure "{chart.label}" has {len(chart.lines)} series, but at most {style.MAX_SERIES}'
            " are distinguishable. Leave some out with where, or make two figures."
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
    os.environ["SOURCE_DATE_EPOCH"] = (
        "0"  # the date of PostScript; matplotlib has no setting for it
    )
    try:
        figure.savefig(buffer, format=form, metadata=METADATA[form], dpi=600)
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
    return buffer.getvalue()


def font_in_use() -> str:
    """The font of all text: the first font of the Times family that is installed."""
    _matplotlib()
    from matplotlib import font_manager

    installed = {font.name for font in font_manager.fontManager.ttflist}
    return next((name for name in style.FAMILY if name in installed), "DejaVu Serif")


def _matplotlib() -> ModuleType:
    try:
        import matplotlib
    except ImportError:
        raise ReportError(
            "figures need matplotlib; install it with: pip install matplotlib"
        ) from None
    return matplotlib


def _figure(chart: Chart) -> Figure:
    from matplotlib.figure import Figure

    height = chart.height or (
        bars.height(chart) if chart.kind == BAR else style.HEIGHTS[chart.span]
    )
    figure = Figure(figsize=(style.WIDTHS[chart.span], height), layout="constrained")
    axes = figure.add_subplot()
    if chart.kind == BAR:
        bars.draw_bars(axes, chart)
    else:
        points.draw_points(axes, chart)
    _legend(figure, axes, chart)
    return figure


def _legend(figure: Figure, axes: Axes, chart: Chart) -> None:
    """Draw the legend above the axes; missing points are its last entries."""
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
                    f"{plain(line.words)} at {point.x}: {point.y.number} cannot be on a logarithmic"
                    " axis. Write log = false."
                )
            if chart.x.logarithmic and not isinstance(point.x, str) and point.x <= 0:
                raise ReportError(f"{point.x} cannot be on a logarithmic axis. Write log = false.")
