"""What results do not have: cells and points without a value, and missing parts of divided files.

An absence is never an error by itself, but it is never silent: ``report`` and ``pin`` print it.
"""

from __future__ import annotations

import re

from ieeelint.phrases import plural, quoted
from ieeelint.report import grid as g
from ieeelint.report.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ieeelint.report.chart import Chart
    from ieeelint.report.grid import Cell, Grid
    from ieeelint.report.series import Series, SourceFile

ABSENT = "absent"
MOST = 3  # cells or points that one message names
PART = re.compile(r"(?P<before>.*\D)?(?P<number>\d+)-of-(?P<count>\d+)(?P<after>.*)")
MOST_PARTS = 10_000  # a larger count is not the number of parts


def missing_parts(files: Iterable[SourceFile]) -> Iterator[str]:
    """A message for each set of files such as "rows-1-of-4.csv" of which some are missing."""
    numbers: dict[tuple[str, str, str], set[int]] = {}
    for file in files:
        match = PART.fullmatch(file.path)
        if match and 0 < int(match["count"]) <= MOST_PARTS:
            name = match["before"] or "", match["count"], match["after"]
            numbers.setdefault(name, set()).add(int(match["number"]))
    for (before, count, after), existing in numbers.items():
        first = 0 if 0 in existing else 1  # parts are numbered from 0 or from 1
        missing = [
            f"{before}{number:0{len(count)}}-of-{count}{after}"
            for number in range(first, first + int(count))
            if number not in existing
        ]
        if missing:
            yield f"{plural(len(missing), 'part')} of {count} missing: {quoted(missing, MOST)}"


def absent_cells(
    grid: Grid, statuses: Mapping[int, str], series: Mapping[str, Sequence[Series]]
) -> Iterator[str]:
    """A message about the cells without a value: rows and columns without any, then single cells.

    ``statuses`` has the status of each cell without a value by its identity; ``series`` is by
    "row.column".
    """
    rows = {row.name: row for row in grid.rows if not row.title}
    headers = {name: plain(row.cells[0].words) or name for name, row in rows.items()}
    absent = {
        (cell.row, cell.column): cell for cell in grid.cells if statuses.get(id(cell)) == ABSENT
    }
    empty_rows = [name for name in rows if _all_absent(rows[name].cells[1:], statuses)]
    if empty_rows:
        names = [headers[name] for name in empty_rows]
        yield f"no value in {plural(len(names), 'row')}: {quoted(names, MOST)}"
    empty_columns = [
        column
        for at, column in enumerate(grid.columns[1:], 1)
        if _all_absent([row.cells[at] for row in rows.values()], statuses)
    ]
    if empty_columns:
        names = [plain(column.header) for column in empty_columns]
        yield f"no value in {plural(len(names), 'column')}: {quoted(names, MOST)}"
    columns = {column.name: plain(column.header) for column in grid.columns}
    single = [
        f'"{columns[column]}" of "{headers[row]}"{_location(series.get(f"{row}.{column}", ()))}'
        for row, column in absent
        if row not in empty_rows and column not in {empty.name for empty in empty_columns}
    ]
    if single:
        yield f"no value for {_some(single)}"


def _all_absent(cells: Iterable[Cell], statuses: Mapping[int, str]) -> bool:
    states = [statuses.get(id(cell), g.VALUE) for cell in cells]
    return bool(states) and set(states) == {ABSENT}


def _location(series: Sequence[Series]) -> str:
    return f" ({series[0].locations[0]})" if series else ""


def absent_points(chart: Chart) -> Iterator[str]:
    """A message about the lines of a figure without a point, then about single points."""
    empty = [line for line in chart.lines if all(point.y is None for point in line.points)]
    if empty:
        names = [plain(line.words) or line.name for line in empty]
        yield f"no point in the series {quoted(names, MOST)}"
    single = [
        f'"{plain(line.words) or line.name}" at {_shown(point.x)}'
        for line in chart.lines
        if line not in empty
        for point in line.points
        if point.state == ABSENT
    ]
    if single:
        yield f"no value for {_some(single)}"


def _some(names: Sequence[str]) -> str:
    more = f", and {len(names) - MOST} more" if len(names) > MOST else ""
    return ", ".join(names[:MOST]) + more


def _shown(x: float | str) -> str:
    return f'"{x}"' if isinstance(x, str) else f"{x:g}"
