"""Keys that the path of a result file has: its folder, its name, and parts such as "model=se".

Files of trackers always have them. Files of other tools have those that the specification names,
because their rows usually contain all keys.
"""

from __future__ import annotations

import re

from ieeelint.report.adapters.values import key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from ieeelint.report.adapters.source import Request, Source
    from ieeelint.report.records import Key

RUN, FILE = "run", "file"
UPWARD = re.compile(r"(?:\.{1,2}(?:/|$))+")  # "../" before a path says nothing about the run
OVERRIDES = (".hydra", "overrides.yaml")
OVERRIDE = re.compile(r"""-\s+['"]?\+{0,2}([\w./@-]+)=([^'"\[{]*)['"]?\s*$""")


def path_keys(source: Source) -> dict[str, Key]:
    """The keys of a run: ``run`` is its folder, and parts such as "module=se,seed=3" of the path
    and the overrides of Hydra next to it are keys.
    """
    folder = UPWARD.sub("", source.name.rpartition("/")[0], count=1)
    keys: dict[str, Key] = {RUN: folder or source.path.resolve().parent.name or "."}
    return keys | _parts(folder) | _overrides(source.path.parent)


def named_keys(source: Source, request: Request) -> dict[str, Key]:
    """The keys of the path that a specification names, and the name of the file, ``file``."""
    if request.from_path is not None and not request.from_path:
        return {}
    stem = source.path.stem
    keys = path_keys(source) | _parts(stem) | {FILE: stem}
    if request.from_path is None:
        return keys
    return {name: value for name, value in keys.items() if name in request.from_path}


def _parts(path: str) -> dict[str, Key]:
    keys: dict[str, Key] = {}
    for part in path.replace(",", "/").split("/"):
        key, equal, value = part.partition("=")
        if equal and key:
            keys[key] = key_of(value)
    return keys


def _overrides(folder: Path) -> dict[str, Key]:
    """What Hydra changed in the configuration of a run."""
    try:
        lines = folder.joinpath(*OVERRIDES).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    matches = [match for line in lines if (match := OVERRIDE.match(line))]
    return {match[1]: key_of(match[2].strip()) for match in matches}
