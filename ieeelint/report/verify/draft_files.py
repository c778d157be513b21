"""Collects the files of a LaTeX draft: all that the draft and its class include from its folder."""

from __future__ import annotations

import os
import re
from glob import escape as glob_escape
from glob import glob

from ieeelint.paper.source import Span
from ieeelint.paths import seen_from
from ieeelint.readers.errors import ReadError
from ieeelint.readers.latex.project import is_inside, load
from ieeelint.report.verify.named_files import (
    DATA,
    ENDINGS,
    KINDS,
    LISTS,
    is_name,
    named_files,
    written_files,
)
from ieeelint.views.pictures import folders_of_pictures, is_in_optional_branch, pictures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.views.draft import Draft
    from ieeelint.views.latex import Command, LatexView

# Files that name further files.
SOURCES = tuple(".tex .ltx .cls .sty .clo .def .cfg .tikz .pgf .pdf_tex .pstex_t .bbx .cbx".split())
# Fonts next to a class belong to it; they are loaded by names that only the class knows.
FONTS = (".tfm", ".vf", ".pfb", ".pfm", ".afm", ".fd", ".map", ".enc", ".ttf", ".otf")
MACRO = re.compile(r"\\([A-Za-z@]+)(?:\s*\{\}|\s+)?")
DEEPEST = 5  # macros in macros
# Databases that TeX has.
OF_TEX = ("IEEEabrv", "IEEEfull", "IEEEexample")


class DraftFiles:
    """``paths`` maps each name, relative to the folder of the draft, to the file to copy.

    The name is as the draft types it, also if the case of the file differs: then ``renamed`` maps
    the name to that of the file.  ``missing`` are names of files that do not exist, ``outside``
    those of files that are not in the folder of the draft, and ``unclear`` commands that compute
    the name of their file.
    """

    def __init__(self, draft: Draft) -> None:
        self.folder = os.path.dirname(os.path.abspath(draft.paper.root.path))
        self.paths: dict[str, str] = {}
        self.renamed: dict[str, str] = {}
        self.missing: dict[str, None] = {}
        self.outside: dict[str, None] = {}
        self.unclear: dict[str, None] = {}
        self._read: set[str] = set()
        self._typed: set[str] = set()  # paths under which the draft names files
        self._values: dict[str, str] = {}  # of macros without arguments
        view = draft.latex
        if view is None:
            return
        self._picture_folders = folders_of_pictures(view, self.folder, Span(draft.paper.root, 0, 0))
        self._values = {
            definition.name: definition.body
            for definition in view.definitions.values()
            if not definition.arguments
        }
        for source in draft.paper.sources:
            path = os.path.abspath(source.path)
            self.paths[seen_from(self.folder, path)] = path
            self._read.add(os.path.realpath(path))
        for source in draft.paper.sources:
            self._search(source.text, os.path.dirname(os.path.abspath(source.path)))
        self._add_pictures(draft, view)
        self._add_parts(draft, view)
        self._add_bibliography(draft)
        self._add_computed(view)
        for real in {*self.renamed.values()} - self._typed:  # read under this name, but not typed
            self.paths.pop(real, None)
        for name in {name for source in draft.paper.sources for name in written_files(source.text)}:
            for spelled in (name, os.path.splitext(name)[0]):
                self.missing.pop(spelled, None)

    def _add_pictures(self, draft: Draft, view: LatexView) -> None:
        """Pictures with their names, and those that a macro of the draft completes."""
        for name, span in [*pictures(draft.paper, view), *_in_macros(view)]:
            folders = folders_of_pictures(view, self.folder, span)
            folders = [os.path.abspath(folder) for folder in folders]
            if not self._add(name, folders, ENDINGS["picture"]):
                self._miss(name)

    def _add_parts(self, draft: Draft, view: LatexView) -> None:
        """Included files that the reader did not read, and drawings in files."""
        for typed, span, source in view.included:
            if source is not None or not is_name(typed):
                continue
            parts = [named.name for named in named_files(span.text) if named.kind == "part"]
            folders = [self.folder, os.path.dirname(os.path.abspath(span.source.path))]
            optional = span.text.startswith("\\InputIfFileExists") or is_in_optional_branch(span)
            for name in parts or [typed]:
                if not self._add(name, folders, ENDINGS["part"]) and not optional:
                    self._miss(name)
        for figure in draft.paper.figures:
            for graphic in figure.graphics:
                if graphic.kind == "input" and is_name(graphic.name):
                    if not self._add(graphic.name, [self.folder], ENDINGS["part"]):
                        self._miss(graphic.name)

    def _add_bibliography(self, draft: Draft) -> None:
        """Databases, and the typeset list, which publishers without BibTeX need."""
        for typed, _ in draft.paper.bibliography.databases:
            name = typed.strip()
            if "*" in name:  # biblatex with glob=true
                paths = sorted(glob(os.path.join(glob_escape(self.folder), name)))
                for path in paths:
                    self._add(seen_from(self.folder, path), [self.folder], ("",))
                if not paths:
                    self._miss(name)
            elif is_name(name) and not self._add(name, [self.folder], ENDINGS["database"]):
                self._miss(name)
        stem = os.path.splitext(os.path.basename(draft.paper.root.path))[0]
        self._add(stem, [self.folder], (".bbl",))

    def _miss(self, name: str) -> None:
        if not name.startswith(OF_TEX):
            self.missing[name] = None

    def _add_computed(self, view: LatexView) -> None:
        """Files whose names contain macros."""
        for command in view.commands(*KINDS, *DATA):
            if command.in_definition or is_in_optional_branch(command.span):
                continue
            kind = KINDS.get(command.name, "data")
            name = command.argument(DATA.get(command.name, 0))
            if "\\" not in name or kind in ("class", "style", "library"):
                continue
            for part in (
                self._expanded(name).split(",") if kind in LISTS else [self._expanded(name)]
            ):
                folders = folders_of_pictures(view, self.folder, command.span)
                folders = [os.path.abspath(folder) for folder in folders]
                if not is_name(part):
                    self.unclear[f"\\{command.name}{{{name}}}"] = None
                elif not self._add(part.strip(), folders, ENDINGS[kind]):
                    self._miss(part.strip())

    def _expanded(self, name: str) -> str:
        """The name with the values of macros without arguments, and of macros in these."""
        for _ in range(DEEPEST):
            before = name
            name = MACRO.sub(lambda match: self._values.get(match[1], match[0]), name)
            if name == before:
                break
        return name

    def _search(self, text: str, here: str) -> None:
        """Add the files that the text names."""
        for named in named_files(text, self._expanded):
            folders = [self.folder, *([here] if here != self.folder else [])]
            if named.kind in ("picture", "data"):
                folders += [folder for folder in self._picture_folders if folder not in folders]
            if named.kind == "data" and not named.is_required and os.path.isabs(named.name):
                continue  # such as /etc/hosts in the text
            if not self._add(named.name, folders, named.endings) and named.is_required:
                self._miss(named.name)

    def _add(self, name: str, folders: Iterable[str], endings: Iterable[str]) -> bool:
        """Add the file of this name; False if it does not exist."""
        if os.path.isabs(name):
            if os.path.isfile(name):
                self.outside[name] = None
            return os.path.isfile(name)
        for typed, path in _candidates(name, list(folders), list(endings)):
            target = seen_from(self.folder, typed)
            if target.startswith(os.pardir) or not is_inside(path, self.folder):
                self.outside[seen_from(self.folder, path)] = None
                return True
            self._typed.add(target)
            if target not in self.paths:
                self.paths[target] = path
                if os.path.basename(path) != os.path.basename(typed) or path != typed:
                    self.renamed[target] = seen_from(self.folder, path)
                self._search_file(path)
            return True
        return False

    def _search_file(self, path: str) -> None:
        """Add the files that a class, a style or another source names."""
        real = os.path.realpath(path)
        if real in self._read or not path.lower().endswith(SOURCES):
            return
        self._read.add(real)
        try:
            text = load(path, path).text
        except ReadError:
            return
        self._search(text, os.path.dirname(path))
        if path.lower().endswith((".cls", ".sty")):
            for name in sorted(os.listdir(os.path.dirname(path))):
                if name.lower().endswith(FONTS):
                    self._add(name, [os.path.dirname(path)], ("",))


def _candidates(name: str, folders: list[str], endings: list[str]) -> Iterator[tuple[str, str]]:
    """(path as typed, path of the file), files with exactly the typed name first."""
    typed = [
        os.path.normpath(os.path.join(folder, name + ending))
        for folder in folders
        for ending in endings
    ]
    for path in typed:
        if os.path.isfile(path):
            yield path, path
    for path in typed:
        other = any_case(path)
        if os.path.isfile(other):
            yield path, other


def any_case(path: str) -> str:
    """The path of the file with this name in any case, as TeX finds it; empty if there is none."""
    folder, name = os.path.split(path)
    if not name:
        return ""
    if not os.path.isdir(folder):
        folder = any_case(folder)
    try:
        names = sorted(os.listdir(folder)) if folder else []
    except OSError:
        return ""
    match = next((other for other in names if other.lower() == name.lower()), "")
    return os.path.join(folder, match) if match else ""


def _in_macros(view: LatexView) -> Iterator[tuple[str, Span]]:
    r"""The pictures of macros such as ``\newcommand{\plot}[1]{\includegraphics{plots/#1}}``."""
    for definition in view.definitions.values():
        if "\\includegraphics" not in definition.body or not definition.arguments:
            continue
        templates = [
            named.name
            for named in named_files(definition.body.replace("#", "\0"))
            if named.kind == "picture"
        ]
        for command in view.commands(definition.name):
            if command.in_definition:
                continue
            for template in templates:
                name = _completed(template, command, definition.default)
                if is_name(name):
                    yield name.strip(), command.span


def _completed(template: str, command: Command, default: str | None) -> str:
    """The name with the arguments of the command; empty if one is missing."""
    values = [argument.text for argument in command.arguments if not argument.optional]
    if default is not None:
        values.insert(0, command.option or default)
    for number, value in enumerate(values, 1):
        template = template.replace(f"\0{number}", value.strip())
    return "" if "\0" in template else template
