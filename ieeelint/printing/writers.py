"""A printed list in each output format."""

from __future__ import annotations

import re

from ieeelint.patterns import UNPRINTABLE, pattern
from ieeelint.printing.words import Run, plain, runs, unescaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ieeelint.paper.entries import Entry
    from ieeelint.paper.reference_parts import Parts

HEAD = (  # as the .bst has them
    "\\providecommand{\\url}[1]{#1}\n\\providecommand{\\BIBforeignlanguage}[2]{#2}\n"
)


class Item:
    """One reference: its key, its TeX, and its location (``refs.bib:12``).

    ``entry`` is that of a database; ``parts`` those of a typed reference.
    """

    __slots__ = ("key", "tex", "source", "entry", "parts")

    def __init__(
        self,
        key: str,
        tex: str,
        source: str,
        entry: Entry | None = None,
        parts: Parts | None = None,
    ) -> None:
        self.key = key
        self.tex = tex
        self.source = source
        self.entry = entry
        self.parts = parts


def text(items: list[Item], show_source: bool) -> str:
    """One paragraph for each reference, starting with its number in brackets."""
    lines = []
    for number, item in enumerate(items, 1):
        lines.append(f"[{number}] {plain(item.tex)}\n")
        if show_source:
            lines.append(f"    {item.source} {item.key}\n")
    return "".join(lines)


def bibitem(items: list[Item], show_source: bool) -> str:
    """One ``\\bibitem`` for each, without the list around them."""
    parts = []
    for item in items:
        if show_source:
            parts.append(f"% {item.source}\n")
        parts.append(f"\\bibitem{{{item.key}}}\n{item.tex}\n\n")
    return "".join(parts)


def latex(items: list[Item], show_source: bool) -> str:
    """The whole ``thebibliography``."""
    longest = str(len(items))
    return (
        f"\\begin{{thebibliography}}{{{longest}}}\n{HEAD}\n{bibitem(items, show_source)}"
        f"\\end{{thebibliography}}\n"
    )


def markdown(items: list[Item], show_source: bool) -> str:
    """A numbered list."""
    lines = []
    for number, item in enumerate(items, 1):
        words = "".join(_in_markdown(run) for run in runs(item.tex)).replace("\u00a0", " ")
        lines.append(f"{number}. {words}" + (f" ({item.source})" if show_source else "") + "\n")
    return "".join(lines)


def _in_markdown(run: Run) -> str:
    if run.link:
        return f"<{run.text}>"
    words = run.text
    for sign in "\\`*_[]<>#|":
        words = words.replace(sign, "\\" + sign)
    bare = words.strip()
    if run.italic and bare:
        start = words.index(bare)
        return f"{words[:start]}*{bare}*{words[start + len(bare) :]}"
    return words


def word(items: list[Item]) -> bytes:
    """A Word file with the list in the style ``references``, which numbers it."""
    from ieeelint.starters.word import document

    lines = ["[heading 5] References"]
    lines += [
        "[references] " + "".join(_in_sketch(run) for run in runs(item.tex)) for item in items
    ]
    return document("\n".join(lines) + "\n")


def _in_sketch(run: Run) -> str:
    words = pattern(UNPRINTABLE).sub("\ufffd", run.text)
    words = " ".join(words.split("\n")).replace("\r", " ")  # a line is a paragraph
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<i>{words}</i>" if run.italic else words


CSL_TYPES = {
    "article": "article-journal",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "book": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "techreport": "report",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "patent": "patent",
    "standard": "standard",
    "manual": "book",
    "electronic": "webpage",
    "online": "webpage",
    "www": "webpage",
    "misc": "document",
    "unpublished": "manuscript",
    "proceedings": "book",
    "periodical": "periodical",
    "booklet": "pamphlet",
}
CSL_FIELDS = {
    "title": "title",
    "volume": "volume",
    "number": "issue",
    "publisher": "publisher",
    "school": "publisher",
    "institution": "publisher",
    "organization": "publisher",
    "address": "publisher-place",
    "edition": "edition",
    "series": "collection-title",
    "chapter": "chapter-number",
    "note": "note",
    "url": "URL",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "journal": "container-title",
    "booktitle": "container-title",
    "type": "genre",
}
TILDE = re.compile(r"(?<!\{)\\~(?:\{\\?\w+\}|\\?\w)")
NUMBERED = ("report", "patent", "standard")  # they have a separate number, not an issue's
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def csl_json(items: list[Item]) -> str:
    """The entries in the form of the Citation Style Language, which reference managers read."""
    import json

    return json.dumps([_csl(item) for item in items], ensure_ascii=False, indent=1) + "\n"


def _csl(item: Item) -> dict[str, Any]:
    entry = item.entry
    if entry is None:
        return {"id": item.key, "type": "document", "note": plain(item.tex)}
    found: dict[str, Any] = {"id": item.key, "type": CSL_TYPES.get(entry.kind, "document")}
    for name, ours in CSL_FIELDS.items():
        if words := entry.value(name):
            found.setdefault(ours, unescaped(words) if name in ("url", "doi") else plain(words))
    if "issue" in found and found["type"] in NUMBERED:
        found["number"] = found.pop("issue")
    if pages := entry.value("pages"):
        found["page"] = plain(pages).replace("–", "-")
    for role in ("author", "editor"):
        if names := entry.value(role):
            found[role] = _csl_names(names)
    year = entry.value("year", "date")[:4]
    if year.isdecimal():
        month = entry.value("month").lower()[:3]
        number = [MONTHS.index(month) + 1] if month in MONTHS else []
        found["issued"] = {"date-parts": [[int(year), *number]]}
    return found


def _csl_names(field: str) -> list[dict[str, str]]:
    from ieeelint.printing.names import parse, split_names

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
