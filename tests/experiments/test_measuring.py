"""Statistics, memory, work and the check before timing, on what can be worked out by hand."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

torch = pytest.importorskip("torch")
np = pytest.importorskip("numpy")

from torch.nn.attention import SDPBackend, sdpa_kernel  # noqa: E402
from torch.utils.flop_counter import FlopCounterMode  # noqa: E402

from experiments import golden  # noqa: E402
from experiments.cases import Case  # noqa: E402
from experiments.environment import record, warnings  # noqa: E402
from experiments.measuring.clocks import sampler_of, timed  # noqa: E402
from experiments.measuring.memory import AllocationLog, memory  # noqa: E402
from experiments.measuring.statistics import half_width, ratio, summary  # noqa: E402
from experiments.measuring.subject import ready  # noqa: E402
from experiments.measuring.work import floor, work  # noqa: E402
from experiments.records import SCHEMAS  # noqa: E402
from experiments.suites import Settings  # noqa: E402

CASE = Case("se", "paper", {}, "fast", "plain", (2, 64, 8, 8), "float32", "cpu", "forward", "warm")


def noise(median, seed, processes=6, count=40, spread=0.02):
    rng = np.random.default_rng(seed)
    return [list(median * (1 + spread * rng.standard_normal(count))) for _ in range(processes)]


def test_the_interval_contains_the_median_and_the_true_ratio():
    found = summary(noise(1e6, 1))
    assert found["ci95"][0] <= found["median"] <= found["ci95"][1]
    assert abs(found["median"] - 1e6) < 1e4
    assert found["samples"] == 240 and len(found["launches"]) == 6
    faster = ratio(noise(2e6, 2), noise(1e6, 3))
    assert faster["verdict"] == "faster" and faster["ci95"][0] < 2 < faster["ci95"][1] * 1.01
    assert ratio(noise(1e6, 4), noise(2e6, 5))["verdict"] == "slower"
    assert ratio(noise(1e6, 6), noise(1e6, 7))["verdict"] == "same"


def test_processes_that_disagree_widen_the_interval():
    steady = summary(noise(1e6, 1))
    shifted = summary(
        [[v * f for v in one] for one, f in zip(noise(1e6, 1), (1, 1.2, 0.9, 1.1, 1, 0.8))]
    )
    assert np.ptp(shifted["ci95"]) > 5 * np.ptp(steady["ci95"])


def test_a_drift_that_meets_both_does_not_move_the_ratio():
    base = noise(1e6, 1)
    drift = [[value * (1 + 0.5 * index) for value in one] for index, one in enumerate(base)]
    twice = [[value * 2 for value in one] for one in drift]
    assert ratio(twice, drift)["median"] == pytest.approx(2, rel=1e-3)


def test_a_few_samples_are_no_interval():
    assert half_width([1.0] * 5) == float("inf")
    assert half_width([1.0] * 20) == 0


def test_every_subject_gets_as_many_samples():
    subjects = [ready(replace(CASE, implementation=name)) for name in ("eager", "fast")]
    settings = Settings(least_time=0.01, most_time=0.05)
    samples, _ = timed([sampler_of(one, settings, 1.0) for one in subjects], settings)
    assert len(samples[0]) == len(samples[1]) >= 1
    assert all(value > 0 for one in samples for value in one)


@pytest.mark.thorough
def test_peak_memory_is_what_is_alive_at_once():
    x = torch.zeros(1000)
    with AllocationLog() as log:
        y = x * 2  # 4000 bytes
        z = y + 1  # 8000 at once
        del y
        z.add_(1).view(10, 100)  # nothing new
        w = z * 3  # 8000 again
    assert (log.peak, log.live) == (8000, 8000)
    del z, w


@pytest.mark.thorough
def test_saved_memory_of_squeeze_and_excitation():
    # eager keeps the map (given) and the gate (B C), the hidden units, the means: no second map
    subject = ready(replace(CASE, implementation="eager", mode="both"))
    small = memory(subject)[0]["saved_bytes"]
    assert 0 < small < subject.inputs.nbytes / 4


def test_work_of_a_case_by_hand():
    found = work(replace(CASE, mode="both"))
    elements, parameters = 2 * 64 * 64, 2 * 64 * 4
    assert found["parameters"] == parameters
    assert found["flops"] == 2 * 3 * 2 * parameters  # two samples, thrice the forward work
    assert found["least_bytes"] == 4 * (
        elements * 2 + parameters + elements + 2 * (elements + parameters)
    )
    assert floor(found, {"flops": 1e9, "bytes_per_s": 1e12})["bound"] == "flops"
    bytes_bound = floor(found, {"flops": 1e15, "bytes_per_s": 1e9})
    assert bytes_bound["bound"] == "bytes" and bytes_bound["floor_ns"] == found["least_bytes"]


COUNTED = [c for c in golden.load() if c.module != "acmix"]


@pytest.mark.thorough
@pytest.mark.parametrize("case", COUNTED, ids=lambda c: f"{c.module}-{c.name}")
def test_closed_forms_agree_with_a_counter(case):
    """On the meta device, with attention by plain matrix products, which the counter knows."""
    module = case.build("eager").to("meta")
    x = torch.empty((1, *case.facts["sample_shape"]), dtype=torch.float64, device="meta")
    with FlopCounterMode(display=False) as counter, sdpa_kernel(SDPBackend.MATH):
        module(x)
    assert counter.get_total_flops() == 2 * module.multiply_adds(tuple(case.facts["sample_shape"]))


@pytest.mark.parametrize("mode", ["forward", "backward", "both"])
def test_modes_compute_what_they_say(mode):
    found = ready(replace(CASE, mode=mode)).run()
    assert found[0].shape == CASE.shape and found[0].requires_grad == (mode != "forward")
    if mode != "forward":
        assert [tuple(one.shape) for one in found[1:]] == [CASE.shape, (4, 64), (64, 4)]
    else:
        assert len(found) == 1


def test_environment_follows_its_schema_and_is_stable():
    jsonschema = pytest.importorskip("jsonschema")
    one, other = record("cpu"), record("cpu")
    schema = json.loads((SCHEMAS / "attn-env-1.schema.json").read_text())
    jsonschema.validate(one, schema)
    assert one["env_id"] == other["env_id"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**one, "env_id": "x"}, schema)


@pytest.mark.parametrize(
    ("runtime", "driver", "words"),
    [
        ("13.0", "12.8", "does not work"),
        ("12.8", "12.4", "minor-version compatibility"),
        ("12.4", "12.8", ""),
        (None, "12.8", ""),
    ],
)
def test_a_runtime_newer_than_the_driver_is_warned_of(runtime, driver, words):
    versions = {"loaded_runtime": runtime, "built_for_runtime": None, "driver_supports": driver}
    found = " ".join(warnings(versions))
    assert words in found and bool(words) == bool(found)
