"""Read fields of JSON and TOML objects by name, and check their types."""

from __future__ import annotations

from ieeelint.report.records import ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeVar

    from ieeelint.report.records import Key

    # any value of a JSON file
    JSON = None | bool | int | float | str | list["JSON"] | dict[str, "JSON"]
    _T = TypeVar("_T")

LONGEST = 40  # characters of a wrong value that a message shows


class FieldError(ReportError):
    """A field that is missing or has the wrong type; the message names the field and its object."""


class Fields:
    """An object and its location in words: ``'table "tab:cost"'``, empty for the whole file.

    Each method reads one field. A field without a default is required. Raises FieldError for a
    required field that is missing and for a value of the wrong type.
    """

    __slots__ = ("content", "where")

    def __init__(self, content: Mapping[str, JSON], where: str = "") -> None:
        self.content = content
        self.where = where

    def __contains__(self, name: str) -> bool:
        return name in self.content

    def __iter__(self) -> Iterator[str]:
        return iter(self.content)

    def has(self, name: str) -> bool:
        """True if the field exists and is not null."""
        return self.content.get(name) is not None

    def value(self, name: str) -> JSON:
        """A required field of any type."""
        if name not in self.content:
            raise FieldError(f'{self._prefix}"{name}" is missing')
        return self.content[name]

    def text(self, name: str, default: str | None = None) -> str:
        """A string."""
        if default is not None and name not in self.content:
            return default
        value = self.value(name)
        if not isinstance(value, str):
            raise self.wrong(name, "text", value)
        return value

    def text_or_empty(self, name: str) -> str:
        """A string; empty if the field is missing or null."""
        return self.text(name) if self.has(name) else ""

    def flag(self, name: str, default: bool | None = None) -> bool:
        """True or false."""
        if default is not None and name not in self.content:
            return default
        value = self.value(name)
        if not isinstance(value, bool):
            raise self.wrong(name, "true or false", value)
        return value

    def whole(self, name: str) -> int:
        """An integer."""
        value = self.value(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(name, "a whole number", value)
        return value

    def number(self, name: str, default: float | None = None) -> float:
        """An integer or a number with a decimal point."""
        if default is not None and name not in self.content:
            return default
        value = self.value(name)
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            raise self.wrong(name, "a number", value)
        return value

    def key(self, name: str) -> Key:
        """A string, a number, or true or false."""
        value = self.value(name)
        if not isinstance(value, (str, int, float)):
            raise self.wrong(name, "text, a number, or true or false", value)
        return value

    def items(self, name: str) -> list[JSON]:
        """A list."""
        value = self.value(name)
        if not isinstance(value, list):
            raise self.wrong(name, "a list", value)
        return value

    def wholes(self, name: str) -> list[int]:
        """A list of integers."""
        values = [value for value in self.items(name) if type(value) is int]
        return self._all_of(values, name, "a list of whole numbers")

    def texts(self, name: str) -> list[str]:
        """A list of strings; an empty list if the field is missing."""
        if name not in self.content:
            return []
        values = [value for value in self.items(name) if isinstance(value, str)]
        return self._all_of(values, name, "a list of texts")

    def keys(self, name: str) -> list[Key]:
        """A list of strings, numbers, and true or false."""
        values = [value for value in self.items(name) if isinstance(value, (str, int, float))]
        return self._all_of(values, name, "a list of texts and numbers")

    def object(self, name: str) -> Fields:
        """An object."""
        return Fields(_mapping(self.value(name), f'{self._prefix}"{name}"'), self._inner(name))

    def optional(self, name: str) -> Fields:
        """An object; an empty object if the field is missing or null."""
        return self.object(name) if self.has(name) else Fields({}, self._inner(name))

    def objects(self, name: str, noun: str = "") -> list[Fields]:
        """A list of objects.  Messages call them ``noun`` and their number, from 1."""
        objects = []
        for number, value in enumerate(self.items(name), 1):
            where = f"{self._prefix}{noun or name} {number}"
            objects.append(Fields(_mapping(value, where), where))
        return objects

    def named(self, name: str, noun: str) -> Iterator[tuple[str, Fields]]:
        """The items of an object of objects.  Messages call them ``noun`` and their name."""
        for key, value in self.object(name).content.items():
            where = f'{self._prefix}{noun} "{key}"'
            yield key, Fields(_mapping(value, where), where)

    def wrong(self, name: str, expected: str, value: JSON) -> FieldError:
        """The error for a field whose value is not the ``expected`` kind."""
        return FieldError(f'{self._prefix}"{name}" must be {expected}, not {shown(value)}')

    def _all_of(self, values: list[_T], name: str, expected: str) -> list[_T]:
        if len(values) != len(self.items(name)):
            raise self.wrong(name, expected, self.value(name))
        return values

    def _inner(self, name: str) -> str:
        return f"{self._prefix}{name}"

    @property
    def _prefix(self) -> str:
        return f"{self.where}: " if self.where else ""


def _mapping(value: JSON, where: str) -> dict[str, JSON]:
    if not isinstance(value, dict):
        raise FieldError(f"{where} must be an object, not {shown(value)}")
    return value


def shown(value: JSON) -> str:
    """A value as JSON for a message, shortened; only the type of a list or an object."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    if value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    text = f'"{value}"' if isinstance(value, str) else repr(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."
