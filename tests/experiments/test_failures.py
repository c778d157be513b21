"""What a failing, vanishing or other GPU does to the rows: the other cases are measured."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

torch = pytest.importorskip("torch")

from experiments import device_state, measure_group  # noqa: E402
from experiments.cases import Case, groups_of  # noqa: E402
from experiments.errors import ExperimentError  # noqa: E402
from experiments.measure_group import Context  # noqa: E402
from experiments.measuring import launch  # noqa: E402
from experiments.measuring.launch import DeviceLost, kernel_launches, measure  # noqa: E402
from experiments.processes import JobFailed, Worker, Workers  # noqa: E402
from experiments.suites import Settings  # noqa: E402

EAGER = Case("se", "paper", {}, "eager", "plain", (2, 64, 8, 8), "float32", "cpu", "forward",
             "warm")  # fmt: skip
FAST = replace(EAGER, implementation="fast")
GROUP = groups_of([EAGER, FAST])[0]
QUICK = Settings(launches=2, least_time=0.001, most_time=0.002)


class InProcess:
    """Workers that answer in this process; ``answers`` changes what they say."""

    def __init__(self, change=lambda number, job, answer: answer):
        self.change, self.asked, self.ended = change, [], []

    def ask(self, number, job, time_limit):
        names = [case["implementation"] for case in job["cases"]]
        self.asked.append((number, names))
        return self.change(number, job, measure(job["cases"], job["settings"]))

    def end(self, number):
        self.ended.append(number)


def rows_of(workers, gpu=None):
    context = Context("own", QUICK, "env", {}, {}, gpu, workers)
    return {row["case"]["implementation"]: row for row in context.measure(GROUP)}


@pytest.fixture
def on_gpu(monkeypatch):
    """Errors count as those of a GPU, although the cases run on the CPU."""
    failure = launch._failure
    monkeypatch.setattr(
        launch, "_failure", lambda case, error: failure(replace(case, device="cuda"), error)
    )


def test_an_error_that_stays_ends_the_process_and_only_its_case(monkeypatch, on_gpu):
    made = launch.ready

    def broken(case):
        if case.implementation == "eager":
            raise RuntimeError("CUDA error: an illegal memory access was encountered\nmore")
        return made(case)

    monkeypatch.setattr(launch, "ready", broken)
    workers = InProcess()
    rows = rows_of(workers)
    assert rows["eager"]["status"] == "error"
    assert rows["eager"]["reason"] == (
        "RuntimeError: CUDA error: an illegal memory access was encountered"
    )
    assert rows["fast"]["status"] == "ok" and rows["fast"]["ratio"] is None
    # the process ends after eager; a new one measures fast, and eager is not tried again
    assert workers.asked == [(0, ["eager", "fast"]), (0, ["fast"]), (1, ["fast"])]
    assert workers.ended == [0]


def test_an_error_after_the_timing_keeps_the_times(monkeypatch):
    def broken(subject):
        raise RuntimeError("CUDA error: unspecified launch failure")

    monkeypatch.setattr(launch, "memory", broken)
    workers = InProcess()
    rows = rows_of(workers)
    for row in rows.values():
        assert row["status"] == "ok" and row["time_ns"]["median"] > 0 and row["memory"] is None
    assert workers.ended == [0, 1]


def test_a_process_that_dies_is_searched_for_the_case_that_killed_it():
    def dies(number, job, answer):
        if any(case["implementation"] == "eager" for case in job["cases"]):
            raise JobFailed("error", "the process died of SIGSEGV")
        return answer

    rows = rows_of(InProcess(dies))
    assert (rows["eager"]["status"], rows["fast"]["status"]) == ("error", "ok")


def test_times_that_were_not_taken_in_turn_have_no_ratio():
    def together(number, job, answer):
        if len(job["cases"]) > 1:
            raise JobFailed("oom", "together they are too large")
        return answer

    rows = rows_of(InProcess(together))
    assert rows["fast"]["status"] == "ok" and rows["fast"]["ratio"] is None
    assert rows_of(InProcess())["fast"]["ratio"]["median"] > 0


def test_a_gpu_that_is_gone_ends_the_run_and_writes_no_row():
    with pytest.raises(ExperimentError, match=r"The GPU is gone.*rows before are safe"):
        rows_of(InProcess(lambda number, job, answer: {"lost": True, "ended": True}))
    with pytest.raises(DeviceLost):  # on this machine, there never was one
        measure([replace(EAGER, device="cuda", timing="cold").axes()], QUICK.as_dict())


def test_a_worker_without_its_gpu_says_so():
    job = {"job": "measure", "settings": QUICK.as_dict()}
    job["cases"] = [replace(EAGER, device="cuda", timing="cold").axes()]
    with Workers() as workers:
        assert workers.ask(0, job, 120) == {"lost": True, "ended": True}


def test_two_kinds_of_gpus_are_not_one_measurement():
    def seen(number, job, answer):
        return {**answer, "state": {"name": "NVIDIA H100"}}

    assert rows_of(InProcess(seen), "NVIDIA H100")["fast"]["status"] == "ok"
    with pytest.raises(ExperimentError, match="ran on NVIDIA H100, but the run began on NVIDIA A"):
        rows_of(InProcess(seen), "NVIDIA A100")


def test_reasons_for_a_lower_clock_are_kept_from_any_process():
    def state(number, job, answer):
        reasons = [["power limit"], []][number]
        return {**answer, "state": {"name": "GPU", "clocks.sm": "1980 MHz", "throttled": reasons}}

    found = rows_of(InProcess(state))["fast"]["device_state"]
    assert found["throttled"] == ["power limit"] and found["clocks.sm"] == "1980 MHz"


def test_samples_that_the_host_delayed_are_counted():
    assert measure_group.notes([{"host_bound": 2}, {"host_bound": 3}]) == {"host_bound": 5}
    assert measure_group.notes([{"sets": 9}, {"sets": 9}]) == {"sets": 9}


def test_a_profiler_that_cannot_count_costs_nothing(monkeypatch):
    from types import SimpleNamespace

    import torch.profiler

    def locked(**options):
        raise RuntimeError("CUPTI_ERROR_INSUFFICIENT_PRIVILEGES")

    subject = SimpleNamespace(case=replace(EAGER, device="cuda"), run=lambda: None)
    monkeypatch.setattr(torch.profiler, "profile", locked)
    assert kernel_launches(subject) is None


SMI = """#!/bin/sh
case "$1" in --id=GPU-second) ;; *) echo "No devices were found"; exit 6;; esac
case "$2" in
*clocks_event_reasons*) exit 2;;
*clocks_throttle_reasons.active) echo 0x0000000000000044;;
*driver_version) echo "580.65.06";;
*) echo "1755 MHz, 2619 MHz, 1980 MHz, 512.33 W, 71, Enabled, Disabled, Enabled";;
esac
"""


@pytest.fixture
def smi(tmp_path, monkeypatch):
    path = tmp_path / "nvidia-smi"
    path.write_text(SMI)
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")


def test_the_state_is_that_of_the_gpu_with_this_uuid(smi):
    found = device_state.state("GPU-second")  # with an older driver, which has other names
    assert found["clocks.sm"] == "1755 MHz" and found["temperature.gpu"] == "71"
    assert found["throttled"] == ["power limit", "temperature (hardware)"]
    assert device_state.query("GPU-second", "driver_version") == {"driver_version": "580.65.06"}
    assert device_state.state("GPU-first") == device_state.state(None) == {}


@pytest.mark.parametrize(
    ("mask", "reasons"),
    [
        ("0x0000000000000000", []),
        ("0x0000000000000001", []),  # idle
        ("0x0000000000000002", []),  # clocks set by the administrator
        ("0x00000000000000A8", ["hardware slowdown", "temperature (software)", "power brake"]),
        ("[N/A]", []),  # a MIG slice
    ],
)
def test_reasons_in_words(mask, reasons):
    assert device_state.throttled(mask) == reasons


def test_processes_are_used_again_and_replaced_in_time(monkeypatch):
    monkeypatch.setattr("experiments.processes.MOST_JOBS", 2)
    job = {"job": "peaks", "device": "nowhere"}
    started = []

    class Counted(Worker):
        def __init__(self):
            started.append(self)
            self.jobs = 0

        def ask(self, job, time_limit):
            self.jobs += 1
            if job is None:
                raise JobFailed("error", "died")
            return self.jobs

        def close(self):
            started.append("closed")

    monkeypatch.setattr("experiments.processes.Worker", Counted)
    with Workers() as workers:
        assert [workers.ask(0, job, 1) for _ in range(3)] == [1, 2, 1]
        with pytest.raises(JobFailed):
            workers.ask(0, None, 1)
        assert workers.ask(0, job, 1) == 1
        assert workers.ask(1, job, 1) == 1
    assert [one == "closed" for one in started] == [0, 1, 0, 1, 0, 0, 1, 1]
    monkeypatch.setattr("experiments.processes.MOST_WORKERS", 2)
    started.clear()
    with Workers() as workers:
        assert [workers.ask(number, job, 1) for number in (0, 1, 2, 1)] == [1, 1, 1, 2]
    assert [one == "closed" for one in started] == [0, 0, 1, 0, 1, 1]
