"""Whatever stands where in a draft, fixes change what they say and nothing else.

Commands, comments and groups are put at random places of a draft with many findings. After all its
fixes, safe and unsafe, TeX must read everything outside the edits as before.
"""

from __future__ import annotations

import random

import pytest

from ieeelint.draft_checking import check_draft
from ieeelint.fixes.choosing import chosen
from ieeelint.fixes.text import edited
from ieeelint.readers.latex.reading import read
from ieeelint.readers.latex.tokens import tokenize
from ieeelint.settings_files import load

DRAFT = r"""\documentclass[conference]{IEEEtran}
\usepackage{amsmath,graphicx,cleveref}
\begin{document}
\title{The behaviour of Water in pipes}
\author{\IEEEauthorblockN{Ana Lima}\IEEEauthorblockA{Porto, Portugal\\ ana@flow.example}}
\maketitle
\begin{abstract}
The colour of water is modelled. We see the the gain of 5GHz and .5 dB of it, i.e. a lot.
\end{abstract}
\section{Introduction to flow}
The potential matching weight (PMW) is used, and the potential matching weight (PMW) too. As
Figure 1 and \cref{fig:a} show, it's 3x4 big, 10 mm wide and 2K-4K long, see \cite{b}\cite{a}.
In Eq. \ref{eq:a} and \ref{eq:a}-\ref{eq:b} the data is $5GHz$ or $log(x) = .5$, e.g. 20 KHz.
A gain of -5 dB , or 30 $\mu$m , is ``good''. The non-zero value $x_o$ is a ms .
\begin{align} a &= 5 ms + .5 \\[2mm] b &= max(a) - 3 \label{eq:a} \end{align}
Next it is \begin{equation} c = sin(t) \label{eq:b} \end{equation} The end.
\begin{figure}[h]\includegraphics[width=5cm]{a}\caption{The flow over time}\label{fig:a}\end{figure}
\begin{table}\begin{tabular}{p{2cm}c} Delay [ms] & -5 \\[2mm] the the & .5 \\ \end{tabular}
\caption{Flow of water.}\label{t}\end{table}
\section*{Acknowledgement}
We thank the centre\footnote{In 2020, 5mm of it.} .
\begin{thebibliography}{1}
\bibitem{a} A. Lima \& B. Xu, ``Pipes and Sand", \emph{J. Flow}, vol. 1, no. 2, pp. 3-9, March 2020.
\bibitem{b} A. Lima, ``Pipes,'' \emph{J. Flow}, vol. 1, pp. 3--9, 2020.
\end{thebibliography}
\end{document}
"""
PIECES = [
    "\\label{x%d}",
    "\\index{colour 5mm}",
    "% a comment: the the 5mm\n",
    "\\hspace{2mm}",
    "\\vspace*{-2mm}",
    "\\rule{1em}{5mm}",
    "\\includegraphics[height=5mm]{icon}",
    "\\textcolor{red}{the colour}",
    "{",
    "}",
    "$x$",
    "$",
    "\\\\[2mm]",
    "\\verb|the the 5mm|",
    "\\emph{",
    "\\url{https://a.org/5mm}",
    "\\begin{center}",
    "\\end{center}",
    "\\cite{a,%%\n b}",
    "\\raisebox{5mm}[2mm]{colour}",
    "\\kern2mm",
    "\\iffalse the colour\\fi",
    "\\fi",
    "\\footnote{the the}",
    "\n\n",
    "%%",
    "&",
    "\\",
]
SPECIAL = frozenset("\\%{}$&#~")
# What no fix deletes.
PRECIOUS = ("\\includegraphics", "\\label", "\\index", "\\verb|the the 5mm|", "\\footnote")


def mutated(generator: random.Random) -> str:
    text, first = DRAFT, DRAFT.index("\\title")
    for number in range(generator.randrange(1, 7)):
        at = generator.randrange(first, len(text) - len("\\end{document}\n"))
        piece = generator.choice(PIECES)
        text = text[:at] + (piece % number if "%d" in piece else piece) + text[at:]
    return text


def outside(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """The tokens with a meaning that are outside these spans."""
    tokens, at = [], 0
    spans = sorted(spans)
    for token in tokenize(text):
        start, at = at, at + len(token)
        if token[0] in SPECIAL and not any(first < at and start < last for first, last in spans):
            tokens.append(token.rstrip("*"))  # the star of \\section* is one only before a brace
    return tokens


def verify(text: str, unsafe: bool) -> None:
    settings = load("nowhere/paper.tex", {}, isolated=True)
    draft = read("nowhere/paper.tex", text=text)
    fixes = chosen(check_draft(draft, settings), unsafe)
    edits = [edit for _, own in fixes for edit in own if edit.span.source is draft.paper.root]
    result = edited(text, edits)
    old = [(edit.span.start, edit.span.end) for edit in edits]
    new, shift = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        start = edit.span.start + shift
        new.append((start, start + len(edit.text)))
        shift += len(edit.text) - (edit.span.end - edit.span.start)
    what = [(finding.code, [(edit.span.text, edit.text) for edit in own]) for finding, own in fixes]
    assert outside(text, old) == outside(result, new), what
    before, after = tokenize(text), tokenize(result)
    for piece in PRECIOUS:
        assert before.count(piece) == after.count(piece), (piece, what)


@pytest.mark.parametrize("seed", range(4))
def test_fixes_leave_the_rest_as_it_is(seed):
    generator = random.Random(seed)
    for _ in range(25):
        verify(mutated(generator), unsafe=bool(seed % 2))


def once(text: str, unsafe: bool) -> str:
    """The text after one round of fixes."""
    draft = read("nowhere/paper.tex", text=text)
    fixes = chosen(check_draft(draft, load("nowhere/paper.tex", {}, isolated=True)), unsafe)
    edits = [edit for _, own in fixes for edit in own if edit.span.source is draft.paper.root]
    return edited(text, edits)


@pytest.mark.thorough
@pytest.mark.parametrize("unsafe", [False, True])
def test_rounds_of_fixes_come_to_an_end(unsafe):
    generator = random.Random(99)
    for _ in range(30):
        text = start = mutated(generator)
        for _ in range(8):
            text, before = once(text, unsafe), text
            if text == before:
                break
        else:
            pytest.fail(f"fixes after eight rounds, from:\n{start}")


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(4, 34))
def test_fixes_of_3000_drafts_leave_the_rest_as_it_is(seed):
    generator = random.Random(seed)
    for _ in range(100):
        verify(mutated(generator), unsafe=bool(seed % 2))


def test_the_draft_itself_has_many_fixes():
    draft = read("nowhere/paper.tex", text=DRAFT)
    fixes = chosen(check_draft(draft, load("nowhere/paper.tex", {}, isolated=True)), unsafe=True)
    assert len({finding.code for finding, _ in fixes}) > 18
