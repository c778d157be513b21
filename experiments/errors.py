"""What a user of the benchmark can get wrong; each message says what, where and what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class ExperimentError(Exception):
    """The job cannot be done as asked; the message is all a user needs to see."""


class UnknownName(ExperimentError):
    """A name that stands for nothing: a module, a variant, a suite, an option."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        close = difflib.get_close_matches(name, names, 1)
        hint = f'Did you mean "{close[0]}"?' if close else f"There are: {', '.join(names)}."
        super().__init__(f'There is no {kind} "{name}". {hint}')


class ShapeError(ExperimentError, ValueError):
    """A feature map or a token sequence that a module is not defined for."""
