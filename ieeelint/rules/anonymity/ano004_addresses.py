"""ANO004: web addresses and e-mail addresses that identify the authors."""

from __future__ import annotations

from ieeelint.identity import EMAIL
from ieeelint.paper.source import Span
from ieeelint.paper.text import CODE, LINK
from ieeelint.paper.zones import CELL, HEADING, RUNNING, THANKS, TITLE
from ieeelint.patterns import any_of, pattern
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.rules.support.leaks import leak, replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.finding import Finding

ZONES = RUNNING | {HEADING, TITLE, CELL}
SILENT = frozenset((THANKS, "acknowledgment", "biography"))  # other findings condemn all of them
URL = r"(?:https?://|www\.)[^\s{}<>“”\"\ue000-\ue007]{3,400}"
BARE = r"(?<![\w@./-])(?:[\w-]+\.)+[a-z]{2,10}/[^\s{}<>“”\"\ue000-\ue007]{1,300}"
THINGS = (
    r"(?:code|codes|implementation|source|sources|software|repository|repositories|scripts?|data\s?sets?"
    r"|data|models?|weights|benchmark|demo|videos?|website|web\s?page|page|supplement|materials?|package"
    r"|library|toolbox|simulator|tool|prototype|corpus|artifacts?|artefacts?|results|experiments)"
)
SHARED = (
    r"\b(?:available|releas\w+|publish\w*|hosted|download\w*|shar(?:e|ed)"
    r"|open[- ]?sourced?|provided?|public|uploaded)\b"
)
OURS = (
    rf"\b(?:[Oo]ur|[Mm]y|[Tt]he\sauthors[’']?)\s(?:[\w-]+\s){{0,2}}?{THINGS}\b"
    r"|\b[Ww]e\s(?:[\w-]+\s){0,4}?(?:releas|provid|publish|shar|open|mak|made|host|upload)\w*"
    rf"|\b{THINGS}\s(?:[\w-]+\s){{0,3}}?(?:of|for|from|in|behind)\sthis\s(?:paper|work|study|article)\b"
    r"|\b[Pp]roject\s(?:web)?\s?(?:page|site)\b"
)
THEIRS = (
    rf"\b(?:[Tt]he|[Aa]ll)\s(?:(?:source|full|complete|project|training|raw|the|used|our)\s){{0,2}}{THINGS}\s"
    r"(?:is|are|will\sbe|can\sbe|has\sbeen|have\sbeen)\s"
)
HREF = r"\\href\s*\{[^{}]*\}\s*\{\Z"
LONGEST_TARGET = 600  # characters of \href and its address
OWN = "%! anonymous\n%! author\nAna Lima\n%! body\n"
HIDDEN = "%! anonymous\n%! author\nAnonymous Authors\n%! body\n"


@rule(
    "ANO004",
    "anonymous-addresses",
    ERROR,
    "calls for papers with double-anonymous review",
    bad=[
        OWN + "The firmware is at ⟦\\url{https://git.example/alima/flow}⟧.",
        OWN + "See \\href{https://lima.example/flow}{⟦this page⟧}.",
        OWN + "See \\href{https://lima.example/flow}{⟦https://lima.example/flow⟧}.",
        HIDDEN + "Our code is available at ⟦\\url{https://github.com/wetwater/flow}⟧.",
        HIDDEN + "We release all data at ⟦https://zenodo.org/record/1234⟧.",
        HIDDEN + "The source code is available at ⟦\\url{https://github.com/wetwater/flow}⟧.",
        HIDDEN + "Our code is public.\\footnote{⟦\\url{https://github.com/wetwater/flow}⟧}",
        HIDDEN + "Write to ⟦pumps@flow.example⟧ for the data.",
        "%! word\n%! anonymous\n[Body Text] Our data set is available at https://zenodo.org/record/1234.",
        "%! word\n%! anonymous\n[Body Text] The firmware is at https://git.example/alima/flow.",
    ],
    good=[
        "Our code is available at \\url{https://github.com/wetwater/flow}.",
        OWN + "PyTorch is available at \\url{https://github.com/pytorch/pytorch}.",
        OWN + "We use a library.\\footnote{\\url{https://github.com/eigen/eigen}}",
        HIDDEN + "Our code is available at \\url{https://anonymous.4open.science/r/flow-1234}.",
        HIDDEN + "Send the paper to papers@ieee.org.",
        HIDDEN + "Its page is https://host.example/@flow.",
        HIDDEN
        + "Sand\\footnotetext{See \\url{https://dry.example}.} is wet.\\footnote{See \\url{https://sand.example}.}",
        HIDDEN + "The standard is available at \\url{https://standards.example/flow}.",
        "%! word\n%! anonymous\n[Body Text] PyTorch is available at https://github.com/pytorch/pytorch.",
    ],
)
def addresses(context: Context) -> Iterator[Finding]:
    """A draft for double-anonymous review has no address that leads to its authors.

    An address is reported if it contains a name of the author block, or if the sentence says that
    the code, the data, or the page is yours. Use an anonymous repository, or write that the address
    follows after the review.
    """
    if not context.profile.anonymous:
        return
    text = context.paper.text
    marks = {id(note.passage): note.position for note in context.paper.footnotes}
    last = -1
    for start, end, address in sorted(_addresses(context)):
        if start < last or context.paper.passage_at(start).zone not in ZONES - SILENT:
            continue
        last = end
        reason, severity = _reason(context, address, _introduction(context, start, marks))
        if not reason:
            continue
        span = text.span(start, end)
        yield leak(
            span,
            f"{reason} Remove the address, or use an anonymous one.",
            [replaced(_with_target(span))],
            [address],
            severity,
        )


def _addresses(context: Context) -> Iterator[tuple[int, int, str]]:
    """Start, end, and address of every web address and e-mail address."""
    text = context.paper.text
    for mark in text.marks_of(LINK):
        yield mark.start, mark.end, str(mark.data)
    for mark in text.marks_of(CODE):
        match = pattern(rf"{URL}|{BARE}|{EMAIL}").search(mark.span.text)
        if match is not None:
            yield mark.start, mark.end, match[0]
    for match in pattern(rf"{URL}|{EMAIL}|{BARE}").finditer(text.plain):
        address = match[0].rstrip(".,;:)]’'")
        yield match.start(), match.start() + len(address), address


def _with_target(span: Span) -> Span:
    """The whole of ``\\href{address}{words}`` for the span of its words."""
    text = span.source.text
    target = pattern(HREF).search(text, max(0, span.start - LONGEST_TARGET), span.start)
    if target is None:
        return span
    return Span(span.source, target.start(), text.find("}", span.end) + 1)


def _reason(context: Context, address: str, sentence: str) -> tuple[str, str]:
    """Why an address identifies the authors, and how sure that is; empty if it does not.

    ``sentence`` introduces the address.
    """
    words = context.vocabulary.anonymity
    folded = address.lower()
    if any(hidden in folded for hidden in words.anonymous_addresses):
        return "", ""
    if "@" in address and pattern(EMAIL).fullmatch(address.removeprefix("mailto:")):
        host = folded.rpartition("@")[2]
        return ("", "") if host == "ieee.org" else (f'"{address}" leads to a person.', ERROR)
    part = context.identity.in_address(address)
    if part:
        return f'"{address}" contains "{part}", which identifies the authors.', ERROR
    if not pattern(SHARED).search(sentence):
        return "", ""
    if pattern(OURS).search(sentence):
        return f'The sentence says that "{address}" is yours.', ERROR
    is_repository = pattern(rf"(?:^|[/.@]){any_of(words.repositories)}(?:/|$)").search(folded)
    if is_repository and pattern(THEIRS).search(sentence):
        return f'The sentence seems to say that "{address}" is yours.', WARNING
    return "", ""


def _introduction(context: Context, start: int, marks: dict[int, int]) -> str:
    """The sentence of an address; for one in a footnote, also the sentence of its mark.  ``marks``
    are the positions of the marks by the identity of the passage of their note.
    """
    paper, plain = context.paper, context.paper.text.plain
    first, last = context.index.sentence(start)
    passage = paper.passage_at(start)
    words = plain[max(first, passage.start) : min(last, passage.end)]
    if marks.get(id(passage), -1) > 0:
        first, last = context.index.sentence(marks[id(passage)] - 1)
        words = f"{plain[first:last]} {words}"
    return words
