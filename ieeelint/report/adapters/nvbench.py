"""nvbench's JSON (``--json``), file version 1 and the unversioned one before it.

Keys: ``benchmark``, ``device`` (the GPU's name), each axis under its name.  Metrics: each
summary under its tag ("nv/cold/time/gpu/mean"), and for short ``gpu_time``, ``cpu_time`` (s,
cold), ``batch_time`` (s), ``samples``, ``items_per_second`` (1/s), ``bytes_per_second`` (B/s).
Times are means over the samples, with count and spread.  Numbers stand as text in these files.
A state that was skipped is skipped, with its reason.
"""

from __future__ import annotations

from ieeelint.report.adapters.documents import top_of
from ieeelint.report.adapters.values import key_of, number_of
from ieeelint.report.fields import FieldError, Fields
from ieeelint.report.records import SKIPPED, Location, Record, Summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Asked, Source
    from ieeelint.report.fields import JSON
    from ieeelint.report.records import Key

    Data = dict[str, JSON]

MAJOR = 1
SHORT = {
    "gpu_time": "nv/cold/time/gpu/mean",
    "cpu_time": "nv/cold/time/cpu/mean",
    "batch_time": "nv/batch/time/gpu/mean",
    "samples": "nv/cold/sample_size",
    "items_per_second": "nv/cold/bw/item_rate",
    "bytes_per_second": "nv/cold/bw/global/bytes_per_second",
}
UNITS = {"duration": "s", "item_rate": "1/s", "bytes": "B", "byte_rate": "B/s", "frequency": "Hz"}


def read(source: Source, asked: Asked) -> Iterator[Record]:
    """The records of a file; raises ReportError for a newer version or a state that cannot be
    read.
    """
    top = top_of(source)
    _check(top, source)
    location = Location(source.name)
    try:
        devices = {
            str(one.value("id")): str(one.value("name")) for one in _optional(top, "devices")
        }
        for bench in top.objects("benchmarks", "benchmark"):
            for state in bench.objects("states", "state"):
                yield from _state(bench, state, devices, asked, location)
    except FieldError as error:
        raise source.error(
            f"is not laid out as nvbench's files of version {MAJOR} are: {error.message}."
        ) from None


def _optional(fields: Fields, name: str) -> list[Fields]:
    """A list of objects; none where it is missing or null."""
    return fields.objects(name) if fields.has(name) else []


def _check(top: Fields, source: Source) -> None:
    found: JSON = {**top.content}
    for name in ("meta", "version", "json"):
        found = found.get(name) if isinstance(found, dict) else None
    if not isinstance(found, dict):
        return  # before versions were written
    major = found.get("major", str(found.get("string", "")).partition(".")[0])
    if str(major) != str(MAJOR):
        raise source.error(
            f"has nvbench's file version {found.get('string', major)}; this version of ieeelint"
            f" reads {MAJOR}. Use a newer ieeelint."
        )


def _state(
    bench: Fields,
    state: Fields,
    devices: dict[str, str],
    asked: Asked,
    location: Location,
) -> Iterator[Record]:
    name = str(bench.value("name"))
    keys: dict[str, Key] = {"benchmark": name}
    if state.has("device"):
        device = str(state.value("device"))
        keys["device"] = devices.get(device, device)
    for axis in _optional(state, "axis_values"):
        value = axis.key("value") if axis.has("value") else axis.text_or_empty("input_string")
        keys[str(axis.value("name"))] = key_of(value) if isinstance(value, str) else value
    if state.content.get("is_skipped"):
        for metric in sorted(asked.metrics):
            if "/" in metric or metric in SHORT:
                asked.met[metric] = None
                yield Record(
                    keys,
                    metric,
                    None,
                    status=SKIPPED,
                    location=location,
                    reason=str(state.content.get("skip_reason") or ""),
                )
        return
    found = {
        str(one.value("tag")): _data(one) | {"hint": one.content.get("hint")}
        for one in _optional(state, "summaries")
        if "tag" in one
    }
    asked.met.update(dict.fromkeys(name for name, tag in SHORT.items() if tag in found))
    asked.met.update(dict.fromkeys(tag for tag, data in found.items() if "value" in data))
    for metric in sorted(asked.metrics):
        tag = SHORT.get(metric, metric)
        data = found.get(tag)
        if data is None or "value" not in data:
            continue
        value = number_of(data["value"], f"{metric} of {name}", location)
        unit = UNITS.get(str(data["hint"]), "")
        yield Record(
            keys,
            metric,
            value,
            unit,
            location=location,
            summary=_summary(tag, value, found, location),
        )


def _data(summary: Fields) -> Data:
    """Values by name; a list of names, types and values, or in the oldest files an object of
    them.
    """
    data = summary.content.get("data")
    if isinstance(data, dict):
        return {
            name: Fields(one, name).value("value") if isinstance(one, dict) else one
            for name, one in data.items()
        }
    return {str(one.value("name")): one.value("value") for one in _optional(summary, "data")}


def _summary(tag: str, value: float, found: dict[str, Data], location: Location) -> Summary | None:
    if not tag.endswith("/mean"):
        return None
    size = found.get(f"{tag.rsplit('/time/')[0]}/sample_size", {}).get("value")
    relative = found.get(tag.removesuffix("mean") + "stdev/relative", {}).get("value")
    spread = (
        number_of(relative, "the relative spread", location) * value
        if relative is not None and str(relative) != "inf"
        else None
    )
    return Summary(
        "mean",
        int(str(size)) if size is not None and str(size).isdecimal() else None,
        spread=spread,
    )
