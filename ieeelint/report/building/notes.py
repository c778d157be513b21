"""Notes under a table: their text, and their letters in reading order."""

from __future__ import annotations

from dataclasses import replace
from string import ascii_lowercase

from ieeelint.report.grid import Cell, Header, Note
from ieeelint.report.words import Words, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# a placeholder with a form in TeX
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


def texts_of(words: Words) -> list[str]:
    """The text of words, as Unicode and in TeX."""
    return [text for piece in words for text in (piece.text, piece.tex or "")]


def span(counts: Iterable[int | None]) -> str:
    """The number of repeats: "50", or "5–7" if it varies."""
    known = sorted({count for count in counts if count is not None})
    if not known:
        return "several"
    return str(known[0]) if len(known) == 1 else f"{known[0]}–{known[-1]}"


class Notes:
    """Notes that are attached to headers and cells; :meth:`lettered` assigns their letters."""

    def __init__(self) -> None:
        self._of: dict[int, list[Words]] = {}

    def attach(self, where: Header | Cell, words: Words) -> None:
        """Add a note to a header or a cell, if it does not have the same note yet."""
        notes = self._of.setdefault(id(where), [])
        if words not in notes:
            notes.append(words)

    def lettered(
        self, header_rows: Sequence[Sequence[Header]], cells: Iterable[Cell]
    ) -> list[Note]:
        """Assign the letters to headers, then to cells, and return the notes in order."""
        letters: dict[str, tuple[str, Words]] = {}
        headers: list[Header | Cell] = [header for row in header_rows for header in row]
        for item in [*headers, *cells]:
            for words in self._of.get(id(item), ()):
                letter, _ = letters.setdefault(plain(words), (_letter(len(letters)), words))
                item.notes += ("," if item.notes and len(letter) > 1 else "") + letter
        return [Note(letter, words) for letter, words in letters.values()]


def _letter(number: int) -> str:
    """a … z, aa, ab …"""
    rounds, position = divmod(number, 26)
    return (_letter(rounds - 1) if rounds else "") + ascii_lowercase[position]
