"""The built-in tables, merged with the user's additions from the settings file.

``[vocabulary.abbreviations] tier_b = ["LIDAR", "-OK"]`` adds LIDAR to a list
and removes OK from it; a table is updated key by key.
"""

from __future__ import annotations

from functools import cached_property

from ieeelint.tables import table, views

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Vocabulary:
    """The built-in tables, each loaded on first use and merged with the user's additions."""

    def __init__(self, user: dict[str, Any] | None = None) -> None:
        self.user = user or {}
        self._tables: dict[str, dict[str, Any]] = {}

    @property
    def strict_abbreviations(self) -> bool:
        """True if every abbreviation that is not in IEEE's own list needs a definition."""
        return bool(self.user.get("strict_abbreviations"))

    def __getitem__(self, name: str) -> dict[str, Any]:
        """The merged table ``name``.  Raises KeyError if there is no table with this name."""
        content = self._tables.get(name)
        if content is None:
            content = table(name)
            if isinstance(self.user.get(name), dict):
                content = merged(content, self.user[name])
            self._tables[name] = content
        return content


def merged(built_in: dict[str, Any], user: dict[str, Any]) -> dict[str, Any]:
    """A copy of ``built_in`` with the user's additions."""
    result = dict(built_in)
    for key, value in user.items():
        before = result.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            result[key] = merged(before, value)
        elif isinstance(before, list) and isinstance(value, list):
            dropped = {item[1:] for item in value if isinstance(item, str) and item.startswith("-")}
            added = [item for item in value if not (isinstance(item, str) and item.startswith("-"))]
            result[key] = [item for item in before if item not in dropped] + added
        else:
            result[key] = value
    return result


def fault(user: dict[str, Any]) -> tuple[str, str]:
    """What is wrong with the user's additions, and the wrong word; empty if they are correct."""
    from ieeelint.phrases import nearest_clause
    from ieeelint.tables import names

    vocabulary = Vocabulary()
    for name, additions in user.items():
        if name not in names():
            return f'unknown vocabulary "{name}"{nearest_clause(name, names())}', name
        if not isinstance(additions, dict):
            return f'"{name}" must be a table of additions', name
        problem = _type_fault(table(name), additions)
        if problem[0]:
            return problem
    return "", ""


def _type_fault(built_in: dict[str, Any], additions: dict[str, Any]) -> tuple[str, str]:
    """The first addition that does not have the same types as the table it adds to."""
    from ieeelint.phrases import nearest_clause

    for key, value in additions.items():
        before = built_in.get(key)
        if before is None:
            if is_index:
                return f'unknown list "{key}"{nearest_clause(key, built_in)}', key
            before = next(iter(built_in.values()), value)
        if isinstance(before, dict) and isinstance(value, dict):
            problem = _type_fault(before, value)
            if problem[0]:
                return problem
        elif type(before) is not type(value):
            types = {dict: "a table", list: "a list", str: "a string", int: "a number"}
            return f'"{key}" must be {types.get(type(before), type(before).__name__)}', key
    return "", ""


def _holds_only_lists(content: dict[str, Any]) -> bool:
    """True for a table of nothing but lists and tables."""
    return all(isinstance(value, (dict, list)) for value in content.values())
