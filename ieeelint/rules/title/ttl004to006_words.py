"""TTL004 to 006: abbreviations and capitals in the title."""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.finding import Finding
from ieeelint.paper.titlecase import is_all_capitals
from ieeelint.paper.zones import TITLE
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.capitals import missing_capitals
from ieeelint.rules.support.heading_words import avoidable
from ieeelint.rules.support.name_evidence import looks_like_name, may_be_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Title

# Endings of words for an action, which a clause with "that uses" cannot describe.
ACTION_ENDINGS = ("tion", "tions", "ment", "sis", "ing", "ance", "ence")


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
        "%! title\nSteady Flow by ⟦SANDO⟧\n%! body\nSanding and dosing (SANDO) is old.",
    ],
    good=[
        "%! title\nQTRM: A Tool for Narrow Pipes",
        "%! title\nQTRM*: A Tool for Narrow Pipes",
        "%! title\nLED Light and 3D GPS in the USA, Part II",
        "%! title\nSteady Flow in SiO2 and IEEE 802.11 Pipes",
        "%! title\nSteady Flow of CO$_2$ and GaAs with $k$NN and QTRM-XL",
        (
            "%! title\nSteady Flow by the SANDO Dosing Scheme\n"
            "%! body\nSanding and dosing (SANDO) is old. We made a tool called SANDO."
        ),
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
        if pattern(r"[*+\d-]{0,3}\s?:").match(paper.text.plain, end) or _is_name(context, token):
            continue
        span = paper.text.span(start, end)
        if any(
            definition.zone == TITLE for definition in context.index.abbreviations.defined(token)
        ):
            yield Finding(span, f'The title spells "{token}" out. Delete the abbreviation there.')
            continue
        message = f'Spell out "{token}" in the title. IEEE avoids abbreviations there.'
        if may_be_name(context, token):
            yield Finding(span, message + " If it is a name, leave it.", severity=INFO)
        else:
            yield Finding(span, message)


def _is_name(context: Context, token: str) -> bool:
    """True for a token that is used many times and never expanded, and for a word that the draft
    calls a name.
    """
    abbreviations = context.index.abbreviations
    table = context.vocabulary
    if token in table.abbreviations.tier_c or token in table.acronym_names.never:
        return False
    uses = abbreviations.uses.get(token, [])
    if may_be_name(context, token) and looks_like_name(context, token, uses):
        return True
    return len(uses) > 5 and not any(
        definition.token == token for definition in abbreviations.definitions
    )


@rule(
    "TTL005",
    "title-capitalization",
    WARNING,
    "IEEE Editorial Style Manual, paper title; bare_conf.tex",
    bad=[
        "%! title\n⟦STEADY⟧ FLOW IN NARROW PIPES",
        (
            "%! word whole\n"
            "[paper title] A Study of Flow and\n"
            "[paper title] the ⟦wear⟧ of Pipes\n"
            "[Author] Ana Lima\n"
            "[Abstract] Abstract—Water is wet.\n"
            "[Body Text] Rain is wet."
        ),
    ],
    fixes=[
        ("%! title\nSteady ⟦flow⟧ in narrow pipes", "%! title\nSteady Flow in Narrow Pipes"),
    ],
    good=[
        (
            "%! title\n"
            "Steady Flow of Water and Sand with k-Means in Two-dimensional Pipes: An iPhone Study"
        ),
        "%! title\nFlow Through and from the Pipe",
        (
            "%! word whole\n"
            "[paper title] A Study of Flow and\n"
            "[paper title] the Wear of Pipes\n"
            "[Author] Ana Lima\n"
            "[Abstract] Abstract—Water is wet.\n"
            "[Body Text] Rain is wet."
        ),
        (
            "%! title\n"
            "Planes de riego con tubos viejos\n"
            "%! abstract\n"
            "El agua fluye por los tubos de la casa y por el jard\\'in, y la bomba es muy vieja.\n"
            "%! body\n"
            "El agua fluye por los tubos de la casa y por el jard\\'in, pero no para la bomba.\n\n"
            + "Before you begin to format your paper, write it and save it as a file of text. "
            * 9
        ),
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
    stop = _end_of_title(context, title)
    words = paper.text.plain[passage.start : stop].partition(" (use style")[
        0
    ]  # TPL003 reports the hint
    if is_all_capitals(words):
        start = passage.start + len(words) - len(words.lstrip())
        yield Finding(paper.text.span(start, stop), "The title is in all capitals. Use title case.")
        return
    found = missing_capitals(context, passage.start, words)
    if found is not None:
        span, shown, fix = found
        yield Finding(span, f"Capitalize {shown} in the title.", fix)


def _end_of_title(context: Context, title: Title) -> int:
    """The end of the title proper, where a subtitle (see TTL001) begins."""
    paper = context.paper
    end = _end_of_paragraphs(context, title)
    if title.subtitle is None:
        return end
    for position in range(title.passage.start, end):
        span = paper.text.span(position, position + 1)
        if span.source is title.subtitle.source and span.start >= title.subtitle.start:
            return position
    return end


def _end_of_paragraphs(context: Context, title: Title) -> int:
    """The end of a title, which has several paragraphs in some Word drafts."""
    paper, end = context.paper, title.passage.end
    if paper.format == "word":
        of_passage = context.index.languages.of_passage
        language = of_passage(title.passage)
        for passage in paper.passages[bisect_right(paper.passage_starts, title.passage.start) :]:
            if passage.zone != TITLE or of_passage(passage) != language:
                break
            end = passage.end
    return end


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
