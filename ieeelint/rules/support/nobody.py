"""Words that identify nobody although they are where authors are named, for the ANO rules."""

from __future__ import annotations

from ieeelint.identity import EMAIL, is_placeholder, sample_people
from ieeelint.patterns import any_of, pattern
from ieeelint.rules.support.leftovers import is_of_template
from ieeelint.rules.support.template_phrases import folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

    from ieeelint.context import Context

# Those who are thanked although nobody knows them, and the end of a sample of IEEE's templates.
NOBODY = r"\b(?:reviewers?|referees?|editors?)\b|\bthank\W*\Z"


def names_nobody(context: Context, words: str) -> bool:
    """True for words of a template, for placeholders such as "First Name Last Name", and for
    statements such as "All authors contributed equally".
    """
    if any(context.identity.in_text(words)):
        return False
    table = context.vocabulary.anonymity
    plain = " ".join(folded(words).split())
    if is_of_template(words, context) or pattern(sample_people(context.vocabulary)).search(plain):
        return True
    if any(statement in plain for statement in table.statements):
        return not has_name(context, words)
    rest = pattern(EMAIL).sub(lambda match: _unless_placeholder(context, match), words)
    rest = pattern(r"\[[^\[\]]*\]").sub(" ", " ".join(rest.split()))  # "[Name of University]"
    rest = pattern(rf"(?i)\b{any_of(table.placeholders)}\b").sub(" ", rest)
    return all(word.lower() in table.neutral for word in _words(rest))


def thanks_nobody(context: Context, sentence: str) -> bool:
    """True for a sentence of an Acknowledgment that thanks only reviewers, and for one that stands
    for the real one: "Omitted for double-blind review".
    """
    if names_nobody(context, sentence):
        return True
    words = context.vocabulary.anonymity.anonymous
    is_empty = pattern(NOBODY).search(sentence) or any(each in folded(sentence) for each in words)
    return bool(is_empty) and not has_name(context, sentence)


def has_name(context: Context, sentence: str) -> bool:
    """True for words with a capital that may be a name, a number such as that of a grant, or an
    address: not for "We thank the reviewers".
    """
    table = context.vocabulary.anonymity
    return pattern(r"[\d@]").search(sentence) is not None or any(
        word[0].lower() != word[0] and word.lower() not in table.neutral | table.openings
        for word in _words(sentence)
    )


def _words(text: str) -> Iterator[str]:
    """The words of a text that have letters, without the signs around them."""
    for match in pattern(r"[^\W\d_](?:[\w@()-]|\.(?=\w))*").finditer(text):
        if any(map(str.isalpha, match[0])):  # not a raised digit
            yield match[0]


def _unless_placeholder(context: Context, match: Match[str]) -> str:
    """An address, or nothing for a placeholder."""
    return " " if is_placeholder(match[0], context.vocabulary.anonymity.neutral) else match[0]
