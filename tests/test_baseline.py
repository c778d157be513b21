"""Baselines: only new findings are reported, even if lines have moved."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

PROSE = "The ratio is .25 here, and .25 there."


@pytest.fixture
def path(draft, run, tmp_path, monkeypatch):
    """The path of a draft whose findings are all in the baseline ``known.json``."""
    draft_path = draft(PROSE)
    monkeypatch.chdir(tmp_path)
    status, out, err = run("check", "--write-baseline", "known.json", draft_path)
    assert (status, out) == (0, "")
    assert "findings written" in err
    return draft_path


def change(path, old, new):
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def codes(run, *words):
    out = run("check", "--no-group", "--output-format", "json", *words)[1]
    return [finding["code"] for finding in json.loads(out)["findings"]]


def test_findings_in_the_baseline_are_left_out(path, run):
    status, _, err = run("check", "--baseline", "known.json", path)
    assert status == 0
    assert "left out (baseline known.json)" in err


def test_findings_on_moved_lines_are_left_out(path, run):
    change(path, PROSE, "Water is wet.\n\n" + PROSE)
    assert codes(run, "--baseline", "known.json", path) == []


def test_another_finding_of_the_same_kind_is_reported(path, run):
    change(path, PROSE, PROSE + "\n\nAnd .25 again, with .5.")
    assert codes(run, "--baseline", "known.json", path) == ["UNT005", "UNT005"]


def test_update_removes_fixed_findings_and_adds_none(path, run):
    change(path, PROSE, "The ratio is 0.25 here, and .25 there, and .7 too.")
    before = json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"]
    assert codes(run, "--baseline", "known.json", "--update-baseline", path) == ["UNT005"]
    after = json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"]
    assert sum(row["count"] for row in before) - sum(row["count"] for row in after) == 1
    assert codes(run, "--baseline", "known.json", path) == ["UNT005"]


def test_update_leaves_rules_and_files_that_were_not_checked(path, run, tmp_path):
    before = Path("known.json").read_text(encoding="utf-8")
    change(path, PROSE, "Water is wet.")
    assert (
        codes(run, "--select", "FIG", "--baseline", "known.json", "--update-baseline", path) == []
    )
    assert Path("known.json").read_text(encoding="utf-8") == before
    run("init", str(tmp_path / "other"))
    run("check", "--baseline", "known.json", "--update-baseline", str(tmp_path / "other"))
    assert Path("known.json").read_text(encoding="utf-8") == before


def test_update_says_what_it_removed_and_needs_a_baseline(path, run):
    assert (
        "known.json: 0 fixed findings removed"
        in (run("check", "--baseline", "known.json", "--update-baseline", path)[2])
    )
    assert (
        "--update-baseline has no effect without a baseline"
        in (run("check", "--update-baseline", path)[2])
    )


def test_a_baseline_as_a_draft_is_refused_with_the_option_that_reads_it(path, run):
    status, out, _ = run("check", "--update-baseline", "known.json")
    assert status == 2
    assert "known.json: is a baseline, not a draft; write --baseline before its name" in out
    Path("other.json").write_text("{}", encoding="utf-8")
    assert "other.json: is not a supported file type" in run("check", "other.json")[1]


def test_paths_are_relative_to_the_baseline(path, run, tmp_path, monkeypatch):
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert codes(run, "--baseline", "../known.json", "../paper.tex") == []


def test_the_settings_file_can_name_the_baseline(path, run, tmp_path, monkeypatch):
    (tmp_path / "ieeelint.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    monkeypatch.chdir(os.sep)
    assert codes(run, path) == []
    assert codes(run, "--isolated", path) != []


def test_only_new_findings_are_fixed(path, run):
    change(path, PROSE, PROSE + " It is .75 too.")
    run("check", "--baseline", "known.json", "--fix", path)
    text = Path(path).read_text(encoding="utf-8")
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


def test_a_missing_draft_does_not_change_the_baseline(path, run):
    before = Path("known.json").read_text(encoding="utf-8")
    for words in (["papr.tex"], [path, "papr.tex"]):
        status, _, err = run("check", "--write-baseline", "known.json", *words)
        assert status == 2 and "papr.tex" in err
        assert Path("known.json").read_text(encoding="utf-8") == before


def test_a_symbolic_link_to_a_baseline_is_kept(path, run, tmp_path):
    link = tmp_path / "link.json"
    link.symlink_to("known.json")
    run("check", "--write-baseline", str(link), path)
    assert link.is_symlink() and '"findings"' in (tmp_path / "known.json").read_text(
        encoding="utf-8"
    )
