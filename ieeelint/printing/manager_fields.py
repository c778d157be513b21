"""The works that Zotero and Mendeley store in the citations of a Word draft, as CSL JSON."""

from __future__ import annotations

import base64
import json
import re

from ieeelint.ooxml.names import W
from ieeelint.patterns import pattern
from ieeelint.printing.csl import PRINTED_MONTHS
from ieeelint.printing.encoding import encoded
from ieeelint.printing.exchange import Record, name_records, percent_encoded
from ieeelint.printing.tex import in_tex, protected

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.views.word import WordView

CITATION = "CSL_CITATION"  # Zotero and Mendeley Desktop; in the instruction of a field
CONTROL = "MENDELEY_CITATION_V3_"  # Mendeley Cite; in the tag of a content control
KINDS = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "paper-conference": "inproceedings",
    "book": "book",
    "chapter": "incollection",
    "report": "techreport",
    "thesis": "phdthesis",
    "patent": "patent",
    "standard": "standard",
    "webpage": "online",
    "post": "online",
    "post-weblog": "online",
    "dataset": "dataset",
    "software": "software",
    "manuscript": "unpublished",
}
CONTAINERS = {"article": "journal", "inproceedings": "booktitle", "incollection": "booktitle"}
PUBLISHERS = {"phdthesis": "school", "mastersthesis": "school", "techreport": "institution"}
TEXT = {
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "edition": "edition",
    "collection-title": "series",
    "publisher-place": "address",
    "version": "version",
    "genre": "type",
    "ISBN": "isbn",
    "ISSN": "issn",
}
MARKUP = {"i": "\\emph", "b": "\\textbf", "sub": "\\textsubscript", "sup": "\\textsuperscript"}
TAG = re.compile(r"<(/?)(i|b|sub|sup|span)\b[^<>]*>")
ARXIV = r"(?i)arxiv:\s*(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+/\d{7})"


def works_of(view: WordView) -> tuple[list[dict[str, Any]], int]:
    """The works in the order of first citation, and the number of citations without them."""
    found: dict[str, dict[str, Any]] = {}
    unread = 0
    for data in _citations(view):
        items = data.get("citationItems") if isinstance(data, dict) else None
        works = [item.get("itemData") for item in _dicts(items)]
        if not works or not all(isinstance(work, dict) and work.get("title") for work in works):
            unread += 1
        for work in _dicts(works):
            bare = {name: value for name, value in work.items() if name not in ("id", "uris")}
            if bare.get("title"):
                found.setdefault(json.dumps(bare, sort_keys=True), work)
    return list(found.values()), unread


def _dicts(values: object) -> list[dict[str, Any]]:
    """The objects of a list of any JSON value."""
    return [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []


def _citations(view: WordView) -> list[object]:
    """The data of each citation; None for data that is damaged."""
    texts = [field.data for field in view.fields if CITATION in field.instruction.upper()]
    for element in view.document.root.iter(W + "tag"):
        value = element.get(W + "val", "")
        if value.upper().startswith(CONTROL):
            texts.append(_decoded(value[len(CONTROL) :]))
    return [_parsed(text) for text in texts]


def _decoded(text: str) -> str:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4)).decode("utf-8")
    except ValueError:
        return ""


def _parsed(text: str) -> object:
    try:
        return json.JSONDecoder().raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def named(works: list[dict[str, Any]]) -> list[Record]:
    """The works as entries of a .bib file, each with a key."""
    records = [_record(work) for work in works]
    name_records(records, [])
    return records


def csl_text(works: list[dict[str, Any]], records: list[Record]) -> str:
    """The works as they are stored, with the keys of the records."""
    named_works = [{**work, "id": record.key} for work, record in zip(works, records, strict=True)]
    return json.dumps(named_works, ensure_ascii=False, indent=1) + "\n"


def _record(work: dict[str, Any]) -> Record:
    kind = KINDS.get(str(work.get("type")), "misc")
    genre = _text(work, "genre")
    if kind == "phdthesis" and pattern(r"(?i)\bm\.?\s?(?:s|sc|eng)\b|master").search(genre):
        kind = "mastersthesis"
    fields = {"author": _names(work.get("author")), "editor": _names(work.get("editor"))}
    fields["title"] = protected(_tex(_text(work, "title")))
    container = _tex(_text(work, "container-title"))
    arxiv = pattern(ARXIV).search(f"{_text(work, 'number')} {_text(work, 'container-title')}")
    if arxiv is not None and kind == "misc":
        fields |= {"eprint": arxiv[1], "archiveprefix": "arXiv"}
    elif container:
        fields[CONTAINERS.get(kind, "howpublished")] = container
    if publisher := _tex(_text(work, "publisher")):
        fields[PUBLISHERS.get(kind, "publisher")] = publisher
    for theirs, ours in TEXT.items():
        if "eprint" not in fields or ours != "number":
            fields.setdefault(ours, _tex(_text(work, theirs)))
    fields["pages"] = pattern(r"\s*[-–]+\s*").sub("--", _tex(_text(work, "page")))
    fields |= _date(work.get("issued"))
    fields["doi"] = percent_encoded(_text(work, "DOI"))
    fields["url"] = percent_encoded(_text(work, "URL")) if not fields["doi"] else ""
    accessed = _parts(work.get("accessed"))
    if len(accessed) == 3 and fields["url"]:
        fields["urldate"] = "{}-{:02}-{:02}".format(*accessed)
    return Record(kind, "", {name: words for name, words in fields.items() if words}, "")


def _text(work: dict[str, Any], name: str) -> str:
    value = work.get(name)
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _tex(words: str) -> str:
    """Words with a little HTML in TeX."""
    parts: list[str] = []
    closings: list[str] = []
    at = 0
    for match in TAG.finditer(words):
        parts += map(in_tex, words[at : match.start()])
        at = match.end()
        if not match[1]:
            parts.append(MARKUP.get(match[2], "") + "{")
            closings.append(match[2])
        elif closings:
            parts.append("}")
            closings.pop()
    parts += map(in_tex, words[at:])
    return encoded("".join(parts) + "}" * len(closings))


def _names(people: object) -> str:
    names = []
    for person in _dicts(people):
        if literal := _text(person, "literal"):
            names.append("{" + _tex(literal) + "}")
            continue
        particles = (_text(person, f"{kind}-particle") for kind in ("dropping", "non-dropping"))
        family = " ".join(word for word in (*particles, _text(person, "family")) if word)
        parts = [family, _text(person, "suffix"), _text(person, "given")]
        if family:
            names.append(", ".join(_tex(part) for part in parts if part))
    return " and ".join(names)


def _parts(date: object) -> list[int]:
    """Year, month, and day, as far as they are known."""
    if not isinstance(date, dict):
        return []
    parts = date.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        words = [str(part) for part in parts[0]]
    else:
        words = pattern(r"[-/]").split(str(date.get("raw") or date.get("literal") or ""))
    numbers = []
    for word in words[:3]:
        if not word.strip().isdecimal():
            break
        numbers.append(int(word))
    return numbers


def _date(date: object) -> dict[str, str]:
    parts = _parts(date)
    fields = {"year": str(parts[0])} if parts else {}
    if len(parts) > 1 and 0 < parts[1] <= len(PRINTED_MONTHS):
        fields["month"] = PRINTED_MONTHS[parts[1] - 1]
    return fields
