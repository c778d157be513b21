"""The JSON Schema of a venue file, for editors."""

from __future__ import annotations

from ieeelint.venue import STAGES
from ieeelint.venue_keys import EDGES, KEYS, PAPERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def schema() -> dict[str, Any]:
    """The JSON Schema of a venue file."""
    text = {"type": "string", "minLength": 1}
    count = {"type": "integer", "minimum": 1}
    length = {"type": "number", "minimum": 0, "maximum": 10}
    stages = {"type": "array", "items": {"enum": list(STAGES)}}
    number = {"type": "integer", "minimum": 0}
    kinds: dict[object, dict[str, Any]] = {
        "text": text,
        # TOML has dates; editors pass them to the schema as strings
        "date": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "stages": {"anyOf": [{"type": "boolean"}, stages]},
        "pages": {"anyOf": [count, _table(STAGES, count)]},
        "count": number,
        "papers": {"type": "array", "items": {"enum": list(PAPERS)}, "minItems": 1},
        "margins": _table(EDGES, length),
        "length": length,
        "bool": {"type": "boolean"},
        "range": {"type": "array", "items": number, "minItems": 2, "maxItems": 2},
        "rules": {"type": "array", "items": {"type": "string"}},
    }
    properties: dict[str, Any] = {}
    for key, (kind, description) in KEYS.items():
        body = {"enum": list(kind)} if isinstance(kind, tuple) else kinds[kind]
        properties[key] = {"description": description, **body}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Venue file of ieeelint",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def _table(keys: tuple[str, ...], value: dict[str, Any]) -> dict[str, Any]:
    """A table that is not empty, with some of these keys."""
    return {
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": dict.fromkeys(keys, value),
    }
