"""TEX007: labels before captions, duplicate and undefined labels, and missing ties."""

from __future__ import annotations

from bisect import bisect_left

from ieeelint.finding import Finding, Fix
from ieeelint.paper.blocks import ALGORITHM_FLOAT, FIGURE, SECTION, TABLE
from ieeelint.rules import ERROR, rule
from ieeelint.rules.support.label_ties import missing_ties
from ieeelint.rules.support.latex_keys import KeyHints, similar_key
from ieeelint.rules.support.latex_source import Regions, delete, insert

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Label
    from ieeelint.paper.floats import Float
    from ieeelint.paper.model import Paper

HEADINGS = ("\\section", "\\subsection", "\\subsubsection", "\\paragraph", "\\chapter")
MOST_SUGGESTIONS = 50  # comparing keys takes time
# Problems after which a part of the draft, and its labels, are missing.
NOT_READ = frozenset({"missing-file", "outside", "cycle", "not-a-file", "unreadable"})


ONE_EQUATION = "\\begin{equation}f=g.\\label{eq:f(x,y)}\\end{equation}\n"


@rule(
    "TEX007",
    "tex-label-order-and-integrity",
    ERROR,
    "IEEE conference template, sec. III-D; How to Use the IEEEtran LaTeX Class, app. D",
    bad=[
        (
            "See Fig.~\\ref{fig:a}.\n"
            "\\begin{figure}[t]\n"
            "\\includegraphics{a}\n"
            "⟦\\label⟧{fig:a}\n"
            "\\caption{The rig.}\n"
            "\\end{figure}"
        ),
        "See Fig.~⟦\\ref{fig:rig}⟧.",
        "See Fig.~⟦\\ref{}⟧.",
        ONE_EQUATION + "See ⟦\\eqref{eq:f(x),g}⟧.",
        (
            "\\section{Method}\\label{sec:m}\n"
            "We measure.\n"
            "\\section{Results}⟦\\label{sec:m}⟧\n"
            "It works."
        ),
        "\\section{Method}\\label{sec:m}\nWe measure as in ⟦Section⟧ \\ref{sec:m}.",
        (
            "\\section{Method}\n"
            "We measure.\n"
            "\n"
            "⟦\\label{sec:r}⟧\n"
            "\\section{Results}\n"
            "It works, see Section~\\ref{sec:r}."
        ),
        (
            "\\begin{figure}[!t]⟦\\label{fig:a}⟧\\includegraphics{a}\\caption*{Sand.}\\caption{Plant.}\\end{figure}\n"
            "\\begin{algorithm}\\label{al:a}\\caption{Search}\\end{algorithm}\n"
            "\\begin{figure}[!t]\\begin{equation}\\label{e:a}a=b\\end{equation}\\includegraphics{a}\\caption{Plant.}\\end{figure}\n"
            "See \\ref{fig:a}, \\ref{al:a}, and \\ref{e:a}."
        ),
        (
            "\\begin{figure}[!t]\\includegraphics{a}⟦\\label{fig:b}⟧\\end{figure}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\label{fig:c}\\captionof*{x}\\end{figure}\n"
            "See Fig.~\\ref{fig:b} and~\\ref{fig:c}."
        ),
        (
            "It is wet.\n"
            "\n"
            "⟦\\label{s:a}⟧\n"
            "\\section{Sand}\\label{s:b}\n"
            "\n"
            "\\section{Mud}\n"
            "It is dry. \\label{s:c}\n"
            "\\section{Rain}\n"
            "\n"
            "\\label{s:d}\n"
            "\n"
            "\\section{Snow}\n"
            "\\label{s:e}\\label{s:f}\n"
            "\n"
            "Wet."
        ),
        (
            "\\section{Mud}\n"
            "\n"
            "\\label{s:a}\n"
            "\\section{Sand}\n"
            "It is wet.\n"
            "\n"
            "⟦\\label{s:c}⟧\n"
            "\\subsection{Rain}"
        ),
        (
            "\\section{Sand}\\label{s:a} It is wet. \\else It is dry.\n"
            "\\section{Mud}\\label{s:b} It is wet. ⟦\\label{s:b}⟧\n"
            "See \\ref{s:a}."
        ),
        (
            "See \\cref{⟦sect:sand⟧,sec:mud}.\n"
            "\\section{Sand}\\label{sec:sand}\n"
            "It is wet. See \\ref{sec:sandd}."
        ),
    ],
    good=[
        ONE_EQUATION + "See \\eqref{eq:f(x,y)}.",
        "\\begin{lstlisting}\nsee \\ref{nothere}\n\\end{lstlisting}",
        (
            "See Fig.~\\ref{fig:a}.\n"
            "\\begin{figure}[t]\n"
            "\\includegraphics{a}\n"
            "\\caption{The rig.}\n"
            "\\label{fig:a}\n"
            "\\end{figure}"
        ),
        (
            "See Fig.~\\ref{fig:a}.\n"
            "\\begin{figure}[t]\n"
            "\\includegraphics{a}\n"
            "\\caption{\\label{fig:a}The rig.}\n"
            "\\end{figure}"
        ),
        (
            "See Fig.~\\ref{fig:a}\\subref{fig:b}.\n"
            "\\begin{figure}[t]\n"
            "\\subfloat[Left.]{\\includegraphics{a}\\label{fig:b}}\n"
            "\\caption{The rig.}\\label{fig:a}\n"
            "\\end{figure}"
        ),
        (
            "%! preamble\n"
            "\\usepackage{xr}\n"
            "\\externaldocument{supplement}\n"
            "%! body\n"
            "See Fig.~\\ref{fig:other}."
        ),
        "The last page is \\pageref{LastPage}.",
        (
            "%! preamble\n"
            "\\newcommand{\\labelled}[1]{\\section{#1}\\label{sec:#1}}\n"
            "%! body\n"
            "\\labelled{Method}\n"
            "We measure. Section~\\ref{sec:Method} ends."
        ),
        "\\begin{lstlisting}[label=lst:a]\nx = 1\n\\end{lstlisting}\nSee Listing~\\ref{lst:a}.",
        (
            "\\section{Method}\\label{sec:m}\n"
            "\\subsection{Rig}\\label{sec:n}\n"
            "See Section~\\ref{sec:m} and \\ref{sec:n}."
        ),
        "\\section{Method}\\label{sec:m}\nWrite \"(1),\" not ``Section \\ref{sec:m}.''",
        "\\section{Method}\\label{sec:m}\nWe discuss in \\ref{sec:m} what \\cite{lima} shows.",
        (
            "%! preamble\n"
            "\\usepackage{algorithm2e}\n"
            "%! body\n"
            "\\begin{algorithm}\\label{al:a}\\caption{Search}\\end{algorithm}\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\label{fig:b}\\end{figure}\n"
            "See \\ref{al:a}."
        ),
        (
            "%! preamble\n"
            "\\newif\\iflong\n"
            "%! body\n"
            "\\iflong \\section{Sand}\\label{s:a} \\else \\section{Mud}\\label{s:a} \\fi\n"
            "See Section~\\ref{s:a}, \\ref{s:\\thesection}, \\ref{s#1}, and "
            "\\ref{s@x}."
        ),
        (
            "%! preamble\n"
            "\\usepackage{xr}\n"
            "\\externaldocument{other}\n"
            "%! body\n"
            "See \\ref{sec:other}."
        ),
        "\\input{missing}\nSee \\ref{sec:other}.",
    ],
    fixes=[
        (
            (
                "See Fig.~\\ref{fig:a}.\n"
                "\\begin{figure}[t]\n"
                "\\includegraphics{a}\n"
                "\\label{fig:a}\n"
                "\\caption{The rig.}\n"
                "\\end{figure}"
            ),
            (
                "See Fig.~\\ref{fig:a}.\n"
                "\\begin{figure}[t]\n"
                "\\includegraphics{a}\n"
                "\\caption{The rig.}\\label{fig:a}\n"
                "\\end{figure}"
            ),
        ),
        (
            "\\section{Method}\\label{sec:m}\nWe measure as in Section\n\\ref{sec:m}.",
            "\\section{Method}\\label{sec:m}\nWe measure as in Section~\\ref{sec:m}.",
        ),
    ],
    formats=("latex",),
)
def labels(context: Context) -> Iterable[Finding]:
    """Labels come after their captions and are unique, references have a label, and a tie joins
    the number to its word.

    The caption sets the number, so a label before it gets the number of the
    section instead. A reference without a label prints "??". A tie ("~") keeps
    "Fig." and its number on one line.
    """
    paper = context.paper
    yield from _before_captions(context)
    yield from _before_headings(paper)
    yield from _duplicates(paper)
    yield from _undefined(context)
    yield from missing_ties(context)


def _before_captions(context: Context) -> Iterator[Finding]:
    """Labels of floats before the caption, or in a float without a caption."""
    paper = context.paper
    view = context.latex
    if view is None:
        return
    referenced = {key for reference in paper.cross_references for key, _ in reference.keys}
    numbering = context.vocabulary.latex.labels.numbering_environments
    numbered_regions: Regions | None = None
    for item in paper.floats:
        labels = [label for label in item.labels if not label.is_sub and label.block is item]
        if not labels or (item.kind not in (FIGURE, TABLE) and "algorithm2e" in view.packages):
            continue
        if item.kind not in (FIGURE, TABLE, ALGORITHM_FLOAT):
            continue
        numbered = [caption for caption in item.captions if not caption.command.endswith("*")]
        if not numbered:
            yield from _without_caption(item, labels, referenced)
            continue
        first = numbered[0].span
        for label in labels:
            if label.span.source is not first.source or label.span.start >= first.start:
                continue
            numbered_regions = numbered_regions or Regions(
                environment.span for environment in view.environments(*numbering)
            )
            if numbered_regions.cover(label.span) or label.span.text[:6] != "\\label":
                continue
            yield Finding(
                label.span,
                f"\\label{{{label.key}}} is before its caption, so references print the number of"
                " the section. Move it right after the caption.",
                Fix(delete(label.span), insert(first.source, first.end, label.span.text)),
            )


def _without_caption(item: Float, labels: list[Label], referenced: set[str]) -> Iterator[Finding]:
    """Labels that references use in a float without a caption."""
    if "caption" in item.span.text.lower() or not item.span.text.startswith("\\begin"):
        return
    for label in labels:
        if label.key in referenced:
            yield Finding(
                label.span,
                f"This {item.kind} has a label but no caption, so references print the number of"
                " the section. Add a caption before the label.",
            )


def _before_headings(paper: Paper) -> Iterator[Finding]:
    """Labels on a separate line right before a heading, which get the previous section's number."""
    ends = {(id(heading.span.source), heading.span.end) for heading in paper.headings}
    for label in paper.labels.values():
        if label.kind != SECTION:
            continue
        text = label.span.source.text
        after = text[label.span.end : label.span.end + 80]
        following = after.lstrip()
        gap = after[: len(after) - len(following)]
        if not following.startswith(HEADINGS) or gap.count("\n") > 1:
            continue
        before = text[max(label.span.start - 200, 0) : label.span.start]
        bare = before.rstrip()
        if (id(label.span.source), label.span.start - len(before) + len(bare)) in ends:
            continue
        if before[len(bare) :].count("\n") < 2 or bare.endswith("}") and "\\label{" in bare[-60:]:
            continue
        yield Finding(
            label.span,
            f"\\label{{{label.key}}} is before the heading, so references print the number of the"
            " previous section. Move it right after the heading.",
        )


def _duplicates(paper: Paper) -> Iterator[Finding]:
    """A second label with the same name."""
    branches: dict[int, list[int]] = {}
    for label in paper.duplicate_labels:
        first = paper.labels[label.key].span
        source = label.span.source
        if first.source is source:
            if id(source) not in branches:
                branches[id(source)] = _places(source.text, "\\else")
            between = branches[id(source)]
            low, high = sorted((first.start, label.span.start))
            if bisect_left(between, low) < bisect_left(between, high):
                continue  # two branches, of which only one prints
        line, _ = first.source.locate(first.start)
        location = f"line {line}" + ("" if first.source is source else f" of {first.source.path}")
        yield Finding(
            label.span,
            f'The label "{label.key}" is already defined in {location}. Rename one of them.',
        )


def _places(text: str, word: str) -> list[int]:
    """Where ``word`` occurs in ``text``."""
    places = []
    at = text.find(word)
    while at >= 0:
        places.append(at)
        at = text.find(word, at + 1)
    return places


def _undefined(context: Context) -> Iterator[Finding]:
    """References to labels that do not exist."""
    paper = context.paper
    view = context.latex
    if (
        view is None
        or paper.is_fragment
        or any(problem.kind in NOT_READ for problem in paper.problems)
    ):
        return
    facts = context.vocabulary.latex.labels
    if view.commands("externaldocument") or any(
        name in view.packages for name in facts.external_packages
    ):
        return
    hints: KeyHints | None = None
    reported = 0
    for reference in paper.cross_references:
        if not reference.keys:
            yield Finding(
                reference.span,
                'This reference has no key and prints "??". Write the key, or delete it.',
            )
        for key, place in reference.keys:
            if (
                key in paper.labels
                or not key
                or any(mark in key for mark in "\\#@")
                or key.lower() in facts.automatic_labels
            ):
                continue
            hints = hints or KeyHints(paper)
            if hints.may_be_defined(key):
                continue
            similar = similar_key(key, paper.labels) if reported < MOST_SUGGESTIONS else ""
            reported += 1
            advice = (
                f'Did you mean "{similar}"?' if similar else "Add the label, or correct the key."
            )
            yield Finding(
                reference.span if len(reference.keys) == 1 else place,
                f'There is no label "{key}", so this reference prints "??". {advice}',
            )
