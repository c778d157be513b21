"""Keys and metrics of wide files are distinguished by one rule, which the command explains."""

from __future__ import annotations

import pytest

from ieeelint.cli import main
from ieeelint.report.adapters.columns import KEY, METRIC, REPEAT, roles_of
from ieeelint.report.adapters.source import Request
from ieeelint.report.records import ReportError
from ieeelint.report.sources.collecting import collect


def kinds(rows, metrics=(), keys=()):
    roles = roles_of(rows, Request(frozenset(metrics), frozenset(keys)))
    return {name: role.kind for name, role in roles.items()}


def csv(tmp_path, text, keys=("model",), metrics=("acc",), **how):
    (tmp_path / "r.csv").write_text(text, "utf-8")
    found = collect(["r.csv"], keys=keys, metrics=metrics, root=tmp_path, **how)
    return {key: list(series.values) for key, series in found.series.items()}


def test_a_column_named_value_is_a_metric(tmp_path):
    found = csv(tmp_path, "model,value\nA,0.5\nB,0.7\n", metrics=["value"])
    assert found == {("value", ("A",)): [0.5], ("value", ("B",)): [0.7]}


def test_a_column_unit_is_the_unit_of_the_column_value(tmp_path):
    (tmp_path / "r.csv").write_text("model,value,unit\nA,0.5,ms\n")
    found = collect(["r.csv"], keys=["model"], metrics=["value"], root=tmp_path)
    assert [series.unit for series in found.series.values()] == ["ms"]


@pytest.mark.parametrize("other", ["f1", "memory (MB)", "tokens/s", "foo", "loss_epoch"])
def test_metrics_that_the_table_does_not_show_may_vary_over_seeds(tmp_path, other):
    text = f"model,seed,acc,{other}\nA,1,.6,.51\nA,2,.7,.52\nB,1,.8,.53\nB,2,.9,.54\n"
    assert csv(tmp_path, text) == {("acc", ("A",)): [0.6, 0.7], ("acc", ("B",)): [0.8, 0.9]}


@pytest.mark.parametrize("other", ["lr", "optimizer", "layers", "width", "dropout", "batch_size"])
def test_settings_that_vary_within_a_cell_are_an_error(tmp_path, other):
    text = f"model,seed,acc,{other}\nA,1,.6,.1\nA,2,.7,.2\n"
    with pytest.raises(ReportError, match=f"{other} is .* but both belong to one cell"):
        csv(tmp_path, text)


def test_numbers_that_distinguish_rows_are_a_key(tmp_path):
    with pytest.raises(ReportError, match="foo is 1.7 here and 1.5"):
        csv(tmp_path, "model,acc,foo\nA,.6,1.5\nA,.7,1.7\nB,.8,1.6\n")


def test_what_the_specification_names_has_that_role(tmp_path):
    text = "model,acc,time\nA,.6,1\nA,.7,2\n"
    assert csv(tmp_path, text, keys=["model", "time"]) == {
        ("acc", ("A", 1)): [0.6],
        ("acc", ("A", 2)): [0.7],
    }


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("val_acc", METRIC),
        ("best_test_f1", METRIC),
        ("mIoU", METRIC),
        ("mAP50", METRIC),
        ("testLoss", METRIC),
        ("AP_50", METRIC),
        ("train_loss_step", METRIC),
        ("num_params", METRIC),
        ("batch_time", METRIC),
        ("tokens_per_second", METRIC),
        ("eval.exact_match.f1", METRIC),
        ("learning_rate", KEY),
        ("loss_weight", KEY),
        ("n_layers", KEY),
        ("embedding-dim", KEY),
        ("tokens", KEY),
        ("step", KEY),
        ("max_length", KEY),
    ],
)
def test_names_tell(name, kind):
    assert kinds([{name: 1.5}, {name: 2.5}])[name] == kind


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([1, 2, 3], KEY),
        (["a", "b", "c"], KEY),
        ([True, False, True], KEY),
        ([0.5, 0.5, 0.5], KEY),
        ([0.5, 0.25, 0.75], METRIC),
        ([[0.1, 0.2], [0.3, 0.4], [1, 2]], METRIC),
        ([["a"], ["b"], ["c"]], KEY),
        ([None, "", None], KEY),
    ],
)
def test_values_tell_where_names_do_not(values, kind):
    rows = [{"model": name, "thing": value} for name, value in zip("ABC", values)]
    assert kinds(rows)["thing"] == kind


def test_repeats_have_their_own_role():
    assert kinds([{"seed": 1, "run": "x", "trial": 3}]) == dict.fromkeys(
        ("seed", "run", "trial"), REPEAT
    )


def test_the_command_explains_the_columns(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.csv").write_text("model,seed,acc,time (ms)\nA,1,.60,5\nA,2,.70,6\n")
    assert main(["report", "--explain-columns", "r.csv"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "r.csv: csv",
        "  model      key     not numbers                A",
        "  seed       repeat  its name numbers repeats   1, 2",
        '  acc        metric  "acc" in its name          0.6, 0.7',
        '  time (ms)  metric  the unit "ms" in its name  5, 6',
    ]
    (tmp_path / "l.jsonl").write_text('{"model": "A", "metric": "t", "value": 2, "unit": "s"}\n')
    assert main(["report", "--explain-columns", "l.jsonl"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "l.jsonl: json-lines",
        "  model  key     A",
        "  t      metric  2",
    ]
    assert main(["report", "--explain-columns", "none.csv"]) == 2
