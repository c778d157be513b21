"""Checks the keys of a specification and the types of their values."""

from __future__ import annotations

import re

from ieeelint.phrases import literal, nearest_sentence
from ieeelint.report.specification import vocabulary as v

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ieeelint.report.fields import JSON

Path = tuple[str | int, ...]
DIGITS = re.compile(r"uncertainty(-cell)?|places:\d{1,2}|(?:sig|sci):[1-9]\d?")


def problems(data: Mapping[str, JSON]) -> Iterator[tuple[Path, str]]:
    """Unknown keys, wrong types and missing keys: the path of each, and the message."""
    yield from _block(data, v.BLOCKS, ())


def _block(data: Mapping[str, JSON], block: v.Block, path: Path) -> Iterator[tuple[Path, str]]:
    for name, value in data.items():
        key = (*path, name)
        if name not in block:
            hint = nearest_sentence(name, block) or f" Supported keys: {', '.join(block)}."
            yield key, f"unknown key {_dotted(key)}.{hint}"
        else:
            yield from _value(value, block[name], key)
    for name, field in block.items():
        if field.required and name not in data:
            yield path, f"{_dotted((*path, name))} is missing: {field.help}."


def _value(value: JSON, field: v.Name, path: Path) -> Iterator[tuple[Path, str]]:
    kind = field.type
    if isinstance(kind, dict):
        yield from _tables(value, kind, path)
        return
    is_valid, expected = TYPES[kind]
    if not is_valid(value):
        yield path, f"{_dotted(path)} must be {expected}, not {_shown(value)}."
    elif field.choices and value not in field.choices:
        choices = ", ".join(f'"{choice}"' for choice in field.choices)
        yield (
            path,
            (
                f"{_dotted(path)} must be one of {choices}, not"
                f" {_shown(value)}.{nearest_sentence(str(value), field.choices)}"
            ),
        )


def _tables(value: JSON, block: v.Block, path: Path) -> Iterator[tuple[Path, str]]:
    """The problems of one table, or of each table in a list."""
    if path[-1] not in v.LISTS:
        if isinstance(value, dict):
            yield from _block(value, block, path)
        else:
            yield path, f"{_dotted(path)} must be a table: write [{_dotted(path)}]."
    elif isinstance(value, list) and all(isinstance(table, dict) for table in value):
        for number, table in enumerate(value):
            if isinstance(table, dict):
                yield from _block(table, block, (*path, number))
    else:
        yield (
            path,
            (
                f"{_dotted(path)} must be a list of tables: write [[{_dotted(path)}]] with two"
                " brackets."
            ),
        )


def _is_text(value: JSON) -> bool:
    return isinstance(value, str)


def _is_words(value: JSON) -> bool:
    return isinstance(value, str) or (
        isinstance(value, dict)
        and "text" in value
        and set(value) <= {"text", "tex"}
        and all(map(_is_text, value.values()))
    )


def _is_key(value: JSON) -> bool:
    return isinstance(value, (str, int, float))


def _is_number(value: JSON) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _are_keys(value: JSON) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_key, value))


def _is_state(value: JSON) -> bool:
    return _is_words(value) or (
        isinstance(value, dict)
        and set(value) <= {"text", "tex", "note"}
        and "text" in value
        and all(map(_is_text, value.values()))
    )


def _all_values(is_valid: Callable[[JSON], bool]) -> Callable[[JSON], bool]:
    return lambda value: isinstance(value, dict) and all(map(is_valid, value.values()))


TYPES: dict[str, tuple[Callable[[JSON], bool], str]] = {
    v.TEXT: (_is_text, "a string"),
    v.WORDS: (_is_words, "a string, or { tex = '…', text = \"…\" }"),
    v.FLAG: (lambda value: isinstance(value, bool), "true or false"),
    v.NUMBER: (_is_number, "a number"),
    v.TEXTS: (
        lambda value: isinstance(value, list) and all(map(_is_text, value)),
        "a list of strings",
    ),
    v.WHERE: (
        _all_values(lambda value: _is_key(value) or _are_keys(value)),
        "a table of keys, each with a value or a list of values",
    ),
    v.RENAMES: (_all_values(_is_text), "a table of strings"),
    v.NAMES: (_all_values(_is_words), "a table of strings"),
    v.NOTES: (_all_values(_is_words), "a table of strings"),
    v.ORDER: (
        lambda value: _is_text(value) or _are_keys(value),
        "a string or a list of key values",
    ),
    v.DIGITS: (
        lambda value: isinstance(value, str) and bool(DIGITS.fullmatch(value)),
        '"uncertainty", "uncertainty-cell", "places:N", "sig:N" or "sci:N"',
    ),
    v.STATE: (_is_state, 'a string, { text = "…", note = "…" }, or "error"'),
}


def _dotted(path: Path) -> str:
    return ".".join(part for part in path if isinstance(part, str)) or "the specification"


def _shown(value: JSON) -> str:
    text = literal(value)
    return text if len(text) < 60 else type(value).__name__
