"""FIG007, 008: axis labels are words, with units in parentheses."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.drawing_labels import AxisLabel, axis_labels
from ieeelint.rules.support.label_units import is_unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from ieeelint.context import Context
    from ieeelint.tables.text_views import Units

# Letters that name an axis themselves.
COORDINATES = frozenset("xyzXYZ")
# Unit symbols that are common names of variables, too.
VARIABLES = frozenset("msght")


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
        _plot("⟦$M(x)$⟧"),
        _plot("⟦QXZR (ms)⟧"),
        _plot("⟦$M_{max}$⟧"),
        _plot("⟦QXZs⟧"),
    ],
    good=[
        _plot("Magnetization, $M$ (A/m)"),
        _plot("$x$"),
        _plot("y (mm)"),
        _plot("SNR (dB)"),
        _plot("BER"),
        _plot("Number of nodes $n$"),
        _plot("$x_1$"),
        _plot("QXZRABC"),
        _plot("QX"),
        _plot("nodes"),
        _plot("SNRs (dB)"),
        _plot("(ms)"),
    ],
)
def axis_words(context: Context) -> Iterator[Finding]:
    """Label axes with words, not with symbols or abbreviations alone.

    A reader should not have to look up M: write "Magnetization" or
    "Magnetization, M".
    """
    for label in axis_labels(context.paper.figures):
        words = pattern(r"\s*[(\[][^()\[\]]{0,40}[)\]]\s*$").sub("", label.words).strip()
        if not words or words in COORDINATES:
            continue
        if pattern(r"[^\W\d_](?:[_^]\w{1,6})?(?:\([^()]{0,6}\))?").fullmatch(words):
            if words[0] in COORDINATES:
                continue
            message = (
                'Name the quantity on the axis, not only its symbol, as in "Magnetization, M", not'
                f' "{words}".'
            )
            yield Finding(label.span, message)
        elif pattern(r"[A-Z]{3,6}s?").fullmatch(words) and not _is_known(context, words):
            message = f'Spell out the axis label: not every reader knows "{words}".'
            yield Finding(label.span, message)


def _is_known(context: Context, word: str) -> bool:
    """True for an abbreviation that needs no definition or has one in the text."""
    table = context.vocabulary.abbreviations
    known = table.tier_a | table.tier_b | table.tier_c
    bare = word.rstrip("s")
    return (
        word in known
        or bare in known
        or any(
            definition.token in (word, bare)
            for definition in context.index.abbreviations.definitions
        )
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
        _plot("⟦Loss [\\%]⟧"),
        _plot("⟦W/m$^2$⟧"),
        _plot("⟦[V]⟧"),
        _plot("⟦Delay in ms⟧"),
        _plot("⟦Rain mm⟧"),
        _plot("⟦Loss \\%⟧"),
        _plot("⟦Length, m⟧"),
        _plot("⟦Length m⟧"),
        _plot("⟦Time min⟧"),
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
        _plot("V"),
        _plot("Voltage/Current"),
        _plot("V/A"),
        _plot("Tool a"),
        _plot("Point m"),
        _plot("Node, a"),
        _plot("Time rad to"),
        _plot("Loss [a]"),
        _plot("Gain [1]"),
        _plot("$T_{max}$/K"),
        _plot("Words, $x$"),
        _plot("Time (min)"),
    ],
    fixes=[
        (_plot("Time [ms]"), _plot("Time (ms)")),
        (_plot("Temperature/K"), _plot("Temperature (K)")),
        (_plot("Delay, ms"), _plot("Delay (ms)")),
        (_plot("Gain dB"), _plot("Gain (dB)")),
    ],
)
def axis_units(context: Context) -> Iterator[Finding]:
    """In an axis label, write the unit in parentheses after the quantity: Temperature (K).

    A unit alone does not say what is plotted, and "Temperature/K" reads as a
    ratio.
    """
    labels = list(axis_labels(context.paper.figures))
    if not labels:
        return
    units = context.vocabulary.units
    for label in labels:
        words = label.words
        bare = words.strip()
        if _is_only_unit(bare, units):
            yield Finding(
                label.span,
                'Name the quantity on the axis, not only its unit, as in "Magnetization (A/m)", not'
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
                _parenthesized(label, match),
            )


def _is_only_unit(words: str, units: Units) -> bool:
    """True for "(A/m)", "dB", "[ms]"; capitals alone, as in "V" or "W/L", may be symbols."""
    inner = words.strip("()[] ")
    if not inner or not is_unit(inner, units):
        return False
    parts = pattern(r"[^\W\d_]+").findall(inner)
    is_symbolic = all(len(part) == 1 and part.isupper() for part in parts) or inner in VARIABLES
    return words[0] in "([" or not is_symbolic or inner == "%"


def _bracketed(words: str, units: Units) -> Match[str] | None:
    """A unit in brackets, ``Time [ms]``: group 1 is all from the space on, group 2 the unit."""
    match = pattern(r"(?<=\S)(\s?\[([^\[\]]{1,24})\]\s*)$").search(words)
    return match if match is not None and is_unit(match.group(2), units) else None


def _last_word(words: str) -> str:
    word = pattern(r"[^\W\d_]+$").search(words.rstrip()[-30:])
    return word.group().lower() if word else ""


def _ratio(label: AxisLabel, units: Units) -> Match[str] | None:
    """A unit after a slash: ``Temperature/K``, ``$T$/K``."""
    match = pattern(r"(?<=\S)(\s?/\s?([^\s/]{1,12}(?:/[^\s/]{1,6})?)\s*)$").search(label.words)
    if match is None or not is_unit(match.group(2), units):
        return None
    quantity = label.words[: match.start(1)].strip()
    if is_unit(quantity, units):
        return None
    unit, name = match.group(2), _last_word(quantity)
    if name in units.quantities:
        return match
    at_slash = label.words.index("/", match.start(1))
    is_symbol = "$" in label.content[: label.places[at_slash]] and len(quantity) <= 4
    return match if is_symbol and label.is_typed(at_slash) and unit not in units.rates else None


def _after_comma(words: str, units: Units) -> Match[str] | None:
    """A unit after a comma: ``Delay, ms``."""
    match = pattern(r"(?<=\S)(\s?,\s?([^\s,]{1,12})\s*)$").search(words)
    return (
        match
        if match is not None and _follows(words[: match.start(1)], match.group(2), units)
        else None
    )


def _trailing(words: str, units: Units) -> Match[str] | None:
    """A unit after a space or "in": ``Gain dB``, ``Delay in ms``."""
    match = pattern(r"(?<=\S)(\s(?:in\s)?([^\s()\[\]]{1,12})\s*)$").search(words)
    return (
        match
        if match is not None and _follows(words[: match.start(1)], match.group(2), units)
        else None
    )


def _follows(quantity: str, unit: str, units: Units) -> bool:
    """True when the last word must be the unit of the quantity before it."""
    if not is_unit(unit, units):
        return False
    name = _last_word(quantity)
    if len(unit) == 1 and unit != "%":
        return unit in units.quantities.get(name, ())
    if unit.isalpha() and unit.islower() and len(unit) > 2:
        return name in units.quantities  # min, bit, rad are also words
    return bool(name) and not is_unit(quantity, units)


def _parenthesized(label: AxisLabel, match: Match[str]) -> Fix | None:
    """A fix that puts the unit of group 2 in parentheses."""
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
