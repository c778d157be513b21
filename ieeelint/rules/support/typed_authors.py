"""The authors of a reference typed by hand: first names, "&", and "and" before the last."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.reference_parts import INITIALS, NAME, SURNAME
from ieeelint.patterns import any_of, pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.reference_parts import Parts

AMPERSAND = rf"{INITIALS}{SURNAME},?\s(&)\s(?={NAME})"
GIVEN = r"[A-Z][a-z\u00e0-\u017f]{2,}(?:-[A-Z]?[a-z\u00e0-\u017f]+)?"
PARTICLES = ("de", "van", "von", "der", "den", "del", "da", "di", "du", "la", "le", "bin", "al")
FULL_NAME = rf"{GIVEN}(?:\s(?:[A-Z]\.|{GIVEN}|{any_of(PARTICLES)})){{0,3}}\s{SURNAME}"
FULL_NAMES = rf"{FULL_NAME}(?:,\s{FULL_NAME}){{0,8}}(?:,?\sand\s{FULL_NAME})?(?=[\s.,:])"
NEAR = 4  # characters between the authors and the title: a comma, a space, and a quotation mark


def full_names(context: Context, parts: Parts) -> Finding | None:
    """Authors with their first names in full, right before the title.

    A single name of two words may be that of an organization: "Flow Society".
    """
    paper = context.paper
    match = pattern(FULL_NAMES).match(parts.plain, parts.start, parts.end)
    if match is None:
        return None
    titles = [*(start for start, _ in parts.italics), *([parts.title[0]] if parts.title else ())]
    if not any(0 <= start - match.end() <= NEAR for start in titles):
        return None
    people = [person.group() for person in pattern(FULL_NAME).finditer(match.group())]
    organizations = context.vocabulary.citations.organizations
    if any(word in organizations for name in people for word in name.split()):
        return None
    if len(people) < 2 and not pattern(r"\s[A-Z]\.\s").search(people[0]):
        return None
    *given, surname = people[0].split()
    if given[-1] in PARTICLES:
        surname = f"{given.pop()} {surname}"
    initials = " ".join(f"{name[0]}." for name in given)
    return Finding(
        paper.text.span(*match.span()),
        f'Shorten the first names of authors to initials: "{initials} {surname}".',
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
