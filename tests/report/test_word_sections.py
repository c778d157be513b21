"""Tables as wide as the page, and tables in cells and text boxes."""

from __future__ import annotations

import re

import pytest
from example_grids import groups, modules
from word_files import (
    MARKER,
    W,
    columns,
    draft,
    little,
    part,
    rewritten,
    root,
    tables,
)

from ieeelint.report.records import ReportError
from ieeelint.report.writers.word import (
    fill,
)


def test_a_wide_table_has_a_one_column_section(tmp_path):
    path = draft(tmp_path, MARKER.format("acmix"), MARKER.format("cost"))
    plain = columns(path.read_bytes())
    filled = fill(path, [groups(), modules()])
    assert columns(filled) == [*plain[:-1], "2", "1", "2"]
    kinds = [one.find(W + "type").get(W + "val") for one in root(filled).iter(W + "sectPr")]
    assert kinds[-2:] == ["continuous", "continuous"]
    body = root(filled).find(W + "body")
    order = [
        "break" if one.find(f"{W}pPr/{W}sectPr") is not None else one.tag.removeprefix(W)
        for one in body
    ]
    at = order.index("sdt")
    assert order[at - 1 : at + 2] == ["break", "sdt", "break"]


def test_headers_and_page_numbers_do_not_start_again(tmp_path):
    path = draft(tmp_path, MARKER.format("acmix"))
    section = b'<w:headerReference w:type="default" r:id="rId9"/><w:footnotePr/>'
    data = part(path.read_bytes())
    at = data.rindex(b"<w:sectPr>") + len(b"<w:sectPr>")
    changed = (
        data[:at]
        + section
        + data[at:]
        .replace(b"<w:cols ", b'<w:pgNumType w:fmt="decimal" w:start="7"/><w:cols ')
        .replace(b"</w:sectPr>", b"<w:titlePg/></w:sectPr>")
    )
    path.write_bytes(rewritten(path.read_bytes(), "word/document.xml", lambda old: changed))
    first, one, last = list(root(fill(path, [groups()])).iter(W + "sectPr"))[-3:]

    def names(section):
        return [child.tag.removeprefix(W) for child in section]

    assert names(first) == [
        "headerReference",
        "footnotePr",
        "type",
        "pgSz",
        "pgMar",
        "pgNumType",
        "cols",
        "titlePg",
    ]
    assert first.find(W + "pgNumType").get(W + "start") == "7"
    assert names(one) == ["footnotePr", "type", "pgSz", "pgMar", "pgNumType", "cols"]
    assert names(last) == [
        "headerReference",
        "footnotePr",
        "type",
        "pgSz",
        "pgMar",
        "pgNumType",
        "cols",
    ]
    assert last.find(W + "pgNumType").attrib == {W + "fmt": "decimal"}


def test_a_table_that_became_narrow_removes_its_sections(tmp_path):
    path = draft(tmp_path, MARKER.format("acmix"), MARKER.format("b"))
    wide, other = groups(), little("tab:b", span="page")
    path.write_bytes(fill(path, [wide, other]))
    narrow, small = little("tab:acmix"), little("tab:b")
    again = fill(path, [narrow, small])
    fresh = draft(tmp_path, MARKER.format("acmix"), MARKER.format("b"), "fresh.docx")

    def unnumbered(data: bytes) -> bytes:
        return re.sub(rb'(<w:bookmark\w+ w:id=)"\d+"', rb"\1", part(data))

    assert unnumbered(again) == unnumbered(fill(fresh, [narrow, small]))


def test_auto_uses_the_column_if_the_table_fits(tmp_path):
    path = draft(tmp_path, MARKER.format("acmix"))
    wide = groups()
    wide.span = "auto"
    assert columns(fill(path, [wide]))[-3:] == ["2", "1", "2"]
    small = little("tab:acmix", span="auto")
    path.write_bytes(fill(path, [wide]))
    assert columns(fill(path, [small])) == columns(draft(tmp_path, name="b.docx").read_bytes())


def test_a_marker_at_the_end_of_a_section(tmp_path):
    path = draft(
        tmp_path,
        MARKER.format("a")
        + "\n[section columns=2]\n[Body Text] Snow.\n"
        + MARKER.format("acmix")
        + "\n[section columns=2]",
    )
    filled = fill(path, [little(), groups()])
    assert columns(filled) == ["1", "1", "2", "2", "1", "2", "2"]


def test_a_marker_in_a_cell_or_a_text_box(tmp_path):
    path = draft(tmp_path, "| [[ieeelint:tab:a]] | Rain |", "[Normal] BOX")
    box = (
        b"<w:r><mc:AlternateContent"
        b' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        b' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        b'<mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="3200400"'
        b' cy="99"/><a:graphic><a:graphicData '
        b'uri="x"><w:txbxContent>%s</w:txbxContent></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>'
        b"<mc:Fallback><w:pict><w:txbxContent>%s</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    marker = b"<w:p><w:r><w:t>[[ieeelint:tab:acmix]]</w:t></w:r></w:p>"
    old = b"<w:r><w:t>BOX</w:t></w:r>"
    path.write_bytes(
        rewritten(
            path.read_bytes(),
            "word/document.xml",
            lambda data: data.replace(old, box % (marker, marker)),
        )
    )
    inner = little("tab:acmix", span="page")
    filled = fill(path, [little(), inner])
    assert columns(filled) == columns(path.read_bytes())
    found = [one for one in tables(filled) if one == [["Name", "Value (ms)"], ["One", "1.5"]]]
    assert len(found) == 3  # the cell's, the box's, and the box's for older programs
    with pytest.raises(ReportError, match="of 238 pt"):  # 252 pt less the box's insets of 0.1 in
        fill(path, [little(), groups()])


def test_text_typed_into_a_section_break_is_preserved(tmp_path):
    path = draft(tmp_path, MARKER.format("acmix"))
    filled = fill(path, [groups()])

    def typed(data: bytes) -> bytes:
        end = re.search(rb'_after"/><w:bookmarkEnd w:id="\d+"/>', data).group()
        return data.replace(end, end + b"<w:r><w:t>Dear words</w:t></w:r>")

    path.write_bytes(rewritten(filled, "word/document.xml", typed))
    narrow = fill(path, [little("tab:acmix")])
    assert "Dear words" in "".join(root(narrow).itertext(W + "t"))
    assert columns(narrow) == columns(draft(tmp_path, name="b.docx").read_bytes())
