"""Tabulars: rows of cells, each a separate passage."""

from __future__ import annotations

from ieeelint.paper import zones
from ieeelint.paper.floats import Grid
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.registry import command, environment, token
from ieeelint.readers.latex.stray import misplaced_column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.readers.latex.frames import Frame
    from ieeelint.readers.latex.walk import Walker

MOST_CELLS = 20_000


@environment(*(signatures.TABULARS - signatures.LONG_TABLES))
def tabular(walker: Walker, name: str) -> None:
    """A tabular opens its first cell; in an author block or a title it is only layout."""
    start = walker.call_start()
    walker.option()
    arguments = []
    for _ in range(signatures.ENVIRONMENT_ARGUMENTS.get(name, 1)):
        group = walker.group()
        if group is not None:
            arguments.append(walker.string(group))
    if walker.silent or (
        walker.current is not None and walker.current.zone in (zones.AUTHOR, zones.TITLE)
    ):
        return
    walker.option()
    if walker.floats.grids:  # a tabular in a cell only breaks its lines
        walker.at_scope_end(_without_grids(walker))
        return
    columns = arguments[-1] if arguments else ""
    grid = Grid(name, walker.call_span(start), columns)
    grid.rows.append([])
    grid.places.append([])
    if walker.floats.open:
        walker.floats.open[-1].grids.append(grid)
    else:
        walker.paper.loose_grids.append(grid)
    walker.suspend()
    depth = len(walker.suspended)
    walker.floats.grids.append((grid, len(walker.scopes)))
    _open_cell(walker)
    walker.at_scope_end(lambda: _leave(walker, depth))


def _without_grids(walker: Walker) -> Callable[[], None]:
    """Read as outside any tabular until the returned action runs."""
    outer, walker.floats.grids = walker.floats.grids, []

    def restore() -> None:
        walker.floats.grids = outer

    return restore


def _leave(walker: Walker, depth: int) -> None:
    _end_switches(walker)
    if walker.floats.grids:
        grid, _ = walker.floats.grids.pop()
        if grid.rows and not grid.rows[-1]:
            grid.rows.pop()
            grid.places.pop()
        frame = walker.frames[-1] if walker.frames else None
        if frame is not None and frame.stream.source is grid.span.source:
            end = frame.stream.span(max(frame.i - 1, 0), frame.i).end
            grid.span.end = max(grid.span.end, end)
    del walker.suspended[depth:]
    walker.close_passage()


def _end_switches(walker: Walker) -> None:
    """End the styles that were switched on in the cell."""
    while walker.floats.cell_styles:
        walker.floats.cell_styles.pop()()


def _open_cell(walker: Walker) -> None:
    _end_switches(walker)
    grid = walker.floats.grids[-1][0]
    zone = zones.CELL
    builder = walker.new_builder(zone)
    walker.current = builder
    grid.rows[-1].append(builder.passage)
    row = grid.places[-1]
    row.append((sum(row[-1]) if row else 0, 1))


@token("&")
def next_cell(walker: Walker, frame: Frame, ampersand: str, i: int) -> None:
    """``&``: the next cell of the innermost tabular."""
    frame.skip = 0
    if walker.floats.grids and len(walker.builders) < MOST_CELLS * 10:
        _open_cell(walker)
    elif not walker.floats.grids:
        misplaced_column(walker, frame, i)
        walker.add("&", frame.stream.span(i, i + 1))


def next_row(walker: Walker) -> None:
    """``\\\\``: the next row of the innermost tabular."""
    walker.floats.grids[-1][0].rows.append([])
    walker.floats.grids[-1][0].places.append([])
    _open_cell(walker)


@command("toprule", "midrule", "bottomrule", "cmidrule", "addlinespace")
def booktabs_rule(walker: Walker, name: str) -> None:
    """``\\midrule[0.5pt]``, ``\\cmidrule[1pt](lr){2-3}``: prints no text."""
    walker.option()
    if name != "cmidrule":
        return
    frame = walker.frame
    tokens, at = frame.stream.tokens, frame.i
    if at < frame.end and tokens[at].startswith("("):
        while at < min(frame.end, frame.i + 8) and ")" not in tokens[at]:
            at += 1
        if at < frame.end and tokens[at].endswith(")"):
            frame.i, frame.skip = at + 1, 0
    walker.group()


@command("multicolumn")
def multicolumn(walker: Walker, name: str) -> None:
    """``\\multicolumn{2}{c}{words}``."""
    count = walker.group()
    if count is not None and walker.floats.grids and walker.floats.grids[-1][0].places[-1]:
        columns = walker.string(count).strip()
        row = walker.floats.grids[-1][0].places[-1]
        row[-1] = row[-1][0], int(columns) if columns.isdecimal() and len(columns) < 4 else 1
    walker.group()
    group = walker.group()
    if group is not None:
        walker.render(group)


@command("multirow")
def multirow(walker: Walker, name: str) -> None:
    """``\\multirow[c]{2}[0]{*}[2pt]{words}``."""
    walker.option()
    walker.group()
    walker.option()
    walker.group()
    walker.option()
    group = walker.group()
    if group is not None:
        walker.render(group)


@command("makecell", "thead", "specialcell", "shortstack", "tabincell", "pbox")
def cell_box(walker: Walker, name: str) -> None:
    """A cell of several lines; its ``\\\\`` does not begin a row."""
    walker.option()
    if name in ("tabincell", "pbox"):
        walker.group()
    group = walker.group()
    if group is None:
        return
    walker.render(group, _without_grids(walker))


@environment("tablenotes")
def table_notes(walker: Walker, name: str) -> None:
    """The notes of threeparttable."""
    walker.option()
    walker.end_paragraph()
    walker.with_zone(zones.TABLE_NOTE)


@command("tnote")
def note_mark(walker: Walker, name: str) -> None:
    """``\\tnote{a}``: a raised mark."""
    group = walker.group()
    if group is not None:
        walker.style("superscript", group)
