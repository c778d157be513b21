"""Formulas that a copy from a browser gives twice: as they look, and as LaTeX."""

from __future__ import annotations

from ieeelint.paper.zones import CELL, WORDING
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper

SIGNS = "_^\\"  # that only LaTeX has
OPENING = "([“‘\"'"  # before a formula
LONGEST = 80  # characters of a formula as it looks
FARTHEST = 12  # characters of the LaTeX before its first sign
FEWEST = 2  # letters and digits of a formula
# Commands, spaces, braces, operators, and Greek letters, which only one copy has.
IGNORED = r"\\[A-Za-z]+|[^A-Za-z0-9]"


def doubled_formulas(paper: Paper) -> Iterator[tuple[int, int]]:
    """Start and end of each formula with its LaTeX directly after it: ``x2x^2``, in order."""
    plain = paper.text.plain
    if not any(sign in plain for sign in SIGNS):
        return
    last = 0
    for match in paper.find(pattern(r"[_^\\]"), WORDING | {CELL}):
        sign = match.start()
        if sign < last:
            continue
        passage = paper.passage_at(sign)
        found = _doubled_at(plain, sign, max(passage.start, last), passage.end)
        if found is not None:
            last = found[1]
            yield found


def _doubled_at(plain: str, sign: int, first: int, stop: int) -> tuple[int, int] | None:
    """The longest formula whose LaTeX has its first sign at ``sign``."""
    longest = None
    first = max(first, sign - FARTHEST - LONGEST)
    for start in range(sign - 1, first - 1, -1):
        if plain[start] in SIGNS:
            break
        if start > first and not (plain[start - 1].isspace() or plain[start - 1] in OPENING):
            continue
        for middle in range(max(start + 1, sign - FARTHEST), sign + 1):
            # Both copies begin with the same letter, unless it is a command in LaTeX.
            if middle < sign and plain[middle] != plain[start] or plain[middle - 1].isspace():
                continue
            letters, prefix = _letters(plain[start:middle]), _letters(plain[middle:sign])
            if len(letters) >= FEWEST and letters.startswith(prefix):
                end = _end_of(plain, sign, stop, letters[len(prefix) :])
                if end:
                    longest = start, end
    return longest


def _letters(words: str) -> str:
    """The letters and digits that both copies have."""
    return pattern(IGNORED).sub("", words)


def _end_of(plain: str, sign: int, stop: int, letters: str) -> int:
    """The end of the LaTeX from ``sign`` on that has just these letters; 0 for other text."""
    at = sign
    for letter in letters:
        ignored = pattern(rf"(?:{IGNORED})*").match(plain, at, stop)
        at = ignored.end() if ignored is not None else at
        if plain[at : at + 1] != letter:
            return 0
        at += 1
    return at
