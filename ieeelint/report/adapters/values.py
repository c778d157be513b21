"""Converts numbers, keys and statuses in files to the values of records."""

from __future__ import annotations

from ieeelint.phrases import literal
from ieeelint.report.records import (
    FAILED,
    OK,
    OUT_OF_MEMORY,
    SKIPPED,
    TIMEOUT,
    ReportError,
    Summary,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ieeelint.report.records import Key, Location, Record

    # a row of a file of any format, with values of any type
    Row = Mapping[str, object]

# The reason of a record for an empty cell.  If a whole group is empty, its cell has no value.  If
# other records of the group have values, a value is missing, and ``collect`` raises an error.
EMPTY = "nothing was recorded"
# The reason of a record for a row without a field that other rows have: its cell has no value,
# unless other records of the group have one.
NO_FIELD = "the row has no such field"

STATUS_WORDS = {
    "": OK,
    "ok": OK,
    "success": OK,
    "successful": OK,
    "succeeded": OK,
    "finished": OK,
    "passed": OK,
    "pass": OK,
    "done": OK,
    "complete": OK,
    "completed": OK,
    "oom": OUT_OF_MEMORY,
    "out of memory": OUT_OF_MEMORY,
    "out_of_memory": OUT_OF_MEMORY,
    "failed": FAILED,
    "fail": FAILED,
    "failure": FAILED,
    "error": FAILED,
    "crash": FAILED,
    "crashed": FAILED,
    "killed": FAILED,
    "mismatch": FAILED,
    "cannot_overfit": FAILED,
    "aborted": FAILED,
    "timeout": TIMEOUT,
    "timed out": TIMEOUT,
    "timed_out": TIMEOUT,
    "skipped": SKIPPED,
    "skip": SKIPPED,
}

# in the place of a value that was not recorded; "nan" is not among them: a run may have diverged
NOTHING = frozenset(("", "-", "--", "---", "–", "—", "n/a", "na", "n.a.", "none", "null"))


def status_of(word: object, location: Location) -> str:
    """The status for a tool's word.  Raises ReportError for an unknown word."""
    if word is None or word is True:
        return OK
    if word is False:
        return FAILED
    status = STATUS_WORDS.get(str(word).strip().lower())
    if status is None:
        raise ReportError(
            f"unknown status {literal(str(word))}. Write ok, oom, failed, timeout, or skipped.",
            location.path,
            location.line,
        )
    return status


def ended(text: object) -> str | None:
    """The status of a run, for a text in the place of its value: "OOM", "failed"; else None."""
    status = STATUS_WORDS.get(text.strip().lower()) if isinstance(text, str) else None
    return None if status == OK else status


def is_nothing(text: object) -> bool:
    """True for a text that people and programs write where there is no value: "-", "N/A"."""
    return isinstance(text, str) and text.strip().lower() in NOTHING


def number_of(value: object, what: str, location: Location) -> float:
    """A finite number; minus zero becomes zero.  Raises ReportError for anything else."""
    if type(value) is float or type(value) is int:
        try:
            number = float(value)
        except OverflowError:
            raise number_error(value, what, location) from None
    elif isinstance(value, str):
        try:
            if "_" in value:
                raise ValueError
            number = float(value)
        except ValueError:
            raise number_error(value, what, location) from None
    else:
        raise number_error(value, what, location)
    if number - number != 0.0:
        raise number_error(value, what, location)
    return number + 0.0


def measure(
    record: Record, value: object, what: str, *, lists: bool = False, decimal: str = ""
) -> None:
    """Set the value of a record, or with ``lists`` its repeats.

    Text may have an error and a unit: "0.881 ± 0.002", "88.1%"; ``decimal`` is its decimal sign. An
    invalid value sets ``refused`` instead of raising it: ``where`` may exclude the record.
    """
    if decimal == "," and isinstance(value, str):  # "1.234" is 1234, and "0.123" is not a number
        if not _measure_typed(record, value, decimal):
            record.refused = number_error(value, what, record.location)
        return
    try:
        if lists and isinstance(value, list):
            record.samples = samples_of(value, what, record.location)
            record.value = median(record.samples)
        else:
            record.value = number_of(value, what, record.location)
    except ReportError as error:
        if not isinstance(value, str) or not _measure_typed(record, value, decimal):
            record.refused = error


def _measure_typed(record: Record, text: str, decimal: str) -> bool:
    """Set the value, the error and the unit of a record from text; False if it has none."""
    from ieeelint.report.adapters.typed_numbers import typed_number

    typed = typed_number(text, decimal)
    if typed is None or record.unit and typed[2] and record.unit != typed[2]:
        return False
    record.value, error, unit = typed
    record.unit = record.unit or unit
    if error is not None:
        record.summary = Summary("mean", error=error)
    return True


def number_error(value: object, what: str, location: Location) -> ReportError:
    """The error for a value that is not a finite number."""
    shown = (
        "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    )
    shown = shown if len(shown) <= 40 else shown[:37] + "..."
    start = f"{what} is {shown or 'empty'}, not a finite number."
    if isinstance(value, str) and any(map(str.isdigit, value)):
        return ReportError(
            f"{start} Write only digits and a decimal point, as in 1234.5; put a unit in the name"
            ' of the column. If the file has decimal commas, write decimal = "," under [source]; if'
            ' commas separate thousands, write decimal = ".".',
            location.path,
            location.line,
        )
    return ReportError(
        f"{start} If the run failed, give its row a status (oom, failed, timeout, skipped) or"
        " exclude it with where under [source]; otherwise fix the value.",
        location.path,
        location.line,
    )


def key_of(text: str) -> Key:
    """The key for text in a file: a number or truth value if it is in canonical form, else the
    text.
    """
    if not text or len(text) > 25:
        return text
    if text[0] in "0123456789-.":
        try:
            whole = int(text)
            return whole if str(whole) == text else text
        except ValueError:
            pass
        try:
            number = float(text)
        except ValueError:
            return text
        return number if repr(number) == text and number - number == 0.0 else text
    if text in ("True", "true"):
        return True
    if text in ("False", "false"):
        return False
    return text


def canonical(key: Key | None) -> str | None:
    """The text for comparing keys: 1024, 1024.0 and "1024" are equal."""
    if key.__class__ is str or key is None:
        return key
    if isinstance(key, bool):
        return "true" if key else "false"
    if isinstance(key, float):
        return str(int(key)) if key.is_integer() else repr(key)
    return str(key)


def flattened(value: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    """Nested objects with dotted names: ``{"a.b": 1}`` for ``{"a": {"b": 1}}``; lists remain."""
    fields: dict[str, object] = {}
    for name, inner in value.items():
        if isinstance(inner, dict):
            fields.update(flattened(inner, f"{prefix}{name}."))
        else:
            fields[prefix + name] = inner
    return fields


def keys_of(fields: Mapping[str, object]) -> dict[str, Key]:
    """The fields that can be keys: strings, numbers, truth values, and lists as text; not null."""
    keys: dict[str, Key] = {}
    for name, value in fields.items():
        if isinstance(value, (str, int, float)):
            keys[name] = value
        elif value is not None:
            keys[name] = written(value)
    return keys


def add_parameters(
    keys: dict[str, Key], parameters: Mapping[str, Key], prefix: str, requested: Collection[str]
) -> None:
    """Add parameters to ``keys``, also as ``prefix.NAME`` if that is requested or another key has
    the name.
    """
    for name, value in parameters.items():
        if name in keys or f"{prefix}.{name}" in requested:
            keys[f"{prefix}.{name}"] = value
        keys.setdefault(name, value)


def written(value: object) -> str:
    """A value as text: a string itself, else JSON without spaces."""
    if isinstance(value, str):
        return value
    import json

    return json.dumps(value, separators=(",", ":"), sort_keys=True, ensure_ascii=False, default=str)


def samples_of(values: Sequence[object], what: str, location: Location) -> list[float]:
    """A list of finite numbers.  Raises ReportError for an empty list."""
    if not values:
        raise number_error("", what, location)
    return [number_of(value, what, location) for value in values]


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two middle ones."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
