"""HDG007, 008: headings without text after them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.paper.text import OBJECT
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.heading_words import is_component

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Heading

# What may be between two headings in the source without printing anything.
SILENT = (
    r"%[^\r\n]*|\\(?:label|vspace\*?|pdfbookmark|hspace)\s{0,3}(?:\[[^\]]{0,20}\])?\{[^{}]{0,80}\}"
    r"(?:\{[^{}]{0,80}\})?|\\(?:noindent|par|medskip|bigskip|smallskip|newpage|clearpage|\\)"
    r"(?![a-zA-Z])"
)
# Where the text of the paper ends.
ENDS = r"\\(?:end\{document\}|bibliography\{|begin\{thebibliography\}|printbibliography)"


@rule(
    "HDG007",
    "heading-empty-section",
    WARNING,
    "convention",
    bad=[
        "\\section{⟦Method⟧}\n\\label{sec:m}\n% Write it.\n\\section{Results}\nSand is dry.",
        "\\section{Method}\nIt is wet.\n\\subsection{⟦Sand⟧}\n\\section{Results}\nSand is dry.",
        "%! back\n\\section{⟦Conclusion⟧}",
        "\\section{⟦Method⟧}\n\\section{Sand}\nIt is dry.",
    ],
    good=[
        "\\section{Method}\n\\subsection{Sand}\nIt is dry.\n\\subsection{Water}\nIt is wet.",
        "\\section{Method}\n\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant.}\\end{figure}\n"
        "\\section{Results}\nSand is dry.",
        "\\section{Method}\n\\input{method}\n\\section{Results}\nSand is dry.",
        "\\section{Method}\n\\[a=b.\\]\n\\section{Results}\nSand is dry.",
        "\\section{Method}\n\\begin{itemize}\\item dry\\end{itemize}\n\\section{Results}\nSand.",
        "%! back\n\\section*{References}",
        (
            "\\section{Appendix Sand}\n"
            "\n"
            "\\section{}\n"
            "\n"
            "\\section{Method}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant.}\\end{figure}\n"
            "\n"
            "\\section{Sand}\n"
            "It is dry."
        ),
        (
            "\\section{Method}\n"
            "\\begin{equation}a=b\\end{equation}\n"
            "\\section{Sand}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant.}\\end{figure}"
        ),
    ],
)
def empty_section(context: Context) -> Iterator[Finding]:
    """Each section has text. Write it, or delete the heading."""
    for heading, follower in _without_text(context):
        if follower is None or follower.level <= heading.level:
            message = "This section has no text. Write it, or delete the heading."
            yield Finding(heading.passage.span, message)


@rule(
    "HDG008",
    "heading-after-heading",
    INFO,
    "convention",
    bad=["\\section{Method}\n\\subsection{⟦Sand⟧}\nIt is dry.\n\\subsection{Water}\nIt is wet."],
    good=["\\section{Method}\nWe have both.\n\\subsection{Sand}\nDry.\n\\subsection{Water}\nWet."],
    default=False,
)
def heading_after_heading(context: Context) -> Iterator[Finding]:
    """Write text between the heading of a section and that of its first subsection.

    Some publishers ask for a sentence that says what the section holds. IEEE does not, so the rule
    is off by default.
    """
    for heading, follower in _without_text(context):
        if follower is not None and follower.level > heading.level:
            message = f'No text is between "{heading.plain[:40]}" and this heading. Add a sentence.'
            yield Finding(follower.passage.span, message)


def _without_text(context: Context) -> Iterator[tuple[Heading, Heading | None]]:
    """Each heading without text, and the heading after it; None at the end of the paper."""
    paper = context.paper
    headings = [heading for heading in paper.headings if heading.level <= 3]
    blocks = (*paper.paragraphs, *paper.floats, *paper.equations, *paper.footnotes)
    orders = sorted(block.order for block in blocks)
    for number, heading in enumerate(headings):
        follower = headings[number + 1] if number + 1 < len(headings) else None
        if is_component(context, heading.plain) or heading.plain.lower().startswith("append"):
            continue
        if not heading.plain or (follower is None and (paper.is_fragment or not paper.references)):
            continue
        if _is_empty(context, heading, follower, orders):
            yield heading, follower


def _is_empty(
    context: Context, heading: Heading, follower: Heading | None, orders: list[tuple[int, ...]]
) -> bool:
    """True if nothing prints between the two headings; ``orders`` are the places of all blocks in
    the order of the paper.
    """
    paper = context.paper
    plain = paper.text.plain
    if follower is not None:
        if plain[heading.passage.end : follower.passage.start].strip():
            return False
        if bisect_right(orders, heading.order) < bisect_left(orders, follower.order):
            return False
    elif any(one.order > heading.order for one in (*paper.paragraphs, *paper.floats)):
        return False  # asked once: only the last heading has no follower
    if context.latex is None:
        return follower is not None and _is_plain(heading) and _is_plain(follower)
    return _is_silent(heading, follower)


def _is_plain(heading: Heading) -> bool:
    """True for a short heading of the upper levels in Word; text often has the styles of others."""
    words = heading.plain
    if heading.level > 2 or not heading.command or OBJECT in words or len(words.split()) > 8:
        return False
    return not words.lower().startswith(("tab", "fig"))


def _is_silent(heading: Heading, follower: Heading | None) -> bool:
    """True if the source between the two headings prints nothing."""
    source = heading.span.source
    if follower is None:
        end = pattern(ENDS).search(source.text, heading.span.end)
        if end is None:
            return False
        between = Span(source, heading.span.end, end.start())
    elif follower.span.source is source and follower.span.start >= heading.span.end:
        between = Span(source, heading.span.end, follower.span.start)
    else:
        return False
    return not pattern(SILENT).sub("", between.text).strip()
