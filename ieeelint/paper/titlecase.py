"""Title case as IEEE prints it: which words of a title or heading should begin with a capital."""

from __future__ import annotations

from ieeelint.paper.text import PLACEHOLDERS
from ieeelint.patterns import pattern

# Lower case unless first or last (IEEEtran's demonstration files).
BARE = frozenset("a an and as at but by for in nor of on or the to up".split())
# Prepositions and conjunctions that IEEE prints either way.
EITHER = frozenset(
    """
    with from into onto over under upon via per than that about above across after against
    along among around before behind below beneath beside between beyond during except inside
    like near off out past since through throughout till toward towards until versus vs vs.
    within without if so yet when while whether because using based-on its is are be et al al.
    i.e i.e. e.g e.g. de la von van der
    """.split()
)
WORD = r"[^\W\d_][\w’'.-]*"


def lowercase_words(text: str) -> list[tuple[int, int, str]]:
    """The words that should begin with a capital and do not: start, end, word.

    Words with a capital inside (iPhone, pH, k-means' kin), single letters,
    second parts of hyphen compounds and words glued to a placeholder pass.
    """
    found = []
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
        if word in BARE and not opens and not closes:
            continue
        if word in BARE and closes and not opens and text[match.end() :].strip(" .\n"):
            continue
        if word in EITHER and not opens:
            continue
        if word in ("k", "n", "m", "d", "pp", "vs"):
            continue
        found.append((match.start(), match.start() + len(word), word))
    return found


def _after_colon(text: str, at: int) -> bool:
    """True for the first word after a colon or a dash."""
    before = text[:at].rstrip(' \n\u00a0“"(')
    return before.endswith((":", "—")) and at > 0


def is_all_capitals(text: str) -> bool:
    """True for more than three words of which hardly a letter is small."""
    letters = [character for character in text if character.isalpha()]
    words = pattern(WORD).findall(text)
    return len(words) > 3 and sum(map(str.isupper, letters)) > 0.9 * len(letters)


def is_shouted(text: str) -> bool:
    """True for a head typed in capitals that is more than one abbreviation."""
    words = [word for word in pattern(WORD).findall(text) if len(word) > 1]
    return (
        bool(words)
        and all(word.isupper() for word in words)
        and any(len(word) > 6 for word in words)
    )
