"""The citations of a draft with the new numbers of a list: groups sorted, ranges written again."""

from __future__ import annotations

from ieeelint.finding import Edit
from ieeelint.fixes.renumbering import NotUnderstood, where
from ieeelint.paper.citation_marks import DASH
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.fixes.renumbering import Renumbering
    from ieeelint.paper.citation_marks import CitationPlace
    from ieeelint.paper.model import Paper
    from ieeelint.paper.visible_citations import VisibleCitations

SEPARATED = r"[\s\u00a0]{0,2}[,;]?[\s\u00a0]{0,2}\Z"
ONLY_NUMBERS = r"[\[［【][\d\s,;，、&–—‒−‑-]+(?:(?:and|&)[\d\s]+)?[\]］】]\Z"
# The source of citations that can be written again.
WRITABLE = r"(?:[\[\]［］【】\d\s\u00a0,;，、&~–—‒−‑-]|and|to|through)+\Z"
SHORTEST_RUN = 3  # numbers that become a range


def mark_edits(paper: Paper, citations: VisibleCitations, plan: Renumbering) -> list[Edit]:
    """The edits of all citations.  Raises NotUnderstood."""
    if citations.uses_commands:
        return list(_commands(paper, citations, plan))
    edits = []
    for cluster in _clusters(paper, citations.certain):
        start, end = cluster[0].start, cluster[-1].end
        span = paper.text.span(start, end)
        new = _written(paper, cluster, plan)
        if new is None:
            raise NotUnderstood(f'{where(paper, span)}: "{span.text}" cannot be renumbered')
        if any(place.citation is not None for place in cluster):
            raise NotUnderstood(f'{where(paper, span)}: "{span.text}" is a field')
        if new != span.text:
            edits.append(Edit(span, new, on_source=True))
    return edits


# -- typed numbers -----------------------------------------------------------------------------


def _clusters(paper: Paper, places: list[CitationPlace]) -> Iterator[list[CitationPlace]]:
    """Citations with only separators or the sign of a range between them."""
    plain = paper.text.plain
    cluster: list[CitationPlace] = []
    for place in places:
        if cluster:
            between = plain[cluster[-1].end : place.start]
            if not (place.ends_range or pattern(SEPARATED).match(between)):
                yield cluster
                cluster = []
        cluster.append(place)
    if cluster:
        yield cluster


def _written(paper: Paper, cluster: list[CitationPlace], plan: Renumbering) -> str | None:
    """The source of a group of citations with its new numbers; None if it is not certain."""
    text = paper.text
    sources = [text.span(place.start, place.end).text for place in cluster]
    source = text.span(cluster[0].start, cluster[-1].end).text
    numbers = sorted({plan.new[number] for place in cluster for number in place.all_numbers})
    if not all(pattern(ONLY_NUMBERS).match(one.replace("--", "–")) for one in sources):
        return _in_place(cluster, sources, source, plan)
    if not pattern(WRITABLE).match(source):
        return None
    if len(numbers) == 1 and len(cluster) == 1:
        return pattern(r"\d+").sub(str(numbers[0]), source, 1)
    dash = pattern(rf"-{{2}}|{DASH}").search(source)
    words = pattern(r"\]([\s\u00a0~]+(?:to|through)[\s\u00a0~]+)\[").search(source)
    if words is not None:
        is_whole = numbers[-1] - numbers[0] == len(numbers) - 1 and len(cluster) == 2
        if is_whole:
            return f"[{numbers[0]}]{words[1]}[{numbers[-1]}]"
    sign = dash.group() if dash is not None else ""
    if len(cluster) == 1:
        opening, closing = source[0], source[-1]
        inner = pattern(r"[,;，、][\s\u00a0]?").search(source)
        comma = inner.group() if inner is not None else ", "
        if dash is not None and pattern(rf"\s{DASH}+\s").search(source):
            sign = f" {sign} "
        return opening + comma.join(_runs(numbers, sign, "", "")) + closing
    comma = next(
        (
            one
            for before, place in zip(cluster, cluster[1:])
            if not place.ends_range
            and (one := text.span(before.start, place.end).text)
            and (one := _between(one, sources, cluster.index(place)))
        ),
        ", ",
    )
    return comma.join(_runs(numbers, sign, "[", "]"))


def _between(pair: str, sources: list[str], number: int) -> str:
    """What is between two neighbors of a group."""
    return pair[len(sources[number - 1]) : len(pair) - len(sources[number])]


def _runs(numbers: list[int], sign: str, opening: str, closing: str) -> list[str]:
    """The numbers in brackets, and as ranges if there is a sign for them."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    written = []
    for run in runs:
        if sign and len(run) >= SHORTEST_RUN:
            written.append(f"{opening}{run[0]}{closing}{sign}{opening}{run[-1]}{closing}")
        else:
            written += [f"{opening}{number}{closing}" for number in run]
    return written


def _in_place(
    cluster: list[CitationPlace], sources: list[str], source: str, plan: Renumbering
) -> str | None:
    """Citations with notes, as "[3, p. 5]": each number becomes another one where it is."""
    if any(len(place.numbers) != 1 or place.ends_range for place in cluster):
        return None
    at = 0
    written = ""
    for place, own in zip(cluster, sources):
        start = source.find(own, at)
        if start < 0:
            return None
        digits = pattern(r".\s?(\d+)").match(own)
        if digits is None or int(digits[1]) != place.numbers[0]:
            return None
        first, last = digits.span(1)
        new = str(plan.new[place.numbers[0]])
        written += source[at:start] + own[:first] + new + own[last:]
        at = start + len(own)
    return written + source[at:]


# -- commands ----------------------------------------------------------------------------------


def _commands(paper: Paper, citations: VisibleCitations, plan: Renumbering) -> Iterator[Edit]:
    """The keys of each group in the new order, and ranges between two commands."""
    ranks = {entry.key: number for number, entry in enumerate(paper.references, 1)}
    previous: CitationPlace | None = None
    in_range = {id(place) for place in citations.certain if place.ends_range}
    for place, following in zip(citations.certain, [*citations.certain[1:], None]):
        begins = following is not None and id(following) in in_range
        if place.ends_range:
            assert previous is not None
            yield from _range(paper, previous, place, begins, ranks, plan)
        elif not begins:
            yield from _sorted_keys(place, ranks, plan)
        previous = place


def _sorted_keys(place: CitationPlace, ranks: dict[str, int], plan: Renumbering) -> Iterator[Edit]:
    """The keys of one command in the order of their new numbers."""
    assert place.citation is not None
    keys = place.citation.keys
    if not all(key in ranks and span.text == key for key, span in keys):
        return  # an undefined key, or a macro
    wanted = sorted((key for key, _ in keys), key=lambda key: plan.new[ranks[key]])
    for new, (key, span) in zip(wanted, keys):
        if new != key:
            yield Edit(span, new, on_source=True)


def _range(
    paper: Paper,
    first: CitationPlace,
    last: CitationPlace,
    goes_on: bool,
    ranks: dict[str, int],
    plan: Renumbering,
) -> Iterator[Edit]:
    r"""``\cite{a}--\cite{e}`` as it is, or as one command with all of its keys."""
    assert first.citation is not None and last.citation is not None
    start, end = first.citation.span, last.citation.span
    both = (first.citation, last.citation)
    old = [ranks[key] for citation in both for key, _ in citation.keys if key in ranks]
    numbers = [*old, *last.through]
    new = sorted(plan.new[number] for number in numbers)
    is_kept = (
        not goes_on
        and len(old) == 2
        and [plan.new[number] for number in old] == [new[0], new[-1]]
        and new[-1] - new[0] == len(new) - 1
    )
    if is_kept:
        return
    is_plain = all(one.command == "cite" and not one.note for one in both)
    if goes_on or not is_plain or start.source is not end.source or start.end > end.start:
        raise NotUnderstood(f"{where(paper, start)}: a range of commands cannot be renumbered")
    by_new = {plan.new[number]: key for key, number in ranks.items()}
    keys = ",".join(by_new[number] for number in new)
    yield Edit(Span(start.source, start.start, end.end), f"\\cite{{{keys}}}", on_source=True)
