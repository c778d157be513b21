"""The rows of a table and their order."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ieeelint.phrases import listed, nearest_sentence
from ieeelint.report.adapters.values import canonical
from ieeelint.report.records import ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ieeelint.report.building.finder import Finder
    from ieeelint.report.records import Key
    from ieeelint.report.specification.model import Axis, Measure, RowGroup, Where


@dataclass(slots=True, eq=False)
class TableRow:
    """A row before its cells: the value of the row key, its group, and its baseline (empty if it
    has none).
    """

    value: Key
    group: RowGroup | None
    where: dict[str, Key | list[Key]]
    baseline: Where

    def is_baseline(self, key: str) -> bool:
        """True for the row that other rows are compared with."""
        return key in self.baseline and canonical(self.value) == canonical(
            _single(self.baseline[key])
        )


def values_of(
    axis: Axis,
    finder: Finder,
    measures: Sequence[Measure],
    where: Mapping[str, Key | list[Key]],
    selected: Key | list[Key] = "",
) -> list[Key]:
    """The values of the axis's key in the order of the axis.

    ``selected`` has the values that the specification selects in a list: those without a record
    come last.

    Raises ReportError if the order is a list without one of the values.  Otherwise rows would be
    left out silently; ``where`` leaves them out on purpose.
    """
    selections = [
        (measure.ratio.metric if measure.ratio else measure.metric, {**where, **measure.where})
        for measure in measures
    ]
    recorded = {canonical(value) or "": value for value in finder.values(axis.key, selections)}
    for value in selected if isinstance(selected, list) and recorded else ():
        recorded.setdefault(canonical(value) or "", value)
    if isinstance(axis.order, list):
        return _listed(axis, recorded)
    values = list(recorded.values())
    if axis.order in ("ascending", "descending"):
        values.sort(key=_rank, reverse=axis.order == "descending")
    elif axis.order != "file" and not axis.order.startswith("value:"):
        raise ReportError(
            f'order = "{axis.order}" is not supported. Write "file", "ascending", "descending",'
            ' "value:COLUMN" or a list.'
        )
    return values


def _listed(axis: Axis, recorded: Mapping[str, Key]) -> list[Key]:
    assert isinstance(axis.order, list)
    ordered = {canonical(value) or "": value for value in axis.order}
    extra = [value for name, value in recorded.items() if name not in ordered]
    if extra:
        raise ReportError(
            f"{axis.key}: the results have {listed(extra)}, but order does"
            f" not.{nearest_sentence(str(extra[0]), map(str, axis.order))} Add it to order, or"
            " leave it out with where."
        )
    return list(ordered.values())


def _rank(value: Key) -> tuple[int, float, str]:
    """A sort key: numbers first, also in forms such as "1e-3", then text."""
    try:
        number = float(value)
    except (ValueError, OverflowError):
        number = math.nan
    return (0, number, "") if math.isfinite(number) else (1, 0.0, str(value))


def _single(value: Key | list[Key]) -> Key:
    return value[0] if isinstance(value, list) else value
