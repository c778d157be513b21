"""Any text in any place of a Word table; numbers of the prose."""

from __future__ import annotations

import io

import docx
import pytest
from lxml import etree
from word_files import (
    MARKER,
    W,
    controls,
    draft,
    little,
    part,
    rewritten,
    root,
    tables,
)

from ieeelint.report.built import Number
from ieeelint.report.grid import Cell, Header, Note, Row, Value
from ieeelint.report.records import ReportError
from ieeelint.report.words import Piece, words
from ieeelint.report.writers.word import (
    document,
    fill,
    number_control,
    unfilled,
)

HOSTILE = [
    "10% of A & B",
    "x_y #1 ~ ^ \\ {z}",
    '<b>"bold"</b>',
    "]]> <!-- --> &amp;",
    "🙂 naïve 中文 Ω",
    "$a$ %d {0} {{ }}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_special_characters_in_every_element(text, tmp_path):
    grid = little("tab:a")
    grid.title = words(text, "\\TeX")
    grid.header_rows[0] = [Header(words(text), 0, notes="a"), Header(words("V"), 1, unit=text)]
    grid.rows.insert(0, Row(title=words(text)))
    grid.rows[1].cells[0].words = (Piece(text, None, "italic"),)
    grid.rows[1].cells[1] = Cell("x & <y>", 'v"', "missing", words=words(text))
    grid.notes = [Note("", words(text)), Note("a", words(text))]
    grid.provenance.path = text
    path = draft(tmp_path, MARKER.format("a"))
    filled = fill(path, [grid])
    opened = docx.Document(io.BytesIO(filled))
    table = (
        opened.tables[0]
        if opened.tables
        else docx.table.Table(next(opened.element.iter(W + "tbl")), opened)
    )
    assert [cell.text for cell in table.rows[0].cells] == [text + "a", f"V ({text})"]
    assert tables(filled)[0][1:] == [[text], [text, text]]
    assert controls(filled)['ieeelint:tab:a/x & <y>/v"'] == text
    paragraphs = ["".join(one.itertext(W + "t")) for one in root(filled).iter(W + "p")]
    assert paragraphs.count(text) == 5 and "a" + text in paragraphs
    path.write_bytes(filled)
    assert fill(path, [grid]) == filled


@pytest.mark.parametrize("text", ["bell \a", "\x00", "half \ud83d emoji", "\ufffe"])
def test_characters_that_xml_does_not_allow_are_an_error(text):
    grid = little()
    grid.provenance.path = "tables/a.toml"
    grid.notes = [Note("", words(text))]
    with pytest.raises(
        ReportError, match=r"tables/a.toml: table tab:a: the text .* has the character U\+"
    ):
        document([grid])


def test_newlines_in_text_are_spaces():
    grid = little()
    grid.title = words("Gains\nof\tPipes")
    assert "Gains of Pipes" in "".join(root(document([grid])).itertext(W + "t"))


def test_numbers_are_put_into_the_text(tmp_path):
    path = draft(
        tmp_path,
        MARKER.format("a"),
        "[Body Text] It is <b>NUM</b> and [[iee<i>elint:gain</i>.two]]× or [[ieeelint:a.x.v]], not"
        " [[ieeelint:other]].",
    )
    control = (
        b"<w:sdt><w:sdtPr><w:tag"
        b' w:val="ieeelint:gain.one"/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:b/></w:rPr>'
        b"<w:t>9</w:t></w:r><w:r><w:t>9</w:t></w:r></w:sdtContent></w:sdt>"
    )
    old = b"<w:r><w:rPr><w:b/></w:rPr><w:t>NUM</w:t></w:r>"
    path.write_bytes(
        rewritten(path.read_bytes(), "word/document.xml", lambda data: data.replace(old, control))
    )
    numbers = [
        Number("gain.one", "-2.45", Value(1)),
        Number("gain.two", "3", Value(1)),
        Number("idle", "4", Value(1)),
    ]
    filled = fill(path, [little()], numbers)
    text = "".join(root(filled).itertext(W + "t"))
    assert "It is −2.45 and 3× or 1.5, not [[ieeelint:other]]." in text
    found = controls(filled)
    assert (found["ieeelint:gain.one"], found["ieeelint:gain.two"], found["ieeelint:a.x.v"]) == (
        "−2.45",
        "3",
        "1.5",
    )
    assert b"<w:rPr><w:b/></w:rPr><w:t>\xe2\x88\x922.45</w:t>" in part(filled)
    path.write_bytes(filled)
    assert fill(path, [little()], numbers) == filled
    assert (
        controls(fill(path, [little()], [Number("gain.two", "8", Value(1))]))["ieeelint:gain.two"]
        == "8"
    )


def test_a_number_replaces_placeholder_text(tmp_path):
    path = draft(tmp_path, "[Body Text] NUM")
    control = (
        b"<w:sdt><w:sdtPr><w:tag"
        b' w:val="ieeelint:k"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle'
        b' w:val="PlaceholderText"/></w:rPr><w:t>Click here.</w:t></w:r></w:sdtContent></w:sdt>'
    )
    old = b"<w:r><w:t>NUM</w:t></w:r>"
    path.write_bytes(
        rewritten(path.read_bytes(), "word/document.xml", lambda data: data.replace(old, control))
    )
    filled = fill(path, [], [Number("k", "12", Value(12))])
    assert controls(filled)["ieeelint:k"] == "12"
    assert b"PlaceholderText" not in part(filled) and b"showingPlcHdr" not in part(filled)


def test_the_control_of_a_number():
    made = etree.fromstring(
        number_control("a.b", "-1.5").replace("<w:sdt>", f'<w:sdt xmlns:w="{W[1:-1]}">')
    )
    assert made.find(f"{W}sdtPr/{W}tag").get(W + "val") == "ieeelint:a.b"
    assert "".join(made.itertext(W + "t")) == "−1.5"


def test_unfilled_markers_are_listed(tmp_path):
    path = draft(
        tmp_path,
        MARKER.format("a"),
        "[Body Text] It is [[ieeelint:ga<i>in</i>]] and [[ieeelint:gian]].",
    )
    path.write_bytes(fill(path, [little()], [Number("gain", "2", Value(2))]))
    assert unfilled(path) == ["gian"]
