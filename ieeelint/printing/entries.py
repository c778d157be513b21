"""Each entry type as IEEEtran.bst 1.14 prints it, in TeX."""

from __future__ import annotations

from ieeelint.printing import guide
from ieeelint.printing.abbreviated import Abbreviated
from ieeelint.printing.control import Control
from ieeelint.printing.line import COMMA, PERIOD, Line
from ieeelint.printing.pieces import Pieces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.paper.entries import Entry

DASH = "------"
ALIASES = {
    "conference": "inproceedings",
    "online": "electronic",
    "internet": "electronic",
    "webpage": "electronic",
    "www": "electronic",
}


class Printer:
    """Prints entries in order: the authors of the previous entry decide whether a dash is printed.

    ``guide`` prints what IEEE's reference guide of 2025 has instead, without dashes.
    """

    def __init__(self, guide: bool = False) -> None:
        self.control = Control()
        self.guide = guide
        self._names_before = ""

    def printed(self, entry: Entry) -> str:
        """The entry in TeX; empty for a control entry, which is applied."""
        kind = ALIASES.get(entry.kind, entry.kind)
        if kind == "ieeetranbstctl":
            self.control.read(entry)
            return ""
        if self.guide:
            return guide.printed(Abbreviated(entry))
        printing = Pieces(entry, self.control)
        pieces = TYPES.get(kind, TYPES["misc"])
        printing.line.standard = PERIOD if kind == "electronic" else COMMA
        first, *rest = pieces
        first(printing)
        self._dash(printing.line)
        for piece in rest:
            piece(printing)
        return printing.line.finished()

    def _dash(self, line: Line) -> None:
        """A dash if the names are the same as in the previous entry."""
        names = line.last
        if names and names == self._names_before and self.control.dashes:
            line.replace(DASH)
        else:
            self._names_before = names


_END = (Pieces.note, Pieces.url)
_P = Pieces
TYPES: dict[str, tuple[Callable[[Pieces], None], ...]] = {
    "article": (
        _P.authors,
        _P.article_title,
        _P.journal,
        _P.volume,
        _P.article_number,
        _P.pages,
        _P.date,
        *_END,
    ),
    "book": (
        _P.authors_or_editors,
        _P.book_title_edition,
        _P.series,
        _P.editors_besides,
        _P.publisher_date,
        _P.volume,
        _P.number,
        *_END,
    ),
    "booklet": (
        _P.authors,
        _P.article_title,
        _P.howpublished,
        _P.organization,
        _P.address,
        _P.date,
        *_END,
    ),
    "electronic": (
        _P.authors,
        _P.date_in_parentheses,
        _P.page_title,
        _P.howpublished,
        _P.organization,
        _P.address,
        *_END,
    ),
    "inbook": (
        _P.authors_or_editors,
        _P.book_title_edition,
        _P.series,
        _P.publisher_date,
        _P.volume,
        _P.number,
        _P.chapter,
        _P.pages,
        *_END,
    ),
    "incollection": (
        _P.authors,
        _P.article_title,
        _P.in_book_edition,
        _P.series,
        _P.editors,
        _P.publisher_date,
        _P.volume,
        _P.number,
        _P.chapter,
        _P.pages,
        *_END,
    ),
    "inproceedings": (
        _P.authors,
        _P.article_title,
        _P.in_book,
        _P.series,
        _P.editors,
        _P.volume,
        _P.number,
        _P.publisher_or_organization_date,
        _P.paper,
        _P.pages,
        *_END,
    ),
    "manual": (
        _P.authors,
        _P.book_title_edition,
        _P.howpublished,
        _P.organization,
        _P.address,
        _P.date,
        *_END,
    ),
    "mastersthesis": (
        _P.authors,
        _P.article_title,
        _P.master_thesis,
        _P.school,
        _P.address,
        _P.date,
        *_END,
    ),
    "misc": (
        _P.authors,
        _P.article_title,
        _P.howpublished,
        _P.organization,
        _P.address,
        _P.pages,
        _P.date,
        *_END,
    ),
    "patent": (_P.authors, _P.article_title, _P.patent_number, _P.patent_date, *_END),
    "periodical": (
        _P.editors,
        _P.book_title,
        _P.series,
        _P.volume,
        _P.number,
        _P.organization,
        _P.date,
        *_END,
    ),
    "phdthesis": (
        _P.authors,
        _P.article_title,
        _P.phd_thesis,
        _P.school,
        _P.address,
        _P.date,
        *_END,
    ),
    "proceedings": (
        _P.editors,
        _P.book_title,
        _P.series,
        _P.volume,
        _P.number,
        _P.publisher_or_organization_date,
        *_END,
    ),
    "standard": (
        _P.authors,
        _P.book_title,
        _P.howpublished,
        _P.standard_number,
        _P.revision,
        _P.date,
        *_END,
    ),
    "techreport": (
        _P.authors,
        _P.article_title,
        _P.howpublished,
        _P.institution,
        _P.address,
        _P.report_number,
        _P.date,
        *_END,
    ),
    "unpublished": (_P.authors, _P.article_title, _P.date, *_END),
}
