"""Tables that are longer than a page: several floats with one number."""

from __future__ import annotations

import re

import pytest
from verified_drafts import findings, messages

from ieeelint import check
from ieeelint.report.building import build
from ieeelint.report.specification import loads
from ieeelint.report.verify.lock_building import build_lock
from ieeelint.report.verify.lock_file import dump
from ieeelint.report.writers import latex
from ieeelint.report.writers.documents import read as document_of
from ieeelint.settings import Settings

SPECIFICATION = """
[source]
files = ["r.csv"]
[table]
label = "tab:long"
title = "Scores of All Models"
rows = { key = "m", header = "Model" }
[[column]]
header = "Accuracy"
metric = "acc"
digits = "places:3"
note = "runs"
best = "max"
[[column]]
header = "Time"
metric = "t"
digits = "places:1"
[[rowsummary]]
header = "Average"
of = "mean"
[notes]
runs = "Of the best run."
"""
GROUPS = "".join(
    f'[[rowgroup]]\ntitle = "Group {name}"\nwhere = {{ g = "{name}" }}\n' for name in "xy"
)
PREAMBLE = "\\documentclass[conference]{IEEEtran}\n\\begin{document}\nSee Table~\\ref{tab:long}.\n"


@pytest.fixture
def grid(tmp_path):
    def make(rows: int, more: str = "", missing: int = -1):
        lines = [
            f"m{at},{'x' if at < rows * 0.6 else 'y'},{'' if at == missing else at / 1000},{at}"
            for at in range(1, rows + 1)
        ]
        (tmp_path / "r.csv").write_text("\n".join(["m,g,acc,t (ms)", *lines]) + "\n")
        built = build(loads(SPECIFICATION + more, str(tmp_path / "t.toml")))
        (tmp_path / "results.lock").write_text(dump(build_lock([built], str(tmp_path))))
        return built.grid

    return make


def rows_of(text: str) -> list[list[str]]:
    """The row headers of each tabular."""
    return [
        re.findall(
            r"^(?:\\quad )?(?:\\multicolumn\S+\{)?(m\d+|Average|\\textit\{[^}]*\}) *", part, re.M
        )
        for part in text.split("\\begin{tabular}")[1:]
    ]


def test_a_table_that_fits_is_one_float(grid):
    text = latex.table(grid(50), document_of(PREAMBLE))
    assert text.count("\\begin{table}") == 1 and "Continued" not in text


@pytest.mark.parametrize("rows", [58, 100, 200])
def test_a_longer_table_is_continued(grid, rows):
    text = latex.table(grid(rows), document_of(PREAMBLE))
    parts = rows_of(text)
    assert sum(parts, []) == [*(f"m{at}" for at in range(1, rows + 1)), "Average"]
    assert max(map(len, parts)) <= 58 and max(map(len, parts)) - min(map(len, parts)) < 8
    count = len(parts)
    assert text.count("\\label{tab:long}") == 1
    assert text.count("\\addtocounter{table}{-1}") == count - 1
    assert text.count("\\caption[]{Scores of All Models (Continued)}") == count - 1
    assert text.count("Model & Accuracy") == text.count("Of the best run.") == count


def test_notes_are_where_their_letters_are(grid):
    text = latex.table(grid(100, missing=90), document_of(PREAMBLE))
    first, second = text.split("\\begin{tabular}")[1:]
    assert "No result." not in first and "No result." in second


def test_the_title_of_a_group_is_repeated_and_never_last(grid):
    parts = rows_of(latex.table(grid(150, GROUPS), document_of(PREAMBLE)))
    titles = [[row for row in part if "textit" in row] for part in parts]
    assert ["Group x" in part[0] for part in parts].count(True) >= 2
    assert all("textit" in part[0] for part in parts) and all("textit" not in p[-1] for p in parts)
    assert sum(len(part) for part in titles) == len(parts) + 1


def test_averages_follow_a_row(grid):
    for rows in range(100, 112):
        part = rows_of(latex.table(grid(rows), document_of(PREAMBLE)))[-1]
        assert part[-1] == "Average" and len(part) > 1


@pytest.mark.parametrize("more", ["", GROUPS])
def test_a_continued_table_is_read_back(grid, tmp_path, more):
    table = latex.table(grid(120, more), document_of(PREAMBLE))
    path = tmp_path / "paper.tex"
    path.write_text(PREAMBLE + table + "\\end{document}\n")
    assert findings(path) == []
    report = check([str(path)], Settings(select=["TAB", "RES", "REF", "TEX"]))
    assert [finding.message for finding in report.findings if "table" in finding.message] == []
    wrong = table.replace("0.115", "0.151").replace("m7 &", "Zygote &")
    path.write_text(PREAMBLE + wrong + "\\end{document}\n")
    assert any('is missing the row "' in message for message in messages(path))
    assert any("the paper says 0.151" in message for message in messages(path))


def test_the_next_table_has_the_next_number(grid, tmp_path):
    table = latex.table(grid(120), document_of(PREAMBLE))
    after = (
        "\\begin{table}\\caption{Gains}\\label{tab:b}\\begin{tabular}{c}1\\end{tabular}\\end{table}"
    )
    path = tmp_path / "paper.tex"
    path.write_text(PREAMBLE + table + after + "\\end{document}\n")
    report = check([str(path)], Settings(select=["TAB003"]))
    assert [finding.message for finding in report.findings] == [
        'The text never cites this table. Cite it, as in "Table II shows".'
    ]


def test_a_tabular_alone_is_not_divided(grid):
    assert latex.table(grid(200), document_of(PREAMBLE), tabular_only=True).count("tabular}{") == 1
