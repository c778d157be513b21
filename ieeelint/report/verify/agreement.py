"""How many numbers of a row or column of a draft agree with the results: evidence for headers that
are not the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from ieeelint.report.numbers.units import UnitError, converted, family, spelling
from ieeelint.report.verify.cell_content import cell_content
from ieeelint.report.verify.layout import Layout
from ieeelint.report.verify.verdicts import AGREES, verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ieeelint.paper.floats import Grid
    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage
    from ieeelint.report.verify.cell_content import CellContent
    from ieeelint.report.verify.lock import Entry, LockedTable


@dataclass(slots=True, frozen=True)
class Evidence:
    """The count of numbers that agree, and of those that can be compared."""

    agreeing: int
    compared: int

    @property
    def is_sure(self) -> bool:
        """True if at least half agree, and more than one unless only one can be compared."""
        return (
            self.compared > 0
            and self.agreeing * 2 >= self.compared
            and self.agreeing >= min(2, self.compared)
        )


class Agreement:
    """Compares the numbers of a tabular with those of a table of the lock file, for any assumed
    rows and columns.
    """

    def __init__(self, paper: Paper, grid: Grid, table: LockedTable) -> None:
        self.paper = paper
        self.layout = Layout(grid)
        self.entries = table.cells
        self.contents: dict[int, CellContent] = {}  # by the identity of the passage

    def of_column(self, name: str, at: int, rows: Mapping[str, int], unit: str) -> Evidence:
        """For the column ``name`` of the lock file at column ``at``, whose header states
        ``unit``.
        """
        return self.of(
            (f"{row}.{name}", self.layout.at(number, at), unit) for row, number in rows.items()
        )

    def of_row(
        self, name: str, number: int, columns: Mapping[str, int], units: Mapping[str, str]
    ) -> Evidence:
        """For the row ``name`` of the lock file in row ``number``."""
        return self.of(
            (f"{name}.{column}", self.layout.at(number, at), units[column])
            for column, at in columns.items()
        )

    def of(self, cells: Iterable[tuple[str, Passage | None, str]]) -> Evidence:
        """For cells, each with its name and the unit of its header."""
        agreeing = compared = 0
        for name, passage, unit in cells:
            entry = self.entries.get(name)
            if passage is None or entry is None or entry.value is None:
                continue
            if id(passage) not in self.contents:
                self.contents[id(passage)] = cell_content(self.paper, passage)
            if (content := self.contents[id(passage)]).digits:
                compared += 1
                agreeing += agrees(content, entry, unit)
        return Evidence(agreeing, compared)


def agrees(content: CellContent, entry: Entry, unit: str) -> bool:
    """True if a number agrees with the lock file, in its unit, in the unit of the header or in
    that of the results.
    """
    if entry.value is None:
        return False
    for stated in dict.fromkeys(
        (
            content.unit or spelling(unit) or entry.unit,
            entry.unit,
            *(family(entry.unit) if not (content.unit or unit) else ()),
        )
    ):
        try:
            scaled = converted(entry.value, entry.unit, stated).scaleb(-content.power)
        except UnitError:
            continue
        if verdict(content.digits, scaled) == AGREES:
            return True
    return False
