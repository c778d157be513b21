"""Explain a cell: its unrounded value, its interval, and the records that it was computed from."""

from __future__ import annotations

from ieeelint.phrases import nearest_sentence
from ieeelint.report.records import ReportError
from ieeelint.report.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.report.built import Built
    from ieeelint.report.grid import Cell, Grid, Value
    from ieeelint.report.series import Series

MAX_VALUES = 20  # values that are listed


def explained(results: Iterable[Built], key: str) -> str:
    """The explanation of the cell ``table.row.column``.

    Raises ReportError for a key that no table has.
    """
    names = []
    for built in results:
        if built.grid is None:
            continue
        table = built.grid.label.removeprefix("tab:")
        for cell in built.grid.cells:
            name = f"{table}.{cell.row}.{cell.column}"
            if name == key:
                sources = built.cell_series.get(f"{cell.row}.{cell.column}", [])
                return "\n".join(_lines(name, cell, built.grid, sources))
            names.append(name)
    raise ReportError(f'no table has a cell "{key}".{nearest_sentence(key, names)}')


def _lines(name: str, cell: Cell, grid: Grid, sources: Iterable[Series]) -> Iterator[str]:
    half = f"±{'<' if cell.half_below else ''}{cell.half}" if cell.half else ""
    ends = f" [{cell.ends[0]}, {cell.ends[1]}]" if cell.ends else ""
    words = plain(cell.words)
    power = f"×10^{cell.power}" if cell.power else ""
    yield f"{name}: {cell.bound}{cell.digits}{half}{ends}{power}{words}"
    if cell.value is not None:
        yield f"  {_unrounded(cell.value)}"
    for letter in cell.notes:
        note = next(note for note in grid.notes if note.letter == letter)
        yield f"  {letter}: {plain(note.words)}"
    for number, series in enumerate(sources):
        yield f"  {'baseline' if number else 'records'}: {_locations(series)}"
        yield from _records(series)


def _unrounded(value: Value) -> str:
    text = f"{value.number.normalize():f} {value.unit}".rstrip()
    if value.low is not None and value.high is not None:
        text += (
            f", {value.level or value.kind} interval {value.low.normalize():f} to"
            f" {value.high.normalize():f}"
        )
    return text + (f", {value.count} repeats" if value.count is not None else "")


def _locations(series: Series) -> str:
    first, last = series.locations
    return str(first) if first == last else f"{first} to {last}"


def _records(series: Series) -> Iterator[str]:
    if series.summary is not None and series.summarized is not None:
        value = f"{series.summarized!r} {series.unit}".rstrip()
        yield f"    {series.summary.statistic} as recorded: {value}"
    if series.values:
        shown = ", ".join(repr(value) for value in series.values[:MAX_VALUES])
        more = f", … ({len(series.values)} in all)" if len(series.values) > MAX_VALUES else ""
        yield f"    values: {shown}{more} {series.unit}".rstrip()
    for status, failure in series.failures.items():
        yield f"    {status}: {failure.count}, first at {failure.location}" + (
            f" ({failure.reason})" if failure.reason else ""
        )
