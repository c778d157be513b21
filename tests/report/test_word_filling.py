"""Drafts with tables put in: preserved content, later runs and errors."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from example_grids import groups, modules, scaling
from lxml import etree
from word_files import (
    MARKER,
    W,
    columns,
    controls,
    draft,
    little,
    part,
    plain_draft,
    rewritten,
    root,
    strict,
    tables,
)

from ieeelint.draft_checking import check_draft
from ieeelint.readers.word.reading import read_document
from ieeelint.report.built import Number
from ieeelint.report.grid import Value
from ieeelint.report.records import ReportError
from ieeelint.report.words import words
from ieeelint.report.writers.word import (
    document,
    fill,
)
from ieeelint.settings import Settings


def test_everything_else_stays_byte_for_byte(tmp_path):
    path = draft(tmp_path, MARKER.format("cost"))
    before, after = path.read_bytes(), fill(path, [modules()])
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert old.namelist() == new.namelist()
        for name in old.namelist():
            if name != "word/document.xml":
                assert old.read(name) == new.read(name), name
    old, new = part(before), part(after)
    marker = old.index(b"[[ieeelint")
    start, end = old.rindex(b"<w:p>", 0, marker), old.index(b"</w:p>", marker) + 6
    assert new.startswith(old[:start]) and new.endswith(old[end:])


def test_a_second_run_changes_only_changed_values(tmp_path):
    path = draft(tmp_path, "\n".join(map(MARKER.format, ("cost", "acmix", "scaling"))))
    grids = [modules(), groups(), scaling()]
    once = fill(path, grids)
    path.write_bytes(once)
    assert fill(path, grids) == once
    grids[1].rows[1].cells[1].digits = "9.99"
    twice = fill(path, grids)
    assert controls(twice)["ieeelint:tab:acmix/both_(baseline)/parameters"] == "9.99"
    assert part(twice).replace(b"9.99", b"1.32") == part(once)


def test_markers_in_several_runs_and_in_controls(tmp_path):
    path = draft(tmp_path, "[Normal] [[ieee<i>lint:tab</i>:a]]", "[Normal] [[ieeelint:tab:b]]")
    control = (
        b"<w:sdt><w:sdtPr><w:tag"
        b' w:val="ieeelint:tab:b"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click'
        b" here</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    data = part(path.read_bytes())
    marker = data.index(b"[[ieeelint:tab:b")
    start, end = data.rindex(b"<w:p>", 0, marker), data.index(b"</w:p>", marker) + 6
    changed = data[:start] + control + data[end:]
    path.write_bytes(rewritten(path.read_bytes(), "word/document.xml", lambda old: changed))
    filled = fill(path, [little("tab:a"), little("tab:b")])
    assert len(tables(filled)) == 2
    assert "Click here" not in "".join(root(filled).itertext(W + "t"))


def test_an_inline_control_is_a_marker(tmp_path):
    path = draft(tmp_path, "[Normal] HERE")
    control = (
        b"<w:sdt><w:sdtPr><w:tag"
        b' w:val="ieeelint:tab:a"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r>'
        b"</w:sdtContent></w:sdt>"
    )
    old = b"<w:r><w:t>HERE</w:t></w:r>"
    path.write_bytes(
        rewritten(path.read_bytes(), "word/document.xml", lambda data: data.replace(old, control))
    )
    assert len(tables(fill(path, [little()]))) == 1


def test_missing_duplicate_and_mixed_markers_are_errors(tmp_path):
    path = draft(tmp_path, MARKER.format("a"), MARKER.format("b"))
    with pytest.raises(
        ReportError, match="no marker for tab:c, only ieeelint:tab:a, ieeelint:tab:b. Type"
    ) as caught:
        fill(path, [little("tab:c")])
    assert caught.value.path == str(path)
    path = draft(tmp_path, "[Normal] Rain")
    with pytest.raises(ReportError, match="no marker for tab:c, and no other markers"):
        fill(path, [little("tab:c")])
    path = draft(tmp_path, MARKER.format("a"), MARKER.format("a"))
    with pytest.raises(ReportError, match="table tab:a has two markers"):
        fill(path, [little()])
    path = draft(tmp_path, "[Body Text] Rain [[ieeelint:tab:a]] falls.")
    with pytest.raises(ReportError, match="has other text"):
        fill(path, [little()])
    path = draft(tmp_path, "[Normal] [[ieeelint:tab:a]]<picture/>")
    with pytest.raises(ReportError, match="picture"):
        fill(path, [little()])
    with pytest.raises(ReportError, match="two tables have the label tab:a"):
        fill(path, [little(), little()])


def test_cross_references_and_comments_are_preserved(tmp_path):
    path = draft(
        tmp_path, MARKER.format("a"), "[Body Text] See <field REF _Ref7 \\r>Table I</field>."
    )
    path.write_bytes(fill(path, [little()]))

    def marked(data: bytes) -> bytes:
        start, end = b'<w:bookmarkStart w:id="40" w:name="_Ref7"/>', b'<w:bookmarkEnd w:id="40"/>'
        comment = (
            b'<w:commentRangeStart w:id="3"/>',
            b'<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>',
        )
        title = b'<w:r><w:t xml:space="preserve">Gains</w:t></w:r>'
        digits = b'<w:r><w:t xml:space="preserve">1.5</w:t></w:r>'
        return data.replace(title, start + title + end).replace(
            digits, comment[0] + digits + comment[1]
        )

    path.write_bytes(rewritten(path.read_bytes(), "word/document.xml", marked))
    filled = fill(path, [little()])
    names = [one.get(W + "name") for one in root(filled).iter(W + "bookmarkStart")]
    assert [name for name in names if not name.startswith("_ieeelint")] == ["_Ref7"]
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert len(list(root(filled).iter(W + name))) == 1, name
    path.write_bytes(filled)
    assert fill(path, [little()]) == filled


def test_a_draft_without_the_templates_styles(tmp_path):
    path = plain_draft(
        tmp_path / "a.docx", "Water", "[[ieeelint:tab:a]]", "Rain", "[[ieeelint:tab:b]]", "Snow"
    )
    filled = fill(path, [little("tab:b"), little("tab:a")])
    opened = docx.Document(io.BytesIO(filled))
    added = {one.name for one in opened.styles} & {
        "table head",
        "table col head",
        "table col subhead",
        "table copy",
        "table footnote",
    }
    assert len(added) == 5
    captions = ["".join(one.itertext(W + "t")) for one in root(filled).iter(W + "p")]
    assert captions.count("TABLE I. Gains") == 1 and captions.count("TABLE II. Gains") == 1
    fields = [one.text.split() for one in root(filled).iter(W + "instrText")]
    assert fields == [["SEQ", "Table", "\\*", "ROMAN"]] * 2
    path.write_bytes(filled)
    assert fill(path, [little("tab:a"), little("tab:b")]) == filled
    arabic = plain_draft(tmp_path / "b.docx", "[[ieeelint:tab:a]]")
    assert "TABLE 1. Gains" in "".join(
        root(fill(arabic, [little()], kind="compsoc")).itertext(W + "t")
    )


def test_a_cross_reference_to_the_table_number_is_preserved(tmp_path):
    path = plain_draft(tmp_path / "a.docx", "[[ieeelint:tab:a]]")
    path.write_bytes(fill(path, [little()]))

    def marked(data: bytes) -> bytes:
        start, end = b'<w:bookmarkStart w:id="40" w:name="_Ref7"/>', b'<w:bookmarkEnd w:id="40"/>'
        label, last = (
            b'<w:r><w:t xml:space="preserve">TABLE </w:t></w:r>',
            b'<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )
        return data.replace(label, start + label).replace(last, last + end)

    path.write_bytes(rewritten(path.read_bytes(), "word/document.xml", marked))
    longer = little()
    longer.title = words("Gains of Pipes")
    filled = fill(path, [longer])
    inside = (
        part(filled).partition(b'w:name="_Ref7"/>')[2].partition(b'<w:bookmarkEnd w:id="40"/>')[0]
    )
    assert re.findall(rb"<w:t [^>]*>([^<]*)", inside) == [b"TABLE ", b"I"]
    path.write_bytes(filled)
    assert fill(path, [longer]) == filled


def without_controls(data: bytes) -> bytes:
    """The document as LibreOffice 7.4 saves it: the only control is around the caption."""
    opened = etree.fromstring(data)
    while (one := next(opened.iter(W + "sdt"), None)) is not None:
        holder = one.getparent()
        at = holder.index(one)
        holder[at : at + 1] = list(one.find(W + "sdtContent"))
    for paragraph in opened.iterfind(f".//{W}p"):
        if paragraph.find(f"{W}bookmarkStart") is not None and paragraph.find(f"{W}r") is not None:
            content = etree.SubElement(etree.SubElement(paragraph, W + "sdt"), W + "sdtContent")
            content.extend(paragraph[1:-1])
    return etree.tostring(opened)


def test_a_table_without_its_control_is_found_by_its_bookmark(tmp_path):
    path = draft(tmp_path, MARKER.format("cost"), MARKER.format("acmix"))
    grids = [modules(), groups()]
    filled = fill(path, grids)
    path.write_bytes(rewritten(filled, "word/document.xml", without_controls))
    again = fill(path, grids)
    assert etree.tostring(root(again), method="c14n") == etree.tostring(root(filled), method="c14n")


def test_existing_number_fields_are_counted(tmp_path):
    path = plain_draft(tmp_path / "a.docx", "FIELD", "[[ieeelint:tab:a]]")
    old = b"<w:r><w:t>FIELD</w:t></w:r>"
    field = (
        b'<w:r><w:t>Table </w:t></w:r><w:fldSimple w:instr=" SEQ Table \\* ARABIC'
        b' "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    )
    path.write_bytes(
        rewritten(path.read_bytes(), "word/document.xml", lambda data: data.replace(old, field))
    )
    assert "TABLE 2. Gains" in "".join(root(fill(path, [little()])).itertext(W + "t"))


def test_strict_drafts_and_other_prefixes(tmp_path):
    path = draft(tmp_path, MARKER.format("a"), "[Body Text] [[ieeelint:k]]")
    expected = [[["Name", "Value (ms)"], ["One", "1.5"]]]
    numbers = [Number("k", "7", Value(7))]
    original = path.read_bytes()
    path.write_bytes(strict(original))
    filled = fill(path, [little()], numbers)
    assert (
        b'w:jc w:val="start"' in part(filled)
        and b'w:jc w:val="left"' not in part(filled)[part(filled).index(b"<w:sdt>") :]
    )
    path.write_bytes(filled)
    assert fill(path, [little()], numbers) == filled
    path.write_bytes(strict(draft(tmp_path, MARKER.format("acmix")).read_bytes()))
    wide = fill(path, [groups()])
    margins = re.findall(rb"<w:pgMar [^>]*>", part(wide))
    assert len(set(margins)) == 1 and b'w:right="907"' in margins[0]
    table = read_document("x.docx", filled).paper.tables[0]
    assert [[cell.plain for cell in row] for row in table.grids[0].rows] == expected[0]

    def renamed(data: bytes) -> bytes:
        for old, new in (
            (b"<w:", b"<ns0:"),
            (b"</w:", b"</ns0:"),
            (b" w:", b" ns0:"),
            (b"xmlns:w=", b"xmlns:ns0="),
        ):
            data = data.replace(old, new)
        return data

    path.write_bytes(rewritten(original, "word/document.xml", renamed))
    filled = fill(path, [little()], numbers)
    assert tables(filled) == expected and controls(filled)["ieeelint:k"] == "7"


def test_without_tables_the_file_is_unchanged(tmp_path):
    path = draft(tmp_path)
    assert fill(path, []) == path.read_bytes()


@pytest.mark.parametrize("cut", [0, 3, 100, 2000])
def test_broken_drafts_are_an_error_with_their_path(cut, tmp_path):
    path = draft(tmp_path, MARKER.format("a"))
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(ReportError) as caught:
        fill(path, [little()])
    assert str(path) in str(caught.value)
    with pytest.raises(ReportError, match="does not exist"):
        fill(tmp_path / "gone.docx", [little()])


def test_the_check_has_no_findings_about_the_tables(tmp_path):
    path = draft(tmp_path, "\n".join(map(MARKER.format, ("cost", "scaling", "acmix"))))
    read = read_document("draft.docx", fill(path, [modules(), scaling(), groups()]))
    paper = read.paper
    titles = [table.captions[0].plain for table in paper.tables]
    assert titles == [
        "Cost of Eleven Attention Modules on One GPU",
        "Forward Latency as the Sequence Grows",
        "Ablation of ACmix",
    ]
    assert [table.number for table in paper.tables] == ["I", "II", "III"]
    assert [cell.plain for cell in paper.tables[1].grids[0].rows[2]] == [
        "MHSA",
        "0.214",
        "0.868",
        "3.50",
        "14.3",
        "OOMa",
    ]
    notes = [passage.plain for passage in paper.passages if passage.zone == "table note"]
    assert notes[0] == "aMedian of 50 repeats ± half-width of the 95% confidence interval."
    codes = {finding.code for finding in check_draft(read, Settings())}
    assert not {code for code in codes if code.startswith(("TAB", "WRD", "EQN", "TXT", "TPL"))}
    # A file of tables is not a draft: missing authors are not reported.
    found = check_draft(read_document("x.docx", document([modules(), groups()])), Settings())
    assert not [finding.message for finding in found if finding.severity == "error"]


def test_a_transitional_document_with_strict_styles(tmp_path):
    path = draft(tmp_path, MARKER.format("a"))
    mixed = part(strict(path.read_bytes()), "word/styles.xml")
    path.write_bytes(rewritten(path.read_bytes(), "word/styles.xml", lambda old: mixed))
    path.write_bytes(fill(path, [little()]))
    assert tables(path.read_bytes()) == [[["Name", "Value (ms)"], ["One", "1.5"]]]
    assert fill(path, [little()]) == path.read_bytes()


def test_the_transactions_have_the_title_on_a_separate_line(tmp_path):
    path = plain_draft(tmp_path / "a.docx", "[[ieeelint:tab:a]]")
    style = (
        b'<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableTitle"><w:name w:val="Table'
        b' Title"/></w:style>'
    )
    path.write_bytes(
        rewritten(
            path.read_bytes(),
            "word/styles.xml",
            lambda old: old.replace(b"</w:styles>", style + b"</w:styles>"),
        )
    )
    filled = fill(path, [little()])
    caption = next(
        one for one in root(filled).iter(W + "p") if one.find(f"{W}pPr/{W}pStyle") is not None
    )
    assert caption.find(f"{W}pPr/{W}pStyle").get(W + "val") == "TableTitle"
    words_of = ["|" if one.tag == W + "br" else one.text for one in caption.iter(W + "t", W + "br")]
    assert words_of == ["TABLE ", "I", "|", "Gains"]
    assert b'w:name w:val="table head"' not in part(filled, "word/styles.xml")


def test_a_bookmark_end_that_word_moved_is_deleted(tmp_path):
    path = draft(tmp_path, MARKER.format("a"))
    filled = fill(path, [little()])
    end = re.search(rb'<w:bookmarkEnd w:id="\d+"/>', part(filled)).group()

    def moved(data: bytes) -> bytes:
        return data.replace(end, b"").replace(b"</w:sdt><w:p>", b"</w:sdt>" + end + b"<w:p>")

    path.write_bytes(rewritten(filled, "word/document.xml", moved))
    assert part(path.read_bytes()).count(end) == 1
    assert part(fill(path, [little()])) == part(filled)


def test_a_draft_saved_by_another_library_in_between(tmp_path):
    path = draft(tmp_path, MARKER.format("cost"), MARKER.format("acmix"))
    once = fill(path, [modules(), groups()])
    docx.Document(io.BytesIO(once)).save(str(path))
    again = fill(path, [modules(), groups()])
    assert tables(again) == tables(once) and columns(again) == columns(once)


def test_deep_nesting_is_not_a_traceback(tmp_path):
    path = draft(tmp_path, MARKER.format("a"), "[Normal] DEEP")
    deep = b"<w:smartTag>" * 5000 + b"</w:smartTag>" * 5000
    old = b"<w:r><w:t>DEEP</w:t></w:r>"
    path.write_bytes(
        rewritten(path.read_bytes(), "word/document.xml", lambda data: data.replace(old, deep))
    )
    with zipfile.ZipFile(io.BytesIO(fill(path, [little()]))) as archive:
        assert b"ieeelint:tab:a/x/v" in archive.read("word/document.xml")


def test_a_control_within_a_control_of_the_authors(tmp_path):
    path = draft(tmp_path, "[Normal] HERE")
    control = (
        b"<w:sdt><w:sdtContent><w:sdt><w:sdtPr><w:tag"
        b' w:val="ieeelint:tab:a"/></w:sdtPr><w:sdtContent>'
        b"<w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
    )
    old = b"<w:r><w:t>HERE</w:t></w:r>"
    path.write_bytes(
        rewritten(path.read_bytes(), "word/document.xml", lambda data: data.replace(old, control))
    )
    filled = fill(path, [little()])
    table = next(root(filled).iter(W + "tbl"))
    assert W + "p" not in {one.tag for one in table.iterancestors()}
