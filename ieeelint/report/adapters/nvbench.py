"""nvbench's JSON (``--json``), file version 1 and the older version without a number.

Keys: ``benchmark``, ``device`` (the GPU's name), each axis under its name.  Metrics: each
summary under its tag ("nv/cold/time/gpu/mean"), with the short names ``gpu_time``, ``cpu_time``
(s, cold), ``batch_time`` (s), ``samples``, ``items_per_second`` (1/s) and ``bytes_per_second``
(B/s).  Times are means of the samples, with count and spread.  Numbers are text in these files.
A skipped state is a skipped record, with its reason.
"""

from __future__ import annotations

from ieeelint.report.adapters.documents import top_of
from ieeelint.report.adapters.values import key_of, number_of
from ieeelint.report.fields import FieldError, Fields
from ieeelint.report.records import SKIPPED, Location, Record, Summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.report.adapters.source import Request, Source
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


def read(source: Source, request: Request) -> Iterator[Record]:
    """The records of a file.  Raises ReportError for a newer version or a state that cannot be
    read.
    """
    top = top_of(source)
    _check(top, source)
    location = Location(source.name)
    try:
        devices = {
            str(device.value("id")): str(device.value("name"))
            for device in _optional(top, "devices")
        }
        for bench in top.objects("benchmarks", "benchmark"):
            for state in bench.objects("states", "state"):
                yield from _state(bench, state, devices, request, location)
    except FieldError as error:
        raise source.error(
            f"is not a valid nvbench file of version {MAJOR}: {error.message}."
        ) from None


def _optional(fields: Fields, name: str) -> list[Fields]:
    """A list of objects; empty if it is missing or null."""
    return fields.objects(name) if fields.has(name) else []


def _check(top: Fields, source: Source) -> None:
    version: JSON = {**top.content}
    for name in ("meta", "version", "json"):
        version = version.get(name) if isinstance(version, dict) else None
    if not isinstance(version, dict):
        return  # older files have no version
    major = version.get("major", str(version.get("string", "")).partition(".")[0])
    if str(major) != str(MAJOR):
        raise source.error(
            f"has nvbench's file version {version.get('string', major)}, but this version of"
            f" ieeelint reads {MAJOR}. Update ieeelint."
        )


def _state(
    bench: Fields,
    state: Fields,
    devices: dict[str, str],
    request: Request,
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
        for metric in sorted(request.metrics):
            if "/" in metric or metric in SHORT:
                request.available[metric] = None
                yield Record(
                    keys,
                    metric,
                    None,
                    status=SKIPPED,
                    location=location,
                    reason=str(state.content.get("skip_reason") or ""),
                )
        return
    summaries = {
        str(summary.value("tag")): _data(summary) | {"hint": summary.content.get("hint")}
        for summary in _optional(state, "summaries")
        if "tag" in summary
    }
    request.available.update(dict.fromkeys(name for name, tag in SHORT.items() if tag in summaries))
    request.available.update(
        dict.fromkeys(tag for tag, data in summaries.items() if "value" in data)
    )
    for metric in sorted(request.metrics):
        tag = SHORT.get(metric, metric)
        data = summaries.get(tag)
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
            summary=_summary(tag, value, summaries, location),
        )


def _data(summary: Fields) -> Data:
    """The values of a summary by name.  In the oldest files they are an object, not a list."""
    data = summary.content.get("data")
    if isinstance(data, dict):
        return {
            name: Fields(value, name).value("value") if isinstance(value, dict) else value
            for name, value in data.items()
        }
    return {str(value.value("name")): value.value("value") for value in _optional(summary, "data")}


def _summary(
    tag: str, value: float, summaries: dict[str, Data], location: Location
) -> Summary | None:
    if not tag.endswith("/mean"):
        return None
    size = summaries.get(f"{tag.rsplit('/time/')[0]}/sample_size", {}).get("value")
    relative = summaries.get(tag.removesuffix("mean") + "stdev/relative", {}).get("value")
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
