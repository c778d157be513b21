"""Tables in Word: what they look like to another library, that a draft keeps all else, what is refused."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from example_grids import groups, modules, scaling
from lxml import etree

from ieeelint.checking import check_paper
from ieeelint.readers.word.reading import read_document
from ieeelint.report.built import Number
from ieeelint.report.grid import DECIMAL, LEFT, TEXT, Cell, Column, Grid, Head, Note, Row, Value
from ieeelint.report.records import ReportError
from ieeelint.report.words import Piece, words
from ieeelint.report.writers.word import (
    document,
    fill,
    number_control,
    tag_of,
    tag_of_cell,
    unfilled,
)
from ieeelint.settings import Settings
from ieeelint.starters.word import document as starter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COLUMN = 5033  # twips of a column of the template on letter paper: (12240 - 2 × 907 - 360) / 2
TEXT_WIDTH = 10426
HOSTILE = [
    "10% of A & B",
    "x_y #1 ~ ^ \\ {z}",
    '<b>"bold"</b>',
    "]]> <!-- --> &amp;",
    "🙂 naïve 中文 Ω",
    "$a$ %d {0} {{ }}",
]
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
        label, words("Gains"), [Column("n", LEFT, words("Name")), Column("v", DECIMAL, words("Value"))],
        [[Head(words("Name"), 0), Head(words("Value"), 1, unit="ms")]],
        [Row("x", [Cell("x", "n", TEXT, words=words("One")), cell])], **more,
    )  # fmt: skip


def test_the_words_of_the_first_example():
    found = tables(document([modules()]))[0]
    assert found[0] == ["", "Parameters", "FLOPs", "Latencya (ms)", "Memoryb"]
    assert found[1] == ["Module", "(M)", "(G)", "Forward", "Backward", "(MiB)"]
    assert found[2] == ["MHSA", "1.050", "3.220", "0.835±0.012", "1.766±0.031", "412"]
    assert found[10] == ["ECA", "<0.001", "0.001", "0.048±0.001", "0.101±0.001", "92"]
    assert len(found) == 13


def test_short_heads_where_there_is_less_room(tmp_path):
    """A column of the template on A4 paper: (11906 - 2 × 907 - 360) / 2 = 4866 twips."""
    path = tmp_path / "a4.docx"
    path.write_bytes(starter(SKETCH.format(before=MARKER.format("cost"), after=""), "a4"))
    filled = fill(path, [modules()])
    assert tables(filled)[0][0][1] == "Params."
    assert sum(int(one.get(W + "w")) for one in root(filled).iter(W + "gridCol")) <= 4866


def test_missing_cells_and_groups():
    second, third = tables(document([scaling(), groups()]))
    assert second[2][-1] == "OOMa" and second[5][-1] == "—b"
    assert third[2] == ["Branches"]
    assert third[-3][:4] == ["4", "1.32", "0.612±0.005", "1.00b"]


def test_another_library_reads_styles_and_order():
    opened = docx.Document(io.BytesIO(document([modules()])))
    body = opened.element.body
    control = body.find(W + "sdt")
    content = list(control.find(W + "sdtContent"))
    assert [one.tag.removeprefix(W) for one in content] == ["p", "tbl", "p", "p"]
    names = [opened.styles.get_by_id(one.style, 1).name for one in (content[0], content[2])]
    assert names == ["table head", "table footnote"]
    assert "".join(content[0].itertext(W + "t")) == "Cost of Eleven Attention Modules on One GPU"
    assert "".join(content[3].itertext(W + "t")).startswith("bPeak allocated")
    styles = {p.find(f"{W}pPr/{W}pStyle").get(W + "val") for p in content[1].iter(W + "p")}
    assert styles == {"tablecolhead", "tablecolsubhead", "tablecopy"}


def test_widths_are_whole_and_fit():
    for grid, budget in ((modules(), COLUMN), (scaling(), COLUMN), (groups(), TEXT_WIDTH)):
        table = next(root(document([grid])).iter(W + "tbl"))
        grid_columns = [int(one.get(W + "w")) for one in table.find(W + "tblGrid")]
        assert len(grid_columns) == len(grid.columns)
        assert sum(grid_columns) <= budget
        assert table.find(f"{W}tblPr/{W}tblLayout").get(W + "type") == "fixed"
        for row in table.iter(W + "tr"):
            at = 0
            for cell in row.iter(W + "tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                count = int(span.get(W + "val")) if span is not None else 1
                width = cell.find(f"{W}tcPr/{W}tcW")
                assert (int(width.get(W + "w")), width.get(W + "type")) == (
                    sum(grid_columns[at : at + count]),
                    "dxa",
                )
                at += count
            assert at == len(grid.columns)


def test_no_number_is_wider_than_its_column():
    """Times digits are half their size wide, points and the rest no wider: 8 points, so 4 a character."""
    table = next(root(document([modules()])).iter(W + "tbl"))
    widths = [int(one.get(W + "w")) for one in table.find(W + "tblGrid")]
    assert widths[3] >= 20 * (8 * 4 + 2 * 2 + 4.4)  # 0.835±0.012


def test_heads_are_repeated_and_rows_not_split():
    rows = list(next(root(document([modules()])).iter(W + "tbl")).iter(W + "tr"))
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    assert heads == [True, True] + [False] * 11
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    spanner = rows[0].findall(W + "tc")[3]
    assert spanner.find(f"{W}tcPr/{W}gridSpan").get(W + "val") == "2"
    assert spanner.find(f"{W}p/{W}pPr/{W}pBdr/{W}bottom") is not None


def looks(control) -> list[tuple[str, list[str]]]:
    """The runs of a control: words and what they are marked with."""
    return [
        (
            "".join(run.itertext(W + "t")),
            [one.tag.removeprefix(W) for one in run.iterfind(f"{W}rPr/*")],
        )
        for run in control.iter(W + "r")
    ]


def test_marks_cover_the_digits_only():
    found = {
        one.find(f"{W}sdtPr/{W}tag").get(W + "val"): one
        for one in root(document([modules(), scaling()])).iter(W + "sdt")
    }
    bold = found["ieeelint:tab:cost/eca/latency-forward"]
    assert looks(bold) == [("0.048", ["b", "bCs"]), ("±0.001", [])]
    assert looks(found["ieeelint:tab:scaling/linear/seq-1024"]) == [("0.185", ["u"])]
    out = found["ieeelint:tab:scaling/mhsa/seq-16384"]
    assert looks(out) == [("OOM", [])]  # its letter stands beside the control
    assert looks(out.getparent())[-1] == ("a", ["vertAlign"])


# Children in the order of the schema (ECMA-376, part 1, sec. 17); Word calls a file in another order damaged.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps color sz szCs u vertAlign",
    "tblPr": "tblStyle tblpPr tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "tblBorders": "top left bottom right insideH insideV",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
    "sdt": "sdtPr sdtContent",
    "sdtPr": "alias tag",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar pgNumType cols titlePg docGrid",
}


def test_elements_stand_in_the_order_of_the_schema(tmp_path):
    path = plain_draft(
        tmp_path / "a.docx", "[[ieeelint:tab:cost]]", "Rain", "[[ieeelint:tab:acmix]]"
    )
    for data in (document([modules(), scaling(), groups()]), fill(path, [modules(), groups()])):
        for name in ("word/document.xml", "word/styles.xml"):
            for element in etree.fromstring(part(data, name)).iter():
                order = ORDER.get(str(element.tag).removeprefix(W), "").split()
                if (
                    order
                    and element.getparent().tag != W + "styles"
                    and name.endswith("document.xml")
                ):
                    places = [order.index(child.tag.removeprefix(W)) for child in element]
                    assert places == sorted(places), etree.tostring(element)


def test_every_value_has_a_control_of_its_own():
    grid = scaling()
    found = controls(document([grid]))
    assert {tag_of_cell(grid.label, cell.row, cell.column) for cell in grid.cells} < set(found)
    assert len(found) == len(grid.cells) + 1


def test_tags_are_no_longer_than_word_keeps():
    assert (
        tag_of_cell("tab:cost", "acmix", "latency-forward")
        == "ieeelint:tab:cost/acmix/latency-forward"
    )
    one, two = (tag_of_cell("tab:" + "long" * 20, "row", column) for column in ("a", "b"))
    assert one != two and len(one) == len(two) == 64
    assert one == tag_of_cell("tab:" + "long" * 20, "row", "a")
    assert len(tag_of("🙂" * 60).encode("utf-16-le")) <= 128


def test_ragged_decimals_get_decimal_tabs_and_even_ones_right_edges():
    table = next(root(document([scaling()])).iter(W + "tbl"))
    row = list(table.iter(W + "tr"))[2]  # MHSA
    cells = row.findall(W + "tc")
    tabs = [cell.find(f"{W}p/{W}pPr/{W}tabs/{W}tab") for cell in cells]
    assert [None if tab is None else tab.get(W + "val") for tab in tabs] == [
        None, None, "decimal", "decimal", "decimal", None,
    ]  # fmt: skip
    assert cells[5].find(f"{W}p/{W}pPr/{W}jc").get(W + "val") == "right"
    first = next(root(document([modules()])).iter(W + "tbl"))
    assert first.find(f".//{W}tab") is None  # three decimals throughout


def test_signs():
    grid = little()
    grid.rows[0].cells[1] = Cell("x", "v", digits="-0.5", half="0.1", value=Value(1))
    assert tables(document([grid]))[0][1] == ["One", "−0.5±0.1"]
    grid.rows[0].cells[1] = Cell("x", "v", digits="5", ends=("-1", "7"), value=Value(1))
    assert tables(document([grid]))[0][1] == ["One", "5\u00a0[−1,\u00a07]"]


def test_the_same_bytes_each_time():
    assert document([modules(), groups()]) == document([modules(), groups()])
    program = (
        "import sys, hashlib; sys.path[:0] = ['tests/report']\n"
        "from example_grids import groups; from ieeelint.report.writers.word import document\n"
        "print(hashlib.sha256(document([groups()])).hexdigest())"
    )
    top = Path(__file__).resolve().parents[2]
    hashes = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=top,
            env={"PYTHONPATH": str(top), "PYTHONHASHSEED": seed, "LC_ALL": locale},
        ).stdout
        for seed, locale in (("1", "C"), ("2", "C.UTF-8"))
    }  # fmt: skip
    assert len(hashes) == 1


@pytest.mark.parametrize(
    ("kind", "printed"),
    [("conference", ["TABLE I.", "TABLE II."]), ("journal", ["TABLE I", "TABLE II"]), ("compsoc", ["TABLE 1.", "TABLE 2."])],
)  # fmt: skip
def test_numbers_of_each_kind(kind, printed):
    view = read_document("x.docx", document([modules(), scaling()], kind=kind)).word
    assert [one.printed for one in view.paragraphs if one.style.name == "table head"] == printed


def test_unknown_kind_and_no_table():
    with pytest.raises(ReportError, match="conference, journal, compsoc"):
        document([little()], kind="magazine")
    with pytest.raises(ReportError, match="no table"):
        document([])


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


def test_filled_again_changes_nothing_but_what_changed(tmp_path):
    path = draft(tmp_path, "\n".join(map(MARKER.format, ("cost", "acmix", "scaling"))))
    grids = [modules(), groups(), scaling()]
    once = fill(path, grids)
    path.write_bytes(once)
    assert fill(path, grids) == once
    grids[1].rows[1].cells[1].digits = "9.99"
    twice = fill(path, grids)
    assert controls(twice)["ieeelint:tab:acmix/both_(baseline)/parameters"] == "9.99"
    assert part(twice).replace(b"9.99", b"1.32") == part(once)


def test_a_wide_table_has_one_column_of_its_own(tmp_path):
    path = draft(tmp_path, MARKER.format("acmix"), MARKER.format("cost"))
    plain = columns(path.read_bytes())
    filled = fill(path, [groups(), modules()])
    assert columns(filled) == [*plain[:-1], "2", "1", "2"]
    kinds = [one.find(W + "type").get(W + "val") for one in root(filled).iter(W + "sectPr")]
    assert kinds[-2:] == ["continuous", "continuous"]
    body = root(filled).find(W + "body")
    order = [
        "break" if one.find(f"{W}pPr/{W}sectPr") is not None else one.tag.removeprefix(W) for one in body
    ]  # fmt: skip
    at = order.index("sdt")
    assert order[at - 1 : at + 2] == ["break", "sdt", "break"]


def test_headers_and_page_numbers_are_not_begun_anew(tmp_path):
    path = draft(tmp_path, MARKER.format("acmix"))
    section = b'<w:headerReference w:type="default" r:id="rId9"/><w:footnotePr/>'
    data = part(path.read_bytes())
    at = data.rindex(b"<w:sectPr>") + len(b"<w:sectPr>")
    changed = data[:at] + section + data[at:].replace(
        b"<w:cols ", b'<w:pgNumType w:fmt="decimal" w:start="7"/><w:cols '
    ).replace(b"</w:sectPr>", b"<w:titlePg/></w:sectPr>")  # fmt: skip
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


def test_a_table_that_became_narrow_leaves_no_section_behind(tmp_path):
    path = draft(tmp_path, MARKER.format("acmix"), MARKER.format("b"))
    wide, other = groups(), little("tab:b", span="page")
    path.write_bytes(fill(path, [wide, other]))
    narrow, small = little("tab:acmix"), little("tab:b")
    again = fill(path, [narrow, small])
    fresh = draft(tmp_path, MARKER.format("acmix"), MARKER.format("b"), "fresh.docx")

    def unnumbered(data: bytes) -> bytes:
        return re.sub(rb'(<w:bookmark\w+ w:id=)"\d+"', rb"\1", part(data))

    assert unnumbered(again) == unnumbered(fill(fresh, [narrow, small]))


def test_auto_takes_the_column_where_it_fits(tmp_path):
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


def test_a_table_too_wide_names_its_widest_column(tmp_path):
    wide = groups()
    wide.span = "column"
    path = draft(tmp_path, MARKER.format("acmix"))
    with pytest.raises(
        ReportError, match=r'pt wider than the column of 252 pt; its widest column is "variant"'
    ):
        fill(path, [wide])


def test_long_heads_wrap_before_a_table_is_refused():
    grid = little()
    grid.heads[0][1] = Head(words("A head of " + "very " * 60 + "many words"), 1)
    assert "A head of very" in tables(document([grid]))[0][0][1]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_in_every_slot(text, tmp_path):
    grid = little("tab:a")
    grid.title = words(text, "\\TeX")
    grid.heads[0] = [Head(words(text), 0, notes="a"), Head(words("V"), 1, unit=text)]
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
def test_characters_no_file_can_hold_are_refused(text):
    grid = little()
    grid.provenance.path = "tables/a.toml"
    grid.notes = [Note("", words(text))]
    with pytest.raises(
        ReportError, match=r"tables/a.toml: table tab:a: the text .* holds the character U\+"
    ):
        document([grid])


def test_line_ends_in_words_are_spaces():
    grid = little()
    grid.title = words("Gains\nof\tPipes")
    assert "Gains of Pipes" in "".join(root(document([grid])).itertext(W + "t"))


def test_markers_cut_into_runs_and_controls(tmp_path):
    path = draft(tmp_path, "[Normal] [[ieee<i>lint:tab</i>:a]]", "[Normal] [[ieeelint:tab:b]]")
    control = (
        b'<w:sdt><w:sdtPr><w:tag w:val="ieeelint:tab:b"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r>'
        b"<w:t>Click here</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    data = part(path.read_bytes())
    marker = data.index(b"[[ieeelint:tab:b")
    start, end = data.rindex(b"<w:p>", 0, marker), data.index(b"</w:p>", marker) + 6
    changed = data[:start] + control + data[end:]
    path.write_bytes(rewritten(path.read_bytes(), "word/document.xml", lambda old: changed))
    filled = fill(path, [little("tab:a"), little("tab:b")])
    assert len(tables(filled)) == 2
    assert "Click here" not in "".join(root(filled).itertext(W + "t"))


def test_a_control_within_its_paragraph(tmp_path):
    path = draft(tmp_path, "[Normal] HERE")
    control = (
        b'<w:sdt><w:sdtPr><w:tag w:val="ieeelint:tab:a"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r>'
        b"</w:sdtContent></w:sdt>"
    )
    old = b'<w:r><w:t xml:space="preserve">HERE</w:t></w:r>'
    path.write_bytes(
        rewritten(path.read_bytes(), "word/document.xml", lambda data: data.replace(old, control))
    )
    assert len(tables(fill(path, [little()]))) == 1


def test_what_is_wrong_with_markers(tmp_path):
    path = draft(tmp_path, MARKER.format("a"), MARKER.format("b"))
    with pytest.raises(
        ReportError, match="no place for tab:c; it has ieeelint:tab:a, ieeelint:tab:b. Type"
    ) as caught:
        fill(path, [little("tab:c")])
    assert caught.value.path == str(path)
    path = draft(tmp_path, "[Normal] Rain")
    with pytest.raises(ReportError, match="no markers at all"):
        fill(path, [little("tab:c")])
    path = draft(tmp_path, MARKER.format("a"), MARKER.format("a"))
    with pytest.raises(ReportError, match="two places for table tab:a"):
        fill(path, [little()])
    path = draft(tmp_path, "[Body Text] Rain [[ieeelint:tab:a]] falls.")
    with pytest.raises(ReportError, match="stands among other words"):
        fill(path, [little()])
    path = draft(tmp_path, "[Normal] [[ieeelint:tab:a]]<picture/>")
    with pytest.raises(ReportError, match="picture"):
        fill(path, [little()])
    with pytest.raises(ReportError, match="two tables have the label tab:a"):
        fill(path, [little(), little()])


def test_cross_references_and_comments_live_on(tmp_path):
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


def plain_draft(path: Path, *lines: str) -> Path:
    """A draft in Word's own styles."""
    opened = docx.Document()
    for line in lines:
        opened.add_paragraph(line)
    opened.save(str(path))
    return path


def test_a_draft_without_the_templates_styles(tmp_path):
    path = plain_draft(
        tmp_path / "a.docx", "Water", "[[ieeelint:tab:a]]", "Rain", "[[ieeelint:tab:b]]", "Snow"
    )
    filled = fill(path, [little("tab:b"), little("tab:a")])
    opened = docx.Document(io.BytesIO(filled))
    added = {one.name for one in opened.styles} & {
        "table head", "table col head", "table col subhead", "table copy", "table footnote",
    }  # fmt: skip
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


def test_a_cross_reference_to_the_number_stays_one_to_the_number(tmp_path):
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
    """The document as LibreOffice 7.4 saves it: without the controls, but for one around a table head."""
    opened = etree.fromstring(data)
    while (one := next(opened.iter(W + "sdt"), None)) is not None:
        holder = one.getparent()
        at = holder.index(one)
        holder[at : at + 1] = list(one.find(W + "sdtContent"))
    for head in opened.iterfind(f".//{W}p"):
        if head.find(f"{W}bookmarkStart") is not None and head.find(f"{W}r") is not None:
            content = etree.SubElement(etree.SubElement(head, W + "sdt"), W + "sdtContent")
            content.extend(head[1:-1])
    return etree.tostring(opened)


def test_a_table_is_found_where_its_control_was_dropped(tmp_path):
    path = draft(tmp_path, MARKER.format("cost"), MARKER.format("acmix"))
    grids = [modules(), groups()]
    filled = fill(path, grids)
    path.write_bytes(rewritten(filled, "word/document.xml", without_controls))
    again = fill(path, grids)
    assert etree.tostring(root(again), method="c14n") == etree.tostring(root(filled), method="c14n")


def test_tables_counted_by_fields_before(tmp_path):
    path = plain_draft(tmp_path / "a.docx", "FIELD", "[[ieeelint:tab:a]]")
    old = b"<w:r><w:t>FIELD</w:t></w:r>"
    field = b'<w:r><w:t>Table </w:t></w:r><w:fldSimple w:instr=" SEQ Table \\* ARABIC "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    path.write_bytes(
        rewritten(path.read_bytes(), "word/document.xml", lambda data: data.replace(old, field))
    )
    assert "TABLE 2. Gains" in "".join(root(fill(path, [little()])).itertext(W + "t"))


def strict(data: bytes) -> bytes:
    from ieeelint.readers.word.package import STRICT

    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for one, other in ((b, a) for a, b in STRICT):
                content = content.replace(one, other)
            new.writestr(name, content)
    return stream.getvalue()


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
    view = read_document("x.docx", filled)
    assert [[cell.plain for cell in row] for row in view.tables[0].grids[0].rows] == expected[0]

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


def test_a_marker_in_a_cell_or_a_text_box(tmp_path):
    path = draft(tmp_path, "| [[ieeelint:tab:a]] | Rain |", "[Normal] BOX")
    box = (
        b'<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        b'<mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="3200400" cy="99"/><a:graphic><a:graphicData '
        b'uri="x"><w:txbxContent>%s</w:txbxContent></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>'
        b"<mc:Fallback><w:pict><w:txbxContent>%s</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    marker = b"<w:p><w:r><w:t>[[ieeelint:tab:acmix]]</w:t></w:r></w:p>"
    old = b'<w:r><w:t xml:space="preserve">BOX</w:t></w:r>'
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


def test_numbers_of_the_text(tmp_path):
    path = draft(
        tmp_path,
        MARKER.format("a"),
        "[Body Text] It is <b>NUM</b> and [[iee<i>elint:gain</i>.two]]× or [[ieeelint:a.x.v]], not [[ieeelint:other]].",
    )
    control = (
        b'<w:sdt><w:sdtPr><w:tag w:val="ieeelint:gain.one"/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:b/></w:rPr>'
        b"<w:t>9</w:t></w:r><w:r><w:t>9</w:t></w:r></w:sdtContent></w:sdt>"
    )
    old = b'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">NUM</w:t></w:r>'
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


def test_a_control_that_shows_a_hint(tmp_path):
    path = draft(tmp_path, "[Body Text] NUM")
    control = (
        b'<w:sdt><w:sdtPr><w:tag w:val="ieeelint:k"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr>'
        b'<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Click here.</w:t></w:r></w:sdtContent></w:sdt>'
    )
    old = b'<w:r><w:t xml:space="preserve">NUM</w:t></w:r>'
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


def test_nothing_to_do_gives_the_same_file(tmp_path):
    path = draft(tmp_path)
    assert fill(path, []) == path.read_bytes()


@pytest.mark.parametrize("cut", [0, 3, 100, 2000])
def test_broken_drafts_say_what_to_do(cut, tmp_path):
    path = draft(tmp_path, MARKER.format("a"))
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(ReportError) as caught:
        fill(path, [little()])
    assert str(path) in str(caught.value)
    with pytest.raises(ReportError, match="does not exist"):
        fill(tmp_path / "gone.docx", [little()])


def test_the_check_reads_the_tables_without_complaint(tmp_path):
    path = draft(tmp_path, "\n".join(map(MARKER.format, ("cost", "scaling", "acmix"))))
    paper = read_document("draft.docx", fill(path, [modules(), scaling(), groups()]))
    titles = [table.captions[0].plain for table in paper.tables]
    assert titles == [
        "Cost of Eleven Attention Modules on One GPU", "Forward Latency as the Sequence Grows", "Ablation of ACmix",
    ]  # fmt: skip
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
    codes = {finding.code for finding in check_paper(paper, Settings())}
    assert not {code for code in codes if code.startswith(("TAB", "WRD", "EQN", "TXT", "TPL"))}
    # A file of tables is no paper: nobody complains that its authors are missing.
    found = check_paper(read_document("x.docx", document([modules(), groups()])), Settings())
    assert not [finding.message for finding in found if finding.severity == "error"]


def test_a_transitional_document_beside_strict_styles(tmp_path):
    path = draft(tmp_path, MARKER.format("a"))
    mixed = part(strict(path.read_bytes()), "word/styles.xml")
    path.write_bytes(rewritten(path.read_bytes(), "word/styles.xml", lambda old: mixed))
    path.write_bytes(fill(path, [little()]))
    assert tables(path.read_bytes()) == [[["Name", "Value (ms)"], ["One", "1.5"]]]
    assert fill(path, [little()]) == path.read_bytes()


def test_markers_that_nothing_filled(tmp_path):
    path = draft(
        tmp_path,
        MARKER.format("a"),
        "[Body Text] It is [[ieeelint:ga<i>in</i>]] and [[ieeelint:gian]].",
    )
    path.write_bytes(fill(path, [little()], [Number("gain", "2", Value(2))]))
    assert unfilled(path) == ["gian"]


def test_the_transactions_have_the_title_on_a_line_of_its_own(tmp_path):
    path = plain_draft(tmp_path / "a.docx", "[[ieeelint:tab:a]]")
    style = b'<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableTitle"><w:name w:val="Table Title"/></w:style>'
    path.write_bytes(
        rewritten(path.read_bytes(), "word/styles.xml", lambda old: old.replace(b"</w:styles>", style + b"</w:styles>"))
    )  # fmt: skip
    filled = fill(path, [little()])
    head = next(
        one for one in root(filled).iter(W + "p") if one.find(f"{W}pPr/{W}pStyle") is not None
    )
    assert head.find(f"{W}pPr/{W}pStyle").get(W + "val") == "TableTitle"
    words_of = ["|" if one.tag == W + "br" else one.text for one in head.iter(W + "t", W + "br")]
    assert words_of == ["TABLE ", "I", "|", "Gains"]
    assert b'w:name w:val="table head"' not in part(filled, "word/styles.xml")


def test_a_long_table_may_go_on_in_the_next_column():
    grid = little()
    grid.rows = [Row(f"r{n}", [Cell(f"r{n}", "n", TEXT, words=words(str(n))), Cell(f"r{n}", "v", digits="1", value=Value(1))]) for n in range(80)]  # fmt: skip
    rows = list(next(root(document([grid])).iter(W + "tbl")).iter(W + "tr"))
    kept = [row.find(f".//{W}keepNext") is not None for row in rows]
    assert kept == [True] + [False] * 80
    short = list(next(root(document([little()])).iter(W + "tbl")).iter(W + "tr"))
    assert all(row.find(f".//{W}keepNext") is not None for row in short)
