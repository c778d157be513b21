"""Where the text cites: citation commands and fields, and numbers typed in brackets."""

from __future__ import annotations

from ieeelint.paper.model import RUNNING
from ieeelint.paper.text import CITE
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Citation, Paper

BRACKET = (
    r"\[([1-9][0-9]{0,2}(?:\s{0,2}[,;–-]\s{0,2}[1-9][0-9]{0,2}){0,11})(?:,\s"
    r"(?:[A-Za-z.]{1,12}\s)?[^\[\]\n]{1,30})?\]"
)
BLANKS = " \n\t\u00a0\u2009"
# A period that ends a word, not a sentence.
ABBREVIATED = (
    r"(?:\b[A-Z]|(?:\b|\.)(?:al|i\.e|e\.g|etc|Inc|Ltd|Co|Corp|vs|cf|viz|[Ff]igs?|[Ee]qs?"
    r"|[Rr]efs?|[Vv]ol|[Nn]o|pp|[Ss]ecs?|resp|approx|Dr"
    r"|Prof|St|Jr|Sr|Mr|Ms|[Cc]h|[Tt]ab|[Aa]lg|[Aa]pp|[Tt]hm|incl|esp|[Ee]d|[Ee]ds|p|c)|\.\.)\.\Z"
)


class CitationPlace:
    """One citation in the text, from ``start`` to ``end``.

    ``citation`` for a command or a field; a typed one has only its ``numbers``,
    ranges written out.
    """

    __slots__ = ("start", "end", "citation", "numbers")

    def __init__(self, start: int, end: int, citation: Citation | None, numbers: list[int]) -> None:
        self.start = start
        self.end = end
        self.citation = citation
        self.numbers = numbers


def citation_places(paper: Paper) -> list[CitationPlace]:
    """All citations of running text that print as a bracketed number, in order.

    Typed numbers count only where the draft cites by no other means, or in
    Word; they are then at most as many as the reference list is long.
    """
    found = []
    for citation in paper.citations:
        at = citation.position
        if at >= 0 and not citation.prints_author and paper.text.plain[at] == CITE:
            if paper.passage_at(at).zone in RUNNING:
                found.append(CitationPlace(at, at + 1, citation, []))
    if not found or paper.format != "latex":
        found += typed_citations(paper)
    found.sort(key=lambda place: place.start)
    return found


def typed_citations(paper: Paper) -> list[CitationPlace]:
    """Numbers typed in brackets that can be citations.

    In LaTeX none when fewer than two stand alone in theirs: brackets hold much else there.
    """
    plain = paper.text.plain
    if "[" not in plain:
        return []
    most = len(paper.references) or len(paper.bibliography.database_keys or ()) or 999
    found = []
    single = 0
    for match in paper.find(pattern(BRACKET), RUNNING):
        before = plain[match.start() - 1 : match.start()]
        if before.isalnum() or before in (")", "}", "_", "^") or before == "\ue000":
            continue
        numbers = written_out(match.group(1))
        if numbers and max(numbers) <= most:
            single += len(numbers) == 1
            found.append(CitationPlace(match.start(), match.end(), None, numbers))
    return found if single > 1 or paper.format == "word" else []


def written_out(text: str) -> list[int]:
    """The numbers of ``2, 4–6``: 2, 4, 5, 6; none when they are in no order."""
    numbers: list[int] = []
    for part in pattern(r"[,;]").split(text):
        first, _, last = part.replace("–", "-").partition("-")
        low, high = int(first), int(last or first)
        if high < low or high - low > 60:
            return []
        numbers += range(low, high + 1)
    return numbers if numbers == sorted(set(numbers)) else []


def follows_abbreviation(plain: str, stop: int) -> bool:
    """True when the period before ``stop`` belongs to a word such as "al." or "Inc."."""
    return pattern(ABBREVIATED).search(plain, max(0, stop - 10), stop) is not None


def is_partial(paper: Paper) -> bool:
    """True when a part of the draft could not be read, so that absence proves nothing."""
    return paper.is_fragment or any(
        one.kind in ("missing-file", "unreadable", "cycle") for one in paper.problems
    )
