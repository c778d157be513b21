"""The tables rules read: TOML for people, compiled to Python literals so that they load in no time.

``python -m ieeelint.tables`` compiles them again after a change.
"""

from __future__ import annotations

import os
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

HERE = os.path.dirname(os.path.abspath(__file__))


def table(name: str) -> dict[str, Any]:
    """The built-in table ``name``.  Raises KeyError when there is none."""
    try:
        module = import_module(f"ieeelint.tables.compiled.{name}")
    except ModuleNotFoundError:
        raise KeyError(name) from None
    found: dict[str, Any] = module.TABLE
    return found


def names() -> list[str]:
    """The tables there are."""
    return sorted(name[:-5] for name in os.listdir(HERE) if name.endswith(".toml"))


def as_python(name: str) -> str:
    """The Python module that stands for ``name.toml``."""
    import tomllib
    from pprint import pformat

    with open(os.path.join(HERE, name + ".toml"), "rb") as file:
        content = tomllib.load(file)
    words = pformat(content, width=110, sort_dicts=False, compact=True)
    return (
        f'"""Generated from {name}.toml by ``python -m ieeelint.tables``."""\n\nTABLE = {words}\n'
    )
