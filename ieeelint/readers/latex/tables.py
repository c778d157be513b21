"""Tabulars: rows of cells, each a passage of its own."""

from __future__ import annotations

from ieeelint.paper import model
from ieeelint.paper.model import Grid
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.walk import Walker, command, environment

MOST_CELLS = 20_000


@environment(*(signatures.TABULARS - signatures.LONG_TABLES))
def tabular(walker: Walker, name: str) -> None:
    """A tabular opens its first cell; in an author block or outside any float it is mere layout."""
    start = walker.frame.i - 1
    frame = walker.frame
    walker.option()
    arguments = []
    for _ in range(signatures.ENVIRONMENT_ARGUMENTS.get(name, 1)):
        group = walker.group()
        if group is not None:
            arguments.append(walker.string(group))
    if walker.silent or (
        walker.current is not None and walker.current.zone in (model.AUTHOR, model.TITLE)
    ):
        return
    walker.option()
    if walker.grids:  # in a cell, to break its lines
        outer, walker.grids = walker.grids, []
        walker.at_scope_end(lambda: setattr(walker, "grids", outer))
        return
    columns = arguments[-1] if arguments else ""
    grid = Grid(name, walker.call_span(start), columns)
    grid.rows.append([])
    grid.places.append([])
    if walker.floats:
        walker.floats[-1].grids.append(grid)
    walker.suspend()
    depth = len(walker.suspended)
    walker.grids.append((grid, len(walker.scopes)))
    _open_cell(walker)
    walker.at_scope_end(lambda: _leave(walker, depth))
    del frame


def _leave(walker: Walker, depth: int) -> None:
    _end_switches(walker)
    if walker.grids:
        grid, _ = walker.grids.pop()
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
    """A style that was switched on in a cell ends with it."""
    while walker.cell_styles:
        walker.cell_styles.pop()()


def _open_cell(walker: Walker) -> None:
    _end_switches(walker)
    grid = walker.grids[-1][0]
    zone = model.CELL
    builder = walker.new_builder(zone)
    walker.current = builder
    grid.rows[-1].append(builder.passage)
    row = grid.places[-1]
    row.append((sum(row[-1]) if row else 0, 1))


def next_cell(walker: Walker) -> None:
    """``&``."""
    if len(walker.builders) < MOST_CELLS * 10:
        _open_cell(walker)


def next_row(walker: Walker) -> None:
    """``\\\\``."""
    walker.grids[-1][0].rows.append([])
    walker.grids[-1][0].places.append([])
    _open_cell(walker)


@command("toprule", "midrule", "bottomrule", "cmidrule", "addlinespace")
def booktabs_rule(walker: Walker, name: str) -> None:
    """``\\midrule[0.5pt]``, ``\\cmidrule[1pt](lr){2-3}``: nothing of it is words."""
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
    if count is not None and walker.grids and walker.grids[-1][0].places[-1]:
        columns = walker.string(count).strip()
        row = walker.grids[-1][0].places[-1]
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
    """A cell of several lines: its ``\\\\`` are no rows."""
    walker.option()
    if name in ("tabincell", "pbox"):
        walker.group()
    group = walker.group()
    if group is None:
        return
    grids, walker.grids = walker.grids, []

    def leave() -> None:
        walker.grids = grids

    walker.render(group, leave)


@environment("tablenotes")
def table_notes(walker: Walker, name: str) -> None:
    """threeparttable's notes."""
    walker.option()
    walker.end_paragraph()
    walker.with_zone(model.TABLE_NOTE)


@command("tnote")
def note_mark(walker: Walker, name: str) -> None:
    """``\\tnote{a}``: a raised mark."""
    group = walker.group()
    if group is not None:
        walker.style("superscript", group)
