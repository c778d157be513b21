"""Words around a number that change what it claims: "more than", "about", "34 % fewer", "1.5
times faster".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ieeelint.report.numbers.digits import WIDE
from ieeelint.report.verify.verdicts import AGREES, decimals, verdict

MORE = (
    "more than",
    "over",
    "above",
    "at least",
    "exceeding",
    "exceeds",
    "no less than",
    "greater than",
    "larger than",
    r"\geq",
    r"\ge",
    "≥",
    ">",
)
LESS = (
    "less than",
    "under",
    "below",
    "at most",
    "nearly",
    "almost",
    "up to",
    "no more than",
    "fewer than",
    "smaller than",
    "within",
    r"\leq",
    r"\le",
    "≤",
    "<",
)
INCLUSIVE = (
    "at least",
    "no less than",
    "at most",
    "no more than",
    "up to",
    "within",
    r"\geq",
    r"\ge",
    "≥",
    r"\leq",
    r"\le",
    "≤",
)
ABOUT = (
    "about",
    "around",
    "roughly",
    "approximately",
    "some",
    "circa",
    "ca.",
    "close to",
    "~",
    r"\approx",
    r"\sim",
    "≈",
)
HEDGE = re.compile(
    r"(?<![a-z])("
    + "|".join(re.escape(one) for one in sorted((*MORE, *LESS, *ABOUT), key=len, reverse=True))
    + r")[\s~$({]*$",
    re.IGNORECASE,
)
PERCENT = re.compile(
    r"^[\s~$}]*(?:\\?%|\\,\\?%|per\s?cent|percent)[\s~]*(?:\$[\s~]*)?(faster|more|higher|larger"
    r"|greater|longer|slower|fewer|less|lower|smaller|shorter)?",
    re.I,
)
GAINS = ("faster", "more", "higher", "larger", "greater", "longer")
HUNDRED = Decimal(100)


@dataclass(slots=True, frozen=True)
class Claim:
    """What stands around a number: a hedge before it, a comparison in per cent after it."""

    hedge: str = ""
    percent: bool = False
    comparison: str = ""

    def readings(self, value: Decimal) -> list[tuple[Decimal, str]]:
        """The numbers that the words may mean, each with its formula (empty: the value itself)."""
        if not self.percent:
            return [(value, "")]
        if not value:
            return [(value, "")]
        gain = WIDE.multiply(WIDE.subtract(value, Decimal(1)), HUNDRED), "100 × (ratio − 1)"
        saved = (
            WIDE.multiply(WIDE.subtract(Decimal(1), WIDE.divide(Decimal(1), value)), HUNDRED),
            "100 × (1 − 1/ratio)",
        )
        lost = WIDE.multiply(WIDE.subtract(Decimal(1), value), HUNDRED), "100 × (1 − ratio)"
        if not self.comparison:  # "a 34 % reduction", "saves 34 %"
            return [(value, ""), (WIDE.multiply(value, HUNDRED), "100 × value"), gain, saved, lost]
        found = (
            [gain] if self.comparison in GAINS else [saved, lost] if value > 1 else [lost, saved]
        )
        return [*found, (value, ""), (abs(value), "the size of the change")]


def claim_before(before: str, after: str) -> Claim:
    """The claim that the words before and after a number make."""
    hedge = HEDGE.search(before)
    percent = PERCENT.match(after)
    return Claim(
        hedge.group(1) if hedge else "",
        percent is not None,
        (percent.group(1) or "").lower() if percent else "",
    )


def fits(token: str, value: Decimal, claim: Claim) -> bool:
    """True when ``value`` bears out a hedged number.

    "More than 2" needs a value from 2 up to one step of its leading digit further; "nearly 2" one
    that far below; "up to 2.45" and "at least 2.45" may be rounded; "about" allows half a unit of
    the last digit other than zero.
    """
    if not claim.hedge:
        return False
    word, number = claim.hedge.lower(), Decimal(token)
    if word in (*INCLUSIVE, *ABOUT) and verdict(token, value) == AGREES:
        return True
    step = Decimal(1).scaleb(number.adjusted()) if number else Decimal(1)
    if word in MORE:
        return number <= value <= number + step
    if word in LESS:
        return number - step <= value <= number
    return abs(value - number) <= _last_unit(token) / 2


def _last_unit(token: str) -> Decimal:
    """One unit of the last digit that is not zero: 10 for "120", 0.1 for "1.50"."""
    digits = Decimal(token).normalize()
    exponent = digits.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent if digits else -decimals(token))
