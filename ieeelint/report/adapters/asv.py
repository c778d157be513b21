"""Results of airspeed velocity: the file of a machine and a commit in the folder ``results``.

Keys: ``benchmark``, ``commit``, ``machine``, ``environment``, and each parameter, by the names in
``benchmarks.json`` (else ``arg0``, ``arg1`` …).  Metrics: ``time`` (s), ``memory`` and
``peak_memory`` (B), and ``value`` of other benchmarks, in their unit.  Samples are used if the file
has them.  A result without a value is a failure; parameters that a benchmark skips, NaN, have none.
"""

from __future__ import annotations

import json
import re
from itertools import product

from ieeelint.report.adapters.documents import top_of
from ieeelint.report.adapters.values import key_of, median, number_of, samples_of
from ieeelint.report.records import FAILED, SKIPPED, Location, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.fields import JSON
    from ieeelint.report.records import Key

# metric and unit of a benchmark, by the first word of its name
METRICS = {
    "time": ("time", "s"),
    "timeraw": ("time", "s"),
    "mem": ("memory", "B"),
    "peakmem": ("peak_memory", "B"),
}
COMMIT = 8  # signs of a commit that people read
QUOTED = re.compile(r"'(.*)'|\"(.*)\"")


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a file.  Raises ReportError if the list of benchmarks is not valid JSON."""
    top = top_of(source)
    columns = [str(column) for column in top.items("result_columns")]
    shared: dict[str, Key] = {"commit": top.text("commit_hash")[:COMMIT]}
    if machine := top.optional("params").text_or_empty("machine"):
        shared["machine"] = machine
    if environment := top.text_or_empty("env_name"):
        shared["environment"] = environment
    known = _benchmarks(source)
    for name, row in top.object("results").content.items():
        first = name.rpartition(".")[2].partition("_")[0]
        described = known.get(name)
        described = described if isinstance(described, dict) else {}
        metric, unit = METRICS.get(first, ("value", str(described.get("unit") or "")))
        request.available[metric] = None
        if metric in request.metrics:
            cells: dict[str, JSON] = {"result": row}
            if isinstance(row, list):
                cells = dict(zip(columns, row))
            yield from _records(
                source, {"benchmark": name, **shared}, metric, unit, cells, described
            )


def _records(
    source: Source,
    shared: dict[str, Key],
    metric: str,
    unit: str,
    cells: dict[str, JSON],
    described: dict[str, JSON],
) -> Iterator[Record]:
    location = Location(source.name)
    parameters = cells.get("params")
    levels = parameters if isinstance(parameters, list) else []
    combinations = list(product(*(level for level in levels if isinstance(level, list))))
    names = described.get("param_names")
    names = names if isinstance(names, list) and len(names) == len(levels) else []
    results, samples = cells.get("result"), cells.get("samples")
    for at, combination in enumerate(combinations):
        keys = dict(shared)
        for index, value in enumerate(combination):
            keys[str(names[index]) if names else f"arg{index}"] = _parameter(str(value))
        record = Record(keys, metric, None, unit, location=location)
        result = results[at] if isinstance(results, list) and at < len(results) else None
        values = samples[at] if isinstance(samples, list) and at < len(samples) else None
        what = f"{metric} of {shared['benchmark']}"
        if result is None:
            record.status = FAILED
        elif str(result).lower() == "nan":
            record.status = SKIPPED
        elif isinstance(values, list) and values:
            record.samples = samples_of(values, what, location)
            record.value = median(record.samples)
        else:
            record.value = number_of(result, what, location)
        yield record


def _parameter(text: str) -> Key:
    """A parameter from its source text: "'list'" is text."""
    match = QUOTED.fullmatch(text)
    return (match[1] or match[2] or "") if match else key_of(text)


def _benchmarks(source: Source) -> dict[str, JSON]:
    """The descriptions in ``benchmarks.json`` above the folder of the machine."""
    path = source.path.parent.parent / "benchmarks.json"
    if not path.is_file():
        return {}
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise source.error(f"belongs to benchmarks.json, which cannot be read: {error}.") from None
    return content if isinstance(content, dict) else {}
