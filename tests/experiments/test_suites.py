"""Suites, shards and plans: what would be measured, before anything is."""

from __future__ import annotations

import json
import subprocess

import pytest

torch = pytest.importorskip("torch")

from experiments import suites  # noqa: E402
from experiments.cases import Case, groups_of, sharded  # noqa: E402
from experiments.errors import ExperimentError  # noqa: E402
from experiments.measuring.prediction import predicted  # noqa: E402
from experiments.modules import MODULES  # noqa: E402
from experiments.planning import Ceilings, ceilings, plan, slurm  # noqa: E402
from experiments.suites import Settings  # noqa: E402

SLOW = Ceilings({"float32": {"flops": 1e9, "bytes_per_s": 1e9}}, "measured now")
ELEVEN = list(MODULES)[:11]


def test_the_suites_that_come_along():
    wanted = {"seed", "scale", "resnet", "acmix", "shift", "paths", "tips", "smoke", "gpu-smoke"}
    assert set(suites.names()) == wanted


@pytest.mark.thorough
@pytest.mark.parametrize("name", suites.names())
@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_every_case_can_be_built_and_run(name, device):
    """Shapes only, on the meta device: no case of a suite is one that its module refuses."""
    seen = set()
    for case in suites.load(name).cases(device):
        assert (case.timing == "warm") == (device == "cpu")
        key = case.module, case.variant, str(case.options), case.shape, case.implementation
        if key not in seen:
            seen.add(key)
            found = predicted(case)
            assert found["peak_bytes"] > 0
            assert found["least_bytes"] > 0


def test_seed_and_smoke_hold_all_modules_in_both_implementations():
    for name in ("seed", "smoke"):
        for module in ELEVEN:
            found = {c.implementation for c in suites.load(name).cases("cpu") if c.module == module}
            assert found == {"eager", "fast"}


def test_the_seed_suite_has_the_batch_of_the_usage_examples():
    shapes = {case.shape for case in suites.load("seed").cases("cuda")}
    assert {shape[0] for shape in shapes} == {50}
    assert (50, 512, 7, 7) in shapes


def test_groups_hold_what_is_compared():
    groups = groups_of(suites.load("seed").cases("cpu"))
    for group in groups:
        assert len({(c.module, c.variant, c.shape, c.mode, c.dtype) for c in group.cases}) == 1
        assert group.cases[0].implementation == MODULES[group.cases[0].module].implementations[0]


def test_a_case_survives_json():
    for case in suites.load("smoke").cases("cpu"):
        assert Case.of(case.axes()) == case
        assert Case.of(case.axes()).id == case.id


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_shards_part_a_suite(count):
    groups = groups_of(suites.load("resnet").cases("cuda"))
    parts = [sharded(groups, f"{i}/{count}") for i in range(1, count + 1)]
    assert sorted(g.id for part in parts for g in part) == sorted(g.id for g in groups)
    assert len({g.id for part in parts for g in part}) == len(groups)


@pytest.mark.parametrize("shard", ["0/2", "3/2", "1", "a/b", "1/2/3", "-1/2"])
def test_a_shard_that_is_none(shard):
    with pytest.raises(ExperimentError, match="Write a shard as i/k"):
        sharded([], shard)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[case]]\nmodule = 'cbma'\nshape = [1, 2, 3, 4]", 'Did you mean "cbam"'),
        ("[[case]]\nmodule = 'se'\nshape = [1, 2]", "needs shape"),
        ("[[case]]\nmodule = 'se'\nshape = [1, 64, 0, 4]", "positive integers"),
        (
            "[[case]]\nmodule = 'se'\nshape = [1, 64, 4, 4]\noptions = { reductoin = 1 }",
            "option of se",
        ),
        (
            "modes = ['foward']\n[[case]]\nmodule = 'se'\nshape = [1, 64, 4, 4]",
            'Did you mean "forward"',
        ),
        (
            "mode = ['forward']\n[[case]]\nmodule = 'se'\nshape = [1, 64, 4, 4]",
            'Did you mean "modes"',
        ),
        (
            "[settings]\nlaunch = 3\n[[case]]\nmodule = 'se'\nshape = [1, 64, 4, 4]",
            'Did you mean "launches"',
        ),
        ("title = 'x'", r"has no \[\[case\]\]"),
        ("title = ", "is not valid TOML"),
    ],
)
def test_a_custom_suite_with_a_mistake(tmp_path, text, words):
    path = tmp_path / "own.toml"
    path.write_text(text)
    with pytest.raises(ExperimentError, match=words) as caught:
        suite = suites.load(str(path))
        suite.settings("cpu")
        suite.cases("cpu")
    assert str(path) in str(caught.value)


def test_a_plan_names_every_case_once():
    groups = groups_of(suites.load("smoke").cases("cpu"))
    lines = plan(groups, Settings(), SLOW).splitlines()
    assert [line.split()[0] for line in lines[:-2]] == [c.id for g in groups for c in g.cases]
    assert "Ceilings for float32, measured now: 1.0 Gflop/s, 1.0 GB/s." in lines


def test_a_plan_tells_the_floor_of_a_case_in_time():
    # ECA forward on 1 x 64 x 56 x 56 in float32: k C = 192 multiply-adds; the map is read and
    # written and three weights are read, 2 * 200,704 * 4 + 12 bytes, in 1.605644 ms at 1 GB/s.
    groups = groups_of(
        [c for c in suites.load("resnet").cases("cpu") if c.module == "eca" and c.mode == "forward"]
    )
    line = next(one for one in plan(groups, Settings(), SLOW).splitlines() if "1x64x56x56" in one)
    assert "floor 1,605.6 µs by bytes" in line
    assert "No floor in time" in plan(groups, Settings())


def test_ceilings_are_given_or_those_of_a_result_file(tmp_path):
    groups = groups_of(suites.load("smoke").cases("cpu"))
    given = ceilings(groups, Settings(), "2e12,5e9")
    assert "Ceilings for float32, as given: 2,000.0 Gflop/s, 5.0 GB/s." in plan(
        groups, Settings(), given
    )
    path = tmp_path / "rows.jsonl"

    def row(device, flops):
        work = {"peak_flops": flops, "peak_bytes_per_s": 3e10}
        return {
            "schema": "attn-bench/1.0",
            "case": {"device": device, "dtype": "float32"},
            "work": work,
        }

    rows = [
        row("cpu", 1e11),
        row("cpu", 2e11),
        row("cuda", 3e11),
        {**row("cpu", 4e11), "work": None},
    ]
    path.write_text("".join(json.dumps(one) + "\n" for one in rows))
    found = ceilings(groups, Settings(), str(path))
    assert found.peaks == {"float32": {"flops": 2e11, "bytes_per_s": 3e10}}
    assert found.source == f"from {path}"
    path.write_text(json.dumps(row("cuda", 1e11)) + "\n")
    for ceiling_words, words in (
        (str(path), "has no ceilings"),
        ("1e12,fast", "FLOPS,BYTES"),
        ("0,1", "greater than 0"),
        ("1,nan", "greater than 0"),
        ("none.jsonl", "no such file"),
        ("1,2,3", "FLOPS,BYTES"),
    ):
        with pytest.raises(ExperimentError, match=words):
            ceilings(groups, Settings(), ceiling_words)


@pytest.mark.thorough
def test_the_slurm_script_is_a_shell_script(tmp_path):
    script = slurm("seed", "cuda", 8, "out/seed.jsonl")
    assert "#SBATCH --array=0-7" in script and "#SBATCH --gpus=1" in script
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)
    # what it runs, with the scheduler's part played by hand
    shim = tmp_path / "python"
    shim.write_text('#!/bin/sh\necho "$@" > "$CALLS"\n')
    shim.chmod(0o755)
    environment = {
        "PATH": f"{tmp_path}:/usr/bin:/bin",
        "SLURM_ARRAY_TASK_ID": "2",
        "CALLS": str(tmp_path / "calls"),
    }
    subprocess.run(["bash"], input=script, text=True, check=True, env=environment)
    words = (tmp_path / "calls").read_text().split()
    assert words[words.index("--shard") + 1] == "3/8"
    assert words[words.index("--output") + 1] == "out/seed.3.jsonl"
