"""The JSON Schema of specifications, for editors that check TOML."""

from __future__ import annotations

from ieeelint.report.specification import vocabulary as v
from ieeelint.report.specification.validation import DIGITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.report.fields import JSON

    Schema = dict[str, JSON]

TEXT: Schema = {"type": "string"}
KEY: Schema = {"type": ["string", "number", "boolean"]}
WORDS: Schema = {
    "anyOf": [
        TEXT,
        {
            "type": "object",
            "properties": {"text": TEXT, "tex": TEXT},
            "required": ["text"],
            "additionalProperties": False,
        },
    ]
}
STATE: Schema = {
    "anyOf": [
        TEXT,
        {
            "type": "object",
            "properties": {"text": TEXT, "tex": TEXT, "note": TEXT},
            "required": ["text"],
            "additionalProperties": False,
        },
    ]
}
TYPES: dict[str, Schema] = {
    v.TEXT: TEXT,
    v.WORDS: WORDS,
    v.FLAG: {"type": "boolean"},
    v.NUMBER: {"type": "number"},
    v.TEXTS: {"type": "array", "items": TEXT},
    v.WHERE: {
        "type": "object",
        "additionalProperties": {"anyOf": [KEY, {"type": "array", "items": KEY, "minItems": 1}]},
    },
    v.RENAMES: {"type": "object", "additionalProperties": TEXT},
    v.NAMES: {"type": "object", "additionalProperties": WORDS},
    v.NOTES: {"type": "object", "additionalProperties": WORDS},
    v.ORDER: {"anyOf": [TEXT, {"type": "array", "items": KEY, "minItems": 1}]},
    v.DIGITS: {"type": "string", "pattern": f"^({DIGITS.pattern})$"},
    v.STATE: STATE,
}


def schema() -> Schema:
    """The schema, made from the vocabulary that also checks specifications."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A specification of ieeelint report: a table, a figure, or numbers of a paper",
        **_block(v.BLOCKS),
    }


def _block(block: v.Block) -> Schema:
    required: list[JSON] = [name for name, field in block.items() if field.required]
    return {
        "type": "object",
        "properties": {name: _named(name, field) for name, field in block.items()},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _named(name: str, field: v.Name) -> Schema:
    if isinstance(field.type, dict):
        inner = _block(field.type)
        if name in v.LISTS:
            return {"description": field.help, "type": "array", "items": inner}
        return {"description": field.help, **inner}
    choices: Schema = {"enum": [*field.choices]} if field.choices else {}
    return {"description": field.help, **TYPES[field.type], **choices}
