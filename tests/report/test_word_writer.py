"""Tables in a new Word file: text, marks, widths, headers, tags, numbers."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from example_grids import groups, modules, scaling
from lxml import etree
from word_files import (
    COLUMN,
    MARKER,
    SKETCH,
    TEXT_WIDTH,
    W,
    controls,
    draft,
    little,
    part,
    plain_draft,
    root,
    tables,
)

from ieeelint.readers.word.reading import read_document
from ieeelint.report.grid import TEXT, Cell, Header, Row, Value
from ieeelint.report.records import ReportError
from ieeelint.report.words import words
from ieeelint.report.writers.word import (
    document,
    fill,
    tag_of,
    tag_of_cell,
)
from ieeelint.starters.word import document as starter


def test_the_words_of_the_first_example():
    found = tables(document([modules()]))[0]
    assert found[0] == ["", "Params.", "FLOPs", "Latencya (ms)", "Memoryb"]
    assert found[1] == ["Module", "(M)", "(G)", "Forward", "Backward", "(MiB)"]
    assert found[2] == ["MHSA", "1.050", "3.220", "0.835±0.012", "1.766±0.031", "412"]
    assert found[10] == ["ECA", "<0.001", "0.001", "0.048±0.001", "0.101±0.001", "92"]
    assert len(found) == 13


def test_the_column_of_a4_paper(tmp_path):
    """A column of the template on A4 paper: (11906 - 2 × 907 - 360) / 2 = 4866 twips."""
    path = tmp_path / "a4.docx"
    path.write_bytes(starter(SKETCH.format(before=MARKER.format("cost"), after=""), "a4"))
    filled = fill(path, [modules()])
    assert sum(int(one.get(W + "w")) for one in root(filled).iter(W + "gridCol")) <= 4866


def test_headers_are_short_only_if_the_table_does_not_fit():
    grid = modules()
    grid.span = "page"
    assert tables(document([grid]))[0][0][1] == "Parameters"


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
    """Digits in Times are half as wide as their size of 8 points: 4 points per digit."""
    table = next(root(document([modules()])).iter(W + "tbl"))
    widths = [int(one.get(W + "w")) for one in table.find(W + "tblGrid")]
    assert widths[3] >= 20 * (8 * 4 + 2 * 2 + 4.4)  # 0.835±0.012


def test_header_rows_are_repeated_and_rows_not_split():
    rows = list(next(root(document([modules()])).iter(W + "tbl")).iter(W + "tr"))
    is_header = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    assert is_header == [True, True] + [False] * 11
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    spanner = rows[0].findall(W + "tc")[3]
    assert spanner.find(f"{W}tcPr/{W}gridSpan").get(W + "val") == "2"
    assert spanner.find(f"{W}p/{W}pPr/{W}pBdr/{W}bottom") is not None


def looks(control) -> list[tuple[str, list[str]]]:
    """The runs of a control: their text and their marks."""
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


# Children in the order of the schema (ECMA-376, part 1, sec. 17); Word calls a file in another
# order damaged.
ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
        " pBdr shd tabs suppressAutoHyphens spacing ind contextualSpacing jc textAlignment"
        " outlineLvl rPr sectPr"
    ),
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps color sz szCs u vertAlign",
    "tblPr": (
        "tblStyle tblpPr tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook"
        " tblCaption tblDescription"
    ),
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "tblBorders": "top left bottom right insideH insideV",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
    "sdt": "sdtPr sdtContent",
    "sdtPr": "alias tag",
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar pgNumType cols"
        " titlePg docGrid"
    ),
}


def test_elements_have_the_order_of_the_schema(tmp_path):
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


def test_every_value_has_a_content_control():
    grid = scaling()
    found = controls(document([grid]))
    assert {tag_of_cell(grid.label, cell.row, cell.column) for cell in grid.cells} < set(found)
    assert len(found) == len(grid.cells) + 1


def test_tags_are_short_enough_for_word():
    assert (
        tag_of_cell("tab:cost", "acmix", "latency-forward")
        == "ieeelint:tab:cost/acmix/latency-forward"
    )
    one, two = (tag_of_cell("tab:" + "long" * 20, "row", column) for column in ("a", "b"))
    assert one != two and len(one) == len(two) == 64
    assert one == tag_of_cell("tab:" + "long" * 20, "row", "a")
    assert len(tag_of("🙂" * 60).encode("utf-16-le")) <= 128


def test_decimal_tabs_only_if_decimals_differ():
    table = next(root(document([scaling()])).iter(W + "tbl"))
    row = list(table.iter(W + "tr"))[2]  # MHSA
    cells = row.findall(W + "tc")
    tabs = [cell.find(f"{W}p/{W}pPr/{W}tabs/{W}tab") for cell in cells]
    assert [None if tab is None else tab.get(W + "val") for tab in tabs] == [
        None,
        None,
        "decimal",
        "decimal",
        "decimal",
        None,
    ]
    assert cells[5].find(f"{W}p/{W}pPr/{W}jc").get(W + "val") == "right"
    first = next(root(document([modules()])).iter(W + "tbl"))
    assert first.find(f".//{W}tab") is None  # three decimals throughout


def test_minus_and_plus_minus_signs():
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
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            cwd=top,
            env={"PYTHONPATH": str(top), "PYTHONHASHSEED": seed, "LC_ALL": locale},
        ).stdout
        for seed, locale in (("1", "C"), ("2", "C.UTF-8"))
    }
    assert len(hashes) == 1


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        ("conference", ["TABLE I.", "TABLE II."]),
        ("journal", ["TABLE I", "TABLE II"]),
        ("compsoc", ["TABLE 1.", "TABLE 2."]),
    ],
)
def test_numbers_of_each_kind(kind, printed):
    view = read_document("x.docx", document([modules(), scaling()], kind=kind)).word
    assert [one.printed for one in view.paragraphs if one.style.name == "table head"] == printed


def test_unknown_kind_and_no_table():
    with pytest.raises(ReportError, match="conference, journal, compsoc"):
        document([little()], kind="magazine")
    with pytest.raises(ReportError, match="no table"):
        document([])


def test_a_table_too_wide_names_its_widest_column(tmp_path):
    wide = groups()
    wide.span = "column"
    path = draft(tmp_path, MARKER.format("acmix"))
    with pytest.raises(
        ReportError, match=r'pt wider than the column of 252 pt; its widest column is "variant"'
    ):
        fill(path, [wide])


def test_long_headers_wrap_before_a_table_is_too_wide():
    grid = little()
    grid.header_rows[0][1] = Header(words("A header of " + "very " * 60 + "many words"), 1)
    assert "A header of very" in tables(document([grid]))[0][0][1]


def test_a_long_table_may_continue_in_the_next_column():
    grid = little()
    grid.rows = [
        Row(
            f"r{n}",
            [
                Cell(f"r{n}", "n", TEXT, words=words(str(n))),
                Cell(f"r{n}", "v", digits="1", value=Value(1)),
            ],
        )
        for n in range(80)
    ]
    rows = list(next(root(document([grid])).iter(W + "tbl")).iter(W + "tr"))
    kept = [row.find(f".//{W}keepNext") is not None for row in rows]
    assert kept == [True] + [False] * 80
    short = list(next(root(document([little()])).iter(W + "tbl")).iter(W + "tr"))
    assert all(row.find(f".//{W}keepNext") is not None for row in short)


def test_columns_are_not_balanced():
    """A compatibility setting keeps a table and its notes together."""
    data = document([modules()])
    assert b"<w:noColumnBalance/>" in part(data, "word/settings.xml")
    assert docx.Document(io.BytesIO(data)).settings.element is not None


def test_whole_numbers_among_decimals_end_at_the_decimal_point():
    """8 points: a digit is 4, a point 2, "±" 4.392 wide; "19±6" ends with "±6", 8.392, right of
    the point.
    """
    grid = little()
    grid.header_rows = [[Header(words("Name"), 0), Header(words("V"), 1)]]
    grid.rows = [
        Row("a", [Cell("a", "n", TEXT, words=words("A")), Cell("a", "v", digits="19", half="6")]),
        Row(
            "b",
            [Cell("b", "n", TEXT, words=words("B")), Cell("b", "v", digits="0.25", half="0.12")],
        ),
        Row("c", [Cell("c", "n", TEXT, words=words("C")), Cell("c", "v", digits="173")]),
    ]
    rows = list(next(root(document([grid])).iter(W + "tbl")).iter(W + "tr"))
    one, two, three = (row.findall(W + "tc")[1].find(f"{W}p/{W}pPr") for row in rows[1:])
    assert two.find(f"{W}tabs/{W}tab").get(W + "val") == "decimal"
    right = [int(each.find(W + "ind").get(W + "right")) for each in (one, three)]
    assert right[1] - right[0] == pytest.approx(8.392 * 20, abs=1)
