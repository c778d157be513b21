"""The commands report and pin: written files, unchanged files and messages."""

from __future__ import annotations

import zipfile

import pytest

from ieeelint.cli import main
from ieeelint.starters.word import document

SPECIFICATION = """\
[source]
files = ["../results.csv"]
[table]
label = "tab:cost"
title = "Cost"
rows = { key = "module", header = "Module" }
[[column]]
header = "Latency"
metric = "latency"
unit = "ms"
digits = "places:2"
best = "min"
[names]
se = "SE"
sk = "SK"
"""
RESULTS = "module,metric,value,unit\nse,latency,0.615,ms\nsk,latency,0.995,ms\n"


@pytest.fixture
def paper(tmp_path, monkeypatch):
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "cost.toml").write_text(SPECIFICATION, "utf-8")
    (tmp_path / "results.csv").write_text(RESULTS, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_tables_are_written_next_to_specifications_and_only_if_they_change(paper, capsys):
    assert main(["report"]) == 0
    table = paper / "tables" / "cost.tex"
    assert r"SE & \textbf{0.62} \\" in table.read_text("utf-8")  # 0.615 is half to even: 0.62
    assert r"SK & 1.00 \\" in table.read_text("utf-8")
    before = table.stat().st_mtime_ns
    assert main(["report", "tables/cost.toml"]) == 0
    assert table.stat().st_mtime_ns == before
    assert "0 files written, 1 unchanged" in capsys.readouterr().err


def test_every_format_in_one_run(paper):
    assert main(["report", "--to", "latex,word,markdown,html", "--out", "out"]) == 0
    assert sorted(path.name for path in (paper / "out").iterdir()) == [
        "cost.docx",
        "cost.html",
        "cost.md",
        "cost.tex",
    ]
    first = (paper / "out" / "cost.docx").read_bytes()
    (paper / "out" / "cost.docx").unlink()
    assert main(["report", "--to", "word", "--out", "out"]) == 0
    assert (paper / "out" / "cost.docx").read_bytes() == first


def test_check_reports_cells_out_of_date_and_writes_nothing(paper, capsys):
    assert main(["report", "--check"]) == 1
    assert "tables/cost.tex: does not exist yet" in capsys.readouterr().out
    main(["report"])
    (paper / "results.csv").write_text(RESULTS.replace("0.615", "0.715"), "utf-8")
    assert main(["report", "--check"]) == 1
    out = capsys.readouterr().out
    assert "SE, Latency (ms): 0.62 -> 0.72" in out and "SK" not in out.partition("out of date")[2]
    assert "0.62" in (paper / "tables" / "cost.tex").read_text("utf-8")


def test_explain_shows_files_and_lines(paper, capsys):
    assert main(["report", "--explain", "cost.se.latency"]) == 0
    out = capsys.readouterr().out
    assert "cost.se.latency: 0.62" in out and "0.615 ms" in out and "../results.csv:2" in out
    assert main(["report", "--explain", "cost.se.latncy"]) == 2
    assert 'Did you mean "cost.se.latency"' in capsys.readouterr().err


def test_one_broken_specification_does_not_stop_the_others(paper, capsys):
    (paper / "tables" / "broken.toml").write_text("[source]\n", "utf-8")
    assert main(["report"]) == 2
    assert "tables/broken.toml:1: source.files is missing" in capsys.readouterr().err
    assert (paper / "tables" / "cost.tex").exists()
    assert main(["pin"]) == 2
    assert not (paper / "results.lock").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["report", "--to", "latx"], 'did you mean "latex"'),
        (["report", "none.toml"], "none.toml: does not exist; name a specification (.toml) or"),
        (["pin", "none"], "none: does not exist; name a specification (.toml) or a folder of"),
        (["report", "--draft", "none.tex"], "none.tex: cannot be read"),
        (["pin", "."], "contains no .toml file"),
    ],
)
def test_usage_errors_are_reported(paper, capsys, words, message):
    assert main(words) == 2
    assert message in capsys.readouterr().err


def test_two_specifications_must_not_write_one_file(paper, capsys):
    (paper / "more").mkdir()
    (paper / "more" / "cost.toml").write_text(SPECIFICATION, "utf-8")
    assert main(["report", "tables", "more", "--out", "out"]) == 2
    assert "would both write" in capsys.readouterr().err


def test_the_class_of_the_draft_sets_the_widths(paper):
    (paper / "paper.tex").write_text(
        "\\documentclass[conference,compsoc]{IEEEtran}\n\\usepackage{cite}\n\\begin{document}"
        "\\end{document}\n",
        "utf-8",
    )
    assert main(["report", "--draft", "paper.tex"]) == 0


def test_the_filled_word_draft_is_a_new_file(paper, capsys):
    sketch = (
        "[paper title] Water\n[Body Text] It takes [[ieeelint:cost.se.latency]] ms.\n[Body Text]"
        " [[ieeelint:tab:cost]]\n[Body Text] [[ieeelint:tab:cots]]\n"
    )
    (paper / "draft.docx").write_bytes(document(sketch))
    before = (paper / "draft.docx").read_bytes()
    assert main(["report", "--into", "draft.docx"]) == 0
    assert (paper / "draft.docx").read_bytes() == before
    text = zipfile.ZipFile(paper / "draft.filled.docx").read("word/document.xml").decode()
    assert ">0.62<" in text and "[[ieeelint:tab:cost]]" not in text
    assert 'no table or number for the marker "tab:cots"' in capsys.readouterr().err


def test_a_word_draft_without_markers_is_reported_and_not_copied(paper, capsys):
    (paper / "draft.docx").write_bytes(document("[paper title] Water\n[Body Text] It is wet.\n"))
    assert main(["report", "--into", "draft.docx"]) == 0
    assert not (paper / "draft.filled.docx").exists()
    assert "has no markers, so nothing was filled in; write [[ieeelint:tab:cost]]" in (
        capsys.readouterr().err
    )


def test_a_table_without_a_marker_is_reported(paper, capsys):
    sketch = "[paper title] Water\n[Body Text] It takes [[ieeelint:cost.se.latency]] ms.\n"
    (paper / "draft.docx").write_bytes(document(sketch))
    for draft in ("draft.docx", "draft.filled.docx"):  # typed markers, then content controls
        assert main(["report", "--into", draft]) == 0
        assert f'{draft}: has no marker for "tab:cost"; not filled in' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("forms", "is_reported"), [("pdf", True), ("latex", False), ("pdf,word", False)]
)
def test_a_format_that_tables_cannot_have_is_reported(paper, capsys, forms, is_reported):
    assert main(["report", "--to", forms]) == 0
    message = "--to has no format for tables, so they are written as LaTeX; choose from latex, word"
    assert (message in capsys.readouterr().err) == is_reported


def test_numbers_are_defined_for_the_text(paper):
    assert main(["report", "--numbers", "numbers.tex"]) == 0
    assert r"\@namedef{ieeelint@cost.se.latency}{0.62}" in (paper / "numbers.tex").read_text(
        "utf-8"
    )


def test_numbers_are_kept_when_a_specification_fails(paper, capsys):
    """Without them the paper would print question marks."""
    assert main(["report", "--numbers", "numbers.tex"]) == 0
    before = (paper / "numbers.tex").read_bytes()
    (paper / "results.csv").write_text(RESULTS.replace("0.995", "null"), "utf-8")
    assert main(["report", "--numbers", "numbers.tex"]) == 2
    assert (paper / "numbers.tex").read_bytes() == before
    assert "numbers.tex: is not written, because it needs the results that failed" in (
        capsys.readouterr().err
    )


def test_pin_diff_reports_changes(paper, capsys):
    assert main(["pin", "--diff"]) == 1
    assert main(["pin"]) == 0
    assert main(["pin", "--diff"]) == 0
    (paper / "results.csv").write_text(RESULTS.replace("0.995", "0.5"), "utf-8")
    capsys.readouterr()
    assert main(["pin", "--diff"]) == 1
    out = capsys.readouterr().out
    assert "tab:cost: SK, Latency: 1.00 -> 0.50" in out
    assert "tab:cost: SE, Latency: 0.62 is no longer marked" in out
