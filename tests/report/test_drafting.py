"""A table without a specification, from the command line and from Python."""

from __future__ import annotations

import json
import re
from pathlib import Path

import polars
import pytest

from ieeelint.cli import main
from ieeelint.report import table
from ieeelint.report.drafting.wording import best_of, digits_of, header_of
from ieeelint.report.numbers.units import fitting_unit
from ieeelint.report.records import ReportError

OUTPUTS = Path(__file__).parent / "tool_outputs"
RESULTS = """model,seed,acc,time (s),note
A,1,0.61,0.0120,x
A,2,0.63,0.0124,x
B,1,0.81,0.0340,y
B,2,0.85,0.0344,y
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scores.csv").write_text(RESULTS)
    return tmp_path


def printed(capsys) -> list[str]:
    return [line.rstrip() for line in capsys.readouterr().out.splitlines()]


def test_a_result_file_alone_prints_a_table(folder, capsys):
    assert main(["report", "scores.csv"]) == 0
    lines = printed(capsys)
    assert lines[0] == "Scores"
    assert lines[2].split() == ["Model", "Accuracy", "Time", "(ms)"]
    assert re.fullmatch(r"A +0\.620±0\.014 +12\.20±0\.28\*", lines[4])
    assert re.fullmatch(r"B +0\.830±0\.028\* +34\.20±0\.28", lines[5])
    assert sorted(path.name for path in folder.iterdir()) == ["scores.csv"]


def test_the_specification_can_be_kept_and_gives_the_same_table(folder, capsys):
    assert main(["report", "scores.csv", "--write-spec", "tables/scores.toml"]) == 0
    first = printed(capsys)
    text = (folder / "tables" / "scores.toml").read_text("utf-8")
    assert 'files = ["../scores.csv"]' in text and 'best = "max"' in text and 'unit = "ms"' in text
    assert main(["report", "tables/scores.toml", "--to", "markdown"]) == 0
    markdown = (folder / "tables" / "scores.md").read_text("utf-8")
    assert "**0.830**±0.028" in markdown and any("0.830±0.028*" in line for line in first)
    assert main(["report", "scores.csv", "--write-spec", "tables/scores.toml"]) == 2
    assert "exists already" in capsys.readouterr().err


def test_other_formats_are_written_next_to_the_name(folder, capsys):
    assert main(["report", "scores.csv", "--to", "latex,html", "--out", "generated"]) == 0
    assert sorted(path.name for path in (folder / "generated").iterdir()) == [
        "scores.html",
        "scores.tex",
    ]


def test_a_folder_of_results(folder, capsys):
    for model in "AB":
        for seed in (1, 2):
            run = folder / "runs" / f"model={model},seed={seed}"
            run.mkdir(parents=True)
            lines = f"epoch,step,val_acc\n0,9,0.5\n1,19,0.{'6' if model == 'A' else '8'}{seed}\n"
            (run / "metrics.csv").write_text(lines)
    (folder / "runs" / "notes.json").write_text('{"by": "me"}')
    assert main(["report", "runs"]) == 0
    captured = capsys.readouterr()
    assert re.search(r"A +0\.615±0\.007", captured.out)
    assert re.search(r"B +0\.815±0\.007\*", captured.out)
    assert 'left out "runs/notes.json": 1 file of the format json, not step-log' in captured.err


def test_two_keys_and_one_metric_are_rows_and_columns(folder, capsys):
    text = "model,dataset,acc,f1\nA,x,.5,.4\nA,y,.6,.5\nB,x,.7,.6\nB,y,,.7\n"
    (folder / "r.csv").write_text(text)
    assert main(["report", "r.csv"]) == 0
    captured = capsys.readouterr()
    lines = [line.split() for line in captured.out.splitlines()]
    assert lines[2] == ["Accuracy"] and lines[4] == ["Model", "x", "y"]
    assert "other metrics are f1" in captured.err
    assert 'no value for "Accuracy, y" of "B"' in captured.err


@pytest.mark.parametrize(
    ("name", "shows"),
    [
        ("hyperfine.json", ["Time (ms)", "sleep 0.02"]),
        ("google_benchmark.json", ["Real Time", "failed"]),
        ("optuna.csv", ["Value", "Layers"]),
        ("openpyxl.xlsx", ["Latency (ms)", "Model"]),
        ("sacred", ["Validation Accuracy", "Result"]),
        ("pyperf.json", ["Time (µs)", "sort 1e3"]),
        ("asv", ["      Time by N (µs)", "\nKind     100    1000", "list"]),
    ],
)
def test_files_of_tools(name, shows, capsys):
    assert main(["report", str(OUTPUTS / name)]) == 0
    shown = capsys.readouterr().out
    assert all(words in shown for words in shows), shown


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\nx,y\n", "report --explain-columns bad.csv"),
        ("a,b\n", "has no rows"),
        ("acc\n0.5\n", "has no key that could name the rows"),
        ("", "is empty"),
        ("model,acc\nA,nan\n", "acc is nan, not a finite number"),
    ],
)
def test_files_without_a_table(folder, capsys, text, message):
    (folder / "bad.csv").write_text(text)
    assert main(["report", "bad.csv"]) == 2
    assert message in capsys.readouterr().err


def test_folders_without_results(folder, capsys):
    (folder / "wandb" / "run").mkdir(parents=True)
    (folder / "wandb" / "run" / "run-1.wandb").write_bytes(b"x")
    assert main(["report", "wandb"]) == 2
    assert "run wandb sync" in capsys.readouterr().err


def test_the_last_checkpoint_stands_for_its_run(folder, capsys):
    for run, steps in (("a", (2, 10)), ("b", (2,))):
        for step in steps:
            path = folder / "out" / run / f"checkpoint-{step}"
            path.mkdir(parents=True)
            log = [{"epoch": 1, "step": at, "eval_accuracy": at / 100} for at in range(step + 1)]
            (path / "trainer_state.json").write_text(json.dumps({"log_history": log}))
            (path / "config.json").write_text('{"dropout": 0.1}')
    log = [{"epoch": 1, "step": 2, "eval_accuracy": 0.5}]
    (folder / "out" / "b" / "trainer_state.json").write_text(json.dumps({"log_history": log}))
    assert main(["report", "out"]) == 0
    lines = [" ".join(line.split()) for line in printed(capsys)]
    assert lines[4:6] == ["a/checkpoint-10 0.1", "b 0.5*"]


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("eval_samples_per_second", "Evaluation Samples per Second"),
        ("rate_of_errors", "Rate of Errors"),
        ("latency_ms", "Latency (ms)"),
    ],
)
def test_headers_of_names(name, header):
    assert header_of(name) == header


def test_columns_of_scikit_learn(folder, capsys):
    names = "param_C,params,mean_fit_time,std_fit_time,mean_score_time,std_score_time"
    names += ",split0_test_score,split1_test_score,mean_test_score,std_test_score"
    rows = [f"{c},\"{{'C': {c}}}\",0.5,0.1,0.2,0.1,0.{c}1,0.{c}2,0.{c}15,0.01" for c in (1, 2, 4)]
    (folder / "cv.csv").write_text("\n".join([names, *rows]) + "\n")
    assert main(["report", "cv.csv"]) == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines()[2].split()[:5] == ["Param", "C", "Mean", "Test", "Score"]
    assert "params" not in captured.err


def test_of_many_metrics_the_telling_ones_are_shown(folder, capsys):
    names = "model,eval_runs_per_second,recall,eval_runtime,eval_loss,loss_std,eval_accuracy,f1"
    rows = [
        f"{model},1.{at}5,0.{at}4,3.{at}5,0.{at}5,0.{at}6,0.{at}7,0.{at}8"
        for at, model in enumerate("AB")
    ]
    (folder / "r.csv").write_text("\n".join([names, *rows]) + "\n")
    assert main(["report", "r.csv"]) == 0
    shown = " ".join(capsys.readouterr().out.splitlines()[2].split())
    assert shown == (
        "Model Recall Evaluation Accuracy F1 Evaluation Runtime Evaluation Loss"
        " Evaluation Runs per Second"
    )


def test_write_spec_needs_results(folder, capsys):
    (folder / "t.toml").write_text("")
    assert main(["report", "t.toml", "--write-spec", "x.toml"]) == 2
    assert "--write-spec needs result files" in capsys.readouterr().err


RECORDS = [
    {"model": "A", "seed": 1, "acc": 0.61, "loss": 1.5},
    {"model": "A", "seed": 2, "acc": 0.63, "loss": 1.25},
    {"model": "B", "seed": 1, "acc": 0.81, "loss": None},
    {"model": "B", "seed": 2, "acc": 0.85, "loss": float("nan")},
]


class PandasFrame:
    """As much of a data frame of pandas as the table uses."""

    class index:  # noqa: N801
        names = (None,)

    def reset_index(self):
        raise AssertionError("the index has no names")

    def to_dict(self, how):
        assert how == "records"
        return RECORDS


@pytest.mark.parametrize(
    "data",
    [
        RECORDS,
        iter(RECORDS),
        {name: [record[name] for record in RECORDS] for name in RECORDS[0]},
        polars.DataFrame(RECORDS, strict=False),
        PandasFrame(),
    ],
    ids=["records", "iterator", "columns", "polars", "pandas"],
)
def test_a_table_from_python(data):
    made = table(data, rows="model", columns=["acc", "loss"], title="Cost & Gain")
    shown = str(made)
    assert re.search(r"A +0\.620±0\.014 +1\.38±0\.18", shown)
    assert re.search(r"B +0\.830±0\.028\* +—", shown)
    assert r"\caption{Cost \& Gain}" in made.to_latex()
    assert "<caption>Cost &amp; Gain</caption>" in made._repr_html_()
    assert "**Cost &amp; Gain**" in made.to_markdown()
    assert made.to_latex(tabular_only=True).count("caption") == 0


def test_pandas_itself():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(RECORDS).set_index("model")
    assert re.search(r"B +0\.830", str(table(frame, columns=["acc"])))


def test_a_table_from_python_in_word(tmp_path):
    table(RECORDS, columns={"acc": {"header": "Top-1", "unit": "%"}}).to_word(tmp_path / "t.docx")
    from ieeelint.readers import read

    text = read(str(tmp_path / "t.docx")).paper.text.plain
    assert "Top-1 (%)" in text and "62.0" in text


def test_the_specification_of_a_table_from_python():
    made = table(RECORDS, names={"A": "Ours"}, pivot="", columns=["acc"])
    assert '[names]\nA = "Ours"' in made.specification
    assert "Ours" in str(made)


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ({"rows": "modle"}, 'unknown key "modle". Did you mean "model"?'),
        ({"columns": ["acx"]}, 'unknown metric "acx". Did you mean "acc"?'),
    ],
)
def test_unknown_names_are_reported(how, message):
    with pytest.raises(ReportError, match=re.escape(message)):
        table(RECORDS, **how)


def test_a_pivot_from_python():
    data = [{"m": m, "d": d, "acc": n / 10} for n, (m, d) in enumerate(["Ax", "Ay", "Bx", "By"])]
    assert "    Accuracy\n" in str(table(data, rows="m", pivot="d"))
    assert json.dumps("d") in table(data, rows="m", pivot="d").specification


@pytest.mark.parametrize(
    ("name", "header", "best"),
    [
        ("val_acc", "Validation Accuracy", "max"),
        ("test/f1", "F1", "max"),
        ("mIoU", "mIoU", "max"),
        ("batch_time", "Batch Time", "min"),
        ("images/s", "Throughput (images/s)", "max"),
        ("num_params", "Number of Parameters", "min"),
        ("latency_ms", "Latency (ms)", "min"),
        ("train_time_s", "Training Time (s)", "min"),
        ("peak_gb", "Peak (GB)", ""),
        ("depth_h", "Depth H", ""),
        ("ms", "Ms", ""),
        ("foo", "Foo", ""),
        ("découpe", "Découpe", ""),
    ],
)
def test_words_of_metrics(name, header, best):
    assert (header_of(name), best_of(name)) == (header, best)


@pytest.mark.parametrize(
    ("unit", "values", "printed"),
    [
        ("s", [0.012, 0.034], "ms"),
        ("s", [12.0], "s"),
        ("ns", [56053.0], "µs"),
        ("", [25_600_000.0], "M"),
        ("", [0.5], ""),
        ("", [512.0], ""),
        ("B", [5e8], "MiB"),
        ("MB", [120.5], "MB"),
        ("h", [2.5], "h"),
        ("min", [0.5], "s"),
        ("ns", [7.0], "ns"),
        ("%", [0.5], "%"),
        ("apples", [0.5], "apples"),
    ],
)
def test_units_are_chosen_by_size(unit, values, printed):
    assert fitting_unit(unit, values) == printed


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ([0.88, 0.9], "places:2"),
        ([12.0, 7.0], "places:0"),
        ([0.123456, 0.5], "sig:3"),
        ([0.1, 5000.5], "sig:3"),
        ([1e-9], "sig:3"),
        ([], "sig:3"),
    ],
)
def test_digits_are_those_of_the_file(values, rule):
    assert digits_of(values) == rule
