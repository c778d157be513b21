"""Abbreviations: where the draft uses them, and where it defines them."""

from __future__ import annotations

from bisect import bisect_left

from ieeelint.paper.model import AUTHOR, REFERENCE
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper

# Capitals with at most one lower-case letter between two of them: CNN, QoS, IoT, ReLU, PhDs.
TOKEN = r"(?<![^\W_])[A-Z](?:[a-z]?[A-Z])+(?:es|[a-z])?(?![^\W_])"
# A short form in parentheses or brackets, with what authors put around it.
SHORT = (
    r"[(\[]\s?(?:(?:or|also|i\.e\.,?|e\.g\.,?|the|a|an|hereafter|henceforth|abbreviated(?: as|"
    r" to)?|abbr\.|called|known as|"
    r"denoted(?: as| by)?|termed|named|short|in short|for"
    r" short|acronym|aka|a\.k\.a\.)\s,?\s?){0,2}[\"“‘']?"
    r"([^\W_](?:[^\W_]|[-/&+.](?=[^\W_])){1,11})[\"”’']?"
    r"(?=\s?[)\],;:/ \ue002\ue006=])"
)
LONG = r"\(\s?[\"“]?([^()\n\ue000-\ue007]{3,120}(?:\n[^()\n\ue000-\ue007]{1,100}){0,2})[)\]]"
PIECE = r"[^\W_]+"
MOST_WORDS = 12


class Definition:
    """A definition of ``token``: ``expansion`` from ``expansion_start`` to
    ``expansion_end``, the token at ``position``, the whole from ``start`` to ``end``.

    ``is_strong`` when the initials of the expansion spell the token;
    ``is_reversed`` for "CNN (convolutional neural network)".
    """

    __slots__ = (
        "token",
        "expansion",
        "start",
        "end",
        "zone",
        "position",
        "expansion_start",
        "expansion_end",
        "is_strong",
        "is_reversed",
    )

    def __init__(self, token: str, position: int, first: int, last: int, expansion: str) -> None:
        self.token = token
        self.position = position
        self.expansion = expansion
        self.expansion_start = first
        self.expansion_end = last
        self.start = min(first, position)
        self.end = max(last, position + len(token))
        self.zone = ""
        self.is_strong = False
        self.is_reversed = position < first

    def __repr__(self) -> str:
        return f"Definition({self.token}, {self.expansion!r}, {self.start})"


class Abbreviations:
    """The abbreviations of a paper.

    ``uses`` gives the positions of each token, in the singular, in any zone but
    author lines and the reference list; ``definitions`` are in document order;
    ``declared`` maps the tokens of ``\\newacronym`` and the like to their long
    forms; ``introduced`` holds the positions of tokens in parentheses of their
    own for which no long form was found.  ``small_words`` need not give a
    letter to an abbreviation.
    """

    __slots__ = (
        "uses",
        "definitions",
        "declared",
        "introduced",
        "_paper",
        "_small_words",
        "_by_token",
    )

    def __init__(self, paper: Paper, small_words: frozenset[str]) -> None:
        self._paper = paper
        self._small_words = small_words
        self.uses: dict[str, list[int]] = {}
        self.definitions: list[Definition] = []
        self.introduced: dict[str, list[int]] = {}
        self.declared = paper.declared_acronyms
        self._by_token: dict[str, list[Definition]] | None = None
        self._find_uses()
        self._find_definitions()

    def _find_uses(self) -> None:
        paper = self._paper
        uses = self.uses
        for match in pattern(TOKEN).finditer(paper.text.plain):
            token = singular(match[0])
            if token in uses:
                uses[token].append(match.start())
            else:
                uses[token] = [match.start()]
        # Author lines and the reference list are full of initials and journal names.
        silent = [(p.start, p.end) for p in paper.passages if p.zone in (AUTHOR, REFERENCE)]
        if not silent:
            return
        starts = [start for start, _ in silent]
        for token, places in list(uses.items()):
            kept = []
            for place in places:
                at = bisect_left(starts, place + 1) - 1
                if at < 0 or silent[at][1] <= place:
                    kept.append(place)
            if kept:
                uses[token] = kept
            else:
                del uses[token]

    def _find_definitions(self) -> None:
        paper = self._paper
        plain = paper.text.plain
        long = None
        for match in pattern(SHORT).finditer(plain):
            short = match[1]
            token = singular(short)
            if sum(map(str.isupper, token)) < 2:
                continue
            expansion = expansion_before(plain, match.start(), token, self._small_words)
            if expansion is None:
                if len(token) <= 8:
                    self.introduced.setdefault(token, []).append(match.start(1))
                continue
            first, last, strong = expansion
            self._add(token, match.start(1), first, last, strong)
        # "ABR (long form)": only after a word that has the shape of an abbreviation.
        for token, places in self.uses.items():
            for place in places:
                end = place + len(token)
                if plain[end : end + 1] == "s":
                    end += 1
                at = end + 1 if plain[end : end + 1] in (" ", "\n", "\u00a0") else end
                if plain[at : at + 1] != "(":
                    continue
                if long is None:
                    long = pattern(LONG)
                inside = long.match(plain, at)
                if inside is None:
                    continue
                words = inside[1]
                strong = spells(token, words, self._small_words)
                if strong or fits(token, words):
                    self._add(token, place, inside.start(1), inside.end(1), strong)
        self.definitions.sort(key=lambda definition: definition.position)

    def _add(self, token: str, position: int, first: int, last: int, strong: bool) -> None:
        passage = self._paper.passage_at(position)
        if passage.zone in (AUTHOR, REFERENCE) or first < passage.start or last > passage.end:
            return
        expansion = " ".join(self._paper.text.plain[first:last].split())
        definition = Definition(token, position, first, last, expansion)
        definition.zone = passage.zone
        definition.is_strong = strong
        self.definitions.append(definition)

    def defined(self, token: str) -> list[Definition]:
        """The definitions of ``token``, in document order."""
        if self._by_token is None:
            self._by_token = {}
            for definition in self.definitions:
                self._by_token.setdefault(definition.token, []).append(definition)
        return self._by_token.get(token, [])


def singular(token: str) -> str:
    """``token`` without the s of its plural: CNNs -> CNN; QoS and OS stay."""
    if len(token) > 2 and token[-1] == "s":
        if token[-2].isupper():
            return token[:-1]
        if token[-2] == "e" and token[-3].isupper():
            return token[:-2]
    return token


def letters_of(token: str) -> str:
    """The letters and digits that an expansion must account for, in lower case."""
    return "".join(filter(str.isalnum, token)).lower()


def expansion_before(
    plain: str, end: int, token: str, small_words: frozenset[str]
) -> tuple[int, int, bool] | None:
    """Start and end of the long form of ``token`` before ``end``, and whether its initials spell
    the token.

    Each letter of the token, from the last to the first, must occur further to
    the left, and the first one must begin a word (after A. Schwartz and
    M. Hearst, 2003); a long form whose initials spell it exactly is preferred.
    None when nothing fits within twice as many words as letters.
    """
    while end and plain[end - 1] in " \n\u00a0\u2009\"”’'":
        end -= 1
    low = max(0, end - 160)
    window = plain[low:end]
    cut = max(window.rfind(sign) for sign in ("\n\n", "(", ")", "[", ";"))
    low += cut + 1
    window = window[cut + 1 :]
    letters = letters_of(token)
    if len(letters) < 2:
        return None
    pieces = [(m.start(), m[0].lower()) for m in pattern(PIECE).finditer(window)]
    if not pieces:
        return None
    most = min(len(letters) + 5, 2 * len(letters), MOST_WORDS)
    count = 0  # words that carry meaning
    loose = -1
    for index in range(len(pieces) - 1, -1, -1):
        start, word = pieces[index]
        if word in small_words and window[start + len(word) : start + len(word) + 1] != "-":
            continue
        count += 1
        if count > most:
            break
        if (
            word[0] == letters[0]
            and pattern(r"[\w][-’']$").search(window[max(0, start - 2) : start]) is None
        ):
            if spells(token, window[start:], small_words, exactly=True):
                return low + start, end, True
            if loose < 0 and spells(token, window[start:], small_words):
                loose = start
    if loose >= 0:
        return low + loose, end, True
    # From the right, letter by letter.
    lower = window.lower()
    if len(lower) != len(window):
        return None
    at = len(lower)
    for number in range(len(letters) - 1, -1, -1):
        letter = letters[number]
        at -= 1
        while at >= 0 and (
            lower[at] != letter or (number == 0 and at > 0 and lower[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return None
    words = window[at:].split()
    if len(words) > most or any(singular(word.strip(",.")) == token for word in words):
        return None
    if len(words) == 1 and len(letters) > 2 and lower[at:].count("-") == 0 and len(words[0]) < 8:
        return None
    return low + at, end, False


def spells(token: str, words: str, small_words: frozenset[str], exactly: bool = False) -> bool:
    """True when the initials of the words spell ``token``.

    Each word gives its first letter and, unless ``exactly``, perhaps more; ``small_words`` may be
    skipped; hyphens divide words.
    """
    letters = letters_of(token)
    pieces = [piece.lower() for piece in pattern(PIECE).findall(words)]
    if not pieces or len(pieces) > MOST_WORDS + 8 or not letters:
        return False
    if pieces[0][0] != letters[0] or len(pieces) == 1:
        return False
    # Positions in ``letters`` reachable after each word.
    reached = {0}
    for piece in pieces:
        following = set(reached) if piece in small_words else set()
        for position in reached:
            if position < len(letters) and piece[0] == letters[position]:
                following.add(position + 1)
                place, inner = position + 1, 1
                while place < len(letters) and not exactly:
                    inner = piece.find(letters[place], inner) + 1
                    if not inner:
                        break
                    place += 1
                    following.add(place)
            elif (
                position < len(letters) and piece.isdigit() and letters.startswith(piece, position)
            ):
                following.add(position + len(piece))
        reached = following
        if not reached:
            return False
    return len(letters) in reached


def fits(token: str, words: str) -> bool:
    """True when ``words`` as a whole may be the long form of ``token``."""
    letters = letters_of(token)
    count = len(words.split())
    if count < 2 or count > min(len(letters) + 5, 2 * len(letters)):
        return False
    if words.lstrip()[:1].lower() != letters[0]:
        return False
    at = 0
    lower = words.lower()
    for letter in letters:
        at = lower.find(letter, at) + 1
        if not at:
            return False
    return not any(word.strip(",.;:") == token for word in words.split())
