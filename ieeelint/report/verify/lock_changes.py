"""What would change in the lock file if the results were pinned again."""

from __future__ import annotations

from ieeelint.report.verify.lock import key_of_cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ieeelint.report.verify.lock import Entry, Lock, LockedTable

MOST = 5  # locations of one number that are printed


def lock_changes(
    old: Lock, new: Lock, locations: Mapping[str, list[str]] | None = None
) -> Iterator[str]:
    """A line for each file, specification, table, cell and number that is new, removed or changed.

    The line of a value says whether it is still within the old interval.  ``locations`` are those
    of the drafts that use a number, by key.
    """
    locations = locations or {}
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
            yield f"{label}: {'new' if was is None else 'removed'}"
            continue
        yield from _cells(label, was, now, locations)
    for key in {**old.numbers, **new.numbers}:
        line = _change(old.numbers.get(key), new.numbers.get(key))
        if line:
            yield f"{key}: {line}{_listed(locations.get(key, []))}"
    for label in {**old.figures, **new.figures}:
        if old.figures.get(label) != new.figures.get(label):
            yield f"{label}: its data or its specification changed"


def _cells(
    label: str, before: LockedTable, after: LockedTable, locations: Mapping[str, list[str]]
) -> Iterator[str]:
    rows = before.row_headers | after.row_headers
    columns = before.column_headers | after.column_headers
    for name in {**before.cells, **after.cells}:
        line = _change(before.cells.get(name), after.cells.get(name))
        if line:
            row, _, column = name.partition(".")
            yield (
                f"{label}: {rows.get(row, row)}, {columns.get(column, column)}:"
                f" {line}{_listed(locations.get(key_of_cell(label, name), []))}"
            )


def _listed(locations: list[str]) -> str:
    """The end of a line with locations; empty if there are none."""
    more = f" and {len(locations) - MOST} more locations" if len(locations) > MOST else ""
    return f"; in {', '.join(locations[:MOST])}{more}" if locations else ""


def _change(before: Entry | None, after: Entry | None) -> str:
    """What changed in one entry; empty if nothing changed that is printed or compared."""
    if before is None or after is None:
        return "new" if before is None else "removed"
    if before.text == after.text:
        for was, now in ((before.bold, after.bold), (before.underline, after.underline)):
            if was != now:
                return f"{before.text} is {'no longer' if was else 'now'} marked"
        return ""
    return f"{before.text} -> {after.text}{_in_interval(before, after)}"


def _in_interval(before: Entry, after: Entry) -> str:
    """Whether the new value is in the old interval, in words."""
    low, high, value = before.low, before.high, after.value
    if low is None or high is None or value is None or before.unit != after.unit:
        return ""
    return " (inside the old interval)" if low <= value <= high else " (outside the old interval)"
