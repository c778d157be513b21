"""Headers, units, digits, and the direction of metrics, from their names and values."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from ieeelint.report.adapters.columns import RATE, WORD
from ieeelint.report.numbers.units import is_unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_PLACES = 4
SMALL = ("per", "of")  # words that a title does not capitalize


def header_of(name: str) -> str:
    """A header for a metric or key: "val_acc" is "Validation Accuracy", and "latency_ms" is
    "Latency (ms)".
    """
    if "/" in name and RATE.search(name):
        return f"Throughput ({name})"
    known = _data()["headers"]
    assert isinstance(known, dict)
    words: list[str] = []
    for part in re.findall(r"[^\W_]+", name.rpartition("/")[2]):
        is_whole = part.lower() in known or not part.isascii()
        pieces = [part] if is_whole else WORD.findall(part) or [part]
        words += pieces
    unit = _unit_at_end(name) if len(words) > 1 and not RATE.search(name) else ""
    if unit:
        words.pop()
    shown = [
        word.lower()
        if word.lower() in SMALL
        else known.get(word.lower(), word[:1].upper() + word[1:])
        for word in words
    ]
    return " ".join([*shown, *([f"({unit})"] if unit else [])]) or name


def _unit_at_end(name: str) -> str:
    """The unit at the end of a name, as it is written: "ms" of "latency_ms", "GB" of "peak_gb".

    Of single letters, only "s" is one: "depth_h" and "loss_g" may be anything.
    """
    last = name.rpartition("_")[2]
    for unit in (last, last.upper()):
        if is_unit(unit) and (len(unit) > 1 or unit == "s"):
            return unit
    return ""


def best_of(name: str) -> str:
    """ "max", "min", or "" if the name does not say which value is the best."""
    if RATE.search(name):
        return "max"
    words = [
        word.lower()
        for part in re.findall(r"[^\W_]+", name)
        for word in (part, *WORD.findall(part))
    ]
    for word in reversed(words):
        for end, list_ in (("max", "highest"), ("min", "lowest")):
            if word in str(_data()[list_]).split():
                return end
    return ""


def digits_of(values: Sequence[float]) -> str:
    """The rule of rounding for values without an interval: the decimals of the file, if they are
    few and the values have a similar size.
    """
    sizes = [abs(value) for value in values if value]
    places = max(
        (len(repr(value).partition(".")[2]) for value in values if not float(value).is_integer()),
        default=0,
    )
    is_long = places > MOST_PLACES or "e" in "".join(map(repr, values))
    if is_long or not sizes or max(sizes) > 1000 * min(sizes):
        return "sig:3"
    return f"places:{places}"


@cache
def _data() -> dict[str, object]:
    import tomllib

    path = Path(__file__).parents[1] / "data" / "directions.toml"
    return tomllib.loads(path.read_text("utf-8"))
