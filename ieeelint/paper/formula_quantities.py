r"""Numbers with units inside formulas, "$6.1\,\mathrm{m}$", and the units that they may have."""

from __future__ import annotations

from ieeelint.paper.quantity_use import QuantityUse
from ieeelint.paper.text import DISPLAY, MATH
from ieeelint.paper.unit_patterns import (
    AFTER_VECTOR,
    BOXED_GAP,
    GLANCE,
    INSIDE,
    UNIT_COMMANDS,
    unit_of_formula,
)
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper
    from ieeelint.paper.text import Mark
    from ieeelint.tables.text_views import Units


class KnownUnits:
    """The units of the tables.

    ``forms`` are all ways to write one after a number: symbols, names, wrong and English forms.
    """

    __slots__ = ("forms",)

    def __init__(self, units: Units) -> None:
        forms = {*units.symbols, *units.names, *units.wrong, *units.english, *units.cgs}
        self.forms = forms - units.never

    def is_unit(self, word: str) -> bool:
        """True for a unit in any known way of writing it."""
        forms = self.forms
        if word in forms:
            return True
        if len(word) < 4:
            return False
        lower = word.lower()
        return lower in forms or (lower[-1] == "s" and lower[:-1] in forms and len(lower) > 4)

    def is_compound(self, unit: str) -> bool:
        """True when each part of "kg·m^2/s" is a unit."""
        parts = pattern(r"[/·*() ]+").split(unit)
        return all(
            part == "1" or self.is_unit(part.partition("^")[0].rstrip("23-"))
            for part in parts
            if part
        ) and any(parts)


def quantities_in_formulas(paper: Paper, units: KnownUnits) -> Iterator[QuantityUse]:
    """Numbers with units inside the formulas of a paper."""
    glance = pattern(GLANCE)
    forms = units.forms
    for mark in paper.text.marks_of(MATH, DISPLAY):
        if mark.data is None:
            continue
        content = mark.data.math
        if len(content) < 2:
            continue
        if any(word in UNIT_COMMANDS or word in forms for word in glance.findall(content)):
            for match in pattern(INSIDE).finditer(content):
                yield from _use(units, mark, match[1], match[2], match.span(1), match.span(3))
        if content.rstrip(" \n.,;}")[-1:].isalpha() and ("matrix}" in content or "]" in content):
            yield from _after_vector(units, mark)


def _after_vector(units: KnownUnits, mark: Mark) -> Iterator[QuantityUse]:
    """The unit after a vector or a matrix of numbers."""
    content = mark.data.math
    if pattern(r"[0-9]\.[0-9]").search(content) is None:
        return
    vector = pattern(AFTER_VECTOR).search(content[-60:])
    if vector is not None:
        first, last = vector.span(1)
        shift = max(0, len(content) - 60)
        at = first + shift
        yield from _use(units, mark, "…", " ", (at, at), (at, last + shift))


def _use(
    units: KnownUnits,
    mark: Mark,
    number: str,
    gap: str,
    number_at: tuple[int, int],
    unit_at: tuple[int, int],
) -> Iterator[QuantityUse]:
    """A number and its unit inside the formula of ``mark``, if the unit is known."""
    content = mark.data.math
    last = unit_at[1]
    if content[last : last + 1].isalpha() and content[last - 1].isalpha():
        return
    unit, upright = unit_of_formula(content[unit_at[0] : last])
    if not unit or not units.is_compound(unit):
        return
    use = QuantityUse(number, mark.start, mark.end)
    boxed = pattern(BOXED_GAP).match(content, unit_at[0])
    use.separator = gap or (boxed[0] if boxed is not None else "")
    use.unit = unit
    use.head = pattern(r"[/·^]").split(unit, 1)[0]
    use.unit_start, use.unit_end = mark.start, mark.end
    use.in_math = use.unit_in_math = use.number_in_math = True
    use.upright = upright
    use.mark = use.unit_mark = mark
    use.inner = (*number_at, *unit_at)
    yield use
