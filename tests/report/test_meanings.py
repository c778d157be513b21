"""Labels of a draft are matched with those of the results by what they mean."""

from __future__ import annotations

from decimal import Decimal

import pytest
from verified_drafts import PREAMBLE, findings, messages

from ieeelint.report.verify.lock import Entry, Lock, LockedColumn, LockedRow, LockedTable
from ieeelint.report.verify.lock_file import dump
from ieeelint.report.verify.meanings import in_any_order, in_order

ROWS = (("VGG-16", "15.5", "71.6"), ("ResNet-50", "4.1", "76.1"), ("ResNet-101", "7.8", "77.4"))
FLOPS = LockedColumn("flops", "FLOPs", "FLOPs", "G")
ACCURACY = LockedColumn("accuracy", "Accuracy", "Accuracy", "%")


@pytest.fixture
def checked(tmp_path):
    """The RES findings of a table with these headers and rows, against a lock file."""

    def check(headers, rows=ROWS, columns=(FLOPS, ACCURACY), names=None, words=findings):
        names = names or [row[0] for row in ROWS]
        locked = [LockedRow(f"r{at}", name) for at, name in enumerate(names)]
        cells = {
            f"r{at}.{column.name}": Entry("value", text, Decimal(text), column.unit)
            for at, row in enumerate(ROWS)
            for column, text in zip(columns, row[1:])
        }
        table = LockedTable("Models", list(columns), locked, cells)
        (tmp_path / "results.lock").write_text(dump(Lock(tables={"tab:m": table})), "utf-8")
        body = "\n".join(" & ".join(row) + r" \\" for row in rows)
        path = tmp_path / "paper.tex"
        path.write_text(
            PREAMBLE + "\\begin{table}\\caption{Models}\\label{tab:m}\\begin{tabular}{lrr}\n"
            f"{headers} \\\\\n{body}\n\\end{{tabular}}\\end{{table}}\\end{{document}}\n",
            "utf-8",
        )
        return words(path)

    return check


@pytest.mark.parametrize(
    "headers",
    [
        "Model & FLOPs (G) & Accuracy (\\%)",
        "Model & GFLOPs & Acc. (\\%)",
        "Model & \\#GFLOPs & Acc.~\\%",
        "Model & FLOPs [G] & Acc. in \\%",
        "Model & FLOPs (GFLOPs) & Accuracy",
        "Model & FLOPs (GFLOPS) & Accuracy",
        "Model & Flops, G & Accu. [\\%]",
    ],
)
def test_headers_with_the_same_meaning(checked, headers):
    assert checked(headers) == []
    wrong = [*ROWS[:2], ("ResNet-101", "7.8", "74.7")]
    assert checked(headers, wrong) == [("RES002", "error", "74.7")]
    wrong = [("VGG-16", "51.5", "71.6"), *ROWS[1:]]
    assert checked(headers, wrong) == [("RES002", "error", "51.5")]


@pytest.mark.parametrize(
    "column",
    [
        LockedColumn("flops", "GFLOPs", "GFLOPs"),
        LockedColumn("flops", "FLOPs", "FLOPs", "GFLOP"),
        LockedColumn("flops", "FLOPs", "FLOPs", "G"),
    ],
)
@pytest.mark.parametrize("header", ["FLOPs (G)", "GFLOPs", "FLOPs (GFLOPs)"])
def test_prefixes_of_operations(checked, column, header):
    headers = f"Model & {header} & Accuracy (\\%)"
    assert checked(headers, columns=(column, ACCURACY)) == []
    wrong = [("VGG-16", "15.6", "71.6"), *ROWS[1:]]
    assert [code for code, *_ in checked(headers, wrong, (column, ACCURACY))] == ["RES002"]


@pytest.mark.parametrize(
    "names",
    [
        ("VGG16", "ResNet50", "ResNet101"),
        ("VGG 16", "ResNet 50 (ours)", "ResNet~101~\\cite{he}"),
        ("VGG$_{16}$", "ResNet\\textsubscript{50}", "ResNet-101$^{\\mathrm{a}}$"),
        ("vgg-16", "RESNET-50", "\\textbf{ResNet-101}$^\\dagger$"),
    ],
)
def test_rows_with_the_same_meaning_are_compared_also_if_their_numbers_are_wrong(checked, names):
    rows = [(name, *row[1:]) for name, row in zip(names, ROWS)]
    headers = "Model & FLOPs (G) & Accuracy (\\%)"
    assert checked(headers, rows) == []
    rows[1] = (names[1], "1.4", "67.1")
    assert checked(headers, rows) == [("RES002", "error", "1.4"), ("RES002", "error", "67.1")]


def test_names_that_differ_in_more_than_spelling_are_different(checked):
    assert in_order("VGG-16") == in_order("VGG16") != in_order("VGG-19")
    assert in_order("C++") != in_order("C")
    assert in_order("3-5") != in_order("35")
    assert in_order("v1.5") != in_order("v15")
    assert in_any_order("Top-1 Error") == in_any_order("Err., Top 1")
    assert in_any_order("Params (M)") == in_any_order("#Parameters")


def test_two_rows_that_mean_the_same_are_not_guessed(checked):
    names = ["VGG-16", "VGG16", "ResNet-101"]
    rows = [("vgg 16", "15.5", "71.6"), ("VGG_16", "4.1", "76.1"), ROWS[2]]
    found = checked("Model & FLOPs (G) & Accuracy (\\%)", rows, names=names)
    assert {code for code, *_ in found} <= {"RES003"}


SUBSCRIPTS = (
    ("AP", "AP"),
    ("AP50", "AP$_{50}$"),
    ("F1", "F$_1$"),
    ("R²", "R$^2$"),
    ("A₁", "A$_{1}$"),
)


@pytest.mark.parametrize(("text", "tex"), SUBSCRIPTS)
@pytest.mark.parametrize("note", ["", "$^{\\mathrm{a}}$", "$^*$", "\\textsuperscript{b}"])
def test_subscripts_are_read_and_letters_of_notes_are_not(checked, text, tex, note):
    columns = (LockedColumn("x", text, text), LockedColumn("y", "AP75", "AP75"))
    headers = f"Model & {tex}{note} & AP$_{{75}}$"
    assert checked(headers, columns=columns) == []
    wrong = [("VGG-16", "15.5", "61.7"), *ROWS[1:]]
    assert checked(headers, wrong, columns) == [("RES002", "error", "61.7")]


def test_greek_letters_are_letters(checked):
    columns = (LockedColumn("x", "ΔE", "ΔE"), LockedColumn("y", "α", "α"))
    assert checked("Model & $\\Delta$E & $\\alpha$", columns=columns) == []
    assert checked("Model & $\\Delta E$ & $\\beta$", columns=columns) != []


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("$9.6\\cdot10^{19}$", "says 9.6×10^19, but the result is 9.6×10^18 (9.6×10^18 FLOP)"),
        ("$9.1\\times10^{18}$", "says 9.1×10^18, but the result is 9.6×10^18 (9.6×10^18 FLOP)"),
        ("$1.0\\times10^{19}$", ""),
        ("\\num{9.6e17}", "says 9.6×10^17, but the result is 9.6×10^18 (9.6×10^18 FLOP)"),
        ("$96\\times10^{16}$", "says 96×10^16, but the result is 960×10^16 (9.6×10^18 FLOP)"),
        ("9.6e18", ""),
    ],
)
def test_messages_have_the_exponent_and_the_unit(tmp_path, cell, says):
    entry = Entry("value", "9.6e18", Decimal("9.6e18"), "FLOP")
    other = Entry("value", "3e19", Decimal("3e19"), "FLOP")
    table = LockedTable(
        "Cost",
        [LockedColumn("c", "Training Cost", "Cost", "FLOP")],
        [LockedRow("a", "Small"), LockedRow("b", "Large")],
        {"a.c": entry, "b.c": other},
    )
    (tmp_path / "results.lock").write_text(dump(Lock(tables={"tab:c": table})), "utf-8")
    path = tmp_path / "paper.tex"
    path.write_text(
        PREAMBLE + "\\begin{table}\\caption{Cost}\\label{tab:c}\\begin{tabular}{lr}\n"
        f"Model & Training Cost (FLOPs) \\\\\nSmall & {cell} \\\\\n"
        "Large & $3\\times10^{19}$ \\\\\n\\end{tabular}\\end{table}\\end{document}\n",
        "utf-8",
    )
    found = messages(path)
    assert len(found) == bool(says)
    assert all(says in message for message in found)
