"""The text of a paper as the rules see it, with its marks, to explain why a rule fires."""

from __future__ import annotations

from ieeelint.paper import text
from ieeelint.paper.blocks import Equation
from ieeelint.paper.placeholders import Citation, CrossReference, Math, Quantity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.text import Mark
    from ieeelint.paper.zones import Passage


def write(paper: Paper) -> str:
    """Each passage after its zone and first source line; marks are shown in ⟨…⟩."""
    running = [mark for mark in paper.text.marks if mark.kind not in text.PLACEHOLDERS]
    running.reverse()  # so that the next mark is at the end
    lines = []
    for passage in paper.passages:
        number = passage.span.source.locate(passage.span.start)[0]
        words = " ".join(_words(passage, running).split())
        lines.append(f"[{passage.zone}] {passage.span.source.path}:{number}\n{words}\n\n")
    return "".join(lines)


def _words(passage: Passage, running: list[Mark]) -> str:
    """The text of a passage with its marks, which are removed from the end of ``running``."""
    edges: dict[int, str] = {}
    continued: list[Mark] = []
    while running and running[-1].start < passage.end:
        mark = running.pop()
        if mark.end <= passage.start:
            continue
        if mark.end > passage.end:  # it continues in the next passage
            continued.append(mark)
        first, last = max(mark.start, passage.start), min(mark.end, passage.end)
        edges[first] = edges.get(first, "") + f"⟨{mark.kind}:⟩"
        edges[last] = f"⟨:{mark.kind}⟩" + edges.get(last, "")
    running += continued[::-1]
    words = []
    for position in range(passage.start, passage.end):
        words.append(edges.get(position, ""))
        character = passage.text.plain[position]
        mark_here = passage.text.mark_at(position) if character in text.PLACEHOLDERS else None
        words.append(
            placeholder(character, mark_here) if character in text.PLACEHOLDERS else character
        )
    words.append(edges.get(passage.end, ""))
    return "".join(words)


def placeholder(character: str, mark: Mark | None) -> str:
    """A placeholder with its meaning: ``⟨cite lima⟩``."""
    data = mark.data if mark is not None else None
    if isinstance(data, Math):
        detail = data.content
    elif isinstance(data, (Citation, CrossReference)):
        detail = ",".join(key for key, _ in data.keys)
    elif isinstance(data, Quantity):
        detail = f"{data.number} {data.unit}"
    elif isinstance(data, Equation):
        detail = data.environment
    elif character == text.CODE and mark is not None:
        detail = mark.span.text
    else:
        detail = ""
    detail = " ".join(detail.split())
    if len(detail) > 40:
        detail = detail[:37] + "…"
    return (
        f"⟨{text.PLACEHOLDER_NAMES[character]} {detail}⟩"
        if detail
        else f"⟨{text.PLACEHOLDER_NAMES[character]}⟩"
    )
