"""The reference list of a paper or a database, in printed order."""

from __future__ import annotations

import os
from functools import partial

from ieeelint.paper.bibtex_names import parse, split_names
from ieeelint.paper.reference_parts import Parts, italics_of
from ieeelint.paper.text import OBJECT
from ieeelint.printing import biblatex_options
from ieeelint.printing.biblatex import BiblatexPrinter
from ieeelint.printing.encoding import READABLE as READABLE_CHARACTERS
from ieeelint.printing.entries import Printer
from ieeelint.printing.tex import tex_of
from ieeelint.printing.writers import Item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ieeelint.paper.blocks import Reference
    from ieeelint.paper.entries import Entry
    from ieeelint.paper.model import Paper
    from ieeelint.paper.reference_parts import Range
    from ieeelint.printing.biblatex_options import Options
    from ieeelint.views.draft import Draft

# A \newblock is an object.
READABLE = {**READABLE_CHARACTERS, ord(OBJECT): " ", ord("\n"): " "}
CONTROL = "ieeetranbstctl"


def items_of_draft(
    draft: Draft, order: str, every: bool, guide: bool
) -> tuple[list[Item], list[str]]:
    """The references of a draft, as biblatex prints them if the draft uses it, and notices; see
    :func:`items_of`.
    """
    biblatex = biblatex_options.of_draft(draft)
    items, notes = items_of(draft.paper, order, every, guide, biblatex, _controls(draft))
    for problem in draft.paper.problems:
        if problem.kind == "missing-database":
            notes.append(problem.message)
    return items, notes


def items_of(
    paper: Paper,
    order: str,
    every: bool,
    guide: bool,
    biblatex: Options | None = None,
    controls: Sequence[str] = (),
) -> tuple[list[Item], list[str]]:
    """The references, and notices about entries that cannot be printed.

    ``order`` is ``citation`` or ``key``; ``every`` takes all entries of the
    databases, cited or not; ``biblatex`` has the options of a draft whose list
    biblatex prints; ``controls`` are the keys of the control entries that it names, in order.
    A typed list is kept as typed, but ``guide`` prints the references that can be divided
    into fields.
    """
    if paper.references and (paper.works is None or not paper.works.by_key):
        italics = italics_of(paper)
        plain = paper.text.plain.translate(READABLE)
        typed = [_typed(paper, entry, italics, plain) for entry in paper.references]
        return typed, _in_form_of_guide(paper, typed) if guide else []
    if paper.works is None:
        return [], [f"{paper.root.path}: has no list of references"]
    entries, missing = _chosen(paper, every, controls)
    if order == "key":
        entries.sort(key=lambda entry: entry.key.lower())
    elif biblatex is not None and biblatex.sorting.startswith("n") and biblatex.sorting != "none":
        entries.sort(key=partial(_by_name, sorting=biblatex.sorting))
    printer = Printer(guide) if biblatex is None or guide else BiblatexPrinter(biblatex)
    if order == "key":
        entries.sort(key=lambda entry: entry.kind != CONTROL)
    items = []
    for entry in entries:  # a control entry applies to the entries after it
        words = printer.printed(entry)
        if entry.kind == CONTROL:
            continue
        line = entry.span.source.locate(entry.span.start)[0]
        items.append(Item(entry.key, words, f"{entry.span.source.path}:{line}", entry))
    notes = [f'there is no entry "{key}"' for key in missing]
    for database in paper.works.databases:
        for problem in database.problems:
            line = problem.span.source.locate(problem.span.start)[0]
            notes.append(f"{database.source.path}:{line}: {problem.message}")
    return items, notes


def _controls(draft: Draft) -> list[str]:
    """The keys of the control entries that the draft names."""
    if draft.latex is None:
        return []
    keys = [use.argument().strip() for use in draft.latex.commands("bstctlcite")]
    everything = [use.span for use in draft.latex.commands("nocite") if use.argument() == "*"]
    first = next((one.span for one in draft.paper.citations if one.position >= 0), None)
    if everything and draft.paper.works is not None:
        span = everything[0]  # before the first citation, it is as if each entry were cited
        if first is None or first.source is span.source and span.start < first.start:
            keys += [entry.key for entry in draft.paper.works if entry.kind == CONTROL]
    return keys


def _in_form_of_guide(paper: Paper, items: list[Item]) -> list[str]:
    """Print the typed references as the guide does; returns a notice about the others."""
    from ieeelint.printing.abbreviated import Abbreviated
    from ieeelint.printing.exchange import Record
    from ieeelint.printing.guide import printed
    from ieeelint.printing.typed import as_entry

    left = []
    names = ""
    for number, item in enumerate(items, 1):
        assert item.parts is not None
        typed = as_entry(paper, item.parts, names)
        names = typed.fields.get("author", "")
        if typed.is_divided and not typed.rest:
            record = Record(typed.kind, item.key, typed.fields, item.source)
            item.tex = printed(Abbreviated(record))
        else:
            left.append(f"[{number}]")
    if not left:
        return []
    numbers = ", ".join(left)
    return [f"not all words of these references fit a field, so they are as typed: {numbers}"]


def _by_name(entry: Entry, sorting: str) -> list[str]:
    """What biblatex sorts an entry by: ``nty`` is name, title, year."""
    names = split_names(entry.value("author", "editor"))
    words = {
        "n": " ".join("".join(word for _, word in parse(name)[2]) for name in names),
        "t": entry.value("title"),
        "y": entry.value("date", "year")[:4],
        "v": entry.value("volume").rjust(4, "0"),
    }
    return [words[letter].strip("{}\\").lower() for letter in sorting if letter in words]


def _chosen(paper: Paper, every: bool, controls: Sequence[str]) -> tuple[list[Entry], list[str]]:
    """The entries in citation order, control entries among them, and the undefined keys."""
    assert paper.works is not None
    by_key = paper.works.by_key
    chosen: dict[str, Entry] = {}
    missing = []
    for key in controls:
        if key.lower() in by_key:
            chosen.setdefault(key.lower(), by_key[key.lower()])
    cites_all = paper.bibliography.cites_all
    before_all = paper.bibliography.cited_before_all if cites_all else len(paper.citations)
    for number, citation in enumerate(paper.citations):
        if number == before_all:  # BibTeX puts the whole database here
            chosen |= {key: entry for key, entry in by_key.items() if key not in chosen}
        for key, _ in citation.keys:
            entry = by_key.get(key.lower())
            if entry is not None:
                chosen.setdefault(key.lower(), entry)
            elif key != "*" and key not in missing:
                missing.append(key)
    if every or cites_all:
        for key, entry in by_key.items():
            chosen.setdefault(key, entry)
    return list(chosen.values()), missing


def _typed(paper: Paper, entry: Reference, italics: list[Range], plain: str) -> Item:
    """A typed reference as typed, in TeX."""
    parts = Parts(paper, entry, italics, plain)
    words = tex_of(paper, parts.start, parts.end)
    line = entry.span.source.locate(entry.span.start)[0]
    where = f"paragraph {line}" if paper.format == "word" else str(line)
    key = entry.key or os.path.basename(where)
    return Item(key, words, f"{entry.span.source.path}:{where}", parts=parts)
