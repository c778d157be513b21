"""Tables that authors typed by hand: agreeing numbers have no finding, a changed number has one."""

from __future__ import annotations

import pytest
from example_grids import MODULES
from verified_drafts import findings, latex_draft, messages, pin

ROWS = [line.replace("*", "").split() for line in MODULES.splitlines()]
HEADERS = [
    "Module",
    "Parameters (M)",
    "FLOPs (G)",
    "Latency, Forward (ms)",
    "Latency, Backward (ms)",
    "Memory (MiB)",
]
TITLE = "Cost of Eleven Attention Modules on One GPU"


def lines(rows, cell=lambda text: text.replace("±", "$\\pm$").replace("<", "$<$")):
    return "".join(" & ".join([row[0], *map(cell, row[1:])]) + " \\\\\n" for row in rows)


def tabular(rows, headers=None, columns="lrrrrr"):
    return (
        f"\\begin{{tabular}}{{{columns}}}\n{headers or ' & '.join(HEADERS)} \\\\"
        f" \\hline\n{rows}\\end{{tabular}}"
    )


def table(*tabulars):
    return (
        f"\\begin{{table}}\\caption{{{TITLE}}}\\label{{tab:cost}}\n"
        + "\n".join(tabulars)
        + "\n\\end{table}\n"
    )


def picked(*columns):
    return [[row[at] for at in (0, *columns)] for row in ROWS]


def half(text):
    """ "0.835±0.012" as 0.835 and 0.012."""
    return text.partition("±")[::2]


def bare(text):
    """For a column of siunitx: no dollar signs."""
    return text.replace("±", " \\pm ") if "<" not in text else "{$<$0.001}"


def micro(text):
    return (
        "$\\pm$".join(str(round(float(part) * 1000)) for part in text.split("±"))
        if "±" in text
        else text.replace("<", "$<$")
    )


def with_units(row):
    return [
        row[0],
        *(f"{text}~{unit}" for text, unit in zip(row[1:], ("M", "G", "ms", "ms", "MiB"))),
    ]


def names(**changes):
    return lines([[changes.get(row[0], row[0]), *row[1:]] for row in ROWS])


def in_headers(before, after):
    return " & ".join(HEADERS).replace(before, after)


BODY = lines(ROWS)
TWO_HEADERS = (
    "\\multirow{2}{*}{Module} & \\multirow{2}{*}{Params. (M)} & \\multirow{2}{*}{FLOPs (G)} &"
    " \\multicolumn{2}{c}{Latency (ms)} & \\multirow{2}{*}{Memory (MiB)} \\\\ \\cmidrule(lr){4-5}\n"
    " & & & Forward & Backward &"
)
RETYPED = {
    "units in brackets": tabular(BODY, in_headers("(", "[").replace(")", "]")),
    "units after a slash": tabular(BODY, in_headers(" (", " / ").replace(")", "")),
    "units after a comma": tabular(BODY, in_headers(" (", ", ").replace(")", "")),
    "microseconds in a formula": tabular(lines(ROWS, micro), in_headers("(ms)", "($\\mu$s)")),
    "microseconds with siunitx": tabular(
        lines(ROWS, micro), in_headers("(ms)", "(\\si{\\micro\\second})")
    ),
    "units in cells": tabular(
        lines([with_units(row) for row in ROWS]),
        "Module & Parameters & FLOPs & Latency, Forward & Latency, Backward & Memory",
    ),
    "quantities in cells": tabular(
        lines(
            ROWS, lambda text: text if not text.isdigit() else f"\\qty{{{text}}}{{\\mebi\\byte}}"
        ),
        in_headers("Memory (MiB)", "Memory"),
    ),
    "no units at all": tabular(
        lines(ROWS, micro),
        "Module & Parameters & FLOPs & Latency, Forward & Latency, Backward & Memory",
    ),
    "columns of siunitx": tabular(lines(ROWS, bare), columns="lS[table-format=1.3]SSSS"),
    "powers of ten": tabular(
        BODY.replace("& 3.220", "& $3220\\times10^{-3}$").replace("& 2.070", "& \\num{2070e-3}")
    ),
    "headers in two lines": tabular(BODY, TWO_HEADERS),
    "headers with line breaks": tabular(
        BODY, in_headers("Memory (MiB)", "\\begin{tabular}{@{}c@{}}Memory\\\\(MiB)\\end{tabular}")
    ),
    "headers with another word order": tabular(
        BODY,
        in_headers("Latency, Forward", "Forward Latency").replace(
            "Latency, Backward", "Backward latency"
        ),
    ),
    "headers with more or fewer words": tabular(
        BODY,
        "Method & \\#Params (M) & FLOPs (G) & Fwd. latency (ms) & Backward (ms) & Peak memory"
        " (MiB)",
    ),
    "a title above a group": tabular(
        "\\multicolumn{6}{l}{\\textit{Spatial attention}} \\\\\n" + BODY
    ),
    "numbered rows": tabular(
        "".join(f"{at} & {line}\n" for at, line in enumerate(BODY.splitlines(), 1)),
        "No. & " + " & ".join(HEADERS),
        "llrrrrr",
    ),
    "abbreviated names": tabular(
        names(Performer="Perf.", Linear="Lin.", Nyströmformer='Nystr\\"omf.')
    ),
    "names with remarks": tabular(
        names(ACmix="\\textbf{ACmix} (ours)", SE="\\texttt{SE}", ECA="ECA-Net")
    ),
    "names by acronym macros": tabular(
        lines([[f"\\ac{{{row[0].lower()}}}", *row[1:]] for row in ROWS])
    ),
    "a name by an unknown macro": tabular(names(SE="\\squeeze{}")),
    "comparisons with the first row": tabular(
        BODY.replace("& 412", "& 412 (1.0$\\times$)").replace("& 148", "& 148 ($-$64\\%)")
    ),
    "notes and signs next to numbers": tabular(
        BODY.replace("& 412", "& 412 [7]")
        .replace("& 148", "& $\\approx$148")
        .replace("& 0.213", "& 0{,}213")
    ),
    "intervals in percent": tabular(BODY.replace("0.835$\\pm$0.012", "0.835$\\pm$1.4\\%")),
    "two tabulars of columns": [
        tabular(lines(picked(1, 2)), "Module & Parameters (M) & FLOPs (G)", "lrr"),
        tabular(
            lines(picked(3, 4, 5)),
            "Module & Latency, Forward (ms) & Latency, Backward (ms) & Memory (MiB)",
            "lrrr",
        ),
    ],
    "two tabulars of rows": [tabular(lines(ROWS[:6])), tabular(lines(ROWS[6:]))],
    "two blocks side by side": tabular(
        "".join(
            f"{left} & {right} \\\\\n"
            for left, right in zip(
                [line.removesuffix(" \\\\") for line in lines(ROWS[:6]).splitlines()],
                [
                    line.removesuffix(" \\\\")
                    for line in lines([*ROWS[6:], ["", "", "", "", "", ""]]).splitlines()
                ],
            )
        ),
        " & ".join(HEADERS * 2),
        "lrrrrrlrrrrr",
    ),
    "numbers of others in a second tabular": [
        tabular(
            "MHSA & 2.3 & 4.1 \\\\ SE & 0.4 & 0.2 \\\\\n", "Module & Parameters (M) & FLOPs (G)"
        ),
        tabular(BODY),
    ],
    "numbers of others in rows of the same name": tabular(
        "MHSA & 2.3 & 4.1 & 7.1 & 8.2 & 999 \\\\\n" + BODY
    ),
    "numbers of others in columns of the same header": tabular(
        lines([[*row[:3], "9.9", *row[3:]] for row in ROWS]),
        in_headers("Latency, Forward (ms)", "Latency, Forward (ms) & Latency, Forward (ms)"),
        "lrrrrrr",
    ),
}


def check(folder, draft, find=messages):
    pin(folder)
    (folder / "paper.tex").write_text(latex_draft([], draft), encoding="utf-8")
    return find(folder / "paper.tex")


@pytest.mark.parametrize("form", RETYPED)
def test_the_same_numbers_in_another_form_agree(tmp_path, form):
    draft = RETYPED[form]
    assert check(tmp_path, table(*([draft] if isinstance(draft, str) else draft))) == []


@pytest.mark.parametrize("form", RETYPED)
def test_one_changed_number_has_the_only_finding(tmp_path, form):
    draft = RETYPED[form]
    text = table(*([draft] if isinstance(draft, str) else draft))
    before, after = ("0.401", "0.491") if "0.401" in text else ("401$", "491$")
    assert check(tmp_path, text.replace(before, after), findings) == [
        ("RES002", "error", after.rstrip("$"))
    ]


def test_a_table_with_unreadable_row_headers_is_named_as_not_compared(tmp_path):
    rows = lines(
        [
            [f"\\{''.join(letter for letter in row[0] if letter.isalpha())}{{}}", *row[1:]]
            for row in ROWS
        ]
    )
    assert check(tmp_path, table(tabular(rows))) == [
        "Table I is not compared with the results: most of its row headers print no text here."
        " Write their words in the table, or define their macros in the draft."
    ]
    assert (
        len(check(tmp_path, table(tabular(lines([["Other" + row[0], *row[1:]] for row in ROWS])))))
        == 1
    )


def test_a_long_table_may_repeat_its_header(tmp_path):
    head = " & ".join(HEADERS) + " \\\\\n"
    long = (
        f"\\begin{{longtable}}{{lrrrrr}}\\caption{{{TITLE}}}\\label{{tab:cost}}\\\\\n{head}"
        f"\\endfirsthead\n{head}\\endhead\n{BODY}\\end{{longtable}}\n"
    )
    assert check(tmp_path, long) == []
    assert check(tmp_path, long.replace("& 412", "& 421"), findings) == [("RES002", "error", "421")]


@pytest.mark.parametrize(
    "caption",
    [
        "\\subfloat[Costs\\label{tab:cost}]{",
        "\\begin{minipage}{3in}\\caption{Costs}\\label{tab:cost}",
    ],
)
def test_a_tabular_with_its_own_caption_is_checked_even_if_few_numbers_agree(tmp_path, caption):
    end = "}" if caption.startswith("\\subfloat") else "\\end{minipage}"
    main = "\\caption{All}" if end == "}" else ""
    own = tabular(lines([[row[0], *(["7.5"] * 5)] for row in ROWS[:2]] + ROWS[2:3]))
    beside = tabular("MHSA & 2.3 \\\\\nSE & 0.4 \\\\\n", "Module & Parameters (M)", "lr")
    other = caption.replace("Costs", "Others").replace("tab:cost", "tab:others")
    found = check(
        tmp_path,
        f"\\begin{{table*}}{main}{other}{beside}{end}{caption}{own}{end}\\end{{table*}}\n",
        findings,
    )
    assert [code for code, _, _ in found] == ["RES003", *["RES002"] * 10]
    assert {words for code, _, words in found if code == "RES002"} == {"7.5"}


def test_two_numbers_in_a_cell_are_not_missing_columns(tmp_path):
    rows = [[row[0], f"{row[1]} / {row[2]}", *row[3:]] for row in ROWS]
    heads = in_headers("Parameters (M) & FLOPs (G)", "Parameters (M) / FLOPs (G)")
    assert check(tmp_path, table(tabular(lines(rows), heads))) == [
        'Table I: the columns "Parameters", "FLOPs" of the results are not compared, because no'
        " header is clearly the same. Use the headers of the results."
    ]


def test_a_unit_of_another_kind_in_a_cell_is_reported(tmp_path):
    assert check(tmp_path, table(tabular(BODY.replace("& 412", "& 412 ms")))) == [
        'Table I, row "MHSA", column "Memory": 412 is in ms, but the results are in MiB.'
    ]


def test_a_row_with_a_longer_header_and_other_numbers_does_not_match(tmp_path):
    rows = [
        row if row[0] != "SE" else ["SE + CBAM", "0.5", "0.6", "0.7", "0.8", "9"] for row in ROWS
    ]
    assert check(tmp_path, table(tabular(lines(rows)))) == [
        'Table I is missing the row "SE" of the results.'
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("90\\%", []), ("0.90", []), ("90.0\\,\\%", []), ("80\\%", [("RES002", "error", "80")])],
)
def test_a_share_may_be_typed_in_percent(tmp_path, typed, expected):
    draft = latex_draft(pin(tmp_path)[2:]).replace("& 0.90 ", f"& {typed} ")
    (tmp_path / "paper.tex").write_text(draft, encoding="utf-8")
    assert findings(tmp_path / "paper.tex") == expected


def test_a_similar_column_with_other_numbers_is_named(tmp_path):
    other = lines([[*row[:5], str(at)] for at, row in enumerate(ROWS, 3)])
    headers = in_headers("Memory (MiB)", "Peak memory (MiB)")
    (message,) = check(tmp_path, table(tabular(other, headers)))
    assert 'is missing the column "Memory"' in message
    assert '"Peak memory (MiB)" may be this column' in message
