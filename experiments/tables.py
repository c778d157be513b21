"""Rows as a Markdown table: each case next to the case that it is compared to."""

from __future__ import annotations

from typing import Any

from experiments.records import latest, refuse_mixtures

HEADER = (
    (
        "| module | shape | type | mode | implementation | latency (ms) | 95 % interval | ratio |"
        " 95 % interval | peak memory (MiB) | floor (%) |"
    ),
    "| --- | --- | --- | --- | --- | ---: | --- | ---: | --- | ---: | ---: |",
)
# marks after a number, and what they mean; a table has the notes of the marks that it contains
NOTES = {
    "*": "noisy: when the time was up, the 95 % interval of the median was still wider than"
    " required",
    "†": "above 100 %: a library skips work that the closed form counts (products with padding), or"
    " the data stayed in the cache, or the kernel uses faster units than the matrix product that"
    " measured the peak",
    "‡": "the GPU lowered its clocks during the measurement (power or temperature)",
    "§": "the host could not queue all of the runs in time: the latency contains pauses of the GPU",
    "¶": "the inputs of the graph together do not exceed the level-2 cache",
}


def table(rows: list[dict[str, Any]]) -> str:
    """The last row of each case; ratios above 1 are faster than the group's first implementation.

    Raises ExperimentError if the rows cannot be compared.
    """
    refuse_mixtures(rows, "table")
    lines = list(HEADER)
    for row in latest(rows).values():
        lines.append(f"| {' | '.join(_name_cells(row['case']) + _value_cells(row))} |")
    body = "\n".join(lines)
    notes = [
        f"\\{mark} {words}" if mark == "*" else f"{mark} {words}"
        for mark, words in NOTES.items()
        if mark in body
    ]
    return "\n\n".join([body, *(f"{note}." for note in notes)])


def _name_cells(case: dict[str, Any]) -> list[str]:
    name = case["module"] + ("" if case["variant"] == "paper" else f" ({case['variant']})")
    name += "".join(f", {key} {value}" for key, value in sorted(case["options"].items()))
    implementation = case["implementation"]
    implementation += "" if case["backend"] == "plain" else f", {case['backend']}"
    shape = "×".join(map(str, case["shape"]))
    return [name, shape, case["dtype"], f"{case['mode']}, {case['timing']}", implementation]


def _value_cells(row: dict[str, Any]) -> list[str]:
    if row["status"] != "ok":
        return [f"{row['status']}: {row['reason']}", *[""] * 5]
    time, ratio = row["time_ns"], row["ratio"]
    low, high = time["ci95"]
    cells = [f"{time['median'] / 1e6:.3f}{_marks(row)}", f"{low / 1e6:.3f} to {high / 1e6:.3f}"]
    cells += (
        ["", ""]
        if ratio is None
        else [f"{ratio['median']:.2f}", f"{ratio['ci95'][0]:.2f} to {ratio['ci95'][1]:.2f}"]
    )
    peak = (row["memory"] or {}).get("peak_bytes")
    percent = row["work"]["floor_percent"]
    floor = "" if percent is None else f"{percent:.1f}{'†' if percent > 100 else ''}"
    return [*cells, "" if peak is None else f"{peak / 2**20:.2f}", floor]


def _marks(row: dict[str, Any]) -> str:
    """The marks of a row's latency."""
    time = row["time_ns"]
    facts = {
        "*": not time["criterion_met"],
        "‡": bool((row.get("device_state") or {}).get("throttled")),
        "§": bool(time.get("host_bound")),
        "¶": time.get("exceeds_cache") is False,
    }
    return "".join(mark for mark, holds in facts.items() if holds)
