"""Everything that leaves the program by standard output and standard error, and color.

Text of drafts, names of files and values of settings may contain anything.  People get it without
the characters that control a terminal, and without commands for the log of GitHub; programs get
UTF-8, whatever the terminal uses.
"""

from __future__ import annotations

import os
import sys
from errno import EINVAL

from ieeelint.settings import SettingsError
from ieeelint.severities import ERROR, INFO, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TextIO

SEQUENCES = 0x0004  # mode of a Windows console: ENABLE_VIRTUAL_TERMINAL_PROCESSING
COLORS = {ERROR: "31;1", WARNING: "33;1", INFO: "36;1", "bold": "1", "dim": "2", "green": "32;1"}
ESCAPE = "\x1b"  # begins the commands of a terminal
_CLEAR_LINE = "\r\x1b[K"
STANDIN = "\ufffd"  # what people see instead
# Control characters but tab, newline and escape, other ends of lines, and marks that reverse the
# direction of text.
CONTROLS = dict.fromkeys(
    [*range(9), *range(11, 27), *range(28, 32), *range(127, 160)]
    + [0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)],
    STANDIN,
)


class Paint:
    """Colors text, or returns it unchanged."""

    def __init__(self, colored: bool) -> None:
        self.colored = colored

    def __call__(self, text: str, color: str) -> str:
        return f"\033[{COLORS[color]}m{text}\033[0m" if self.colored and text else text


PLAIN = Paint(False)


def put(text: str, is_colored: bool = False) -> None:
    """Write for people to standard output, whatever its encoding; with the colors of :class:`Paint`
    if it ``is_colored``.

    Raises SettingsError if standard output is closed or full.
    """
    _write(for_people(text, is_colored))


def put_data(data: bytes) -> None:
    """Write for programs to standard output: exactly these bytes, except on a terminal.

    Raises SettingsError if standard output is closed or full.
    """
    if sys.stdout is None or sys.stdout.isatty():
        put(data.decode("utf-8", "replace"))
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        raise _unwritable(error) from None


def put_on_screen(sequence: str) -> None:
    """Write a control sequence to standard output, if it is a terminal."""
    if _obeys_commands(sys.stdout):
        _write(sequence)


def log(message: str) -> None:
    """Write a message about the run to standard error; nothing if that is closed."""
    if sys.stderr is None:
        return
    if Progress.visible:
        Progress()(0, 0, "")
    sys.stderr.write(_encodable(for_people(f"ieeelint: {message}\n"), sys.stderr.encoding))


def flush() -> None:
    """Finish writing.  Raises SettingsError if standard output is closed or full."""
    if sys.stdout is None:  # it was closed before the start, and nothing was written
        return
    if sys.stdout.closed:  # the language server closes it when the editor does
        return
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _unwritable(error) from None


def clean(text: str, is_colored: bool = False) -> str:
    """The text without characters that control a terminal, except the colors of :class:`Paint`
    if it ``is_colored``.
    """
    text = text.translate(CONTROLS)
    if not is_colored:
        return text.replace(ESCAPE, STANDIN)
    if ESCAPE in text:
        from ieeelint.patterns import pattern

        colors = "|".join(["0", *COLORS.values()])
        text = pattern(rf"{ESCAPE}(?!\[(?:{colors})m)").sub(STANDIN, text)
    return text


def for_people(text: str, is_colored: bool = False) -> str:
    """The clean text; in a workflow of GitHub also without what it obeys in a log: ``::command::``
    at the start of a line, and ``##[command]`` anywhere.
    """
    text = clean(text, is_colored)
    if os.environ.get("GITHUB_ACTIONS") and ("::" in text or "##[" in text):
        from re import MULTILINE

        from ieeelint.patterns import pattern

        text = pattern(r"^(\s*:)(?=:)|##(?=\[)", MULTILINE).sub(lambda match: f"{match[0]} ", text)
    return text


def _write(text: str) -> None:
    if sys.stdout is None:
        raise SettingsError("standard output is closed")
    try:
        sys.stdout.write(_encodable(text, sys.stdout.encoding))
    except OSError as error:
        raise _unwritable(error) from None


def _encodable(text: str, encoding: str | None) -> str:
    """The text with escapes for what this encoding cannot express; a stream without one is not a
    file, and takes all text.
    """
    if encoding is None:
        return text
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode(encoding, "backslashreplace").decode(encoding)
    return text


def _unwritable(error: OSError) -> Exception:
    """The error to raise instead of this one of standard output."""
    if isinstance(error, BrokenPipeError) or os.name == "nt" and error.errno == EINVAL:
        return BrokenPipeError()  # the reader of the output has closed it
    return SettingsError(f"standard output cannot be written: {error.strerror or error}")


class Progress:
    """Shows which file is being read, on a line of standard error that the next message replaces.

    Nothing is shown where that is not a terminal.
    """

    visible = False

    def __call__(self, number: int, total: int, path: str) -> None:
        """Show that ``path`` is the file ``number`` of ``total``; 0 of 0 removes the line."""
        stream = sys.stderr
        if stream is None or not _obeys_commands(stream):
            return
        words = f"{number}/{total} {path[-60:]}" if number else ""
        stream.write(_CLEAR_LINE + _encodable(clean(words), stream.encoding))
        stream.flush()
        Progress.visible = bool(number)


def colored(flag: str) -> bool:
    """True if standard output has color: decided by the flag, NO_COLOR, FORCE_COLOR, TERM=dumb and
    whether it is a terminal, in this order.
    """
    if flag != "auto":
        return flag == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE"):
        return True
    return _obeys_commands(sys.stdout)


def _obeys_commands(stream: TextIO | None) -> bool:
    """True for a terminal that interprets control sequences; on Windows this turns that on."""
    if stream is None or not stream.isatty() or os.environ.get("TERM") == "dumb":
        return False
    if os.name != "nt":
        return True
    import ctypes

    console: Any = getattr(ctypes, "windll").kernel32  # noqa: B009
    handle = console.GetStdHandle(-12 if stream is sys.stderr else -11)
    mode = ctypes.c_ulong()
    if not console.GetConsoleMode(handle, ctypes.byref(mode)):
        return False
    return bool(console.SetConsoleMode(handle, mode.value | SEQUENCES))
