"""pyperf's JSON, of one benchmark or of a suite.

Keys: ``name``.  Metrics: ``time`` (s; for other benchmarks ``value``, in their unit) with the
values of all runs, without calibration and warm-ups; ``mem_max_rss`` (B) of each run.
"""

from __future__ import annotations

from ieeelint.report.adapters.documents import top_of
from ieeelint.report.adapters.values import median, samples_of
from ieeelint.report.records import Location, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.fields import JSON

UNITS = {"second": "s", "byte": "B", "integer": ""}
MEMORY = "mem_max_rss"


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a file, one for each benchmark and metric."""
    top = top_of(source)
    shared = top.optional("metadata").content  # what all benchmarks have in common
    for at, bench in enumerate(top.objects("benchmarks", "benchmark"), 1):
        metadata = {**shared, **bench.optional("metadata").content}
        name = str(metadata.get("name") or f"benchmark {at}")
        unit = UNITS.get(str(metadata.get("unit", "second")), "")
        runs = [run for run in bench.objects("runs") if run.has("values")]
        measured: dict[str, tuple[list[JSON], str]] = {
            "time" if unit == "s" else "value": (
                [value for run in runs for value in run.items("values")],
                unit,
            ),
            MEMORY: (
                [
                    memory
                    for run in runs
                    if (memory := run.optional("metadata").content.get(MEMORY)) is not None
                ],
                "B",
            ),
        }
        request.available.update(
            dict.fromkeys(metric for metric, (values, _) in measured.items() if values)
        )
        for metric, (values, unit) in measured.items():
            if metric in request.metrics and values:
                location = Location(source.name)
                record = Record({"name": name}, metric, None, unit, location=location)
                record.samples = samples_of(values, f"{metric} of {name}", location)
                record.value = median(record.samples)
                yield record
