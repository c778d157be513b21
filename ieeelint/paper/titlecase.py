"""Title case: which words of a title or heading should begin with a capital."""

from __future__ import annotations

from ieeelint.paper.text import ITALIC, PLACEHOLDERS
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.text import Text
    from ieeelint.tables.text_views import TitleCase

WORD = r"[^\W\d_][\w’'.-]*"
# The genus before the name of a species: "E. coli", "C. elegans".
GENUS = r"(?:\A|[^\w.])[A-Za-z]\.[\s\u00a0]{1,3}\Z"
LONGEST_NAME = 3  # words in italics; more of them are stress, not a name


def lowercase_at(
    text: Text, start: int, words: str, vocabulary: TitleCase
) -> list[tuple[int, int, str]]:
    """The same as :func:`lowercase_words` with places in ``text``, where ``words`` begin at
    ``start``; without names in italics, as that of a species.
    """
    names = [
        mark
        for mark in text.marks_of(ITALIC)
        if start <= mark.start
        and mark.end <= start + len(words)
        and mark.end - mark.start < len(words.strip())
        and len(text.plain[mark.start : mark.end].split()) <= LONGEST_NAME
    ]
    return [
        (start + first, start + last, word)
        for first, last, word in lowercase_words(words, vocabulary)
        if not any(mark.start <= start + first < mark.end for mark in names)
    ]


def lowercase_words(text: str, vocabulary: TitleCase) -> list[tuple[int, int, str]]:
    """The words without the capital that they should have: start, end, word.

    Words with a capital inside (iPhone, pH), single letters, second parts of
    compounds with a hyphen and words next to a placeholder may stay.
    """
    lowercase = []
    matches = list(pattern(WORD).finditer(text))
    for number, match in enumerate(matches):
        word = match.group().rstrip(".’'-")
        if not word or not word[0].islower() or any(character.isupper() for character in word[1:]):
            continue
        before = text[match.start() - 1 : match.start()]
        after = text[match.end() : match.end() + 1]
        if (
            len(word) == 1
            and word != "a"
            or (before and before in "-–/@_.'’\\" + PLACEHOLDERS and before != "")
        ):
            continue
        if (
            before.isdigit()
            or after in ("_", "@", "(")
            or any(character.isdigit() for character in word)
        ):
            continue
        opens = number == 0 or _after_colon(text, match.start())
        closes = number == len(matches) - 1
        if word in vocabulary.lower and not opens and not closes:
            continue
        if word in vocabulary.lower and closes and not opens and text[match.end() :].strip(" .\n"):
            continue
        if word in vocabulary.either_way and not opens:
            continue
        if word[1:2] == "-" and word[0] in vocabulary.always_right:
            continue
        if word in vocabulary.always_right or pattern(GENUS).search(
            text[max(match.start() - 6, 0) : match.start()]
        ):
            continue
        lowercase.append((match.start(), match.start() + len(word), word))
    return lowercase


def _after_colon(text: str, at: int) -> bool:
    """True for the first word after a colon or a dash."""
    before = text[:at].rstrip(' \n\u00a0“"(')
    return before.endswith((":", "—")) and at > 0


def is_all_capitals(text: str) -> bool:
    """True for more than three words with hardly a lowercase letter."""
    letters = [character for character in text if character.isalpha()]
    words = pattern(WORD).findall(text)
    return len(words) > 3 and sum(map(str.isupper, letters)) > 0.9 * len(letters)


def is_shouted(text: str) -> bool:
    """True for a heading typed in capitals that is more than an abbreviation."""
    words = [word for word in pattern(WORD).findall(text) if len(word) > 1]
    return (
        bool(words)
        and all(word.isupper() for word in words)
        and any(len(word) > 6 for word in words)
    )
