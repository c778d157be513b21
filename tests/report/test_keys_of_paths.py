"""Keys in the paths of result files: the folder of a run, the name of a file, "model=se"."""

from __future__ import annotations

import json
import re

import pytest

from ieeelint.cli import main
from ieeelint.report.adapters.paths import path_keys
from ieeelint.report.adapters.source import Source
from ieeelint.report.records import ReportError
from ieeelint.report.sources.collecting import collect


def put(root, name, content):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content))


def values(root, name, keys, **how):
    found = collect([name], keys=keys, metrics=["acc"], root=root, **how)
    return {key: list(series.values) for (_, key), series in found.series.items()}


@pytest.mark.parametrize(
    ("name", "run"),
    [
        ("logs/a/metrics.csv", "logs/a"),
        ("../logs/a/metrics.csv", "logs/a"),
        ("../../metrics.csv", None),
        ("./metrics.csv", None),
        ("metrics.csv", None),
    ],
)
def test_a_run_has_the_name_of_its_folder(tmp_path, name, run):
    folder = tmp_path / "one" / "two" / "three"
    folder.mkdir(parents=True)
    source = Source(folder / name, name)
    assert path_keys(source) == {"run": run or source.path.resolve().parent.name}


def test_names_of_folders_and_files_are_keys_if_the_specification_names_them(tmp_path):
    for model in "ab":
        for part in (1, 2):
            put(tmp_path, f"out/{model}/part{part}.json", {"acc": part / 10, "width": 8})
    assert values(tmp_path, "out/*/*.json", ["run", "file"], ignore=["width"]) == {
        ("out/a", "part1"): [0.1],
        ("out/a", "part2"): [0.2],
        ("out/b", "part1"): [0.1],
        ("out/b", "part2"): [0.2],
    }
    found = values(tmp_path, "out/*/*.json", ["file"], ignore=["width"], repeat=["run"])
    assert found == {("part1",): [0.1, 0.1], ("part2",): [0.2, 0.2]}
    # a copy in another folder is no second measurement, unless the specification says so
    with pytest.raises(ReportError, match="was measured here and at"):
        values(tmp_path, "out/*/part1.json", ["width"])


def test_parts_of_paths_are_keys_and_columns_override_them(tmp_path):
    for seed in (1, 2):
        put(tmp_path, f"lr=0.5,seed={seed}/width=0.25.csv", f"acc,model\n0.{seed},A\n")
    assert values(tmp_path, "*/*.csv", ["model", "lr", "width"]) == {("A", 0.5, 0.25): [0.1, 0.2]}
    put(tmp_path, "model=B/r.csv", "acc,model\n0.5,A\n")
    assert values(tmp_path, "model=B/r.csv", ["model"]) == {("A",): [0.5]}


def test_long_files_have_the_keys_of_their_paths_too(tmp_path):
    lines = [json.dumps({"metric": "acc", "value": at, "point": at % 7}) for at in range(9000)]
    for model in "AB":
        put(tmp_path, f"model={model}/r.jsonl", "\n".join(lines) + "\n")
        put(
            tmp_path,
            f"model={model}/r.csv",
            "point,acc\n" + "\n".join(f"{n},{n}" for n in range(9000)),
        )
    found = values(tmp_path, "*/r.jsonl", ["model", "point"])
    assert len(found) == 14 and found["B", 6][:2] == [6, 13]
    assert len(values(tmp_path, "*/r.csv", ["model", "point"])) == 18000


def test_the_overrides_of_hydra_are_keys(tmp_path):
    for run, model in enumerate(("small", "large")):
        put(tmp_path, f"multirun/{run}/metrics.json", {"acc": 0.5 + run / 10})
        overrides = f"- model.name={model}\n- +layers=3\n- 'note=a b'\n- sizes=[1,2]\n# nothing\n"
        put(tmp_path, f"multirun/{run}/.hydra/overrides.yaml", overrides)
    assert values(tmp_path, "multirun/*/metrics.json", ["model.name", "layers", "note"]) == {
        ("small", 3, "a b"): [0.5],
        ("large", 3, "a b"): [0.6],
    }
    with pytest.raises(ReportError, match='"sizes"'):
        values(tmp_path, "multirun/*/metrics.json", ["sizes"])


@pytest.fixture
def report(tmp_path, monkeypatch, capsys):
    """The lines of the table that is drafted for files, and the messages about it."""
    monkeypatch.chdir(tmp_path)

    def run(*paths):
        assert main(["report", *paths]) == 0
        captured = capsys.readouterr()
        return [" ".join(line.split()) for line in captured.out.splitlines()], captured.err

    return run


def test_a_folder_with_a_file_for_each_run(tmp_path, report):
    for model in ("a/small", "a/large"):
        put(tmp_path, f"{model}/metrics.json", {"acc": 0.5, "loss": 1.25})
    lines, _ = report("a")
    assert lines[2].startswith("Run Accuracy") and [line[:5] for line in lines[4:6]] == [
        "large",
        "small",
    ]
    put(tmp_path, "only/logs/v0/metrics.csv", "epoch,step,acc\n0,9,0.5\n")
    assert report("only")[0][4] == "v0 0.5"


def test_a_folder_with_a_file_for_each_model(tmp_path, report):
    for model in "ab":
        put(tmp_path, f"r/{model}.json", {"acc": 0.5})
    assert report("r")[0][2:6:2] == ["File Accuracy", "a 0.5"]


def test_keys_of_a_file_come_before_its_name(tmp_path, report):
    for model, rate in (("a", 1), ("a", 4), ("b", 1), ("b", 4)):
        row = {"model_id": model, "request_rate": rate, "throughput": rate + 0.5}
        put(tmp_path, f"r/{model}-{rate}.json", row)
    lines, _ = report("r")
    assert lines[4:7:2] == ["Model Id 1 4", "a 1.5 4.5"]
    put(tmp_path, "s.csv", "notes,my_method,acc\nx,A,.5\ny,B,.75\n")
    assert report("s.csv")[0][2].startswith("My Method")


def test_the_same_rows_in_several_folders_are_repeats(tmp_path, report):
    for seed in (1, 2):
        put(tmp_path, f"r/{seed}/r.csv", f"model,acc\nA,0.5{seed}\nB,0.7{seed}\n")
    lines, _ = report("r")
    assert lines[4:6] == ["A 0.515±0.007", "B 0.715±0.007*"]


def test_columns_by_numbers_are_in_their_order(tmp_path, report):
    put(tmp_path, "r.csv", "model,batch_size,acc\nA,8,.5\nA,2,.25\nB,8,.75\nB,2,.5\n")
    lines, _ = report("r.csv")
    assert (lines[2], lines[4]) == ("Accuracy by Batch Size", "Model 2 8")


@pytest.mark.parametrize("name", ["timestamp", "date", "done"])
def test_times_and_flags_are_not_rows(tmp_path, report, name):
    first, second = ("True", "False") if name == "done" else ("20260102", "20260101")
    put(tmp_path, "r.csv", f"{name},layers,acc\n{first},2,.5\n{second},4,.75\n")
    assert report("r.csv")[0][2].startswith("Layers")


def test_files_of_other_formats_are_named_together(tmp_path, report):
    for run in range(6):
        put(tmp_path, f"r/v{run}/metrics.csv", f"epoch,step,acc\n0,9,0.{run}1\n")
        put(tmp_path, f"r/v{run}/config.json", {"lr": 0.1})
    message = report("r")[1]
    assert message.count("left out") == 1 and re.search(r"6 files of the format json", message)


def test_the_plots_of_dvclive_are_not_results(tmp_path, report):
    for run in "ab":
        put(tmp_path, f"r/{run}/metrics.json", {"val": {"acc": 0.5}, "step": 2})
        put(tmp_path, f"r/{run}/plots/metrics/loss.tsv", "step\tloss\n0\t0.5\n")
        put(tmp_path, f"r/{run}/plots/metrics/val/acc.tsv", "step\tacc\n0\t0.25\n")
    assert report("r")[0][4] == "a 0.5"
