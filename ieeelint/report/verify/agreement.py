"""How many numbers of a row or a column of a draft say what the results say there: evidence where
heads leave doubt.
"""

from __future__ import annotations

from dataclasses import dataclass

from ieeelint.report.numbers.units import UnitError, converted, family, spelling
from ieeelint.report.verify.layout import Layout
from ieeelint.report.verify.reading_back import reading
from ieeelint.report.verify.verdicts import AGREES, verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ieeelint.paper.model import Grid, Paper, Passage
    from ieeelint.report.verify.lock import Entry, LockedTable
    from ieeelint.report.verify.reading_back import Reading


@dataclass(slots=True, frozen=True)
class Evidence:
    """How many numbers agree, of how many that can be compared."""

    agreeing: int
    compared: int

    @property
    def is_sure(self) -> bool:
        """True where at least half agree, and more than one unless there is no other."""
        return (
            self.compared > 0
            and self.agreeing * 2 >= self.compared
            and self.agreeing >= min(2, self.compared)
        )


class Agreement:
    """A tabular's numbers beside a table of the lock, wherever rows and columns are taken to
    stand.
    """

    def __init__(self, paper: Paper, grid: Grid, table: LockedTable) -> None:
        self.paper = paper
        self.layout = Layout(grid)
        self.cells = table.cells
        self.read: dict[int, Reading] = {}

    def of_column(self, name: str, at: int, rows: Mapping[str, int], unit: str) -> Evidence:
        """For the lock's column ``name`` at the place ``at``, whose head states ``unit``."""
        return self.of(
            (f"{row}.{name}", self.layout.at(number, at), unit) for row, number in rows.items()
        )

    def of_row(
        self, name: str, number: int, columns: Mapping[str, int], units: Mapping[str, str]
    ) -> Evidence:
        """For the lock's row ``name`` in the row ``number``."""
        return self.of(
            (f"{name}.{column}", self.layout.at(number, at), units[column])
            for column, at in columns.items()
        )

    def of(self, cells: Iterable[tuple[str, Passage | None, str]]) -> Evidence:
        """For cells, each with its name and the unit of its head."""
        agreeing = compared = 0
        for name, passage, unit in cells:
            entry = self.cells.get(name)
            if passage is None or entry is None or entry.value is None:
                continue
            if id(passage) not in self.read:
                self.read[id(passage)] = reading(self.paper, passage)
            if (read := self.read[id(passage)]).digits:
                compared += 1
                agreeing += says(read, entry, unit)
        return Evidence(agreeing, compared)


def says(read: Reading, entry: Entry, unit: str) -> bool:
    """True where a number says what the lock says, in its own unit, in that of the head or in
    that of the results.
    """
    if entry.value is None:
        return False
    given = entry.unit
    for stated in dict.fromkeys(
        (
            read.unit or spelling(unit) or given,
            given,
            *(family(given) if not (read.unit or unit) else ()),
        )
    ):
        try:
            scaled = converted(entry.value, given, stated).scaleb(-read.power)
        except UnitError:
            continue
        if verdict(read.digits, scaled) == AGREES:
            return True
    return False
