"""Baselines: only what is new is told, wherever the lines have moved."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

PROSE = "The ratio is .25 here, and .25 there."


@pytest.fixture
def known(draft, run, tmp_path, monkeypatch):
    """A draft whose findings are all in ``known.json``; gives the draft's path."""
    path = draft(PROSE)
    monkeypatch.chdir(tmp_path)
    status, out, err = run("check", "--write-baseline", "known.json", path)
    assert (status, out) == (0, "")
    assert "findings written" in err
    return path


def change(path, old, new):
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def codes(run, *words):
    out = run("check", "--output-format", "json", *words)[1]
    return [finding["code"] for finding in json.loads(out)["findings"]]


def test_findings_in_the_baseline_are_left_out(known, run):
    status, _, err = run("check", "--baseline", "known.json", known)
    assert status == 0
    assert "left out (baseline known.json)" in err


def test_moved_lines_stay_known(known, run):
    change(known, PROSE, "Water is wet.\n\n" + PROSE)
    assert codes(run, "--baseline", "known.json", known) == []


def test_one_more_of_the_same_is_new(known, run):
    change(known, PROSE, PROSE + "\n\nAnd .25 again, with .5.")
    assert codes(run, "--baseline", "known.json", known) == ["UNT005", "UNT005"]


def test_update_removes_fixed_findings_and_adds_none(known, run):
    change(known, PROSE, "The ratio is 0.25 here, and .25 there, and .7 too.")
    before = json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"]
    assert codes(run, "--baseline", "known.json", "--update-baseline", known) == ["UNT005"]
    after = json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"]
    assert sum(one["count"] for one in before) - sum(one["count"] for one in after) == 1
    assert codes(run, "--baseline", "known.json", known) == ["UNT005"]


def test_update_leaves_rules_and_files_that_were_not_checked(known, run, tmp_path):
    before = Path("known.json").read_text(encoding="utf-8")
    change(known, PROSE, "Water is wet.")
    assert (
        codes(run, "--select", "FIG", "--baseline", "known.json", "--update-baseline", known) == []
    )
    assert Path("known.json").read_text(encoding="utf-8") == before
    run("init", str(tmp_path / "other"))
    run("check", "--baseline", "known.json", "--update-baseline", str(tmp_path / "other"))
    assert Path("known.json").read_text(encoding="utf-8") == before


def test_paths_are_relative_to_the_baseline(known, run, tmp_path, monkeypatch):
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert codes(run, "--baseline", "../known.json", "../paper.tex") == []


def test_the_settings_file_can_name_it(known, run, tmp_path, monkeypatch):
    (tmp_path / "ieeelint.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    monkeypatch.chdir(os.sep)
    assert codes(run, known) == []
    assert codes(run, "--isolated", known) != []


def test_fixes_mend_only_what_is_new(known, run):
    change(known, PROSE, PROSE + " It is .75 too.")
    run("check", "--baseline", "known.json", "--fix", known)
    text = Path(known).read_text(encoding="utf-8")
    assert PROSE in text and "It is 0.75 too." in text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "create it with --write-baseline"),
        ("{", "is not a baseline"),
        ("[]", "is not a baseline"),
        ('{"version": 9, "findings": []}', "version 9"),
        ('{"version": 1, "findings": [{"path": "a"}]}', "finding 1 has a missing field"),
        (
            '{"version": 1, "findings": [{"path": "a", "code": 3, "words": "", "count": 1}]}',
            "wrong type",
        ),
        ("[" * 100_000, "is not a baseline"),
    ],
)
def test_a_broken_baseline_is_reported(draft, run, tmp_path, content, words):
    path = tmp_path / "known.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    status, _, err = run("check", "--baseline", str(path), draft("Water is wet."))
    assert status == 2
    assert words in err


def test_a_mistyped_path_leaves_the_baseline_alone(known, run):
    before = Path("known.json").read_text(encoding="utf-8")
    for words in (["papr.tex"], [known, "papr.tex"]):
        status, _, err = run("check", "--write-baseline", "known.json", *words)
        assert status == 2 and "papr.tex" in err
        assert Path("known.json").read_text(encoding="utf-8") == before


def test_a_link_stays_a_link(known, run, tmp_path):
    link = tmp_path / "link.json"
    link.symlink_to("known.json")
    run("check", "--write-baseline", str(link), known)
    assert link.is_symlink() and '"findings"' in (tmp_path / "known.json").read_text(
        encoding="utf-8"
    )
