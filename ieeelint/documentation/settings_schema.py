"""The JSON Schema of the settings, for editors."""

from __future__ import annotations

from ieeelint.batch_settings import COLUMNS, NUMBERS, RULES, TEXTS
from ieeelint.settings import KEYS
from ieeelint.severities import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def schema() -> dict[str, Any]:
    """The JSON Schema of a settings file."""
    words = {"type": "array", "items": {"type": "string"}}
    kinds: dict[object, dict[str, Any]] = {
        "list": words,
        "bool": {"type": "boolean"},
        "bool or auto": {"enum": ["auto", True, False]},
        "number": {"type": "integer", "minimum": 0},
        "text": {"type": "string"},
        "path": {"type": "string"},
        "address": {"type": "string"},
        "table": {"type": "object"},
        "batch": _batch(words),
        "lists": {"type": "object", "additionalProperties": words},
        "local rules": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"local": words},
        },
        "severities": {"type": "object", "additionalProperties": {"enum": [*SEVERITIES, "off"]}},
    }
    properties: dict[str, Any] = {}
    for key, (kind, default, description) in KEYS.items():
        body = {"enum": list(kind)} if isinstance(kind, tuple) else kinds[kind]
        properties[key] = {"description": description, **body, "default": default}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Settings of ieeelint",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def _batch(words: dict[str, Any]) -> dict[str, Any]:
    """The schema of the table ``batch``."""
    properties: dict[str, Any] = {name: {"type": "integer", "minimum": 0} for name in NUMBERS}
    properties |= dict.fromkeys(RULES, words)
    properties |= dict.fromkeys(TEXTS, {"type": "string"})
    columns = {"type": "string", "minLength": 1}
    properties["export"] = {
        "type": "object",
        "additionalProperties": False,
        "properties": dict.fromkeys(COLUMNS, columns),
    }
    return {"type": "object", "additionalProperties": False, "properties": properties}
