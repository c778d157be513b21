"""Tables as Excel workbooks, as their XML says and as the reporter reads them."""

from __future__ import annotations

import re
import textwrap
from zipfile import ZipFile

import pytest

from ieeelint.cli import main
from ieeelint.report.building import build
from ieeelint.report.specification import loads
from ieeelint.report.writers import xlsx

SPECIFICATION = """
[source]
files = ["r.csv"]
[table]
label = "tab:t"
title = "Cost & Gain <of Two>"
rows = { key = "m", header = "Model" }
[[column]]
header = "Accuracy"
metric = "acc"
digits = "places:2"
best = "max"
mark = "bold+underline"
[[column]]
header = "Work"
metric = "work"
digits = "sci:3"
[[rowsummary]]
header = "Average"
of = "mean"
"""
DATA = "m,acc,work (FLOP)\nA & <B>,0.123456,2.3e19\nC,0.5,9.6e18\nD,,\nE,0.01,1e18\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.csv").write_text(DATA)
    (tmp_path / "t.toml").write_text(SPECIFICATION)
    return tmp_path


def sheet(path: str, number: int = 1) -> list[list[tuple[str, str]]]:
    """The cells of a sheet: the text or the number of each, and its style."""
    with ZipFile(path) as archive:
        text = archive.read(f"xl/worksheets/sheet{number}.xml").decode()
    cell = r'<c r="[A-Z]+\d+"(?: s="(\d+)")?(?: t="inlineStr")?(?:/>|>(.*?)</c>)'
    return [
        [(re.sub("<[^>]*>", "", content), style) for style, content in re.findall(cell, row)]
        for row in re.findall("<row .*?</row>", text)
    ]


def test_cells_are_unrounded_numbers_that_show_the_printed_digits(folder):
    assert main(["report", "t.toml", "--to", "xlsx"]) == 0
    rows = sheet("t.xlsx")
    assert [[text for text, _ in row] for row in rows] == [
        ["Model", "Accuracy", "Work (FLOP)"],
        ["A &amp; &lt;B&gt;", "0.123456", "23000000000000000000"],
        ["C", "0.5", "9600000000000000000"],
        ["D", "—", "—"],
        ["E", "0.01", "1000000000000000000"],
        ["Average", "", ""],
    ]
    with ZipFile("t.xlsx") as archive:
        styles = archive.read("xl/styles.xml").decode()
    formats = dict(re.findall('numFmtId="(\\d+)" formatCode="([^"]*)"', styles))
    xfs = re.findall('<xf numFmtId="(\\d+)" fontId="(\\d)"[^>]*xfId', styles)
    shown = [
        (formats.get(xfs[int(style)][0]), xfs[int(style)][1])
        for style in (rows[0][0][1], rows[1][1][1], rows[2][1][1], rows[1][2][1])
    ]
    assert shown == [(None, "1"), ("0.00", "2"), ("0.00", "1"), ("0.00E+00", "0")]
    assert [[text for text, _ in row] for row in sheet("t.xlsx", 2)] == [
        ["Cost &amp; Gain &lt;of Two&gt;"],
        ["a) No result."],
        ["b) No average: a value is missing."],
    ]


def test_a_workbook_is_a_result_file_again(folder, capsys):
    (folder / "r.csv").write_text("m,acc,work (FLOP)\nA,0.123456,2.3e19\nB,0.5,9.6e18\n")
    assert main(["report", "t.toml", "--to", "xlsx", "--out", "out"]) == 0
    capsys.readouterr()
    assert main(["report", "out/t.xlsx"]) == 0
    shown = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["Model", "Accuracy", "Work", "(EFLOP)"] in shown
    assert ["A", "0.123", "23.0"] in shown and ["B", "0.500*", "9.60"] in shown


def test_equal_tables_are_equal_files(folder):
    first, second = (
        xlsx.workbook(build(loads(SPECIFICATION, str(folder / "t.toml"))).grid) for _ in range(2)
    )
    assert first == second
    assert main(["report", "t.toml", "--to", "xlsx"]) == 0
    assert main(["report", "t.toml", "--to", "xlsx", "--check"]) == 0


def test_groups_of_rows_are_a_column(folder):
    groups = """
        [[rowgroup]]
        title = "First"
        where = { m = ["A & <B>", "C"] }
        [[rowgroup]]
        title = "Second"
        where = { m = ["D", "E"] }
        """
    grid = build(loads(SPECIFICATION + textwrap.dedent(groups), str(folder / "t.toml"))).grid
    (folder / "g.xlsx").write_bytes(xlsx.workbook(grid))
    assert [row[0][0] for row in sheet("g.xlsx")] == ["Group", "First", "First"] + [
        "Second",
        "Second",
        "",
    ]


def test_columns_after_the_twenty_sixth(folder):
    assert [xlsx._letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
