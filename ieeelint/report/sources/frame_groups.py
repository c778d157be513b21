"""Rows of polars' frames by groups: rows that differ in value and repeat only are taken together.

The first row of a group goes the plain way, through ``tables`` and ``gathering``, and so does
every row with a status or without a plain number; the others of the group give their values to
the part of the first.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from ieeelint.report.records import OK
from ieeelint.report.sources.grouping import Unfit
from ieeelint.report.sources.quick_lines import PASSED, outcome_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import polars

    from ieeelint.report.records import Record
    from ieeelint.report.sources.grouping import Gatherer, Part

    Cells = tuple[object, ...]
    Block = tuple[int, polars.DataFrame]  # and the number of its first row
    First = tuple[int, Cells]

ROW, FIRST, LAST, VALUE, LABEL = "\0row", "\0first", "\0last", "\0value", "\0label"
MOST = 20_000  # rows that go the plain way; with more of them, groups are too small to be worth it


@dataclass(slots=True)
class Rows:
    """How the rows of a file are looked at.

    Rows alike in the columns ``apart`` are a group where they are ``plain``: their ``number`` is
    the value, and the column ``label``, if any, tells repeats apart.  ``records`` gives what a row
    means by its number, its cells, and its cells of ``apart`` where it is to stand for its group.
    ``cut`` makes these columns of the cells.
    """

    apart: list[str]
    number: polars.Expr
    label: str
    plain: polars.Expr
    records: Callable[[int, Cells, Cells | None], tuple[Record, ...]]
    cut: Callable[[polars.LazyFrame], polars.LazyFrame] = lambda frame: frame


def take(rows: Rows, blocks: Iterator[Block], gatherer: Gatherer) -> None:
    """Take plain rows by groups, all others one by one; raises Unfit before or after taking
    some.
    """
    found, firsts, odd = _groups(rows, blocks)
    if found is None:
        return
    indexes = {key: index for index, key in enumerate(found.select(rows.apart).iter_rows())}
    if indexes.keys() != firsts.keys():
        raise Unfit  # a key that is not equal to itself
    filled: dict[int, tuple[Part, int]] = {}
    keys = {first[0]: key for key, first in firsts.items()}
    for number, cells in sorted([*firsts.values(), *odd], key=lambda row: row[0]):
        key = keys.get(number)
        records = rows.records(number, cells, key)
        part = outcome_of(records, gatherer)
        if key is None:
            if any(record.status == OK for record in records):
                raise Unfit  # values would not stand in order of lines
        elif part is None or id(part) in filled:
            raise Unfit
        elif part is not PASSED:
            filled[id(part)] = part, indexes[key]
    for part, index in filled.values():
        _fill(part, found, index, gatherer)


def _groups(
    rows: Rows, blocks: Iterator[Block]
) -> tuple[polars.DataFrame | None, dict[Cells, First], list[First]]:
    """Groups with their first and last row, values and labels; the first row of each; and rows
    that are not plain.

    Raises Unfit where too many rows would have to go the plain way.
    """
    from polars import Int64, col, concat, int_range, when

    numbers = [
        when(rows.number == 0.0).then(0.0).otherwise(rows.number).alias(VALUE)
    ]  # minus zero is zero
    if rows.label:
        numbers.append(col(rows.label).cast(Int64, strict=False).alias(LABEL))
    lists = [VALUE, LABEL][: len(numbers)]
    found: list[polars.DataFrame] = []
    firsts: dict[Cells, First] = {}
    odd: list[First] = []
    for start, frame in _ahead(blocks):
        at = int_range(start, start + frame.height, dtype=Int64).alias(ROW)
        cut = rows.cut(frame.lazy()).with_columns(at, *numbers)
        groups = (
            cut.filter(rows.plain)
            .group_by(rows.apart)
            .agg(col(ROW).min().alias(FIRST), col(ROW).max().alias(LAST), *lists)
            .collect()
        )
        found.append(groups)
        for key, number in zip(groups.select(rows.apart).iter_rows(), groups[FIRST]):
            if key not in firsts:
                firsts[key] = number, frame.row(number - start)
        if groups[VALUE].list.len().sum() < frame.height:
            others = cut.filter(~rows.plain | rows.plain.is_null()).select(ROW).collect()
            odd.extend((number, frame.row(number - start)) for number in others[ROW])
        if len(firsts) + len(odd) > MOST:
            raise Unfit
    if len(found) > 1:
        found = [
            concat(found)
            .group_by(rows.apart)
            .agg(col(FIRST).min(), col(LAST).max(), col(lists).explode())
        ]
    return found[0] if found else None, firsts, odd


def _ahead(blocks: Iterator[Block]) -> Iterator[Block]:
    """The same blocks, the next one read while this one is looked at."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as thread:
        following = thread.submit(next, blocks, None)
        while block := following.result():
            following = thread.submit(next, blocks, None)
            yield block


def _fill(part: Part, found: polars.DataFrame, index: int, gatherer: Gatherer) -> None:
    """Give a part all rows of a group but the first, which it has."""
    if len(part.values) != 1:
        raise Unfit
    values = found[VALUE][index][1:].to_list()
    part.values.extend(array("d", values))
    if LABEL in found.columns:
        part.repeats.extend(found[LABEL][index][1:].to_list())
    else:
        part.unnamed += len(values)
    part.last = max(part.last, found[LAST][index])
    gatherer.count += len(values)
