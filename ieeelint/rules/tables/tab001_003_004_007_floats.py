"""TAB001, 003, 004, 007: tables have their titles above, are cited in order, set at the top or
bottom of a column, and typed as tables.
"""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.blocks import TABLE
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support.caption_place import moved_caption
from ieeelint.rules.support.captionof_place import is_below_table
from ieeelint.rules.support.dangling import dangling
from ieeelint.rules.support.float_citations import citation_findings
from ieeelint.rules.support.float_placement import placement_findings
from ieeelint.rules.support.label_units import bracketed_unit, parenthesized, readable
from ieeelint.rules.support.scaled_tables import scales_table
from ieeelint.rules.support.widths import is_boxed, is_two_column, length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.floats import Float
    from ieeelint.paper.model import Paper

GRID = "\\begin{tabular}{cc}\nGain & Phase\\\\\n1 & 2\n\\end{tabular}"
CITED = "Table~\\ref{tab:a} lists gains.\n"
BELOW = "Put the title above the table: captions go below figures only."
# Size commands below 8 points.
TOO_SMALL = ("tiny",)


def _table(content: str, begin: str = "\\begin{table}[!t]") -> str:
    return CITED + begin + "\n" + content + "\n\\end{" + begin[7:].partition("}")[0] + "}"


@rule(
    "TAB001",
    "tab-caption-above",
    ERROR,
    "IEEE conference template, sec. III-H; bare_conf.tex, comments on floats",
    bad=[
        _table(GRID + "\n⟦\\caption⟧{Gains}\\label{tab:a}"),
        _table("\\includegraphics{gains}\n⟦\\caption⟧{Gains}\\label{tab:a}"),
        CITED + "\\scalebox{.7}{" + GRID + "}\n⟦\\captionof⟧{table}{Gains}\\label{tab:a}",
        (
            "Table~\\ref{tab:a} lists gains.\n"
            "\\begin{table}[!t]\\begin{tabular}{c}1\\end{tabular}⟦\\caption⟧{Gains}\\label{tab:a}\\includegraphics{x}\\caption{Losses}\\end{table}"
        ),
    ],
    good=[
        _table("\\caption{Gains}\\label{tab:a}\n" + GRID),
        _table("\\caption{Gains}\\label{tab:a}\n" + GRID + "\n" + GRID),
        CITED + GRID + "\n\\captionof{table}{Gains}\\label{tab:a}\n" + GRID,
        CITED + GRID + "\nWater.\n\\captionof{table}{Gains}\\label{tab:a}",
        _table(
            "\\begin{minipage}{.4\\columnwidth}\\caption{Gains}\\label{tab:a}"
            + GRID
            + "\\end{minipage}\\begin{minipage}{.4\\columnwidth}\\caption{Losses}"
            + GRID
            + "\\end{minipage}"
        ),
        CITED
        + "\\begin{longtable}{c}\\caption{Gains}\\label{tab:a}\\\\\n1\\\\\n2\n\\end{longtable}",
        (
            "Table~\\ref{tab:a} lists gains.\n"
            "\\begin{table}[!t]\\begin{tabular}{c}\\caption{Gains}\\label{tab:a}1\\end{tabular}\\end{table}"
        ),
        (
            "Table~\\ref{tab:a} lists gains.\n"
            "\\begin{table}[!t]\\caption{Gains}\\label{tab:a}\\begin{tabular}{c}1\\end{tabular}\\caption{Losses}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
    ],
    fixes=[
        (
            _table("\\centering\n" + GRID + "\n\\caption{Gains}\\label{tab:a}"),
            _table("\\caption{Gains}\\label{tab:a}\n\\centering\n" + GRID),
        ),
    ],
)
def table_caption_above(context: Context) -> Iterator[Finding]:
    r"""Put the title of a table above it.

    Figures have their captions below, tables their titles above. Move \caption
    and its \label before the tabular.
    """
    paper = context.paper
    for holder in paper.tables:
        if not holder.captions:
            continue
        caption = holder.captions[0]
        if holder.environment.startswith("captionof"):
            if is_below_table(caption):
                yield Finding(caption.span, BELOW)
            continue
        if "\\captionof" in holder.content_span.text:
            continue
        source = caption.span.source
        spans = [grid.span for grid in holder.grids]
        spans += [picture.span for picture in holder.graphics]
        bodies = [span for span in spans if span.source is source]
        if not bodies or any(span.start <= caption.span.start < span.end for span in bodies):
            continue
        last_caption = max(other.span.start for other in holder.captions)
        if min(span.start for span in bodies) < caption.span.start and last_caption > max(
            span.start for span in bodies
        ):
            fix = moved_caption(paper, holder, caption, to_top=True)
            yield Finding(caption.span, BELOW, fix)


@rule(
    "TAB003",
    "tab-cited",
    ERROR,
    "IEEE conference template, sec. III-H; IEEE Editorial Style Manual, tables",
    bad=[
        "No word of it.\n\\begin{table}[!t]\\caption{Gains}⟦\\label⟧{tab:a}"
        + GRID
        + "\\end{table}",
        "See Table~⟦\\ref⟧{tab:b} and, later, Table~\\ref{tab:a}.\n"
        "\\begin{table}[!t]\\caption{Gains}\\label{tab:a}"
        + GRID
        + "\\end{table}\n\\begin{table}[!t]\\caption{Losses}\\label{tab:b}"
        + GRID
        + "\\end{table}",
    ],
    good=[
        _table("\\caption{Gains}\\label{tab:a}\n" + GRID),
        "Tables I and~II list gains.\n\\begin{table}[!t]\\caption{Gains}"
        + GRID
        + "\\end{table}\n\\begin{table}[!t]\\caption{Losses}"
        + GRID
        + "\\end{table}",
        (
            "Tables I--III list it.\n"
            "\\begin{table}[!t]\\caption{Gains}\\begin{tabular}{c}1\\end{tabular}\\end{table}\n"
            "\\begin{table}[!t]\\caption{Gains}\\begin{tabular}{c}1\\end{tabular}\\end{table}\n"
            "\\begin{table}[!t]\\caption{Gains}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
        (
            "%! class\n"
            "\\documentclass{ieeeaccess}\n"
            "%! body\n"
            "Tables 1 to 2 list it.\n"
            "\\begin{table}[!t]\\caption{Gains}\\begin{tabular}{c}1\\end{tabular}\\end{table}\n"
            "\\begin{table}[!t]\\caption{Gains}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
        ),
    ],
)
def table_cited(context: Context) -> Iterator[Finding]:
    r"""Cite every table in the text, before it appears and in the order of the numbers.

    A reader meets "Table II" in the text first, then the table. LaTeX may move
    a float from its place in the source, so a table before its citation has the
    severity info.
    """
    yield from citation_findings(context, TABLE)
    yield from dangling(context, TABLE)


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
