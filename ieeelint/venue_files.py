"""Finds and reads venue files: one that the user names, or one of those that come with ieeelint."""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.phrases import nearest_clause
from ieeelint.settings_mistakes import located, toml_of
from ieeelint.venue import Venue
from ieeelint.venue_keys import fault

SHIPPED = ("conference", "journal", "letters", "access")


class VenueError(Exception):
    """A venue file that cannot be used; the message says where and why."""


def find(name: str, folder: str) -> str:
    """The path of the venue file that ``name`` means: a file, relative to ``folder``, or the name
    of one that comes with ieeelint.  Raises VenueError.
    """
    path = os.path.join(folder, name)
    if inputs.is_file(path):
        return path
    if name in SHIPPED:
        return shipped(name)
    hint = nearest_clause(name, SHIPPED)
    raise VenueError(
        f"{name}: does not exist; name a venue file, or one of {', '.join(SHIPPED)}{hint}"
    )


def shipped(name: str) -> str:
    """The path of a venue file that comes with ieeelint."""
    from ieeelint.resources import templates

    return os.path.join(templates(), "venues", f"{name}.toml")


def read(path: str, name: str) -> Venue:
    """The venue of a file; ``name`` is the file in messages.  Raises VenueError."""
    values, text = toml_of(path, name, VenueError)
    for key, value in values.items():
        problem, word = fault(key, value)
        if problem:
            raise VenueError(located(problem, name, text, key, word))
    return Venue(values, name, text)
