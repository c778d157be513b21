"""The language of a draft, from the options of babel or from its most common words."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

SAMPLE = 20_000  # characters that are searched
FEWEST = 12  # common words that show a language
# Common English words that other languages also have.
FURTHER_ENGLISH = frozenset(("a", "on", "as", "at", "or", "not", "can", "their", "its"))


def language_of_babel(options: Iterable[str]) -> str | None:
    """The code of the first supported babel or polyglossia language, or None."""
    codes = table("languages")["babel"]
    return next((codes[option] for option in options if option in codes), None)


def language_of_text(plain: str) -> str:
    """The code of the language; ``en`` unless another one clearly dominates."""
    sample = plain[:SAMPLE]
    length = len(sample.replace(" ", ""))
    # Letters of other scripts have several bytes, so this skips most drafts quickly.
    if (len(sample.encode("utf-8", "replace")) - len(sample)) * 5 > length:
        for expression, code in table("languages")["scripts"].items():
            if len(pattern(f"[{expression}]").findall(sample)) * 5 > length:
                return str(code)
    words = pattern(r"[^\W\d_]+").findall(sample.lower())
    counts: dict[str, int] = {}
    code_of: dict[str, str] = {}
    for code, common_words in table("languages")["words"].items():
        for word in common_words.split():
            code_of.setdefault(word, code)
    for word in words:
        if word in code_of:
            counts[code_of[word]] = counts.get(code_of[word], 0) + 1
    best = max(counts, key=lambda code: counts[code], default="en")
    if counts.get(best, 0) < FEWEST or counts[best] < 2 * counts.get("en", 0):
        return "en"
    return best


def is_foreign(passage: str) -> bool:
    """True for a longer passage with hardly a common English word: filler text, or a quotation in
    another language.
    """
    words = pattern(r"[^\W\d_]+").findall(passage.lower())
    english = FURTHER_ENGLISH.union(table("languages")["words"]["en"].split())
    return len(words) >= 25 and sum(word in english for word in words) * 12 < len(words)
