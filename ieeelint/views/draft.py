"""A draft that was read: the paper that it prints, and the view of its files."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.views.latex import LatexView
    from ieeelint.views.log import LogView
    from ieeelint.views.pdf import PdfView
    from ieeelint.views.word import WordView


class Draft:
    """The result of a reader.

    ``paper`` is the document in any format; ``latex`` or ``word`` is the view of its source, None
    for the other format and for a BibTeX file.  ``pdf`` is the PDF file that is the draft, or that
    was made from it, and ``log`` the log of LaTeX about that.  If that PDF file is not read,
    ``unread_pdf`` has its path and the reason.
    """

    __slots__ = ("paper", "latex", "word", "pdf", "log", "unread_pdf")

    def __init__(
        self,
        paper: Paper,
        latex: LatexView | None = None,
        word: WordView | None = None,
        pdf: PdfView | None = None,
    ) -> None:
        self.paper = paper
        self.latex = latex
        self.word = word
        self.pdf = pdf
        self.log: LogView | None = None
        self.unread_pdf: tuple[str, str] | None = None
