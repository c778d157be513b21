"""Units that authors type after numbers and in the commands of siunitx."""

from __future__ import annotations

import re

from ieeelint.report.numbers.units import is_unit, spelling

BETWEEN = re.compile(
    r"(?:[\s~${}\u00a0\u2009\u202f]|\\[,;:! ]|\\(?:mathrm|text|textrm|unit|si|rm)(?![A-Za-z]))*"
)
UNIT = re.compile(r"(?:\\[%A-Za-z]+|[A-Za-zµμ%°]+)(?:(?:/|\\per)?(?:\\[A-Za-z]+|[A-Za-zµμ]+))*")
MACROS = {
    "milli": "m",
    "micro": "µ",
    "mu": "µ",
    "nano": "n",
    "kilo": "k",
    "mega": "M",
    "giga": "G",
    "tera": "T",
    "kibi": "Ki",
    "mebi": "Mi",
    "gibi": "Gi",
    "tebi": "Ti",
    "second": "s",
    "byte": "B",
    "hertz": "Hz",
    "joule": "J",
    "watt": "W",
    "percent": "%",
    "per": "/",
    "hour": "h",
    "minute": "min",
    "s": "s",
    "ms": "ms",
    "us": "µs",
    "ns": "ns",
    "GHz": "GHz",
    "MHz": "MHz",
}


def unit_after(text: str, start: int) -> str:
    """The unit at ``start``, spelled as in the results; empty if there is none."""
    between = BETWEEN.match(text, start)
    typed = UNIT.match(text, between.end() if between else start)
    if typed is None:
        return ""
    unit = re.sub(
        r"\\([A-Za-z]+)",
        lambda macro: MACROS.get(macro[1], "\\" + macro[1]),
        typed.group().replace("\\%", "%"),
    )
    return spelling(unit) if is_unit(unit) else ""
