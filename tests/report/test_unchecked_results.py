"""Results that no number of a draft is compared with are named."""

from __future__ import annotations

import os

import pytest
from example_grids import MODULES
from test_verify_retyped import BODY, HEADERS, TITLE, tabular
from verified_drafts import PREAMBLE, findings, messages, pin

END = "\\end{document}\n"
OTHER = (
    "\\begin{table}\\caption{Data Sets}\\label{tab:data}\\begin{tabular}{lr}\nName & Size \\\\\n"
    "Ours & 120 \\\\\nTheirs & 80 \\\\\n\\end{tabular}\\end{table}\n"
)


def draft(tmp_path, text: str):
    path = tmp_path / "paper.tex"
    path.write_text(PREAMBLE + text + END, "utf-8")
    return path


def pinned(tmp_path) -> None:
    """A lock file with the first example table only."""
    from verified_drafts import example_grids

    pin(tmp_path, example_grids()[:1])


def table(caption: str, label: str, body: str = BODY) -> str:
    cells = tabular(body, " & ".join(HEADERS))
    return f"\\begin{{table}}\\caption{{{caption}}}\\label{{{label}}}\n{cells}\\end{{table}}\n"


@pytest.mark.parametrize(
    ("caption", "label"), [("What They Cost", "tab:price"), ("Costs", "t1"), ("Comparison", "x")]
)
def test_a_table_with_another_label_and_title_is_checked_if_it_resembles_results(
    tmp_path, caption, label
):
    pinned(tmp_path)
    assert findings(draft(tmp_path, table(caption, label))) == []
    wrong = table(caption, label, BODY.replace("0.401", "0.491"))
    assert findings(draft(tmp_path, OTHER + wrong)) == [("RES002", "error", "0.491")]


def test_a_table_of_the_same_methods_with_other_numbers_is_another_table(tmp_path):
    pinned(tmp_path)
    other = BODY
    for digit, new in zip("123456789", "987651234"):
        other = other.replace(digit, f"<{new}>")
    other = other.replace("<", "").replace(">", "")
    path = draft(tmp_path, table("Other Costs", "tab:other", other))
    assert [code for code, _, _ in findings(path)] == ["RES003"]
    assert messages(path) == [
        'No table of the paper resembles "tab:cost" of the results, so none of its numbers is'
        " checked. Write \\label{tab:cost} or the title of the results in its table."
    ]


def test_results_whose_numbers_the_text_uses_need_no_table(tmp_path):
    pinned(tmp_path)
    module = MODULES.split()[0].lower()
    text = f"It takes \\ieeelintnum{{cost.{module}.parameters}} numbers.\n"
    assert findings(draft(tmp_path, OTHER + text)) == []


def test_a_paper_without_other_tables_is_not_asked_for_more(tmp_path):
    pinned(tmp_path)
    assert findings(draft(tmp_path, "Water is wet.\n")) == []
    assert findings(draft(tmp_path, table(TITLE, "tab:cost"))) == []


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("\\begin{center}", "\\end{center}", 'Table "tab:cost"'),
        ("\\begin{figure}\\caption{What}", "\\end{figure}", "Figure 1"),
        (f"\\begin{{figure}}\\caption{{{TITLE}}}", "\\end{figure}", "Figure 1"),
    ],
)
def test_a_table_outside_table_environments_is_checked(tmp_path, before, after, name):
    pinned(tmp_path)
    cells = tabular(BODY.replace("0.401", "0.491"), " & ".join(HEADERS))
    path = draft(tmp_path, f"{before}\n{cells}\n{after}\n")
    assert findings(path) == [("RES002", "error", "0.491")]
    assert messages(path)[0].startswith(f'{name}, row "Linformer"')


@pytest.mark.parametrize("inside", ["\\includegraphics{cost}", "\\input{generated/cost}", ""])
def test_a_table_without_readable_cells_is_named(tmp_path, inside):
    pinned(tmp_path)
    text = f"\\begin{{table}}\\caption{{Costs}}\\label{{tab:cost}}{inside}\\end{{table}}\n"
    assert messages(draft(tmp_path, text)) == [
        'Table I is not compared with "tab:cost" of the results: no cells can be read, as in a'
        " picture or a file that is not there. Write the cells as text."
    ]


def test_a_float_of_tabulars_that_are_not_those_of_the_results_is_named(tmp_path):
    pinned(tmp_path)
    cells = "\\begin{tabular}{lr}\nA & B \\\\\nC & 1 \\\\\n\\end{tabular}\n"
    text = f"\\begin{{table}}\\caption{{Costs}}\\label{{tab:cost}}{cells}{cells}\\end{{table}}\n"
    assert messages(draft(tmp_path, text)) == [
        'Table I is not compared with "tab:cost" of the results: none of its tabulars has the'
        " headers and the numbers of these results. Use their headers."
    ]


FIRST, SECOND = (line.split(" & ")[0] for line in BODY.splitlines()[:2])


@pytest.mark.parametrize("row", [FIRST, SECOND])
def test_a_row_with_another_header_is_named(tmp_path, row):
    pinned(tmp_path)
    body = BODY.replace(f"{row} &", "Zygote &")
    may_be = '"Zygote" may be this row: most of its values are the same.'
    assert messages(draft(tmp_path, table(TITLE, "tab:cost", body))) == [
        f'Table I is missing the row "{row}" of the results. {may_be} To have it compared, use the'
        " header of the results."
    ]
    path = draft(tmp_path, table("What They Cost", "tab:price", body))
    assert [severity for _, severity, _ in findings(path)] == ["info"]
    assert messages(path) == [
        f'Table I: the row "{row}" of the results is not compared, because no header is clearly the'
        f" same. {may_be} Use the headers of the results."
    ]


def test_a_table_with_another_label_may_leave_out_rows(tmp_path):
    pinned(tmp_path)
    body = BODY.replace(BODY.splitlines()[0] + "\n", "Zygote & 77 & 88 & 99 & 66 & 55 \\\\\n")
    assert findings(draft(tmp_path, table("What They Cost", "tab:price", body))) == []


def test_a_result_file_that_vanished_from_a_folder_is_named(tmp_path):
    (tmp_path / "a.csv").write_text("model,metric,value\nA,acc,0.5\n")
    (tmp_path / "b.csv").write_text("model,metric,value\nB,acc,0.7\n")
    specification = (
        '[source]\nfiles = ["*.csv"]\n[table]\nlabel = "tab:t"\ntitle = "T"\n'
        'rows = { key = "model" }\n[[column]]\nheader = "Accuracy"\nmetric = "acc"\n'
    )
    (tmp_path / "t.toml").write_text(specification)
    from ieeelint.report.building import build
    from ieeelint.report.specification import load
    from ieeelint.report.verify.lock_building import build_lock
    from ieeelint.report.verify.lock_file import dump

    lock = build_lock([build(load(str(tmp_path / "t.toml")))], str(tmp_path))
    (tmp_path / "results.lock").write_text(dump(lock))
    path = draft(tmp_path, "Water is wet.\n")
    assert messages(path) == []
    os.remove(tmp_path / "b.csv")
    assert messages(path) == [
        'The file "b.csv" of the pinned results no longer exists. Restore it, or pin the results'
        " again: ieeelint pin"
    ]
    os.remove(tmp_path / "a.csv")  # a checkout without results
    assert messages(path) == []


COLUMNS = {
    "[[column]]\nheader = 'Top-1'\nmetric = 'a'\n[[column]]\nheader = 'Top-5'\nmetric = 'b'\n": (
        "Top-1 & Top-5",
        "model,a,b\nA,1,5\nB,30,40\nC,50,60\n",
    ),
    "[pivot]\nkey = 'size'\nheader = 'Size'\n[cell]\nmetric = 'a'\n": (
        "4k & 16k",
        "model,size,a\nA,4096,1\nA,16384,5\nB,4096,30\nB,16384,40\nC,4096,50\nC,16384,60\n",
    ),
}


@pytest.mark.parametrize("columns", COLUMNS)
def test_a_first_row_with_another_header_is_no_row_of_column_headers(tmp_path, columns):
    from ieeelint.report.building import build
    from ieeelint.report.specification import loads
    from ieeelint.report.verify.lock_building import build_lock
    from ieeelint.report.verify.lock_file import dump

    headers, records = COLUMNS[columns]
    (tmp_path / "r.csv").write_text(records)
    specification = (
        '[source]\nfiles = ["r.csv"]\n[table]\nlabel = "tab:t"\ntitle = "T"\n'
        'rows = { key = "model" }\n' + columns
    )
    built = build(loads(specification, str(tmp_path / "t.toml")))
    (tmp_path / "results.lock").write_text(dump(build_lock([built], str(tmp_path))))
    cells = f"Model & {headers} \\\\\nZygote & 1 & 5 \\\\\nB & 30 & 40 \\\\\nC & 50 & 60 \\\\\n"
    text = f"\\begin{{tabular}}{{lrr}}{cells}\\end{{tabular}}"
    path = draft(tmp_path, f"\\begin{{table}}\\caption{{T}}\\label{{tab:t}}{text}\\end{{table}}\n")
    assert messages(path) == [
        'Table I is missing the row "A" of the results. "Zygote" may be this row: most of its'
        " values are the same. To have it compared, use the header of the results."
    ]
