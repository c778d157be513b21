"""TAB004, 007: the placement and the size of tables, and pictures in place of tables."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.float_placement import placement_findings
from ieeelint.rules.support.label_units import bracketed_unit, parenthesized, readable
from ieeelint.rules.support.scaled_tables import keeps_size, scales_table
from ieeelint.rules.support.widths import is_boxed, is_two_column, length

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.floats import Float
    from ieeelint.paper.model import Paper

GRID = "\\begin{tabular}{cc}\nGain & Phase\\\\\n1 & 2\n\\end{tabular}"

CITED = "Table~\\ref{tab:a} lists gains.\n"

# Size commands below 8 points.
TOO_SMALL = ("tiny",)


def _table(content: str, begin: str = "\\begin{table}[!t]") -> str:
    return CITED + begin + "\n" + content + "\n\\end{" + begin[7:].partition("}")[0] + "}"


@rule(
    "TAB004",
    "tab-placement-span",
    WARNING,
    "IEEE conference template, sec. III-H; bare_conf.tex, comments on floats",
    bad=[
        _table("\\caption{Gains}\\label{tab:a}\n" + GRID, "\\begin{table}[⟦H⟧]"),
        _table("\\caption{Gains}\\label{tab:a}\n" + GRID, "\\begin{table*}[⟦h⟧]"),
        _table("\\caption{Gains}\\label{tab:a}\n⟦\\resizebox⟧{\\columnwidth}{!}{" + GRID + "}"),
        _table(
            "\\caption{Gains}\\label{tab:a}\n⟦\\resizebox⟧{\\textwidth}{!}{" + GRID + "}",
            "\\begin{table*}[!t]",
        ),
        _table("\\caption{Gains}\\label{tab:a}\n⟦\\tiny⟧\n" + GRID),
        "⟦\\scalebox⟧{.7}{" + GRID + "}",
        "⟦\\resizebox⟧{\\width}{3cm}{" + GRID + "}",
        "⟦\\resizebox*⟧{\\columnwidth}{!}{" + GRID + "}",
    ],
    good=[
        _table("\\caption{Gains}\\label{tab:a}\n" + GRID, "\\begin{table}[htbp]"),
        _table("\\caption{Gains}\\label{tab:a}\n\\footnotesize\n" + GRID),
        _table(
            "\\caption{Gains}\\label{tab:a}\n\\begin{adjustbox}{max width=\\columnwidth}\n"
            + GRID
            + "\\end{adjustbox}"
        ),
        "\\begin{figure}[!t]\\resizebox{\\columnwidth}{!}{\\includegraphics{a}}\\caption{Plant.}"
        "\\end{figure}",
        "\\begin{figure}[!t]\\scalebox{.7}{" + GRID + "}\\caption{Plant.}\\end{figure}",
        "\\scalebox{.7}{\\includegraphics{a}}",
        _table("\\caption{Gains}\\label{tab:a}\n\\scalebox{1.0}{" + GRID + "}"),
        _table("\\caption{Gains}\\label{tab:a}\n\\resizebox{1\\width}{!}{" + GRID + "}"),
        _table("\\caption{Gains}\\label{tab:a}\n\\resizebox{!}{\\height}{" + GRID + "}"),
    ],
    fixes=[
        (
            _table("\\caption{Gains}\\label{tab:a}\n" + GRID, "\\begin{table}[h!]"),
            _table("\\caption{Gains}\\label{tab:a}\n" + GRID, "\\begin{table}[!t]"),
        ),
    ],
)
def table_placement(context: Context) -> Iterator[Finding]:
    r"""Put tables at the top or bottom of a column, wide ones across both, and do not scale them.

    [h] and [H] fix a table where it is declared. \resizebox changes the type
    from IEEE's 8 points: use table* or fewer columns.
    """
    paper = context.paper
    yield from placement_findings(context, paper.tables, "table")
    view = context.latex
    if view is None:
        return
    for command in view.commands("resizebox", "resizebox*", "scalebox"):
        if keeps_size(command):
            continue
        if (holder := _table_around(paper, command.span.source, command.span.start)) is None:
            if scales_table(context, command.span):
                yield Finding(command.name_span, _scaled(command.name, None), severity=INFO)
            continue
        if not any(
            grid.span.source is command.span.source
            and command.span.start <= grid.span.start < command.span.end
            for grid in holder.grids
        ):
            continue
        width = length(command.argument(0)) if command.name != "scalebox" else None
        if (
            width is not None
            and width.measure == "\\textwidth"
            and width.factor > 0.52
            and not holder.starred
            and is_two_column(context)
            and not is_boxed(context, command.span, holder.span)
        ):
            message = "\\textwidth spans both columns. Use table* or \\columnwidth."
            yield Finding(command.name_span, message)
            continue
        yield Finding(command.name_span, _scaled(command.name, holder), severity=INFO)
    for command in view.commands(*TOO_SMALL):
        if _table_around(paper, command.span.source, command.span.start) is not None:
            message = (
                f"\\{command.name} is 5-point type, but IEEE tables have 8 points. Delete it: the"
                " class sets the size."
            )
            yield Finding(command.name_span, message, severity=INFO)


def _scaled(name: str, holder: Float | None) -> str:
    wider = "table*, " if holder is None or not holder.starred else ""
    return (
        f"\\{name} changes the type of the table from 8 points. "
        f"Use {wider}fewer columns or shorter headers."
    )


def _table_around(paper: Paper, source: object, offset: int) -> Float | None:
    """The table around this location."""
    for holder in paper.tables:
        if holder.span.source is source and holder.span.start <= offset < holder.span.end:
            return holder
    return None


@rule(
    "TAB007",
    "tab-real-table",
    INFO,
    "IEEE Transactions and Journals template, tables; IEEE Editorial Style Manual, tables",
    bad=[
        _table("\\caption{Gains}\\label{tab:a}\n⟦\\includegraphics⟧{gains}"),
    ],
    fixes=[
        (
            _table(
                "\\caption{Gains}\\label{tab:a}\n"
                "\\begin{tabular}{cc}\n"
                "Gain & ⟦Delay [ms]⟧\\\\\n"
                "1 & 2\n"
                "\\end{tabular}"
            ),
            _table(
                "\\caption{Gains}\\label{tab:a}\n"
                "\\begin{tabular}{cc}\n"
                "Gain & Delay (ms)\\\\\n"
                "1 & 2\n"
                "\\end{tabular}"
            ),
        ),
    ],
    good=[
        _table(
            "\\caption{Gains}\\label{tab:a}\n"
            "\\begin{tabular}{cc}\n"
            "Gain [10] & Range [1, 2]\\\\\n"
            "1 & 2\n"
            "\\end{tabular}"
        ),
        _table(
            "\\caption{Signs}\\label{tab:a}\n"
            "\\begin{tabular}{cc}\n"
            "Sign & Name\\\\\n"
            "\\includegraphics{a} & 2\n"
            "\\end{tabular}"
        ),
    ],
)
def real_table(context: Context) -> Iterator[Finding]:
    r"""Type a table as a table, not as a picture, and put units in column headers in parentheses.

    A picture has type of the wrong size and font, and its numbers cannot be
    searched, copied, or read aloud.
    """
    paper = context.paper
    for holder in paper.tables:
        pictures = [part for part in holder.graphics if part.kind in ("image", "input")]
        if pictures and len(pictures) == len(holder.graphics) and not holder.grids:
            message = (
                "This table is a picture. Type it as a table, so that its font fits and its numbers"
                " can be copied."
            )
            yield Finding(pictures[0].span, message)
        for grid in holder.grids:
            for cell in grid.rows[0] if grid.rows else ():
                if "[" not in cell.plain:
                    continue
                words, places = readable(paper.text, cell.start, cell.end)
                match = bracketed_unit(words, context.vocabulary.units)
                if match is not None:
                    start = places[len(words) - len(words.lstrip())]
                    right = words[: match.start(1) - 1].strip() + f" ({match.group(1)})"
                    message = f'Put the unit in parentheses: "{right}", not "{words.strip()}".'
                    span = paper.text.span(start, places[match.end(1)] + 1)
                    yield Finding(span, message, parenthesized(paper, match, places))
