"""The last resort: one message for an error that nothing has foreseen."""

from __future__ import annotations

import os
import traceback

from ieeelint import __version__
from ieeelint.paths import seen_from, with_slashes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGES = {"docx": "python-docx"}  # whose names are not those of their modules
HERE = os.path.dirname(os.path.abspath(__file__))


def described(error: Exception, words: Sequence[str]) -> str:
    """What happened and what to do; ``words`` are those of the command line."""
    if isinstance(error, OSError) and error.filename is not None:
        return f"{os.fsdecode(error.filename)}: {error.strerror or error}"
    if isinstance(error, MemoryError):
        return "this needs more memory than there is; check fewer or smaller files at once"
    if isinstance(error, ModuleNotFoundError) and (package := _package(error)):
        return f"this needs {package}; install it with: pip install {package}"
    what = f"{type(error).__name__}: {error}".strip().rstrip(":")
    return (
        f"internal error: {what} ({_location(error)}). This is a bug in ieeelint {__version__}."
        f" Report it with this command and, if you can, with the file: ieeelint {' '.join(words)}"
        " (with the environment variable IEEELINT_RAISE=1, it prints the traceback)"
    )


def _package(error: ModuleNotFoundError) -> str:
    """The package with the module that is missing; empty if the module is ours."""
    name = (error.name or "").partition(".")[0]
    return "" if name == "ieeelint" else PACKAGES.get(name, name)


def _location(error: Exception) -> str:
    """The last line of ours that ran."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(HERE)]
    if not ours:
        return "unknown location"
    file = with_slashes(seen_from(os.path.dirname(HERE), ours[-1].filename))
    return f"{file}, line {ours[-1].lineno}"
