"""The pictures of a LaTeX draft and their files."""

from __future__ import annotations

import os

from ieeelint.paths import seen_from
from ieeelint.views.file_names import CONVERTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Span
    from ieeelint.views.latex import LatexView

IMAGES = (
    "",
    ".pdf",
    ".png",
    ".jpg",
    ".jpeg",
    ".eps",
    ".ps",
    ".mps",
    ".jp2",
    ".jbig2",
    ".svg",
    ".pgf",
    ".tikz",
    ".bmp",
    ".PDF",
    ".PNG",
    ".JPG",
    ".JPEG",
    ".EPS",
    CONVERTED,
    ".tex",
    ".gif",
)
# Pictures of TeX distributions.
EXAMPLES = ("example-image", "example-grid", "example-movie", "tiger", "pict/")


def pictures(paper: Paper, view: LatexView) -> Iterator[tuple[str, Span]]:
    """The pictures with a plain name, each with its location."""
    for command in view.commands("includegraphics", "includegraphics*"):
        if not command.in_definition and not is_in_optional_branch(command.span):
            name = command.argument(0).strip().strip('"')
            if _is_plain(name):
                yield name, command.span
    for figure in paper.figures:
        if figure.environment.startswith("Figure"):
            for graphic in figure.graphics:
                if graphic.kind == "image" and _is_plain(graphic.name):
                    yield graphic.name, graphic.span


def home(paper: Paper) -> str:
    """The folder of a paper, whose pictures have names relative to it."""
    return os.path.dirname(paper.root.path) or "."


def _is_plain(name: str) -> bool:
    """True for the name of a file, but not with macros in it, and not for a picture of TeX."""
    return (
        bool(name) and not any(mark in name for mark in "\\#{}%$") and not name.startswith(EXAMPLES)
    )


def folders_of_pictures(view: LatexView, folder: str, span: Span) -> list[str]:
    """The folders that may contain a picture: that of the paper, those of ``\\graphicspath``, and
    that of an imported file.
    """
    folders = [folder]
    for command in view.commands("graphicspath"):
        for argument in command.arguments:
            if not argument.optional:
                for piece in argument.text.split("}"):
                    name = piece.strip().lstrip("{").strip()
                    if name and "\\" not in name:
                        folders.append(os.path.join(folder, name))
    imported = os.path.dirname(span.source.path)
    if imported and imported != folder:
        relative = [seen_from(folder, path) for path in folders[1:]]
        folders += [imported, *(os.path.join(imported, path) for path in relative)]
    return folders


def is_in_optional_branch(span: Span) -> bool:
    """True in the branches of ``\\IfFileExists``."""
    text = span.source.text
    return (
        "\\IfFileExists"
        in text[max(text.rfind("\n\n", 0, span.start), span.start - 500, 0) : span.start]
    )
