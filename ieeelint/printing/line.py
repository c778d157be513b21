"""One printed entry under construction: the mark between two pieces depends on both, so it is
written when the second piece is added.
"""

from __future__ import annotations

from ieeelint.paper.bibtex_strings import with_period
from ieeelint.patterns import pattern

LARGE_SPACE = "\\hskip 1em plus 0.5em minus 0.4em\\relax "
COMMA, PERIOD, NOTHING = "comma", "period", ""
LABELS = r"(?:vol|ser|version|no|pp?|ch)\b"


class Line:
    """The text so far, the mark that the last piece needs after it, and whether a capital
    follows.
    """

    def __init__(self, mark: str = COMMA) -> None:
        self.text = ""
        self.standard = mark  # after a piece that needs nothing else
        self.capital = True
        self._piece = ""
        self._mark = NOTHING
        self._quote = False
        self._space = ""
        self._is_literal = False

    def add(
        self,
        piece: str,
        *,
        mark: str | None = None,
        quote: bool = False,
        before: str | None = None,
        large: bool = False,
        capital: bool | None = None,
        literal: bool = False,
    ) -> None:
        """Append a piece; an empty piece changes nothing.

        ``mark`` is what it wants after it, ``quote`` closes a quotation after
        that, ``before`` overrides the mark that the piece before wanted, with
        ``large`` for the space between sentences of a book's entry.  The period
        of a ``literal`` piece ends a sentence, not an abbreviation.
        """
        if not piece:
            return
        ends_sentence = self._flush(before, large)
        if ends_sentence and pattern(LABELS).match(piece):
            piece = piece[0].upper() + piece[1:]
        self._piece = piece
        self._mark = self.standard if mark is None else mark
        self._quote = quote
        self._is_literal = literal
        self._space = " "
        self.capital = self.standard == PERIOD if capital is None else capital

    def replace(self, piece: str) -> None:
        """Replace the last piece."""
        self._piece = piece

    @property
    def last(self) -> str:
        """The last piece as it was added."""
        return self._piece

    def _flush(self, mark: str | None = None, large: bool = False) -> bool:
        """Write the last piece; true if its own period stands for a comma."""
        if not self._piece:
            return False
        mark = self._mark if mark is None else mark
        ends_sentence = (
            self._is_literal and mark == COMMA and with_period(self._piece) == self._piece
        )
        text = self._piece + "," if mark == COMMA and not ends_sentence else self._piece
        text = with_period(text) if mark == PERIOD else text
        self.text += text + ("''" if self._quote else "") + (LARGE_SPACE if large else self._space)
        return ends_sentence

    def finished(self) -> str:
        """The whole entry, with its period."""
        text = with_period(self._piece) if self._mark else self._piece
        return self.text + text + ("''" if self._quote else "")
