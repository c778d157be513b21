"""Where quantities are, and whether a number and letters are a quantity at all."""

from __future__ import annotations

from ieeelint.paper.text import DISPLAY, MATH
from ieeelint.paper.zones import CELL, HEADING, KEYWORDS, RUNNING, TITLE
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.quantity_use import QuantityUse

ZONES = RUNNING | {CELL, HEADING, TITLE, KEYWORDS}
# A number with one of these letters is more often a name: 3D, 4K, 5G, 10B, Fig. 2A, step 1b.
LETTERS_OF_NAMES = frozenset("ABCFHJKLMNSTVWbdhlt")
# In a formula, letters that are rather variables than units: 0.5b, 0.5d
VARIABLE_LETTERS = frozenset("bdtl")
# Before a quantity in a formula: nothing, a relation, a bracket, a separator; then perhaps a sign.
BEFORE = (
    r"(?:^|[=<>≈~(\[,;&{}|:]|\\(?:approx|sim|simeq|leq?|geq?|ll|gg|neq?|equiv|in|to|quad|qquad"
    r"|times|cdot|pm|left[(\[]?|\\)"
    r"|\\[a-z]{2,8}/)\s{0,8}[-+/]?\s{0,4}(?:\\pm\s{0,3})?$"
)
COUNTED = r"(?:[ \u00a0][a-z]{3,}s\b|-[a-z])"  # 3 $A$ matrices, 2 $m$-ary trees
# Before a quantity that is the whole formula, or the value of a variable.
VALUE = r"(?:^|[=<>≈~]|\\(?:approx|sim|simeq|leq?|geq?|ll|gg|neq?|equiv))\s*[-+]?\s*\Z"
# After it: the end, punctuation, a bracket, an alignment mark.
AFTER = (
    r"\s{0,8}(?:$|[,.;)\]}&|\n]|\\(?:\\|quad|qquad|text|end|right|label|,|;|hspace|mbox|and"
    r"|wedge|leq?|geq?|pm|to|times)|[=<>])"
)


def uses_in(context: Context, zones: frozenset[str] = ZONES) -> Iterator[QuantityUse]:
    """The quantities in these zones, except those in quotations."""
    for use in context.index.quantities:
        if context.paper.passage_at(use.start).zone in zones and not context.index.is_mention(
            use.start
        ):
            yield use


def is_in_parentheses(paper: Paper, position: int) -> bool:
    """True within round brackets that open in the same passage."""
    passage = paper.passage_at(position)
    before = paper.text.plain[max(passage.start, position - 400) : position]
    return before.rfind("(") > before.rfind(")")


def stands_alone(use: QuantityUse) -> bool:
    """False for a number and letters in a formula that are part of a term: the 2m of ``n+2m+1``."""
    if use.inner is None or use.mark is None:
        return True
    content = use.mark.data.math
    first, last = use.inner[0], use.inner[3]
    if pattern(AFTER).match(content, last) is None:
        return False
    return (
        use.number == "…" or pattern(BEFORE).search(content, max(0, first - 40), first) is not None
    )


# Numbers with their letters, commands, and text: the rest of a formula has its variables.
NOT_VARIABLES = (
    r"[0-9](?:[\s~]|\\[,;:! ])*[A-Za-z]+"
    r"|\\(?:text|mathrm|mathit|textrm|mbox|operatorname|hbox|label)[a-z]*\*?\s*\{[^{}]*\}|\\[A-Za-z]+"
)


class Variables:
    """Letters that the formulas of a paper use for variables.

    ``free`` letters begin a formula without a number before it; those of them that have no index
    are ``bare``: after ``$N$``, ``0.5N`` is a product.  ``arguments`` are arguments of functions or
    bases of powers: the s of ``G(s)`` and ``s^2``, which is not a second.
    """

    __slots__ = ("free", "bare", "arguments", "_paper", "_all")

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._all: set[str] | None = None
        self.free: set[str] = set()
        self.bare: set[str] = set()
        self.arguments: set[str] = set()
        plain = paper.text.plain
        first = pattern(r"\s?([A-Za-z])\s?(?:$|[_=<>(^])")
        used = pattern(r"[A-Za-z}]\s?\(\s?([A-Za-z])\s?\)|(?<![A-Za-z{\\])([A-Za-z])\s?\^")
        for mark in paper.text.marks_of(MATH, DISPLAY):
            if mark.data is None:
                continue
            content = mark.data.math
            if "(" in content or "^" in content:
                self.arguments.update(match[1] or match[2] for match in used.finditer(content))
            match = first.match(content) if mark.kind == MATH else None
            before = plain[max(0, mark.start - 2) : mark.start].strip()
            if match is not None and not before[-1:].isdigit():
                self.free.add(match[1])
                if content[match.end() - 1] != "_":
                    self.bare.add(match[1])

    @property
    def all(self) -> set[str]:
        """The letters of the formulas that have no number before them: the m of ``n \\times m``."""
        if self._all is None:
            self._all = set()
            for mark in self._paper.text.marks_of(MATH, DISPLAY):
                if mark.data is not None:
                    bare = pattern(NOT_VARIABLES).sub(" ", mark.data.math)
                    self._all.update(filter(str.isalpha, bare))
        return self._all


def _is_certain_power(paper: Paper, use: QuantityUse, letters: Variables, symbol: str) -> bool:
    """True when the power of a letter cannot be that of a variable: the m of 5\\,m^2, in a paper
    without a variable m.  Without a space, only areas and volumes are certain.
    """
    if symbol in letters.all:
        return False
    if use.separator.strip(" \t\n~{}"):
        return True
    return use.unit in ("m^2", "m^3") and not pattern(COUNTED).match(paper.text.plain, use.end)


def is_certain(paper: Paper, use: QuantityUse, letters: Variables) -> bool:
    """True when a unit in a formula cannot be a product of variables.

    ``$2N$`` and ``$2nm$`` may be one.  A decimal number, a space before the unit, a
    compound unit, or a table cell with nothing else show a quantity.
    """
    if use.inner is None:
        if len(use.unit) > 1 or "." in use.number:
            return True
        if pattern(COUNTED).match(paper.text.plain, use.unit_end):
            return False  # 3 $A$ matrices, 2 $m$-ary trees
        return use.unit not in letters.free or use.unit in ("m", "s")
    if not stands_alone(use):
        return False
    content = use.mark.data.math if use.mark is not None else ""
    if use.unit == "μg" and not use.upright:
        return False  # friction times gravity
    if use.upright or any(sign in use.unit for sign in "/·μΩ°%"):
        return True
    if use.number == "…":
        return use.unit not in letters.free or use.unit in ("m", "s")
    symbol, _, exponent = use.unit.partition("^")
    if exponent and len(symbol) == 1:
        return _is_certain_power(paper, use, letters, symbol)
    if len(use.unit) == 1 and use.unit in letters.free - {"m", "s"}:
        if pattern(VALUE).search(content, 0, use.inner[0]) is None:
            return False  # \max(x, 0.2\,S)
    if use.separator.strip(" \t\n~{}"):
        return True
    if "." in use.number and use.unit not in letters.arguments:
        return use.unit not in VARIABLE_LETTERS and use.unit not in letters.bare
    if len(use.unit) > 1 and any(one.isalpha() and one not in letters.free for one in use.unit):
        return True
    if paper.passage_at(use.start).zone == CELL:
        whole = content.strip() == content[use.inner[0] : use.inner[3]].strip()
        return whole and (len(use.unit) > 1 or use.unit in ("m", "s", "g", "h"))
    return False
