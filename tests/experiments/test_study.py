"""The training study: its data, its checks and its verdicts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
sklearn = pytest.importorskip("sklearn")

from experiments.errors import ExperimentError, UnknownName  # noqa: E402
from experiments.records import SCHEMAS, read  # noqa: E402
from experiments.study import running, summary, tasks, training  # noqa: E402
from experiments.study.host import Host  # noqa: E402
from experiments.study.running import runs, study  # noqa: E402

pytestmark = pytest.mark.thorough

TOP = Path(__file__).resolve().parents[2]
RECIPE = {
    **study()["recipe"],
    "kernel": 1,
    "epochs": 2,
    "negative_control": False,
    "channels": 16,
}


@pytest.mark.parametrize("name", tasks.TASKS)
def test_parts_are_disjoint_whole_and_of_all_classes(name):
    task, again, other = tasks.load(name, 1), tasks.load(name, 1), tasks.load(name, 2)
    assert torch.equal(task.train.images, again.train.images)
    assert not torch.equal(task.train.images, other.train.images)
    keys = [
        {bytes(image.numpy().tobytes()) for image in part.images} for part in task.parts().values()
    ]
    if name == "far-match":
        assert not keys[0] & keys[1] and not keys[0] & keys[2] and not keys[1] & keys[2]
    sizes = [len(part.labels) for part in task.parts().values()]
    assert sum(sizes) == {"digits": 1797, "far-match": 2000}[name]
    for row in task.counts().values():
        assert max(row) <= 1.2 * min(row)


def test_markers_are_far_apart_and_labels_say_whether_they_match():
    task = tasks.load("far-match", 3)
    for image, label in zip(task.train.images[:200], task.train.labels[:200].tolist(), strict=True):
        where = torch.nonzero(image > 0.6)  # markers stand out of the noise
        assert len(where) == 2
        (first, *one), (second, *other) = where.tolist()
        assert max(abs(one[0] - other[0]), abs(one[1] - other[1])) >= 5
        assert (first == second) == bool(label)


def test_labels_that_do_not_fit_are_refused():
    task = tasks.load("digits", 0)
    part = task.train
    short = tasks.Split(part.images, part.labels[:-1])
    lacking = tasks.Split(part.images[part.labels != 3], part.labels[part.labels != 3])
    for wrong, words in ((short, "labels"), (lacking, "not 0 to 9")):
        with pytest.raises(ExperimentError, match=words):
            tasks.check_labels(tasks.Task(wrong, task.validation, task.test, 10))


def test_class_weights_are_those_of_scikit_learn():
    import numpy as np
    from sklearn.utils.class_weight import compute_class_weight

    labels = torch.tensor([0] * 50 + [1] * 7 + [2] * 3)
    wanted = compute_class_weight("balanced", classes=np.arange(3), y=labels.numpy())
    assert torch.allclose(training.class_weights(labels, 3).double(), torch.from_numpy(wanted))


def test_order_changes_with_the_epoch_and_not_with_the_run():
    first, second = (training.order(100, 5, epoch) for epoch in (0, 1))
    assert not torch.equal(first, second)
    assert torch.equal(first, training.order(100, 5, 0))
    assert sorted(first.tolist()) == list(range(100))


def test_an_order_that_never_changes_is_refused(monkeypatch):
    monkeypatch.setattr(training, "order", lambda count, seed, epoch: torch.arange(count))
    with pytest.raises(ExperimentError, match="same order in every epoch"):
        training.shuffles(100, 10, 0)


def test_shifted_images_move_and_lose_nothing_else():
    images = torch.zeros(2, 1, 5, 5)
    images[:, :, 2, 2] = 1
    places = set()
    for seed in range(40):
        moved = training.shifted(images, 1, torch.Generator().manual_seed(seed))
        assert moved.sum() == 2
        places.add(tuple(torch.nonzero(moved[0, 0])[0].tolist()))
    assert places == {(r, c) for r in (1, 2, 3) for c in (1, 2, 3)}


@pytest.mark.parametrize(
    ("batch", "kind"), [(64, "BatchNorm2d"), (10, "BatchNorm2d"), (8, "GroupNorm")]
)
def test_normalization_depends_on_the_size_of_the_batch(batch, kind):
    host = Host(1, 10, "none", {}, {**RECIPE, "batch": batch})
    assert type(host.norm).__name__ == kind


def test_without_mean_subtraction_images_stay_as_they_are():
    task = tasks.load("digits", 0)
    assert training.prepared(task, {**RECIPE, "mean_subtraction": False}) is task
    assert abs(training.prepared(task, RECIPE).train.images.mean()) < 1e-6


def test_a_network_that_cannot_learn_is_not_trained(monkeypatch):
    monkeypatch.setattr(training, "OVERFIT_STEPS", 10)
    found = training.trained_once("far-match", "none", {}, RECIPE, 0)
    assert found["status"] == "cannot_overfit" and found["curve"] == []
    assert "of 32 samples" in found["reason"]


def test_training_stops_by_the_validation_loss_and_keeps_the_best_weights():
    task = tasks.load("digits", 0)
    torch.manual_seed(0)
    host = Host(1, 10, "none", {}, RECIPE)
    recipe = {**RECIPE, "rate": 0.5, "epochs": 30, "patience": 2}
    curve, best, stopped = training.fit(host, task, recipe, 0)
    losses = [one["validation_loss"] for one in curve]
    assert stopped == "validation loss" and len(curve) == best + 3
    assert losses[best] == min(losses)
    assert training.evaluated(host, task.validation)[0] == pytest.approx(losses[best], abs=1e-5)


def rows(task, module, values, controls):
    return [
        {
            "schema": "attn-train/1.0",
            "id": f"{module}{seed}",
            "task": task,
            "seed": seed,
            "status": "ok",
            "case": {"module": module, "controls": controls},
            "parameters": 1,
            "test_accuracy": value,
        }
        for seed, value in enumerate(values)
    ]


def test_a_task_whose_controls_fail_gives_no_table():
    controls = {
        "negative": {"module": "none", "at_most": 0.6},
        "positive": {"module": "self_attention", "at_least": 0.95},
    }
    good = rows("t", "none", [0.5] * 10, controls) + rows(
        "t", "self_attention", [1.0] * 10, controls
    )
    assert (
        "| self_attention | 1 | 10 | 100.00 [100.00, 100.00] | +50.00 | +50.00 to +50.00 |"
        in summary.tables(good)
    )
    easy = rows("t", "none", [0.8] * 10, controls) + good[10:]
    assert (
        "No table: the negative control, none, reaches 80.0%; the limit is 60%"
        in summary.tables(easy)
    )
    weak = good[:10] + rows("t", "self_attention", [0.9] * 10, controls)
    assert "No table: the positive control" in summary.tables(weak)
    assert "has no result" in summary.tables(good[:10])


def test_differences_are_paired_by_seed():
    base = [0.5, 0.6, 0.7, 0.8, 0.9, 0.55, 0.65, 0.75, 0.85, 0.95]
    found = rows("t", "none", base, {}) + rows("t", "se", [value + 0.01 for value in base], {})
    # the seeds spread over 45 points, the difference is the same for each of them
    assert "| +1.00 | +1.00 to +1.00 |" in summary.tables(found)


def test_the_study_covers_all_modules_and_ten_seeds():
    jobs = runs(study(), None, None, None)
    modules = {job["module"] for job in jobs}
    assert len(modules) == 12
    for task in tasks.TASKS:
        for module in modules:
            seeds = [
                s
                for job in jobs
                if (job["task"], job["module"]) == (task, module)
                for s in job["seeds"]
            ]
            assert len(set(seeds)) == len(seeds) >= 10
    with pytest.raises(UnknownName, match='Did you mean "cbam"'):
        runs(study(), None, ["cbma"], None)


def test_train_writes_rows_and_goes_on(tmp_path):
    jsonschema = pytest.importorskip("jsonschema")
    text = (TOP / "experiments/study/study.toml").read_text().replace("epochs = 12", "epochs = 1")
    (tmp_path / "short.toml").write_text(text)
    out = tmp_path / "train.jsonl"
    words = [
        sys.executable,
        "-m",
        "experiments",
        "train",
        "--study",
        tmp_path / "short.toml",
        "--output",
        out,
        "--task",
        "digits",
        "--module",
        "se",
        "--module",
        "none",
    ]
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    for seeds in ("1", "2"):
        ran = subprocess.run(
            [*map(str, words), "--seeds", seeds], capture_output=True, text=True, env=environment
        )
        assert ran.returncode == 0, ran.stderr
    found = [row for row in read(out) if row["schema"].startswith("attn-train/")]
    assert sorted((row["case"]["module"], row["seed"]) for row in found) == [
        ("none", 0),
        ("none", 1),
        ("se", 0),
        ("se", 1),
    ]
    schema = json.loads((SCHEMAS / "attn-train-1.schema.json").read_text())
    for row in found:
        jsonschema.validate(row, schema)
        assert row["status"] == "ok" and len(row["curve"]) == 1 and 0 < row["test_accuracy"] < 1


def host(**recipe):
    return Host(1, 10, "se", {"reduction": 4}, {**RECIPE, **recipe})


def test_spatial_dropout_drops_whole_maps_while_training_only():
    torch.manual_seed(0)
    drop = host(spatial_dropout=0.5).drop
    maps = drop.train()(torch.ones(4, 16, 5, 5)).flatten(2)
    assert set(maps.mean(dim=2).flatten().tolist()) == {0.0, 2.0}  # all of a map, or none of it
    assert torch.equal(drop.eval()(torch.ones(1, 16, 5, 5)), torch.ones(1, 16, 5, 5))
    assert host().drop.p == 0


def test_weight_normalization_keeps_the_length_of_each_filter_apart():
    last = host(weight_norm=True).last
    lengths = last.parametrizations.weight.original0
    with torch.no_grad():
        lengths.fill_(3.0)
    assert torch.allclose(last.weight.flatten(1).norm(dim=1), torch.full((16,), 3.0))


def test_samples_without_a_label_count_nowhere():
    task = tasks.load("digits", 0)
    network = host()
    whole = training.evaluated(network, tasks.Split(task.test.images[:20], task.test.labels[:20]))
    labels = task.test.labels[:40].clone()
    labels[20:] = training.VOID
    assert training.evaluated(network, tasks.Split(task.test.images[:40], labels)) == pytest.approx(
        whole, rel=1e-5
    )
    assert torch.equal(training.class_weights(labels, 10), training.class_weights(labels[:20], 10))


def test_a_task_may_hold_samples_without_a_label():
    task = tasks.load("digits", 0)
    labels = task.train.labels.clone()
    labels[:70] = training.VOID
    part = tasks.Split(task.train.images, labels)
    tasks.check_labels(tasks.Task(part, task.validation, task.test, 10))
    counts = tasks.Task(part, task.validation, task.test, 10).counts()["train"]
    assert counts == [int((labels == number).sum()) for number in range(10)]
    shown = [batch.labels for batch in training.batches(part, {**RECIPE, "batch": 2}, 0, 0)]
    assert all((one != training.VOID).any() for one in shown)
    torch.manual_seed(0)
    assert training.overfit(host(kernel=3), part, {**RECIPE, "rate": 0.01}) > 0.99


def test_a_loss_that_is_no_number_ends_the_training(monkeypatch):
    task = tasks.load("digits", 0)
    torch.manual_seed(0)
    recipe = {**RECIPE, "rate": 1e38, "optimizer": "sgd", "epochs": 3}
    assert training.fit(host(), task, recipe, 0)[2] == "diverged"
    monkeypatch.setattr(training, "OVERFIT_ACCURACY", 0.0)
    found = training.trained_once("digits", "none", {}, recipe, 0)
    assert found["status"] == "error" and "rate may be too large" in found["reason"]
    json.dumps(found, allow_nan=False)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("plateau = 3", "platau = 3", 'Did you mean "plateau"'),
        ("plateau = 3", "", 'needs "plateau"'),
        ("epochs = 12", "epoch = 12", 'Did you mean "epochs"'),
        ("[recipe]", "[receipt]", 'Did you mean "recipe"'),
        ("seeds = 10", "seeds = 10\ntitle = 'x'", 'no key "title"'),
    ],
)
def test_a_custom_study_with_a_mistake(tmp_path, before, after, words):
    text = (TOP / "experiments/study/study.toml").read_text()
    path = tmp_path / "own.toml"
    path.write_text(text.replace(before, after))
    with pytest.raises(ExperimentError, match=words) as caught:
        study(str(path))
    assert str(path) in str(caught.value)


def test_the_reason_for_a_missing_accuracy_is_shown():
    assert running.score({"test_accuracy": 0.95, "status": "ok", "reason": None}) == "0.950"
    row = {"test_accuracy": None, "status": "error", "reason": "no room"}
    assert running.score(row) == "error: no room"


def test_rates_and_optimizers_can_be_compared():
    assert isinstance(
        training.optimizer_of(host(), {**RECIPE, "optimizer": "sgd"}), torch.optim.SGD
    )
    with pytest.raises(ExperimentError, match='"adamw" or "sgd", not "adam"'):
        training.optimizer_of(host(), {**RECIPE, "optimizer": "adam"})
    (job,) = runs(study(), ["digits"], ["se"], 2, rate=0.1, optimizer="sgd")
    assert (job["recipe"]["rate"], job["recipe"]["optimizer"]) == (0.1, "sgd")
