"""A result file as an adapter gets it, and what it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from ieeelint.report.records import Location, ReportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ieeelint.report.fields import JSON

HEAD = 65_536  # bytes that tell a format


@dataclass(slots=True)
class Asked:
    """What a specification wants, in the files' own names (before ``rename``).

    ``keys`` are those it names anywhere.  Adapters add every metric they meet to ``met``, so
    that an error can say what there is.
    """

    metrics: frozenset[str]
    keys: frozenset[str] = frozenset()
    met: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Source:
    """A file, or a folder that a tool keeps as one: where it is and what users call it.

    ``document`` is the parsed JSON document where detecting the format took parsing it.
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
        """Lines with their numbers from 1, line ends kept; a byte order mark is dropped."""
        try:
            with open(self.path, "rb") as file:
                for number, line in enumerate(file, 1):
                    if number == 1 and line.startswith(b"\xef\xbb\xbf"):
                        line = line[3:]
                    yield number, line
        except OSError as error:
            raise self.error(f"cannot be read: {error.strerror}.") from None

    def text(self) -> str:
        """The whole file as UTF-8; raises ReportError for what is none."""
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise self.error(f"cannot be read: {error.strerror}.") from None
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise self.error("is not UTF-8 here. Save the file as UTF-8.", line) from None
