"""Author blocks of the template: a paragraph an author, its lines name, affiliation, place,
e-mail.
"""

from __future__ import annotations

from ieeelint.paper import model

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Passage

FEWEST_LINES = 2  # of one paragraph that can be an author with an affiliation


def fill(block: model.AuthorBlock) -> None:
    """Tell the authors apart, where each stands in a paragraph of several lines.

    Drafts that put every line into a paragraph of its own, or all names into
    one, stay as they are: nobody can tell whose line is whose.
    """
    passages = [passage for passage in block.passages if passage.plain.strip()]
    authors = [_lines(passage) for passage in passages]
    if not authors or any(len(lines) < FEWEST_LINES for lines in authors):
        return
    block.style = "blocks"
    for passage, lines in zip(passages, authors):
        block.authors.append(model.Author(lines[0], lines[1:], passage.span))


def _lines(passage: Passage) -> list[Passage]:
    """The lines of the passage that have words, as passages of their own."""
    found = []
    start = passage.start
    for line in passage.plain.split("\n"):
        if line.strip():
            first = start + len(line) - len(line.lstrip())
            end = start + len(line.rstrip())
            one = model.Passage(model.AUTHOR, first, end, passage.text.span(first, end))
            one.text = passage.text
            found.append(one)
        start += len(line) + 1
    return found
