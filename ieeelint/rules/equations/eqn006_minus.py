"""EQN006: negative numbers have a minus sign, not a hyphen."""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.zones import CELL, RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.number_columns import sets_numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from ieeelint.context import Context
    from ieeelint.paper.floats import Grid
    from ieeelint.paper.model import Paper

NUMBER = r"-([0-9]{1,9}(?:[.,][0-9]{1,9})?|\.[0-9]{1,9})(?![\w-]|[.,][0-9])"
UNIT = (
    r"[\s\u00a0\u2009]{0,2}(?:dB[a-zA-Z]{0,2}|[munkMG]?[VAWsmKgN]|°\s?[CF]?|%|[kMG]?Hz|[mcnk]m"
    r"|m?eV|ppm|deg(?:rees?)?|rad"
    r"|[munp]s)(?![\w-])"
)
CELL_NUMBER = (
    r"[\s\u00a0]{0,3}-(?:[0-9]{1,9}(?:[.,][0-9]{1,9})?"
    r"|\.[0-9]{1,9})[\s\u00a0]{0,3}%?[\s\u00a0]{0,3}\Z"
)


@rule(
    "EQN006",
    "minus-not-hyphen",
    WARNING,
    "IEEE conference template, sec. III-C",
    bad=[
        "It falls by ⟦-3⟧\\% each year.",
        "The gain lies between ⟦-5⟧ and 5.",
        "The slope is ⟦-0.5⟧ here.",
        "The key turns freely ⟦-1⟧ to 1.",
        "Cold pipes have a gain < ⟦-5⟧ here.",
        (
            "\\begin{table}[!t]\\caption{Gains}"
            "\\begin{tabular}{cc}Pipe & Gain\\\\ a & ⟦-5⟧\\\\ b & -7\\end{tabular}\\end{table}"
        ),
        "%! body\n\\begin{tabular}{cc}Pipe & ⟦-5⟧\\\\ a & -7\\end{tabular}",
    ],
    good=[
        "%! body\n\\begin{tabular}{cS}Pipe & -5\\\\ a & -7\\end{tabular}",
        "%! body\n\\begin{tblr}{cQ[si={table-format=-1}]}Pipe & -5\\\\ a & -7\\end{tblr}",
        (
            "%! preamble\n\\newcolumntype{d}[1]{D{.}{.}{#1}}\n%! body\n"
            "\\begin{figure}\\begin{tabular}{d{1}}-5\\\\ -7\\end{tabular}\\end{figure}"
        ),
        "%! word\n[Body Text] The rates:\n[Body Text] -4.25,     3.5,     -9.125,",
        "It varies by +/-5\\% and +/-0.5~dB.",
        "The range 3--5 and the flag \\texttt{-1} are fine; so is $-5$~dB, and --5~dB.",
        "Call 555-1234 or use the 16-QAM of 802.11-2020 with option -1 set.",
        "\\begin{itemize}\\item[-] 5 pipes\n\\end{itemize}",
        "Take pp. 3-5 of it, 2 -3~mm, and 5 - 7~dB. Sort it with -2, please.",
        "It leaks at \\SI{-5}{\\degreeCelsius}, \\num{-3} times.",
        (
            "\\begin{table}[!t]\\caption{Gains}\\begin{tabular}{cS}Pipe & {Gain}\\\\ a & -5 "
            "\\end{tabular}\\end{table}"
        ),
        (
            "\\begin{table}[!t]\\caption{Gains}\\begin{tabular}{cS} & {Gain}\\\\ a & -5\\\\ "
            "b & -7\\\\\n\\hline\\end{tabular}\\end{table}"
        ),
        (
            "\\begin{table}[!t]\\caption{Gains}\\begin{tabular}{c*{2}{S[table-format=-1]}}"
            "Pipe & {Gain} & {Loss}\\\\ a & -5 & 3\\end{tabular}\\end{table}"
        ),
        (
            "\\begin{table}[!t]\\caption{Gains}"
            "\\begin{tabular}{cc}Pipe & Gain\\\\ - & 3-5\\\\ -- & $-5$ \\end{tabular}\\end{table}"
        ),
    ],
    fixes=[
        ("The gain is ⟦-5⟧~dB.", "The gain is $-5$~dB."),
        (
            "\\begin{table}[!t]\\caption{Gains}"
            "\\begin{tabular}{cc}-1 & a\\\\ -2 & -3 \\end{tabular}\\end{table}",
            "\\begin{table}[!t]\\caption{Gains}"
            "\\begin{tabular}{cc}$-1$ & a\\\\ $-2$ & $-3$ \\end{tabular}\\end{table}",
        ),
        ("The gain is ⟦-.5⟧~dB.", "The gain is $-0.5$~dB."),
        ("The gain (⟦-0.5⟧~dB) is low.", "The gain ($-0.5$~dB) is low."),
    ],
)
def minus(context: Context) -> Iterator[Finding]:
    """Write a minus sign before a negative number, not a hyphen.

    In LaTeX set the number in math, $-5$; in Word type U+2212. Each table is
    reported once.
    """
    paper = context.paper
    plain = paper.text.plain
    cells: list[Match[str]] = []
    for match in paper.find(pattern(NUMBER), RUNNING | {CELL}):
        start = match.start()
        if start and plain[start - 1] not in " \n\u00a0\u2009(=<>≤≥±≈[{,/|":
            continue
        if plain[max(0, start - 2) : start] == "+/":
            continue  # +/-5 is ±5
        passage = paper.passage_at(start)
        if passage.zone == CELL:
            if pattern(CELL_NUMBER).match(passage.plain):
                cells.append(match)
        elif _is_number(context, start, match.end(), match.group(1)):
            yield _finding(paper, [match], "")
    tables = _tables(paper) if cells else []
    places = _places(tables)
    by_table: dict[int, list[Match[str]]] = {}
    for match in cells:
        by_table.setdefault(_table(places, match.start()), []).append(match)
    for number, matches in by_table.items():
        if not sets_numbers(context, tables[number]):
            yield _finding(paper, matches, ", in the whole table")


def _finding(paper: Paper, matches: list[Match[str]], where: str) -> Finding:
    """The finding about the first of these numbers, with a fix of all."""
    edits = []
    numbers = ["0" * match[1].startswith(".") + match[1] for match in matches]  # -.5 is -0.5
    for match, number in zip(matches, numbers, strict=True):
        new = f"$-{number}$" if paper.format == "latex" else "\u2212" + number
        if paper.text.is_typed(match.start(), match.end()):
            edits.append(Edit(paper.text.span(match.start(), match.end()), new))
    first = matches[0]
    how = (
        f"write $-{numbers[0]}$"
        if paper.format == "latex"
        else f'write "\u2212{numbers[0]}" with U+2212'
    )
    return Finding(
        paper.text.span(first.start(), first.end()),
        f'"-{first[1]}" has a hyphen, not a minus sign: {how}{where}.',
        Fix(*edits) if edits else None,
    )


def _is_number(context: Context, start: int, end: int, digits: str) -> bool:
    """True when the words around show a negative number, not an option, list mark or range."""
    vocabulary = context.vocabulary.equations
    plain = context.paper.text.plain
    if context.index.is_mention(start):
        return False
    before = plain[max(0, start - 30) : start].rpartition("\n\n")[2]
    bare = before.rstrip(" \n\u00a0\u2009")
    if not bare or bare[-1] in "0123456789":
        return False  # a list mark, or a range: "2 -3"
    if bare[-1] in "=<>≤≥≈±":
        return True
    if pattern(UNIT).match(plain, end) or pattern(r"\s(?:to|and)\s[-−–+]?[0-9]").match(plain, end):
        return True
    word = bare.rpartition(" ")[2].rpartition("\u00a0")[2].rpartition("\n")[2].lower()
    if "." in digits.strip(".") and bare[-1] not in "/|":
        return word not in vocabulary.before_version
    return word in vocabulary.before_negative and before != bare


def _tables(paper: Paper) -> list[list[Grid]]:
    """The tabulars of each float, each tabular outside floats, and none: the last is for the cells
    of a Word table without a caption, whose index is -1.
    """
    loose = [[grid] for grid in paper.loose_grids]
    return [*(entry.grids for entry in paper.floats), *loose, []]


def _places(tables: list[list[Grid]]) -> list[tuple[int, int, int]]:
    """First and last position of the cells of each tabular, with the index of its table."""
    return sorted((*grid.extent(), number) for number, grids in enumerate(tables) for grid in grids)


def _table(places: list[tuple[int, int, int]], position: int) -> int:
    """Index of the table with the cell at ``position``; -1 if there is none."""
    at = bisect_right(places, position, key=lambda place: place[0]) - 1
    return places[at][2] if at >= 0 and position <= places[at][1] else -1
