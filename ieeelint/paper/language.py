"""The language of a draft: what babel says, else what its commonest small words say."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

SAMPLE = 20_000  # characters looked at
FEWEST = 12  # small words of a language before it is believed


def language_of_babel(options: Iterable[str]) -> str | None:
    """The code of the first babel or polyglossia language known; None when none is."""
    known = table("languages")["babel"]
    return next((known[option] for option in options if option in known), None)


def language_of_text(plain: str) -> str:
    """``en`` unless another language clearly prevails."""
    sample = plain[:SAMPLE]
    length = len(sample.replace(" ", ""))
    # Letters of other scripts take more than one byte each, so this rules most drafts out.
    if (len(sample.encode("utf-8", "replace")) - len(sample)) * 5 > length:
        for expression, code in table("languages")["scripts"].items():
            if len(pattern(f"[{expression}]").findall(sample)) * 5 > length:
                return str(code)
    words = pattern(r"[^\W\d_]+").findall(sample.lower())
    counts: dict[str, int] = {}
    small: dict[str, str] = {}
    for code, listed in table("languages")["words"].items():
        for word in listed.split():
            small.setdefault(word, code)
    for word in words:
        if word in small:
            counts[small[word]] = counts.get(small[word], 0) + 1
    best = max(counts, key=lambda code: counts[code], default="en")
    if counts.get(best, 0) < FEWEST or counts[best] < 2 * counts.get("en", 0):
        return "en"
    return best


def is_foreign(passage: str) -> bool:
    """True for a passage of some length in which hardly a word is a small English one:
    filler text, a quotation in another language."""
    words = pattern(r"[^\W\d_]+").findall(passage.lower())
    small = set(table("languages")["words"]["en"].split()) | {
        "a",
        "on",
        "as",
        "at",
        "or",
        "not",
        "can",
        "their",
        "its",
    }
    return len(words) >= 25 and sum(word in small for word in words) * 12 < len(words)
