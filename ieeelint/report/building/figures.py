"""Build the chart of a figure: its series of points, and the exponents of a scaling chart."""

from __future__ import annotations

import math

from ieeelint.phrases import literal
from ieeelint.report.building.measuring import outcome_of, with_percent, with_unit
from ieeelint.report.building.naming import shown, slug
from ieeelint.report.building.rows import values_of
from ieeelint.report.chart import SCALING, Axis, Ceiling, Chart, Line, Point
from ieeelint.report.grid import VALUE
from ieeelint.report.numbers.digits import exact
from ieeelint.report.numbers.statistics import estimate
from ieeelint.report.numbers.units import UnitError, advice, converted, spelling
from ieeelint.report.records import ReportError
from ieeelint.report.specification.model import Axis as AxisSpecification
from ieeelint.report.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ieeelint.report.building.finder import Finder
    from ieeelint.report.records import Key
    from ieeelint.report.series import Series
    from ieeelint.report.specification.model import Figure, Specification

CATEGORIES = "bar"  # the kind whose category axis has names, even if the values are numbers


def build_figure(specification: Specification, finder: Finder) -> Chart:
    """The chart.  Raises ReportError if no record matches, or units differ."""
    figure = specification.figure
    assert figure is not None
    figure.measure = with_percent(with_unit(figure.measure, finder, {}), finder, {})
    lines = _lines(figure, finder, specification)
    if not any(point.y is not None for line in lines for point in line.points):
        raise ReportError("no record matches the figure. Check where, and the metric of y.")
    units = {point.y.unit for line in lines for point in line.points if point.y is not None}
    if len(units) > 1:
        raise ReportError(
            f"results have the units {', '.join(sorted(units))}."
            f" {advice(sorted(units), ' in [figure.y]')}"
        )
    if figure.kind == SCALING:
        for line in lines:
            line.exponent, line.exponent_error = fitted_exponent(
                [
                    (float(point.x), float(point.y.number))
                    for point in line.points
                    if point.y is not None
                ]
            )
    return Chart(
        figure.kind,
        figure.label,
        figure.caption,
        Axis(figure.x.header, figure.x_unit, figure.x_log),
        Axis(figure.y_quantity, spelling(figure.measure.unit) or units.pop(), figure.y_log),
        lines,
        [Ceiling(ceiling.words, ceiling.peak, ceiling.slope) for ceiling in figure.ceilings],
        figure.span,
        figure.height,
    )


def _lines(figure: Figure, finder: Finder, specification: Specification) -> list[Line]:
    names = specification.names
    if not figure.series:
        return [Line("values", (), _points(figure, finder, {}, specification))]
    order = list(names)
    axis = AxisSpecification(figure.series, order="file")
    selected = specification.source.where.get(figure.series, "")
    values = values_of(axis, finder, [figure.measure], {}, selected)
    values.sort(key=lambda value: order.index(str(value)) if str(value) in order else len(order))
    return [
        Line(
            slug(str(value)),
            shown(value, names),
            _points(figure, finder, {figure.series: value}, specification),
        )
        for value in values
    ]


def _points(
    figure: Figure, finder: Finder, where: dict[str, Key | list[Key]], specification: Specification
) -> list[Point]:
    points = []
    for value in values_of(figure.x, finder, [figure.measure], {}):
        outcome = outcome_of(
            figure.measure, finder, {**where, figure.x.key: value}, specification.baseline
        )
        x = _x(
            figure,
            finder,
            {**where, **figure.measure.where, figure.x.key: value},
            value,
            specification,
        )
        if x is None:
            continue
        state = "ok" if outcome.state == VALUE else outcome.status or "absent"
        if state != "ok" and specification.missing[state].refused:
            raise ReportError(
                f"{plain(shown(value, specification.names))}: {state}, but [missing] has {state} ="
                ' "error".'
            )
        points.append(
            Point(slug(str(value)), x, outcome.value if outcome.state == VALUE else None, state)
        )
    if figure.kind != CATEGORIES:
        # a line runs from left to right, whatever the order of the files
        points.sort(key=lambda point: float(point.x))
    return points


def _x(
    figure: Figure,
    finder: Finder,
    where: dict[str, Key | list[Key]],
    value: Key,
    specification: Specification,
) -> float | str | None:
    """The x value of a point: the value of a metric, a number, or a name; None if it is missing."""
    if figure.x_metric:
        series = finder.single(figure.x_metric, where)
        if series is None or (not series.values and series.summarized is None):
            return None
        return _metric_value(series, figure.x_unit)
    if figure.kind == CATEGORIES:
        return plain(shown(value, specification.names))
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        try:
            return float(value)
        except ValueError:
            raise ReportError(
                f"{figure.x.key} = {literal(value)} is not a number, but a {figure.kind} figure"
                " needs"
                ' numbers on its x axis. For names, write kind = "bar".'
            ) from None
    return float(value)


def _metric_value(series: Series, unit: str) -> float:
    """The median of a metric in the unit of the axis."""
    value = (
        exact(series.summarized)
        if series.summarized is not None
        else estimate(series, "median").value
    )
    try:
        return float(converted(value, series.unit, unit) if unit else value)
    except UnitError as error:
        location = series.locations[0]
        raise ReportError(str(error), location.path, location.line) from None


def fitted_exponent(points: Sequence[tuple[float, float]]) -> tuple[float | None, float | None]:
    """The least-squares slope of a straight line through the logarithms, and its standard error.

    The slope needs two points with different x, its error three.  Points that are not positive
    have no logarithm and are left out.
    """
    logs = [(math.log(x), math.log(y)) for x, y in points if x > 0 and y > 0]
    count = len(logs)
    if count < 2:
        return None, None
    mean_x, mean_y = (math.fsum(point[axis] for point in logs) / count for axis in (0, 1))
    spread = math.fsum((x - mean_x) ** 2 for x, _ in logs)
    if not spread:
        return None, None
    slope = math.fsum((x - mean_x) * (y - mean_y) for x, y in logs) / spread
    if count < 3:
        return slope, None
    rest = math.fsum((y - mean_y - slope * (x - mean_x)) ** 2 for x, y in logs)
    return slope, math.sqrt(rest / (count - 2) / spread)
