"""The walk through a LaTeX project: one pass over its tokens that fills a paper.

What a command or environment means stands in the handler modules, which
register themselves here; the walk itself knows characters, macros and files.
"""

from __future__ import annotations

import re

from ieeelint.paper import model
from ieeelint.paper.model import Problem
from ieeelint.paper.text import CODE, OBJECT
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.cursor import Frame
from ieeelint.readers.latex.macros import body_stream, closed_environment, opened_environment
from ieeelint.readers.latex.page import Page, Scope
from ieeelint.readers.latex.symbols import SYMBOLS
from ieeelint.readers.latex.tokens import NO_CONDITIONALS, Range, Stream, tokenize
from ieeelint.readers.passages import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.paper.model import AuthorBlock, Block, Float, Grid, Paper
    from ieeelint.paper.source import Source, Span
    from ieeelint.views.latex import Definition, LatexView

    Handler = Callable[["Walker", str], None]

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


class Walker(Page):
    """The state of the walk.  Handlers use its methods; it fills ``paper``."""

    def __init__(self, paper: Paper, view: LatexView, folder: str) -> None:
        super().__init__(paper)
        self.view = view  # the format's own view, being filled
        self.folder = folder  # of the root document; empty for text without a file
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
        # what structure handlers share
        self.counters: dict[str, int] = {}
        self.authors: AuthorBlock | None = None
        self.floats: list[Float] = []
        self.sub_depth = 0
        self.grids: list[tuple[Grid, int]] = []  # each with the scopes around its cells
        self.cell_styles: list[Callable[[], None]] = []  # styles to the end of a cell
        self.label_target: tuple[str, Block | None, str] = (model.SECTION, None, "")
        self.in_appendix = False
        self.equation_parent = ""
        self.acronyms: dict[str, tuple[str, str]] = {}
        self.acronyms_used: set[str] = set()
        self.reference_names: dict[str, str] = {}
        self.looks_ahead = False  # a command prints words by the kind of a label
        self.babel_language = ""

    # -- the loop ---------------------------------------------------------

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
            # Tokens that follow and stand for themselves come along in one piece.
            tokens, at = stream.tokens, i + 1
            while at < frame.end and (tokens[at][0] not in ACTIVE or tokens[at] in THEMSELVES):
                at += 1
            if at > i + 1:
                frame.i = at
                token += "".join(tokens[i + 1 : at])
            builder.typed(token, stream.source, stream.starts[i] + offset)
        else:
            builder.printed(token, stream.fixed)

    def walk_line_end(self, frame: Frame, token: str, i: int) -> None:
        """A line end: a space, the end of a paragraph when a blank line follows, nothing after a
        comment.
        """
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
            from ieeelint.readers.latex.conditionals import conditional

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
        """A stretch that is not read as text: code and URLs leave a placeholder, dead text
        nothing.
        """
        frame.skip = 0
        if token.startswith(("\\verb", "\\lstinline", "\\mint", "\\url", "\\nolinkurl", "\\path")):
            self.place(CODE, frame.stream.span(i, i + 1), None)
        elif token.startswith("\\href"):
            return  # the words that follow are the text
        elif token.startswith("\\begin") and not token.startswith(
            ("\\begin{comment", "\\begin{filecontents", "\\begin{verbatim")
        ):
            self.harvest(Range(frame.stream, i, i + 1), is_code=True)

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

    # -- environments -----------------------------------------------------

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
        if name in signatures.LISTS or name in signatures.THEOREMS:
            self.end_paragraph()
            self.list_depth.append(name)

            def leave() -> None:
                self.end_paragraph()
                if self.list_depth:
                    self.list_depth.pop()

            self.at_scope_end(leave)

    def end(self, name: str, span: Span | None = None) -> None:
        """An environment ends at ``span``; those left open inside it end with it, a stray end is
        passed over.
        """
        for depth in range(len(self.scopes) - 1, max(len(self.scopes) - 60, 0), -1):
            if self.scopes[depth].name == name:
                self.ending = span
                self.close_scopes(depth)
                self.ending = None
                return

    # -- skipping ---------------------------------------------------------

    def kill(self, first: int, last: int) -> None:
        """Note that nobody reads tokens ``first`` to ``last`` of the frame's stream."""
        self.dead.setdefault(id(self.frames[-1].stream), []).append((first, last))

    def harvest(self, group: Range, is_code: bool = False) -> None:
        """Keep labels, citations and references of a stretch whose words are not read."""
        from ieeelint.readers.latex.citations import harvest

        harvest(self, group, is_code)

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


MAPPED = {
    "~": "\u00a0",
    "--": "–",
    "---": "—",
    "``": "“",
    "''": "”",
    "`": "‘",
}
# First characters of tokens that mean something, and those of such tokens that print as they are.
ACTIVE = frozenset("\\{}$&#^_~%\"`'-[]\r\n")
THEMSELVES = frozenset(("-", "'", "[", "]", "\n"))

SPECIAL: dict[str, Callable[[Walker, Frame, str, int], None]] = {
    "%": Walker.walk_comment,
    "{": Walker.walk_open,
    "}": Walker.walk_close,
    "#": Walker.walk_parameter,
    "&": Walker.walk_cell,
    **dict.fromkeys("~-`'[]^_\"", Walker.walk_mapped),
}
