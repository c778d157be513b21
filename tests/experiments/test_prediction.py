"""Memory and refusals before a run, on shapes alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

torch = pytest.importorskip("torch")
from torch.nn import functional as F  # noqa: E402

from experiments import free_memory, suites  # noqa: E402
from experiments.cases import Case, groups_of  # noqa: E402
from experiments.measuring.attention_paths import AttentionPath, FusedMemory, kernel  # noqa: E402
from experiments.measuring.memory import AllocationLog, memory, resident  # noqa: E402
from experiments.measuring.prediction import Needs, definition_bytes, needs  # noqa: E402
from experiments.measuring.refusals import refusals, too_large  # noqa: E402
from experiments.measuring.subject import ready  # noqa: E402
from experiments.planning import Ceilings, plan  # noqa: E402
from experiments.suites import Settings  # noqa: E402

GIB = 2**30
LONG = Case(
    "self_attention", "paper", {}, "fast", "plain", (8, 16384, 512), "float32", "cuda", "forward",
    "cold",
)  # fmt: skip


def small_cases():
    """Every module and implementation of the suites for CPUs, small, in all modes."""
    seen = {}
    for name in ("smoke", "tips", "shift"):
        for case in suites.load(name).cases("cpu"):
            seen.setdefault((case.module, case.implementation), case)
    longer = replace(LONG, device="cpu", timing="warm", shape=(1, 512, 64))
    for case in (*seen.values(), longer, replace(longer, implementation="eager")):
        for mode in ("forward", "backward", "both"):
            yield replace(case, mode=mode)


@pytest.mark.thorough
@pytest.mark.parametrize("case", list(small_cases()), ids=lambda c: f"{c.label} {c.implementation}")
def test_predicted_memory_is_what_a_run_takes(case):
    subject = ready(case)
    measured = memory(subject)[0]["peak_bytes"] + resident(subject)
    assert 1 / 1.3 < needs(case).peak / measured < 1.3


def test_fused_attention_is_predicted_without_its_map():
    """At 16,384 tokens, one map of all heads takes 64 GiB in float32 with a batch of 8."""
    for mode in ("forward", "backward", "both"):
        assert needs(replace(LONG, mode=mode)).peak < 6 * GIB
        assert needs(replace(LONG, mode=mode, backend="math")).peak > 64 * GIB
        assert needs(replace(LONG, mode=mode, implementation="eager")).peak > 64 * GIB


@pytest.mark.parametrize("widths", [(8, 8), (8, 16), (512, 512)])
@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize("dropout", [0.0, 0.1])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16, torch.float64], ids=str)
def test_the_kernel_on_a_cpu_is_the_one_that_pytorch_chooses(widths, masked, dropout, dtype):
    query, value = (torch.zeros(1, 2, 4, width, dtype=dtype) for width in widths)
    mask = torch.ones(4, 4, dtype=torch.bool) if masked else None
    chosen = torch._fused_sdp_choice(query, query, value, mask, dropout)
    expected = kernel("cpu", "plain", dtype, *widths, masked, dropout)
    assert expected == {0: "math", 1: "flash"}[chosen]


@pytest.mark.parametrize(
    ("dtype", "widths", "masked", "expected"),
    [
        (torch.bfloat16, (64, 64), False, "flash"),
        (torch.bfloat16, (256, 256), False, "flash"),
        (torch.bfloat16, (64, 64), True, "efficient"),
        (torch.bfloat16, (512, 512), False, "efficient"),
        (torch.float32, (64, 64), False, "efficient"),
        (torch.float32, (64, 32), False, "efficient"),
        (torch.float32, (63, 63), False, "math"),
        (torch.float64, (64, 64), False, "math"),
    ],
)
def test_the_kernel_on_a_gpu_follows_the_rules_of_pytorch(dtype, widths, masked, expected):
    assert kernel("cuda", "plain", dtype, *widths, masked) == expected
    assert kernel("cuda", "math", dtype, *widths, masked) == "math"


def test_the_memory_of_fused_attention_by_hand():
    query = torch.empty(1, 2, 100, 8, device="meta", requires_grad=True)
    with AttentionPath("cuda", "plain"), AllocationLog() as log:
        out = F.scaled_dot_product_attention(query, query, query)
    assert out.grad_fn.name() == f"{FusedMemory.__name__}Backward"
    assert log.peak == 4 * (2 * 100 * 8 + 2 * 100)  # the output, and a sum for each query


@pytest.mark.parametrize("suite", [name for name in suites.names() if name != "smoke"])
@pytest.mark.thorough
def test_the_judge_fits_on_a_gpu_next_to_every_case(suite):
    seen = set()
    for case in suites.load(suite).cases("cuda"):
        key = case.module, case.variant, case.shape, str(case.options), case.mode
        long = case.module == "self_attention" and case.shape[1] > 4096
        if key in seen or long:  # that one is judged in blocks of rows
            continue
        seen.add(key)
        normalizes = case.module in ("bam", "sk", "cbam") and case.mode != "forward"
        samples = case.shape[0] if normalizes else 1
        assert definition_bytes(case, samples) < 40 * GIB, case.label


def test_one_case_that_is_too_large_does_not_refuse_its_neighbors():
    (group,) = groups_of([replace(LONG, implementation=name) for name in ("eager", "fast")])
    eager, fast = group.cases
    for free in (79, 140):
        refused = refusals(list(group.cases), free * GIB, 60 << 20)
        assert list(refused) == [eager.id]
        assert f"more than 90% of the {free}.0 GiB that are free" in refused[eager.id]
    assert refusals(list(group.cases), 2000 * GIB, 60 << 20) == {}
    assert set(refusals(list(group.cases), GIB, 60 << 20)) == {eager.id, fast.id}
    assert refusals(list(group.cases), None, 60 << 20) == {}


def test_what_the_neighbors_keep_counts():
    known = {"a": Needs(30, 60), "b": Needs(10, 20)}
    assert too_large(known, 126, 0.8) == {}  # 80 % of 126 are 100.8: 30 + 10 + 60
    assert set(too_large(known, 124, 0.8)) == {"a"}
    assert set(too_large(known, 20, 0.8)) == {"a", "b"}


def test_pairs_of_axes_that_exclude_each_other_are_refused_each_alone():
    forward = replace(LONG, shape=(2, 64, 512), timing="graph")
    backward = replace(forward, mode="backward")
    flash = replace(forward, backend="flash", timing="cold")
    found = refusals([forward, backward, flash], 100 * GIB, 60 << 20)
    assert set(found) == {backward.id, flash.id}
    assert "without its forward pass" in found[backward.id]
    assert "bfloat16 and float16 only" in found[flash.id]


@pytest.mark.parametrize("gpu", [79, 140])
def test_a_plan_for_a_gpu_of_another_machine_refuses_only_what_does_not_fit(gpu):
    known = Ceilings({"float32": {"flops": 50e12, "bytes_per_s": 4e12}}, "as given")
    suite = suites.load("gpu-smoke")
    lines = plan(groups_of(suite.cases("cuda")), Settings(), known, gpu * GIB)
    assert "will be skipped:" not in lines and "0 will be skipped" in lines
    cases = [case for case in suites.load("scale").cases("cuda") if case.mode == "both"]
    cases = [case for case in cases if case.module == "self_attention" and case.timing == "cold"]
    lines = plan(groups_of(cases), Settings(), known, gpu * GIB)
    refused = [line for line in lines.splitlines() if "will be skipped:" in line]
    assert refused and all("8x16384x512" in line and " eager:" in line for line in refused)


def test_free_memory_is_within_the_limit_of_a_container(monkeypatch, tmp_path):
    meminfo, groups, limits = tmp_path / "meminfo", tmp_path / "cgroup", tmp_path / "limits"
    meminfo.write_text("MemTotal: 100 kB\nMemAvailable:  64 kB\n")
    groups.write_text("0::/job/step\n")
    step = limits / "job" / "step"
    step.mkdir(parents=True)
    for name, value in (("MEMORY", meminfo), ("GROUPS", groups), ("LIMITS", limits)):
        monkeypatch.setattr(free_memory, name, value)
    assert free_memory.free_memory("cpu") == 64 * 1024
    for folder, limit in ((step, "max"), (step.parent, "40000")):
        (folder / "memory.max").write_text(limit)
        (folder / "memory.current").write_text("30000")
        (folder / "memory.stat").write_text("anon 1\ninactive_file 5000\n")
    assert free_memory.free_memory("cpu") == 15000
    meminfo.unlink()
    groups.unlink()
    assert free_memory.free_memory("cpu") is None
