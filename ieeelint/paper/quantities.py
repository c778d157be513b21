"""Numbers with units: "5 GHz", "$5$ GHz", "5 $cm$", "five meters"."""

from __future__ import annotations

from ieeelint.paper.formula_quantities import KnownUnits, quantities_in_formulas
from ieeelint.paper.quantity_use import QuantityUse
from ieeelint.paper.text import MATH, QUANTITY
from ieeelint.paper.unit_patterns import (
    AFTER_DECADE,
    AFTER_DIGITS,
    AFTER_ORBITAL,
    BEFORE_DECADE,
    BEFORE_NAMED,
    CANDIDATE,
    CURRENCY,
    EXPONENT,
    FURTHER,
    LETTERS,
    RAISED,
    RAISED_UNITS,
    SURE_DECADE,
    TAIL,
    WORD_BEFORE_OF,
    unit_of_formula,
)
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match

    from ieeelint.paper.model import Paper
    from ieeelint.paper.text import Mark
    from ieeelint.tables.text_views import Units


PREFIXES = frozenset("kMGTmnp")  # typed before the formula of a unit


class _Finder:
    """One pass over a paper."""

    __slots__ = (
        "paper",
        "plain",
        "units",
        "numerals",
        "durations",
        "millions",
        "millions_of",
        "uses",
    )

    def __init__(self, paper: Paper, units: Units) -> None:
        self.paper = paper
        self.plain = paper.text.plain
        self.units = KnownUnits(units)
        self.numerals = units.numerals
        self.durations = units.durations
        self.millions = units.millions
        self.millions_of = units.millions_of
        self.uses: list[QuantityUse] = []

    def typed(self) -> None:
        """Numbers in the text or at the end of a formula, with a unit in the text or a formula."""
        at = 0
        candidate = pattern(CANDIDATE)
        while True:
            match = candidate.search(self.plain, at)
            if match is None:
                return
            # A formula taken for the unit may be the number of the next quantity.
            at = match.start(4) if match[4] == MATH else match.end()
            self._consider(match)

    def _consider(self, match: Match[str]) -> None:
        number, power, gap, head = match.groups()
        plain = self.plain
        position = match.start(4)
        if power is not None and number is not None and not self._is_power(match.end(1)):
            # 10$\mu$m: the formula belongs to the unit
            power, gap, head, position = None, "", MATH, match.end(1)
        if "\n\n" in gap:
            return
        unit_mark = None
        upright = True
        if head == MATH:
            unit_mark = self.paper.text.mark_at(position)
            if unit_mark is None or unit_mark.data is None:
                return
            unit, upright, end = self._math_head(unit_mark, position)
            if not unit:
                return
            head = unit
        elif (prefixed := self._prefixed(head, position)) is not None:
            unit, unit_mark, end = prefixed  # 10k$\Omega$
            head = unit
        elif self.units.is_unit(head):
            unit, end = head, position + len(head)
        else:
            return
        following = plain[end : end + 3]
        if head == "in" and not (
            "-" in gap or pattern(r"\)|\.?\s?[×x)]|\.\s?[a-z]").match(plain, end)
        ):
            return  # the preposition
        if (
            unit_mark is None
            and following[:1].isdigit()
            and (
                pattern(EXPONENT).match(plain, end) is None
                or not (gap or head.endswith(RAISED_UNITS))
            )
        ):
            return  # "0.68 F1", "a 3V3 rail"
        if len(head) == 1 and head.isupper() and following[:1] == "." and following[2:].isupper():
            return  # "in 2010 N. Author"
        use = self._number(match, number, power)
        if use is None or self._is_amount(use, head if not gap else "", end):
            return
        if head == "s" and not gap and self._is_plural(use, end):
            return
        use.separator = gap
        use.head = head
        use.unit_start = position
        use.unit_in_math, use.upright, use.unit_mark = unit_mark is not None, upright, unit_mark
        use.unit, use.unit_end = self._extended(unit, end)
        use.end = use.unit_end
        self.uses.append(use)

    def _prefixed(self, head: str, position: int) -> tuple[str, Mark, int] | None:
        """A unit that a prefix and a formula print together, with the mark of the formula."""
        if head not in PREFIXES:
            return None
        mark = self.paper.text.mark_at(position + 1)
        if mark is None or mark.kind != MATH or mark.data is None:
            return None
        unit, upright = unit_of_formula(mark.data.content)
        if not upright or not self.units.is_unit(head + unit):
            return None
        return head + unit, mark, position + 2

    def _is_amount(self, use: QuantityUse, glued: str, end: int) -> bool:
        """True for money, and for millions: $5m, EUR 3k, 20m people, a population of 60m.

        ``glued`` are the letters that touch the number.
        """
        before = self.plain[max(0, use.start - 40) : use.start]
        if pattern(CURRENCY).search(before) is not None:
            return True
        if glued != "m":
            return False
        after = pattern(r"[ \u00a0\n](?:[A-Za-z]+[ \u00a0\n])?([a-z]+)").match(self.plain, end)
        if after is not None and self.millions & {after[1], *after[0].split()}:
            return True
        counted = pattern(WORD_BEFORE_OF).search(before)
        return counted is not None and counted[1] in self.millions_of

    def _is_plural(self, use: QuantityUse, end: int) -> bool:
        """True for numbers in the plural: the 1980s, 0s and 1s, the digit 6s are wrong."""
        number = use.number
        if _is_decade(number):
            return True
        if not number.isdecimal():
            return False
        is_short = len(number) == 2 and number[1] == "0" or _is_century(number)
        if is_short and self._is_short_decade(use, end):
            return True
        if number[0] == "1" and not number.strip("10") and len(number) > 1:
            if pattern(r"[ \u00a0\n]of[ \u00a0\n][^\W\d_]{1,20}s\b").match(self.plain, end):
                return True  # 10s of pipes
        before = self.plain[max(0, use.start - 60) : use.start].rpartition("\n\n")[2]
        if len(number) == 1 and pattern(r"\b[Tt]he[ \u00a0\n]\Z").search(before):
            if pattern(AFTER_DIGITS).match(self.plain, end):
                return True  # the 5s are digits
        if any(word.strip("()“”,").lower() in self.numerals for word in before.split()):
            return True
        if pattern(BEFORE_NAMED).search(before) or pattern(AFTER_ORBITAL).match(self.plain, end):
            return True
        others = r"[ \u00a0]{1,2}(?:and|or)[ \u00a0]{1,2}[01]s\b"
        return number in ("0", "1") and (
            pattern(others).match(self.plain, end) is not None
            or pattern(r"\b[01]s (?:and|or)[ \u00a0]\Z").search(before) is not None
        )

    def _is_short_decade(self, use: QuantityUse, end: int) -> bool:
        """True for the 90s: after an apostrophe, a full decade or "the", and before no noun of a
        duration.
        """
        before = self.plain[max(0, use.start - 40) : use.start]
        if pattern(SURE_DECADE).search(before) is not None:
            return True
        if pattern(BEFORE_DECADE).search(before) is None:
            return False
        after = pattern(AFTER_DECADE).match(self.plain, end)
        return after is None or after[1] not in self.durations

    def _is_power(self, position: int) -> bool:
        """True for a formula that is an exponent after a typed 10."""
        mark = self.paper.text.mark_at(position)
        content: str = mark.data.content if mark is not None and mark.data else ""
        return content.lstrip().startswith("^") and "circ" not in content

    def _number(
        self, match: Match[str], number: str | None, power: str | None
    ) -> QuantityUse | None:
        """The use with its number; None when the formula before the unit ends in no number."""
        start = match.start()
        if number is not None:
            if power is None:
                return QuantityUse(number, start, match.end(1))
            mark = self.paper.text.mark_at(match.end(1))  # 10$^{-3}$ m
            content = mark.data.content.strip() if mark is not None and mark.data else ""
            return QuantityUse(number + _plain_power(content), start, match.end(2))
        mark = self.paper.text.mark_at(start)
        if mark is None or mark.data is None:
            return None
        content = mark.data.content
        if not (content[-1:].isdigit() or content.rstrip()[-1:] in "0123456789}"):
            return None
        number_match = pattern(TAIL).search(content[-80:])
        if number_match is None:
            return None
        use = QuantityUse(number_match.group().strip(), start, start + 1)
        use.number_in_math = True
        use.mark = mark
        return use

    def _math_head(self, mark: Mark, position: int) -> tuple[str, bool, int]:
        """The unit in a formula after a number, with typed letters after the formula.

        Its text, whether it is upright, and its end.
        """
        content = mark.data.content
        if len(content) > 60:
            return "", False, 0
        unit, upright = unit_of_formula(content)
        end = position + 1
        if not unit:
            return "", False, 0
        if unit in ("μ", "°"):
            letters = pattern(LETTERS).match(self.plain, end)
            if letters is not None and (
                self.units.is_unit(unit + letters[0]) or self.units.is_unit("µ" + letters[0])
            ):
                return unit + letters[0], True, letters.end()
            return ("°", True, end) if unit == "°" else ("", False, 0)
        return (unit, upright, end) if self.units.is_compound(unit) else ("", False, 0)

    def _extended(self, unit: str, end: int) -> tuple[str, int]:
        """The rest of a compound unit after its first symbol: exponents, /s, ·m."""
        plain = self.plain
        further, letters, exponent = pattern(FURTHER), pattern(LETTERS), pattern(EXPONENT)
        for _ in range(4):
            power = exponent.match(plain, end)
            if power is not None and unit[-1].isalpha():
                raised = "^" if power[0][0] != "^" else ""
                unit, end = unit + raised + power[0].translate(RAISED), power.end()
            elif plain[end : end + 1] == MATH:
                mark = self.paper.text.mark_at(end)
                content = mark.data.content.strip() if mark is not None and mark.data else ""
                if content.startswith("^") and len(content) < 10 and "\\" not in content:
                    unit, end = unit + "^" + _plain_power(content)[1:], end + 1
            joint = further.match(plain, end)
            if joint is None:
                break
            word = letters.match(plain, joint.end())
            if (
                word is None
                or word[0] not in self.units.forms
                or (plain[joint.end() - 1] == "-" and len(word[0]) > 3)
            ):
                break
            sign = "/" if "/" in joint[0] else "·"
            unit, end = unit + sign + word[0], word.end()
            if "(" in joint[0]:
                inner = pattern(r"\s?[·⋅ ]?\s?([^\W\d_]{1,4})?\)").match(plain, end)
                if inner is not None:
                    unit, end = unit + ("·" + inner[1] if inner[1] else ""), inner.end()
        return unit, end

    def macros(self) -> None:
        """siunitx quantities."""
        for mark in self.paper.text.marks_of(QUANTITY):
            quantity = mark.data
            if quantity is None or not quantity.unit:
                continue
            use = QuantityUse(quantity.number, mark.start, mark.end)
            use.unit = quantity.unit
            use.unit_start, use.unit_end = mark.start, mark.end
            use.mark = mark
            self.uses.append(use)


def _is_decade(number: str) -> bool:
    """True for the 1980 of "1980s"."""
    return len(number) == 4 and number[-1] == "0" and number[:2] in ("17", "18", "19", "20")


def _is_century(number: str) -> bool:
    """True for the 1500 of "the 1500s", which are seconds in "runs of 1500s"."""
    return len(number) == 4 and number.endswith("00") and "10" <= number[:2] <= "16"


def _plain_power(content: str) -> str:
    """``^{-3}`` as "^-3"."""
    return content.replace("{", "").replace("}", "").replace(" ", "")


def find_quantities(paper: Paper, units: Units) -> list[QuantityUse]:
    """All quantities of the paper, in order."""
    finder = _Finder(paper, units)
    finder.typed()
    finder.uses += quantities_in_formulas(paper, finder.units)
    finder.macros()
    finder.uses.sort(key=lambda use: (use.start, use.inner or (0, 0, 0, 0)))
    return finder.uses
