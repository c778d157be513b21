"""The authors of a reference typed by hand: their first names, "&", and "and" before the last."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.reference_parts import INITIALS, NAME, SURNAME
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.reference_parts import Parts

AMPERSAND = rf"{INITIALS}{SURNAME},?\s(&)\s(?={NAME})"
SEPARATOR = r"\s*[,;]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+"
PERSON = r"[^\W\d_][\w'’.\u2010-]*(?:\s[^\W\d_][\w'’.\u2010-]*){1,3}\Z"
FULL = r"[A-Z\u00c0-\u024f][a-z\u00df-\u024f][\w'’-]*"  # a given name, not an initial
# "Mary B. Lima, Flow" and "Mary B. Lima. 2019": the initial shows that it is a person.
MIDDLE = rf"({FULL}(?:\s[A-Z]\.){{1,2}}\s{SURNAME})(?=[.,]\s)"
BEFORE_YEAR = r"(.{5,200}?)\.\s\(?(?:19|20)\d\d[a-z]?\)?\.\s"
# "Lima, Mary B., and Bo Costa. “Flow": the given names after the surname.
INVERTED = (
    rf"({SURNAME}),\s({FULL}(?:\s(?:[A-Z]\.|{FULL}))?)"
    rf"(?=[.,]?\s*[“\"]|,?\s(?:and|&|et\sal)|,\s{FULL}\s(?:[A-Z]\.\s)?{FULL})"
)
# "Lima, Mary and Costa, B. Flow": the second name shows that the first is one, too.
INVERTED_TWICE = (
    rf"({SURNAME}),\s({FULL}(?:\s(?:[A-Z]\.|{FULL}))?)(?:,?\s(?:and|&)\s|;\s)"
    rf"{SURNAME},\s(?:{FULL}|[A-Z]\.)"
)
# "Mary Lima and Bo Costa. A study of flow. Journal of Flow, 3(2):5–9": as plain.bst prints it.
BEFORE_TITLE = r"(?s:(.{5,300}?[^\W\d_]{2}))\.\s(?=[A-Z\d“][^.]{7,300}\.\s+\S)"
OF_ARTICLE = r"\d\s?\(\d+\):\s?\d|\d:\s?\d+[–-]|\bpages\s\d|\bvol\.\s?\d|\bpp\.\s?\d"
# "Lima MB, Costa B. Flow", "Lima MB: Flow".
INITIALS_LAST = r"([A-Z\u00c0-\u024f][a-z\u00df-\u024f'’-]+)\s([A-Z]{1,3})(?=(?P<end>[,.:])\s)"
PARTICLES = "al ben bin da de del della der di dos du el ibn la le st van von".split()
# "Lima et al., “Flow", "Lima, Costa, and Reis, “Flow".
ONE_NAME = r"[A-Z\u00c0-\u024f][a-z\u00df-\u024f]+(?:-[A-Z][a-z]+)?"
SURNAMES = (
    rf"(?:{ONE_NAME},?\set\sal|{ONE_NAME}(?:,\s{ONE_NAME})+,?\s(?:and|&)\s{ONE_NAME})"
    rf"(?=\.?,?\s*[“\"])"
)
# "2019;7:5–9", "7(2):5–9": the numbers that follow such names.
NUMBERS = r"\d{4};\s?\d+|\d\s?\(\d+\):\s?\d"


def names_in_other_form(context: Context, parts: Parts) -> Finding | None:
    """The first name of the entry that is not written as "M. B. Lima"."""
    surnames = _surnames_only(context, parts)
    if surnames is not None:
        finding = Finding(
            context.paper.text.span(*surnames),
            "Write the initials of an author before the surname: A. Lima.",
        )
        finding.any_language = context.paper.format == "word"
        return finding
    found = _inverted(context, parts) or _initials_last(parts) or _full(context, parts)
    if found is None:
        return None
    start, end, name = found
    finding = Finding(
        context.paper.text.span(start, end),
        f'Write an author with initials before the surname: "{name}".',
    )
    finding.any_language = context.paper.format == "word"
    return finding


def names_people(context: Context, parts: Parts) -> bool:
    """True for an entry that begins with names of people in any form."""
    if parts.names is not None:
        return True
    start = parts.title[0] if parts.title is not None else parts.end
    if pattern(r"\bet\sal\b").search(parts.plain, parts.start, start):
        return True
    return bool(_inverted(context, parts) or _full(context, parts))


def _short(given: str, surname: str) -> str:
    """The name as IEEE prints it."""
    names = given.split()
    while names[1:] and names[-1].lower() in PARTICLES:
        surname = f"{names.pop()} {surname}"
    return " ".join(f"{name[0].upper()}." for name in names) + f" {surname}"


def _surnames_only(context: Context, parts: Parts) -> tuple[int, int] | None:
    """ "Lima et al., “Flow …", "Lima, Costa, and Reis, “Flow …" """
    match = pattern(SURNAMES).match(parts.plain, parts.start, parts.end)
    return None if match is None or _names_organization(context, match[0]) else match.span()


def _inverted(context: Context, parts: Parts) -> tuple[int, int, str] | None:
    """ "Lima, Mary B. “Flow …" """
    twice = pattern(INVERTED_TWICE).match(parts.plain, parts.start, parts.end)
    if twice is not None and not parts.quoted:
        return twice.start(), twice.end(2), _short(twice[2], twice[1])
    match = pattern(INVERTED).match(parts.plain, parts.start, parts.end)
    if match is None or not parts.quoted or parts.title is None:
        return None
    if _names_organization(context, parts.plain[parts.start : parts.title[0] - 1]):
        return None
    return match.start(), match.end(), _short(match[2], match[1])


def _initials_last(parts: Parts) -> tuple[int, int, str] | None:
    """ "Lima MB, Costa B. Flow …" """
    match = pattern(INITIALS_LAST).match(parts.plain, parts.start, parts.end)
    if match is None or parts.quoted:
        return None
    second = pattern(rf",\s{INITIALS_LAST}").match(parts.plain, match.end(), parts.end)
    if second is None and not (match["end"] != "," and parts.has(NUMBERS)):
        return None
    return match.start(), match.end(), _short(" ".join(match[2]), match[1])


def _full(context: Context, parts: Parts) -> tuple[int, int, str] | None:
    """ "Mary B. Lima and Bo Costa, “Flow …" """
    before_year = pattern(BEFORE_YEAR).match(parts.plain, parts.start, parts.end)
    before_title = None
    if not parts.quoted and before_year is None and parts.has(OF_ARTICLE):
        before_title = pattern(BEFORE_TITLE).match(parts.plain, parts.start, parts.end)
    if parts.quoted and parts.title is not None:
        end = parts.title[0] - 1
    elif before_year is not None:
        end = before_year.end(1)
    elif before_title is not None:
        end = before_title.end(1)
    else:
        match = pattern(MIDDLE).match(parts.plain, parts.start, parts.end)
        title = parts.italics[0][0] if parts.italics else parts.start
        end = match.end() if match is not None else title
    words = parts.plain[parts.start : end].rstrip(' ,.;:”"\u00a0\n')
    if not words or _names_organization(context, words):
        return None
    people = _people(words)
    is_sure = len(people) > 1 or pattern(MIDDLE).match(f"{words}, ") is not None
    if before_title is not None:
        is_sure = all(map(_is_capitalized, people))
    if not is_sure or not all(pattern(PERSON).match(person) for person in people):
        return None
    for person in people:
        *given, surname = person.split()
        is_full = pattern(rf"{FULL}\Z").match(given[0]) is not None
        if is_full and given[0].lower() not in PARTICLES:
            start = parts.start + words.index(person)
            name = _short(" ".join(given), surname[0].upper() + surname[1:])
            return start, start + len(person), name
    return None


def _is_capitalized(person: str) -> bool:
    """True for "Mary de Lima", not for "wet pipes"."""
    return all(word[0].isupper() or word in PARTICLES for word in person.split())


def _people(words: str) -> list[str]:
    """The names of a list, without "et al." and marks of footnotes."""
    names = pattern(r",?\s(?:and\s)?et\sal\.?\Z").sub("", words)
    pieces = (piece.strip(" .\u00a0\n0123456789") for piece in pattern(SEPARATOR).split(names))
    return list(filter(None, pieces))


def _names_organization(context: Context, words: str) -> bool:
    """True if one of the authors is an organization, or the words are not names."""
    organizations = context.vocabulary.citations.organizations
    return pattern(r"\b(?:of|the|for|in|on|with|by)\b").search(words.lower()) is not None or any(
        word.strip(".,;") in organizations for word in words.split()
    )


def ampersand(paper: Paper, parts: Parts) -> Finding | None:
    """ "&" between the authors."""
    match = pattern(AMPERSAND).search(parts.plain, parts.start, min(parts.start + 300, parts.end))
    if match is None or parts.in_title(match.start(1)):
        return None
    span = paper.text.span(*match.span(1))
    return Finding(span, 'Write "and" between the authors, not "&".', Fix(Edit(span, "and")))


def no_and(paper: Paper, parts: Parts) -> Finding | None:
    """Authors separated only by commas, without "and" before the last."""
    if parts.names is None or parts.title is None or not parts.quoted:
        return None
    words = parts.plain[parts.names[0] : parts.names[1]]
    people = [match.span() for match in pattern(NAME).finditer(words)]
    if (
        len(people) < 2
        or " and " in words
        or pattern(r"\bet\sal\b").search(words)
        or parts.names[1] + 4 < parts.title[0]
    ):
        return None
    start = parts.names[0] + people[-1][0]
    return Finding(
        paper.text.span(start, parts.names[0] + people[-1][1]),
        f'Write "and" before the last author: "{", " if len(people) > 2 else ""}and'
        f' {words[slice(*people[-1])]}".',
    )
