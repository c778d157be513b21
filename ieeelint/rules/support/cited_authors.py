"""The surnames of the authors of a cited work, from databases or typed lists."""

from __future__ import annotations

import re

from ieeelint.paper.bibtex_names import parse, split_names
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Pattern

    from ieeelint.context import Context
    from ieeelint.paper.citation_marks import CitationPlace

LONGEST_LIST = 300  # characters of a typed entry that may be names
TITLE = r"[“\"‘]|\b(?:19|20)\d\d\b"
# An entry that says that its authors are hidden.
HIDDEN = r"(?i:anonym|blind|omitted|withheld|removed\sfor)"
TEX = r"\\[a-zA-Z]+\s?|[{}\\]|\\['\"`^~=.]"


class CitedAuthors:
    """The authors of the works that a draft cites."""

    def __init__(self, context: Context) -> None:
        paper = context.paper
        self._works = paper.works.by_key if paper.works is not None else {}
        self._typed = [_head(entry.passage.plain) for entry in paper.references]
        self._by_key = {entry.key: at for at, entry in enumerate(paper.references)}
        self._surnames = {name: _expression(name) for name in context.identity.surnames}

    def _entries(self, place: CitationPlace) -> list[str]:
        """The names of each work cited at a place, as typed."""
        if place.citation is None:
            numbers = [number - 1 for number in place.all_numbers]
            return [self._typed[number] for number in numbers if number < len(self._typed)]
        names = []
        for key, _ in place.citation.keys:
            entry = self._works.get(key.lower())
            if entry is not None:
                field = entry.value("author", "editor")
                names.append(" ".join(map(_surname, split_names(field))))
            elif key in self._by_key:
                names.append(self._typed[self._by_key[key]])
        return names

    def shared(self, place: CitationPlace) -> list[str]:
        """The surnames that the authors of the draft share with those of the works."""
        entries = self._entries(place)
        return [
            name
            for name, expression in self._surnames.items()
            if any(expression.search(entry) for entry in entries)
        ]

    def are_hidden(self, place: CitationPlace) -> bool:
        """True if the entries hide their authors, as calls for papers ask."""
        entries = self._entries(place)
        return bool(entries) and all(pattern(HIDDEN).search(entry) for entry in entries)


def _head(entry: str) -> str:
    """The part of a typed entry before its title and its year."""
    words = entry.strip()[:LONGEST_LIST]
    match = pattern(TITLE).search(words)
    return words if match is None else words[: match.start()]


def _surname(name: str) -> str:
    """The surname in a field of BibTeX, without its commands."""
    _, particle, last, _ = parse(name)
    words = " ".join(word for _, word in (*particle, *last))
    joined = "-".join(word for _, word in last)  # a surname with a hyphen is two tokens
    return pattern(TEX).sub("", f"{words} {joined}")


def _expression(name: str) -> Pattern[str]:
    """The expression for a surname, also in capitals."""
    forms = "|".join(map(re.escape, (name, name.upper(), name.capitalize())))
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])")  # of one draft: not to be kept
