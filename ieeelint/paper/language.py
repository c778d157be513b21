"""The language of a draft and of each of its passages, from their words and from babel.

A long passage has the language of which it has most common words.  A short one, such as a heading,
has the language of its surroundings unless its own words clearly show another.
"""

from __future__ import annotations

from ieeelint.paper.zones import (
    ABSTRACT,
    AUTHOR,
    CELL,
    HEADING,
    PROSE,
    REFERENCE,
    RUNNING,
    TITLE,
)
from ieeelint.patterns import pattern
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage

ENGLISH = "en"
OTHER = "other"  # not English, but the words do not show which language
SAMPLE = 20_000  # characters that show the language of a draft
START = 600  # characters that show the language of a passage
LONG = 12  # words of a passage that shows its language by common words
LONG_ENOUGH_FOR_FILLER = 25  # words among which an English sentence has some common ones
FEWEST_OF_TITLE = 2  # common words that show the language of a title
FEWEST = 5  # common words that show the language of a draft
WORD = r"[^\W\d_]+"
# Letters of these passages say nothing: names of people, and titles in several languages.
NAMES = frozenset({AUTHOR, REFERENCE})


def language_of(paper: Paper, option: str) -> str:
    """The code of the language that a draft is written in; ``option`` is that of babel.

    The text decides where it is clear, since a preamble may be that of an older draft.
    """
    sample = _sample(paper)
    if _is_plainly_english(sample, one_in=4):
        return ENGLISH
    words = _words(sample)
    script = _script("".join(words))
    if script:
        return script
    named = table("languages")["babel"].get(option, "")
    written, count, others = _counted(words)
    if count >= FEWEST and (not named or count > 2 * others.get(named, 0)):
        return written
    return str(named) or ENGLISH


def _sample(paper: Paper) -> str:
    """Prose from the start, the middle and the end of the draft; all its text if it is short."""
    plain = paper.text.plain
    if len(plain) <= SAMPLE:
        return plain
    prose = "\n".join([passage.plain for passage in paper.passages if passage.zone == PROSE])
    plain = prose if len(prose) > SAMPLE // 4 else plain
    part = SAMPLE // 3
    middle = len(plain) // 2
    return f"{plain[:part]} {plain[middle : middle + part]} {plain[-part:]}"


def _words(plain: str) -> list[str]:
    """The words in lowercase; accents that follow their letter become part of it."""
    if pattern("[\u0300-\u036f]").search(plain):
        from unicodedata import normalize

        plain = normalize("NFC", plain)
    return pattern(WORD).findall(plain.lower())


def _counted(words: list[str]) -> tuple[str, int, dict[str, int]]:
    """The language with most common words among these, their number, and that of each language."""
    counts = dict.fromkeys(_common(), 0)
    codes_of = _codes_of_common_words()
    for word in words:
        for code in codes_of.get(word, ()):
            counts[code] += 1
    # English wins a tie: it is first.
    best = max(counts, key=lambda code: counts[code])
    return best, counts[best], counts


def language_of_words(words: list[str]) -> str:
    """The language of which a title has most common words, at least two that English does not
    have; else English.
    """
    lowercase = [word.lower() for word in words]
    language, count, _ = _counted(lowercase)
    shared = sum(map(_common()[ENGLISH].__contains__, lowercase))
    return language if count - shared >= FEWEST_OF_TITLE else ENGLISH


def has_common_words(code: str, words: list[str]) -> bool:
    """True if one of these lowercase words is a common one of a language."""
    return not _common()[code].isdisjoint(words)


def is_common_english(word: str) -> bool:
    """True for a lowercase word that is among the common ones of English texts and titles."""
    return word in _common()[ENGLISH] or word in table("languages")["english"]["titles"]


def _script(letters: str) -> str:
    """The language of a script other than Latin that has a fifth of the letters, else empty."""
    # Letters of other scripts have several bytes, so this skips most passages quickly.
    if (len(letters.encode("utf-8", "replace")) - len(letters)) * 5 > len(letters):
        for expression, code in table("languages")["scripts"].items():
            if len(pattern(f"[{expression}]").findall(letters)) * 5 > len(letters):
                return str(code)
    return ""


_common_words: dict[str, frozenset[str]] = {}


def _common() -> dict[str, frozenset[str]]:
    """The common words of each language, English first."""
    if not _common_words:
        for code, words in table("languages")["words"].items():
            _common_words[code] = frozenset(words.split())
    return _common_words


_codes: dict[str, list[str]] = {}


def _codes_of_common_words() -> dict[str, list[str]]:
    """The languages of each common word, so that a word is looked up once for all of them."""
    if not _codes:
        for code, common in _common().items():
            for word in common:
                _codes.setdefault(word, []).append(code)
    return _codes


def _is_plainly_english(plain: str, one_in: int = 6) -> bool:
    """True for a long text in which at least one in six words is a common English one."""
    words = plain.lower().split()
    if len(words) < LONG:
        return False
    return sum(map(_common()[ENGLISH].__contains__, words)) * one_in >= len(words)


def passage_codes(paper: Paper, declared: Callable[[Passage], str]) -> list[str]:
    """The language of each passage, in order; where its words do not show it, as declared."""
    passages = paper.passages
    codes = [_long_passage(passage) or declared(passage) for passage in passages]
    if paper.language == ENGLISH and all(code in ("", ENGLISH) for code in codes):
        surroundings = [ENGLISH] * len(codes)
    else:
        surroundings = _surroundings(paper, codes)
    for number, passage in enumerate(passages):
        if not codes[number] and passage.zone not in NAMES and passage.zone != CELL:
            codes[number] = _short_passage(passage.plain, surroundings[number])
    _settle_headings(passages, codes)
    return [code or around for code, around in zip(codes, surroundings, strict=True)]


def _long_passage(passage: Passage) -> str:
    """The language of a passage by its common words; empty when it is short, or they are few."""
    if passage.zone in NAMES or passage.end - passage.start < 2 * LONG:
        return ""
    plain = passage.text.plain[passage.start : min(passage.end, passage.start + START)]
    if _is_plainly_english(plain):
        return ENGLISH
    words = _words(plain)
    script = _script("".join(words))
    if script or len(words) < LONG:
        return script
    code, count, counts = _counted(words)
    english = counts.get(ENGLISH, 0)
    shown = count + sum([not word.isascii() for word in words])
    if code != ENGLISH and count > 2 and shown * 5 >= len(words) and shown >= 2 * english:
        return code
    if len(words) >= LONG_ENOUGH_FOR_FILLER and passage.zone in RUNNING:
        endings = tuple(table("languages")["english"]["endings"])
        english += sum([word.endswith(endings) for word in words])
        return OTHER if english * 12 < len(words) else ""
    return ENGLISH if english * 10 >= len(words) else ""


def _surroundings(paper: Paper, codes: list[str]) -> list[str]:
    """For each passage the language of the long passage before it.

    For a heading it is that of the next one, but in a paper in another language the references
    that follow are often in English: then both have to be.
    """
    around = []
    before = ""
    for code in codes:
        before = code or before
        around.append(before or paper.language)
    after = ""
    for number in range(len(codes) - 1, -1, -1):
        after = codes[number] or after
        if paper.passages[number].zone == HEADING and after:
            is_alone = after == ENGLISH != around[number] and paper.language != ENGLISH
            around[number] = paper.language if is_alone else after
    _surround_title(paper, codes, around)
    return around


def _surround_title(paper: Paper, codes: list[str], around: list[str]) -> None:
    """Give a title the language in which both the abstract and the body begin, whatever the rest
    is in, as guidance of the template that the authors left there.
    """
    begins: dict[str, str] = {}
    for passage, code in zip(paper.passages, codes):
        if code and passage.zone in (ABSTRACT, PROSE):
            begins.setdefault(passage.zone, code)
    if len(set(begins.values())) != 1:
        return
    for number, passage in enumerate(paper.passages):
        if passage.zone == TITLE:
            around[number] = next(iter(begins.values()))


def _short_passage(plain: str, around: str) -> str:
    """The language of a few words within a text in the language ``around``; empty when unclear."""
    if around == ENGLISH and plain.isascii():
        return ""
    words = _words(plain)
    script = _script("".join(words))
    if script:
        return script
    known = _common()
    english = known[ENGLISH].union(table("languages")["english"]["titles"])
    shows_english = sum([word in english for word in words if len(word) > 1])
    if around != ENGLISH:
        own = known.get(around, frozenset())
        shows_own = sum([word in own or not word.isascii() for word in words])
        if shows_english > shows_own and shows_english * 4 >= len(words):
            return ENGLISH
        return around if shows_own else ""
    if shows_english or _accents(plain) < 2:
        return ""
    code, count, _ = _counted(words)
    return code if count > 1 else OTHER


def _accents(plain: str) -> int:
    """How many words have accents; a word in lowercase, which is not a name, counts twice."""
    accented = table("languages")["english"]["accented"]
    return sum(
        2 if word[0].islower() else 1
        for word in pattern(WORD).findall(plain)
        if not word.isascii() and word.lower() not in accented
    )


def _settle_headings(passages: list[Passage], codes: list[str]) -> None:
    """Make unclear headings English in a paper that has only English ones otherwise."""
    shown = [
        codes[number]
        for number, passage in enumerate(passages)
        if passage.zone == HEADING and codes[number]
    ]
    if len(shown) < 2 or set(shown) != {ENGLISH}:
        return
    for number, passage in enumerate(passages):
        if passage.zone == HEADING:
            codes[number] = ENGLISH
