"""The Python API, several drafts at once, and files that cannot be read."""

from __future__ import annotations

import gc
import os
import shutil
import zipfile

import pytest

import ieeelint
from ieeelint.settings import Settings


def test_the_api_returns_findings_repeatedly(draft):
    path = draft("The ratio is .25 here.")
    for _ in range(2):
        report = ieeelint.check(path)
        assert [finding.code for finding in report.findings] == ["UNT005"]
    (finding,) = report.findings
    assert finding.span.text == ".25"
    assert finding.severity == "warning" and finding.rule.name == "number-leading-zero"
    assert report.papers[0].profile == "conference"
    assert report.reaches("warning") and not report.reaches("error")


def test_settings_of_the_caller_override_the_file(draft, tmp_path):
    (tmp_path / "ieeelint.toml").write_text('ignore = ["UNT"]\n')
    path = draft("The ratio is .25 here.")
    assert not ieeelint.check([path]).findings
    report = ieeelint.check([path], Settings(select=["UNT005"], profile="journal"))
    assert [finding.code for finding in report.findings] == ["UNT005"]
    assert report.papers[0].profile == "journal"


def test_garbage_collection_is_on_after_a_check(draft):
    assert gc.isenabled()
    ieeelint.check([draft("Water is wet.")])
    assert gc.isenabled()


def test_a_finding_in_a_shared_file_is_reported_once(draft, tmp_path):
    part = "\n%! file part.tex\nThe ratio is .25 here."
    first = draft("\\input{part}" + part, "first.tex")
    second = draft("\\input{part}" + part, "second.tex")
    report = ieeelint.check([first, second])
    assert len(report.papers) == 2
    assert [finding.code for finding in report.findings] == ["UNT005"]


def test_a_file_named_twice_is_checked_once(draft, tmp_path):
    path = draft("Water is wet.")
    (tmp_path / "link.tex").symlink_to(path)
    assert len(ieeelint.check([path, path, str(tmp_path / "link.tex")]).papers) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x00\x01" * 500, "binary"),
        (None, "does not exist"),
        (b"", "is empty"),
        (b" \r\n \n", "is empty"),
    ],
)
def test_an_unreadable_file_is_in_the_report(tmp_path, content, words):
    path = tmp_path / "a.tex"
    if content is not None:
        path.write_bytes(content)
    report = ieeelint.check([str(path)])
    assert not report.papers and not report.findings
    assert words in report.unreadable[0].message


@pytest.mark.parametrize("name", ["notes.txt", "paper.ps"])
def test_unsupported_formats_are_refused_with_a_message(tmp_path, name):
    (tmp_path / name).write_text("words")
    assert (
        "not a supported file type (.tex, .docx, .pdf, .bib, .zip, .tar.gz, or a folder)"
        in ieeelint.check([str(tmp_path / name)]).unreadable[0].message
    )


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user can read every file")
def test_a_file_without_permission_is_reported(tmp_path):
    path = tmp_path / "a.tex"
    path.write_text("x")
    path.chmod(0)
    assert "cannot be read" in ieeelint.check([str(path)]).unreadable[0].message


def test_excluded_files_of_a_folder_are_not_checked(draft, tmp_path):
    draft("The ratio is .25 here.", "paper.tex")
    draft("The ratio is .25 here.", "old.tex")
    (tmp_path / "ieeelint.toml").write_text('exclude = ["old*"]\n')
    assert [os.path.basename(paper.path) for paper in ieeelint.check(str(tmp_path)).papers] == [
        "paper.tex"
    ]


def test_excluded_folders_archives_and_pdf_files_are_not_checked(draft, tmp_path):
    draft("The ratio is .25 here.", "paper.tex")
    for name in ("old/deep", "keep/old.d"):
        (tmp_path / name).mkdir(parents=True)
        shutil.copy(tmp_path / "paper.tex", tmp_path / name / "paper.tex")
    for name in ("old.zip", "new.zip"):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.write(tmp_path / "paper.tex", "main.tex")
    (tmp_path / "paper.tex").unlink()
    (tmp_path / "upload.pdf").write_bytes(b"%PDF-1.5")
    (tmp_path / "old" / "letter.doc").write_bytes(b"x")
    (tmp_path / "ieeelint.toml").write_text('exclude = ["old", "old.zip", "*.pdf"]\n')
    report = ieeelint.check(str(tmp_path))
    found = sorted(os.path.relpath(paper.path, tmp_path) for paper in report.papers)
    assert found == ["keep/old.d/paper.tex", "new.zip/main.tex"]
    assert not report.unreadable and not report.notes


def test_rules_for_english_do_not_run_on_other_languages(draft):
    path = draft(
        "%! document\n\\documentclass[conference]{IEEEtran}\\usepackage[spanish]{babel}\n"
        "\\begin{document}\nEl valor es .25 en la serie con el color del agua. El it's colour.\n"
        "\\end{document}\n"
    )
    report = ieeelint.check([path], Settings(select=["TXT004", "TXT013", "UNT005"]))
    assert report.papers[0].language == "es"
    assert {finding.code for finding in report.findings} == {"UNT005"}


def test_two_runs_have_the_same_findings(draft):
    path = draft("The ratio is .25 here, and Figure 3 of 5 cc is is bad. Eq. (1) too.")
    first, second = (
        [(item.code, item.span.start, item.message) for item in ieeelint.check([path]).findings]
        for _ in range(2)
    )
    assert first == second
    assert first


def test_a_bib_file_is_checked_with_the_paper_that_cites_it(tmp_path):
    (tmp_path / "refs.bib").write_text("@book{lima, title = {Pipes}}\n@book{old, title = {Sand}}\n")
    alone = ieeelint.check([str(tmp_path / "refs.bib")])
    assert [finding.code for finding in alone.findings] == ["BIB001", "BIB001"]
    (tmp_path / "paper.tex").write_text(
        "\\documentclass{IEEEtran}\n\\begin{document}\nIt is .25"
        " here.\n\\bibliography{other,refs}\n\\end{document}\n"
    )
    together = ieeelint.check([str(tmp_path / "refs.bib")])
    assert [paper.path for paper in together.papers] == [str(tmp_path / "paper.tex")]
