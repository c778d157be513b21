"""pytest-benchmark's JSON, as ``--benchmark-json`` and ``--benchmark-save`` write it.

Keys: ``name``, ``group``, each parameter, texts and truth values of ``extra_info``
(``params.NAME`` and ``extra_info.NAME`` will do, and must where the name is taken); ``fullname``
and ``param`` where they are asked for.
Metrics: numbers of ``stats`` (``stats.median``, in seconds; ``stats.ops``, 1/s;
``stats.rounds``, ``stats.iterations``) and of ``extra_info``; a last part alone will do,
``params_m`` for ``extra_info.params_m``.  ``stats.data`` is all rounds, in seconds, which
pytest-benchmark keeps with ``--benchmark-save-data``; its median is the record's value.
A benchmark that was run with an error is a failure of every metric.
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

    from ieeelint.report.adapters.source import Asked, Source
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
LONGER = ("fullname", "param")  # say the same again


def read(source: Source, asked: Asked) -> Iterator[Record]:
    """The records of a file; raises ReportError for a benchmark that lacks what it must have."""
    top = top_of(source)
    time = top.text_or_empty("datetime")
    for index, content in enumerate(top.items("benchmarks")):
        bench = Fields(content if isinstance(content, dict) else {}, f"benchmark {index + 1}")
        if not isinstance(bench.content.get("stats"), dict):
            raise source.error(
                f"benchmarks[{index}] has no stats. This version of ieeelint reads pytest-benchmark"
                " 3 to 5."
            )
        keys = _keys(bench, asked)
        metrics = _metrics(bench)
        asked.met.update(dict.fromkeys(metrics))
        location = Location(f"{source.name}", 0)
        for metric in sorted(asked.metrics):
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


def _keys(bench: Fields, asked: Asked) -> dict[str, Key]:
    keys: dict[str, Key] = keys_of(
        {name: bench.content.get(name) for name in (*NAMES, *asked.keys.intersection(LONGER))}
    )
    for block in ("params", "extra_info"):
        found = keys_of(flattened(bench.optional(block).content))
        if block == "extra_info":  # a number that a test adds is a result
            found = {name: value for name, value in found.items() if isinstance(value, (str, bool))}
        add_parameters(keys, found, block, asked.keys)
    return keys


def _metrics(bench: Fields) -> dict[str, object]:
    found: dict[str, object] = {
        f"stats.{name}": value
        for name, value in bench.object("stats").content.items()
        if not isinstance(value, str)
    }
    for name, value in flattened(bench.optional("extra_info").content, "extra_info.").items():
        if not isinstance(value, (str, bool, list)):
            found[name] = value
    return found


def _by_last_part(metric: str, names: Iterable[str]) -> str | None:
    fitting = [name for name in names if name.endswith("." + metric)]
    return fitting[0] if len(fitting) == 1 else None


def _unit(name: str) -> str:
    block, _, rest = name.partition(".")
    if block != "stats" or rest in COUNTS:
        return ""
    return "1/s" if rest in RATES else "s"


def _summary(name: str, stats: Fields) -> Summary | None:
    """What the tool says of its rounds beside the value; the spread belongs to the mean."""
    statistic = name.removeprefix("stats.")
    if name not in ("stats.mean", "stats.median", "stats.min", "stats.max"):
        return None
    rounds, spread = stats.content.get("rounds"), stats.content.get("stddev")
    count = rounds if type(rounds) is int else None
    return Summary(
        statistic, count, spread=spread if statistic == "mean" and type(spread) is float else None
    )
