"""Source files and spans in them: the locations that findings report."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from ieeelint.paths import with_slashes
from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.outline import Outline

LINE = pattern(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")


class Source:
    """One file, or one part of a package, as decoded text.

    ``path`` is the path shown to the user. ``text`` keeps every character of the file, including
    newlines, so that offsets in it are offsets in the file. In a Word part each paragraph is one
    line of ``text``; ``is_word`` is then true, line numbers are paragraph numbers, and ``outline``
    knows the sections and the pages.  A PDF file has an ``outline``, too.
    """

    __slots__ = ("path", "text", "encoding", "is_word", "outline", "_line_starts")

    def __init__(
        self, path: str, text: str, encoding: str = "utf-8", is_word: bool = False
    ) -> None:
        self.path = with_slashes(path)
        self.text = text
        self.encoding = encoding
        self.is_word = is_word
        self.outline: Outline | None = None
        self._line_starts: list[int] | None = None

    @property
    def in_words(self) -> bool:
        """True if its locations are given in words: those of a Word part or of a PDF file."""
        return self.is_word or self.outline is not None

    @property
    def line_starts(self) -> list[int]:
        """Offset of the first character of each line; LF, CRLF and CR alone all end a line."""
        if self._line_starts is None:
            lengths = map(len, LINE.findall(self.text))
            self._line_starts = list(accumulate(lengths, initial=0))
            if len(self._line_starts) > 1 and not self.text.endswith(("\n", "\r")):
                self._line_starts.pop()
        return self._line_starts

    def locate(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1 in characters."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of line ``number`` (from 1) without its newline; empty after the last line."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def __repr__(self) -> str:
        return f"Source({self.path!r})"


class Span:
    """Characters ``start`` to ``end`` (exclusive) of a source."""

    __slots__ = ("source", "start", "end")

    def __init__(self, source: Source, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.end = end

    @property
    def text(self) -> str:
        """The source characters of the span."""
        return self.source.text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """True if the other span is within this one."""
        return self.source is other.source and self.start <= other.start and other.end <= self.end

    def __repr__(self) -> str:
        line, column = self.source.locate(self.start)
        return f"Span({self.source.path}:{line}:{column} {self.text[:30]!r})"
