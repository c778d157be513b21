"""The tables with what the user adds in the settings file.

``[vocabulary.abbreviations] tier_b = ["LIDAR", "-OK"]`` adds LIDAR to a list
and takes OK out of it; a table is updated key by key.
"""

from __future__ import annotations

from ieeelint.rules.data import table

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
