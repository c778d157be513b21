"""ABS005: abbreviations in the abstract."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.zones import ABSTRACT
from ieeelint.rules import INFO, rule
from ieeelint.rules.support.abbreviation_words import codes, is_candidate, known_words, names
from ieeelint.rules.support.explanations import is_explained
from ieeelint.rules.support.name_evidence import looks_like_name
from ieeelint.rules.support.name_places import is_in_name, is_symbol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.abbreviations import Definition


@rule(
    "ABS005",
    "abstract-abbreviation-once",
    INFO,
    "IEEE conference template, sec. III-A; IEEE Access template",
    bad=["%! abstract\nWe use a ⟦QTRM⟧ in narrow pipes, and it works."],
    good=[
        "%! abstract\nWe use a quiet tube rate model (QTRM); the QTRM works on a GPU.",
        "%! abstract\nWe do explainable AI (XAI) in narrow pipes with CO$_2$ on the QOJET robot.",
        "%! abstract\nWe use the quiet tube rate model, or QTRM, in narrow pipes.",
        "%! abstract\nWe use the quiet tube model (QTRM) in narrow pipes. The QTRM is old.",
    ],
    english=True,
)
def abbreviation(context: Context) -> Iterator[Finding]:
    """Every abbreviation in the abstract is defined there.

    Readers see the abstract without the paper. Define the abbreviation, or
    spell it out.
    """
    paper = context.paper
    known = known_words(context) | names(context)
    abbreviations = context.index.abbreviations
    defined: dict[str, list[Definition]] = {}
    for definition in abbreviations.definitions:
        defined.setdefault(definition.token.rstrip("s"), []).append(definition)
    for token in abbreviations.uses:
        if token in known or len(token) > 7 or not is_candidate(context, token):
            continue
        starts = [
            start
            for start in abbreviations.uses[token]
            if paper.passage_at(start).zone == ABSTRACT and not is_in_name(context, token, start)
        ]
        definitions = defined.get(token.rstrip("s"), [])
        if not starts or any(definition.zone == ABSTRACT for definition in definitions):
            continue
        if any(start in starts for start in abbreviations.introduced.get(token, ())):
            continue
        if not definitions and _is_name_or_explained(context, token, starts):
            continue
        message = (
            f'Spell out "{token}" in the abstract, or define it there. Readers see the abstract'
            " without the paper."
        )
        yield Finding(paper.text.span(starts[0], starts[0] + len(token)), message)


def _is_name_or_explained(context: Context, token: str, starts: list[int]) -> bool:
    """True for a name or a symbol, and for what the abstract explains without parentheses."""
    uses = context.index.abbreviations.uses[token]
    return (
        sum(letter.islower() for letter in token.rstrip("s")) > 1
        or looks_like_name(context, token, uses)
        or is_symbol(context.paper, token, uses)
        or is_explained(context, token, starts)
        or token in codes(context.index.abbreviations.uses)
    )
