"""What BibTeX reads in a name that the author did not mean: too many commas, numbers, titles, and
letters that it cannot shorten.
"""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.bibtex_names import parse, printed
from ieeelint.paper.bibtex_strings import characters
from ieeelint.paper.tex_letters import composed
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, WARNING
from ieeelint.rules.support.works import part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.entries import Field

# Numbers that databases add to equal names of several persons: "Bo Costa 0001".
NUMBER = r"\s+\d{4}\Z"
TITLES = r"(?:(?:Dr|Prof|Mrs?|Ms|Professor)\b\.?(?:[\s~]+|-(?:Ing|Eng)\.\s*))+"
DEGREES = r",?\s+(?:Ph\.?\s?D|M\.?D|M\.?Sc)\.?\Z"
# The middle part of "Lima, Jr., Ana".
SUFFIX = r"(?i)(?:\{?\s*(?:jr|sr|[ivx]{1,4}|[2-4](?:nd|rd|th))\.?\s*\}?)?\Z"
EXTENDED = r"(?:family|given|prefix|suffix)(?:-i)?\s*="  # a name in biblatex's extended form
MOST_COMMAS = 2
# What a field has if one of its names may have a finding; most have none of it.
SUSPECT = (
    r"[^\x00-\x7f]|\d{4}|=|\b(?:Dr|Prof|Professor|Mrs?|Ms)\b|\bPh\.?\s?D\b|\bM\.?(?:D|Sc)\b"
    r"|,\s*(?:and\s|\Z|,)|,(?:(?!\sand\s)[^,])*,"
)


def in_names(field: Field, places: list[tuple[int, int]], is_biblatex: bool) -> Iterator[Finding]:
    """Findings about the names at these places of a field."""
    assert field.inside is not None
    if pattern(SUSPECT).search(field.inside.text):
        for start, end in places:
            yield from in_name(field, start, end, is_biblatex)


def in_name(field: Field, start: int, end: int, is_biblatex: bool) -> Iterator[Finding]:
    """Findings about one name, which is at a place in the field; at most one that counts."""
    assert field.inside is not None
    name = field.inside.text[start:end]
    commas = _commas(name)
    if pattern(EXTENDED).match(name):
        if not is_biblatex:
            yield Finding(
                part(field, start, end),
                "Only biblatex reads names in this form. Write the surname, a comma, and the given"
                " names.",
                severity=ERROR,
            )
    elif commas and not name[commas[-1] + 1 :].strip():
        at = start + commas[-1]
        yield Finding(
            part(field, start, end),
            "BibTeX stops at a name that ends with a comma. Delete the comma.",
            Fix(Edit(part(field, at, end), "")),
            ERROR,
        )
    elif len(commas) > MOST_COMMAS or (
        len(commas) == MOST_COMMAS
        and not pattern(SUFFIX).match(name[commas[0] + 1 : commas[1]].strip())
    ):
        yield Finding(
            part(field, start, end),
            'Join names with "and". A name has one comma, between surname and given names, and a'
            ' second only for a suffix such as "Jr."',
            severity=ERROR,
        )
    else:
        yield from _in_words(field, name, start, is_biblatex)


def _commas(name: str) -> list[int]:
    """The positions of the commas outside braces."""
    places, at = [], 0
    for character in characters(name):
        if character == ",":
            places.append(at)
        at += len(character)
    return places


def _in_words(field: Field, name: str, start: int, is_biblatex: bool) -> Iterator[Finding]:
    """Words that are not part of a name, and given names that BibTeX cannot shorten."""
    for expression, what in ((NUMBER, "number"), (TITLES, "title"), (DEGREES, "degree")):
        match = pattern(expression).search(name) if what != "title" else pattern(TITLES).match(name)
        if match is None:
            continue
        words = match.group().strip(" ,")
        span = part(field, start + match.start(), start + match.end())
        yield Finding(
            span,
            f'Delete "{words}": the style prints it as a part of the name, "{_shown(name)}".',
            Fix(Edit(span, "")),
            WARNING,
        )
        return
    if is_biblatex or name.isascii():
        return
    for _, token in parse(name)[0]:
        letter = token[0]
        if (
            len(letter.encode(field.span.source.encoding.removesuffix("-sig"))) == 1
            or not letter.isalpha()
        ):
            continue
        at = start + name.index(token)
        better = composed(letter)
        advice = f"Write {better}{token[1:]}" if better != letter else "Write it in Latin letters"
        yield Finding(
            part(field, at, at + len(token)),
            f'BibTeX cannot shorten "{token}", because it does not know the letter "{letter}", and'
            f" may print half of it. {advice}.",
            Fix(Edit(part(field, at, at + 1), better)) if better != letter else None,
            WARNING,
        )
        return


def _shown(name: str) -> str:
    """A name as the style prints it, without ties."""
    return printed(name).replace("~", " ")
