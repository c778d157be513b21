"""What the environment, the pages and the tables say in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from experiments import cuda_words, suites  # noqa: E402
from experiments.cases import Case  # noqa: E402
from experiments.cuda_words import VERSIONS, conclusions, described, why_no_gpu  # noqa: E402
from experiments.environment import record  # noqa: E402
from experiments.errors import ExperimentError  # noqa: E402
from experiments.tables import table  # noqa: E402

FOLDER = Path(cuda_words.__file__).parent
KEYS = ("built_for_runtime", "loaded_runtime", "driver_supports", "nvcc", "cudnn", "kernel_driver")


def versions(built=None, loaded=None, driver=None, nvcc=None):
    return dict(zip(KEYS, (built, loaded, driver, nvcc, None, None), strict=True))


def test_the_environment_explains_all_five_versions():
    text = described(record("cpu"))
    assert [name for _, name, _ in VERSIONS if name in text] == [name for _, name, _ in VERSIONS]
    assert f"PyTorch:     {torch.__version__}" in text


@pytest.mark.parametrize(
    ("device", "cuda", "words"),
    [
        ("cpu", versions(), "built for CPUs only"),
        ("cpu", versions("13.0"), "could use CUDA 13.0"),
        ("cuda", versions("13.0", "13.0", "13.1", "13.0"), "fit together"),
        ("cuda", versions("13.0", "12.8", "13.1"), "but 12.8 is loaded"),
        ("cuda", versions("13.0", "13.0", "13.1", "12.4"), "does no harm"),
    ],
)
def test_what_the_versions_mean_together(device, cuda, words):
    assert words in " ".join(conclusions(device, cuda))


@pytest.mark.parametrize(
    ("cuda", "visible", "words"),
    [
        (versions(), None, "Install a build for CUDA"),
        (versions("13.0"), None, "no NVIDIA driver"),
        (versions("13.0", driver="12.8"), None, "supports only up to 12.8. Update the driver, or"),
        (versions("12.8", driver="12.8"), "GPU-1234", 'VISIBLE_DEVICES="GPU-1234" matches none'),
        (versions("12.9", driver="12.8"), None, "the driver shows none"),
    ],
)
def test_why_there_is_no_gpu(cuda, visible, words):
    assert words in why_no_gpu(cuda, visible)


PAGE = (FOLDER / "COLLECTION.md").read_text(encoding="utf-8")
CALLS = re.findall(r"^\| `[^`]+` \| `([^`]+)` \|$", PAGE, re.MULTILINE)


def test_the_page_has_every_module_of_the_usage_examples():
    modules = [re.search(r'build\("(\w+)"', call).group(1) for call in CALLS]
    seed = {case.module for case in suites.load("seed").cases("cuda")}
    assert set(modules) == seed - {"conv3x3", "depthwise_separable"} and len(modules) == 11


@pytest.mark.thorough
@pytest.mark.parametrize("call", CALLS)
def test_every_call_of_the_page_runs(call):
    (setup,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names = {}
    exec(setup.replace("50,", "2,"), names)
    with torch.no_grad():
        out = eval(call, names)
    assert out.shape in (names["tokens"].shape, names["x"].shape)


def test_the_page_names_what_the_options_are_called():
    from experiments.modules import build

    context = build("self_attention", 64)(torch.randn(2, 5, 64), torch.randn(2, 3, 64))
    assert context.shape == (2, 5, 64)
    assert build("self_attention", 64).dropout == 0


def test_all_tips_have_a_place():
    text = (FOLDER / "TIPS.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([\d, ]+) \|", text, re.MULTILINE)
    numbers = sorted(int(number) for row in rows for number in row.split(","))
    assert numbers == list(range(1, 20))
    recipe = (FOLDER / "study" / "study.toml").read_text(encoding="utf-8")
    for options in re.findall(r"options? (`\w+`(?: and `\w+`)?)", text):
        for option in re.findall(r"\w+", options.replace(" and ", " ")):
            assert option in recipe, option


def row(**changes):
    time = {"median": 1_000_000, "ci95": [900_000, 1_100_000], "criterion_met": True}
    work = {"floor_percent": changes.pop("floor", 50.0)}
    case = Case(
        "se", "paper", {}, "fast", "plain", (2, 64, 8, 8), "float32", "cuda", "forward", "cold"
    ).axes()
    state = {"throttled": changes.pop("throttled", [])}
    return {
        "schema": "attn-bench/1.1", "id": "a", "case": case, "status": "ok", "ratio": None,
        "time_ns": {**time, **changes}, "work": work, "memory": None, "device_state": state,
        "run": {"method": 2},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "mark", "words"),
    [
        ({"criterion_met": False}, "1.000*", "wider than required"),
        ({"floor": 120.0}, "120.0†", "above 100 %"),
        ({"throttled": ["power limit"]}, "1.000‡", "lowered its clocks"),
        ({"host_bound": 3}, "1.000§", "could not queue"),
        ({"exceeds_cache": False}, "1.000¶", "do not exceed the level-2 cache"),
    ],
)
def test_doubtful_numbers_have_a_mark_and_a_note(changes, mark, words):
    text = table([row(**changes)])
    assert f"| {mark} |" in text and words in text
    plain = table([row(host_bound=0, exceeds_cache=True)])
    assert "| 1.000 |" in plain and words not in plain and not plain.endswith("\n")


def test_a_table_does_not_mix_devices():
    other = row()
    other["case"] = {**other["case"], "device": "cpu"}
    with pytest.raises(ExperimentError, match="a CPU and of a GPU"):
        table([row(), {**other, "id": "b"}])
