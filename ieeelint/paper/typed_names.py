"""The names at the beginning of a typed reference, in the form of any style."""

from __future__ import annotations

from ieeelint.patterns import pattern
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

CAPITAL = r"[A-Z\u00c0-\u00de\u0100-\u024f]"
PARTICLES = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|[Dd]os|[Dd]u|[Ll]a|[Ll]e"
    r"|[Ee]l|[Aa]l|[Bb]in|[Ii]bn|[Tt]er|[Tt]en|[Ss]t\.)[\s\u00a0])*"
)
LETTERS = r"(?:[^\W\d_]|[\u0300-\u036f])+"  # also with an accent that is a separate character
WORD = rf"(?:[dDO]['’])?(?![A-Z\u00c0-\u00de]{{2}}){CAPITAL}{LETTERS}(?:['’‐-]{LETTERS})*"
SURNAME = rf"{PARTICLES}{WORD}(?:[\s\u00a0]{WORD}){{0,2}}?"
SUFFIX = r"(?:,?[\s\u00a0](?:(?:Jr|Sr)\b\.?|(?:II|III|IV)\b))?"
INITIALS = rf"{CAPITAL}[a-z]?\.(?:[\s\u00a0]?-?{CAPITAL}[a-z]?\.)*"
BARE_INITIALS = rf"{CAPITAL}(?:-?{CAPITAL}){{0,3}}(?![\w’']|\.,)"
GIVEN = rf"(?:{WORD}|{CAPITAL}\.)(?:[\s\u00a0-](?:{WORD}|{CAPITAL}\.)){{0,2}}?"
SPACE = r"[\s\u00a0]"
GIVEN_INITIALS = rf"(?P<given>{INITIALS})"
GIVEN_NAMES = rf"(?P<given>{GIVEN})"
FAMILY = rf"(?P<surname>{SURNAME})(?P<suffix>{SUFFIX})"
ONE_FAMILY = rf"(?P<surname>{PARTICLES}{WORD})(?P<suffix>{SUFFIX})"
PERSONS = {
    "initials first": rf"{GIVEN_INITIALS}{SPACE}?{FAMILY}",  # A. B. Lima
    "initials last": rf"{FAMILY},{SPACE}?{GIVEN_INITIALS}",  # Lima, A. B.
    "bare initials": (  # Lima AB
        rf"(?P<surname>{SURNAME}){SPACE}(?P<given>{BARE_INITIALS})(?P<suffix>{SUFFIX})"
    ),
    "full names": rf"(?!{CAPITAL}\.){GIVEN_NAMES}{SPACE}{ONE_FAMILY}",  # Ana B. Lima
    "inverted names": rf"{FAMILY},{SPACE}{GIVEN_NAMES}",  # Lima, Ana B.
}
IN_FULL = ("full names", "inverted names")
# What the other names of a list look like, if only the first is inverted.
OTHERS = {"inverted names": ("full names", "inverted names")}
OMITTED = r"…|\.\s?\.\s?\."
BETWEEN = (
    rf",?\s*(?:,\s*)?(?:{OMITTED})\s*(?:&|and)?\s*|[,;]?\s+(?:and|&)\s+"
    r"|[,;]\s*(?:(?:and|&)\s+)?"
)
ET_AL = r"[,;]?\s+(?:and\s+)?(?:et\.?[\s\u00a0]al\b\.?|others\b)"
# What may follow the names: a year, a title in quotation marks, or punctuation.
AFTER = r"\s*(?:[.,:;]*\s*(?:\(|[“\"‘„`])|[.,:;)]|\Z)|(?<=\.)\s"


class Name:
    """A person: the given names or initials, the surname, and "Jr."."""

    __slots__ = ("given", "surname", "suffix")

    def __init__(self, given: str, surname: str, suffix: str) -> None:
        self.given = given
        self.surname = surname
        self.suffix = suffix

    @property
    def inverted(self) -> str:
        """The name as BibTeX reads it without doubt: "Lima, Jr., A. B."."""
        return ", ".join(filter(None, (self.surname, self.suffix, self.given)))


class Names:
    """A list of people that ends at ``end``; ``form`` is one of the keys of PERSONS.

    ``has_others`` is true if "et al." stands for more people.
    """

    __slots__ = ("people", "has_others", "end", "form")

    def __init__(self, people: list[Name], has_others: bool, end: int, form: str) -> None:
        self.people = people
        self.has_others = has_others
        self.end = end
        self.form = form

    @property
    def field(self) -> str:
        """The names as BibTeX has them."""
        if self.has_others:  # the guide names only the first
            return f"{self.people[0].inverted} and others"
        return " and ".join(person.inverted for person in self.people)


def names_at(
    plain: str, start: int, end: int, forms: Sequence[str] = tuple(PERSONS)
) -> Names | None:
    """The list of names that begins at ``start``; None if no form matches, or if a name in full is
    that of an organization.
    """
    best: Names | None = None
    for form in forms:
        names = _list(plain, start, end, form)
        if names is None or pattern(AFTER).match(plain, names.end, end) is None:
            continue
        if form in IN_FULL and _names_organization(plain[start : names.end]):
            continue
        if best is None or names.end > best.end:
            best = names
    return best


def _names_organization(words: str) -> bool:
    organizations = table("citations")["organizations"]["words"]
    return any(word.strip(".,;") in organizations for word in words.split())


def _list(plain: str, start: int, end: int, form: str) -> Names | None:
    people: list[Name] = []
    at = last = start
    is_joined = omits = False
    others = OTHERS.get(form, (form,))
    while True:
        match = None
        for one in (form,) if not people else others:
            match = pattern(rf"{PERSONS[one]}(?={BETWEEN}|{ET_AL}|{AFTER})").match(plain, at, end)
            if match is not None:
                break
        if match is None:
            break
        people.append(_name(match["given"], match["surname"], match["suffix"]))
        last = match.end()
        if (et_al := pattern(ET_AL).match(plain, last, end)) is not None:
            return Names(people, True, et_al.end(), form)
        between = pattern(BETWEEN).match(plain, last, end)
        joins = between is not None and pattern(r"\b(?:and|&)\s|&").search(between[0]) is not None
        if between is None or is_joined and not joins:  # a name after "and" is the last
            break
        is_joined = joins
        omits = omits or pattern(OMITTED).search(between[0]) is not None
        others = (one,) if len(people) > 1 else others
        at = between.end()
    return Names(people, omits, last, form) if people else None


def _name(given: str, surname: str, suffix: str) -> Name:
    given, surname = (" ".join(words.replace("\u00a0", " ").split()) for words in (given, surname))
    if pattern(BARE_INITIALS).fullmatch(given) and given.isupper() and len(given) <= 3:
        given = pattern(rf"({CAPITAL})(?!\.)").sub(r"\1. ", given).replace(". -", ".-").strip()
    given = pattern(r"\.(?=[^\s.\-])").sub(". ", given)
    return Name(given, surname, suffix.strip(" ,\u00a0"))
