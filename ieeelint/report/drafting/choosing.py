"""Chooses rows, columns and repeats of a table from the records of result files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from posixpath import commonpath

from ieeelint.phrases import listed, nearest_sentence
from ieeelint.report.adapters.columns import RATE
from ieeelint.report.adapters.paths import FILE, RUN
from ieeelint.report.adapters.values import canonical
from ieeelint.report.drafting.wording import best_of
from ieeelint.report.records import OK, REPEATS, ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ieeelint.report.records import Key, Record
    from ieeelint.report.sources.exploring import Contents

# keys that are usually the rows of a table, and metrics that say most in files of some tools
ROWS = (
    "model", "method", "algorithm", "approach", "variant", "module", "name", "command", "benchmark",
    "family", "task", "dataset", "run", "file",
)  # fmt: skip
MAIN = {
    "hyperfine": ("time",),
    "google-benchmark": ("real_time",),
    "nvbench": ("gpu_time",),
    "pyperf": ("time", "value"),
    "asv": ("time",),
    "pytest-benchmark": ("stats.median",),
    "optuna": ("value", "value_0"),
}
WORDS = 6  # of these, which also count as words of a name: "model_id"
NEVER_ROWS = ("timestamp", "date", "datetime", "time", "hostname", "pid")
GENERIC = ("json", "json-lines", "csv", "parquet", "excel")  # runs are known by their folder
MOST_COLUMNS = 6
SPREAD = re.compile(r"(?i)(?:^|_)(?:std|stddev|split\d+)(?:_|$)")  # says less than the mean
MOST_PIVOTED = 8  # values of the key of a pivot


@dataclass(slots=True)
class Choice:
    """What a table shows.

    The pivot ``is_numbered`` if its values are numbers or truth values.  ``fixed`` has the value of
    each key that varies within cells, and its other values; ``ignored`` are numbers that vary
    within cells; ``samples`` has the values of each metric, and ``repeats`` the fewest of a cell.
    ``names`` shortens the names of runs; ``counters`` are the keys that count repeats, if they must
    be named.  Metrics are ``constant`` if all repeats of each cell are equal, and have ``errors``
    that the files state.
    """

    rows: str
    pivot: str = ""
    is_numbered: bool = False
    metrics: list[str] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)
    fixed: dict[str, tuple[Key, list[Key]]] = field(default_factory=dict)
    samples: dict[str, list[float]] = field(default_factory=dict)
    repeats: dict[str, int] = field(default_factory=dict)
    is_summary: set[str] = field(default_factory=set)
    constant: set[str] = field(default_factory=set)
    errors: dict[str, list[float]] = field(default_factory=dict)
    other_metrics: list[str] = field(default_factory=list)
    ignored: dict[str, list[Key]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    counters: list[str] = field(default_factory=list)


def choose(contents: Sequence[Contents], rows: str, pivot: str, metrics: Sequence[str]) -> Choice:
    """The choice for all files; what is given is kept.  Raises ReportError for unknown names."""
    records = [record for entry in contents for record in entry.records]
    available = list(dict.fromkeys(name for entry in contents for name in entry.units))
    for metric in metrics:
        if metric not in available:
            hint = nearest_sentence(metric, available)
            raise ReportError(f'unknown metric "{metric}".{hint} Metrics: {listed(available)}.')
    keys = _varying(records)
    for key in filter(None, (rows, pivot)):
        if key not in keys:
            hint = nearest_sentence(key, keys)
            raise ReportError(f'unknown key "{key}".{hint} Keys: {listed(keys)}.')
    main = [name for name in MAIN.get(contents[0].adapter, ()) if name in available]
    chosen = list(metrics) or main or _telling(available)
    keys = _varying(record for record in records if record.metric in chosen)
    choice = Choice(rows or _rows_of(keys), pivot)
    if choice.rows == RUN:
        choice.names = _without_folder([str(value) for value in keys[RUN]])
    elif contents[0].adapter in GENERIC and choice.pivot != RUN and len(keys.get(RUN, ())) > 1:
        choice.counters = [name for name in REPEATS if len(keys.get(name, ())) > 1]
    _fix(choice, [record for record in records if record.metric in chosen], keys, bool(pivot))
    if choice.pivot:
        chosen = chosen[:1]
        choice.is_numbered = not any(isinstance(value, str) for value in keys[choice.pivot])
    choice.metrics = chosen if metrics else chosen[:MOST_COLUMNS]
    choice.other_metrics = [name for name in available if name not in choice.metrics]
    for entry in contents:
        choice.units |= {name: entry.units[name] for name in choice.metrics if name in entry.units}
    _count(choice, records)
    return choice


def _varying(records: Iterable[Record]) -> dict[str, list[Key]]:
    """The different values of each key, in the order of the files."""
    values: dict[str, dict[str | None, Key]] = {}
    for record in records:
        for name, value in record.keys.items():
            values.setdefault(name, {}).setdefault(canonical(value), value)
    return {name: list(different.values()) for name, different in values.items()}


def _rows_of(keys: dict[str, list[Key]]) -> str:
    """The key of the rows: one with a usual name, else text before numbers; with several values if
    possible.
    """
    if not keys:
        raise ReportError("has no key that could name the rows of a table.")

    def rank(name: str) -> tuple[object, ...]:
        usual = _usual(name)
        is_text = any(isinstance(value, str) for value in keys[name])
        is_repeat = name in REPEATS and name not in ROWS[:-2]
        is_constant = len(keys[name]) < 2
        is_flag = all(isinstance(value, bool) for value in keys[name]) or is_object(keys[name])
        order = usual, not is_text, list(keys).index(name)
        return is_flag or name.lower() in NEVER_ROWS, is_constant, is_repeat, *order

    return min(keys, key=rank)


def _telling(metrics: list[str]) -> list[str]:
    """The metrics; if they are too many, first those that are to be high, or low, before the rates
    of a run.
    """
    if len(metrics) <= MOST_COLUMNS:
        return metrics

    def rank(name: str) -> tuple[bool, bool, int]:
        is_rate = bool(RATE.search(name))
        return bool(SPREAD.search(name)), is_rate, ("max", "min", "").index(best_of(name))

    return sorted(metrics, key=rank)


def is_object(values: Sequence[Key]) -> bool:
    """True for texts of objects, which repeat other columns: the ``params`` of scikit-learn."""
    return all(isinstance(value, str) and value.startswith("{") for value in values)


def _usual(name: str) -> float:
    """How usual a key is for rows, by its name or a word of it: 0 for "model", more for others."""
    if name in ROWS:
        return ROWS.index(name)
    words = [word for word in re.split(r"[^a-z0-9]+", name.lower()) if word in ROWS[:WORDS]]
    return min(map(ROWS.index, words), default=len(ROWS)) + 0.5


def _without_folder(runs: Sequence[str]) -> dict[str, str]:
    """The names of runs without the folder that all of them are in."""
    folder = commonpath([run.rpartition("/")[0] for run in runs])
    return {run: run.removeprefix(f"{folder}/") for run in runs} if folder else {}


def _fix(
    choice: Choice, records: Sequence[Record], keys: dict[str, list[Key]], has_pivot: bool
) -> None:
    """Use the first key that varies within a row as the pivot, and one value of each other."""
    selected = list(records)
    for key in sorted(keys, key=FILE.__eq__):  # a file differs because another key does
        if key in (choice.rows, choice.pivot) or key in REPEATS:
            continue
        if not _varies(selected, key, (choice.rows, choice.pivot)):
            continue
        values = list(dict.fromkeys(record.keys[key] for record in selected if key in record.keys))
        is_drawn = len(values) > MOST_PIVOTED and any(
            isinstance(value, float) and not value.is_integer() for value in values
        )
        if is_drawn or is_object(values):
            choice.ignored[key] = values  # a number that was drawn is not a setting to compare
            continue
        if not has_pivot and not choice.pivot and len(values) <= MOST_PIVOTED:
            choice.pivot = key
            continue
        are_numbers = all(isinstance(value, (int, float)) for value in values)
        value = max(values, key=float) if are_numbers else values[0]
        choice.fixed[key] = value, [other for other in values if other != value]
        selected = [record for record in selected if record.keys.get(key) == value]


def _varies(records: Iterable[Record], key: str, names: tuple[str, ...]) -> bool:
    """True if a key has several values within a cell."""
    seen: dict[tuple[object, ...], str | None] = {}
    for record in records:
        cell = (record.metric, *(canonical(record.keys.get(name)) for name in names if name))
        value = canonical(record.keys.get(key))
        if seen.setdefault(cell, value) != value:
            return True
    return False


def _count(choice: Choice, records: Iterable[Record]) -> None:
    """Set the values of each metric, the fewest repeats of a cell, and what these have in
    common.
    """
    cells: dict[str, dict[tuple[object, ...], int]] = {}
    different: dict[str, dict[tuple[object, ...], set[float]]] = {}
    for record in records:
        is_fixed = any(record.keys.get(key) != value for key, (value, _) in choice.fixed.items())
        if record.metric not in choice.metrics or is_fixed or record.status != OK:
            continue
        if record.value is None:
            continue
        cell = record.keys.get(choice.rows), record.keys.get(choice.pivot)
        counts = cells.setdefault(record.metric, {})
        counts[cell] = counts.get(cell, 0) + (len(record.samples) or 1)
        values = different.setdefault(record.metric, {}).setdefault(cell, set())
        values.update(record.samples or (record.value,))
        choice.samples.setdefault(record.metric, []).append(record.value)
        if record.summary is not None and not record.samples:
            choice.is_summary.add(record.metric)
            if record.summary.error is not None:
                choice.errors.setdefault(record.metric, []).append(record.summary.error)
    choice.constant = {
        metric for metric, sets in different.items() if all(len(one) == 1 for one in sets.values())
    }
    choice.repeats = {metric: min(counts.values()) for metric, counts in cells.items()}
