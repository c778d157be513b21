"""Headers that authors spread over several cells, rates as headers, and durations as cells."""

from __future__ import annotations

from decimal import Decimal

import pytest
from docx import Document
from verified_drafts import PREAMBLE, findings

from ieeelint.report.verify.cell_content import number_in
from ieeelint.report.verify.headers import rate_of
from ieeelint.report.verify.lock import Entry, Lock, LockedColumn, LockedRow, LockedTable
from ieeelint.report.verify.lock_file import dump

NAMES = ("Heron 3B", "Heron 11B", "Stork-3B", "Stork-3B-Tuned")
SCORES = ((41.3, 17.2), (55.8, 29.6), (47.5, 22.9), (52.4, 26.1))
COLUMNS = (LockedColumn("rea", "Reading", "Reading"), LockedColumn("alg", "Algebra", "Algebra"))


@pytest.fixture
def checked(tmp_path):
    """The RES findings of a tabular, against a lock file with these results."""

    def check(tabular, names=NAMES, values=SCORES, columns=COLUMNS):
        """``tabular`` is LaTeX, or the rows of a table of Word, in which an empty cell is merged
        with the one above it.
        """
        rows = [LockedRow(f"r{at}", name) for at, name in enumerate(names)]
        cells = {
            f"r{at}.{column.name}": Entry("value", str(value), Decimal(str(value)), column.unit)
            for at, row in enumerate(values)
            for column, value in zip(columns, row)
        }
        table = LockedTable("Birds", list(columns), rows, cells)
        (tmp_path / "results.lock").write_text(dump(Lock(tables={"tab:b": table})), "utf-8")
        if isinstance(tabular, list):
            path = tmp_path / "paper.docx"
            typed(tabular).save(str(path))
            return findings(path)
        path = tmp_path / "paper.tex"
        path.write_text(
            PREAMBLE + "\\begin{table}\\caption{Birds}\\label{tab:b}\\begin{tabular}{lllrr}\n"
            f"{tabular}\n\\end{{tabular}}\\end{{table}}\\end{{document}}\n",
            "utf-8",
        )
        return findings(path)

    return check


def typed(rows):
    """A Word document with a table; digits after "10^" are raised."""
    document = Document()
    for text in ("Table I has the birds.", "TABLE I", "Birds"):
        document.add_paragraph(text)
    table = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for number, text in enumerate(row):
            if not text:
                table.cell(at - 1, number).merge(table.cell(at, number))
                continue
            paragraph = table.cell(at, number).paragraphs[0]
            before, power, raised = text.partition("10^")
            paragraph.add_run(before + power.strip("^"))
            paragraph.add_run(raised).font.superscript = True
    return document


IN_TWO_COLUMNS = r"""Model & Size & Reading & Algebra \\ \hline
\multirow{2}{*}{Heron} & 3B & 41.3 & 17.2 \\
 & 11B & 55.8 & 29.6 \\ \hline
Stork & 3B & 47.5 & 22.9 \\
\quad + tuned & 3B & 52.4 & 26.1 \\"""
SIZE_FIRST = r"""Size & Model & Reading & Algebra \\ \hline
3B & Heron & 41.3 & 17.2 \\
11B & Heron & 55.8 & 29.6 \\
3B & Stork & 47.5 & 22.9 \\
3B & Stork (tuned) & 52.4 & 26.1 \\"""
IN_THREE_COLUMNS = r"""Model & Year & Size & Reading & Algebra \\ \hline
Heron & 2024 & 3B & 41.3 & 17.2 \\
Heron & 2024 & 11B & 55.8 & 29.6 \\
Stork & 2025 & 3B & 47.5 & 22.9 \\
Stork, tuned & 2025 & 3B & 52.4 & 26.1 \\"""
AS_A_COLUMN = r"""Model & Tuning & Size & Reading & Algebra \\ \hline
Heron & -- & 3B & 41.3 & 17.2 \\
Heron & -- & 11B & 55.8 & 29.6 \\
Stork & -- & 3B & 47.5 & 22.9 \\
Stork & Tuned & 3B & 52.4 & 26.1 \\"""
BELOW = r"""Model & Reading & Algebra \\ \hline
Heron 3B & 41.3 & 17.2 \\
Heron 11B & 55.8 & 29.6 \\
Stork 3B & 47.5 & 22.9 \\
w/ tuned & 52.4 & 26.1 \\"""


@pytest.mark.parametrize(
    "tabular", [IN_TWO_COLUMNS, SIZE_FIRST, IN_THREE_COLUMNS, AS_A_COLUMN, BELOW]
)
def test_headers_of_rows_in_several_cells(checked, tabular):
    assert checked(tabular) == []
    for number, wrong in (("29.6", "26.9"), ("26.1", "16.1"), ("41.3", "41.8")):
        assert checked(tabular.replace(number, wrong)) == [("RES002", "error", wrong)]


IN_WORD = [
    ["Model", "Size", "Reading", "Algebra"],
    ["Heron [3]", "3B", "41.3", "17.2"],
    ["", "11B", "55.8", "29.6"],
    ["Stork (ours)", "3B", "47.5", "22.9"],
    [" + tuned", "3B", "52.4", "26.1"],
]


def test_merged_cells_of_word_are_headers_of_all_their_rows(checked):
    assert checked(IN_WORD) == []
    for number in ("17.2", "29.6", "26.1"):
        wrong = [[cell.replace(number, "71.3") for cell in row] for row in IN_WORD]
        assert checked(wrong) == [("RES002", "error", "71.3")]


@pytest.mark.parametrize("times", ["×", "x", "·"])
@pytest.mark.parametrize(("power", "code"), [("22", []), ("21", ["RES002"]), ("−22", ["RES002"])])
def test_raised_powers_of_ten(checked, times, power, code):
    values = ((4.13e22, 17.2),)
    rows = [IN_WORD[0], ["Heron", "3B", f"4.13 {times} 10^{power}", "17.2"]]
    assert [found for found, *_ in checked(rows, NAMES[:1], values)] == code
    tabular = r"Model & Reading & Algebra \\ Heron 3B & "
    cell = f"4.13 {times} 10\\textsuperscript{{{power}}} & 17.2 \\\\"
    assert [found for found, *_ in checked(tabular + cell, NAMES[:1], values)] == code


def test_a_raised_letter_of_a_note_is_no_power(checked):
    values = ((10, 17.2),)
    rows = [IN_WORD[0], ["Heron", "3B", "10^2", "17.2"]]
    assert checked(rows, NAMES[:1], values) == []


STEPS = r"""Model & Reading & Algebra \\ \hline
Finch & 41.3 & 17.2 \\
\quad + wings & 55.8 & 29.6 \\
\quad + beak & 47.5 & 22.9 \\"""


@pytest.mark.parametrize(
    ("last", "other"),
    [("Finch + beak", ""), ("Finch + wings + beak", ""), ("Finch + beak", "Finch + wings + beak")],
)
def test_rows_that_add_to_the_first_row_or_to_the_one_above(checked, last, other):
    names = ["Finch", "Finch + wings", last, *([other] if other else [])]
    found = [code for code, *_ in checked(STEPS, names, SCORES[: len(names)])]
    assert found == (["RES003"] if other else [])
    wrong = STEPS.replace("22.9", "29.2")
    found = [code for code, *_ in checked(wrong, names, SCORES[: len(names)])]
    assert found == (["RES003"] if other else ["RES002"])


WITHOUT = r"""Model & Size & Reading & Algebra \\ \hline
Finch & 3B & 41.3 & 17.2 \\
w/o wings & 3B & 55.8 & 29.6 \\
with beak & 3B & 47.5 & 22.9 \\"""


@pytest.mark.parametrize("sign", ["w/o", "without", "−", "-"])
def test_a_row_without_something_does_not_add_to_another(checked, sign):
    names = ["Finch 3B", f"{sign} wings 3B", "Finch 3B beak"]
    tabular = WITHOUT.replace("w/o", sign)
    assert checked(tabular, names, SCORES[:3]) == []
    wrong = tabular.replace("29.6", "26.9")
    assert checked(wrong, names, SCORES[:3]) == [("RES002", "error", "26.9")]


def test_a_row_that_is_not_there_is_still_missing(checked):
    lines = IN_TWO_COLUMNS.splitlines()
    assert [code for code, *_ in checked("\n".join([*lines[:3], *lines[4:]]))] == ["RES003"]
    other = IN_TWO_COLUMNS.replace("Heron}", "Egret}")
    assert [code for code, *_ in checked(other)] == ["RES003"]


def test_cells_that_join_to_two_results_are_not_guessed(checked):
    names = ("Heron 3B", "3B Heron", "Stork-3B", "Stork-3B-Tuned")
    assert all(code == "RES003" for code, *_ in checked(IN_TWO_COLUMNS, names))


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("FPS", "frames/s"),
        ("Tokens/s", "tokens/s"),
        ("GB/s", "GB/s"),
        ("Memory", ""),
        ("s", ""),
        ("/s", ""),
        ("", ""),
    ],
)
def test_headers_that_are_rates(text, rate):
    assert rate_of(text) == rate


SPEED = (LockedColumn("f", "Speed", "Speed", "frames/s"), COLUMNS[0])


@pytest.mark.parametrize("header", ["FPS", "Speed (FPS)", "fps", "Frames/s"])
def test_a_rate_alone_is_the_header_of_the_column_with_this_unit(checked, header):
    tabular = f"Model & Reading & {header} \\\\\n" + "\n".join(
        f"{name} & {row[1]} & {row[0]} \\\\" for name, row in zip(NAMES, SCORES)
    )
    assert checked(tabular, columns=SPEED) == []
    wrong = tabular.replace("55.8", "58.5")
    assert checked(wrong, columns=SPEED) == [("RES002", "error", "58.5")]
    assert [code for code, *_ in checked(tabular, columns=(COLUMNS[1], COLUMNS[0]))] == ["RES003"]


def test_a_rate_above_other_headers_is_their_unit(checked):
    columns = (
        LockedColumn("a", "Throughput, Batch 1", "Batch 1", "tokens/s"),
        LockedColumn("b", "Throughput, Batch 8", "Batch 8", "tokens/s"),
    )
    tabular = "Model & \\multicolumn{2}{c}{Tokens/s} \\\\\n & Batch 1 & Batch 8 \\\\\n" + "\n".join(
        f"{name} & {row[0]} & {row[1]} \\\\" for name, row in zip(NAMES, SCORES)
    )
    assert checked(tabular, columns=columns) == []
    assert checked(tabular.replace("29.6", "9.6"), columns=columns) == [("RES002", "error", "9.6")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("25m52s", ("1552", "s")),
        ("25 min 52.5 sec", ("1552.5", "s")),
        ("1 h 20 min", ("80", "min")),
        ("2h0m30s", ("7230", "s")),
        ("1 hour 3 s", ("3603", "s")),
        ("48h", ("48", "h")),
        ("7 min", ("7", "min")),
        ("12s", ("12", "s")),
        ("", None),
        ("h m", None),
    ],
)
def test_durations(text, number):
    content = number_in(text)
    assert (content and (content.digits, content.unit)) == number


def test_durations_are_compared_in_the_unit_of_the_results(checked):
    columns = (LockedColumn("t", "Training", "Training", "min"), COLUMNS[1])
    cells = ("41m18s", "55 min 48 s", "0h 47m 30s", "52m24s")
    tabular = "Model & Training & Algebra \\\\\n" + "\n".join(
        f"{name} & {cell} & {row[1]} \\\\" for name, cell, row in zip(NAMES, cells, SCORES)
    )
    assert checked(tabular, columns=columns) == []
    wrong = tabular.replace("41m18s", "41m48s")
    assert checked(wrong, columns=columns) == [("RES002", "error", "41m48s")]


@pytest.mark.parametrize(
    "cell",
    [r"$4.13\!\times\!10^{22}$", r"$4.13{\times}10^{22}$", r"$4.13\,\cdot\,10^{22}$"],
)
def test_powers_of_ten_with_spaces_and_braces(checked, cell):
    values = ((4.13e22, 17.2),)
    for typed, code in ((cell, []), (cell.replace("22", "23"), ["RES002"])):
        tabular = f"Model & Reading & Algebra \\\\\nHeron 3B & {typed} & 17.2 \\\\"
        assert [found for found, *_ in checked(tabular, NAMES[:1], values)] == code
