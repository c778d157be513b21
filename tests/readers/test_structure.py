"""What the reader makes of a whole draft, against values worked out by hand."""

from __future__ import annotations

import pytest

from ieeelint.paper.model import Paper
from ieeelint.readers.latex.reading import read

DRAFT = r"""
\documentclass[conference]{IEEEtran}
\usepackage{hyperref}
\usepackage{cleveref}
\newif\ifdraft
\draftfalse
\begin{document}
\title{Pipes and Sand}
\author{\IEEEauthorblockN{Ana Lima}
\IEEEauthorblockA{\textit{Institute of Flow}\\
Porto, Portugal\\
ana@flow.example}
\and
\IEEEauthorblockN{Bo Tamm}
\IEEEauthorblockA{\textit{Sand Office}\\
Tartu, Estonia}}
\maketitle
\begin{abstract}
Sand slows water.
\end{abstract}
\begin{IEEEkeywords}
Pipes, sand, water
\end{IEEEkeywords}
\section{Introduction}\label{sec:intro}
Pipes are old~\cite{lima,tamm}. % hidden comment
\iffalse hidden branch\fi
\ifdraft hidden note\else shown note\fi
\begin{verbatim}
hidden code
\end{verbatim}
\begin{comment}
hidden block
\end{comment}
\subsection{Flow of Water}\label{sec:flow}
\subsubsection{Slow Flow}
\subsection{Flow of Sand}
\section*{Scope}
\section{Results}\label{sec:results}
We see \autoref{fig:a} and \cref{tab:b}. \Cref{sec:results} ends, as \autoref{sec:intro} began.
By \eqref{eq:one} and \cref{eq:two} it flows.
\begin{equation}\label{eq:one}
a = b
\end{equation}
\begin{align}
c &= d \label{eq:two}\\
e &= f \nonumber\\
g &= h \label{eq:three}
\end{align}
\begin{subequations}\label{eq:all}
\begin{align}
i &= j \label{eq:four}\\
k &= l \label{eq:five}
\end{align}
\end{subequations}
\begin{equation*}
m = n
\end{equation*}
\[ o = p \]
\begin{equation}\label{eq:last}
q = r
\end{equation}
\begin{figure}[t]
\includegraphics[width=\columnwidth]{a.pdf}
\caption{A pipe.}
\label{fig:a}
\end{figure}
\begin{figure*}
\includegraphics{b.pdf}
\caption{A wide pipe.}
\label{fig:b}
\end{figure*}
\begin{table}[!t]
\caption{Sizes of Pipes}
\label{tab:b}
\begin{tabular}{lc}
Pipe & Size \\
Old & 5 \\
\end{tabular}
\end{table}
Sand\footnote{From the river.} is fine.
\citet{lima} and \citep[p.~3]{tamm}, \textcite{lima}, \parencite{tamm}, \autocite{lima,tamm}, \citeauthor{lima}, \citeyear{tamm}, \cite[see][]{lima}, \footcite{tamm}.
\appendix
\section{Proof}\label{app:proof}
\section*{Acknowledgment}
We thank the river.
\begin{thebibliography}{2}
\bibitem{lima} A. Lima, ``Pipes,'' 2020.
\bibitem{tamm} B. Tamm, ``Sand,'' 2021.
\end{thebibliography}
\end{document}
""".lstrip()  # noqa: E501


@pytest.fixture(scope="module")
def paper() -> Paper:
    return read("paper.tex", text=DRAFT).paper


def body(text: str, preamble: str = "") -> Paper:
    document = (
        f"\\documentclass{{IEEEtran}}\n{preamble}\n\\begin{{document}}\n{text}\n\\end{{document}}\n"
    )
    return read("paper.tex", text=document).paper


def test_title_and_authors(paper):
    assert paper.title.plain == "Pipes and Sand"
    authors = [
        (one.names.plain, [line.plain for line in one.lines]) for one in paper.author_block.authors
    ]
    assert authors == [
        ("Ana Lima", ["Institute of Flow", "Porto, Portugal", "ana@flow.example"]),
        ("Bo Tamm", ["Sand Office", "Tartu, Estonia"]),
    ]


def test_abstract_and_keywords(paper):
    assert [part.plain.strip() for one in paper.abstracts for part in one.passages] == [
        "Sand slows water."
    ]
    assert [one.passage.plain.strip() for one in paper.keywords] == ["Pipes, sand, water"]


def test_headings_with_their_printed_numbers(paper):
    found = [(one.level, one.numbered, one.plain) for one in paper.headings]
    assert found == [
        (1, True, "Introduction"),
        (2, True, "Flow of Water"),
        (3, True, "Slow Flow"),
        (2, True, "Flow of Sand"),
        (1, False, "Scope"),
        (1, True, "Results"),
        (1, True, "Proof"),
        (1, False, "Acknowledgment"),
    ]
    numbers = {one.plain: one.number for one in paper.headings}
    assert numbers["Introduction"] == "I"
    assert numbers["Flow of Water"] == "I-A"
    assert numbers["Slow Flow"] == "I-A1"
    assert numbers["Flow of Sand"] == "I-B"
    assert numbers["Scope"] == ""
    assert numbers["Results"] == "II"
    assert next(one for one in paper.headings if one.plain == "Proof").in_appendix


def test_equations_with_their_printed_numbers(paper):
    found = [
        (one.environment, one.numbers, [label.key for label in one.labels])
        for one in paper.equations
    ]
    assert found == [
        ("equation", ["1"], ["eq:one"]),
        ("align", ["2", "3"], ["eq:two", "eq:three"]),
        ("align", ["4a", "4b"], ["eq:four", "eq:five"]),
        ("equation*", [], []),
        ("[", [], []),
        ("equation", ["5"], ["eq:last"]),
    ]


@pytest.mark.parametrize(
    ("key", "kind", "number"),
    [
        ("sec:intro", "section", "I"),
        ("sec:flow", "section", "I-A"),
        ("sec:results", "section", "II"),
        ("eq:one", "equation", "1"),
        ("eq:two", "equation", "2"),
        ("eq:three", "equation", "3"),
        ("eq:all", "equation", "4"),
        ("eq:four", "equation", "4a"),
        ("eq:five", "equation", "4b"),
        ("eq:last", "equation", "5"),
        ("fig:a", "figure", "1"),
        ("fig:b", "figure", "2"),
        ("tab:b", "table", "I"),
    ],
)
def test_labels_know_what_they_name(paper, key, kind, number):
    label = paper.labels[key]
    assert (label.kind, label.number) == (kind, number)
    assert label.span.text in (key, f"\\label{{{key}}}")


def test_floats(paper):
    narrow, wide = paper.figures
    assert (narrow.placement, narrow.starred, narrow.number) == ("t", False, "1")
    assert (wide.placement, wide.starred, wide.number) == (None, True, "2")
    assert [one.plain for one in narrow.captions + wide.captions] == ["A pipe.", "A wide pipe."]
    assert [one.name for one in narrow.graphics + wide.graphics] == ["a.pdf", "b.pdf"]
    assert narrow.graphics[0].options == "width=\\columnwidth"
    (table,) = paper.tables
    assert (table.placement, table.number, table.captions[0].plain) == ("!t", "I", "Sizes of Pipes")
    rows = [[cell.plain.strip() for cell in row] for row in table.grids[0].rows]
    assert rows[:2] == [["Pipe", "Size"], ["Old", "5"]]


def test_references_and_footnotes(paper):
    assert [one.key for one in paper.references] == ["lima", "tamm"]
    assert paper.references[0].passage.plain.strip() == "A. Lima, “Pipes,” 2020."
    (note,) = paper.footnotes
    assert (note.passage.plain, note.zone, note.command) == ("From the river.", "prose", "footnote")
    assert paper.text.plain[note.position - 4 : note.position] == "Sand"


def test_citations_of_many_packages(paper):
    assert [(one.command, [key for key, _ in one.keys]) for one in paper.citations] == [
        ("cite", ["lima", "tamm"]),
        ("citet", ["lima"]),
        ("citep", ["tamm"]),
        ("textcite", ["lima"]),
        ("parencite", ["tamm"]),
        ("autocite", ["lima", "tamm"]),
        ("citeauthor", ["lima"]),
        ("citeyear", ["tamm"]),
        ("cite", ["lima"]),
        ("footcite", ["tamm"]),
    ]
    prints = {one.command for one in paper.citations if one.prints_author}
    assert prints == {"citet", "textcite", "citeauthor"}
    assert [span.text for _, span in paper.citations[0].keys] == ["lima", "tamm"]
    assert paper.citations[2].note == "p.~3"


def test_words_that_references_print(paper):
    plain = paper.text.plain.replace("\u00a0", " ")
    assert (
        "We see Figure \ue003 and table \ue003. Section \ue003 ends, as section \ue003 began."
        in plain
    )
    assert "By (\ue003) and eq. (\ue003) it flows." in plain
    assert [one.kind for one in paper.cross_references] == [
        "figure",
        "table",
        "section",
        "section",
        "equation",
        "equation",
    ]


def test_what_does_not_print_is_no_text(paper):
    assert "hidden" not in paper.text.plain
    assert "shown note" in paper.text.plain


def test_a_whole_draft_has_no_problems(paper):
    assert paper.problems == []
    assert not paper.is_fragment


def test_passages_stand_in_order_and_apart(paper):
    for before, after in zip(paper.passages, paper.passages[1:], strict=False):
        assert before.start <= before.end <= after.start


def test_macros_with_arguments_print_their_words():
    paper = body(
        "The \\net{old}{pipe} and \\sys\\ and \\opt[grey]{sand} and \\opt{sand}.",
        "\\newcommand{\\net}[2]{#2 (#1)}\\def\\sys{flow meter}\\newcommand{\\opt}[2][fine]{#1 #2}",
    )
    assert "The pipe (old) and flow meter and grey sand and fine sand." in paper.text.plain


def test_shortcuts_for_equations_are_equations():
    paper = body(
        "So\n\\be x = y \\ee\nholds.",
        "\\newcommand{\\be}{\\begin{equation}}\\newcommand{\\ee}{\\end{equation}}",
    )
    assert [(one.environment, one.numbers) for one in paper.equations] == [("equation", ["1"])]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("\\iftrue yes\\else no\\fi", "yes"),
        ("\\iffalse no\\else yes\\fi", "yes"),
        ("\\newif\\ifa\\atrue\\ifa yes\\else no\\fi", "yes"),
        ("\\newif\\ifa\\ifa no\\else yes\\fi", "yes"),
        ("\\iffalse no \\iftrue no\\fi no\\fi yes", "yes"),
    ],
)
def test_conditions(text, printed):
    assert body(text).text.plain.split() == [printed]


def test_files_are_joined_in_order(tmp_path):
    (tmp_path / "parts" / "deep").mkdir(parents=True)
    (tmp_path / "parts" / "one.tex").write_text(
        "\\section{One}\nFirst words.\n\\input{parts/deep/two}\n", encoding="utf-8"
    )
    (tmp_path / "parts" / "deep" / "two.tex").write_text("Second words.\n", encoding="utf-8")
    (tmp_path / "three.tex").write_text("Third words.\n", encoding="utf-8")
    main = tmp_path / "main.tex"
    main.write_text(
        "\\documentclass{IEEEtran}\n\\begin{document}\n\\input{parts/one.tex}\n\\include{three}\n"
        "\\end{document}\n",
        encoding="utf-8",
    )
    paper = read(str(main)).paper
    plain = paper.text.plain
    assert plain.index("First") < plain.index("Second") < plain.index("Third")
    assert len(paper.sources) == 4
    at = plain.index("Second")
    span = paper.text.span(at, at + 6)
    assert (span.text, span.source.locate(span.start)) == ("Second", (1, 1))
    assert span.source.path.endswith("parts/deep/two.tex")


def test_a_macro_with_a_false_condition_skips_nothing_of_later_files(tmp_path):
    """The tokens of a macro's body are freed after the call, and a file takes their place."""
    names = [f"part{number}" for number in range(8)]
    for name in names:
        (tmp_path / f"{name}.tex").write_text("\\vspace{-3mm} a " * 40, encoding="utf-8")
    calls = "\n".join(f"\\todo{{check}} \\todo{{again}} \\input{{{name}}}" for name in names)
    main = tmp_path / "main.tex"
    main.write_text(
        "\\documentclass{IEEEtran}\n\\newif\\ifnotes\n"
        "\\newcommand{\\todo}[1]{\\ifnotes\\textbf{To do: #1, #1, #1, #1}\\fi}\n"
        f"\\begin{{document}}\n{calls}\n\\end{{document}}\n",
        encoding="utf-8",
    )
    view = read(str(main)).latex
    assert view is not None
    assert len(list(view.commands("vspace"))) == 40 * len(names)
