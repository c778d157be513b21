"""ANO004: web addresses and e-mail addresses that identify the authors."""

from __future__ import annotations

from ieeelint.identity import EMAIL, ORCID
from ieeelint.paper.source import Span
from ieeelint.paper.text import CODE, LINK
from ieeelint.paper.zones import ABSTRACT, CELL, HEADING, RUNNING, THANKS, TITLE
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
NOT_OF = r"(?!\s(?:of|in|to|for|from|by|on)\b)"
OURS = (
    rf"\b(?:[Oo]ur|[Mm]y|[Tt]he\sauthors[’']?)\s(?:[\w-]+\s){{0,2}}?{THINGS}\b"
    r"|\b[Ww]e\s(?:[\w-]+\s){0,4}?(?:releas|provid|publish|shar|open|mak|made|host|upload)\w*"
    rf"|\b{THINGS}\s(?:[\w-]+\s){{0,3}}?(?:of|for|from|in|behind)\sthis\s(?:paper|work|study|article)\b"
    r"|\b[Pp]roject\s(?:web)?\s?(?:page|site)\b"
)
# "Supplementary videos", "More recordings", but not "More results of"
EXTRA = (
    rf"\b(?:[Ss]upplement(?:ary|al)|[Aa]ccompanying)\s{THINGS}\b{NOT_OF}"
    r"|\b(?:[Mm]ore|[Ff]urther|[Aa]dditional)\s(?:results|recordings|videos|examples|figures|plots|photos"
    rf"|pictures|samples|animations)\b{NOT_OF}"
)
MADE = r"\b(?i:code|implementation|software|repository|demo|project|open[- ]source)\b"
# What ends at the address: "our code of 2024 can be found at", "More recordings:", "on our page ("
LEADS = (
    rf"(?:(?:{OURS}|{EXTRA})(?:\s(?:and|with|for|of)(?:\s[\w-]+){{1,4}}?)?"
    r"(?:\s(?:is|are)(?:\s(?:also|now|freely|publicly))?\s(?:at|under|here|online|accessible|located)"
    r"|\s(?:can|may|will)\s(?:also\s)?be\s(?:found|accessed|obtained|viewed|seen|browsed|explored|watched)|:)"
    r"|\b[Oo]ur\s(?:[\w-]+\s)?(?:home\s?page|web\s?page|website|repository|repo))"
    r"(?:\s(?:at|on|under|in|via|here|online))*[\s:(]*\Z"
)
THEIRS = (
    r"(?:\b(?:[Tt]he|[Aa]ll)\s|\A\s*(?=[A-Z]))"
    rf"(?i:(?:(?:source|full|complete|project|training|raw|the|used|our)\s){{0,2}}{THINGS})\s"
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
        HIDDEN + "Our code can be found at ⟦\\url{https://github.com/wetwater/flow}⟧.",
        HIDDEN + "Our code and data are at ⟦\\url{https://github.com/wetwater/flow}⟧.",
        HIDDEN + "More recordings: ⟦\\url{https://flow.example/~wet}⟧.",
        HIDDEN + "Supplementary videos are online at ⟦\\url{https://flow.example/~wet}⟧.",
        HIDDEN + "All of it is on our web page (⟦\\url{https://flow.example/~wet}⟧).",
        HIDDEN + "Code will be released at ⟦\\url{https://github.com/wetwater/flow}⟧.",
        HIDDEN + "The list is at ⟦\\url{https://orcid.org/0000-0002-1825-0097}⟧.",
        HIDDEN
        + "Our code can be found online.\\footnote{⟦\\url{https://github.com/wetwater/flow}⟧}",
        HIDDEN.replace("body", "abstract")
        + "For the code, see ⟦\\url{https://github.com/wetwater/flow}⟧.",
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
        HIDDEN + "Our models use those that can be found at \\url{https://github.com/dry/sand}.",
        HIDDEN + "Our results agree with the table, see \\url{https://flow.example/table}.",
        HIDDEN + "More examples of pumps are online at \\url{https://flow.example/pumps}.",
        HIDDEN + "ORCID numbers are given by \\url{https://orcid.org/register}.",
        HIDDEN.replace("body", "abstract") + "We read \\url{https://github.com/dry/sand.csv}.",
        HIDDEN.replace("body", "abstract") + "The code is in \\url{https://flow.example/law}.",
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
        reason, severity = _reason(context, address, start, marks)
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


def _reason(context: Context, address: str, start: int, marks: dict[int, int]) -> tuple[str, str]:
    """Why an address identifies the authors, and how sure that is; empty if it does not.

    It begins at ``start``; for ``marks`` see ``_introduction``.
    """
    words = context.vocabulary.anonymity
    folded = address.lower()
    if any(hidden in folded for hidden in words.anonymous_addresses):
        return "", ""
    if "@" in address and pattern(EMAIL).fullmatch(address.removeprefix("mailto:")):
        host = folded.rpartition("@")[2]
        return ("", "") if host == "ieee.org" else (f'"{address}" leads to a person.', ERROR)
    if pattern(rf"orcid\.org/{ORCID}").search(folded):
        return f'"{address}" leads to a person.', ERROR
    part = context.identity.in_address(address)
    if part:
        return f'"{address}" contains "{part}", which identifies the authors.', ERROR
    sentence, before = _introduction(context, start, marks)
    is_shared = pattern(SHARED).search(sentence) is not None
    if (is_shared and pattern(OURS).search(sentence)) or pattern(LEADS).search(before):
        return f'The sentence says that "{address}" is yours.', ERROR
    is_repository = pattern(rf"(?:^|[/.@]){any_of(words.repositories)}(?:/|$)").search(folded)
    seems_own = (is_shared and pattern(THEIRS).search(sentence)) or (
        context.paper.passage_at(start).zone == ABSTRACT  # which has no room for others
        and pattern(MADE).search(sentence)
    )
    if is_repository and seems_own:
        return f'The sentence seems to say that "{address}" is yours.', WARNING
    return "", ""


def _introduction(context: Context, start: int, marks: dict[int, int]) -> tuple[str, str]:
    """The sentence of an address, and its part before the address; for one in a footnote, also the
    sentence of its mark.  ``marks`` are the positions of the marks by the identity of the passage
    of their note.
    """
    paper, plain = context.paper, context.paper.text.plain
    first, last = context.index.sentence(start)
    passage = paper.passage_at(start)
    first = max(first, passage.start)
    words, before = plain[first : min(last, passage.end)], plain[first:start]
    if marks.get(id(passage), -1) > 0:
        first, last = context.index.sentence(marks[id(passage)] - 1)
        if not before.strip():
            before = plain[first : marks[id(passage)]].rstrip(". ")
        words = f"{plain[first:last]} {words}"
    return words, before
