"""Entries of reference databases: what a .bib file says of each work, with the place of every
piece.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ieeelint.paper.model import Problem
    from ieeelint.paper.source import Source, Span

SPACES = re.compile(r"\s+")


class Piece:
    """Part of a field's value between ``#`` signs.

    ``kind`` is ``braces``, ``quotes``, ``number`` or ``macro``; ``span`` covers
    the characters inside the delimiters.
    """

    __slots__ = ("kind", "span")

    def __init__(self, kind: str, span: Span) -> None:
        self.kind = kind
        self.span = span


class Field:
    """One field of an entry: its name in lower case, the pieces of its value, the value with
    macros expanded.

    ``span`` covers the value with its delimiters.  Runs of blanks in ``value``
    are one space, as BibTeX has them.
    """

    __slots__ = ("name", "name_span", "span", "pieces", "value")

    def __init__(
        self, name: str, name_span: Span, span: Span, pieces: list[Piece], value: str
    ) -> None:
        self.name = name
        self.name_span = name_span
        self.span = span
        self.pieces = pieces
        self.value = value

    @property
    def inside(self) -> Span | None:
        """The characters of a value that is one piece in braces or quotes; None for any other."""
        if len(self.pieces) == 1 and self.pieces[0].kind in ("braces", "quotes"):
            return self.pieces[0].span
        return None


class Entry:
    """One entry: ``kind`` in lower case (``article``), ``key``, and its fields, read when first
    asked for.

    ``family`` has the entries among which ``crossref`` looks for the parent, by key in lower case.
    """

    __slots__ = ("kind", "key", "key_span", "span", "family", "_fields", "_read")

    def __init__(
        self,
        kind: str,
        key: str,
        key_span: Span,
        span: Span,
        read: Callable[[Entry], dict[str, Field]],
    ) -> None:
        self.kind = kind
        self.key = key
        self.key_span = key_span
        self.span = span
        self.family: dict[str, Entry] = {}
        self._fields: dict[str, Field] | None = None
        self._read = read

    @property
    def fields(self) -> dict[str, Field]:
        """The entry's own fields, by name; of a name given twice the first, as BibTeX has it."""
        if self._fields is None:
            self._fields = self._read(self)
        return self._fields

    @property
    def parent(self) -> Entry | None:
        """The entry that ``crossref`` names."""
        named = self.fields.get("crossref")
        found = self.family.get(named.value.lower()) if named is not None else None
        return found if found is not self else None

    def field(self, *names: str) -> Field | None:
        """The first of these fields that is there and not empty, its parent's included."""
        for name in names:
            found = self.fields.get(name)
            if found is not None and found.value:
                return found
        parent = self.parent
        for name in names if parent is not None else ():
            found = parent.fields.get(name) if parent is not None else None
            if found is not None and found.value:
                return found
        return None

    def value(self, *names: str) -> str:
        """The value of the first of these fields that is there; empty for none."""
        found = self.field(*names)
        return found.value if found is not None else ""

    def __repr__(self) -> str:
        return f"Entry({self.kind!r}, {self.key!r})"


class Database:
    """One .bib file: its entries in order, its macros, and what could not be read.

    Problems of an entry's fields are known once its fields are asked for.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.entries: list[Entry] = []
        self.macros: dict[str, str] = {}
        self.problems: list[Problem] = []


class Works:
    """The entries of all databases of a paper, by key without regard to case, the first of each."""

    def __init__(self, databases: list[Database]) -> None:
        self.databases = databases
        self.by_key: dict[str, Entry] = {}
        self.duplicates: list[Entry] = []
        for database in databases:
            for entry in database.entries:
                entry.family = self.by_key
                if self.by_key.setdefault(entry.key.lower(), entry) is not entry:
                    self.duplicates.append(entry)

    def __iter__(self) -> Iterator[Entry]:
        return (entry for database in self.databases for entry in database.entries)


def folded(text: str) -> str:
    """The text with each run of blanks made one space, and none at its ends."""
    return SPACES.sub(" ", text).strip()
