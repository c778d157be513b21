"""UNT007, 013: the space between a number and its unit."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.quantity_use import inner_span
from ieeelint.paper.text import SUPERSCRIPT
from ieeelint.paper.unit_patterns import BOXED_GAP
from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.formats import thin_space, tie
from ieeelint.rules.support.unit_words import (
    LETTERS_OF_NAMES,
    ZONES,
    Variables,
    is_certain,
    uses_in,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.quantity_use import QuantityUse

# Of LETTERS_OF_NAMES, V and W after a space are units; the others are after a decimal number.
UNIT_LETTERS = frozenset("VW")
UNIT_LETTERS_OF_DECIMALS = frozenset("AKhbd")
BLANKS = " \t\n{}"  # what prints nothing in a formula
# Units that a line may end before: as words they are as long as a number.
WORDLIKE = frozenset(("bit", "bits", "in", "px"))
# Part of a duration such as "9m 17s" -> its symbol.
DURATION = {"h": "h", "m": "min", "min": "min", "s": "s"}


@rule(
    "UNT007",
    "unit-number-space",
    WARNING,
    "IEEE Editorial Style Manual, units; SI brochure, sec. 5.4.3",
    bad=[
        "The pipe of ⟦20m⟧ and the runs of 1500s end after the 1600s timeout. A total of 5 pipes.",
        "The clock runs at ⟦5GHz⟧ here.",
        "The road is ⟦200m⟧ long.",
        "It falls by ⟦5C/min⟧ at night.",
        "It stops in ⟦30s⟧.",
        "A field of 3~T is weak, and a ⟦5T⟧ magnet is strong.",
        "It stops after the ⟦60s⟧ delay.",
        "It heard ⟦10s⟧ of sound.",
        "It takes $⟦1ms⟧$ to settle.",
        "The dust weighs $⟦3\\mathrm{\\mu g}⟧$ now.",
        "The gap is ⟦2.5cm⟧ wide.",
        "It took ⟦3m 20s⟧, and 5~h.",
        "It uses ⟦64bit⟧ numbers, and 8byte words.",
        "A ⟦65nm⟧ CMOS chip, and a $65nm$ CMOS chip.",
        ("A ⟦45nm⟧ process, a 45nm, CMOS chip, a 45nm wave, and a 45nm. The 5{}V pipe."),
        "It weighs $⟦5kg⟧$, $5\\,$kg, $5$kg, and $5\\mathrm{kg}$.",
        "It weighs ⟦5kg⟧, 5KHz, 5 kg, 5webers, 5xyz, 5.5K, 5B, 6 B, and 5V.",
        "%! word\n[Body Text] It weighs ⟦5kg⟧ and is 5°C warm.",
    ],
    good=[
        "They spent \\pounds 2m, \\$5m--\\$10m, and EUR~3k on 20m people, 3m US dollars, and a"
        " population of 60m.",
        "It is of the 1600s, of the early 1500s, and of the 1980s.",
        "%! word\n[Body Text] They spent £2m and $ 5m on 20m users of the 1600s.",
        "We use two RTX 3090s, ten 1s, an iPhone 5s, some Boeing 737s, and the 1s orbital.",
        "It weighs $5 \\text{ kg}$, $5 \\mathrm{~kg}$, $5~\\mathrm{kg}$, or $[1, 2] \\mathrm{kg}$.",
        "The clock runs at 5~GHz here, the 5-GHz band is busy, and $5\\,\\mathrm{GHz}$ is fast.",
        "A loss of 5\\% at 20$^\\circ$ and 30\\,$^\\circ$C is small.",
        "The 5s are digits, and so are the 7s, in rule 5m, para.~3s, pin 5V, and clause 2m.",
        "The 5V's pipe, a \\#5GHz, C:\\textbackslash flow\\textbackslash 5GHz, and"
        " \\textbackslash sand\\{5mm\\} are names.",
        "5G, 4K, 3D, 2T cells, 1T1C, 10BASE-T, an RTX3090, and 802.11g are names.",
        "In 65-nm CMOS the 1980s began; see step 1b and Section 5A of WCAG 2.2A.",
        "%! preamble\n\\usepackage{siunitx}\n%! body\nThe clock runs at \\SI{5}{GHz} here.",
        "``5GHz'' is wrong. The \\texttt{5GHz} file is \\includegraphics[width=8cm]{a}.",
        "A model of 7B weights has $2m$ rows.",
        "The pipes of the '90s and ’80s are wet, and 2m+1 of them are from the 1980s--90s.",
        "In the 80s and 90s, pipes had 10s of valves. Those of the late 60s have a 3V3 rail.",
        "Women in their 20s or 30s, and in the 40s, rose. They fell in their 50s.",
        "A cell of 6F$^2$ is small.",
        "A field of 3~T is in the 6T SRAM, the 8T bitcells, and the 1T phase.",
        "The 2s complement of it is negative.",
        "A charge of 3~C is in a battery charged at 2C and 0.5C.",
        "With $N$ pipes it is $x = 0.5N$, and $y = 2.5b$.",
        (
            "It took 3~h and 20~m, the part R-5V, x/5V, v1.5V, C#5V, the file 5V\\_a, "
            "5V@b, 5V.2, and 5V/3."
        ),
        (
            "%! preamble\n"
            "\\usepackage{siunitx}\n"
            "%! body\n"
            "It is \\SI{5}{V}, 5\\%, 5\\textdegree, 5~$^\\circ$C, 5abc, and 5x."
        ),
        "The 4K screen, 5B model, 3d print, 2b list, and 5t case.",
        "A 65-nm CMOS chip.",
        "%! word\n[Body Text] It takes O(9<sup>m</sup>) steps, and 2<sup>m</sup> at best.",
        ("The parts 10k, 10K, 3d, 4t, 5l, 6b, and x-5V, a_5V, 1.5.5V, +5V, Fig.5V are names."),
    ],
    fixes=[
        ("The clock runs at 5GHz here.", "The clock runs at 5~GHz here."),
        ("It weighs $⟦5 \\mathrm{kg}⟧$.", "It weighs $5\\, \\mathrm{kg}$."),
        ("It is made in ⟦65nm⟧ CMOS.", "It is made in 65-nm CMOS."),
        ("It has ⟦25°C⟧ here.", "It has 25~°C here."),
        ("It has ⟦25$^\\circ$C⟧ here.", "It has 25~$^\\circ$C here."),
    ],
)
def space_before_unit(context: Context) -> Iterator[Finding]:
    """Put a space between a number and its unit symbol: 5~GHz.

    No line may break there: write ~ in LaTeX, \\, in a formula, and a non-breaking space in
    Word. An adjective takes a hyphen instead: a 5-GHz band. Only %, °, ′ and ″
    follow the number directly; a space is before °C, which is reported as info.
    """
    paper = context.paper
    units = context.vocabulary.units
    spaced = {
        use.head for use in context.index.quantities if use.separator.strip("\n") not in ("", "-")
    }
    letters: Variables | None = None
    uses = list(uses_in(context, ZONES))
    seconds: QuantityUse | None = None  # the end of a duration that was reported
    for number, use in enumerate(uses):
        if use.unit == "°C" and not use.separator and not use.in_math:
            yield _spaced_degrees(paper, use)
        if (
            use is seconds
            or use.head in units.tight
            or use.unit in units.tight
            or use.unit.startswith("°")
        ):
            continue
        if use.mark is not None and use.inner is None and not use.number_in_math:
            continue  # set by siunitx
        if use.separator and not _prints_nothing(use):
            continue
        if (
            use.head not in units.symbols
            and use.head not in units.wrong
            and use.head not in units.names
        ):
            continue
        if use.in_math:
            if letters is None:
                letters = Variables(paper)
            if not is_certain(paper, use, letters):
                continue
        elif _is_name(context, use, spaced) or paper.text.is_within(use.unit_start, SUPERSCRIPT):
            continue  # an exponent: O(9ᵐ)
        elif (seconds := _rest_of_duration(paper, use, uses[number + 1 : number + 2])) is not None:
            yield Finding(
                paper.text.span(use.start, seconds.end),
                "Write a duration with spaces and the symbols h, min, s: "
                f'"{use.number} {DURATION[use.unit]} {seconds.number} {DURATION[seconds.unit]}".',
            )
            continue
        span = use.span(paper)
        fix = _spacing_fix(paper, use)
        if use.unit.startswith("C/"):
            fix = None  # coulombs, or degrees Celsius without their sign
        if _is_process(context, use):
            message = f'Write "{use.number}-{use.unit}": a hyphen joins the size of a process.'
            place = paper.text.span(use.unit_start, use.unit_start)
            fix = Fix(Edit(place, "-")) if fix is not None and not use.in_math else None
        elif use.head in ("bit", "byte"):
            message = (
                f'Write "{use.number}-{use.unit}": a hyphen joins the number and the unit of an'
                " adjective."
            )
            fix = None
        else:
            right = f"{use.number}{tie(paper)}{use.unit}"
            if use.in_math and use.inner is not None and use.mark is not None:
                unit = use.mark.data.content[use.inner[2] : use.inner[3]]
                right = f"{use.number}{thin_space(paper)}{unit}"
            message = f'Put a space between the number and the unit: "{right}".'
        yield Finding(span, message, fix)


def _prints_nothing(use: QuantityUse) -> bool:
    """True for a typed space in a formula, which TeX skips, unless the box of the unit has one."""
    if use.inner is None or use.mark is None or use.number == "…" or use.separator.strip(BLANKS):
        return False
    unit = use.mark.data.content[use.inner[2] : use.inner[3]]
    return pattern(BOXED_GAP).match(unit) is None


def _is_process(context: Context, use: QuantityUse) -> bool:
    """True for the size of a process of semiconductors: 65nm CMOS."""
    plain = context.paper.text.plain
    following = plain[use.unit_end : use.unit_end + 24].lower().split()[:1]
    processes = context.vocabulary.units.processes
    return use.unit == "nm" and bool(following) and following[0].strip(",.;:()") in processes


def _spaced_degrees(paper: Paper, use: QuantityUse) -> Finding:
    """The finding about a temperature without a space."""
    space = tie(paper)
    return Finding(
        use.span(paper),
        f'Put a space before the sign of degrees Celsius: "{use.number}{space}°C".',
        Fix(Edit(paper.text.span(use.unit_start, use.unit_start), space)),
        severity=INFO,
    )


def _rest_of_duration(
    paper: Paper, use: QuantityUse, following: list[QuantityUse]
) -> QuantityUse | None:
    """The 17s after the 9m of "9m 17s"."""
    for other in following:
        between = paper.text.plain[use.end : other.start]
        if (
            use.unit in ("h", "m")
            and other.unit in ("m", "s", "min")
            and not (other.separator or between.strip(" ,\u00a0"))
        ):
            return other
    return None


@rule(
    "UNT013",
    "unit-line-break",
    INFO,
    "SI brochure, sec. 5.4.3; convention",
    bad=[
        (
            "It is ⟦5 V⟧, 5~V, $5$ V, 5 $\\mathrm{V}$, 5 \\%, 5 xyz, 5 in, 2.5 A, 5 A, "
            "2.5 K, 5 min, Table 5 V, Step 5 m, and 5{} kg."
        ),
    ],
    default=False,
    good=[
        "It weighs 5~kg and runs at 3\\,GHz for $2\\,\\mathrm{s}$ over 20\\%.",
        "Section 5 A, 5 in depth, 8 bit wide, and 3 A and B are not quantities with a unit symbol.",
        (
            "\\section{Of 5 kg Pipes}\n"
            "It is 5 °C, $5$ $\\mathrm{V}$, Fig. 5 A, Table 3 V, and 5 xyz."
        ),
        "%! title\nFlow of 5 kg\n%! body\n\\begin{tabular}{c}5 kg\\end{tabular}",
    ],
    fixes=[
        ("It weighs ⟦5 kg⟧ here.", "It weighs 5~kg here."),
        ("It weighs ⟦5\nkg⟧ here.", "It weighs 5~kg here."),
        ("It takes ⟦2.5 A⟧ here.", "It takes 2.5~A here."),
        (
            "%! word\n[Body Text] It weighs ⟦5 kg⟧ here.",
            "%! word\n[Body Text] It weighs 5\u00a0kg here.",
        ),
    ],
)
def line_break(context: Context) -> Iterator[Finding]:
    """Put a non-breaking space between a number and its unit symbol, so that no line ends there.

    This is a convention of careful typesetting, which IEEE's template does not ask for, so this
    rule is off by default.
    """
    paper = context.paper
    units = context.vocabulary.units
    space = tie(paper)
    for use in uses_in(context, ZONES):
        if use.head in units.tight or use.unit in units.tight or use.unit.startswith("°"):
            continue
        if use.in_math or not _may_break(context, use):
            continue
        shown = f"{use.number}{space if paper.format == 'latex' else ' '}{use.unit}"
        yield Finding(
            use.span(paper),
            "A line may break between the number and the unit. Write a non-breaking space:"
            f' "{shown}".',
            Fix(Edit(paper.text.span(use.number_end, use.unit_start), space)),
        )


def _may_break(context: Context, use: QuantityUse) -> bool:
    """True for a plain space before a unit symbol in running text."""
    paper = context.paper
    if (
        use.separator not in (" ", "\n")
        or use.unit_in_math
        or paper.passage_at(use.start).zone not in RUNNING
    ):
        return False
    if use.head not in context.vocabulary.units.symbols or use.head in WORDLIKE:
        return False
    if use.head in LETTERS_OF_NAMES and use.head not in UNIT_LETTERS:
        if use.head not in UNIT_LETTERS_OF_DECIMALS or "." not in use.number:
            return False
    return paper.text.is_typed(use.number_end - 1, use.unit_end) and not _is_item(context, use)


def _is_item(context: Context, use: QuantityUse) -> bool:
    """True after a word that numbers its things: "Section 5 A"."""
    before = context.paper.text.plain[max(0, use.start - 20) : use.start].split()
    return bool(before) and before[-1].strip(".(~\u00a0").lower() in context.vocabulary.units.items


def _is_name(context: Context, use: QuantityUse, spaced: set[str]) -> bool:
    """True for a number and letters that name something: 5G, 3D, 65nm CMOS, 802.11g."""
    plain = context.paper.text.plain
    before = plain[use.start - 1 : use.start] if use.start else ""
    if (
        before in ("-", "_", "/", ".", "#", "+", "@")
        and plain[use.start - 2 : use.start - 1].isalnum()
    ):
        return True
    if before in ("\\", "#") or (before == "{" and plain[use.start - 2 : use.start - 1].isalpha()):
        return True  # code
    if plain[use.unit_end : use.unit_end + 2] in ("'s", "’s"):
        return True
    after = plain[use.unit_end : use.unit_end + 1]
    if after in ("_", "@", "#", "+", "*") or (
        after in ("-", "/", ".") and plain[use.unit_end + 1 : use.unit_end + 2].isdigit()
    ):
        return True
    if use.number.startswith("802") or _is_item(context, use):
        return True
    letters = use.unit.partition("^")[0]  # a cell of 6F^2
    if letters in ("d", "b", "t", "l"):
        return True
    if letters not in LETTERS_OF_NAMES:
        return False
    if letters == "C" or letters not in spaced or letters in ("B", "K") and "." not in use.number:
        return True  # a battery is charged at 2C
    following = pattern(r"[ \u00a0\n-]([A-Za-z]+)").match(plain, use.unit_end)
    return following is not None and following[1].lower() in context.vocabulary.units.named


def _spacing_fix(paper: Paper, use: QuantityUse) -> Fix | None:
    """An edit that inserts the space."""
    if use.inner is not None and use.mark is not None:
        place = inner_span(use.mark, use.inner[1], use.inner[1])
        return Fix(Edit(place, "\\,")) if place is not use.mark.span else None
    span = paper.text.span(use.number_end - 1, use.number_end)
    return (
        Fix(Edit(paper.text.span(use.unit_start, use.unit_start), tie(paper)))
        if span.text
        else None
    )
