"""Writes the tables as Python modules, which load quickly."""

from __future__ import annotations

import os

from ieeelint.tables import CATALOGUES, HERE, as_python, names

FOLDER = os.path.join(HERE, "compiled")
PACKAGE = '"""The tables as Python literals; generated, not edited."""\n'


def write_tables() -> list[str]:
    """Write the modules that are out of date; returns their paths in the package."""
    modules = {name: as_python(name) for name in names()}
    for folder in ("", *(f"{name}." for name in CATALOGUES)):
        modules[f"{folder}__init__"] = PACKAGE
    written = []
    for dotted, content in modules.items():
        name = dotted.replace(".", "/")
        path = os.path.join(FOLDER, name + ".py")
        os.makedirs(os.path.dirname(path), exist_ok=True)
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
