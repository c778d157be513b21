"""The text of a paper as outputs show it, with its places in the source."""

from __future__ import annotations

from pathlib import Path

import pytest

from ieeelint.proofs.blocks import proof_of
from ieeelint.proofs.stand_ins import PLACED, code, unit
from ieeelint.readers import read
from ieeelint.starters.word import document

HERE = Path(__file__).parent
PAPERS = sorted(path.parent.name for path in HERE.glob("papers/*/paper.tex"))
PAPER = r"""\documentclass[journal]{IEEEtran}
\title{Cold Pumps\\in Winter}
\author{Ana Lima\thanks{A. Lima is in Porto.}}
\begin{document}
\maketitle
\begin{abstract}Pumps freeze.\end{abstract}
\begin{IEEEkeywords}pumps, water\end{IEEEkeywords}
\section{Flow}\label{sec:flow}
\subsection{At Night}
The flow is $q_1 = \alpha d^2$, see \cite{lima,rossi,gone} and
Section~\ref{sec:flow}\footnote{By day.}.
It is \emph{cold} at \SI{20}{\milli\metre} in \verb|pump.c| \"uber \ref{none}.
\begin{equation}q = \frac{a}{b} \label{eq:q}\end{equation}
As \eqref{eq:q} says:
\begin{itemize}\item Slow.\item Fast.\end{itemize}
\begin{quote}Water waits.\end{quote}
\begin{figure}\includegraphics{pump.pdf}\caption{A pump.}\label{fig:p}\end{figure}
\begin{table}\caption{Flow}\begin{tabular}{ll}
\multicolumn{2}{c}{Night} \\ Bore & Flow \\ 10 & \\ \end{tabular}\end{table}
\bibliographystyle{IEEEtran}
\bibliography{refs}
\end{document}
"""
BIB = """@article{rossi, author={Carla Rossi}, title={Ice}, journal={J. Flow}, year=2020}
@article{lima, author={Ana Lima}, title={Cold}, journal={J. Flow}, year=2019}
@article{nobody, author={No Body}, title={Uncited}, journal={J. Flow}, year=2018}
"""


@pytest.fixture
def blocks(tmp_path):
    """The blocks of the sample: kind, label, and the words of each row and cell."""
    (tmp_path / "paper.tex").write_text(PAPER, encoding="utf-8")
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    return shown(tmp_path / "paper.tex")


def shown(path):
    proof = proof_of(read(str(path)))
    return [
        (kind, label, [[words(cell) for cell in row] for row in rows])
        for kind, label, rows, _ in proof["blocks"]
    ]


def words(cell):
    return "".join(piece[0] for piece in cell[1])


def of_kind(blocks, kind):
    return [(label, rows) for name, label, rows in blocks if name == kind]


def test_blocks_have_the_words_that_a_reader_sees(blocks):
    assert of_kind(blocks, "title") == [("", [["Cold Pumps\nin Winter"]])]
    assert of_kind(blocks, "abstract") == [("Abstract—", [["Pumps freeze."]])]
    assert of_kind(blocks, "keywords") == [("Index Terms—", [["pumps, water"]])]
    assert of_kind(blocks, "heading")[0] == ("I. ", [["Flow"]])
    assert of_kind(blocks, "subheading") == [("A. ", [["At Night"]])]
    assert of_kind(blocks, "item") == [("", [["Slow."]]), ("", [["Fast."]])]
    assert of_kind(blocks, "quotation") == [("", [["Water waits."]])]


def test_formulas_citations_and_numbers_are_readable(blocks):
    text = " ".join(rows[0][0] for _, rows in of_kind(blocks, "prose"))
    assert "The flow is q₁ = αd², see [1], [2], [gone?] and\nSection\u00a0I1." in text
    assert "20 milli metre in pump.c über ?." in text
    assert "q = a/b   (1)" in text
    assert "As (1) says:" in text


def test_figures_and_tables_have_their_labels_and_cells(blocks):
    assert of_kind(blocks, "figure") == [("", [["pump.pdf"]])]
    assert of_kind(blocks, "caption") == [
        ("Fig. 1. ", [["A pump."]]),
        ("TABLE I ", [["Flow"]]),
    ]
    ((_, rows),) = of_kind(blocks, "table")
    assert [[cell.strip() for cell in row] for row in rows] == [
        ["Night"],
        ["Bore", "Flow"],
        ["10", ""],
    ]


def test_cited_entries_are_printed_in_the_order_of_citation(blocks):
    assert of_kind(blocks, "heading")[-1][0] == "References"
    labels = [label for label, _ in of_kind(blocks, "reference")]
    printed = [rows[0][0] for _, rows in of_kind(blocks, "reference")]
    assert labels == ["[1] ", "[2] "]
    assert printed[0].startswith("A.\u00a0Lima, “Cold,” J. Flow")
    assert printed[1].startswith("C.\u00a0Rossi, “Ice,” J. Flow")


def test_a_word_draft_has_the_same_blocks(tmp_path):
    sketch = (
        "[paper title] Pipes in Cold Rooms\n[Abstract] Abstract—Pipes freeze.\n"
        "[heading 1] Flow\n[Body Text] It is [1].\n[figure caption] A pipe.\n"
        "[heading 5] References\n[references] A. Lima, “Cold,” J. Flow, 2019.\n"
    )
    (tmp_path / "draft.docx").write_bytes(document(sketch))
    blocks = shown(tmp_path / "draft.docx")
    assert of_kind(blocks, "title") == [("", [["Pipes in Cold Rooms"]])]
    assert of_kind(blocks, "heading")[0] == ("I. ", [["Flow"]])
    assert of_kind(blocks, "caption") == [("Fig. 1. ", [["A pipe."]])]
    assert of_kind(blocks, "reference")[0][0] == "[1] "


@pytest.mark.parametrize("name", PAPERS)
def test_pieces_are_where_they_say(name):
    proof = proof_of(read(str(HERE / "papers" / name / "paper.tex")))
    typed = 0
    for _, _, rows, places in proof["blocks"]:
        pieces = [piece for row in rows for cell in row for piece in cell[1]]
        for text, style, source, start, end in pieces:
            if source < 0 or PLACED.intersection(style.split()) or len(text) != end - start:
                continue
            typed += 1
            source_text = proof["sources"][source][1][start:end]
            assert source_text.replace("~", "\u00a0") == text or len(text) == 1
        for source, start, end in places:
            assert 0 <= start <= end <= len(proof["sources"][source][1])
    assert typed >= 20


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"\url{https://a.example/b_c}", "https://a.example/b_c"),
        (r"\verb|a{b}|", "a{b}"),
        (r"\mintinline{python}{noon(day)}", "noon(day)"),
        (r"\lstinline[language=C]{x = 1}", "x = 1"),
        ("x" * 5000, "x" * 2000 + " …"),
    ],
)
def test_code_is_shown_without_its_command(source, shown):
    assert code(source) == shown


def test_units_are_shown_without_backslashes():
    assert unit(r"\milli\metre\per\second") == "milli metre per second"
    assert unit("kHz") == "kHz"
