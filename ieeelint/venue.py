"""What the venue of a paper asks for, as rules read it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PROFILES = ("conference", "journal", "access", "computer-society", "letters", "magazine")
STAGES = ("draft", "review", "camera-ready")


class Venue:
    """What a venue asks for; every value is None or empty if the venue does not say.

    ``file`` is the file that says so, as messages show it, and ``text`` its content.  ``abstract``
    and ``keywords`` are (least, most); ``margins`` and ``gutter`` are in inches.
    """

    def __init__(
        self, values: dict[str, Any] | None = None, file: str = "", text: str = ""
    ) -> None:
        self.values = values or {}
        self.file = file
        self.text = text
        self.name: str = self.values.get("name", "")
        self.profile: str = self.values.get("profile", "")
        self.paper: tuple[str, ...] = tuple(self.values.get("paper", ()))
        self.margins: dict[str, float] = self.values.get("margins", {})
        self.gutter: float | None = self.values.get("gutter")
        self.links: bool | None = self.values.get("links")
        self.abstract: tuple[int, int] | None = _pair(self.values.get("abstract"))
        self.keywords: tuple[int, int] | None = _pair(self.values.get("keywords"))
        self.biographies: str = self.values.get("biographies", "")
        self.copyright: str = self.values.get("copyright", "")
        self.mandatory: list[str] = self.values.get("mandatory", [])

    def __bool__(self) -> bool:
        return bool(self.values)

    @property
    def label(self) -> str:
        """The venue in messages."""
        return self.name or "the venue"

    def because(self, key: str) -> str:
        """Where a limit comes from, to end a message: ``(pages in venue.toml)``."""
        return f"({key} in {self.file.rpartition('/')[2]})"

    def most_pages(self, stage: str) -> int | None:
        """The most pages of a draft at a stage, those for references alone included."""
        pages = self.values.get("pages")
        if isinstance(pages, dict):
            pages = pages.get(stage)
        return None if pages is None else int(pages) + int(self.values.get("reference-pages", 0))

    def is_anonymous(self, stage: str) -> bool:
        """True if drafts at a stage are for double-anonymous review."""
        anonymous = self.values.get("anonymous", False)
        return stage in anonymous if isinstance(anonymous, list) else bool(anonymous)


def _pair(values: list[int] | None) -> tuple[int, int] | None:
    return (values[0], values[1]) if values else None
