"""References as CSL JSON (Citation Style Language), which reference managers read."""

from __future__ import annotations

import re

from ieeelint.paper.bibtex_names import parse, split_names
from ieeelint.printing.exchange import records_of
from ieeelint.printing.words import plain, unescaped
from ieeelint.printing.works import Work
from ieeelint.readers.bibtex import MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.paper.model import Paper
    from ieeelint.printing.exchange import Record
    from ieeelint.printing.works import Date
    from ieeelint.printing.writers import Item

TYPES = {
    "article": "article-journal",
    "inproceedings": "paper-conference",
    "book": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "techreport": "report",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "patent": "patent",
    "standard": "standard",
    "manual": "book",
    "online": "webpage",
    "dataset": "dataset",
    "software": "software",
    "video": "motion_picture",
    "unpublished": "manuscript",
    "proceedings": "book",
    "periodical": "periodical",
    "booklet": "pamphlet",
}
FIELDS = {
    "title": "title",
    "journal": "container-title",
    "booktitle": "container-title",
    "volume": "volume",
    "number": "issue",
    "edition": "edition",
    "series": "collection-title",
    "chapter": "chapter-number",
    "publisher": "publisher",
    "school": "publisher",
    "institution": "publisher",
    "organization": "publisher",
    "address": "publisher-place",
    "version": "version",
    "type": "genre",
    "isbn": "ISBN",
    "issn": "ISSN",
    "keywords": "keyword",
    "abstract": "abstract",
    "language": "language",
    "note": "note",
}
NUMBERED = ("report", "standard", "patent")  # types whose number is of the work, not of an issue
GENRES = {"phdthesis": "Ph.D. dissertation", "mastersthesis": "M.S. thesis"}
PRINTED_MONTHS = list(MONTHS.values())
TILDE = re.compile(r"(?<!\{)\\~(?:\{\\?\w+\}|\\?\w)")


def csl_json(paper: Paper, items: list[Item]) -> str:
    """The references in order.  A typed reference is divided into fields; one that cannot be has
    its words in ``note``.
    """
    import json

    records, _ = records_of(paper, items)
    return json.dumps([_csl(record) for record in records], ensure_ascii=False, indent=1) + "\n"


def _csl(record: Record) -> dict[str, Any]:
    work = Work(record)
    found: dict[str, Any] = {"id": record.key, "type": TYPES.get(work.kind, "document")}
    for name, ours in FIELDS.items():
        if words := work.value(name):
            found.setdefault(ours, plain(words))
    if work.url:
        found["URL"] = unescaped(work.url)
    if work.doi:
        found["DOI"] = unescaped(work.doi)
    if work.preprint:
        _as_preprint(found, work.preprint)
    if "issue" in found and found["type"] in NUMBERED:
        found["number"] = found.pop("issue")
    if pages := work.value("pages"):
        found["page"] = plain(pages).replace("–", "-")
    if article := work.value("eid"):
        found["number"] = plain(article)
    if work.kind in GENRES:
        found.setdefault("genre", GENRES[work.kind])
    for role in ("author", "editor"):
        if names := work.value(role):
            found[role] = _names(names)
    for name, date in (("issued", work.date), ("accessed", work.urldate)):
        if parts := _date(date):
            found[name] = {"date-parts": [parts]}
    return found


def _as_preprint(found: dict[str, Any], number: str) -> None:
    """A preprint is in no journal, and its number is in one field."""
    found |= {"type": "article", "number": f"arXiv:{number}", "publisher": "arXiv"}
    found.pop("container-title", None)
    for name in ("volume", "issue", "note"):
        if number in found.get(name, ""):
            del found[name]


def _date(date: Date) -> list[int]:
    """Year, month, and day as numbers, as far as they are known."""
    if not date.year[:4].isdecimal():
        return []
    parts = [int(date.year[:4])]
    if date.month in PRINTED_MONTHS:
        parts.append(PRINTED_MONTHS.index(date.month) + 1)
        if date.day.isdecimal():
            parts.append(int(date.day))
    return parts


def _names(field: str) -> list[dict[str, str]]:
    people = []
    field = TILDE.sub(r"{\g<0>}", field)  # BibTeX takes the tilde of an accent for a space
    for name in split_names(field):
        if name == "others":
            continue  # a list of names there is always whole
        if name.startswith("{") and name.endswith("}") and not name.startswith("{\\"):
            people.append({"literal": plain(name)})
            continue
        parts = [plain("".join((sign or " ") + word for sign, word in one)) for one in parse(name)]
        keys = ("given", "non-dropping-particle", "family", "suffix")
        people.append({key: words for key, words in zip(keys, parts, strict=True) if words})
    return people
