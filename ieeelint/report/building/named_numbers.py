"""Named numbers for the text of the paper."""

from __future__ import annotations

from dataclasses import replace

from ieeelint.report.adapters.values import canonical
from ieeelint.report.building.measuring import outcome
from ieeelint.report.built import Number
from ieeelint.report.grid import VALUE, Cell
from ieeelint.report.numbers import rounding
from ieeelint.report.records import ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.building.finding_series import Finder
    from ieeelint.report.building.measuring import Outcome
    from ieeelint.report.records import Key
    from ieeelint.report.specification.model import NumberOf, Specification


def numbers(specification: Specification, finder: Finder) -> list[Number]:
    """The numbers of ``[[number]]``.  Raises ReportError for one without a value, and for two of
    one name.
    """
    made: list[Number] = []
    for wanted in specification.numbers:
        if any(number.key == wanted.key for number in made):
            raise ReportError(f'two [[number]]s have the key "{wanted.key}"')
        outcomes = list(_outcomes(wanted, finder, specification))
        found = [one for one in outcomes if one.state == VALUE and one.value is not None]
        if not found:
            why = next(
                (remark for one in outcomes for remark in one.remarks), "Check metric and where."
            )
            raise ReportError(f'[[number]] "{wanted.key}": no record with a value fits. {why}')
        if wanted.of:
            units = sorted({one.value.unit for one in found if one.value})
            if len(units) > 1:
                raise ReportError(
                    f'[[number]] "{wanted.key}": results have the units {", ".join(units)}. Say'
                    ' which: unit = "…".'
                )
            found.sort(key=lambda one: one.value.number if one.value else 0)
        best = found[-1] if wanted.of == "max" else found[0]
        assert best.value is not None
        cell = Cell("", "", value=best.value)
        rounding.write([cell], wanted.measure.digits)
        made.append(Number(wanted.key, cell.bound + cell.digits, best.value))
    return made


def _outcomes(wanted: NumberOf, finder: Finder, specification: Specification) -> Iterator[Outcome]:
    """The outcome of the one series that fits; with ``of``, one of each."""
    measure = wanted.measure
    baseline = wanted.baseline or specification.baseline
    if not wanted.of:
        yield outcome(measure, finder, {}, baseline)
        return
    metric = measure.ratio.metric if measure.ratio else measure.metric
    keys = finder.collection.keys
    for values, _ in finder.all(metric, measure.where):
        where: dict[str, Key | list[Key]] = {
            key: value for key, value in zip(keys, values) if value is not None
        }
        if measure.ratio and all(
            canonical(_one(where.get(key, ""))) == canonical(_one(value))
            for key, value in baseline.items()
        ):
            continue  # the baseline itself
        yield outcome(replace(measure, where={}), finder, where, baseline)


def _one(value: Key | list[Key]) -> Key:
    return value[0] if isinstance(value, list) else value
