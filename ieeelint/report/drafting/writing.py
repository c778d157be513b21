"""Writes a drafted specification as TOML that authors edit."""

from __future__ import annotations

import json
import re

from ieeelint.report.drafting.wording import best_of, digits_of, header_of
from ieeelint.report.numbers.units import fitting_unit, is_unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ieeelint.report.drafting import Wishes
    from ieeelint.report.drafting.choosing import Choice

BARE = re.compile(r"[A-Za-z0-9_-]+")
ENOUGH = 6  # repeats for the interval of a median
NOTES = {
    "sd": "Mean {pm} standard deviation of {n} repeats.",
    "ci95": "Median of {n} repeats {pm} half-width of its {level} confidence interval.",
    "error": "Values {pm} the errors that were recorded.",
}


def written(
    files: Sequence[str], choice: Choice, name: str, wishes: Wishes, decimal: str = ""
) -> str:
    """The specification; ``decimal`` is the decimal sign of numbers in text."""
    return "\n".join(_lines(files, choice, name, wishes, decimal)) + "\n"


def _lines(
    files: Sequence[str], choice: Choice, name: str, wishes: Wishes, decimal: str
) -> Iterator[str]:
    yield "[source]"
    yield f"files = {_list(files)}"
    if decimal:
        yield f"decimal = {_value(decimal)}"
    if choice.fixed:
        pairs = ", ".join(
            f"{_key(key)} = {_value(value)}" for key, (value, _) in choice.fixed.items()
        )
        yield f"where = {{ {pairs} }}"
    if choice.counters:
        yield f"repeat = {_list(choice.counters)}"
    if choice.ignored:
        yield f"ignore = {_list([*choice.ignored])}"
    yield ""
    yield "[table]"
    yield f"label = {_value(wishes.label or f'tab:{_slug(name)}')}"
    yield f"title = {_value(wishes.title or header_of(name))}"
    yield 'span = "auto"'
    yield f"rows = {{ key = {_value(choice.rows)}, header = {_value(header_of(choice.rows))} }}"
    if choice.pivot:
        metric = choice.metrics[0]
        measure = _measure(metric, choice) | dict(wishes.columns.get(metric, {}))
        header = str(measure.pop("header", header_of(metric)))
        if choice.is_numbered:
            header += f" by {header_of(choice.pivot)}"
        unit = " ({unit})" if measure.get("unit") or choice.units.get(metric) else ""
        yield ""
        yield "[pivot]"
        yield f"key = {_value(choice.pivot)}"
        yield f"header = {_value(header + unit)}"
        yield f'order = "{"ascending" if choice.is_numbered else "file"}"'
        yield ""
        yield "[cell]"
        yield from _pairs(measure)
    measures = {metric: _measure(metric, choice) for metric in choice.metrics}
    kinds = {
        str(measure["interval"]): metric
        for metric, measure in measures.items()
        if "interval" in measure
    }
    for metric in () if choice.pivot else choice.metrics:
        measure = {"header": header_of(metric), **measures[metric]}
        if len(kinds) > 1 and "interval" in measure:
            measure["note"] = measure["interval"]
        yield ""
        yield "[[column]]"
        yield from _pairs(measure | dict(wishes.columns.get(metric, {})))
    if kinds:
        yield ""
        yield "[notes]"
        for kind in kinds:
            yield f"{kind if len(kinds) > 1 else 'general'} = {_value(NOTES[kind])}"
    if names := wishes.names or choice.names:
        yield ""
        yield "[names]"
        yield from (f"{_key(key)} = {_value(text)}" for key, text in names.items())


def _measure(metric: str, choice: Choice) -> dict[str, object]:
    values = choice.samples.get(metric, [])
    unit = choice.units.get(metric, "")
    measure: dict[str, object] = {"metric": metric}
    printed = fitting_unit(unit, values) if not unit or is_unit(unit) else unit
    if printed and is_unit(printed):
        measure["unit"] = printed
    repeats = choice.repeats.get(metric, 1)
    if repeats > 1 and metric in choice.constant and metric not in choice.is_summary:
        measure |= {"stat": "only", "digits": "sig:3" if printed != unit else digits_of(values)}
    elif metric in choice.errors:
        digits = digits_of([*values, *choice.errors[metric]]) if printed == unit else ""
        measure |= {
            "interval": "error",
            "digits": digits if digits.startswith("places") else "uncertainty",
        }
    elif repeats >= ENOUGH and metric not in choice.is_summary:
        measure |= {"interval": "ci95", "digits": "uncertainty"}
    elif repeats > 1 and metric not in choice.is_summary:
        measure |= {"stat": "mean", "interval": "sd", "digits": "uncertainty"}
    elif metric in choice.is_summary or printed != unit:
        measure["digits"] = "sig:3"
    else:
        measure["digits"] = digits_of(values)
    if best := best_of(metric):
        measure["best"] = best
    return measure


def _pairs(measure: Mapping[str, object]) -> Iterator[str]:
    for name, value in measure.items():
        yield f"{name} = {_value(value)}"


def _key(name: str) -> str:
    return name if BARE.fullmatch(name) else _value(name)


def _list(texts: Sequence[str]) -> str:
    return "[" + ", ".join(map(_value, texts)) + "]"


def _value(value: object) -> str:
    """A value as TOML, whose strings are those of JSON."""
    if isinstance(value, dict):
        return (
            "{ " + ", ".join(f"{_key(key)} = {_value(item)}" for key, item in value.items()) + " }"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "results"
