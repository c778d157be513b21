"""Letters with accents as commands of TeX."""

from __future__ import annotations

ACCENTS = {
    "\u0300": "`",
    "\u0301": "'",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "=",
    "\u0306": "u",
    "\u0307": ".",
    "\u0308": '"',
    "\u030a": "r",
    "\u030b": "H",
    "\u030c": "v",
    "\u0323": "d",
    "\u0327": "c",
    "\u0331": "b",
}
# Letters that TeX names.
LETTERS = {
    "Ø": "{\\O}",
    "ø": "{\\o}",
    "Ł": "{\\L}",
    "ł": "{\\l}",
    "Æ": "{\\AE}",
    "æ": "{\\ae}",
    "Œ": "{\\OE}",
    "œ": "{\\oe}",
    "ß": "{\\ss}",
}


def composed(character: str) -> str:
    """A letter with its accents as commands; the letter itself if one of them has no command."""
    from unicodedata import normalize

    if character in LETTERS:
        return LETTERS[character]
    letters = normalize("NFD", character)
    base, marks = letters[0], letters[1:]
    if not marks or not base.isascii() or not all(mark in ACCENTS for mark in marks):
        return character
    if any(ACCENTS[mark] not in "dcb" for mark in marks) and base in "ij":
        base = f"\\{base} "
    tex = base
    for mark in marks:
        tex = f"\\{ACCENTS[mark]}{{{tex}}}"
    return f"{{{tex}}}"
