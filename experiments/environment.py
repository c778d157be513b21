"""The environment of measurements: versions, device and flags, identified by a hash."""

from __future__ import annotations

import ctypes
import hashlib
import os
import platform
import re
from pathlib import Path
from typing import Any

import torch

from experiments.cases import digest
from experiments.device_state import output, query, state, uuid
from experiments.records import ENVIRONMENT

VARIABLES = (
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "CUDA_LAUNCH_BLOCKING",
    "CUBLAS_WORKSPACE_CONFIG",
    "NVIDIA_TF32_OVERRIDE",
    "PYTORCH_ALLOC_CONF",
    "PYTORCH_CUDA_ALLOC_CONF",
    "TORCH_LOGS",
)


def record(device: str) -> dict[str, Any]:
    """The environment row for measurements on ``device``."""
    cuda = cuda_versions(device)
    content = {
        "device": device,
        "python": platform.python_version(),
        "torch": torch.__version__,
        "system": f"{platform.system()} {platform.machine()}",
        "cpu": {
            "model": cpu_model(),
            "cores": os.cpu_count() or 1,
            "capability": torch.backends.cpu.get_cpu_capability(),
        },
        "cuda": cuda,
        "gpu": gpu() if device == "cuda" else None,
        "flags": {
            "tf32_matmul": torch.backends.cuda.matmul.allow_tf32,
            "tf32_cudnn": torch.backends.cudnn.allow_tf32,
            "cudnn_benchmark": torch.backends.cudnn.benchmark,
            "onednn": torch.backends.mkldnn.is_available(),
        },
        "variables": {name: os.environ[name] for name in VARIABLES if name in os.environ},
    }
    return {
        "schema": ENVIRONMENT,
        "env_id": digest(content),
        "content": content,
        "seen": seen(device),
        "warnings": warnings(cuda) + (shared_gpu() if device == "cuda" else []),
    }


def cuda_versions(device: str, driver: bool = False) -> dict[str, str | None]:
    """The five CUDA versions that are easily confused, and the version of the kernel driver.

    Those of the driver are asked for only if a GPU is used, or with ``driver``.
    """
    nvcc = re.search(r"release (\d+\.\d+)", output("nvcc", "--version") or "")
    cudnn = torch.backends.cudnn.version() if device == "cuda" else None
    package = query(uuid(), "driver_version") if device == "cuda" else None
    return {
        "built_for_runtime": torch.version.cuda,
        "loaded_runtime": loaded_runtime() if device == "cuda" else None,
        "driver_supports": driver_version() if device == "cuda" or driver else None,
        "nvcc": nvcc.group(1) if nvcc else None,
        "cudnn": str(cudnn) if cudnn else None,
        "kernel_driver": package["driver_version"] if package else None,
    }


def warnings(cuda: dict[str, str | None]) -> list[str]:
    """Warnings about doubtful results: a runtime newer than the driver supports."""
    runtime = cuda["loaded_runtime"] or cuda["built_for_runtime"]
    driver = cuda["driver_supports"]
    if runtime and driver and _parts(runtime) > _parts(driver):
        effect = (
            "it works only by minor-version compatibility"
            if _parts(runtime)[0] == _parts(driver)[0]
            else "it does not work"
        )
        return [
            f"CUDA runtime {runtime} is newer than {driver}, the newest that the driver supports:"
            f" {effect}. Update the driver, or install PyTorch for an older CUDA."
        ]
    return []


def shared_gpu() -> list[str]:
    """A warning about a MIG slice, whose clocks and power belong to the whole GPU."""
    mode = (query(uuid(), "mig.mode.current") or {}).get("mig.mode.current")
    name = torch.cuda.get_device_name(0)
    if mode != "Enabled" and " MIG " not in f" {name} ":
        return []
    return [
        "This is a slice of a GPU (MIG). Other slices share its power and clocks, which cannot be"
        " read for one slice: times depend on what runs there, and ceilings are those of the slice."
    ]


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2])


def _version(number: int) -> str:
    return f"{number // 1000}.{number % 1000 // 10}"


def loaded_runtime() -> str | None:
    """cudaRuntimeGetVersion of the library that this process has loaded, which may differ from the
    one on the disk.
    """
    torch.cuda.init()
    try:
        maps = Path("/proc/self/maps").read_text()
    except OSError:
        return None
    found = re.search(r"\S*/libcudart[^\s/]*", maps)
    return _ask(found.group(0), "cudaRuntimeGetVersion") if found else None


def driver_version() -> str | None:
    """The newest CUDA that the driver supports."""
    return _ask("libcuda.so.1", "cuDriverGetVersion")


def _ask(library: str, function: str) -> str | None:
    number = ctypes.c_int()
    try:
        status = getattr(ctypes.CDLL(library), function)(ctypes.byref(number))
    except (OSError, AttributeError):
        return None
    return _version(number.value) if status == 0 else None


def gpu() -> dict[str, Any]:
    """The properties of the GPU; its serial number as a hash."""
    properties = torch.cuda.get_device_properties(0)
    identity = str(getattr(properties, "uuid", properties.name))
    return {
        "name": properties.name,
        "identity": hashlib.sha256(identity.encode()).hexdigest()[:16],
        "memory_bytes": properties.total_memory,
        "l2_bytes": properties.L2_cache_size,
        "multiprocessors": properties.multi_processor_count,
        "compute_capability": f"{properties.major}.{properties.minor}",
    }


def seen(device: str) -> dict[str, Any]:
    """The state of the machine: load of the CPU; clocks, power and temperature of the GPU."""
    found: dict[str, Any] = {"load_average": round(os.getloadavg()[0], 2)}
    if device == "cuda":
        found |= state(uuid())
    return found


def cpu_model() -> str | None:
    try:
        text = Path("/proc/cpuinfo").read_text()
    except OSError:
        return platform.processor() or None
    found = re.search(r"model name\s*:\s*(.+)", text)
    return found.group(1) if found else platform.processor() or None


def host() -> str:
    """The host's name as a hash, which distinguishes machines without naming them."""
    return hashlib.sha256(platform.node().encode()).hexdigest()[:12]


def git() -> tuple[str | None, bool | None]:
    """The commit of this checkout, and whether files of ``experiments/`` other than results differ
    from it.
    """
    top = str(Path(__file__).parent)
    commit = output("git", "-C", top, "rev-parse", "HEAD")
    if commit is None:
        return None, None
    changed = output("git", "-C", top, "status", "--porcelain", "--", ".", ":(exclude)results")
    return commit.strip(), bool((changed or "").strip())
