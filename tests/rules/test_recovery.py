"""A mistake in one paragraph of the source leaves the findings after the next one as they are."""

from __future__ import annotations

import pytest

from ieeelint.draft_checking import check_draft
from ieeelint.readers.latex.reading import read
from ieeelint.settings_files import load

SETTINGS = load("draft.tex", None, "", isolated=True)
HEAD = r"""\documentclass[conference]{IEEEtran}
\usepackage{amsmath,graphicx,tikz}
\newif\ifnotes
\begin{document}
\title{Steady Flow}
\author{\IEEEauthorblockN{Ana Lima}
\IEEEauthorblockA{\textit{Institute of Flow}\\
Porto, Portugal\\
ana@flow.example}}
\maketitle
\begin{abstract}
Water is wet.
\end{abstract}
\begin{IEEEkeywords}
Flow, pipes, water
\end{IEEEkeywords}
\section{Introduction}
"""
SECOND = "\n\nSand is dry, and $x$ grains of it are small.\n\n"
# Faults of many kinds, and correct forms in which a lost reader would see faults.
REST = r"""We see the the pump of 5kg, and we analyse it at 0.5 V as in Figure 1.

\begin{itemize}
\item The colour is .25 of it.
\item It is \emph{not} \textbf{so} [1].
\end{itemize}
By \ref{eq:a} it flows, i.e. it moves with $a \cdot b$ and $n_{max}$.
\begin{equation}
a = b \label{eq:a}
\end{equation}
Next, we use
\[
c = d
\]
Then it flows, and $$e = f$$ The end is near.

\section{results of pumps}
See Fig.~\ref{fig:a} and Tab.~\ref{tab:a} and the centre~\cite{lima}.
\begin{figure}[h]
\caption{the rig}
\includegraphics[width=\textwidth]{a}
\label{fig:a}
\end{figure}

\begin{table}[!t]
\begin{tabular}{cc}
5kg & the colour \\
2x2 & 3
\end{tabular}
\caption{Gains of the pumps.}
\label{tab:a}
\end{table}

\begin{verbatim}
the the 5kg
\end{verbatim}
\iffalse the the 5kg \fi
\ifnotes the the 5kg \else We favour it. \fi
A note\footnote{The colour is wrong .} helps {\small here} \verb|the the 5kg|.
\begin{tikzpicture}\draw (0,0) -- (1,1) node {5kg};\end{tikzpicture}

\subsection{The End}
\begin{quote}
It costs 10 \% of 3 Volts.
\end{quote}
\begin{thebibliography}{1}
\bibitem{lima} Ana Lima, ``pipes'', 2020
\end{thebibliography}
\end{document}
"""


def findings_of_rest(first: str) -> set[tuple[str, str, int]]:
    """The findings from the third paragraph on: code, place and text."""
    text = HEAD + first + SECOND + REST
    start = len(HEAD + first + SECOND)
    return {
        (one.code, one.span.text, one.span.start - start)
        for one in check_draft(read("paper.tex", text=text), SETTINGS)
        if one.span.start >= start
    }


WHOLE = findings_of_rest("Water is wet, and it flows.")


def test_the_draft_has_faults_of_many_kinds():
    codes = {code for code, _, _ in WHOLE}
    assert len(codes) > 20, sorted(codes)
    assert {"TXT013", "TXT004", "UNT007", "FIG002", "TAB001", "EQN004", "HDG006"} <= codes


PIECES = [
    # formulas
    "It costs $5 only, and it flows.",
    "It costs $x + y only, and $z$ flows.",
    "It is $$a = b and it flows.",
    "It is $$a = b\n\\label{q} and it flows.",
    "It is \\[ a = b and it flows.",
    "It is \\( a = b and it flows.",
    "It is a = b \\] and it flows.",
    "It is a = b \\) and it flows.",
    "It is $\\left( a$ and \\[ \\left( b \\] and it flows.",
    "It is $\\frac{a}{b$ and it flows.",
    "It is $a_{b$ and it flows.",
    "It is \\ensuremath{a and it flows.",
    # groups and arguments
    "It is {\\bf very wet and it flows.",
    "It is {\\small very wet and it flows.",
    "It is {very wet and it flows.",
    "It is \\emph{very wet and it flows.",
    "It is \\textbf{very \\emph{wet and it flows.",
    "It is wet.\\footnote{Very wet and it flows.",
    "It is wet.\\todo{Very wet and it flows.",
    "It is \\textcolor{red}{wet and it flows.",
    "It is \\textcolor{red wet and it flows.",
    "It is \\unknown{very wet and it flows.",
    "It is \\cite{lima and it flows.",
    "It is \\ref{eq:a and it flows.",
    "It is \\label{q and it flows.",
    "It is \\url{http://a.example and it flows.",
    "It is \\href{http://a.example}{so and it flows.",
    "It is \\section{Water and it flows.",
    "It is \\caption{Water and it flows.",
    "It is \\input{water and it flows.",
    "It is \\newcommand{\\wet}{wet and it flows.",
    "It is wet} and it flows.",
    "It is wet}}} and it flows.",
    "It is } wet { and it flows.",
    # missing arguments
    "It is wet and it flows \\textbf",
    "It is wet and it flows \\emph",
    "It is wet and it flows \\cite",
    "It is wet and it flows \\ref",
    "It is wet and it flows \\label",
    "It is wet and it flows \\footnote",
    "It is wet and it flows \\section",
    "It is wet and it flows \\caption",
    "It is wet and it flows \\frac",
    "It is wet and it flows \\begin",
    "It is wet and it flows \\end",
    "It is wet and it flows \\verb",
    "It is wet and it flows \\verb|",
    "It is wet and it flows \\verb|so",
    "It is wet and it flows \\input",
    "It is wet and it flows \\includegraphics",
    "It is wet and it flows \\textcolor{red}",
    "It is wet and it flows \\newcommand",
    "It is wet and it flows \\def",
    "It is wet and it flows \\item",
    "It is wet and it flows \\small",
    "It is wet and it flows \\\\",
    "It is wet and it flows \\",
    # options
    "It is \\cite[so and it flows.",
    "It is \\item[so and it flows.",
    "It is \\\\[2mm and it flows.",
    "It is \\section[Water and it flows.",
    "It is ] wet [ and it flows.",
    # environments without an end
    *(
        f"It is\n\\begin{{{name}}}{rest}\nwet and it flows."
        for name, rest in [
            ("figure", "[t]\n\\includegraphics{b}\n\\caption{Rig.}\\label{q}"),
            ("figure", ""),
            ("figure*", ""),
            ("table", "[t]\n\\caption{Rigs}\\label{q}"),
            ("table", "\n\\begin{tabular}{c} a & b"),
            ("tabular", "{c} a & b \\\\ c"),
            ("itemize", "\n\\item Sand"),
            ("enumerate", "\n\\item Sand\n\\begin{itemize}\n\\item Dust"),
            ("quote", ""),
            ("center", ""),
            ("theorem", ""),
            ("proof", ""),
            ("equation", " a = b"),
            ("align", " a &= b \\\\ c &= d"),
            ("subequations", ""),
            ("verbatim", ""),
            ("lstlisting", ""),
            ("comment", ""),
            ("abstract", ""),
            ("IEEEkeywords", ""),
            ("tikzpicture", " \\draw (0,0) -- (1,1);"),
            ("algorithmic", "\n\\STATE Flow"),
            ("thebibliography", "{1}\n\\bibitem{costa} Costa"),
            ("minipage", "{4cm}"),
            ("IEEEbiography", "{Ana Lima}"),
            ("acknowledgment", ""),
            ("appendices", ""),
            ("unknown", ""),
            ("math", " a"),
        ]
    ),
    # ends without a beginning
    *(
        f"It is wet \\end{{{name}}} and it flows."
        for name in (
            "figure",
            "table",
            "tabular",
            "itemize",
            "equation",
            "verbatim",
            "abstract",
            "x",
        )
    ),
    "It is \\begin{itemize}\\item wet \\end{enumerate} and it flows.",
    "It is \\begin{figure} wet \\end{table} and it flows.",
    # conditionals
    "It is \\iffalse wet and it flows.",
    "It is \\ifnotes wet and it flows.",
    "It is \\iftrue wet and it flows.",
    "It is \\iftrue wet \\else and it flows.",
    "It is \\if0 wet and it flows.",
    "It is wet \\fi and it flows.",
    "It is wet \\else and it flows.",
    "It is \\ifnum0=1 wet and it flows.",
    "It is \\iftrue $a \\iff b$ \\else wet \\fi and it flows.",
    "It is \\ifnotes $a \\iff b$ \\fi and it flows.",
    "It is \\iffalse $a \\iff b$ \\fi and it flows.",
    # odd input
    "It is \\input{my water} and it flows.",
    "It is \\input{} and it flows.",
    "It is \\input water and it flows.",
    "It is \\include and it flows.",
    # others
    "It is & wet & and it flows.",
    "It is # wet ## #1 and it flows.",
    "It is wet^2 and_it flows.",
    "It is ~ wet ``and it flows.",
    "It is \\left wet \\right and it flows.",
    "It is \\left( wet and it flows.",
    "It is \\makeatletter\\@wet and it flows.",
    "It is \\catcode`\\%=12 wet and it flows.",
]


@pytest.mark.parametrize("piece", PIECES)
def test_the_rest_of_the_draft_is_read_as_before(piece):
    rest = findings_of_rest(piece)
    assert sorted(WHOLE - rest) == [], "lost"
    assert sorted(rest - WHOLE) == [], "new"


# -- what a mistake is not -------------------------------------------------------------------


def findings_of(text: str) -> list[tuple[str, str]]:
    return [
        (one.code, one.span.text) for one in check_draft(read("paper.tex", text=text), SETTINGS)
    ]


@pytest.mark.parametrize(
    ("first", "message"),
    [
        ("It costs $5 only.", 'This "$" has no "$" in its paragraph'),
        ("It is $$a = b and it flows.", 'This "$$" has no "$$" in its paragraph'),
        ("It is \\[ a = b and it flows.", 'This "\\[" has no "\\]" in its paragraph'),
        ("It is \\( a = b and it flows.", 'This "\\(" has no "\\)" in its paragraph'),
        ("It is {wet and it flows.", 'This "{" has no closing brace'),
        ("It is wet} and it flows.", 'This "}" has no opening brace'),
        ("It is \\begin{figure} wet.", "\\begin{figure} has no \\end{figure}"),
        ("It is \\begin{quote} wet.", "\\begin{quote} has no \\end{quote}"),
        ("It is \\begin{equation} a = b.", "\\begin{equation} has no \\end{equation}"),
        ("It is \\iffalse wet.", "This \\iffalse has no \\fi"),
        ("It is \\ifnotes wet.", 'This "\\ifnotes" has no \\fi'),
    ],
)
def test_a_mistake_is_reported(first, message):
    found = check_draft(read("paper.tex", text=HEAD + first + SECOND + REST), SETTINGS)
    assert [one for one in found if message in one.message and one.severity == "error"]


DEAD = "We see the the pump."
RIGHT = [
    # The end comes after a blank line.
    "\\begin{figure}[!t]\n\\includegraphics{b}\n\nsee the the part\n\n"
    "\\caption{Rig.}\n\\end{figure}",
    "{\\small Water is wet.\n\nSand is dry.}",
    "$$a = b\n\n+ c.$$",
    "\\[a = b\n\n+ \\text{for all of them} c.\\]",
    "\\begin{verbatim}\n\\begin{verbatim}\nsee the the part\n\\end{verbatim}",
    f"\\iffalse\n{DEAD}\n\n{DEAD}\n\\ifodd 1 x\\fi\n\n{DEAD}\\fi",
    f"\\iffalse\n{DEAD} \\ifigure{{b}}\n\n{DEAD}\\fi",
    f"\\ifnotes\n{DEAD} \\ifigure{{b}}\n\n{DEAD}\\fi",
    # Only one branch of a conditional begins the environment.
    "\\ifnotes\\begin{quote}\\else\\begin{center}\\fi\nWater.\n\nSand.\n"
    "\\ifnotes\\end{quote}\\else\\end{center}\\fi",
    # Macros of the draft begin or end it.
    "\\newcommand{\\be}{\\begin{equation}}\\newcommand{\\ee}{\\end{equation}}\\be a = b. \\ee",
    "\\newcommand{\\ee}{\\end{equation}}\\begin{equation} a = b. \\ee",
    "\\newcommand{\\stop}{\\end{quote}}\\begin{quote}Water.\n\nSand.\\stop",
]


@pytest.mark.parametrize("first", RIGHT)
def test_correct_source_is_read_to_its_end(first):
    found = check_draft(read("paper.tex", text=HEAD + first + SECOND + REST), SETTINGS)
    start = len(HEAD + first)
    assert not [one for one in found if one.code in ("SRC002", "TXT013") and one.span.start < start]
    assert not WHOLE - findings_of_rest(first)


@pytest.mark.parametrize(
    ("root", "part"),
    [
        ("\\begin{figure}[!t]\n\\input{part}\n", "\\includegraphics{a}\n\n\\end{figure}"),
        ("\\input{part}\nsee the the part\n\n\\end{figure}\n", "\\begin{figure}[!t]\n\nsee"),
        ("{\\input{part}\nWater.\n", "\\small Water.\n\nSand.}"),
    ],
)
def test_an_end_in_another_file_counts(tmp_path, root, part):
    (tmp_path / "part.tex").write_text(part, encoding="utf-8")
    path = tmp_path / "paper.tex"
    path.write_text(HEAD + root + SECOND + REST, encoding="utf-8")
    found = check_draft(read(str(path)), SETTINGS)
    assert not [one for one in found if "\\end{figure}" in one.message]
    assert "TXT013" not in {one.code for one in found if "see the the part" in one.span.text}
    paper = read(str(path)).paper
    prose = [passage.plain for passage in paper.passages_in("prose")]
    assert not any("see" in words and "part" in words for words in prose)
