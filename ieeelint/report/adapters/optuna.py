"""Studies of Optuna: a CSV file of ``study.trials_dataframe()``, or its SQLite storage.

Keys: ``trial`` (its number), ``study`` (SQLite), and each parameter (also as ``params.NAME``).
Metrics: ``value``, or ``value_0``, ``value_1`` … of several objectives, and numbers of
``user_attrs``.  A failed trial is a failure; a pruned or running one was skipped.
"""

from __future__ import annotations

from ieeelint.report.adapters import csv_tables
from ieeelint.report.adapters.runs import Run, records
from ieeelint.report.records import Location

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.fields import JSON
    from ieeelint.report.records import Key, Record

STATES = {
    "COMPLETE": "finished",
    "FAIL": "failed",
    "PRUNED": "pending",
    "RUNNING": "running",
    "WAITING": "pending",
}
TABLES = {"studies", "trials", "trial_params", "trial_values"}
TRIALS = """
select t.trial_id, t.number, t.state, s.study_name
from trials t join studies s on s.study_id = t.study_id order by s.study_id, t.number
"""


def is_export(header: str) -> bool:
    """Whether the first line of a CSV file is that of ``trials_dataframe``."""
    names = {name.strip().strip('"') for name in header.rstrip().split(",")}
    has_value = any(name == "value" or name.startswith("values_") for name in names)
    return {"number", "state"} <= names and has_value and "datetime_start" in names


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a study.  Raises ReportError if it has no trials."""
    if source.head().startswith(b"SQLite"):
        from ieeelint.report.adapters.sqlite import connected

        with connected(source, TABLES, "an Optuna storage") as base:
            runs = _stored(base, source)
    else:
        runs = [_exported(row, line, source) for line, row in csv_tables.rows(source, request)]
    if not runs:
        raise source.error("contains no trials.")
    return records(runs, request, "params")


def _exported(row: dict[str, Key], line: int, source: Source) -> Run:
    run = _run(row.get("number", ""), str(row.get("state", "")), Location(source.name, line))
    for name, value in row.items():
        prefix, _, rest = name.partition("_")
        if prefix == "params" and rest:
            run.parameters[rest] = value
        elif name == "value" or name.startswith(("values_", "user_attrs_")):
            metric = name.removeprefix("user_attrs_").replace("values_", "value_")
            if value != "" and not (name.startswith("user_attrs_") and isinstance(value, str)):
                run.metrics[metric] = value, run.location
    return run


def _run(number: Key, state: str, location: Location) -> Run:
    name = str(number)
    return Run(name, name, STATES.get(state, "failed"), location, {"trial": number})


def _stored(base: sqlite3.Connection, source: Source) -> list[Run]:
    runs: dict[int, Run] = {}
    for id_, number, state, study in base.execute(TRIALS):
        runs[id_] = _run(number, state, source.location)
        runs[id_].keys["study"] = study
    query = "select trial_id, param_name, param_value, distribution_json from trial_params"
    for id_, name, value, distribution in base.execute(query):
        if id_ in runs:
            runs[id_].parameters[name] = _parameter(value, distribution)
    query = "select trial_id, objective, value, value_type from trial_values"
    values = list(base.execute(query))
    has_several = any(objective for _, objective, _, _ in values)
    for id_, objective, value, kind in values:
        if id_ in runs:
            metric = f"value_{objective}" if has_several else "value"
            is_finite = str(kind).upper() == "FINITE"
            runs[id_].metrics[metric] = value if is_finite else str(kind), source.location
    return list(runs.values())


def _parameter(value: float, distribution: str) -> Key:
    """The value of a parameter: a choice, a whole number, or a number."""
    import json

    described: JSON = json.loads(distribution)
    assert isinstance(described, dict)
    attributes = described.get("attributes")
    choices = attributes.get("choices") if isinstance(attributes, dict) else None
    if isinstance(choices, list):
        choice = choices[int(value)]
        return choice if isinstance(choice, (str, int, float)) else str(choice)
    return int(value) if str(described.get("name", "")).startswith("Int") else value
