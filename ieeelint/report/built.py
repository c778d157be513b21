"""The result of a specification: a table or a figure, and named numbers for the text."""

from __future__ import annotations

from dataclasses import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.chart import Chart
    from ieeelint.report.grid import Grid, Value
    from ieeelint.report.series import Series, SourceFile


@dataclass(slots=True, eq=False)
class Number:
    """A number for the text of the paper: ``key`` as in ``\\ieeelintnum{key}``.

    ``digits`` is the printed text without a unit, as in a cell; ``value`` is the unrounded number.
    """

    key: str
    digits: str
    value: Value


@dataclass(slots=True, eq=False)
class Built:
    """The table or figure of one specification, and its numbers.

    ``numbers`` has the numbers of ``[[number]]``.  Each cell of the grid is a number, too, with
    the key ``table.row.column``: the label without "tab:", and the names of the cell.
    ``cell_series`` maps "row.column" to the series of the cell.  ``inputs`` are the result files
    that were read; ``digest`` identifies the content of the specification.  ``absences`` are
    messages about what the results do not have.  ``name`` is that of the files that are written.
    """

    path: str
    grid: Grid | None = None
    chart: Chart | None = None
    numbers: list[Number] = field(default_factory=list)
    inputs: list[SourceFile] = field(default_factory=list)
    cell_series: dict[str, list[Series]] = field(default_factory=dict)
    digest: str = ""
    absences: list[str] = field(default_factory=list)
    name: str = ""
