"""The numbers of tables where no style prints them: SEQ fields count, and their results are
written in advance.
"""

from __future__ import annotations

from ieeelint.ooxml.names import W
from ieeelint.ooxml.numbering import roman
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ieeelint.report.writers.word.places import Place, Places

FIELDS = (W + "fldSimple", W + "instrText")
COUNTER = r"(?is)\s*SEQ\s+\"?table\b.*"


class TableNumbers:
    """Gives each table put into a draft its number, in the order of the draft."""

    def __init__(self, places: Places, kind: str) -> None:
        """``places`` have been found; ``kind`` "compsoc" has Arabic numbers."""
        self.order = places.order
        self.counters: list[
            Element
        ] = []  # fields that count tables, but for those that are replaced
        forms: list[str] = []
        inner = places.inside_replaced()
        for element in places.root.iter():
            if element.tag not in FIELDS or element in inner:
                continue
            instruction = element.get(W + "instr", "") or element.text or ""
            if pattern(COUNTER).fullmatch(instruction):
                self.counters.append(element)
                forms.append(instruction.upper())
        self.is_arabic = "ARABIC" in forms[0] if forms else kind == "compsoc"
        self.given = 0

    def next_for(self, place: Place) -> str:
        """The number of the next table, which comes in this place."""
        self.given += 1
        here = self.order[place.element]
        number = self.given + sum(self.order[element] < here for element in self.counters)
        return str(number) if self.is_arabic else roman(number)
