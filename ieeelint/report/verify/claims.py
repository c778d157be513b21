"""The claim that a number makes with the words around it: "more than", "about", "34 % fewer",
"1.5 times faster".
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
    + "|".join(re.escape(words) for words in sorted((*MORE, *LESS, *ABOUT), key=len, reverse=True))
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
    """The words around a number: a hedge before it, a percentage with a comparison after it."""

    hedge: str = ""
    percent: bool = False
    comparison: str = ""

    def meanings(self, value: Decimal) -> list[tuple[Decimal, str]]:
        """The numbers that the words may mean, each with its formula (empty for ``value``)."""
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
        changes = (
            [gain] if self.comparison in GAINS else [saved, lost] if value > 1 else [lost, saved]
        )
        return [*changes, (value, ""), (abs(value), "the size of the change")]


def claim_between(before: str, after: str) -> Claim:
    """The claim of a number between these words."""
    hedge = HEDGE.search(before)
    percent = PERCENT.match(after)
    return Claim(
        hedge.group(1) if hedge else "",
        percent is not None,
        (percent.group(1) or "").lower() if percent else "",
    )


def supports(value: Decimal, token: str, claim: Claim) -> bool:
    """True if ``value`` supports a hedged number.

    "More than 2" needs a value from 2 to one unit of the leading digit more, and "nearly 2" a
    value from one unit less. "Up to 2.45" and "at least 2.45" may be rounded. "About" allows half
    a unit of the last nonzero digit.
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
    """One unit of the last nonzero digit: 10 for "120", 0.1 for "1.50"."""
    digits = Decimal(token).normalize()
    exponent = digits.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent if digits else -decimals(token))
