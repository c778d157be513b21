"""The walk through a LaTeX project: one pass over its tokens that fills a paper.

The walk keeps a stack of frames (a file, an argument, a macro's body) instead
of recursing, so that no nesting is too deep.  What a command or environment
means stands in the handler modules; here are the means they share: reading
arguments, adding words, opening and closing passages, expanding macros.
"""

from __future__ import annotations

import re

from ieeelint.paper import model
from ieeelint.paper.model import Paper, Problem
from ieeelint.paper.source import Span
from ieeelint.paper.text import OBJECT, Mark
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.builder import PassageBuilder, clean
from ieeelint.readers.latex.macros import (
    body_stream,
    closed_environment,
    opened_environment,
    read_group,
    read_option,
)
from ieeelint.readers.latex.symbols import SYMBOLS
from ieeelint.readers.latex.tokens import NO_CONDITIONALS, Range, Stream, tokenize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ieeelint.paper.model import Abstract, AuthorBlock, Block, Equation, Float, Grid
    from ieeelint.paper.source import Source
    from ieeelint.readers.latex.view import Definition

    Handler = Callable[["Walker", str], None]
    Action = Callable[[], object]

DEEPEST_EXPANSION = 40
ASSIGNED = re.compile(
    r"\s*=?\s*-?(?=[\d.]+)[\d.]+\s*(?:true)?(?:pt|em|ex|cm|mm|in|bp|pc|sp|dd|cc|mu|fil+)?"
    r"(?:\s*(?:plus|minus)\s*[\d.]+\s*(?:pt|em|ex|cm|mm|in|bp|fil+)?){0,2}"
)
MOST_EXPANSIONS = 100_000  # macro calls in one paper; a real one has a few thousand
FLOAT_TEXT = "float text"  # words in a float outside its caption; no rule reads them as prose

COMMANDS: dict[str, Handler] = {}
ENVIRONMENTS: dict[str, Handler] = {}


def command(*names: str) -> Callable[[Handler], Handler]:
    """Register the handler of these commands."""

    def register(handler: Handler) -> Handler:
        COMMANDS.update(dict.fromkeys(names, handler))
        return handler

    return register


def environment(*names: str) -> Callable[[Handler], Handler]:
    """Register the handler that runs at ``\\begin`` of these environments."""

    def register(handler: Handler) -> Handler:
        ENVIRONMENTS.update(dict.fromkeys(names, handler))
        return handler

    return register


class Frame:
    """A stretch of tokens being walked: the next index ``i``, its ``end``, and what to do after it."""

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


class Scope:
    """A group or environment: its ``name`` (``{`` for a group) and what to do at its end."""

    __slots__ = ("name", "actions")

    def __init__(self, name: str) -> None:
        self.name = name
        self.actions: list[Action] = []


class Walker:
    """The state of the walk.  Handlers use its methods; it fills ``paper``."""

    def __init__(self, paper: Paper, folder: str) -> None:
        self.paper = paper
        self.folder = folder  # of the root document; empty for text without a file
        self.frames: list[Frame] = []
        self.scopes: list[Scope] = [Scope("")]
        self.builders: list[PassageBuilder] = []
        self.current: PassageBuilder | None = None
        self.suspended: list[PassageBuilder | None] = []
        self.zone = model.PROSE
        self.silent = True  # in the preamble: words are not text
        self.definitions: dict[str, Definition] = {}
        self.expansions = 0
        self.expanding: list[str] = []  # macros whose bodies are being walked
        self.ending: Span | None = None  # the \end{…} being obeyed
        self.files: list[tuple[Stream, int, int]] = []  # streams of real files, for the view
        self.dead: dict[int, list[tuple[int, int]]] = {}  # id(stream) -> ranges nobody reads
        self.defining: dict[int, list[tuple[int, int]]] = {}  # id(stream) -> macro bodies
        self.own_commands: dict[str, Handler] = {}  # switches made by \newif
        self.open_files: list[str] = []
        self.project_folder = folder
        self.ended = False
        self.base = folder  # folder of \import
        self.conditions: list[bool | None] = []  # \if… in force: true, false, or not known
        self.switches: dict[str, bool] = {}
        self.is_after_comment = False
        # what structure handlers share
        self.counters: dict[str, int] = {}
        self.abstract: Abstract | None = None
        self.authors: AuthorBlock | None = None
        self.floats: list[Float] = []
        self.sub_depth = 0
        self.grids: list[tuple[Grid, PassageBuilder | None]] = []
        self.label_target: tuple[str, Block | None, str] = (model.SECTION, None, "")
        self.list_depth: list[str] = []
        self.in_appendix = False
        self.pending_item = False
        self.equation: Equation | None = None
        self.equation_parent = ""
        self.acronyms: dict[str, tuple[str, str]] = {}
        self.acronyms_used: set[str] = set()
        self.reference_names: dict[str, str] = {}
        self.babel_language = ""
        self.german_shorthands = False

    # -- the loop ---------------------------------------------------------

    def run(self) -> None:
        """Walk until no frame is left."""
        frames = self.frames
        while frames:
            frame = frames[-1]
            i = frame.i
            if i >= frame.end:
                frames.pop()
                if frame.scopes >= 0:
                    self.close_scopes(frame.scopes)
                if frame.on_exit is not None:
                    frame.on_exit()
                continue
            token = frame.stream.tokens[i]
            frame.i = i + 1
            first = token[0]
            if first == "\\":
                self.walk_command(frame, token, i)
            elif first in "\r\n":
                self.walk_line_end(frame, token, i)
            elif first in SPECIAL:
                SPECIAL[first](self, frame, token, i)
            else:
                self.walk_text(frame, token, i)

    def walk_text(self, frame: Frame, token: str, i: int) -> None:
        """Ordinary characters."""
        offset = frame.skip
        if offset:
            frame.skip = 0
            token = token[offset:]
        builder = self.current
        if builder is None:
            if self.silent:
                return
            bare = token.lstrip()
            if not bare:
                return
            offset += len(token) - len(bare)
            token = bare
            builder = self.open_paragraph()
        if not token:
            return
        stream = frame.stream
        if stream.fixed is None:
            builder.typed(token, stream.source, stream.starts[i] + offset)
        else:
            builder.printed(token, stream.fixed)

    def walk_line_end(self, frame: Frame, token: str, i: int) -> None:
        """A line end: a space, the end of a paragraph when a blank line follows, nothing after a comment."""
        frame.skip = 0
        ends = token.count("\n") + token.count("\r") - token.count("\r\n")
        if ends > 1:
            self.end_paragraph()
            return
        if i and frame.stream.tokens[i - 1][0] == "%":
            return
        builder = self.current
        if builder is not None and builder.length:
            builder.printed("\n", frame.stream.span(i, i + 1))

    def walk_comment(self, frame: Frame, token: str, i: int) -> None:
        """A comment is no text."""

    def walk_open(self, frame: Frame, token: str, i: int) -> None:
        """A group opens."""
        frame.skip = 0
        self.scopes.append(Scope("{"))

    def walk_close(self, frame: Frame, token: str, i: int) -> None:
        """A group closes; a brace too many is passed over."""
        frame.skip = 0
        if self.scopes[-1].name == "{":
            self.close_scopes(len(self.scopes) - 1)

    def walk_mapped(self, frame: Frame, token: str, i: int) -> None:
        """Characters that print another one: ties, dashes, quotes."""
        frame.skip = 0
        self.add(MAPPED.get(token, token), frame.stream.span(i, i + 1))

    def walk_parameter(self, frame: Frame, token: str, i: int) -> None:
        """``#1`` in a macro's body: the argument of the call, at its own place."""
        arguments = frame.stream.arguments
        number = ord(token[1:] or "0") - ord("1")
        if 0 <= number < len(arguments):
            argument = arguments[number]
            self.push(argument.stream, argument.first, argument.last, None, frame.depth + 1)
        else:
            self.add(token, frame.stream.span(i, i + 1))

    def walk_cell(self, frame: Frame, token: str, i: int) -> None:
        """``&``: the next cell of a table."""
        frame.skip = 0
        if self.grids:
            self.next_cell()

    # -- commands ---------------------------------------------------------

    def walk_command(self, frame: Frame, token: str, i: int) -> None:
        """A command: its handler, a macro of the draft, a symbol, or nothing known."""
        name = token[1:]
        if name[:1].isalpha():
            self._swallow_space(frame)
        else:
            frame.skip = 0
        handler = COMMANDS.get(name)
        if handler is not None:
            handler(self, name)
            return
        if name in self.own_commands:
            self.own_commands[name](self, name)
            return
        if (
            name.startswith("if")
            and name[-1:].isalpha()
            and name not in NO_CONDITIONALS
            and len(name) < 40
        ):
            from ieeelint.readers.latex.preamble import conditional

            conditional(self, name)
            return
        definition = self.definitions.get(name)
        if (
            definition is not None
            and name not in signatures.LOGOS
            and self.expand(frame, definition, i)
        ):
            return
        symbol = SYMBOLS.get(name)
        if symbol is not None:
            if symbol and (self.current is not None or not symbol.isspace()):
                self.add(symbol, frame.stream.span(i, i + 1))
            return
        silent = signatures.SILENT.get(name, signatures.SILENT.get(name.rstrip("*")))
        if self.assignment(frame, name):
            return
        if silent is not None:
            for _ in range(2 if silent else 0):
                self.option()
            for _ in range(silent):
                if self.group() is None:
                    break
                self.option()
            return
        if not (name[-1:].isalpha() or name[-1:] in "*@") or name.startswith("iffalse"):
            self.walk_opaque(frame, token, i)
            return
        self.walk_unknown(frame, name, i)

    def assignment(self, frame: Frame, name: str) -> bool:
        """Pass over the value of a register: ``\\parskip=3pt``, ``\\vskip 2mm plus 1mm``."""
        tokens = frame.stream.tokens
        at = frame.i
        if at >= frame.end or not name[:1].isalpha():
            return False
        bare = name in signatures.REGISTERS
        if not bare and tokens[at][frame.skip : frame.skip + 1] != "=":
            return False
        stop = at
        while stop < frame.end and stop - at < 8 and tokens[stop][0] not in "\\{}$&%":
            stop += 1
        value = "".join(tokens[at:stop])[frame.skip :]
        match = ASSIGNED.match(value)
        if match is not None:
            left = frame.skip + match.end()
        elif (
            bare
            and not value.strip("= -\r\n\t")
            and stop < frame.end
            and tokens[stop][1:2].isalpha()
        ):
            frame.i, frame.skip = stop + 1, 0  # \\parskip=\\baselineskip
            return True
        else:
            return False
        while at < frame.end and left >= len(tokens[at]):
            left -= len(tokens[at])
            at += 1
        frame.i, frame.skip = at, left
        return True

    def _swallow_space(self, frame: Frame) -> None:
        """White space after a control word is not printed."""
        frame.swallowed = False
        if frame.i < frame.end:
            following = frame.stream.tokens[frame.i]
            if following[0] in " \t":
                frame.skip = len(following) - len(following.lstrip(" \t"))
                frame.swallowed = True
            elif following[0] in "\r\n":
                ends = following.count("\n") + following.count("\r") - following.count("\r\n")
                if ends == 1:
                    frame.i += 1
                    frame.swallowed = True

    def walk_opaque(self, frame: Frame, token: str, i: int) -> None:
        """A stretch that is not read as text: code and URLs leave a placeholder, dead text nothing."""
        from ieeelint.paper.text import CODE

        frame.skip = 0
        if token.startswith(("\\verb", "\\lstinline", "\\mint", "\\url", "\\nolinkurl", "\\path")):
            self.place(CODE, frame.stream.span(i, i + 1), None)
        elif token.startswith("\\href"):
            return  # the words that follow are the text
        elif token.startswith("\\begin") and not token.startswith(
            ("\\begin{comment", "\\begin{filecontents")
        ):
            self.harvest(Range(frame.stream, i, i + 1))

    def walk_unknown(self, frame: Frame, name: str, i: int) -> None:
        """A command nobody knows: its options are dropped, its arguments are text, and
        alone amid words it stands as an object, since it may print something."""
        at = frame.i
        while self.option() is not None:
            pass
        if self.silent:
            while frame.i < frame.end and frame.stream.tokens[frame.i] == "{":
                if self.group() is None:
                    break
            return
        for _ in range(signatures.LEADING_SILENT.get(name.rstrip("*"), 0)):
            self.group()
            while self.option() is not None:
                pass
        if name.rstrip("*") in signatures.LEADING_SILENT:
            return
        if frame.i == at and self.current is not None and self.current.length:
            following = frame.stream.tokens[frame.i] if frame.i < frame.end else ""
            if following != "{":
                self.place(OBJECT, frame.stream.span(i, i + 1), None)

    def expand(self, frame: Frame, definition: Definition, i: int) -> bool:
        """Walk the body of a macro in place of its call; false when it cannot be expanded."""
        if definition.command.startswith("DeclareMathOperator") or definition.arguments < 0:
            return False
        if frame.depth >= DEEPEST_EXPANSION or self.expansions >= MOST_EXPANSIONS:
            return False
        opened = opened_environment(definition)
        if opened and (opened in signatures.DISPLAYS or opened in signatures.PICTURES):
            self.begin(opened)
            return True
        if closed_environment(definition) and not opened:
            self.end(closed_environment(definition), frame.stream.span(i, i + 1))
            return True
        if definition.name in self.expanding:
            return False
        self.expansions += 1
        arguments: list[Range] = []
        count = definition.arguments
        if definition.default is not None and count:
            option = self.option()
            if option is None:
                tokens = tokenize(definition.default)
                span = frame.stream.span(i, i + 1)
                option = Range(Stream(span.source, tokens, span), 0, len(tokens))
            arguments.append(option)
            count -= 1
        for _ in range(count):
            argument = self.group()
            if argument is None:
                break
            arguments.append(argument)
        call = frame.stream.span(i, max(frame.i, i + 1))
        stream = body_stream(definition, call, arguments, self.order_of(frame, i)[:-1])
        self.expanding.append(definition.name)
        self.push(stream, 0, len(stream.tokens), self.expanding.pop, frame.depth + 1)
        return True

    # -- arguments --------------------------------------------------------

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
        self.push(group.stream, group.first, group.last, on_exit).scopes = len(self.scopes)

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

    # -- words ------------------------------------------------------------

    def add(self, text: str, span: Span) -> None:
        """Print characters for a construct at ``span``."""
        builder = self.current
        if builder is None:
            if self.silent or not text or text.isspace():
                return
            builder = self.open_paragraph()
        builder.printed(text, span)

    def place(self, kind: str, span: Span, data: Any) -> None:
        """Put a placeholder."""
        builder = self.current
        if builder is None:
            if self.silent:
                return
            builder = self.open_paragraph()
        builder.placed(kind, span, data)

    def style(self, kind: str, group: Range) -> None:
        """Walk an argument whose words bear a running mark."""
        builder = self.current
        start = builder.length if builder is not None else 0
        span = group.span

        def close() -> None:
            self.mark(kind, builder, start, span)

        self.render(group, close)

    def mark(self, kind: str, builder: PassageBuilder | None, start: int, span: Span) -> None:
        """Mark what was added to the passage since ``start``."""
        now = self.current
        if now is not None and (now is builder or builder is None) and now.length > start:
            now.marks.append(Mark(kind, start, now.length, span))

    # -- passages ---------------------------------------------------------

    def new_builder(self, zone: str, order: tuple[int, ...] | None = None) -> PassageBuilder:
        """A passage that begins here."""
        builder = PassageBuilder(zone, order if order is not None else self.order)
        self.builders.append(builder)
        return builder

    def open_paragraph(self) -> PassageBuilder:
        """A new paragraph of the zone in force becomes the current passage."""
        builder = self.current = self.new_builder(self.zone)
        builder.is_item, self.pending_item = self.pending_item, False
        paragraph = model.Paragraph(
            builder.passage.span, builder.passage, self.list_depth[-1] if self.list_depth else ""
        )
        paragraph.order = builder.order
        if self.zone == model.ABSTRACT and self.abstract is not None:
            self.abstract.passages.append(builder.passage)
        self.paper.paragraphs.append(paragraph)
        return builder

    def end_paragraph(self) -> None:
        """A blank line or ``\\par``: the paragraph ends; in a caption or note it is a mere space."""
        if self.suspended and self.current is not None and self.current is not self.suspended[-1]:
            if self.is_fixed(self.current):
                if self.current.length:
                    self.current.printed(
                        "\n", self.frames[-1].stream.span(self.frames[-1].i - 1, self.frames[-1].i)
                    )
                return
        if self.current is not None and not self.is_fixed(self.current):
            self.current = None

    def is_fixed(self, builder: PassageBuilder) -> bool:
        """True for passages that no blank line ends: captions, headings, notes, cells …"""
        return builder.zone in FIXED_ZONES and not (builder.zone == model.ABSTRACT)

    def open_passage(self, zone: str, group: Range | None = None) -> PassageBuilder:
        """Suspend the current passage and begin one of its own kind, for the words of ``group``."""
        self.suspended.append(self.current)
        order = None
        if group is not None and group.stream.fixed is None:
            order = (*group.stream.order, group.stream.starts[group.first])
        self.current = self.new_builder(zone, order)
        return self.current

    def close_passage(self) -> None:
        """Go back to the passage that was suspended."""
        self.current = self.suspended.pop() if self.suspended else None

    def suspend(self) -> None:
        """Leave the current passage open and stand outside any (a float begins)."""
        self.suspended.append(self.current)
        self.current = None

    # -- scopes and environments -------------------------------------------

    def at_scope_end(self, action: Action) -> None:
        """Do this when the innermost group or environment ends."""
        self.scopes[-1].actions.append(action)

    def close_scopes(self, depth: int) -> None:
        """End scopes until ``depth`` are left."""
        while len(self.scopes) > max(depth, 1):
            for action in reversed(self.scopes.pop().actions):
                action()

    def begin(self, name: str) -> None:
        """An environment begins."""
        self.scopes.append(Scope(name))
        handler = ENVIRONMENTS.get(name)
        if handler is not None:
            handler(self, name)
            return
        self.option()
        for _ in range(signatures.ENVIRONMENT_ARGUMENTS.get(name, 0)):
            if self.group() is None:
                break
        if name in signatures.LISTS or name in THEOREM_NAMES:
            self.end_paragraph()
            self.list_depth.append(name)

            def leave() -> None:
                self.end_paragraph()
                if self.list_depth:
                    self.list_depth.pop()

            self.at_scope_end(leave)

    def end(self, name: str, span: Span | None = None) -> None:
        """An environment ends at ``span``; those left open inside it end with it, a stray end is passed over."""
        for depth in range(len(self.scopes) - 1, max(len(self.scopes) - 60, 0), -1):
            if self.scopes[depth].name == name:
                self.ending = span
                self.close_scopes(depth)
                self.ending = None
                return

    def with_zone(self, zone: str) -> None:
        """The zone holds until the environment ends."""
        before = self.zone
        self.zone = zone

        def restore() -> None:
            self.zone = before

        self.at_scope_end(restore)

    # -- skipping ---------------------------------------------------------

    def skip_to(self, offset: int) -> None:
        """Go on at the token that starts at ``offset`` of the frame's stream."""
        frame = self.frames[-1]
        frame.i = min(max(frame.stream.token_at(offset), frame.i), frame.end)
        frame.skip = 0

    def kill(self, first: int, last: int) -> None:
        """Note that nobody reads tokens ``first`` to ``last`` of the frame's stream."""
        self.dead.setdefault(id(self.frames[-1].stream), []).append((first, last))

    def harvest(self, group: Range) -> None:
        """Keep labels, citations and references of a stretch whose words are not read."""
        from ieeelint.readers.latex.citations import harvest

        harvest(self, group)

    def next_cell(self) -> None:
        """The next cell of the innermost table."""
        from ieeelint.readers.latex.tables import next_cell

        next_cell(self)

    def problem(self, kind: str, message: str, span: Span) -> None:
        """Note what could not be read."""
        self.paper.problems.append(Problem(kind, message, span))

    def file_stream(
        self, source: Source, order: tuple[int, ...], opaque: tuple[str, ...] = ()
    ) -> Stream:
        """The tokens of a file, its braces checked."""
        stream = Stream(source, tokenize(clean(source.text), opaque), order=order)
        self.files.append((stream, 0, len(stream.tokens)))
        for index in stream.unmatched[:1]:
            brace = stream.tokens[index]
            message = (
                'This "{" is never closed' if brace == "{" else 'This "}" closes nothing'
            ) + ": TeX stops here or reads the rest wrongly. Add or remove the brace."
            self.problem("unbalanced", message, stream.span(index, index + 1))
        return stream


FIXED_ZONES = frozenset({
    model.TITLE, model.AUTHOR, model.KEYWORDS, model.HEADING, model.CAPTION, model.CELL, model.TABLE_NOTE,
    model.FOOTNOTE, model.THANKS, model.REFERENCE,
})  # fmt: skip
THEOREM_NAMES = signatures.THEOREMS
MAPPED = {
    "~": "\u00a0", "--": "–", "---": "—", "``": "“", "''": "”", "`": "‘",
}  # fmt: skip

SPECIAL: dict[str, Callable[[Walker, Frame, str, int], None]] = {
    "%": Walker.walk_comment,
    "{": Walker.walk_open,
    "}": Walker.walk_close,
    "#": Walker.walk_parameter,
    "&": Walker.walk_cell,
    **dict.fromkeys("~-`'[]^_\"", Walker.walk_mapped),
}
