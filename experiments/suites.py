"""Suites: sets of cases to measure, written as TOML in ``suites/`` or in another file.

title = "…"
modes = ["forward", "both"]      # axes: every combination of them, for each [[case]]
dtypes = ["bfloat16", "float32"]

[settings]                       # how long: see Settings
[cpu]                            # overrides the keys above on a CPU
[[case]]
module = "se"
shape = [50, 512, 7, 7]
cpu.shape = [4, 128, 7, 7]
"""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from experiments import cases
from experiments.cases import Case
from experiments.errors import ExperimentError, UnknownName

FOLDER = Path(__file__).parent / "suites"
AXES = {
    "implementations": None,
    "backends": cases.BACKENDS,
    "dtypes": cases.DTYPES,
    "modes": cases.MODES,
    "timings": cases.TIMINGS,
}
CASE_KEYS = ("module", "variants", "shape", "options", "cpu", *AXES)


@dataclass(frozen=True)
class Settings:
    """How a suite is measured; times in seconds."""

    launches: int = 5  # processes, each with its own samples
    least_time: float = 0.2  # timing in each process for each case, at least
    most_time: float = 2.0  # at most, whether the noise criterion is met or not
    noise: float = 0.02  # required half-width of the median's 95 % interval, relative to it
    time_limit: float = 600.0  # for one process
    threads: int = 1  # on a CPU

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Suite:
    """A suite as read from its file; ``cases(device)`` are its points."""

    name: str
    title: str
    content: dict[str, Any] = field(repr=False)
    source: str

    def settings(self, device: str) -> Settings:
        chosen = dict(self.content.get("settings", {}))
        if device == "cpu":
            chosen |= self.content.get("cpu", {}).get("settings", {})
        known = {setting.name for setting in fields(Settings)}
        for key in chosen:
            if key not in known:
                raise ExperimentError(f"{self.source}: {UnknownName('setting', key, known)}")
        return Settings(**chosen)

    def cases(self, device: str) -> list[Case]:
        """Every combination of the axes for every [[case]]; raises ExperimentError for an invalid
        one.
        """
        points: list[Case] = []
        for entry in self.content["case"]:
            try:
                points += self._points(entry, device)
            except ExperimentError as error:
                raise ExperimentError(f"{self.source}: {error}") from None
        return points

    def _points(self, entry: dict[str, Any], device: str) -> Iterator[Case]:
        from experiments.modules import MODULES, implementations_of, options_of, variants_of

        layers = [self.content, entry]
        if device == "cpu":
            layers = [self.content, self.content.get("cpu", {}), entry, entry.get("cpu", {})]
        chosen: dict[str, Any] = {}
        for layer in layers:
            chosen |= {key: value for key, value in layer.items() if key in CASE_KEYS}
        module = entry.get("module", "")
        if module not in MODULES:
            raise UnknownName("module", module, MODULES)
        shape, options = chosen.get("shape"), chosen.get("options", {})
        if (
            not isinstance(shape, list)
            or len(shape) not in (3, 4)
            or not all(isinstance(size, int) and size > 0 for size in shape)
        ):
            raise ExperimentError(
                f"{module} needs shape = [B, C, H, W] or [B, n, C] with positive integers, not"
                f" {shape}."
            )
        for option in options:
            if option not in options_of(module):
                raise UnknownName(f"option of {module}", option, options_of(module))
        timings = ["warm"] if device == "cpu" else chosen.get("timings", ["cold"])
        every = implementations_of(module)
        wanted = chosen.get("implementations", every)
        implementations = [name for name in wanted if name in every] or every
        points = itertools.product(
            chosen.get("variants", ["paper"]),
            chosen.get("dtypes", ["float32"]),
            chosen.get("modes", ["forward"]),
            timings,
            chosen.get("backends", ["plain"]),
            implementations,
        )
        for variant, dtype, mode, timing, backend, implementation in points:
            for kind, value, known in (
                ("variant", variant, variants_of(module)),
                ("dtype", dtype, cases.DTYPES),
                ("mode", mode, cases.MODES),
                ("timing", timing, cases.TIMINGS),
                ("backend", backend, cases.BACKENDS),
            ):
                if value not in known:
                    raise UnknownName(kind, value, known)
            yield Case(
                module,
                variant,
                options,
                implementation,
                backend,
                tuple(shape),
                dtype,
                device,
                mode,
                timing,
            )


def names() -> list[str]:
    """The names of the built-in suites."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def load(name: str) -> Suite:
    """The built-in suite ``name``, or the suite in the TOML file ``name``. Raises
    ExperimentError.
    """
    path = Path(name) if name.endswith(".toml") else FOLDER / f"{name}.toml"
    if not name.endswith(".toml") and name not in names():
        raise UnknownName("suite", name, names())
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ExperimentError(f"{path}: cannot be read: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ExperimentError(f"{path}: is not valid TOML: {error}.") from None
    known = {"title", "settings", "cpu", "case", *AXES}
    for key in content:
        if key not in known:
            raise ExperimentError(f"{path}: {UnknownName('key', key, known)}")
    for entry in content.get("case", []):
        for key in entry:
            if key not in CASE_KEYS:
                raise ExperimentError(f"{path}: {UnknownName('key of [[case]]', key, CASE_KEYS)}")
    if not content.get("case"):
        raise ExperimentError(f"{path}: has no [[case]].")
    return Suite(path.stem, content.get("title", path.stem), content, str(path))
