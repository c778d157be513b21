"""Collecting records: groups, selection by where, and data that must not be mixed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ieeelint.report.records import ReportError
from ieeelint.report.sources.collecting import collect

RESULTS = Path(__file__).resolve().parents[2] / "experiments" / "results"


@pytest.fixture
def write(tmp_path):
    def written(name, *rows):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)
        )
        return path

    return written


def row(value=1.0, **fields):
    return {"module": "se", "metric": "latency", "value": value, "unit": "ms", **fields}


@pytest.fixture
def gather(tmp_path):
    def collected(files="*", keys=("module",), metrics=("latency",), **how):
        return collect(
            [files] if isinstance(files, str) else files,
            keys=keys,
            metrics=metrics,
            root=tmp_path,
            **how,
        )

    return collected


@pytest.fixture
def refused(gather):
    def refusal(*args, **how):
        with pytest.raises(ReportError) as caught:
            gather(*args, **how)
        return str(caught.value)

    return refusal


def test_repeats_are_grouped_in_order_of_files_and_lines(write, gather):
    write("b.jsonl", row(3.0, repeat=3), row(9.0, module="eca", repeat=1))
    write("a.jsonl", row(2.0, repeat=2), row(1.0, repeat=1))
    found = gather()
    assert list(found.series) == [("latency", ("se",)), ("latency", ("eca",))]
    series = found.series["latency", ("se",)]
    assert (list(series.values), series.repeats, series.unit) == ([2.0, 1.0, 3.0], [2, 1, 3], "ms")
    assert [str(location) for location in series.locations] == ["a.jsonl:1", "b.jsonl:1"]
    assert [(file.path, file.records, file.adapter) for file in found.files] == [
        ("a.jsonl", 2, "json-lines"),
        ("b.jsonl", 2, "json-lines"),
    ]


def test_an_unnamed_key_must_not_vary(write, refused, gather):
    write("a.jsonl", row(1.0, cold=True, repeat=1), row(2.0, cold=False, repeat=2))
    message = refused()
    assert message.startswith("a.jsonl:2: cold is false here and true at a.jsonl:1")
    assert 'ignore = ["cold"]' in message
    assert list(gather(ignore=["cold"]).series["latency", ("se",)].values) == [1.0, 2.0]
    assert list(gather(where={"cold": True}).series["latency", ("se",)].values) == [1.0]
    assert len(gather(keys=["module", "cold"]).series) == 2


def test_the_same_measurement_from_two_files(write, refused, gather):
    write("a.jsonl", row(1.0))
    write("b.jsonl", row(2.0))
    message = refused()
    assert (
        message.startswith("b.jsonl:1: latency was measured here and at a.jsonl:1")
        and "prefer" in message
    )
    assert list(gather(prefer="newest").series["latency", ("se",)].values) == [2.0]


def test_newer_repeats_replace_repeats_of_the_same_name(write, refused, gather):
    write("a.jsonl", *(row(float(seed), seed=seed) for seed in range(3)))
    write("b.jsonl", row(10.0, seed=1))
    assert refused().startswith("b.jsonl:1: latency of repeat 1 was measured here and at a.jsonl:2")
    series = gather(prefer="newest").series["latency", ("se",)]
    assert (list(series.values), series.repeats) == ([0.0, 2.0, 10.0], [0, 2, 1])


def test_a_duplicate_repeat_is_an_error(write, refused):
    write("a.jsonl", row(1.0, seed=1), row(2.0, seed=2), row(3.0, seed=1))
    assert refused().startswith("a.jsonl:3: latency of repeat 1 is here and in line 1")


def test_different_units_in_one_group_are_an_error(write, refused):
    write("a.jsonl", row(1.0), row(1.0, unit="us"))
    assert refused().startswith('a.jsonl:2: latency is in "us" here and in "ms" at a.jsonl:1')


@pytest.mark.parametrize(
    "value", [None, True, "nan", "NaN", "inf", "-Infinity", "1_0", "fast", "", [], 10**400, {}]
)
def test_a_value_that_is_not_a_finite_number_is_an_error(write, refused, value):
    write("a.jsonl", row(1.0), row(value, repeat=2))
    message = refused()
    assert message.startswith("a.jsonl:2: ")
    assert "value" in message or "not a finite number" in message


def test_nan_as_python_writes_it_is_an_error(write, refused):
    write("a.jsonl", row(float("nan")))
    assert refused().startswith("a.jsonl:1: latency is NaN, not a finite number")


def test_minus_zero_is_zero(write, gather):
    write("a.jsonl", row(-0.0))
    assert str(gather().series["latency", ("se",)].values[0]) == "0.0"


def test_failures_are_counted_by_status(write, gather):
    write(
        "a.jsonl",
        row(1.0, repeat=1),
        row(None, status="oom", reason="141 GB", repeat=2),
        row(None, status="OOM", repeat=3),
        row(None, status="crashed", repeat=4),
    )
    failures = gather().series["latency", ("se",)].failures
    assert {
        status: (one.count, str(one.location), one.reason) for status, one in failures.items()
    } == {
        "oom": (2, "a.jsonl:2", "141 GB"),
        "failed": (1, "a.jsonl:4", ""),
    }


def test_numbers_and_text_can_be_the_same_key(write, gather):
    write("a.jsonl", row(1.0, tokens=1024, repeat=1), row(2.0, tokens="1024", repeat=2))
    write(
        "b.csv",
        "module,tokens,metric,value,unit,repeat",
        "se,1024,latency,3,ms,3",
        "se,2048,latency,4,ms,1",
    )
    for wanted in (1024, "1024", 1024.0, [1024]):
        found = gather(where={"tokens": wanted}).series
        assert list(found["latency", ("se",)].values) == [1.0, 2.0, 3.0]
    assert list(gather(keys=["tokens"]).series) == [("latency", (1024,)), ("latency", (2048,))]


def test_where_without_a_match_lists_the_existing_values(write, refused):
    write("a.jsonl", row(1.0, device="H200", tokens=16), row(1.0, device="A100", tokens=32))
    assert refused(where={"device": "H20"}) == (
        'where: no record has device = "H20". Did you mean "H200"? Existing values: "H200", "A100".'
    )
    assert 'Did you mean "device"' in refused(where={"devise": "H200"})
    assert "all of them together" in refused(where={"device": "H200", "tokens": 32})


def test_unknown_metrics_and_keys_are_errors(write, refused):
    write("a.jsonl", row(1.0))
    assert refused(metrics=["latencies"]) == (
        'no record has the metric "latencies". Did you mean "latency"? Existing metrics: "latency".'
    )
    assert 'Did you mean "module"' in refused(keys=["modul"])


def test_rename(write, gather, refused):
    write("a.jsonl", {"net": "se", "metric": "t", "value": 1, "x": {"y": 2}})
    found = gather(
        keys=["module", "depth"], rename={"net": "module", "t": "latency", "x.y": "depth"}
    )
    assert list(found.series) == [("latency", ("se", 2))]
    assert 'two keys the name "net"' in refused(metrics=["t"], keys=["net"], rename={"x.y": "net"})


def test_files(write, refused, gather, tmp_path):
    write("deep/down/a.jsonl", row(1.0))
    (tmp_path / "empty.jsonl").write_text("")
    assert refused("*.json") == f'no file matches "*.json" in "{tmp_path.as_posix()}".'
    assert "only folders match" in refused("d*")
    assert refused("empty.jsonl") == "empty.jsonl: is empty."
    assert gather(["**/a.jsonl", "deep/down/*"]).files[0].path == "deep/down/a.jsonl"
    assert "deep" in refused("deep")


def test_the_attention_benchmark_of_this_repository():
    """Values read from the first row of the file by hand."""
    found = collect(
        ["seed-cpu.jsonl"],
        keys=["module", "options", "implementation", "mode"],
        where={"variant": "paper", "shape": "4x49x128", "module": "external_attention"},
        metrics=["latency", "speedup", "peak_memory", "floor_share", "parameters"],
        root=RESULTS,
    )
    case = ("external_attention", "memory=8", "eager", "forward")
    latency = found.series["latency", case]
    assert (latency.summarized, latency.unit, list(latency.values)) == (
        56053,
        "ns",
        [56053, 92487, 83748, 53238, 53568],
    )
    assert (latency.summary.low, latency.summary.high, latency.summary.count) == (52867, 92487, 520)
    assert list(found.series["peak_memory", case].values) == [106624]
    assert found.series["floor_share", case].summarized == pytest.approx(9313 / 56053 * 100)
    assert not found.series["speedup", case].values  # the case that others are compared to
    fast = found.series["speedup", ("external_attention", "memory=8", "fast", "forward")]
    assert (fast.summarized, fast.unit, fast.summary.low, fast.summary.high) == (
        1.0056,
        "",
        0.9322,
        1.0616,
    )


def test_the_training_study_of_this_repository():
    found = collect(
        ["train-cpu.jsonl"], keys=["task", "module"], metrics=["test_accuracy"], root=RESULTS
    )
    assert len(found.series) == 24
    assert all(series.repeats == list(range(10)) for series in found.series.values())
