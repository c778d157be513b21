"""ABR001, 002: an abbreviation is defined at its first use in the body."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.zones import ABSTRACT, FOOTNOTE, HEADING, KEYWORDS, PROSE, TITLE
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.abbreviation_words import (
    Initials,
    as_defined,
    is_candidate,
    is_cited,
    is_explained,
    is_in_name,
    is_pronounceable,
    known_words,
    looks_like_name,
    names,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

FRONT = frozenset((TITLE, ABSTRACT, KEYWORDS, HEADING))
MOST_GUESSES = 60  # meanings searched for in one draft, which is slow


def body_uses(context: Context, token: str) -> list[int]:
    """Positions of the token in the body, except in names and quotations."""
    paper = context.paper
    return [
        place
        for place in context.index.abbreviations.uses.get(token, ())
        if paper.passage_at(place).zone == PROSE
        and not is_in_name(context, token, place)
        and not context.index.is_mention(place)
    ]


@rule(
    "ABR001",
    "abbr-undefined",
    WARNING,
    "IEEE conference template, sec. III-A",
    english=True,
    bad=[
        "We train a ⟦SOM⟧ on the data. The SOM converges.",
        (
            "The ⟦LFSRs⟧ are shifted in each round. Later, a linear feedback shift register (LFSR)"
            " is drawn."
        ),
    ],
    good=[
        "We train a self-organizing map (SOM) on the data. The SOM converges.",
        "We train a SOM (self-organizing map) on the data.",
        "A self-organizing map, or SOM, is trained. SOM stands for self-organizing map.",
        "The frequency-hopping spread spectrum (FHSS) scheme is old. FHSS hops.",
        "The IEEE and SI units need no definition, nor do a CPU and an FFT.",
        "Section II and class IV use GaN and NaCl at 5 MHz and 3 kWh.",
        "The parts LMX358 and ESP32, the HC-128 cipher, and RTX 3090 are names.",
        "We use ImageNet and ResNet-50. It was run with \\texttt{XQL} on the SUMO simulator.",
        "``TRQ'' is an odd word, and the IF statement is NOT executed.",
        (
            "%! preamble\n"
            "\\usepackage{acronym}\\newacro{SOM}{self-organizing map}\n"
            "%! body\n"
            "The SOM converges."
        ),
    ],
)
def undefined_abbreviation(context: Context) -> Iterator[Finding]:
    """An abbreviation is defined at its first use in the body, even if the abstract has defined it.

    Write the words out and put the abbreviation in parentheses: "a
    self-organizing map (SOM)". Abbreviations that everybody knows need no
    definition. You can extend the lists in the settings: tier_b and tier_c of
    abbreviations, and acronym_names for names. With strict-abbreviations only
    IEEE's own list needs no definition.
    """
    paper = context.paper
    abbreviations = context.index.abbreviations
    known = known_words(context)
    if not context.vocabulary.strict_abbreviations:
        known |= names(context)
    initials: Initials | None = None
    guesses = 0
    for token in abbreviations.uses:
        if token in known or token in abbreviations.declared or not is_candidate(context, token):
            continue
        places = body_uses(context, token)
        if not places:
            continue
        first = places[0]
        sentence_end = context.index.sentence(first)[1]
        definitions = abbreviations.defined(token)
        if any(
            definition.start < sentence_end or definition.zone == FOOTNOTE
            for definition in definitions
            if definition.zone not in FRONT
        ):
            continue
        if any(
            place < sentence_end
            for place in abbreviations.introduced.get(token, ())
            if place >= first - 200
        ):
            continue
        if any(
            definition.zone == HEADING and definition.start < first for definition in definitions
        ):
            continue
        later = next(
            (
                definition
                for definition in definitions
                if definition.zone == PROSE and definition.is_strong
            ),
            None,
        )
        if later is None:
            if definitions or looks_like_name(context, token, places):
                continue  # ABR002 reports the front matter; a caption or a table is near enough
            if is_explained(context, token, abbreviations.uses[token]):
                continue
        if (
            later is None
            and len(token) > 3
            and is_pronounceable(token)
            and _is_common_word(context, token)
        ):
            continue  # a word in capitals for emphasis
        shown = paper.text.plain[first : first + len(token)]
        shown += "s" if paper.text.plain[first + len(token) :][:1] == "s" else ""
        severity = ""
        if later is not None:
            message = (
                f'"{shown}" is used here before its definition. Move "{later.expansion}'
                f' ({as_defined(paper, later)})" to this first use.'
            )
        else:
            if initials is None:
                initials = Initials(context)
            meaning = initials.meaning(token) if guesses < MOST_GUESSES else ""
            guesses += 1
            if meaning:
                message = (
                    f'Define "{token}" at its first use. If it means "{meaning}", write'
                    f' "{meaning} ({token})".'
                )
            else:
                message = (
                    f'Define "{token}" at its first use: spell it out, followed by "({token})".'
                )
                if is_pronounceable(token) or is_cited(paper, token, places):
                    severity = INFO
                    message += " If it is a name, leave it."
        yield Finding(paper.text.span(first, first + len(shown)), message, severity=severity)


def _is_common_word(context: Context, token: str) -> bool:
    """True when the draft also uses the word in lowercase."""
    plain = context.paper.text.plain
    return any(plain[place].islower() for place in context.index.words.get(token.lower(), ()))


@rule(
    "ABR002",
    "abbr-redefine-in-body",
    WARNING,
    "IEEE conference template, sec. III-A; IEEE Editorial Style Manual",
    english=True,
    bad=[
        (
            "%! abstract\n"
            "We train a self-organizing map (SOM) and measure how well it orders the flow of "
            "water in pipes.\n"
            "%! body\n"
            "The ⟦SOM⟧ converges."
        ),
    ],
    good=[
        (
            "%! abstract\n"
            "We train a self-organizing map (SOM) and measure how well it orders the flow of "
            "water in pipes.\n"
            "%! body\n"
            "The self-organizing map (SOM) converges. The SOM is small."
        ),
        (
            "%! abstract\n"
            "We train a self-organizing map (SOM) and measure how well it orders the flow of "
            "water in pipes.\n"
            "%! body\n"
            "The map converges."
        ),
        "%! abstract\nEach central processing unit (CPU) is measured.\n%! body\nThe CPU is fast.",
    ],
)
def abbreviation_defined_in_abstract_only(context: Context) -> Iterator[Finding]:
    r"""An abbreviation defined in the abstract is defined again at its first use in the body.

    Readers meet the abstract without the body, and the body without the abstract. With the
    package glossaries write \glsresetall after the abstract, with acro \acresetall: then all
    abbreviations are defined again.
    """
    paper = context.paper
    abbreviations = context.index.abbreviations
    known: frozenset[str] | None = None
    seen = set()
    for definition in abbreviations.definitions:
        token = definition.token
        if definition.zone not in FRONT or token in seen or not definition.is_strong:
            continue
        if definition.zone == HEADING:
            continue
        seen.add(token)
        if known is None:
            known = known_words(context, everyday=True)
        if token in known or token in abbreviations.declared:
            continue
        places = body_uses(context, token)
        if not places or any(
            other.zone not in FRONT or other.zone == HEADING
            for other in abbreviations.defined(token)
        ):
            continue
        if any(
            paper.passage_at(place).zone not in FRONT
            for place in abbreviations.introduced.get(token, ())
        ):
            continue
        if is_explained(context, token, places):
            continue
        first = places[0]
        yield Finding(
            paper.text.span(first, first + len(token)),
            f'"{token}" is defined only in the {definition.zone}. Define it again here, at its'
            f' first use in the body: "{definition.expansion} ({as_defined(paper, definition)})".',
        )
