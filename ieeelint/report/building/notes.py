"""Notes under a table: their words, and their letters in reading order."""

from __future__ import annotations

from dataclasses import replace
from string import ascii_lowercase

from ieeelint.report.grid import Cell, Head, Note
from ieeelint.report.words import Words, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# placeholders whose TeX is not the literal text
IN_TEX = {"pm": r"$\pm$"}
IN_TEXT = {"pm": "±"}


def completed(words: Words, values: Mapping[str, str]) -> Words:
    """Words with their placeholders replaced: {n}, {level}, {baseline}, {p}, {pm}, {unit}."""
    pieces = []
    for piece in words:
        text, tex = piece.text, piece.tex
        for name, value in {**IN_TEXT, **values}.items():
            text = text.replace("{" + name + "}", value)
        if tex is not None:
            for name, value in {**values, **IN_TEX}.items():
                tex = tex.replace("{" + name + "}", value.replace("%", r"\%"))
        pieces.append(replace(piece, text=text, tex=tex))
    return tuple(pieces)


def span(counts: Iterable[int | None]) -> str:
    """How many repeats: "50", or "5–7" where it varies."""
    known = sorted({count for count in counts if count is not None})
    if not known:
        return "several"
    return str(known[0]) if len(known) == 1 else f"{known[0]}–{known[-1]}"


class Notes:
    """Notes as they are attached to heads and cells; :meth:`lettered` gives them their letters."""

    def __init__(self) -> None:
        self._of: dict[int, list[Words]] = {}

    def attach(self, where: Head | Cell, words: Words) -> None:
        """Add a note to a head or a cell; the same words make one note."""
        here = self._of.setdefault(id(where), [])
        if words not in here:
            here.append(words)

    def lettered(self, heads: Sequence[Sequence[Head]], cells: Iterable[Cell]) -> list[Note]:
        """Write the letters into heads and cells, the heads first, and give the notes in order."""
        letters: dict[str, tuple[str, Words]] = {}
        noted: list[Head | Cell] = [head for row in heads for head in row]
        for one in [*noted, *cells]:
            for words in self._of.get(id(one), ()):
                key = plain(words)
                if key not in letters:
                    letters[key] = _letter(len(letters)), words
                one.notes += ("," if one.notes and len(letters[key][0]) > 1 else "") + letters[key][
                    0
                ]
        return [Note(letter, words) for letter, words in letters.values()]


def _letter(number: int) -> str:
    """a … z, aa, ab …"""
    after, place = divmod(number, 26)
    return (_letter(after - 1) if after else "") + ascii_lowercase[place]
