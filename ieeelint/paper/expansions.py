"""The words that an abbreviation abbreviates: whether they spell it, and where they begin."""

from __future__ import annotations

from ieeelint.patterns import pattern

PIECE = r"[^\W_]+"
MOST_WORDS = 12
JOINED = "based"  # often without a letter: Graph-Based Knowledge Tracing (GKT)
# Abbreviations whose x is not the letter of a word, but a cross: receive, transmit, transceiver.
CROSSED = {"rx": "r", "tx": "t", "trx": "tr"}


# The end of a compound of an element of two letters with arsenic, and so on: GaAs, AlGaAs, NaCs.
COMPOUND = r"(?:Ga|In|Al|Ge|Si|Cd|Zn|Nb|Fe|Co|Mn|Ba|Pb|Sb|La|Y|B)(?:As|Os|Cs|Es)$"


def singular(token: str) -> str:
    """``token`` without the s of its plural: CNNs -> CNN; QoS, OS, and GaAs stay."""
    if len(token) > 2 and token[-1] == "s":
        if token[-2].isupper():
            is_compound = token[-3].islower() and pattern(COMPOUND).search(token) is not None
            return token if is_compound else token[:-1]
        if token[-2] == "e" and token[-3].isupper():
            return token[:-2]
    return token


def letters_of(token: str) -> str:
    """The letters and digits that an expansion must account for, in lowercase."""
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
    own = window.rfind(token)  # a long form does not contain the short one
    cut = max(cut, own + len(token) - 1 if own >= 0 else -1)
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
        if (word[0] == letters[0] or _sounds_like(word, letters[0])) and pattern(
            r"[\w][-’']$"
        ).search(window[max(0, start - 2) : start]) is None:
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
    if not (pieces[0][0] == letters[0] or _sounds_like(pieces[0], letters[0])):
        return False
    if len(pieces) == 1 or (len(letters) > 2 and _has_one_word(pieces, small_words)):
        return False
    # Positions in ``letters`` reachable after each word.
    reached = {0}
    for piece in pieces:
        following = set(reached) if piece in small_words or piece == JOINED else set()
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
            elif position < len(letters) and _sounds_like(piece, letters[position]):
                following.add(position + 1)
            elif (
                position < len(letters) and piece.isdigit() and letters.startswith(piece, position)
            ):
                following.add(position + len(piece))
        reached = following
        if not reached:
            return False
    return len(letters) in reached


def _has_one_word(pieces: list[str], small_words: frozenset[str]) -> bool:
    """True for one word and a small one after it, such as "powered via" before PoE."""
    return len(pieces) == 2 and pieces[1] in small_words


def _sounds_like(word: str, letter: str) -> bool:
    """True for x and a word such as "extensible" or "cross"."""
    return letter == "x" and word.startswith(("ex", "cross"))


def resembles(token: str, words: str) -> bool:
    """True when the last words may be a long form of ``token`` that does not spell it.

    Most letters are initials in order, or all are in another order, or the last word has them
    all: "accuracy (ACC)"; or the last words are those of a name, perhaps in another language:
    "Federal Ministry of Research (BMFT)".
    """
    letters = letters_of(token)
    letters = CROSSED.get(letters, letters)
    pieces: list[str] = pattern(PIECE).findall(words)[-2 * len(letters) :]
    if sum(piece[0].isupper() for piece in pieces[-4:]) >= 2:
        return True
    if pieces and pieces[-1][0].lower() == letters[0] and _contains(pieces[-1].lower(), letters):
        return True
    initials = [piece[0].lower() for piece in pieces[-len(letters) :]]
    if len(letters) > 2 and sorted(initials) == sorted(letters):
        return True
    # The longest common subsequence of the letters and the initials.
    lengths = [0] * (len(letters) + 1)
    for piece in pieces:
        before = list(lengths)
        for number, letter in enumerate(letters):
            if piece[0].lower() == letter:
                lengths[number + 1] = max(lengths[number + 1], before[number] + 1)
            lengths[number + 1] = max(lengths[number + 1], lengths[number], before[number + 1])
    return lengths[-1] * 5 >= 3 * len(letters)


def _contains(word: str, letters: str) -> bool:
    """True when the word has the letters in their order."""
    at = 0
    for letter in letters:
        at = word.find(letter, at) + 1
        if not at:
            return False
    return True


def fits(token: str, words: str) -> bool:
    """True when ``words`` as a whole may be the long form of ``token``."""
    letters = letters_of(token)
    count = len(words.split())
    if count < 2 or count > min(len(letters) + 5, 2 * len(letters)):
        return False
    if words.lstrip()[:1].lower() != letters[0]:
        return False
    if not _contains(words.lower(), letters):
        return False
    return not any(word.strip(",.;:") == token for word in words.split())
