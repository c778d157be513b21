"""ACK001 to 004: the spelling, position and content of the acknowledgment."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.zones import ACKNOWLEDGMENT, HEADING, REFERENCE, RUNNING
from ieeelint.patterns import any_of, pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.acknowledgments import acknowledgment_heading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper

CLAUSE = "IEEE conference template, Acknowledgment"


@rule(
    "ACK001",
    "ack-spelling",
    WARNING,
    CLAUSE,
    good=[
        "The sender waits for an acknowledgement frame.",
        r"The spelling ``acknowledgement'' is British.",
    ],
    fixes=[
        (
            r"%! back" + "\n" + r"\section*{⟦Acknowledgement⟧}",
            r"%! back" + "\n" + r"\section*{Acknowledgment}",
        ),
        (
            r"%! back" + "\n" + r"\section*{⟦ACKNOWLEDGEMENTS⟧}",
            r"%! back" + "\n" + r"\section*{ACKNOWLEDGMENTS}",
        ),
    ],
    english=True,
)
def acknowledgment_spelling(context: Context) -> Iterator[Finding]:
    """Write "Acknowledgment" without an e after the g.

    IEEE prints the American spelling. The e is allowed in the reference list
    and where the word is a term of networking.
    """
    paper = context.paper
    for british in ("acknowledgement", "acknowledgements"):
        for start in context.index.words.get(british, ()):
            end = start + len(british)
            zone = paper.passage_at(start).zone
            if zone == REFERENCE or context.index.is_mention(start):
                continue
            if zone not in (HEADING, ACKNOWLEDGMENT) and (
                zone not in RUNNING or _is_network_term(context, start, end)
            ):
                continue
            typed = paper.text.plain[start:end]
            right = typed[:10] + typed[11:]
            fix = None
            if paper.text.is_typed(start, end):
                fix = Fix(Edit(paper.text.span(start, end), right))
            yield Finding(
                paper.text.span(start, end), f'Write "{right}", without an "e" after the "g".', fix
            )


def _is_network_term(context: Context, start: int, end: int) -> bool:
    """True where the word is a term of networking, and in a paper that uses "ACK"."""
    around = context.paper.text.plain[max(0, start - 30) : end + 30].lower()
    terms = context.vocabulary.acknowledgment.network_terms
    return any(term in around for term in terms) or "ack" in context.index.words


@rule(
    "ACK002",
    "ack-sponsor-first-footnote",
    WARNING,
    CLAUSE,
    bad=[
        (
            "%! back\n"
            "\\section*{Acknowledgment}\n"
            "This work was ⟦supported⟧ by the Flow Foundation under Grant 42."
        ),
        (
            "%! back\n"
            "\\section*{Acknowledgment}\n"
            "We were supported by many kind students of the Flow Institute. The pumps were"
            " ⟦funded⟧ by the Sand Council."
        ),
    ],
    good=[
        "%! back\n\\section*{Acknowledgment}\nWe thank B. Costa, who supported us with patience.",
        (
            "%! back\n"
            "\\section*{Acknowledgment}\n"
            "It was supported by researchers from the CNPq-funded River Project."
        ),
        (
            "%! title\n"
            "Steady Flow\\thanks{This work was supported by the Flow Foundation.}\n"
            "%! preamble\n"
            "\\IEEEoverridecommandlockouts"
        ),
    ],
    english=True,
)
def sponsors(context: Context) -> Iterator[Finding]:
    """Thank sponsors in the unnumbered footnote on the first page, not in the Acknowledgment.

    Move the sentence to \\thanks in the title (with \\IEEEoverridecommandlockouts
    in a conference paper). The Acknowledgment is for people.
    """
    paper = context.paper
    severity = "" if context.profile.is_conference else INFO
    expression = pattern(
        r"\b(?:(?:financial(?:ly)?|partial(?:ly)?|partly|in part|kindly|also|was|were|is|been|been"
        r" partially|research|work) )?"
        r"(?<!-)(supported|funded|sponsored|financed|funding|financial"
        r" support|grants?|awards?|contract)\b"
    )
    people = any_of(context.vocabulary.acknowledgment.people)
    by_people = pattern(rf"\s+by\s+(?:[a-z]+\s+){{0,3}}{people}\b(?!['’])")
    names = any_of(context.vocabulary.acknowledgment.sponsors)
    sponsor = pattern(rf"\b{names}\b|[A-Z]{{3,}}|[A-Z][a-z]{{1,12}}[A-Z]{{2,}}|[Nn]o\.|contract")
    for passage in paper.passages_in(ACKNOWLEDGMENT):
        for match in expression.finditer(passage.plain):
            start = passage.start + match.start(1)
            first, last = context.index.sentence(start)
            if match[1] == "supported" and by_people.match(passage.plain, match.end()):
                continue
            if sponsor.search(paper.text.plain[first:last]):
                message = (
                    "Thank a sponsor in the unnumbered footnote on the first"
                    f" page{_thanks(paper)}, not in the Acknowledgment."
                )
                yield Finding(
                    paper.text.span(start, passage.start + match.end(1)), message, None, severity
                )
                return


@rule(
    "ACK003",
    "ack-heading-and-position",
    WARNING,
    "IEEE conference template, sec. III-G; bare_conf.tex",
    bad=[
        "\\section*{⟦Acknowledgment⟧}\nWe thank B. Costa.\n\n\\section{Results}\nWater flows.",
    ],
    good=[
        "%! back\n\\section*{Acknowledgment}\nWe thank B. Costa.",
        "%! back\n\\section*{Acknowledgments}\nWe thank B. Costa.",
        (
            "%! anonymous\n%! body\n\\section*{Acknowledgment}\nWe thank B. Costa.\n\n"
            "\\section{Results}\nWater flows."
        ),
        (
            "%! back\n"
            "\\appendix\n"
            "\\section{Proof}\n"
            "It is so.\n"
            "\\section*{Acknowledgment}\n"
            "We thank B. Costa."
        ),
    ],
)
def heading_and_position(context: Context) -> Iterator[Finding]:
    """Put one section titled "Acknowledgment" after the conclusion and before the references.

    The heading has no number. Appendices may come before the section. A draft for double-anonymous
    review has no such section (ANO007).
    """
    paper = context.paper
    heading = acknowledgment_heading(paper)
    if heading is None or context.profile.anonymous:
        return
    back_matter = tuple(context.vocabulary.acknowledgment.back_matter)
    later = [other for other in paper.headings if other.order > heading.order and other.level == 1]
    for other in later:
        if other.in_appendix or not other.numbered or other.plain.lower().startswith(back_matter):
            continue
        message = (
            f'Move the Acknowledgment after the last section: "{other.plain[:40]}" follows it.'
        )
        yield Finding(heading.passage.span, message)
        return


@rule(
    "ACK004",
    "ack-one-of-us",
    INFO,
    CLAUSE,
    good=["%! back\n\\section*{Acknowledgment}\nA. Lima thanks B. Costa."],
    fixes=[
        (
            "%! back\n\\section*{Acknowledgment}\n⟦One⟧ of us (A. Lima) thanks B. Costa.",
            "%! back\n\\section*{Acknowledgment}\nA. Lima thanks B. Costa.",
        )
    ],
    english=True,
)
def one_of_us(context: Context) -> Iterator[Finding]:
    """Write "R. B. G. thanks", not "one of us (R. B. G.) thanks"."""
    paper = context.paper
    expression = pattern(r"\b([Oo]ne of us\s{0,3}\()([^()\n]{1,60})(\))")
    if not context.index.has_any("us"):
        return
    for match in paper.find(expression):
        if context.index.is_mention(match.start()):
            continue
        start, end = match.span()
        name = match.group(2)
        fix = (
            Fix(Edit(paper.text.span(start, end), name))
            if paper.text.is_typed(start, end)
            else None
        )
        yield Finding(
            paper.text.span(start, end), f'Write "{name} thanks", without "one of us".', fix
        )


def _thanks(paper: Paper) -> str:
    """How to make that footnote in this format."""
    return " (\\thanks)" if paper.format == "latex" else ' (style "sponsors")'
