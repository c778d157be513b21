"""UNT005, 010, 011: the form of numbers: 0.25, 5–10 V, 3 × 4, 3.14."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.quantity_use import inner_span
from ieeelint.paper.text import DISPLAY, MATH
from ieeelint.paper.zones import CELL, HEADING, RUNNING
from ieeelint.patterns import pattern
from ieeelint.phrases import plural
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.number_columns import sets_numbers
from ieeelint.rules.support.unit_words import LETTERS_OF_NAMES, uses_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.quantity_use import QuantityUse

# A bare ".25" in text; after a letter, digit or bracket the period is something else.
BARE_DECIMAL = (
    r"\.(?<![^\s(\[“‘\"±×=<>≈~–—−+/\ue000-]\.)([0-9]{1,9})(?![0-9]|\.[0-9])([^\W\d_]{0,6})"
)
# In a formula.
BARE_IN_MATH = r"(?<![\w.)\]}\\'])(?<!\\[,!;:>])\.([0-9]{1,9})(?![0-9]|\.[0-9])"
# "3x4" and "3 x 4".
TYPED_TIMES = r"(?<![\w.,/#-])([0-9][0-9.]{0,9})([^\S\n]?)[xX]([^\S\n]?)([0-9][0-9.]{0,9})(?![\w%])"


@rule(
    "UNT005",
    "number-leading-zero",
    WARNING,
    "IEEE conference template, sec. III-B",
    bad=["The ratio is ⟦.25⟧ here.", "It lies between $⟦.5⟧$ and $1$.", "A gain of -⟦.5⟧ is set."],
    good=[
        "The ratio is 0.25 here, and $x = 0.5$ there.",
        "\\hspace{.5em}The \\includegraphics[width=.5\\textwidth]{a} is wide, $a\\kern.1em b$.",
        "See No. .5 and version .7, the framework .NET, and 10.0.0.1.",
        "%! preamble\n\\usepackage{siunitx}\n%! body\nThe ratio is \\num{.25} here.",
        "Use ``0.25'', not ``.25''. And so on . . . .5 is not one.",
        "It moves $2''.5$, $2^{\\prime\\prime}\\!.5$, $2^\\circ\\,.5$, and 2$''$.5 here.",
        "It moves 2$^{\\prime\\prime}$.5 and 2$^\\circ$.5 here.",
        "The round is of .22 caliber, and the layer is drop(.2).",
        "%! preamble\n\\usepackage{siunitx}\n%! body\n\\begin{table}[!t]\\caption{Gains}"
        "\\begin{tabular}{S}.25\\\\\\end{tabular}\\end{table}",
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
            span = paper.text.span(match.start(), match.end(1))
            yield Finding(
                span, f'Write "0.{match[1]}", not ".{match[1]}".', Fix(_zero(paper, match.start()))
            )
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
            if span is not mark.span:
                fix = Fix(Edit(inner_span(mark, match.start(), match.start()), "0"))
            yield Finding(span, f'Write "0.{match[1]}", not ".{match[1]}".', fix)


def _is_fraction_of_arc(paper: Paper, start: int) -> bool:
    """True after a formula that is the sign of an angle: 2$''$.5 is 2.5 seconds of arc."""
    mark = paper.text.mark_at(start - 1)
    content = mark.data.content if mark is not None and mark.kind == MATH and mark.data else ""
    return content.rstrip("} ").endswith(("'", "prime", "circ"))


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
    if following and following[0].strip(".,;:)") in units.calibers:
        return False
    return not context.index.is_mention(start)


def _zero(paper: Paper, at: int) -> Edit:
    """The edit that inserts a zero."""
    return Edit(paper.text.span(at, at), "0")


def _in_cells(context: Context) -> Iterator[Finding]:
    """Numbers without a zero in a table, in one finding; columns that set numbers add it."""
    paper = context.paper
    for table in paper.tables:
        if sets_numbers(context, table.grids):
            continue
        matches = [
            match
            for grid in table.grids
            for row in grid.rows
            for cell in row
            for match in pattern(BARE_DECIMAL).finditer(paper.text.plain, cell.start, cell.end)
            if _is_number(context, match)
        ]
        if not matches:
            continue
        others = len(matches) - 1
        more = f" here and in {plural(others, 'other place')} of the table" if others else ""
        yield Finding(
            paper.text.span(matches[0].start(), matches[0].end(1)),
            f'Write a zero before the decimal point{more}: "0.{matches[0][1]}".',
            Fix(*(_zero(paper, match.start()) for match in matches)),
        )


@rule(
    "UNT010",
    "unit-range-and-list",
    INFO,
    "IEEE Editorial Style Manual, ranges",
    bad=[
        "The supply is ⟦5~V to 10~V⟧ wide.",
        "About ⟦20--30\\%⟧ of it is lost.",
        "Kernels of ⟦3x3⟧ are used.",
        "The plate is ⟦3 $\\times$ 4 mm⟧ small.",
    ],
    good=[
        "The supply is 5--10~V wide, the loss 20\\%--30\\%.",
        "Kernels of $3\\times 3$ are used; the plate is 3~mm $\\times$ 4~mm small.",
        "The address 0x1F, the chip x86, and 3x faster are not products.",
        "It rose from 5~V at noon to 10~V.",
    ],
    fixes=[("Kernels of 3x3 are used.", "Kernels of 3$\\times$3 are used.")],
)
def ranges_and_products(context: Context) -> Iterator[Finding]:
    """Write the unit of a range once, after the last number; repeat the percent sign, and the unit
    of each dimension.

    Examples: 5–10 V, 20%–30%, 3 mm × 4 mm. Write the sign ×, not the letter x.
    """
    paper = context.paper
    plain = paper.text.plain
    zones = RUNNING
    previous = None
    for use in uses_in(context, zones):
        if use.in_math:
            previous = None
            continue
        between = (
            plain[previous.end : use.start]
            if previous is not None and previous.end <= use.start
            else ""
        )
        if (
            previous is not None
            and previous.unit == use.unit
            and use.unit not in ("%", "°")
            and not use.unit_in_math
        ):
            if (
                pattern(r"\s?[–-]\s?|\sto\s").fullmatch(between)
                and use.unit in context.vocabulary.units.symbols
                and not _is_negative(plain, previous)
                and not (use.head in LETTERS_OF_NAMES and not previous.separator)
            ):
                yield Finding(
                    paper.text.span(previous.start, use.end),
                    f'Write the unit of a range once: "{previous.number}–{use.number} {use.unit}".',
                )
        before = plain[max(0, use.start - 14) : use.start]
        if use.unit == "%":
            first = pattern(r"(?<![\w.–-])([0-9][0-9.]{0,8})–$").search(before)
            if first is not None:
                start = use.start - len(before) + first.start()
                yield Finding(
                    paper.text.span(start, use.end),
                    f'Repeat the percent sign in a range: "{first[1]}%–{use.number}%".',
                )
        elif (
            len(use.unit) <= 3
            and use.unit[-1:] == "m"
            and use.unit in context.vocabulary.units.symbols
        ):
            first = pattern(r"(?<![\w.])([0-9][0-9.]{0,8})\s?(?:×|\ue000)\s?$").search(before)
            if first is not None and _is_times(paper, use.start - len(before) + first.end(1)):
                start = use.start - len(before) + first.start()
                yield Finding(
                    paper.text.span(start, use.end),
                    f'Repeat the unit of each dimension: "{first[1]} {use.unit} × {use.number}'
                    f' {use.unit}".',
                )
        previous = use
    for place in context.index.words.get("x", ()):
        match = pattern(TYPED_TIMES).match(plain, _number_start(plain, place))
        if (
            match is None
            or not match.start(4) > place
            or match[1] == "0"
            or paper.passage_at(place).zone not in zones
        ):
            continue
        if context.index.is_mention(place):
            continue
        span = paper.text.span(match.start(), match.end())
        sign = "$\\times$" if paper.format == "latex" else "×"
        fix = (
            Fix(Edit(paper.text.span(place, place + 1), sign))
            if paper.text.is_typed(match.start(), match.end())
            else None
        )
        yield Finding(
            span,
            f'Write "{match[1]} × {match[4]}" with the multiplication sign, not the letter x.',
            fix,
        )


def _is_negative(plain: str, use: QuantityUse) -> bool:
    """True after a minus sign, however typed: "-10 dB to 10 dB" is clearer with both units."""
    return plain[max(0, use.start - 1) : use.start] in ("-", "−", "–") or use.number_in_math


def _number_start(plain: str, place: int) -> int:
    """The start of the number before a letter x."""
    at = place
    if at and plain[at - 1] in " \u00a0\u2009":
        at -= 1
    while at and (plain[at - 1].isdigit() or plain[at - 1] == "."):
        at -= 1
    return at


def _is_times(paper: Paper, at: int) -> bool:
    """True when a multiplication sign follows the number that ends at ``at``."""
    plain = paper.text.plain
    while plain[at] in " \u00a0\u2009":
        at += 1
    if plain[at] == "×":
        return True
    mark = paper.text.mark_at(at)
    return mark is not None and mark.data is not None and mark.data.content.strip() == "\\times"


@rule(
    "UNT011",
    "number-format",
    INFO,
    "IEEE Editorial Style Manual, numbers",
    english=True,
    default=False,
    bad=["The supply gives ⟦3,14 V⟧ now.", "The gap is ⟦five mm⟧ wide."],
    good=["The supply gives 3.14 V and 1,000 W now.", "The gap is 5 mm wide, that of five pipes."],
)
def number_format(context: Context) -> Iterator[Finding]:
    """Write numbers with units as numerals, with a decimal point."""
    paper = context.paper
    symbols = context.vocabulary.units.symbols
    for use in uses_in(context, RUNNING):
        match = pattern(r"([0-9]{1,3}),([0-9]{1,2})").fullmatch(use.number)
        if match is not None:
            yield Finding(
                paper.text.span(use.start, use.end),
                f'Write a decimal point, not a comma: "{match[1]}.{match[2]} {use.unit}".',
            )
    plain = paper.text.plain
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    ):
        for place in context.index.words.get(word, ()):
            end = place + len(word)
            match = pattern(r"[\s-]([^\W\d_]{2,4})(?![\w-])").match(plain, end)
            if (
                match is None
                or match[1] not in symbols
                or match[1] in context.vocabulary.units.names
            ):
                continue
            if paper.passage_at(place).zone in RUNNING and not context.index.is_mention(place):
                yield Finding(
                    paper.text.span(place, match.end()),
                    f'Write a numeral before a unit symbol: "{number} {match[1]}".',
                )
