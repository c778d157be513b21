"""Rounds of fixes end: each fix is made once, and fixes that never end are not made."""

from __future__ import annotations

import pytest

from ieeelint.starters.word import document

TEX = "\\documentclass{IEEEtran}\n\\begin{document}\nThe colour of sand flow.\n\\end{document}\n"
RULE = '''
from ieeelint.rules import rule
from ieeelint.finding import Edit, Finding, Fix

@rule("HSE001", "no-flow", "warning", "our group", bad=["⟦flow⟧"], good=["pipe"])
def no_flow(context):
    """Do not say flow."""
    for at in context.index.words.get("flow", ()):
        span = context.paper.text.span(at, at + 4)
        yield Finding(span, "Do not say flow.", Fix(Edit(span, "flow flow")))
'''


def test_a_fix_that_does_not_cure_is_made_once(tmp_path, run):
    (tmp_path / "house.py").write_text(RULE)
    (tmp_path / "ieeelint.toml").write_text('[rules]\nlocal = ["house.py"]\n')
    path = tmp_path / "paper.tex"
    path.write_text("\\documentclass{IEEEtran}\n\\begin{document}\nA flow here.\n\\end{document}\n")
    _, _, err = run("check", "--fix", "--select", "HSE001", str(path))
    assert path.read_text().count("flow") == 2
    assert "did not remove its finding" in err


def test_fixes_that_make_findings_of_the_same_kind_go_on(tmp_path, run):
    path = tmp_path / "paper.tex"
    figure = "\\begin{figure}[!t]x\\caption{Gain.}\\label{f}\\end{figure}"
    path.write_text(
        "\\documentclass{IEEEtran}\n\\begin{document}\n"
        f"See Figure \\ref{{f}} and Fig. \\ref{{f}} and Figure \\ref{{f}}. {figure}\n"
        "\\end{document}\n"
    )
    _, _, err = run("check", "--isolated", "--fix", "--select", "FIG001,TEX007", str(path))
    assert path.read_text().count("Fig.~\\ref{f}") == 3 and "did not remove" not in err


GROWING = '''
import re
from ieeelint.rules import rule
from ieeelint.finding import Edit, Finding, Fix

def findings(context, expression, change):
    text = context.paper.text
    for match in re.finditer(expression, text.plain):
        span = text.span(*match.span())
        yield Finding(span, f'Do not write "{match[0]}".', Fix(Edit(span, change(match[0]))))

@rule("HSE002", "grows", "warning", "our group", bad=["⟦flooow⟧"], good=["pipe"])
def grows(context):
    """Write more letters."""
    yield from findings(context, r"\\bflo+w\\b", lambda word: "floo" + word[3:])

@rule("HSE003", "there", "warning", "our group", bad=["⟦sand⟧"], good=["pipe"])
def there(context):
    """Write clay."""
    yield from findings(context, r"\\bsand\\b", lambda word: "clay")

@rule("HSE004", "back", "warning", "our group", bad=["⟦clay⟧"], good=["pipe"])
def back(context):
    """Write sand."""
    yield from findings(context, r"\\bclay\\b", lambda word: "sand")
'''


@pytest.mark.parametrize("kind", ["tex", "docx"])
def test_fixes_that_never_end_are_not_made(tmp_path, run, kind):
    (tmp_path / "house.py").write_text(GROWING)
    (tmp_path / "ieeelint.toml").write_text('[rules]\nlocal = ["house.py"]\n')
    path = tmp_path / f"paper.{kind}"
    if kind == "tex":
        path.write_text(TEX)
        fixed = path
    else:
        path.write_bytes(document("[Body Text] The colour of sand flow is here.\n"))
        fixed = tmp_path / "paper.fixed.docx"
    _, _, err = run("check", "--fix", "--select", "HSE,TXT004", str(path))
    _, out, _ = run("debug", "text", str(fixed))
    assert "color of" in out and "flow" in out  # other fixes are made, this word does not grow
    assert ("sand" in out) != ("clay" in out)
    assert "do not end, so none of them was made" in err and "HSE002" in err
    assert ": 1 finding fixed" in err or ": 2 findings fixed" in err
