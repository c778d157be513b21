"""Several processes: one that dies or hangs costs its own draft only; the output is the same."""

from __future__ import annotations

import multiprocessing
import shutil
import sys
import time
from pathlib import Path

import pytest

from ieeelint import workers

HERE = Path(__file__).parent
DIES = "__import__('os')._exit(3)"
HOUSE = '''
from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.rules import rule


@rule("LAB001", "lab", "warning", "us", bad=["x"], good=["y"])
def lab(context):
    """Every paper is from the lab."""
    yield Finding(Span(context.paper.root, 0, 0), "This is from the lab.")
'''
HANGS = "__import__('time').sleep(600)"


def results(expressions: list[str], jobs: int = 2, seconds: float = 60) -> list[object]:
    """What the processes make of each expression."""
    found = dict(workers.results(eval, expressions, jobs, seconds))
    assert sorted(found) == list(range(len(expressions)))
    return [found[number] for number in range(len(expressions))]


@pytest.mark.parametrize("jobs", [1, 3])
def test_every_item_has_its_result(jobs):
    assert results([f"{number} * 2" for number in range(7)], jobs) == list(range(0, 14, 2))
    assert multiprocessing.active_children() == []


def test_no_items():
    assert results([]) == []


def test_a_process_that_dies_costs_only_its_item():
    first, lost, last = results(["1", DIES, "2"])
    assert (first, last) == (1, 2)
    assert isinstance(lost, workers.Lost) and "ended the process" in lost.reason


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process")
def test_a_process_is_never_interrupted_itself(tmp_path, monkeypatch):
    """Ctrl-C reaches all processes, also one that is still importing its modules."""
    interrupt = "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n"
    child = (  # a process has its name before it imports what it needs
        "import multiprocessing\nif multiprocessing.current_process().name != 'MainProcess':\n"
        f"    exec({interrupt!r})\n"
    )
    (tmp_path / "early.py").write_text(f"{child}def double(item):\n    return item * 2\n")
    monkeypatch.syspath_prepend(tmp_path)
    from early import double

    assert dict(workers.results(double, [4], 1, 60)) == {0: 8}


def test_an_item_is_tried_again_after_its_process_died(tmp_path):
    mark = str(tmp_path / "mark")
    once = f"__import__('os').path.exists({mark!r}) or (open({mark!r}, 'w').close(), {DIES})"
    assert results([once, "1"]) == [True, 1]


def test_an_item_that_takes_too_long_is_given_up():
    start = time.monotonic()
    hung, last = results([HANGS, "1"], seconds=2)
    assert isinstance(hung, workers.Lost) and "more than 2 s" in hung.reason
    assert last == 1
    assert time.monotonic() - start < 60
    assert multiprocessing.active_children() == []


def test_leaving_early_ends_all_processes():
    found = workers.results(eval, [HANGS, "1"], 2, 60)
    assert next(found) == (1, 1)
    found.close()
    assert multiprocessing.active_children() == []


@pytest.fixture
def papers(tmp_path, monkeypatch):
    """Seven papers, one of which cannot be read."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for number in range(7):
        shutil.copytree(HERE / "papers/sample", tmp_path / f"papers/p{number}")
    (tmp_path / "papers/p3/paper.tex").write_bytes(b"\\documentclass{IEEEtran}\0\0\0")
    monkeypatch.chdir(tmp_path / "papers")
    return [f"p{number}/paper.tex" for number in range(7)]


@pytest.mark.parametrize("form", ["full", "json"])
def test_the_number_of_processes_does_not_change_the_output(form, papers, run):
    one = run("check", *papers, "-j", "1", "--no-cache", "--output-format", form)
    assert "is a binary file" in one[1] + one[2] and one[0] == 2
    assert run("check", *papers, "-j", "3", "--no-cache", "--output-format", form) == one
    run("check", *papers, "-j", "3")
    assert run("check", *papers, "--output-format", form) == one


def test_local_rules_apply_whatever_the_number_of_processes(papers, run):
    Path("ieeelint.toml").write_text('rules.local = ["house.py"]\n')
    Path("house.py").write_text(HOUSE)
    one = run("check", *papers, "-j", "1", "--no-cache", "--output-format", "concise")
    assert one[1].count("LAB001") == 6
    assert run("check", *papers, "-j", "3", "--no-cache", "--output-format", "concise") == one


@pytest.mark.parametrize("value", ["0", "-1", "two", "1.5"])
def test_a_number_of_processes_that_makes_no_sense(value, run):
    status, _, err = run("check", "-j", value)
    assert status == 2 and "--jobs must be a number from 1" in err
