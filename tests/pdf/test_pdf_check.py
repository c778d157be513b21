"""``ieeelint check paper.pdf``: the line about the layout, locations, outputs, and the cache."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ieeelint.starters.pdf_sketch import pdf_file
from ieeelint.starters.word import document

TOP = Path(__file__).resolve().parent.parent.parent
UNRESOLVED = "\n[page empty]\n[font Times] 60 700 10 As Fig. ?? shows, water is wet."
BLOCKED = """
import sys
sys.modules["pypdf"] = sys.modules["pypdfium2"] = None
"""


@pytest.fixture
def paper(tmp_path):
    """A function that writes the PDF file of a sketch and returns its path."""

    def write(sketch: str = "\n", name: str = "paper.pdf") -> str:
        path = tmp_path / name
        path.write_bytes(pdf_file(sketch))
        return str(path)

    return write


def test_the_layout_is_always_printed_in_one_line(run, paper):
    status, out, _ = run("check", paper("\n[page]"))
    assert status == 0
    assert (
        "paper.pdf: 2 pages, Letter, two columns, gutter 0.250 in, 10.00 pt,"
        " margins 0.62/0.62/0.79/1.08 in, PDF 1.5\n" in out
    )


@pytest.mark.parametrize(
    ("sketch", "words"),
    [
        ("size=a4", "1 page, A4, two columns"),
        ("columns=1 side=72", "one column,"),
        ("side=60", "margins 0.83/0.83/"),
        ("gutter=36", "gutter 0.500 in"),
        ("version=1.7", "PDF 1.7"),
        ("line-numbers", ", line numbers, PDF"),
        ("none", "1 page, Letter, no text, PDF 1.5"),
        ("none size=500x700", "1 page, 6.94 × 9.72 in, no text"),
        ("\n[locked user]", "a locked file, PDF"),
    ],
)
def test_the_line_says_what_the_layout_is(run, paper, sketch, words):
    assert words in run("check", paper(sketch))[1]


def test_numbers_of_lines_do_not_count_as_text(run, paper):
    numbered, plain = (
        run("check", paper(sketch, f"{name}.pdf"))[1].split("margins")[1].split(" in,")[0]
        for sketch, name in (("line-numbers", "a"), ("\n", "b"))
    )
    assert numbered == plain


def test_a_notice_at_the_foot_of_the_first_page_is_no_text(run, paper):
    notice = "\n[font Times] 48 30 8 Manuscript received 1 May\n[page]"
    assert "/1.08 in" in run("check", paper(notice))[1]


def test_lengths_that_too_little_text_shows_are_not_printed(run, paper):
    """One column is empty: its edge is that of a few words."""
    left = "".join(
        f"\n[font Times] 50 {600 - 12 * row} 10 Water moves through narrow pipes more slowly"
        for row in range(40)
    )
    right = "".join(
        f"\n[font Times] 340 {y} 10 Institute of Steady Flow, Porto" for y in range(690, 642, -12)
    )
    out = run("check", paper(f"none{left}{right}"))[1]
    assert ", two columns, 10.00 pt, too little text to measure, PDF 1.5\n" in out


def test_the_margins_are_the_least_of_all_pages(run, paper):
    """Poppler has the same: a page that begins a little lower does not count."""
    lower = "\n[page empty]\n[font Times] 60 716 10 Water moves through narrow pipes"
    assert "/0.79/1.08 in" in run("check", paper("\n[page]" + lower))[1]


def test_a_page_whose_text_was_pushed_out_does_not_move_the_margins(run, paper):
    caption = "\n[page]\n[page]\n[font Times] 60 5 10 A caption that is off the page"
    out = run("check", paper(caption))[1]
    assert "/0.79/1.08 in" in out and "runs off the page at the bottom" in out


def test_a_running_foot_with_accents_above_its_letters_is_no_text(run, paper):
    """LaTeX without T1 fonts prints the accent apart from its letter."""
    foot = "\n[font Times] 200 36 7 Laboratorio de Electronica\n[font Times] 300 42.5 7 ´"
    out = run("check", paper(f"{foot}\n[page]{foot}\n[page]{foot}"))[1]
    assert "/0.79/1.08 in" in out


def test_one_page_that_ends_lower_is_not_the_margin(run, paper):
    """A float made it longer: nothing in the settings of the page is wrong."""
    longer = "\n[page]\n[page]\n[font Times] 60 70 10 Water moves through narrow pipes"
    assert "/0.79/1.08 in" in run("check", paper(longer))[1]


def test_running_heads_are_those_of_a_journal_and_no_text(run, paper):
    out = run("check", paper("\n[page]\n[journal]"))[1]
    assert "journal profile (running heads of a journal)" in out and "/0.79/1.08 in" in out


def test_a_finding_names_the_words_and_the_page(run, paper):
    status, out, _ = run("check", paper(UNRESOLVED))
    assert status == 1
    assert 'paper.pdf: "As Fig. ?? shows, water is", page 2 error PDF007' in out
    assert "   | As Fig. ?? shows, water is wet.\n   |         ^^\n" in out


def test_a_finding_about_the_whole_file_says_so(run, paper):
    assert "paper.pdf: whole file error PDF003" in run("check", paper("\n[form]"))[1]


def test_a_finding_about_a_page_names_only_the_page(run, paper):
    assert "paper.pdf: page 2 error PDF005" in run("check", paper("\n[page size=a4]"))[1]


def test_json_has_the_page_and_the_layout(run, paper):
    out = json.loads(run("check", "--output-format", "json", paper(UNRESOLVED))[1])
    assert out["papers"][0]["pdf"].startswith("2 pages, Letter")
    (finding,) = out["findings"]
    assert (finding["page"], finding["paragraph"], finding["code"]) == (2, None, "PDF007")


def test_other_programs_get_no_line_numbers(run, paper):
    path = paper(UNRESOLVED)
    (result,) = json.loads(run("check", "--output-format", "sarif", path)[1])["runs"][0]["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert "page 2" in result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]
    concise = run("check", "--output-format", "concise", path)[1]
    assert 'paper.pdf: "As Fig. ?? shows, water is", page 2: PDF007 ' in concise
    github = run("check", "--output-format", "github", path)[1]
    assert "line=" not in github and "page 2: The cross-reference" in github
    assert "page 2" in run("check", "--output-format", "gitlab", path)[1]
    junit = ElementTree.fromstring(run("check", "--output-format", "junit", path)[1])
    assert [case.get("name") for case in junit.iter("testcase")] == [
        "PDF007 pdf-unresolved (page 2)"
    ]
    assert "page 2" in run("check", "--output-format", "grouped", path)[1]
    whole = run("check", "--output-format", "junit", paper("\n[form]"))[1]
    assert "(whole file)" in whole


def test_a_second_check_says_the_same(run, paper):
    path = paper(UNRESOLVED)
    first, second = run("check", path), run("check", path)
    assert first == second and "page 2" in first[1]


def test_a_baseline_and_ignores_work(run, paper, tmp_path):
    path, baseline = paper(UNRESOLVED), str(tmp_path / "known.json")
    assert run("check", "--write-baseline", baseline, path)[0] == 0
    assert run("check", "--baseline", baseline, path)[0] == 0
    assert run("check", "--ignore", "PDF007", path)[0] == 0


def test_without_the_libraries_the_other_drafts_are_checked(paper, tmp_path):
    (tmp_path / "draft.docx").write_bytes(document("[paper title] Steady Flow\n"))
    pdf = paper()
    words = ["check", "--no-cache", pdf, str(tmp_path / "draft.docx")]
    code = f"{BLOCKED}\nfrom ieeelint.cli import main\nsys.exit(main({words!r}))"
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(TOP)}
    )
    assert ran.returncode == 2
    assert "paper.pdf: is a PDF file; to check it, install two packages: " in ran.stdout
    assert "pip install pypdf pypdfium2" in ran.stdout
    assert "draft.docx: conference profile" in ran.stdout


def test_only_a_pdf_file_imports_the_libraries(paper, tmp_path):
    (tmp_path / "draft.docx").write_bytes(document("[paper title] Steady Flow\n"))
    for path, expected in ((tmp_path / "draft.docx", "False"), (paper(), "True")):
        code = (
            "import sys\nfrom ieeelint.cli import main\n"
            f"main(['check', '--no-cache', {str(path)!r}])\n"
            "print(any(n.startswith(('pypdf', 'ieeelint.readers.pdf')) for n in sys.modules))"
        )
        ran = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            env={"PYTHONPATH": str(TOP)},
        )
        assert ran.stdout.splitlines()[-1] == expected, ran.stderr


def test_a_figure_text_beyond_the_margin_is_the_figure(run, paper):
    """The words of an included picture may be anywhere."""
    text = "\n[font Times{}] 520 500 8 Rate in megabits in each second"
    assert run("check", paper(text.format(" figure=rate.pdf")))[0] == 0
    assert "PDF005" in run("check", paper(text.format("")))[1]
