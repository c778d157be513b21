"""Headings, lists, drop caps, appendixes, biographies: the structure of the body."""

from __future__ import annotations

import re

from ieeelint.paper import blocks, zones
from ieeelint.paper.blocks import Heading
from ieeelint.patterns import pattern
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.registry import command, environment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.tokens import Range
    from ieeelint.readers.latex.walk import Walker
    from ieeelint.readers.passages import PassageBuilder

ACKNOWLEDGMENT_WORD = pattern(r"\s*acknowledge?ments?\b", re.I)
ROMAN = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def roman(number: int) -> str:
    """The uppercase Roman numeral of a positive number below 400."""
    words = ""
    for value, letters in ROMAN:
        while number >= value:
            words += letters
            number -= value
    return words


@command(*signatures.HEADING_LEVELS, *(name + "*" for name in signatures.HEADING_LEVELS))
def heading(walker: Walker, name: str) -> None:
    """``\\section`` and the other headings."""
    start = walker.call_start()
    walker.option()
    group = walker.group()
    if group is None or walker.silent:
        return
    walker.close_broken()
    walker.end_paragraph()
    walker.current = None
    walker.suspended.clear()
    level = signatures.HEADING_LEVELS[name.rstrip("*")]
    numbered = not name.endswith("*") and level > 0
    entry, builder = _open_heading(walker, group, start, level, numbered, name)
    if numbered:
        entry.number = _number(walker, level)
        walker.numbering.label_target = (blocks.SECTION, entry, entry.number)

    def leave() -> None:
        walker.close_passage()
        words = builder.plain
        if level <= 2:
            walker.zone = zones.ACKNOWLEDGMENT if ACKNOWLEDGMENT_WORD.match(words) else zones.PROSE

    walker.render(group, leave)


def _open_heading(
    walker: Walker, words: Range, start: int, level: int, numbered: bool, name: str
) -> tuple[Heading, PassageBuilder]:
    """Begin the passage of a heading whose command is token ``start``."""
    builder = walker.open_passage(zones.HEADING, words)
    entry = Heading(walker.call_span(start), level, builder.passage, numbered, name)
    entry.order = builder.order
    entry.in_appendix = walker.numbering.in_appendix
    walker.paper.headings.append(entry)
    return entry, builder


def _number(walker: Walker, level: int) -> str:
    """The number that the class prints in references: I, I-A, I-A1, I-A1a; Arabic numerals in
    Computer Society modes; letters in appendixes.
    """
    numbering = walker.numbering
    counters = numbering.counters
    numbering.advance(f"level{level}")
    for below in range(level + 1, 6):
        counters[f"level{below}"] = 0
    values = [max(counters.get(f"level{each}", 0), 0) for each in range(1, level + 1)]
    if walker.view.has_class_option("compsoc"):
        first = (
            chr(64 + min(values[0], 26)) if numbering.in_appendix and values[0] else str(values[0])
        )
        return ".".join([first, *map(str, values[1:])])
    first = (
        chr(64 + min(values[0], 26))
        if numbering.in_appendix and values[0]
        else roman(min(values[0], 399))
    )
    number = first
    for depth, value in enumerate(values[1:], 2):
        if depth == 2:
            number += "-" + (chr(64 + min(value, 26)) if value else "")
        else:
            number += str(value) if depth == 3 else chr(96 + min(max(value, 1), 26))
    return number


@command("appendix", "appendices")
def appendix(walker: Walker, name: str) -> None:
    """Headings from here on are appendixes."""
    start = walker.call_start()
    walker.end_paragraph()
    walker.numbering.in_appendix = True
    walker.numbering.counters["level1"] = 0
    for level in range(2, 6):
        walker.numbering.counters[f"level{level}"] = 0
    walker.zone = zones.PROSE
    title = walker.option() if name == "appendix" and not walker.silent else None
    if title is not None:  # \appendix[Proof of the Bound] prints a heading
        _open_heading(walker, title, start, 1, False, name)
        walker.render(title, walker.close_passage)


@environment("appendices", "appendix", "subappendices")
def appendices(walker: Walker, name: str) -> None:
    """Headings inside are appendixes."""
    before = walker.numbering.in_appendix
    appendix(walker, name)

    def leave() -> None:
        walker.numbering.in_appendix = before

    walker.at_scope_end(leave)


@command("item")
def item(walker: Walker, name: str) -> None:
    """A list item begins a paragraph; its label is text."""
    walker.end_paragraph()
    if walker.current is not None and walker.current.zone == zones.TABLE_NOTE:
        walker.current = None  # each note of a table is separate
    if walker.current is not None:  # a list inside a caption or cell
        walker.add(" ", walker.call_span(walker.call_start()))
    walker.pending_item = True
    option = walker.option()
    if option is not None:
        walker.render(option)


@command("IEEEPARstart", "PARstart", "lettrine")
def drop_cap(walker: Walker, name: str) -> None:
    """``\\IEEEPARstart{T}{he}`` prints one word."""
    walker.option()
    first = walker.group()
    second = walker.group()
    if second is not None:
        walker.render(second)
    if first is not None:
        walker.render(first)


@environment("IEEEbiography", "IEEEbiographynophoto", "biography", "biographynophoto")
def biography(walker: Walker, name: str) -> None:
    """The biography of an author."""
    walker.end_paragraph()
    walker.option()
    group = walker.group()
    walker.with_zone(zones.BIOGRAPHY)
    walker.at_scope_end(walker.end_paragraph)
    if group is not None:
        walker.render(group)


@command("EOD", "end@")
def end_of_document(walker: Walker, name: str) -> None:
    """The end of the document in ieeeaccess."""


@environment(
    "acknowledgment",
    "acknowledgement",
    "acknowledgments",
    "acknowledgements",
    "ack",
    "acks",
    "IEEEacknowledgment",
)
def acknowledgment(walker: Walker, name: str) -> None:
    """An acknowledgment set by an environment of the class."""
    walker.end_paragraph()
    walker.with_zone(zones.ACKNOWLEDGMENT)
    walker.at_scope_end(walker.end_paragraph)


@environment("center", "flushleft", "flushright")
def block(walker: Walker, name: str) -> None:
    """A block with its own paragraphs."""
    walker.end_paragraph()
    walker.at_scope_end(walker.end_paragraph)


@environment("tcolorbox", "mdframed", "framed", "shaded", "snugshade", "leftbar")
def framed(walker: Walker, name: str) -> None:
    """A frame around paragraphs."""
    walker.option()
    block(walker, name)


@environment(*signatures.PSEUDO_CODE)
def pseudo_code(walker: Walker, name: str) -> None:
    """The lines of an algorithm are not prose."""
    walker.option()
    walker.suspend()
    walker.with_zone(zones.ALGORITHM)
    walker.at_scope_end(walker.close_passage)
