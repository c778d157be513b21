"""MLflow's file store: a folder "mlruns", or one experiment in it, named in ``files`` without
wildcards.

Keys: ``experiment`` (its name), ``run``, parameters (also as ``params.NAME``, which is required if
another key has the name), tags of the user as ``tags.NAME``.  Metrics are the values of the last
step.  Deleted runs and experiments are skipped.
"""

from __future__ import annotations

from ieeelint.report.adapters.runs import Run, records
from ieeelint.report.adapters.values import key_of, number_error
from ieeelint.report.records import Location

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.records import Record

# MLflow's RunStatus, as in its files.
STATES = {"1": "running", "2": "scheduled", "3": "finished", "4": "failed", "5": "killed"}


def is_store(folder: Path) -> bool:
    """Whether a folder is a store, or an experiment in a store."""
    return (folder / "meta.yaml").is_file() or any(folder.glob("*/meta.yaml"))


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of all runs, in order of experiment and run folders."""
    folder = source.path
    experiments = (
        [folder]
        if (folder / "meta.yaml").is_file()
        else sorted(meta.parent for meta in folder.glob("*/meta.yaml"))
    )
    runs: list[Run] = []
    for experiment in experiments:
        meta = _meta(experiment / "meta.yaml", source)
        if meta.get("lifecycle_stage") == "deleted":
            continue
        candidates = [
            _run(path.parent, meta.get("name", experiment.name), source)
            for path in sorted(experiment.glob("*/meta.yaml"))
        ]
        runs += sorted(
            (run for run in candidates if run), key=lambda run: (float(run.time or 0), run.id)
        )
    if not runs:
        raise source.error("contains no runs, or only deleted runs.")
    return records(runs, request, "params")


def _name(path: Path, source: Source) -> str:
    return f"{source.name}/{path.relative_to(source.path).as_posix()}"


def _text(path: Path, source: Source) -> str:
    from ieeelint.report.adapters.source import Source as File

    return File(path, _name(path, source)).text()


def _meta(path: Path, source: Source) -> dict[str, str]:
    """The fields of a meta.yaml, which MLflow writes one per line, without nesting."""
    fields: dict[str, str] = {}
    for line in _text(path, source).splitlines():
        name, colon, value = line.partition(":")
        if colon and not line[:1].isspace():
            value = value.strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
                value = value[1:-1].replace("''", "'") if value[0] == "'" else value[1:-1]
            fields[name] = value
    return fields


def _files(folder: Path) -> list[tuple[str, Path]]:
    if not folder.is_dir():
        return []
    return sorted(
        (file.relative_to(folder).as_posix(), file) for file in folder.rglob("*") if file.is_file()
    )


def _run(folder: Path, experiment: str, source: Source) -> Run | None:
    meta = _meta(folder / "meta.yaml", source)
    if "run_id" not in meta and "run_uuid" not in meta or meta.get("lifecycle_stage") == "deleted":
        return None  # another kind of folder, such as traces or models
    id_ = meta.get("run_id") or meta.get("run_uuid", folder.name)
    state = STATES.get(meta.get("status", ""), meta.get("status", "").lower() or "running")
    tags = {name: _text(path, source) for name, path in _files(folder / "tags")}
    name = meta.get("run_name") or tags.get("mlflow.runName") or id_
    run = Run(id_, name, state, Location(_name(folder, source)), {"experiment": experiment})
    run.keys.update(
        {
            f"tags.{tag}": key_of(value)
            for tag, value in tags.items()
            if not tag.startswith("mlflow.")
        }
    )
    run.parameters = {name: _text(path, source) for name, path in _files(folder / "params")}
    start = meta.get("start_time", "")
    run.time = int(start) / 1000 if start.isdecimal() else ""
    for metric, path in _files(folder / "metrics"):
        run.metrics[metric] = _latest(metric, path, source)
    return run


def _latest(metric: str, path: Path, source: Source) -> tuple[str, Location]:
    """The value of the last step, at its last time; lines are "time value step"."""
    best: tuple[int, int] | None = None
    latest = "", Location(_name(path, source))
    for number, line in enumerate(_text(path, source).splitlines(), 1):
        parts = line.split()
        if not parts:
            continue
        location = Location(_name(path, source), number)
        if (
            len(parts) not in (2, 3)
            or not parts[0].isdecimal()
            or not (parts[2:] or ["0"])[0].lstrip("-").isdecimal()
        ):
            raise number_error(line, f"{metric} (a line of time, value and step)", location)
        order = int((parts[2:] or ["0"])[0]), int(parts[0])
        if best is None or order >= best:
            best, latest = order, (parts[1], location)
    return latest
