"""The widths of characters in the fonts of IEEE papers, in thousandths of the font size
(``data/faces.toml``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ieeelint.report.fields import Fields

FIRST = 33  # the code of "!", the first character of each list


@dataclass(slots=True, frozen=True)
class Style:
    """A style of a font: the widths of U+0021 to U+007E, and of the space."""

    widths: list[int]
    space: int


@cache
def _file() -> Fields:
    import tomllib

    path = Path(__file__).parents[1] / "data" / "faces.toml"
    return Fields(tomllib.loads(path.read_text("utf-8")))


@cache
def style(face: str, name: str) -> Style:
    """A style ("bold") of a font ("times")."""
    styles = _file().object(face)
    return Style(styles.wholes(name), styles.whole(f"{name}_space"))


@cache
def mathematics() -> dict[str, int]:
    """The widths of mathematical signs."""
    signs = _file().object("mathematics")
    return {sign: signs.whole(sign) for sign in signs}


@cache
def letters() -> list[int]:
    """The widths of superscripts, "a" to "z"."""
    return _file().object("letters").wholes("cmr6")
