"""Organizations among the names of an entry, also those that "and" divides into two names."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.patterns import any_of, pattern
from ieeelint.rules.support.works import part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.entries import Field
    from ieeelint.tables.part_views import Citations

    Place = tuple[int, int]

PREPOSITION = r"\s(?:of|for|on|in)\s"
# A name does not end with such a word: "Institute of Electrical and …".
ADJECTIVE = r"(?:al|ic|ive|ous|ary)\Z"
LEGAL_FORM_FIRST = r"((?:Inc|Ltd|LLC|Corp|GmbH)\b\.?)\s+(.+)\Z"
SEPARATE, UNCERTAIN, ONE = range(3)  # whether two names are those of two authors


def unbraced_organizations(
    field: Field, places: list[Place], citations: Citations
) -> Iterator[Finding]:
    """Findings about organizations that print as persons, among the names at these places.

    BibTeX reads "Institute of Sand and Technology" as two names, which need the same braces.
    """
    assert field.inside is not None
    text = field.inside.text
    is_organization = pattern(_organization(citations)).search
    if not is_organization(text):
        return
    at = 0
    while at < len(places):
        start, end = places[at]
        relation = SEPARATE
        at += 1
        while at < len(places):
            relation = _relation(text[start:end], text[slice(*places[at])], citations)
            if relation != ONE:
                break
            end = places[at][1]
            at += 1
        name = text[start:end]
        if " " in name and not name.startswith("{") and "," not in name and is_organization(name):
            yield _unbraced(field, start, end, relation != UNCERTAIN)


def _organization(citations: Citations) -> str:
    """An expression for a word of an organization."""
    return rf"\b{any_of(citations.organizations)}(?![\w-])"


def _relation(name: str, following: str, citations: Citations) -> int:
    """Whether the words after "and" are the rest of the name of an organization."""
    if pattern(r"[{},.]").search(name + following) or following in ("", "others"):
        return SEPARATE
    is_organization = pattern(_organization(citations)).search
    *others, last = following.split()
    may_end = last in citations.organization_ends or (not others and is_organization(last))
    if not pattern(PREPOSITION).search(name):
        if is_organization(name) or not is_organization(following):
            return SEPARATE
        return ONE if name.split()[-1] in citations.organization_ends else SEPARATE
    if pattern(ADJECTIVE).search(name):
        return ONE
    if pattern(PREPOSITION).search(following):
        return SEPARATE
    if may_end:
        return ONE
    return SEPARATE if is_organization(following) or " and " in name else UNCERTAIN


def _unbraced(field: Field, start: int, end: int, is_certain: bool) -> Finding:
    """A finding about an organization that prints as a person."""
    assert field.inside is not None
    typed = field.inside.text[start:end]
    span = part(field, start, end)
    *first, last = typed.partition(" and ")[0].split()
    initials = [f"{word[0]}." if word[0].isupper() else word for word in first]
    printed = " ".join([*initials, last])
    name = pattern(LEGAL_FORM_FIRST).sub(r"\2 \1", typed)  # databases write "Inc Flow"
    shown = " ".join(name.split())
    return Finding(
        span,
        f"Put braces around an organization: {{{shown}}}. Without them, it prints as a person:"
        f' "{printed}".',
        Fix(Edit(span, f"{{{name}}}"), safe=is_certain),
    )
