"""Finds the line of a key in a specification, which ``tomllib`` does not report."""

from __future__ import annotations

import re

HEADER = re.compile(r"\s*(\[\[?)\s*([^\]\[]+?)\s*\]\]?\s*(?:#.*)?$")  # of a TOML table
PART = re.compile(r'"((?:[^"\\]|\\.)*)"|\'([^\']*)\'|([\w-]+)')


def line_of(text: str, path: tuple[str | int, ...]) -> int:
    """The line, from 1, of the key with this path ("column", 2, "digits"), or of the nearest
    block that contains it; 0 if there is none.

    A key in a value of several lines has the first line of the value.
    """
    best = 0
    depth = 0
    counts: dict[tuple[str, ...], int] = {}
    block: tuple[str | int, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        header = HEADER.match(line)
        if header:
            names = _parts(header.group(2))
            if header.group(1) == "[[":
                counts[names] = counts.get(names, -1) + 1
            block = _with_counts(names, counts)
            key = block
        else:
            before, equals, _ = line.partition("=")
            if not equals or before.lstrip().startswith("#"):
                continue
            key = (*block, *_parts(before))
        shared = _shared(key, path)
        if shared == len(key) and shared > depth:
            best, depth = number, shared
        elif shared > depth and not depth:
            best = number
    return best


def _parts(text: str) -> tuple[str, ...]:
    return tuple(
        next(part for part in match.groups() if part is not None) for match in PART.finditer(text)
    )


def _with_counts(
    names: tuple[str, ...], counts: dict[tuple[str, ...], int]
) -> tuple[str | int, ...]:
    """The path of a header: the names of lists are followed by a number."""
    path: list[str | int] = []
    for end in range(1, len(names) + 1):
        path.append(names[end - 1])
        if names[:end] in counts:
            path.append(counts[names[:end]])
    return tuple(path)


def _shared(key: tuple[str | int, ...], path: tuple[str | int, ...]) -> int:
    """The length of the common start of two paths."""
    count = 0
    for part, other in zip(key, path):
        if part != other:
            break
        count += 1
    return count
