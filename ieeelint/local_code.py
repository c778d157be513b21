"""Runs the code of local rules apart from the rest: its output, its imports and its exceptions."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, redirect_stdout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 300  # characters of the message of an exception


@contextmanager
def local_code(path: str, imported: set[str] | None = None) -> Iterator[None]:
    """Run code of the local rule file ``path``; ``imported`` gets the files that it imports from
    its folder.

    What it prints goes to standard error, because standard output may be JSON.  It may import
    modules in the folder of the file.  These are forgotten afterward: another folder may have
    modules of the same names, and a file that changed must be read again.
    """
    folder = os.path.dirname(os.path.abspath(path))
    before = set(sys.modules)
    writes_caches = sys.dont_write_bytecode
    sys.dont_write_bytecode = True  # a folder of drafts is not for files of Python
    sys.path.append(folder)  # last: a file of the folder must not replace the standard library
    sys.path_importer_cache.pop(folder, None)  # it may not have a new file yet
    try:
        with redirect_stdout(sys.stderr):
            yield
    finally:
        sys.dont_write_bytecode = writes_caches
        if folder in sys.path:
            sys.path.remove(folder)
        for name, file in _helpers(folder, set(sys.modules) - before).items():
            del sys.modules[name]
            if imported is not None:
                imported.add(file)


def _helpers(folder: str, names: set[str]) -> dict[str, str]:
    """The modules among ``names`` that come from a folder, with their files."""
    helpers = {}
    for name in names:
        file = getattr(sys.modules.get(name), "__file__", None)
        stem = os.path.join(folder, *name.split("."))
        if file in (f"{stem}.py", os.path.join(stem, "__init__.py")):
            helpers[name] = file
    return helpers


def described(error: BaseException) -> str:
    """The type and the message of an exception in one line."""
    name = type(error).__name__
    try:
        words = " ".join(str(error).split())
    except (Exception, SystemExit):  # an exception of somebody else may not be printable
        return f"{name} (its message cannot be printed)"
    words = "".join(sign if sign.isprintable() else "\ufffd" for sign in words)
    if len(words) > LONGEST:
        words = words[:LONGEST] + "…"
    return f"{name}: {words}" if words else name


def line_in(error: BaseException, path: str) -> int:
    """The line of ``path`` that an exception passed through last; 1 if there is none."""
    line = 1
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
