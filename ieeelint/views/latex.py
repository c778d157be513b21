"""The view of a LaTeX draft's source, for the rules about the source itself."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Source, Span


class Argument:
    """An argument as typed: ``text`` without braces or brackets, ``span`` the location of that
    text.
    """

    __slots__ = ("text", "span", "optional")

    def __init__(self, text: str, span: Span, optional: bool) -> None:
        self.text = text
        self.span = span
        self.optional = optional


class Command:
    """One live use of a command: not in a comment, verbatim text or ``\\iffalse``.

    ``name`` has no backslash and keeps a star (``vspace*``); ``span`` covers the name and all
    arguments that follow; ``in_definition`` is true in the body of a macro definition; ``order`` is
    its rank in the document across all files, comparable with that of the paper's blocks.
    """

    __slots__ = ("name", "span", "name_span", "arguments", "in_preamble", "in_definition", "order")

    def __init__(
        self,
        name: str,
        span: Span,
        name_span: Span,
        arguments: list[Argument],
        in_preamble: bool,
        in_definition: bool,
        order: tuple[int, ...],
    ) -> None:
        self.name = name
        self.span = span
        self.name_span = name_span
        self.arguments = arguments
        self.in_preamble = in_preamble
        self.in_definition = in_definition
        self.order = order

    def argument(self, number: int = 0) -> str:
        """The text of mandatory argument ``number`` (from 0); empty if it is missing."""
        mandatory = [argument.text for argument in self.arguments if not argument.optional]
        return mandatory[number] if number < len(mandatory) else ""

    @property
    def option(self) -> str:
        """The text of the first optional argument; empty if there is none."""
        return next((argument.text for argument in self.arguments if argument.optional), "")


class Environment:
    """One live environment: ``begin`` is the span of ``\\begin{name}``, ``span`` the whole."""

    __slots__ = ("name", "span", "begin", "content_span", "order")

    def __init__(
        self, name: str, span: Span, begin: Span, content_span: Span, order: tuple[int, ...]
    ) -> None:
        self.name = name
        self.span = span
        self.begin = begin
        self.content_span = content_span
        self.order = order


class Package:
    """A loaded package with its options as typed, each with its location."""

    __slots__ = ("name", "options", "span", "name_span", "order")

    def __init__(
        self, name: str, options: list[tuple[str, Span]], span: Span, name_span: Span, order: int
    ) -> None:
        self.name = name
        self.options = options
        self.span = span
        self.name_span = name_span
        self.order = order

    def has_option(self, *names: str) -> bool:
        """True when one of the options, without spaces, is ``name`` or ``name=...``."""
        keys = {option.replace(" ", "").partition("=")[0] for option, _ in self.options}
        return any(name in keys for name in names)


class Parameter:
    """An argument that xparse specifies: ``kind`` is its letter (``m``, ``s``, ``o``, ``g``, or
    ``d`` between two ``signs``), ``default`` the value if a call leaves it out.
    """

    __slots__ = ("kind", "signs", "default")

    def __init__(self, kind: str, signs: str, default: str) -> None:
        self.kind = kind
        self.signs = signs
        self.default = default


class Definition:
    """A user macro: ``arguments`` is their number, ``default`` that of the optional first argument
    or None, ``body`` the text as typed.
    """

    __slots__ = (
        *("name", "arguments", "default", "body", "span", "command", "parameters"),
        "specification",
    )

    def __init__(
        self, name: str, arguments: int, default: str | None, body: str, span: Span, command: str
    ) -> None:
        self.name = name
        self.arguments = arguments
        self.default = default
        self.body = body
        self.span = span
        self.command = command
        self.parameters = ""  # as \def has them: "#1=#2\end"
        self.specification: tuple[Parameter, ...] | None = None  # as xparse has it


class SourceTokens:
    """The tokens of one file with their offsets; the index of the closing brace of each opening
    one, and the same of the brackets.
    """

    __slots__ = ("tokens", "starts", "closers", "brackets")

    def __init__(
        self,
        tokens: list[str],
        starts: list[int],
        closers: dict[int, int],
        brackets: dict[int, int],
    ) -> None:
        self.tokens = tokens
        self.starts = starts
        self.closers = closers
        self.brackets = brackets


class LatexView:
    """Class, packages, macros, commands and environments of a project, without comments and dead
    code.

    ``included`` lists (name as typed, span, Source or None) for every ``\\input`` and similar
    command.
    """

    def __init__(self) -> None:
        self.class_name = ""
        self.class_options: list[tuple[str, Span]] = []
        self.class_span: Span | None = None
        self.packages: dict[str, Package] = {}  # by name, each as loaded first
        self.loads: list[Package] = []  # every load of a package, in order
        self.definitions: dict[str, Definition] = {}
        self.included: list[tuple[str, Span, Source | None]] = []
        self.comments: list[Span] = []
        self.document_span: Span | None = None  # of \begin{document}

    def has_class_option(self, *names: str) -> bool:
        """True when the class has one of these options."""
        return any(option in names for option, _ in self.class_options)

    def commands(self, *names: str) -> list[Command]:
        """Every live use of these commands in document order; names have no backslash, and a
        starred form is a separate name.
        """
        raise NotImplementedError

    def environments(self, *names: str) -> list[Environment]:
        """Every live environment of these names, in document order."""
        raise NotImplementedError

    def mentions(self, *names: str) -> bool:
        """True if the draft may use one of these commands or environments: directly, in a macro, or
        in a class or style file of its folder that is not IEEE's own.
        """
        raise NotImplementedError

    def loads_of_styles(self) -> frozenset[str]:
        """The classes and packages that the class and style files in the folder of the draft
        load.
        """
        raise NotImplementedError

    def tokens_of(self, source: Source) -> SourceTokens | None:
        """The tokens of a file of the draft; None if it was not read as LaTeX."""
        raise NotImplementedError
