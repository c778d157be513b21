"""Averages, ranks, differences, percentiles, and other things that tables need."""

from __future__ import annotations

import textwrap

import pytest

from ieeelint.report.building import build
from ieeelint.report.records import ReportError
from ieeelint.report.specification import loads
from ieeelint.report.words import plain
from ieeelint.report.writers import csv

TABLE = '[source]\nfiles = ["r.csv"]\n[table]\nlabel = "tab:t"\ntitle = "T"\nrows = { key = "m" }\n'
PIVOT = '[pivot]\nkey = "d"\n[cell]\nmetric = "acc"\ndigits = "places:2"\nbest = "max"\n'
SCORES = "m,d,acc\nA,x,.5\nA,y,.7\nB,x,.9\nB,y,.2\nC,x,.5\nC,y,.8\n"


@pytest.fixture
def made(tmp_path):
    def make(data, columns):
        (tmp_path / "r.csv").write_text(data)
        return build(loads(TABLE + textwrap.dedent(columns), str(tmp_path / "t.toml")))

    return make


def column(built, at):
    rows = [row.cells[at] for row in built.grid.rows if not row.title]
    return [
        ("*" if cell.bold else "") + cell.digits + (f"±{cell.half}" if cell.half else "")
        for cell in rows
    ]


def test_an_average_over_the_columns(made):
    summary = '[summary]\nheader = "Avg."\nof = "mean"\ndigits = "places:2"\nbest = "max"\n'
    built = made(SCORES, PIVOT + summary)
    assert plain(built.grid.columns[-1].header) == "Avg."
    assert column(built, 3) == ["0.60", "0.55", "*0.65"]


@pytest.mark.parametrize(
    ("of", "expected"),
    [("median", ["0.60", "0.55", "0.65"]), ("geometric-mean", ["0.59", "0.42", "0.63"])],
)
def test_other_averages(made, of, expected):
    built = made(SCORES, PIVOT + f'[summary]\nheader = "S"\nof = "{of}"\ndigits = "places:2"\n')
    assert column(built, 3) == expected


def test_the_average_rank_shares_ranks_of_equal_values(made):
    summary = '[summary]\nheader = "Rank"\nof = "rank"\ndigits = "places:2"\nbest = "min"\n'
    assert column(made(SCORES, PIVOT + summary), 3) == ["2.25", "2.00", "*1.75"]
    with pytest.raises(ReportError, match="has no best value to rank by"):
        made(SCORES, PIVOT.replace('best = "max"\n', "") + summary)


def test_a_row_with_a_missing_value_has_no_average(made):
    built = made(SCORES.replace(".2", ""), PIVOT + '[summary]\nheader = "Avg."\nof = "mean"\n')
    assert column(built, 3) == ["0.600", "", "0.650"]
    assert "No average: a value is missing." in [plain(note.words) for note in built.grid.notes]


def test_columns_with_different_units_have_no_average(made):
    columns = (
        '[[column]]\nheader = "A"\nmetric = "a"\n[[column]]\nheader = "B"\nmetric = "b"\n'
        '[summary]\nheader = "Avg."\nof = "mean"\n'
    )
    with pytest.raises(ReportError, match='"A" and "B" have different units'):
        made("m,a (ms),b (s)\nx,1,2\n", columns)


DIFFERENCE = """
    baseline = { m = "A" }
    [[column]]
    header = "Gain"
    metric = "acc"
    unit = "%"
    ratio = { metric = "acc", of = "difference" }
    digits = "places:1"
"""


def test_a_difference_in_points(tmp_path):
    (tmp_path / "r.csv").write_text("m,acc\nA,.8\nB,.85\nC,.78\n")
    text = textwrap.dedent(DIFFERENCE).strip()
    baseline, rest = text.split("\n", 1)
    built = build(loads(f"{baseline}\n{TABLE}{rest}\n", str(tmp_path / "t.toml")))
    assert column(built, 1) == ["0.0", "5.0", "-2.0"]
    assert built.grid.columns[1].unit == "points"


def test_a_difference_of_percent_and_its_interval(tmp_path):
    values = "A,1,79\nA,2,81\nB,1,84\nB,2,86\n"
    (tmp_path / "r.csv").write_text("m,seed,acc\n" + values)
    baseline, rest = textwrap.dedent(DIFFERENCE).strip().split("\n", 1)
    rest += '\nstat = "mean"\ninterval = "sd"\n'
    built = build(loads(f"{baseline}\n{TABLE}{rest}", str(tmp_path / "t.toml")))
    assert column(built, 1) == ["0.0", "5.0±2.8"]


@pytest.mark.parametrize(
    ("stat", "expected"),
    [("p90", "90.1"), ("p95", "95.0"), ("p99", "99.0"), ("geometric-mean", "38.0")],
)
def test_percentiles_and_the_geometric_mean(made, stat, expected):
    data = "m,seed,t\n" + "".join(f"A,{n},{n}\n" for n in range(1, 101))
    columns = f'[[column]]\nheader = "T"\nmetric = "t"\nstat = "{stat}"\ndigits = "places:1"\n'
    assert column(made(data, columns), 1) == [expected]


def test_a_geometric_mean_needs_positive_values(made):
    with pytest.raises(ReportError, match="a geometric mean needs positive values"):
        made("m,t\nA,0\n", '[[column]]\nheader = "T"\nmetric = "t"\nstat = "geometric-mean"\n')


@pytest.mark.parametrize(
    ("head", "values", "unit", "expected"),
    [
        ("t (s)", (0.012, 0.5), "ms", ["12.0", "500"]),
        ("t (ns)", (12_000, 900_000), "µs", ["12.0", "900"]),
        ("t", (25_600_000, 60_200_000), "M", ["25.6", "60.2"]),
        ("t", (0.5, 0.7), "", ["0.500", "0.700"]),
    ],
)
def test_a_unit_by_size(made, head, values, unit, expected):
    data = f"m,{head}\nA,{values[0]}\nB,{values[1]}\n"
    built = made(data, '[[column]]\nheader = "T"\nmetric = "t"\nunit = "auto"\n')
    assert column(built, 1) == expected
    assert built.grid.columns[1].unit == unit


def test_csv_has_unrounded_numbers_and_intervals(made):
    data = "m,seed,t (s)\nA,1,0.0101\nA,2,0.0105\nB,1,\nB,2,\n"
    columns = (
        '[[column]]\nheader = "T, all"\nmetric = "t"\nunit = "ms"\nstat = "mean"\ninterval = "sd"\n'
    )
    lines = csv.table(made(data, columns).grid).splitlines()
    assert lines[0] == 'm,"T, all (ms)","T, all low (ms)","T, all high (ms)"'
    assert lines[1].startswith("A,10.3,10.0171") and lines[2] == "B,—,,"


def rows_of(built):
    return [
        [plain(cell.words) or ("*" if cell.bold else "") + cell.digits for cell in row.cells]
        for row in built.grid.rows
        if not row.title
    ]


AVERAGE = '[[rowsummary]]\nheader = "Average"\nof = "mean"\n'


def test_a_row_of_averages_competes_with_no_row(made):
    built = made("m,d,acc\nA,x,.1\nA,y,.2\nB,x,.9\nB,y,.2\n", PIVOT.replace("max", "min") + AVERAGE)
    assert rows_of(built) == [
        ["A", "*0.10", "0.20"],
        ["B", "0.90", "0.20"],
        ["Average", "0.50", "0.20"],
    ]
    assert [row.is_summary for row in built.grid.rows] == [False, False, True]


def test_several_rows_of_averages_and_a_column_of_them(made):
    summary = '[summary]\nheader = "Avg."\nof = "mean"\ndigits = "places:3"\n'
    more = '[[rowsummary]]\nheader = "Geometric Mean"\nof = "geometric-mean"\n'
    built = made(SCORES, PIVOT + summary + AVERAGE + more)
    assert rows_of(built)[3:] == [
        ["Average", "0.63", "0.57", "0.600"],
        ["Geometric Mean", "0.61", "0.48", "0.599"],
    ]


def test_a_row_of_average_ranks_of_the_columns(made):
    ranks = '[[rowsummary]]\nheader = "Rank"\nof = "rank"\n'
    assert rows_of(made(SCORES, PIVOT + ranks))[-1] == ["Rank", "1.67", "1.33"]
    with pytest.raises(ReportError, match="must have the same unit and the same best"):
        made(SCORES, PIVOT.replace('best = "max"\n', "") + ranks)


def test_columns_without_an_average_say_why(made):
    geometric = AVERAGE.replace('"mean"', '"geometric-mean"')
    built = made(SCORES.replace(".2", "").replace(".9", "-.9"), PIVOT + geometric)
    assert rows_of(built)[-1] == ["Average", "", ""]
    assert [plain(note.words) for note in built.grid.notes] == [
        "No result.",
        "No geometric mean: a value is not positive.",
        "No average: a value is missing.",
    ]


def test_every_format_separates_the_averages(made, tmp_path):
    from ieeelint.report.writers import html, latex, text, word

    grid = made(SCORES, PIVOT + AVERAGE).grid
    lines = latex.table(grid).splitlines()
    assert lines[next(at for at, line in enumerate(lines) if "Average" in line) - 1] == r"\hline"
    assert '<tr class="summary"><th scope="row">Average' in html.table(grid)
    shown = text.table(grid).splitlines()
    assert shown[-4].startswith("─") and shown[-3].split() == ["Average", "0.63", "0.57"]
    (tmp_path / "t.docx").write_bytes(word.document([grid]))
    from ieeelint.readers import read

    paper = read(str(tmp_path / "t.docx")).paper
    assert [cell.plain for cell in paper.tables[0].grids[0].rows[-1]] == ["Average", "0.63", "0.57"]
