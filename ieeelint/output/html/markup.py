"""HTML: the one function that escapes, and the one that writes elements."""

from __future__ import annotations

from ieeelint.terminal import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


class Markup(str):
    """HTML that is ready to be written; any other string must be escaped first."""

    __slots__ = ()


EMPTY = Markup()
VOID = ("input",)


def escaped(text: str) -> Markup:
    """Text for content and attributes: nothing in it acts in a browser, or on the direction of
    the text around it.
    """
    if text.isascii() and text.isalnum():
        return Markup(text)
    text = clean(text).encode("utf-8", "replace").decode()
    return Markup(text.translate(ESCAPES))


def joined(parts: Iterable[Markup]) -> Markup:
    """Elements and escaped text, one after the other."""
    return Markup("".join(parts))


def element(tag: str, content: Markup = EMPTY, **attributes: str | bool | None) -> Markup:
    """An element; ``class_`` is the attribute ``class``, and ``data_fix`` is ``data-fix``.

    An attribute that is None or false is left out; one that is true has no value.
    """
    written = ""
    for key, value in attributes.items():
        key = key.rstrip("_").replace("_", "-")
        if value is True:
            written += f" {key}"
        elif value is not None and value is not False:
            written += f' {key}="{escaped(value)}"'
    return Markup(f"<{tag}{written}>" + ("" if tag in VOID else f"{content}</{tag}>"))
