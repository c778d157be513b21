"""UNT001, 002, 006: SI units first, U.S. and CGS units only next to them."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.zones import CELL, RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.unit_words import is_in_parentheses, uses_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

# SI unit -> how many of it one English unit is.
FACTORS = {
    "cm": 2.54,
    "m": 0.3048,
    "km": 1.609344,
    "kg": 0.45359237,
    "g": 28.35,
    "kPa": 6.895,
    "km/h": 1.609344,
    "L": 3.785,
}
YARDS = ("yd", "yard", "yards")
# Between a value and the same value in other units: "30 km/h, equivalent to about 20 mph".
SAME = (
    r",?\s{0,2}(?:or|i\.e\.,?|that\sis,?|(?:which\sis\s)?(?:equivalent|equal)\sto|corresponding\sto"
    r"|=|≈|/)\s{0,2}(?:(?:about|roughly|approximately|some|[~≈∼\ue000])\s{0,2})?"
)


@rule(
    "UNT001",
    "unit-english-secondary",
    WARNING,
    "IEEE conference template, sec. III-B",
    english=True,
    bad=[
        "The arm reaches ⟦12 inches⟧ far.",
        "The tank weighs ⟦50 lb⟧ when empty.",
        "The lid is ⟦3.37 inches⟧ wide, ⟦2.125 inches⟧ long and ⟦0.040 inches⟧ thick.",
        "The pipe is ⟦1,200 ft⟧ long.",
        "The car drove at ⟦60 mph⟧ on ice.",
        "%! preamble\n\\usepackage{siunitx}\n%! body\nThe arm reaches ⟦\\SI{12}{\\inch}⟧ far.",
        "It weighs ⟦10 lb⟧, is 3 yd long, and runs at 70 °F.",
        "It is ⟦70 °F⟧ hot.",
        "It is ⟦3 yd⟧ long.",
        (
            "It is 5 in long, (5 in) long, ⟦1,000 lb⟧, a 3.5 in drive, 5 ft, 5 mi, 5 "
            "gal, 5 psi, and 2 yd."
        ),
    ],
    good=[
        "The arm reaches 30 cm (12 in) far.",
        "The car runs at 30 km/h, equivalent to $\\sim$20 mph.",
        "The car runs at 30 km/h, which is equal to about 20 mph, or 32 km/h / 20 mph.",
        "It weighs 23 kg, i.e., 50 lb, or 23 kg, that is, 50 lb, or 23 kg = 50 lb.",
        "It weighs 23 kg or some 50 lb, or 23 kg ≈ 50 lb, corresponding to 23 kg.",
        "At 70 kPa, corresponding to roughly 10 psi, or 70 kPa or approximately 10 psi, it flows.",
        "It was stored on a 3.5-inch disk drive in a 19-in rack.",
        "In 5 in 10 cases the flow stopped after 30 in all.",
        "Five feet of pipe lie 3 nautical miles off the coast.",
        "``12 inches'' is not SI.",
    ],
)
def english_units_first(context: Context) -> Iterator[Finding]:
    """Write English units only after the SI value, in parentheses: 30 cm (12 in).

    Trade names are an exception, such as a 3.5-inch disk drive.
    """
    paper = context.paper
    units = context.vocabulary.units
    plain = paper.text.plain
    si_end = -1  # the end of the last value with an SI unit
    for use in uses_in(context, RUNNING):
        unit = use.head or use.unit
        if "\\" in use.unit:
            macro = pattern(r"\\([A-Za-z]+)").search(use.unit)
            unit = units.english_macros.get(macro[1], "") if macro else ""
        metric = units.english.get(unit)
        if metric is None:
            si_end = use.end
            continue
        if is_in_parentheses(paper, use.start) or _is_said_again(plain, si_end, use.start):
            continue
        following = [word.strip(",.;:()") for word in plain[use.end : use.end + 40].split()[:2]]
        if any(word in units.trade for word in following):
            continue
        span = use.span(paper)
        shown = f"{use.number}{use.separator if use.separator.strip() else ' '}{unit}"
        yield Finding(
            span,
            "Write the SI value first and the English value in parentheses:"
            f' "{_converted(use.number, unit, metric)} ({shown})".',
        )


def _is_said_again(plain: str, si_end: int, start: int) -> bool:
    """True when the words between an SI value and this one say that both are the same."""
    return si_end >= 0 and pattern(SAME).fullmatch(plain, si_end, start) is not None


def _converted(number: str, unit: str, metric: str) -> str:
    """The SI value with the figures of the number, at least two; an ellipsis if it is unknown."""
    try:
        value = float(number.replace(",", ""))
    except ValueError:
        return f"… {metric}"
    if unit == "°F":
        return f"{round((value - 32) / 1.8)} {metric}"
    factor = 0.9144 if unit in YARDS else FACTORS.get(metric)
    if factor is None:
        return f"… {metric}"
    typed = number.replace(",", "").lstrip("0.")
    figures = max(2, len((typed if "." in number else typed.rstrip("0")).replace(".", "")))
    value *= factor * (1 + 1e-12)  # half a unit rounds up
    return f"{float(f'{value:.{figures}g}'):.{figures + 6}g} {metric}"


@rule(
    "UNT002",
    "unit-system-mixed",
    WARNING,
    "IEEE conference template, sec. III-B",
    bad=[
        "The field was 50 A/m at first and ⟦50 Oe⟧ later.",
        "A force of ⟦20 dyn⟧ moves it.",
        "The field was ⟦50 Oe⟧ at first. It was 60 Oe later.",
    ],
    good=[
        "The field was 50 A/m at first and 4 kA/m later.",
        "Note that 1 Oe = 79.6 A/m.",
        "The vein is 5 cm long and weighs 3 g.",
        "A 5G phone endures 9 g.",
        "Note that 1 Oe ≈ 79.6 A/m.",
    ],
)
def systems_mixed(context: Context) -> Iterator[Finding]:
    """SI and CGS units are not mixed, and SI units are preferred.

    A mixture confuses, because equations do not balance dimensionally. If you
    need both, state the unit of every quantity in the equation.
    """
    paper = context.paper
    cgs = context.vocabulary.units.cgs
    if not any(use.head in cgs for use in context.index.quantities):
        return
    uses = list(uses_in(context, RUNNING | {CELL}))
    reported = set()
    for use in uses:
        if use.head not in cgs or use.head in reported:
            continue
        start, end = context.index.sentence(use.start)
        sentence = paper.text.plain[start:end]
        dimension, metric = cgs[use.head]
        if "=" in sentence or "≈" in sentence:
            continue  # a conversion
        reported.add(use.head)
        partner = next((other for other in uses if metric in (other.unit, other.unit[1:])), None)
        span = use.span(paper)
        if partner is None:
            yield Finding(
                span,
                f'"{use.unit}" is a CGS unit of {dimension}. Use the SI unit {metric}.',
                severity=INFO,
            )
        else:
            yield Finding(
                span,
                f'"{use.unit}" is a CGS unit, but "{partner.number} {partner.unit}" elsewhere is'
                f" SI. Write the {dimension} in {metric} everywhere.",
            )


@rule(
    "UNT006",
    "unit-cubic-centimeter",
    WARNING,
    "IEEE conference template, sec. III-B",
    bad=["The pump holds 20~⟦cc⟧ of water.", "The pump holds 20 ⟦c.c.⟧ of water."],
    good=[
        "The pump holds 20~cm$^3$ of water.",
        "Licensed as CC BY 4.0; compiled with gcc 9.",
        "Use ``cm$^3$'', not ``20 cc''.",
        "\\section{The 20 cc Pump}\nIt holds c. c. and x cc of water.",
    ],
    fixes=[
        ("The pump holds 20~cc of water.", "The pump holds 20~cm$^3$ of water."),
        (
            "%! word\n[Body Text] The pump holds 20 ⟦cc⟧ of water.",
            "%! word\n[Body Text] The pump holds 20 cm³ of water.",
        ),
    ],
)
def cubic_centimeter(context: Context) -> Iterator[Finding]:
    """Write cubic centimeters as cm³, not as cc."""
    paper = context.paper
    plain = paper.text.plain
    words = context.index.words
    for place in sorted([*words.get("cc", ()), *words.get("c", ())]):
        match = pattern(r"(?:cc|c\.\s?c\.)(?![\w:-])").match(plain, place)
        if match is None or not pattern(r"[0-9][^\S\n]{0,2}$").search(
            plain, max(0, place - 4), place
        ):
            continue
        if paper.passage_at(place).zone not in RUNNING | {CELL} or context.index.is_mention(place):
            continue
        span = paper.text.span(place, match.end())
        right = "cm$^3$" if paper.format == "latex" else "cm³"
        yield Finding(span, f'Write "cm³", not "{match[0]}".', Fix(Edit(span, right)))
