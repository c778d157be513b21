"""The attention benchmark, and files that no format fits."""

from __future__ import annotations

import json

import pytest

from ieeelint.report.records import ReportError


def test_attention_rows_with_the_same_id_and_of_newer_versions(gather, tmp_path):
    case = {
        "module": "se",
        "variant": "paper",
        "options": {"groups": [1, 4], "b": 2},
        "implementation": "eager",
        "backend": "plain",
        "shape": [2, 8, 3, 5],
        "dtype": "float32",
        "device": "cpu",
        "mode": "forward",
        "timing": "warm",
        "seed": 0,
    }
    row = {
        "schema": "attn-bench/1.7",
        "id": "a",
        "suite": "x",
        "case": case,
        "status": "oom",
        "reason": "141 GB",
        "time_ns": None,
        "ratio": None,
        "memory": None,
        "work": None,
        "env_id": "e",
        "run": {"finished": "2026-01-01T00:00:00Z"},
    }
    time = {"median": 50, "ci95": [40, 80], "samples": 7, "launches": [50, 50]}
    good = {**row, "status": "ok", "time_ns": time, "work": {"floor_ns": 20}}
    env = {
        "schema": "attn-env/1.0",
        "env_id": "e",
        "content": {"cpu": {"model": "EPYC"}, "torch": "2.13"},
    }
    keys = [
        "options",
        "options.groups",
        "shape",
        "batch",
        "channels",
        "height",
        "width",
        "tokens",
        "processor",
    ]
    case_keys = ("b=2, groups=[1,4]", "[1,4]", "2x8x3x5", 2, 8, 3, 5, 15, "EPYC")

    def lines(*rows):
        return "".join(json.dumps(one) + "\n" for one in rows)

    found = gather("a.jsonl", lines(env, row), keys, ["latency", "parameters"])
    assert {key: series.failures["oom"].reason for key, series in found.series.items()} == {
        ("latency", case_keys): "141 GB",
        ("parameters", case_keys): "141 GB",
    }
    found = gather(
        "a.jsonl", lines(env, row, good), keys, ["latency", "floor_share"]
    )  # the last of an id counts
    assert found.series["latency", case_keys].summarized == 50
    share = found.series["floor_share", case_keys]
    assert (share.summarized, share.summary.low, share.summary.high, share.unit) == (
        40.0,
        25.0,
        50.0,
        "%",
    )
    with pytest.raises(
        ReportError,
        match=(
            "a.jsonl:2: has the schema attn-bench/2.0, but this version of ieeelint reads"
            " attn-bench/1"
        ),
    ):
        gather("a.jsonl", lines(env, {**row, "schema": "attn-bench/2.0"}), keys, ["latency"])
    with pytest.raises(ReportError, match="a.jsonl:2: has the schema None, unlike the rows"):
        gather("a.jsonl", lines(env, {"metric": "t", "value": 1}), keys, ["latency"])
    with pytest.raises(ReportError, match=r"a.jsonl:2: is not a valid row of attn-bench/1.7"):
        gather("a.jsonl", lines(env, {**good, "case": {}}), keys, ["latency"])


def test_unsupported_formats_and_adapters_are_errors(gather):
    for content, message in (
        (b"\x1f\x8b\x08", "compressed with gzip"),
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"ab\0c", "is not text"),
    ):
        with pytest.raises(ReportError, match=message):
            gather("x.bin", content, ["a"], ["t"])
    with pytest.raises(ReportError, match='unknown adapter "csvv". Did you mean "csv"'):
        gather("x.csv", "a,t\n1,2\n", ["a"], ["t"], adapter="csvv")


@pytest.mark.parametrize(
    ("adapter", "content", "words"),
    [
        ("pytest-benchmark", {}, '"benchmarks" is missing'),
        ("pytest-benchmark", [1], "must contain an object, not a list"),
        (
            "google-benchmark",
            {"context": {}, "benchmarks": 3},
            '"benchmarks" must be a list, not 3',
        ),
        ("google-benchmark", {"context": 3}, '"context" must be an object, not 3'),
        ("hyperfine", {"results": [{"mean": 1}]}, 'result 1: "command" is missing'),
        ("hyperfine", {"results": [7]}, "result 1 must be an object, not 7"),
        (
            "nvbench",
            {"benchmarks": [{"name": "copy", "states": [{"summaries": [1]}]}]},
            "benchmark 1",
        ),
    ],
)
def test_a_file_of_another_format_than_the_adapter_is_an_error(gather, adapter, content, words):
    with pytest.raises(ReportError) as caught:
        gather("a.json", content, ["name"], ["mean"], adapter=adapter)
    assert str(caught.value).startswith("a.json: ")
    assert words in str(caught.value)
