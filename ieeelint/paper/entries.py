"""Entries of reference databases: the fields of each work, with the location of every piece."""

from __future__ import annotations

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ieeelint.paper.model import Problem
    from ieeelint.paper.source import Source, Span

SPACES = pattern(r"\s+")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


def month_macro(words: str) -> str:
    """The macro of a month, such as ``sep`` for "September" and "Sept."; empty for other words."""
    name = words.strip(" .{}").lower()
    if name == "sept":
        return "sep"
    return next((month[:3] for month in MONTHS if name in (month, month[:3])), "")


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
    """A field of an entry: its name in lowercase, the pieces of its value, and the value.

    In ``value`` macros are expanded, and any whitespace is one space, as in BibTeX.  ``span``
    covers the value with its delimiters.
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
        """The source of a value that is a single piece in braces or quotes, else None."""
        if len(self.pieces) == 1 and self.pieces[0].kind in ("braces", "quotes"):
            return self.pieces[0].span
        return None


class Entry:
    """An entry: its ``kind`` in lowercase (``article``), ``key``, and fields, read on first use.

    ``family`` has the entries that ``crossref`` may name, by key in lowercase.
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
        """The fields of the entry itself, by name; of duplicates the first, as in BibTeX."""
        if self._fields is None:
            self._fields = self._read(self)
        return self._fields

    @property
    def parent(self) -> Entry | None:
        """The entry that ``crossref`` names."""
        crossref = self.fields.get("crossref")
        parent = self.family.get(crossref.value.lower()) if crossref is not None else None
        return parent if parent is not self else None

    def field(self, *names: str) -> Field | None:
        """The first of these fields that is not empty, in the entry or else in its parent."""
        for name in names:
            field = self.fields.get(name)
            if field is not None and field.value:
                return field
        parent = self.parent
        for name in names if parent is not None else ():
            field = parent.fields.get(name) if parent is not None else None
            if field is not None and field.value:
                return field
        return None

    def value(self, *names: str) -> str:
        """The value of the first of these fields that is not empty; empty without one."""
        field = self.field(*names)
        return field.value if field is not None else ""

    def __repr__(self) -> str:
        return f"Entry({self.kind!r}, {self.key!r})"


class Database:
    """A .bib file: its entries in order, its macros, the TeX of its @preambles, and its problems.

    The problems of the fields of an entry are added when the fields are read.  ``macro_text`` is
    the number of characters that macros have stood for: macros of macros could make it endless.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.entries: list[Entry] = []
        self.macros: dict[str, str] = {}
        self.macro_text = 0
        self.preambles: list[str] = []
        self.problems: list[Problem] = []


class Works:
    """The entries of all databases of a paper, by key in lowercase; of duplicates the first."""

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
    """The text with one space for any whitespace, and none at its ends."""
    return SPACES.sub(" ", text).strip()
