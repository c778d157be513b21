"""The authors of a Word draft, detected from the lines between title and abstract."""

from __future__ import annotations

from ieeelint.paper import blocks, zones
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.zones import Passage

FEWEST_LINES = 2  # of an author: the name and an affiliation or an address
MOST_WORDS = 5  # of a name
ADDRESS = r"@|\bhttps?://|\bwww\.|\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b|(?i:orcid|e-?mail)\b"
SURNAME_FIRST = r"\A\s*([^\W\d_][\w'’-]+),\s?(?=[^\W\d_][\w'’-]+\s*\Z)"
NO_NAME = (
    r"[\d@,:/&]|(?i:\b(?:univ|institut|dep|college|school|faculty|lab|cent[er]|academy|inc\b|ltd\b"
    r"|compan|corporation|ministry|hospital|street|city\b|state\b|science|engineer|research|of\b|for\b))"
)


def fill(block: blocks.AuthorBlock) -> None:
    """Separate the authors: paragraphs with the lines of one or of several authors, or a paragraph
    for each line.

    Names in a row, and lines whose author is not certain, are left undivided.
    """
    passages = [passage for passage in block.passages if passage.plain.strip()]
    paragraphs = [_lines(passage) for passage in passages]
    counts = [sum(map(len, groups)) for groups in paragraphs]
    if not paragraphs:
        return
    if max(counts) >= FEWEST_LINES:  # single lines before the first author are a subtitle
        first = next(at for at, count in enumerate(counts) if count >= FEWEST_LINES)
        paragraphs, counts = paragraphs[first:], counts[first:]
    if min(counts) >= FEWEST_LINES:
        authors = [author for groups in paragraphs for author in _joined(groups)]
    else:
        authors = _by_addresses(
            [line for groups in paragraphs for group in groups for line in group]
        )
    if authors:
        block.style = "blocks"
    for lines in authors:
        span = lines[0].text.span(lines[0].start, lines[-1].end)
        block.authors.append(blocks.Author(lines[0], lines[1:], span))


def _lines(passage: Passage) -> list[list[Passage]]:
    """The lines of the passage that contain words, as separate passages, in groups: a blank line
    ends a group, and so does an address before a name.
    """
    groups: list[list[Passage]] = [[]]
    start = passage.start
    for line in passage.plain.split("\n"):
        if line.strip():
            first = start + len(line) - len(line.lstrip())
            end = start + len(line.rstrip())
            line_passage = zones.Passage(zones.AUTHOR, first, end, passage.text.span(first, end))
            line_passage.text = passage.text
            if groups[-1] and is_name(line) and _is_address(groups[-1][-1]):
                groups.append([])
            groups[-1].append(line_passage)
        elif groups[-1]:
            groups.append([])
        start += len(line) + 1
    return [group for group in groups if group]


def _joined(groups: list[list[Passage]]) -> list[list[Passage]]:
    """The authors of one paragraph: a group that does not begin with a name continues the group
    before.
    """
    authors: list[list[Passage]] = []
    for group in groups:
        if authors and not (is_name(group[0].plain) and len(authors[-1]) >= FEWEST_LINES):
            authors[-1] += group
        else:
            authors.append(group)
    return authors


def _by_addresses(lines: list[Passage]) -> list[list[Passage]]:
    """The authors of single lines, if each has a name first and one address last; else none."""
    authors: list[list[Passage]] = [[]]
    for line in lines:
        authors[-1].append(line)
        if _is_address(line):
            authors.append([])
    if authors.pop() or not authors:
        return []
    is_certain = all(
        len(author) > FEWEST_LINES and is_name(author[0].plain, 1) for author in authors
    )
    return authors if is_certain else []


def is_name(words: str, fewest: int = 2) -> bool:
    """True for a line that may be the name of one person, with at least ``fewest`` words."""
    words = pattern(SURNAME_FIRST).sub(r"\1 ", words)
    parts = words.split()
    return (
        fewest <= len(parts) <= MOST_WORDS
        and pattern(NO_NAME).search(words) is None
        and parts[0][:1].isupper()
        and all(part[:1].isupper() or len(part) < 4 for part in parts)
    )


def _is_address(line: Passage) -> bool:
    """True for a line with an e-mail address, an ORCID, or the address of a page."""
    return pattern(ADDRESS).search(line.plain) is not None
