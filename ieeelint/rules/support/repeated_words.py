"""Words that follow themselves by mistake."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.paper.text import BOLD, ITALIC
from ieeelint.paper.zones import CELL, RUNNING, WORDING
from ieeelint.patterns import pattern
from ieeelint.rules.support.matching import matches_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.tables.text_views import RepeatedWords

# Pronouns after which a clause may end in "is".
PRONOUNS = frozenset(("it", "this", "that", "there", "he", "she", "what", "one"))
# What separates words that are not a repetition: a line break, and the braces of two arguments.
APART = r"\}\{|\\\\|\\(?:newline|tabularnewline|linebreak|q?quad|hspace|hfil+)(?![a-zA-Z])"

# Pairs of words that no sentence needs twice.
PAIRS = (
    ("of|to|for|with|by|from|at|in|on", "the|an?"),
    ("can|could|will|would|may|might|should|must", "be"),
    ("has|have|had", "been"),
)
# "Based on the on the fly test" is right.
PHRASES = "fly|wild|loop|go|ground|air|edge|job|spot|box|shelf|large|time|hand|wall|sea"
PAIR = (
    r"\b(?:"
    + "|".join(
        rf"({first})\s({second})\s\{2 * at + 1}\s\{2 * at + 2}"
        for at, (first, second) in enumerate(PAIRS)
    )
    + rf")\b(?![-\s](?:{PHRASES})\b)"
)

APART_IN_WORD = r"[\t\v]"  # tabs and line breaks


def repeated_words(context: Context, vocabulary: RepeatedWords) -> Iterator[Finding]:
    """Words that follow themselves."""
    paper = context.paper
    allowed, sure = vocabulary.allowed, vocabulary.sure
    candidates = sorted(
        first
        for word, starts in context.index.words.items()
        if len(starts) > 1
        for first, second in zip(starts, starts[1:])
        if second - first <= len(word) + 7
    )
    expression = pattern(
        r"(?<![\w'’\ue000-\ue007@-])([A-Za-z]{1,20})([ \u00a0]{1,3}|[ ]{0,3}\n["
        r" ]{0,3})((?i:\1))(?![\w'’@-])"
    )
    done = 0
    for match in matches_at(paper, expression, candidates, WORDING | {CELL}):
        word = match.group(1)
        lower = word.lower()
        start, end = match.span()
        if start < done:
            continue  # "the the the" is one slip
        if match[3] not in (word, lower) or (match[3] != word and word[1:].isupper()):
            continue  # "the The" may begin a sentence, and in "the AS as" the first is a name
        passage = paper.passage_at(start)
        if match[3] == word and word[0].isupper() and passage.zone in RUNNING:
            if not context.index.starts_sentence(start):
                continue  # a name: The The
        is_sure = lower in sure or _is_in_twice(paper, match)
        if context.index.is_mention(start) or (len(word) == 1 and match[3] != "a"):
            continue
        if not is_sure and (
            (lower in allowed and not _is_repeated_verb(paper, lower, start))
            or (word[0].isupper() and not _is_no_name(context, match))
        ):
            continue
        if paper.text.crosses_branch(start, end):
            continue
        source = paper.text.span(start, end)
        if pattern(APART_IN_WORD if source.source.is_word else APART).search(source.text):
            continue  # words in two lines of a cell, or two arguments
        if not is_sure and passage.zone not in RUNNING:
            continue
        if not is_sure and context.index.languages.of_passage(passage) != "en":
            continue
        fix = None
        if is_sure:
            repetitions = [(start + len(word), match.end(2), end), *_more(paper, word, end)]
            end = done = repetitions[-1][2]
            edits = [_without(paper, *repetition) for repetition in repetitions]
            is_safe = lower not in vocabulary.next_phrase or _opens_clause(context, start)
            is_safe = is_safe and not _is_set_apart(paper, start, match.start(3))
            following = paper.text.plain[end : end + 1]
            # In "the \\label{a} the." a space would be left before the period.
            is_last = following in tuple(".,;:!?)") and not paper.text.is_typed(start, end)
            if following != "/" and not is_last:  # "or, and and/or" are right
                fix = Fix(*edits, safe=is_safe)
        span = paper.text.span(start, end)
        meant = vocabulary.mistyped.get(lower)
        other = f', or write "{meant}"' if meant else ""
        yield Finding(span, f'"{match[3]}" is repeated. Delete the repetition{other}.', fix)


def repeated_pairs(context: Context) -> Iterator[Finding]:
    """Two short words that follow themselves: "of the of the"."""
    paper = context.paper
    for match in paper.find(pattern(PAIR), RUNNING):
        start, end = match.span()
        if context.index.is_mention(start) or paper.text.crosses_branch(start, end):
            continue
        middle = start + (end - start) // 2  # the space between the two pairs
        words = " ".join(paper.text.plain[start:middle].split())
        again = paper.text.span(middle, end)
        fix = Fix(Edit(again, ""), safe=False) if paper.text.is_typed(start, end) else None
        yield Finding(
            paper.text.span(start, end), f'"{words}" is repeated. Delete the repetition.', fix
        )


def _is_repeated_verb(paper: Paper, word: str, start: int) -> bool:
    """True for "is is" except after a pronoun, as in "What it is is …"."""
    if word != "is":
        return False
    before = paper.text.plain[max(0, start - 24) : start].split()
    return bool(before) and before[-1].lower() not in PRONOUNS


def _opens_clause(context: Context, start: int) -> bool:
    """True if no verb is before the word, to which it could belong: "By by hand", "turn it on"."""
    before = context.paper.text.plain[max(0, start - 4) : start].rstrip()
    return context.index.starts_sentence(start) or before.endswith((",", ";", ":"))


def _is_set_apart(paper: Paper, first: int, second: int) -> bool:
    r"""True if only one of the words is in italics or bold: "the word \emph{and} and a pipe"."""
    return any(
        paper.text.is_within(first, kind) != paper.text.is_within(second, kind)
        for kind in (ITALIC, BOLD)
    )


def _more(paper: Paper, word: str, end: int) -> Iterator[tuple[int, int, int]]:
    """The further repetitions in "the the the the": the ends of the word before each, of the space
    between, and of the repetition.
    """
    expression = pattern(r"([ \u00a0]{1,3}|[ ]{0,3}\n[ ]{0,3})" + word.lower() + r"(?![\w'’@-])")
    while (match := expression.match(paper.text.plain, end)) is not None:
        if paper.text.crosses_branch(end, match.end()):
            return
        yield end, match.end(1), match.end()
        end = match.end()


def _without(paper: Paper, before: int, word: int, end: int) -> Edit:
    """Delete a repetition. If a command or a comment is between the words, it stays, and only the
    second word goes.
    """
    if paper.text.is_typed(before, end):
        return Edit(paper.text.span(before, end), "")
    span = paper.text.span(word, end)
    around = (
        span.source.text[max(span.start - 1, 0) : span.start],
        span.source.text[span.end : span.end + 1],
    )
    if around == (" ", " "):
        span = Span(span.source, span.start, span.end + 1)
    return Edit(span, "")


def _is_in_twice(paper: Paper, match: Match[str]) -> bool:
    """True for "In in 2020", but not for "In in vivo studies"."""
    if match[1] != "In" or match[3] != "in":
        return False
    return (
        pattern(r"\s(?:vivo|vitro|situ|silico|utero|toto)\b").match(paper.text.plain, match.end())
        is None
    )


def _is_no_name(context: Context, match: Match[str]) -> bool:
    """True for "Energy energy" at the start of a sentence, where the draft has the word in
    lowercase elsewhere.
    """
    word = match[1]
    if (
        len(word) < 4
        or match[3] != word.lower()
        or not context.index.starts_sentence(match.start())
    ):
        return False
    plain = context.paper.text.plain
    return any(
        plain[place] == word[0].lower()
        for place in context.index.words[word.lower()]
        if place != match.start(3)
    )
