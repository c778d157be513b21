"""The plan of a run: its cases with predicted work, floor in time and memory, and a Slurm script
for a job array.
"""

from __future__ import annotations

import math
import os
import shlex
from dataclasses import dataclass

from experiments.cases import Group, digest
from experiments.errors import ExperimentError
from experiments.processes import MOST_JOBS
from experiments.suites import Settings

LARGE_CACHE = 128 << 20  # bytes of a level-2 cache: at least those of today's GPUs
START = 10.0  # seconds that a process may need to start, with its libraries
PREPARE = 2.0  # seconds in which a case may be built, checked and warmed up


@dataclass(frozen=True)
class Ceilings:
    """The peak rates of a device for each data type, and their source."""

    peaks: dict[str, dict[str, float]]  # float32 ... -> flops, bytes_per_s
    source: str


def ceilings(groups: list[Group], settings: Settings, words: str | None = None) -> Ceilings | None:
    """The ceilings for the planned cases; None if they are not given and the device is not here.

    ``words`` is "FLOPS,BYTES" (flop/s and byte/s, for every type), or a result file, whose last
    rows for this device contain the ceilings measured at that time. Without it, the ceilings are
    measured now. Raises ExperimentError for other words, or a file without such rows.
    """
    types = {(case.device, case.dtype) for group in groups for case in group.cases}
    if words is None:
        return _measured(sorted(types), settings)
    numbers = words.split(",")
    try:
        flops, moved = (float(number) for number in numbers)
    except ValueError:
        if len(numbers) > 1 and not os.path.exists(words):
            raise ExperimentError(
                "Write ceilings as FLOPS,BYTES, such as 790e12,4.3e12, or name a result file, not"
                f' "{words}".'
            ) from None
        return _from_file(words, {device for device, _ in types})
    if not (0 < flops < math.inf and 0 < moved < math.inf):
        raise ExperimentError(f"Ceilings must be greater than 0 and finite, not {words}.")
    peaks = {"flops": flops, "bytes_per_s": moved}
    return Ceilings(dict.fromkeys(sorted(dtype for _, dtype in types), peaks), "as given")


def _measured(types: list[tuple[str, str]], settings: Settings) -> Ceilings | None:
    import torch

    from experiments.measuring.work import peaks

    if any(device == "cuda" for device, _ in types) and not torch.cuda.is_available():
        return None
    measured = {dtype: peaks(device, dtype, settings.threads) for device, dtype in types}
    return Ceilings(measured, "measured now")


def _from_file(path: str, devices: set[str]) -> Ceilings:
    from experiments.records import read

    ceilings = {}
    for row in read(path):
        work = row.get("work")
        if work and work["peak_flops"] and row["case"]["device"] in devices:
            peaks = {"flops": work["peak_flops"], "bytes_per_s": work["peak_bytes_per_s"]}
            ceilings[row["case"]["dtype"]] = peaks
    if not ceilings:
        raise ExperimentError(
            f"{path}: has no measurement on {' or '.join(sorted(devices))}, so it has no ceilings."
        )
    return Ceilings(ceilings, f"from {path}")


def plan(
    groups: list[Group],
    settings: Settings,
    known: Ceilings | None = None,
    memory: int | None = None,
) -> str:
    """One line for each case: work, floor in time under the ceilings ``known``, and peak memory,
    predicted only from shapes. With the ``memory`` of the device in bytes, also which cases a run
    will skip because they do not fit.
    """
    from experiments.measuring.prediction import predicted
    from experiments.measuring.refusals import refusals
    from experiments.measuring.work import floor

    lines = []
    peaks, source = (known.peaks, known.source) if known else ({}, "")
    skipped = 0
    for group in groups:
        refused = refusals(list(group.cases), memory, LARGE_CACHE)
        skipped += len(refused)
        for case in group.cases:
            head = f"{case.id}  {case.label}  {case.implementation}"
            head += "" if case.backend == "plain" else f" {case.backend}"
            if case.id in refused:
                lines.append(f"{head}: will be skipped: {refused[case.id]}")
                continue
            work = predicted(case)
            peak = work["peak_bytes"]
            shown = "unknown" if peak is None else f"{peak / 2**20:.2f} MiB"
            bound = floor(work, peaks.get(case.dtype))
            least = (
                ""
                if bound["floor_ns"] is None
                else f"floor {bound['floor_ns'] / 1e3:,.1f} µs by {bound['bound']}, "
            )
            lines.append(
                f"{head}: {work['flops'] / 1e6:,.3f} Mflop, {work['least_bytes'] / 2**20:.2f} MiB"
                f" moved, {least}peak memory {shown}"
            )
    for dtype, peak in peaks.items():
        lines.append(
            f"Ceilings for {dtype}, {source}: {peak['flops'] / 1e9:,.1f} Gflop/s, "
            f"{peak['bytes_per_s'] / 1e9:,.1f} GB/s."
        )
    if not known:
        lines.append(
            "No floor in time: the device is not here, so its ceilings cannot be measured. Use"
            " --ceilings."
        )
    cases = sum(len(group.cases) for group in groups)
    starts = settings.launches * math.ceil(len(groups) / MOST_JOBS)
    runs = (cases - skipped) * settings.launches
    shortest = runs * settings.least_time
    longest = runs * (settings.most_time + PREPARE) + starts * START
    lines.append(
        f"{cases} cases in {len(groups)} groups, {settings.launches} processes each ({starts}"
        f" starts): at least {shortest / 60:.1f} minutes of timing; at most {longest / 60:.1f}"
        f" minutes in all, if a case is prepared in {PREPARE:g} s. {skipped} will be skipped. Plan"
        f" {plan_id(groups)}."
    )
    return "\n".join(lines)


def plan_id(groups: list[Group]) -> str:
    """A hash of the cases."""
    return digest([case.id for group in groups for case in group.cases])


def slurm(suite: str, device: str, shards: int, output: str) -> str:
    """A script for ``sbatch``: an array of jobs, each with one GPU and one shard of the suite."""
    stem = output.removesuffix(".jsonl")
    gpu = "#SBATCH --gpus=1\n" if device == "cuda" else ""
    command = (
        f"python -m experiments run {shlex.quote(suite)} --device {device} "
        f'--shard "$((SLURM_ARRAY_TASK_ID + 1))/{shards}" '
        f'--output {shlex.quote(stem)}."$((SLURM_ARRAY_TASK_ID + 1))".jsonl'
    )
    return f"""#!/bin/bash
#SBATCH --job-name=attention-{suite.rsplit("/", 1)[-1].removesuffix(".toml")}
#SBATCH --array=0-{shards - 1}
#SBATCH --cpus-per-task=4
#SBATCH --time=04:00:00
#SBATCH --signal=B:TERM@120
{gpu}#SBATCH --requeue
# A preempted job finishes its case and ends with status 75; after requeuing, it continues.
# --exclusive keeps other jobs off the node during the measurement.

{command} &
child=$!
trap 'kill -TERM "$child"' TERM
wait "$child"
status=$?
while kill -0 "$child" 2>/dev/null; do wait "$child"; status=$?; done
if [ "$status" = 75 ]; then scontrol requeue "$SLURM_JOB_ID"; fi
exit "$status"
# afterward: python -m experiments merge {shlex.quote(stem)}.*.jsonl --output {shlex.quote(output)}
"""
