"""What the page in web/ runs, without a browser; web/test has the tests in Chromium."""

from __future__ import annotations

import importlib.util
import io
import json
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from ieeelint.starters.word import document

TOP = Path(__file__).parent.parent
WEB = TOP / "web"
SAMPLE = {"paper.tex": (TOP / "tests/papers/sample/paper.tex").read_bytes()}
WORD = document("[paper title] Pipes in Cold Rooms\n[Body Text] The colour is .25 here.\n")


@pytest.fixture(scope="module")
def engine():
    specification = importlib.util.spec_from_file_location("page_engine", WEB / "src/engine.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def zipped(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def test_every_action_of_the_page_is_one_of_the_engine(engine):
    page = (WEB / "src/index.html").read_text(encoding="utf-8")
    actions = set(re.findall(r'data-action="(\w+)"', page)) - {"another"}
    assert actions | {"findings"} == set(engine.ACTIONS)


def test_the_report_has_what_the_page_takes_from_it(engine):
    html = engine.run("report", SAMPLE, {"stage": "review"})["result"]
    assert '<div class="report"' in html and "review stage" in html
    bare = re.sub(r"(?s)<(style|script)>.*?</\1>", "", html)
    assert "<style" not in bare and 'class="top"' in bare


def test_findings_are_those_of_the_settings(engine):
    found = json.loads(engine.run("findings", SAMPLE, {"profile": "journal"})["result"])
    assert found["papers"][0]["profile"] == "journal" and found["findings"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_fixed_project_is_a_zip(engine, packed):
    files = SAMPLE | {"notes/data.csv": b"1"}
    given = {"overleaf.zip": zipped(files)} if packed else files
    ((name, content),) = engine.run("zip", given, {})["result"]
    assert name == ("overleaf.fixed.zip" if packed else "paper.fixed.zip")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert sorted(archive.namelist()) == sorted(files)
        assert b"behavior of a passing bee" in archive.read("paper.tex")


@pytest.mark.parametrize("packed", [False, True])
def test_the_patch_makes_the_fixed_files(engine, folder, packed):
    given = {"overleaf.zip": zipped(SAMPLE)} if packed else SAMPLE
    ((_, patch),) = engine.run("patch", given, {})["result"]
    (folder / "paper.tex").write_bytes(SAMPLE["paper.tex"])
    subprocess.run(["git", "apply", "-"], input=patch, check=True)
    assert b"behavior of a passing bee" in (folder / "paper.tex").read_bytes()


def test_a_paper_without_safe_fixes_has_no_zip_and_no_patch(engine):
    files = {"paper.tex": (TOP / "tests/papers/clean/paper.tex").read_bytes()}
    assert engine.run("zip", files, {}) == {"result": []}
    assert engine.run("patch", files, {}) == {"result": []}


def test_word_drafts_get_comments_and_tracked_changes(engine):
    files = {"work/draft.docx": WORD, "refs.bib": b"@misc{a, title={B}}"}
    for action, name, part, words in (
        ("comments", "draft.reviewed.docx", "word/comments.xml", b"color"),
        ("tracked", "draft.fixed.docx", "word/document.xml", b"w:ins"),
    ):
        ((saved, content),) = engine.run(action, files, {})["result"]
        assert saved == name
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert words in archive.read(part)


def test_the_reference_list_is_text(engine):
    first = engine.run("references", SAMPLE, {})["result"][0]
    assert first.startswith("[1] R. Bell, “A year in twelve hives,”")


@pytest.mark.parametrize("action", ["comments", "references"])
def test_a_bad_input_is_refused_in_words(engine, action):
    answer = engine.run(action, {"draft.docx": b"no zip"}, {})
    assert "draft.docx" in answer["refused"] or "files" in answer["refused"]


def test_the_policy_of_the_page_forbids_uploads():
    page = (WEB / "src/index.html").read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1].split("; ")
    assert {"default-src 'none'", "connect-src 'self'", "form-action 'none'"} <= set(policy)
    assert not any("http" in words or "*" in words for words in policy)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
    assert "Blob([`import" in (WEB / "src/engine.js").read_text(encoding="utf-8")


def test_the_profiles_and_stages_of_the_page_are_those_of_the_settings():
    from ieeelint.settings import LANGUAGES, PROFILES, STAGES

    page = (WEB / "src/index.html").read_text(encoding="utf-8")
    values = re.findall(r'<option value="([\w-]+)"', page)
    assert sorted(values) == sorted((*PROFILES, *STAGES, *LANGUAGES))


def chinese() -> set[str]:
    """The English words that the page has in Chinese."""
    source = (WEB / "src/words.js").read_text(encoding="utf-8")
    table = source[source.index("{") : source.index("\n};")]
    return set(re.findall(r'^  "((?:[^"\\]|\\.)*)":', table, re.MULTILINE))


def test_all_words_of_the_page_are_in_chinese():
    page = (WEB / "src/index.html").read_text(encoding="utf-8")
    body = re.sub(r"(?s)<(script|code|noscript)\b.*?</\1>", "<>", page[page.index("<body") :])
    found = {text.strip() for text in re.findall(r">([^<>]+)<", body)}
    found |= set(re.findall(r'aria-label="([^"]*)"', body))
    for name in ("page.js", "files.js"):
        script = (WEB / "src" / name).read_text(encoding="utf-8")
        found |= set(re.findall(r'\bwords\("([^"]*)"', script))
    found |= set(re.findall(r': "(There is [^"]*)"', (WEB / "src/page.js").read_text("utf-8")))
    names = {"ieeelint", "IEEE Access", "Computer Society", "English", "中文", ".", ""}
    assert found - names <= chinese()
