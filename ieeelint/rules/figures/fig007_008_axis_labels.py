"""FIG007, 008: the labels of axes: words rather than symbols, units in parentheses."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.drawing_labels import AxisLabel, axis_labels
from ieeelint.rules.support.label_units import is_unit, unit_symbols

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from re import Match

    from ieeelint.context import Context

# Quantities after which a unit may follow without being taken for a symbol or a rate.
QUANTITIES = {
    "time": "s h",
    "duration": "s h",
    "delay": "s",
    "latency": "s",
    "period": "s",
    "length": "m",
    "distance": "m",
    "height": "m",
    "width": "m",
    "depth": "m",
    "displacement": "m",
    "position": "m",
    "wavelength": "m",
    "altitude": "m",
    "radius": "m",
    "thickness": "m",
    "range": "m",
    "temperature": "K",
    "power": "W",
    "energy": "J",
    "current": "A",
    "force": "N",
    "torque": "",
    "voltage": "",
    "frequency": "",
    "bandwidth": "",
    "pressure": "",
    "angle": "",
    "velocity": "",
    "speed": "",
    "acceleration": "",
    "gain": "",
    "loss": "",
    "attenuation": "",
    "amplitude": "",
    "magnitude": "",
    "phase": "",
    "magnetization": "",
    "field": "T",
    "resistance": "",
    "inductance": "",
    "capacitance": "",
    "impedance": "",
    "noise": "",
    "mass": "g",
    "error": "",
    "accuracy": "",
    "efficiency": "",
    "level": "",
    "strength": "",
    "density": "",
    "runtime": "s",
}
TIME_UNITS = frozenset("s ms µs ns h min sec hour hours day d year".split())
GEOMETRY = frozenset("x y z X Y Z".split())


def _plot(label: str) -> str:
    return (
        "Fig.~\\ref{fig:a} shows it.\n\\begin{figure}[!t]\\begin{tikzpicture}\\begin{axis}[xlabel={"
        + label
        + "}]\n"
        "\\addplot {x};\\end{axis}\\end{tikzpicture}\\caption{Response.}\\label{fig:a}\\end{figure}"
    )


@rule(
    "FIG007",
    "fig-axis-words",
    INFO,
    "IEEE conference template, sec. III-H",
    bad=[
        (
            "%! word\n"
            "[Body Text] Fig. 1 shows it.\n"
            "[Normal] <chart QXZR|Gain (dB)/>\n"
            "[figure caption] Response."
        ),
        _plot("⟦$M$⟧"),
        _plot("⟦$\\tau$ (ms)⟧"),
        _plot("⟦QXZR⟧"),
    ],
    good=[
        _plot("Magnetization, $M$ (A/m)"),
        _plot("$x$"),
        _plot("y (mm)"),
        _plot("SNR (dB)"),
        _plot("BER"),
        _plot("Number of nodes $n$"),
    ],
)
def axis_words(context: Context) -> Iterator[Finding]:
    """Axis labels are words, not bare symbols or abbreviations.

    A reader should not have to look up what M is: write "Magnetization" or
    "Magnetization, M".
    """
    for label in axis_labels(context.paper.figures):
        words = pattern(r"\s*[(\[][^()\[\]]{0,40}[)\]]\s*$").sub("", label.words).strip()
        if not words or words in GEOMETRY:
            continue
        if pattern(r"[^\W\d_](?:[_^]\w{1,6})?(?:\([^()]{0,6}\))?").fullmatch(words):
            if words[0] in GEOMETRY:
                continue
            message = (
                'Name the quantity on the axis, not only its symbol: "Magnetization, M" rather'
                f' than "{words}".'
            )
            yield Finding(label.span, message)
        elif pattern(r"[A-Z]{3,6}s?").fullmatch(words) and not _is_known(context, words):
            message = f'Spell the label of the axis out: not every reader knows "{words}".'
            yield Finding(label.span, message)


def _is_known(context: Context, word: str) -> bool:
    """True for an abbreviation that needs no words, or that the text defines."""
    table = context.vocabulary.abbreviations
    known = table.tier_a | table.tier_b | table.tier_c
    bare = word.rstrip("s")
    return (
        word in known
        or bare in known
        or any(one.token in (word, bare) for one in context.index.abbreviations.definitions)
    )


@rule(
    "FIG008",
    "fig-axis-units",
    WARNING,
    "IEEE conference template, sec. III-H",
    bad=[
        (
            "%! word\n"
            "[Body Text] Fig. 1 shows it.\n"
            "[Normal] <chart Time [ms]|Gain (dB)/>\n"
            "[figure caption] Response."
        ),
        _plot("⟦Time [ms]⟧"),
        _plot("⟦Temperature/K⟧"),
        _plot("⟦Delay, ms⟧"),
        _plot("⟦Gain dB⟧"),
        _plot("⟦A/m⟧"),
        _plot("⟦(dB)⟧"),
        _plot("⟦Time [$\\mu$s]⟧"),
    ],
    good=[
        _plot("Time (ms)"),
        _plot("Magnetization, $M$ (A/m)"),
        _plot("Magnetization, M"),
        _plot("Signal/Noise"),
        _plot("$P/P_0$"),
        _plot("Requests/s"),
        _plot("W/L"),
        _plot("Samples [10]"),
        _plot("Speed (m/s)"),
        _plot("Accuracy (\\%)"),
    ],
    fixes=[
        (_plot("Time [ms]"), _plot("Time (ms)")),
        (_plot("Temperature/K"), _plot("Temperature (K)")),
        (_plot("Delay, ms"), _plot("Delay (ms)")),
        (_plot("Gain dB"), _plot("Gain (dB)")),
    ],
)
def axis_units(context: Context) -> Iterator[Finding]:
    """Units in axis labels stand in parentheses, after the name of the quantity.

    An axis labelled with units alone says nothing of what is plotted, and
    "Temperature/K" reads as a ratio: write "Temperature (K)".
    """
    labels = list(axis_labels(context.paper.figures))
    if not labels:
        return
    units = unit_symbols(context)
    for label in labels:
        words = label.words
        bare = words.strip()
        if _is_only_unit(bare, units):
            yield Finding(
                label.span,
                'Say what is plotted, not only its unit: "Magnetization (A/m)" rather than'
                f' "{bare}".',
            )
            continue
        match = (
            _bracketed(words, units)
            or _ratio(label, units)
            or _after_comma(words, units)
            or _trailing(words, units)
        )
        if match is not None:
            right = f"{words[: match.start(1)].strip()} ({match.group(2).strip()})"
            yield Finding(
                label.span,
                f'Put the unit in parentheses: "{right}", not "{bare}".',
                _mended(label, match),
            )


def _is_only_unit(words: str, units: Container[str]) -> bool:
    """True for "(A/m)", "dB", "[ms]"; capitals alone, as in "V" or "W/L", may be symbols."""
    inner = words.strip("()[] ")
    if not inner or not is_unit(inner, units):
        return False
    parts = pattern(r"[^\W\d_]+").findall(inner)
    is_symbolic = all(len(part) == 1 and part.isupper() for part in parts) or inner in (
        "m",
        "s",
        "g",
        "h",
        "t",
    )
    return words[0] in "([" or not is_symbolic or inner == "%"


def _bracketed(words: str, units: Container[str]) -> Match[str] | None:
    """``Time [ms]``; group 1 from the bracket on, group 2 the unit."""
    match = pattern(r"(?<=\S)(\s?\[([^\[\]]{1,24})\]\s*)$").search(words)
    return match if match is not None and is_unit(match.group(2), units) else None


def _last_word(words: str) -> str:
    found = pattern(r"[^\W\d_]+$").search(words.rstrip()[-30:])
    return found.group().lower() if found else ""


def _ratio(label: AxisLabel, units: Container[str]) -> Match[str] | None:
    """``Temperature/K``, ``$T$/K``."""
    match = pattern(r"(?<=\S)(\s?/\s?([^\s/]{1,12}(?:/[^\s/]{1,6})?)\s*)$").search(label.words)
    if match is None or not is_unit(match.group(2), units):
        return None
    quantity = label.words[: match.start(1)].strip()
    if is_unit(quantity, units):
        return None
    unit, name = match.group(2), _last_word(quantity)
    if name in QUANTITIES:
        return match
    at_slash = label.words.index("/", match.start(1))
    is_symbol = "$" in label.content[: label.places[at_slash]] and len(quantity) <= 4
    return (
        match
        if is_symbol and label.is_typed(at_slash) and unit not in TIME_UNITS | {"bit", "B"}
        else None
    )


def _after_comma(words: str, units: Container[str]) -> Match[str] | None:
    """``Delay, ms``."""
    match = pattern(r"(?<=\S)(\s?,\s?([^\s,]{1,12})\s*)$").search(words)
    return (
        match
        if match is not None and _follows(words[: match.start(1)], match.group(2), units)
        else None
    )


def _trailing(words: str, units: Container[str]) -> Match[str] | None:
    """``Gain dB``, ``Delay in ms``."""
    match = pattern(r"(?<=\S)(\s(?:in\s)?([^\s()\[\]]{1,12})\s*)$").search(words)
    return (
        match
        if match is not None and _follows(words[: match.start(1)], match.group(2), units)
        else None
    )


def _follows(quantity: str, unit: str, units: Container[str]) -> bool:
    """True when the last word is surely the unit of what stands before it."""
    if not is_unit(unit, units):
        return False
    name = _last_word(quantity)
    if len(unit) == 1 and unit != "%":
        return unit in QUANTITIES.get(name, "").split()
    if unit.isalpha() and unit.islower() and len(unit) > 2:
        return name in QUANTITIES  # min, bit, rad: also words
    return bool(name) and not is_unit(quantity, units)


def _mended(label: AxisLabel, match: Match[str]) -> Fix | None:
    """The unit of group 2 in parentheses."""
    if label.start is None:
        return None
    source = label.graphic.span.source
    first, last = match.start(2), match.end(2)
    opening = label.place(match.start(1)).start
    unit_start = label.place(first).start
    if label.words[first - 1 : first] == "[":
        bracket, closing = label.place(first - 1), label.place(last)
        if bracket.text != "[" or closing.text != "]":
            return None
        return Fix(Edit(bracket, "("), Edit(closing, ")"))
    end = label.place(last - 1).end if last - 1 < len(label.places) else label.place(last).start
    before = source.text[opening:unit_start]
    if before.strip(" ,/~in") or not all(label.is_typed(at) for at in range(first, last)):
        return None
    return Fix(Edit(Span(source, opening, unit_start), " ("), Edit(Span(source, end, end), ")"))
