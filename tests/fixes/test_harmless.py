"""Passages on which fixes once did harm, each kind with several inputs: what they become."""

from __future__ import annotations

import pytest

from ieeelint.cli import main

HEAD = """\\documentclass[conference]{IEEEtran}
\\usepackage{amsmath,graphicx,tikz,acronym,pifont,xcolor,cleveref}
\\newcommand{\\legendbox}[1]{\\textcolor{#1}{\\rule{1em}{1em}}}
\\begin{document}
"""
END = "\n\\end{document}\n"


def fixed(path, body: str, codes: str, *options: str) -> str:
    """The body after all fixes of these rules."""
    path.write_text(HEAD + body + END, encoding="utf-8")
    main(["check", "--isolated", "--quiet", "--fix", "--select", codes, *options, str(path)])
    return path.read_text(encoding="utf-8")[len(HEAD) : -len(END)]


@pytest.mark.parametrize(
    "body",
    [
        "\\begin{align} a &= b \\\\[2mm] d &= e . \\end{align}",
        "\\begin{align} a &= b \\\\*[3mm] d &= e . \\end{align}",
        "\\begin{equation} \\hspace*{-2mm} c = d . \\end{equation}",
        "\\[ \\begin{cases} 1 \\\\[1mm] 2 \\end{cases} \\]",
        "\\[ \\begin{bmatrix} 1 \\\\[1mm] 2 \\end{bmatrix} \\]",
        "\\[ \\makebox[2cm]{$a$} = \\raisebox{2mm}[3mm]{$b$} \\]",
        "\\[ \\abovedisplayskip=3mm a = \\kern2mm b \\]",
        "\\[ \\includegraphics[height=5mm]{a} = b \\]",
        "\\begin{tabular}{c} a \\\\*[2mm] b\\\\[3mm] c\\end{tabular}",
        "\\begin{itemize}\\item[5mm] Words.\\end{itemize}",
        "{\\leftskip 5mm \\parindent=3mm Words.}",
        "The \\tikz\\node[minimum width=2cm]{a}; is good.",
    ],
)
def test_lengths_are_no_units(tmp_path, body):
    if "\\item[5mm]" in body:  # the label of an item is prose
        assert fixed(tmp_path / "p.tex", body, "UNT,EQN") == body.replace("5mm", "5~mm")
    else:
        assert fixed(tmp_path / "p.tex", body, "UNT,EQN") == body


@pytest.mark.parametrize(
    "body",
    [
        "Click on \\includegraphics[height=1em]{icon} on the left.",
        "red \\legendbox{red} and \\legendbox{blue} and more",
        "Go to \\rule{1em}{1em} to it.",
        "the \\raisebox{1mm}{\\includegraphics{a}} the end",
        "the \\tikz{\\draw (0,0);} the end",
        "the \\tikz\\draw (0,0) node {x}; the end",
        "the \\usebox{\\icon} the end",
        "the \\begin{tikzpicture}\\draw (0,0);\\end{tikzpicture} the end",
        "the \\ding{51} the end",
        "the $x$ the end",
        "the \\verb|x| the end",
    ],
)
def test_what_prints_between_two_words_divides_them(tmp_path, body):
    assert fixed(tmp_path / "p.tex", body, "TXT013") == body


@pytest.mark.parametrize(
    ("between", "left"),
    [
        (" ", " "),
        ("\n", " "),
        (" \\label{pos:a} ", " \\label{pos:a} "),
        (" \\index{bee} ", " \\index{bee} "),
        (" \\vspace{2mm} ", " \\vspace{2mm} "),
    ],
)
def test_a_doubled_word_goes_alone(tmp_path, between, left):
    body = f"We saw the{between}the end."
    assert fixed(tmp_path / "p.tex", body, "TXT013") == f"We saw the{left}end."


@pytest.mark.parametrize(
    "words",
    [
        "Picture of a \\ac{bee}",
        "Picture of the \\acp{bee}",
        "Bee with mark \\ding{51}",
        "Bee with x \\tikz{\\node{x};}",
        "Bee of three\\textsuperscript{a}",
        "Bee in CO\\textsubscript{2}",
        "Bee in much \\ce{CO2}",
        "Bee with sign \\symbol{64}",
        "Bee with mark \\pgfuseplotmark{x}",
        "Bee and \\textbf{nest\\textsuperscript{b}}",
        "Bee of \\citeauthor{lima}",
        "Bee and {\\bfseries nest}",
        "Bee and $x$",
    ],
)
def test_the_period_of_a_caption_is_behind_the_last_group(tmp_path, words):
    before = f"\\begin{{figure}}[!t]\\includegraphics{{a}}\\caption{{{words}}}\\end{{figure}}"
    after = before.replace(words, words + ".")
    assert fixed(tmp_path / "p.tex", before, "FIG003") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("So \\ref{a} holds", "So (\\ref{a}) holds"),
        ("So \\ref{a}-\\ref{b} hold", "So (\\ref{a})-(\\ref{b}) hold"),
        ("So \\ref{a}--\\ref{b} hold", "So (\\ref{a})--(\\ref{b}) hold"),
        ("So (\\ref{a})-\\ref{b} hold", "So (\\ref{a})-(\\ref{b}) hold"),
        ("So \\eqref{a}-\\eqref{b} hold", "So \\eqref{a}-\\eqref{b} hold"),
        ("The step-\\ref{a} rule", "The step-\\ref{a} rule"),
    ],
)
def test_both_ends_of_a_range_are_fixed_or_none(tmp_path, before, after):
    equations = "\n".join(
        f"\\begin{{equation}}x = 1.\\label{{{key}}}\\end{{equation}}" for key in "ab"
    )
    assert fixed(tmp_path / "p.tex", f"{equations}\n{before}.", "EQN002") == (
        f"{equations}\n{after}."
    )


@pytest.mark.parametrize(
    "body",
    [
        "Use \\verb|\\begin{figure}| here. It ends in \\cref{sec:n}.\\section{N}\\label{sec:n}",
        "Use \\lstinline|\\begin{figure}| here, in \\autoref{sec:n}.\\section{N}\\label{sec:n}",
        "Use \\texttt{\\string\\begin} here, in \\cref{sec:n}.\\section{N}\\label{sec:n}",
        "% \\begin{figure}\nIt ends in \\cref{sec:n}.\\section{N}\\label{sec:n}",
        "See \\cite{a}% note\n\\cite{b}.",
        "\\href{https://6g-a.eu/x.pdf}{https://6g-a.eu/x.pdf} and https://5m-b.org.",
        "In ETSI MEC 003 V3.1.1 and the digit 6s.",
        "We call it \\textbf{Potential Weight} (PW). The \\textbf{Potential Weight} (PW) is PW.",
    ],
)
def test_code_comments_addresses_and_groups_stay(tmp_path, body):
    assert fixed(tmp_path / "p.tex", body, "FIG,UNT,REF013,ABR", "--unsafe-fixes") == body


@pytest.mark.parametrize(
    ("columns", "preamble", "is_fixed"),
    [
        ("lcr", "", True),
        ("p{2cm}c", "", True),
        ("lSc", "", False),
        ("ld{2}c", "", False),
        ("lD{.}{.}{2}r", "", False),
        (">{$}r<{$}c", "", False),
        ("lR", "\\newcolumntype{R}{>{$}r<{$}}", False),
        ("lT", "\\newcolumntype{T}{S[table-format=2.1]}", False),
        ("l>{\\collectcell\\x}c<{\\endcollectcell}", "\\newcommand{\\x}[1]{#1}", False),
        ("lQ[si={table-format=2.1}]", "", False),
        ("lQ[si, r]", "", False),
        ("lQ[m,r]", "", True),
        ("lC", "\\newcolumntype{C}{>{\\centering}p{2cm}}", True),
    ],
)
def test_no_formula_is_put_into_a_column_of_numbers(tmp_path, columns, preamble, is_fixed):
    table = f"\\begin{{tabular}}{{{columns}}} a & -5.1 \\\\ b & c \\end{{tabular}}"
    body = f"{preamble}\\begin{{table}}[!t]\\caption{{A}}{table}\\end{{table}}"
    result = fixed(tmp_path / "p.tex", body, "EQN006")
    assert result == (body.replace("-5.1", "$-5.1$") if is_fixed else body)


@pytest.mark.parametrize(
    "body",
    [
        "See \\cite{a}\\color{red}\\cite{b}.",
        "See \\cite{a}\\newcommand{\\x}{y}\\cite{b}.",
        "See \\cite{a}\\hypertarget{a}{}\\cite{b}.",
        "See \\cite{a}\\vspace{1mm}\\cite{b}.",
        "The \\mbox{$$x$$} and \\hbox{a $$x$$ b}.",
        "\\begin{tabular}{c} $$x$$ \\end{tabular}",
        "E. G. Lima and I.E. du Costa found it.",
        "\\section[Thanks]{Acknowledgment} We thank it.",
    ],
)
def test_what_only_looks_wrong_stays(tmp_path, body):
    assert fixed(tmp_path / "p.tex", body, "REF013,EQN008,TXT005,HDG004", "--unsafe-fixes") == body


@pytest.mark.parametrize(
    "columns", ["lS", "l|S[table-format=-1.1]@{}", "l*{2}{S}", "l*{3}{S[table-format=-2]}"]
)
def test_columns_that_set_numbers_keep_them(tmp_path, columns):
    for first in ("Pipe", ""):
        body = (
            "Table~\\ref{t} lists it.\n\\begin{table}\\caption{Gains}\\label{t}\n"
            f"\\begin{{tabular}}{{{columns}}}\n{first} & {{Gain}} \\\\\n\\hline\n"
            "one & -5 \\\\\ntwo & -.5 \\\\\n\\hline\n\\end{tabular}\n\\end{table}"
        )
        assert fixed(tmp_path / "p.tex", body, "EQN006,UNT005") == body


@pytest.mark.parametrize(
    "body",
    [
        "\\count1=-5 It flows.",
        "\\advance\\count255 by -2 It flows.",
        "\\dimen2 -.5pt It flows.",
        "\\wd0=.5pt It flows.",
        "\\typeout{It has the the .5 V}It flows.",
        "\\begin{rig}\\put(.5,-.5){Flow}\\multiput(-.5, .5)(.1,-1){5}{\\line(1,-1){.5}}\\end{rig}",
        "\\begin{rig}\\vector(-1,0){.5}\\qbezier[20](0,.5)(-.5,1)(1,.5)\\oval(.5,-.5)\\end{rig}",
        "\\begin{rig}\\dashline[2]{.5}(.5,-.5)(1,-.5)\\end{rig}",
        "\\begin{rig}\\cbezier(0,.5)(1,1)(1,-.5)(0,0)\\bezier{9}(-.5,.5)(1,-1)(0,.5)\\end{rig}",
        '\\PackageWarning{pipes}{The the 5V "pipe"}It flows.',
    ],
)
def test_what_does_not_print_stays(tmp_path, body):
    assert fixed(tmp_path / "p.tex", body, "UNT,EQN,TXT") == body


def test_a_bare_exponent_is_left_to_the_author(tmp_path):
    body = "It grows as $x^.5$, and $a_.5$ is as $y^{.5}$."
    expected = "It grows as $x^.5$, and $a_.5$ is as $y^{0.5}$."
    assert fixed(tmp_path / "p.tex", body, "UNT005") == expected
