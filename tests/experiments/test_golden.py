"""Every module gives the golden values, in both implementations, whichever file they come from.

ATTENTION_GOLDEN=cases.json pytest tests/experiments/test_golden.py
"""

from __future__ import annotations

import json

import pytest

torch = pytest.importorskip("torch")

from experiments import golden  # noqa: E402
from experiments.errors import ExperimentError  # noqa: E402

CASES = golden.load()
NUMBERS = [case for case in CASES if case.facts.get("golden")]
IMPLEMENTATIONS = ("eager", "fast")


def name(case):
    return f"{case.module}-{case.name}"


@pytest.mark.thorough
@pytest.mark.parametrize("case", CASES, ids=name)
def test_roles_counts_and_shapes(case):
    module = case.build("eager")
    wanted = {role: tuple(row["shape"]) for role, row in case.facts["roles"].items()}
    assert golden.roles(module) == wanted
    assert sum(value.numel() for value in module.parameters()) == case.facts["params"]
    assert module.parameter_count() == case.facts["params"]
    shape = tuple(case.facts["sample_shape"])
    assert module.multiply_adds(shape) == case.facts["macs_per_sample"]
    with torch.no_grad():
        out = module(golden.golden_input(case))
    assert tuple(out.shape[1:]) == tuple(case.facts["out_shape"][1:])


@pytest.mark.thorough
@pytest.mark.parametrize("impl", IMPLEMENTATIONS)
@pytest.mark.parametrize("case", NUMBERS, ids=name)
def test_outputs_and_input_gradients(case, impl):
    found = golden.measured(case.build(impl), golden.golden_input(case))
    assert golden.differences(found, case.facts["golden"]) == []


@pytest.mark.thorough
@pytest.mark.parametrize("case", [case for case in CASES if case not in NUMBERS], ids=name)
def test_cases_without_numbers_agree_between_implementations(case):
    x = golden.golden_input(case)
    eager, fast = (golden.measured(case.build(impl), x) for impl in IMPLEMENTATIONS)
    assert golden.differences(fast, eager) == []


@pytest.mark.skipif(not NUMBERS, reason="the golden file has no statistics")
def test_a_wrong_value_is_told():
    case = min(NUMBERS, key=lambda case: case.facts["macs_per_sample"])
    wanted = json.loads(json.dumps(case.facts["golden"]))
    wanted["out"]["first8"][3] *= 1 + 1e-8
    found = golden.measured(case.build("eager"), golden.golden_input(case))
    assert [line.split(":")[0] for line in golden.differences(found, wanted)] == ["out first8[3]"]


def test_the_hash_is_the_published_one():
    # worked out by hand from the rule, with whole numbers only
    def one(i, k):
        x = (i + 1000003 * (k + 1)) % 2**32
        x ^= x >> 16
        x = x * 0x7FEB352D % 2**32
        x ^= x >> 15
        x = x * 0x846CA68B % 2**32
        x ^= x >> 16
        return 2 * x / 2**32 - 1

    assert golden.hashed(255, (2, 3)).flatten().tolist() == [one(i, 255) for i in range(1, 7)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "is not valid JSON"),
        ('{"schema": "other/1"}', "is not a file of golden values"),
        (None, "cannot be read"),
    ],
)
def test_a_bad_file_is_a_clear_error(tmp_path, content, words):
    path = tmp_path / "golden.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(ExperimentError, match=words):
        golden.load(path)


def test_another_file_by_environment(tmp_path, monkeypatch):
    content = json.loads((golden.HERE / "cases.json").read_text())
    content["cases"] = content["cases"][:1]
    path = tmp_path / "golden.json"
    path.write_text(json.dumps(content))
    monkeypatch.setenv(golden.VARIABLE, str(path))
    assert len(golden.load()) == 1
