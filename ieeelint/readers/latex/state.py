"""The memory of the walk, in records; each says which modules may write it."""

from __future__ import annotations

from ieeelint.paper import blocks
from ieeelint.views.file_names import Files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ieeelint.paper.blocks import Abstract, Block
    from ieeelint.paper.floats import Float, Grid
    from ieeelint.readers.latex.tokens import Stream
    from ieeelint.views.latex import Definition


class Numbering:
    """The counters, and the numbered thing that a label would name here.

    Only ``structure``, ``floats`` and ``formulas`` write it: they handle the numbered parts.
    """

    __slots__ = ("counters", "label_target", "in_appendix", "equation_parent")

    def __init__(self) -> None:
        self.counters: dict[str, int] = {}
        # kind, block and printed number of the nearest numbered thing outside floats
        self.label_target: tuple[str, Block | None, str] = (blocks.SECTION, None, "")
        self.in_appendix = False
        self.equation_parent = ""  # the number that subequations share, empty outside them

    def advance(self, counter: str) -> int:
        """Increment a counter and return its new value."""
        value = self.counters[counter] = self.counters.get(counter, 0) + 1
        return value


class OpenFloats:
    """The floats and tabulars around the current position.

    Only ``floats`` and ``tables`` write it; ``inline`` adds the styles that end with a cell.
    """

    __slots__ = ("open", "panels", "grids", "cell_styles", "after_sub_caption")

    def __init__(self) -> None:
        self.open: list[Float] = []  # the innermost last
        self.panels = 0  # subfigures and subtables around the position
        self.after_sub_caption = False  # the last caption was a \subcaption, which labels follow
        self.grids: list[tuple[Grid, int]] = []  # each with the number of scopes around its cells
        self.cell_styles: list[Callable[[], None]] = []  # each marks its style at the cell's end


class FrontMatter:
    """The abstract around the position, and the language that the preamble chooses.

    Only ``front_matter`` writes the abstract, and only ``preamble`` the language.
    """

    __slots__ = ("abstract", "language")

    def __init__(self) -> None:
        self.abstract: Abstract | None = None
        self.language = ""


class ReferenceNames:
    """The words that ``\\autoref`` and ``\\cref`` print before a number.

    Only ``preamble`` writes ``autoref`` and ``cleveref_options``, only ``cross_references`` the
    words of cleveref, and only ``label_kinds`` what it finds before the walk.
    """

    __slots__ = (
        "autoref",
        "cref",
        "capital_cref",
        "cleveref_options",
        "label_kinds",
        "looks_ahead",
    )

    def __init__(self) -> None:
        self.autoref: dict[str, str] = {}  # kind -> word, from \figureautorefname and the like
        self.cref: dict[str, tuple[str, str]] = {}  # kind -> singular and plural of \crefname
        self.capital_cref: dict[str, tuple[str, str]] = {}  # the same of \Crefname
        self.cleveref_options = ""  # of \usepackage[…]{cleveref}
        self.label_kinds: dict[str, str] = {}  # key -> kind, guessed before the walk
        self.looks_ahead = False  # some command prints a word that depends on a label's kind


class Acronyms:
    """The acronyms of the packages glossaries, acronym and acro.  Only ``acronyms`` writes it."""

    __slots__ = ("forms", "used", "looked_ahead")

    def __init__(self) -> None:
        self.forms: dict[str, tuple[str, str]] = {}  # key -> short and long form
        self.used: set[str] = set()  # keys whose long form has been printed
        self.looked_ahead = False  # True when the declarations after a use have been read


class Macros:
    """The draft's own commands.

    Only ``preamble`` writes ``definitions``, ``own``, ``aliases``, ``environments``, ``theorems``
    and ``registers``, only ``conditionals`` the ``commands``, and only the walk itself counts the
    expansions.
    """

    __slots__ = (
        "definitions",
        "environments",
        "theorems",
        "commands",
        "aliases",
        "own",
        "registers",
        "expanding",
        "expansions",
    )

    def __init__(self) -> None:
        self.definitions: dict[str, Definition] = {}
        self.own: set[str] = set()  # new commands, which no package defines
        self.aliases: dict[str, str] = {}  # name -> the command of LaTeX that \let makes it
        self.commands: dict[str, Callable[[Any, str], None]] = {}  # \nametrue, \namefalse
        # Environments: the code at \\begin, with the arguments, and that at \\end.
        self.environments: dict[str, tuple[Definition, str]] = {}
        self.theorems: set[str] = set()  # environments of \\newtheorem
        self.registers: set[str] = set()  # lengths and counters of the draft
        self.expanding: list[str] = []  # macros whose bodies are being walked
        self.expansions = 0

    def definition(self, name: str) -> Definition | None:
        """The definition of a macro; that of ``\\name`` for ``\\name*`` if it may have a star."""
        definition = self.definitions.get(name)
        if definition is None and name[-1:] == "*":
            bare = self.definitions.get(name[:-1])
            if bare is not None and bare.specification and bare.specification[0].signs == "*":
                return bare
        return definition

    def alias(self, name: str) -> str:
        """The command that ``name`` is another name for; ``name`` itself if there is none."""
        bare = name.rstrip("*")
        return self.aliases[bare] + name[len(bare) :] if bare in self.aliases else name


class Conditions:
    """The ``\\if…`` around the current position.  Only ``conditionals`` writes it."""

    __slots__ = ("open", "switches", "negated", "endless")

    def __init__(self) -> None:
        self.open: list[bool | None] = []  # true, false, or None if not known
        self.negated = False  # after \unless
        self.endless = 0  # dead branches without \fi
        self.switches: dict[str, bool | None] = {}  # name of a \newif -> its value, if known


class Project:
    """The files of the draft.  Only ``includes`` and ``reading`` write it."""

    __slots__ = ("folder", "base", "open", "files")

    def __init__(self, folder: str) -> None:
        self.folder = folder  # of the root document; empty for text without a file
        self.base = folder  # folder that \import names
        self.open: list[str] = []  # files being read, the innermost last
        self.files = Files()


class TokenLog:
    """The tokens that the walk read, for the view of the source.

    The walk writes it; ``preamble`` adds the bodies of macros and the text after
    ``\\end{document}``.
    """

    __slots__ = ("files", "dead", "bodies")

    def __init__(self) -> None:
        self.files: list[tuple[Stream, int, int]] = []  # streams of real files, first and last
        # Both by stream, not by id(): the stream of a macro's body is freed, and a file that is
        # read later may get its id.
        self.dead: dict[Stream, list[tuple[int, int]]] = {}  # ranges that nobody reads
        self.bodies: dict[Stream, list[tuple[int, int]]] = {}  # definitions of macros

    def skip(self, stream: Stream, first: int, last: int) -> None:
        """Note that the walk does not read tokens ``first`` to ``last`` of the stream."""
        if stream.fixed is None:  # the view reads files only
            self.dead.setdefault(stream, []).append((first, last))

    def define(self, stream: Stream, first: int, last: int) -> None:
        """Note that tokens ``first`` to ``last`` define a macro or an environment."""
        if stream.fixed is None:
            self.bodies.setdefault(stream, []).append((first, last))
