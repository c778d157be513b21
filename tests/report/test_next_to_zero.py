"""Values that round to zero: printed as bounds in every format, and verified in drafts."""

from __future__ import annotations

import pytest
from verified_drafts import messages

from ieeelint.cli import main

SPECIFICATION = """\
[source]
files = ["results.csv"]
[table]
label = "tab:shift"
title = "Shift"
rows = { key = "module", header = "Module" }
[[column]]
header = "Shift"
metric = "shift"
unit = "ms"
digits = "places:3"
best = "min"
[[number]]
key = "shift.least"
metric = "shift"
where = { module = "se" }
digits = "places:2"
"""
RESULTS = "module,metric,value,unit\nse,shift,-0.0004,ms\nsk,shift,0.0004,ms\neca,shift,0.25,ms\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "shift.toml").write_text(SPECIFICATION, "utf-8")
    (tmp_path / "results.csv").write_text(RESULTS, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_format_shows_the_sign(folder, capsys):
    assert (
        main(
            ["report", "shift.toml", "--to", "latex,markdown,html,word", "--numbers", "numbers.tex"]
        )
        == 0
    )
    assert r"se & $>$\textbf{$-$0.001} \\" in (folder / "shift.tex").read_text("utf-8")
    assert r"sk & $<$0.001 \\" in (folder / "shift.tex").read_text("utf-8")
    assert "**&gt;−0.001**" in (folder / "shift.md").read_text("utf-8")
    assert "<b>&gt;−0.001</b>" in (folder / "shift.html").read_text("utf-8")
    assert r"{$>$$-$0.01}" in (folder / "numbers.tex").read_text("utf-8")
    assert main(["report", "shift.toml", "--explain", "shift.se.shift"]) == 0
    assert "shift.se.shift: >-0.001" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "reported"),
    [
        (r"$>$\textbf{$-$0.001}", []),
        (r"$>-0.001$", []),
        (r"$\gt -0.01$", []),
        (r"$<$0.001", ["<0.001"]),  # the value is negative
        (r"$>-0.0001$", [">-0.0001"]),
    ],
)
def test_a_draft_may_print_equivalent_bounds(folder, typed, reported):
    assert main(["pin", "shift.toml"]) == main(["report", "shift.toml"]) == 0
    table = (folder / "shift.tex").read_text("utf-8").replace(r"$>$\textbf{$-$0.001}", typed)
    (folder / "paper.tex").write_text(
        "\\documentclass{IEEEtran}\n\\begin{document}\n"
        + table.replace(r"\textbf{", "{")
        + "\\end{document}\n",
        "utf-8",
    )
    reports = [text for text in messages(folder / "paper.tex") if "the paper says" in text]
    mismatches = [text.partition("the paper says ")[2].partition(",")[0] for text in reports]
    assert mismatches == reported


def test_a_pinned_draft_in_word_agrees(folder):
    assert main(["pin", "shift.toml"]) == main(["report", "shift.toml", "--to", "word"]) == 0
    assert messages(folder / "shift.docx") == []
