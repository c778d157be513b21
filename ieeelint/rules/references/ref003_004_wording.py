"""REF003, 004: the word "reference" before a citation."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.citation_marks import BLANKS
from ieeelint.paper.source import Span
from ieeelint.paper.text import CITE
from ieeelint.paper.zones import CAPTION, TABLE_NOTE
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.citation_marks import follows_abbreviation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.citation_marks import CitationPlace

CLAUSE = "IEEE conference template, References"
# After a bracket that begins a sentence; before a capital it may belong to the sentence before it.
WORDS_IN_SENTENCE = r",?[\s\u00a0]{1,3}([a-z]{2,})"
# After a bracket that begins a paragraph: other citations and a word.
WORDS_IN_PARAGRAPH = rf"(?:[\s\u00a0,]{{1,3}}{CITE}){{0,9}},?[\s\u00a0]{{1,3}}([^\W\d_]{{2,}})"
# Words between a bracket and the verb: "[3] also shows", "[3] only briefly mentions".
BEFORE_VERB = (
    r"(?:[\s\u00a0](?:also|first|further|later|only|thus|[a-z]{3,}ly)\b){0,3}[\s\u00a0]([a-z]+)\b"
    r"(?!\sof\b)"  # but not "a review of"
)
# Between the citations of a group.
BETWEEN_CITATIONS = r"(?!\n\n)[\s\u00a0]{0,3}(?:,[\s\u00a0]{0,3})?(?:and[\s\u00a0]{0,3})?"


@rule(
    "REF003",
    "cite-ref-prefix",
    WARNING,
    CLAUSE,
    bad=[
        "It flows as ⟦Reference~\\cite{lima}⟧ says.",
        "It follows ⟦Ref.~\\cite{lima}⟧'s view.",
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
        "See these Refs.~\\cite{lima,costa} and our Ref.~\\cite{lima} for sand.",
    ],
    fixes=[
        ("As in ⟦Ref.~\\cite{lima}⟧, it flows.", "As in \\cite{lima}, it flows."),
        ("As ⟦reference \\cite{lima}⟧ says, it flows.", "As \\cite{lima} says, it flows."),
        ("As in the ⟦reference~\\cite{lima}⟧, it flows.", "As in \\cite{lima}, it flows."),
    ],
    english=True,
)
def reference_prefix(context: Context) -> Iterator[Finding]:
    """Within a sentence, write "in [3]", not "in Ref. [3]" or "in reference [3]".

    Things that are called a reference, such as a voltage reference [3], are
    not reported.
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
            if _is_pointed_at(context, start):
                continue
            end = match.end()
            shown = " ".join(plain[start:end].split())
            fix = None
            until = plain.find("]", end) + 1 if plain[end] == "[" else end + 1
            has_possessive = plain[until : until + 1] in ("'", "’")  # "[3]'s view" needs the word
            if paper.text.is_typed(start, start + len(word)) and not has_possessive:
                article = pattern(r"\bthe[\s\u00a0]{1,3}\Z").search(plain, max(0, start - 6), start)
                fix = Fix(Edit(paper.text.span(article.start() if article else start, end), ""))
            message = f'Delete "{shown}": within a sentence, write only the number in brackets.'
            yield Finding(paper.text.span(start, until), message, fix)


def _is_pointed_at(context: Context, start: int) -> bool:
    """True for "this reference [3]", which is not "this [3]"; "that" may begin a clause."""
    before = context.paper.text.plain[max(0, start - 16) : start].split()
    return " ".join(before[-1:]).lower() in context.vocabulary.equations.determiners - {
        "the",
        "that",
    }


def _is_prefix(context: Context, start: int, word: str) -> bool:
    """True where "reference [3]" merely means an entry of the list."""
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
    words_before = plain[max(passage.start, start - 40) : start].split()
    if not words_before:
        return False
    last = words_before[-1]
    leads = last.lower() in context.vocabulary.citations.citations.before_reference
    if plain[start].isupper():
        return leads or not last[0].isupper()
    if last == "as":
        return False  # "use it as reference [3]"
    return leads or last[-1] in ",;:—("


@rule(
    "REF004",
    "cite-sentence-start",
    INFO,
    CLAUSE,
    bad=[
        "It flows. ⟦\\cite{lima}⟧ was the first to see it.",
        "\n\n⟦\\cite{lima,lima}⟧ say so.",
        "\n\n⟦\\cite{lima}⟧ \\cite{lima} Measuring pipes.",
        "\n\n⟦\\cite{lima}⟧ This paper measures pipes.",
        "It flows. ⟦\\cite{lima}⟧ an overview of pipes.",
        "It flows. ⟦\\cite{lima}⟧ review of pipes.",
        "It flows. ⟦\\cite{lima}⟧, \\cite{lima} and\\cite{lima} review of pipes.",
    ],
    good=[
        (
            "It flows. Reference~\\cite{lima} was the first. It flows, e.g., \\cite{lima}. It"
            " flows. \\cite{lima}"
        ),
        "\\begin{itemize}\n\\item \\cite{lima} is old.\n\\end{itemize}",
        "It flows. \\cite{lima} In sand it does not.\n\n\\cite{lima}\n\n\\cite{lima}.",
        "As Lima et al. \\cite{lima} wrote, so does Flow Inc. \\cite{lima} too.",
        "Lima et al..~\\cite{lima} saw it. Lima et al~. \\cite{lima} saw it.",
        "It differs from Lima et el.~\\cite{lima}, in which it does not.",
        "\n\n\\cite{lima}\n\n\\section{Flow}\nIt flows.",
        "It flows. \\cite{lima}\n\nReference~\\cite{lima} flows.",
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
        (
            "It flows. ⟦\\cite{lima}⟧ also clearly shows it.",
            "It flows. Reference~\\cite{lima} also clearly shows it.",
        ),
        (
            "It flows. ⟦\\cite{lima}⟧ \\cite{lima} studied it.",
            "It flows. References~\\cite{lima} \\cite{lima} studied it.",
        ),
    ],
    english=True,
)
def sentence_start(context: Context) -> Iterator[Finding]:
    """At the start of a sentence, write "Reference [3]"; do not begin with a bracket.

    If the work is not the subject of the sentence, the bracket belongs after the
    words that it supports.
    """
    paper = context.paper
    plain = paper.text.plain
    places = list(context.index.citations.places())
    done = 0  # end of the group that was read
    for number, place in enumerate(places):
        if place.start < done:
            continue
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
                yield Finding(span, f'At the start of a sentence, write "{word}" in full.', fix)
            continue
        if passage.is_item and not plain[passage.start : place.start].strip():
            continue
        opens_paragraph = _opens_paragraph(context, place)
        if opens_paragraph and place.citation is None:
            continue  # an entry of a list of references
        words = WORDS_IN_PARAGRAPH if opens_paragraph else WORDS_IN_SENTENCE
        if not (opens_paragraph or _begins_sentence(context, place.start)):
            continue
        last = _last_of_group(plain, places, number)
        done = last.end
        match = pattern(words).match(plain, last.end, passage.end) or pattern(words).match(
            plain, place.end, passage.end
        )
        if match is not None:
            yield _bracket_first(context, place, match.start(1), last is not place)


def _last_of_group(plain: str, places: list[CitationPlace], first: int) -> CitationPlace:
    """The last of the citations that follow each other: "[1], [2] and [3]"."""
    last = first
    while last + 1 < len(places) and pattern(BETWEEN_CITATIONS).fullmatch(
        plain, places[last].end, places[last + 1].start
    ):
        last += 1
    return places[last]


def _bracket_first(context: Context, place: CitationPlace, at: int, in_group: bool) -> Finding:
    """A sentence that begins with this citation, the first of a group or alone, and goes on with
    the word at ``at``.
    """
    paper = context.paper
    span = paper.text.span(place.start, place.end)
    match = pattern(BEFORE_VERB).match(paper.text.plain, at - 1)
    verbs = context.vocabulary.citations.citations.verbs_of_works
    if match is None or not _is_verb(match[1], verbs):
        return Finding(
            span,
            "Do not begin a sentence with a bracket. Name the authors before it, or put it after"
            " the words that it supports.",
        )
    several = (
        in_group
        or len(place.numbers) > 1
        or (place.citation is not None and len(place.citation.keys) > 1)
    )
    word = "References" if several else "Reference"
    tie = "~" if paper.format == "latex" else "\u00a0"
    return Finding(
        span,
        f'Do not begin a sentence with a bracket. Write "{word}" before it, or name the authors.',
        Fix(Edit(Span(span.source, span.start, span.start), word + tie), safe=False),
    )


def _is_verb(word: str, verbs: frozenset[str]) -> bool:
    """True for one of these verbs in the present or a past with "ed"."""
    stems = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"}
    return word.endswith("ed") or not stems.isdisjoint(verbs)


def _opens_paragraph(context: Context, place: CitationPlace) -> bool:
    """True if only blanks are before the citation in its paragraph."""
    paper = context.paper
    start = paper.passage_at(place.start).start
    return not paper.text.plain[start : place.start].strip()


def _begins_sentence(context: Context, start: int) -> bool:
    """True if the citation at ``start`` comes first in its sentence."""
    plain = context.paper.text.plain
    stop = start
    while stop and plain[stop - 1] in BLANKS:
        stop -= 1
    if follows_abbreviation(context, stop):
        return False
    is_after_sentence = 0 < stop < start and plain[stop - 1] in ".!?"
    return is_after_sentence or context.index.starts_sentence(start)
