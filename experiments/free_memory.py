"""Free memory of the device that this process uses."""

from __future__ import annotations

from pathlib import Path

MEMORY = Path("/proc/meminfo")
GROUPS = Path("/proc/self/cgroup")
LIMITS = Path("/sys/fs/cgroup")


def free_memory(device: str) -> int | None:
    """Free bytes on the device; None if they are unknown.

    On a GPU, this is the free memory of the first device (or MIG slice) that the process can see.
    On a CPU, it is the memory that programs can get, within the limit of a container or a Slurm
    job.
    """
    if device == "cuda":
        import torch

        free: int = torch.cuda.mem_get_info()[0]
        cached: int = torch.cuda.memory_reserved() - torch.cuda.memory_allocated()
        return free + cached
    known = [value for value in (_available(), _within_limit()) if value is not None]
    return min(known, default=None)


def _available() -> int | None:
    try:
        lines = MEMORY.read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    sizes = [int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:")]
    return sizes[0] if sizes else None


def _within_limit() -> int | None:
    """What is left of the limits of the process's control groups (version 2); None without a
    limit.
    """
    try:
        entries = GROUPS.read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    path = next((entry[3:] for entry in entries if entry.startswith("0::")), None)
    if path is None:
        return None
    left = []
    inner = LIMITS / path.strip("/")
    for folder in [inner, *inner.parents]:
        try:
            limit = (folder / "memory.max").read_text().strip()
            used = int((folder / "memory.current").read_text())
            used -= _reclaimable((folder / "memory.stat").read_text())
        except (OSError, ValueError):
            continue
        if limit.isdigit():
            left.append(max(0, int(limit) - used))
    return min(left, default=None)


def _reclaimable(statistics: str) -> int:
    """Bytes of files in memory that can be dropped."""
    found = [
        line.split()[1] for line in statistics.splitlines() if line.startswith("inactive_file")
    ]
    return int(found[0]) if found else 0
