"""Result files that tools wrote: hyperfine 1.15.0 and Google Benchmark 1.7.1 on Linux."""

from __future__ import annotations

from pathlib import Path

import pytest

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
