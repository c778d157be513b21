"""An entry with the titles of journals and conferences as IEEE abbreviates them."""

from __future__ import annotations

from ieeelint.printing.journal_titles import abbreviation
from ieeelint.printing.publication_words import is_conference, shortened
from ieeelint.tables import table
from ieeelint.tables.part_views import Journals, PublicationWords

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.printing.works import Fields


class Abbreviated:
    """The fields of an entry; titles that IEEE does not abbreviate are as typed."""

    __slots__ = ("kind", "_entry", "_journals", "_words")

    def __init__(self, entry: Fields) -> None:
        self.kind = entry.kind
        self._entry = entry
        self._journals = Journals(table("journals"))
        self._words = PublicationWords(table("publication_words"))

    def value(self, *names: str) -> str:
        """The value of the first of these fields that is not empty; empty without one."""
        typed = self._entry.value(*names)
        if typed and "journal" in names:
            return self._journal(typed)
        if typed and "booktitle" in names and is_conference(self._words, typed):
            return _in_tex(shortened(self._words, typed, True), typed)
        return typed

    def _journal(self, typed: str) -> str:
        better = abbreviation(self._journals, typed)
        if better is None:
            better = shortened(self._words, typed)
        return _in_tex(better, typed)


def _in_tex(better: str | None, typed: str) -> str:
    return better.replace("&", "\\&") if better else typed
