"""The proof of a paper: its text as readers see it, in blocks, each with its place in the source.

A proof consists of plain values, so that a cache can keep it and a process can send it.  It is made
only if an output shows the paper.

``sources`` are pairs (path, text).  A block is ``(kind, label, rows, places)``: ``kind`` is a
zone or one of the names below, ``label`` the words that the class prints in front of it
(``Fig. 1.``), ``rows`` has rows of cells, and a cell is ``(columns, pieces)``; all but tables and
author blocks have one cell.
A piece is ``(text, style, source, start, end)``: its characters, and those in ``sources[source]``
that print them; ``source`` is -1 for words without one.  If both have the same number of
characters, and ``style`` names no placeholder, they match one by one.  ``places`` are triples
(source, start, end): the whole construct.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Place = tuple[int, int, int]
    Piece = tuple[str, str, int, int, int]
    Cell = tuple[int, list[Piece]]
    Block = tuple[str, str, list[list[Cell]], list[Place]]
    Proof = dict[str, Any]

FIGURE = "figure"
TABLE = "table"
ITEM = "item"
QUOTATION = "quotation"
SUBHEADING = "subheading"
REFERENCES = "References"
