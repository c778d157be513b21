"""A frame of the walk: a range of tokens, and the position in it."""

from __future__ import annotations

from ieeelint.readers.latex.macros import skip_space
from ieeelint.readers.latex.tokens import Stream, is_blank

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Action = Callable[[], object]


class Frame:
    """A range of tokens to walk: the next index ``i``, the ``end``, and the action at the end."""

    __slots__ = (
        *("stream", "i", "end", "on_exit", "depth", "scopes", "skip", "swallowed", "half"),
        "is_macro",
    )

    def __init__(
        self, stream: Stream, first: int, end: int, on_exit: Action | None, depth: int
    ) -> None:
        self.stream = stream
        self.i = first
        self.end = end
        self.on_exit = on_exit
        self.depth = depth
        self.scopes = -1  # how many scopes stay open at the end; -1 leaves all open
        self.skip = 0  # characters of the next token that are already read
        self.half = -1  # index of a "$$" whose first dollar is already read
        self.swallowed = False  # True after white space that \xspace may restore
        self.is_macro = False  # True for the body of a macro

    def ahead(self, count: int = 12) -> str:
        """The source of the next tokens."""
        tokens = self.stream.tokens
        return "".join(tokens[self.i : min(self.i + count, self.end)])[self.skip :]

    def skip_characters(self, count: int) -> None:
        """Skip this many characters of the source."""
        tokens = self.stream.tokens
        count += self.skip
        while self.i < self.end and count >= len(tokens[self.i]):
            count -= len(tokens[self.i])
            self.i += 1
        self.skip = count

    def next_index(self) -> int:
        """The index of the next token that is not, after what is already read, white space."""
        at = self.i
        if self.skip and at < self.end:
            if self.stream.tokens[at][self.skip :].strip():
                return at
            at += 1
        return skip_space(self.stream, at, self.end)

    def swallow_space(self) -> None:
        """Skip the white space after a control word, which TeX does not print."""
        self.swallowed = False
        if self.i < self.end:
            following = self.stream.tokens[self.i]
            if following[0] in " \t":
                self.skip = len(following) - len(following.lstrip(" \t"))
                self.swallowed = True
            elif following[0] in "\r\n" and not is_blank(following):
                self.i += 1
                self.swallowed = True
