"""Where the walk stands: a stack of stretches of tokens, and the reading of arguments from it."""

from __future__ import annotations

from ieeelint.paper.source import Span
from ieeelint.readers.latex.macros import read_group, read_option
from ieeelint.readers.latex.tokens import Range, Stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Action = Callable[[], object]


class Frame:
    """A stretch of tokens being walked: the next index ``i``, its ``end``, and what to do after
    it.
    """

    __slots__ = ("stream", "i", "end", "on_exit", "depth", "scopes", "skip", "swallowed", "half")

    def __init__(
        self, stream: Stream, first: int, end: int, on_exit: Action | None, depth: int
    ) -> None:
        self.stream = stream
        self.i = first
        self.end = end
        self.on_exit = on_exit
        self.depth = depth
        self.scopes = -1  # scopes to fall back to at the end; -1 leaves them open
        self.skip = 0  # characters of the next token that a control word swallows
        self.half = -1  # index of a "$$" of which the first dollar is read
        self.swallowed = False  # it swallowed white space (asked by \xspace)


class Cursor:
    """A stack of frames; the innermost is being walked.

    A stack instead of recursion, so that no nesting is too deep.
    """

    def __init__(self) -> None:
        self.frames: list[Frame] = []

    @property
    def frame(self) -> Frame:
        """The frame being walked."""
        return self.frames[-1]

    def option(self) -> Range | None:
        """The optional argument that follows, if one does."""
        frame = self.frames[-1]
        option, at = read_option(frame.stream, frame.i, frame.end)
        if option is not None:
            frame.i = at
            frame.skip = 0
        return option

    def group(self) -> Range | None:
        """The mandatory argument that follows; None at the end of the group or file."""
        frame = self.frames[-1]
        group, at = read_group(frame.stream, frame.i, frame.end)
        if group is not None:
            frame.i = at
            frame.skip = 0
            if (
                group.stream.tokens[group.first : group.last]
                and group.stream.tokens[group.first][0] == "#"
            ):
                return self.actual(group)
        return group

    def actual(self, group: Range) -> Range:
        """The argument of the call when ``group`` is just ``#1`` of a macro's body."""
        stream = group.stream
        if group.last - group.first == 1 and stream.arguments:
            number = ord(stream.tokens[group.first][1:2] or "0") - ord("1")
            if 0 <= number < len(stream.arguments):
                return stream.arguments[number]
        return group

    def string(self, group: Range | None) -> str:
        """The source characters of an argument, macro parameters replaced."""
        if group is None:
            return ""
        stream = group.stream
        if not stream.arguments:
            return group.text
        words = []
        for token in stream.tokens[group.first : group.last]:
            number = ord(token[1]) - ord("1") if len(token) == 2 and token[0] == "#" else -1
            if 0 <= number < len(stream.arguments):
                argument = stream.arguments[number]
                words.append(
                    argument.text if not argument.stream.arguments else self.string(argument)
                )
            else:
                words.append(token)
            if len(words) > 10_000:
                break
        return "".join(words)

    def call_span(self, start: int) -> Span:
        """From token ``start`` of the frame to where it now stands."""
        frame = self.frames[-1]
        return frame.stream.span(start, max(frame.i, start + 1))

    def push(
        self,
        stream: Stream,
        first: int,
        last: int,
        on_exit: Action | None,
        depth: int | None = None,
    ) -> Frame:
        """Walk these tokens next."""
        frame = Frame(
            stream,
            first,
            last,
            on_exit,
            self.frames[-1].depth if depth is None and self.frames else depth or 0,
        )
        self.frames.append(frame)
        return frame

    def render(self, group: Range, on_exit: Action | None = None) -> None:
        """Walk an argument next, groups closed at its end."""
        self.push(group.stream, group.first, group.last, on_exit).scopes = self.open_scopes()

    def order_of(self, frame: Frame, i: int) -> tuple[int, ...]:
        """Rank in document order of token ``i``, files joined."""
        stream = frame.stream
        offset = stream.starts[i] if stream.fixed is None else stream.fixed.start
        return (*stream.order, offset)

    @property
    def order(self) -> tuple[int, ...]:
        """Rank of the token just read."""
        frame = self.frames[-1]
        return self.order_of(frame, max(frame.i - 1, 0))

    def open_scopes(self) -> int:
        """How many groups and environments are open."""
        return 0
