"""Typed references in ten styles: their fields, and what IEEE's guide prints for them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from ieeelint.context import Context
from ieeelint.paper.typed_works import divided
from ieeelint.printing import guide
from ieeelint.printing.typed_print import guide_print, is_certain
from ieeelint.printing.words import plain
from ieeelint.readers import read

DATA = tomllib.loads((Path(__file__).parent / "typed_styles.toml").read_text(encoding="utf-8"))
REFERENCES = [
    (style, work, *reference)
    for style, references in DATA["styles"].items()
    for work, reference in references.items()
]
FIELDS_RIGHT, PRINTED_RIGHT = 0.97, 0.95  # today 0.99 and 0.98


class Known:
    """The fields of a work, as a database would have them."""

    def __init__(self, fields: dict[str, str]) -> None:
        self.kind = fields["kind"]
        self.fields = {**fields, "title": "{" + fields.get("title", "") + "}"}

    def value(self, *names: str) -> str:
        return next((self.fields[name] for name in names if self.fields.get(name)), "")


def known_fields(work: str, changes: list) -> dict[str, str]:
    fields = {name: words for name, words in DATA["works"][work].items() if name not in changes}
    for change in changes:
        fields |= change if isinstance(change, dict) else {}
    return fields


def in_tex(typed: str) -> str:
    typed = re.sub(r"\*([^*]+)\*", r"\\emph{\1}", typed)
    return re.sub(r"([&%#_])", r"\\\1", typed)


@pytest.fixture(scope="module")
def entries(tmp_path_factory):
    """The paper, and the parts of each reference."""
    items = "".join(
        f"\\bibitem{{k{number}}} {in_tex(typed)}\n"
        for number, (_, _, typed, *_) in enumerate(REFERENCES)
    )
    path = tmp_path_factory.mktemp("typed") / "paper.tex"
    path.write_text(
        "\\documentclass{IEEEtran}\n\\begin{document}\nSand.\n\\begin{thebibliography}{99}\n"
        f"{items}\\end{{thebibliography}}\n\\end{{document}}\n",
        encoding="utf-8",
    )
    found = Context(read(str(path)))
    return found.paper, [parts for _, parts in found.index.typed_entries]


def straight(words: str) -> str:
    return words.replace("’", "'")


def shortened(names: str) -> str:
    """Names with initials."""
    people = []
    for name in names.split(" and "):
        surname, _, given = name.partition(", ")
        initials = re.sub(r"([^\W\d_])[^\W\d_]*\.?", r"\1.", given)
        people.append(f"{surname}, {initials}" if given else name)
    return " and ".join(people)


def value(work, name: str) -> str:
    """A field as the data writes it."""
    if name == "kind":
        return work.kind
    if name in ("author", "editor"):
        names = work.authors if name == "author" else work.editors
        return shortened(names.field) if names is not None else ""
    name = "container" if name in ("journal", "booktitle") else "degree" if name == "type" else name
    words = work.fields[name].words if work.has(name) else ""
    if name == "pages":
        first, _, last = re.sub(r"\s?[-–]+\s?", "–", words).partition("–")
        return f"{first}--{first[: len(first) - len(last)]}{last}" if last else first
    forms = {"month": words[:3] + ".", "edition": words[:1].replace("T", "3")}
    return forms.get(name, words.replace("PhD", "Ph.D."))


def test_the_fields_of_most_references_are_found(entries):
    right, wrong = 0, []
    for (style, name, _, *changes), parts in zip(REFERENCES, entries[1], strict=True):
        work = divided(parts.plain, parts.start, parts.end, parts.italics)
        for field, words in known_fields(name, changes).items():
            found = straight(value(work, field)) if work is not None else ""
            right += found == straight(words)
            wrong += [] if found == straight(words) else [(style, name, field, found)]
    assert right >= FIELDS_RIGHT * (right + len(wrong)), wrong


def test_most_references_are_printed_as_the_guide_has_them(entries):
    paper, references = entries
    wrong = []
    for (style, name, _, *changes), parts in zip(REFERENCES, references, strict=True):
        work = divided(parts.plain, parts.start, parts.end, parts.italics)
        expected = straight(plain(guide.printed(Known(known_fields(name, changes)))))
        printed = straight(guide_print(paper, work)) if work is not None else ""
        if printed != expected or not is_certain(work):
            wrong.append((style, name, printed, expected))
    assert len(wrong) <= (1 - PRINTED_RIGHT) * len(REFERENCES), wrong
