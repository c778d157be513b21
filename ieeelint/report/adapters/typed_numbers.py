"""Numbers that people type into result files: "0.881 ± 0.002", "88.1%", "12.1 ms", "0,88"."""

from __future__ import annotations

import re

from ieeelint.report.numbers.units import is_unit

NUMBER = r"[-+−]?(?:\d[\d.,]*|[.,]\d+)(?:[eE][-+]?\d+)?"
TYPED = re.compile(
    rf"(?P<number>{NUMBER})\s*(?:(?:±|\+/-|\+-|\\pm)\s*(?P<error>{NUMBER}))?\s*(?P<unit>[^\d\s±]\S*)?"
)
GROUPED = re.compile(r"[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
GROUPED_BY_DOTS = re.compile(r"[-+]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")


def typed_number(text: str, decimal: str) -> tuple[float, float | None, str] | None:
    """The number, its error and its unit; None for other text.

    ``decimal`` is "" if it is unknown; a comma may then be a decimal sign or separate groups, so
    that a number with a comma is not a number.
    """
    match = TYPED.fullmatch(text.strip())
    if match is None or match["unit"] and not is_unit(match["unit"]):
        return None
    number = _number(match["number"], decimal)
    error = _number(match["error"], decimal) if match["error"] else None
    if number is None or match["error"] and error is None:
        return None
    return number, error, match["unit"] or ""


def _number(text: str, decimal: str) -> float | None:
    text = text.replace("−", "-")
    if decimal == ",":
        if "." in text and not GROUPED_BY_DOTS.fullmatch(text):
            return None
        text = text.replace(".", "").replace(",", ".")
    elif decimal == "." and GROUPED.fullmatch(text):
        text = text.replace(",", "")
    try:
        return float(text)
    except ValueError:
        return None
