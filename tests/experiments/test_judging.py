"""The check before a timing: the run that is timed, against the definition in float64."""

from __future__ import annotations

from dataclasses import replace

import pytest

torch = pytest.importorskip("torch")

from experiments.cases import Case  # noqa: E402
from experiments.errors import ExperimentError  # noqa: E402
from experiments.measuring import judging  # noqa: E402
from experiments.measuring.judging import (  # noqa: E402
    JudgeTooLarge,
    Portion,
    check,
    judged,
    passes,
    portions,
    repeat_limit,
    run_definition,
)
from experiments.measuring.memory import AllocationLog  # noqa: E402
from experiments.measuring.prediction import definition_bytes  # noqa: E402
from experiments.measuring.subject import ready  # noqa: E402

CASE = Case("se", "paper", {}, "fast", "plain", (2, 64, 8, 8), "float32", "cpu", "forward", "warm")
TOKENS = replace(CASE, module="self_attention", shape=(3, 96, 32))
MODES = ("forward", "backward", "both")


@pytest.mark.parametrize("mode", MODES)
def test_a_wrong_output_is_not_timed(monkeypatch, mode):
    subject = ready(replace(CASE, mode=mode))
    assert passes(check(subject))
    good = subject.module.fast
    monkeypatch.setattr(subject.module, "fast", lambda x: good(x) * 1.001)
    wrong = ready(subject.case, module=subject.module)
    found = check(wrong)
    assert found["relative_l2"] == pytest.approx(1e-3, rel=0.02)
    assert not passes(found)


def test_a_result_that_is_not_finite_is_not_timed(monkeypatch):
    subject = ready(CASE)
    good = subject.module.fast
    monkeypatch.setattr(subject.module, "fast", lambda x: good(x) / 0)
    found = check(subject)
    assert not found["finite"] and found["relative_l2"] is None and not passes(found)


def test_a_wrong_gradient_of_a_weight_is_not_timed():
    subject = ready(replace(CASE, mode="both"))
    run = subject.run

    def without_one():
        out, x, first, second = run()
        return out, x, first, 0 * second

    subject.run = without_one
    assert not passes(check(subject))


def test_a_compiler_that_returns_zeros_is_not_timed(monkeypatch):
    def broken(module):
        return lambda x: module(x) * 0

    monkeypatch.setattr("experiments.measuring.subject.compiled", broken)
    for mode in ("forward", "both"):
        found = check(ready(replace(CASE, backend="compile", mode=mode)))
        assert found["relative_l2"] == pytest.approx(1) and not passes(found)


@pytest.mark.parametrize("backend", ["math", "flash"])
def test_the_kernel_that_is_timed_is_the_one_that_is_checked(monkeypatch, backend):
    """Only the call under the case's own kernel is wrong."""
    called = []
    good = torch.nn.functional.scaled_dot_product_attention

    def watched(*arguments, **options):
        called.append((torch.backends.cuda.math_sdp_enabled(), torch._C._get_flash_sdp_enabled()))
        return good(*arguments, **options)

    monkeypatch.setattr(torch.nn.functional, "scaled_dot_product_attention", watched)
    case = replace(TOKENS, backend=backend, shape=(2, 256, 32))
    assert passes(check(ready(case)))
    assert set(called) == {(backend == "math", backend == "flash")}


@pytest.mark.parametrize("mode", ["forward", "both"])
def test_a_compiled_module_passes_its_check(mode):
    found = check(ready(replace(CASE, backend="compile", mode=mode)))
    assert passes(found)


@pytest.mark.thorough
@pytest.mark.parametrize("dtype", ["bfloat16", "float16"])
@pytest.mark.parametrize("implementation", ["eager", "fast"])
@pytest.mark.parametrize(
    ("module", "variant", "shape"),
    [
        ("sk", "paper", (2, 64, 28, 28)),
        ("sk", "reference", (2, 64, 14, 14)),
        ("cbam", "paper", (2, 128, 7, 7)),
        ("bam", "paper", (2, 64, 14, 14)),
        ("bam", "reference", (2, 128, 7, 7)),
    ],
)
def test_modules_with_kinks_and_batch_statistics_pass_in_16_bits(
    module, variant, shape, implementation, dtype
):
    """With weights that are not rounded, the definition itself failed the check."""
    case = Case(module, variant, {}, implementation, "plain", shape, dtype, "cpu", "both", "warm")
    assert passes(check(ready(case)))


def test_where_16_bits_say_nothing_the_same_call_is_judged_in_float32(monkeypatch):
    case = Case("bam", "reference", {}, "fast", "plain", (2, 512, 7, 7), "bfloat16", "cpu", "both",
                "warm")  # fmt: skip
    found = check(ready(case))
    assert found["definition_l2"] > judging.ILL_CONDITIONED
    assert found["judged_in"] == "float32" and found["limit"] < 0.01 and passes(found)
    assert repeat_limit(found, "bfloat16") == float("inf")
    from experiments.modules.bam import BAM

    good = BAM.fast
    monkeypatch.setattr(BAM, "fast", lambda self, x: good(self, x) * 1.1)
    assert not passes(check(ready(case)))


@pytest.mark.parametrize("module", ["self_attention", "danet", "external_attention"])
@pytest.mark.parametrize("mode", ["forward", "both"])
def test_a_judge_with_little_room_takes_portions_and_finds_the_same(monkeypatch, module, mode):
    shape = (3, 32, 16, 32) if module == "danet" else (3, 512, 32)
    subject = ready(replace(CASE, module=module, shape=shape, mode=mode, dtype="float64"))
    whole = judged(subject)
    single = definition_bytes(subject.case, 1)
    assert portions(subject, 3, 100 * single) == Portion(3)
    assert portions(subject, 3, 2 * single) == Portion(2)
    monkeypatch.setattr(judging, "room", lambda device: int(1.01 * single))
    for left, right in judged(subject).pairs(whole):
        assert torch.allclose(left, right, rtol=1e-12, atol=1e-13)
    if module == "external_attention":
        return
    assert portions(subject, 3, single // 2) == Portion(1, 512 // 4)
    monkeypatch.setattr(judging, "room", lambda device: single // 2)
    for left, right in judged(subject).pairs(whole):
        assert torch.allclose(left, right, rtol=1e-12, atol=1e-13)
    with AllocationLog() as log:
        run_definition(subject, "cpu", torch.float64, 3, Portion(1, 128))
    assert log.peak < single / 2


def test_a_judge_without_room_says_so_and_does_not_blame_the_case(monkeypatch):
    monkeypatch.setattr(judging, "room", lambda device: 1000)
    with pytest.raises(JudgeTooLarge, match="definition in float64 needs about"):
        check(ready(CASE))


def test_batch_statistics_are_judged_on_the_whole_batch(monkeypatch):
    monkeypatch.setitem(judging.CHEAP, "cpu", 0)
    assert check(ready(replace(CASE, shape=(5, 64, 8, 8))))["samples"] == judging.FEW
    case = replace(CASE, module="bam", shape=(5, 64, 8, 8), mode="both")
    assert check(ready(case))["samples"] == 5


def test_random_dropout_cannot_be_checked():
    case = replace(TOKENS, options={"dropout": 0.5}, mode="both")
    with pytest.raises(ExperimentError, match="random"):
        check(ready(case))
