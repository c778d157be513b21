"""The walk through a LaTeX project: one pass over its tokens that fills a paper.

The meaning of commands and environments is in the handler modules, which register themselves in
``registry``; the walk itself knows text, macros and files.
"""

from __future__ import annotations

from ieeelint.paper.model import Problem
from ieeelint.paper.text import OBJECT
from ieeelint.readers.latex import macros, registry, signatures, state, verbatim_names
from ieeelint.readers.latex.opaque import short_verbs
from ieeelint.readers.latex.page import Page
from ieeelint.readers.latex.pairing import mistakes
from ieeelint.readers.latex.registers import skip_assignment
from ieeelint.readers.latex.registry import COMMANDS, ENVIRONMENTS, TOKENS
from ieeelint.readers.latex.symbols import SYMBOLS
from ieeelint.readers.latex.tokens import Stream, is_blank, tokenize
from ieeelint.readers.passages import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Source, Span
    from ieeelint.readers.latex.frames import Frame
    from ieeelint.views.latex import Definition, LatexView

MOST_DELIMITED = 400  # tokens of the arguments of a macro with delimiters
# What drafts themselves define under these names is what the handlers expect.
HELPERS = frozenset(
    "blfootnote tabincell specialcell makecell thead code AND And corresp orcid email IEEEorcid"
    " linebreakand added deleted replaced".split()
) | (signatures.CITATIONS | signatures.REFERENCES) - frozenset(("fref", "Fref"))
# First characters of tokens with a meaning, and those of such tokens that print as typed.
ACTIVE = frozenset("\\{}$&#^_~%\"`'-[]\r\n")
PARAGRAPHS = signatures.LISTS | signatures.THEOREMS  # environments
THEMSELVES = frozenset(("-", "'", "[", "]", "\n"))


class Walker(Page):
    """The walk with its memory. Handlers use its methods; it fills ``paper``.

    Each record of :mod:`ieeelint.readers.latex.state` says which modules may write it.
    """

    def __init__(self, paper: Paper, view: LatexView, log: state.TokenLog, folder: str) -> None:
        super().__init__(paper)
        self.view = view  # of the source, under construction
        self.log = log
        self.numbering = state.Numbering()
        self.floats = state.OpenFloats()
        self.names = state.ReferenceNames()
        self.acronyms = state.Acronyms()
        self.macros = state.Macros()
        self.conditions = state.Conditions()
        self.project = state.Project(folder)
        self.opaque = verbatim_names.of_preamble(paper.root.text, folder) if folder else []
        # Characters that begin and end code: those at the end of the files so far, and all.
        self.short_verbs = self.code_signs = ""
        self.ending: Span | None = None  # the \end{…} just read, while the actions of its scope run
        self.switched: tuple[Span, str] | None = None  # the last \selectlanguage outside of groups
        self.strays: dict[tuple[int, str], bool] = {}  # file, mark -> whether it is a mistake

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
            elif self.code_signs and self.is_short_verb(token):
                TOKENS[registry.OPAQUE](self, frame, token, i)
            elif first in "\r\n":
                self.walk_line_end(frame, token, i)
            elif first in TOKENS:
                TOKENS[first](self, frame, token, i)
            else:
                self.walk_text(frame, token, i)

    def is_short_verb(self, token: str) -> bool:
        """True for code between two characters that the draft has chosen for that."""
        return len(token) > 1 and token[0] == token[-1] and token[0] in self.code_signs

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
            # The tokens that follow and print as typed are added in one piece.
            tokens, at = stream.tokens, i + 1
            while at < frame.end and (tokens[at][0] not in ACTIVE or tokens[at] in THEMSELVES):
                if self.code_signs and self.is_short_verb(tokens[at]):
                    break
                at += 1
            if at > i + 1:
                frame.i = at
                token += "".join(tokens[i + 1 : at])
            builder.typed(token, stream.source, stream.starts[i] + offset)
        else:
            builder.printed(token, stream.fixed)

    def walk_line_end(self, frame: Frame, token: str, i: int) -> None:
        """A newline: a space, the end of a paragraph before a blank line, or nothing after a
        comment.
        """
        frame.skip = 0
        if is_blank(token):
            self.close_broken()
            self.end_paragraph()
            return
        if i and frame.stream.tokens[i - 1][0] == "%":
            return
        builder = self.current
        if builder is not None and builder.length:
            builder.printed("\n", frame.stream.span(i, i + 1))

    # -- commands ---------------------------------------------------------

    def walk_command(self, frame: Frame, token: str, i: int) -> None:
        """A command: run its handler, expand a macro of the draft, print a symbol, or skip it."""
        name = token[1:]
        if self.macros.aliases:
            name = self.macros.alias(name)
        if frame.is_macro and frame.i >= frame.end and self.reads_arguments(name):
            if self.leave_macro():
                frame = self.frame
                i = frame.i - 1
        if name[:1].isalpha():
            frame.swallow_space()
        else:
            frame.skip = 0
        handler = COMMANDS.get(name)
        if handler is not None and not self.is_own(name):
            handler(self, name)
            return
        if name in self.macros.commands:
            self.macros.commands[name](self, name)
            return
        if macros.is_conditional(name, self.macros.definitions):
            COMMANDS[registry.CONDITIONAL](self, name)
            return
        definition = self.macros.definition(name)
        if (
            definition is not None
            and name not in signatures.LOGOS
            and (self.expand(frame, definition, i) or self.skip_delimited(frame, definition, i))
        ):
            return
        symbol = SYMBOLS.get(name)
        if symbol is not None:
            if symbol and (self.current is not None or not symbol.isspace()):
                self.add(symbol, frame.stream.span(i, i + 1))
            return
        if skip_assignment(frame, name, self.macros.registers):
            return
        kinds = signatures.ARGUMENTS.get(name, signatures.ARGUMENTS.get(name.rstrip("*")))
        if kinds is not None and not kinds.strip("x"):
            for _ in range(2 if kinds else 0):
                self.option()
            braced = name.rstrip("*") not in signatures.BARE_ARGUMENTS
            for _ in kinds:
                if self.group(braced) is None:
                    break
                self.option()
            return
        if not (name[-1:].isalpha() or name[-1:] in "*@") or name.startswith("iffalse"):
            TOKENS[registry.OPAQUE](self, frame, token, i)
            return
        TOKENS[registry.UNKNOWN](self, frame, name, i)

    def reads_arguments(self, name: str) -> bool:
        """True for a command that reads arguments in braces."""
        definition = self.macros.definition(name)
        if definition is not None and definition.command != "let":
            return definition.arguments > 0
        return bool(signatures.ARGUMENTS.get(name) or signatures.ARGUMENTS.get(name.rstrip("*")))

    def is_own(self, name: str) -> bool:
        """True for a command that the draft defines as a new one: then it is not the command of a
        package that has this name.
        """
        return name in self.macros.own and name not in HELPERS

    def expand(self, frame: Frame, definition: Definition, i: int) -> bool:
        """Walk the body of a macro instead of its call; false when it cannot be expanded."""
        if definition.command.startswith("DeclareMathOperator") or definition.arguments < 0:
            return False
        if frame.depth >= macros.DEEPEST or self.macros.expansions >= macros.MOST_EXPANSIONS:
            return False
        opened = macros.opened_environment(definition)
        if opened and (opened in signatures.DISPLAYS or opened in signatures.PICTURES):
            self.begin(opened)
            return True
        if definition.name in self.macros.expanding:
            return False
        self.macros.expansions += 1
        arguments = self.macro_arguments(definition, i)
        for number, argument in enumerate(arguments, 1):
            if f"#{number}" not in definition.body:
                self.log.skip(argument.stream, argument.first, argument.last)
        call = frame.stream.span(i, max(frame.i, i + 1))
        stream = macros.body_stream(definition, call, arguments, self.order_of(frame, i)[:-1])
        self.macros.expanding.append(definition.name)
        body = self.push(stream, 0, len(stream.tokens), self.macros.expanding.pop, frame.depth + 1)
        body.is_macro = True
        return True

    def skip_delimited(self, frame: Frame, definition: Definition, i: int) -> bool:
        """Skip the arguments of a macro such as ``\\def\\at#1:#2\\end{…}``; false if it is none, or
        if its delimiters are not in the paragraph. What it prints is not known.
        """
        if definition.arguments >= 0 or not definition.parameters.strip():
            return False
        text = frame.ahead(MOST_DELIMITED).partition("\n\n")[0]
        length = macros.delimited_length(definition, text)
        if length < 0:
            return False
        first = frame.i
        frame.skip_characters(length)
        if self.current is not None or not self.silent:
            self.place(OBJECT, frame.stream.span(i, max(frame.i, first)), None)
        return True

    # -- environments -----------------------------------------------------

    def begin(self, name: str, is_broken: bool = False) -> None:
        """An environment begins; a broken one has no end."""
        self.open_scope(name, is_broken)
        if name in ENVIRONMENTS:
            ENVIRONMENTS[name](self, name)
        elif name in PARAGRAPHS or name in self.macros.theorems:
            ENVIRONMENTS[registry.PARAGRAPHS](self, name)
        elif name in self.macros.environments:
            ENVIRONMENTS[registry.OWN](self, name)
        else:
            self.skip_options()
            self.environment_arguments(name)

    def environment_arguments(self, name: str) -> None:
        """Skip the arguments after ``\\begin{name}`` that print nothing."""
        for _ in range(signatures.ENVIRONMENT_ARGUMENTS.get(name, 0)):
            if self.group() is None:
                break

    def end(self, name: str, span: Span | None = None) -> None:
        """An environment ends at ``span``, and with it those left open inside; an ``\\end`` without
        its ``\\begin`` is skipped.
        """
        for depth in range(len(self.scopes) - 1, max(len(self.scopes) - 60, 0), -1):
            scope = self.scopes[depth]
            if scope.name == name:
                closing, scope.closing = scope.closing, None
                if closing is not None and span is not None:
                    closing(span)  # walks the code at its end, then comes here again
                    return
                self.ending = span
                self.close_scopes(depth)
                self.ending = None
                return

    # -- notes for the paper ---------------------------------------------------------

    def kill(self, first: int, last: int) -> None:
        """Note that the walk does not read tokens ``first`` to ``last`` of the frame's stream."""
        self.log.skip(self.frames[-1].stream, first, last)

    def problem(self, kind: str, message: str, span: Span) -> None:
        """Note a problem."""
        self.paper.problems.append(Problem(kind, message, span))

    def file_stream(self, source: Source, order: tuple[int, ...]) -> Stream:
        """The tokens of a file; its braces are checked."""
        text = clean(source.text)
        self.opaque += verbatim_names.names_in(text)
        stream = Stream(source, tokenize(text, self.opaque, self.short_verbs), order=order)
        self.short_verbs, declared = short_verbs(text, self.short_verbs)
        self.code_signs += declared
        self.log.files.append((stream, 0, len(stream.tokens)))
        for message, span in mistakes(stream):
            self.problem("unbalanced", message, span)
        return stream
