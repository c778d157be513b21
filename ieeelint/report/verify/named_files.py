"""Finds the names of files in TeX source: parts, pictures, databases, styles, data and listings.

It reads plain text, so that it works for classes and styles too, which are not drafts.
"""

from __future__ import annotations

import re

from ieeelint.views.pictures import IMAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Kind of file -> the endings that TeX adds to a name, in order.
ENDINGS = {
    "part": (".tex", ""),
    "picture": IMAGES,
    "class": (".cls",),
    "style": (".sty",),
    "database": (".bib", ""),
    "bibliography style": (".bst",),
    "data": ("",),
    "library": (".code.tex",),
}
COMMANDS = {
    "part": "input include subfile subfileinclude InputIfFileExists loadglsentries",
    "picture": (
        "includegraphics includesvg includepdf includestandalone includeinkscape epsfig epsfbox"
        " psfig pgfimage adjincludegraphics resizegraphics"
    ),
    "class": "documentclass LoadClass LoadClassWithOptions",
    "style": "usepackage RequirePackage RequirePackageWithOptions",
    "database": "bibliography addbibresource addglobalbib",
    "bibliography style": "bibliographystyle",
    "library": "usetikzlibrary usepgfplotslibrary",
}
KINDS = {name: kind for kind, names in COMMANDS.items() for name in names.split()}
LISTS = ("class", "style", "database", "library")  # several names, separated by commas
# A command that prints or reads a data file -> index of the name in its arguments.
DATA = {
    "lstinputlisting": 0,
    "verbatiminput": 0,
    "VerbatimInput": 0,
    "BVerbatimInput": 0,
    "LVerbatimInput": 0,
    "inputminted": 1,
    "pgfplotstableread": 0,
    "pgfplotstabletypeset": 0,
    "pgfplotstabletypesetfile": 0,
    "csvreader": 0,
    "csvautotabular": 0,
    "csvautobooktabular": 0,
    "DTLloaddb": 1,
}
OPTIONS = r"(?:\s*\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\}|\[[^\[\]]*\])*\])*"
CALL = re.compile(
    r"\\(?P<name>[A-Za-z@]+)\*?" + OPTIONS + r"\s*\{(?P<first>[^{}]*)\}"
    r"(?:" + OPTIONS + r"\s*\{(?P<second>[^{}]*)\})?"
)
PLAIN_INPUT = re.compile(r"\\input\s+(?![{\s])([^\s{}\\%]+)")
# \addplot table [x=time] {runs.csv}; \addplot graphics {map.png}
PLOTTED = re.compile(r"\\addplot[^;{}]*?\b(?:table|file|graphics)" + OPTIONS + r"\s*\{([^{}]*)\}")
BIBLATEX_STYLE = re.compile(r"\b(?:bib|cite)?style\s*=\s*\{?([\w.-]+)")
WITH_ENDING = re.compile(r"(?<=[{=])\s*\"?([^{}\[\]\n,=\"]*\.[A-Za-z][\w-]{0,11})\"?\s*(?=[},\]])")
COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*\n?[ \t]*")
WRITTEN = re.compile(
    r"\\begin\s*\{filecontents\*?\}(?:\[[^\]]*\])?\s*\{([^{}]*)\}.*?\\end", re.DOTALL
)


class NamedFile:
    """A name in the source, with the endings that the name may lack.

    ``is_required`` is false where the draft may do without: a name of a style, which TeX has, or a
    word that only looks like the name of a file.
    """

    __slots__ = ("name", "kind", "endings", "is_required")

    def __init__(self, name: str, kind: str, is_required: bool = False) -> None:
        self.name = name
        self.kind = kind
        self.endings = ENDINGS[kind]
        self.is_required = is_required


def named_files(
    source: str, expand: Callable[[str], str] = lambda name: name
) -> Iterator[NamedFile]:
    """The names of files outside comments; ``expand`` replaces macros in a name."""
    text = COMMENT.sub(r"\1", source)
    for match in CALL.finditer(text):
        yield from _in_call(match["name"], expand(match["first"]), expand(match["second"] or ""))
    for match in PLAIN_INPUT.finditer(text):
        yield NamedFile(match[1], "part")
    for match in PLOTTED.finditer(text):
        if is_name(name := expand(match[1])):
            yield NamedFile(name.strip(), "data", is_required=True)
    for match in WITH_ENDING.finditer(text):
        if is_name(match[1]):
            yield NamedFile(match[1].strip(), "data")
    if "biblatex" in text:
        for match in BIBLATEX_STYLE.finditer(text):
            for ending in (".bbx", ".cbx", ".dbx"):
                yield NamedFile(match[1] + ending, "data")


def _in_call(command: str, first: str, second: str) -> Iterator[NamedFile]:
    """The names in the arguments of one command."""
    if command in DATA:
        name = (first, second)[DATA[command]]
        if is_name(name):
            yield NamedFile(name.strip(), "data", is_required=True)
    if command in ("import", "subimport") and second and is_name(first + second):
        yield NamedFile(f"{first.strip().rstrip('/')}/{second.strip()}", "part")
    kind = KINDS.get(command)
    if kind is None:
        return
    for name in first.split(",") if kind in LISTS else [first]:
        if is_name(name):
            yield NamedFile(name.strip().strip('"'), kind)
            if kind == "library":
                for prefix in ("tikzlibrary", "pgflibrary"):
                    yield NamedFile(prefix + name.strip(), kind)


def is_name(text: str) -> bool:
    """True for the name of a file without macros in it."""
    name = text.strip()
    return bool(name) and "\n" not in name and not any(mark in name for mark in "\\#{}%$;")


def written_files(source: str) -> set[str]:
    """The names of files that the draft itself writes, with ``filecontents``."""
    return {match[1].strip() for match in WRITTEN.finditer(source)}
