"""FIG004: the text cites each figure, in order."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.blocks import FIGURE
from ieeelint.rules import ERROR, rule
from ieeelint.rules.support.dangling import dangling
from ieeelint.rules.support.float_citations import citation_findings

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

TWO = (
    "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant A.}\\label{fig:a}\\end{figure}\n"
    "\\begin{figure}[!t]\\includegraphics{b}\\caption{Plant B.}\\label{fig:b}\\end{figure}\n"
)


def _figures(number: int) -> str:
    """Figures with the labels fa, fb, and so on."""
    return "\n".join(
        f"\\begin{{figure}}[!t]\\includegraphics{{a}}\\caption{{Plant.}}\\label{{f{letter}}}"
        "\\end{figure}"
        for letter in "abc"[:number]
    )


@rule(
    "FIG004",
    "fig-cited",
    ERROR,
    "IEEE conference template, sec. III-H; IEEE Editorial Style Manual, figures",
    bad=[
        (
            "%! word\n[Body Text] Fig. 1 shows rain, ⟦Fig. 7⟧ snow, Fig. 9 of [1] mud, and"
            " ``Fig. 8'' is a word.\n[Normal] <picture/>\n[figure caption] Rain over Fig. 5."
        ),
        (
            "%! word\n[Body Text] Fig. 1 shows rain, ⟦Fig. 7⟧ snow, and Fig. 2 mud.\n"
            "[Normal] <picture/>\n[figure caption] Rain.\n[Normal] <picture/>\n"
            "[figure caption] Mud."
        ),
        (
            "No word of it.\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{The plant.}⟦\\label⟧{fig:a}"
            "\\end{figure}"
        ),
        (
            "See Fig.~⟦\\ref⟧{fig:b} and, later, Fig.~\\ref{fig:a}.\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant A.}\\label{fig:a}"
            "\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{b}\\caption{Plant B.}\\label{fig:b}"
            "\\end{figure}"
        ),
        "See Fig.~\\ref{fig:b} and, later, ⟦Fig. 1⟧.\n" + TWO,
        TWO.replace("}\\label{fig:a", "}⟦\\label⟧{fig:a")
        + "Sand.\n\nWater.\n\nSee Fig. 1 and Fig.~\\ref{fig:b}.",
        "Figs.~\\ref{fa} tops \\ref{fc} show it.\n"
        + _figures(3).replace("\\label{fb}", "⟦\\label⟧{fb}"),
        "Figs. 1 and 3 show it.\n" + _figures(3).replace("\\label{fb}", "⟦\\label⟧{fb}"),
        f"Fig.~\\ref{{fa}} shows it.\n{_figures(1)}\n\\begin{{figure}}[!t]\\includegraphics{{b}}"
        "\\caption{As in Fig.~\\ref{fb}.}⟦\\label⟧{fb}\\end{figure}",
    ],
    good=[
        (
            "Fig.~\\ref{fig:a} shows the plant.\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant.}\\label{fig:a}\\end{figure}"
        ),
        (
            "Figs.~\\ref{fig:a}--\\ref{fig:c} show plants.\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{A.}\\label{fig:a}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{b}\\caption{B.}\\label{fig:b}\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{c}\\caption{C.}\\label{fig:c}\\end{figure}"
        ),
        (
            "Fig. 1 shows the plant.\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{The plant.}\\end{figure}"
        ),
        (
            "The gain of Fig.~\\ref{fig:a1} is small.\n"
            "\\begin{figure}[!t]\\subfloat[Gain\\label{fig:a1}]{\\includegraphics{a}}"
            "\\caption{Plants.}\\label{fig:a}\\end{figure}"
        ),
        (
            "See Fig.~\\ref{fig:b} and, later, Fig.~\\ref{fig:a}.\n"
            + TWO
            + TWO.replace("[!t]", "[h]")
        ),  # the labels are defined twice
        (
            "%! word\n[Body Text] Fig. 1 shows the plant.\n[Body Text] <picture/>\n"
            "[figure caption] Plant.\n[figure caption] ."
        ),
        *(
            f"Figs.~\\ref{{fa}}{sign}\\ref{{fc}} show it.\n{_figures(3)}"
            for sign in ("--", "-", "~--~", " to ", " through ")
        ),
        f"Figs. 1--3 show it.\n{_figures(3)}",
        f"Figs. 1 to 3 show it.\n{_figures(3)}",
        "%! preamble\n\\usepackage{cleveref}\n%! body\n\\crefrange{fa}{fc} are so.\n" + _figures(3),
        f"Fig.~\\ref{{fa}} shows it.\n{_figures(1)}\n\\begin{{figure}}[!t]\\ContinuedFloat"
        "\\includegraphics{b}\\caption{More.}\\end{figure}",
        "Fig.~\\ref{fa} shows it.\n\\begin{figure}[!t]\\includegraphics{a}\\caption*{No number.}"
        f"\\end{{figure}}\n{_figures(1)}",
    ],
)
def figure_cited(context: Context) -> Iterator[Finding]:
    r"""Cite every figure in the text, before it appears and in the order of the numbers.

    A reader meets "Fig. 3" in the text first, then the figure. The editor
    removes or queries a figure without a citation, and renumbers figures cited
    out of order. LaTeX may move a float from its place in the source, so a
    figure before its citation has the severity info.
    """
    yield from citation_findings(context, FIGURE)
    yield from dangling(context, FIGURE)
