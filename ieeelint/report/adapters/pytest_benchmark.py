"""pytest-benchmark's JSON, as ``--benchmark-json`` and ``--benchmark-save`` write it.

Keys: ``name``, ``group``, each parameter, strings and truth values of ``extra_info`` (also as
``params.NAME`` and ``extra_info.NAME``, which is required if another key has the name);
``fullname`` and ``param`` if the specification names them.
Metrics: numbers of ``stats`` (``stats.median``, in seconds; ``stats.ops``, 1/s;
``stats.rounds``, ``stats.iterations``) and of ``extra_info``; the last part is enough,
``params_m`` for ``extra_info.params_m``.  ``stats.data`` has all rounds, in seconds, which
pytest-benchmark writes with ``--benchmark-save-data``; the record's value is their median.
A benchmark with an error is a failure of every metric.
"""

from __future__ import annotations

from ieeelint.report.adapters.documents import top_of
from ieeelint.report.adapters.values import (
    add_parameters,
    flattened,
    keys_of,
    median,
    number_of,
    samples_of,
)
from ieeelint.report.fields import Fields
from ieeelint.report.records import FAILED, Location, Record, Summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.records import Key

COUNTS = (
    "rounds",
    "iterations",
    "outliers",
    "ld15iqr",
    "hd15iqr",
    "stddev_outliers",
    "iqr_outliers",
)
RATES = ("ops",)
NAMES = ("name", "group")
LONGER = ("fullname", "param")  # repeat the name


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a file.  Raises ReportError for a benchmark without a required field."""
    top = top_of(source)
    time = top.text_or_empty("datetime")
    for index, content in enumerate(top.items("benchmarks")):
        bench = Fields(content if isinstance(content, dict) else {}, f"benchmark {index + 1}")
        if not isinstance(bench.content.get("stats"), dict):
            raise source.error(
                f"benchmarks[{index}] has no stats. This version of ieeelint reads pytest-benchmark"
                " 3 to 5."
            )
        keys = _keys(bench, request)
        metrics = _metrics(bench)
        request.available.update(dict.fromkeys(metrics))
        location = Location(f"{source.name}", 0)
        for metric in sorted(request.metrics):
            name = metric if metric in metrics else _by_last_part(metric, metrics)
            if name is None:
                continue
            record = Record(keys, metric, None, _unit(name), location=location, time=time)
            what = f"{metric} of {bench.content.get('name')}"
            if bench.content.get("has_error"):
                record.status = FAILED
            elif name == "stats.data":
                record.samples = samples_of(bench.object("stats").items("data"), what, location)
                record.value = median(record.samples)
            else:
                record.value = number_of(metrics[name], what, location)
                record.summary = _summary(name, bench.object("stats"))
            yield record


def _keys(bench: Fields, request: Request) -> dict[str, Key]:
    keys: dict[str, Key] = keys_of(
        {name: bench.content.get(name) for name in (*NAMES, *request.keys.intersection(LONGER))}
    )
    for block in ("params", "extra_info"):
        parameters = keys_of(flattened(bench.optional(block).content))
        if block == "extra_info":  # its numbers are metrics
            parameters = {
                name: value for name, value in parameters.items() if isinstance(value, (str, bool))
            }
        add_parameters(keys, parameters, block, request.keys)
    return keys


def _metrics(bench: Fields) -> dict[str, object]:
    metrics: dict[str, object] = {
        f"stats.{name}": value
        for name, value in bench.object("stats").content.items()
        if not isinstance(value, str)
    }
    for name, value in flattened(bench.optional("extra_info").content, "extra_info.").items():
        if not isinstance(value, (str, bool, list)):
            metrics[name] = value
    return metrics


def _by_last_part(metric: str, names: Iterable[str]) -> str | None:
    matches = [name for name in names if name.endswith("." + metric)]
    return matches[0] if len(matches) == 1 else None


def _unit(name: str) -> str:
    block, _, rest = name.partition(".")
    if block != "stats" or rest in COUNTS:
        return ""
    return "1/s" if rest in RATES else "s"


def _summary(name: str, stats: Fields) -> Summary | None:
    """The summary of the rounds; the spread belongs to the mean."""
    statistic = name.removeprefix("stats.")
    if name not in ("stats.mean", "stats.median", "stats.min", "stats.max"):
        return None
    rounds, spread = stats.content.get("rounds"), stats.content.get("stddev")
    count = rounds if type(rounds) is int else None
    return Summary(
        statistic, count, spread=spread if statistic == "mean" and type(spread) is float else None
    )
