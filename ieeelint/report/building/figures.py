"""A figure's series of points, and the exponents of a scaling chart."""

from __future__ import annotations

import math

from ieeelint.report.building.measuring import outcome
from ieeelint.report.building.naming import shown, slug
from ieeelint.report.building.rows import values_of
from ieeelint.report.chart import SCALING, Axis, Ceiling, Chart, Line, Point
from ieeelint.report.grid import VALUE
from ieeelint.report.numbers.digits import exact
from ieeelint.report.numbers.statistics import estimate
from ieeelint.report.numbers.units import UnitError, converted, spelling
from ieeelint.report.records import ReportError
from ieeelint.report.specification.model import Axis as AxisOf
from ieeelint.report.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ieeelint.report.building.finding_series import Finder
    from ieeelint.report.records import Key
    from ieeelint.report.series import Series
    from ieeelint.report.specification.model import Figure, Specification

CATEGORIES = "bar"  # the kind whose horizontal axis has names, whatever the values are


def figure(specification: Specification, finder: Finder) -> Chart:
    """The chart.  Raises ReportError when nothing fits, or units differ."""
    wanted = specification.figure
    assert wanted is not None
    lines = _lines(wanted, finder, specification)
    if not any(point.y is not None for line in lines for point in line.points):
        raise ReportError("no record fits the figure. Check where, and the metric of y.")
    units = {point.y.unit for line in lines for point in line.points if point.y is not None}
    if len(units) > 1:
        raise ReportError(
            f'results have the units {", ".join(sorted(units))}. Say which to print: unit = "…"'
            " in [figure.y]."
        )
    if wanted.kind == SCALING:
        for line in lines:
            line.exponent, line.exponent_error = fitted_exponent(
                [
                    (float(point.x), float(point.y.number))
                    for point in line.points
                    if point.y is not None
                ]
            )
    return Chart(
        wanted.kind,
        wanted.label,
        wanted.caption,
        Axis(wanted.x.header, wanted.x_unit, wanted.x_log),
        Axis(wanted.y_quantity, spelling(wanted.measure.unit) or units.pop(), wanted.y_log),
        lines,
        [Ceiling(one.words, one.peak, one.slope) for one in wanted.ceilings],
        wanted.span,
        wanted.height,
    )


def _lines(wanted: Figure, finder: Finder, specification: Specification) -> list[Line]:
    names = specification.names
    if not wanted.series:
        return [Line("values", (), _points(wanted, finder, {}, specification))]
    order = list(names)
    axis = AxisOf(wanted.series, order="file")
    values = values_of(axis, finder, [wanted.measure], {})
    values.sort(key=lambda value: order.index(str(value)) if str(value) in order else len(order))
    return [
        Line(
            slug(str(value)),
            shown(value, names),
            _points(wanted, finder, {wanted.series: value}, specification),
        )
        for value in values
    ]


def _points(
    wanted: Figure, finder: Finder, where: dict[str, Key | list[Key]], specification: Specification
) -> list[Point]:
    points = []
    for value in values_of(wanted.x, finder, [wanted.measure], {}):
        found = outcome(
            wanted.measure, finder, {**where, wanted.x.key: value}, specification.baseline
        )
        x = _place(
            wanted,
            finder,
            {**where, **wanted.measure.where, wanted.x.key: value},
            value,
            specification,
        )
        if x is None:
            continue
        state = "ok" if found.state == VALUE else found.status or "absent"
        if state != "ok" and specification.missing[state].refused:
            raise ReportError(
                f"{plain(shown(value, specification.names))}: {state}, and [missing] refuses that."
            )
        points.append(
            Point(slug(str(value)), x, found.value if found.state == VALUE else None, state)
        )
    if wanted.kind != CATEGORIES:
        points.sort(
            key=lambda point: float(point.x)
        )  # a line runs from left to right, whatever the files' order
    return points


def _place(
    wanted: Figure,
    finder: Finder,
    where: dict[str, Key | list[Key]],
    value: Key,
    specification: Specification,
) -> float | str | None:
    """Where a point stands along the axis: a metric's value, a number, or a name."""
    if wanted.x_metric:
        series = finder.one(wanted.x_metric, where)
        if series is None or (not series.values and series.summarised is None):
            return None
        return _along(series, wanted.x_unit)
    if wanted.kind == CATEGORIES:
        return plain(shown(value, specification.names))
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        try:
            return float(value)
        except ValueError:
            raise ReportError(
                f"{wanted.x.key} = {value!r} is no number, and a {wanted.kind} figure needs them"
                ' along its axis. Draw kind = "bar" of names.'
            ) from None
    return float(value)


def _along(series: Series, unit: str) -> float:
    """The median of a metric in the unit of the axis."""
    value = (
        exact(series.summarised)
        if series.summarised is not None
        else estimate(series, "median").value
    )
    try:
        return float(converted(value, series.unit, unit) if unit else value)
    except UnitError as error:
        place = series.places[0]
        raise ReportError(str(error), place.path, place.line) from None


def fitted_exponent(points: Sequence[tuple[float, float]]) -> tuple[float | None, float | None]:
    """The slope of a straight line through the logarithms, by least squares, and its standard
    error.

    The slope needs two points at different places, its error three.  Points that are not
    positive have no logarithm and are left out.
    """
    logs = [(math.log(x), math.log(y)) for x, y in points if x > 0 and y > 0]
    count = len(logs)
    if count < 2:
        return None, None
    mean_x, mean_y = (math.fsum(one[axis] for one in logs) / count for axis in (0, 1))
    spread = math.fsum((x - mean_x) ** 2 for x, _ in logs)
    if not spread:
        return None, None
    slope = math.fsum((x - mean_x) * (y - mean_y) for x, y in logs) / spread
    if count < 3:
        return slope, None
    rest = math.fsum((y - mean_y - slope * (x - mean_x)) ** 2 for x, y in logs)
    return slope, math.sqrt(rest / (count - 2) / spread)
