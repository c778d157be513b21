"""The characters of Word's symbol fonts as Unicode."""

from __future__ import annotations

from ieeelint.patterns import pattern

# The Symbol font's letters (Adobe's encoding) as Unicode, from 0x41 on and from 0x61 on.
SYMBOL_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
SYMBOL_SMALL = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
SYMBOL_OTHERS = {
    0x22: "∀",
    0x24: "∃",
    0x2D: "−",
    0x40: "≅",
    0xA3: "≤",
    0xA5: "∞",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB6: "∂",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBA: "≡",
    0xBB: "≈",
    0xBC: "…",
    0xAE: "→",
    0xAC: "←",
    0xCE: "∈",
    0xD1: "∇",
    0xD6: "√",
    0xD7: "⋅",
    0xE5: "∑",
    0xF2: "∫",
}


def symbol(code: int, font: str) -> str:
    """The character that ``w:sym`` prints; U+FFFD when the encoding of the font is not known."""
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if font.lower() == "symbol" and low < 0x100:
        if 0x41 <= low <= 0x5A:
            return SYMBOL_CAPITALS[low - 0x41]
        if 0x61 <= low <= 0x7A:
            return SYMBOL_SMALL[low - 0x61]
        return SYMBOL_OTHERS.get(low, chr(low) if 0x20 <= low < 0x7F else "\ufffd")
    if 0xE000 <= code <= 0xF8FF or not 0x20 <= code < 0xD800:
        return "\ufffd"  # a private character of a picture font
    return chr(code)


def printed_text(text: str) -> str:
    """The text of a ``w:t`` as it prints, one character for each: a newline is a space, and a
    private-area character, by which Word stores the Symbol font, is the character it shows.
    """
    text = text.replace("\n", " ").replace("\r", " ")
    if text.isascii():
        return text
    return pattern("[\ue000-\uf8ff]").sub(lambda found: symbol(ord(found[0]), "Symbol"), text)
