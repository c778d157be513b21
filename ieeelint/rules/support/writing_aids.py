"""Sentences that say that a program helped to write this paper, for ACK005."""

from __future__ import annotations

from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import any_of, pattern
from ieeelint.rules.support.template_phrases import folded_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.tables.part_views import WritingAids

MAKING, EDITING = "making", "editing"
# A person whose first name is that of a system.
PERSON = r"\bClaude\s(?!AI|Code|Haiku|Opus|Pro|Sonnet)[A-Z]"
OWN = r"(?:(?:this|our|the present) (?:paper|manuscript|article)|the manuscript)"
NOT_AFTER = "".join(rf"(?<!\b{word} )" for word in ("in", "of", "for", "to", "by", "from", "with"))
BE = r"(?:was|were|is|are|has been|have been)(?: \w+){0,2}?"
WITH = r"\b(?:by|with|using|through|via|help of|assistance of|aid of)\b"
USED = r"\b(?:used|employed|utilized|utilised)\b"
NUMBER = r"(?: (?:[ivx]+|\d+|\ue003)(?:-[a-z])?)?"  # of a section
PART = "[^.;:]"  # a sign of the same clause
NO_AND = r"(?:(?!\b(?:and|or)\b)[^.;:,])"
SAME = "[^.;:,]"  # a sign of the same part of it


def use_of_aid(context: Context) -> list[tuple[int, int, str]]:
    """Start, end, and kind of each sentence in running text that says so: the program made text, or
    edited it.
    """
    aids = context.vocabulary.acknowledgment.ai
    index, paper = context.index, context.paper
    first_words = {pattern(r"[a-z]+").findall(system)[0] for system in aids.systems}
    sentences = {index.sentence(at): at for at in index.places(*sorted(first_words))}
    folded = folded_text(paper)[0]
    found = []
    for (start, end), at in sorted(sentences.items()):
        words = " ".join(folded[start:end].split())
        if (
            pattern(OWN + "|this work").search(words)
            and paper.passage_at(start).zone in RUNNING
            and not index.is_in_quotation(at)
            and not pattern(PERSON).search(paper.text.plain, start, end)
            and (kind := _kind(words, aids))
        ):
            found.append((start, end, kind))
    return found


def _kind(words: str, aids: WritingAids) -> str:
    """What a sentence, in lowercase, says that a program did with this paper; empty if nothing."""
    all_words = pattern(r"[a-z]+").findall(words)
    if not aids.doubts.isdisjoint(all_words) or "n't" in words:
        return ""
    if not any(pattern(expression).search(words) for expression in _expressions(aids)):
        return ""
    verbs = [word for word in all_words if word in aids.verbs]
    is_editing = not aids.qualities.isdisjoint(all_words) or (verbs and verbs[-1] in aids.edits)
    return EDITING if is_editing else MAKING


def _expressions(aids: WritingAids) -> tuple[str, ...]:
    """The forms of such sentences."""
    system = rf"\b{any_of(aids.systems)}(?![\w-])"
    participles = any_of([*aids.making, *aids.editing])
    forms = any_of([*aids.making_forms, *aids.editing_forms])
    part = rf"{any_of(aids.parts)}\b"
    parts = rf"{part}{NUMBER}(?:(?:,|,? and)(?: the)?(?: {part})?{NUMBER}){{0,3}} (?:of|in) "
    use = rf"(?:{USED}{SAME}{{0,30}}?{system}|{system}{SAME}{{0,20}}? {USED})"
    return (
        # "Section II of this paper was written with ChatGPT"
        rf"(?:{parts}|{NOT_AFTER}){OWN} {BE} {participles}\b{SAME}{{0,40}}?{WITH}{NO_AND}{{0,30}}?"
        + system,
        # "ChatGPT was used to write Section II of this paper"
        rf"{use} (?:to|for|in|in order to) {forms}(?: and {forms})? (?:the )?"
        rf"(?:(?:\w+ ){{0,2}}?{parts})?{OWN}",
        # "During the preparation of this work, the authors used ChatGPT"
        rf"(?:during|in) the (?:preparation|writing) of (?:{OWN}|this work)\b{PART}{{0,40}}?{use}",
    )
