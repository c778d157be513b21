"""Writes the tables as Python modules, which load quickly."""

from __future__ import annotations

import os

from ieeelint.tables import HERE, as_python, names

FOLDER = os.path.join(HERE, "compiled")
PACKAGE = '"""The tables as Python literals; generated, not edited."""\n'


def write_tables() -> list[str]:
    """Write the modules that are out of date; returns their paths in the package."""
    os.makedirs(FOLDER, exist_ok=True)
    modules = {name: as_python(name) for name in names()} | {"__init__": PACKAGE}
    written = []
    for name, content in modules.items():
        path = os.path.join(FOLDER, name + ".py")
        if _content(path) != content:
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(content)
            written.append(f"ieeelint/tables/compiled/{name}.py")
    return written


def _content(path: str) -> str:
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return ""
