"""MLflow's SQLite store ("mlflow.db"), opened read-only; keys and metrics as in
``mlflow_files``.
"""

from __future__ import annotations

from ieeelint.report.adapters.runs import Run, records
from ieeelint.report.adapters.values import key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.records import Record

TABLES = {"experiments", "runs", "params", "tags", "latest_metrics"}
LARGEST = 1.7976931348623157e308  # MLflow's number for an infinite value
RUNS = """
select r.run_uuid, r.name, r.status, r.start_time, e.name
from runs r join experiments e on e.experiment_id = r.experiment_id
where coalesce(r.lifecycle_stage, 'active') = 'active' and coalesce(e.lifecycle_stage, 'active') = 'active'
order by e.experiment_id, r.start_time, r.run_uuid
"""  # noqa: E501


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of all runs, in order of experiments and start times.  Raises ReportError for
    another kind of database.
    """
    from ieeelint.report.adapters.sqlite import connected

    with connected(source, TABLES, "an MLflow store") as base:
        runs = _runs(base, source)
    if not runs:
        raise source.error("contains no runs, or only deleted runs.")
    return records(runs, request, "params")


def _runs(base: sqlite3.Connection, source: Source) -> list[Run]:
    runs: dict[str, Run] = {}
    for id_, name, status, start, experiment in base.execute(RUNS):
        run = Run(
            id_,
            name or id_,
            (status or "running").lower(),
            source.location,
            {"experiment": experiment},
        )
        run.time = start / 1000 if isinstance(start, (int, float)) else ""
        runs[id_] = run
    for id_, key, value in base.execute("select run_uuid, key, value from params order by key"):
        if id_ in runs:
            runs[id_].parameters[key] = value
    for id_, key, value in base.execute("select run_uuid, key, value from tags order by key"):
        if id_ not in runs:
            continue
        if key == "mlflow.runName" and runs[id_].name == id_:
            runs[id_].name = value
        elif not key.startswith("mlflow."):
            runs[id_].keys[f"tags.{key}"] = key_of(value)
    for id_, key, value, is_nan in base.execute(
        "select run_uuid, key, value, is_nan from latest_metrics order by key"
    ):
        if id_ in runs:
            infinite = isinstance(value, float) and abs(value) >= LARGEST
            runs[id_].metrics[key] = (
                ("NaN" if is_nan else "infinite" if infinite else value),
                source.location,
            )
    return list(runs.values())
