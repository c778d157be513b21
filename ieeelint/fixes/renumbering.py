"""New numbers for a typed list of references: the order of first citation."""

from __future__ import annotations

from ieeelint.paper.compiled_lists import is_compiled
from ieeelint.paper.visible_citations import SEEN
from ieeelint.paper.zones import ABSTRACT, CAPTION, CELL, FOOTNOTE, REFERENCE, TABLE_NOTE
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Span
    from ieeelint.paper.visible_citations import VisibleCitations

# Zones that are printed apart from their source.
APART = frozenset((CAPTION, CELL, ABSTRACT, TABLE_NOTE, FOOTNOTE))
TYPED_NUMBER = r"\b[Rr]ef(?:erence)?s?\.?[\s\u00a0]{1,2}(?:[Nn]os?\.[\s\u00a0]?)?\(?\d"
SAME_NAMES = r"[\s\[\]\d.]{0,8}(?:—|[–_-]{2,})"
ANY_BRACKET = r"[\[［【]([^\[\]【】［］\n]{1,80})[\]］】]"
INTERVAL = r"(?:\A|,)\s?(?:[-−]\s?\d|0(?![\d.]))|∞"  # with a zero, or a number below it
LABEL = 6  # characters of a number that is typed before an entry


class NotUnderstood(Exception):
    """A place of the draft that may be a citation, or a list that cannot be sorted."""


class Renumbering:
    """``new`` has the new number of each old one, ``order`` the old numbers in the new order,
    ``uncited`` those that nothing cites, which stay at the end.
    """

    __slots__ = ("new", "order", "uncited")

    def __init__(self, order: list[int], uncited: list[int]) -> None:
        self.order = order
        self.uncited = uncited
        self.new = {old: number for number, old in enumerate(order, 1)}

    @property
    def is_sorted(self) -> bool:
        """True if nothing changes."""
        return self.order == sorted(self.order)


def renumbering(paper: Paper, citations: VisibleCitations) -> Renumbering:
    """The new numbers.  Raises NotUnderstood for a draft in which one number could become wrong."""
    _refuse_lists(paper)
    _refuse_marks(paper, citations)
    count = len(paper.references)
    ranks = {entry.key: number for number, entry in enumerate(paper.references, 1)}
    first: dict[int, tuple[bool, int, int]] = {}
    for position, numbers in _cited(paper, citations, ranks):
        zone = paper.passage_at(position).zone
        for at, number in enumerate(numbers):
            rank = zone in APART, position, at
            first[number] = min(first.get(number, rank), rank)
    in_text = {number: rank[1:] for number, rank in first.items()}
    cited = sorted(in_text, key=lambda number: in_text[number])
    uncited = [number for number in range(1, count + 1) if number not in first]
    return Renumbering(cited + uncited, uncited)


def where(paper: Paper, span: Span) -> str:
    """A place as the user finds it."""
    line = span.source.locate(span.start)[0]
    return f"paragraph {line}" if paper.format == "word" else f"{span.source.path}:{line}"


def _cited(
    paper: Paper, citations: VisibleCitations, ranks: dict[str, int]
) -> list[tuple[int, list[int]]]:
    """The numbers that are cited at each position."""
    found = {one.start: one.through + one.numbers for one in citations.certain}
    for citation in paper.citations:
        if citation.command != "nocite":
            numbers = [ranks[key] for key, _ in citation.keys if key in ranks]
            if citation.position < 0 and numbers:
                place = where(paper, citation.span)
                raise NotUnderstood(f"{place}: a citation in a formula or code")
            found.setdefault(citation.position, []).extend(numbers)
    return sorted(found.items())


def _refuse_lists(paper: Paper) -> None:
    """Refuse a list that is not typed, or not as a list."""
    entries = paper.references
    if paper.bibliography.databases or paper.works is not None:
        raise NotUnderstood("the list is made from .bib files; BibTeX sorts it")
    if not entries:
        raise NotUnderstood("there is no typed list of references")
    for problem in paper.problems:
        if problem.kind in ("missing-file", "unreadable", "cycle", "unbalanced", "damaged-part"):
            raise NotUnderstood(f"{where(paper, problem.span)}: {problem.message}")
    if paper.is_fragment:
        raise NotUnderstood("the file is only a part of a draft")
    if any(is_compiled(entry.span) for entry in entries):
        raise NotUnderstood("BibTeX wrote the list; correct the .bib file")
    keys: set[str] = set()
    for number, entry in enumerate(entries, 1):
        place = where(paper, entry.span)
        if entry.key and entry.key in keys:
            raise NotUnderstood(f'{place}: the key "{entry.key}" is used twice')
        keys.add(entry.key)
        is_word = paper.format == "word"
        if is_word and entry.key.isdecimal() and int(entry.key) != number:
            raise NotUnderstood(f"{place}: reference [{number}] has the number {entry.key}")
        if pattern(SAME_NAMES).match(entry.passage.plain):
            raise NotUnderstood(f"{place}: a dash repeats the names of the reference before")


def _refuse_marks(paper: Paper, citations: VisibleCitations) -> None:
    """Refuse marks that may be citations."""
    text, count = paper.text, len(paper.references)
    doubtful = [one for one in citations.raised if one.citation is None and one.numbers]
    if not citations.uses_commands:
        doubtful += citations.possible
    for place in doubtful:
        if any(number <= count for number in place.all_numbers):
            span = text.span(place.start, place.end)
            raise NotUnderstood(f'{where(paper, span)}: "{_shown(span)}" may be a citation')
    for place in citations.certain:
        if place.beyond:
            span = text.span(place.start, place.end)
            raise NotUnderstood(f'{where(paper, span)}: "{_shown(span)}" is beyond the list')
    if citations.next_to_commands:
        number = min(citations.next_to_commands)
        raise NotUnderstood(f"the number [{number}] is typed, but other citations are commands")
    for match in paper.find(pattern(TYPED_NUMBER), SEEN):
        span = text.span(*match.span())
        raise NotUnderstood(f'{where(paper, span)}: "{_shown(span)}" has a typed number')
    if not citations.uses_commands:
        _refuse_hidden(paper, citations, count)


def _refuse_hidden(paper: Paper, citations: VisibleCitations, count: int) -> None:
    """Refuse all other brackets with a number of the list, also in code and in the list itself."""
    plain = paper.text.plain
    known = {place.start for place in citations.certain}
    for match in pattern(ANY_BRACKET).finditer(plain):
        start = match.start()
        passage = paper.passage_at(start)
        is_label = passage.zone == REFERENCE and start - passage.start < LABEL
        if start in known or is_label or pattern(INTERVAL).search(match[1]):
            continue
        numbers = map(int, pattern(r"(?<![\w.(/])\d{1,3}(?![\w.)/])").findall(match[1]))
        if any(0 < number <= count for number in numbers):
            span = paper.text.span(*match.span())
            raise NotUnderstood(f'{where(paper, span)}: "{_shown(span)}" may be a citation')


def _shown(span: Span) -> str:
    return " ".join(span.text.split())
