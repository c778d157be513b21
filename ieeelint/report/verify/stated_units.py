"""Units as authors type them behind numbers and in the commands of siunitx."""

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
    """The unit that stands at ``start``, as the results spell it; empty without one."""
    between = BETWEEN.match(text, start)
    found = UNIT.match(text, between.end() if between else start)
    if found is None:
        return ""
    shown = re.sub(
        r"\\([A-Za-z]+)",
        lambda match: MACROS.get(match[1], "\\" + match[1]),
        found.group().replace("\\%", "%"),
    )
    return spelling(shown) if is_unit(shown) else ""
