"""Print tables as LaTeX for IEEEtran, without packages and size commands, to fit the column.

Sources: IEEEtran.cls V1.8b and its guide (captions above tables, letters for notes), the IEEE
conference template (headers, units in parentheses).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ieeelint.report.records import ReportError
from ieeelint.report.words import plain
from ieeelint.report.writers import long_tables
from ieeelint.report.writers.documents import Document
from ieeelint.report.writers.tabular import Tabular, grouped, tabular
from ieeelint.report.writers.tex import Face, Tex, escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jinja2 import Environment

    from ieeelint.report.built import Number
    from ieeelint.report.grid import Grid, Note

GAPS = (
    6.0,
    5.5,
    5.0,
    4.5,
    4.0,
    3.5,
    3.0,
)  # \tabcolsep, from the default of the class to the smallest
# rules above the table, below the header and at the end
PLAIN = {"top": Tex(r"\hline\hline"), "middle": Tex(r"\hline"), "bottom": Tex(r"\hline\hline")}
BOOKTABS = {"top": Tex(r"\toprule"), "middle": Tex(r"\midrule"), "bottom": Tex(r"\bottomrule")}
RESERVE = 0.98  # the part of the width to fill; the rest allows for errors of measured widths


@dataclass(slots=True, eq=False)
class Fit:
    """How a table fits: in a column or across the page, and the gap and the width in points."""

    tabular: Tabular
    over_page: bool
    gap: float
    width: float


def table(grid: Grid, document: Document | None = None, *, tabular_only: bool = False) -> str:
    """The table for ``document`` (a journal paper if None).

    With ``tabular_only`` it has no float, caption and label.  If the table is too wide, the gaps
    become narrower, then the headers shorter; then, with the ``span`` "auto", it is set across
    the page.  A table that is longer than a page becomes several floats.  Raises ReportError if it
    is still too wide, with the name of the widest column, and for text that TeX cannot print.
    """
    document = document or Document()
    face = Face(document.face, document.size)
    fitted = fit(grid, document, face)
    lines = fitted.tabular.rows
    widths = [face.words(note.words).width for note in grid.notes]
    most = long_tables.lines_of_page(grid, document, widths, fitted.width)
    parts = [lines] if tabular_only else long_tables.divided(lines, most)
    shown = [
        _part(grid, document, face, fitted, part, number, tabular_only=tabular_only)
        for number, part in enumerate(parts)
    ]
    return "\n".join(shown)


def _part(
    grid: Grid,
    document: Document,
    face: Face,
    fitted: Fit,
    lines: long_tables.Lines,
    number: int,
    *,
    tabular_only: bool,
) -> str:
    """A table, or one of the floats of a table that is longer than a page."""
    title = long_tables.continued(grid.title) if number else grid.title
    notes = long_tables.notes_of(grid, lines)
    return (
        _environment()
        .get_template("table.tex.j2")
        .render(
            tabular_only=tabular_only,
            is_continued=bool(number),
            provenance=[] if number else [Tex(line) for line in provenance(grid)],
            environment=Tex("table*" if fitted.over_page else "table"),
            gap=None if fitted.gap == GAPS[0] else Tex(f"{fitted.gap:g}pt"),
            title=Tex(face.words(title).tex),
            label=Tex(grid.label),
            columns=Tex(
                "@{}"
                + "".join("l" if column.align == "left" else "r" for column in grid.columns)
                + "@{}"
            ),
            rules=BOOKTABS if "booktabs" in document.packages else PLAIN,
            header=[Tex(line) for line in _header_lines(fitted, "booktabs" in document.packages)],
            rows=[Tex(line) for line in _rows(lines, grid, "booktabs" in document.packages)],
            notes=[Tex(line) for line in _notes(notes, len(grid.columns), face, fitted)],
        )
    )


def numbers(numbers: Sequence[Number]) -> str:
    """The definitions for ``\\ieeelintnum{key}``, for the preamble.

    An unknown key prints "??" in bold and a warning, as ``\\ref`` does.  The command also works in
    captions and headings.
    """
    lines = [(Tex(escaped_key(number.key)), Tex(number_text(number.digits))) for number in numbers]
    return _environment().get_template("numbers.tex.j2").render(numbers=lines)


def number_text(digits: str) -> str:
    """The digits of a number in the text; "2.3e19" prints a power of ten."""
    mantissa, _, power = digits.partition("e")
    return escaped(grouped(mantissa)) + (rf"$\times10^{{{power}}}$" if power else "")


def escaped_key(key: str) -> str:
    """The key for ``\\csname``.  Raises ReportError for a key with other characters."""
    if not all(sign.isascii() and (sign.isalnum() or sign in ".-_") for sign in key):
        raise ReportError(
            f'key "{key}": the key of a number must have only ASCII letters, digits, ".", "-" and'
            ' "_"'
        )
    return key


def fit(grid: Grid, document: Document, face: Face) -> Fit:
    """The first layout that fits; see :func:`table`."""
    narrowest = None
    for over_page in {"column": (False,), "page": (True,)}.get(grid.span, (False, True)):
        budget = document.page if over_page else document.column
        for short in (False, True):
            layout = tabular(grid, face, short=short)
            for gap in GAPS:
                narrowest = layout, budget
                if layout.width(gap) <= budget * RESERVE:
                    return Fit(layout, over_page, gap, layout.width(gap))
    assert narrowest is not None
    layout, budget = narrowest
    widest = max(range(1, len(layout.widths)), key=lambda at: layout.widths[at], default=0)
    excess = layout.width(GAPS[-1]) - budget * RESERVE
    raise ReportError(
        f'table "{grid.label}" is {excess:.0f} pt too wide for {budget:g} pt. The widest column is'
        f' "{plain(grid.columns[widest].header)}" ({layout.widths[widest]:.0f} pt): shorten its'
        " header, print fewer "
        + (
            'digits, or write span = "auto".'
            if grid.span == "column"
            else "digits, or leave a column out."
        )
    )


def provenance(grid: Grid) -> Iterator[str]:
    """Comments with the origin of the table."""
    origin = grid.provenance
    if origin.path:
        yield (
            f"% Generated by ieeelint from {_comment(origin.path)}; do not edit. Update: ieeelint"
            f" report {_comment(origin.path)}"
        )
    yield (
        f"% ieeelint-table: schema=1 label={_comment(grid.label)}"
        f" spec=sha256:{origin.specification} data=sha256:{origin.data} cells=sha256:{origin.cells}"
    )


def _comment(text: str) -> str:
    return " ".join(text.split())


def _header_lines(fitted: Fit, booktabs: bool) -> Iterator[str]:
    """The header rows, with rules under spanners; the rules of booktabs have gaps between them."""
    layout = fitted.tabular
    spaces = layout.spaces(fitted.gap)
    for number, headers in enumerate(layout.header_rows):
        cells, rules = [], []
        for header, shown in headers:
            if header.count > 1:
                cells.append(rf"\multicolumn{{{header.count}}}{{c}}{{{shown.tex}}}")
            else:
                space = spaces.pop(header.first, 0.0) if shown.tex and not header.ruled else 0.0
                cells.append(rf"\hspace{{{space:.1f}pt}}{shown.tex}" if space else shown.tex)
            if header.ruled:
                line = r"\cmidrule(lr)" if booktabs else r"\cline"
                rules.append(rf"{line}{{{header.first + 1}-{header.first + header.count}}}")
        yield " & ".join(cells) + r" \\"
        if rules and number < len(layout.header_rows) - 1:
            yield " ".join(rules)


def _rows(lines: long_tables.Lines, grid: Grid, booktabs: bool) -> Iterator[str]:
    for row, cells in lines:
        if row is grid.first_summary:
            yield (BOOKTABS if booktabs else PLAIN)["middle"]
        if row.title:
            yield rf"\multicolumn{{{len(grid.columns)}}}{{@{{}}l}}{{\textit{{{cells[0].tex}}}}} \\"
        else:
            yield " & ".join(cell.tex for cell in cells) + r" \\"


def _notes(notes: Iterable[Note], columns: int, face: Face, fitted: Fit) -> Iterator[str]:
    """The notes, as the last rows; long notes are broken at the width of the table."""
    for note in notes:
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
    """Jinja2 with delimiters that TeX does not use; it prints only values of the type Tex."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from ieeelint.resources import templates

    def only_tex(value: object) -> object:
        if not isinstance(value, Tex):
            raise TypeError(f"not of the type Tex: {value!r}")
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
