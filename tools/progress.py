"""Shows on a terminal what a long run is doing; silent in a pipe."""

from __future__ import annotations

import shutil
import sys


def show(text: str) -> None:
    """Replace the last line of standard error, if it is a terminal; an empty text removes it."""
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns - 1
        print(f"\r\033[K{text[-width:]}", end="", file=sys.stderr, flush=True)
