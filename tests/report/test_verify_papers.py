"""The lock file of a draft, coverage, trace and flatten."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from decimal import Decimal

import pytest
from verified_drafts import PREAMBLE, findings, latex_draft, messages, number, pin

from ieeelint.readers import read
from ieeelint.report.built import Built
from ieeelint.report.records import ReportError
from ieeelint.report.series import SourceFile
from ieeelint.report.verify.coverage import Coverage, coverage
from ieeelint.report.verify.flattening import flatten
from ieeelint.report.verify.lock import Entry, Lock
from ieeelint.report.verify.lock_building import build_lock
from ieeelint.report.verify.lock_changes import lock_changes
from ieeelint.report.verify.lock_file import dump, load
from ieeelint.report.verify.tracing import trace

NUMBERS = [
    number("se.speed-up", "2.45", "2.4502"),
    number("eca.latency", "0.835", "0.8349", "ms", "0.012"),
    number("share", "34", "34.2", "%"),
]


def drafted(folder, text, tables=()):
    """The draft with this text, and its lock file."""
    pin(folder, list(tables), NUMBERS)
    (folder / "paper.tex").write_text(latex_draft(list(tables), text), encoding="utf-8")
    return read(str(folder / "paper.tex")), load(str(folder / "results.lock"))


# -- the lock --------------------------------------------------------------------


def test_a_lock_file_is_read_and_written_unchanged(tmp_path):
    pin(tmp_path)
    path = tmp_path / "results.lock"
    assert dump(load(str(path))) == path.read_text(encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8"))["schema"] == "ieeelint-lock/1"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "is not complete JSON"),
        ("[" * 200_000, "is nested too deeply"),
        ('{"schema": "ieeelint-lock/1",\n "tables": {', "results.lock:2: is not complete JSON"),
        ('{"schema": "ieeelint-lock/2"}', 'has the schema "ieeelint-lock/2"'),
        ("[]", "is not a lock file"),
        ('{"schema": "ieeelint-lock/1"}', '"files" is missing'),
    ],
)
def test_a_damaged_lock_file_is_one_finding(tmp_path, content, words):
    (tmp_path / "results.lock").write_text(content, encoding="utf-8")
    (tmp_path / "paper.tex").write_text(
        latex_draft([], "It is 2.45.% ieeelint: pin[x]\n"), encoding="utf-8"
    )
    assert [code for code, _, _ in findings(tmp_path / "paper.tex")] == ["RES001"]
    assert words in messages(tmp_path / "paper.tex")[0]


def test_an_empty_results_lock_is_ignored(tmp_path):
    (tmp_path / "results.lock").touch()
    path = tmp_path / "paper.tex"
    path.write_text(latex_draft([], "It is 2.45.\n"), encoding="utf-8")
    assert findings(path) == []


@pytest.mark.parametrize("lock", [None, ""])
def test_pins_without_a_lock_file_are_reported_once(tmp_path, lock):
    if lock is not None:
        (tmp_path / "results.lock").write_text(lock, encoding="utf-8")
    path = tmp_path / "paper.tex"
    text = "It is 2.45.% ieeelint: pin[x]\nIt is 3.% ieeelint: pin[y]\n"
    path.write_text(latex_draft([], text), encoding="utf-8")
    (message,) = messages(path)
    assert "no results.lock" in message and "2 pins are not verified" in message


@pytest.mark.parametrize(
    "path_to_value",
    [
        ("numbers", "latency"),
        ("numbers", "latency", "value"),
        ("tables", "tab:cost"),
        ("tables", "tab:cost", "cells"),
        ("tables", "tab:cost", "cells", "se.memory"),
        ("tables", "tab:cost", "columns", 0),
        ("tables", "tab:cost", "rows", 0, "name"),
    ],
)
@pytest.mark.parametrize("value", [None, 3, "x", [], {}, "NaN", "1e999999"])
def test_invalid_values_in_a_lock_file_are_one_finding(tmp_path, path_to_value, value):
    grids = pin(tmp_path)
    path = tmp_path / "results.lock"
    lock = json.loads(path.read_text(encoding="utf-8"))
    inner = lock
    for name in path_to_value[:-1]:
        inner = inner[name]
    inner[path_to_value[-1]] = value
    path.write_text(json.dumps(lock), encoding="utf-8")
    (tmp_path / "paper.tex").write_text(latex_draft(grids), encoding="utf-8")
    assert [code for code, _, _ in findings(tmp_path / "paper.tex")] == ["RES001"]


def test_a_missing_lock_file_of_the_settings_is_one_finding(tmp_path, run):
    (tmp_path / "ieeelint.toml").write_text('results = "kept/results.lock"\n')
    (tmp_path / "paper.tex").write_text(latex_draft([], "Water is wet."), encoding="utf-8")
    status, out, _ = run(
        "check", "--select", "RES", "--output-format", "concise", str(tmp_path / "paper.tex")
    )
    assert status == 1 and out.count("RES001") == 1 and "does not exist" in out


def test_results_that_changed_after_pinning_are_an_info(tmp_path):
    data = tmp_path / "runs.jsonl"
    data.write_text("1\n")
    known = "4355a46b19d348dc2f57c046f8ef63d4538ebb936000f3c9ee954a27460dd865"  # sha256sum of "1\n"
    lock = build_lock([Built("t.toml", inputs=[SourceFile("runs.jsonl", known, "jsonl", 1)])])
    (tmp_path / "results.lock").write_text(dump(lock))
    (tmp_path / "paper.tex").write_text(latex_draft([], "Water is wet."), encoding="utf-8")
    os.utime(tmp_path / "results.lock", (1, 1))
    assert findings(tmp_path / "paper.tex") == []  # newer, and unchanged
    data.write_text("2\n")
    assert [(code, severity) for code, severity, _ in findings(tmp_path / "paper.tex")] == [
        ("RES001", "info")
    ]
    assert "runs.jsonl" in messages(tmp_path / "paper.tex")[0]
    os.utime(data, (0, 0))
    assert findings(tmp_path / "paper.tex") == []  # older than the lock file: not read


def test_a_specification_that_changed_after_pinning_is_an_info(tmp_path, run):
    (tmp_path / "runs.jsonl").write_text(
        '{"module": "se", "metric": "latency", "value": 2, "unit": "ms"}\n'
    )
    specification, lock = tmp_path / "cost.toml", tmp_path / "results.lock"
    text = (
        '[source]\nfiles = ["runs.jsonl"]\n[table]\nlabel = "tab:cost"\ntitle = "Cost"\nrows = {'
        ' key = "module", header = "Module" }\n[[column]]\nheader = "Latency"\nmetric ='
        ' "latency"\nunit = "ms"\nstat = "only"\ndigits = "places:1"\n'
    )
    specification.write_text(text)
    assert run("pin", str(specification), "--lock", str(lock))[0] == 0
    (tmp_path / "paper.tex").write_text(latex_draft([], "Water is wet."), encoding="utf-8")
    os.utime(lock, (1, 1))
    specification.write_text("# how long it takes\n" + text)
    assert findings(tmp_path / "paper.tex") == []  # the values are unchanged
    specification.write_text(text.replace("places:1", "places:2"))
    assert [(code, severity) for code, severity, _ in findings(tmp_path / "paper.tex")] == [
        ("RES001", "info")
    ]
    assert (
        "specification" in messages(tmp_path / "paper.tex")[0]
        and "cost.toml" in messages(tmp_path / "paper.tex")[0]
    )
    status, out, _ = run("pin", "--diff", str(specification), "--lock", str(lock))
    assert status == 1
    assert (
        "cost.toml: the specification changed" in out
        and "tab:cost: se, Latency: 2.0 -> 2.00" in out
    )
    older = json.loads(lock.read_text())
    del older["specifications"]
    lock.write_text(json.dumps(older))
    assert findings(tmp_path / "paper.tex") == []


def test_lock_changes_are_listed(tmp_path):
    old = build_lock([Built("n.toml", numbers=NUMBERS)])
    moved = [
        number("se.speed-up", "2.46", "2.4551"),
        number("eca.latency", "0.840", "0.8402", "ms", "0.012"),
        number("new", "1", "1"),
    ]
    assert list(lock_changes(old, build_lock([Built("n.toml", numbers=moved)]))) == [
        "se.speed-up: 2.45 -> 2.46",
        "eca.latency: 0.835 -> 0.840 (inside the old interval)",
        "share: removed",
        "new: new",
    ]


LOCATIONS = """\\documentclass{IEEEtran}
\\begin{document}
It takes 2.0 ms. % ieeelint: pin[cost.se.latency]
It is 2.0 times as long. % ieeelint: pin[max(cost.*.latency) / 1]
Or \\ieeelintnum{cost.se.latency} ms.
\\begin{table}\\caption{Cost}\\label{tab:cost}
\\begin{tabular}{lr}
Module & Latency (ms) \\\\
SE & 2.0 \\\\
\\end{tabular}\\end{table}
\\end{document}
"""


@pytest.mark.parametrize("named", [False, True])
def test_pin_diff_lists_the_locations_in_the_draft(tmp_path, run, monkeypatch, named):
    monkeypatch.chdir(tmp_path)
    data = '{"module": "se", "metric": "latency", "value": 2, "unit": "ms"}\n'
    (tmp_path / "runs.jsonl").write_text(data)
    (tmp_path / "cost.toml").write_text(
        '[source]\nfiles = ["runs.jsonl"]\n[table]\nlabel = "tab:cost"\ntitle = "Cost"\nrows = {'
        ' key = "module", header = "Module" }\n[names]\nse = "SE"\n[[column]]\nheader ='
        ' "Latency"\nmetric = "latency"\nunit = "ms"\nstat = "only"\ndigits = "places:1"\n'
    )
    folder = tmp_path / "drafts" if named else tmp_path
    folder.mkdir(exist_ok=True)
    (folder / "paper.tex").write_text(LOCATIONS)
    assert run("pin", "cost.toml")[0] == 0
    (tmp_path / "runs.jsonl").write_text(data.replace("2", "3"))
    status, out, _ = run(
        "pin", "cost.toml", "--diff", *(["--draft", "drafts/paper.tex"] if named else [])
    )
    assert status == 1
    name = "drafts/paper.tex" if named else "paper.tex"
    assert f"tab:cost: SE, Latency: 2.0 -> 3.0; in {name}:3, {name}:4, {name}:5, {name}:9\n" in out
    if named:
        assert run("pin", "cost.toml", "--diff", "--draft", "nowhere.tex")[0] == 2


# -- coverage --------------------------------------------------------------------


def test_numbers_are_counted_by_their_source(tmp_path):
    text = (
        "It is \\ieeelintnum{se.speed-up} times faster, 0.835\\,ms here,% ieeelint:"
        " pin[eca.latency]\nand 34\\% less; $5\\times$ more, \\SI{3}{ms}. In Section 4 and Fig.~2"
        " of~\\cite{a}, 2019, ResNet-50 on an H200, as of 2019-07-31, (1) is 3-D. See $x_1 = 3y^2$."
    )
    draft, lock = drafted(tmp_path, text)
    counts = coverage(draft, lock)
    assert str(counts) == "5 numbers: 1 generated, 1 pinned, 3 unbacked"
    assert str(Coverage(pinned=1)) == "1 number: 0 generated, 1 pinned, 0 unbacked"
    assert [number.typed.digits for number in counts.unbacked] == ["34", "5", "3"]
    assert [number.span.text for number in counts.unbacked] == ["34", "5", "3"]


def test_cells_of_the_results_count_as_generated(tmp_path):
    grids = pin(tmp_path)
    draft, lock = drafted(tmp_path, "Water is wet.", grids[1:2])
    assert (
        coverage(draft, lock).generated == 7 * 5 - 3
    )  # of 35 cells two are out of memory, one was not run


# -- trace -----------------------------------------------------------------------


def test_candidates_agree_and_share_words_with_the_sentence(tmp_path):
    text = (
        "ECA has a latency of 0.835\\,ms. Its speed-up is 2.45. SE has a speed-up of 2.45, and a"
        " share of 34\\%. The share is 35\\%. ECA has a latency of 835\\,$\\mu$s, or 0.835\\,s."
    )
    draft, lock = drafted(tmp_path, text)
    found = [
        (
            traced.number.typed.digits,
            traced.number.typed.unit,
            [candidate.key for candidate in traced.candidates],
        )
        for traced in trace(draft, lock)
    ]
    assert found[:4] == [
        ("0.835", "ms", ["eca.latency"]),
        ("2.45", "", ["se.speed-up"]),
        ("2.45", "", ["se.speed-up"]),
        ("34", "%", ["share"]),
    ]
    assert not any(digits == "35" or unit == "s" for digits, unit, _ in found)


def test_a_pinned_number_is_not_traced(tmp_path):
    draft, lock = drafted(
        tmp_path, "ECA has a latency of 0.835\\,ms% ieeelint: pin[eca.latency]\nindeed."
    )
    assert trace(draft, lock) == []


def test_trace_prints_a_line_for_each_number(tmp_path, run):
    drafted(tmp_path, "ECA has a latency of 0.835\\,ms and a batch of 17.")
    status, out, err = run("trace", str(tmp_path / "paper.tex"))
    assert status == 0 and out.endswith("paper.tex:3:22: 0.835 ms: eca.latency = 0.8349 ms\n")
    assert "2 numbers: 0 generated, 0 pinned, 2 unbacked" in err
    (tmp_path / "results.lock").unlink()
    status, _, err = run("trace", str(tmp_path / "paper.tex"))
    assert status == 2 and "no results.lock next to it" in err


# -- flatten ---------------------------------------------------------------------

LOCK = build_lock(
    [
        Built(
            "n.toml",
            numbers=[*NUMBERS, number("big", "12345.6", "12345.6"), number("less", "-2.5", "-2.5")],
        )
    ]
)


@pytest.mark.parametrize(
    ("tex", "flat"),
    [
        ("Water is wet.", "Water is wet."),
        (
            "It is \\ieeelintnum{se.speed-up} times faster.",
            "It is 2.45 % ieeelint: pin[se.speed-up]\ntimes faster.",
        ),
        ("takes \\ieeelintnum{eca.latency}~ms", "takes 0.835% ieeelint: pin[eca.latency]\n~ms"),
        ("takes \\ieeelintnum{eca.latency}\nand", "takes 0.835 % ieeelint: pin[eca.latency]\nand"),
        (
            "takes \\ieeelintnum{eca.latency}% hm\nand",
            "takes 0.835% ieeelint: pin[eca.latency]\n% hm\nand",
        ),
        ("% \\ieeelintnum{eca.latency}", "% \\ieeelintnum{eca.latency}"),
        ("90\\% of \\ieeelintnum{big}.", "90\\% of 12\\,345.6% ieeelint: pin[big]\n."),
        (
            "is $\\ieeelintnum{less}$, \\ieeelintnum{less}",
            "is $-2.5% ieeelint: pin[less]\n$, $-$2.5 % ieeelint: pin[less]",
        ),
        (
            "\\[ x =\n\\ieeelintnum{less}\\] \\ieeelintnum{less}",
            "\\[ x =\n-2.5% ieeelint: pin[less]\n\\] $-$2.5 % ieeelint: pin[less]",
        ),
        (
            "\\begin{align*}\na &\\\\[2pt]\n\\ieeelintnum{less}\n\\end{align*}",
            "\\begin{align*}\na &\\\\[2pt]\n-2.5 % ieeelint: pin[less]\n\\end{align*}",
        ),
        ("for \\$5 to $x$\n\\ieeelintnum{less}", "for \\$5 to $x$\n$-$2.5 % ieeelint: pin[less]"),
    ],
)
def test_macros_become_pinned_digits(tex, flat):
    assert flatten(tex, LOCK) == flat


@pytest.mark.parametrize("text", ["Infinity", "-inf", "NaN", ""])
def test_a_damaged_number_is_an_error_with_its_line(text):
    lock = Lock(numbers={"gain": Entry("value", text, Decimal(2))})
    with pytest.raises(ReportError, match="ieeelint pin") as caught:
        flatten("a\n\n\\ieeelintnum{gain}", lock)
    assert caught.value.line == 3


@pytest.mark.parametrize(
    ("text", "printed"),
    [("9" * 5000, "99" + "\\,999" * 1666), ("12345.6", "12\\,345.6"), ("1e99999", "1e99999")],
)
def test_a_number_of_any_length_is_grouped(text, printed):
    lock = Lock(numbers={"gain": Entry("value", text, Decimal(2))})
    assert flatten("\\ieeelintnum{gain} a", lock).startswith(f"{printed} %")


def test_an_unknown_key_is_an_error_with_its_line():
    with pytest.raises(ReportError, match="se.speed-up") as caught:
        flatten("a\nb \\ieeelintnum{se.sped-up}", LOCK)
    assert caught.value.line == 2


def test_generated_files_replace_their_input():
    files = {
        "t.tex": (
            "% Generated by ieeelint from t.toml; do not edit. Update:"
            " …\n\\begin{table}\\end{table}\n"
        ),
        "n.tex": "% Generated by ieeelint; do not edit. Numbers of the paper: …\n\\def\\x{}\n",
        "own.tex": "Mine.\n",
    }
    tex = "\\input{n}\n\\input{own}\nSee. \\input{t.tex} It is."
    assert flatten(tex, LOCK, files.get).split("\n") == [
        "\\input{own}",
        "See.%",
        "% Generated by ieeelint from t.toml; do not edit. Update: …",
        "\\begin{table}\\end{table}",
        "It is.",
    ]


def test_a_flat_draft_is_still_checked_against_the_results(tmp_path, run):
    pin(tmp_path, [], NUMBERS)
    text = (
        "It is \\ieeelintnum{se.speed-up} times faster and takes \\ieeelintnum{eca.latency}~ms,"
        " $\\ieeelintnum{se.speed-up}\\times$.\n"
    )
    (tmp_path / "paper.tex").write_text(PREAMBLE + text + "\\end{document}\n", encoding="utf-8")
    status, out, _ = run("flatten", str(tmp_path / "paper.tex"))
    flat = tmp_path / "flat" / "paper.tex"
    assert status == 0 and "ieeelintnum" not in flat.read_text(encoding="utf-8")
    shutil.copy(tmp_path / "results.lock", flat.parent)
    assert findings(flat) == []
    flat.write_text(flat.read_text(encoding="utf-8").replace("0.835", "0.853"), encoding="utf-8")
    assert findings(flat) == [("RES006", "error", "0.853")]


def test_flatten_copies_all_files_of_the_draft(tmp_path, run):
    pin(tmp_path, [], NUMBERS)
    for name in (
        "figures/rig.pdf",
        "figures/away.txt",
        "refs.bib",
        "local.sty",
        "IEEEtran.cls",
        "listing.py",
        "elsewhere.aux",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    text = (
        "\\documentclass{IEEEtran}\\usepackage{local,graphicx,listings}\\graphicspath{{figures/}}"
        "\\begin{document}\n"
        "\\begin{figure}\\includegraphics{rig}\\caption{It.}\\end{figure}\\includegraphics{gone}"
        "\\lstinputlisting{listing.py}\n"
        "\\bibliographystyle{IEEEtran}\\bibliography{refs}\n\\end{document}\n"
    )
    (tmp_path / "paper.tex").write_text(text, encoding="utf-8")
    status, _, err = run("flatten", str(tmp_path / "paper.tex"), "--out", str(tmp_path / "out"))
    found = {
        str(path.relative_to(tmp_path / "out"))
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    }
    assert found == {
        "paper.tex",
        "figures/rig.pdf",
        "refs.bib",
        "local.sty",
        "IEEEtran.cls",
        "listing.py",
        ".ieeelint-flat",
    }
    assert (tmp_path / "out" / "figures" / "rig.pdf").read_bytes() == b"figures/rig.pdf"
    assert status == 1 and "not copied: gone is not in the folder of the draft" in err


@pytest.mark.thorough
def test_a_flat_draft_prints_the_same(tmp_path):
    macros = "\\newcommand{\\ieeelintnum}[1]{\\csname num@#1\\endcsname}\n" + "".join(
        f"\\expandafter\\def\\csname num@{one.key}\\endcsname{{{one.digits}}}\n" for one in NUMBERS
    )
    text = (
        "It is \\ieeelintnum{se.speed-up} times faster,\n takes \\ieeelintnum{eca.latency}~ms,"
        " (\\ieeelintnum{share}\\%)\n\\ieeelintnum{share}\nof it."
    )
    printed = []
    for name, body in (("one", text), ("two", flatten(text, LOCK))):
        (tmp_path / f"{name}.tex").write_text(
            f"\\documentclass{{article}}\n{macros}\\begin{{document}}\n{body}\n\\end{{document}}\n"
        )
        subprocess.run(
            ["pdflatex", "-interaction=batchmode", name],
            cwd=tmp_path,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        printed.append(
            subprocess.run(
                ["pdftotext", f"{name}.pdf", "-"],
                cwd=tmp_path,
                check=True,
                capture_output=True,
                text=True,
            ).stdout
        )
    assert printed[0] == printed[1]
    assert "It is 2.45 times faster, takes 0.835 ms, (34%) 34 of it." in printed[0]
