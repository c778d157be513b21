"""The widths of characters in the faces of IEEE papers, from ``data/faces.toml``, in thousandths
of the size.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FIRST = 33  # the code of the first character of a face's list, "!"


@cache
def faces() -> dict[str, Any]:
    """All that the file holds; a face's styles are lists from U+0021 to U+007E."""
    import tomllib

    return tomllib.loads((Path(__file__).parents[1] / "data" / "faces.toml").read_text("utf-8"))
