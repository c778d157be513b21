"""Columns of tables that set numbers by themselves."""

from __future__ import annotations

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.floats import Grid


def sets_numbers(context: Context, grids: list[Grid]) -> bool:
    """True when a column of siunitx, of dcolumn or in math sets the numbers of one of the grids."""
    own = ""  # letters of the draft's column types that do so
    for use in context.latex.commands("newcolumntype") if context.latex is not None else ():
        if len(use.arguments) > 1 and _is_numeric(use.arguments[-1].text, ""):
            own += use.argument(0).strip()
    return any(_is_numeric(grid.columns, own) for grid in grids)


def _is_numeric(columns: str, own: str) -> bool:
    """True for a column type S, N, D, or d, for ``>{$}``, for ``Q[si={…}]`` of tabularray, for a
    column whose cells are the argument of a macro, and for ``own`` ones.
    """
    repeated = pattern(r"\*\s*\{[^{}]*\}\s*\{([^{}]*)\}").sub(r"\1", columns)  # *{3}{S}
    bare = pattern(r"\{[^{}]*\}|\[[^\]]*\]").sub("", repeated)
    is_math = "$" in columns or "\\(" in columns or "math" in columns
    is_read = pattern(r"\bsi\s*[]=,}]|\\collectcell").search(columns) is not None
    return is_math or is_read or any(letter in "SDdN" + own for letter in bare)
