"""Compile the tables: ``python -m ieeelint.tables``."""

from __future__ import annotations

import os

from ieeelint.tables import HERE, as_python, names

if __name__ == "__main__":
    folder = os.path.join(HERE, "compiled")
    os.makedirs(folder, exist_ok=True)
    for name in names():
        with open(os.path.join(folder, name + ".py"), "w", encoding="utf-8") as file:
            file.write(as_python(name))
    with open(os.path.join(folder, "__init__.py"), "w", encoding="utf-8") as file:
        file.write('"""The tables as Python literals; generated, not edited."""\n')
