"""Stars for significant differences from the baseline, in every format."""

from __future__ import annotations

import textwrap

import pytest

from ieeelint.report.building import build
from ieeelint.report.records import ReportError
from ieeelint.report.specification import loads
from ieeelint.report.words import plain
from ieeelint.report.writers import html, latex, markdown, text, word

SPECIFICATION = """
baseline = { m = "A" }
[source]
files = ["r.csv"]
[table]
label = "tab:t"
title = "T"
rows = { key = "m", header = "Model" }
[[column]]
header = "Loss"
metric = "loss"
digits = "places:1"
test = { kind = "mann-whitney", adjust = "none", stars = true }
"""
NOTE = "Mann–Whitney test against the baseline: * p < 0.05, ** p < 0.01, *** p < 0.001."
# apart, n and m values have p = 2 / binomial(n + m, n): 0.00699 for D, 0.00001 for C; B overlaps
APART = {"A": range(10, 20), "B": range(14, 24), "C": range(20, 30), "D": range(30, 33)}


@pytest.fixture
def made(tmp_path):
    def make(values=APART, old="", new=""):
        rows = [
            f"{model},{seed},{value}"
            for model, numbers in values.items()
            for seed, value in enumerate(numbers)
        ]
        (tmp_path / "r.csv").write_text("\n".join(["m,seed,loss", *rows]) + "\n")
        specification = textwrap.dedent(SPECIFICATION).replace(old, new)
        return build(loads(specification, str(tmp_path / "t.toml")))

    return make


def stars(built) -> dict[str, int]:
    return {cell.row: cell.stars for cell in built.grid.cells}


def test_stars_are_by_level(made):
    built = made()
    assert stars(built) == {"a": 0, "b": 1, "c": 3, "d": 2}
    assert [plain(note.words) for note in built.grid.notes] == [NOTE]
    five = {"A": range(5), "B": range(5, 10), "C": range(2, 6)}  # 2 / 252 for B
    assert stars(made(five)) == {"a": 0, "b": 2, "c": 0}


def test_stars_can_be_adjusted_for_the_number_of_tests(made):
    built = made(old='adjust = "none", ')
    assert stars(built) == {"a": 0, "b": 1, "c": 3, "d": 1}  # 2 × 0.00699 for D
    assert plain(built.grid.notes[0].words).startswith(
        "Mann–Whitney test against the baseline, p values adjusted by Holm: "
    )
    four = {"A": range(4), "B": range(4, 8), "C": range(5, 9)}  # 2 / 70 for both
    assert stars(made(four)) == {"a": 0, "b": 1, "c": 1}
    assert stars(made(four, 'adjust = "none", ')) == {"a": 0, "b": 0, "c": 0}


def test_stars_of_a_ratio(made):
    ratio = 'ratio = { metric = "loss", of = "this/baseline" }\ndigits'
    assert stars(made(old="digits", new=ratio)) == {"a": 0, "b": 1, "c": 3, "d": 2}


def test_without_a_difference_there_is_no_note(made):
    assert made({"A": range(4), "B": range(4)}).grid.notes == []


def test_every_format_prints_stars(made, tmp_path):
    grid = made().grid
    assert "24.5$^{***}$" in latex.table(grid) and r"17.5\rlap" not in latex.table(grid)
    assert r"18.5$^{*}$\phantom{$^{**}$}" in latex.table(grid)
    assert r"24.5<sup>\*\*\*</sup>" in markdown.table(grid)
    assert "24.5<sup>***</sup>" in html.table(grid) and "24.5^***" in text.table(grid)
    (tmp_path / "t.docx").write_bytes(word.document([grid]))
    from ieeelint.readers import read

    paper = read(str(tmp_path / "t.docx")).paper
    assert [row[1].plain for row in paper.tables[0].grids[0].rows[1:]] == [
        "14.5",
        "18.5*",
        "24.5***",
        "31.0**",
    ]


def test_stars_and_letters_of_notes_are_separated(made):
    built = made(APART, "digits", 'interval = "ci95"\nstat = "median"\ndigits')
    cell = next(cell for cell in built.grid.cells if cell.row == "d")
    assert cell.raised == ["**", "a"]
    assert "<sup>**,a</sup>" in html.table(built.grid)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('baseline = { m = "A" }', "", "a test needs a baseline"),
        ('"A"', '"Z"', "the baseline .m = .Z.. has no records. Check its keys, or delete test"),
        ("stars = true", "stars = true, alpha = 0.01", "alpha has no effect on stars"),
        ("stars = true", 'stars = true, note = "n"', "note has no effect on stars"),
    ],
)
def test_what_stars_need(made, old, new, message):
    with pytest.raises(ReportError, match=message):
        made(old=old, new=new)


def test_a_baseline_that_failed_gives_no_stars(tmp_path):
    rows = [f"B,{seed},{seed},ok" for seed in range(5)]
    (tmp_path / "r.csv").write_text("m,seed,loss,status\nA,0,,oom\n" + "\n".join(rows) + "\n")
    built = build(loads(SPECIFICATION, str(tmp_path / "t.toml")))
    assert stars(built) == {"a": 0, "b": 0}
