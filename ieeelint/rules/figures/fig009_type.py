"""FIG009: the type size in drawings."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.floats import Graphic


@rule(
    "FIG009",
    "fig-label-font",
    INFO,
    "IEEE conference template, sec. III-H; IEEE Transactions and Journals template, figures",
    bad=[
        (
            "\\begin{figure}[!t]\\begin{tikzpicture}"
            "\\begin{axis}[label style={⟦font=\\tiny⟧}]\\addplot {x};\\end{axis}"
            "\\end{tikzpicture}\\caption{Response.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\begin{tikzpicture}\\node[⟦font=\\Huge⟧] {Plant};"
            "\\end{tikzpicture}\\caption{Plant.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\begin{tikzpicture}"
            "\\node[⟦font=\\fontsize{4}{5}⟧\\selectfont] {Plant};\\end{tikzpicture}"
            "\\caption{Plant.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\begin{tikzpicture}\\node[⟦font=\\bfseries\\LARGE⟧] "
            "{A};\\node[font=\\LARGE] {B};\\node[font=\\sffamily\\huge] "
            "{C};\\end{tikzpicture}\\caption{Plant.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\begin{tikzpicture}"
            "\\node[⟦font=\\fontsize{5.5pt}{7}⟧\\selectfont] "
            "{A};\\node[font=\\fontsize{13}{14}\\selectfont] "
            "{B};\\end{tikzpicture}\\caption{Plant.}\\end{figure}"
        ),
    ],
    good=[
        (
            "\\begin{figure}[!t]\\begin{tikzpicture}\\node[font=\\footnotesize] {Plant};"
            "\\end{tikzpicture}\\caption{Plant.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\begin{tikzpicture}\\node[font=\\scriptsize] {Plant};"
            "\\end{tikzpicture}\\caption{Plant.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\resizebox{2\\width}{!}{\\begin{tikzpicture}"
            "\\node[font=\\tiny] {Plant};\\end{tikzpicture}}\\caption{Plant.}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\begin{tikzpicture}[scale=2,transform shape]"
            "\\node[font=\\tiny] {Plant};\\end{tikzpicture}\\caption{Plant.}\\end{figure}"
        ),
        ("\\begin{figure}[!t]\\includegraphics[font=\\tiny]{a}\\caption{Plant.}\\end{figure}"),
        (
            "\\begin{figure}[!t]\\begin{tikzpicture}\\node[font=\\fontsize{6}{7}\\selectfont] "
            "{A};\\node[font=\\fontsize{12}{13}\\selectfont] "
            "{B};\\end{tikzpicture}\\caption{Plant.}\\end{figure}"
        ),
    ],
)
def label_font(context: Context) -> Iterator[Finding]:
    r"""Set the words in a figure in 8-point type, like the caption.

    \tiny is 5 points, too small to read in print; \footnotesize is 8 points in
    IEEEtran. A drawing that is scaled afterward is not checked.
    """
    for holder in context.paper.figures:
        for graphic in holder.graphics:
            if graphic.kind not in ("pgfplots", "tikz") or "font" not in graphic.options:
                continue
            text = graphic.span.text
            scaled = ("\\resizebox", "\\scalebox", "adjustbox")
            if (
                any(name in holder.content_span.text for name in scaled)
                or "transform shape" in text
            ):
                continue
            yield from _sizes(graphic, text)


def _sizes(graphic: Graphic, text: str) -> Iterator[Finding]:
    """Type below 6 or above 12 points; each size is reported once for a drawing."""
    reported = set()
    fonts = pattern(
        r"font\s*=\s*\{?\s*(?:\\[a-z]{2}family\s*|\\bfseries\s*)?(?:\\(tiny|LARGE|huge|Huge)\b"
        r"|\\fontsize\s*\{\s*([0-9]{1,2}(?:\.[0-9])?)\s*(?:pt)?\s*\}\s*\{[^{}]{0,8}\})"
    )
    for match in fonts.finditer(text):
        name, points = match.groups()
        size = (
            float(points)
            if points
            else {"tiny": 5.0, "LARGE": 17.0, "huge": 20.0, "Huge": 24.0}[name]
        )
        if 6 <= size <= 12 or size in reported:
            continue
        reported.add(size)
        start = graphic.span.start + match.start()
        message = (
            f"Type of {size:g} points is too {'small' if size < 6 else 'large'} for a figure. Use 8"
            " points: \\footnotesize."
        )
        yield Finding(Span(graphic.span.source, start, graphic.span.start + match.end()), message)
