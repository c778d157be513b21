"""No fix damages a draft: our own papers and all examples of rules, compiled before and after."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from ieeelint.cli import main
from ieeelint.examples import SKELETON, assemble, marked_place, parts
from ieeelint.rules import every_rule
from tools import check_fixes, fix_promises
from tools.compiling import compile_draft
from tools.fix_promises import check_draft, inventories
from tools.inventory import inventory
from tools.printed_words import printed_changes, unexplained
from tools.stated_changes import unstated

HERE = Path(__file__).resolve().parent.parent
OWN = [*sorted((HERE / "papers").glob("*/paper.tex")), HERE / "rules/drafts/conference.tex"]


def damage(root: Path, work: Path) -> list[str]:
    """The damage that fixes do to the draft, each with the rules to blame."""
    if not (shutil.which("pdflatex") and shutil.which("pdftotext")):
        if os.environ.get("CI") == "true":
            pytest.fail("pdflatex or pdftotext is not installed")
        pytest.skip("pdflatex or pdftotext is not installed")
    outcomes = check_draft(root, work).outcomes
    return [
        f"{mode}: {entry} ({outcome.blame})"
        for mode, outcome in outcomes.items()
        for entry in outcome.damage
    ]


@pytest.mark.thorough
@pytest.mark.parametrize("root", OWN, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_fix_damages_our_papers(root, tmp_path):
    assert damage(root, tmp_path) == []


@pytest.mark.thorough
@pytest.mark.parametrize("kind", ["conference", "journal"])
def test_no_fix_damages_a_new_paper(kind, tmp_path):
    assert main(["init", "--kind", kind, str(tmp_path / "paper")]) == 0
    assert damage(next((tmp_path / "paper").glob("*.tex")), tmp_path / "work") == []


def test_rules_that_fix_only_after_other_fixes_are_known():
    notes = (
        "ieeelint: a.tex: 9 findings fixed\n"
        "ieeelint: a.tex: 3 of the fixed findings appeared only after other fixes"
        " (FIG006, TEX007)\n"
    )
    assert fix_promises.later_rules(notes) == ["FIG006", "TEX007"]
    assert fix_promises.later_rules("ieeelint: a.tex: 9 findings fixed\n") == []


@pytest.mark.thorough
def test_a_change_that_a_later_rule_states_is_not_damage(tmp_path):
    draft = tmp_path / "draft" / "paper.tex"
    draft.parent.mkdir()
    draft.write_text(
        "\\documentclass[journal,onecolumn]{IEEEtran}\n\\usepackage{graphicx}\n"
        "\\begin{document}\n\\section{Introduction}\nFig.~\\ref{f} shows the pump.\n"
        "\\begin{figure}[!t]\n\\includegraphics[width=\\textwidth]{pump}\n"
        "\\caption{Pump.}\n\\label{f}\n\\end{figure}\n\\end{document}\n"
    )
    assert damage(draft, tmp_path / "work") == []


def collected(area: str) -> str:
    """One paper with the wrong form of all fixes in an area, if they are in the body."""
    bodies = [
        marked_place(bad)[0]
        for rule in every_rule()
        if rule.area == area
        for bad, _ in rule.fixes
        if not bad.startswith("%! word") and [role for role, _, _ in parts(bad)] == ["body"]
    ]
    return assemble("\n\n".join(bodies))["main.tex"] if bodies else ""


AREAS = sorted({rule.area for rule in every_rule()})


@pytest.mark.thorough
@pytest.mark.parametrize("area", [area for area in AREAS if collected(area)])
def test_no_fix_damages_the_examples_of_the_rules(area, tmp_path):
    root = tmp_path / "draft" / "paper.tex"
    root.parent.mkdir()
    text = collected(area)
    preamble = "\\usepackage{amsmath,graphicx,booktabs}\n\\begin{document}"
    root.write_text(text.replace("\\begin{document}", preamble, 1), encoding="utf-8")
    assert damage(root, tmp_path / "work") == []


# -- the comparison itself -------------------------------------------------------

WHOLE = (
    "See \\cref{fig:a} and~\\cite{one, two}. % keep\n"
    "\\begin{figure}\\includegraphics[width=1in]{rig}\\label{fig:a}\\end{figure}\n"
    "\\index{rig}\\verb|a % b| costs 5\\% of $x$.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("\\includegraphics[width=1in]{rig}", "", "lost picture rig"),
        ("{rig}\\label{fig:a}", "{rig}", "lost label fig:a"),
        ("\\cref{fig:a}", "Fig. 1", "lost reference fig:a"),
        ("{one, two}", "{one}", "lost citation two"),
        ("\\index{rig}", "", "lost index rig"),
        (" % keep", "", "lost comment keep"),
        ("\\verb|a % b|", "\\verb|a b|", "lost verbatim \\verb|a % b|"),
        ("\\begin{figure}", "\\begin{figure*}", "added environment begin figure*"),
        ("5\\% of", "5% of", "added comment of $x$."),
        ("[width=1in]{rig}", "[width=1in]rig}", "unbalanced braces or dollars"),
        ("of $x$", "of $x", "unbalanced braces or dollars"),
        ("\\cite{", "\\citep{", "lost command cite"),
    ],
)
def test_a_lost_part_of_the_source_is_noticed(old, new, change):
    assert old in WHOLE
    assert change in unstated(inventory(WHOLE), inventory(WHOLE.replace(old, new)), ["TXT013"])


def test_changed_words_and_stated_changes_are_not_damage():
    counts = inventory(WHOLE)
    assert unstated(counts, inventory(WHOLE.replace("costs", "needs")), ["TXT004"]) == []
    reference = inventory(WHOLE.replace("\\cref{", "Fig.~\\ref{"))
    assert unstated(counts, reference, ["FIG001"]) == []
    assert unstated(counts, reference, ["TXT004"]) == ["lost command cref", "added command ref"]


def test_a_command_that_becomes_a_comment_is_not_lost():
    counts = inventory("\\setlength{\\parskip}{0pt}\n")
    assert unstated(counts, inventory("% \\setlength{\\parskip}{0pt}\n"), ["TEX002"]) == []
    assert unstated(counts, inventory("\n"), ["UNT007"])


def test_suppressions_may_be_removed_and_databases_reordered():
    old = "\\bibliography{refs,IEEEabrv} % ieeelint: ignore[TXT004]\n"
    new = "\\bibliography{IEEEabrv,refs}"
    assert unstated(inventory(old), inventory(new), []) == []
    assert unstated(inventory(old), inventory("\\bibliography{refs}"), []) == ["lost file IEEEabrv"]


def test_entries_of_databases_are_counted():
    old = {"refs.bib": "@article{a, title={A}}\n@book{b, title={B}}\n"}
    new = {"refs.bib": "@article{a, title={A}}\n"}
    assert "lost entry book b" in unstated(inventories(old), inventories(new), [])


def test_printed_words_are_explained_by_changed_lines():
    old, new = "The colour of\nsand is\nseen.", "The color of\nsand is\nseen."
    printed = printed_changes("The co-\nlour of sand", "The color of sand")
    assert unexplained(printed, old, new) == ([], [])
    printed = printed_changes("The colour of sand", "The color of ??")
    assert unexplained(printed, old, new) == (["sand"], ["??"])


@pytest.fixture
def breaking(monkeypatch, tmp_path):
    """A function that checks a draft with a fix that replaces ``old`` with ``new``."""
    root = tmp_path / "draft" / "paper.tex"
    root.parent.mkdir()
    root.write_text(SKELETON.format(**{**PARTS, "body": WHOLE}), encoding="utf-8")

    def ieeelint(path: Path, *options: str) -> tuple[str, str, str]:
        if "--fix" in options:
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(*breaking_edit), encoding="utf-8")
        return '{"findings": []}', "", ""

    breaking_edit = ["", ""]

    def check(old: str, new: str) -> list[str]:
        breaking_edit[:] = old, new
        monkeypatch.setattr(fix_promises, "_ieeelint", ieeelint)
        return damage(root, tmp_path / "work")

    return check


PARTS = {
    "class": "\\documentclass{article}",
    "preamble": "\\usepackage{graphicx}\\newcommand\\cref\\ref",
    "title": "Pipes",
    "author": "Ana",
    "abstract": "Water.",
    "keywords": "Water",
    "back": "",
    "references": "\\bibitem{one} A.\\bibitem{two} B.\\bibitem{lima} C.",
}


@pytest.mark.thorough
def test_new_errors_and_undefined_references_are_noticed(breaking):
    found = breaking("costs", "\\textbf{\\unknowncommand} \\index{a}")
    assert "safe: error: Undefined control sequence. \\unknowncommand ({})" in found


@pytest.mark.thorough
def test_a_second_change_is_noticed(breaking):
    assert "safe: again: a second run changes paper.tex ({})" in breaking("costs", "costs costs")


@pytest.mark.thorough
def test_a_lost_label_is_noticed_in_the_print(breaking):
    found = breaking("\\label{fig:a}", "")
    assert "safe: undefined: reference fig:a ({})" in found
    assert "safe: source: lost label fig:a ({})" in found


@pytest.mark.thorough
def test_what_tex_did_not_reach_is_not_compared(breaking, tmp_path):
    root = tmp_path / "draft" / "paper.tex"
    wrong = "\\firstone " + "\\unknowncommand " * 99 + "\\lastone "
    text = root.read_text(encoding="utf-8")
    root.write_text(text.replace("\\section", f"{wrong}\n\n\\section", 1), encoding="utf-8")
    found = breaking("\\firstone ", "")
    assert not [entry for entry in found if "source" not in entry]


@pytest.mark.thorough
def test_missing_files_get_substitutes(tmp_path):
    if not shutil.which("pdflatex"):
        pytest.skip("pdflatex is not installed")
    root = tmp_path / "copy" / "draft" / "paper.tex"
    root.parent.mkdir(parents=True)
    root.write_text(
        "\\documentclass{article}\\usepackage{no-such-style,graphicx}\n\\begin{document}\nA b.\n"
        "\\input{../no-such-part}\\includegraphics{no-such-picture}\\end{document}\n"
    )
    substitutes = fix_promises.Substitutes(tmp_path / "substitutes")
    compiled = compile_draft(root, "pdflatex", substitutes, tmp_path)
    assert compiled.is_clean and "A b." in compiled.text
    assert sorted(substitutes.names) == ["../no-such-part.tex", "no-such-style.sty"]
    assert [path.name for path in root.parent.glob("*.sty")] == []


@pytest.mark.thorough
def test_a_missing_class_has_the_commands_of_ieee_access(tmp_path):
    if not shutil.which("pdflatex"):
        pytest.skip("pdflatex is not installed")
    root = tmp_path / "copy" / "draft" / "paper.tex"
    root.parent.mkdir(parents=True)
    root.write_text(
        "\\documentclass{no-such-class}\n\\usepackage{no-such-colors}\\NewSpotColorSpace{P}\n"
        "\\AddSpotColor{P} {P1} {P\\SpotSpace 1} {1 0 0 0}\\SetPageColorSpace{P}\n"
        "\\begin{document}\n\\history{Now.}A b.\n\\end{document}\n"
    )
    substitutes = fix_promises.Substitutes(tmp_path / "substitutes")
    compiled = compile_draft(root, "pdflatex", substitutes, tmp_path)
    assert compiled.is_clean and "A b." in compiled.text


@pytest.mark.thorough
def test_an_interrupted_run_continues(tmp_path, monkeypatch, capsys):
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / "paper.tex").write_text(
            f"\\documentclass{{article}}\\begin{{document}}The the {name}.\\end{{document}}\n"
        )
    checked = []

    def check(root: Path, work: Path) -> object:
        checked.append(root.parent.name)
        if len(checked) == 2:
            raise KeyboardInterrupt
        return check_draft(root, work)

    monkeypatch.setattr(check_fixes, "check_draft", check)
    words = [str(tmp_path), "--cache", str(tmp_path / "cache"), "--json", str(tmp_path / "out")]
    with pytest.raises(KeyboardInterrupt):
        check_fixes.main(words)
    assert check_fixes.main(words) == 0
    assert checked == ["a", "b", "b"]
    captured = capsys.readouterr()
    assert captured.err == "" and "2 drafts: 2 compile cleanly" in captured.out
    assert (tmp_path / "out").read_text().count('"substitutes"') == 2
