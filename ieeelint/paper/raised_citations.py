"""Citations above or below the line, as other publishers print them."""

from __future__ import annotations

from ieeelint.paper.citation_marks import RAISED, CitationPlace, written_out
from ieeelint.paper.text import MATH, SUBSCRIPT, SUPERSCRIPT
from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.text import Mark

LONGEST = 30  # characters of a raised mark
FEWEST_RAISED = 2
# The end of a word, perhaps with a sign; not of a unit or a formula: 10³, m², x².
AFTER_WORD = r"[^\W\d_]{3,}[.,;:]?\s?\Z"
# All of a formula: raised, or in brackets on the line.
IN_MATH = r"\s*(?:\{\s*\})?\s*\^\s*(?:\{(.*)\}|(\d))\s*\Z|\s*(\[[^\[\]]*\])\s*\Z"
FONTS = r"\\(?:text|textrm|textnormal|mathrm|rm)\b|[{}\\]"


def is_off_line(paper: Paper, position: int) -> bool:
    """True for a place above or below the line."""
    text = paper.text
    return text.is_within(position, SUPERSCRIPT) or text.is_within(position, SUBSCRIPT)


def commands_in_formulas(paper: Paper) -> list[CitationPlace]:
    """Formulas that only raise a citation: ``$^{\\cite{a}}$``."""
    return [
        CitationPlace(mark.start, mark.end, None, [])
        for mark in paper.text.marks_of(MATH)
        if "\\cite" in mark.data.content
        and pattern(r"\s*(?:\{\s*\})?\s*\^\s*\{?\s*\\cite\w*\s*\{[^{}]*\}\s*\}?\s*\Z").match(
            mark.data.content
        )
    ]


def raised_numbers(
    paper: Paper, known: set[int]
) -> tuple[list[CitationPlace], list[CitationPlace]]:
    """Raised numbers that cite, and those that may do so: several, each after a word or a sign,
    none beyond the list.  Brackets that begin at one of the places ``known`` are left out.
    """
    certain: list[CitationPlace] = []
    possible: list[CitationPlace] = []
    for mark in paper.text.marks_of(SUPERSCRIPT, MATH):
        if mark.kind == SUPERSCRIPT and not known.isdisjoint(range(mark.start, mark.end)):
            continue
        words = _raised_words(paper, mark)
        place = _place(paper, mark, words) if words else None
        if place is None:
            continue
        is_certain = mark.kind == SUPERSCRIPT or "^" in mark.data.content and "[" in words
        (certain if is_certain else possible).append(place)
    count = sum(len(place.numbers) for place in certain)
    return (certain, possible) if count >= FEWEST_RAISED else ([], possible + certain)


def _raised_words(paper: Paper, mark: Mark) -> str:
    """What is raised; of a formula, if that is all of it, also numbers in brackets."""
    if mark.kind == SUPERSCRIPT:
        words = paper.text.plain[mark.start : mark.end]
        return words if len(words) <= LONGEST else ""
    content: str = mark.data.content
    if len(content) > 2 * LONGEST or not ("^" in content or content.lstrip().startswith("[")):
        return ""
    match = pattern(IN_MATH).match(content)
    return pattern(FONTS).sub("", match[1] or match[2] or match[3]) if match is not None else ""


def _place(paper: Paper, mark: Mark, words: str) -> CitationPlace | None:
    """The citation; None for other raised numbers."""
    if not pattern(RAISED).match(words):
        return None
    plain = paper.text.plain
    if not pattern(AFTER_WORD).search(plain, max(0, mark.start - 12), mark.start):
        return None
    numbers = written_out(pattern(r"[\[\]\s]").sub("", words))
    if not numbers or max(numbers) > len(paper.references):
        return None
    if paper.passage_at(mark.start).zone not in RUNNING:
        return None
    place = CitationPlace(mark.start, mark.end, None, numbers)
    place.is_raised = True
    return place
