"""Drafts to fill, and the content of Word files as another XML library reads it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
from lxml import etree

from ieeelint.report.grid import DECIMAL, LEFT, TEXT, Cell, Column, Grid, Header, Row, Value
from ieeelint.report.words import words
from ieeelint.starters.word import document as starter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COLUMN = 5033  # twips of a column of the template on letter paper: (12240 - 2 × 907 - 360) / 2
TEXT_WIDTH = 10426
SKETCH = """[paper title] Steady Flow in Pipes
[section columns=1]
[Author] Ana Lima<br/>Institute of Flow<br/>Porto, Portugal<br/>ana@flow.example
[section columns=1]
[Abstract] <i>Abstract</i>—Water moves through narrow pipes more slowly than through wide ones.
[Keywords] <i>Keywords</i>—Flow, pipes, water
[heading 1] Introduction
[Body Text] Water is wet, as Tables I to III show. Here is <b>rain</b> &amp; snow.
{before}
[Body Text] Rain is wet.
{after}
[heading 5] References
[references] A. Lima, “Pipes and sand,” <i>J. Flow</i>, vol. 1, no. 2, pp. 3–9, Mar. 2020.
[section columns=2]
"""


MARKER = "[Normal] [[ieeelint:tab:{}]]"


def draft(folder: Path, before: str = "", after: str = "", name: str = "draft.docx") -> Path:
    """A draft in the template's styles, with these lines of a sketch in it."""
    path = folder / name
    path.write_bytes(starter(SKETCH.format(before=before, after=after)))
    return path


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def rewritten(data: bytes, name: str, change) -> bytes:
    """The package with one part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for one in old.namelist():
            new.writestr(one, change(old.read(one)) if one == name else old.read(one))
    return stream.getvalue()


def root(data: bytes):
    return etree.fromstring(part(data))


def tables(data: bytes) -> list[list[list[str]]]:
    """The words of each table's cells, row by row; a merged cell once."""
    return [
        [
            ["".join(cell.itertext(W + "t")) for cell in row.iter(W + "tc")]
            for row in table.iter(W + "tr")
        ]
        for table in root(data).iter(W + "tbl")
    ]


def controls(data: bytes) -> dict[str, str]:
    """The words of the content controls by their tags."""
    return {
        one.find(f"{W}sdtPr/{W}tag").get(W + "val"): "".join(one.itertext(W + "t"))
        for one in root(data).iter(W + "sdt")
    }


def columns(data: bytes) -> list[str]:
    """The number of columns of each section, in order."""
    return [one.find(W + "cols").get(W + "num") for one in root(data).iter(W + "sectPr")]


def little(label: str = "tab:a", **more) -> Grid:
    """The smallest table."""
    cell = Cell("x", "v", digits="1.5", value=Value(1))
    return Grid(
        label,
        words("Gains"),
        [Column("n", LEFT, words("Name")), Column("v", DECIMAL, words("Value"))],
        [[Header(words("Name"), 0), Header(words("Value"), 1, unit="ms")]],
        [Row("x", [Cell("x", "n", TEXT, words=words("One")), cell])],
        **more,
    )


def plain_draft(path: Path, *lines: str) -> Path:
    """A draft in Word's own styles."""
    opened = docx.Document()
    for line in lines:
        opened.add_paragraph(line)
    opened.save(str(path))
    return path


def strict(data: bytes) -> bytes:
    from ieeelint.ooxml.package import STRICT

    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for one, other in ((b, a) for a, b in STRICT):
                content = content.replace(one, other)
            new.writestr(name, content)
    return stream.getvalue()
