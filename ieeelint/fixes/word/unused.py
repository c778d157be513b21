"""Pictures that a Word package still has although nothing shows them: photos of deleted
biographies, and the thumbnail of the first page.
"""

from __future__ import annotations

import posixpath

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

LINK = r"<Relationship\b[^>]*?/>"
VALUE = r'\s{}="([^"]*)"'
RELS = ".rels"
FOLDER = "_rels/"


def without_unused_pictures(names: Iterable[str], texts: dict[str, str]) -> dict[str, bytes]:
    """The parts of a package to write: ``texts``, those of its XML parts, without links to pictures
    that nothing shows, and these pictures, empty.  ``names`` are those of all parts.
    """
    shown: set[str] = set()
    linked: set[str] = set()
    parts = {}
    for name, text in texts.items():
        parts[name] = text
        if name.endswith(RELS):
            owner = texts.get(_owner(name), "")
            for link in pattern(LINK).findall(text):
                linked.add(_target(link, name))
                if _is_unused(link, owner):
                    parts[name] = parts[name].replace(link, "")
                else:
                    shown.add(_target(link, name))
    written = {name: text.encode("utf-8", "surrogateescape") for name, text in parts.items()}
    unused = linked - shown - set(texts)
    return {**written, **{name: b"" for name in names if name in unused}}


def _is_unused(link: str, owner: str) -> bool:
    """True for a link to a picture that its part, with this text, does not show."""
    kind = _value(link, "Type").rpartition("/")[2]
    return kind == "thumbnail" or kind == "image" and f'"{_value(link, "Id")}"' not in owner


def _value(link: str, name: str) -> str:
    match = pattern(VALUE.format(name)).search(link)
    return match[1] if match is not None else ""


def _owner(rels: str) -> str:
    """The part that the links belong to: "word/document.xml" for "word/_rels/document.xml.rels"."""
    return rels.replace(FOLDER, "", 1).removesuffix(RELS)


def _target(link: str, rels: str) -> str:
    """The name of the part that a link leads to."""
    target = _value(link, "Target")
    folder = posixpath.dirname(_owner(rels))
    return posixpath.normpath(
        target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    )
