"""Labels that the reader cannot see: made by options, by macros of the draft or by files of its
own.
"""

from __future__ import annotations

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.paper.model import Paper

# \figlabel{key}, \label[type]{key}, label=key
MADE = (
    r"label(\w{0,20})\s{0,5}(?:=\s{0,5}\{?\s{0,5}|(?:\[[^\[\]\r\n]{0,80}\]\s{0,5})?\{\s{0,5})"
    r"([^{}\[\],%\r\n]{1,120})"
)
PARAMETER = r"#[1-9]"


class KeyHints:
    """Tells whether a key may be a label after all."""

    def __init__(self, paper: Paper) -> None:
        self.made: set[str] = set()
        self.patterns: set[tuple[str, str]] = set()
        for source in paper.sources:
            text = source.text
            for match in pattern(MADE).finditer(text):
                if match[1] not in ("cref", "cpageref") and not _is_comment(text, match.start()):
                    self.made.add(match[2].strip())
        for key in list(self.made):
            parts = pattern(PARAMETER).split(key)
            if len(parts) > 1:
                self.patterns.add((parts[0], parts[-1]))

    def may_be_defined(self, key: str) -> bool:
        """True when the key stands where a label is made, or a macro makes such labels."""
        return key in self.made or any(
            len(key) > len(before) + len(after) and key.startswith(before) and key.endswith(after)
            for before, after in self.patterns
        )


def _is_comment(text: str, at: int) -> bool:
    """True when a percent sign stands before ``at`` on its line."""
    line = text[max(text.rfind("\n", max(at - 300, 0), at) + 1, at - 300, 0) : at]
    return "%" in line.replace("\\%", "")


def similar_key(key: str, keys: Iterable[str]) -> str:
    """The one of ``keys`` that ``key`` seems to mean: the same but for case and signs, or a
    letter or two off.

    A draft may have thousands of labels, too many for the general ``phrases.nearest``.
    """
    bare = _bare(key)
    best, least = "", 3
    for other in keys:
        if _bare(other) == bare:
            return other
        if abs(len(other) - len(key)) <= 2 and len(key) > 4:
            same = _common(key, other) + _common(key[::-1], other[::-1])
            distance = max(len(key), len(other)) - same
            if distance < least:
                best, least = other, max(distance, 0)
    return best


def _bare(key: str) -> str:
    """The letters and digits of a key in lower case, its prefix left out."""
    return "".join(filter(str.isalnum, key.lower().rpartition(":")[2]))


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count
