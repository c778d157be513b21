"""Turns runs of trackers (MLflow, W&B) into records: parameters, last metrics and a state."""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.report.adapters.values import add_parameters, key_of, measure
from ieeelint.report.records import FAILED, OK, SKIPPED, Location, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ieeelint.report.adapters.source import Request
    from ieeelint.report.records import Key

STATES = {
    "finished": OK,
    "failed": FAILED,
    "crashed": FAILED,
    "killed": FAILED,
    "preempted": FAILED,
    "running": SKIPPED,
    "scheduled": SKIPPED,
    "pending": SKIPPED,
    "preempting": SKIPPED,
}


@dataclass(slots=True)
class Run:
    """One run: ``metrics`` has the last values with their places; parameters are keys."""

    id: str
    name: str
    state: str
    location: Location
    keys: dict[str, Key] = field(default_factory=dict)
    parameters: dict[str, Key] = field(default_factory=dict)
    metrics: dict[str, tuple[object, Location]] = field(default_factory=dict)
    time: str | float = ""


def records(runs: Sequence[Run], request: Request, prefix: str) -> Iterator[Record]:
    """The records of runs.  Keys are ``run`` (its name, with its id if the name is not unique), the
    keys of the run, and each parameter (also as ``prefix.NAME``, which is required if another key
    has the name).

    A run that failed or was killed is a failure of every requested metric.  A run that is still
    running is skipped: its last values are not its results.
    """
    names = [run.name for run in runs]
    for run in runs:
        keys: dict[str, Key] = {
            "run": run.name if names.count(run.name) == 1 else f"{run.name} {run.id[:8]}".strip()
        }
        keys.update(run.keys)
        parameters = {
            name: key_of(value) if isinstance(value, str) else value
            for name, value in run.parameters.items()
        }
        add_parameters(keys, parameters, prefix, request.keys)
        request.available.update(dict.fromkeys(run.metrics))
        status = STATES.get(run.state.lower(), FAILED)
        for metric in sorted(request.metrics):
            if status != OK:
                yield Record(
                    keys,
                    metric,
                    None,
                    status=status,
                    location=run.location,
                    reason=_reason(run),
                    time=run.time,
                )
            elif metric in run.metrics:
                value, location = run.metrics[metric]
                record = Record(keys, metric, None, location=location, time=run.time)
                measure(record, value, f"{metric} of run {run.name}")
                yield record


def _reason(run: Run) -> str:
    is_pending = STATES.get(run.state.lower()) == SKIPPED
    return f"run {run.name} {'is still' if is_pending else 'has the state'} {run.state.lower()}"
