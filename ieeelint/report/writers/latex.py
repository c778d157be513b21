"""Tables as LaTeX for IEEEtran: no package, no size command, as wide as the column allows.

Sources: IEEEtran.cls V1.8b and its guide (captions above tables, letters for their notes),
the IEEE conference template (heads, units in parentheses).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ieeelint.report.records import ReportError
from ieeelint.report.words import plain
from ieeelint.report.writers.documents import Document
from ieeelint.report.writers.tabular import Tabular, grouped, tabular
from ieeelint.report.writers.tex import Face, Tex, escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinja2 import Environment

    from ieeelint.report.built import Number
    from ieeelint.report.grid import Grid

GAPS = (6.0, 5.5, 5.0, 4.5, 4.0, 3.5, 3.0)  # \tabcolsep, from the class's own to the least
# lines above, below the heads, and at the end
PLAIN = {"top": Tex(r"\hline\hline"), "middle": Tex(r"\hline"), "bottom": Tex(r"\hline\hline")}
BOOKTABS = {"top": Tex(r"\toprule"), "middle": Tex(r"\midrule"), "bottom": Tex(r"\bottomrule")}
RESERVE = 0.98  # of the width: the rest is for what the metrics do not know


@dataclass(slots=True, eq=False)
class Fit:
    """How a table fits: over a column or the page, with which gaps, at which width (points)."""

    made: Tabular
    over_page: bool
    gap: float
    width: float


def table(grid: Grid, document: Document | None = None, *, tabular_only: bool = False) -> str:
    """The table for ``document`` (a journal paper if None); with ``tabular_only`` without float,
    caption and label.

    Too wide a table has its gaps narrowed, then its heads shortened, then spreads over the page
    where its ``span`` is "auto".  Raises ReportError when it still is too wide, naming the widest
    column, and for text that TeX cannot print.
    """
    document = document or Document()
    face = Face(document.face, document.size)
    fitted = fit(grid, document, face)
    return (
        _environment()
        .get_template("table.tex.j2")
        .render(
            tabular_only=tabular_only,
            provenance=[Tex(line) for line in provenance(grid)],
            environment=Tex("table*" if fitted.over_page else "table"),
            gap=None if fitted.gap == GAPS[0] else Tex(f"{fitted.gap:g}pt"),
            title=Tex(face.words(grid.title).tex),
            label=Tex(grid.label),
            columns=Tex(
                "@{}"
                + "".join("l" if column.align == "left" else "r" for column in grid.columns)
                + "@{}"
            ),
            rules=BOOKTABS if "booktabs" in document.packages else PLAIN,
            heads=[Tex(line) for line in _heads(fitted.made, "booktabs" in document.packages)],
            rows=[Tex(line) for line in _rows(fitted.made, len(grid.columns))],
            notes=[Tex(line) for line in _notes(grid, face, fitted)],
        )
    )


def numbers(found: Sequence[Number]) -> str:
    """The definitions behind ``\\ieeelintnum{key}``, for the preamble.

    An unknown key prints "??" in bold and a warning, as ``\\ref`` does; the command may stand in
    captions and headings.
    """
    lines = [(Tex(escaped_key(one.key)), Tex(escaped(grouped(one.digits)))) for one in found]
    return _environment().get_template("numbers.tex.j2").render(numbers=lines)


def escaped_key(key: str) -> str:
    """The key, which ``\\csname`` takes as it is.  Raises ReportError for one that it cannot."""
    if not all(one.isascii() and (one.isalnum() or one in ".-_") for one in key):
        raise ReportError(
            f'the key "{key}" of a number may hold ASCII letters, digits, ".", "-" and "_" only'
        )
    return key


def fit(grid: Grid, document: Document, face: Face) -> Fit:
    """The first way to set the table that fits; see :func:`table`."""
    least = None
    for over_page in {"column": (False,), "page": (True,)}.get(grid.span, (False, True)):
        budget = document.page if over_page else document.column
        for short in (False, True):
            made = tabular(grid, face, short=short)
            for gap in GAPS:
                least = made, budget
                if made.width(gap) <= budget * RESERVE:
                    return Fit(made, over_page, gap, made.width(gap))
    assert least is not None
    made, budget = least
    widest = max(range(1, len(made.widths)), key=lambda at: made.widths[at], default=0)
    excess = made.width(GAPS[-1]) - budget * RESERVE
    raise ReportError(
        f'table "{grid.label}" is {excess:.0f} pt too wide for {budget:g} pt. The widest column is'
        f' "{plain(grid.columns[widest].header)}" ({made.widths[widest]:.0f} pt): shorten its head,'
        " print fewer "
        + (
            'digits, or write span = "auto".'
            if grid.span == "column"
            else "digits, or leave a column out."
        )
    )


def provenance(grid: Grid) -> Iterator[str]:
    """Comments that say where the table comes from."""
    from_ = grid.provenance
    if from_.path:
        yield (
            f"% Generated by ieeelint from {_comment(from_.path)}; do not edit. Update: ieeelint"
            f" report {_comment(from_.path)}"
        )
    yield (
        f"% ieeelint-table: schema=1 label={_comment(grid.label)} spec=sha256:{from_.specification}"
        f" data=sha256:{from_.data} cells=sha256:{from_.cells}"
    )


def _comment(text: str) -> str:
    return " ".join(text.split())


def _heads(made: Tabular, booktabs: bool) -> Iterator[str]:
    """The rows of heads, with lines under spanners; those of booktabs leave a gap to their
    neighbours.
    """
    for number, heads in enumerate(made.heads):
        cells, rules = [], []
        for head, shown in heads:
            if head.count > 1:
                cells.append(rf"\multicolumn{{{head.count}}}{{c}}{{{shown.tex}}}")
            else:
                cells.append(shown.tex)
            if head.ruled:
                line = r"\cmidrule(lr)" if booktabs else r"\cline"
                rules.append(rf"{line}{{{head.first + 1}-{head.first + head.count}}}")
        yield " & ".join(cells) + r" \\"
        if rules and number < len(made.heads) - 1:
            yield " ".join(rules)


def _rows(made: Tabular, columns: int) -> Iterator[str]:
    for row, cells in made.rows:
        if row.title:
            yield rf"\multicolumn{{{columns}}}{{@{{}}l}}{{\textit{{{cells[0].tex}}}}} \\"
        else:
            yield " & ".join(cell.tex for cell in cells) + r" \\"


def _notes(grid: Grid, face: Face, fitted: Fit) -> Iterator[str]:
    """Notes as last rows; a long one is broken at the table's width."""
    columns = len(grid.columns)
    for note in grid.notes:
        shown = face.letters(note.letter) + face.words(note.words)
        if shown.width > fitted.width * RESERVE:
            width = f"p{{{fitted.width:.1f}pt}}"
            yield (
                rf"\multicolumn{{{columns}}}{{@{{}}{width}@{{}}}}{{\raggedright {shown.tex}}}"
                r" \tabularnewline"
            )
        else:
            yield rf"\multicolumn{{{columns}}}{{@{{}}l@{{}}}}{{{shown.tex}}} \\"


@cache
def _environment() -> Environment:
    """Jinja2 with delimiters that mean nothing to TeX, which prints only what is TeX already."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from ieeelint.resources import templates

    def only_tex(value: object) -> object:
        if not isinstance(value, Tex):
            raise TypeError(f"not yet TeX: {value!r}")
        return value

    return Environment(
        loader=FileSystemLoader(f"{templates()}/report"),
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        finalize=only_tex,
        autoescape=False,
    )
