"""Environments that a draft defines and whose content TeX does not read as text."""

from __future__ import annotations

import os

from ieeelint.patterns import pattern
from ieeelint.readers.errors import ReadError
from ieeelint.readers.latex import project
from ieeelint.readers.latex.lists import SPACE, without_comments

TYPE_CHECKING = False
if TYPE_CHECKING:
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
COMMENT_BEFORE = r"(?:[^\\%\r\n]|\\.)*%"  # from the start of a line
PREAMBLE_FILES = (
    r"\\(?:input|include)\s*\{([^{}\r\n]{1,200})\}"
    r"|\\(?:usepackage|RequirePackage)\s*(?:\[[^\]]{0,400}\]\s*)?\{([^{}]{1,400})\}"
    r"|\\documentclass\s*(?:\[[^\]]{0,400}\]\s*)?\{([^{}\r\n]{1,100})\}"
)
LARGEST = 300_000  # bytes of a file of the preamble


def names_in(text: str) -> list[str]:
    """The opaque environments that a text defines."""
    if not any(hint in text for hint in HINTS):
        return []
    names: list[str] = []
    for match in pattern(DEFINITIONS).finditer(text):
        line = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
        if pattern(COMMENT_BEFORE).match(text, line, match.start()):
            continue
        plain, alias, language, *others = match.groups()
        names += filter(None, (plain, alias or (language and f"{language}code"), *others))
    return names


def of_preamble(text: str, folder: str) -> list[str]:
    """Those that the files of the preamble define, which are read before the walk reaches them."""
    names: list[str] = []
    for path in _preamble_files(without_comments(text.partition("\\begin{document}")[0]), folder):
        try:
            if os.path.getsize(path) <= LARGEST:
                names += names_in(project.load(path, path).text)
        except (OSError, ReadError):
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
