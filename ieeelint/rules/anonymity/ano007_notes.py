"""ANO007: what is around the text: running heads, thanks, biographies, and Acknowledgment."""

from __future__ import annotations

from ieeelint.finding import Edit
from ieeelint.paper.source import Span
from ieeelint.paper.zones import ACKNOWLEDGMENT, BIOGRAPHY, FOOTNOTE, RUNNING_HEAD, THANKS
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, rule
from ieeelint.rules.support.acknowledgments import acknowledgment_heading
from ieeelint.rules.support.funding import funding_sentences
from ieeelint.rules.support.leaks import (
    BIOGRAPHIES,
    Ranges,
    heads_and_feet,
    leak,
    notes_of,
    replaced,
)
from ieeelint.rules.support.nobody import names_nobody, thanks_nobody
from ieeelint.rules.support.writing_aids import use_of_aid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.finding import Finding
    from ieeelint.paper.zones import Passage

CALLS = "calls for papers with double-anonymous review"
THANKING = (
    r"\b(?:[Ww]e|[Tt]he\s(?:\w+\s)?authors?|I)\s(?:(?:would|wish|want|like|also|gratefully|sincerely"
    r"|are|is|am|very|deeply|to)\s){0,5}(?:thank|acknowledge|grateful|indebted|appreciate)\b"
    r"|\A\s*(?:[Ss]pecial\s)?[Tt]hanks\s(?:\w+\s)?to\b"
)
ET_AL = r"([A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?)(?:\set\sal\b|\s(?:and|&)\s[A-Z][^\W\d_]+:)"
# In a footnote: "The second author is now with", "Work done while at"
ELSEWHERE = (
    r"\b(?:[Tt]he\s)?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ll]ast|[Ss]enior|[Cc]orresponding|[Oo]ther)\sauthors?\b"
    r"[^\n.]{0,40}?\b(?:is|are|was|were|works?|worked)\s(?:\w+\s)?(?:with|at|visiting|for)\s"
    r"(?:the\s)?[A-Z]"
    r"|\b[Ww]ork\s(?:was\s)?(?:done|performed|conducted|carried\sout)\s(?:while|during|when)\s(?:[\w’-]+\s){0,6}?"
    r"(?:at|with|in)\s(?:the\s)?[A-Z]"
    r"|\b[Pp](?:art|ortion)s?\sof\sth(?:is|ese)\s(?:paper|article|work|manuscript|study|letter|research|results)\s"
    r"(?:has|have|was|were|is|are)\s(?:also\s|already\s|previously\s)?(?:been\s)?(?:presented|published)\b"
)
HIDDEN = "%! anonymous\n%! author\nAnonymous Authors\n"
OF_AUTHORS = "This note says who the authors are. Delete it until the review is over."
UNNAMED = ("Author", "Authors", "Anonymous")
SOMEBODY = r"\b(?:is|are|was|were)\s(?:\w+\s)?with\b|@|\b[Cc]orresponding\s[Aa]uthor\b[^\n]*[A-Z]\."


@rule(
    "ANO007",
    "anonymous-heads-and-notes",
    ERROR,
    CALLS,
    bad=[
        HIDDEN + "%! back\n\\section*{⟦Acknowledgment⟧}\nWe thank B.",
        HIDDEN + "%! back\n\\section*{⟦Acknowledgment⟧}\nWe thank the reviewers and B. Costa.",
        HIDDEN + "%! back\n\\section*{⟦Acknowledgment⟧}\nWe thank the divers of the harbor.",
        (
            HIDDEN + "%! abstract\nA água é molhada e a areia é seca, mas não para todos os que"
            " moram na costa.\n%! body\nA água corre para o mar, e o mar não corre para a água,"
            " porque a água que está no mar já não quer correr mais.\n"
            "%! back\n\\section*{⟦Acknowledgment⟧}\nOs reviewers da costa."
        ),
        (HIDDEN + "%! body\nWater is wet.\\footnote{⟦We thank B. Costa for the pump.⟧}"),
        (
            "%! anonymous\n%! author\nAnonymous\\thanks{⟦A. Lima is with the Institute of Flow.⟧}"
            "\\thanks{B. Costa is with the Institute of Sand.}"
        ),
        (
            HIDDEN + "%! preamble\n"
            "\\markboth{J. Flow}{⟦Lima⟧ \\MakeLowercase{\\textit{et al.}}: Flow}"
        ),
        (
            "%! anonymous\n%! author\nAna Lima\n%! preamble\n"
            "\\markboth{J. Flow}{⟦A. Lima⟧: Steady Flow}"
        ),
        (
            HIDDEN + "%! back\n"
            "\\begin{IEEEbiographynophoto}{⟦Ana Lima⟧}\nswims.\n\\end{IEEEbiographynophoto}\n"
            "\\begin{IEEEbiographynophoto}{Bo Costa}\nreads.\n\nShe swims.\n"
            "\\end{IEEEbiographynophoto}"
        ),
        (
            "%! anonymous\n%! author\n\\IEEEauthorblockN{Ana Lima\\thanks{⟦Written at the"
            " University of Porto.⟧}}\n\\IEEEauthorblockA{University of Porto}"
        ),
        (
            HIDDEN + "%! title\nFlow\\thanks{⟦A. Lima is with the Institute of Flow.⟧}\n%! body\n"
            "\\corresp{Corresponding author: A. Lima.}"
        ),
        HIDDEN + "%! body\nWater is wet.\\footnote{⟦The first author is now with Wet Robotics.⟧}",
        HIDDEN
        + "%! title\nFlow\\thanks{⟦Part of this work was presented at a Conference on Flow.⟧}",
        HIDDEN + "%! body\nWater is wet.\\footnote{⟦Work done while an intern at Wet Robotics.⟧}",
        "%! word\n%! anonymous\n[header] Lima et al.: Steady Flow\n[Body Text] Water is wet.",
        (
            HIDDEN + "%! body\n\\section*{⟦Acknowledgment⟧}\nWe thank B. Costa.\n"
            "\\section{Results}\nWater flows."
        ),
        "%! word\n%! anonymous\n[Body Text] Water is wet.<note>We thank B. Costa.</note>",
        "%! word\n%! anonymous\n[heading 5] Acknowledgment\n[Body Text] We thank B. Costa.",
    ],
    good=[
        "%! back\n\\section*{Acknowledgment}\nWe thank B. Costa.",
        "%! anonymous\n%! author\nAnonymous\\thanks{Manuscript received May 2, 2024.}",
        (
            HIDDEN + "%! preamble\n"
            "\\markboth{J. Flow}{Anonymous \\MakeLowercase{\\textit{et al.}}: Flow}"
        ),
        HIDDEN + "%! body\nWater is wet.\\footnote{It flows thanks to gravity.}",
        HIDDEN + "%! body\nWater is wet.\\footnote{The first author is at an advantage.}",
        HIDDEN + "%! body\nWater is wet.\\footnote{Work done while cold is work.}",
        HIDDEN + "%! body\nWater is wet.\\footnote{Write to pumps@flow.example.}",
        HIDDEN + "%! title\nFlow\\thanks{This work was supported by the Flow Foundation.}",
        HIDDEN + "%! back\n\\begin{IEEEbiographynophoto}{}\n\\end{IEEEbiographynophoto}\n",
        HIDDEN + "%! back\n\\section*{Acknowledgment}\nWe thank the reviewers.",
        HIDDEN + "%! back\n\\section*{Acknowledgment}\nOmitted for double-blind review.",
        (
            HIDDEN + "%! back\n\\section*{Acknowledgment}\n"
            "The authors used ChatGPT to improve the readability of this paper."
        ),
        HIDDEN + "%! back\n\\section*{Acknowledgment}\nThe authors would like to thank...",
        (
            HIDDEN + "%! back\n\\begin{IEEEbiographynophoto}{Jane Doe}\nswims.\n"
            "\\end{IEEEbiographynophoto}\n"
        ),
        HIDDEN + "%! title\nFlow\\thanks{M. Shell is with the Institute of Flow.}",
        "%! anonymous\n%! author\nAnonymous\\thanks{Corresponding author: Author Name.}",
        HIDDEN + "%! body\n\\section{Acknowledged Packets}\nThey arrive.",
        "%! word\n%! anonymous\n[header] Steady Flow\n[Body Text] Water is wet.",
    ],
)
def heads_and_notes(context: Context) -> Iterator[Finding]:
    """A draft for double-anonymous review has no names in its running heads, no notes about its
    authors, no biographies, and no Acknowledgment.

    Delete them, and restore them in the final paper. In running heads, write "Anonymous et al.".
    """
    if not context.profile.anonymous:
        return
    yield from _heads(context)
    yield from _notes(context)
    yield from _biographies(context)
    yield from _acknowledgment(context)


def _heads(context: Context) -> Iterator[Finding]:
    """Names in the heads and feet of pages."""
    text = context.paper.text
    for passage in context.paper.passages_in(RUNNING_HEAD):
        for start, end in _names(context, passage.plain):
            yield _in_head(text.span(passage.start + start, passage.start + end))
    for part in heads_and_feet(context):
        for start, end in _names(context, part.source.text):
            yield _in_head(Span(part.source, start, end))


def _names(context: Context, plain: str) -> list[tuple[int, int]]:
    """Where a running head names authors or their organizations."""
    known = [match.span() for match in context.identity.in_notes(plain)]
    if known:
        return known
    match = pattern(ET_AL).search(plain)
    return [match.span(1)] if match is not None and match[1] not in UNNAMED else []


def _in_head(span: Span) -> Finding:
    message = f'The running head names "{span.text}". Write "Anonymous", or the title of the paper.'
    return leak(span, message, [replaced(span, "Anonymous")])


def _notes(context: Context) -> Iterator[Finding]:
    """Notes of the first page about authors, and footnotes that thank somebody."""
    notes = notes_of(context)
    paid = {passage.start for _, _, passage in funding_sentences(context)}
    for passage in context.paper.passages_in(THANKS, FOOTNOTE):
        if passage.start in paid:
            continue
        plain = passage.plain
        if names_nobody(context, plain):
            continue
        says_where = f"{SOMEBODY}|{ELSEWHERE}" if passage.zone == THANKS else ELSEWHERE
        if pattern(says_where).search(plain) or (
            passage.zone == THANKS and any(context.identity.in_text(plain))
        ):
            message = OF_AUTHORS
        elif pattern(THANKING).search(plain):
            message = (
                "This note thanks people close to the authors. Delete it until the review is over."
            )
        else:
            continue
        span = passage.span
        whole = notes.around(span)
        # the mark of a footnote in Word stays, so its note does not go
        edit = replaced(span) if whole is None else replaced(whole, "")
        yield leak(span, message, [edit])


def _biographies(context: Context) -> Iterator[Finding]:
    """Biographies, one finding for each."""
    latex = context.latex
    environments = latex.environments(*BIOGRAPHIES) if latex is not None else []
    biographies = Ranges(environment.span for environment in environments)
    last = None
    for passage in context.paper.passages_in(BIOGRAPHY):
        whole = biographies.around(passage.span) if latex is not None else passage.span
        if whole is not None and whole is not last:
            last = whole
            if names_nobody(context, " ".join(passage.plain.split()[:3])):
                continue
            yield _biography(passage, whole)


def _biography(passage: Passage, whole: Span) -> Finding:
    name = " ".join(passage.plain.split()[:3])
    message = (
        f'This biography ("{name} …") identifies an author. Delete it until the review is over.'
    )
    return leak(passage.span, message, [replaced(whole, "")])


def _acknowledgment(context: Context) -> Iterator[Finding]:
    """The Acknowledgment, with all of its paragraphs."""
    paper = context.paper
    heading = acknowledgment_heading(paper)
    if heading is None:
        return
    spans = [heading.span]
    is_telling = False
    for paragraph in paper.paragraphs:
        if paragraph.order > heading.order:
            if paragraph.passage.zone != ACKNOWLEDGMENT:
                break
            spans.append(paragraph.span)
            is_telling |= _is_telling(context, paragraph.passage)
    if not is_telling:
        return
    edits: list[Edit] = [replaced(span, "") for span in spans]
    message = (
        "The Acknowledgment identifies the authors. Delete it for double-anonymous review and"
        " restore it afterward."
    )
    yield leak(heading.passage.span, message, edits)


def _is_telling(context: Context, passage: Passage) -> bool:
    """True if a paragraph of the Acknowledgment may identify somebody."""
    if not context.paper.language.startswith("en"):
        return True  # other languages have capitals elsewhere, or none
    disclosures = [(start, end) for start, end, _ in use_of_aid(context)]
    at = passage.start
    while at < passage.end:
        start, end = context.index.sentence(at)
        start, end = max(start, at), max(min(end, passage.end), at + 1)
        is_disclosure = any(first <= start < last for first, last in disclosures)
        if not is_disclosure and not thanks_nobody(context, context.paper.text.plain[start:end]):
            return True
        at = end
    return False
