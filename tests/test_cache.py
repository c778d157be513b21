"""The cache of results: never a stale finding, never another output, never a file in a paper."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from ieeelint import draft_checking
from ieeelint.cache import Cache, folder
from ieeelint.settings import FORMATS
from ieeelint.starters.project import word_sketch
from ieeelint.starters.word import document

HERE = Path(__file__).parent
PAPERS = sorted(path.name for path in (HERE / "papers").iterdir() if path.is_dir())
DRAFT = r"""\documentclass[conference]{IEEEtran}
\usepackage{graphicx}
\usepackage{house}
\begin{document}
\title{A Pump}
\author{\IEEEauthorblockN{Ada Byron}}
\maketitle
\begin{abstract}The pump is small.\end{abstract}
\section{Introduction}
The ratio is .25 here, as \cite{kay} says.
\input{rig}
\begin{figure}\includegraphics{plot}\caption{A plot.}\label{fig:plot}\end{figure}
\bibliographystyle{IEEEtran}
\bibliography{works}
\end{document}
"""
BIB = """@book{kay,
  author = {A. Kay},
  title = {Pumps},
  publisher = {Press},
  year = 2001
}
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def paper(tmp_path, monkeypatch):
    """A draft of several files in its own folder, which is the current one."""
    (tmp_path / "paper").mkdir()
    monkeypatch.chdir(tmp_path / "paper")
    Path("paper.tex").write_text(DRAFT)
    Path("rig.tex").write_text("The rig weighs 5kg.\n")
    Path("works.bib").write_text(BIB)
    return Path("paper.tex")


@pytest.fixture
def checks(monkeypatch):
    """The drafts that were really checked."""
    seen = []
    real = draft_checking.check_draft

    def check_draft(draft, settings):
        seen.append(draft.paper.root.path)
        return real(draft, settings)

    monkeypatch.setattr(draft_checking, "check_draft", check_draft)
    return seen


@pytest.mark.parametrize("name", PAPERS)
def test_every_output_of_a_stored_result_is_that_of_a_check(name, run, monkeypatch, checks):
    monkeypatch.chdir(HERE / "papers" / name)
    run("check", ".", "-q")
    run("check", ".", "--output-format", "html")  # its entry also has the text of the paper
    del checks[:]
    for form in FORMATS:
        again = run("check", ".", "--output-format", form)
        assert checks == []
        assert run("check", ".", "--output-format", form, "--no-cache") == again
        del checks[:]


def test_a_word_draft_keeps_its_sections_pages_and_formulas(run, tmp_path, monkeypatch, checks):
    monkeypatch.chdir(tmp_path)
    sketch = word_sketch("conference")
    sketch = sketch.replace(
        "[heading 1] Method", "[Body Text] It is .25 of it.\n[heading 1] Method"
    )
    Path("draft.docx").write_bytes(document(sketch, "letter"))
    for form in FORMATS:
        fresh = run("check", "draft.docx", "--no-cache", "--output-format", form)
        assert run("check", "draft.docx", "--output-format", form) == fresh
        assert run("check", "draft.docx", "--output-format", form) == fresh
    assert len(checks) == len(FORMATS) + 2  # with and without the text of the paper


CHANGES = {
    "the draft": lambda: Path("paper.tex").write_text(DRAFT.replace("small", "tiny")),
    "an included file": lambda: Path("rig.tex").write_text("The rig weighs 5~kg.\n"),
    "the same size": lambda: Path("rig.tex").write_text("The rig weighs 7kg.\n"),
    "a missing included file": lambda: Path("rig.tex").unlink(),
    "the bibliography": lambda: Path("works.bib").write_text(BIB.replace("kay", "key")),
    "a new picture": lambda: Path("plot.pdf").write_bytes(b"%PDF"),
    "a new style file": lambda: Path("house.sty").write_text("\\newcommand{\\x}{y}\n"),
    "a folder in place of a file": lambda: (Path("rig.tex").unlink(), Path("rig.tex").mkdir()),
    "a lock file": lambda: Path("results.lock").write_text("version = 1\n"),
    "settings": lambda: Path("ieeelint.toml").write_text('ignore = ["UNT"]\n'),
}


@pytest.mark.parametrize("what", CHANGES)
def test_every_change_that_a_finding_depends_on_is_seen(what, paper, run, checks):
    run("check", "paper.tex")
    run("check", "paper.tex")
    assert len(checks) == 1
    kept = {name: os.stat(name) for name in ("paper.tex", "rig.tex", "works.bib")}
    CHANGES[what]()
    for name, status in kept.items():  # a change must be seen whatever its time is
        if os.path.isfile(name):
            os.utime(name, ns=(status.st_atime_ns, status.st_mtime_ns))
    after = run("check", "paper.tex")
    assert len(checks) == 2
    assert run("check", "paper.tex", "--no-cache") == after


def test_a_change_back_gives_the_first_result(paper, run, checks):
    first = run("check", "paper.tex")
    CHANGES["the draft"]()
    assert run("check", "paper.tex") != first
    paper.write_text(DRAFT)
    assert run("check", "paper.tex") == first


def test_flags_and_the_folder_belong_to_the_result(paper, run, checks, monkeypatch):
    run("check", "paper.tex")
    run("check", "paper.tex", "--ignore", "UNT")
    run("check", "paper.tex", "--profile", "journal")
    run("check", "paper.tex", "--stage", "camera-ready")
    monkeypatch.chdir("..")
    run("check", "paper/paper.tex")
    assert len(checks) == 5


def test_a_part_finds_its_root_again(paper, run, checks):
    run("check", "rig.tex")
    run("check", "rig.tex")
    assert checks == ["paper.tex"]
    paper.write_text(DRAFT.replace("\\input{rig}", ""))
    run("check", "rig.tex")
    assert checks == ["paper.tex", "rig.tex"]


@pytest.mark.parametrize("flag", [["--fix"], ["--fix", "--diff"], ["--add-ignores"]])
def test_whatever_edits_the_draft_checks_it(flag, paper, run, checks):
    run("check", "paper.tex")
    run("check", "paper.tex", *flag)
    assert len(checks) > 1


def test_local_rules_run_each_time(paper, run, checks):
    Path("house.py").write_text("")
    Path("ieeelint.toml").write_text('rules.local = ["house.py"]\n')
    run("check", "paper.tex")
    run("check", "paper.tex")
    assert len(checks) == 2


def test_a_rule_that_failed_runs_again(paper, run, checks, monkeypatch):
    from ieeelint import rules

    rules.load()
    monkeypatch.setattr(rules.REGISTRY["UNT005"], "check", lambda context: 1 / 0)
    assert "failed on this draft" in run("check", "paper.tex")[1]
    monkeypatch.undo()
    assert "failed on this draft" not in run("check", "paper.tex")[1]


def test_a_baseline_applies_to_a_stored_result(paper, run, checks):
    run("check", "paper.tex", "--write-baseline", "known.json")
    run("check", "paper.tex")
    before = len(checks)
    status, out, _ = run("check", "paper.tex", "--baseline", "known.json")
    assert (status, len(checks)) == (0, before)
    assert "No findings" in out


@pytest.mark.parametrize("damage", [b"", b"rubbish", None])
def test_a_damaged_entry_costs_only_time(damage, paper, run, checks):
    fresh = run("check", "paper.tex")
    for entry in Path(folder()).iterdir():
        data = entry.read_bytes()
        entry.write_bytes(data[: len(data) // 2] if damage is None else damage)
    assert run("check", "paper.tex") == fresh
    assert len(checks) == 2
    assert run("check", "paper.tex") == fresh
    assert len(checks) == 2


def test_an_unusable_folder_costs_only_time(paper, run, checks, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    fresh = run("check", "paper.tex")
    assert run("check", "paper.tex") == fresh
    assert len(checks) == 2


def test_nothing_is_written_to_the_folder_of_a_paper(paper, run):
    before = sorted(os.listdir("."))
    run("check", "paper.tex")
    assert sorted(os.listdir(".")) == before


def test_a_relative_cache_folder_is_ignored(monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    assert os.path.isabs(folder())


def test_the_oldest_results_are_removed_first(tmp_path):
    cache = Cache(str(tmp_path))
    for number in range(4):
        cache.put(("key", number), {}, os.urandom(1000))
        name = max(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(name, (number, number))
    count, size = cache.size()
    assert count == 4
    assert cache.prune(most=size // 2)[0] == 2
    assert [cache.get(("key", number)) is None for number in range(4)] == [True, True, False, False]


def test_clean_removes_all(paper, run):
    run("check", "paper.tex")
    assert "2 results" in run("cache")[1]
    assert "2 results removed" in run("cache", "clean")[1]
    assert run("cache")[1].startswith(f"{folder()}: 0 results")
    shutil.rmtree(folder())
    assert run("cache")[1].startswith(f"{folder()}: 0 results")
