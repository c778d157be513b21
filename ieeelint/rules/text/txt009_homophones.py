"""TXT009: words that sound alike, and "then" for "than"."""

from __future__ import annotations

from re import escape

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.text import MATH
from ieeelint.paper.words import WORD
from ieeelint.paper.zones import RUNNING, WORDING
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

CLAUSE = "IEEE conference template, sec. III-E (some common mistakes)"
# Words that make "then" their answer.
NUMBERS = frozenset("one two three four five half those".split())
CONDITIONS = frozenset("if when whenever where once while since unless until for as after".split())


@rule(
    "TXT009",
    "text-homophones",
    WARNING,
    CLAUSE,
    bad=[
        "We use ⟦discreet⟧ time.",
        "Of the two principles, neither is in the ⟦principle⟧ component analysis.",
        "It holds more ⟦then⟧ five pipes, and less then $n$ of them.",
        "It holds more ⟦th{}en⟧ 5 pipes.",
        "It is ⟦heavily e{}ffected⟧ by sand.",
    ],
    good=[
        "The discrete cosine transform is real.",
        "We effect a change.",
        "Affect is studied in psychology; affective computing knows the affect of a voice.",
        "Be discreet, Fourier.",
        "If it is larger then 5 pipes are used, and later then the sand.",
        "It is wet later; then 5 pipes are used.",
        "The principle of least action holds.",
        "Of the two principles, each is a principle component of the law.",
        "The phrase ``more then 5'' and ``heavily effected'' are slips.",
        ("\\section{Holds More then 5 Pipes}\nIt is larger then the rest. It is wet then."),
        "It is heavily effectedly wet.",
        "When it holds more then 5 pipes are used.",
    ],
    fixes=[
        ("The ⟦discreet⟧ cosine transform is real.", "The discrete cosine transform is real."),
        ("⟦Principle⟧ component analysis helps.", "Principal component analysis helps."),
        ("It is ⟦heavily effected⟧ by sand.", "It is heavily affected by sand."),
        ("It holds more ⟦then⟧ 5 pipes.", "It holds more than 5 pipes."),
    ],
    english=True,
)
def homophones(context: Context) -> Iterator[Finding]:
    """Do not confuse affect and effect, complement and compliment, discreet and discrete, or
    principal and principle.

    Only fixed phrases with one possible reading are reported.
    """
    paper = context.paper
    wording = context.vocabulary.wording
    topics = wording.homophone_topics.items()
    unsure = tuple(word for word, tellers in topics if context.index.has_any(*tellers))
    plain = paper.text.plain
    lower = plain.replace("İ", "I").lower().replace("’", "'")  # as the index spells words
    for wrong, correct in wording.homophones.items():
        words = pattern(WORD).findall(wrong)
        if not all(word in context.index.words for word in words):
            continue
        is_unsure = any(word.startswith(unsure) for word in words)
        expression = pattern(r"\s{1,3}".join(map(escape, wrong.split(" "))))
        for start in context.index.words[words[0]]:
            match = expression.match(lower, start)
            if (
                match is None
                or paper.passage_at(start).zone not in WORDING
                or context.index.is_mention(start)
                or plain[match.end() : match.end() + 1].isalpha()
                or (is_unsure and plain[match.end() : match.end() + 9] != " analysis")
            ):
                continue
            typed = " ".join(plain[start : match.end()].split())
            replacement = correct if typed[0].islower() else correct[0].upper() + correct[1:]
            span = paper.text.span(start, match.end())
            is_typed = paper.text.is_typed(start, match.end())
            fix = Fix(Edit(span, replacement)) if is_typed else None
            yield Finding(span, f'Write "{replacement}", not "{typed}".', fix)
    yield from _comparisons(context)


def _comparisons(context: Context) -> Iterator[Finding]:
    """ "More then 5": a number follows, and no condition precedes that "then" could answer."""
    paper = context.paper
    plain = paper.text.plain
    adjectives = context.vocabulary.wording.comparisons
    for start in context.index.words.get("then", ()):
        after = plain[start + 4 : start + 20].split(maxsplit=1)
        before = plain[max(0, start - 14) : start].lower().split()
        if not after or not before or before[-1] not in adjectives:
            continue
        if not (after[0][0].isdecimal() or after[0][0] == MATH or after[0] in NUMBERS):
            continue
        if paper.passage_at(start).zone not in RUNNING or context.index.is_mention(start):
            continue
        sentence = plain[context.index.sentence(start)[0] : start].lower().split()
        if not CONDITIONS.isdisjoint(sentence):
            continue
        span = paper.text.span(start, start + 4)
        fix = Fix(Edit(span, "than")) if paper.text.is_typed(start, start + 4) else None
        yield Finding(span, 'Write "than" after a comparative, not "then".', fix)
