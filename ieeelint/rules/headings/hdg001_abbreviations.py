"""HDG001: abbreviations in headings."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.text import CITE
from ieeelint.paper.zones import ABSTRACT, HEADING, KEYWORDS, PROSE, TITLE
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.explanations import begins_with_meaning, is_explained, is_in_list
from ieeelint.rules.support.heading_words import avoidable
from ieeelint.rules.support.name_evidence import looks_like_name, may_be_name
from ieeelint.rules.support.name_places import is_symbol
from ieeelint.rules.support.word_drafts import own_style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Heading
    from ieeelint.paper.model import Paper

FRONT = frozenset((TITLE, ABSTRACT, KEYWORDS, HEADING))
LEAST_WORDS_OF_TITLE = 6
MOST_WORDS = 12  # of a heading in Word, where text often has the style of a heading
# Before the rest of a heading that explains the word in front: "QTRM: A Tool", "QTRM -- Quiet …".
EXPLAINED = r"\s?:|\s(?:-|–|—)\s|\s?—"
# Before words that may explain the word in front: "QTRM, a Quiet Tube Rate Model".
APPOSED = r"\s?,\s(?:(?i:an?|the)\s)?"


@rule(
    "HDG001",
    "heading-no-abbreviation",
    WARNING,
    "IEEE conference template, sec. III-A",
    bad=[
        r"\section{⟦QTRM⟧ Pipes}",
        r"\section{⟦QTRM⟧-Specific Pipes}",
        r"\section{⟦QTRM⟧, Sand, and Pipes}",
        "\\section{⟦QTRM⟧ Pipes}\nA quiet tube rate model (QTRM) is used. The QTRM is fast.",
        "\\section{⟦QTRM⟧ Pipes}\n" + "The QTRM is fast. " * 9,
        (
            "\\section{A Pump}\n"
            "It is wet.\n"
            "\n"
            "\\section{⟦QTRM⟧ Pipes}\n"
            "It works. A quiet tube rate model (QTRM) is used."
        ),
        "%! word\n[heading 2] ⟦QTRM⟧ Pipes\n[Body Text] It works.",
        (
            "%! word\n[heading 2] We take the sand out of the ⟦QTRM⟧ pipes and then show the "
            "rest of it\n[Body Text] It works."
        ),
        "\\section{Flow in ⟦QTRM⟧ Pipes}\n\\cite{lima} measures it.",
    ],
    good=[
        "A quiet tube rate model (QTRM) is used.\n\n\\section{QTRM Pipes}\nIt works.",
        r"\section{GPS and CPU Clocks in 3D}",
        r"\section{Class IV Pipes of SiO2}",
        r"\section{Training a CNN}",
        r"\section{QTRM: A Tool for Pipes}",
        r"\section{QTRM -- Quiet Tube Rate Model}",
        r"\section{QTRM, a Quiet Tube Rate Model}",
        (
            "%! abstract\nA quiet tube rate model (QTRM) is old.\n%! body\n"
            "\\begin{table}[!t]\\caption{Short Forms}\\begin{tabular}{ll}QTRM & Quiet tube rate"
            " model\\\\\\end{tabular}\\end{table}\n\\section{QTRM Pipes}\nIt works."
        ),
        r"\section{The QANDOR Pipes}",
        "The QTVX corpus is old.\n\n\\section{QTVX Pipes}\nThey flow.",
        "Let QT = (P, R) be a net.\n\n\\section{Sound QT}\nIt is safe.",
        "We train the quiet tube rate model, or QTRM.\n\n\\section{QTRM Pipes}\nIt works.",
        (
            "\\section{QTRM: A Tool}\n"
            "The QTRM is fast.\n"
            "\n"
            "\\section{A Quiet Tube Rate Model (QTRM)}\n"
            "The QTRM is old."
        ),
        "\\section{Pipes of FreeRtQX}\nIt works.",
        "\\section{Rate Model of Quiet Tubes (QTRM)}\n\\section{QTRM Pipes}\nThey flow.",
        "\\section{Slow Flow of Water in Narrow QTRM Pipes}\n\\cite{lima} It is slow.",
        (
            "%! document\n\\documentclass{IEEEtran}\n\\begin{document}\n"
            "\\section{La IA en las tuberías}\n"
            + "El agua fluye por las tuberías, y la arena no fluye con ella.\n" * 6
            + "\\end{document}"
        ),
    ],
)
def no_abbreviation(context: Context) -> Iterator[Finding]:
    """Headings have no abbreviations unless they are unavoidable.

    Write the words out. Abbreviations that the text before the heading defines, and those that
    everyone in the field knows, are fine. So are those in the title of a work that the text below
    the heading cites first.
    """
    paper = context.paper
    known_from: dict[str, int] = {}
    for heading in paper.headings:
        if _is_title_of_work(paper, heading):
            continue
        for token, start, end in avoidable(context, heading.passage, everyday=False):
            if token not in known_from:
                is_name = _is_name(context, token)
                known_from[token] = 0 if is_name else _known_from(context, token)
            if start >= known_from[token] or _explains(context, heading, token, end):
                continue
            message = f'Spell out "{token}" in the heading, or define it earlier in the text.'
            if context.word is not None and len(heading.plain.split()) > MOST_WORDS:
                message = (
                    "This heading is a sentence. Give it the style"
                    f' "{own_style(context, "Body Text")}", or shorten it and spell out "{token}".'
                )
            yield Finding(paper.text.span(start, end), message)


def _explains(context: Context, heading: Heading, token: str, end: int) -> bool:
    """True if the heading explains its token, which ends at ``end``, in the words after it."""
    plain = context.paper.text.plain
    if pattern(EXPLAINED).match(plain, end):
        return True
    apposed = pattern(APPOSED).match(plain, end)
    if apposed is None:
        return False
    words = plain[apposed.end() : heading.passage.end]
    return begins_with_meaning(token, words, context.vocabulary.abbreviations.small_words)


def _is_title_of_work(paper: Paper, heading: Heading) -> bool:
    """True for a long heading above a text that begins with a citation."""
    if len(heading.plain.split()) < LEAST_WORDS_OF_TITLE:
        return False
    cites = pattern(rf"\n\n(?:{CITE}|\[\d)")
    return cites.match(paper.text.plain, heading.passage.end) is not None


def _known_from(context: Context, token: str) -> int:
    """Where the body defines or explains the token; the end of the text if it does not."""
    paper, abbreviations = context.paper, context.index.abbreviations
    definitions = abbreviations.defined(token)
    uses = abbreviations.uses[token]
    body = [at for at in uses if paper.passage_at(at).zone not in FRONT]
    if any(one.zone == HEADING for one in definitions):
        return 0
    if not definitions and is_explained(context, token, body):
        return 0
    if body and is_in_list(context, token, body[0] + 1):
        return body[0]
    places = [one.start for one in definitions if one.zone not in FRONT]
    places += abbreviations.introduced.get(token, ())
    if token in abbreviations.declared:
        places += body[:1]  # its command prints the definition
    return min(places, default=len(paper.text.plain))


def _is_name(context: Context, token: str) -> bool:
    """True for tokens with lowercase letters inside (FreeRTOS), for words that can be spoken and
    that the draft does not define, and for other names.
    """
    if sum(character.islower() for character in token.rstrip("s")) > 1:
        return True
    abbreviations = context.index.abbreviations
    uses = abbreviations.uses[token]
    is_defined = abbreviations.defined(token) or token in abbreviations.declared
    if is_defined:
        return False
    if may_be_name(context, token):
        return True
    body = [at for at in uses if context.paper.passage_at(at).zone == PROSE]
    return looks_like_name(context, token, body) or is_symbol(context.paper, token, uses)
