"""Values that TeX reads, and code that a program reads, are not words."""

from __future__ import annotations

import pytest

from ieeelint.readers.latex.reading import read


def printed(body: str) -> str:
    """The words that the body of a draft prints."""
    text = f"\\documentclass{{IEEEtran}}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
    return read("nowhere/paper.tex", text=text).paper.text.plain


@pytest.mark.parametrize(
    "test",
    [
        "5mm<\\hsize",
        "5true mm<\\hsize",
        ".5\\hsize>-5mm",
        "\\wd0>5mm",
        "\\ht\\pipebox>5mm",
        "\\dp 0>5mm",
        "\\dimen2>5mm",
        "\\dimexpr\\hsize-2mm\\relax>5mm",
        "\\dimexpr 5mm>\\hsize",
        "5mm>\\dimexpr 2mm+3mm\\relax",
    ],
)
def test_the_lengths_that_ifdim_compares_do_not_print(test):
    words = printed(f"Water \\ifdim{test} flows\\fi.")
    assert not any(sign in words for sign in "mM05<>"), words
    assert "flows" in words


@pytest.mark.parametrize(
    "shape",
    ["2 .5cm 5cm 0cm 6cm", "=1 .5\\hsize 5true mm", "2 0pt \\hsize .5em .9\\hsize", "0"],
)
def test_the_lengths_of_a_parshape_do_not_print(shape):
    words = printed(f"\\parshape{shape} Water flows.")
    assert words.split() == ["Water", "flows."]


def test_a_number_after_a_parshape_prints():
    assert printed("\\parshape1 0pt 5cm 12 pipes leak.").split() == ["12", "pipes", "leak."]


@pytest.mark.parametrize(
    "command", ["pu", "py", "Sexpr", "sage", "sagestr", "directlua", "luaexec", "SetCell[r=2]"]
)
def test_code_is_not_prose(command):
    words = printed(f'Water \\{command}{{f("5kHz")}} flows.')
    assert "kHz" not in words
    assert "flows." in words


def test_a_macro_of_the_draft_is_not_code():
    words = printed("\\newcommand{\\py}[1]{#1 in Python}Water \\py{flows}.")
    assert "flows in Python." in words
