"""Where a typed reference differs from its printed form, beyond what other rules report."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from ieeelint.paper.entries import month_macro
from ieeelint.patterns import pattern

# A month and its period are one token, as "March" and "Mar." say the same.
TOKEN = re.compile(
    r"\s+|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|[^\W\d_]+|\d+|[^\w\s]|_"
)
WORD = re.compile(r"\s+|\S+")
SAME_SIGNS = str.maketrans(
    {**dict.fromkeys("“”„‟", '"'), **dict.fromkeys("’‘`", "'"), **dict.fromkeys("–—", "-")}
)
# Words that say the same.
LABELS = {
    "volume": "vol",
    "pages": "pp",
    "page": "p",
    "issue": "no",
    "number": "no",
    "nos": "no",
    "article": "art",
    "edition": "ed",
    "edn": "ed",
    "eds": "ed",
    "phd": "ph d",
}
LONGEST_SHORT = 4  # letters of an abbreviated month, which needs a period


class Change:
    """Typed characters from ``start`` to ``end``, and the words that replace them."""

    __slots__ = ("start", "end", "old", "new")

    def __init__(self, start: int, end: int, old: str, new: str) -> None:
        self.start = start
        self.end = end
        self.old = old
        self.new = new

    def __repr__(self) -> str:
        return f"Change({self.old!r}, {self.new!r})"


def is_same(typed: str, new: str) -> bool:
    """True if nothing differs that :func:`changes` would find, apart from its last period."""
    return list(map(_key, TOKEN.findall(typed))) == list(map(_key, TOKEN.findall(new)))


def changes(typed: str, start: int, new: str) -> list[Change]:
    """What to replace in ``typed``, which begins at ``start``, to get ``new``.

    Quotation marks, hyphens and dashes, and full months are right here: other rules report them.
    """
    found = [
        change
        for words in changed_words(typed, start, new)
        for change in _changes(words.old, words.start, words.new, TOKEN)
    ]
    if found and found[-1].start == start + len(typed) and found[-1].new == ".":
        found.pop()  # the period at the end
    return found


def changed_words(typed: str, start: int, new: str) -> list[Change]:
    """The same with whole words, for a message."""
    return [
        change
        for change in _changes(typed, start, new, WORD)
        if not is_same(change.old, change.new)
    ]


def _changes(typed: str, start: int, new: str, token: re.Pattern[str]) -> list[Change]:
    ours = [(match.group(), match.start()) for match in token.finditer(typed)]
    theirs = token.findall(new)
    keys = [_key(words) for words, _ in ours]
    new_keys = list(map(_key, theirs))
    matcher = SequenceMatcher(None, keys, new_keys, autojunk=False)
    found = []
    for tag, first, last, new_first, new_last in matcher.get_opcodes():
        if tag == "equal":
            continue
        at = ours[first][1] if first < len(ours) else len(typed)
        end = ours[last - 1][1] + len(ours[last - 1][0]) if last > first else at
        words = "".join(theirs[new_first:new_last])
        old = typed[at:end]
        if old.strip() or words.strip() or (words and not old):  # other rules see wide spaces
            found.append(Change(start + at, start + end, old, words))
    return found


@lru_cache(maxsize=4096)
def _key(token: str) -> str:
    """What a token says."""
    if token.isspace():
        return " "
    is_month = token[-1] == "." or len(token) > LONGEST_SHORT or token in ("June", "July", "May")
    if is_month and (month := month_macro(token)):
        return month
    return pattern(r"\s?--?-?\s?").sub("-", token.translate(SAME_SIGNS))


def only_form(typed: str, new: str) -> bool:
    """True if the words are the same, apart from punctuation, spaces, dashes and abbreviations."""
    return _words(typed) == _words(new)


def only_order(typed: str, new: str) -> bool:
    """True if the words are the same in another order."""
    return sorted(_words(typed)) == sorted(_words(new))


def _words(text: str) -> list[str]:
    words = pattern(r"[^\W_]+").findall(text.lower())
    return [LABELS.get(word, _key(word)) for word in words]
