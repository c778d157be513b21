"""Exported files of Weights & Biases: tables of runs and curves of panels as CSV, runs as JSON.

* The table of runs ("Name", "State", configuration and summary as columns) is a wide table.
  Keys: ``run`` (Name) and all columns that are not requested metrics, without those of the
  tracker (ID, Created, Runtime, names that start with an underscore …).
* Rows of ``name``, ``config`` and ``summary``, in CSV (with dictionaries in Python or JSON
  syntax) or in JSON, with an optional ``state``.  Keys are ``run`` and the configuration (also as
  ``config.NAME``, which is required if another key has the name); metrics are from the summary.
* Curves ("Step", and "RUN - METRIC" with __MIN and __MAX).  Keys are ``run``, and ``step`` if it
  is requested; else the last step is used.
"""

from __future__ import annotations

from ieeelint.report.adapters import tables
from ieeelint.report.adapters.runs import STATES, Run, records
from ieeelint.report.adapters.values import flattened, keys_of
from ieeelint.report.records import OK, Location

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.adapters.values import Row
    from ieeelint.report.fields import JSON
    from ieeelint.report.records import Record

# Columns of the tracker that do not describe the run.
TRACKER_COLUMNS = {
    "ID",
    "Created",
    "Runtime",
    "End Time",
    "Start Time",
    "Updated",
    "Hostname",
    "Host",
    "Notes",
    "User",
    "Heartbeat",
    "Commit",
    "Command",
    "Description",
    "Relative Time (Process)",
    "Relative Time (Wall)",
    "Unnamed: 0",
    "",
}


def is_export(header: str) -> bool:
    """Whether the first line of a CSV file is the header of an export."""
    names = {name.strip().strip('"') for name in header.rstrip().split(",")}
    curves = any(name.endswith("__MIN") and " - " in name for name in names)
    return {"Name", "State"} <= names or {"name", "config", "summary"} <= names or curves


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of an export.  Raises ReportError for a cell that cannot be read."""
    if source.head().lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{"):
        from ieeelint.report.adapters.documents import document

        top = document(source)
        runs = [_run_of(row, source) for row in (top if isinstance(top, list) else [top])]
        return records(runs, request, "config")
    from ieeelint.report.adapters import csv_tables

    rows = list(csv_tables.rows(source, request))
    names = {name for _, row in rows for name in row}
    if {"config", "summary"} <= names:
        return records([_run(row, line, source) for line, row in rows], request, "config")
    if {"Name", "State"} <= names:
        return tables.records(source, lambda: _table(rows), request)
    return _curves(rows, source, request)


def _run_of(row: JSON, source: Source) -> Run:
    if not isinstance(row, dict):
        raise source.error("is not a list of runs with name, config and summary.")
    return _run(row, 0, source)


def _run(row: Row, line: int, source: Source) -> Run:
    location = Location(source.name, line)
    config, summary = (
        _block(row.get(name) or row.get(f"{name}_metrics") or {}, name, source, line)
        for name in ("config", "summary")
    )
    run = Run(
        str(row.get("id", "")),
        str(row.get("name", "")),
        str(row.get("state") or "finished"),
        location,
    )
    run.parameters = {
        name: value
        for name, value in keys_of(flattened(config)).items()
        if not name.startswith("_")
    }
    run.metrics = {
        name: (value, location)
        for name, value in flattened(summary).items()
        if not name.startswith("_")
    }
    return run


def _block(cell: object, name: str, source: Source, line: int) -> Row:
    """A dictionary, or the dictionary in a string in Python or JSON syntax."""
    if isinstance(cell, str):
        import ast
        import json

        text = cell
        try:
            cell = json.loads(text, parse_constant=str)
        except ValueError:
            try:
                cell = ast.literal_eval(text)
            except (ValueError, SyntaxError, RecursionError, MemoryError):
                cell = None
    if not isinstance(cell, dict):
        raise source.error(
            f"has a {name} that is not a dictionary of plain values. Export it with json.dumps.",
            line,
        )
    return cell


def _table(rows: Iterable[tuple[int, Row]]) -> Iterator[tuple[int, Row]]:
    for line, row in rows:
        state = str(row.get("State", ""))
        status = STATES.get(state.lower(), state)
        fields = {
            name: value
            for name, value in row.items()
            if name not in TRACKER_COLUMNS and not name.startswith("_")
        }
        fields["run"] = fields.pop("Name", "")
        fields.pop("State", None)
        fields["status"], fields["reason"] = (
            status,
            ("" if status == OK else f"run {fields['run']} is {state}"),
        )
        yield line, fields


def _curves(rows: Iterable[tuple[int, Row]], source: Source, request: Request) -> Iterator[Record]:
    from ieeelint.report.adapters import steps

    curves: dict[str, steps.Curve] = {}
    for line, row in rows:
        step = row.get("Step", row.get("_step"))
        if type(step) is not int:
            raise source.error("has no step. Export the panel with Step as its x axis.", line)
        for name, value in row.items():
            run, dash, metric = name.rpartition(" - ")
            if (
                not dash
                or name.endswith(("__MIN", "__MAX"))
                or metric.startswith("_")
                or value == ""
            ):
                continue
            curve = curves.setdefault(name, steps.Curve(metric, {"run": run}))
            curve.points[step] = value, Location(source.name, line), ""
    yield from steps.records(list(curves.values()), request)
