"""The position of the walk: a stack of frames, and the arguments read from it."""

from __future__ import annotations

from ieeelint.paper.source import Span
from ieeelint.readers.latex import signatures, specified_arguments
from ieeelint.readers.latex.frames import Frame
from ieeelint.readers.latex.lists import without_comments
from ieeelint.readers.latex.macros import read_group, read_option
from ieeelint.readers.latex.registry import COMMANDS
from ieeelint.readers.latex.tokens import Range, Stream, tokenize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.views.latex import Definition

    Action = Callable[[], object]

# First characters of tokens that are not an argument without braces.
NO_ARGUMENT = frozenset("}[]$&^_~\r\n")


class Cursor:
    """A stack of frames; the walk is in the innermost.

    A stack instead of recursion, so that no nesting is too deep.
    """

    def __init__(self) -> None:
        self.frames: list[Frame] = []

    @property
    def frame(self) -> Frame:
        """The innermost frame."""
        return self.frames[-1]

    def option(self) -> Range | None:
        """Read the optional argument that follows; None if none follows."""
        frame = self.frames[-1]
        option, at = read_option(frame.stream, frame.i, frame.end)
        if option is not None:
            frame.i = at
            frame.skip = 0
        return option

    def skip_options(self) -> None:
        """Skip all optional arguments that follow."""
        while self.option() is not None:
            pass

    def group(self, braced: bool = False) -> Range | None:
        """Read the mandatory argument that follows: a group, or the one character or command that
        TeX takes instead, unless it must be ``braced``; None if no argument follows.
        """
        frame = self.frames[-1]
        stream = frame.stream
        at = frame.next_index()
        token = stream.tokens[at] if at < frame.end else "}"
        if token == "{":
            group, at = read_group(stream, at, frame.end)
        elif braced and token[0] != "#" or token[0] in NO_ARGUMENT:
            return None
        elif token[0] not in "\\#":
            return self._character(at, frame.skip if at == frame.i else 0)
        elif token[0] == "\\" and not _is_single_argument(token):
            return None
        else:
            group, at = Range(stream, at, at + 1), at + 1
        if group is None:
            return None
        frame.i, frame.skip = at, 0
        if token[0] == "\\":
            frame.swallow_space()
        first = stream.tokens[group.first] if group.first < group.last else ""
        return self.actual(group) if first[:1] == "#" else group

    def _character(self, index: int, offset: int) -> Range | None:
        """Read one character of token ``index``: the first after ``offset`` that is not a space."""
        frame = self.frames[-1]
        stream = frame.stream
        token = stream.tokens[index]
        offset += len(token[offset:]) - len(token[offset:].lstrip())
        span = stream.span(index, index + 1)
        if stream.fixed is None:
            at = stream.starts[index] + offset
            span = Span(stream.source, at, at + 1)
        if offset + 1 < len(token):
            frame.i, frame.skip = index, offset + 1
        else:
            frame.i, frame.skip = index + 1, 0
        return Range(Stream(stream.source, [token[offset]], span, order=stream.order), 0, 1)

    def macro_arguments(self, definition: Definition, i: int) -> list[Range]:
        """Read the arguments of the macro that token ``i`` calls."""
        if definition.specification is not None:
            return specified_arguments.read(self, definition.specification, i)
        arguments: list[Range] = []
        count = definition.arguments
        if definition.default is not None and count:
            option = self.option()
            if option is None:
                tokens = tokenize(definition.default)
                span = self.frame.stream.span(i, i + 1)
                option = Range(Stream(span.source, tokens, span), 0, len(tokens))
            arguments.append(option)
            count -= 1
        for _ in range(count):
            argument = self.group()
            if argument is None:
                break
            arguments.append(argument)
        return arguments

    def leave_macro(self) -> bool:
        """Leave the macros that end here, so that their last command reads its arguments from after
        the call: ``\\newcommand{\\figref}{Fig.~\\ref}``. False if no argument follows there.
        """
        frames = self.frames
        depth = len(frames) - 1
        while depth > 0 and frames[depth].is_macro and frames[depth].i >= frames[depth].end:
            depth -= 1
        caller = frames[depth]
        at = caller.next_index()
        if at >= caller.end or caller.stream.tokens[at] not in ("{", "["):
            return False
        while len(frames) > depth + 1:
            ended = frames.pop()
            if ended.on_exit is not None:
                ended.on_exit()
        return True

    def actual(self, group: Range) -> Range:
        """The argument of the call if ``group`` is only ``#1`` in the body of a macro."""
        stream = group.stream
        if group.last - group.first == 1 and stream.arguments:
            number = ord(stream.tokens[group.first][1:2] or "0") - ord("1")
            if 0 <= number < len(stream.arguments):
                return stream.arguments[number]
        return group

    def string(self, group: Range | None) -> str:
        """The text of an argument as TeX reads it: without comments, macro parameters replaced."""
        return without_comments(self.typed(group))

    def typed(self, group: Range | None) -> str:
        """The text of an argument as typed, with macro parameters replaced."""
        if group is None:
            return ""
        stream = group.stream
        if not stream.arguments:
            return group.text
        words: list[str] = []
        for token in stream.tokens[group.first : group.last]:
            number = ord(token[1]) - ord("1") if len(token) == 2 and token[0] == "#" else -1
            if words[-1:] == ["#"]:  # ##1, of a definition inside the macro
                words.append(token)
            elif 0 <= number < len(stream.arguments):
                argument = stream.arguments[number]
                words.append(
                    argument.text if not argument.stream.arguments else self.typed(argument)
                )
            else:
                words.append(token)
            if len(words) > 10_000:
                break
        return "".join(words)

    def call_start(self) -> int:
        """Index of the last token read: at the start of a handler its command, or the newline that
        the command has swallowed.
        """
        return self.frames[-1].i - 1

    def call_span(self, start: int) -> Span:
        """The span from token ``start`` of the frame to the current position."""
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
        """Walk an argument next; groups left open in it close at its end."""
        self.push(group.stream, group.first, group.last, on_exit).scopes = self.open_scopes()

    def order_of(self, frame: Frame, i: int) -> tuple[int, ...]:
        """Rank of token ``i`` in document order, across all files."""
        stream = frame.stream
        offset = stream.starts[i] if stream.fixed is None else stream.fixed.start
        return (*stream.order, offset)

    @property
    def order(self) -> tuple[int, ...]:
        """Rank of the last token read."""
        return self.order_of(self.frames[-1], max(self.call_start(), 0))

    def open_scopes(self) -> int:
        """The number of open groups and environments."""
        return 0


def _is_single_argument(token: str) -> bool:
    """True for a command that may be an argument without braces: a register, a symbol, a macro.

    A command that reads arguments itself, or that the walk handles, is never swallowed.
    """
    name = token[1:]
    if len(name) > 1 and not name.rstrip("*").replace("@", "a").isalpha():
        return False  # verbatim text, or another opaque stretch
    return name not in COMMANDS and not signatures.ARGUMENTS.get(name.rstrip("*"))
