"""What would change if the results were pinned anew."""

from __future__ import annotations

from ieeelint.report.verify.lock import decimal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from ieeelint.report.verify.lock import Lock

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
    for path, file in new["files"].items():
        before = old["files"].get(path)
        if before is None:
            yield f"{path}: new file"
        elif before["sha256"] != file["sha256"]:
            yield f"{path}: changed, {before['records']} records before, {file['records']} now"
    for path in old["files"]:
        if path not in new["files"]:
            yield f"{path}: no longer read"
    for path, said in new["specifications"].items():
        if path in old.get("specifications", {}) and old["specifications"][path] != said:
            yield f"{path}: the specification changed"
    for label in {**old["tables"], **new["tables"]}:
        before, after = old["tables"].get(label), new["tables"].get(label)
        if before is None or after is None:
            yield f"{label}: {'new' if before is None else 'gone'}"
            continue
        yield from _cells(label, before, after, places)
    for key in {**old["numbers"], **new["numbers"]}:
        line = _change(old["numbers"].get(key), new["numbers"].get(key))
        if line:
            yield f"{key}: {line}{_in(places.get(key, []))}"
    for label in {**old["figures"], **new["figures"]}:
        if old["figures"].get(label) != new["figures"].get(label):
            yield f"{label}: its data or its specification changed"


def _cells(
    label: str, before: dict[str, Any], after: dict[str, Any], places: Mapping[str, list[str]]
) -> Iterator[str]:
    rows = {row["name"]: row["head"] for table in (before, after) for row in table["rows"]}
    columns = {
        column["name"]: column["head"] for table in (before, after) for column in table["columns"]
    }
    for name in {**before["cells"], **after["cells"]}:
        line = _change(before["cells"].get(name), after["cells"].get(name))
        if line:
            row, _, column = name.partition(".")
            key = f"{label.removeprefix('tab:')}.{name}"
            yield (
                f"{label}: {rows.get(row, row)}, {columns.get(column, column)}:"
                f" {line}{_in(places.get(key, []))}"
            )


def _in(places: list[str]) -> str:
    """Where a draft holds a number, in words."""
    shown = ", ".join(places[:MOST]) + (
        f" and {len(places) - MOST} places more" if len(places) > MOST else ""
    )
    return f"; in {shown}" if places else ""


def _change(before: dict[str, Any] | None, after: dict[str, Any] | None) -> str:
    """What changed of one entry; empty where nothing that is printed or compared did."""
    if before is None or after is None:
        return "new" if before is None else "gone"
    if before == after:
        return ""
    if before["text"] == after["text"]:
        marks = [mark for mark in ("bold", "underline") if before.get(mark) != after.get(mark)]
        return (
            f"{before['text']} is {'no longer' if before.get(marks[0]) else 'now'} marked"
            if marks
            else ""
        )
    low, high, value = decimal(before, "low"), decimal(before, "high"), decimal(after, "value")
    where = ""
    if (
        low is not None
        and high is not None
        and value is not None
        and before.get("unit") == after.get("unit")
    ):
        where = (
            " (inside the old interval)" if low <= value <= high else " (outside the old interval)"
        )
    return f"{before['text']} -> {after['text']}{where}"
