"""Tables of drafts that were edited by hand: each edit is reported, and nothing else."""

from __future__ import annotations

import pytest
from verified_drafts import edited_word, findings, latex_draft, messages, pin, word_draft

EDITS = [("0.527", "0.572"), ("163", "136"), ("92", "29"), ("6.60", "6.06"), ("2.45", "3.45")]


@pytest.fixture
def check(tmp_path):
    """Writes the LaTeX draft with changes and returns its findings."""
    clean = latex_draft(pin(tmp_path))

    def findings_after(*changes, find=findings):
        text = clean
        for before, after in changes:
            assert before in text, before
            text = text.replace(before, after, 1)
        path = tmp_path / "paper.tex"
        path.write_text(text, encoding="utf-8")
        return find(path)

    return findings_after


def test_generated_tables_agree(check):
    assert check() == []


def test_exactly_the_edited_cells_are_reported(check):
    found = check(
        ("0.527$\\pm$0.007", "0.572$\\pm$0.007"),
        ("& 163", "& 136"),
        ("\\textbf{92}", "\\textbf{29}"),
        ("& 6.60", "& 6.06"),
        ("& 2.45", "& 3.45"),
    )
    assert sorted(words for _, _, words in found) == sorted(new for _, new in EDITS)
    assert {(code, severity) for code, severity, _ in found} == {("RES002", "error")}


def test_exactly_the_edited_cells_of_a_word_draft_are_reported(tmp_path):
    data = word_draft(pin(tmp_path))
    path = tmp_path / "paper.docx"
    path.write_bytes(data)
    assert findings(path) == []
    path.write_bytes(edited_word(data, *EDITS))
    found = findings(path)
    assert sorted(words for _, _, words in found) == sorted(new for _, new in EDITS)
    assert {(code, severity) for code, severity, _ in found} == {("RES002", "error")}


# the same numbers in the forms of authors
WRITTEN = {
    "one formula": [
        ("0.835$\\pm$0.012", "$0.835\\pm0.012$"),
        ("\\textbf{0.048}$\\pm$0.001", "$\\mathbf{0.048}\\pm0.001$"),
    ],
    "siunitx": [
        ("0.360$\\pm$0.005", "\\num{0.360(5)}"),
        ("0.401$\\pm$0.005", "\\num{0.401 \\pm 0.005}"),
        ("& 96", "& \\SI{96}{MiB}"),
    ],
    "in parentheses": [
        ("0.462$\\pm$0.007", "0.462 (0.007)"),
        ("0.835$\\pm$0.012", "0.835 ($\\pm$0.012)"),
    ],
    "smaller interval": [("0.312$\\pm$0.006", "0.312{\\scriptsize$\\pm$0.006}")],
    "marks of notes": [
        ("& 412", "& 412$^*$"),
        ("& 148", "& 148\\textsuperscript{c}"),
        ("& 226", "& 226\\tnote{a}"),
        ("& 171", "& 171\\footnotemark[1]"),
        ("& 232", "& 232$^\\dagger$"),
        ("& 205", "& 205*"),
    ],
    "colors and boxes": [
        ("& 163", "& \\cellcolor{gray}163"),
        ("& 96", "& \\textcolor{red}{96}"),
        ("& 118", "& \\multicolumn{1}{r}{118}"),
        ("& 318", "& {318}"),
    ],
    "booktabs": [
        ("\\hline\\hline", "\\toprule[1pt]"),
        ("\\cline{4-5}", "\\cmidrule[0.4pt](lr{0.5em}){4-5}"),
        ("\\hline", "\\midrule[0.5pt]"),
        ("\\hline\\hline", "\\addlinespace[2pt]\\bottomrule"),
    ],
    "boxed": [
        ("\\begin{tabular}", "\\resizebox{\\columnwidth}{!}{\\begin{tabular}"),
        ("\\end{tabular}", "\\end{tabular}}"),
    ],
    "rows": [
        ("Performer &", "\\rowcolor{gray!10} Performer &"),
        ("Window &", "\\textbf{Window} &"),
        ("ACmix &", "ACmix~\\cite{x} &"),
        ("CBAM &", "CBAM [12] &"),
    ],
    "groups": [("& 16\\,384", "& 16 384")],
    "headers": [("& 16\\,384", "& 16{,}384"), ("Sequence Length", "\\textit{sequence length}")],
    "fewer digits": [("& 2.45", "& 2.5"), ("& 1.30", "& 1.3$\\times$"), ("& 6.60", "& 6.6")],
    "another unit": [
        (" (MiB) \\\\", " (GiB) \\\\"),
        *(
            (f"& {number} \\", f"& {number / 1024:.4f} \\")
            for number in (412, 148, 226, 171, 232, 205, 163, 96, 118, 318)
        ),
        ("\\textbf{92}", "\\textbf{0.0898}"),
    ],
    "no unit": [("Latency$^{\\mathrm{a}}$ (ms)", "Latency$^{\\mathrm{a}}$")],
    "macros": [("& 412", "& \\ieeelintnum{cost.mhsa.memory}")],
    "own rows": [("SE & ", "Ours & 0.1 & 0.2 & 0.3 & 0.4 & 5 \\\\ SE & ")],
    "a mark for our own row": [
        ("& 318", "& \\textbf{318}"),
        *((f"& {number}$", f"& \\textbf{{{number}}}$") for number in ("0.615", "1.284")),
        ("ACmix & 1.320 & 2.070", "ACmix & \\textbf{1.320} & \\textbf{2.070}"),
    ],
}


@pytest.mark.parametrize("form", WRITTEN)
def test_the_same_numbers_in_another_form_agree(check, form):
    assert check(*WRITTEN[form], find=messages) == []


# wrong in any form: the change, the code, and a part of the message
WRONG = {
    "one formula": (
        [("0.835$\\pm$0.012", "$0.853\\pm0.012$")],
        "RES002",
        "the paper says 0.853, but the result is 0.835",
    ),
    "siunitx": (
        [("0.360$\\pm$0.005", "\\num{0.390(5)}")],
        "RES002",
        "the paper says 0.390, but the result is 0.360",
    ),
    "siunitx with a unit": (
        [("0.527$\\pm$0.007", "\\SI{0.572}{ms}")],
        "RES002",
        "the paper says 0.572",
    ),
    "an interval": (
        [("0.835$\\pm$0.012", "0.835$\\pm$0.021")],
        "RES002",
        "the interval in the paper is ±0.021, but in the results it is ±0.012",
    ),
    "an interval of siunitx": (
        [("0.360$\\pm$0.005", "\\num{0.360(8)}")],
        "RES002",
        "the interval in the paper is ±0.008, but in the results it is ±0.005",
    ),
    "a sign": ([("& 2.45", "& $-2.45$")], "RES002", "the paper says -2.45, but the result is 2.45"),
    "a smaller bound": ([("$<$0.001", "$<$0.0001")], "RES002", "the paper says <0.0001"),
    "a number for a failed measurement": (
        [("OOM$^{\\mathrm{a}}$", "28.9")],
        "RES002",
        "the cell is 28.9, but the results have no number (OOM)",
    ),
    "text for a number": (
        [("& 412", "& OOM")],
        "RES003",
        'the cell is "OOM", but the result is 412',
    ),
    "an empty cell": (
        [("& 412", "& ")],
        "RES003",
        "the cell is empty, but the result is 412",
    ),
    "a missing row": ([("SE & ", "% SE & ")], "RES003", 'is missing the row "SE"'),
    "the number of another cell": (
        [("& 412", "& \\ieeelintnum{cost.linear.memory}")],
        "RES002",
        'the macro prints "cost.linear.memory"',
    ),
    "a header in seconds": (
        [("$ (ms)", "$ (s)")],
        "RES002",
        "the unit in the header is s, but the numbers are in ms",
    ),
    "a header with another kind of unit": (
        [(" (MiB) \\\\", " (ms) \\\\")],
        "RES002",
        "the unit in the header is ms, but the numbers are in MiB",
    ),
    "decimal megabytes": (
        [(" (MiB) \\\\", " (MB) \\\\")],
        "RES002",
        "the unit in the header is MB, but the numbers are in MiB",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_cell_has_one_finding(check, what):
    changes, code, words = WRONG[what]
    assert [found for found, _, _ in check(*changes)] == [code]
    assert words in check(*changes, find=messages)[0]


def test_a_wrong_best_mark_is_reported_at_both_cells(check):
    found = check(("\\textbf{92}", "92"), ("& 96", "& \\textbf{96}"))
    assert [(code, words) for code, _, words in found] == [("RES004", "96"), ("RES004", "92")]


@pytest.mark.parametrize("bold", ["\\bfseries 96", "{\\bfseries 96}", "\\B 96", "$\\mathbf{96}$"])
def test_a_font_switch_makes_a_cell_bold(check, bold):
    macro = ("\\begin{document}", "\\newcommand{\\B}{\\bfseries}\\begin{document}")
    assert check(macro, ("\\textbf{92}", "\\bfseries 92")) == []
    assert [code for code, *_ in check(macro, ("\\textbf{92}", "92"), ("& 96", f"& {bold}"))] == [
        "RES004",
        "RES004",
    ]


# in the table, Linear is second after Window at 1024, 2048, 4096, 8192 and 16384 tokens
def test_a_wrong_second_best_mark_is_reported_at_both_cells(check):
    found = check(("\\underline{0.322}", "0.322"), ("& 0.324", "& \\underline{0.324}"))
    assert [(code, words) for code, _, words in found] == [("RES004", "0.322"), ("RES004", "0.324")]
    assert (
        "is the second best, but it is not underlined"
        in check(("\\underline{0.322}", "0.322"), ("& 0.324", "& \\uline{0.324}"), find=messages)[0]
    )
    assert [
        words
        for *_, words in check(
            ("\\underline{0.322}", "0.322"), ("& 0.324", "& $\\underline{0.324}$")
        )
    ] == ["0.322", "$\\underline{0.324}$"]


@pytest.mark.parametrize(
    "changes",
    [
        [("\\underline{0.322}", "0.322")],  # the column has no underlined number
        [
            ("\\textbf{0.272}", "\\underline{0.272}"),
            ("\\underline{0.322}", "0.322"),
        ],  # underlined is the best
        [
            ("\\textbf{0.272}", "0.272"),
            ("\\underline{0.322}", "0.322"),
            ("& 0.324", "& \\underline{0.324}"),
        ],  # another cell is the best
    ],
)
def test_underlined_numbers_with_another_meaning_are_not_compared(check, changes):
    assert check(*changes) == []


def test_smaller_mismatches_have_a_lower_severity(check):
    found = check(
        ("1.766", "1.76"),
        ("0.835$\\pm$0.012", "0.836$\\pm$0.012"),
        ("0.527$\\pm$0.007", "0.530$\\pm$0.007"),
    )
    assert sorted(found) == [
        ("RES002", "info", "1.76"),
        ("RES002", "warning", "0.530"),
        ("RES002", "warning", "0.836"),
    ]


def test_a_table_without_a_label_is_matched_by_its_title(check):
    assert check(("\\label{tab:cost}\n", ""), ("& 412", "& 421")) == [("RES002", "error", "421")]


TRANSPOSED = """\\begin{table}\\caption{Scaling}\\label{tab:scaling}\\begin{tabular}{lrrrrrrr}
Tokens & MHSA & Linear & Performer & Linformer & Nystr\\"omformer & Window & ACmix \\\\
1024 & 0.214 & 0.185 & 0.252 & 0.194 & 0.403 & 0.168 & 0.439 \\\\
2048 & 0.868 & 0.322 & 0.423 & 0.324 & 0.684 & 0.272 & 1.81 \\\\
4096 & 3.50 & 0.574 & 0.779 & 0.607 & 1.24 & 0.497 & 6.60 \\\\
8192 & 14.3 & 1.05 & 1.47 & 1.10 & 2.26 & 0.962 & 30.0 \\\\
16384 & OOM & 2.05 & 2.81 & --- & 4.31 & 1.81 & OOM \\\\
\\end{tabular}\\end{table}
"""


@pytest.mark.parametrize(
    ("typed", "expected"), [("2.26", []), ("2.62", [("RES002", "error", "2.62")])]
)
def test_rows_and_columns_may_be_exchanged(tmp_path, typed, expected):
    pin(tmp_path)
    path = tmp_path / "paper.tex"
    path.write_text(latex_draft([], TRANSPOSED.replace("2.26", typed)), encoding="utf-8")
    assert findings(path) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("2.45", []), ("3.45", [("RES002", "error", "3.45")])]
)
def test_groups_may_be_in_a_separate_column(tmp_path, value, expected):
    start, _, rest = latex_draft(pin(tmp_path)).partition("\\label{tab:acmix}")
    rest = rest.replace("Variant & (M)", "Study & Variant & (M)").replace(
        " & Parameters", " & & Parameters", 1
    )
    for group in ("Branches", "Kernel size", "Heads"):
        line = f"\\multicolumn{{8}}{{@{{}}l}}{{\\textit{{{group}}}}} \\\\\n\\quad "
        assert line in rest
        rest = rest.replace(line, f"\\multirow{{3}}{{*}}{{{group}}} & ")
    rest = (
        rest.replace("\n\\quad ", "\n & ")
        .replace("{@{}lrrrrrrr@{}}", "{@{}llrrrrrrr@{}}")
        .replace("& 2.45", f"& {value}")
    )
    (tmp_path / "paper.tex").write_text(start + "\\label{tab:acmix}" + rest, encoding="utf-8")
    assert findings(tmp_path / "paper.tex") == expected


def test_without_a_lock_file_nothing_is_reported(tmp_path):
    draft = latex_draft(pin(tmp_path)).replace("& 412", "& 421")
    (tmp_path / "results.lock").unlink()
    (tmp_path / "paper.tex").write_text(draft, encoding="utf-8")
    assert findings(tmp_path / "paper.tex") == []
