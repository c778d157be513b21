"""Writes what is generated: a page a rule, their index, the schema of the settings, the compiled tables.

    python -m ieeelint.documentation

Run it in a checkout after a change of a rule, a table or a setting; a test
checks that nothing is out of date.
"""

from __future__ import annotations

import json
import os

from ieeelint.rules import every_rule, pages
from ieeelint.rules.data import HERE, as_python, names
from ieeelint.settings import schema

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def generated() -> dict[str, str]:
    """The generated files of the project: path from its top, content."""
    rules = list(every_rule())
    files = {f"docs/rules/{rule.code}.md": pages.as_markdown(rule) for rule in rules}
    files["docs/rules/README.md"] = pages.list_markdown(rules)
    files["docs/ieeelint.schema.json"] = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    folder = os.path.relpath(HERE, TOP).replace(os.sep, "/")
    for name in names():
        files[f"{folder}/compiled/{name}.py"] = as_python(name)
    return files


def write() -> None:
    """Write them all, and remove pages of rules that are gone."""
    files = generated()
    for path, content in files.items():
        full = os.path.join(TOP, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8", newline="\n") as file:
            file.write(content)
    folder = os.path.join(TOP, "docs/rules")
    for name in os.listdir(folder):
        if f"docs/rules/{name}" not in files:
            os.remove(os.path.join(folder, name))


if __name__ == "__main__":
    write()
