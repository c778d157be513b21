"""What a title loses in print: the capitals that BibTeX makes lowercase, unless it is the capital
of an ordinary word in title case.
"""

from __future__ import annotations

from ieeelint.paper.bibtex_strings import FOREIGN, lowered
from ieeelint.paper.language import ENGLISH, has_common_words, is_common_english, language_of_words
from ieeelint.patterns import pattern
from ieeelint.rules.support.works import cited

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ieeelint.context import Context

    Place = tuple[int, int]

# A letter with an accent in TeX, and a letter that TeX names.
ACCENT = (
    r"\{\\(?:[`'^\"~=.]|[uvHtcdbrk](?![A-Za-z]))\s*(?:\{\\?[A-Za-z]\}|\\?[A-Za-z])\}"
    r"|\\[`'^\"~=.](?:\{\\?[A-Za-z]\}|\\?[A-Za-z])"
    r"|\{\\(?:ss|o|O|l|L|ae|AE|oe|OE|aa|AA|i|j)\}"
)
LETTER = rf"(?:[^\W_]|{ACCENT})"
WORD = rf"{LETTER}+(?:['’]{LETTER}+)*"
TOKEN = (
    r"(?P<formula>\$(?:[^$\\]|\\.)+\$|\\\((?:[^\\]|\\[^)])+\\\))"
    r"|(?<!\w)[a-z]+(?![\w'’{\\])"
    r"|(?P<plain>[A-Z][a-z]{2,}(?![\w'’{\\]))"
    rf"|(?P<word>{WORD})"
    # BibTeX changes the case of all letters in a group that begins with a command
    r"|(?P<group>\{\\(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})"
    r"|\\(?P<command>[A-Za-z]+)(?:\{\})?|\\."
)
# A part of a token that the other parts do not need in the same braces: an ordinary word, or one
# that gets separate braces, with two capitals, or a capital after a small letter or a digit.
APART = (
    r"[0-9]*[a-z][0-9a-z]*\Z|[A-Z][a-z]{2,}\Z|(?:[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z]|[a-z]+[A-Z]|[0-9]+[A-Z]"
    r"|[A-Z][a-z]+[A-Z])[A-Za-z0-9]*\Z"
)
SHOUTING = r"[A-Z]{2,}\W+[A-Z]+\b"
SHOUTED_WORDS = 3  # so many words in capitals are not all acronyms
# Words that are long enough to show the case of a title.
CAPITALIZED = r"(?<![^\W_])[A-Z][a-z]{3,}(?![^\W_])"
LOWERCASE = r"(?<![\w\\])[a-z]{4,}(?![^\W_])"
FEWEST_LOWERCASE = 3  # such words in lowercase in a title in sentence case
LONGEST_TOKEN = 80
GERMAN = "de"
ARTICLE_BEFORE = r"(?:[\s(\"“`'—–]|--)\Z"
PART_BEFORE = r"(?:[.?!;—–\"“]|--|\s-)\s*\Z"  # a capital may follow
PART_AHEAD = rf":\s*\Z|{PART_BEFORE}"
# Ordinals, and the amendments of IEEE 802.11, whose letters are lowercase in print.
SMALL_AFTER_DIGITS = r"(?i)\d+(?:st|nd|rd|th)\Z|(?<=802\.)11[a-z]{1,2}\Z"
# The capitalized words before a word, and from it on, without a sign between them.
RUN_BEFORE = r"(?:(?<![^\W_])[A-Z][a-z]{2,}[\s~-])*\Z"
RUN = r"[A-Z][a-z]{2,}(?:[\s~-][A-Z][a-z]{2,}(?![\w'’{\\]))*"
LONGEST_RUN = 80
# Small words of other languages, which title case may give a capital.
FOREIGN_LETTERS = frozenset("AEIOUY")


class TitleLosses:
    """Finds what the titles of the entries of a paper lose in print."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._nouns = context.vocabulary.proper_nouns
        self._lowercase: set[str] | None = None

    def places(self, text: str) -> list[Place]:
        """The words, formulas, and commands that print without a capital of theirs."""
        if not pattern(r"[A-Z]").search(text, 1) or is_in_capitals(text):
            return []
        printed = lowered(text, keep_first=True)
        if printed == text:
            return []
        title = _Title(text, printed, self._nouns.names)
        places = [_token(text, *place) for place in self._losses(title, text)]
        return _merged(sorted(places))

    def _losses(self, title: _Title, text: str) -> Iterator[Place]:
        typed = text
        if pattern(SHOUTING).search(text):
            typed = pattern(r"[^:?!]+").sub(lambda match: _without_shouting(match.group()), text)
        for match in pattern(TOKEN).finditer(typed):
            kind = match.lastgroup
            if kind == "plain":  # most words: in title case, only names are losses
                if (match.group() in self._nouns.names or title.shows_names) and (
                    title.changes(*match.span()) and not self._is_ordinary(title, match)
                ):
                    yield match.span()
            elif kind is None or not title.changes(*match.span()):
                continue
            elif kind == "word":
                if not self._is_ordinary(title, match):
                    yield match.span()
            elif kind == "group":
                words = pattern(WORD).finditer(typed, match.start() + 2, match.end())
                if any(
                    title.changes(*word.span()) and not self._is_ordinary(title, word)
                    for word in words
                ):
                    yield match.span()
            elif match["command"] not in FOREIGN:
                yield match.span()

    def _is_ordinary(self, title: _Title, match: re.Match[str]) -> bool:
        """True if the capital of a word is only that of title case."""
        word = match.group()
        if "\\" in word:
            word = pattern(ACCENT).sub(lambda accent: accent.group().rstrip("}")[-1], word)
        word = word.replace("’", "'").removesuffix("'s")
        if len(word) == 1:
            return self._is_ordinary_letter(title, match, word)
        if word in self._nouns.names or not (
            word[0].isupper() and word[1:].islower() and word.replace("'", "").isalpha()
        ):
            return pattern(SMALL_AFTER_DIGITS).match(match.string, *match.span()) is not None
        if len(word) == 2:
            return word.lower() in self._nouns.short or title.language != ENGLISH
        before = match.string[max(match.start() - 4, 0) : match.start()]
        if word in self._nouns.after_capital and pattern(r"[A-Z]-\Z").search(before):
            return False
        if title.is_german:  # its nouns have capitals
            return False
        if not title.is_in_sentence_case or pattern(r"[\s~]*\d").match(match.string, match.end()):
            return True
        if pattern(PART_BEFORE).search(before) is not None:
            return True
        return self._is_common(word.lower()) and not self._is_in_name(match)

    def _is_in_name(self, match: re.Match[str]) -> bool:
        """True for an ordinary word in a name of several words: "the Clean Water Directive".

        The words of such a name are capitalized in a title in sentence case, and one of them is
        not ordinary. A name such as "Kalman" does not count, and neither does the first word of a
        part of the title, which has a capital anyway.
        """
        before = pattern(RUN_BEFORE).search(
            match.string, max(match.start() - LONGEST_RUN, 0), match.start()
        )
        assert before is not None
        run = pattern(RUN).match(match.string, before.start(), match.end() + LONGEST_RUN)
        if run is None or run.end() < match.end():
            return False
        words = list(pattern(r"[A-Za-z]+").finditer(match.string, *run.span()))
        text = match.string[: words[0].start()]
        if not text.strip() or pattern(PART_AHEAD).search(text[-4:]):
            del words[0]
        return any(
            word.group() not in self._nouns.names and not self._is_common(word.group().lower())
            for word in words
        )

    def _is_ordinary_letter(self, title: _Title, match: re.Match[str], letter: str) -> bool:
        """True for an article, and for a letter that is lowercase in print: "K-Means"."""
        start, end = match.span()
        is_alone = pattern(ARTICLE_BEFORE).search(
            match.string, max(start - 2, 0), start
        ) and pattern(r"[\s~]+[\w${]").match(match.string, end)
        if is_alone and (letter == "A" or letter in FOREIGN_LETTERS and title.language != ENGLISH):
            return True
        after = pattern(r"-([A-Za-z]+)").match(match.string, end)
        compounds = self._nouns.small_letters.get(letter.lower(), frozenset())
        return after is not None and after[1].lower() in compounds

    def _is_common(self, word: str) -> bool:
        """True for words that the paper writes in lowercase, and for others that look ordinary."""
        if (
            word in self._nouns.common
            or word.removesuffix("s").endswith(self._nouns.common_endings)
            or is_common_english(word)
        ):
            return True
        if self._lowercase is None:
            titles = "\n".join([entry.value("title") for entry in cited(self._context)])
            words = pattern(r"(?<![\w{\\])[a-z]{3,}").findall(titles)
            self._lowercase = {each.removesuffix("s") for each in words}
        if word.removesuffix("s") in self._lowercase:
            return True
        plain = self._context.paper.text.plain
        return any(plain[place].islower() for place in self._context.index.places(word))


def lost_in_note(text: str) -> Place | None:
    """The first word of a note if it is not an ordinary one: the style prints its first letter in
    lowercase.
    """
    word = pattern(r"[A-Z][^\W_]*").match(text)
    if word is None or word[0] == "A" or word[0][1:].islower():
        return None
    return word.span()


class _Title:
    """A title as typed and as printed, its language, and its case."""

    def __init__(self, text: str, printed: str, names: frozenset[str]) -> None:
        self._text = text
        self._printed = printed
        self._language = ""
        words = text.lower().split()
        self.is_german = has_common_words(GERMAN, words) and self.language == GERMAN
        kept = pattern(CAPITALIZED).findall(printed)
        capitalized = [word for word in pattern(CAPITALIZED).findall(text) if word not in names]
        lost = len(capitalized) - len([word for word in kept if word not in names])
        lowercase = len(pattern(LOWERCASE).findall(text))
        self.is_in_sentence_case = lowercase >= max(FEWEST_LOWERCASE, 2 * lost)
        # Capitals of words that look ordinary are those of names, or of nouns, or after hyphens.
        self.shows_names = self.is_in_sentence_case or self.is_german or "-" in text

    @property
    def language(self) -> str:
        """The language of the words."""
        self._language = self._language or language_of_words(
            pattern(r"[^\W\d_]+").findall(self._text)
        )
        return self._language

    def changes(self, start: int, end: int) -> bool:
        """True if a range prints in another case."""
        return self._text[start:end] != self._printed[start:end]


def is_in_capitals(text: str) -> bool:
    """True for words that are typed entirely in capitals."""
    letters = "".join(pattern(r"[^\W\d_]+").findall(text))
    return len(pattern(r"[A-Z]").findall(letters)) * 2 > len(letters)


def _without_shouting(part: str) -> str:
    """The part of a title, or blanks for its letters if all of its words are in capitals."""
    if not part.isupper() or len(part.split()) < SHOUTED_WORDS:
        return part
    return pattern(r"[^\W_]").sub(" ", part)


def _token(text: str, start: int, end: int) -> Place:
    """The place of a word, or of all words without spaces between them if one of the others is not
    apart: "Li(NiMnCo)O2", "all-MiniLM-L6-v2".
    """
    before = pattern(r"[^\s~]*\Z").search(text, max(start - LONGEST_TOKEN, 0), start)
    assert before is not None
    token = pattern(r"[^\s~]*").match(text, before.start(), end + LONGEST_TOKEN)
    assert token is not None
    if pattern(r"[{}$\\]").search(token[0]):
        return start, end
    words = list(pattern(WORD).finditer(text, *token.span()))
    if all(pattern(APART).match(word[0]) for word in words if not start <= word.start() < end):
        return start, end
    last = max(word.end() for word in words)
    if "(" in text[token.start() : last] and text[last : last + 1] == ")":
        last += 1
    return min(word.start() for word in words), last


def _merged(places: list[Place]) -> list[Place]:
    """Sorted places, those that overlap joined to one."""
    merged: list[Place] = []
    for start, end in places:
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
