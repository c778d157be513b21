"""Shows the changes of fixes as a patch: for ``git apply``, or in color for a terminal."""

from __future__ import annotations

from difflib import unified_diff

from ieeelint.paths import seen_from, with_slashes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.terminal import Paint

NO_NEWLINE = "\\ No newline at end of file\n"


def patch(path: str, old: bytes, new: bytes) -> str:
    """The changes as a unified patch, with each byte as one Latin-1 character.

    The patch names ``path`` relative to the current folder.
    """
    name = with_slashes(seen_from("", path))
    name += "\t" if " " in name else ""  # git ends a name that contains spaces with a tab
    lines = unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}", n=3)
    return "".join(line if line.endswith("\n") else f"{line}\n{NO_NEWLINE}" for line in lines)


def _lines(content: bytes) -> list[str]:
    """The lines of a file as git splits them: only at line feeds."""
    text = content.decode("latin-1")
    pieces = text.split("\n")
    return [f"{line}\n" for line in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])


def colored(lines: str, paint: Paint) -> str:
    """The patch with deleted lines in red and added lines in green."""
    styles = {"-": "error", "+": "green", "@": "dim"}
    painted = []
    for line in lines.splitlines(keepends=True):
        style = "bold" if line.startswith(("--- ", "+++ ")) else styles.get(line[:1])
        painted.append(paint(line.rstrip("\n"), style) + "\n" if style else line)
    return "".join(painted)
