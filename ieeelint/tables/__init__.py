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


def table(name: str) -> dict[str, Any]:
    """The built-in table ``name``.  Raises KeyError if it does not exist."""
    try:
        module = import_module(f"ieeelint.tables.compiled.{name}")
    except ModuleNotFoundError:
        raise KeyError(name) from None
    content: dict[str, Any] = module.TABLE
    return content


def names() -> list[str]:
    """The names of all tables."""
    return sorted(name[:-5] for name in os.listdir(HERE) if name.endswith(".toml"))


def as_python(name: str) -> str:
    """The source of the Python module compiled from ``name.toml``."""
    import tomllib

    with open(os.path.join(HERE, name + ".toml"), "rb") as file:
        content = tomllib.load(file)
    return module_source(content, f"{name}.toml by ``python -m ieeelint.tables``")


def module_source(content: dict[str, Any], origin: str) -> str:
    """The source of a Python module with a table; ``origin`` says what it is generated from."""
    from pprint import pformat

    words = pformat(content, width=110, sort_dicts=False, compact=True)
    return f'"""Generated from {origin}."""\n\nTABLE = {words}\n'
