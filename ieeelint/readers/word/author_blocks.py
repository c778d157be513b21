"""The template's author blocks: one paragraph per author, from the name to the e-mail."""

from __future__ import annotations

from ieeelint.paper import blocks, zones

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.zones import Passage

FEWEST_LINES = 2  # of a paragraph with an author and an affiliation


def fill(block: blocks.AuthorBlock) -> None:
    """Separate the authors where each is one paragraph of several lines.

    Drafts with each line in a separate paragraph, or all names in one, stay as they are: the lines
    of an author cannot be detected there.
    """
    passages = [passage for passage in block.passages if passage.plain.strip()]
    authors = [_lines(passage) for passage in passages]
    if not authors or any(len(lines) < FEWEST_LINES for lines in authors):
        return
    block.style = "blocks"
    for passage, lines in zip(passages, authors):
        block.authors.append(blocks.Author(lines[0], lines[1:], passage.span))


def _lines(passage: Passage) -> list[Passage]:
    """The lines of the passage that contain words, as separate passages."""
    lines = []
    start = passage.start
    for line in passage.plain.split("\n"):
        if line.strip():
            first = start + len(line) - len(line.lstrip())
            end = start + len(line.rstrip())
            line_passage = zones.Passage(zones.AUTHOR, first, end, passage.text.span(first, end))
            line_passage.text = passage.text
            lines.append(line_passage)
        start += len(line) + 1
    return lines
