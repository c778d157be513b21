"""Labels that the reader does not see, because options or macros define them."""

from __future__ import annotations

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.paper.model import Paper

# \figlabel{key}, \label[type]{key}, label=key
DEFINED = (
    r"label(\w{0,20})\s{0,5}(?:=\s{0,5}\{?\s{0,5}|(?:\[[^\[\]\r\n]{0,80}\]\s{0,5})?\{\s{0,5})"
    r"([^{}\[\],%\r\n]{1,120})"
)
PARAMETER = r"#[1-9]"
TOO_DIFFERENT = 3  # letters; a key that differs in fewer may be a misspelling


class KeyHints:
    """The labels that the sources of a paper seem to define."""

    def __init__(self, paper: Paper) -> None:
        self.defined: set[str] = set()
        self.beginnings_and_ends: set[tuple[str, str]] = set()
        for source in paper.sources:
            text = source.text
            for match in pattern(DEFINED).finditer(text):
                if match[1] not in ("cref", "cpageref") and not _is_comment(text, match.start()):
                    self.defined.add(match[2].strip())
        for key in list(self.defined):
            parts = pattern(PARAMETER).split(key)
            if len(parts) > 1:
                self.beginnings_and_ends.add((parts[0], parts[-1]))

    def may_be_defined(self, key: str) -> bool:
        """True if the source seems to define the key, or a macro defines labels like it."""
        return key in self.defined or any(
            len(key) > len(beginning) + len(end) and key.startswith(beginning) and key.endswith(end)
            for beginning, end in self.beginnings_and_ends
        )


def _is_comment(text: str, at: int) -> bool:
    """True if there is a percent sign before ``at`` on its line."""
    line = text[max(text.rfind("\n", max(at - 300, 0), at) + 1, at - 300, 0) : at]
    return "%" in line.replace("\\%", "")


def similar_key(key: str, keys: Iterable[str]) -> str:
    """The key that ``key`` seems to mean: one that differs only in case and signs, or in one or
    two letters.

    A draft may have thousands of labels, too many for the general ``phrases.nearest``.
    """
    letters = _letters(key)
    best, least = "", TOO_DIFFERENT
    for other in keys:
        if _letters(other) == letters:
            return other
        if abs(len(other) - len(key)) <= 2 and len(key) > 4:
            same = _common_start(key, other) + _common_start(key[::-1], other[::-1])
            distance = max(len(key), len(other)) - same
            if distance < least:
                best, least = other, max(distance, 0)
    return best


def _letters(key: str) -> str:
    """The letters and digits of a key in lowercase, without its prefix."""
    return "".join(filter(str.isalnum, key.lower().rpartition(":")[2]))


def _common_start(left: str, right: str) -> int:
    """The number of characters that both begin with."""
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count
