"""The reference list of a paper or a database, in printed order."""

from __future__ import annotations

import os

from ieeelint.paper.reference_parts import Parts, italics_of
from ieeelint.paper.text import OBJECT
from ieeelint.printing.encoding import READABLE as READABLE_CHARACTERS
from ieeelint.printing.entries import Printer
from ieeelint.printing.tex import tex_of
from ieeelint.printing.writers import Item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.blocks import Reference
    from ieeelint.paper.entries import Entry
    from ieeelint.paper.model import Paper
    from ieeelint.paper.reference_parts import Range

# A \newblock is an object.
READABLE = {**READABLE_CHARACTERS, ord(OBJECT): " ", ord("\n"): " "}
CONTROL = "ieeetranbstctl"


def items_of(paper: Paper, order: str, every: bool, guide: bool) -> tuple[list[Item], list[str]]:
    """The references, and notices about entries that cannot be printed.

    ``order`` is ``citation`` or ``key``; ``every`` takes all entries of the
    databases, cited or not.  A typed list is kept as typed.
    """
    if paper.references and (paper.works is None or not paper.works.by_key):
        italics = italics_of(paper)
        plain = paper.text.plain.translate(READABLE)
        return [_typed(paper, entry, italics, plain) for entry in paper.references], []
    if paper.works is None:
        return [], [f"{paper.root.path}: has no list of references"]
    entries, missing = _chosen(paper, every)
    if order == "key":
        entries.sort(key=lambda entry: entry.key.lower())
    printer = Printer(guide)
    for entry in paper.works:
        if entry.kind == CONTROL:
            printer.printed(entry)
    items = []
    for entry in entries:
        words = printer.printed(entry)
        line = entry.span.source.locate(entry.span.start)[0]
        items.append(Item(entry.key, words, f"{entry.span.source.path}:{line}", entry))
    notes = [f'there is no entry "{key}"' for key in missing]
    for database in paper.works.databases:
        for problem in database.problems:
            line = problem.span.source.locate(problem.span.start)[0]
            notes.append(f"{database.source.path}:{line}: {problem.message}")
    return items, notes


def _chosen(paper: Paper, every: bool) -> tuple[list[Entry], list[str]]:
    """The entries to print in citation order, and the undefined keys."""
    assert paper.works is not None
    by_key = paper.works.by_key
    chosen: dict[str, Entry] = {}
    missing = []
    for citation in paper.citations:
        for key, _ in citation.keys:
            entry = by_key.get(key.lower())
            if entry is not None:
                chosen.setdefault(key.lower(), entry)
            elif key != "*" and key not in missing:
                missing.append(key)
    if every or paper.bibliography.cites_all:
        for key, entry in by_key.items():
            chosen.setdefault(key, entry)
    return [entry for entry in chosen.values() if entry.kind != CONTROL], missing


def _typed(paper: Paper, entry: Reference, italics: list[Range], plain: str) -> Item:
    """A typed reference as typed, in TeX."""
    parts = Parts(paper, entry, italics, plain)
    words = tex_of(paper, parts.start, parts.end)
    line = entry.span.source.locate(entry.span.start)[0]
    where = f"paragraph {line}" if paper.format == "word" else str(line)
    key = entry.key or os.path.basename(where)
    return Item(key, words, f"{entry.span.source.path}:{where}", parts=parts)
