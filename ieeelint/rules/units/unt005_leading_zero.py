"""UNT005: a zero before the decimal point: 0.25."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.quantity_use import inner_span
from ieeelint.paper.text import DISPLAY, MATH
from ieeelint.paper.zones import CELL, HEADING, RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.number_columns import sets_numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper

# A bare ".25" in text; after a letter, digit or bracket the period is something else.
BARE_DECIMAL = (
    r"\.(?<![^\s(\[“‘\"±×=<>≈~–—−+/\ue000-]\.)([0-9]{1,9})(?![0-9]|\.[0-9])([^\W\d_]{0,6})"
)
# In a formula.
BARE_IN_MATH = r"(?<![\w.)\]}\\'])(?<!\\[,!;:>])\.([0-9]{1,9})(?![0-9]|\.[0-9])"


@rule(
    "UNT005",
    "number-leading-zero",
    WARNING,
    "IEEE conference template, sec. III-B",
    bad=[
        "The ratio is ⟦.25⟧ here.",
        "It lies between $⟦.5⟧$ and $1$.",
        "A gain of -⟦.5⟧ is set.",
        "It is ⟦.5⟧",
        "It grows as $x^⟦.5⟧$ here.",
        "⟦.5⟧ kg of it, and .5V.",
        "It ends. ⟦.5⟧ is low.",
        "The loss is ⟦.341⟧ here. The hitter ends.",
        (
            "It is ⟦.5⟧ V, x.5, -.5, 1.5, .5.5, .50 caliber, and (.5) of it, Sec. "
            ".5, and $.5$, $x=.5$, $a.5$."
        ),
    ],
    good=[
        "The ratio is 0.25 here, and $x = 0.5$ there.",
        "\\hspace{.5em}The \\includegraphics[width=.5\\textwidth]{a} is wide, $a\\kern.1em b$.",
        "See No. .5 and version .7, the framework .NET, and 10.0.0.1.",
        "%! preamble\n\\usepackage{siunitx}\n%! body\nThe ratio is \\num{.25} here.",
        "Use ``0.25'', not ``.25''. And so on . . . .5 is not one.",
        "It moves $2''.5$, $2^{\\prime\\prime}\\!.5$, $2^\\circ\\,.5$, and 2$''$.5 here.",
        "It moves 2$^{\\prime\\prime}$.5 and 2$^\\circ$.5 here.",
        "The round is of .22 caliber, and the layer is drop(.2).",
        "A .22-caliber round is short. A .300 hitter has an average of .341 in baseball.",
        "A .45 ACP cartridge, a .22 rifle, and the .357 Magnum fired.",
        "%! preamble\n\\usepackage{siunitx}\n%! body\n\\begin{table}[!t]\\caption{Gains}"
        "\\begin{tabular}{S}.25\\\\\\end{tabular}\\end{table}",
        (
            "The form ``$.5$'' is wrong. The call f(.5), the . . .5 line, version "
            ".5, and a .45 caliber gun are so.\n"
            "\n"
            "\\begin{tabular}{c}$.5$\\end{tabular}"
        ),
        "The angle is $5'$.5 and $3^\\circ$.5 wide, sin(.5), and . . .5 of it.",
    ],
    fixes=[
        ("The ratio is .25 here.", "The ratio is 0.25 here."),
        (
            "\\begin{table}[!t]\\caption{Gains}\\begin{tabular}{cc}⟦.25⟧ & -.5\\\\\\end{tabular}"
            "\\end{table}",
            "\\begin{table}[!t]\\caption{Gains}\\begin{tabular}{cc}0.25 & -0.5\\\\\\end{tabular}"
            "\\end{table}",
        ),
    ],
)
def leading_zero(context: Context) -> Iterator[Finding]:
    """Write a zero before the decimal point: 0.25, not .25."""
    paper = context.paper
    for match in paper.find(pattern(BARE_DECIMAL), RUNNING | {HEADING}):
        if _is_number(context, match):
            yield _without_zero(paper, match)
    yield from _in_cells(context)
    for mark in paper.text.marks_of(MATH, DISPLAY):
        if mark.data is None or "." not in mark.data.content:
            continue
        content = mark.data.math
        for match in pattern(BARE_IN_MATH).finditer(content):
            if context.index.is_mention(mark.start) or paper.passage_at(mark.start).zone == CELL:
                continue
            span = inner_span(mark, match.start(), match.end())
            fix = None
            is_script = content[: match.start()].endswith(("^", "_"))  # x^.5 raises only the period
            if span is not mark.span and not is_script:
                fix = Fix(Edit(inner_span(mark, match.start(), match.start()), "0"))
            yield Finding(span, f'Write "0.{match[1]}", not ".{match[1]}".', fix)


def _is_number(context: Context, match: Match[str]) -> bool:
    """False for a number after "No.", a caliber, an ellipsis, or a mention."""
    plain = context.paper.text.plain
    units = context.vocabulary.units
    start, letters = match.start(), match[2]
    if letters and letters not in units.symbols:
        return False
    if pattern(r"\w\(\Z").search(plain, max(0, start - 2), start):
        return False  # an argument: drop(.2)
    before = plain[max(0, start - 16) : start].split()
    numbering = before[-1].rstrip(".").lstrip("(").lower() if before else ""
    if numbering == "." or numbering in units.whole_numbers:
        return False
    if _is_fraction_of_arc(context.paper, start):
        return False
    if (
        before
        and before[-1][-1:] == "."
        and plain[start - 1].isspace()
        and len(before) > 1
        and before[-2] == "."
    ):
        return False  # an ellipsis
    following = plain[match.end() : match.end() + 12].lower().split()
    if following and following[0].strip("-.,;:)") in units.calibers:
        return False
    if len(match[1]) == 3:
        first, last = context.index.sentence(start)
        if any(first <= place < last for place in context.index.places(*units.batting)):
            return False
    return not context.index.is_mention(start)


def _is_fraction_of_arc(paper: Paper, start: int) -> bool:
    """True after a formula that is the sign of an angle: 2$''$.5 is 2.5 seconds of arc."""
    mark = paper.text.mark_at(start - 1)
    content = mark.data.content if mark is not None and mark.kind == MATH and mark.data else ""
    return content.rstrip("} ").endswith(("'", "prime", "circ"))


def _without_zero(paper: Paper, match: Match[str]) -> Finding:
    """The finding about a number in the text."""
    span = paper.text.span(match.start(), match.end(1))
    fix = Fix(Edit(paper.text.span(match.start(), match.start()), "0"))
    return Finding(span, f'Write "0.{match[1]}", not ".{match[1]}".', fix)


def _in_cells(context: Context) -> Iterator[Finding]:
    """Numbers without a zero in a table; columns that set numbers add it."""
    paper = context.paper
    plain = paper.text.plain
    for table in paper.tables:
        if sets_numbers(context, table.grids):
            continue
        for cell in (cell for grid in table.grids for row in grid.rows for cell in row):
            for match in pattern(BARE_DECIMAL).finditer(plain, cell.start, cell.end):
                if _is_number(context, match):
                    yield _without_zero(paper, match)
