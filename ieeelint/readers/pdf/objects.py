"""Access to the objects of a PDF file through pypdf, whatever the file contains."""

from __future__ import annotations

import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

DEEPEST = 50  # levels of a tree
MOST = 20_000  # nodes of a tree
FLATE = "FlateDecode", "Fl"
MOST_PACKED = 100_000  # bytes of a stream with another filter that is decoded


def value(holder: Any, key: str) -> Any:
    """The object at a key of a dictionary; None if it is not there, or cannot be read."""
    try:
        found = holder.get(key) if hasattr(holder, "get") else None
        return resolved(found)
    except Exception:  # a damaged file can raise anything
        return None


def resolved(item: Any) -> Any:
    """The object that references lead to; None for null, and for what cannot be read."""
    try:
        for _ in range(DEEPEST):
            if not hasattr(item, "idnum"):
                break
            item = item.get_object()
        return None if type(item).__name__ == "NullObject" else item
    except Exception:
        return None


def raw(holder: Any, key: str) -> Any:
    """What a dictionary has at a key: the reference, not the object that it leads to."""
    try:
        return holder.raw_get(key)
    except Exception:
        return None


def identity(item: Any) -> object:
    """What is the same for two references to one object."""
    number = getattr(item, "idnum", None)
    return ("object", number) if number is not None else id(item)


def entries(holder: Any, key: str) -> Iterator[tuple[str, Any]]:
    """Names and references in the dictionary at a key."""
    inner = value(holder, key)
    try:
        names = list(inner.keys()) if hasattr(inner, "keys") else []
    except Exception:
        names = []
    for name in names:
        yield str(name), raw(inner, name)


def items(holder: Any, key: str) -> list[Any]:
    """The items of the array at a key, or its only object."""
    inner = value(holder, key)
    if inner is None:
        return []
    return list(inner) if isinstance(inner, list) else [inner]


def kids(root: Any) -> Iterator[Any]:
    """The leaves of a tree with ``/Kids``, each once, whatever refers to what."""
    seen: set[object] = set()
    waiting = [root]
    while waiting and len(seen) < MOST:
        reference = waiting.pop()
        if identity(reference) in seen:
            continue
        seen.add(identity(reference))
        node = resolved(reference)
        if value(node, "/Kids") is None:
            yield node
        else:
            waiting += reversed(items(node, "/Kids"))


def text(item: Any) -> str:
    """A name or a string as text, without the slash of a name; empty for anything else."""
    item = resolved(item)
    return str(item).removeprefix("/").strip() if isinstance(item, str) else ""


def data(stream: Any, most: int) -> bytes:
    """The first ``most`` bytes of a stream, decoded without the memory for the rest; empty if it
    cannot be.
    """
    stream = resolved(stream)
    packed = getattr(stream, "_data", b"")  # as it is in the file
    if not isinstance(packed, bytes):
        return b""
    filters = [text(each) for each in items(stream, "/Filter")]
    if not all(each in FLATE for each in filters):
        return _decoded(stream)[:most] if len(packed) <= MOST_PACKED else packed[:most]
    for _ in filters:
        packed = inflated(packed, most)
    return packed[:most]


def inflated(packed: bytes | memoryview, most: int) -> bytes:
    """The first ``most`` bytes of what zlib packed; as many as are not damaged."""
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""


def _decoded(stream: Any) -> bytes:
    """The content of a small stream as pypdf decodes it."""
    try:
        content = stream.get_data()
    except Exception:
        return b""
    return content if isinstance(content, bytes) else b""
