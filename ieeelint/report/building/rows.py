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

    from ieeelint.report.building.finding_series import Finder
    from ieeelint.report.records import Key
    from ieeelint.report.specification.model import Axis, Measure, RowGroup, Where


@dataclass(slots=True, eq=False)
class RowOf:
    """A row before its cells: the value of the rows' key, its group, its baseline (empty for
    none).
    """

    value: Key
    group: RowGroup | None
    where: dict[str, Key | list[Key]]
    baseline: Where

    def is_baseline(self, key: str) -> bool:
        """True for the row that others are compared with."""
        return key in self.baseline and canonical(self.value) == canonical(
            _single(self.baseline[key])
        )


def values_of(
    axis: Axis, finder: Finder, measures: Sequence[Measure], where: Mapping[str, Key | list[Key]]
) -> list[Key]:
    """The values of the axis's key in its order.

    A list must name every value that is there: what is not wanted is left out by ``where``,
    so that no row is dropped unseen.  Raises ReportError otherwise.
    """
    found: dict[str, Key] = {}
    for measure in measures:
        metric = measure.ratio.metric if measure.ratio else measure.metric
        for value in finder.values(axis.key, metric, {**where, **measure.where}):
            found.setdefault(canonical(value) or "", value)
    if isinstance(axis.order, list):
        return _listed(axis, found)
    values = list(found.values())
    if axis.order in ("ascending", "descending"):
        values.sort(key=_rank, reverse=axis.order == "descending")
    elif axis.order != "file" and not axis.order.startswith("value:"):
        raise ReportError(
            f'order = "{axis.order}" is not known. Write "file", "ascending", "descending",'
            ' "value:COLUMN" or a list.'
        )
    return values


def _listed(axis: Axis, found: Mapping[str, Key]) -> list[Key]:
    assert isinstance(axis.order, list)
    wanted = {canonical(value) or "": value for value in axis.order}
    extra = [value for name, value in found.items() if name not in wanted]
    if extra:
        raise ReportError(
            f"{axis.key}: the results have {listed(extra)}, which order does not"
            f" name.{nearest_sentence(str(extra[0]), map(str, axis.order))} Add it to order, or"
            " leave it out by where."
        )
    return list(wanted.values())


def _rank(value: Key) -> tuple[int, float, str]:
    """Numbers first, as files may write them ("1e-3"), then words."""
    try:
        number = float(value)
    except (ValueError, OverflowError):
        number = math.nan
    return (0, number, "") if math.isfinite(number) else (1, 0.0, str(value))


def _single(value: Key | list[Key]) -> Key:
    return value[0] if isinstance(value, list) else value
