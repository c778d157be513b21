"""What would change if the results were pinned anew."""

from __future__ import annotations

from ieeelint.report.verify.lock import key_of_cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ieeelint.report.verify.lock import Entry, Lock, LockedTable

MOST = 5  # places of one number that are told


def difference(
    old: Lock, new: Lock, places: Mapping[str, list[str]] | None = None
) -> Iterator[str]:
    """A line for each table, cell and number that came, went or changed, and for each file and
    specification.

    A value that moved within the old interval is said to have. ``places`` are those of the drafts
    that hold a number, by key.
    """
    places = places or {}
    for path, file in new.files.items():
        before = old.files.get(path)
        if before is None:
            yield f"{path}: new file"
        elif before.sha256 != file.sha256:
            yield f"{path}: changed, {before.records} records before, {file.records} now"
    for path in old.files:
        if path not in new.files:
            yield f"{path}: no longer read"
    for path, digest in new.specifications.items():
        if old.specifications.get(path, digest) != digest:
            yield f"{path}: the specification changed"
    for label in {**old.tables, **new.tables}:
        was, now = old.tables.get(label), new.tables.get(label)
        if was is None or now is None:
            yield f"{label}: {'new' if was is None else 'gone'}"
            continue
        yield from _cells(label, was, now, places)
    for key in {**old.numbers, **new.numbers}:
        line = _change(old.numbers.get(key), new.numbers.get(key))
        if line:
            yield f"{key}: {line}{_in(places.get(key, []))}"
    for label in {**old.figures, **new.figures}:
        if old.figures.get(label) != new.figures.get(label):
            yield f"{label}: its data or its specification changed"


def _cells(
    label: str, before: LockedTable, after: LockedTable, places: Mapping[str, list[str]]
) -> Iterator[str]:
    rows = before.row_headers | after.row_headers
    columns = before.column_headers | after.column_headers
    for name in {**before.cells, **after.cells}:
        line = _change(before.cells.get(name), after.cells.get(name))
        if line:
            row, _, column = name.partition(".")
            yield (
                f"{label}: {rows.get(row, row)}, {columns.get(column, column)}:"
                f" {line}{_in(places.get(key_of_cell(label, name), []))}"
            )


def _in(places: list[str]) -> str:
    """Where a draft holds a number, in words."""
    shown = ", ".join(places[:MOST]) + (
        f" and {len(places) - MOST} places more" if len(places) > MOST else ""
    )
    return f"; in {shown}" if places else ""


def _change(before: Entry | None, after: Entry | None) -> str:
    """What changed of one entry; empty where nothing that is printed or compared did."""
    if before is None or after is None:
        return "new" if before is None else "gone"
    if before.text == after.text:
        for was, now in ((before.bold, after.bold), (before.underline, after.underline)):
            if was != now:
                return f"{before.text} is {'no longer' if was else 'now'} marked"
        return ""
    return f"{before.text} -> {after.text}{_where(before, after)}"


def _where(before: Entry, after: Entry) -> str:
    """On which side of the old interval the new value is, in words."""
    low, high, value = before.low, before.high, after.value
    if low is None or high is None or value is None or before.unit != after.unit:
        return ""
    return " (inside the old interval)" if low <= value <= high else " (outside the old interval)"
