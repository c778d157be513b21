"""A result file, and the metrics and keys that a specification requests from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.report.records import Location, ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ieeelint.report.adapters.columns import Role
    from ieeelint.report.fields import JSON

HEAD = 65_536  # bytes for detecting the format


@dataclass(slots=True)
class Request:
    """The requested metrics and keys, by their names in the files (before ``rename``).

    ``keys`` has all keys that the specification names.  ``best`` chooses the step of a run: a
    metric, and "min" or "max".  ``decimal`` is the decimal sign of numbers in text.  ``from_path``
    has the keys that the path of a file may have, None for all of them.  Adapters add every metric
    in a file to ``available``, so that an error can list them, and the roles of columns to
    ``roles``.
    """

    metrics: frozenset[str]
    keys: frozenset[str] = frozenset()
    best: tuple[str, str] | None = None
    decimal: str = ""
    from_path: frozenset[str] | None = frozenset()
    available: dict[str, None] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)


@dataclass(slots=True)
class Source:
    """A file, or a folder that a tool writes: its path, and its name in messages.

    ``document`` is the parsed JSON document, if it was parsed to detect the format.
    """

    path: Path
    name: str
    document: JSON = None

    @property
    def location(self) -> Location:
        return Location(self.name)

    def error(self, message: str, line: int = 0) -> ReportError:
        return ReportError(message, self.name, line)

    def head(self) -> bytes:
        """The first bytes of the file."""
        try:
            with open(self.path, "rb") as file:
                return file.read(HEAD)
        except OSError as error:
            raise self.error(f"cannot be read: {error.strerror}.") from None

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """The lines with their numbers, from 1, and newlines; without a byte order mark."""
        try:
            with open(self.path, "rb") as file:
                for number, line in enumerate(file, 1):
                    if number == 1 and line.startswith(b"\xef\xbb\xbf"):
                        line = line[3:]
                    yield number, line
        except OSError as error:
            raise self.error(f"cannot be read: {error.strerror}.") from None

    def text(self) -> str:
        """The text of the file.  Raises ReportError if it is not UTF-8."""
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise self.error(f"cannot be read: {error.strerror}.") from None
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise self.error("is not UTF-8 here. Save the file as UTF-8.", line) from None
