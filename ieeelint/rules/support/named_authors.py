"""The authors of the works that a citation names, and names in the text before it."""

from __future__ import annotations

import unicodedata

from ieeelint.paper.bibtex_names import parse, split_names
from ieeelint.paper.typed_names import IN_FULL, PARTICLES, WORD, names_at
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.citation_marks import CitationPlace
    from ieeelint.paper.entries import Entry
    from ieeelint.paper.reference_parts import Parts

ONE = rf"(?<![\w.’'-]){PARTICLES}{WORD}"
BEFORE = (
    rf"(?P<first>{ONE})(?:\s(?P<et_al>et\.?\s?al\b\.?)(?:['’]s?)?|\sand\s(?P<second>{ONE})(?:['’]s?)?)"
    r"(?:,?\s?\(?(?P<year>(?:19|20)\d\d)[a-z]?\)?)?,?\s?\Z"
)
LONGEST = 90  # characters of the names before a citation
# Letters that are one sign in one spelling, and two in another: Müller and Mueller, Łukasz.
SPELLINGS = str.maketrans({"ß": "ss", "ø": "o", "æ": "a", "œ": "o", "ł": "l", "đ": "d", "ı": "i"})


class Authors:
    """The authors of a work: surnames and given names in order, as printed; ``is_whole`` is false
    if "et al." stands for more people.  ``year`` is 0 if it is not known.
    """

    __slots__ = ("people", "is_whole", "year")

    def __init__(self, people: list[tuple[str, str]], is_whole: bool, year: int) -> None:
        self.people = people
        self.is_whole = is_whole
        self.year = year

    @property
    def shown(self) -> str:
        """ "Lima", "Lima and Costa", or "Lima et al."."""
        surnames = [surname for surname, _ in self.people]
        if len(surnames) > 2 or not self.is_whole:
            return f"{surnames[0]} et al."
        return " and ".join(surnames)

    def has(self, name: str) -> bool:
        """True if a name in the text is the surname or a given name of an author."""
        return any(is_same(name, part) for person in self.people for part in person)

    def has_first(self, name: str) -> bool:
        """The same, of the first author."""
        return any(is_same(name, part) for part in self.people[0])


class NamedAuthors:
    """The authors of the works of a draft, by the key or the number of the reference."""

    def __init__(self, context: Context) -> None:
        self._typed = {
            key: parts
            for number, (entry, parts) in enumerate(context.index.typed_entries, 1)
            for key in (entry.key, str(number))
        }
        self._is_whole_list = len(context.index.typed_entries) == len(context.paper.references)
        works = context.paper.works
        self._entries = works.by_key if works is not None else {}
        self._known: dict[str, Authors | None] = {}

    def of(self, place: CitationPlace) -> list[Authors] | None:
        """The authors of each work that is cited at a place; None if those of one are not known."""
        if place.citation is not None:
            keys = [key for key, _ in place.citation.keys]
        else:
            if not self._is_whole_list:  # an empty entry moves the numbers
                return None
            keys = [str(number) for number in place.all_numbers]
        found = [self._authors(key) for key in keys]
        known = [authors for authors in found if authors is not None]
        return known if known and len(known) == len(found) else None

    def _authors(self, key: str) -> Authors | None:
        if key not in self._known:
            entry = self._entries.get(key.lower())
            parts = self._typed.get(key)
            self._known[key] = (
                _of_entry(entry)
                if entry is not None
                else _of_typed(parts)
                if parts is not None
                else None
            )
        return self._known[key]


def _of_entry(entry: Entry) -> Authors | None:
    from ieeelint.printing.words import plain

    field = entry.value("author", "editor")
    people = []
    names = split_names(field) if field else []
    for name in names:
        if name == "others":
            continue
        if name.startswith("{") and not name.startswith("{\\"):
            return None  # an organization
        given, particle, surname, _ = (
            plain("".join((sign or " ") + word for sign, word in part)).strip()
            for part in parse(name)
        )
        people.append((f"{particle} {surname}".strip(), given))
    year = pattern(r"\d{4}").match(entry.value("year", "date"))
    is_whole = "others" not in names
    return Authors(people, is_whole, int(year.group()) if year else 0) if people else None


def _of_typed(parts: Parts) -> Authors | None:
    names = names_at(parts.plain, parts.start, parts.end)
    if names is None or names.form in IN_FULL and len(names.people) < 2:
        return None  # two capitalized words may be an organization
    people = [(person.surname, person.given) for person in names.people]
    return Authors(people, not names.has_others, 0)


def is_same(first: str, second: str) -> bool:
    """True if two spellings can be the same name, without accents, hyphens, and particles."""
    one, other = _words(first), _words(second)
    return bool(other) and (
        one[-1] == other[-1] or "".join(one) == "".join(other) or one[-1] in other
    )


def _words(name: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", name.lower().translate(SPELLINGS))
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    plain = pattern(r"[’'`]").sub("", plain)
    plain = pattern(r"([aou])e").sub(r"\1", plain)
    return pattern(r"[\s\u00a0‐-]+").sub(" ", plain).split()
