"""What a run would do: its groups with predicted work and memory, and a Slurm script for a job array."""

from __future__ import annotations

import shlex

from experiments.cases import Group, digest
from experiments.errors import ShapeError
from experiments.suites import Settings

Ceilings = dict[str, dict[str, float]]  # type of numbers -> peak flop/s and byte/s


def ceilings(groups: list[Group], settings: Settings) -> Ceilings:
    """The ceilings of the device at hand for every type planned, measured now; none for a device that is not."""
    import torch

    from experiments.measuring.work import peaks

    types = {(case.device, case.dtype) for group in groups for case in group.cases}
    there = {device for device, _ in types if device == "cpu" or torch.cuda.is_available()}
    return {dtype: peaks(device, dtype, settings.threads) for device, dtype in sorted(types) if device in there}


def plan(groups: list[Group], settings: Settings, known: Ceilings | None = None) -> str:
    """A line a case: work, floor in time under the ceilings ``known``, and peak memory, predicted from
    shapes alone."""
    from experiments.measuring.work import floor, predicted

    lines = []
    for group in groups:
        for case in group.cases:
            head = f"{case.id}  {case.label}  {case.implementation}"
            head += "" if case.backend == "plain" else f" {case.backend}"
            try:
                found = predicted(case)
            except ShapeError as error:
                lines.append(f"{head}: will be skipped: {error}")
                continue
            peak = found["peak_bytes"]
            memory = "unknown" if peak is None else f"{peak / 2**20:.1f} MiB"
            bound = floor(found, (known or {}).get(case.dtype))
            least = "" if bound["floor_ns"] is None else f"floor {bound['floor_ns'] / 1e6:.3f} ms by {bound['bound']}, "
            lines.append(
                f"{head}: {found['flops'] / 1e9:.3f} Gflop, {found['least_bytes'] / 2**20:.1f} MiB moved, "
                f"{least}peak memory {memory}"
            )
    for dtype, peak in (known or {}).items():
        lines.append(
            f"Ceilings for {dtype}, measured now: {peak['flops'] / 1e9:.1f} Gflop/s, {peak['bytes_per_s'] / 1e9:.1f} GB/s."
        )
    if not known:
        lines.append("No floor in time: the device is not here to measure its ceilings.")
    cases = sum(len(group.cases) for group in groups)
    shortest = cases * settings.launches * settings.least_time
    most = cases * settings.launches * settings.most_time + 5 * settings.launches * len(groups)
    lines.append(
        f"{cases} cases in {len(groups)} groups, {settings.launches} processes each: "
        f"{shortest / 60:.1f} to {most / 60:.1f} minutes of timing. Plan {plan_id(groups)}."
    )
    return "\n".join(lines)


def plan_id(groups: list[Group]) -> str:
    """The same for the same cases."""
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
# A job that is preempted finishes its case and ends with status 75; requeued, it goes on.
# --exclusive keeps other jobs from the node while it measures.

{command} &
child=$!
trap 'kill -TERM "$child"' TERM
wait "$child"
status=$?
while kill -0 "$child" 2>/dev/null; do wait "$child"; status=$?; done
if [ "$status" = 75 ]; then scontrol requeue "$SLURM_JOB_ID"; fi
exit "$status"
# afterwards: python -m experiments merge {shlex.quote(stem)}.*.jsonl --output {shlex.quote(output)}
"""
