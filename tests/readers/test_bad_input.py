"""Whatever the file holds, reading ends, ends soon, and says what is wrong."""

from __future__ import annotations

import os

import pytest
from linear_time import assert_linear

from ieeelint.paper.model import Paper
from ieeelint.readers import ReadError
from ieeelint.readers.latex.reading import read

HEAD = "\\documentclass{IEEEtran}\n\\begin{document}\n"


def body(text: str) -> Paper:
    return read("paper.tex", text=f"{HEAD}{text}\n\\end{{document}}\n").paper


def kinds(paper: Paper) -> list[str]:
    return [problem.kind for problem in paper.problems]


def project(tmp_path, **files: str) -> Paper:
    for name, text in files.items():
        (tmp_path / f"{name}.tex").write_text(text, encoding="utf-8")
    return read(str(tmp_path / "main.tex")).paper


def test_an_empty_file_is_an_empty_paper(tmp_path):
    path = tmp_path / "main.tex"
    path.write_bytes(b"")
    paper = read(str(path)).paper
    assert paper.text.plain.strip() == ""
    assert paper.is_fragment


@pytest.mark.parametrize("data", [b"\x7fELF\x00\x01", b"PK\x03\x04\x00\x00", b"a\x00b"])
def test_a_binary_file_is_refused(tmp_path, data):
    path = tmp_path / "main.tex"
    path.write_bytes(data)
    with pytest.raises(ReadError, match="binary"):
        read(str(path))


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(ReadError, match="folder"):
        read(str(tmp_path))


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(ReadError, match="does not exist"):
        read(str(tmp_path / "none.tex"))


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="no devices here")
def test_a_device_is_refused():
    with pytest.raises(ReadError):
        read("/dev/null")


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "}",
        "{{{ words }",
        "words }}}",
        "\\emph{words",
        "\\emph",
        "\\begin{figure}",
        "\\end{figure}",
        "$x",
        "$$x",
        "\\[x",
        "\\begin{equation}x",
        "\\cite{a",
        "\\cite",
        "\\footnote{a",
        "\\verb|a",
        "\\begin{verbatim}",
        "\\iffalse",
        "\\fi",
        "\\else",
        "\\newcommand",
        "\\newcommand{\\a",
        "\\def",
        "\\def\\a",
        "\\def\\a#",
        "\\input",
        "\\input{",
        "\\begin",
        "\\begin{",
        "\\",
        "\\begin{tabular}",
        "\\section{",
        "\\bibitem",
        "\\item",
        "\\caption{",
        "\\label{",
        "\\title{",
        "\\author{",
        "&",
        "#",
        "\x00",
    ],
)
def test_what_is_left_open_is_read(text):
    paper = body(f"Words before.\n\n{text}")
    assert "Words before." in paper.text.plain
    for cut in (text, f"\\documentclass{{IEEEtran}}{text}", f"{HEAD}{text}"):
        read("paper.tex", text=cut)


def test_a_missing_input_is_told(tmp_path):
    paper = project(tmp_path, main=f"{HEAD}Before.\n\\input{{none}}\nAfter.\n\\end{{document}}")
    assert "missing-file" in kinds(paper)
    assert "After." in paper.text.plain


def test_a_cycle_of_inputs_ends(tmp_path):
    paper = project(
        tmp_path,
        main=f"{HEAD}One.\\input{{a}}\n\\end{{document}}",
        a="Two.\\input{b}",
        b="Three.\\input{a}\\input{main}",
    )
    assert "cycle" in kinds(paper)
    assert paper.text.plain.count("Two.") == 1


def test_a_folder_is_no_input(tmp_path):
    (tmp_path / "parts").mkdir()
    paper = project(tmp_path, main=f"{HEAD}\\input{{parts}}After.\n\\end{{document}}")
    assert kinds(paper)
    assert "After." in paper.text.plain


@pytest.mark.parametrize("name", ["/dev/null", "/dev/zero", "../secret"])
def test_nothing_outside_the_project_is_read(tmp_path, name):
    (tmp_path / "secret.tex").write_text("Secret words.", encoding="utf-8")
    folder = tmp_path / "paper"
    folder.mkdir()
    paper = project(folder, main=f"{HEAD}\\input{{{name}}}After.\n\\end{{document}}")
    assert kinds(paper)
    assert "Secret" not in paper.text.plain
    assert "After." in paper.text.plain


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("{", "}"),
        ("\\emph{", "}"),
        ("\\begin{center}", "\\end{center}"),
        ("\\begin{itemize}\\item ", "\\end{itemize}"),
        ("\\footnote{", "}"),
        ("$\\text{", "}$"),
        ("\\iftrue ", "\\fi "),
        ("\\iffalse ", "\\fi "),
        ("[", "]"),
    ],
)
def test_ten_thousand_deep(opening, closing):
    paper = body(f"{opening * 10_000}core{closing * 10_000}\n\nAfter.")
    assert paper.text.plain
    body(opening * 10_000)


@pytest.mark.parametrize(
    "definition",
    [
        "\\newcommand{\\a}{x \\a}",
        "\\def\\a{\\a\\a}",
        "\\newcommand{\\a}{\\b}\\newcommand{\\b}{\\a}",
        "\\let\\a\\a",
        "\\newcommand{\\a}[1]{\\a{#1#1}}",
        "\\newenvironment{a}{\\begin{a}}{\\end{a}}\\begin{a}",
    ],
)
def test_a_macro_that_calls_itself_ends(definition):
    paper = body(f"{definition} Before. \\a{{y}} \n\nAfter.")
    assert "Before." in paper.text.plain
    assert "After." in paper.text.plain


@pytest.mark.thorough
def test_macros_that_double_do_not_explode():
    names = "abcdefghijklmnopqrstuvwxyz"
    chain = "".join(
        f"\\newcommand{{\\m{x}}}{{\\m{y}\\m{y}\\m{y}}}"
        for x, y in zip(names, names[1:], strict=False)
    )
    paper = body(f"{chain}\\newcommand{{\\mz}}{{word }}\\ma\n\nAfter.")
    assert len(paper.text.plain) < 50_000_000


HOSTILE = [
    "It is \\[ a and so it flows.\n\n",
    "\\newif\\ifa\\ifa x\n\n",
    "\\iffalse x\n\n",
    "x\\begin{a}\\end{b} ",
    "\\begin{figure} x\n\n",
    "{",
    "}",
    "[",
    "]",
    "$",
    "$$",
    "\\",
    "\\\\",
    "%",
    "%\n",
    "~",
    "&",
    "#",
    "^",
    "_",
    "\n\n",
    "\r",
    "\\a",
    "\\item ",
    "\\par ",
    "\\begin{",
    "\\begin{a}",
    "\\end{a}",
    "\\begin{equation}",
    "\\begin{figure}",
    "\\begin{verbatim}",
    "\\begin{tabular}{c}",
    "\\[",
    "\\]",
    "\\(",
    "\\)",
    "\\verb|",
    "\\iffalse",
    "\\fi",
    "\\else",
    "\\ifx",
    "\\cite{",
    "\\cite[",
    "\\cite{a}",
    "\\ref{a}",
    "\\label{a}",
    "\\caption{",
    "\\footnote{",
    "\\section{",
    "\\newcommand{\\a}{",
    "\\def\\a",
    "\\input{",
    "\\input{a}",
    "\\emph{",
    "``",
    "''",
    "---",
    "5~kHz ",
    "é",
    "中",
    "\\newcommand",
    "\\let\\a\\b",
    "\\bibitem{a}",
    "\\'",
    "\\url{",
]


def run_of(token: str, size: int) -> Paper:
    return read("paper.tex", text=HEAD + token * (size // len(token))).paper


@pytest.mark.parametrize("token", HOSTILE)
def test_hostile_text_takes_linear_time(token):
    assert_linear(lambda size: run_of(token, size), 60_000)


@pytest.mark.thorough
@pytest.mark.parametrize(
    "token", ["{", "$", "\\begin{a}", "%", "\\a", "\\footnote{", "\\begin{verbatim}", "\\cite{a}"]
)
def test_two_megabytes_of_one_token_are_read(token):
    assert (
        run_of(token, 2_000_000).problems is not None
    )  # no recursion too deep, no memory too small
