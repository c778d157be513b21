"""The PDF file and the log next to a draft are checked with it, if they are newer."""

from __future__ import annotations

import io
import json
import os
import sys
from zipfile import ZipFile

import pytest

from ieeelint.examples import assemble
from ieeelint.readers import libraries, read
from ieeelint.readers.latex.log import read_log
from ieeelint.starters.pdf_sketch import pdf_file
from ieeelint.starters.word import document

TYPE3 = "\n[font DejaVuSans type3 figure=figs/rate.pdf] 60 700 8 Rate\n[page]"
BODY = "\\begin{figure}\\includegraphics{figs/rate}\\caption{Rate.}\\label{fig:a}\\end{figure}"
LOG = """This is pdfTeX, Version 3.141592653-2.6-1.40.24 (TeX Live 2022/Debian)
**paper.tex
(./paper.tex
(/usr/share/texlive/texmf-dist/tex/latex/base/article.cls (nested.clo))
Overfull \\hbox (35.6pt too wide) in paragraph at lines 20--21
[]\\OT1/ptm/m/n/10 Wa-ter moves through some very (narrow pipes

(./parts/method.tex [1]
Overfull \\hbox (14.2pt too wide) in paragraph at lines 2--3
[]\\OT1/ptm/m/n/10 Sand set-tles be-low clear wa-ter

)
Output written on paper.pdf (5 pages, 123456 bytes).
)
"""


@pytest.fixture
def project(tmp_path):
    """A function that writes a paper with other files, each newer than the one before."""

    def write(body: str, **files: bytes) -> str:
        contents = {"paper.tex": assemble(body)["main.tex"].encode()}
        contents |= {
            name.replace("__", "/").replace("_", "."): data for name, data in files.items()
        }
        for age, (name, data) in enumerate(contents.items()):
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
            os.utime(path, (1e9 + age, 1e9 + age))
        return str(tmp_path / "paper.tex")

    return write


def codes(run, *words: str) -> set[str]:
    found = json.loads(run("check", "--output-format", "json", *words)[1])["findings"]
    return {finding["code"] for finding in found}


def test_a_font_is_traced_to_the_figure_in_the_source(run, project):
    path = project(BODY, paper_pdf=pdf_file(TYPE3))
    out = run("check", "--select", "PDF", path)[1]
    assert "paper.pdf: 2 pages, Letter" in out
    assert "paper.tex:20:15 error PDF002" in out and 'figure "figs/rate.pdf"' in out


def test_an_older_pdf_file_is_about_another_text(run, project, tmp_path):
    path = project(BODY, paper_pdf=pdf_file(TYPE3))
    os.utime(path, (2e9, 2e9))
    _, out, err = run("check", "--select", "PDF", path)
    assert "pages" not in out and "PDF002" not in out
    assert "paper.pdf" in err and "not newer than the files of the draft" in err


def test_a_source_that_is_newer_makes_it_old(run, project):
    parts = {"parts__method_tex": b"Sand.\n"}
    path = project("\\input{parts/method}", paper_pdf=pdf_file(TYPE3), **parts)
    assert "PDF002" not in codes(run, path)


def test_a_database_that_is_newer_makes_it_old(run, project):
    body = "\\bibliography{refs}"
    path = project(body, paper_pdf=pdf_file(TYPE3), refs_bib=b"@book{lima, title={Pipes}}")
    assert "PDF002" not in codes(run, path)


def test_the_result_changes_when_the_pdf_file_does(run, project, tmp_path):
    """The cache asks again for the PDF file, and whether it is newer."""
    path = project(BODY, paper_pdf=pdf_file(TYPE3))
    assert "PDF002" in codes(run, path) and "PDF002" in codes(run, path)
    assert "not checked" not in run("check", path)[2]
    os.utime(tmp_path / "paper.pdf", (1, 1))
    assert "PDF002" not in codes(run, path)
    assert (
        "not checked" in run("check", path)[2] and "not checked" not in run("check", "-q", path)[2]
    )
    os.utime(tmp_path / "paper.pdf", (2e9, 2e9))
    assert "PDF002" in codes(run, path)
    (tmp_path / "paper.pdf").write_bytes(pdf_file("\n"))
    assert "PDF002" not in codes(run, path)


def test_a_pdf_file_of_unknown_age_in_an_archive_is_named(run, project, tmp_path):
    path = project(BODY, paper_pdf=pdf_file(TYPE3))
    with ZipFile(tmp_path / "draft.zip", "w") as archive:
        archive.write(path, "paper.tex")
        archive.write(tmp_path / "paper.pdf", "paper.pdf")
    err = run("check", str(tmp_path / "draft.zip"))[2]
    assert "paper.pdf" in err and "so check it by itself" in err


def test_a_pdf_file_without_the_libraries_is_named(run, project, monkeypatch):
    path = project(BODY, paper_pdf=pdf_file(TYPE3))
    monkeypatch.setattr(libraries, "are_installed", lambda: False)
    _, out, err = run("check", "--no-cache", path)
    assert "pages" not in out and "pip install pypdf pypdfium2" in err


def test_the_pdf_file_of_a_word_draft_is_checked_with_it(run, tmp_path):
    (tmp_path / "paper.docx").write_bytes(document("[paper title] Steady Flow\n"))
    os.utime(tmp_path / "paper.docx", (1, 1))
    (tmp_path / "paper.pdf").write_bytes(pdf_file("\n[form]"))
    assert "PDF003" in codes(run, str(tmp_path / "paper.docx"))


def test_a_damaged_pdf_file_does_not_cost_the_draft(run, project):
    path = project(BODY, paper_pdf=b"%PDF-1.5\n")
    out = run("check", path)[1]
    assert "warning SRC001" in out and "paper.pdf is damaged" in out and "FIG" in out


def test_without_the_libraries_the_draft_is_checked_alone(run, project, monkeypatch):
    path = project(BODY, paper_pdf=pdf_file(TYPE3))
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    status, out, _ = run("check", "--no-cache", path)
    assert status == 1 and "PDF002" not in out and "SRC001" not in out


def test_named_together_each_finding_is_reported_once(run, project, tmp_path):
    path = project("Water.", paper_pdf=pdf_file("\n[form]"))
    both = run("check", "--select", "PDF", path, str(tmp_path / "paper.pdf"))[1]
    assert both.count("PDF003") == 1


def test_a_pdf_file_that_is_checked_itself_is_not_said_to_be_unchecked(run, project, tmp_path):
    path, pdf = project("Water.", paper_pdf=pdf_file("\n[form]")), str(tmp_path / "paper.pdf")
    os.utime(path, (2e9, 2e9))
    out, messages = run("check", path, pdf)[1:]
    assert "PDF003" in out and "not checked" not in messages
    assert f'not checked: "{pdf}"; it is not newer' in run("check", path)[2]


def test_one_pdf_file_of_two_drafts_is_noted_once(run, project, tmp_path):
    path = project("Water.", paper_pdf=pdf_file(""))
    (tmp_path / "paper.docx").write_bytes(document("[Body Text] Water."))
    os.utime(path, (2e9, 2e9))
    os.utime(tmp_path / "paper.docx", (2e9, 2e9))
    assert run("check", str(tmp_path))[2].count("paper.pdf") == 1


@pytest.mark.parametrize("options", [("--fix",), ("--fix", "--diff"), ("--add-ignores",)])
def test_a_pdf_file_of_a_draft_that_is_fixed_is_noted(run, project, tmp_path, options):
    path = project("The rate is .5 here.", paper_pdf=pdf_file("\n[form]"))
    out, messages = run("check", "--select", "UNT005,PDF", *options, path)[1:]
    assert "PDF003" not in out
    shown = "--diff" not in options
    assert (f'not checked: "{tmp_path}/paper.pdf"; it may be of another text' in messages) == shown


def test_a_pdf_file_next_to_text_from_elsewhere_is_noted(run, project, monkeypatch):
    path = project("Water.", paper_pdf=pdf_file("\n[form]"))
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BytesIO(assemble("Sand.")["main.tex"].encode()))
    )
    messages = run("check", "--stdin-filename", path, "-")[2]
    assert 'paper.pdf"; it may be of another text' in messages
    assert 'paper.pdf"' not in run("check", path)[2]


def test_programs_get_the_notes(run, project, tmp_path):
    path = project("Water.", paper_pdf=pdf_file(""))
    os.utime(path, (2e9, 2e9))
    note = f'not checked: "{tmp_path}/paper.pdf"; it is not newer'
    (said,) = json.loads(run("check", "--output-format", "json", path)[1])["notes"]
    assert said.startswith(note)
    (one,) = json.loads(run("check", "--output-format", "sarif", path)[1])["runs"]
    (notification,) = one["invocations"][0]["toolExecutionNotifications"]
    assert notification["level"] == "note" and notification["message"]["text"] == said
    assert one["invocations"][0]["executionSuccessful"]


def test_the_page_of_the_report_shows_findings_of_both(run, project, tmp_path):
    path = project(BODY, paper_pdf=pdf_file(TYPE3 + "\n[form]"))
    html = str(tmp_path / "report.html")
    run("check", "-o", html, path)
    with open(html, encoding="utf-8") as file:
        text = file.read()
    assert "PDF003" in text and "PDF002" in text


def test_a_limit_of_pages_is_that_of_the_pdf_file(run, project, tmp_path):
    path = project("Water.", ieeelint_toml=b"max-pages = 1", paper_pdf=pdf_file("\n[page]"))
    assert "The paper has 2 pages, but the limit is 1 (max-pages)." in run("check", path)[1]
    (tmp_path / "ieeelint.toml").write_text("max-pages = 2", encoding="utf-8")
    assert "The paper has" not in run("check", path)[1]


@pytest.mark.parametrize("value", ['"six"', "-1", "true", "1.5"])
def test_a_limit_must_be_a_number(run, project, tmp_path, value):
    path = project("Water.", ieeelint_toml=f"max-pages = {value}".encode())
    status, out, error = run("check", path)
    assert status == 2 and '"max-pages" must be a whole number' in out + error


def test_the_log_leads_to_the_lines_of_the_source(run, project):
    path = project(
        "Water moves through some very (narrow pipes.\n\n\\input{parts/method}",
        parts__method_tex=b"\nSand settles below clear water,\nand so on.\n",
        paper_log=LOG.encode(),
    )
    out = run("check", "--no-group", "--output-format", "concise", "--select", "PDF010", path)[1]
    assert "paper.tex:20:1: PDF010 This is 36 pt (0.49 in) too wide" in out
    assert "method.tex:2:1: PDF010 This is 14 pt (0.20 in) too wide" in out
    assert "paper.log: 5 pages" in run("check", path)[1]


def test_a_box_whose_words_are_elsewhere_is_reported_without_a_line(run, project):
    path = project("Nothing of this kind.", paper_log=LOG.encode())
    out = run("check", "--no-group", "--output-format", "concise", "--select", "PDF010", path)[1]
    assert out.count("in the log) is") == 2


def test_an_older_log_is_not_read(run, project):
    path = project("Water moves through narrow pipes.", paper_log=LOG.encode())
    os.utime(path, (2e9, 2e9))
    assert "PDF010" not in codes(run, path)


@pytest.mark.parametrize("data", [b"", b"\x00\xff" * 500, b"words\n", b"This is a note.\n" * 9])
def test_another_file_of_this_name_has_no_findings(run, project, data):
    path = project("Water moves through narrow pipes.", paper_log=data)
    assert not {"VEN001", "PDF007", "PDF010"} & codes(run, path)


def test_a_line_that_tex_wrapped_is_read_as_one(tmp_path):
    line = "LaTeX Warning: Reference `fig:a-very-long-name-of-a-figure-in-a-long-paper' on page 1 undefined on input line 9."  # noqa: E501
    text = "This is pdfTeX\n" + "\n".join(line[at : at + 79] for at in range(0, len(line), 79))
    (tmp_path / "paper.tex").write_text("x", encoding="utf-8")
    (tmp_path / "paper.log").write_text(text + "\n", encoding="utf-8")
    sources = read(str(tmp_path / "paper.tex")).paper.sources
    view = read_log(str(tmp_path / "paper.log"), sources)
    assert view is not None
    assert view.undefined == ["fig:a-very-long-name-of-a-figure-in-a-long-paper"]
