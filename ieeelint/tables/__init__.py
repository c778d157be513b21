"""The tables that rules read: TOML files, compiled to Python literals, which load quickly.

``python -m ieeelint.tables`` compiles them again after a change.
"""

from __future__ import annotations

import os
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Table = dict[str, Any]  # a table as TOML gives it, with the user's additions
    Words = frozenset[str]

HERE = os.path.dirname(os.path.abspath(__file__))
CATALOGUES = ("zh",)  # folders with what ieeelint says in another language


def table(name: str) -> dict[str, Any]:
    """The built-in table ``name``.  Raises KeyError if it does not exist."""
    try:
        module = import_module(f"ieeelint.tables.compiled.{name}")
    except ModuleNotFoundError:
        raise KeyError(name) from None
    content: dict[str, Any] = module.TABLE
    return content


def names() -> list[str]:
    """The names of all tables; one in a folder has a dotted name, such as ``zh.FIG``."""
    found = [name[:-5] for name in os.listdir(HERE) if name.endswith(".toml")]
    for folder in CATALOGUES:
        files = os.listdir(os.path.join(HERE, folder))
        found += [f"{folder}.{name[:-5]}" for name in files if name.endswith(".toml")]
    return sorted(found)


def as_python(name: str) -> str:
    """The source of the Python module compiled from ``name.toml``."""
    import tomllib

    path = name.replace(".", "/") + ".toml"
    with open(os.path.join(HERE, path), "rb") as file:
        content = tomllib.load(file)
    return module_source(content, f"{path} by ``python -m ieeelint.tables``")


def module_source(content: dict[str, Any], origin: str) -> str:
    """The source of a Python module with a table; ``origin`` says what it is generated from."""
    from pprint import pformat

    words = pformat(content, width=110, sort_dicts=False, compact=True)
    return f'"""Generated from {origin}."""\n\nTABLE = {words}\n'
