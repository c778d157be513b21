"""Result files as people leave them: each gives the right table, or a message that says why not."""

from __future__ import annotations

import re

import pytest

from ieeelint.cli import main
from ieeelint.report.building import build
from ieeelint.report.records import ReportError
from ieeelint.report.specification import load, loads

TABLE = """
[source]
files = ["{name}"]
{source}
[table]
label = "tab:t"
title = "Title"
rows = {{ key = "model", header = "Model" }}
[[column]]
header = "Accuracy"
metric = "acc"
"""


@pytest.fixture
def shown(tmp_path, monkeypatch, capsys):
    """What a table without a specification prints: its lines without rules."""
    monkeypatch.chdir(tmp_path)

    def show(text: str | bytes, name: str = "r.csv") -> tuple[int, list[str], str]:
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        status = main(["report", name])
        captured = capsys.readouterr()
        lines = [" ".join(line.split()) for line in captured.out.splitlines() if "──" not in line]
        return status, lines[1:], captured.err

    return show


@pytest.fixture
def cells(tmp_path):
    """The digits of the cells of a table by a specification; the text of those without a value."""

    def read(text: str, name: str = "r.csv", source: str = "") -> list[str]:
        (tmp_path / name).write_text(text, "utf-8")
        specification = TABLE.format(name=name, source=source)
        grid = build(loads(specification, str(tmp_path / "t.toml"))).grid
        return [cell.digits or cell.words[0].text for cell in grid.cells]

    return read


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("model,acc\nA,88.1%\nB,9%\n", ["Model Accuracy (%)", "A 88.1*", "B 9.0"]),
        ("model,speed\nA,12.1 ms\nB,9 ms\n", ["Model Speed (ms)", "A 12.1*", "B 9.0"]),
        (
            "model,acc\nA,0.881 ± 0.002\nB,0.75±0.01\n",
            [
                "Model Accuracy",
                "A 0.881±0.002*",
                "B 0.750±0.010",
                "Values ± the errors that were recorded.",
            ],
        ),
        ("model;acc\nA;0,88\nB;0,9\n", ["Model Accuracy", "A 0.88", "B 0.90*"]),
        ('model,cost\nA,"1,234.5"\nB,"1,100"\n', ["Model Cost", "A 1234.5", "B 1100.0*"]),
        ("model, acc\nA, 0.5\nB, 0.7\n", ["Model Accuracy", "A 0.5", "B 0.7*"]),
        ("# mine\n# model,acc\nA,0.5\nB,0.7\n", ["Model Accuracy", "A 0.5", "B 0.7*"]),
        ("# by me, 2026\nmodel,acc\nA,0.5\nB,0.7\n", ["Model Accuracy", "A 0.5", "B 0.7*"]),
        ("#,model,acc\n1,A,0.5\n2,B,0.7\n", ["Model Accuracy", "A 0.5", "B 0.7*"]),
        (
            "model,acc\nA,0.5\nB,-\nC,N/A\n",
            ["Model Accuracy", "A 0.5", "B —^a", "C —^a", "a) No result."],
        ),
        (
            "model,acc\nA,0.5\nB,OOM\nC,failed\n",
            [
                "Model Accuracy",
                "A 0.5",
                "B OOM^a",
                "C failed^b",
                "a) Out of memory.",
                "b) The measurement failed.",
            ],
        ),
        (
            "model,seed,acc,memory (MB)\nA,1,.5,120.5\nA,2,.6,120.5\nB,1,.7,99\nB,2,.9,99\n",
            [
                "Model Accuracy Memory (MB)",
                "A 0.55±0.07 120.5",
                "B 0.80±0.14* 99.0*",
                "Mean ± standard deviation of 2 repeats.",
            ],
        ),
    ],
)
def test_the_first_table_of_messy_files(shown, text, lines):
    status, printed, _ = shown(text)
    assert (status, [line for line in printed if line != "* best"]) == (0, lines)


def test_columns_of_other_intervals_have_notes_of_their_own(shown):
    rows = (f"{seed},.{seed},{f'.{seed}' if seed < 4 else ''}" for seed in range(1, 9))
    text = "".join(f"A,x,{row}\nB,y,{row}\n" for row in rows)
    status, printed, _ = shown("model,group,seed,acc,loss\n" + text)
    assert status == 2  # some repeats have a loss, and others have none
    text = "".join(
        f'{{"model": "{model}", "metric": "{metric}", "seed": {seed}, "value": 0.{seed}}}\n'
        for metric, count in (("acc", 8), ("loss", 3))
        for model in "AB"
        for seed in range(1, count + 1)
    )
    status, printed, _ = shown(text, "r.jsonl")
    assert printed[0] == "Model Accuracy^a Loss^b"
    assert printed[3:5] == [
        "a) Median of 8 repeats ± half-width of its 95% confidence interval.",
        "b) Mean ± standard deviation of 3 repeats.",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('model,acc\nA,"1,234"\nB,"2,345"\n', 'decimal = "," or decimal = "."'),
        ("model,acc\n", "r.csv: has no rows."),
        ("name,note\nA,good\n", "run: ieeelint report --explain-columns r.csv"),
    ],
)
def test_messages_about_messy_files(shown, text, message):
    status, _, error = shown(text)
    assert status == 2 and message in error


def test_the_decimal_sign_is_in_the_specification(shown, tmp_path):
    shown("model;acc\nA;0,88\n")
    assert main(["report", "r.csv", "--write-spec", "t.toml"]) == 0
    assert 'decimal = ","' in (tmp_path / "t.toml").read_text("utf-8")


def test_files_with_another_decimal_sign_are_left_out(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text("model;acc\nA;0,88\n")
    (tmp_path / "b.csv").write_text("model;acc\nB;0.5\n")
    assert main(["report", "a.csv", "b.csv"]) == 0
    assert "left out b.csv: has another decimal sign than a.csv" in capsys.readouterr().err


def test_a_setting_with_a_unit_is_a_key(cells):
    text = "model,window,acc\nA,10 ms,0.5\nA,20 ms,0.7\n"
    with pytest.raises(ReportError, match="window is .20 ms. here"):
        cells(text)
    assert cells(text, source='where = { window = "10 ms" }') == ["0.500"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("r.csv", "model,metric,value\nA,acc,0.5\nB,acc,OOM\nC,acc,timed out\n"),
        (
            "r.jsonl",
            '{"model": "A", "metric": "acc", "value": 0.5}\n'
            '{"model": "B", "metric": "acc", "value": "oom"}\n'
            '{"model": "C", "metric": "acc", "value": "timeout"}\n',
        ),
    ],
)
def test_a_status_in_the_place_of_a_value(cells, name, text):
    assert cells(text, name) == ["0.500", "OOM", "t/o"]


def test_a_truth_value_in_quotes(cells):
    text = "model,bn,acc\nA,True,.5\nB,False,.6\n"
    with pytest.raises(ReportError, match=re.escape("Write bn = false, without quotes")):
        cells(text, source='where = { bn = "False" }')
    assert cells(text, source="where = { bn = false }") == ["0.600"]


@pytest.mark.parametrize("value", ["nan", "inf", "?", "0.5 apples"])
def test_what_is_no_number_is_refused(cells, value):
    with pytest.raises(ReportError, match="not a finite number"):
        cells(f"model,acc\nA,0.5\nB,{value}\n")


def test_equal_repeats_keep_their_digits():
    from decimal import Decimal

    from ieeelint.report.grid import Cell, Value
    from ieeelint.report.numbers.rounding import write

    def written(*numbers: str, half: str = "0") -> list[str]:
        values = [Decimal(number) for number in numbers]
        made = [
            Cell("r", "c", value=Value(value, "", value - Decimal(half), value)) for value in values
        ]
        write(made, "uncertainty")
        return [f"{cell.digits}±{'<' if cell.half_below else ''}{cell.half}" for cell in made]

    assert written("12.125", "3.5") == ["12.12±<0.01", "3.50±<0.01"]
    assert written("12.125", half="0.5") == ["12.1±0.5"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("r.csv", ",model,seed,acc\n0,A,1,.5\n1,A,2,.7\n2,B,1,.8\n3,B,2,.8\n"),
        (
            "r.json",
            '{"model": {"0": "A", "1": "A", "2": "B", "3": "B"}, "seed": {"0": 1, "1": 2, "2": 1,'
            ' "3": 2}, "acc": {"0": 0.5, "1": 0.7, "2": 0.8, "3": 0.8}}',
        ),
    ],
)
def test_data_frames_as_pandas_writes_them(shown, name, text):
    status, printed, _ = shown(text, name)
    assert (status, printed[:3]) == (0, ["Model Accuracy", "A 0.60±0.14", "B 0.80±<0.01*"])


def test_names_of_rows_as_pandas_and_r_write_them(shown, cells):
    text = ",acc\nbig-net,.5\nsmall-net,.7\n"
    assert shown(text)[1][:3] == ["Name Accuracy", "big-net 0.5", "small-net 0.7*"]
    with pytest.raises(ReportError, match="has a duplicate column .*join them to one"):
        cells("model,acc,acc\n,mean,std\nA,1,2\n")


def test_columns_by_row_number_need_all_numbers(shown):
    text = '{"A": {"0": 0.5, "2": 0.7}, "B": {"0": 0.6, "2": 0.8}}'
    assert shown(text, "r.json")[1][0] == "Name 0 2"


def test_errors_decide_the_decimals_too(shown):
    text = "model,acc\nA,0.6 ± 0.011\nB,0.71 ± 0.02\n"
    assert shown(text)[1][1:3] == ["A 0.600±0.011", "B 0.710±0.020*"]


def test_settings_of_trackers_are_keys(shown, capsys):
    shown("config/loss,model,acc\n0.125,A,0.5\n0.375,A,0.7\n")
    assert main(["report", "--explain-columns", "r.csv"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[1][:4] == ["config/loss", "key", "its", "name"]


def test_a_folder_of_mlflow_prints_a_table(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    run = tmp_path / "mlruns" / "1" / "abc"
    (run / "metrics").mkdir(parents=True)
    (run / "params").mkdir()
    (run / "tags").mkdir()
    (tmp_path / "mlruns" / "1" / "meta.yaml").write_text(
        "experiment_id: '1'\nname: e\nlifecycle_stage: active\n"
    )
    (run / "meta.yaml").write_text(
        "run_id: abc\nrun_name: first\nstatus: 3\nlifecycle_stage: active\nstart_time: 1\n"
    )
    (run / "metrics" / "val_acc").write_text("1 0.5 0\n2 0.75 1\n")
    (run / "params" / "model").write_text("cnn")
    assert main(["report", "mlruns"]) == 0
    assert "cnn" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("units", "message"),
    [
        (("ms", "s"), 'Write which unit to print: unit = "…".'),
        (("ms", "GiB"), "They measure different things: select one with where"),
        (("ms", "furlong"), "They measure different things: select one with where"),
    ],
)
def test_results_in_several_units(tmp_path, units, message):
    rows = [f"{model},cost,2,{unit}\n" for model, unit in zip("AB", units)]
    (tmp_path / "r.csv").write_text("model,metric,value,unit\n" + "".join(rows))
    (tmp_path / "t.toml").write_text(
        '[source]\nfiles = ["r.csv"]\n[table]\nlabel = "tab:t"\ntitle = "T"\n'
        'rows = { key = "model" }\n[[column]]\nheader = "Cost"\nmetric = "cost"\n'
    )
    with pytest.raises(ReportError, match=message):
        build(load(str(tmp_path / "t.toml")))
