"""The tables with what the user adds in the settings file.

``[vocabulary.abbreviations] tier_b = ["LIDAR", "-OK"]`` adds LIDAR to a list
and takes OK out of it; a table is updated key by key.
"""

from __future__ import annotations

from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Vocabulary:
    """Built-in tables, loaded when first asked for and merged with the user's."""

    def __init__(self, user: dict[str, Any] | None = None) -> None:
        self.user = user or {}
        self._tables: dict[str, dict[str, Any]] = {}

    @property
    def strict_abbreviations(self) -> bool:
        """True when only IEEE's own list of abbreviations needs no definition."""
        return bool(self.user.get("strict_abbreviations"))

    def __getitem__(self, name: str) -> dict[str, Any]:
        """The merged table ``name``.  Raises KeyError when there is none of that name."""
        found = self._tables.get(name)
        if found is None:
            found = table(name)
            if isinstance(self.user.get(name), dict):
                found = merged(found, self.user[name])
            self._tables[name] = found
        return found


def merged(built_in: dict[str, Any], user: dict[str, Any]) -> dict[str, Any]:
    """``built_in`` with the user's additions; neither is changed."""
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
    """What is wrong with the user's additions, empty when nothing is, and the word at fault."""
    from ieeelint.arguments import nearest
    from ieeelint.tables import names

    for name, additions in user.items():
        if name not in names():
            return f'there is no vocabulary "{name}"{nearest(name, names())}', name
        if not isinstance(additions, dict):
            return f'"{name}" is a table of additions', name
        problem = _differs(table(name), additions)
        if problem[0]:
            return problem
    return "", ""


def _differs(built_in: dict[str, Any], additions: dict[str, Any]) -> tuple[str, str]:
    """The first addition that has not the shape of the table it adds to."""
    from ieeelint.arguments import nearest

    is_index = all(isinstance(value, (dict, list)) for value in built_in.values())
    for key, value in additions.items():
        before = built_in.get(key)
        if before is None:
            if is_index:
                return f'there is no list "{key}" here{nearest(key, built_in)}', key
            before = next(iter(built_in.values()), value)
        if isinstance(before, dict) and isinstance(value, dict):
            problem = _differs(before, value)
            if problem[0]:
                return problem
        elif type(before) is not type(value):
            wanted = {dict: "a table", list: "a list", str: "a string", int: "a number"}
            return f'"{key}" is {wanted.get(type(before), "of another kind")}', key
    return "", ""
