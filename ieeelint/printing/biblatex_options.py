"""The options of biblatex that change what is printed."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.views.draft import Draft

FEWEST_SHOWN = 3  # names before et al., as minbibnames sets it


class Options:
    """The options of biblatex that change what is printed; each has its default."""

    def __init__(self) -> None:
        self.most_names = 6
        self.names_shown = FEWEST_SHOWN
        self.sorting = "none"
        self.off: set[str] = set()  # of doi, eprint, isbn, url

    def read(self, words: str) -> None:
        """Apply an option such as ``maxnames=10``."""
        name, _, value = words.replace(" ", "").partition("=")
        if name in ("maxnames", "maxbibnames") and value.isdecimal():
            self.most_names = int(value)
        elif name in ("minnames", "minbibnames") and value.isdecimal():
            self.names_shown = int(value)
        elif name == "sorting":
            self.sorting = value
        elif name in ("doi", "eprint", "isbn", "url") and value == "false":
            self.off.add(name)


def of_draft(draft: Draft) -> Options | None:
    """The options of biblatex if it prints the list, or if the fields of a database are its own."""
    options = Options()
    if draft.latex is not None and "biblatex" in draft.latex.packages:
        for words, _ in draft.latex.packages["biblatex"].options:
            options.read(words)
        for use in draft.latex.commands("PassOptionsToPackage", "ExecuteBibliographyOptions"):
            for words in use.argument(0).split(","):
                options.read(words)
        return options
    works = draft.paper.works
    if draft.latex is not None or works is None:
        return None
    newer = older = 0
    for entry in works:
        newer += "date" in entry.fields or "journaltitle" in entry.fields
        older += "year" in entry.fields or "journal" in entry.fields
    return options if newer > older else None
