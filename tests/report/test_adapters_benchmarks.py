"""Files of benchmark programs: their keys, metrics, units and repeats, and their errors."""

from __future__ import annotations

import json

import pytest
from collected import values

from ieeelint.report.records import ReportError
from ieeelint.report.sources.collecting import collect

PYTEST = {
    "machine_info": {"node": "x"},
    "datetime": "2026-01-02T03:04:05+00:00",
    "version": "5.1.0",
    "benchmarks": [
        {
            "group": None,
            "name": "test_it[both-8]",
            "fullname": "t.py::test_it[both-8]",
            "param": "both-8",
            "params": {"variant": "both", "heads": 8},
            "extra_info": {"params_m": 1.32, "study": "branches"},
            "stats": {
                "min": 1.0,
                "max": 4.0,
                "mean": 2.25,
                "stddev": 1.25,
                "median": 2.0,
                "rounds": 4,
                "ops": 0.5,
                "data": [1.0, 2.0, 2.0, 4.0],
                "outliers": "1;0",
            },
        },
        {
            "group": None,
            "name": "test_it[att-4]",
            "fullname": "t.py::test_it[att-4]",
            "param": "att-4",
            "params": {"variant": "att", "heads": 4},
            "extra_info": {"params_m": 1.06, "study": "branches"},
            "stats": {
                "min": 3.0,
                "max": 3.0,
                "mean": 3.0,
                "stddev": 0,
                "median": 3.0,
                "rounds": 1,
                "ops": 0.33,
                "data": [3.0],
                "outliers": "0;0",
            },
        },
    ],
}


def test_pytest_benchmark(gather):
    """The third worked example's renaming; medians by hand."""
    found = gather(
        "0001.json",
        PYTEST,
        ["study", "variant"],
        ["parameters", "latency", "stats.mean", "stats.ops"],
        rename={"extra_info.params_m": "parameters", "stats.data": "latency"},
        where={"study": "branches"},
    )
    assert list(found.series["latency", ("branches", "both")].values) == [1.0, 2.0, 2.0, 4.0]
    assert list(found.series["parameters", ("branches", "att")].values) == [1.06]
    mean = found.series["stats.mean", ("branches", "both")]
    assert (mean.summarized, mean.unit, mean.summary.count, mean.summary.spread) == (
        2.25,
        "s",
        4,
        1.25,
    )
    assert found.series["stats.ops", ("branches", "both")].unit == "1/s"
    assert found.files[0].adapter == "pytest-benchmark"
    short = gather("0001.json", None, ["params.heads"], ["params_m"])
    assert values(short) == {("params_m", (8,)): [1.32], ("params_m", (4,)): [1.06]}


def test_pytest_benchmark_newest_by_recorded_time(gather, tmp_path):
    """The later path holds the older measurement."""
    newer = json.loads(json.dumps(PYTEST))
    older = json.loads(json.dumps(PYTEST))
    older["datetime"] = "2025-12-31T00:00:00+00:00"
    older["benchmarks"][0]["stats"]["median"] = 9.0
    (tmp_path / "1.json").write_text(json.dumps(newer))
    (tmp_path / "2.json").write_text(json.dumps(older))
    found = collect(
        ["*.json"], keys=["variant"], metrics=["stats.median"], prefer="newest", root=tmp_path
    )
    assert found.series["stats.median", ("both",)].summarized == 2.0


def google(*rows, **context):
    return {"context": {"date": "2026-01-01T00:00:00+00:00", **context}, "benchmarks": list(rows)}


def test_google_benchmark_repetitions(gather):
    row = {
        "name": "BM_Sort/8/n:64/repeats:2",
        "run_type": "iteration",
        "threads": 1,
        "iterations": 10,
        "cpu_time": 1.0,
        "time_unit": "us",
    }
    mean = {
        **row,
        "name": row["name"] + "_mean",
        "run_name": row["name"],
        "run_type": "aggregate",
        "aggregate_name": "mean",
        "real_time": 99.0,
    }
    found = gather(
        "g.json",
        google(
            {**row, "real_time": 5.0, "repetition_index": 0},
            {**row, "real_time": 7.0, "repetition_index": 1},
            mean,
            json_schema_version=1,
        ),
        ["family", "arg0", "n"],
        ["real_time"],
    )
    series = found.series["real_time", ("BM_Sort", 8, 64)]
    assert (list(series.values), series.repeats, series.unit) == ([5.0, 7.0], [0, 1], "us")


def test_google_benchmark_aggregates_only(gather):
    def row(which, value):
        return {
            "name": f"BM/1_{which}",
            "run_name": "BM/1",
            "run_type": "aggregate",
            "aggregate_name": which,
            "repetitions": 9,
            "real_time": value,
            "time_unit": "ns",
        }

    found = gather(
        "g.json",
        google(row("mean", 4.0), row("median", 3.0), row("stddev", 0.5)),
        ["family"],
        ["real_time"],
    )
    series = found.series["real_time", ("BM",)]
    assert (
        series.summarized,
        series.summary.statistic,
        series.summary.count,
        series.summary.spread,
    ) == (3.0, "median", 9, 0.5)
    assert not series.values


def test_google_benchmark_errors_and_versions(gather):
    failed = {
        "name": "BM/1",
        "run_type": "iteration",
        "error_occurred": True,
        "error_message": "no device",
        "time_unit": "ns",
    }
    found = gather("g.json", google(failed), ["family"], ["real_time"])
    assert found.series["real_time", ("BM",)].failures["failed"].reason == "no device"
    with pytest.raises(ReportError, match="json_schema_version 2"):
        gather("g.json", google(json_schema_version=2), ["family"], ["real_time"])


def test_hyperfine_1(gather):
    result = {
        "command": "sleep 1",
        "mean": 1.2,
        "stddev": None,
        "median": 1.1,
        "user": 0.1,
        "system": 0.1,
        "min": 1.0,
        "max": 1.5,
        "times": [1.0, 1.1, 1.5],
        "exit_codes": [0, 0, 0],
        "parameters": {"n": "1"},
    }
    found = gather(
        "h.json",
        {
            "results": [
                result,
                {**result, "command": "false", "exit_codes": [0, 1, 0], "parameters": {"n": "2"}},
            ]
        },
        ["n"],
        ["time", "user"],
    )
    assert list(found.series["time", (1,)].values) == [1.0, 1.1, 1.5]
    assert found.series["user", (1,)].unit == "s"
    assert found.series["time", (2,)].failures["failed"].reason == "exit code 1"


def test_hyperfine_2(gather):
    def run(seconds):
        return {
            "time_wall_clock": {"value": seconds, "unit": "second"},
            "memory_peak_resident": {"value": 2048, "unit": "byte"},
            "exit_code": 0,
        }

    top = {
        "schema_version": 2,
        "metadata": {},
        "results": [{"command": "a", "name": "A", "measurements": [run(1.0), run(3.0)]}],
    }
    found = gather("h.json", top, ["name"], ["time", "memory_peak_resident"])
    assert (list(found.series["time", ("A",)].values), found.series["time", ("A",)].unit) == (
        [1.0, 3.0],
        "s",
    )
    assert found.series["memory_peak_resident", ("A",)].unit == "B"
    with pytest.raises(ReportError, match="schema_version 3"):
        gather("h.json", {**top, "schema_version": 3}, ["name"], ["time"])


def nvbench(version="1.0.0", **state):
    def summary(tag, value, hint="duration", kind="float64"):
        return {
            "tag": tag,
            "name": tag,
            "hint": hint,
            "data": [{"name": "value", "type": kind, "value": value}],
        }

    whole = {
        "name": "Device=0 N=2^10",
        "device": 0,
        "is_skipped": False,
        "axis_values": [{"name": "N", "type": "int64", "value": "1024"}],
        "summaries": [
            summary("nv/cold/sample_size", "100", "sample_size", "int64"),
            summary("nv/cold/time/gpu/mean", "2e-3"),
            summary("nv/cold/time/gpu/stdev/relative", "0.05", "percentage"),
            summary("nv/cold/bw/item_rate", "1e9", "item_rate"),
        ],
    }
    skipped = {
        "name": "x",
        "device": 0,
        "is_skipped": True,
        "skip_reason": "too large",
        "axis_values": [{"name": "N", "value": "2048"}],
        "summaries": None,
    }
    meta = (
        {"meta": {"version": {"json": {"major": int(version[0]), "string": version}}}}
        if version
        else {}
    )
    return {
        **meta,
        "devices": [{"id": 0, "name": "H200"}],
        "benchmarks": [{"name": "copy", "states": [{**whole, **state}, skipped]}],
    }


@pytest.mark.parametrize("version", ["1.0.0", ""])
def test_nvbench(gather, version):
    found = gather(
        "n.json",
        nvbench(version),
        ["benchmark", "device", "N"],
        ["gpu_time", "nv/cold/bw/item_rate"],
    )
    series = found.series["gpu_time", ("copy", "H200", 1024)]
    assert (series.summarized, series.unit, series.summary.statistic, series.summary.count) == (
        0.002,
        "s",
        "mean",
        100,
    )
    assert series.summary.spread == pytest.approx(1e-4)
    assert found.series["nv/cold/bw/item_rate", ("copy", "H200", 1024)].unit == "1/s"
    assert (
        found.series["gpu_time", ("copy", "H200", 2048)].failures["skipped"].reason == "too large"
    )


def test_invalid_nvbench_files_are_errors(gather):
    with pytest.raises(ReportError, match="file version 2.0.0"):
        gather("n.json", nvbench("2.0.0"), ["N"], ["gpu_time"])
    with pytest.raises(ReportError, match="is not a valid nvbench file"):
        gather("n.json", nvbench(axis_values=[{"value": "1"}]), ["N"], ["gpu_time"])
