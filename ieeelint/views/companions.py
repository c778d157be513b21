"""The files besides LaTeX sources that a draft is made of: pictures, databases, and its own
classes and styles.
"""

from __future__ import annotations

import os

from ieeelint.views.pictures import IMAGES, Files, folders_of_pictures, pictures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.views.draft import Draft

# Commands that print a file, with the place of its name among their arguments.
PRINTED = {"lstinputlisting": -1, "verbatiminput": 0, "VerbatimInput": -1, "inputminted": -1}


def companions(draft: Draft) -> tuple[list[str], list[str]]:
    """The paths of the files that are there, in order, and the names of pictures that are not.

    What TeX brings along is neither: a class, a style or a bibliography style counts where it lies
    in the folder of the draft.
    """
    paper, view = draft.paper, draft.latex
    folder = os.path.dirname(paper.root.path) or "."
    found: dict[str, None] = {}
    missing: dict[str, None] = {}
    if view is None:
        return [], []

    def own(name: str, ending: str) -> None:
        for path in (os.path.join(folder, name + ending), os.path.join(folder, name)):
            if os.path.isfile(path):
                found[path] = None
                return

    own(view.class_name, ".cls")
    for package in view.packages.values():
        own(package.name, ".sty")
    files = Files()
    for name, span in pictures(paper, view):
        path, _ = files.find(name, folders_of_pictures(view, folder, span), IMAGES)
        (found if path else missing)[path or name] = None
    for command in view.commands(*PRINTED):
        if not command.in_definition and command.arguments:
            own(command.arguments[PRINTED[command.name]].text.strip(), "")
    for name, _ in paper.bibliography.databases:
        own(name.strip(), ".bib")
    own(paper.bibliography.style, ".bst")
    own(os.path.splitext(os.path.basename(paper.root.path))[0], ".bbl")
    return list(found), list(missing)
