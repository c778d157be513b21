"""A work as IEEE's reference guide of 2025 has it, in TeX: which pieces each kind has, in order.

The style file IEEEtran.bst is older; :mod:`ieeelint.printing.entries` prints what it does.
"""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.printing.guide_pieces import GuidePieces
from ieeelint.printing.works import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.printing.works import Fields

_G = GuidePieces
_END = (_G.article_place, _G.note, _G.accessed, _G.doi, _G.url)
KINDS: dict[str, tuple[Callable[[GuidePieces], None], ...]] = {
    "article": (
        _G.authors,
        _G.title,
        _G.journal,
        _G.state,
        _G.volume,
        _G.numbers,
        _G.pages,
        _G.date,
        *_END,
    ),
    "preprint": (_G.authors, _G.title, _G.year, _G.arxiv, _G.note, _G.accessed, _G.url),
    "inproceedings": (
        _G.authors,
        _G.title,
        _G.in_proceedings,
        _G.in_series,
        _G.volume,
        _G.numbers,
        _G.editors,
        _G.address,
        _G.date,
        _G.paper,
        _G.pages,
        *_END,
    ),
    "book": (
        _G.authors_or_editors,
        _G.book,
        _G.translator,
        _G.volume,
        _G.editors_besides,
        _G.edition,
        _G.publisher_date,
        _G.chapter,
        _G.pages,
        _G.note,
        _G.accessed,
        _G.doi,
        _G.url,
    ),
    "incollection": (
        _G.authors,
        _G.title,
        _G.in_book,
        _G.volume,
        _G.editors,
        _G.edition,
        _G.publisher_date,
        _G.chapter,
        _G.pages,
        _G.note,
        _G.accessed,
        _G.doi,
        _G.url,
    ),
    "manual": (
        _G.authors,
        _G.book,
        _G.edition,
        _G.howpublished,
        _G.maker,
        _G.address,
        _G.date,
        _G.pages,
        *_END,
    ),
    "online-manual": (
        _G.maker_and_place,
        _G.book,
        _G.edition,
        _G.howpublished,
        _G.date_in_parentheses,
        _G.note,
        _G.accessed,
        _G.url,
    ),
    "thesis": (_G.authors, _G.title, _G.degree, _G.school, _G.address, _G.date, *_END),
    "techreport": (
        _G.authors,
        _G.title,
        _G.institution,
        _G.address,
        _G.report_number,
        _G.date,
        *_END,
    ),
    "standard": (
        _G.authors,
        _G.whole,
        _G.howpublished,
        _G.standard_number,
        _G.revision,
        _G.address,
        _G.date,
        *_END,
    ),
    "patent": (_G.authors, _G.title, _G.patent_number, _G.patent_date, _G.note),
    "online-patent": (
        _G.bare_title,
        _G.by_authors,
        _G.date_in_parentheses,
        _G.patent_number,
        _G.url_after_blank,
    ),
    "dataset": (_G.authors, _G.date, _G.versioned_title, _G.source, _G.note, _G.doi, _G.url),
    "software": (
        _G.authors,
        _G.whole,
        _G.date_in_parentheses,
        _G.repository,
        _G.version,
        _G.maker,
        _G.note,
        _G.accessed,
        _G.identifier_and_url,
    ),
    "online": (
        _G.authors,
        _G.title,
        _G.site,
        _G.address,
        _G.date_without_access,
        _G.note,
        _G.accessed,
        _G.doi,
        _G.url,
    ),
    "video": (
        _G.authors_and_place,
        _G.whole,
        _G.date_in_parentheses,
        _G.note,
        _G.accessed,
        _G.video_url,
    ),
    "lecture": (_G.authors, _G.date_in_parentheses, _G.slides, _G.available),
    "issue": (_G.issue_title, _G.journal, _G.volume, _G.numbers, _G.pages, _G.date, *_END),
    "proceedings": (_G.editors, _G.book, _G.volume, _G.maker, _G.address, _G.date, *_END),
    "unpublished": (_G.authors, _G.title, _G.unpublished, _G.date, *_END),
    "misc": (
        _G.authors,
        _G.title,
        _G.howpublished,
        _G.maker,
        _G.address,
        _G.date,
        _G.pages,
        *_END,
    ),
}
# Kinds whose pieces end with periods.
OF_SENTENCES = ("online", "software", "video", "lecture", "online-manual", "online-patent")
BY_ALIAS = {
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "booklet": "manual",
    "periodical": "issue",
}


def printed(entry: Fields) -> str:
    """The entry in TeX."""
    work = Work(entry)
    pieces = GuidePieces(work)
    kind = kind_of(work)
    pieces.line.standard = "period" if kind in OF_SENTENCES else "comma"
    for piece in KINDS.get(kind, KINDS["misc"]):
        piece(pieces)
    return pieces.line.finished()


def kind_of(work: Work) -> str:
    """The kind of the guide; what an entry is decides, not only its type."""
    kind = BY_ALIAS.get(work.kind, work.kind)
    if work.preprint:
        return "preprint"
    if kind == "inbook":
        return "incollection" if work.value("booktitle") else "book"
    if kind == "online" and work.value("journal"):
        return "article"  # a blog or a news source
    if kind in ("manual", "patent") and work.url:
        return f"online-{kind}"
    if kind == "misc":
        return _kind_of_misc(work)
    return kind


def _kind_of_misc(work: Work) -> str:
    if pattern(r"(?i)\bslides\b").search(work.howpublished + work.value("type")):
        return "lecture"
    is_page = work.url and not (work.value("publisher") or work.doi or work.value("pages"))
    if is_page and (work.urldate.year or not work.date.year):
        return "online"
    return "unpublished" if work.says(r"^\s*(?:unpublished|submitted|in preparation)") else "misc"
