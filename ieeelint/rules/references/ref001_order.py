"""REF001: citations by bracketed number, and references in the order of first citation."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.zones import ABSTRACT, CAPTION, CELL, RUNNING, TABLE_NOTE
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, rule
from ieeelint.rules.support.citation_marks import citation_places, is_partial
from ieeelint.rules.support.typed_marks import raised_numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Span

CLAUSE = "IEEE conference template, References"
ITEMS = (
    "%! references\n"
    "\\bibitem{lima} A. Lima, ``P,'' 2020.\n"
    "\\bibitem{a} B. Li, ``A,'' 2020.\n"
    "\\bibitem{b} C. Li, ``B,'' 2020."
)
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

AUTHOR_YEAR = (
    r"\((?:e\.g\.,?\s|see\s|cf\.\s)?[A-Z][^\W\d_]{1,20}(?:\set\sal\.?|\s(?:and"
    r"|&)\s[A-Z][^\W\d_]{1,20})?,\s(?:19|20)[0-9]{2}[a-z]?"
    r"(?:\)|[;,]\s[A-Z])"
)


@rule(
    "REF001",
    "cite-consecutive-brackets",
    ERROR,
    CLAUSE + "; IEEE Reference Guide",
    bad=[
        "First~\\cite{⟦b⟧}, then \\cite{a}.\n" + ITEMS,
        "%! back\n⟦\\bibliographystyle{alpha}⟧",
        "%! preamble\n\\usepackage{⟦biblatex⟧}",
        "%! preamble\n\\usepackage[style=ieee,⟦sorting=nyt⟧]{biblatex}",
        "%! preamble\n\\usepackage[⟦superscript⟧]{cite}",
        "%! preamble\n\\usepackage[numbers,⟦round⟧]{natbib}",
        "Water flows ⟦(Lima et al., 2019)⟧. Sand does not (Costa and Reis, 2020).",
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
        "%! preamble\n\\usepackage[bibstyle=ieee,citestyle=numeric-comp,sorting=none]{biblatex}",
        "%! back\n\\bibliographystyle{IEEEtran}",
        "%! back\n\\bibliographystyle{bst/ieeetr}",
        "The flood (Porto, 2019) came before the drought (Faro, 2020).",
        "%! preamble\n\\usepackage[numbers,square,sort&compress]{natbib}",
        TYPED.replace("%s", "Water flows [1], and so does sand [2], [1]."),
        TYPED.replace("%s", "Water flows [1]–[2], and so does sand [2], [1]."),
        "%! word\n[Body Text] It has 10 m<sup>1</sup> and 5 s<sup>1</sup>, as [1] says.",
        (
            "%! preamble\n"
            "\\usepackage[nosort]{cite}\n"
            "\\usepackage[style=ieee,sorting=none]{biblatex}"
        ),
        "%! preamble\n\\usepackage[bibstyle=ieee]{biblatex}",
        ("It is wet (Lima, 2020). It is so (Lima and Costa, 2020), ``(Lima et al., 2019).''"),
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
    fixes=[("%! back\n⟦\\bibliographystyle{plain}⟧", "%! back\n\\bibliographystyle{IEEEtran}")],
)
def consecutive(context: Context) -> Iterator[Finding]:
    """Citations are numbers in square brackets, and the reference list follows the order of first
    citation.

    With the style IEEEtran (or biblatex with style=ieee), LaTeX does this for
    you. In a list typed by hand, sort the entries by their first citation in
    the text. Citations in figures and tables may come early or late, since
    floats move.
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
    yield from _raised(paper)
    yield from _list_order(paper)


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
    styles = [
        option.partition("=")[2] for option in options if option.startswith(("style=", "bibstyle="))
    ]
    if not any(style.startswith("ieee") for style in styles):
        yield Finding(
            package.name_span,
            "biblatex prints IEEE's style only with the option style=ieee. Add it.",
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


def _raised(paper: Paper) -> Iterator[Finding]:
    """Raised numbers instead of numbers in brackets, reported once."""
    places = raised_numbers(paper)
    if places:
        number = places[0].numbers[0]
        yield Finding(
            paper.text.span(places[0].start, places[0].end),
            f"IEEE cites by number in brackets on the line, [{number}], not by raised number"
            f" ({len(places)} in all).",
        )


def _author_year(context: Context) -> Iterator[Finding]:
    """(Lima et al., 2019) instead of numbers, reported once."""
    paper = context.paper
    if ", 20" not in paper.text.plain and ", 19" not in paper.text.plain:
        return
    matches = [
        match
        for match in paper.find(pattern(AUTHOR_YEAR), RUNNING)
        if not context.index.is_mention(match.start())
        and (
            " et" in match.group()
            or " and " in match.group()
            or "&" in match.group()
            or "; " in match.group()
        )
    ]
    if len(matches) > 1:
        end = paper.text.plain.find(")", matches[0].start()) + 1 or matches[0].end()
        yield Finding(
            paper.text.span(matches[0].start(), end),
            "IEEE cites by number in brackets, [1], not by author and year"
            f" ({len(matches)} citations).",
        )


def _list_order(paper: Paper) -> Iterator[Finding]:
    """The first citation in the text that breaks the order of a typed list."""
    if (
        not paper.references
        or paper.bibliography.databases
        or paper.bibliography.cites_all
        or is_partial(paper)
    ):
        return
    ranks: dict[str, int] = {}
    for entry in paper.references:
        ranks.setdefault(entry.key, len(ranks) + 1)
    sequence: list[tuple[int, Span, bool]] = []
    # In the order of the source: in the text, a footnote comes after its paragraph.
    order = {id(citation): number for number, citation in enumerate(paper.citations)}
    places = citation_places(paper)
    if not any(place.numbers for place in places):
        places.sort(key=lambda place: order.get(id(place.citation), 0))
    for place in places:
        moves = paper.passage_at(place.start).zone in (CAPTION, CELL, ABSTRACT, TABLE_NOTE)
        numbered = [
            (number, paper.text.span(place.start, place.end)) for number in place.all_numbers
        ]
        if place.citation is not None:
            numbered += [(ranks[key], span) for key, span in place.citation.keys if key in ranks]
        sequence += [
            (number, span, moves) for number, span in sorted(numbered, key=lambda pair: pair[0])
        ]
    in_floats = {number for number, _, moves in sequence if moves}
    due = sorted({number for number, _, _ in sequence} - in_floats)
    seen: set[int] = set()
    for number, span, moves in sequence:
        if moves or number in seen or number in in_floats:
            continue
        seen.add(number)
        expected = due[len(seen) - 1]
        if number != expected:
            yield Finding(
                span,
                f"[{number}] is cited here before [{expected}]. Sort the reference list by first"
                " citation.",
            )
            return
