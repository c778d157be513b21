"""Errors of a user; each message says what is wrong, where, and what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class ExperimentError(Exception):
    """The command cannot be done; the message contains all that a user needs."""


class UnknownName(ExperimentError):
    """An unknown name of a module, a variant, a suite or an option."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        close = difflib.get_close_matches(name, names, 1)
        hint = f'Did you mean "{close[0]}"?' if close else f"The names are: {', '.join(names)}."
        super().__init__(f'There is no {kind} "{name}". {hint}')


class ShapeError(ExperimentError, ValueError):
    """A feature map or a token sequence that a module is not defined for."""
