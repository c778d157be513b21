"""The metrics of the attention benchmark: their values in a row, with units and intervals."""

from __future__ import annotations

from ieeelint.report.adapters.values import number_error, number_of, samples_of
from ieeelint.report.records import Summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.fields import Fields
    from ieeelint.report.records import Location

    # a value, its unit, the summary of its repeats, and the repeats
    Measured = tuple[float, str, Summary | None, list[float]]

MEASUREMENTS = (
    "latency",
    "latency_per_item",
    "speedup",
    "peak_memory",
    "saved_memory",
    "parameters",
    "multiply_adds",
    "flops",
    "least_bytes",
    "floor",
    "floor_share",
)
TRAININGS = (
    "test_accuracy",
    "validation_accuracy",
    "best_epoch",
    "epochs",
    "parameters",
    "seconds",
)
# metric -> block of the row, field, unit
SINGLE = {
    "peak_memory": ("memory", "peak_bytes", "B"),
    "saved_memory": ("memory", "saved_bytes", "B"),
    "parameters": ("work", "parameters", ""),
    "multiply_adds": ("work", "multiply_adds", ""),
    "flops": ("work", "flops", ""),
    "least_bytes": ("work", "least_bytes", "B"),
    "floor": ("work", "floor_ns", "ns"),
}


def measured(row: Fields, metric: str, location: Location) -> Measured | None:
    """A metric of a measurement; None if it was not recorded."""
    if metric in SINGLE:
        block, name, unit = SINGLE[metric]
        value = row.optional(block).content.get(name)
        return None if value is None else (number_of(value, metric, location), unit, None, [])
    if metric == "speedup":
        ratio = row.object("ratio") if row.value("ratio") is not None else None
        if ratio is None:
            return None
        low, high = _interval(ratio, metric, location)
        middle = number_of(ratio.value("median"), metric, location)
        return middle, "", Summary("median", None, low, high, 0.95), []
    time = row.object("time_ns") if row.value("time_ns") is not None else None
    return None if time is None else _timed(row, time, metric, location)


def _timed(row: Fields, time: Fields, metric: str, location: Location) -> Measured | None:
    """The latency, the latency of one item of the batch, or the share of the floor in it."""
    middle = number_of(time.value("median"), metric, location)
    low, high = _interval(time, metric, location)
    count = time.whole("samples")
    if metric == "latency":
        launches = samples_of(time.items("launches"), metric, location)
        return middle, "ns", Summary("median", count, low, high, 0.95), launches
    if metric == "latency_per_item":
        batch = row.object("case").wholes("shape")[0]
        launches = [
            launch / batch for launch in samples_of(time.items("launches"), metric, location)
        ]
        return (
            middle / batch,
            "ns",
            Summary("median", count, low / batch, high / batch, 0.95),
            launches,
        )
    least = row.optional("work").content.get("floor_ns")
    if least is None:
        return None
    if min(low, middle) <= 0:
        raise number_error("a share of zero time", metric, location)
    floor = number_of(least, metric, location)
    share = Summary("median", count, 100 * floor / high, 100 * floor / low, 0.95)
    return 100 * floor / middle, "%", share, []


def _interval(fields: Fields, metric: str, location: Location) -> tuple[float, float]:
    ends = fields.items("ci95")
    if len(ends) != 2:
        raise fields.wrong("ci95", "a list of 2 numbers", ends)
    return number_of(ends[0], metric, location), number_of(ends[1], metric, location)


def trained(row: Fields, metric: str, location: Location) -> Measured | None:
    """A metric of a training; None if it was not recorded."""
    if metric == "epochs":
        return float(len(row.items("curve"))), "", None, []
    if metric == "validation_accuracy":
        best = row.value("best_epoch")
        steps = [step for step in row.objects("curve", "step") if step.value("epoch") == best]
        value = steps[0].value("validation_accuracy") if steps else None
    else:
        value = row.value(metric)
    if value is None:
        return None
    return number_of(value, metric, location), "s" if metric == "seconds" else "", None, []
