"""Runs of Sacred (``FileStorageObserver``): name the file ``metrics.json`` of each run.

Keys: ``run`` (its folder), and the configuration in ``config.json`` next to it (also as
``config.NAME``); ``step`` if it is requested, else the last step is used.  Metrics: those of
``log_scalar``, and ``result`` in ``run.json``.  A run that failed is a failure.
"""

from __future__ import annotations

import json

from ieeelint.report.adapters import steps
from ieeelint.report.adapters.documents import top_of
from ieeelint.report.adapters.paths import path_keys
from ieeelint.report.adapters.runs import STATES
from ieeelint.report.adapters.values import add_parameters, flattened, keys_of, measure
from ieeelint.report.records import FAILED, OK, Location, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.fields import JSON
    from ieeelint.report.records import Key


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a run.  Raises ReportError if a file of it is not valid JSON."""
    top = top_of(source)
    location = Location(source.name)
    keys = path_keys(source)
    configuration = keys_of(flattened(_neighbor(source, "config.json")))
    add_parameters(keys, configuration, "config", request.keys)
    run = _neighbor(source, "run.json")
    word = str(run.get("status", "COMPLETED")).lower()
    status = OK if word == "completed" else STATES.get(word, FAILED)
    request.available.update(dict.fromkeys(top))
    if status != OK:
        for metric in sorted(request.metrics):
            reason = f"run {keys['run']} has the status {run.get('status')}"
            yield Record(keys, metric, None, status=status, location=location, reason=reason)
        return
    yield from _curves(source, request, keys, location)
    result = run.get("result")
    if isinstance(result, (int, float)) and "result" not in top:
        request.available["result"] = None
        if "result" in request.metrics:
            record = Record(keys, "result", None, location=location)
            measure(record, result, "result")
            yield record


def _curves(
    source: Source, request: Request, keys: dict[str, Key], location: Location
) -> Iterator[Record]:
    curves = []
    top = top_of(source)
    for name in top:
        curve = top.object(name)
        points = dict(zip(curve.wholes("steps"), curve.items("values")))
        curves.append(
            steps.Curve(name, keys, {step: (value, location, "") for step, value in points.items()})
        )
    return steps.records(curves, request)


def _neighbor(source: Source, name: str) -> dict[str, JSON]:
    """The object in another file of the run; empty if there is none."""
    path = source.path.with_name(name)
    if not path.is_file():
        return {}
    try:
        content = json.loads(path.read_text("utf-8"), parse_constant=str)
    except (OSError, ValueError) as error:
        raise source.error(f"belongs to {name}, which cannot be read: {error}.") from None
    return content if isinstance(content, dict) else {}
