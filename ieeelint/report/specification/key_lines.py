"""On which line of a specification a key stands; ``tomllib`` does not say."""

from __future__ import annotations

import re

HEAD = re.compile(r"\s*(\[\[?)\s*([^\]\[]+?)\s*\]\]?\s*(?:#.*)?$")
PART = re.compile(r'"((?:[^"\\]|\\.)*)"|\'([^\']*)\'|([\w-]+)')


def line_of(text: str, path: tuple[str | int, ...]) -> int:
    """The line, from 1, of the key that ``path`` leads to ("column", 2, "digits"), or of the
    nearest that holds it; 0 when there is none.

    Keys inside a value that runs over several lines are found by their first line.
    """
    best = 0
    depth = 0
    counts: dict[tuple[str, ...], int] = {}
    here: tuple[str | int, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        head = HEAD.match(line)
        if head:
            names = _parts(head.group(2))
            if head.group(1) == "[[":
                counts[names] = counts.get(names, -1) + 1
            here = _with_counts(names, counts)
            found = here
        else:
            before, equals, _ = line.partition("=")
            if not equals or before.lstrip().startswith("#"):
                continue
            found = (*here, *_parts(before))
        shared = _shared(found, path)
        if shared == len(found) and shared > depth:
            best, depth = number, shared
        elif shared > depth and not depth:
            best = number
    return best


def _parts(text: str) -> tuple[str, ...]:
    return tuple(
        next(one for one in match.groups() if one is not None) for match in PART.finditer(text)
    )


def _with_counts(
    names: tuple[str, ...], counts: dict[tuple[str, ...], int]
) -> tuple[str | int, ...]:
    """The path of a head: the parts of it that are lists have their number behind them."""
    path: list[str | int] = []
    for end in range(1, len(names) + 1):
        path.append(names[end - 1])
        if names[:end] in counts:
            path.append(counts[names[:end]])
    return tuple(path)


def _shared(found: tuple[str | int, ...], path: tuple[str | int, ...]) -> int:
    count = 0
    for one, other in zip(found, path):
        if one != other:
            break
        count += 1
    return count
