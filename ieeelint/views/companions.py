"""The files of a LaTeX draft that are not its sources: pictures, databases, classes and styles."""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.views.file_names import Files
from ieeelint.views.pictures import IMAGES, folders_of_pictures, pictures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.views.draft import Draft

# Command that prints a file -> index of the file name in its arguments.
PRINTED = {"lstinputlisting": -1, "verbatiminput": 0, "VerbatimInput": -1, "inputminted": -1}


def companions(draft: Draft) -> tuple[list[str], list[str]]:
    """The paths of the files in order, and the names of missing pictures.

    A class, a style or a bibliography style counts only if it is in the folder of the draft:
    TeX has all others.
    """
    paper, view = draft.paper, draft.latex
    folder = os.path.dirname(paper.root.path) or "."
    paths: dict[str, None] = {}
    missing: dict[str, None] = {}
    if view is None:
        return [], []

    def add(name: str, ending: str) -> None:
        for path in (os.path.join(folder, name + ending), os.path.join(folder, name)):
            if inputs.is_file(path):
                paths[path] = None
                return

    add(view.class_name, ".cls")
    for package in view.packages.values():
        add(package.name, ".sty")
    files = Files()
    for name, span in pictures(paper, view):
        path, _ = files.find(name, folders_of_pictures(view, folder, span), IMAGES)
        (paths if path else missing)[path or name] = None
    for command in view.commands(*PRINTED):
        if not command.in_definition and command.arguments:
            add(command.arguments[PRINTED[command.name]].text.strip(), "")
    for name, _ in paper.bibliography.databases:
        add(name.strip(), ".bib")
    add(paper.bibliography.style, ".bst")
    add(os.path.splitext(os.path.basename(paper.root.path))[0], ".bbl")
    return list(paths), list(missing)
