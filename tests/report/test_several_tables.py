"""Several tables in one specification."""

from __future__ import annotations

import pytest

from ieeelint.cli import main
from ieeelint.report.building import build
from ieeelint.report.records import ReportError
from ieeelint.report.specification import loads, loads_all
from ieeelint.report.words import plain

DATA = "model,data,acc,time (s)\nA,x,.5,2\nA,y,.7,3\nB,x,.6,4\nB,y,.8,5\n"
TWO = """
[source]
files = ["r.csv"]

[[column]]
header = "Accuracy"
metric = "acc"

[[table]]
label = "tab:on-x"
title = "Results on X"
rows = { key = "model", header = "Model" }
where = { data = "x" }

[[table]]
label = "tab:time"
title = "Times"
rows = { key = "model", header = "Network" }
where = { data = "y" }

[[table.column]]
header = "Time"
metric = "time"

[names]
A = "Ours"

[[number]]
key = "best"
metric = "acc"
where = { model = "B", data = "y" }
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.csv").write_text(DATA)
    (tmp_path / "tables.toml").write_text(TWO)
    return tmp_path


def rows(specification):
    grid = build(specification).grid
    return [[plain(cell.words) or cell.digits for cell in row.cells] for row in grid.rows]


def test_each_table_has_the_common_parts_and_its_own(folder):
    first, second, numbers = loads_all(TWO, "tables.toml")
    assert rows(first) == [["Ours", "0.500"], ["B", "0.600"]]
    assert rows(second) == [["Ours", "3.00"], ["B", "5.00"]]
    assert first.numbers == second.numbers == []
    assert [number.digits for number in build(numbers).numbers] == ["0.800"]


def test_each_table_is_a_file_named_after_its_label(folder, capsys):
    assert main(["report", "tables.toml", "--to", "markdown,csv", "--out", "out"]) == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "on-x.csv", "on-x.md", "time.csv", "time.md",
    ]  # fmt: skip
    assert main(["report", "tables.toml", "--to", "markdown,csv", "--out", "out", "--check"]) == 0
    assert main(["report", "tables.toml", "--explain", "time.b.time"]) == 0
    assert "5 s" in capsys.readouterr().out


def test_the_lock_file_has_all_of_them(folder):
    assert main(["pin", "tables.toml"]) == 0
    lock = (folder / "results.lock").read_text("utf-8")
    assert '"tab:on-x"' in lock and '"tab:time"' in lock and '"best"' in lock
    assert main(["pin", "tables.toml", "--diff"]) == 0


def test_absences_name_the_table(folder, capsys):
    (folder / "r.csv").write_text(DATA.replace(".6,4", ",4"))
    assert main(["report", "tables.toml"]) == 0
    assert 'tables.toml: on-x: no value in 1 row: "B"' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('metric = "time"', 'metrc = "time"', 23, "unknown key column.metrc"),
        ('title = "Times"', 'titel = "Times"', 17, "unknown key table.titel"),
        ('where = { data = "y" }', 'where = "y"', 19, "table.where must be a table of keys"),
        ('metric = "acc"', 'metric = "acc"\nmark = "bold"', 8, "mark has no effect without best"),
    ],
)
def test_the_line_of_a_mistake(old, new, line, message):
    with pytest.raises(ReportError, match=message) as error:
        loads_all(TWO.replace(old, new, 1), "t.toml")
    assert error.value.line == line


def test_other_mistakes():
    with pytest.raises(ReportError, match="table must be a table"):
        loads_all('table = [1]\n[source]\nfiles = ["r.csv"]\n')
    one = TWO.replace("[[table]]", "[table]", 1)
    with pytest.raises(ReportError, match="is not valid TOML"):
        loads_all(one)


def test_one_table_may_select_records_too(folder):
    text = TWO[: TWO.index('[[table]]\nlabel = "tab:time')].replace("[[table]]", "[table]")
    assert rows(loads(text, "t.toml")) == [["A", "0.500"], ["B", "0.600"]]
    assert loads(text, "t.toml").name == ""
    of_others = TWO[TWO.index("[[number]]") :]
    table, numbers = loads_all(text + of_others, "t.toml")
    assert table.table is not None and table.numbers == []
    assert [number.digits for number in build(numbers).numbers] == ["0.800"]
