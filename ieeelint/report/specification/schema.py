"""The JSON Schema of specifications, for editors that check TOML."""

from __future__ import annotations

from ieeelint.report.specification import vocabulary as v
from ieeelint.report.specification.several import PARTS
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
    made = _block(v.BLOCKS)
    made["properties"] = {**_properties(v.BLOCKS), "table": _one_or_several()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A specification of ieeelint report: a table, a figure, or numbers of a paper",
        **made,
    }


def _one_or_several() -> Schema:
    """[table], or several [[table]], which may have the blocks of tables in them."""
    one = v.BLOCKS["table"]
    assert isinstance(one.type, dict)
    inside = {**one.type, **{name: v.BLOCKS[name] for name in PARTS}}
    return {
        "description": f"{one.help}; repeat [[table]] for each of several",
        "anyOf": [_block(one.type), {"type": "array", "items": _block(inside), "minItems": 1}],
    }


def _block(block: v.Block) -> Schema:
    required: list[JSON] = [name for name, field in block.items() if field.required]
    return {
        "type": "object",
        "properties": _properties(block),
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _properties(block: v.Block) -> Schema:
    return {name: _named(name, field) for name, field in block.items()}


def _named(name: str, field: v.Name) -> Schema:
    if isinstance(field.type, dict):
        inner = _block(field.type)
        if name in v.LISTS:
            return {"description": field.help, "type": "array", "items": inner}
        return {"description": field.help, **inner}
    choices: Schema = {"enum": [*field.choices]} if field.choices else {}
    return {"description": field.help, **TYPES[field.type], **choices}
