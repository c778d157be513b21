"""Papers made of plain strings, for tests that do not need a reader.

``paper(("prose", "The plant is in Fig. 3."), ...)`` returns a paper with one
passage for each pair.  Inside a string ``$…$`` is a formula, ``$$…$$`` a display,
``{cite}`` a citation, ``{ref:KIND}`` a cross-reference to a label of that kind
and ``{eqref}`` one in parentheses, ``{qty:5:\\giga\\hertz}`` a siunitx quantity,
``{sup:2}`` a superscript, ``“…”`` a quotation.  Every part maps to its location
in the single source, which is the strings joined by blank lines.
"""

from __future__ import annotations

import re
from typing import Any

from ieeelint.paper import blocks
from ieeelint.paper.blocks import Equation
from ieeelint.paper.index import Index
from ieeelint.paper.model import Paper
from ieeelint.paper.placeholders import Citation, CrossReference, Math, Quantity
from ieeelint.paper.source import Source, Span
from ieeelint.paper.text import CITE, DISPLAY, MATH, QUANTITY, QUOTE, REF, SUPERSCRIPT, Mark, Text
from ieeelint.paper.zones import Passage
from ieeelint.vocabulary import Vocabulary

TOKEN = re.compile(
    r"\$\$(?P<display>[^$]*)\$\$|\$(?P<math>[^$]*)\$|(?P<cite>\{cite\})|\{ref:(?P<ref>\w*)\}"
    r"|(?P<eqref>\{eqref\})"
    r"|\{qty:(?P<number>[^:{}]*):(?P<unit>[^{}]*)\}|\{sup:(?P<sup>[^{}]*)\}"
)


def paper(*parts: tuple[str, str] | str) -> Paper:
    """A paper with one passage for each ``(zone, words)``; a bare string is prose."""
    pairs = [("prose", part) if isinstance(part, str) else part for part in parts]
    source = Source("hand.tex", "\n\n".join(words for _, words in pairs))
    made = Paper(source, "latex")
    plain = ""
    segments: list[tuple[int, Source, int, int]] = []
    marks: list[Mark] = []
    offset = 0

    def place(kind: str, start: int, end: int, data: Any) -> None:
        nonlocal plain
        segments.append((len(plain), source, start, end))
        marks.append(Mark(kind, len(plain), len(plain) + 1, Span(source, start, end), data))
        if hasattr(data, "position"):
            data.position = len(plain)
        plain += kind

    for zone, words in pairs:
        begin = len(plain)
        at = 0
        for match in [*TOKEN.finditer(words), None]:
            stop = match.start() if match else len(words)
            if stop > at:
                segments.append((len(plain), source, offset + at, offset + stop))
                plain += words[at:stop]
            if match is None:
                break
            at = match.end()
            first, last = offset + match.start(), offset + match.end()
            span = Span(source, first, last)
            if match["display"] is not None:
                equation = Equation(span, "$$", Span(source, first + 2, last - 2))
                made.equations.append(equation)
                place(DISPLAY, first, last, equation)
            elif match["math"] is not None:
                place(MATH, first, last, Math(match["math"], Span(source, first + 1, last - 1)))
            elif match["cite"]:
                citation = Citation("cite", [("b1", span)], "", span)
                made.citations.append(citation)
                place(CITE, first, last, citation)
            elif match["unit"] is not None:
                place(QUANTITY, first, last, Quantity(match["number"], match["unit"], "qty"))
            elif match["sup"] is not None:
                segments.append((len(plain), source, first + 5, last - 1))
                marks.append(Mark(SUPERSCRIPT, len(plain), len(plain) + len(match["sup"]), span))
                plain += match["sup"]
            else:
                reference = CrossReference("ref", [("key", span)], span)
                reference.kind = blocks.EQUATION if match["eqref"] else match["ref"]
                made.cross_references.append(reference)
                if match["eqref"]:
                    segments.append((len(plain), source, first, last))
                    plain += "("
                place(REF, first, last, reference)
                if match["eqref"]:
                    segments.append((len(plain), source, first, last))
                    plain += ")"
        passage = Passage(zone, begin, len(plain), Span(source, offset, offset + len(words)))
        made.passages.append(passage)
        offset += len(words) + 2
        segments.append((len(plain), source, offset - 2, offset))
        plain += "\n\n"
    for match in re.finditer(r"“[^“”]*”", plain):
        span = Span(source, 0, 0)
        marks.append(Mark(QUOTE, match.start(), match.end(), span))
    made.text = Text(plain, segments, marks)
    for passage in made.passages:
        passage.text = made.text
    return made


def index_of(made: Paper) -> Index:
    """The index of a paper with the built-in tables."""
    return Index(made, Vocabulary())
