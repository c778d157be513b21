"""Drafts in archives: the same findings as in a folder, and nothing hostile gets out of one."""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import stat
import tarfile
import warnings
import zipfile
from pathlib import Path

import pytest

from ieeelint import check, inputs, zips
from ieeelint.starters.project import word_sketch
from ieeelint.starters.word import document

PAPERS = Path(__file__).parent / "papers"
DRAFT = (
    b"\\documentclass[conference]{IEEEtran}\n\\title{Water}\n\\begin{document}\n\\maketitle\n"
    b"The ratio is .25 here.\n\\end{document}\n"
)
ERASED = "overleaf.zip", "arxiv.tar.gz", "folder"  # the names of the same files in other forms


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def zipped(path: str, files: dict[str, bytes | str]) -> None:
    """Write a zip file; blanks at the end of a name are dropped, so that it can be there twice."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, content in files.items():
            archive.writestr(name.rstrip(), content)


def tarred(path: str, files: dict[str, bytes]) -> None:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))


def found(path: str) -> list[dict[str, object]]:
    """The findings as JSON, without the name of the folder or the archive."""
    from ieeelint.output.json_output import as_dict

    report = check(path)
    assert report.papers and not report.unreadable
    text = json.dumps([as_dict(finding) for finding in report.findings])
    for name in ERASED:
        text = text.replace(name, "paper")
    return json.loads(text)


def unread(path: str) -> dict[str, str]:
    return {error.path: error.message for error in check(path).unreadable}


@pytest.mark.parametrize("name", sorted(path.name for path in PAPERS.iterdir() if path.is_dir()))
def test_the_findings_in_an_archive_are_those_in_a_folder(name):
    shutil.copytree(PAPERS / name, "folder")
    files = {
        path.relative_to("folder").as_posix(): path.read_bytes()
        for path in Path("folder").rglob("*")
        if path.is_file()
    }
    zipped("overleaf.zip", files)
    tarred("arxiv.tar.gz", {f"./{name}": content for name, content in files.items()})
    findings = found("folder")
    assert found("overleaf.zip") == findings
    assert found("arxiv.tar.gz") == findings


def test_a_word_draft_in_an_archive_is_checked():
    Path("folder").mkdir()
    data = document(word_sketch("conference"))
    Path("folder/draft.docx").write_bytes(data)
    zipped("overleaf.zip", {"draft.docx": data})
    assert found("overleaf.zip") == found("folder") != []


def test_a_single_file_of_arxiv_is_a_draft():
    Path("2101.00001.gz").write_bytes(gzip.compress(DRAFT))
    report = check("2101.00001.gz")
    assert [paper.path for paper in report.papers] == ["2101.00001.gz/2101.00001.tex"]
    assert ".25" in {finding.span.text for finding in report.findings}
    Path("p.gz").write_bytes(gzip.compress(b"%PDF-1.5 ..."))
    assert "p.gz/p.pdf" in unread("p.gz")  # not a whole PDF file, but read as one


def test_a_draft_in_an_archive_can_be_named(run):
    zipped("paper.zip", {"sub/main.tex": DRAFT, "other.tex": DRAFT})
    status, out, _ = run("check", "paper.zip/sub/main.tex", "--output-format", "concise")
    assert status == 1 and "paper.zip/sub/main.tex:5:" in out and "other.tex" not in out
    status, out, _ = run("check", "paper.zip/none.tex")
    assert status == 2 and "paper.zip/none.tex: does not exist" in out


def test_nothing_outside_of_an_archive_belongs_to_its_draft():
    Path("secret.tex").write_text("The secret is .5 here.")
    Path("main.tex").write_bytes(DRAFT.replace(b"The ratio", b"\\input{paper.zip/part}The ratio"))
    body = DRAFT.replace(b"The ratio", b"\\input{../secret}\\input{part}The ratio")
    zipped("paper.zip", {"main.tex": body, "part.tex": b"A part."})
    report = check("paper.zip")
    assert {finding.span.source.path for finding in report.findings} == {"paper.zip/main.tex"}
    assert any("outside" in finding.message for finding in report.findings)
    assert report.papers[0].files == ["paper.zip/main.tex", "paper.zip/part.tex"]
    zipped("part.zip", {"secret.tex": b"x"})  # its root is not the main.tex next to the archive
    assert "contains no draft" in unread("part.zip")["part.zip"]


def test_no_file_is_written_and_no_archive_stays_open():
    zipped("paper.zip", {"main.tex": DRAFT})
    before = sorted(os.listdir())
    check("paper.zip")
    assert sorted(os.listdir()) == before and not inputs.mounts


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("/etc/a.tex", "leads out of the archive"),
        ("../a.tex", "leads out of the archive"),
        ("b/../../a.tex", "leads out of the archive"),
        ("..", "leads out of the archive"),
        ("C:\\a.tex", "leads out of the archive"),
        ("main.tex ", "is in the archive more than once"),
        ("a/" * 500 + "a.tex", "has a name that is too long"),
        ("bomb.tex", "unpacks to far more than a paper needs"),
    ],
)
def test_a_hostile_name_is_reported_and_the_rest_is_checked(name, reason):
    zipped("a.zip", {"main.tex": DRAFT, name: b"0" * 5_000_000 if "bomb" in name else DRAFT})
    report = check("a.zip")
    assert [paper.path for paper in report.papers] == ["a.zip/main.tex"]
    assert len(report.unreadable) == 1 and reason in report.unreadable[0].message


def test_links_in_archives_are_not_followed():
    zipped("a.zip", {"main.tex": DRAFT})
    with zipfile.ZipFile("a.zip", "a") as archive:
        link = zipfile.ZipInfo("rig.tex")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert "is a link" in unread("a.zip")["a.zip/rig.tex"]
    tarred("b.tgz", {"main.tex": DRAFT})
    with tarfile.open("b.tar", "w") as archive:
        info = tarfile.TarInfo("main.tex")
        info.size = len(DRAFT)
        archive.addfile(info, io.BytesIO(DRAFT))
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE):
            info = tarfile.TarInfo(f"kind{kind.decode()}.tex")
            info.type, info.linkname = kind, "main.tex"
            archive.addfile(info)
    reasons = unread("b.tar")
    assert sorted(reasons) == ["b.tar/kind1.tex", "b.tar/kind2.tex", "b.tar/kind3.tex"]
    assert "is a link" in reasons["b.tar/kind1.tex"] and "device" in reasons["b.tar/kind3.tex"]


def test_many_files_with_the_same_fault_are_one_message():
    zipped("a.zip", {"main.tex": DRAFT} | {f"../{n}.tex": b"x" for n in range(9)})
    assert unread("a.zip")["a.zip"].startswith(
        'has 9 files ("../0.tex", "../1.tex", "../2.tex", "../3.tex", and 5 more), each of which'
    )


def encrypted(data: bytes) -> bytes:
    """A zip file whose first file says that it is encrypted."""
    at = data.index(b"PK\x01\x02") + 8
    return data[:6] + b"\x01" + data[7:at] + b"\x01" + data[at + 1 :]


def test_an_encrypted_archive_is_reported():
    zipped("a.zip", {"main.tex": DRAFT})
    Path("a.zip").write_bytes(encrypted(Path("a.zip").read_bytes()))
    assert "make the archive again without a password" in unread("a.zip")["a.zip/main.tex"]


def test_damaged_files_are_reported():
    zipped("a.zip", {"part.tex": b"A part of it.", "main.tex": DRAFT})
    data = Path("a.zip").read_bytes()
    at = data.index(b"part.tex") + len("part.tex") + 3
    Path("a.zip").write_bytes(data[:at] + b"\xff\xff" + data[at + 2 :])
    reasons = unread("a.zip")
    assert list(reasons) == ["a.zip/part.tex"] and "damaged" in reasons["a.zip/part.tex"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.zip", b"", "is empty"),
        ("a.zip", b"<html>Log in</html>", "is not an archive"),
        ("a.tar.gz", b"<html>Log in</html>", "is not an archive"),
        ("a.zip", b"PK\x03\x04 and no end", "is damaged or incomplete"),
        ("a.gz", lambda: gzip.compress(b"x" * 5000)[:12], "is damaged or incomplete"),
        ("a.tar.gz", lambda: gzip.compress(b"\0" * 301_000_000, 1), "unpacks to far more"),
    ],
)
def test_what_is_not_an_archive_is_said(name, data, reason):
    # what has a date or is large is made here, not when the tests are collected
    Path(name).write_bytes(data if isinstance(data, bytes) else data())
    assert reason in unread(name)[name]


def test_a_word_file_with_the_name_of_an_archive_is_recognized():
    Path("a.zip").write_bytes(document(word_sketch("conference")))
    assert "rename it to .docx" in unread("a.zip")["a.zip"]


def test_the_files_at_the_start_of_an_incomplete_archive_are_checked():
    tarred("a.tar.gz", {"main.tex": DRAFT, "noise.bin": os.urandom(20_000)})
    data = Path("a.tar.gz").read_bytes()
    Path("a.tar.gz").write_bytes(data[: len(data) // 2])
    report = check("a.tar.gz")
    assert len(report.papers) == 1 and "is incomplete" in report.unreadable[0].message


def test_a_size_that_no_file_has_ends_a_tar_file():
    tarred("a.tar.gz", {"main.tex": DRAFT, "next.tex": DRAFT})
    data = bytearray(gzip.decompress(Path("a.tar.gz").read_bytes()))
    at = data.index(b"next.tex")
    data[at + 124 : at + 136] = b"\x80" + b"\xff" * 11  # the size, as a binary number
    data[at + 148 : at + 156] = b" " * 8
    data[at + 148 : at + 156] = b"%06o\0 " % sum(data[at : at + 512])
    Path("a.tar").write_bytes(data)
    assert [paper.path for paper in check("a.tar").papers] == ["a.tar/main.tex"]
    assert "incomplete" in unread("a.tar")["a.tar"]


def test_archives_have_the_limits_of_word_files(monkeypatch):
    zipped("a.zip", {f"{n}.tex": DRAFT for n in range(4)})
    for name, value, reason in (
        ("MOST_PARTS", 3, "files, so it is not read"),
        ("LARGEST_PART", 100, "unpacks to far more"),
        ("LARGEST_FILE", 100, "only files up to"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(zips, name, value)
            reasons = unread("a.zip").values()
            assert reasons and all(reason in text for text in reasons)


def test_the_total_of_what_is_unpacked_is_limited(monkeypatch):
    zipped("a.zip", {f"{n}.tex": DRAFT for n in range(4)})
    monkeypatch.setattr("ieeelint.archives.LARGEST_TOTAL", 2 * len(DRAFT))
    report = check("a.zip")
    assert len(report.papers) == 2
    assert {"far more than a paper needs" in error.message for error in report.unreadable} == {True}


def test_names_that_differ_in_case_are_noted(run):
    zipped("a.zip", {"main.tex": DRAFT, "Rig.pdf": b"", "rig.pdf": b"", "__MACOSX/._main.tex": b""})
    _, _, err = run("check", "a.zip")
    assert 'a.zip: "Rig.pdf" and "rig.pdf" are one file on Windows and macOS' in err
    assert "MACOSX" not in err and not unread("a.zip")


def test_backslashes_of_windows_divide_folders():
    zipped("a.zip", {"main.tex": DRAFT.replace(b"The ratio", b"\\input{s/part}The ratio")})
    with zipfile.ZipFile("a.zip", "a") as archive:
        archive.writestr("s\\part.tex", "A part.")
    assert check("a.zip").papers[0].files == ["a.zip/main.tex", "a.zip/s/part.tex"]


def test_archives_in_a_folder_are_submissions(run):
    for name in ("1.zip", "2.zip"):
        zipped(f"subs/{name}", {"main.tex": DRAFT})
    zipped("subs/data.zip", {"a.csv": b"1"})
    Path("subs/3.docx").write_bytes(document(word_sketch("conference")))
    status, out, err = run("check", "subs", "--output-format", "json")
    papers = [paper["path"] for paper in json.loads(out)["papers"]]
    assert sorted(papers) == ["subs/1.zip/main.tex", "subs/2.zip/main.tex", "subs/3.docx"]
    assert status == 2  # in a collection of papers, data.zip may be one without a draft
    assert [one["path"] for one in json.loads(out)["unreadable"]] == ["subs/data.zip"]


def test_an_archive_next_to_its_latex_draft_is_not_opened():
    Path("main.tex").write_bytes(DRAFT)
    zipped("old.zip", {"main.tex": DRAFT})
    assert len(check(".").papers) == 1
    os.remove("main.tex")
    Path("old.docx").write_bytes(document(word_sketch("conference")))
    assert len(check(".").papers) == 1  # the same draft, packed
    os.rename("old.docx", "new.docx")
    assert len(check(".").papers) == 2


def test_an_archive_in_an_archive_is_reported_unless_it_belongs_to_a_draft():
    zipped("in.zip", {"main.tex": DRAFT})
    inner = Path("in.zip").read_bytes()
    os.remove("in.zip")
    zipped("a.zip", {"x/in.zip": inner})
    assert "is an archive in an archive" in unread("a.zip")["a.zip/x/in.zip"]
    zipped("a.zip", {"main.tex": DRAFT, "supplement.zip": inner})
    assert not unread("a.zip") and len(check("a.zip").papers) == 1


def test_settings_in_an_archive_apply_but_run_no_code_and_read_nothing_outside(run):
    Path("house.py").write_text("raise SystemExit('it ran')")
    zipped("a.zip", {"main.tex": DRAFT, "ieeelint.toml": 'select = ["FIG"]\n'})
    assert run("check", "a.zip")[0] == 0
    zipped("a.zip", {"main.tex": DRAFT, "ieeelint.toml": '[rules]\nlocal = ["../house.py"]\n'})
    assert run("check", "a.zip")[0] == 1
    zipped("a.zip", {"main.tex": DRAFT, "ieeelint.toml": 'baseline = "../known.json"\n'})
    status, _, err = run("check", "a.zip")
    assert status == 2 and 'a.zip/ieeelint.toml:1:1: "baseline" leads out of the archive' in err
    Path("ieeelint.toml").write_text('select = ["FIG"]\n')
    zipped("a.zip", {"main.tex": DRAFT})
    assert run("check", "a.zip")[0] == 0  # those next to the archive apply to it


@pytest.mark.parametrize("name", ["paper.zip", "paper.tar.gz"])
def test_fixes_are_written_to_a_copy_of_the_archive(run, name):
    files = {"main.tex": DRAFT, "rig.pdf": b"%PDF", "a/notes.txt": b"x"}
    (zipped if name.endswith("zip") else tarred)(name, files)
    before = Path(name).read_bytes()
    status, _, err = run("check", name, "--fix-only")
    assert status == 0 and f"{name}/main.tex: 1 finding fixed" in err
    assert f"paper.fixed.zip: is {name} with the changed files" in err
    assert Path(name).read_bytes() == before
    with zipfile.ZipFile("paper.fixed.zip") as copy:
        content = {info.filename: copy.read(info) for info in copy.infolist()}
    assert content == files | {"main.tex": DRAFT.replace(b" .25", b" 0.25")}
    assert [paper.path for paper in check(".").papers] == [f"{name}/main.tex"]
    assert len(check("paper.fixed.zip").papers) == 1
    status, out, _ = run("check", name, "--diff")
    assert f"+++ b/{name}/main.tex" in out and "+The ratio is 0.25 here." in out


def test_a_name_that_no_zip_file_can_have_is_reported(run):
    tarred("a.tar.gz", {"main.tex": DRAFT, "rig\udcff.pdf": b"%PDF"})
    status, out, err = run("check", "a.tar.gz", "--fix", "--output-format", "concise")
    assert status == 2
    assert "UNT005" in out and "fixed" not in err  # as nothing was written
    assert "no copy of it is written: it contains" in err and "not UTF-8" in err
    assert os.listdir() == ["a.tar.gz"]


def test_a_changed_copy_of_an_archive_is_kept(run):
    zipped("paper.zip", {"main.tex": DRAFT})
    run("check", "paper.zip", "--fix")
    zipped("paper.fixed.zip", {"main.tex": b"my own work"})
    _, _, err = run("check", "paper.zip", "--fix")
    assert "paper.fixed-2.zip: is paper.zip" in err and "is kept; --force replaces it" in err
    assert run("check", "paper.zip", "--fix", "-o", "new.zip")[2].count("new.zip: is paper.zip")
    for output, reason in (("paper.zip", "must not replace"), ("x.tex", "end it in .zip")):
        status, _, err = run("check", "paper.zip", "--fix", "-o", output)
        assert status == 2 and reason in err


def test_a_word_draft_in_an_archive_gets_a_fixed_copy_there(run):
    zipped("paper.zip", {"main.tex": DRAFT, "draft.docx": document(word_sketch("conference"))})
    run("check", "paper.zip", "--add-ignores")
    with zipfile.ZipFile("paper.suppressed.zip") as copy:
        assert sorted(copy.namelist()) == ["draft.docx", "draft.suppressed.docx", "main.tex"]
        assert b"ieeelint: ignore-next-line" in copy.read("main.tex")


def test_a_copy_says_what_it_lacks(run):
    zipped("paper.zip", {"main.tex": DRAFT, "../x.tex": b""})
    status, _, err = run("check", "paper.zip", "--fix")
    assert status == 2 and "with the changed files, but without those that cannot be read" in err


def test_the_cache_notices_a_changed_archive(run):
    zipped("paper.zip", {"main.tex": DRAFT})
    words = "check", "paper.zip", "--output-format", "concise"
    first = run(*words)
    assert run(*words)[:2] == first[:2]
    zipped("paper.zip", {"main.tex": DRAFT.replace(b" .25", b" 0.25")})
    assert ".25" not in run(*words)[1]
    zipped("paper.zip", {"main.tex": DRAFT})
    assert run(*words)[:2] == first[:2]


def test_the_result_of_an_archive_comes_from_the_cache(run, monkeypatch):
    zipped("paper.zip", {"main.tex": DRAFT})
    words = "check", "paper.zip", "--output-format", "concise"
    first = run(*words)
    monkeypatch.setattr("ieeelint.draft_checking.check_draft", lambda *_: 1 / 0)
    assert run(*words)[:2] == first[:2]


def test_several_processes_find_the_same_in_archives(run, monkeypatch):
    for number in range(8):
        zipped(f"subs/{number}.zip", {"main.tex": DRAFT})
    words = "check", "subs", "--no-cache", "--output-format", "concise"
    assert run(*words, "--jobs", "2")[:2] == run(*words, "--jobs", "1")[:2]
