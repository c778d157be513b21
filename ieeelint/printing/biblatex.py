"""Each entry type as biblatex prints it with style=ieee (biblatex-ieee 1.3), in TeX: which pieces
each has, in order.
"""

from __future__ import annotations

from ieeelint.printing.biblatex_options import Options
from ieeelint.printing.biblatex_pieces import BiblatexPieces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.paper.entries import Entry

_B = BiblatexPieces
_END = (_B.doi, _B.eprint, _B.url, _B.state)
TYPES: dict[str, tuple[Callable[[BiblatexPieces], None], ...]] = {
    "article": (
        _B.authors,
        _B.title,
        _B.language,
        _B.version,
        _B.journal,
        _B.series_of_journal,
        _B.volume,
        _B.number,
        _B.eid,
        _B.editors_after,
        _B.pages,
        _B.issue_and_date,
        _B.note,
        _B.issn,
        *_END,
    ),
    "book": (
        _B.authors_or_editors,
        _B.whole_with_series,
        _B.language,
        _B.edition,
        _B.editors_after,
        _B.volumes,
        _B.publisher_after_period,
        _B.volume,
        _B.chapter,
        _B.pages,
        _B.note,
        _B.isbn,
        *_END,
    ),
    "inbook": (
        _B.authors,
        _B.title,
        _B.language,
        _B.in_book_with_series,
        _B.editors_after,
        _B.edition,
        _B.volumes,
        _B.series,
        _B.publisher_after_period,
        _B.volume,
        _B.chapter,
        _B.pages,
        _B.note,
        _B.isbn,
        *_END,
    ),
    "incollection": (
        _B.authors,
        _B.title,
        _B.language,
        _B.in_book,
        _B.series,
        _B.editors_after,
        _B.edition,
        _B.volume,
        _B.volumes,
        _B.note,
        _B.publisher,
        _B.chapter,
        _B.pages,
        _B.isbn,
        *_END,
    ),
    "inproceedings": (
        _B.authors,
        _B.title,
        _B.language,
        _B.in_proceedings,
        _B.event,
        _B.editors_after,
        _B.volumes,
        _B.series,
        _B.note,
        _B.organization,
        _B.volume,
        _B.publisher,
        _B.chapter,
        _B.pages,
        _B.isbn,
        *_END,
    ),
    "online": (
        _B.authors_or_editors,
        _B.title,
        _B.language,
        _B.version,
        _B.note,
        _B.site,
        _B.eprint,
        _B.date_in_parentheses,
        _B.url_after_comma,
        _B.state,
    ),
    "patent": (_B.authors, _B.title, _B.language, _B.patent_number, _B.note, _B.date, *_END),
    "report": (
        _B.authors,
        _B.title,
        _B.language,
        _B.institution,
        _B.location,
        _B.report_number,
        _B.version,
        _B.date,
        _B.note,
        _B.chapter,
        _B.pages,
        *_END,
    ),
    "thesis": (
        _B.authors,
        _B.title,
        _B.language,
        _B.note,
        _B.degree,
        _B.institution,
        _B.location,
        _B.date,
        _B.chapter,
        _B.pages,
        _B.isbn,
        *_END,
    ),
    "dataset": (
        _B.authors_or_editors,
        _B.title,
        _B.language,
        _B.version,
        _B.series,
        _B.note,
        _B.organization,
        _B.publisher,
        *_END,
    ),
    "manual": (
        _B.authors_or_editors,
        _B.title,
        _B.language,
        _B.edition,
        _B.type,
        _B.series,
        _B.version,
        _B.note,
        _B.organization,
        _B.publisher,
        _B.chapter,
        _B.pages,
        _B.isbn,
        *_END,
    ),
    "proceedings": (
        _B.editors,
        _B.whole,
        _B.event,
        _B.language,
        _B.volume,
        _B.volumes,
        _B.series,
        _B.note,
        _B.organization,
        _B.publisher,
        _B.chapter,
        _B.pages,
        _B.isbn,
        *_END,
    ),
    "collection": (
        _B.editors,
        _B.whole,
        _B.language,
        _B.edition,
        _B.volume,
        _B.volumes,
        _B.series,
        _B.note,
        _B.publisher,
        _B.chapter,
        _B.pages,
        _B.isbn,
        *_END,
    ),
    "unpublished": (
        _B.authors,
        _B.title,
        _B.language,
        _B.howpublished,
        _B.note,
        _B.location,
        _B.date,
        *_END,
    ),
    "booklet": (
        _B.authors_or_editors,
        _B.title,
        _B.language,
        _B.howpublished,
        _B.type,
        _B.note,
        _B.location,
        _B.date,
        _B.chapter,
        _B.pages,
        *_END,
    ),
    "periodical": (_B.editors, _B.periodical, _B.note, _B.issn, *_END),
    "misc": (
        _B.authors_or_editors,
        _B.title,
        _B.language,
        _B.howpublished,
        _B.type,
        _B.version,
        _B.note,
        _B.maker_and_place,
        *_END,
    ),
}
ALIASES = {
    "conference": "inproceedings",
    "electronic": "online",
    "www": "online",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "techreport": "report",
    "mvbook": "book",
    "mvcollection": "collection",
    "mvproceedings": "proceedings",
    "reference": "collection",
    "inreference": "incollection",
    "bookinbook": "inbook",
    "suppbook": "inbook",
    "suppcollection": "incollection",
    "suppperiodical": "article",
}


class BiblatexPrinter:
    """Prints entries with the options of biblatex that a draft sets."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()

    def printed(self, entry: Entry) -> str:
        """The entry in TeX; empty for the settings of a style of BibTeX."""
        if entry.kind in ("ieeetranbstctl", "xdata", "set", "control"):
            return ""
        kind = ALIASES.get(entry.kind, entry.kind)
        kind = kind if kind in TYPES else "misc"
        pieces = BiblatexPieces(entry, kind, self.options)
        for piece in TYPES[kind]:
            piece(pieces)
        return pieces.line.finished()
