"""Rows as a Markdown table: each case next to the case that it is compared to."""

from __future__ import annotations

from typing import Any

from experiments.records import latest

HEADER = (
    (
        "| module | shape | type | mode | implementation | latency (ms) | 95 % interval | ratio |"
        " 95 % interval | peak memory (MiB) | floor (%) |"
    ),
    "| --- | --- | --- | --- | --- | ---: | --- | ---: | --- | ---: | ---: |",
)


def table(rows: list[dict[str, Any]]) -> str:
    """The last row of each case; ratios above 1 are faster than the group's first
    implementation.
    """
    lines = list(HEADER)
    for row in latest(rows).values():
        case = row["case"]
        name = case["module"] + ("" if case["variant"] == "paper" else f" ({case['variant']})")
        name += "".join(f", {key} {value}" for key, value in sorted(case["options"].items()))
        shape = "×".join(map(str, case["shape"]))
        implementation = case["implementation"]
        implementation += "" if case["backend"] == "plain" else f", {case['backend']}"
        cells = [name, shape, case["dtype"], f"{case['mode']}, {case['timing']}", implementation]
        if row["status"] != "ok":
            cells += [f"{row['status']}: {row['reason']}", *[""] * 5]
        else:
            time, ratio = row["time_ns"], row["ratio"]
            low, high = time["ci95"]
            cells += [f"{time['median'] / 1e6:.3f}", f"{low / 1e6:.3f} to {high / 1e6:.3f}"]
            cells += (
                ["", ""]
                if ratio is None
                else [f"{ratio['median']:.2f}", f"{ratio['ci95'][0]:.2f} to {ratio['ci95'][1]:.2f}"]
            )
            cells.append(f"{row['memory']['peak_bytes'] / 2**20:.2f}")
            percent = row["work"]["floor_percent"]
            cells.append("" if percent is None else f"{percent:.1f}")
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
