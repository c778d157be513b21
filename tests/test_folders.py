"""Checking folders: what is a draft, and what is not checked is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ieeelint import check
from ieeelint.readers.folders import walk

DRAFT = (
    "\\documentclass[conference]{IEEEtran}\n\\title{Water}\n\\begin{document}\n\\maketitle\n"
    "Water is wet.\n\\end{document}\n"
)


def tree(folder: Path, **files: str) -> Path:
    """Write files; two underscores in a name stand for a slash, one for a dot."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def unchecked(folder: Path) -> dict[str, str]:
    return {
        Path(error.path).relative_to(folder).as_posix(): error.message
        for error in walk(str(folder), opens_archives=True).unchecked
    }


def others(folder: Path) -> list[str]:
    return sorted(Path(path).relative_to(folder).as_posix() for path in walk(str(folder)).others)


def collection(folder: Path) -> Path:
    """Three papers in a folder each."""
    return tree(folder, a__paper_tex=DRAFT, b__paper_tex=DRAFT, c__paper_tex=DRAFT)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("d__paper_zip", "is not an archive"),
        ("d__paper_tar_gz", "is not an archive"),
        ("d__paper_tgz", "is not an archive"),
        ("d__paper_rar", "make a .zip file"),
        ("d__body_tex", "has no \\documentclass"),
    ],
)
def test_a_submission_without_source_in_a_collection_is_reported(tmp_path, name, reason):
    collection(tmp_path)
    assert unchecked(tmp_path) == {}
    tree(tmp_path, **{name: "x"})
    found = unchecked(tmp_path)
    assert len(found) == 1 and reason in next(iter(found.values()))
    assert others(tmp_path) == []


@pytest.mark.parametrize("name", ["d__paper_pdf", "d__paper_PDF", "d__sub__paper_pdf"])
def test_a_pdf_file_without_source_in_a_collection_is_a_draft(tmp_path, name):
    collection(tmp_path)
    tree(tmp_path, **{name: "x"})
    assert len([path for path in walk(str(tmp_path)).drafts if path.lower().endswith("pdf")]) == 1
    assert unchecked(tmp_path) == {} and others(tmp_path) == []


def test_a_folder_of_pdf_files_is_a_collection(tmp_path):
    tree(tmp_path, one_pdf="x", sub__two_pdf="x")
    found = walk(str(tmp_path))
    assert list(map(os.path.basename, found.drafts)) == ["one.pdf", "two.pdf"]


@pytest.mark.parametrize("name", ["old_doc", "paper_odt", "sub__letter_rtf"])
def test_documents_of_other_programs_are_reported_wherever_they_are(tmp_path, name):
    tree(tmp_path, paper_tex=DRAFT, **{name: "x"})
    found = unchecked(tmp_path) if name != "paper_odt" else {"": "save it as .docx"}
    assert len(found) == 1 and "save it as .docx" in next(iter(found.values()))


def test_the_same_document_as_a_draft_is_enough(tmp_path):
    tree(tmp_path, paper_tex=DRAFT, paper_doc="x", paper_odt="x", paper_pdf="x", paper_zip="x")
    assert unchecked(tmp_path) == {} and others(tmp_path) == []


@pytest.mark.parametrize(
    "name",
    ["rig_pdf", "figures__rig_pdf", "sections__method_tex", "data_zip", "figures__a__b__c_pdf"],
)
def test_parts_of_a_draft_are_not_mentioned(tmp_path, name):
    tree(collection(tmp_path), **{f"a__{name}": "x"})
    assert unchecked(tmp_path) == {} and others(tmp_path) == []


def test_documents_far_from_a_single_draft_are_only_mentioned(tmp_path):
    tree(
        tmp_path, paper__main_tex=DRAFT, docs__manual_pdf="x", notes__idea_tex="x", empty__a_tex=""
    )
    assert unchecked(tmp_path) == {}
    assert others(tmp_path) == ["docs/manual.pdf", "notes/idea.tex"]


@pytest.mark.parametrize(("drafts", "is_reported"), [(2, False), (3, True)])
def test_a_folder_of_many_drafts_is_a_collection(tmp_path, drafts, is_reported):
    tree(tmp_path, **{f"p{number}_tex": DRAFT for number in range(drafts)}, another_rar="x")
    assert bool(unchecked(tmp_path)) is is_reported


@pytest.mark.parametrize(("papers", "is_reported"), [(2, False), (3, True)])
def test_a_folder_of_many_folders_is_a_collection(tmp_path, papers, is_reported):
    tree(
        tmp_path, **{f"p{number}__paper_tex": DRAFT for number in range(papers)}, z__another_rar="x"
    )
    assert bool(unchecked(tmp_path)) is is_reported


@pytest.mark.parametrize(("kind", "is_reported"), [("docx", True), ("tex", False)])
def test_what_is_next_to_a_single_draft_above_many_papers(tmp_path, kind, is_reported):
    """Parts of a LaTeX draft may be there, but a Word draft has no parts."""
    tree(collection(tmp_path), another_pdf="x", empty_tex="", **{f"paper_{kind}": DRAFT})
    assert bool(unchecked(tmp_path)) is is_reported
    tree(tmp_path, a__rig_pdf="x", a__figures__rig_pdf="x")
    assert set(unchecked(tmp_path)) <= {"another.pdf", "empty.tex"}


@pytest.mark.parametrize(
    "folder", ["node_modules", "__pycache__", "build", "dist", "_minted-paper", "venv"]
)
def test_folders_that_programs_fill_are_passed_over_and_named(tmp_path, folder):
    tree(tmp_path, paper_tex=DRAFT)
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "copy.tex").write_text(DRAFT, encoding="utf-8")
    if folder == "venv":
        assert len(walk(str(tmp_path)).drafts) == 2
        (tmp_path / folder / "pyvenv.cfg").write_text("", encoding="utf-8")
    found = walk(str(tmp_path))
    assert list(map(os.path.basename, found.drafts)) == ["paper.tex"]
    assert found.passed_over == [str(tmp_path / folder)]
    assert list(map(os.path.basename, walk(str(tmp_path / folder)).drafts)) == ["copy.tex"]


def test_folders_of_programs_without_documents_are_not_mentioned(tmp_path):
    tree(tmp_path, paper_tex=DRAFT, build__paper_aux="x", node_modules__a__paper_tex=DRAFT)
    assert walk(str(tmp_path)).passed_over == []


def test_hidden_files_and_locks_are_neither_drafts_nor_mentioned(tmp_path):
    tree(tmp_path, paper_tex=DRAFT)
    for name in (".old.tex", "~$paper.docx", ".~lock.paper.docx#", "._paper.tex"):
        (tmp_path / name).write_text(DRAFT, encoding="utf-8")
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "a.tex").write_text(DRAFT, encoding="utf-8")
    found = walk(str(tmp_path))
    assert list(map(os.path.basename, found.drafts)) == ["paper.tex"]
    assert not found.unchecked and not found.others and not found.passed_over


def test_links_that_lead_nowhere_and_pipes_are_reported(tmp_path):
    if os.name == "nt":
        return
    tree(tmp_path, paper_tex=DRAFT)
    os.symlink("nowhere.tex", tmp_path / "link.tex")
    os.mkfifo(tmp_path / "pipe.tex")
    found = unchecked(tmp_path)
    assert set(found) == {"link.tex", "pipe.tex"}
    assert "does not exist" in found["link.tex"] and "a pipe" in found["pipe.tex"]


def test_the_settings_can_exclude_them(tmp_path, run):
    collection(tmp_path)
    tree(tmp_path, d__paper_rar="x", old_doc="x")
    status, out, _ = run("check", "--output-format", "concise", str(tmp_path))
    assert status == 2 and out.count("This was not checked: it is a") == 2
    (tmp_path / "ieeelint.toml").write_text('exclude = ["*.rar", "old.doc"]', encoding="utf-8")
    assert not check([str(tmp_path)]).unreadable


def test_what_is_only_mentioned_does_not_fail_the_check(tmp_path, run):
    tree(tmp_path, paper__main_tex=DRAFT, docs__manual_pdf="x", build__main_tex=DRAFT)
    words = "check", "--select", "UNT005", str(tmp_path)
    status, _, err = run(*words)
    assert status == 0
    assert "not checked: " in err and "manual.pdf" in err and "build" in err
    assert run(*words, "-q")[2] == ""


def test_a_wrong_settings_file_costs_only_its_own_paper(tmp_path, run):
    collection(tmp_path)
    tree(tmp_path, b__ieeelint_toml="stage = 'dragt'")
    status, out, _ = run("check", "--output-format", "concise", str(tmp_path))
    assert status == 2
    assert "it has settings that cannot be used" in out and 'not "dragt"' in out
    report = check([str(tmp_path / "a"), str(tmp_path / "b"), str(tmp_path / "c")])
    assert len(report.papers) == 2 and len(report.unreadable) == 1


def test_settings_that_no_paper_can_use_stop_the_check(tmp_path, run):
    collection(tmp_path)
    for name in "abc":
        (tmp_path / name / "ieeelint.toml").write_text("stage = 'dragt'", encoding="utf-8")
    status, out, err = run("check", str(tmp_path))
    assert status == 2 and out == "" and err.count("must be one of") == 1


def test_what_the_user_may_not_read_is_reported(tmp_path, run, monkeypatch):
    """The system is told to refuse: the user of a test may be allowed to read everything."""
    collection(tmp_path)
    tree(tmp_path, d__secret_tex=DRAFT, e__sub__paper_tex=DRAFT)
    real_open, real_scandir = open, os.scandir

    def refusing(real, forbidden):
        def access(path, *rest, **options):
            if str(path).endswith(forbidden):
                raise PermissionError(13, "Permission denied", path)
            return real(path, *rest, **options)

        return access

    monkeypatch.setattr("builtins.open", refusing(real_open, "secret.tex"))
    monkeypatch.setattr("os.scandir", refusing(real_scandir, "sub"))
    status, out, _ = run("check", "--output-format", "concise", str(tmp_path))
    assert status == 2
    for name in ("secret.tex", "sub"):
        assert f"{name}:1:1: SRC001 This was not checked: it cannot be read: Permission" in out


def test_folders_may_be_nested_deeper_than_functions_of_python(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    deepest = "/".join(["d"] * 1100)
    for end in range(1, len(deepest) + 1, 2):
        os.mkdir(deepest[:end])
    tree(Path(deepest), a_tex=DRAFT)
    Path("loop").symlink_to(tmp_path)  # links to folders are not followed
    try:
        assert walk(".").latex == [f"{deepest}/a.tex"]
    finally:  # pytest cannot remove such folders
        os.remove(f"{deepest}/a.tex")
        os.removedirs(deepest)
