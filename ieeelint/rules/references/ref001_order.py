"""REF001: citations by bracketed number, and references in the order of first citation."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.rules import ERROR, rule
from ieeelint.rules.support.author_years import author_year_citations
from ieeelint.rules.support.citation_order import list_order
from ieeelint.rules.support.latex_packages import (
    add_option,
    is_loaded_elsewhere,
    passed_options,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.views.latex import Package

CLAUSE = "IEEE conference template, References"
ITEMS = (
    "%! references\n"
    "\\bibitem{lima} A. Lima, ``P,'' 2020.\n"
    "\\bibitem{a} B. Li, ``A,'' 2020.\n"
    "\\bibitem{b} C. Li, ``B,'' 2020."
)
TABLE = "\\begin{table}[!t]\\caption{Flow}\\begin{tabular}{c}\\cite{a}\\end{tabular}\\end{table}"
TYPED = (
    "%! document\n"
    "\\documentclass[conference]{IEEEtran}\n"
    "\\begin{document}\n"
    "%s\n"
    "\\begin{thebibliography}{3}\n"
    "\\bibitem{a} A. Lima, ``P,'' 2020.\n"
    "\\bibitem{b} B. Li, ``A,'' 2020.\n"
    "\\end{thebibliography}\n"
    "\\end{document}"
)


@rule(
    "REF001",
    "cite-consecutive-brackets",
    ERROR,
    CLAUSE + "; IEEE Reference Guide",
    bad=[
        "First~\\cite{⟦b⟧}, then \\cite{a}.\n" + ITEMS,
        "Sand⟦$^{\\cite{lima}}$⟧ flows.",
        "%! back\n⟦\\bibliographystyle{alpha}⟧",
        "%! preamble\n\\usepackage{⟦biblatex⟧}",
        "%! preamble\n\\usepackage[style=ieee,⟦sorting=nyt⟧]{biblatex}",
        "%! preamble\n\\usepackage{⟦biblatex⟧}\n\\usepackage{biblatex}",
        "%! preamble\n\\usepackage[⟦superscript⟧]{cite}",
        "%! preamble\n\\usepackage[numbers,⟦round⟧]{natbib}",
        "Water flows ⟦(Lima et al., 2019)⟧. Sand does not (Costa and Reis, 2020).",
        "Water flows, say ⟦Lima et al. (2019)⟧. Sand does not, say Costa and Reis (2020).",
        TYPED.replace("%s", "So say ⟦Li (2020)⟧ and, later, Lima (2020)."),
        TYPED.replace("%s", "Sand flows ⟦[2]⟧, and so does water [1], [2]."),
        "%! word\n[Body Text] Rain is wet<sup>⟦1⟧</sup>. So is snow,<sup>1</sup> and so is ice.",
        "%! preamble\n\\usepackage[⟦super⟧]{cite}",
        "%! preamble\n\\usepackage[numbers,⟦super⟧]{natbib}",
        "%! preamble\n\\usepackage[numbers,⟦angle⟧]{natbib}",
        "%! preamble\n\\usepackage[numbers,⟦curly⟧]{natbib}",
        "%! preamble\n\\usepackage[numbers,⟦authoryear⟧]{natbib}",
        "%! preamble\n\\usepackage[style=ieee-alphabetic]{⟦biblatex⟧}",
        ("%! preamble\n\\usepackage[bibstyle=ieee,citestyle=numeric,⟦sorting=nyt⟧]{biblatex}"),
        (
            "It is wet ⟦(Lima and Costa, 2020)⟧. It is so (Lima et al., 2019), (Lima "
            "\\& Costa, 1999), and ``(Lima and Costa, 2020)''."
        ),
    ],
    good=[
        "First~\\cite{a}, then~\\cite{b} and \\cite{a}.\n" + ITEMS,
        "Both~\\cite{b,a} flow.\n" + ITEMS,
        "\\begin{figure}[!t]\\includegraphics{a}\\caption{Flow~\\cite{b}.}\\end{figure}First~"
        "\\cite{a}, then~\\cite{b}.\n" + ITEMS,
        "\\begin{figure}[!t]\\includegraphics{a}\\caption{Flow~\\cite{a}.}\\end{figure}First~"
        "\\cite{b}, then~\\cite{a}.\n" + ITEMS,
        "First~\\cite{b}.\n" + ITEMS,
        "%! preamble\n\\usepackage[style=ieee]{biblatex}",
        "%! preamble\n\\PassOptionsToPackage{style=ieee}{biblatex}\n\\usepackage{biblatex}",
        "%! preamble\n\\usepackage[bibstyle=ieee,citestyle=numeric-comp,sorting=none]{biblatex}",
        "%! back\n\\bibliographystyle{IEEEtran}",
        "%! back\n\\bibliographystyle{bst/ieeetr}",
        "The flood (Porto, 2019) came before the drought (Faro, 2020).",
        "The flood of Porto (2019) came before that of Faro (2020).",
        "It is wet, say Lima et al. (2019)~\\cite{a}. It is not, say Costa and Reis (2020) [2].",
        TYPED.replace("%s", "So say Lima et al. (2020) [1] and Li and Costa (2020) [2]."),
        "%! preamble\n\\usepackage[numbers,square,sort&compress]{natbib}",
        TYPED.replace("%s", "Water flows [1], and so does sand [2], [1]."),
        TYPED.replace("%s", "Water flows [1]–[2], and so does sand [2], [1]."),
        f"{TABLE}First~\\cite{{b}}, then~\\cite{{a}}.\n{ITEMS}",
        TYPED.replace("%s", "Sand flows in H2[1], [2]. Water [1], [2] flows."),
        "%! word\n[Body Text] It has 10 m<sup>1</sup> and 5 s<sup>1</sup>, as [1] says.",
        (
            "%! word\n[Body Text] It is so [1]<note>As in [2].</note> and was so [3].\n"
            "[references] A. Lima, “Pipes,” J. Flow, vol. 1, no. 2, pp. 3–9, Mar. 2020.\n"
            "[references] B. Costa, “Mud,” J. Flow, vol. 1, no. 2, pp. 3–9, Mar. 2020.\n"
            "[references] C. Silva, “Rain,” J. Flow, vol. 1, no. 2, pp. 3–9, Mar. 2020."
        ),
        (
            "%! preamble\n"
            "\\usepackage[nosort]{cite}\n"
            "\\usepackage[style=ieee,sorting=none]{biblatex}"
        ),
        "%! preamble\n\\usepackage[bibstyle=ieee]{biblatex}",
        ("It is wet (Porto, 2020). It is so (Lima and Costa, 2020), ``(Lima et al., 2019).''"),
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{As "
            "in~\\cite{silva}.}\\end{figure}\n"
            "It is so~\\cite{costa}.\n"
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, no. "
            "2, pp. 3--9, Mar. 2020.\n"
            "\\bibitem{costa} B. Costa, ``Mud,'' \\emph{J. Flow}, vol. 1, no. 2, pp. "
            "3--9, Mar. 2020.\n"
            "\\bibitem{silva} C. Silva, ``Rain,'' \\emph{J. Flow}, vol. 1, no. 2, pp. "
            "3--9, Mar. 2020."
        ),
        (
            "\\nocite{*} It is so~\\cite{silva} and~\\cite{costa}.\n"
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, no. "
            "2, pp. 3--9, Mar. 2020.\n"
            "\\bibitem{costa} B. Costa, ``Mud,'' \\emph{J. Flow}, vol. 1, no. 2, pp. "
            "3--9, Mar. 2020.\n"
            "\\bibitem{silva} C. Silva, ``Rain,'' \\emph{J. Flow}, vol. 1, no. 2, pp. "
            "3--9, Mar. 2020."
        ),
        (
            "It is so~\\cite{costa}.\\footnote{As in~\\cite{silva}.}\n"
            "%! references\n"
            "\\bibitem{lima} A. Lima, ``Pipes and sand,'' \\emph{J. Flow}, vol. 1, no. "
            "2, pp. 3--9, Mar. 2020.\n"
            "\\bibitem{costa} B. Costa, ``Mud,'' \\emph{J. Flow}, vol. 1, no. 2, pp. "
            "3--9, Mar. 2020.\n"
            "\\bibitem{silva} C. Silva, ``Rain,'' \\emph{J. Flow}, vol. 1, no. 2, pp. "
            "3--9, Mar. 2020."
        ),
    ],
    fixes=[
        ("%! back\n⟦\\bibliographystyle{plain}⟧", "%! back\n\\bibliographystyle{IEEEtran}"),
        (
            "%! preamble\n\\usepackage[style=numeric,backend=biber]{⟦biblatex⟧}",
            "%! preamble\n\\usepackage[style=ieee,backend=biber]{biblatex}",
        ),
        (
            "%! preamble\n\\usepackage[sorting=none]{⟦biblatex⟧}",
            "%! preamble\n\\usepackage[style=ieee,sorting=none]{biblatex}",
        ),
    ],
)
def consecutive(context: Context) -> Iterator[Finding]:
    """Citations are numbers in square brackets, and the reference list follows the order of first
    citation.

    With the style IEEEtran (or biblatex with style=ieee), LaTeX does this for
    you. In a list typed by hand, sort the entries by their first citation in
    the text; ``ieeelint refs --sort citation -o sorted.tex paper.tex`` writes a
    sorted copy. Citations in figures, tables, and footnotes may come early or
    late, since these move.
    """
    paper = context.paper
    bibliography = paper.bibliography
    style = bibliography.style.rpartition("/")[2].removesuffix(".bst")
    styles = context.vocabulary.citations.styles
    is_sorted = style in styles.sorted
    if bibliography.style_span is not None and (is_sorted or style in styles.not_numbered):
        effect = "sorts the reference list by author" if is_sorted else "does not cite by number"
        yield Finding(
            bibliography.style_span,
            f'The style "{style}" {effect}. IEEE numbers references in the order of citation. '
            "Write \\bibliographystyle{IEEEtran}.",
            Fix(Edit(bibliography.style_span, "\\bibliographystyle{IEEEtran}", True), safe=False),
        )
    if context.latex is not None:
        yield from _package_options(context)
    yield from _author_year(context)
    yield from _raised(context)
    yield from list_order(context)


def _package_options(context: Context) -> Iterator[Finding]:
    """Options of cite, natbib and biblatex that change brackets or order."""
    assert context.latex is not None
    for name, unwanted in (
        ("cite", ("superscript", "super")),
        ("natbib", ("super", "round", "angle", "curly", "authoryear")),
    ):
        package = context.latex.packages.get(name)
        for option, span in package.options if package is not None else ():
            if option in unwanted:
                yield Finding(
                    span,
                    f'The option "{option}" of {name} removes the square brackets. Delete it.',
                )
    package = context.latex.packages.get("biblatex")
    if package is None:
        return
    options = {option.replace(" ", ""): span for option, span in package.options}
    passed = passed_options(context.latex, "PassOptionsToPackage", "biblatex")
    styles = [
        option.partition("=")[2]
        for option in [*options, *passed]
        if option.startswith(("style=", "bibstyle="))
    ]
    if not any(style.startswith("ieee") for style in styles):
        yield Finding(
            package.name_span,
            "biblatex prints IEEE's style only with the option style=ieee. Write it.",
            _style_fix(context, package),
        )
    elif "ieee-alphabetic" in styles:
        yield Finding(package.name_span, "IEEE cites by number. Load biblatex with style=ieee.")
    for option, span in options.items():
        if option.startswith("sorting=") and option != "sorting=none":
            yield Finding(
                span,
                f"{option} sorts the reference list. IEEE lists references in the order of"
                " citation. Write sorting=none.",
            )


def _style_fix(context: Context, package: Package) -> Fix | None:
    """Set the style of biblatex, in place of another one."""
    if is_loaded_elsewhere(context, package):
        return None
    for option, span in package.options:
        if option.startswith("style"):
            return Fix(Edit(span, "style=ieee", on_source=True), safe=False)
    edit = add_option(package, "style=ieee")
    return Fix(edit, safe=False) if edit is not None else None


def _raised(context: Context) -> Iterator[Finding]:
    """Raised numbers instead of numbers in brackets, reported once."""
    places = sorted(context.index.citations.raised, key=lambda place: place.start)
    if places:
        number = f", [{places[0].numbers[0]}]," if places[0].numbers else ""
        yield Finding(
            context.paper.text.span(places[0].start, places[0].end),
            f"IEEE cites by number in brackets on the line{number or ','} not by raised number"
            f" ({len(places)} in all).",
        )


def _author_year(context: Context) -> Iterator[Finding]:
    """(Lima et al., 2019) instead of numbers, reported once."""
    citations = author_year_citations(context)
    if citations:
        yield Finding(
            context.paper.text.span(citations[0].start, citations[0].end),
            "IEEE cites by number in brackets, [1], not by author and year"
            f" ({len(citations)} citations).",
        )
