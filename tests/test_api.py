"""The interface for other programs: the same results as on the command line, without the disk."""

from __future__ import annotations

import io
import json
import os
import shutil
import threading
import typing
import zipfile
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest
from test_archives import DRAFT, zipped

from ieeelint import api, inputs
from ieeelint.starters.pdf_sketch import pdf_file
from ieeelint.starters.project import word_sketch
from ieeelint.starters.word import document

PAPERS = Path(__file__).parent / "papers"
NAMES = sorted(path.name for path in PAPERS.iterdir() if path.is_dir())
BIB = b"@book{kay, author={A. Kay}, title={Pumps}, publisher={Press}, address={Rome}, year=2001}\n"
CITING = DRAFT.replace(b"here.", b"here~\\cite{kay}.\\bibliography{works}")


@pytest.fixture(autouse=True)
def empty_folder(tmp_path, monkeypatch):
    """An empty folder, which stays empty unless the test itself writes to it."""
    monkeypatch.chdir(tmp_path)


def files_of(name: str) -> dict[str, bytes]:
    folder = PAPERS / name
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("name", ["sample", "multifile"])
def test_the_report_is_that_of_the_command_line(run, name):
    report = api.report(files_of(name), {"stage": "review"})
    assert os.listdir() == []
    shutil.copytree(PAPERS / name, ".", dirs_exist_ok=True)
    run("check", ".", "-o", "../report.html", "--stage", "review")
    assert report == Path("../report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_result_is_that_of_the_command_line(run, name):
    result = api.check(files_of(name), {"stage": "camera-ready"})
    assert os.listdir() == []
    shutil.copytree(PAPERS / name, ".", dirs_exist_ok=True)
    _, out, _ = run("check", ".", "--output-format", "json", "--stage", "camera-ready")
    assert result.json == json.loads(out)
    assert len(result.findings) == len(result.json["findings"])
    for finding, known in zip(result.findings, result.json["findings"], strict=True):
        for field in fields(finding):
            if field.name not in ("fix", "excerpt", "related"):
                assert getattr(finding, field.name) == known[field.name]
        edits = [] if finding.fix is None else finding.fix.edits
        assert [edit.text for edit in edits] == [edit["text"] for edit in known["edits"]]
        marked = finding.excerpt.text[finding.excerpt.start :][: finding.excerpt.length]
        assert finding.words.split("\n")[0].strip()[:20].replace("\t", " ") in marked


def test_word_drafts_have_sections_and_paragraphs():
    sketch = "[paper title] Water\n[heading 1] INTRODUCTION\n[Body Text] The ratio is .25 here.\n"
    (finding,) = api.check({"draft.docx": document(sketch)}, {"select": ["UNT"]}).findings
    assert (finding.words, finding.section, finding.paragraph) == (".25", "I", 3)
    assert finding.page is None and finding.excerpt.text == "The ratio is .25 here."
    assert finding.source and finding.severity == "warning" and finding.fix.safe


def test_nothing_of_the_disk_is_seen():
    for name, content in {
        "part.tex": "The part is .5 here.",
        "ieeelint.toml": "stage = 'wrong'",
        "works.bib": "x",
    }.items():
        Path(name).write_text(content)
    files = {"main.tex": DRAFT.replace(b"The ratio", b"\\input{part}The ratio")}
    result = api.check(files)
    assert result.papers[0].files == ("main.tex",)
    assert any("part" in finding.message for finding in result.findings)
    findings = api.check(files, {"results": __file__}).findings
    assert any("outside the folder of the paper" in finding.message for finding in findings)
    with pytest.raises(api.SettingsError, match="outside the folder of the paper"):
        api.check(files, {"baseline": __file__})
    os.mkdir("sub")
    os.chdir("sub")  # nor what is in the folders above
    assert api.check(files) == result


def test_settings_override_a_settings_file_among_the_files():
    files = {"main.tex": DRAFT, "ieeelint.toml": b'stage = "review"\nselect = ["UNT"]\n'}
    assert api.check(files).papers[0].stage == "review"
    assert api.check(files, {"stage": "camera-ready"}).papers[0].stage == "camera-ready"
    assert api.check(files, isolated=True).papers[0].stage == "draft"
    with pytest.raises(api.SettingsError, match='^"stage" must be one of .* not "dragt"'):
        api.check(files, {"stage": "dragt"})
    with pytest.raises(api.SettingsError, match=r'unknown setting "stag"; did you mean "stage"'):
        api.check(files, {"stag": "draft"})
    files["ieeelint.toml"] = b'[rules]\nlocal = ["house.py"]\n'
    files["house.py"] = b"raise SystemExit"
    assert api.check(files).papers


def test_groups_of_findings_have_related_locations():
    body = b"We use X.\n\n" + b"\n\n".join(b"It is 5kg heavy." for _ in range(3))
    files = {"main.tex": DRAFT.replace(b"The ratio is .25 here.", body)}
    (finding,) = api.check(files, {"select": ["UNT"]}).findings
    assert [other.line for other in finding.related] == [9, 11] and finding.line == 7
    assert len(api.check(files, {"select": ["UNT"], "group": False}).findings) == 3


@pytest.mark.parametrize("name", NAMES)
def test_fixes_are_those_of_the_command_line(run, name):
    files = files_of(name)
    changed = api.fixed(files)
    assert os.listdir() == []
    shutil.copytree(PAPERS / name, ".", dirs_exist_ok=True)
    run("check", ".", "--fix-only")
    for path, before in files.items():
        after = Path(path).read_bytes()
        assert changed.get(path, before) == after
        assert (path in changed) is (after != before)


def test_unsafe_fixes_are_made_on_request(run):
    files = files_of("sample")
    shutil.copytree(PAPERS / "sample", ".", dirs_exist_ok=True)
    run("check", ".", "--fix-only", "--unsafe-fixes")
    assert api.fixed(files, unsafe=True)["paper.tex"] == Path("paper.tex").read_bytes()
    assert api.fixed(files, unsafe=True) != api.fixed(files)


def test_word_drafts_are_fixed_with_tracked_changes():
    data = document("[paper title] Water\n[Body Text] The ratio is .25 here.\n")
    fixed = api.fixed({"draft.docx": data}, {"select": ["UNT"]})
    assert list(fixed) == ["draft.docx"]
    assert api.check(fixed, {"select": ["UNT"]}).findings == ()
    assert api.fixed(fixed, {"select": ["UNT"]}) == {}


def test_an_archive_is_checked_and_fixed():
    zipped("paper.zip", {"main.tex": DRAFT})
    data = Path("paper.zip").read_bytes()
    os.remove("paper.zip")
    result = api.check({"paper.zip": data})
    assert [paper.path for paper in result.papers] == ["paper.zip/main.tex"]
    fixed = api.fixed({"paper.zip": data})
    assert list(fixed) == ["paper.zip"] and os.listdir() == []
    assert not any(one.words == ".25" for one in api.check(fixed).findings)


def test_a_word_draft_is_annotated(run):
    data = document(word_sketch("conference"))
    reviewed = api.annotated(data)
    Path("draft.docx").write_bytes(data)
    run("annotate", "draft.docx", "-o", "other.docx")
    from ieeelint.ooxml.package import open_package

    parts = [open_package("x.docx", one) for one in (reviewed, Path("other.docx").read_bytes())]
    assert parts[0].raw("word/comments.xml") == parts[1].raw("word/comments.xml")
    assert api.annotated(reviewed) is not None
    with pytest.raises(api.ReadError, match="^draft.docx: is not a Word document"):
        api.annotated(b"x")


def test_the_reference_list_is_that_of_the_command_line(run):
    files = {"main.tex": CITING, "works.bib": BIB}
    for name, content in files.items():
        Path(name).write_bytes(content)
    for form in ("text", "markdown", "bibitem"):
        (reference,) = api.references(files, to=form)
        assert reference.text in run("refs", "main.tex", "--to", form)[1]
    assert (reference.number, reference.key, reference.source) == (1, "kay", "works.bib:1")
    assert reference.text.startswith("\\bibitem{kay}\nA.~Kay")
    assert api.references({"works.bib": BIB})[0].key == "kay"
    files["works.bib"] += BIB.replace(b"kay", b"lee")
    assert [one.key for one in api.references(files, uncited=True)] == ["kay", "lee"]
    with pytest.raises(api.ReadError, match='there is "a.tex" and "b.tex"'):
        api.references({"a.tex": DRAFT, "b.tex": DRAFT})
    with pytest.raises(api.ReadError, match="there is none"):
        api.references({"a.txt": DRAFT})
    with pytest.raises(api.SettingsError, match='"to" must be one of text, .* not "word"'):
        api.references(files, to="word")


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"notes.txt": b"x"}, "is not a supported file type"),
        ({"a.tex": b""}, "is empty"),
        ({"a.csv": b"", "b.csv": b""}, "contains no draft"),
        ({}, "contains no draft"),
    ],
)
def test_what_is_not_a_draft_is_unreadable(files, message):
    result = api.check(files)
    assert not result.papers and message in result.unreadable[0].message


def test_files_that_may_be_drafts_are_noted():
    result = api.check({"paper/main.tex": DRAFT, "docs/manual.pdf": b"x"})
    assert result.notes == ('not checked: "docs/manual.pdf"; to check one of these, name it',)


@pytest.mark.parametrize("name", ["/a.tex", "../a.tex", "a/../../b.tex", "", "."])
def test_names_outside_of_the_project_are_refused(name):
    with pytest.raises(ValueError, match="is not a name relative to the folder"):
        api.check({name: DRAFT})


def test_text_is_refused():
    with pytest.raises(TypeError, match="a.tex: the content must be bytes, not str"):
        api.check({"a.tex": "x"})


def test_an_error_leaves_no_files_in_memory():
    with pytest.raises(api.SettingsError):
        api.check({"main.tex": DRAFT}, {"stage": "dragt"})
    assert not inputs.mounts


def test_threads_do_not_see_the_files_of_each_other():
    results = {}

    def work(number: int) -> None:
        files = {"main.tex": DRAFT.replace(b".25", b"." + b"5" * number)}
        results[number] = [one.words for one in api.check(files, {"select": ["UNT"]}).findings]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == {number: ["." + "5" * number] for number in range(1, 6)}


def test_results_do_not_change_and_have_types():
    (finding, *_) = api.check({"main.tex": DRAFT}).findings
    with pytest.raises(FrozenInstanceError):
        finding.line = 3
    for function in (api.check, api.fixed, api.annotated, api.references):
        assert function.__doc__ and "return" in function.__annotations__
    assert all(hasattr(api, name) for name in api.__all__)
    assert typing.get_type_hints(api.Finding)["page"] == int | None


def test_a_pdf_file_is_read_in_memory_if_its_libraries_are_installed(monkeypatch):
    data = pdf_file("\n[page]")
    files = {"paper.pdf": data, "venue.toml": b"pages = 1"}
    (finding,) = api.check(files, {"venue": "venue.toml", "select": ["VEN"]}).findings
    assert (finding.code, finding.path) == ("VEN001", "paper.pdf")
    zipped("paper.zip", files)
    archive = {"paper.zip": Path("paper.zip").read_bytes()}
    (finding,) = api.check(archive, {"max-pages": 1, "select": ["VEN"]}).findings
    assert finding.path == "paper.zip/paper.pdf"
    monkeypatch.setitem(inputs.QUESTIONS, "installed", lambda module: False)
    result = api.check(files)  # a module is not a file in memory
    assert not result.papers and "pip install pypdf" in result.unreadable[0].message


def archive(files: dict[str, bytes]) -> bytes:
    """A zip file with these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return stream.getvalue()


def test_archives_among_other_files_are_opened_or_noted():
    """They are not in an archive, although they are in memory."""
    two = api.check({"a.zip": archive({"main.tex": DRAFT}), "b.zip": archive({"main.tex": DRAFT})})
    assert [paper.path for paper in two.papers] == ["a.zip/main.tex", "b.zip/main.tex"]
    beside = api.check({"main.tex": DRAFT, "old.zip": archive({"main.tex": DRAFT})})
    assert [paper.path for paper in beside.papers] == ["main.tex"]
    assert beside.notes == ('not checked: "old.zip"; to check one of these, name it',)
    nested = api.check({"a.zip": archive({"b.zip": archive({"main.tex": DRAFT})})})
    assert "archive in an archive" in nested.unreadable[0].message
