"""The setting ``batch``: how ``ieeelint batch`` decides on verdicts and reads an export."""

from __future__ import annotations

from ieeelint.phrases import nearest_clause

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NUMBERS = ("most-errors", "most-warnings")
RULES = ("fix", "look")
TEXTS = ("venue",)
COLUMNS = ("id", "title", "authors", "separator")
KEYS = (*NUMBERS, *RULES, *TEXTS, "export")


def fault(value: dict[str, Any]) -> tuple[str, str]:
    """What is wrong with the table, and the wrong key in it; empty strings if it is correct."""
    for key, content in value.items():
        if key not in KEYS:
            return f'unknown key "{key}" in "batch"{nearest_clause(key, KEYS)}', key
        if key in NUMBERS and (type(content) is not int or content < 0):
            return f'"{key}" must be a number from 0', key
        if key in TEXTS and not isinstance(content, str):
            return f'"{key}" must be a string', key
        if key in RULES and not _is_words(content):
            return f'"{key}" must be a list of rules, such as ["TPL", "ABS001"]', key
        if key == "export":
            if not isinstance(content, dict):
                return '"export" must be a table, such as {id = "Paper ID"}', key
            for name, column in content.items():
                if name not in COLUMNS:
                    return f'unknown key "{name}" in "export"{nearest_clause(name, COLUMNS)}', name
                if not isinstance(column, str) or not column:
                    return f'"{name}" must be the header of a column', name
    return "", ""


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
