"""The title and the authors of a paper as plain text, for tables and letters."""

from __future__ import annotations

from ieeelint.paper.text import NOTE, OBJECT, PLACEHOLDERS
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage
    from ieeelint.views.draft import Draft

GRADES = (
    r",?\s*\(?(?:(?:Graduate\s+Student|Student|Senior|Life\s+Senior|Life)\s+)?"
    r"(?:Member|Fellow),?\s*IEEE\)?"
)
BETWEEN = r"\s*(?:,\s*and|,|;|&|\band)\s+|\s*\n\s*"
# Marks of affiliations after a name: figures, symbols, and letters between commas or in brackets.
AFTER = r"(?:[\s,]*(?:[*†‡§¶∗#]|\d+|\([^()]*\)))+\Z"
BEFORE = r"\A\d(?:st|nd|rd|th)\s+"  # as in IEEE's conference template: 1st Ana Lima
SUFFIXES = ("jr", "sr", "ii", "iii", "iv", "phd", "md")
LONGEST = 500  # characters of a title
MOST = 200  # authors


def title(draft: Draft) -> str:
    """The title on one line; empty if it is not known."""
    if draft.paper.title is not None:
        return _words(draft.paper.title.passage)[:LONGEST]
    info = draft.pdf.info if draft.pdf is not None else {}
    return " ".join(info.get("Title", "").split())[:LONGEST]


def pages(draft: Draft) -> int:
    """The number of pages: of the PDF file, or as Word saved it; 0 if it is not known."""
    if draft.pdf is not None:
        return len(draft.pdf.pages)
    outline = draft.paper.root.outline
    return len(outline.pages) + 1 if outline is not None and outline.pages else 0


def authors(paper: Paper) -> list[str]:
    """The names of the authors in order."""
    block = paper.author_block
    names: list[str] = []
    for author in block.authors if block is not None else ():
        if author.names is not None:
            names += split(_words(author.names, "\n"))
    return names[:MOST]


def split(line: str) -> list[str]:
    """The names of a line of authors: ``Ana Lima, Member, IEEE, and Bo Wu``."""
    line = pattern(GRADES).sub("", line)
    names: list[str] = []
    for word in pattern(BETWEEN).split(line):
        word = pattern(BEFORE).sub("", pattern(AFTER).sub("", word)).strip(" \t.,;*")
        if names and word.lower().replace(".", "") in SUFFIXES:
            names[-1] = f"{names[-1]}, {word}"
        elif any(sign.isalpha() for sign in word):
            names.append(word)
    return names


def _words(passage: Passage, newline: str = " ") -> str:
    """The words of a passage; formulas are as they are typed."""
    plain, text = passage.plain, passage.text
    pieces = []
    for offset, sign in enumerate(plain):
        if sign in (NOTE, OBJECT):
            continue
        if sign in PLACEHOLDERS:
            at = passage.start + offset
            sign = text.span(at, at + 1).text.strip("$")
        pieces.append(newline if sign == "\n" else sign)
    lines = "".join(pieces).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()
