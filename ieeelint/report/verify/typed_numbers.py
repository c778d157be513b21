"""Numbers that authors type in LaTeX and in Word, each with its power of ten and its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ieeelint.report.verify.cell_content import normal, of_formula
from ieeelint.report.verify.typed_units import unit_after

# commands that print no number of the author, and commands around a number
UNPRINTED = re.compile(
    r"\\(?:[A-Za-z]*cite[A-Za-z]*|[A-Za-z]*ref|label|includegraphics|input|include|url|href"
    r"|ieeelintnum|footnotemark|begin|end"
    r"|[hv]?space|[hv]?phantom|tnote)\*?\s*(?:\[[^\[\]]*\]\s*)*\{[^{}]*\}"
)
QUANTITY = re.compile(r"\\(?:num|SI|qty|tablenum)\s*(?:\[[^\[\]]*\]\s*)?\{")
GROUPS = r"(?:(?:\{,\}|\\,|,|[\u2009\u202f])\d{3}(?!\d))*"
NUMBER = re.compile(
    rf"(?<![\w.\\^_])(?<![A-Za-z]-)"
    rf"(?<!\^\{{)(?P<digits>(?:(?<![-–−\d])[-−]|\$-\$)?(?:\d+{GROUPS}(?:\.\d+)?|\.\d+))(?![A-Za-z0-9]*_)(?:\(\d+\))?"
    r"(?:(?:\s|~|\$|\\[,;: ])*(?:\\times|×|\\cdot|·)(?:\s|~|\$|\\[,;:"
    r" ])*10(?:\^\{(?P<power>[-−]?\d+)\}|\^(?P<digit>\d)|(?P<raised>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))"
    r"|[eE](?P<e>[-+]?\d+)(?!\w))?(?![A-Za-z]{0,2}\d)"
    r"(?:(?:\s|~)+(?P<word>thousand|million|billion)\b)?"
)
BARE_POWER = re.compile(r"\s*\^\s*(?:\{\s*([-−]?\d+)\s*\}|(\d))")  # after a 10
WORDS = {"thousand": 3, "million": 6, "billion": 9}
MICRO = re.compile(r"\$\\mu\$|\\textmu(?:\{\}|[ ]+(?=s))?|\\upmu(?![A-Za-z])")
SIGN = re.compile(r"\\(?!times|cdot)[A-Za-z]+(?=[-.\d])")  # \approx2
RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


@dataclass(slots=True, frozen=True)
class TypedNumber:
    """A number from ``start`` to ``end`` of a text: ``digits`` without groups, times ten to the
    ``power``, with the ``unit`` after it, empty if there is none.
    """

    start: int
    end: int
    digits: str
    power: int = 0
    unit: str = ""


def numbers_in(text: str) -> list[TypedNumber]:
    """The numbers in a line of source, without those of citations, cross-references and names
    ("ResNet-50").
    """
    hidden = UNPRINTED.sub(lambda match: " " * len(match.group()), text)
    hidden = QUANTITY.sub(lambda match: " " * len(match.group()), hidden)
    hidden = SIGN.sub(lambda match: " " * len(match.group()), hidden)
    hidden = MICRO.sub(lambda match: " " * (len(match.group()) - 1) + "µ", hidden)
    numbers = []
    for match in NUMBER.finditer(hidden):
        power = (
            match["power"]
            or match["digit"]
            or (match["raised"] or "").translate(RAISED)
            or match["e"]
            or "0"
        )
        digits = normal(of_formula(match["digits"].replace("$", "")))
        digits = digits if not digits.startswith(("-.", ".")) else digits.replace(".", "0.", 1)
        end = match.end()
        if digits == "10" and (bare := BARE_POWER.match(hidden, end)):
            digits, power, end = "1", bare[1] or bare[2], bare.end()
        exponent = int(power.replace("−", "-")) + WORDS.get(match["word"], 0)
        numbers.append(
            TypedNumber(*match.span("digits"), digits, exponent, unit_after(hidden, end))
        )
    return numbers
