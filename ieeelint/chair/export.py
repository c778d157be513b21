"""The export of a submission system, compared with the papers: title, authors, and their order."""

from __future__ import annotations

import csv
import io
import unicodedata

from ieeelint.chair.front import split
from ieeelint.inputs import InputError, text_of
from ieeelint.patterns import pattern
from ieeelint.phrases import listed, quoted
from ieeelint.settings import SettingsError
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.chair.assessing import Record

SEPARATORS = ",;\t"
LARGEST_CELL = 10_000_000  # characters
REMEDY = 'name the columns in the settings: batch.export = {id = "…", title = "…", authors = "…"}'
# Additions to a name: the organization, the mark of the corresponding author, an address.
AROUND = r"\([^()]*\)|<[^<>]*>|\[[^\[\]]*\]|[*†‡]"
# A number alone; after the word paper; at the beginning of a name.
NUMBERS = (
    r"0*([0-9]+)\Z",
    r"(?:.*[\s_#-])?(?:paper|submission|manuscript)[\s_#-]*0*([0-9]+)\Z",
    r"0*([0-9]+)(?=[\s_#.-])",
)
SIGNS = r"[^\w\s]|_"
LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
)


class Export:
    """The papers of a CSV file by their ids.

    ``columns`` names the headers of the columns ``id``, ``title``, and ``authors``; headers of
    EasyChair and CMT are known.  Raises SettingsError if the file or a column is missing.
    """

    def __init__(self, path: str, columns: dict[str, str]) -> None:
        self.path = path
        self.papers: dict[str, tuple[str, list[str]]] = {}
        try:
            text = text_of(path)
        except InputError as error:
            raise SettingsError(f"{path}: {error}") from None
        if not text.strip():
            raise SettingsError(f"{path}: is empty")
        first = text.split("\n", 1)[0]
        delimiter = max(SEPARATORS, key=first.count)
        csv.field_size_limit(LARGEST_CELL)
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        except csv.Error as error:
            raise SettingsError(f"{path}: is not a CSV file ({error})") from None
        header = [name.strip() for name in rows[0]] if rows else []
        places = {name: _column(name, header, columns, path) for name in ("id", "title", "authors")}
        for row in rows[1:]:
            cells = {name: row[at].strip() if at < len(row) else "" for name, at in places.items()}
            if cells["id"]:
                number = _number(cells["id"])
                if number in self.papers:
                    raise SettingsError(
                        f'{path}: has the number "{number}" in more than one row; export one row'
                        " for each paper"
                    )
                names = _names(cells["authors"], columns.get("separator", ""))
                self.papers[number] = cells["title"], names

    def differences(self, identity: str, record: Record) -> list[str]:
        """What differs between a paper and the system; nothing for a paper that was not read.

        An anonymous paper has no authors to compare.
        """
        number = self._known(identity)
        if not number:
            return ["the submission system does not have this number"]
        known = self.papers[number]
        if not record["drafts"]:
            return []
        title, authors = known
        found = []
        if title and _folded(title) != _folded(record["title"]):
            found.append(f'the title in the submission system is "{title}"')
        if authors and not record["is_anonymous"]:
            found += _author_differences(authors, record["authors"])
        return found

    def _known(self, identity: str) -> str:
        """The number in the system that the name of an upload stands for; empty if it has none.

        Systems and people add words: ``PUMP_paper_12``, ``12_final``.
        """
        name = identity.strip().casefold()
        for expression in NUMBERS:
            match = pattern(expression).match(name)
            number = match.group(1) if match is not None else name
            if number in self.papers:
                return number
        return ""

    def missing(self, identities: list[str]) -> list[str]:
        """The ids in the system that no submission has."""
        have = set(map(self._known, identities))
        return [identity for identity in self.papers if identity not in have]


def _column(name: str, header: list[str], columns: dict[str, str], path: str) -> int:
    """The index of a column.  Raises SettingsError if it is missing."""
    folded = [one.lower() for one in header]
    asked = [columns[name].lower()] if name in columns else table("submission_systems")[name]
    for one in asked:
        if one in folded:
            return folded.index(one)
    problem = (
        f'has no column "{columns[name]}"' if name in columns else f"has no known {name} column"
    )
    raise SettingsError(f"{path}: {problem} (it has {listed(header)}); {REMEDY}")


def _number(identity: str) -> str:
    """A number of the system as it is compared: without leading zeros."""
    folded = identity.strip().casefold()
    return folded.lstrip("0") or folded if folded.isdigit() else folded


def _names(cell: str, separator: str) -> list[str]:
    """The names in a cell; organizations in brackets are left out."""
    cell = pattern(AROUND).sub("", cell)
    if not separator:
        separator = ";" if ";" in cell else ""
    if separator:
        names = [_in_order(name) for name in cell.split(separator)]
        return [name for name in names if name]
    return split(cell)


def _in_order(name: str) -> str:
    """``Lima, Ana`` as ``Ana Lima``."""
    last, comma, first = name.partition(",")
    return " ".join(f"{first} {last}".split()) if comma else " ".join(name.split())


def _folded(text: str) -> str:
    """The letters and digits of a text, without case, accents, and signs."""
    text = unicodedata.normalize("NFKD", pattern(r"\\[A-Za-z]+").sub("", text)).casefold()
    text = "".join(sign for sign in text if not unicodedata.combining(sign)).translate(LETTERS)
    return "".join(pattern(SIGNS).sub("", text).split())


def _author_differences(listed_names: list[str], printed: list[str]) -> list[str]:
    """What differs between the authors in the system and those in the paper."""
    pairs = [_match(name, printed) for name in listed_names]
    missing = [name for name, at in zip(listed_names, pairs, strict=True) if at < 0]
    others = [name for at, name in enumerate(printed) if at not in pairs]
    found = []
    if missing:
        found.append(f"authors only in the submission system: {quoted(missing, 20)}")
    if others:
        found.append(f"authors only in the paper: {quoted(others, 20)}")
    order = [at for at in pairs if at >= 0]
    if order != sorted(order):
        found.append(
            f"the order of the authors differs; in the submission system it is"
            f" {quoted(listed_names, 20)}"
        )
    return found


def _match(name: str, printed: list[str]) -> int:
    """The index of the same person in the paper, -1 if there is none."""
    words = _words(name)
    for at, other in enumerate(printed):
        if _is_same(words, _words(other)):
            return at
    return -1


def _words(name: str) -> list[str]:
    parts = pattern(r"[\s.\-‐-]+").split(name)
    return [word for part in parts if (word := _folded(part))]


def _is_same(one: list[str], other: list[str]) -> bool:
    """True if the words of two names may be of the same person: all words of the shorter name are
    in the other one, in any order, where an initial stands for a word; one word in full is equal.
    """
    shorter, longer = sorted((one, other), key=len)
    if not shorter:
        return False
    rest = list(longer)
    in_full = 0
    for word in sorted(shorter, key=len, reverse=True):
        fitting = next((w for w in rest if w == word), "") or next(
            (w for w in rest if min(len(w), len(word)) == 1 and w[0] == word[0]), ""
        )
        if not fitting:
            return False
        in_full += len(word) > 1 and fitting == word
        rest.remove(fitting)
    return in_full > 0 or shorter == longer
