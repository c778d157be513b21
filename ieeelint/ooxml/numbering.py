"""The numbers and bullets that Word prints before paragraphs, counted as Word counts them."""

from __future__ import annotations

import re

from ieeelint.ooxml.names import W, value, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
PLACE = re.compile(r"%([1-9])")


def roman(number: int) -> str:
    """The number in uppercase Roman numerals."""
    letters = ""
    for size, letter in ROMAN:
        count, number = divmod(number, size)
        letters += letter * count
    return letters


def formatted(number: int, form: str) -> str:
    """The number in the format ``form``, a value of ``w:numFmt``."""
    if form in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        return roman(number) if form == "upperRoman" else roman(number).lower()
    if form in ("upperLetter", "lowerLetter") and number > 0:
        repeats, letter = divmod(number - 1, 26)  # after Z come AA, BB …
        letters = chr(ord("A") + letter) * (min(repeats, 9) + 1)
        return letters if form == "upperLetter" else letters.lower()
    if form == "decimalZero":
        return f"{number:02}"
    return "" if form == "none" else str(number)


class Level:
    """One level of a list: ``form`` is its number format, ``text`` what Word prints, with ``%1``
    for the number, ``start`` the first number.
    """

    __slots__ = ("form", "text", "start", "restart", "style")

    def __init__(self, element: Element) -> None:
        self.form = value(element, "numFmt") or "decimal"
        self.text = value(element, "lvlText")
        start = value(element, "start")
        self.start = whole(start, 1)
        restart = value(element, "lvlRestart")
        self.restart = whole(restart, -1)
        self.style = value(element, "pStyle")


class Numbering:
    """All lists of a package, and the current count of each list."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}  # numId -> level -> Level
        self._abstract: dict[str, str] = {}  # numId -> the list definition that holds its count
        self._overrides: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.of_style: dict[str, tuple[str, int]] = {}  # style identifier -> (numId, level)
        if root is None:
            return
        lists: dict[str, dict[int, Level]] = {}
        for definition in root.findall(W + "abstractNum"):
            lists[definition.get(W + "abstractNumId", "")] = _levels(definition.findall(W + "lvl"))
        for element in root.findall(W + "num"):
            number = element.get(W + "numId", "")
            abstract = value(element, "abstractNumId")
            levels = dict(lists.get(abstract, {}))
            for override in element.findall(W + "lvlOverride"):
                depth = _depth(override)
                start = value(override, "startOverride")
                if (first := whole(start, -1)) >= 0:
                    self._overrides.setdefault(number, {})[depth] = first
                levels.update(_levels(override.findall(W + "lvl")))
            self._levels[number] = levels
            self._abstract[number] = abstract
            for depth, level in levels.items():
                if level.style:
                    self.of_style.setdefault(level.style, (number, depth))

    def is_bullet(self, number: str, depth: int) -> bool:
        """True when this level of the list prints a bullet."""
        level = self._levels.get(number, {}).get(depth)
        return level is not None and level.form == "bullet"

    def advance(self, number: str, depth: int) -> str:
        """Count one paragraph of the list at this level; returns what Word prints before it."""
        levels = self._levels.get(number, {})
        level = levels.get(depth)
        if level is None:
            return ""
        if level.form == "bullet":
            return "•"
        counts = self._counts.setdefault(self._abstract[number], [None] * 9)
        override = self._overrides.get(number, {}).get(depth)
        before = counts[depth]
        if override is not None and (number, depth) not in self._begun:
            counts[depth] = override
        else:
            counts[depth] = level.start if before is None else before + 1
        self._begun.add((number, depth))
        for deeper in range(depth + 1, 9):
            if deeper not in levels or levels[deeper].restart != 0:
                counts[deeper] = None

        def shown(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            other = levels.get(at)
            if other is None:
                return ""
            count = counts[at]
            return formatted(other.start if count is None else count, other.form)

        return PLACE.sub(shown, level.text)


def _depth(element: Element) -> int:
    depth = element.get(W + "ilvl", "0")
    level = whole(depth)
    return level if level < 9 else 0


def _levels(elements: list[Element]) -> dict[int, Level]:
    return {_depth(element): Level(element) for element in elements}
