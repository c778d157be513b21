"""Exports of Weights & Biases: tables of runs and curves of panels as CSV, runs as JSON; never
the network.

* The table of runs ("Name", "State", configuration and summary as columns): a wide table.
  Keys: ``run`` (Name) and all columns that are not asked for as metrics, but those of the
  tracker itself (ID, Created, Runtime, names with an underscore first …).
* Rows of ``name``, ``config`` and ``summary``, in CSV (dictionaries as Python writes them, or
  JSON) or in JSON, with ``state`` where it was exported: keys are ``run``, configuration
  (``config.NAME`` will do, and must where the name is taken); metrics are the summary's.
* Curves ("Step", "RUN - METRIC" with __MIN and __MAX beside it): keys are ``run`` and
  ``step`` where it is asked for, else the last step counts.
"""

from __future__ import annotations

from ieeelint.report.adapters import tables
from ieeelint.report.adapters.runs import STATES, Run, records
from ieeelint.report.adapters.values import flattened, keys_of
from ieeelint.report.records import OK, Location

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.report.adapters.source import Asked, Source
    from ieeelint.report.adapters.values import Row
    from ieeelint.report.fields import JSON
    from ieeelint.report.records import Record

# Columns of the tracker itself, which tell nothing about what was run.
OWN = {
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
    """Whether the first line of a CSV file is that of an export."""
    names = {name.strip().strip('"') for name in header.rstrip().split(",")}
    curves = any(name.endswith("__MIN") and " - " in name for name in names)
    return {"Name", "State"} <= names or {"name", "config", "summary"} <= names or curves


def read(source: Source, asked: Asked) -> Iterator[Record]:
    """The records of an export; raises ReportError for a cell that cannot be read."""
    if source.head().lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{"):
        from ieeelint.report.adapters.documents import document

        top = document(source)
        runs = [_run_of(row, source) for row in (top if isinstance(top, list) else [top])]
        return records(runs, asked, "config")
    from ieeelint.report.adapters import csv_tables

    found = list(csv_tables.rows(source, asked))
    names = {name for _, row in found for name in row}
    if {"config", "summary"} <= names:
        return records([_run(row, line, source) for line, row in found], asked, "config")
    if {"Name", "State"} <= names:
        return tables.records(source, _table(found), asked)
    return _curves(found, source, asked)


def _run_of(row: JSON, source: Source) -> Run:
    if not isinstance(row, dict):
        raise source.error("is no list of runs with name, config and summary.")
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
    """A dictionary, or one as text; both Python's and JSON's way of writing."""
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
            f"has a {name} that is no dictionary of plain values. Export it with json.dumps.", line
        )
    return cell


def _table(found: Iterable[tuple[int, Row]]) -> Iterator[tuple[int, Row]]:
    for line, row in found:
        state = str(row.get("State", ""))
        status = STATES.get(state.lower(), state)
        fields = {
            name: value
            for name, value in row.items()
            if name not in OWN and not name.startswith("_")
        }
        fields["run"] = fields.pop("Name", "")
        fields.pop("State", None)
        fields["status"], fields["reason"] = (
            status,
            ("" if status == OK else f"run {fields['run']} is {state}"),
        )
        yield line, fields


def _curves(found: Iterable[tuple[int, Row]], source: Source, asked: Asked) -> Iterator[Record]:
    from ieeelint.report.adapters import steps

    curves: dict[str, steps.Curve] = {}
    for line, row in found:
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
    for curve in curves.values():
        yield from steps.records(curve, asked)
