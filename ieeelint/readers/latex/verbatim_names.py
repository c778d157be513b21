"""Environments and commands that a draft defines and whose content TeX does not read as text."""

from __future__ import annotations

from ieeelint import inputs
from ieeelint.patterns import pattern
from ieeelint.readers.errors import ReadError
from ieeelint.readers.latex import project
from ieeelint.readers.latex.lists import SPACE, without_comments

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

# Words without which no definition is there.
HINTS = (
    "\\lstnew",
    "\\newmint",
    "\\Define",
    "\\exclude",
    "\\newtcblisting",
    "TCBListing",
    "erbatim",
    "\\lstlisting",
    "\\comment",
    "\\alltt",
    "{comment}",
    "\\NewEnviron",
)
DEFINITIONS = (
    r"\\(?:lstnewenvironment|DefineVerbatimEnvironment|CustomVerbatimEnvironment|excludecomment"
    r"|newtcblisting|(?:New|Declare|Renew|Provide)TCBListing)"
    r"\s*(?:\[[^\]]{0,200}\]\s*)?\{([a-zA-Z@*]{1,40})\}"
    r"|\\newminted(?:\[([a-zA-Z]{1,40})\])?\{([a-zA-Z]{1,40})\}"
    # what begins with a command of an opaque environment: \newenvironment{code}{\verbatim}{…}
    r"|\\(?:re)?newenvironment\*?\s*\{([a-zA-Z@*]{1,40})\}\s*(?:\[[^\]]{0,40}\]\s*){0,2}"
    r"\{(?:[^{}]|\{[^{}]{0,200}\}){0,400}?\\(?:(?:verbatim|Verbatim|VerbatimEnvironment|lstlisting"
    r"|alltt|minted|tcblisting)(?![a-zA-Z@])|comment\s*\}|begin\s*\{comment\})"
    r"|\\let\s*\\([a-zA-Z]{1,40})\s*=?\s*\\comment(?![a-zA-Z@])"
    # an environment of environ that drops its body
    r"|\\NewEnviron\s*\{([a-zA-Z@*]{1,40})\}(?:\s*\[[^\]\r\n]{0,40}\]){0,2}\s*\{"
    rf"{SPACE}\}}"
)
# Words without which no command is another name for one that prints code, and its definition:
# \newcommand{\code}{\lstinline[style=c]}, \let\code\verb, \newmintinline{python}{}
COMMAND_HINTS = ("\\lstinline", "\\verb", "\\Verb", "mintinline", "\\url", "\\DeclareUrlCommand")
CODE = (
    r"\\(?:(?:lstinline|[vV]erb|nolinkurl|path|url)(?![a-zA-Z@])(?:\[[^\]\r\n]{0,200}\])?"
    r"|mintinline(?:\[[^\]\r\n]{0,200}\])?\{[^{}\r\n]{1,40}\})"
)
COMMANDS = (
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|def)\*?\s*\{?\s*\\([a-zA-Z]{1,40})"
    rf"\s*\}}?\s*\{{\s*(?:\\[a-z]{{1,20}}\s*){{0,3}}{CODE}\s*\}}"
    rf"|\\let\s*\\([a-zA-Z]{{1,40}})\s*=?\s*{CODE}"
    r"|\\DeclareUrlCommand\s*\{?\s*\\([a-zA-Z]{1,40})"
    r"|\\newmintinline(?:\[([a-zA-Z]{1,40})\])?\{([a-zA-Z]{1,40})\}"
)
COMMENT_BEFORE = r"(?:[^\\%\r\n]|\\.)*%"  # from the start of a line
PREAMBLE_FILES = (
    r"\\(?:input|include)\s*\{([^{}\r\n]{1,200})\}"
    r"|\\(?:usepackage|RequirePackage)\s*(?:\[[^\]]{0,400}\]\s*)?\{([^{}]{1,400})\}"
    r"|\\documentclass\s*(?:\[[^\]]{0,400}\]\s*)?\{([^{}\r\n]{1,100})\}"
)
LARGEST = 300_000  # bytes of a file of the preamble


def names_in(text: str) -> list[str]:
    """The opaque environments that a text defines, and its commands for code, with a backslash."""
    names: list[str] = []
    if any(hint in text for hint in HINTS):
        for match in _definitions(DEFINITIONS, text):
            plain, alias, language, *others = match.groups()
            names += filter(None, (plain, alias or (language and f"{language}code"), *others))
    if any(hint in text for hint in COMMAND_HINTS):
        for match in _definitions(COMMANDS, text):
            *plains, alias, language = match.groups()
            found = (*plains, alias or (language and f"{language}inline"))
            names += [f"\\{name}" for name in found if name]
    return names


def _definitions(expression: str, text: str) -> Iterator[re.Match[str]]:
    """The matches in a text that are not in a comment."""
    for match in pattern(expression).finditer(text):
        line = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
        if not pattern(COMMENT_BEFORE).match(text, line, match.start()):
            yield match


def of_preamble(text: str, folder: str) -> list[str]:
    """Those that the files of the preamble define, which are read before the walk reaches them."""
    names: list[str] = []
    for path in _preamble_files(without_comments(text.partition("\\begin{document}")[0]), folder):
        try:
            if inputs.size(path) <= LARGEST:
                names += names_in(project.load(path, path).text)
        except ReadError:
            continue  # the walk reports it
    return names


def _preamble_files(preamble: str, folder: str) -> Iterator[str]:
    """The files in the folder of the project that a preamble reads."""
    for match in pattern(PREAMBLE_FILES).finditer(preamble):
        included, packages, document_class = match.groups()
        wanted: list[tuple[str, tuple[str, ...]]]
        wanted = [(name, (".sty",)) for name in (packages or "").split(",")]
        wanted += [(included or "", (".tex", "")), (document_class or "", (".cls",))]
        for name, extensions in wanted:
            path = project.resolve(folder, name, extensions) if name.strip() else None
            if path is not None and project.is_inside(path, folder):
                yield path
