"""What fixes change, as a patch that ``git apply`` takes, or coloured for people."""

from __future__ import annotations

import os
from difflib import unified_diff

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.output import Paint

NO_NEWLINE = "\\ No newline at end of file\n"


def patch(path: str, old: bytes, new: bytes) -> str:
    """The difference as a unified patch, each byte one character of Latin-1; ``path`` relative to
    here.
    """
    name = os.path.relpath(path).replace(os.sep, "/")
    name += "\t" if " " in name else ""  # where a name with spaces ends, as git writes it
    lines = unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}", n=3)
    return "".join(line if line.endswith("\n") else f"{line}\n{NO_NEWLINE}" for line in lines)


def _lines(content: bytes) -> list[str]:
    """The lines as git has them: cut at line feeds only."""
    text = content.decode("latin-1")
    pieces = text.split("\n")
    return [f"{line}\n" for line in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])


def colored(lines: str, paint: Paint) -> str:
    """The patch with what goes in red and what comes in green."""
    styles = {"-": "error", "+": "green", "@": "dim"}
    shown = []
    for line in lines.splitlines(keepends=True):
        style = "bold" if line.startswith(("--- ", "+++ ")) else styles.get(line[:1])
        shown.append(paint(line.rstrip("\n"), style) + "\n" if style else line)
    return "".join(shown)
