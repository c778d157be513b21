"""Result files that tools wrote: hyperfine 1.15.0, Google Benchmark 1.7.1, pyperf 2.11.0, and
airspeed velocity 0.6.6 on Linux, the last two shortened.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ieeelint.report.records import ReportError
from ieeelint.report.sources.collecting import collect

OUTPUTS = Path(__file__).parent / "tool_outputs"


def test_hyperfine():
    """hyperfine -r 4 -L n 1,2,3 'sleep 0.0{n}': the four times of each command."""
    found = collect(["hyperfine.json"], keys=["n"], metrics=["time", "stddev"], root=OUTPUTS).series
    assert list(found["time", (1,)].values) == [
        0.01817787188,
        0.014797899880000001,
        0.01141967888,
        0.011277779880000002,
    ]
    assert [len(found["time", (n,)].values) for n in (1, 2, 3)] == [4, 4, 4]
    assert (found["time", (2,)].unit, list(found["stddev", (2,)].values)) == (
        "s",
        [0.00173780676872411],
    )


def test_google_benchmark():
    """--benchmark_repetitions=3: three runs of each benchmark; their means are not counted
    again.
    """
    found = collect(
        ["google_benchmark.json"],
        keys=["family", "arg0", "threads"],
        metrics=["real_time", "rate"],
        root=OUTPUTS,
    ).series
    fill = found["real_time", ("BM_Fill", 8, 1)]
    assert list(fill.values) == [0.013901751156589669, 0.013804634554390653, 0.014387850821578911]
    assert (fill.unit, fill.repeats) == ("us", [0, 1, 2])
    assert len(found["rate", ("BM_Fill", 8, 1)].values) == 3
    threads = found["real_time", ("BM_Thr", None, 2)]
    assert (threads.unit, threads.values[0]) == ("ns", pytest.approx(0.17533714191073127, abs=0))
    failed = found["real_time", ("BM_Err", 4, 1)]
    assert (
        not failed.values
        and failed.failures["failed"].count == 3
        and failed.failures["failed"].reason == "no device"
    )


def test_pyperf():
    """Two calls of Runner.timeit: the values of all runs but the first, which calibrates."""
    found = collect(["pyperf.json"], keys=["name"], metrics=["time", "mem_max_rss"], root=OUTPUTS)
    sort = found.series["time", ("sort 1e3",)]
    assert list(sort.values) == [
        3.8999784912063795e-05,
        3.723945874023471e-05,
        3.746817480471121e-05,
        4.046898266601984e-05,
    ]
    assert sort.unit == "s" and len(found.series["time", ("set 1e3",)].values) == 4
    memory = found.series["mem_max_rss", ("sort 1e3",)]
    assert (list(memory.values), memory.unit) == ([19955712, 19939328], "B")


@pytest.mark.parametrize(
    ("unit", "metric", "printed"), [("byte", "value", "B"), ("integer", "value", "")]
)
def test_other_units_of_pyperf(tmp_path, unit, metric, printed):
    bench = {"runs": [{"values": [3, 5]}], "metadata": {"unit": unit}}
    (tmp_path / "r.json").write_text(json.dumps({"benchmarks": [bench], "metadata": {}}))
    series = collect(["r.json"], keys=["name"], metrics=[metric], root=tmp_path).series
    assert list(series) == [(metric, ("benchmark 1",))]
    assert [(list(found.values), found.unit) for found in series.values()] == [([3, 5], printed)]


def test_airspeed_velocity():
    """Three benchmarks, two of them with two parameters, whose names are in benchmarks.json."""
    found = collect(
        ["asv/machine/*.json"],
        keys=["benchmark", "n", "kind"],
        metrics=["time", "peak_memory", "value"],
        root=OUTPUTS,
    ).series
    assert {
        key[1:]: list(series.values) for (metric, key), series in found.items() if metric == "time"
    } == {
        (100, "list"): [3.826000011031283e-06],
        (100, "set"): [4.036000063933898e-06],
        (1000, "list"): [7.850999736547237e-06],
        (1000, "set"): [2.558799997132155e-05],
    }
    memory = found["peak_memory", ("b.TimeSuite.peakmem_make", 1000, "set")]
    assert (list(memory.values), memory.unit) == ([36438016], "B")
    track = found["value", ("b.track_size", None, None)]
    assert (list(track.values), track.unit) == ([42], "bytes")
    keys = ["commit", "machine", "environment"]
    assert list(
        collect(["asv/machine/*.json"], keys=keys, metrics=["value"], root=OUTPUTS).series
    ) == [("value", ("1dae4641", "machine", "existing"))]


def test_failed_and_skipped_benchmarks_of_airspeed_velocity(tmp_path):
    columns = ["result", "params", "samples"]
    rows = {
        "time_a": [[0.5, None, float("nan")], [["1", '"x"', "2"]], [[0.25, 0.5, 1.0], None, None]],
        "mem_b": [[7], []],
        "timeraw_c": None,
    }
    top = {"commit_hash": "a" * 40, "result_columns": columns, "results": rows, "params": {}}
    (tmp_path / "r.json").write_text(json.dumps(top))
    names = ["benchmark", "arg0"]
    found = collect(["r.json"], keys=names, metrics=["time", "memory"], root=tmp_path).series
    assert list(found["time", ("time_a", 1)].values) == [0.25, 0.5, 1.0]
    assert set(found["time", ("time_a", "x")].failures) == {"failed"}
    assert set(found["time", ("time_a", 2)].failures) == {"skipped"}
    assert list(found["memory", ("mem_b", None)].values) == [7]
    assert set(found["time", ("timeraw_c", None)].failures) == {"failed"}
    (tmp_path / "m").mkdir()
    (tmp_path / "r.json").rename(tmp_path / "m" / "r.json")
    (tmp_path / "benchmarks.json").write_text("{")
    with pytest.raises(ReportError, match="belongs to benchmarks.json, which cannot be read"):
        collect(["m/r.json"], keys=names, metrics=["time"], root=tmp_path)
