"""Words for tables and figures that know whether they are markup already.

A plain ``str`` is literal: every writer escapes it.  What must look otherwise in
TeX, such as ``$3\\times3$``, is a :class:`Piece` with both forms.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, frozen=True)
class Piece:
    """Some characters: ``text`` as Unicode for everyone, ``tex`` where TeX needs its own form.

    ``style`` is "", "italic" or "superscript".
    """

    text: str
    tex: str | None = None
    style: str = ""


Words = tuple[Piece, ...]


def words(text: str, tex: str | None = None) -> Words:
    """Literal text, or text with a TeX form of its own."""
    return (Piece(text, tex),) if text or tex else ()


def plain(pieces: Words) -> str:
    """The words as Unicode."""
    return "".join(piece.text for piece in pieces)
