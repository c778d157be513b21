"""Results of lm-evaluation-harness (``results_*.json``).

Keys: ``task``, ``model`` (the name without the way to load it), ``filter`` if it is not "none", and
``shots``.  Metrics: those of the tasks ("acc", "exact_match"), each with its standard error, which
``interval = "error"`` prints.
"""

from __future__ import annotations

import re

from ieeelint.report.adapters.documents import top_of
from ieeelint.report.adapters.values import number_of
from ieeelint.report.records import Location, Record, Summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.fields import Fields
    from ieeelint.report.records import Key

LOADED = re.compile(r"(?:^|,)(?:pretrained|model|path)=([^,]+)")


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a file."""
    top = top_of(source)
    location = Location(source.name)
    model, shots = _model(top), top.optional("n-shot")
    samples = top.optional("n-samples")
    for task, results in top.named("results", "task"):
        keys: dict[str, Key] = {"task": task, "model": model}
        if isinstance(shots.content.get(task), int):
            keys["shots"] = shots.whole(task)
        count = _count(samples, task)
        for name in results:
            metric, _, filter_ = name.partition(",")
            value = results.content[name]
            if metric.endswith("_stderr") or isinstance(value, (str, dict, list)) or value is None:
                continue
            request.available[metric] = None
            if metric not in request.metrics:
                continue
            error = results.content.get(
                f"{metric}_stderr,{filter_}" if filter_ else f"{metric}_stderr"
            )
            summary = Summary(
                "mean", count, error=float(error) if isinstance(error, (int, float)) else None
            )
            own = keys if filter_ in ("", "none") else {**keys, "filter": filter_}
            number = number_of(value, f"{metric} of {task}", location)
            yield Record(own, metric, number, location=location, summary=summary)


def _model(top: Fields) -> str:
    config = top.optional("config")
    arguments = config.content.get("model_args")
    match = LOADED.search(arguments) if isinstance(arguments, str) else None
    if isinstance(arguments, dict):
        name = arguments.get("pretrained") or arguments.get("model")
        return str(name)
    return str(
        top.content.get("model_name") or (match and match[1]) or config.content.get("model", "")
    )


def _count(samples: Fields, task: str) -> int | None:
    number = samples.content.get(task)
    if isinstance(number, dict):
        number = number.get("effective")
    return number if isinstance(number, int) else None
