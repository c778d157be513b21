"""REF002 to 004: how a citation stands in its sentence."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.model import CAPTION, TABLE_NOTE
from ieeelint.paper.source import Span
from ieeelint.paper.text import CITE
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.citation_marks import (
    BLANKS,
    citation_places,
    follows_abbreviation,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.rules.support.citation_marks import CitationPlace

CLAUSE = "IEEE conference template, References"
TYPED = "%! document\n\\documentclass[conference]{IEEEtran}\n\\begin{document}\n%s\n\\end{document}"
# Between two citations of one group: "[1], [2]", "[1]–[3]", "[1][2]".
GROUP = r"[\s\u00a0]{0,2}(?:,|–|-|;|and)?[\s\u00a0]{0,2}\Z"
ENDS = r"\Z|\n\n|[\s\u00a0]{1,3}(?:[A-Z“(\ue000\u00c0-\u00de]|\Z)"
# Words before "reference [3]" that let it be a mere reference: "in reference [3]", not "voltage
# reference [3]".
LEADING = frozenset(
    """
    in from of see by to with and or than on at as following using per via like both between
    through under after the that which also our while when where whereas since because if but
    not e.g. i.e. cf. into within unlike,
    """.split()
)


@rule(
    "REF002",
    "cite-before-punctuation",
    WARNING,
    CLAUSE + "; IEEE Reference Guide",
    bad=[
        "It flows. ⟦\\cite{lima}⟧ Sand does not.",
        "It flows.⟦\\cite{lima}⟧ In 2008 it did not.",
        "It flows, ⟦\\cite{lima}⟧.",
        TYPED.replace("%s", "It flows.⟦[3]⟧ Sand does not [4], says Lima [5]."),
    ],
    good=[
        (
            "As Lima et al.~\\cite{lima} wrote, i.e.,~\\cite{lima} and Flow Inc.~\\cite{lima}, it"
            " flows."
        ),
        "It flows. \\cite{lima} says so. In sand, \\cite{lima} found more.",
        (
            "See Fig.~2 of vol.~\\cite{lima}. See pipes, sand, etc.~\\cite{lima}. In"
            " sand,~\\cite{lima} found more."
        ),
        "It flows~\\cite{lima}. Sand does not~\\cite{lima}.",
        "We list some: \\cite{lima}. It flows and flows \\ldots~\\cite{lima}",
        "Put it ``before the period.\\cite{lima}'' or not.",
        "\\begin{itemize}\\item Sand flows. \\item \\cite{lima} Pipes leak.\\end{itemize}",
    ],
    fixes=[
        ("It flows.⟦\\cite{lima}⟧ Sand does not.", "It flows~\\cite{lima}. Sand does not."),
        ("It flows.~⟦\\cite{lima}⟧ Sand does not.", "It flows~\\cite{lima}. Sand does not."),
        (
            "It flows.⟦\\cite{lima}⟧, \\cite{lima}\n\nSand does not.",
            "It flows~\\cite{lima}, \\cite{lima}.\n\nSand does not.",
        ),
    ],
)
def before_punctuation(context: Context) -> Iterator[Finding]:
    """The punctuation of a sentence follows the bracket of a citation: "as shown [3]." """
    paper = context.paper
    plain = paper.text.plain
    places = citation_places(paper)
    at = 0
    while at < len(places):
        first = at
        while at + 1 < len(places) and _is_grouped(plain, places[at], places[at + 1]):
            at += 1
        last = places[at]
        at += 1
        start = places[first].start
        stop = start
        while stop and plain[stop - 1] in BLANKS:
            stop -= 1
        passage = paper.passage_at(start)
        if (
            stop <= passage.start
            or context.index.is_mention(start)
            or plain[stop - 1] not in ".!?,"
        ):
            continue
        sign = plain[stop - 1]
        if sign == ",":
            # "It flows, [3]." has a comma too many; "in sand, [3] found" has not.
            if not pattern(r"\.(?:\Z|\s)").match(plain, last.end) or not _is_plain_comma(
                plain, stop, passage.start
            ):
                continue
            fix = Fix(Edit(paper.text.span(stop - 1, stop), ""), safe=False)
            yield Finding(
                _span(paper, places[first], last),
                "No comma before the citation that ends the sentence.",
                fix,
            )
            continue
        if follows_abbreviation(plain, stop) or not pattern(ENDS).match(plain, last.end):
            continue
        span = _span(paper, places[first], last)
        yield Finding(
            span,
            f'Put the "{sign}" behind the citation, not before it.',
            _moved(paper, stop, places[first], last),
        )


def _is_grouped(plain: str, one: CitationPlace, other: CitationPlace) -> bool:
    between = plain[one.end : other.start]
    return len(between) < 8 and pattern(GROUP).match(between) is not None


def _is_plain_comma(plain: str, stop: int, start: int) -> bool:
    """True for a comma after an ordinary word, not "i.e.," or one of a list."""
    words = plain[max(start, stop - 40) : stop - 1].split()
    return bool(words) and words[-1][-1:].isalpha() and "," not in "".join(words[:-1])


def _span(paper: Paper, first: CitationPlace, last: CitationPlace) -> Span:
    return paper.text.span(first.start, last.end)


def _moved(paper: Paper, stop: int, first: CitationPlace, last: CitationPlace) -> Fix | None:
    """The sign taken from before the citations and put behind them, with a tie where none was."""
    if not paper.text.is_typed(stop - 1, stop):
        return None
    span = _span(paper, first, last)
    behind = Edit(Span(span.source, span.end, span.end), paper.text.plain[stop - 1])
    tie = "" if stop < first.start else "~" if paper.format == "latex" else " "
    return Fix(Edit(paper.text.span(stop - 1, stop), tie), behind)


@rule(
    "REF003",
    "cite-ref-prefix",
    WARNING,
    CLAUSE,
    bad=[
        "It flows as ⟦Reference~\\cite{lima}⟧ says.",
        "See also ⟦refs.~\\cite{lima,lima}⟧ for sand.",
    ],
    good=[
        (
            "Reference~\\cite{lima} was the first. It flows. Reference~\\cite{lima} says so."
            " \\textbf{Flow:} see~\\cite{lima}."
        ),
        (
            "The reference signal~\\cite{lima} is as in~\\cite{lima}. The bandgap voltage"
            " reference~\\cite{lima} drifts."
        ),
        "Do not write ``Ref.~\\cite{lima}'' or ``reference~\\cite{lima}''.",
        (
            "It is used for reference~\\cite{lima}, as a reference~\\cite{lima}, and in the Pipe"
            " Language Reference~\\cite{lima}."
        ),
        "It has a cross-reference~\\cite{lima} and no reference [0, 1].",
    ],
    fixes=[
        ("As in ⟦Ref.~\\cite{lima}⟧, it flows.", "As in \\cite{lima}, it flows."),
        ("As ⟦reference \\cite{lima}⟧ says, it flows.", "As \\cite{lima} says, it flows."),
        ("As in the ⟦reference~\\cite{lima}⟧, it flows.", "As in \\cite{lima}, it flows."),
    ],
    english=True,
)
def reference_prefix(context: Context) -> Iterator[Finding]:
    """Within a sentence write "in [3]", not "in Ref. [3]" or "in reference [3]".

    Things that are called a reference, such as a voltage reference [3], are
    left alone.
    """
    paper = context.paper
    plain = paper.text.plain
    for word in ("ref", "refs", "reference", "references"):
        for start in context.index.words.get(word, ()):
            match = pattern(r"\.?[\s\u00a0]{1,3}(?=" + CITE + r"|\[[1-9][0-9]{0,2}[\],])").match(
                plain, start + len(word)
            )
            if match is None or not _is_prefix(context, start, word):
                continue
            end = match.end()
            shown = " ".join(plain[start:end].split())
            fix = None
            if paper.text.is_typed(start, start + len(word)):
                article = pattern(r"\bthe[\s\u00a0]{1,3}\Z").search(plain, max(0, start - 6), start)
                fix = Fix(Edit(paper.text.span(article.start() if article else start, end), ""))
            until = plain.find("]", end) + 1 if plain[end] == "[" else end + 1
            message = f'Inside a sentence write "[3]" alone, not "{shown} [3]".'
            yield Finding(paper.text.span(start, until), message, fix)


def _is_prefix(context: Context, start: int, word: str) -> bool:
    """True where "reference [3]" merely points to the list."""
    paper = context.paper
    plain = paper.text.plain
    passage = paper.passage_at(start)
    if (
        context.index.starts_sentence(start)
        or context.index.is_mention(start)
        or passage.zone == "reference"
    ):
        return False
    if plain[start - 1 : start] in ("-", "–", "/", "_", "."):
        return False
    if word.startswith("refs") or word == "ref":
        return True
    before = plain[max(passage.start, start - 40) : start].split()
    if not before:
        return False
    last = before[-1]
    if plain[start].isupper():
        return not last[0].isupper() or last.lower() in LEADING
    if last == "as":
        return False  # "use it as reference [3]"
    return last.lower() in LEADING or last[-1] in ",;:—("


@rule(
    "REF004",
    "cite-sentence-start",
    INFO,
    CLAUSE,
    bad=["It flows. ⟦\\cite{lima}⟧ was the first to see it.", "\n\n⟦\\cite{lima,lima}⟧ say so."],
    good=[
        (
            "It flows. Reference~\\cite{lima} was the first. It flows, e.g., \\cite{lima}. It"
            " flows. \\cite{lima}"
        ),
        "\\begin{itemize}\n\\item \\cite{lima} is old.\n\\end{itemize}",
        "As Lima et al. \\cite{lima} wrote, so does Flow Inc. \\cite{lima} too.",
    ],
    fixes=[
        (
            "It flows. ⟦Ref.⟧~\\cite{lima} was the first.",
            "It flows. Reference~\\cite{lima} was the first.",
        ),
        (
            "It flows. ⟦Refs.⟧~\\cite{lima,lima} were.",
            "It flows. References~\\cite{lima,lima} were.",
        ),
    ],
    english=True,
)
def sentence_start(context: Context) -> Iterator[Finding]:
    """At the start of a sentence write "Reference [3]"; a bare bracket does not open one."""
    paper = context.paper
    plain = paper.text.plain
    for place in citation_places(paper):
        passage = paper.passage_at(place.start)
        if passage.zone in (TABLE_NOTE, CAPTION) or context.index.is_mention(place.start):
            continue
        match = pattern(r"(Refs?\.)[\s\u00a0]{1,3}\Z").search(
            plain, max(0, place.start - 8), place.start
        )
        if match:
            if context.index.starts_sentence(match.start(1)):
                word = "References" if "s" in match.group(1) else "Reference"
                span = paper.text.span(*match.span(1))
                fix = Fix(Edit(span, word)) if paper.text.is_typed(*match.span(1)) else None
                yield Finding(span, f'At the start of a sentence write "{word}" in full.', fix)
            continue
        if passage.is_item and not plain[passage.start : place.start].strip():
            continue
        if not _opens(context, place.start) or not pattern(r",?[\s\u00a0]{1,3}[a-z]{2,}").match(
            plain, place.end
        ):
            continue
        several = len(place.numbers) > 1 or (
            place.citation is not None and len(place.citation.keys) > 1
        )
        word = "References" if several else "Reference"
        span = paper.text.span(place.start, place.end)
        tie = "~" if paper.format == "latex" else "\u00a0"
        fix = Fix(Edit(Span(span.source, span.start, span.start), word + tie), safe=False)
        yield Finding(
            span,
            f'A sentence does not begin with a bracket: write "{word} [3]", or name the authors.',
            fix,
        )


def _opens(context: Context, start: int) -> bool:
    """True when the citation at ``start`` stands first in its sentence."""
    if context.index.starts_sentence(start):
        return True
    plain = context.paper.text.plain
    stop = start
    while stop and plain[stop - 1] in BLANKS:
        stop -= 1
    if stop == start or not stop or plain[stop - 1] not in ".!?":
        return False
    return not follows_abbreviation(plain, stop)
