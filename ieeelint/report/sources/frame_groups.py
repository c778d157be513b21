"""Reads rows of polars frames by groups: rows that differ only in value and repeat.

The first row of a group takes the slow path through ``tables`` and ``grouping``, and so does every
row with a status or without a plain number.  The values of the other rows are added to the part of
the first row.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from ieeelint.report.records import OK
from ieeelint.report.sources.fast_lines import LEFT_OUT, outcome_of
from ieeelint.report.sources.groups import FastPathError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import polars

    from ieeelint.report.records import Record
    from ieeelint.report.sources.grouping import Grouper
    from ieeelint.report.sources.groups import Part

    Cells = tuple[object, ...]
    Block = tuple[int, polars.DataFrame]  # with the number of its first row
    First = tuple[int, Cells]

ROW, FIRST, LAST, VALUE, LABEL = "\0row", "\0first", "\0last", "\0value", "\0label"
MOST = 20_000  # rows on the slow path; if there are more, the groups are too small to be worth it


@dataclass(slots=True)
class Rows:
    """How to read the rows of a file.

    Rows with the same cells in the columns ``group_by`` are a group if they are ``plain``: their
    value is ``number``, and the column ``label``, if any, distinguishes repeats.  ``records``
    makes the records of a row from its number, its cells, and its cells of ``group_by`` if it is
    the first of its group.  ``split`` makes these columns from the cells.
    """

    group_by: list[str]
    number: polars.Expr
    label: str
    plain: polars.Expr
    records: Callable[[int, Cells, Cells | None], tuple[Record, ...]]
    split: Callable[[polars.LazyFrame], polars.LazyFrame] = lambda frame: frame


def read_rows(rows: Rows, blocks: Iterator[Block], grouper: Grouper) -> None:
    """Read plain rows by groups, and all others one by one.  Raises FastPathError, possibly after
    some rows were read.
    """
    groups, firsts, odd = _groups(rows, blocks)
    if groups is None:
        return
    indexes = {key: index for index, key in enumerate(groups.select(rows.group_by).iter_rows())}
    if indexes.keys() != firsts.keys():
        raise FastPathError  # a key that is not equal to itself
    filled: dict[int, tuple[Part, int]] = {}
    keys = {first[0]: key for key, first in firsts.items()}
    for number, cells in sorted([*firsts.values(), *odd], key=lambda row: row[0]):
        key = keys.get(number)
        records = rows.records(number, cells, key)
        part = outcome_of(records, grouper)
        if key is None:
            if any(record.status == OK for record in records):
                raise FastPathError  # values would not be in the order of the lines
        elif part is None or id(part) in filled:
            raise FastPathError
        elif part is not LEFT_OUT:
            filled[id(part)] = part, indexes[key]
    for part, index in filled.values():
        _fill(part, groups, index, grouper)


def _groups(
    rows: Rows, blocks: Iterator[Block]
) -> tuple[polars.DataFrame | None, dict[Cells, First], list[First]]:
    """Groups with their first and last row, values and labels; the first row of each; and rows
    that are not plain.

    Raises FastPathError if too many rows would take the slow path.
    """
    from polars import Int64, col, concat, int_range, when

    numbers = [
        when(rows.number == 0.0).then(0.0).otherwise(rows.number).alias(VALUE)
    ]  # minus zero is zero
    if rows.label:
        numbers.append(col(rows.label).cast(Int64, strict=False).alias(LABEL))
    lists = [VALUE, LABEL][: len(numbers)]
    frames: list[polars.DataFrame] = []
    firsts: dict[Cells, First] = {}
    odd: list[First] = []
    for start, frame in _ahead(blocks):
        at = int_range(start, start + frame.height, dtype=Int64).alias(ROW)
        columns = rows.split(frame.lazy()).with_columns(at, *numbers)
        groups = (
            columns.filter(rows.plain)
            .group_by(rows.group_by)
            .agg(col(ROW).min().alias(FIRST), col(ROW).max().alias(LAST), *lists)
            .collect()
        )
        frames.append(groups)
        for key, number in zip(groups.select(rows.group_by).iter_rows(), groups[FIRST]):
            if key not in firsts:
                firsts[key] = number, frame.row(number - start)
        if groups[VALUE].list.len().sum() < frame.height:
            others = columns.filter(~rows.plain | rows.plain.is_null()).select(ROW).collect()
            odd.extend((number, frame.row(number - start)) for number in others[ROW])
        if len(firsts) + len(odd) > MOST:
            raise FastPathError
    if len(frames) > 1:
        frames = [
            concat(frames)
            .group_by(rows.group_by)
            .agg(col(FIRST).min(), col(LAST).max(), col(lists).explode())
        ]
    return frames[0] if frames else None, firsts, odd


def _ahead(blocks: Iterator[Block]) -> Iterator[Block]:
    """The same blocks; each is read while the one before is processed."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as thread:
        following = thread.submit(next, blocks, None)
        while block := following.result():
            following = thread.submit(next, blocks, None)
            yield block


def _fill(part: Part, groups: polars.DataFrame, index: int, grouper: Grouper) -> None:
    """Add all rows of a group, except the first, to its part."""
    if len(part.values) != 1:
        raise FastPathError
    values = groups[VALUE][index][1:].to_list()
    part.values.extend(array("d", values))
    if LABEL in groups.columns:
        part.repeats.extend(groups[LABEL][index][1:].to_list())
    else:
        part.unnamed += len(values)
    part.last = max(part.last, groups[LAST][index])
    grouper.count += len(values)
