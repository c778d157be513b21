"""Runs that must end in time, and peaks that must be those of the machine."""

from __future__ import annotations

import argparse

import pytest

pytest.importorskip("torch")

from experiments import budget, peak_rates, suites  # noqa: E402
from experiments.budget import Budget, duration, most_telling_first  # noqa: E402
from experiments.cases import groups_of  # noqa: E402
from experiments.errors import ExperimentError  # noqa: E402
from experiments.peak_rates import earlier_peaks, plausible_peaks  # noqa: E402


@pytest.mark.parametrize(
    ("text", "seconds"), [("40m", 2400), ("1h30m", 5400), ("90s", 90), ("0.5h", 1800)]
)
def test_times_as_people_write_them(text, seconds):
    assert duration(text) == seconds


@pytest.mark.parametrize("text", ["40", "0m", "m", "40 m", "-5m", "1d", ""])
def test_other_times_are_refused(text):
    with pytest.raises(argparse.ArgumentTypeError, match="write a time such as 40m"):
        duration(text)


def test_every_module_comes_first_in_its_usual_form():
    groups = groups_of(suites.load("seed").cases("cuda"))
    ordered = most_telling_first(groups)
    assert sorted(map(id, ordered)) == sorted(map(id, groups))
    every = {case.module for group in groups for case in group.cases}
    usual = [group.cases[0] for group in ordered]
    count = next(i for i, case in enumerate(usual) if case.mode != "forward")
    assert {case.module for case in usual[:count]} == every
    for case in usual[:count]:
        key = (case.variant, case.dtype, case.timing)
        assert key == ("paper", "bfloat16", "cold")
    following = usual[count]
    assert (following.mode, following.dtype, following.timing) == ("both", "bfloat16", "cold")
    last = usual[-1]
    assert (last.mode, last.dtype, last.timing) == ("both", "float32", "graph")
    assert last.variant == "reference"


def test_on_a_cpu_float32_is_the_usual_type():
    (case, *_) = suites.load("smoke").cases("cpu")
    assert budget.rank(case)[0] == 0


def test_no_group_starts_that_would_end_too_late(monkeypatch):
    clock = [0.0]
    monkeypatch.setattr(budget.time, "monotonic", lambda: clock[0])
    limited = Budget(100)
    done = 0
    while not limited.spent:
        clock[0] += 30
        limited.finished_group()
        done += 1
    assert done == 3  # the fourth would end after 120 s
    assert not Budget(None).spent


def peaks(flops, moved=1e10):
    return {"flops": flops, "bytes_per_s": moved}


def test_a_busy_moment_is_measured_again(monkeypatch):
    monkeypatch.setattr(peak_rates, "PAUSE", 0)
    values = [peaks(1e10), peaks(9e10, 9e9)]
    found = plausible_peaks(lambda dtype: values.pop(0), ["float32"], {"float32": peaks(1e11)}, "f")
    assert found == ({"float32": peaks(9e10)}, [])
    found = plausible_peaks(lambda dtype: peaks(1), ["float32"], {}, "f")
    assert found == ({"float32": peaks(1)}, [])


def test_peaks_far_below_those_of_earlier_rows_are_refused(monkeypatch):
    monkeypatch.setattr(peak_rates, "PAUSE", 0)
    for now in (peaks(1e10), peaks(1e11, 1e9)):
        with pytest.raises(ExperimentError, match="now reaches only 1.*in float32, but rows in f"):
            plausible_peaks(lambda dtype, now=now: now, ["float32"], {"float32": peaks(1e11)}, "f")


def test_earlier_rows_of_a_busy_machine_are_doubted():
    earlier = {"float32": peaks(1e10)}
    found, (doubt,) = plausible_peaks(lambda dtype: peaks(9e10), ["float32"], earlier, "f.jsonl")
    assert found == {"float32": peaks(9e10)}
    assert "peak of only 10.0 Gflop/s" in doubt and "floors of those rows are too high" in doubt


def test_earlier_peaks_are_those_of_the_same_suite_and_machine():
    def row(flops, suite="seed", host="here", dtype="float32"):
        work = {"peak_flops": flops, "peak_bytes_per_s": 2e9}
        return {"work": work, "suite": suite, "run": {"host": host}, "case": {"dtype": dtype}}

    rows = [row(3e9), row(5e9), row(9e9, suite="scale"), row(9e9, host="there")]
    rows += [{"schema": "attn-env/1.0"}, {**row(9e9), "work": None}]
    assert earlier_peaks(rows, "seed", "here") == {"float32": peaks(5e9, 2e9)}
