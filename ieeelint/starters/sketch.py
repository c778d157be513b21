"""A Word draft as a few lines of text, for the starter and for the rules' examples.

Each line is a paragraph: its style in brackets, perhaps with direct formatting,
then its words::

    [Body Text] Pipes are <i>everywhere</i> [1].
    [Body Text size=9 font=Arial] Nine points in another font.
    | Bore | Flow |
    [section columns=2]

Lines that begin with ``|`` are the rows of a table.  ``[section …]`` ends a
section: ``columns``, ``gap``, ``paper`` (letter, a4), ``margins`` (top,
bottom, sides in points).  ``[header]`` sets the header of its pages.  Within a
line: ``<i> <b> <sup> <sub> <hidden> <ins> <del> <math>``,
``<field REF name>result</field>``, ``<note>words</note>``, and alone
``<tab/> <br/> <page/> <picture/> <comment words/>`` (``<picture 300x150/>``
sets its pixels, ``<picture linked/>`` is not in the file), ``<printed/>`` where
Word began a page when it saved the file, and ``<chart title across|title up/>``;
``&lt;`` and ``&amp;`` for the characters themselves.
"""

from __future__ import annotations

import re

INLINE = re.compile(r"<(/?)([a-z]+)([^<>]*?)(/?)>")
OPTIONS = frozenset(
    "size font bold italic color indent align before after spacing plain break columns gap paper"
    " margins kind box".split()
)


class Line:
    """One paragraph: ``style`` by name, ``options`` as given, ``words`` with their inline marks."""

    __slots__ = ("style", "options", "words")

    def __init__(self, style: str, options: dict[str, str], words: str) -> None:
        self.style = style
        self.options = options
        self.words = words


class Table:
    """The rows of a table, each a list of cells."""

    __slots__ = ("rows",)

    def __init__(self) -> None:
        self.rows: list[list[str]] = []


def lines_of(sketch: str) -> list[Line | Table]:
    """The paragraphs and tables of a sketch.  Raises ValueError for a line that means nothing."""
    found: list[Line | Table] = []
    for line in sketch.split("\n"):  # other separators of lines may be in a paragraph
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("|"):
            if not found or not isinstance(found[-1], Table):
                found.append(Table())
            table = found[-1]
            assert isinstance(table, Table)
            table.rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
            continue
        found.append(_line(line))
    return found


def _line(line: str) -> Line:
    """One bracketed line; options are the last words in the brackets, as far as they are known
    ones.
    """
    if not line.startswith("[") or "]" not in line:
        raise ValueError(f'the line "{line[:60]}" of a sketch names no style')
    head, _, words = line[1:].partition("]")
    names = head.split()
    options: dict[str, str] = {}
    while names:
        name, _, value = names[-1].partition("=")
        if name not in OPTIONS or len(names) == 1:
            break
        options[name] = value
        names.pop()
    return Line(" ".join(names), options, words.removeprefix(" "))
