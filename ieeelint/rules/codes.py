"""The form of codes and names: rules of ieeelint have 3 letters, local rules 3 to 5."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.rules.areas import AREAS

CODE = r"[A-Z]{3,5}[0-9]{3}"
NAME = r"(?!all\Z)[a-z][a-z0-9]*(?:-[a-z0-9]+)*"  # "all" selects every rule
CODE_OR_PREFIX = r"\b(?:[A-Z]{3}|[A-Z]{3,5}[0-9]{1,3})\b"  # in running words: not "NOTE"


def is_code(word: str) -> bool:
    """True for ``FIG001`` and ``HOUSE001``."""
    return pattern(CODE).fullmatch(word) is not None


def is_name(word: str) -> bool:
    """True for ``fig-cited``."""
    return pattern(NAME).fullmatch(word) is not None


def area_of(code: str) -> str:
    """The letters of a code: ``FIG`` of ``FIG001``."""
    return code.rstrip("0123456789")


def may_be_local(selector: str) -> bool:
    """True if a local rule could have this code, prefix or name."""
    if is_name(selector) and (selector.isalpha() or "-" in selector):
        return True
    upper = selector.upper()
    area = area_of(upper)
    if any(known.startswith(area) for known in AREAS):
        return False
    return pattern(r"[A-Z]{1,5}|[A-Z]{3,5}[0-9]{1,3}").fullmatch(upper) is not None
