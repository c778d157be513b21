"""TTL001 to 006: the title."""

from __future__ import annotations

from unicodedata import category

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.paper.text import MATH, PLACEHOLDERS, SUPERSCRIPT
from ieeelint.paper.titlecase import is_all_capitals, lowercase_at
from ieeelint.paper.zones import TITLE
from ieeelint.patterns import pattern
from ieeelint.phrases import quoted
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support.heading_words import avoidable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Title
    from ieeelint.paper.model import Paper

CLAUSE = "IEEE conference template, title"
# Symbols by their Unicode category that plain text can show.
PLAIN_SYMBOLS = "+|~^`$<>=¨´"
NOTE_SIGNS = "*†‡§¶"
# Endings of words for an action, which a clause with "that uses" cannot describe.
ACTION_ENDINGS = ("tion", "tions", "ment", "sis", "ing", "ance", "ence")


@rule(
    "TTL001",
    "title-no-subtitle",
    ERROR,
    CLAUSE + " note on subtitles",
    bad=[
        "%! title\nSteady Flow\\\\ {⟦\\large⟧ A Study of Narrow Pipes}",
        (
            "%! word whole\n"
            "[paper title] Steady Flow\n"
            "[paper subtitle] A Study of Narrow Pipes\n"
            "[Abstract] <i>Abstract</i>—Water is wet.\n"
            "[Body Text] Rain is wet."
        ),
    ],
    good=[
        "%! title\nSteady Flow: A Study of Narrow Pipes",
        "%! title\nSteady Flow and Its Many \\\\ Uses in Narrow Pipes",
    ],
)
def no_subtitle(context: Context) -> Iterator[Finding]:
    """The title has no subtitle on a separate line.

    IEEE Xplore drops subtitles. Join the subtitle to the title with a colon. A
    plain line break that balances a long title is fine.
    """
    paper = context.paper
    if paper.title is not None and paper.title.subtitle is not None:
        message = (
            "IEEE Xplore drops subtitles. Join this one to the title with a colon, or delete it."
        )
        yield Finding(paper.title.subtitle, message)


@rule(
    "TTL002",
    "title-no-math-or-symbol",
    ERROR,
    CLAUSE + "; How to Use the IEEEtran LaTeX Class",
    bad=[
        "%! title\nBounds for ⟦$\\ell_1$⟧ Flow",
        "%! title\nSteady Flow⟦*⟧",
        "%! title\nSteady Flow of FlowTech⟦™⟧ Sand",
    ],
    good=[
        "%! title\nFlow in C++ and Nd--Fe--B Pipes: A 5-Year Study \\& More",
        "%! title\nSteady Flow\\thanks{*Funded by Flow.}",
    ],
)
def no_math_or_symbol(context: Context) -> Iterator[Finding]:
    """The title has no math, symbols, or special characters.

    Search engines and IEEE Xplore cannot show them. Use words. Accents,
    dashes, ampersands, and names such as C++ are fine.
    """
    paper = context.paper
    title = paper.title
    if title is None:
        return
    severity = INFO if context.profile.is_journal else ""
    passage = title.passage
    for offset, character in enumerate(passage.plain):
        position = passage.start + offset
        if character == MATH:
            yield Finding(
                paper.text.span(position, position + 1),
                "The title contains a formula. Use words.",
                None,
                severity,
            )
        elif character in PLACEHOLDERS or character in PLAIN_SYMBOLS:
            continue
        elif character in NOTE_SIGNS or category(character) in ("Sm", "So", "Sk"):
            message = f'The title contains the symbol "{character}". Delete it or use words.'
            yield Finding(paper.text.span(position, position + 1), message)
            return


@rule(
    "TTL003",
    "title-no-footnote",
    ERROR,
    CLAUSE,
    bad=[
        "%! title\nSteady Flow⟦\\footnote{Funded by Flow.}⟧",
        "%! title\nSteady Flow⟦\\textsuperscript{*}⟧",
    ],
    good=[
        (
            "%! preamble\n"
            "\\IEEEoverridecommandlockouts\n"
            "%! title\n"
            "Steady Flow\\thanks{Funded by the Flow Foundation.}"
        )
    ],
)
def no_footnote(context: Context) -> Iterator[Finding]:
    """The title has no footnote.

    Move funding information to \\thanks, which prints without a mark, and anything else
    into the introduction.
    """
    paper = context.paper
    title = paper.title
    if title is None:
        return
    funding = (
        "\\thanks"
        if paper.format == "latex"
        else 'a box in the style "sponsors" at the bottom of the page'
    )
    for note in title.notes:
        if note.command != "thanks":
            yield Finding(
                note.span,
                f"The title has a footnote. Move funding information to {funding} and everything"
                " else to the introduction.",
            )
    for mark in paper.text.marks_of(SUPERSCRIPT):
        if title.passage.start <= mark.start < title.passage.end:
            raised = paper.text.plain[mark.start : mark.end].strip()
            if raised and len(raised) < 3 and not raised.isalpha() and raised not in PLACEHOLDERS:
                yield Finding(
                    _command_span(mark.span),
                    "The title has a footnote mark. Delete it, and move funding information to"
                    f" {funding}.",
                )


def _command_span(span: Span) -> Span:
    """The span of a superscript from its command on, so that the finding starts there."""
    text = span.source.text
    start = text.rfind("\\", max(0, span.start - 20), span.start)
    return Span(span.source, start, span.end) if start >= 0 else span


@rule(
    "TTL004",
    "title-no-abbreviation",
    WARNING,
    "IEEE conference template, title and sec. III-A",
    bad=[
        "%! title\nA ⟦QTRM⟧ for Narrow Pipes",
        "%! title\nHierarchical ⟦QTRM⟧-Based Flow and QTRM-Aware Pipes",
        "%! title\nA Quiet Tube Rate Model (⟦QTRM⟧) for Narrow Pipes",
        "%! title\n⟦IoT⟧ Pipes\n%! body\n" + "The IoT is wide. " * 7,
    ],
    good=[
        "%! title\nQTRM: A Tool for Narrow Pipes",
        "%! title\nLED Light and 3D GPS in the USA, Part II",
        "%! title\nSteady Flow in SiO2 and IEEE 802.11 Pipes",
        "%! title\nSteady Flow of CO$_2$ and GaAs with $k$NN and QTRM-XL",
    ],
)
def no_abbreviation(context: Context) -> Iterator[Finding]:
    """The title has no abbreviations unless they are unavoidable.

    Write the words out. A name that the paper introduces may precede a colon,
    and abbreviations that everyone knows (LED, GPS, 3D) are fine.
    """
    paper = context.paper
    title = paper.title
    if title is None or is_all_capitals(title.plain):
        return
    for token, start, end in avoidable(context, title.passage):
        if paper.text.plain[end : end + 2].lstrip()[:1] == ":" or _is_name(context, token):
            continue
        message = f'Spell out "{token}" in the title. IEEE avoids abbreviations there.'
        if any(
            definition.zone == TITLE for definition in context.index.abbreviations.defined(token)
        ):
            message = f'The title spells "{token}" out. Delete the abbreviation there.'
        yield Finding(paper.text.span(start, end), message)


def _is_name(context: Context, token: str) -> bool:
    """A token that is used many times and never expanded is a name, not an abbreviation."""
    abbreviations = context.index.abbreviations
    table = context.vocabulary
    if token in table.abbreviations.tier_c or token in table.acronym_names.never:
        return False
    return len(abbreviations.uses.get(token, ())) > 5 and not any(
        definition.token == token for definition in abbreviations.definitions
    )


@rule(
    "TTL005",
    "title-capitalization",
    WARNING,
    "IEEE Editorial Style Manual, paper title; bare_conf.tex",
    bad=["%! title\nSteady ⟦flow⟧ in narrow pipes", "%! title\n⟦STEADY⟧ FLOW IN NARROW PIPES"],
    good=[
        (
            "%! title\n"
            "Steady Flow of Water and Sand with k-Means in Two-dimensional Pipes: An iPhone Study"
        ),
        "%! title\nFlow Through and from the Pipe",
        "%! title\nFault Detection using Waves",
    ],
    english=True,
)
def capitalization(context: Context) -> Iterator[Finding]:
    """The words of the title are capitalized, except articles, coordinating conjunctions, and short
    prepositions.

    A title in all capitals is wrong too. The class does not change the case.
    """
    paper = context.paper
    title = paper.title
    if title is None:
        return
    passage = title.passage
    words = passage.plain
    stop = _end_of_title(paper, title)
    words = words[: stop - passage.start].partition(" (use style")[0]  # TPL003 reports the hint
    if is_all_capitals(words):
        start = passage.start + len(words) - len(words.lstrip())
        yield Finding(paper.text.span(start, stop), "The title is in all capitals. Use title case.")
        return
    lowercase = lowercase_at(paper.text, passage.start, words, context.vocabulary.title_case)
    if not lowercase:
        return
    start, end, _ = lowercase[0]
    edits = []
    for first, last, word in lowercase:
        if paper.text.is_typed(first, last):
            edits.append(Edit(paper.text.span(first, first + 1), word[0].upper()))
    message = f"Capitalize {quoted(word for _, _, word in lowercase)} in the title."
    fix = Fix(*edits, safe=False) if edits else None
    yield Finding(paper.text.span(start, end), message, fix)


def _end_of_title(paper: Paper, title: Title) -> int:
    """The end of the title proper, where a subtitle (see TTL001) begins."""
    passage = title.passage
    if title.subtitle is None:
        return passage.end
    for position in range(passage.start, passage.end):
        span = paper.text.span(position, position + 1)
        if span.source is title.subtitle.source and span.start >= title.subtitle.start:
            return position
    return passage.end


@rule(
    "TTL006",
    "title-using-case",
    INFO,
    "IEEE conference template, sec. III-E",
    bad=["%! title\nFault Detection ⟦Using⟧ Wavelets"],
    good=[
        "%! title\nA Radar Using Two Antennas",
        "%! title\nFault Detection using Wavelets",
        "%! title\nUsing Wavelets",
    ],
    english=True,
)
def using_case(context: Context) -> Iterator[Finding]:
    """In the title, "Using" is capitalized only where "That Uses" could replace it.

    "A Radar Using Two Antennas" is a radar that uses them. In "Fault Detection
    using Wavelets", the detection does not use anything. The meaning decides,
    so this is reported only as info.
    """
    paper = context.paper
    if paper.title is None:
        return
    passage = paper.title.passage
    actions = context.vocabulary.wording.using
    for match in pattern(r"(\w+)\s+(Using)\b").finditer(passage.plain):
        noun = match.group(1)
        if noun.endswith(ACTION_ENDINGS) or noun in actions:
            start = passage.start + match.start(2)
            message = f'Write "using" in lowercase unless you mean "{noun} that uses".'
            yield Finding(paper.text.span(start, start + 5), message)
