"""The state of a GPU: clocks, power, temperature, and the reasons for which it runs slower.

The GPU is named by its UUID, because the first GPU of ``nvidia-smi`` need not be the first one that
a process can see (CUDA_VISIBLE_DEVICES).
"""

from __future__ import annotations

import subprocess
from typing import Any

FIELDS = (
    "clocks.sm",
    "clocks.mem",
    "clocks.max.sm",
    "power.draw",
    "temperature.gpu",
    "ecc.mode.current",
    "mig.mode.current",
    "persistence_mode",
)
REASONS = ("clocks_event_reasons.active", "clocks_throttle_reasons.active")  # newer, older driver
# bits of the reasons that make a measurement doubtful; the others describe an idle or a set clock
THROTTLED = {
    0x04: "power limit",
    0x08: "hardware slowdown",
    0x20: "temperature (software)",
    0x40: "temperature (hardware)",
    0x80: "power brake",
}


def output(*command: str) -> str | None:
    """The output of a command; None if the command does not exist or fails."""
    try:
        ran = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
    return ran.stdout


def uuid() -> str | None:
    """The UUID of the first GPU that this process can see, as nvidia-smi writes it."""
    import torch

    value = getattr(torch.cuda.get_device_properties(0), "uuid", None)
    if value is None:
        return None
    text = str(value)
    return text if text.startswith(("GPU-", "MIG-")) else f"GPU-{text}"


def query(identity: str | None, *fields: str) -> dict[str, str] | None:
    """Values of nvidia-smi for the GPU with this UUID, only of that one; None if it does not
    answer.
    """
    if identity is None:
        return None
    text = output(
        "nvidia-smi", f"--id={identity}", f"--query-gpu={','.join(fields)}", "--format=csv,noheader"
    )
    lines = (text or "").strip().splitlines()
    if len(lines) != 1:
        return None
    values = [value.strip() for value in lines[0].split(",")]
    return dict(zip(fields, values, strict=True)) if len(values) == len(fields) else None


def state(identity: str | None) -> dict[str, Any]:
    """Clocks, power, temperature and reasons now; unknown values are left out."""
    found: dict[str, Any] = dict(query(identity, *FIELDS) or {})
    for field in REASONS:
        answer = query(identity, field)
        if answer is not None:
            found["clocks_event_reasons.active"] = answer[field]
            found["throttled"] = throttled(answer[field])
            break
    return found


def throttled(mask: str) -> list[str]:
    """The doubtful reasons in a mask such as 0x0000000000000004."""
    try:
        bits = int(mask, 16)
    except ValueError:
        return []
    return [words for bit, words in THROTTLED.items() if bits & bit]
