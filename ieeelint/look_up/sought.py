"""The works to look up: what a reference list says of them, and where."""

from __future__ import annotations

from ieeelint.paper.bibtex_names import parse, split_names
from ieeelint.paper.reference_fields import trimmed_doi
from ieeelint.patterns import pattern
from ieeelint.printing.exchange import is_empty, records_of, whole_fields
from ieeelint.printing.lists import items_of
from ieeelint.printing.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ieeelint.paper.entries import Entry
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Span

DOI = r"10\.\d{4,9}/\S+"
NUMBERS = ("volume", "number", "pages")


class Sought:
    """A work in a reference list.

    ``doi`` is in lowercase; ``year`` is 0 if it is not known; ``numbers`` has volume, number, and
    pages.  ``entry`` is that of a database, None in a typed list; ``span`` is where the reference
    is.
    """

    __slots__ = ("key", "doi", "title", "surname", "year", "numbers", "entry", "span")

    def __init__(
        self, key: str, fields: Mapping[str, str], span: Span, entry: Entry | None = None
    ) -> None:
        self.key = key
        self.span = span
        self.entry = entry
        text = {name: plain(words) for name, words in fields.items() if name not in ("doi", "url")}
        addresses = f"{fields.get('doi', '')} {fields.get('url', '')}"
        doi = pattern(DOI).search(addresses.replace("\\_", "_").replace("{", "").replace("}", ""))
        self.doi = trimmed_doi(doi.group()).lower() if doi is not None else ""
        self.title = text.get("title", "")
        self.surname = _first_surname(fields.get("author", "") or fields.get("editor", ""))
        year = pattern(r"\d{4}").match(text.get("year", "") or text.get("date", ""))
        self.year = int(year.group()) if year is not None else 0
        self.numbers = {name: text[name] for name in NUMBERS if text.get(name)}


def of_entries(entries: list[Entry]) -> list[Sought]:
    """The works of a database."""
    return [Sought(each.key, whole_fields(each), each.key_span, each) for each in entries]


def of_typed_list(paper: Paper) -> list[Sought]:
    """The works of a typed list, as far as they can be divided into fields."""
    items, _ = items_of(paper, "citation", every=False, guide=False)
    works = []
    for number, item in enumerate(items, 1):
        if item.parts is None or is_empty(item):
            continue
        (record,), _ = records_of(paper, [item])
        span = paper.text.span(item.parts.start, item.parts.end)
        works.append(Sought(str(number), record.fields, span))
    return works


def _first_surname(names: str) -> str:
    """The surname of the first name; an organization in braces is its own surname."""
    first = next(iter(split_names(names)), "") if names else ""
    if not first or first.startswith("{"):
        return plain(first)
    return plain("".join((sign or " ") + word for sign, word in parse(first)[2])).strip()
