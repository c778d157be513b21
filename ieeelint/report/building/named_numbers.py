"""Build the named numbers for the text of the paper."""

from __future__ import annotations

from dataclasses import replace

from ieeelint.report.adapters.values import canonical
from ieeelint.report.building.measuring import outcome_of, with_percent, with_unit
from ieeelint.report.built import Number
from ieeelint.report.grid import VALUE, Cell
from ieeelint.report.numbers import rounding
from ieeelint.report.numbers.units import advice
from ieeelint.report.records import ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.building.finder import Finder
    from ieeelint.report.building.measuring import Outcome
    from ieeelint.report.records import Key
    from ieeelint.report.specification.model import NumberOf, Specification


def build_numbers(specification: Specification, finder: Finder) -> list[Number]:
    """The numbers of ``[[number]]``.

    Raises ReportError for a number without a value, and for duplicate keys.
    """
    built: list[Number] = []
    for number in specification.numbers:
        if any(other.key == number.key for other in built):
            raise ReportError(f'two [[number]] tables have the key "{number.key}"; rename one')
        outcomes = list(_outcomes(number, finder, specification))
        values = [outcome.value for outcome in outcomes if outcome.state == VALUE and outcome.value]
        if not values:
            why = next(
                (remark for outcome in outcomes for remark in outcome.remarks),
                "Check metric and where.",
            )
            raise ReportError(f'[[number]] "{number.key}": no record with a value matches. {why}')
        if number.of:
            units = sorted({value.unit for value in values})
            if len(units) > 1:
                raise ReportError(
                    f'[[number]] "{number.key}": results have the units {", ".join(units)}.'
                    f" {advice(units)}"
                )
            values.sort(key=lambda value: value.number)
        value = values[-1] if number.of == "max" else values[0]
        cell = Cell("", "", value=value)
        rounding.write([cell], number.measure.digits)
        built.append(Number(number.key, cell.number_text, value))
    return built


def _outcomes(number: NumberOf, finder: Finder, specification: Specification) -> Iterator[Outcome]:
    """The outcome of the series that matches; with ``of``, of each series that matches."""
    measure = with_percent(with_unit(number.measure, finder, {}), finder, {})
    baseline = number.baseline or specification.baseline
    if not number.of:
        yield outcome_of(measure, finder, {}, baseline)
        return
    metric = measure.ratio.metric if measure.ratio else measure.metric
    keys = finder.collection.keys
    for values, _ in finder.matching(metric, measure.where):
        where: dict[str, Key | list[Key]] = {
            key: value for key, value in zip(keys, values) if value is not None
        }
        if measure.ratio and all(
            canonical(_single(where.get(key, ""))) == canonical(_single(value))
            for key, value in baseline.items()
        ):
            continue  # the baseline itself
        yield outcome_of(replace(measure, where={}), finder, where, baseline)


def _single(value: Key | list[Key]) -> Key:
    return value[0] if isinstance(value, list) else value
