"""Drafts as Word authors make them, their roles, and what a check says of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ieeelint.cli import main
from ieeelint.readers.word.reading import read_document
from tests.readers.word.authored import Draft, entry

CITES = ("Body Text", "The works [1] and [2] agree.")


PROSE = "The pipes are made of steel, and each of them is ten meters long."


PROSE_LINE = ("Body Text", PROSE)


LONG = PROSE + " " + " ".join([PROSE] * 3)


ENTRIES = [
    ("Normal", f"[{number}] {entry(number, work)}") for number, work in ((1, "sand"), (2, "ice"))
]


Body = list[tuple[Any, ...]]


def draft(body: Body, references: int = 2, front: bool = True) -> Draft:
    """A paper with this body; a dictionary at the end of a line has options of the paragraph."""
    made = Draft()
    if front:
        made.front()
    for style, *pieces in body:
        options = pieces.pop() if isinstance(pieces[-1], dict) else {}
        made.add(style, *pieces, **options)
    if references:
        made.references(references)
    return made


def roles_of(body: Body, references: int = 2, front: bool = True) -> list[str]:
    """The roles of the paragraphs of the body."""
    read = read_document("draft.docx", draft(body, references, front).file)
    assert read.word is not None
    first = 5 if front else 0
    return [each.role for each in read.word.paragraphs[first : first + len(body)]]


def said(capsys: Any, folder: Path, made: Draft) -> list[str]:
    """The code and the message of each finding."""
    file = folder / "draft.docx"
    file.write_bytes(made.file)
    main(["check", "--isolated", "--output-format", "json", str(file)])
    findings = json.loads(capsys.readouterr().out)["findings"]
    return [f"{finding['code']} {finding['message']}" for finding in findings]


OFF = {"numbered": False}


BOLD = {"bold": True}


PICTURE = ("Normal", ("picture", ""))
