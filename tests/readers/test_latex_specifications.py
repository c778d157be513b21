"""Macros of xparse and xargs read their arguments as they specify them."""

from __future__ import annotations

import pytest

from ieeelint.cli import main
from ieeelint.readers.latex.reading import read

PREAMBLE = r"""
\NewDocumentCommand{\around}{O{1cm} m O{2cm} m}{\hspace*{#1}#2\hspace*{#3}#4}
\NewDocumentCommand{\gap}{s t+ m}{\IfBooleanTF{#1}{\hspace*{#3}}{#3}\IfBooleanT{#2}{ plus}}
\NewDocumentCommand{\pair}{r() d<> m}{#3 at #1}
\NewDocumentCommand{\named}{o +m g}{#2\IfValueT{#1}{ or #1}\IfNoValueF{#3}{ and #3}}
\NewDocumentCommand{\lists}{>{\SplitList{;}} m !O{x}}{#1}
\NewDocumentCommand{\marked}{D<>{dry} m}{#1 #2}
\newcommandx{\both}[3][1=one,3=three]{#1 #2 #3}
\newcommandx*{\plain}[1]{#1}
"""


def printed(body: str) -> str:
    text = f"\\documentclass{{IEEEtran}}\n{PREAMBLE}\\begin{{document}}\n{body}\n\\end{{document}}"
    return " ".join(read("nowhere/paper.tex", text=text).paper.text.plain.split())


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (r"\around{wet}{dry}", "wet dry"),
        (r"\around[3cm]{wet}[4cm]{dry}", "wet dry"),
        (r"\around{wet}[4cm] {dry}", "wet dry"),
        (r"\gap*{5cm} sea", "sea"),
        (r"\gap*+{5cm} sea", "plus sea"),
        (r"\gap {wet} sea", "wet sea"),
        (r"\gap+{wet} sea", "wet plus sea"),
        (r"\pair(3,4)<x>{wet} sea", "wet at 3,4 sea"),
        (r"\pair(3){wet} sea", "wet at 3 sea"),
        (r"\named{wet} sea", "wet sea"),
        (r"\named[dry]{wet}{damp} sea", "wet or dry and damp sea"),
        (r"\lists{wet}[y] sea", "wet sea"),
        (r"\marked{sea}", "dry sea"),
        (r"\marked<wet>{sea}", "wet sea"),
        (r"\both{two}", "one two three"),
        (r"\both[1]{two}[3]", "1 two 3"),
        (r"\plain{wet}", "wet"),
    ],
)
def test_what_a_call_prints(call, expected):
    assert printed(call) == expected


def test_environments():
    environment = r"\NewDocumentEnvironment{wet}{s O{sea} m d<>}{#2, #3, }{}"
    assert (
        printed(rf"{environment}\begin{{wet}}[lake]{{ice}}<x>snow\end{{wet}}") == "lake, ice, snow"
    )


@pytest.mark.parametrize("specification", ["e{_^} m", "v", "m b"])
def test_other_kinds_are_not_expanded(specification):
    macro = rf"\NewDocumentCommand{{\odd}}{{{specification}}}{{never}}"
    assert "never" not in printed(rf"{macro}\odd{{wet}} sea")


@pytest.mark.parametrize(
    "call",
    [r"\around[-5cm]{a}[-5cm]{b}", r"\gap*{-5cm}", r"\gap*+{.5cm}", r"\pair(.5,5cm){a}"],
)
def test_no_fix_changes_what_is_not_prose(tmp_path, call):
    path = tmp_path / "p.tex"
    head = f"\\documentclass{{IEEEtran}}\n{PREAMBLE}\\begin{{document}}\n"
    path.write_text(f"{head}See {call} of 5GHz.\n\\end{{document}}\n", encoding="utf-8")
    main(["check", "--isolated", "--quiet", "--fix", "--unsafe-fixes", str(path)])
    fixed = path.read_text(encoding="utf-8")
    assert call in fixed
    assert "5~GHz" in fixed


@pytest.mark.parametrize(
    ("definition", "call"),
    [
        (r"\def\odd#1 {\hspace*{#1}}", r"\odd -5cm sea"),
        (r"\def\odd#1 #2;{\hspace*{#1}}", r"\odd -5cm 5GHz;sea"),
        (r"\def\odd[#1]#2:{\hspace*{#1}}", r"\odd[-5cm]5GHz:sea"),
    ],
)
def test_delimited_arguments_are_not_read(definition, call):
    assert printed(f"{definition}Wet {call} rises.").startswith("Wet ")
    assert "5" not in printed(f"{definition}Wet {call} rises.")
    assert printed(f"{definition}Wet {call} rises.").endswith("sea rises.")


def test_a_space_before_the_first_argument_delimits_nothing():
    assert printed(r"\def\even #1{#1}Wet \even {sea} rises.") == "Wet sea rises."
