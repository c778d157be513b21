"""Decides by one rule which columns of a wide file are keys, and which are metrics.

Each column has the first role that applies:

1. what the specification names it;
2. status, reason and repeat have their meaning; ``value`` is a metric;
3. a unit in its name, "latency (ms)", or lists of numbers: a metric;
   so are numbers with an error or a unit, "0.88 ± 0.01", unless its name is that of a setting;
4. text and truth values: a key;
5. the last telling word of its name (``data/columns.toml``): a key for settings
   ("learning_rate"), or a metric ("val_acc");
6. whole numbers: a key;
7. other numbers: a metric, if most of them differ and all rows differ in the other keys;
   otherwise a key.

A key that varies within a cell is an error, a metric is not.  In doubt a column is a key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ieeelint.report.adapters.typed_numbers import typed_number
from ieeelint.report.adapters.values import canonical, ended, is_nothing
from ieeelint.report.records import REPEATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ieeelint.report.adapters.source import Request
    from ieeelint.report.adapters.values import Row

KEY, METRIC, REPEAT, SERVICE = "key", "metric", "repeat", "service"
SERVICE_NAMES = {
    "repeat": "numbers the repeats",
    "status": "says whether the run succeeded",
    "reason": "says why a run failed",
}
SAMPLE = 2_000  # rows that decide
WORD = re.compile(r"[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+")
RATE = re.compile(r"(?i)(?:/|per[ _-]?)s(?:ec(?:onds?)?)?$")
SETTING = re.compile(
    r"(?i)(?:h?params?|config|cfg|args|settings?)[./](?=.)|param_(?!count|num|size|[kmgb]$)"
)  # "config/lr" of a tracker, "param_C" of scikit-learn
AGGREGATES = ("epoch", "step", "max", "min", "fold")
DECIMAL_COMMAS = "numbers with decimal commas"
GROUPING_COMMAS = "numbers with commas between thousands"
EITHER = "numbers with commas, which may be decimal signs or separate thousands"
BY_SHAPE = "numbers that do not distinguish rows"


@dataclass(slots=True, frozen=True)
class Role:
    """What a column is: ``kind``, and why; ``unit`` is in its name."""

    kind: str
    why: str
    unit: str = ""


def roles_of(rows: Sequence[Row], request: Request) -> dict[str, Role]:
    """The role of each column in a sample of the rows of a file, by its name."""
    columns: dict[str, list[object]] = {}
    for row in rows:
        for name, value in row.items():
            columns.setdefault(name, []).append(value)
    roles = {name: _role(name, values, request) for name, values in columns.items()}
    by_shape = [name for name, role in roles.items() if role.why == BY_SHAPE]
    if by_shape and not _differ(rows, [name for name in roles if roles[name].kind != METRIC]):
        for name in by_shape:
            roles[name] = Role(KEY, "numbers that distinguish rows")
    return roles


def split_unit(name: str) -> tuple[str, str]:
    """The name and unit of ``latency (ms)`` or ``latency [ms]``."""
    for opening, closing in ("()", "[]"):
        if name.endswith(closing) and opening in name:
            bare, _, unit = name[:-1].rpartition(opening)
            if bare.strip():
                return bare.strip(), unit.strip()
    return name, ""


def _role(name: str, raw: Sequence[object], request: Request) -> Role:
    bare, unit = split_unit(name)
    if name in request.metrics or bare in request.metrics:
        return Role(METRIC, "the specification names it", "" if name in request.metrics else unit)
    if name in SERVICE_NAMES:
        return Role(SERVICE, SERVICE_NAMES[name])
    if name in REPEATS:
        return Role(REPEAT, "its name numbers repeats")
    if name in request.keys:
        return Role(KEY, "the specification names it")
    values = [_parsed(value, request.decimal) for value in raw]
    filled = [value for value in values if value is not None and value != ""]
    numbers = [value for value in filled if type(value) in (int, float)]
    if name == "value" and numbers:
        return Role(METRIC, "its name")
    if filled and all(isinstance(value, list) and _are_numbers(value) for value in filled):
        return Role(METRIC, "lists of numbers", unit)
    if unit and numbers:
        return Role(METRIC, f'the unit "{unit}" in its name', unit)
    if not filled:
        return Role(KEY, "no values")
    if 2 * len(numbers) <= len(filled):
        return Role(KEY, comma_of(filled) or "not numbers")
    if (kind := _by_name(name)) is not None:
        return kind
    if any(_is_marked(value, request.decimal) for value in raw):
        return Role(METRIC, "numbers with an error or a unit")
    if all(float(value).is_integer() for value in numbers):  # type: ignore[arg-type]
        return Role(KEY, "whole numbers")
    if len(set(numbers)) * 2 > len(numbers):
        return Role(METRIC, BY_SHAPE)
    return Role(KEY, "numbers that mostly repeat")


def _parsed(value: object, decimal: str) -> object:
    """A cell of CSV as the number that it writes, in any form: ".60", "88.1%"; None for a text that
    stands for a missing value.
    """
    if not isinstance(value, str) or "_" in value:
        return value
    text = value.strip()
    if is_nothing(text) or ended(text) is not None:
        return None
    if text[:1] not in "0123456789-.+−," and text.lower() not in ("nan", "inf"):
        return value
    if decimal != ",":
        try:
            return float(text)
        except ValueError:
            pass
    typed = typed_number(text, decimal)
    return value if typed is None else typed[0]


def _is_marked(value: object, decimal: str) -> bool:
    """True for a number with an error or a unit."""
    typed = typed_number(value, decimal) if isinstance(value, str) else None
    return typed is not None and (typed[1] is not None or bool(typed[2]))


def comma_of(values: Iterable[object]) -> str:
    """What the commas in the numbers of a column are; empty for other text, and without commas."""
    texts = [value.strip() for value in values if isinstance(value, str)]
    if not any("," in text for text in texts):
        return ""
    for sign, meaning in ((",", DECIMAL_COMMAS), (".", GROUPING_COMMAS)):
        other = "." if sign == "," else ","
        if all(typed_number(text, sign) for text in texts):
            return EITHER if all(typed_number(text, other) for text in texts) else meaning
    return ""


def _are_numbers(values: Iterable[object]) -> bool:
    return all(type(value) in (int, float) for value in values)


def _by_name(name: str) -> Role | None:
    """The role that the last telling word of a name shows, or None: "batch_time" is a time.

    "val_loss_epoch" is a loss: words for the way to aggregate count only alone.
    """
    if RATE.search(name):
        return Role(METRIC, "its name is that of a rate")
    if SETTING.match(name):
        return Role(KEY, "its name is that of a setting")
    kinds = _kinds()
    words: list[str] = []
    for part in re.findall(r"[A-Za-z0-9]+", name):
        is_known = part.lower() in kinds
        words += [part.lower()] if is_known else [word.lower() for word in WORD.findall(part)]
    telling = [
        (word, kinds[word])
        for at, last in enumerate(words)
        for word in (last, last.rstrip("0123456789"), "_".join(words[max(0, at - 1) : at + 1]))
        if word in kinds
    ]
    telling = [entry for entry in telling if entry[0] not in AGGREGATES] or telling
    return Role(telling[-1][1], f'"{telling[-1][0]}" in its name') if telling else None


def is_metric(name: str) -> bool:
    """True if the name of a column is that of a metric."""
    role = _by_name(name)
    return role is not None and role.kind == METRIC


@cache
def _kinds() -> dict[str, str]:
    """The kind of column by word."""
    import tomllib

    path = Path(__file__).parents[1] / "data" / "columns.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    return {
        **dict.fromkeys(table["settings"].split(), KEY),
        **dict.fromkeys(table["metrics"].split(), METRIC),
    }


def _differ(rows: Sequence[Row], names: Sequence[str]) -> bool:
    """True if no two rows have the same values under these names."""
    seen = set()
    for row in rows:
        values = tuple(_text(row, name) for name in names)
        if values in seen:
            return False
        seen.add(values)
    return True


def _text(row: Mapping[str, object], name: str) -> str | None:
    value = row.get(name)
    return canonical(value) if isinstance(value, (str, int, float)) else repr(value)
