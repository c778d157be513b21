"""What TeX reads as code, a length or a number is neither text nor changed."""

from __future__ import annotations

import pytest

from ieeelint.cli import main
from ieeelint.readers.latex.reading import read

HEAD = "\\documentclass{IEEEtran}\n\\newcommand{\\mine}[1]{#1}\n\\begin{document}\n"

CODE = [
    # values of registers and primitives
    "\\hyphenchar\\font=-1",
    "\\fontdimen2\\font=.5em",
    "\\unitlength.5cm",
    "\\hangafter-2",
    "\\dimen1=\\dimexpr -5pt+.5cm\\relax",
    "\\parskip=\\dimexpr .5cm-1.5cm\\relax",
    "\\count1=\\numexpr 5-1\\relax",
    # lists of loops, and what goes to a file
    "\\foreach \\x in {-1,-.5,...,2}",
    '\\foreach \\x [count=\\i] in {"a",5GHz}',
    "\\foreach \\a/\\b in {5cm/-5cm}",
    '\\immediate\\write\\out{"a" of 5GHz}',
    '\\immediate\\write16{"a" of 5GHz}',
    '\\write-1{"a" of 5GHz}',
    # patches and tests of strings
    '\\patchcmd{\\mine}{"a"}{5GHz}{}{}',
    '\\apptocmd{\\mine}{"a" 5GHz}{}{}',
    '\\preto\\mine{"a" 5GHz}',
    '\\AtBeginEnvironment{sea}{"a" 5GHz}',
    '\\StrSubstitute{"a"}{"b"}{5GHz}',
    '\\psfrag{5GHz "a"}[cc][cc][.5][-90]{}',
    '\\detokenize{"a" 5GHz}',
    "\\ch{2 H2 + O2 -> 2 H2O}",
    # keys, and formulas that a package computes
    '\\pgfkeys{/sea/.cd, name="a" of 5GHz, wide=.5mm}',
    '\\pgfqkeys{/sea}{name="a" of 5GHz}',
    "\\pgfmathparse{.5*5mm}",
    "\\pgfmathsetlength\\sea{.5*5mm}",
    '\\tcbset{title="a" of 5GHz}',
    # lengths of commands that are not known
    "\\tabto*{.5cm}",
    "\\leaps{-5cm}",
    "\\leaps*{.5 true cm}",
]


@pytest.mark.parametrize("code", CODE)
def test_code_is_not_text(code):
    text = f"{HEAD}Sun shines.\n\n{code} Rain falls.\n\\end{{document}}\n"
    passages = [passage.plain for passage in read("nowhere/p.tex", text=text).paper.passages]
    words = [" ".join(words.split()) for words in passages]
    assert words == ["Sun shines.", "Rain falls."]


@pytest.mark.parametrize(
    "code",
    [
        *CODE,
        "\\IfStrEq{\\mine}{5GHz}{It rains.}{It is dry.}",
        "\\marginnote{Rain}[-5cm]",
        '\\begin{verbatimtab}[4]\n5GHz "a"\n\\end{verbatimtab}',
        '\\begin{boxedverbatim}\n5GHz "a"\n\\end{boxedverbatim}',
        '\\textipa{"a 5s .5}',
        "\\chemfig{A-[:30,.5]B(-5s)}",
        "\\csname colour5GHz\\endcsname{} and",
        "\\newcommand{\\seakeys}[1]{\\pgfkeys{/sea/.cd,#1}}\\seakeys{name=grey of 5GHz}",
        '\\newcommand\\cod{\\lstinline[style=a]}\\cod{"a" 5GHz} and \\cod|.5 colour|',
        "\\let\\cod\\verb \\cod+colour 5GHz {+",
        "\\newcommand{\\cod}{\\mintinline{python}}\\cod{colour 5GHz}",
        "\\newmintinline{python}{} \\pythoninline{colour 5GHz}",
        "\\DeclareUrlCommand\\cod{} \\cod{colour/5GHz/.5}",
    ],
)
def test_no_fix_changes_code(tmp_path, code):
    path = tmp_path / "p.tex"
    path.write_text(f"{HEAD}Sun shines. {code} See 5GHz.\n\\end{{document}}\n", encoding="utf-8")
    main(["check", "--isolated", "--quiet", "--fix", "--unsafe-fixes", str(path)])
    assert f"{code} See 5~GHz." in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("\\foreach \\x in {1,2}{It rains.} So.", "It rains. So."),
        ("\\foreach It rains.", "It rains."),
        ("\\write It rains.", "It rains."),
        ("\\IfStrEq{a}{a}{It rains.}{It is dry.}", "It rains."),
        ("\\marginnote{It rains.}[2cm] So.", "It rains. So."),
        ("\\leaps{It rains.}[2cm] So.", "It rains. So."),
        ("\\leaps{It rains.}[two] So.", "It rains.[two] So."),
        ("\\leaps{5 cm of rain} fell.", "5 cm of rain fell."),
        ("\\newcommand{\\home}{\\url{a.b}}\\home{} It rains.", "\ue005 It rains."),
        ("% \\let\\sea\\verb\n\\newcommand{\\sea}{wet} It is \\sea!", "It is wet!"),
    ],
)
def test_what_stays_text(typed, printed):
    plain = read("nowhere/p.tex", text=f"{HEAD}{typed}\n\\end{{document}}\n").paper.text.plain
    assert " ".join(plain.split()) == printed
