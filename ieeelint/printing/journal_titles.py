"""IEEE's periodicals: from a title in any spelling to its abbreviation."""

from __future__ import annotations

from functools import cached_property

from ieeelint.patterns import pattern
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.tables.part_views import Journals

# Words that abbreviated titles leave out; "a" is not one of them, since sections have letters.
LEFT_OUT = frozenset(("on", "of", "the", "and", "in", "for", "with", "an", "to", "over", "part"))
BETWEEN_WORDS = str.maketrans(dict.fromkeys(".,:;()[]/&–—-", " "))
# Only titles that begin with one of them may be abbreviated in any way.
PUBLISHERS = ("ieee", "ire ")


class Titles:
    """The titles of a table with their forms, found by any of their spellings.

    A paper names a few journals, so no spelling is taken apart before a title may mean it.
    """

    def __init__(self, titles: dict[str, list[str]], same_words: dict[str, str]) -> None:
        self.titles = titles
        self.same_words = same_words
        # all forms as the table has them: most titles in papers are right, and end here
        self.forms = frozenset().union(*titles.values())
        self._meant: dict[str, str | None] = {}
        self._words: dict[str, list[str]] = {}

    @cached_property
    def spellings(self) -> tuple[dict[str, str], dict[str, str]]:
        """Titles and forms in lowercase, and the title that each means.

        First those that do not begin with IEEE or the IRE, then those that do.
        """
        halves: tuple[dict[str, str], dict[str, str]] = {}, {}
        for title, forms in self.titles.items():
            # a user may have removed all forms of a title
            for spelling in (title.lower(), *[form.lower() for form in forms]) if forms else ():
                halves[spelling.startswith(PUBLISHERS)].setdefault(spelling, title)
        return halves

    @cached_property
    def same(self) -> dict[str, str]:
        """A word that IEEE also prints in another form, with and without period, to that form."""
        same: dict[str, str] = {}
        for word, other in self.same_words.items():
            same |= dict.fromkeys((word, word.rstrip("."), other.rstrip(".")), other)
        return same

    def meant(self, typed: str) -> str | None:
        """The form to write for ``typed``: empty if it is right; None if it is not a title here."""
        if typed in self.forms:
            return ""
        if typed not in self._meant:
            plain = " ".join(pattern(r"[{}\\]").sub("", typed).replace("~", " ").split())
            self._meant[typed] = self._search(_in_order(plain))
        return self._meant[typed]

    def _search(self, plain: str) -> str | None:
        words = _words(plain)
        is_by_publisher = plain.lower().startswith(PUBLISHERS)
        longest = max(words, key=len, default="").removesuffix("s")
        exact: dict[str, None] = {}
        begun: dict[str, None] = {}
        for spelling, title in self.spellings[is_by_publisher].items():
            if longest not in spelling:
                continue
            if spelling not in self._words:
                self._words[spelling] = _words(spelling)
            full = self._words[spelling]
            if full == words:
                exact[title] = None
            elif is_by_publisher and len(words) > 2 and _begin(full, words):
                begun[title] = None
        simplified = self._simplified(plain)
        for title in (*exact, *begun):
            if any(self._simplified(form) == simplified for form in self.titles[title]):
                return ""
        better = list(dict.fromkeys(self.titles[title][0] for title in exact or begun))
        return better[0] if exact or len(better) == 1 else None

    def _simplified(self, form: str) -> str:
        """A form without commas and its last period; one of two equal words stands for both."""
        words = form.replace(",", "").rstrip(". ").split()
        return " ".join([self.same.get(word, word) for word in words])


_latest = Titles({}, {})


def abbreviation(journals: Journals, typed: str) -> str | None:
    """The abbreviation of the periodical of IEEE that ``typed`` means: empty if it is in a form
    that IEEE prints; None if it means another one.

    ``typed`` may be a full title. If it begins with IEEE, it may also be abbreviated in another
    way: each of its words begins a word of the title, in order, and only one title matches.
    """
    global _latest  # kept, since most runs use the same table
    if _latest.titles is not journals.titles or _latest.same_words is not journals.same_words:
        _latest = Titles(journals.titles, journals.same_words)
    return _latest.meant(typed)


def macro_of(form: str) -> str:
    """The macro of IEEEabrv.bib that prints exactly this form; empty if it has none."""
    macros = table("journal_macros")["macros"]
    return next((macro for macro, (short, _) in macros.items() if short == form), "")


def _in_order(title: str) -> str:
    """A title that ends with what it begins with, as in "Flow, IEEE Transactions on", in order."""
    last, comma, first = title.rpartition(", IEEE")
    return f"IEEE{first} {last}" if comma else title


def _begin(full: list[str], parts: list[str]) -> bool:
    """True if each part may abbreviate its word, as "int." or "intell." does "intelligent"."""
    return len(full) == len(parts) and all(
        word.startswith(part) or (len(part) > 2 and part[-1] == "s" and word.startswith(part[:-1]))
        for word, part in zip(full, parts, strict=True)
    )


def _words(title: str) -> list[str]:
    """The words of a title that its abbreviation keeps, in lowercase; compounds in their parts."""
    words = title.lower().translate(BETWEEN_WORDS).split()
    return [word for word in words if word not in LEFT_OUT]
