"""TEX009: everything the draft needs is in its folder, under a path that holds elsewhere."""

from __future__ import annotations

import os

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.rules import ERROR, INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.paper.model import Paper
    from ieeelint.readers.latex.view import LatexView

IMAGES = (
    "", ".pdf", ".png", ".jpg", ".jpeg", ".eps", ".ps", ".mps", ".jp2", ".jbig2", ".svg", ".pgf", ".tikz", ".bmp",
    ".PDF", ".PNG", ".JPG", ".JPEG", ".EPS", "-eps-converted-to.pdf", ".tex", ".gif",
)  # fmt: skip
ENDINGS = frozenset(ending.lower() for ending in IMAGES if ending[:1] == ".")
# Pictures that TeX distributions bring along.
EXAMPLES = ("example-image", "example-grid", "example-movie", "tiger", "pict/")
FEW = 2  # with more pictures than this and none of them there, one finding speaks for all


@rule(
    "TEX009",
    "tex-package-completeness",
    ERROR,
    "IEEE conference template, sec. III-D; How to Use the IEEEtran LaTeX Class, sec. XIII-C",
    bad=[
        "⟦\\input⟧{sections/method}",
        "\\begin{figure}[t]\n⟦\\includegraphics⟧[width=\\linewidth]{figures/rig}\n\\caption{The rig.}\n\\end{figure}",
        "\\begin{figure}[t]\n⟦\\includegraphics⟧{Rig}\n\\caption{The rig.}\n\\end{figure}\n%! file rig.png\nx",
        "\\begin{figure}[t]\n⟦\\includegraphics⟧{/home/ana/rig.pdf}\n\\caption{The rig.}\n\\end{figure}",
        "%! preamble\n\\usepackage{⟦styles/flow⟧}",
    ],
    good=[
        "\\input{sections/method}\n%! file sections/method.tex\nWe measure.",
        "\\begin{figure}[t]\n\\includegraphics{rig}\n\\caption{The rig.}\n\\end{figure}\n%! file rig.png\nx",
        "%! preamble\n\\graphicspath{{images/}{plots/}}\n%! body\n\\begin{figure}[t]\n\\includegraphics{rig.v2}\n"
        "\\caption{The rig.}\n\\end{figure}\n%! file plots/rig.v2.pdf\nx",
        "\\begin{figure}[t]\n\\includegraphics{example-image-a}\n\\caption{The rig.}\n\\end{figure}",
        "\\begin{figure}[t]\n\\includegraphics{\\folder/rig}\n\\caption{The rig.}\n\\end{figure}",
        "\\IfFileExists{extra.tex}{\\input{extra.tex}}{}",
        "\\InputIfFileExists{extra}{}{}",
    ],
    formats=("latex",),
)
def completeness(paper: Paper) -> Iterable[Finding]:
    """Everything the draft is made of is in its folder: parts, bibliography and pictures, by paths relative to it.

    IEEE builds the paper from what you send. A path on your own disk, or one
    that leaves the folder, does not exist there; on IEEE's machines "Rig.png"
    and "rig.png" are two files.
    """
    view = paper.latex
    if view is None or not os.path.isfile(paper.root.path):
        return  # standard input: there is no folder to look into
    folder = os.path.dirname(paper.root.path) or "."
    yield from _parts(paper)
    yield from _local_packages(view, folder)
    files = Files()
    missing = []
    count = 0
    for name, span in _pictures(paper, view):
        if _is_absolute(name):
            yield Finding(
                span,
                f'"{name}" is a path on your own disk. Write one relative to the folder of the paper.',
            )
            continue
        count += 1
        found = files.find(name, _folders(view, folder, span), IMAGES)
        if found == "":
            missing.append((name, span))
        elif found is not None:
            yield Finding(
                span,
                f'The file is called "{found}", not "{name}": where large and small letters differ, it is not found. '
                "Write it as the file is called.",
            )
        elif name.startswith("../"):
            yield _leaves(name, span)
    if len(missing) == count > FEW:
        name, span = missing[0]
        yield Finding(
            span,
            f'None of the {count} pictures is in the folder, "{name}" being the first. '
            "Send them along with the paper.",
            severity=WARNING,
        )
    else:
        for name, span in missing:
            yield Finding(
                span, f'The picture "{name}" is not in the folder. Add it, or mend the name.'
            )
    yield from _shell_escape(view)


def _parts(paper: Paper) -> Iterator[Finding]:
    """Included files and bibliographies that are not there, or elsewhere."""
    told = set()
    for problem in paper.problems:
        told.add((id(problem.span.source), problem.span.start))
        if problem.kind == "missing-file":
            if problem.span.text.startswith("\\InputIfFileExists") or _is_optional(problem.span):
                continue
            name = problem.span.text.rpartition("{")[2].rstrip("} ")
            if _is_absolute(name):
                yield Finding(
                    problem.span,
                    f'"{name}" is a path on your own disk. Write one relative to the folder of the paper.',
                )
            else:
                yield Finding(problem.span, problem.message + " Add it, or mend the name.")
        elif problem.kind == "missing-database":
            compiled = os.path.splitext(paper.root.path)[0] + ".bbl"
            if not os.path.isfile(compiled):
                yield Finding(
                    problem.span,
                    problem.message + " Add it, or the .bbl file that BibTeX made of it.",
                )
    for name, span in paper.bibliography.databases:
        if (id(span.source), span.start) not in told:
            if _is_absolute(name):
                yield Finding(
                    span,
                    f'"{name}" is a path on your own disk. Put the file into the folder of the paper.',
                )
            elif name.startswith("../"):
                yield _leaves(name, span)


def _is_optional(span: Span) -> bool:
    """True in the branches of ``\\IfFileExists``."""
    text = span.source.text
    return (
        "\\IfFileExists"
        in text[max(text.rfind("\n\n", 0, span.start), span.start - 500, 0) : span.start]
    )


def _leaves(name: str, span: Span) -> Finding:
    """A path that leads out of the folder."""
    return Finding(
        span,
        f'"{name}" lies outside the folder of the paper and is not sent with it. Copy it into the folder.',
        severity=INFO,
    )


def _is_absolute(name: str) -> bool:
    """True for a path from the root of a disk or from a home."""
    return name.startswith(("/", "~/", "\\\\")) or (
        name[1:2] == ":" and name[2:3] in ("/", "\\") and name[:1].isalpha()
    )


def _local_packages(view: LatexView, folder: str) -> Iterator[Finding]:
    """Packages named by a path."""
    for package in view.packages.values():
        name = package.name
        if "/" not in name or "\\" in name or "#" in name:
            continue
        if not os.path.isfile(os.path.join(folder, name + ".sty")):
            yield Finding(
                package.name_span, f'The package file "{name}.sty" is not in the folder. Add it.'
            )
        elif _is_absolute(name) or name.startswith("../"):
            yield _leaves(name, package.name_span)


def _pictures(paper: Paper, view: LatexView) -> Iterator[tuple[str, Span]]:
    """The pictures that are included by a plain name, each with its place."""
    for command in view.commands("includegraphics", "includegraphics*"):
        if not command.in_definition and not _is_optional(command.span):
            name = command.argument(0).strip().strip('"')
            if _is_plain(name):
                yield name, command.span
    for figure in paper.figures:
        if figure.environment.startswith("Figure"):
            for graphic in figure.graphics:
                if graphic.kind == "image" and _is_plain(graphic.name):
                    yield graphic.name, graphic.span


def _is_plain(name: str) -> bool:
    """True for a file's name, not for one that macros make, nor for a picture of TeX's own."""
    return (
        bool(name) and not any(mark in name for mark in "\\#{}%$") and not name.startswith(EXAMPLES)
    )


def _folders(view: LatexView, folder: str, span: Span) -> list[str]:
    """Where a picture is looked for: the folder of the paper, those of ``\\graphicspath``, that of an imported file."""
    folders = [folder]
    for command in view.commands("graphicspath"):
        for argument in command.arguments:
            if not argument.optional:
                for piece in argument.text.split("}"):
                    name = piece.strip().lstrip("{").strip()
                    if name and "\\" not in name:
                        folders.append(os.path.join(folder, name))
    own = os.path.dirname(span.source.path)
    if own and own != folder:
        folders += [own, *(os.path.join(own, os.path.relpath(one, folder)) for one in folders[1:])]
    return folders


def _shell_escape(view: LatexView) -> Iterator[Finding]:
    """What runs programs while the paper is built."""
    minted = view.packages.get("minted")
    if minted is not None and not minted.has_option("frozencache"):
        yield Finding(
            minted.name_span,
            "minted runs a program while the paper is built, which publishers do not allow. "
            "Use listings, or send the cache with the option frozencache.",
            severity=INFO,
        )


class Files:
    """Looks names up in folders, each folder read once, with the case of its letters."""

    def __init__(self) -> None:
        self._folders: dict[str, dict[str, str]] = {}

    def _names(self, folder: str) -> dict[str, str]:
        """The files of a folder, by their names in lower case."""
        names = self._folders.get(folder)
        if names is None:
            try:
                found = os.listdir(folder or ".")
            except OSError:
                found = []
            names = {}
            for name in found:
                names[name] = name
                names.setdefault("\0" + name.lower(), name)
            self._folders[folder] = names
        return names

    def find(self, name: str, folders: list[str], endings: Iterable[str]) -> str | None:
        """None when the file is there as it is named, its real name when only the case differs, else empty."""
        other = ""
        for folder in folders:
            directory, base = os.path.split(os.path.normpath(os.path.join(folder, name)))
            names = self._names(directory)
            for ending in endings:
                if base + ending in names:
                    return None
                if not other:
                    other = names.get("\0" + (base + ending).lower(), "")
            stem, ending = os.path.splitext(base)
            if ending.lower() in ENDINGS and f"{stem}-eps-converted-to.pdf" in names:
                return None
        return other
