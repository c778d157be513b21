"""Whether a specification uses known names and fitting values."""

from __future__ import annotations

import re

from ieeelint.phrases import nearest_sentence
from ieeelint.report.specification import vocabulary as v

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ieeelint.report.fields import JSON

Path = tuple[str | int, ...]
DIGITS = re.compile(r"uncertainty(-cell)?|places:\d{1,2}|sig:[1-9]\d?")


def complaints(data: Mapping[str, JSON]) -> Iterator[tuple[Path, str]]:
    """What is wrong, the place of each first: unknown names, wrong types, what is missing."""
    yield from _block(data, v.BLOCKS, ())


def _block(data: Mapping[str, JSON], block: v.Block, path: Path) -> Iterator[tuple[Path, str]]:
    for name, value in data.items():
        here = (*path, name)
        if name not in block:
            meant = nearest_sentence(name, block) or f" Known here: {', '.join(block)}."
            yield here, f"{_dotted(here)} is not known.{meant}"
        else:
            yield from _value(value, block[name], here)
    for name, field in block.items():
        if field.required and name not in data:
            yield path, f"{_dotted((*path, name))} is missing: {field.help}."


def _value(value: JSON, field: v.Name, path: Path) -> Iterator[tuple[Path, str]]:
    kind = field.type
    if isinstance(kind, dict):
        yield from _tables(value, kind, path)
        return
    fits, wanted = TYPES[kind]
    if not fits(value):
        yield path, f"{_dotted(path)} must be {wanted}, not {_shown(value)}."
    elif field.choices and value not in field.choices:
        choices = ", ".join(f'"{one}"' for one in field.choices)
        yield (
            path,
            (
                f"{_dotted(path)} must be one of {choices}, not"
                f" {_shown(value)}.{nearest_sentence(str(value), field.choices)}"
            ),
        )


def _tables(value: JSON, block: v.Block, path: Path) -> Iterator[tuple[Path, str]]:
    """The complaints of one table, or of each of several."""
    if path[-1] not in v.LISTS:
        if isinstance(value, dict):
            yield from _block(value, block, path)
        else:
            yield path, f"{_dotted(path)} must be a table: [{_dotted(path)}]."
    elif isinstance(value, list) and all(isinstance(one, dict) for one in value):
        for number, one in enumerate(value):
            if isinstance(one, dict):
                yield from _block(one, block, (*path, number))
    else:
        yield path, f"write [[{_dotted(path)}]], with two brackets: there may be several."


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


def _all(fits: Callable[[JSON], bool]) -> Callable[[JSON], bool]:
    return lambda value: isinstance(value, dict) and all(map(fits, value.values()))


TYPES: dict[str, tuple[Callable[[JSON], bool], str]] = {
    v.TEXT: (_is_text, "a text"),
    v.WORDS: (_is_words, "a text, or { tex = '…', text = \"…\" }"),
    v.FLAG: (lambda value: isinstance(value, bool), "true or false"),
    v.NUMBER: (_is_number, "a number"),
    v.TEXTS: (
        lambda value: isinstance(value, list) and all(map(_is_text, value)),
        "a list of texts",
    ),
    v.WHERE: (
        _all(lambda value: _is_key(value) or _are_keys(value)),
        "a table of keys, each with a value or a list of values",
    ),
    v.RENAMES: (_all(_is_text), "a table of names"),
    v.NAMES: (_all(_is_words), "a table of texts"),
    v.NOTES: (_all(_is_words), "a table of texts"),
    v.ORDER: (lambda value: _is_text(value) or _are_keys(value), "a word or a list of key values"),
    v.DIGITS: (
        lambda value: isinstance(value, str) and bool(DIGITS.fullmatch(value)),
        '"uncertainty", "uncertainty-cell", "places:N" or "sig:N"',
    ),
    v.STATE: (_is_state, 'a text, { text = "…", note = "…" }, or "error"'),
}


def _dotted(path: Path) -> str:
    return ".".join(str(one) for one in path if isinstance(one, str)) or "the specification"


def _shown(value: JSON) -> str:
    return repr(value) if len(repr(value)) < 60 else type(value).__name__
