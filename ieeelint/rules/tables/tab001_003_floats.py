"""TAB001, 003: the title of a table is above it, and the text cites it."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.blocks import TABLE
from ieeelint.rules import ERROR, rule
from ieeelint.rules.support.caption_place import moved_caption
from ieeelint.rules.support.captionof_place import is_below_table
from ieeelint.rules.support.dangling import dangling
from ieeelint.rules.support.float_citations import citation_findings

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

GRID = "\\begin{tabular}{cc}\nGain & Phase\\\\\n1 & 2\n\\end{tabular}"

CITED = "Table~\\ref{tab:a} lists gains.\n"

OF_TABLE = "\\captionof{table}"
BELOW = "Put the title above the table: captions go below figures only."


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
        _table("\\centering\n" + GRID + "\n⟦\\captionof⟧{table}{Gains}\\label{tab:a}"),
        (
            "Table~\\ref{tab:a} lists gains.\n"
            "\\begin{table}[!t]\\begin{tabular}{c}1\\end{tabular}⟦\\caption⟧{Gains}\\label{tab:a}\\includegraphics{x}\\caption{Losses}\\end{table}"
        ),
    ],
    good=[
        _table("\\caption{Gains}\\label{tab:a}\n" + GRID),
        _table("\\captionof{table}{Gains}\\label{tab:a}\n" + GRID),
        _table("\\captionof{table}{Gains}\\label{tab:a}\n" + GRID + "\\captionof{figure}{Flow.}"),
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
            for each in holder.captions:
                if OF_TABLE in each.span.text.replace(" ", "") and is_below_table(each):
                    yield Finding(each.span, BELOW)
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
        (
            "%! word\n[Body Text] Fig. 1 shows rain, and ⟦Table IX⟧ snow.\n"
            "[Normal] <picture/>\n[figure caption] Rain."
        ),
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
        "%! word\n[Body Text] Table IX shows rain.",
        _table("\\caption{Gains}\\label{tab:a}\n" + GRID),
        _table("\\caption{Gains}\\label{tab:a}\n" + GRID)
        + "\n\\begin{table}[!t]\\addtocounter{table}{-1}\\caption[]{Gains (Continued)}"
        + GRID
        + "\\end{table}",
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
