"""The JSON Schema of the settings, for editors."""

from __future__ import annotations

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
        "path": {"type": "string"},
        "table": {"type": "object"},
        "lists": {"type": "object", "additionalProperties": words},
        "local rules": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"local": words},
        },
        "severities": {"type": "object", "additionalProperties": {"enum": [*SEVERITIES, "off"]}},
    }
    properties = {}
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
