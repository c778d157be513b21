"""What a specification becomes: a table or a figure, and named numbers for the text."""

from __future__ import annotations

from dataclasses import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.chart import Chart
    from ieeelint.report.grid import Grid, Value
    from ieeelint.report.series import Series, SourceFile


@dataclass(slots=True, eq=False)
class Number:
    """A number that the text of the paper uses: ``key`` as in ``\\ieeelintnum{key}``.

    ``digits`` is the final text without its unit, as in a cell; ``value`` what it stands for.
    """

    key: str
    digits: str
    value: Value


@dataclass(slots=True, eq=False)
class Built:
    """A specification carried out.

    ``numbers`` are those of ``[[number]]``; each cell of the grid is a number as well, under
    ``table.row.column``: the label without its "tab:" and the names of the cell.  ``behind`` are
    the series that a cell was made of, by "row.column". ``inputs`` are all files read beside the
    specification; ``digest`` tells whether that says the same.
    """

    path: str
    grid: Grid | None = None
    chart: Chart | None = None
    numbers: list[Number] = field(default_factory=list)
    inputs: list[SourceFile] = field(default_factory=list)
    behind: dict[str, list[Series]] = field(default_factory=dict)
    digest: str = ""
