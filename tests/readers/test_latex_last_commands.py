"""The last command of a macro reads its arguments from after the call, as in TeX."""

from __future__ import annotations

import pytest

from ieeelint.cli import main
from ieeelint.paper.text import REF
from ieeelint.readers.latex.reading import read

PREAMBLE = """\\newcommand{\\figref}{Fig.~\\ref}
\\newcommand{\\shown}{\\figref}
\\newcommand{\\gap}{\\hspace*}
\\newcommand{\\strong}{\\textbf}
\\newcommand{\\after}[1]{#1 \\gap}
\\let\\space\\gap
"""


def draft_of(body: str):
    text = f"\\documentclass{{IEEEtran}}\n{PREAMBLE}\\begin{{document}}\n{body}\n\\end{{document}}"
    return read("nowhere/paper.tex", text=text)


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("See \\figref{fig:a-1} here.", f"See Fig.\xa0{REF} here."),
        ("See \\shown {fig:a-1}.", f"See Fig.\xa0{REF}."),
        ("See \\figref\n{fig:a-1}.", f"See Fig.\xa0{REF}."),
        ("One \\gap{5cm}two.", "One  two."),
        ("One \\after{x}{5cm}two.", "One x  two."),
        ("One \\strong{two} three.", "One two three."),
        ("A \\gap without one.", "A  without one."),  # no argument follows
    ],
)
def test_the_arguments_are_read_after_the_call(body, printed):
    assert " ".join(draft_of(body).paper.text.plain.split()) == " ".join(printed.split())


def test_the_reference_is_one_of_the_call():
    paper = draft_of("Sun shines. See \\figref{fig:a}.").paper
    reference = paper.cross_references[0]
    assert [key for key, _ in reference.keys] == ["fig:a"]
    assert reference.span.text == "\\figref{fig:a}"


@pytest.mark.parametrize(
    "call", ["\\gap{-5cm}", "\\figref{fig:5GHz}", '\\shown{a-"b"}', "\\space{.5cm}"]
)
def test_no_fix_changes_them(tmp_path, call):
    path = tmp_path / "p.tex"
    text = f"\\documentclass{{IEEEtran}}\n{PREAMBLE}\\begin{{document}}\nSee {call} of 5GHz.\n"
    path.write_text(text + "\\end{document}\n", encoding="utf-8")
    main(["check", "--isolated", "--quiet", "--fix", "--unsafe-fixes", str(path)])
    fixed = path.read_text(encoding="utf-8")
    assert call in fixed
    assert "5~GHz" in fixed
