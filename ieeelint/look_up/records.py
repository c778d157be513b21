"""A work as the service describes it, whatever is missing or of another type in its answer."""

from __future__ import annotations

import html
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

TAG = re.compile(r"<[^>]{0,40}>")
DATES = ("issued", "published-print", "published-online", "published")
LAST_YEAR = 9999
RETRACTIONS = ("retraction", "withdrawal", "removal")


class Record:
    """A work: its DOI, title, surnames of its authors, years (of each edition: in print, online),
    volume, number, pages, and the DOI of the notice that retracted it.

    ``is_retracted`` may be true without a notice.
    """

    __slots__ = (
        "doi",
        "title",
        "surnames",
        "years",
        "volume",
        "number",
        "pages",
        "notice",
        "is_retracted",
    )

    def __init__(self, message: dict[str, Any]) -> None:
        self.doi = _text(message.get("DOI")).lower()
        titles = [_text(title) for title in _list(message.get("title"))]
        self.title = _without_markup(titles[0] if titles else "")
        self.surnames = [
            surname
            for author in _list(message.get("author"))
            if isinstance(author, dict) and (surname := _text(author.get("family")))
        ]
        years = (_year(message.get(name)) for name in DATES)
        self.years = sorted({year for year in years if year})
        self.volume = _text(message.get("volume"))
        self.number = _text(message.get("issue"))
        self.pages = _text(message.get("page"))
        updates = [each for each in _list(message.get("updated-by")) if isinstance(each, dict)]
        notices = [
            _text(each.get("DOI"))
            for each in updates
            if _text(each.get("type")).lower() in RETRACTIONS
        ]
        self.is_retracted = bool(notices) or self.title.upper().startswith("RETRACTED")
        self.notice = next((doi for doi in notices if doi), "")


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _year(value: Any) -> int:
    """The year of ``{"date-parts": [[2024, 3]]}``, 0 without one."""
    parts = _list(value.get("date-parts")) if isinstance(value, dict) else []
    first = _list(parts[0]) if parts else []
    year = first[0] if first else 0
    return year if type(year) is int and 0 < year <= LAST_YEAR else 0


def _without_markup(title: str) -> str:
    """A title without the tags and the entities of HTML."""
    return html.unescape(TAG.sub("", title))
