"""Compiled regular expressions on the disk, so that the next process need not compile them.

A check of a draft of 70 kB compiles some 180 expressions, which takes a fifth of its time.  Python
cannot save a compiled expression, but can make one from its code in the time of reading it.  The
code depends on the version of Python, which is in the name of the file.  The engine verifies
the code that it gets; whatever is wrong with the file, expressions are compiled as ever.
"""

from __future__ import annotations

import os
import re
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Key = tuple[str, int]
    Entry = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

LARGEST = 8_000_000  # bytes of the file; all expressions of ieeelint take less than a tenth


class Store:
    """The expressions in one file, and those that this process compiled in addition."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.entries: dict[Key, Entry] = {}
        self.new: dict[Key, Entry] = {}
        self._read()

    def _read(self) -> None:
        """Read the file; a missing or damaged one is like an empty one."""
        import marshal
        from zlib import crc32

        try:
            if os.path.getsize(self.path) > LARGEST:
                return
            with open(self.path, "rb") as file:
                data = file.read()
            if int.from_bytes(data[:4], "big") == crc32(data[4:]):
                self.entries = marshal.loads(data[4:])
        except (OSError, ValueError, EOFError, TypeError):
            self.entries = {}

    def compiled(self, expression: str, flags: int) -> re.Pattern[str]:
        """The compiled expression, from the file if it is there."""
        entry = self.entries.get((expression, flags))
        if entry is not None:
            try:
                return _from_code(expression, entry)
            except (RuntimeError, TypeError, ValueError, OverflowError):
                del self.entries[expression, flags]
        entry = _code_of(expression, flags)
        if entry is None:
            return re.compile(expression, flags)
        self.new[expression, flags] = entry
        return _from_code(expression, entry)

    def save(self) -> None:
        """Add the new expressions to the file, if it can be written."""
        if not self.new:
            return
        import marshal
        from zlib import crc32

        known = self.entries
        self._read()  # another process may have written it
        data = marshal.dumps(known | self.entries | self.new)
        self.new = {}
        if len(data) >= LARGEST:
            return
        partial = f"{self.path}.{os.getpid()}"
        try:
            with open(partial, "wb") as file:
                file.write(crc32(data).to_bytes(4, "big") + data)
            os.replace(partial, self.path)
        except OSError:  # the folder is read-only
            if os.path.exists(partial):
                os.remove(partial)


def opened() -> Store | None:
    """The store in the folder of the byte code; none if Python writes no byte code."""
    if sys.dont_write_bytecode or sys.implementation.name != "cpython":
        return None
    from importlib.util import cache_from_source

    here = os.path.dirname(os.path.abspath(__file__))
    folder = os.path.dirname(cache_from_source(os.path.join(here, "patterns.py")))
    if not os.path.isdir(folder):
        return None
    name = f"patterns.{sys.implementation.name}-{sys.hexversion:x}.bin"
    return Store(os.path.join(folder, name))


def _code_of(expression: str, flags: int) -> Entry | None:
    """The code that Python compiles an expression to, as :func:`re.compile` does; None if this
    Python has other internals.
    """
    internals: Any = re
    try:
        parser, compiler = internals._parser, internals._compiler
        parsed = parser.parse(expression, flags)
        code = compiler._code(parsed, flags)
        names = parsed.state.groupdict
        by_number: list[str | None] = [None] * parsed.state.groups
        for name, number in names.items():
            by_number[number] = name
        packed = memoryview(bytearray(4 * len(code))).cast("I")  # 32 bits each
        for at, number in enumerate(code):
            packed[at] = number
        every = flags | parsed.state.flags
        return int(every), packed.tobytes(), parsed.state.groups - 1, dict(names), tuple(by_number)
    except (AttributeError, TypeError, ValueError):
        return None


def _from_code(expression: str, entry: Entry) -> re.Pattern[str]:
    """The compiled expression with this code.  Raises an error if the engine refuses it."""
    from importlib import import_module

    flags, code, groups, names, by_number = entry
    make: Any = import_module("_sre").compile
    made: re.Pattern[str] = make(
        expression, flags, memoryview(code).cast("I").tolist(), groups, names, by_number
    )
    return made
