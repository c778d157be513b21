"""Text for tables and figures: literal text, which writers escape, or text with a form in TeX.

A plain ``str`` is literal.  Text that looks different in TeX, such as ``$3\\times3$``, is a
:class:`Piece` with both forms.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, frozen=True)
class Piece:
    """Some characters: ``text`` as Unicode, and ``tex`` if TeX needs another form.

    ``style`` is "", "italic" or "superscript".
    """

    text: str
    tex: str | None = None
    style: str = ""


Words = tuple[Piece, ...]


def words(text: str, tex: str | None = None) -> Words:
    """Literal text, or text with a separate form in TeX."""
    return (Piece(text, tex),) if text or tex else ()


def plain(pieces: Words) -> str:
    """The words as Unicode."""
    return "".join(piece.text for piece in pieces)
