"""The prose of a paper as rules see it, with its marks: for authors who wonder, and for us."""

from __future__ import annotations

from ieeelint.paper import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper

NAMES = {
    text.MATH: "⟨math⟩",
    text.DISPLAY: "⟨display⟩",
    text.CITE: "⟨cite⟩",
    text.REF: "⟨ref⟩",
    text.QUANTITY: "⟨quantity⟩",
    text.CODE: "⟨code⟩",
    text.NOTE: "⟨note⟩",
    text.OBJECT: "⟨object⟩",
}


def write(paper: Paper) -> str:
    """Each passage under its zone and its first source line."""
    lines = []
    names = str.maketrans(NAMES)
    for passage in paper.passages:
        number = passage.span.source.locate(passage.span.start)[0]
        words = " ".join(passage.plain.translate(names).split())
        lines.append(f"[{passage.zone}] {passage.span.source.path}:{number}\n{words}\n\n")
    return "".join(lines)
