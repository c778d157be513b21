"""Labels, citations and cross-references in formulas, drawings and code that is not walked."""

from __future__ import annotations

from ieeelint.paper import blocks
from ieeelint.paper.blocks import Label
from ieeelint.paper.placeholders import Citation, CrossReference
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.readers.latex.label_kinds import kind_of
from ieeelint.readers.latex.labels import add_label, new_label
from ieeelint.readers.latex.lists import blank_comments, items, without_comments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.readers.latex.tokens import Range
    from ieeelint.readers.latex.walk import Walker

KEYED = (
    r"\\(label|(?:[Aa]uto|[Cc]|eq|sub|page|name|[Vv])?ref|(?:no|paren|text|auto|foot|super"
    r"|full)?[Cc]ite[a-zA-Z]{0,12})\*?"
    r"\s*(?:\[[^\[\]]{0,200}\]\s*){0,2}\{([^{}]{1,2000})\}"
)
LEGEND = "legend"  # the kind of a label in a plot
ESCAPE = r"@|\(\*|[|!`]"  # the usual signs that escape from code to LaTeX


def harvest(walker: Walker, group: Range, is_code: bool = False, is_plot: bool = False) -> None:
    """Keep the labels, citations and cross-references of text that is not walked.

    In code they count in the options on the first line, and after a sign that escapes to LaTeX.
    A label in a plot names a line of it: pgfplots prints a sample of that line for a reference.
    """
    text = group.text
    exact = group.stream.fixed is None
    start = group.span.start
    for match in pattern(KEYED).finditer(text if is_code else blank_comments(text)):
        name, keys = match.groups()
        line = text.rfind("\n", 0, match.start())
        if is_code and line >= 0 and not pattern(ESCAPE).search(text, line, match.start()):
            continue
        span = (
            Span(group.span.source, start + match.start(), start + match.end())
            if exact
            else group.span
        )
        places = [(key, span) for key, _, _ in items(keys)]
        if name == "label":
            key = without_comments(keys).strip()
            if "#" in keys:
                continue
            if is_plot:
                add_label(walker, Label(key, span, LEGEND, None))
            else:
                new_label(walker, key, span)
        elif "ite" in name:
            walker.paper.citations.append(Citation(name, places, "", span))
        else:
            cross_reference = CrossReference(name, places, span)
            cross_reference.kind = kind_of(walker, places[0][0]) if places else blocks.UNKNOWN
            walker.paper.cross_references.append(cross_reference)
