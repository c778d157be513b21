"""TEX007: labels stand behind captions, are unique and are found, and their numbers stay with
their words.
"""

from __future__ import annotations

from bisect import bisect_left

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.model import ALGORITHM_FLOAT, FIGURE, SECTION, TABLE
from ieeelint.paper.source import Span
from ieeelint.rules import ERROR, INFO, rule
from ieeelint.rules.support.latex_keys import KeyHints, similar_key
from ieeelint.rules.support.latex_source import Regions, delete, insert

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Float, Label, Paper

TIED = frozenset(
    "fig figs figure figures table tables tab tabs tbl sec secs sect sects section sections"
    " subsection subsections eq eqs eqn eqns equation equations algorithm algorithms alg algs"
    " listing listings appendix appendices appendixes theorem theorems lemma lemmas proposition"
    " corollary definition".split()
)
HEADS = ("\\section", "\\subsection", "\\subsubsection", "\\paragraph", "\\chapter")
ROWS = (
    "algorithmic",
    "algorithmicx",
    "tabular",
    "tabular*",
    "tabularx",
    "enumerate",
    "itemize",
    "lstlisting",
)
MOST_GUESSES = 50
NOT_READ = frozenset({"missing-file", "outside", "cycle", "not-a-file", "unreadable"})


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
    ],
    good=[
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
    """A label comes after its caption, labels are unique, each reference finds its label, and a
    tie binds the number to its word.

    The caption makes the number; a label before it takes the number of the
    section instead. A reference without a label prints "??". A tie ("~") keeps
    "Fig." and its number on one line.
    """
    paper = context.paper
    yield from _order(context)
    yield from _sections(paper)
    yield from _duplicates(paper)
    yield from _undefined(context)
    yield from _ties(context)


def _order(context: Context) -> Iterator[Finding]:
    """Labels of floats that stand before the caption, or without one."""
    paper = context.paper
    view = context.latex
    if view is None:
        return
    referred = {key for one in paper.cross_references for key, _ in one.keys}
    rows: Regions | None = None
    for item in paper.floats:
        own = [label for label in item.labels if not label.is_sub and label.block is item]
        if not own or (item.kind not in (FIGURE, TABLE) and "algorithm2e" in view.packages):
            continue
        if item.kind not in (FIGURE, TABLE, ALGORITHM_FLOAT):
            continue
        numbered = [caption for caption in item.captions if not caption.command.endswith("*")]
        if not numbered:
            yield from _without_caption(item, own, referred)
            continue
        first = numbered[0].span
        for label in own:
            if label.span.source is not first.source or label.span.start >= first.start:
                continue
            rows = rows or Regions(one.span for one in view.environments(*ROWS))
            if rows.cover(label.span) or label.span.text[:6] != "\\label":
                continue
            yield Finding(
                label.span,
                f"\\label{{{label.key}}} stands before its caption, so references print the number"
                " of the section. Put it right behind the caption.",
                Fix(delete(label.span), insert(first.source, first.end, label.span.text)),
            )


def _without_caption(item: Float, own: list[Label], referred: set[str]) -> Iterator[Finding]:
    """A label that is referred to in a float without a caption."""
    if "caption" in item.span.text.lower() or not item.span.text.startswith("\\begin"):
        return
    for label in own:
        if label.key in referred:
            yield Finding(
                label.span,
                f"This {item.kind} has a label but no caption, so references print the number of"
                " the section. Give it a caption before the label.",
            )


def _sections(paper: Paper) -> Iterator[Finding]:
    """A label on a line of its own right before a heading names the section before."""
    ends = {(id(heading.span.source), heading.span.end) for heading in paper.headings}
    for label in paper.labels.values():
        if label.kind != SECTION:
            continue
        text = label.span.source.text
        after = text[label.span.end : label.span.end + 80]
        following = after.lstrip()
        gap = after[: len(after) - len(following)]
        if not following.startswith(HEADS) or gap.count("\n") > 1:
            continue
        before = text[max(label.span.start - 200, 0) : label.span.start]
        bare = before.rstrip()
        if (id(label.span.source), label.span.start - len(before) + len(bare)) in ends:
            continue
        if before[len(bare) :].count("\n") < 2 or bare.endswith("}") and "\\label{" in bare[-60:]:
            continue
        yield Finding(
            label.span,
            f"\\label{{{label.key}}} stands before the heading, so references print the number of"
            " the section before. Put it right behind the heading.",
        )


def _duplicates(paper: Paper) -> Iterator[Finding]:
    """A second label of the same name."""
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
                continue  # two branches of which one is printed
        line, _ = first.source.locate(first.start)
        where = f"line {line}" + ("" if first.source is source else f" of {first.source.path}")
        yield Finding(
            label.span,
            f'The label "{label.key}" is there already, in {where}. '
            "References can only mean one of them: rename one.",
        )


def _places(text: str, word: str) -> list[int]:
    """Where ``word`` stands in ``text``."""
    found = []
    at = text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + 1)
    return found


def _undefined(context: Context) -> Iterator[Finding]:
    """References to labels that are nowhere."""
    paper = context.paper
    view = context.latex
    if (
        view is None
        or paper.is_fragment
        or any(problem.kind in NOT_READ for problem in paper.problems)
    ):
        return
    if any(name in view.packages for name in ("xr", "xr-hyper", "zref-xr")) or view.commands(
        "externaldocument"
    ):
        return
    hints: KeyHints | None = None
    told = 0
    for reference in paper.cross_references:
        for key, place in reference.keys:
            if (
                key in paper.labels
                or not key
                or any(mark in key for mark in "\\#@")
                or key.lower() in ("lastpage", "totpages")
            ):
                continue
            hints = hints or KeyHints(paper)
            if hints.may_be_defined(key):
                continue
            similar = similar_key(key, paper.labels) if told < MOST_GUESSES else ""
            told += 1
            advice = f'Did you mean "{similar}"?' if similar else "Add the label, or mend the key."
            yield Finding(
                reference.span if len(reference.keys) == 1 else place,
                f'No label is called "{key}": this reference prints "??". {advice}',
            )


def _ties(context: Context) -> Iterator[Finding]:
    """A plain space between a word like "Fig." and the number of a reference."""
    paper = context.paper
    text = paper.text
    plain = text.plain
    for reference in paper.cross_references:
        at = reference.position
        if reference.printed or at <= 1:
            continue
        if reference.parentheses and plain[at - 1] == "(":
            at -= 1
        gap = at
        while gap and plain[gap - 1] in " \n\t":
            gap -= 1
        if gap == at or at - gap > 40 or "\n\n" in plain[gap:at]:
            continue
        end = gap - 1 if plain[gap - 1 : gap] == "." else gap
        start = end
        while start and plain[start - 1].isalpha() and end - start < 15:
            start -= 1
        if plain[start:end].lower() not in TIED or not text.is_typed(start, end):
            continue
        if context.index.is_mention(start):
            continue
        space = text.span(gap, at)
        bare = space.text.replace("\\ ", " ")
        if (
            space.source is not reference.span.source
            or bare.strip()
            or not bare
            or space.end > reference.span.start
        ):
            continue
        word = text.span(start, gap)
        yield Finding(
            Span(word.source, word.start, reference.span.end),
            f'A line may end between "{plain[start:gap]}" and its number. '
            f"Write {plain[start:gap]}~{reference.span.text[:80]}.",
            Fix(Edit(space, "~")),
            severity=INFO,
        )
