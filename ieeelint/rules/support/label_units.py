"""Units in the labels of axes and columns, and the parentheses around them."""

from __future__ import annotations

from ieeelint.finding import Edit, Fix
from ieeelint.paper.text import MATH, QUANTITY
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match

    from ieeelint.paper.model import Paper
    from ieeelint.paper.text import Text
    from ieeelint.tables.text_views import Units

# Command -> what it prints in a label.
SYMBOLS = {
    "mu": "µ",
    "micro": "µ",
    "Omega": "Ω",
    "ohm": "Ω",
    "textohm": "Ω",
    "circ": "°",
    "degree": "°",
    "celsius": "°C",
    "textdegree": "°",
    "textmu": "µ",
    "percent": "%",
    "cdot": "·",
    "times": "×",
    "per": "/",
    "%": "%",
    "degreeCelsius": "°C",
    "kelvin": "K",
    "second": "s",
    "metre": "m",
    "meter": "m",
    "volt": "V",
    "ampere": "A",
    "watt": "W",
    "hertz": "Hz",
    "decibel": "dB",
    "dB": "dB",
    "gram": "g",
    "joule": "J",
    "newton": "N",
    "pascal": "Pa",
    "tesla": "T",
    "hour": "h",
    "minute": "min",
    "radian": "rad",
    "milli": "m",
    "kilo": "k",
    "mega": "M",
    "giga": "G",
    "nano": "n",
    "pico": "p",
    "centi": "c",
    "ms": "ms",
    "us": "µs",
    "ns": "ns",
    "kHz": "kHz",
    "MHz": "MHz",
    "GHz": "GHz",
    "Hz": "Hz",
    "m": "m",
    "s": "s",
    "V": "V",
    "A": "A",
    "W": "W",
    "mm": "mm",
    "cm": "cm",
    "km": "km",
    "um": "µm",
    "nm": "nm",
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "epsilon": "ε",
    "varepsilon": "ε",
    "theta": "θ",
    "lambda": "λ",
    "rho": "ρ",
    "sigma": "σ",
    "tau": "τ",
    "phi": "φ",
    "varphi": "φ",
    "omega": "ω",
    "eta": "η",
    "xi": "ξ",
    "Delta": "Δ",
    "Phi": "Φ",
    "Theta": "Θ",
    "Lambda": "Λ",
    "kappa": "κ",
    "nu": "ν",
    "psi": "ψ",
    "zeta": "ζ",
    "chi": "χ",
    ",": " ",
    ";": " ",
    " ": " ",
    "quad": " ",
    ":": " ",
    "\\": " ",
}
TOKEN = r"\\([A-Za-z]+|.)\s*|[{}$]|~|[^\\{}$~]"


def flat(content: str) -> tuple[str, list[int]]:
    """The characters that LaTeX prints for a label, each with its offset in ``content``.

    Braces, ``$`` and style commands print nothing.
    """
    words: list[str] = []
    places: list[int] = []
    for match in pattern(TOKEN, 16).finditer(content):  # 16: re.DOTALL
        token = match.group()
        if token[0] == "\\":
            printed = SYMBOLS.get(match.group(1), "")
        elif token in "{}$":
            continue
        else:
            printed = " " if token == "~" or token.isspace() else token
        words.append(printed)
        places += [match.start()] * len(printed)
    return "".join(words), places


def readable(text: Text, start: int, end: int) -> tuple[str, list[int]]:
    """The words of a range with its formulas and quantities spelled out, each character with its
    position.
    """
    words: list[str] = []
    places: list[int] = []
    for position in range(start, end):
        character = text.plain[position]
        if character in (MATH, QUANTITY):
            mark = text.mark_at(position)
            data = mark.data if mark is not None else None
            if data is not None:
                character = flat(
                    data.content
                    if mark is not None and character == MATH
                    else data.number + " " + data.unit
                )[0]
        elif character.isspace():
            character = " "
        words.append(character)
        places += [position] * len(character)
    return "".join(words), places


def is_unit(words: str, units: Units) -> bool:
    """True for a unit, or a product or ratio of units with exponents: ``A/m``, ``W·m^-2``."""
    words = words.strip().replace("μ", "µ")
    if words in units.in_labels:
        return True
    parts = [part for part in pattern(r"[\s/·⋅×*^_()]+|[-−]?[0-9²³⁻¹]+").split(words) if part]
    return (
        0 < len(parts) <= 5 and len(words) <= 24 and all(part in units.in_labels for part in parts)
    )


def bracketed_unit(words: str, units: Units) -> Match[str] | None:
    """A unit in square brackets at the end of a label; group 1 is the unit."""
    match = pattern(r"(?<=\S)\s?\[([^\[\]]{1,24})\]\s*$").search(words)
    return match if match is not None and is_unit(match.group(1), units) else None


def parenthesized(paper: Paper, match: Match[str], places: list[int]) -> Fix | None:
    """Parentheses instead of the brackets around group 1, if both are typed in the text."""
    opening, closing = places[match.start(1) - 1], places[match.end(1)]
    if not (
        paper.text.is_typed(opening, opening + 1) and paper.text.is_typed(closing, closing + 1)
    ):
        return None
    return Fix(
        Edit(paper.text.span(opening, opening + 1), "("),
        Edit(paper.text.span(closing, closing + 1), ")"),
    )
