"""UNT010, 011: the form of numbers: 5–10 V, 3 × 4, 3.14."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, rule
from ieeelint.rules.support.unit_words import LETTERS_OF_NAMES, uses_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.quantity_use import QuantityUse

# "3x4", "3 x 4", and "3x4x5".
BEFORE_CODE = r"\b(?i:sku|model|part|type|version|section|chapter|no\.)[ \u00a0]\Z"  # model 5x7
THOUSANDS = r"[0-9]{1,3}(?:,[0-9]{3}){1,3}"
TYPED_TIMES = (
    rf"(?<![\w.,/#-])(?:{THOUSANDS}|[0-9][0-9.]{{0,9}})"
    rf"(?:[^\S\n]?[xX][^\S\n]?(?:{THOUSANDS}|[0-9]{{1,9}}(?:\.[0-9]{{1,9}})?)){{1,4}}"
    r"(?![\w%])"
)


@rule(
    "UNT010",
    "unit-range-and-list",
    INFO,
    "IEEE Editorial Style Manual, ranges",
    bad=[
        "The supply is ⟦5~V to 10~V⟧ wide.",
        "The supply is ⟦5~V--10~V⟧ wide.",
        "It rises from ⟦5~V--10~V⟧ in a day.",
        "It lies between ⟦5~V--10~V⟧ here.",
        "About ⟦0,5--0,7\\%⟧ of it is lost.",
        "Lose ⟦3x3⟧.",
        "It has ⟦24 x 4,096⟧ of it.",
        "It has ⟦1,024x24⟧ of it, and 24 x 96, 4 of it.",
        "About ⟦20--30\\%⟧ of it is lost.",
        "Kernels of ⟦3x3⟧ are used.",
        "The plate is ⟦3 $\\times$ 4 mm⟧ small.",
        "The plate has ⟦3 × 4 mm⟧ and is wet.",
        "The plate has ⟦3 $\\times$ 4 mm⟧ and 3 $+$ 4 mm.",
        "It is ⟦3{}x4⟧ of it.",
        (
            "It takes ⟦5 V to 10 V⟧, 5 V–10 V, 5 V - 10 V, 5 V, 10 V, $5$ V to $10$ "
            "V, -5 V to 10 V, 5 V to 10 A, 5\\% to 10\\%, 5 xyz to 10 xyz, 5A to 10A, "
            "and 5 A to 10 A."
        ),
        "It takes ⟦5--10\\%⟧, 5\\%--10\\%, x5--10\\%, and 1.5--10\\%.",
        (
            "It has ⟦3 × 4 cm⟧, 3 cm × 4 cm, x3 × 4 cm, 3 × 4 V, 3 $\\times$ 4 mm, 3 "
            "$+$ 4 mm, and 3×4 m."
        ),
        ("A ⟦3x4⟧ grid, a 3 x 4 grid, a 3.5x4 grid, 0x4f, .5x4, x 4, 3x, 3xy, and \\texttt{3x4}."),
    ],
    good=[
        "The house has SKU 12x34, model 5x7, and part 3x4.",
        "The supply is 5--10~V wide, the loss 20\\%--30\\%.",
        "Kernels of $3\\times 3$ are used; the plate is 3~mm $\\times$ 4~mm small.",
        "The address 0x1F, the chip x86, and 3x faster are not products.",
        "It rose from 5~V at noon to 10~V.",
        "We have 2-V to 10-V valves, from 2-bit to\n32-bit.",
        (
            "The form ``3x4'' is wrong. It is from -5 V to -3 V, and from 5V to 3V, "
            "and 5 V by 3 V, 5 V to 3 A. The mask 0x4 and 5 x."
        ),
        "\\section{A 3x4 Grid}\nIt is wet. ",
    ],
    fixes=[
        ("Kernels of 3x3 are used.", "Kernels of 3$\\times$3 are used."),
        ("It has ⟦32x32x16⟧ pipes.", "It has 32$\\times$32$\\times$16 pipes."),
        ("It has ⟦4 x 4 X 2.5⟧ pipes.", "It has 4 $\\times$ 4 $\\times$ 2.5 pipes."),
        ("%! word\n[Body Text] It is a ⟦3x4⟧ grid.", "%! word\n[Body Text] It is a 3×4 grid."),
    ],
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
                and "-" not in previous.separator + use.separator  # 2-bit to 32-bit pumps
                and not _is_negative(plain, previous)
                and not (use.head in LETTERS_OF_NAMES and not previous.separator)
            ):
                sign = _joining_sign(between, plain[max(0, previous.start - 12) : previous.start])
                yield Finding(
                    paper.text.span(previous.start, use.end),
                    "Write the unit of a range once:"
                    f' "{previous.number}{sign}{use.number} {use.unit}".',
                )
        before = plain[max(0, use.start - 14) : use.start]
        if use.unit == "%":
            first = pattern(r"(?<![\w.,–-])([0-9](?:[0-9.]|,(?=[0-9])){0,8})–$").search(before)
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
    done = 0
    for place in context.index.words.get("x", ()):
        if place < done:
            continue
        match = pattern(TYPED_TIMES).match(plain, _number_start(plain, place))
        if match is None or paper.passage_at(place).zone not in zones:
            continue
        done = match.end()
        factors = [factor.strip() for factor in pattern("[xX]").split(match[0])]
        if factors[0] == "0" or context.index.is_mention(place):
            continue
        if pattern(BEFORE_CODE).search(plain, max(0, match.start() - 12), match.start()):
            continue
        sign = "$\\times$" if paper.format == "latex" else "×"
        fix = None
        if paper.text.is_typed(match.start(), match.end()):
            signs = pattern("[xX]").finditer(plain, match.start(), match.end())
            fix = Fix(*(Edit(paper.text.span(*each.span()), sign) for each in signs))
        yield Finding(
            paper.text.span(match.start(), match.end()),
            f'Write "{" × ".join(factors)}" with the multiplication sign, not the letter x.',
            fix,
        )


def _joining_sign(between: str, before: str) -> str:
    """The sign or word of a range; after "from" and "between" it is a word."""
    first = before.split()[-1:]
    if first in (["between"], ["Between"]):
        return " and "
    return " to " if "to" in between or first in (["from"], ["From"]) else "–"


def _is_negative(plain: str, use: QuantityUse) -> bool:
    """True after a minus sign, however typed: "-10 dB to 10 dB" is clearer with both units."""
    return plain[max(0, use.start - 1) : use.start] in ("-", "−", "–") or use.number_in_math


def _number_start(plain: str, place: int) -> int:
    """The start of the number before a letter x."""
    at = place
    if at and plain[at - 1] in " \u00a0\u2009":
        at -= 1
    while at and (plain[at - 1].isdigit() or plain[at - 1] in ".,"):
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
    bad=[
        "The supply gives ⟦3,14 V⟧ now.",
        "The gap is ⟦five mm⟧ wide.",
        (
            "It is ⟦3,14 V⟧, 3,140 V, 1,5 km, and 31.4 V. The gap is two mm, "
            "twelve-km wide, thirteen km, and one in."
        ),
    ],
    good=[
        "The supply gives 3.14 V and 1,000 W now.",
        "The gap is 5 mm wide, that of five pipes.",
        (
            "\\section{Five mm Wide}\n"
            "The form ``five mm'' is wrong; the five bits, five in all, and five xyz "
            "are not."
        ),
    ],
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
