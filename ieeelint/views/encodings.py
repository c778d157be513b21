"""Files of a LaTeX draft in encodings that LaTeX does not read."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Source
    from ieeelint.views.latex import LatexView

UNICODE = frozenset({"utf-8", "utf-8-sig", "ascii"})
WIDE = "utf-16"  # XeTeX reads it, and no other TeX
OF_XETEX = ("fontspec", "xeCJK", "polyglossia", "unicode-math", "mathspec")


def wide_files(paper: Paper, view: LatexView) -> list[Source]:
    """The files in UTF-16, unless the draft is one for XeTeX."""
    if not view.packages.keys().isdisjoint(OF_XETEX):
        return []
    return [source for source in paper.sources if source.encoding == WIDE]


def files_not_in_unicode(paper: Paper) -> list[Source]:
    """The LaTeX files in an encoding of one byte, or in one of East Asia."""
    return [
        source
        for source in paper.sources
        if source.encoding not in UNICODE | {WIDE}
        and source.path.lower().endswith((".tex", ".ltx"))
    ]
