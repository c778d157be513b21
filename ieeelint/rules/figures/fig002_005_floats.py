"""FIG002, 005: captions below figures, and the placement of figures."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.rules.support.caption_place import moved_caption
from ieeelint.rules.support.captionof_place import is_above_picture
from ieeelint.rules.support.float_placement import placement_findings

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

ABOVE = "Put the caption below the figure: captions go above tables only."


@rule(
    "FIG002",
    "fig-caption-below",
    ERROR,
    "IEEE conference template, sec. III-H; bare_conf.tex, comments on floats",
    bad=[
        (
            "\\begin{figure}[!t]\n"
            "\\centering\n"
            "⟦\\caption⟧{Plant with controller.}\n"
            "\\includegraphics{a}\n"
            "\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\n"
            "⟦\\caption⟧{Plant.}\n"
            "\\begin{tikzpicture}\\draw (0,0)--(1,1);\\end{tikzpicture}\n"
            "\\end{figure}"
        ),
        (
            "\\begin{figure*}[!t]\n"
            "⟦\\caption⟧{Two plants.}\n"
            "\\subfloat[Small]{\\includegraphics{a}}\\subfloat[Large]{\\includegraphics{b}}\n"
            "\\end{figure*}"
        ),
        (
            "\\begin{figure}[!t]\n"
            "⟦\\caption⟧{Plant.}\n"
            "\\subfloat[Small\\label{fig:s}]{\\includegraphics{a}}\n"
            "{\\includegraphics{b}\\label{fig:a}}\n"
            "\\end{figure}"
        ),
        "⟦\\captionof⟧{figure}{Plant.}\\label{fig:a}\n\\includegraphics{a}",
    ],
    good=[
        (
            "\\begin{figure}[!t]\n"
            "\\includegraphics{a}\n"
            "\\caption{Plant with controller.}\n"
            "\\end{figure}"
        ),
        "\\begin{figure}[!t]\n"
        "\\begin{subfigure}{.4\\columnwidth}\\caption{Small}\\includegraphics{a}"
        "\\end{subfigure}\n"
        "\\caption{Plants.}\n"
        "\\end{figure}",
        "\\begin{figure}[!t]\n"
        "\\begin{minipage}{.4\\columnwidth}\\includegraphics{a}\\caption{Plant.}\\end{minipage}\n"
        "\\begin{minipage}{.4\\columnwidth}\\includegraphics{b}\\caption{Load.}\\end{minipage}\n"
        "\\end{figure}",
        "\\begin{center}\\includegraphics{a}\\captionof{figure}{Plant.}\\includegraphics{b}\\end{center}",
        "\\begin{SCfigure}\n\\caption{Plant.}\\includegraphics{a}\n\\end{SCfigure}",
        "\\begin{figure}[!t]\n"
        "\\floatbox{figure}{\\caption{Plant.}}{\\includegraphics{a}}\n"
        "\\end{figure}",
        (
            "\\begin{figure}[!t]\\caption{Pipes.\\label{fig:a}}\\end{figure}\n"
            "\\begin{figure}[!t]\\parbox{2cm}{\\includegraphics{a}\\caption{Pipe.}}\\includegraphics{b}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\begin{minipage}{2cm}\\includegraphics{a}\\caption{Pipe.}\\end{minipage}\\includegraphics{b}\\end{figure}"
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Pipe.}\\includegraphics{b}\\caption{Sand.}\\end{figure}"
        ),
        ("\\begin{figure}[!t]\\caption{Pipes as \\includegraphics{icon} in sand.}\\end{figure}"),
    ],
    fixes=[
        (
            "\\begin{figure}[!t]\n"
            "⟦\\caption⟧{Plant.}\n"
            "\\includegraphics{a}\\label{fig:a}\n"
            "\\end{figure}",
            "\\begin{figure}[!t]\n"
            "\\includegraphics{a}\n"
            "\\caption{Plant.}\\label{fig:a}\n"
            "\\end{figure}",
        ),
        (
            "\\begin{figure}[!t]\n"
            "  ⟦\\caption⟧{Plant.}\n"
            "  \\includegraphics{a}\n"
            "  \\label{fig:a}\n"
            "\\end{figure}",
            "\\begin{figure}[!t]\n"
            "  \\includegraphics{a}\n"
            "  \\caption{Plant.}\\label{fig:a}\n"
            "\\end{figure}",
        ),
        (
            (
                "\\begin{figure}[!t]\n"
                "  \\centering\n"
                "  \\caption{Plant.}\\label{fig:a}\n"
                "  \\includegraphics{a}\n"
                "\\end{figure}"
            ),
            (
                "\\begin{figure}[!t]\n"
                "  \\centering\n"
                "  \\includegraphics{a}\n"
                "  \\caption{Plant.}\\label{fig:a}\n"
                "\\end{figure}"
            ),
        ),
    ],
)
def figure_caption_below(context: Context) -> Iterator[Finding]:
    r"""Put the caption of a figure below it.

    Tables have their titles above, figures their captions below. Move \caption
    and its \label after the last picture of the float.
    """
    paper = context.paper
    for holder in paper.figures:
        if not holder.captions or holder.environment.startswith("SC"):
            continue
        if holder.environment.startswith("captionof") and is_above_picture(holder.captions[0]):
            yield Finding(holder.captions[0].span, ABOVE)
            continue
        if any(
            name in holder.content_span.text
            for name in ("\\floatbox", "\\ffigbox", "\\fcapside", "\\captionof", "\\captionbox")
        ):
            continue
        caption = holder.captions[0]
        source = caption.span.source
        spans = [picture.span for picture in holder.graphics]
        spans += [panel.span for panel in holder.sub_captions]
        pictures = [
            span
            for span in spans
            if span.source is source and not caption.span.start <= span.start < caption.span.end
        ]
        if not pictures:
            continue
        first = min(span.start for span in pictures)
        last = max(span.start for span in pictures)
        in_boxes = "minipage" in holder.content_span.text or "\\parbox" in holder.content_span.text
        if caption.span.start < first or (
            caption.span.start < last and len(holder.captions) == 1 and not in_boxes
        ):
            fix = moved_caption(paper, holder, caption, to_top=False)
            yield Finding(caption.span, ABOVE, fix)


@rule(
    "FIG005",
    "fig-placement",
    WARNING,
    "IEEE conference template, sec. III-H; bare_conf.tex, comments on floats",
    bad=[
        "\\begin{figure}[⟦H⟧]\\includegraphics{a}\\caption{Plant.}\\end{figure}",
        "\\begin{figure}[⟦h!⟧]\\includegraphics{a}\\caption{Plant.}\\end{figure}",
        "\\begin{figure*}[⟦h⟧]\\includegraphics{a}\\caption{Plant.}\\end{figure*}",
        "\\begin{figure*}[⟦H⟧]\\includegraphics{a}\\caption{Plant.}\\end{figure*}",
        (
            "%! class\n\\documentclass[journal,onecolumn]{IEEEtran}\n%! body\n"
            "\\begin{figure*}[⟦h⟧]\\includegraphics{a}\\caption{Plant.}\\end{figure*}"
        ),
        (
            "Words\n"
            "⟦\\begin{wrapfigure}⟧{r}{.4\\columnwidth}\\includegraphics{a}\\caption{Plant.}"
            "\\end{wrapfigure} and more."
        ),
    ],
    good=[
        "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant.}\\end{figure}",
        "\\begin{figure}[htbp]\\includegraphics{a}\\caption{Plant.}\\end{figure}",
        "\\begin{figure}\\includegraphics{a}\\caption{Plant.}\\end{figure}",
        "\\begin{algorithm}[H]\\caption{Search}\\end{algorithm}",
        (
            "%! class\n"
            "\\documentclass[conference,compsoc]{IEEEtran}\n"
            "%! body\n"
            "\\begin{figure}[h]\\includegraphics{a}\\caption{Plant.}\\end{figure}"
        ),
    ],
    fixes=[
        (
            "\\begin{figure}[H]\\includegraphics{a}\\caption{Plant.}\\end{figure}",
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant.}\\end{figure}",
        ),
    ],
)
def figure_placement(context: Context) -> Iterator[Finding]:
    """Put figures at the top or bottom of a column, not in the middle of the text.

    [h] and [H] fix a float where it is declared; with [!t] LaTeX moves it to the
    top of a column. Computer Society conferences allow [h]. A figure across both
    columns has no place for [h], so that LaTeX moves it to the end of the paper.
    """
    yield from placement_findings(context, context.paper.figures, "figure")
