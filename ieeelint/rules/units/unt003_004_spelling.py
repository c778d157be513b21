"""UNT003, 004: spelled units and symbols are not mixed, and a symbol needs a numeral."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.zones import CELL, RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.tables.text_views import Units

# The words and the signs for a typed exponent: "webers/m2".
POWERS = {"2": "square ", "²": "square ", "3": "cubic ", "³": "cubic "}
SUPERSCRIPTS = {"2": "²", "3": "³"}


@rule(
    "UNT003",
    "unit-spelled-and-symbol-mixed",
    ERROR,
    "IEEE conference template, sec. III-B",
    english=True,
    bad=[
        "The flux density is 2 ⟦webers/m⟧$^2$ here.",
        "%! word\n[Body Text] The flux density is 2 ⟦webers/m2⟧ or 3 ⟦webers/m²⟧ here.",
        "It moved at 5 ⟦m per second⟧ then.",
        "It moved at 5 ⟦km/hour⟧ then.",
        "Up to 3 ⟦meters/s⟧ were seen.",
        "It is 5 ⟦Wb per meter⟧, and 5~web{}ers/m.",
        "It is 5~⟦web{}ers/m⟧ of it.",
    ],
    good=[
        "The flux density is 2 Wb/m$^2$, or two webers per square meter.",
        "We count 5 samples/s, 3 bits/s, 20 frames/s and 8 vehicles/h.",
        "A slope of 20 dB per decade and 5 W per channel is usual, 8 h per day.",
        "``webers/m$^2$'' is wrong.",
        (
            "\\section{Flow in 5 Webers/m}\n"
            "The form ``webers/m'' is wrong, and 5 webers/meter, as is the case "
            "a/meter, the x/second, and the in/second."
        ),
    ],
    fixes=[("It moved at 5~km/hour then.", "It moved at 5~km/h then.")],
)
def spelled_and_symbol_mixed(context: Context) -> Iterator[Finding]:
    """A compound unit is either spelled out or written in symbols.

    Write "Wb/m²" or "webers per square meter", not "webers/m²".
    """
    paper = context.paper
    units = context.vocabulary.units
    names, symbols = units.names, units.symbols
    plain = paper.text.plain
    words = context.index.words
    zones = RUNNING | {CELL}
    for name in names:
        for place in words.get(name, ()) if name not in units.either_way else ():
            end = place + len(name)
            after = pattern(r"(?:/|\sper\s)([^\W\d_²³]+)([23²³]?)(?![\w-])").match(plain, end)
            power = after[2] if after is not None else ""
            if after is not None and after[1] in symbols and after[1] not in names:
                first, last = place, after.end()
                left, right = name, after[1]
            else:
                before = pattern(r"(?<![^\W_])([^\W\d_]{1,4})(/|\sper\s)$").search(
                    plain, max(0, place - 12), place
                )
                if before is None or before[1] not in symbols or before[1] in units.either_way:
                    continue
                if not pattern(r"[0-9(]\s?$|[0-9]-$|\ue000\s?$").search(
                    plain, max(0, before.start() - 3), before.start()
                ):
                    continue
                first, last = before.start(), end
                left, right = before[1], name
            if paper.passage_at(first).zone not in zones or context.index.is_mention(first):
                continue
            text = plain[first:last]
            symbol = f"{names.get(left, left)}/{names.get(right, right)}"
            shape = POWERS.get(power, "")
            spelled = f"{_spelled(units, left, True)} per {shape}{_spelled(units, right, False)}"
            symbol += SUPERSCRIPTS.get(power, power)
            fix = None
            if paper.text.is_typed(first, last) and symbol.isascii():
                fix = Fix(Edit(paper.text.span(first, last), symbol), safe=False)
            yield Finding(
                paper.text.span(first, last),
                f'"{" ".join(text.split())}" mixes a spelled unit with a symbol. Write "{symbol}"'
                f' or "{spelled}".',
                fix,
            )


def _spelled(units: Units, unit: str, plural: bool) -> str:
    """The name of a unit, given its symbol or name."""
    forms = units.symbols.get(units.names.get(unit, unit))
    return forms[plural] if forms else unit


@rule(
    "UNT004",
    "unit-symbol-without-number",
    WARNING,
    "IEEE conference template, sec. III-B",
    english=True,
    bad=[
        "The coil has a few ⟦H⟧ only.",
        "It takes several ⟦ms⟧ to settle.",
        "Errors of tens of ⟦km⟧ were seen.",
        "It has a few ⟦MB⟧ of it.",
    ],
    good=[
        "The coil has a few henries only, and 5 H at most.",
        "The delay (in ms) is short, and for some K we have several A/B tests.",
        "There are several MS students and many PCs.",
        "``a few H'' is wrong.",
        (
            "\\section{A Few H}\n"
            "It has some H, many H, a few in, several kg/h, few min, and many a m."
        ),
        "Few saw it. Have a few of them, several MA, a few Lima, and a few days.",
    ],
    fixes=[("The coil has a few H only.", "The coil has a few henries only.")],
)
def symbol_without_number(context: Context) -> Iterator[Finding]:
    """A unit without a numeral is spelled out: "a few henries", not "a few H".

    Use symbols only with numerals, in tables, on axes, and in parentheses.
    """
    paper = context.paper
    units = context.vocabulary.units
    symbols = units.symbols
    plain = paper.text.plain
    for phrase in units.quantifiers:
        first = phrase.split()[0] if phrase.split()[0] != "a" else phrase.split()[1]
        for place in context.index.words.get(first, ()):
            start = place - (2 if phrase.startswith("a ") else 0)
            if start < 0 or plain[start : start + len(phrase)].lower() != phrase:
                continue
            match = pattern(r"\s((?:[^\W\d_]|°)+)(?![\w/-])").match(plain, start + len(phrase))
            if match is None or match[1] not in symbols or match[1] in units.either_way:
                continue
            symbol = match[1]
            if symbol.isupper() and len(symbol) == 2 and symbol[-1] != "B":
                continue  # MS, MA: people
            if len(symbol) == 1 and first in ("some", "many"):
                continue
            if symbol in units.names or symbol in units.unspelled:
                continue
            if paper.passage_at(place).zone not in RUNNING or context.index.is_mention(place):
                continue
            span = paper.text.span(match.start(1), match.end(1))
            name = symbols[symbol][1]
            yield Finding(
                span,
                f'Write "{phrase} {name}": a unit without a numeral is spelled out.',
                Fix(Edit(span, name), safe=False),
            )
