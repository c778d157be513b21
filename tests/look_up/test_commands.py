"""check --look-up and refs --look-up; and no command that asks anybody without the flag."""

from __future__ import annotations

import json
import socket

import pytest
from look_up.crossref import work

from ieeelint.rules.support.bibtex_examples import HEAD

TITLE = "Steady Flow of Sand in Narrow Pipes"
ENTRY = (
    "@article{lima, author = {Ana Lima}, title = {%s}, journal = {J. Flow}, volume = 1,"
    " number = 2, year = 2020, month = mar}\n"
).replace("%s", TITLE)
RETRACTED = work(
    "10.1000/a", TITLE, page="3-9", **{"updated-by": [{"type": "retraction", "DOI": "10.1000/n"}]}
)


@pytest.fixture
def paper(draft, tmp_path, monkeypatch):
    """A paper with one reference; answers are kept for this test only."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return draft(HEAD + ENTRY)


@pytest.fixture
def asked(service, monkeypatch):
    """The service, which the commands ask."""
    monkeypatch.setenv("IEEELINT_CROSSREF", service.base)
    service.found = [RETRACTED]
    service.works["10.1000/a"] = RETRACTED
    return service


def reported(run, *words: str) -> tuple[list[tuple[str, str]], str]:
    """Severity and message of each finding of REF016, and what is on standard error."""
    _, out, err = run("check", "--isolated", "--output-format", "json", *words)
    findings = json.loads(out)["findings"]
    return [
        (each["severity"], each["message"]) for each in findings if each["code"] == "REF016"
    ], err


def test_check_reports_what_crossref_knows(run, paper, asked):
    found, err = reported(run, "--look-up", paper)
    assert sorted(severity for severity, _ in found) == ["error", "info", "info"]
    assert "was retracted (notice: doi 10.1000/n)" in dict(found)["error"]
    assert f"asking {asked.base.partition('//')[2]} about the references" in err
    assert len(asked.asked) == 1
    assert "Ana" not in asked.asked[0]
    again, err = reported(run, "--look-up", paper)
    assert again == found
    assert "asking" not in err


def test_a_suggestion_is_never_a_safe_fix(run, paper, asked, tmp_path):
    before = (tmp_path / "refs.bib").read_bytes()
    run("check", "--isolated", "--look-up", "--fix", "--select", "REF016", paper)
    assert (tmp_path / "refs.bib").read_bytes() == before
    run("check", "--isolated", "--look-up", "--fix", "--unsafe-fixes", "--select", "REF016", paper)
    after = (tmp_path / "refs.bib").read_text("utf-8")
    assert "@article{lima,\n  pages = {3--9},\n  doi = {10.1000/a}, author" in after


def test_refs_tells_what_crossref_knows(run, paper, asked):
    status, out, err = run("refs", "--look-up", paper)
    assert status == 0
    assert "Steady flow of sand in narrow pipes" in out
    assert "reference lima: This work was retracted" in err
    assert "reference lima: Add the DOI of this work: 10.1000/a." in err


def test_the_other_rules_run_when_the_service_fails(run, draft, asked):
    asked.script = [b"?"] * 9
    path = draft(HEAD + ENTRY.replace("journal = {J. Flow},", ""))
    _, out, err = run(
        "check", "--isolated", "--output-format", "concise", "--look-up", "--no-cache", path
    )
    assert "BIB001" in out
    assert "not looked up: 1 of 1 references (lima)" in err


def test_a_file_of_retractions_needs_no_service(run, draft, asked, tmp_path):
    path = draft(HEAD + ENTRY.replace("month", "doi = {10.1000/a}, month"))
    (tmp_path / "known.csv").write_text(
        "OriginalPaperDOI,RetractionDOI,RetractionNature\n10.1000/A,10.1000/n,Retraction\n", "utf-8"
    )
    found, _ = reported(run, "--retractions", str(tmp_path / "known.csv"), path)
    assert [severity for severity, _ in found] == ["error"]
    assert asked.asked == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--mailto", "a@b.example"], "--mailto requires --look-up"),
        (["--retractions", "none.csv"], "none.csv: cannot be read: No such file"),
    ],
)
def test_options_that_cannot_be_used(run, paper, words, message):
    for command in ("check", "refs"):
        status, _, err = run(command, *words, paper)
        assert status == 2
        assert message in err


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://", "http://[::1", "http://a b", "http://a\nb"]
)
def test_the_address_of_a_copy_must_be_one(run, paper, monkeypatch, address):
    monkeypatch.setenv("IEEELINT_CROSSREF", address)
    status, _, err = run("check", "--look-up", paper)
    assert status == 2
    assert 'IEEELINT_CROSSREF must be an address such as "https://api.crossref.org"' in err


def test_no_command_asks_anybody_without_the_flag(run, paper, tmp_path, monkeypatch):
    def refuse(*words: object) -> None:
        raise AssertionError(f"a connection was opened: {words}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    word = tmp_path / "word" / "draft.docx"
    results = tmp_path / "r.csv"
    results.write_text("model,accuracy\na,0.5\nb,0.6\n", "utf-8")
    for words in (
        ["init", str(tmp_path / "new")],
        ["init", "--format", "word", str(word.parent)],
        ["check", paper],
        ["check", "--fix", "--unsafe-fixes", paper],
        ["check", str(word.parent)],
        ["refs", paper],
        ["refs", "--style", "guide", "--to", "csl-json", paper],
        ["refs", "--to", "bibtex", paper],
        ["report", str(results)],
        ["flatten", paper, str(tmp_path / "flat")],
        ["rules"],
        ["rule", "REF016"],
        ["settings", paper],
        ["cache", "show"],
    ):
        run(*words)
