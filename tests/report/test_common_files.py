"""The result files that people have: each is read at the first try, and says what it is if not."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from zipfile import ZipFile

import pytest

from ieeelint.report.building import build
from ieeelint.report.records import ReportError
from ieeelint.report.sources.collecting import collect
from ieeelint.report.specification import loads
from ieeelint.report.words import plain

OUTPUTS = Path(__file__).parent / "tool_outputs"


def values(root, name, keys, metrics, **how):
    found = collect([name], keys=keys, metrics=metrics, root=root, **how)
    return {key: list(series.values) or series.summarized for key, series in found.series.items()}


def table(tmp_path, file, text, source="", columns="", rows="model"):
    """The printed rows of a table from one file."""
    (tmp_path / file).write_text(text, "utf-8")
    specification = (
        f'[source]\nfiles = ["{file}"]\n{source}\n[table]\nlabel = "tab:t"\ntitle = "T"\n'
        f'rows = {{ key = "{rows}" }}\n{columns}'
    )
    built = build(loads(specification, str(tmp_path / "t.toml")))
    return [
        [
            plain(cell.words) or cell.digits + (f"±{cell.half}" if cell.half else "")
            for cell in row.cells
        ]
        for row in built.grid.rows
    ]


LIGHTNING = """epoch,step,train_loss,val_acc,val_loss
0,9,0.9,,
0,9,,0.50,0.8
1,19,0.6,,
1,19,,0.70,0.5
2,29,0.4,,
2,29,,0.65,0.6
"""


def lightning(tmp_path, metrics, keys=("run",), **how):
    folder = tmp_path / "logs" / "version_3"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "metrics.csv").write_text(LIGHTNING)
    return values(tmp_path, "logs/*/metrics.csv", keys, metrics, **how)


def test_lightning_prints_the_last_values_of_training_and_validation(tmp_path):
    assert lightning(tmp_path, ["val_acc", "train_loss"]) == {
        ("train_loss", ("logs/version_3",)): [0.4],
        ("val_acc", ("logs/version_3",)): [0.65],
    }


def test_lightning_by_the_best_epoch(tmp_path):
    best = lightning(tmp_path, ["val_acc", "val_loss", "train_loss"], best=("val_loss", "min"))
    assert {metric: found for (metric, _), found in best.items()} == {
        "train_loss": [0.6],
        "val_acc": [0.7],
        "val_loss": [0.5],
    }
    with pytest.raises(ReportError, match='best_by: this run has no values of "acc"'):
        lightning(tmp_path, ["val_acc"], best=("acc", "max"))


@pytest.mark.parametrize("axis", [("epoch", (0, 1, 2)), ("step", (9, 19, 29))])
def test_lightning_by_epoch_and_by_step(tmp_path, axis):
    key, points = axis
    found = lightning(tmp_path, ["val_acc"], keys=[key])
    assert found == {("val_acc", (at,)): [v] for at, v in zip(points, (0.5, 0.7, 0.65))}


KERAS = "epoch,accuracy,loss,val_loss\n0,0.5,0.9,0.8\n1,0.6,0.7,0.5\n2,0.7,0.4,0.6\n"


def test_a_log_of_keras(tmp_path):
    for name in ("small", "large"):
        (tmp_path / f"{name}.csv").write_text(KERAS)
    last = values(tmp_path, "*.csv", ["file"], ["accuracy", "val_loss"])
    assert last["accuracy", ("small",)] == [0.7] and last["val_loss", ("large",)] == [0.6]
    best = values(tmp_path, "small.csv", ["file"], ["accuracy"], best=("val_loss", "min"))
    assert best == {("accuracy", ("small",)): [0.6]}
    by_epoch = values(tmp_path, "small.csv", ["epoch"], ["loss"])
    assert by_epoch == {("loss", (0,)): [0.9], ("loss", (1,)): [0.7], ("loss", (2,)): [0.4]}


@pytest.mark.parametrize(
    "text",
    [
        "epoch,layers,acc\n0,2,.5\n1,2,.7\n",  # layers are a setting
        "epoch,acc\n1,.5\n0,.7\n",
        "epoch,acc\n0,.5\n0,.7\n",
        "epoch,acc\n0.5,.5\n1.5,.7\n",
        "epoch,acc\nlast,.5\n",
        "epoch\n0\n",
        "epoch,acc\n",
    ],
)
def test_other_tables_with_epochs_are_no_logs(tmp_path, text):
    from ieeelint.report.adapters.source import Source
    from ieeelint.report.adapters.step_logs import is_log

    (tmp_path / "r.csv").write_text(text)
    assert not is_log(Source(tmp_path / "r.csv", "r.csv"))


def test_a_table_with_epochs_and_names_is_no_log(tmp_path):
    text = "model,epoch,step,acc\nA,1,10,.5\nB,1,10,.7\n"
    assert table(tmp_path, "r.csv", text, columns='[[column]]\nheader = "A"\nmetric = "acc"\n') == [
        ["A", "0.500"],
        ["B", "0.700"],
    ]


def test_trainer_state_of_hugging_face(tmp_path):
    state = {
        "best_metric": 0.8,
        "global_step": 20,
        "log_history": [
            {"epoch": 1.0, "loss": 0.9, "learning_rate": 1e-4, "step": 10},
            {"epoch": 1.0, "eval_loss": 0.7, "eval_accuracy": 0.8, "step": 10},
            {"epoch": 2.0, "loss": 0.5, "learning_rate": 1e-5, "step": 20},
            {"epoch": 2.0, "eval_loss": 0.9, "eval_accuracy": 0.7, "step": 20},
        ],
    }
    folder = tmp_path / "model=bert,seed=3"
    folder.mkdir()
    (folder / "trainer_state.json").write_text(json.dumps(state))
    name = "*/trainer_state.json"
    assert values(tmp_path, name, ["model"], ["eval_accuracy", "loss"]) == {
        ("loss", ("bert",)): [0.5],
        ("eval_accuracy", ("bert",)): [0.7],
    }
    best = values(tmp_path, name, ["model"], ["eval_accuracy"], best=("eval_loss", "min"))
    assert best == {("eval_accuracy", ("bert",)): [0.8]}
    by_epoch = values(tmp_path, name, ["epoch"], ["eval_loss"])
    assert by_epoch == {("eval_loss", (1,)): [0.7], ("eval_loss", (2,)): [0.9]}


OPTUNA = {
    ("value", ("large", 3)): [0.07836881129881296],
    ("value", ("large", 1)): [0.014020254295554101],
    ("value", ("large", 2)): [0.052279905998728095],
}


def test_an_exported_study_of_optuna():

    series = collect(
        ["optuna.csv"],
        keys=["kind", "layers"],
        metrics=["value", "size"],
        ignore=["rate"],
        root=OUTPUTS,
    ).series
    assert {key: list(found.values) for key, found in series.items() if key[0] == "value"} == OPTUNA
    assert list(series["size", ("large", 1)].values) == [100]
    assert set(series["value", ("large", 3)].failures) == {"failed"}
    assert set(series["value", ("large", 2)].failures) == {"skipped"}


def test_the_database_of_optuna(tmp_path):
    base = sqlite3.connect(tmp_path / "study.db")
    base.executescript((OUTPUTS / "optuna.sql").read_text("utf-8"))
    base.close()
    series = collect(
        ["study.db"], keys=["kind", "layers"], metrics=["value"], ignore=["rate"], root=tmp_path
    ).series
    assert {key: list(found.values) for key, found in series.items()} == OPTUNA
    assert set(series["value", ("large", 3)].failures) == {"failed"}
    found = values(tmp_path, "study.db", ["study"], ["value"], ignore=["rate", "kind", "layers"])
    assert list(found) == [("value", ("toy",))]


def test_sacred_with_its_configuration():
    found = values(OUTPUTS, "sacred/*/metrics.json", ["model.name", "seed"], ["val.acc", "result"])
    assert found == {("val.acc", ("A", 7)): [0.7], ("result", ("A", 7)): [0.75]}
    found = values(OUTPUTS, "sacred/*/metrics.json", ["step"], ["val.acc"])
    assert [step for _, (step,) in found] == [0, 10, 20]


def test_a_failed_run_of_sacred(tmp_path):
    (tmp_path / "metrics.json").write_text('{"acc": {"steps": [0], "values": [0.5]}}')
    (tmp_path / "run.json").write_text('{"status": "FAILED"}')
    series = collect(["metrics.json"], keys=["run"], metrics=["acc"], root=tmp_path).series
    assert set(series["acc", (tmp_path.name,)].failures) == {"failed"}


LM_EVAL = {
    "results": {
        "arc_challenge": {
            "alias": "arc_challenge",
            "acc,none": 0.25,
            "acc_stderr,none": 0.0125,
            "acc_norm,none": 0.5,
            "acc_norm_stderr,none": "N/A",
        },
        "gsm8k": {
            "exact_match,strict-match": 0.5,
            "exact_match_stderr,strict-match": 0.02,
            "exact_match,flexible-extract": 0.75,
            "exact_match_stderr,flexible-extract": 0.01,
        },
    },
    "versions": {"arc_challenge": 1.0},
    "n-shot": {"arc_challenge": 25, "gsm8k": 5},
    "n-samples": {"arc_challenge": {"original": 1172, "effective": 1172}},
    "config": {"model": "hf", "model_args": "pretrained=org/tiny,dtype=float16"},
}


def test_lm_eval_has_tasks_as_keys_and_its_errors(tmp_path):
    column = '[[column]]\nheader = "Acc."\nmetric = "acc"\nunit = "%"\ninterval = "error"\n'
    where = 'where = { task = "arc_challenge" }\nignore = ["filter"]'
    shown = table(tmp_path, "r.json", json.dumps(LM_EVAL), where, column)
    assert shown == [["org/tiny", "25.0±1.2"]]
    found = values(tmp_path, "r.json", ["task", "filter", "shots"], ["exact_match"])
    assert found == {
        ("exact_match", ("gsm8k", "strict-match", 5)): 0.5,
        ("exact_match", ("gsm8k", "flexible-extract", 5)): 0.75,
    }
    with pytest.raises(ReportError, match='interval = "error"'):
        table(tmp_path, "r.json", json.dumps(LM_EVAL), where, column.replace("error", "sd"))
    norm = column.replace('"acc"', '"acc_norm"')
    assert table(tmp_path, "r.json", json.dumps(LM_EVAL), where, norm) == [["org/tiny", "50.0"]]


MLPERF = [
    ("POINT_IN_TIME", "submission_benchmark", "resnet", {}),
    ("POINT_IN_TIME", "seed", 3, {}),
    ("INTERVAL_START", "run_start", None, {}),
    ("POINT_IN_TIME", "eval_accuracy", 0.5, {"epoch_num": 4}),
    ("POINT_IN_TIME", "eval_accuracy", 0.76, {"epoch_num": 8}),
    ("INTERVAL_END", "run_stop", None, {"status": "success"}),
]


def mlperf(tmp_path, status="success"):
    lines = ["Some text, with commas, of the launcher", ""]
    for at, (kind, key, value, metadata) in enumerate(MLPERF):
        metadata = {"status": status} if "status" in metadata else metadata
        entry = {"namespace": "", "time_ms": 1000 * at, "event_type": kind, "key": key}
        lines.append(f":::MLLOG {json.dumps({**entry, 'value': value, 'metadata': metadata})}")
    (tmp_path / "result_0.txt").write_text("\n".join(lines) + "\n")


def test_a_log_of_mlperf(tmp_path):
    mlperf(tmp_path)
    keys, metrics = ["submission_benchmark"], ["eval_accuracy", "run_time"]
    assert values(tmp_path, "result_0.txt", keys, metrics) == {
        ("eval_accuracy", ("resnet",)): [0.76],
        ("run_time", ("resnet",)): [3.0],
    }
    by_epoch = values(tmp_path, "result_0.txt", ["epoch"], ["eval_accuracy"])
    assert by_epoch == {("eval_accuracy", (4,)): [0.5], ("eval_accuracy", (8,)): [0.76]}
    mlperf(tmp_path, "aborted")
    found = collect(["result_0.txt"], keys=keys, metrics=metrics, root=tmp_path).series
    assert {name for series in found.values() for name in series.failures} == {"failed"}


@pytest.mark.parametrize(
    ("content", "keys", "expected"),
    [
        (
            {"A": {"acc": 0.5, "f1": 0.4}, "B": {"acc": 0.7}},
            ["name"],
            {("A",): [0.5], ("B",): [0.7]},
        ),
        (
            {"x": {"A": {"acc": 0.5}, "B": {"acc": 0.7}}, "y": {"A": {"acc": 0.6}}},
            ["group", "name"],
            {("x", "A"): [0.5], ("x", "B"): [0.7], ("y", "A"): [0.6]},
        ),
        (
            {"A": {"acc": 0.5}, "B": {"acc": 0.7}, "total": 9},
            ["name", "total"],
            {("A", 9): [0.5], ("B", 9): [0.7]},
        ),
        ({"config": {"lr": 0.1}, "metrics": {"acc": 0.5}}, [], None),
        ({"config": {"lr": 0.1}, "metrics": {"lr": 1, "acc": 0.5}, "day": 3}, [], None),
    ],
)
def test_objects_by_name(tmp_path, content, keys, expected):
    (tmp_path / "r.json").write_text(json.dumps(content))
    metric = "acc" if expected else "metrics.acc"
    found = values(tmp_path, "r.json", keys or ["config.lr"], [metric])
    assert found == {(metric, key): v for key, v in (expected or {(0.1,): [0.5]}).items()}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"op_code": 0, "study_name": "s"}\n', "is a journal of Optuna. Export the study"),
        (
            "2026-01-01\nRunning ./b\nname,iterations,real_time,cpu_time,time_unit\na,1,2,3,ns\n",
            "--benchmark_out_format=json",
        ),
    ],
)
def test_files_that_their_tool_writes_in_a_better_form(tmp_path, text, message):
    (tmp_path / "r.log").write_text(text)
    with pytest.raises(ReportError, match=message):
        values(tmp_path, "r.log", ["a"], ["b"])


def test_a_workbook_of_excel(tmp_path):
    found = collect(
        ["openpyxl.xlsx"], keys=["model"], metrics=["accuracy", "latency"], root=OUTPUTS
    )
    assert {key: list(series.values) for key, series in found.series.items()} == {
        ("accuracy", ("A",)): [0.5, 0.7],
        ("latency", ("A",)): [12, 14.5],
        ("accuracy", ("B",)): [],
        ("latency", ("B",)): [9],
    }
    assert found.series["latency", ("A",)].unit == "ms"


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("word/document.xml", "a document of an office program"),
        ("weights/data.pkl", "a PyTorch file"),
        ("x.npy", "an archive of NumPy arrays"),
        ("results.csv", "compressed with zip"),
    ],
)
def test_other_archives_are_named(tmp_path, part, message):
    with ZipFile(tmp_path / "r.bin", "w") as archive:
        archive.writestr(part, "x")
    with pytest.raises(ReportError, match=message):
        values(tmp_path, "r.bin", ["a"], ["b"])


NBENCH = {
    "meta": {"version": {"json": {"major": 1, "string": "1.0.0"}}},
    "devices": [{"id": 0, "name": "GPU"}],
    "benchmarks": [
        {
            "name": "copy",
            "states": [
                {
                    "device": 0,
                    "axis_values": [],
                    "summaries": [
                        {
                            "tag": "nv/cold/time/gpu/mean",
                            "hint": "duration",
                            "data": [{"name": "value", "value": "0.002"}],
                        }
                    ],
                }
            ],
        }
    ],
}


def test_a_file_that_stores_the_mean_prints_the_mean(tmp_path):
    column = '[[column]]\nheader = "Time"\nmetric = "gpu_time"\nunit = "ms"\n'
    shown = table(tmp_path, "r.json", json.dumps(NBENCH), "", column, "benchmark")
    assert shown == [["copy", "2.00"]]
    with pytest.raises(ReportError, match='"median" cannot be computed'):
        table(tmp_path, "r.json", json.dumps(NBENCH), "", column + 'stat = "median"\n', "benchmark")


ACC = '[[column]]\nheader = "Acc."\nmetric = "acc"\n'


@pytest.mark.parametrize(
    ("cells", "source", "column", "expected"),
    [
        (("88.1%", "9.5%"), "", "", ["88.1", "9.50"]),
        (("12.1 ms", "9 ms"), "", 'unit = "µs"\ndigits = "places:0"\n', ["12100", "9000"]),
        (
            ("0.881 ± 0.002", "0.7±0.01"),
            "",
            'interval = "error"\ndigits = "places:3"\n',
            ["0.881±0.002", "0.700±0.010"],
        ),
        (("0.881 +/- 0.002", "0.7"), "", 'digits = "places:3"\n', ["0.881", "0.700"]),
        (('"0,88"', '"1.234,5"'), 'decimal = ","', "", ["0.880", "1230"]),
        (("2", '"1.234"'), 'decimal = ","', 'digits = "places:0"\n', ["2", "1234"]),
        (('"1,234.5"', "2"), 'decimal = "."', 'digits = "places:1"\n', ["1234.5", "2.0"]),
    ],
)
def test_numbers_as_people_type_them(tmp_path, cells, source, column, expected):
    text = f"model,acc\nA,{cells[0]}\nB,{cells[1]}\n"
    shown = table(tmp_path, "r.csv", text, source, ACC + column)
    assert shown == [["A", expected[0]], ["B", expected[1]]]


@pytest.mark.parametrize(
    ("value", "column", "expected"),
    [
        (("77.15", "80.2"), 'unit = "%"\ndigits = "places:2"\n', ["77.15", "80.20"]),
        (("77.15", "0.9"), 'unit = "%"\ndigits = "places:2"\n', ["77.15", "0.90"]),
        (("0.7715", "0.9"), 'unit = "%"\ndigits = "places:2"\n', ["77.15", "90.00"]),
    ],
)
def test_percent_never_multiplies_what_is_percent(tmp_path, value, column, expected):
    shown = table(tmp_path, "r.csv", f"model,acc\nA,{value[0]}\nB,{value[1]}\n", "", ACC + column)
    assert [row[1] for row in shown] == expected


def test_a_point_is_no_decimal_sign_if_the_comma_is(tmp_path):
    with pytest.raises(ReportError, match=r"acc is 0\.881, not a finite number"):
        table(tmp_path, "r.csv", "model,acc\nA,0.881\n", 'decimal = ","', ACC)


def test_a_comma_is_not_guessed(tmp_path):
    with pytest.raises(ReportError, match='decimal = ","'):
        table(tmp_path, "r.csv", 'model,acc\nA,"0,88"\n', "", ACC)


@pytest.mark.parametrize(
    ("unit", "printed", "expected"),
    [
        ("GFLOPs", "MFLOP", "4100"),
        ("GMACs", "MMAC", "4100"),
        ("tokens/s", "ktokens/s", "0.004"),
        ("images/s", "images/s", "4.100"),
        ("GFLOPS", "TFLOP/s", "0.004"),
    ],
)
def test_units_of_counts_and_rates(tmp_path, unit, printed, expected):
    digits = "places:0" if expected == "4100" else "places:3"
    column = f'[[column]]\nheader = "X"\nmetric = "x"\nunit = "{printed}"\ndigits = "{digits}"\n'
    assert table(tmp_path, "r.csv", f"model,x ({unit})\nA,4.1\n", "", column) == [["A", expected]]
