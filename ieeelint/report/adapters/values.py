"""Numbers, keys and statuses as files write them, into what a record holds."""

from __future__ import annotations

from ieeelint.report.records import FAILED, OK, OUT_OF_MEMORY, SKIPPED, TIMEOUT, ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ieeelint.report.records import Key, Location, Record

    # a row of a file of any format; what its values are is decided here
    Row = Mapping[str, object]

# The reason of a record that stands for an empty cell.  Where a whole group is empty, it was not
# run; where others of the group have values, something went missing, and collecting says so.
EMPTY = "nothing was recorded"

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


def status_of(word: object, location: Location) -> str:
    """A status from a tool's word for it; raises ReportError for a word that is none."""
    if word is None or word is True:
        return OK
    if word is False:
        return FAILED
    status = STATUS_WORDS.get(str(word).strip().lower())
    if status is None:
        raise ReportError(
            f"status {str(word)!r} is none that is known. Write ok, oom, failed, timeout or"
            " skipped.",
            location.path,
            location.line,
        )
    return status


def number_of(value: object, what: str, location: Location) -> float:
    """A finite number, minus zero as zero; raises ReportError for anything else."""
    if type(value) is float or type(value) is int:
        try:
            number = float(value)
        except OverflowError:
            raise not_a_number(value, what, location) from None
    elif isinstance(value, str):
        try:
            if "_" in value:
                raise ValueError
            number = float(value)
        except ValueError:
            raise not_a_number(value, what, location) from None
    else:
        raise not_a_number(value, what, location)
    if number - number != 0.0:
        raise not_a_number(value, what, location)
    return number + 0.0


def measure(record: Record, value: object, what: str, *, lists: bool = False) -> None:
    """Give a record its number, or with ``lists`` its repeats; one that has none may still be
    left out by ``where``.
    """
    try:
        if lists and isinstance(value, list):
            record.samples = samples_of(value, what, record.location)
            record.value = median(record.samples)
        else:
            record.value = number_of(value, what, record.location)
    except ReportError as error:
        record.refused = error


def not_a_number(value: object, what: str, location: Location) -> ReportError:
    """The error for a value that must be a finite number and is not."""
    shown = (
        "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    )
    shown = shown if len(shown) <= 40 else shown[:37] + "..."
    told = f"{what} is {shown or 'empty'}, not a finite number."
    if isinstance(value, str) and any(map(str.isdigit, value)):
        return ReportError(
            f"{told} Write digits and a decimal point only, as in 1234.5; a unit stands in the"
            " column's name.",
            location.path,
            location.line,
        )
    return ReportError(
        f"{told} If the run failed, give its row a status (oom, failed, timeout, skipped) or leave"
        " it out by where under [source]; else mend the value.",
        location.path,
        location.line,
    )


def key_of(text: str) -> Key:
    """A key from a text file: numbers and truth values that are written in the plain way become
    such.
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
    """What two keys have in common that are the same: 1024, 1024.0 and "1024" are."""
    if key.__class__ is str or key is None:
        return key
    if isinstance(key, bool):
        return "true" if key else "false"
    if isinstance(key, float):
        return str(int(key)) if key.is_integer() else repr(key)
    return str(key)


def flattened(value: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    """Nested objects as dotted names, ``{"a": {"b": 1}}`` as ``{"a.b": 1}``; lists stay."""
    found: dict[str, object] = {}
    for name, inner in value.items():
        if isinstance(inner, dict):
            found.update(flattened(inner, f"{prefix}{name}."))
        else:
            found[prefix + name] = inner
    return found


def keys_of(fields: Mapping[str, object]) -> dict[str, Key]:
    """The fields that may serve as keys: text, numbers, truth values, and lists as text; null is
    no key.
    """
    found: dict[str, Key] = {}
    for name, value in fields.items():
        if isinstance(value, (str, int, float)):
            found[name] = value
        elif value is not None:
            found[name] = written(value)
    return found


def add_parameters(
    keys: dict[str, Key], parameters: Mapping[str, Key], prefix: str, asked: Collection[str]
) -> None:
    """Add parameters to ``keys`` under their names; as ``prefix.NAME`` where that is asked for,
    or the name is taken.
    """
    for name, value in parameters.items():
        if name in keys or f"{prefix}.{name}" in asked:
            keys[f"{prefix}.{name}"] = value
        keys.setdefault(name, value)


def written(value: object) -> str:
    """A value of an option as text: JSON without spaces, text as it is."""
    if isinstance(value, str):
        return value
    import json

    return json.dumps(value, separators=(",", ":"), sort_keys=True, ensure_ascii=False, default=str)


def samples_of(values: Sequence[object], what: str, location: Location) -> list[float]:
    """A list of numbers, each finite; raises ReportError for an empty one."""
    if not values:
        raise not_a_number("", what, location)
    return [number_of(value, what, location) for value in values]


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two middle ones."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
