"""The environment in words: the five CUDA versions, which of them matter, and what to do if they
differ.
"""

from __future__ import annotations

from typing import Any

VERSIONS = (
    (
        "driver_supports",
        "newest CUDA of the driver",
        "nvidia-smi prints it as CUDA Version. Matters: it must be at least the runtime.",
    ),
    (
        "loaded_runtime",
        "CUDA runtime that is loaded",
        "The one that does the work, usually from PyTorch's own package. Matters.",
    ),
    (
        "built_for_runtime",
        "CUDA that PyTorch was built for",
        "torch.version.cuda. Matters if it is not the loaded one.",
    ),
    (
        "cudnn",
        "cuDNN that is loaded",
        "Chooses the convolutions, so times depend on it. Matters when you compare times.",
    ),
    (
        "nvcc",
        "compiler (nvcc)",
        "Only compiles new kernels; nothing here uses it. It may differ from all others.",
    ),
)


def described(row: dict[str, Any]) -> str:
    """The environment row as text."""
    content = row["content"]
    cpu = content["cpu"]
    lines = [
        f"Measures on: {_device(content)}",
        f"CPU:         {cpu['model']}, {cpu['cores']} cores",
        f"PyTorch:     {content['torch']}, Python {content['python']}, {content['system']}",
        "",
        "CUDA has five versions, which may all differ:",
    ]
    for key, name, words in VERSIONS:
        lines.append(f"  {name + ':':33} {content['cuda'][key] or 'none'}")
        lines.append(f"    {words}")
    kernel = content["cuda"]["kernel_driver"]
    if kernel:
        lines.append(f"  {'(driver package:':33} {kernel})")
    lines += ["", *conclusions(content["device"], content["cuda"]), *row["warnings"]]
    return "\n".join(lines)


def _device(content: dict[str, Any]) -> str:
    gpu = content.get("gpu")
    return "the CPU" if not gpu else f"{gpu['name']}, {gpu['memory_bytes'] / 2**30:.0f} GiB"


def conclusions(device: str, cuda: dict[str, str | None]) -> list[str]:
    """What the versions mean together."""
    built, loaded = cuda["built_for_runtime"], cuda["loaded_runtime"]
    if built is None:
        return ["This PyTorch was built for CPUs only, so none of the versions matters here."]
    if device == "cpu":
        return [f"PyTorch could use CUDA {built}, but the measurements are on the CPU."]
    found = []
    if loaded and loaded != built:
        found.append(
            f"PyTorch was built for CUDA {built}, but {loaded} is loaded: another runtime comes"
            " first (LD_LIBRARY_PATH, or a package nvidia-cuda-runtime). Remove it, or install"
            " PyTorch again."
        )
    if cuda["nvcc"] and cuda["nvcc"] not in (loaded, built):
        found.append(f"nvcc {cuda['nvcc']} is of another version. This does no harm here.")
    return found or ["The versions fit together."]


def why_no_gpu(cuda: dict[str, str | None], visible: str | None) -> str:
    """Why PyTorch cannot use a GPU, and what to do.

    ``visible`` is the value of CUDA_VISIBLE_DEVICES, None if it is not set.
    """
    built, driver = cuda["built_for_runtime"], cuda["driver_supports"]
    if built is None:
        return "this PyTorch was built for CPUs only. Install a build for CUDA."
    if driver is None:
        return "there is no NVIDIA driver (libcuda.so.1). Install it, or use another machine."
    if _parts(built)[0] > _parts(driver)[0]:
        return (
            f"PyTorch was built for CUDA {built}, but the driver supports only up to {driver}."
            f" Update the driver, or install PyTorch for CUDA {_parts(driver)[0]}."
        )
    if visible is not None:
        return (
            f'CUDA_VISIBLE_DEVICES="{visible}" matches none. Use numbers or UUIDs that'
            " nvidia-smi -L prints."
        )
    return "the driver shows none. Look at nvidia-smi and the kernel's log."


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2])
