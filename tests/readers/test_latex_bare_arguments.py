"""Arguments without braces: one character or one command, and never what is not an argument."""

from __future__ import annotations

import pytest

from ieeelint.readers.latex.reading import read


def draft_of(body: str, preamble: str = ""):
    text = (
        f"\\documentclass{{IEEEtran}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
    )
    return read("nowhere/paper.tex", text=text)


def words_of(body: str, preamble: str = "") -> str:
    return " ".join(draft_of(body, preamble).paper.text.plain.split())


@pytest.mark.parametrize(
    "before",
    [
        "\\hypersetup",
        "\\markboth{left}",
        "\\definecolor{sea}{rgb}",
        "\\setlength{\\parskip}",
        "\\vspace",
        "\\graphicspath",
        "\\title",
        "\\newtheorem{law}",
        "\\unknowncommand",
    ],
)
@pytest.mark.parametrize("between", ["", "\n", " % a comment\n  "])
def test_a_missing_argument_swallows_no_command(before, between):
    draft = draft_of("Water.", f"{before}{between}\\usepackage{{pslatex}}")
    assert "pslatex" in draft.latex.packages


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Water \\addtocounter{page} flows.", "Water flows."),
        ("Water \\hypersetup flows.", "Water flows."),
        ("Water \\pagestyle\n\nflows.", "Water flows."),
        ("Water \\textbf\n\nflows down.", "Water flows down."),
        ("Water \\emph\n % note\n\n flows.", "Water flows."),
        ("\\vspace\\baselineskip Water flows.", "Water flows."),
        ("\\vspace*\\fill Water flows.", "Water flows."),
        ("\\setlength\\parskip{0pt}Water flows.", "Water flows."),
        ("\\setlength\\parskip\\medskipamount Water flows.", "Water flows."),
        ("\\fontsize\\big\\wide Water flows.", "Water flows."),
        ("\\IEEEPARstart Water flows.", "Water flows."),
        ("\\IEEEPARstart{W}ater flows.", "Water flows."),
        ("\\begin{multicols}2Water flows.\\end{multicols}", "Water flows."),
    ],
)
def test_words_that_are_no_argument_print(body, words):
    assert words_of(body) == words


@pytest.mark.parametrize(
    ("body", "styled"),
    [
        ("Water \\emph flows down.", "f"),
        ("Water \\emph{flows} down.", "flows"),
        ("Water \\emph\n  flows down.", "f"),
        ("Water \\emph% so\n  flows down.", "f"),
        ("Water \\emph\\LaTeX\\ down.", "LaTeX"),
    ],
)
def test_a_style_without_braces_takes_one_character_or_command(body, styled):
    text = draft_of(body).paper.text
    marks = [(mark.start, mark.end) for mark in text.marks if mark.kind == "italic"]
    assert [text.plain[start:end] for start, end in marks] == [styled]


def test_the_location_of_a_bare_character_is_exact():
    draft = draft_of("Water \\emph flows down.")
    text = draft.paper.text
    at = text.plain.index("flows")
    assert text.span(at, at + 5).text == "flows"


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("\\twice ab", "aab"),
        ("\\twice{ab}", "abab"),
        ("\\twice\\LaTeX b", "LaTeXLaTeXb"),
        ("\\twice\\cite{k}", ""),
    ],
)
def test_a_macro_of_the_draft_takes_one_character(call, words):
    draft = draft_of(f"{call}.", "\\newcommand\\twice[1]{#1#1}")
    if words:
        assert draft.paper.text.plain.strip() == f"{words}."
    else:
        assert [key for key, _ in draft.paper.citations[0].keys] == ["k"]


@pytest.mark.parametrize(
    "body",
    [
        "\\emph\\cite{k} is good.",
        "\\footnote\\cite{k} is good.",
        "\\textbf\\begin{center}\\cite{k}\\end{center}",
        "\\vspace\\begin{center}\\cite{k}\\end{center}",
    ],
)
def test_a_command_with_arguments_is_read_itself(body):
    assert [[key for key, _ in item.keys] for item in draft_of(body).paper.citations] == [["k"]]


def test_a_formula_is_no_argument():
    assert len(draft_of("Let \\emph$x$ be \\vspace$y$.").paper.text.plain.split()) == 4


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("\\input part and more.", "Water flows. and more."),
        ("\\input part\n and more.", "Water flows. and more."),
        ('\\input "part" and more.', "Water flows. and more."),
        ("\\input part_2 and more.", "Wind blows. and more."),
        ("\\input part\\relax and more.", "Water flows. and more."),
        ("\\input{part} and more.", "Water flows. and more."),
        ("\\input{% first\n  part% here\n} and more.", "Water flows. and more."),
    ],
)
def test_the_name_of_an_included_file_ends_at_a_space(tmp_path, line, words):
    (tmp_path / "part.tex").write_text("Water flows.\n")
    (tmp_path / "part_2.tex").write_text("Wind blows.\n")
    root = tmp_path / "paper.tex"
    root.write_text(
        f"\\documentclass{{IEEEtran}}\n\\begin{{document}}\n{line}\n\\end{{document}}\n"
    )
    draft = read(str(root))
    assert " ".join(draft.paper.text.plain.split()) == words
    assert not draft.paper.problems


@pytest.mark.parametrize(
    ("preamble", "body", "words"),
    [
        ("\\let\\gap\\hspace", "Water\\gap{3mm} flows.", "Water flows."),
        ("\\let\\gap=\\hspace \\let\\gp\\gap", "Water\\gp*{3mm} flows.", "Water flows."),
        ("\\let\\gap\\hskip", "Water \\gap -3mm plus 1mm minus 2pt flows.", "Water flows."),
        ("\\newcommand{\\hspace}[1]{#1}\\let\\gap\\hspace", "Water \\gap{flows}.", "Water flows."),
        ("\\let\\gap\\hspace \\renewcommand{\\gap}[1]{#1}", "Water \\gap{flows}.", "Water flows."),
        ("", "\\vskip-3pt plus 1pt minus 2pt Water flows.", "Water flows."),
        ("", "\\vskip -1.5\\baselineskip plus 0pt\nminus 2pt Water flows.", "Water flows."),
        ("", "\\vskip-\\baselineskip plus 1fil Water flows.", "Water flows."),
    ],
)
def test_another_name_reads_the_same_arguments(preamble, body, words):
    assert words_of(body, preamble) == words


@pytest.mark.parametrize(
    "call",
    [
        "\\cites{a}{b}",
        "\\cites(see)(all)[3]{a}[see][4]{b}",
        "\\autocites (see)()[]{a}\n[p.~4]{b}",
        "\\parencites{a}{b} (and) [1] and more",
    ],
)
def test_every_group_of_a_multiple_citation_is_read(call):
    citations = draft_of(f"Water flows {call}.").paper.citations
    assert [key for citation in citations for key, _ in citation.keys] == ["a", "b"]
    assert len(citations) == 1


@pytest.mark.parametrize(
    ("specification", "arguments"),
    [("+b", ""), ("m +b", "{top}"), ("O{x} m", "[top]{left}"), ("m m", "{top}{left}"), ("", "")],
)
def test_a_document_environment_reads_its_arguments(specification, arguments):
    preamble = f"\\NewDocumentEnvironment{{x}}{{{specification}}}{{}}{{}}"
    assert words_of(f"\\begin{{x}}{arguments}Water flows.\\end{{x}}", preamble) == "Water flows."


def test_another_name_for_a_citation_cites():
    citations = draft_of("Water flows~\\by{lima}.", "\\let\\by\\cite").paper.citations
    assert [key for citation in citations for key, _ in citation.keys] == ["lima"]
