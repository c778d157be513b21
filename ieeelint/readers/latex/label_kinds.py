"""The kind of thing that a label names: known, or guessed before the walk reaches the label."""

from __future__ import annotations

from ieeelint.paper import blocks
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.lists import without_comments
from ieeelint.readers.latex.macros import read_group

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.tokens import Stream
    from ieeelint.readers.latex.walk import Walker

PREFIXES = (
    ("fig", blocks.FIGURE),
    ("tab", blocks.TABLE),
    ("tbl", blocks.TABLE),
    ("eq", blocks.EQUATION),
    ("sec", blocks.SECTION),
    ("subsec", blocks.SECTION),
    ("alg", blocks.ALGORITHM_FLOAT),
    ("lst", blocks.LISTING),
    ("app", blocks.SECTION),
    ("thm", blocks.THEOREM),
    ("lem", blocks.THEOREM),
    ("chap", blocks.SECTION),
)
# A project without any of these words prints no word that depends on the kind of a label.
PRINT_KINDS = ("cleveref", "autoref", "hyperref", "cref{", "Cref{")
EDGES = frozenset(("\\begin", "\\end", "\\label"))
KIND_OF_ENVIRONMENT = {
    "figure": blocks.FIGURE,
    "wrapfigure": blocks.FIGURE,
    "table": blocks.TABLE,
    "longtable": blocks.TABLE,
    "algorithm": blocks.ALGORITHM_FLOAT,
    "listing": blocks.LISTING,
    "theorem": blocks.THEOREM,
    "lemma": blocks.THEOREM,
    "subequations": blocks.EQUATION,
}


def kind_of(walker: Walker, key: str) -> str:
    """The kind of thing that a label names: by its location if the walk has read it, else by
    ``look_ahead``, else by its prefix.
    """
    label = walker.paper.labels.get(key)
    if label is not None:
        return label.kind
    return walker.names.label_kinds.get(key) or kind_of_prefix(key)


def kind_of_prefix(key: str) -> str:
    """The kind that the usual prefix of a key promises."""
    lower = key.lower()
    return next((kind for prefix, kind in PREFIXES if lower.startswith(prefix)), blocks.UNKNOWN)


def look_ahead(walker: Walker, stream: Stream) -> None:
    """Guess the kinds of the labels in a file before the walk, so that ``\\autoref`` and ``\\cref``
    before a label print the right word.

    A label gets the kind of the float or display around it. Nothing is done in a project without
    commands that print such words.
    """
    text = stream.source.text
    walker.names.looks_ahead |= any(word in text for word in PRINT_KINDS)
    if not walker.names.looks_ahead:
        return
    open_environments: list[str] = []
    for index, token in enumerate(stream.tokens):
        if token not in EDGES:
            continue
        group, _ = read_group(stream, index + 1, len(stream.tokens))
        if group is None:
            continue
        name = without_comments(group.text).strip()
        if token == "\\label":
            if open_environments:
                walker.names.label_kinds.setdefault(name, open_environments[-1])
            continue
        kind = KIND_OF_ENVIRONMENT.get(name.rstrip("*"))
        if kind is None and name in signatures.DISPLAYS:
            kind = blocks.EQUATION
        if kind is None:
            continue
        if token == "\\begin":
            open_environments.append(kind)
        elif kind in open_environments:
            while open_environments.pop() != kind:
                pass
