"""What results do not have stays in the table, and is named."""

from __future__ import annotations

import textwrap

import pytest

from ieeelint.cli import main
from ieeelint.report.building import build
from ieeelint.report.records import ReportError
from ieeelint.report.specification import loads
from ieeelint.report.words import plain

TABLE = """
[source]
files = ["{files}"]
{source}
[table]
label = "tab:t"
title = "Title"
rows = {{ key = "model", header = "Model" }}
"""
COLUMNS = '[[column]]\nheader = "Accuracy"\nmetric = "acc"\n'
TWO = COLUMNS + '[[column]]\nheader = "F1"\nmetric = "f1"\n'


@pytest.fixture
def made(tmp_path):
    """Build a table from files by name, with columns and other lines of [source]."""

    def make(files: dict[str, str], columns: str = COLUMNS, source: str = "", glob: str = "*.*"):
        for name, text in files.items():
            (tmp_path / name).write_text(textwrap.dedent(text).strip() + "\n", "utf-8")
        (tmp_path / "tables").mkdir(exist_ok=True)
        text = TABLE.format(files=f"../{glob}", source=source) + columns
        return build(loads(text, str(tmp_path / "tables" / "t.toml")))

    return make


def rows(built) -> list[list[str]]:
    return [
        [plain(cell.words) or cell.digits for cell in row.cells]
        for row in built.grid.rows
        if not row.title
    ]


def test_an_empty_cell_of_csv_keeps_its_row(made):
    built = made({"r.csv": "model,acc\nA,0.88\nB,\nC,0.7"})
    assert rows(built) == [["A", "0.880"], ["B", "—"], ["C", "0.700"]]
    assert built.absences == ['no value in 1 row: "B"']


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("r.json", '[{"model": "A", "acc": 0.88}, {"model": "B", "acc": null}]'),
        ("r.json", '[{"model": "A", "acc": 0.88}, {"model": "B"}]'),
        ("r.json", '{"rows": [{"model": "A", "acc": 0.88}, {"model": "B", "note": "later"}]}'),
        ("r.jsonl", '{"model": "A", "acc": 0.88}\n{"model": "B", "acc": null}'),
        ("r.jsonl", '{"model": "A", "acc": 0.88}\n{"model": "B"}'),
    ],
)
def test_null_and_a_missing_field_keep_their_row(made, name, text):
    built = made({name: text})
    assert rows(built) == [["A", "0.880"], ["B", "—"]]
    assert built.absences == ['no value in 1 row: "B"']


def test_rows_have_the_order_of_the_files_whatever_is_empty(made):
    built = made({"r.csv": "model,acc,f1\nA,.88,.8\nB,,.9\nC,.7,"}, TWO)
    assert rows(built) == [["A", "0.880", "0.800"], ["B", "—", "0.900"], ["C", "0.700", "—"]]
    assert built.absences == [
        'no value for "Accuracy" of "B" (../r.csv:3), "F1" of "C" (../r.csv:4)'
    ]


def test_a_metric_without_a_record_in_long_files(made):
    text = "model,metric,value\nB,f1,.5\nA,acc,.9\nA,f1,.8"
    built = made({"r.csv": text}, TWO)
    assert rows(built) == [["B", "—", "0.500"], ["A", "0.900", "0.800"]]
    assert built.absences == ['no value for "Accuracy" of "B"']


def test_files_with_different_metrics_do_not_leave_gaps(made):
    built = made({"a.csv": "model,acc\nA,.9", "b.jsonl": '{"model": "A", "f1": 0.8}'}, TWO)
    assert rows(built) == [["A", "0.900", "0.800"]]
    assert not built.absences


def test_rows_of_another_kind_are_no_rows_of_the_table(made):
    built = made({"r.jsonl": '{"event": "start"}\n{"model": "A", "acc": 0.9}\n{"event": "end"}'})
    assert rows(built) == [["A", "0.900"]]
    assert not built.absences


def test_rows_without_a_value_can_be_skipped(made):
    text = "model,seed,acc\nA,1,.9\nA,2,\nB,1,"
    with pytest.raises(ReportError, match=r'r.csv:3: acc is empty here.*empty = "skip"'):
        made({"r.csv": text})
    built = made({"r.csv": text}, source='empty = "skip"')
    assert rows(built) == [["A", "0.900"]]


def test_a_selected_value_without_a_record_is_a_row(made):
    text = "model,device,acc\nA,x,.9\nB,y,.8\nC,x,.7"
    built = made({"r.csv": text}, source='where = { model = ["B", "A", "C"], device = "x" }')
    assert rows(built) == [["A", "0.900"], ["C", "0.700"], ["B", "—"]]
    assert built.absences == ['no value in 1 row: "B"']


def test_a_selected_value_without_a_record_is_a_column_of_a_pivot(made):
    text = "model,size,device,acc\nA,1,x,.9\nA,2,y,.8"
    pivot = '[pivot]\nkey = "size"\nheader = "Size"\n[cell]\nmetric = "acc"\n'
    built = made(
        {"r.csv": text},
        pivot,
        source='where = { size = [1, 2], device = "x" }\nignore = ["device"]',
    )
    assert rows(built) == [["A", "0.900", "—"]]
    assert built.absences == ['no value in 1 column: "Size, 2"']


def test_a_listed_column_of_a_pivot_without_a_record(made):
    pivot = '[pivot]\nkey = "size"\nheader = "Size"\norder = [1, 2, 4]\n[cell]\nmetric = "acc"\n'
    built = made({"r.csv": "model,size,acc\nA,1,.9\nA,4,.8\nB,1,.7"}, pivot)
    assert rows(built) == [["A", "0.900", "—", "0.800"], ["B", "0.700", "—", "—"]]
    assert built.absences == ['no value in 1 column: "Size, 2"', 'no value for "Size, 4" of "B"']


@pytest.mark.parametrize(
    ("names", "missing"),
    [
        (("p-0-of-3.csv", "p-2-of-3.csv"), '1 part of 3 missing: "../p-1-of-3.csv"'),
        (("p-0001-of-0002.csv",), '1 part of 0002 missing: "../p-0002-of-0002.csv"'),
        (("3-of-3.csv", "2-of-3.csv"), '1 part of 3 missing: "../1-of-3.csv"'),
        (("p-1-of-2.csv", "p-2-of-2.csv"), ""),
        (("seed-1.csv", "seed-3.csv"), ""),
        (("best-of-3.csv",), ""),
    ],
)
def test_a_missing_part_of_a_divided_file_is_named(made, names, missing):
    built = made({name: f"model,acc\n{name},0.5" for name in names})
    assert built.absences == ([missing] if missing else [])


def test_a_series_of_a_figure_without_a_point(tmp_path):
    (tmp_path / "r.csv").write_text("model,size,device,acc\nA,1,x,.9\nA,2,x,.8\nB,1,y,.7\n")
    built = build(
        loads(
            '[source]\nfiles = ["r.csv"]\nwhere = { model = ["A", "B"], device = "x" }\n'
            'ignore = ["device"]\n[figure]\nkind = "line"\nlabel = "fig:f"\ncaption = "C."\n'
            'series = "model"\nx = { key = "size", quantity = "Size" }\n'
            'y = { metric = "acc", quantity = "Accuracy" }\n',
            str(tmp_path / "f.toml"),
        )
    )
    assert built.absences == ['no point in the series "B"']


def test_a_point_of_a_figure_without_a_value(tmp_path):
    (tmp_path / "r.csv").write_text("model,size,acc\nA,1,.9\nA,2,.8\nB,1,.7\nB,2,\n")
    built = build(
        loads(
            '[source]\nfiles = ["r.csv"]\n[figure]\nkind = "line"\nlabel = "fig:f"\ncaption = "C."'
            '\nseries = "model"\nx = { key = "size", quantity = "Size" }\n'
            'y = { metric = "acc", quantity = "Accuracy" }\n',
            str(tmp_path / "f.toml"),
        )
    )
    assert built.absences == ['no value for "B" at 2']


def test_the_command_prints_what_is_missing(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.csv").write_text("model,acc\nA,0.88\nB,\n")
    text = TABLE.format(files="r.csv", source="") + COLUMNS
    (tmp_path / "t.toml").write_text(text)
    assert main(["report", "t.toml"]) == 0
    assert 't.toml: no value in 1 row: "B"' in capsys.readouterr().err
    assert "B & ---" in (tmp_path / "t.tex").read_text()
    assert main(["pin", "t.toml"]) == 0
    assert 't.toml: no value in 1 row: "B"' in capsys.readouterr().err
