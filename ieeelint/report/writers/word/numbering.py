"""Number tables with SEQ fields, if no style numbers them, and write the results of the fields."""

from __future__ import annotations

from ieeelint.ooxml.names import W
from ieeelint.ooxml.numbering import roman
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ieeelint.report.writers.word.slots import Slot, Slots

FIELDS = (W + "fldSimple", W + "instrText")
COUNTER = r"(?is)\s*SEQ\s+\"?table\b.*"


class TableNumbers:
    """Numbers the tables that are put into a draft, in the order of the draft."""

    def __init__(self, slots: Slots, kind: str) -> None:
        """``slots`` have been found; the ``kind`` "compsoc" has Arabic numbers."""
        self.order = slots.order
        # the fields that number tables, except in replaced elements
        self.counters: list[Element] = []
        forms: list[str] = []
        inner = slots.inside_replaced()
        for element in slots.root.iter():
            if element.tag not in FIELDS or element in inner:
                continue
            instruction = element.get(W + "instr", "") or element.text or ""
            if pattern(COUNTER).fullmatch(instruction):
                self.counters.append(element)
                forms.append(instruction.upper())
        self.is_arabic = "ARABIC" in forms[0] if forms else kind == "compsoc"
        self.count = 0

    def next_for(self, slot: Slot) -> str:
        """The number of the next table, which is put into this slot."""
        self.count += 1
        position = self.order[slot.element]
        number = self.count + sum(self.order[element] < position for element in self.counters)
        return str(number) if self.is_arabic else roman(number)
