"""A formula without what is not math: same length, and only lengths, names and comments blank."""

from __future__ import annotations

import random

import pytest

from ieeelint.paper.blanking import math_of

# What is blanked is between ⟦ and ⟧.
CASES = [
    "a &= b \\\\⟦[2mm]⟧ c &= d",
    "a \\\\*⟦[3mm]⟧ b",
    "a \\\\ ⟦[ -1.5ex ]⟧ b",
    "a \\\\⟦[\\jot]⟧ b",
    "\\begin{bmatrix} 1 \\\\⟦[1mm]⟧ 2 \\end{bmatrix}",
    "\\hspace{⟦-0.3cm⟧} c = d",
    "\\hspace*{⟦-2mm⟧} c",
    "\\rule⟦[-1mm]⟧{⟦2cm⟧}{⟦3mm⟧} x",
    "\\makebox⟦[2cm]⟧{a}",
    "\\includegraphics⟦[height=5mm]⟧{⟦bee 2m⟧}",
    "\\abovedisplayskip⟦=3mm⟧ x",
    "\\kern⟦ 3mm⟧ x",
    "\\mkern⟦-2mu⟧ x",
    "\\leftskip ⟦5mm plus 1fil⟧ x",
    "\\textcolor{⟦red 2m⟧}{x}",
    "\\begin{array}⟦[t]⟧{⟦p{2cm}@{\\hspace{1mm}}c⟧} 1 & 2 \\end{array}",
    "\\label{⟦eq:5m⟧} x % 5 mm",
    "\\raisebox{⟦-1mm⟧}⟦[2mm]⟧⟦[3mm]⟧{$x$}",
]


@pytest.mark.parametrize("marked", CASES)
def test_lengths_and_names_are_blank(marked):
    content = marked.replace("⟦", "").replace("⟧", "")
    expected, inside = [], False
    for sign in marked:
        if sign in "⟦⟧":
            inside = sign == "⟦"
        else:
            expected.append(" " if inside else sign)
    result = math_of(content)
    if "%" not in content:
        assert result.split() == "".join(expected).split()
    assert len(result) == len(content)
    assert "5 mm" not in result and "2m" not in result.replace("\\", "")


@pytest.mark.parametrize(
    "content",
    [
        "5\\,\\mathrm{GHz}",
        "x \\\\ [a, b] \\in C",  # an interval in the next row
        "f[2 m] \\% 5 mm",  # no comment
        "\\delta = 3 mm",  # a variable, not a register
        "\\sqrt[3]{5 m}",
        "\\text{5 mm} \\frac{5 m}{2 s}",
        "\\left[ 2 \\right] 5 m",
        "\\hspace",
        "\\rule[",
    ],
)
def test_math_stays(content):
    assert math_of(content) == content


def test_the_arguments_of_the_environment_are_blank():
    assert math_of("{2} x &= 5 m", "alignat").strip(" {}") == "x &= 5 m"


def test_any_cut_keeps_its_length_and_other_characters():
    whole = " ".join(case.replace("⟦", "").replace("⟧", "") for case in CASES)
    generator = random.Random(1)
    for _ in range(400):
        start = generator.randrange(len(whole))
        piece = whole[start : start + generator.randrange(1, 90)]
        result = math_of(piece)
        assert len(result) == len(piece)
        assert all(new in (old, " ") for old, new in zip(piece, result))
