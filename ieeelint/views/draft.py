"""A draft that was read: the paper that it prints, and the view of its files."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.views.latex import LatexView
    from ieeelint.views.word import WordView


class Draft:
    """The result of a reader.

    ``paper`` is the document in any format; ``latex`` or ``word`` is the view of its source, None
    for the other format and for a BibTeX file.
    """

    __slots__ = ("paper", "latex", "word")

    def __init__(
        self, paper: Paper, latex: LatexView | None = None, word: WordView | None = None
    ) -> None:
        self.paper = paper
        self.latex = latex
        self.word = word
