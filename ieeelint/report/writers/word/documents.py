"""A new Word file of tables, in the styles and on the page of IEEE's template, to be copied
from.
"""

from __future__ import annotations

from ieeelint.report.records import ReportError
from ieeelint.report.writers.word.filling import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ieeelint.report.grid import Grid

# How "TABLE I." prints, by the kind of publication: IEEEtran.cls, option compsoc, has Arabic
# numbers, journals have the title on a separate line.
HEADS = {
    "conference": {},
    "journal": {"suff": "nothing", "lvlText": "TABLE %1"},
    "compsoc": {"numFmt": "decimal"},
}


def document(grids: Sequence[Grid], *, kind: str = "conference") -> bytes:
    """A ``.docx`` file that holds the tables, the same bytes each time.

    ``kind`` is "conference", "journal" or "compsoc".  Raises ReportError for a table that is too
    wide or holds what Word cannot.
    """
    if kind not in HEADS:
        raise ReportError(
            f'there is no kind of publication "{kind}": take one of {", ".join(HEADS)}'
        )
    if not grids:
        raise ReportError("there is no table to write")
    from ieeelint.starters.template import keep_columns_uneven, list_prints, saved
    from ieeelint.starters.word import drawn

    markers = {str(number): grid for number, grid in enumerate(grids)}
    sketch = "".join(f"[Normal] [[ieeelint:{name}]]\n" for name in markers)
    made = drawn(sketch + "[section columns=2 gap=18]\n")
    keep_columns_uneven(made)
    list_prints(made, "tables", **HEADS[kind])
    return filled("tables.docx", saved(made), markers)
