"""Grouping: findings that say the same are one remark, and no location is lost in any format."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ieeelint.grouping import kind
from ieeelint.starters.project import word_sketch
from ieeelint.starters.word import document

TOP = Path(__file__).resolve().parent.parent
COLORS = "The colour is grey.\n\nA flavour has a colour. The ratio is .25 here."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('Write "color", not "colour".', 'Write "gray", not "grey".'),
        ('Capitalize "of" in this heading.', 'Capitalize "of" and "in" in this heading.'),
        ('Capitalize "of", "in", and 3 more.', 'Capitalize "of".'),
        ("Write Fig.~\\ref{fig:a}.", "Write Table~\\ref{tab:b}."),
        ("Write month = may, or month = {5}.", "Write month = jul, or month = {7}."),
        ("Write journal = {Proc. A}.", "Write journal = {J. Long Name}."),
        ("Fig. 3 comes before its citation.", "Fig. 12 comes before its citation."),
        ("Table IV comes before it.", "Table I comes before it."),
        ("This @article needs it.", "This @book needs it."),
        ("[h] is in a column.", "[!ht] is in a column."),
    ],
)
def test_messages_that_differ_in_their_quotations_say_the_same(first, second):
    assert kind(first) == kind(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('Write "a", not "b".', 'Delete "b".'),
        ("Put the caption below the figure.", "Put the title above the table."),
        ('"a" and "b" differ.', '"a", then "b" differ.'),
    ],
)
def test_messages_that_say_something_else_differ(first, second):
    assert kind(first) != kind(second)


def checked(run, path, *words):
    return json.loads(run("check", "--isolated", "--output-format", "json", path, *words)[1])[
        "findings"
    ]


def places(findings):
    """Code, file, line and column of each finding and of its related ones."""
    return sorted(
        (finding["code"], item["path"], item["line"], item["column"], item["message"])
        for finding in findings
        for item in (finding, *finding["related"])
    )


def test_a_remark_has_the_other_locations(draft, run):
    path = draft(COLORS)
    remarks = [one for one in checked(run, path) if one["code"] == "TXT004"]
    (remark,) = remarks
    line = remark["line"]
    assert remark["message"].startswith('Write "color"')
    assert [(item["line"], item["column"]) for item in remark["related"]] == [
        (line, 15),
        (line + 2, 3),
        (line + 2, 17),
    ]
    assert [item["edits"][0]["text"] for item in remark["related"]] == ["gray", "flavor", "color"]
    assert remark["related"][0]["end_column"] == 19
    assert remark["related"][0]["paragraph"] is None


def test_without_groups_each_location_is_a_finding(draft, run, tmp_path):
    path = draft(COLORS)
    flat = checked(run, path, "--no-group")
    assert sum(finding["code"] == "TXT004" for finding in flat) == 4
    assert not any(finding["related"] for finding in flat)
    assert places(flat) == places(checked(run, path))
    (tmp_path / "ieeelint.toml").write_text("group = false\n", encoding="utf-8")
    out = json.loads(run("check", "--output-format", "json", path)[1])
    assert places(out["findings"]) == places(flat) and len(out["findings"]) == len(flat)


def test_severities_and_drafts_are_not_mixed(draft, run, tmp_path):
    path = draft(COLORS + " It lies towards the edge.")
    remarks = [one for one in checked(run, path) if one["code"] == "TXT004"]
    assert [one["severity"] for one in remarks] == ["warning", "info"]
    draft("A colour.", name="other.tex")
    remarks = [one for one in checked(run, str(tmp_path)) if one["code"] == "TXT004"]
    assert sorted(Path(one["path"]).name for one in remarks) == ["other.tex"] + ["paper.tex"] * 2


def test_the_files_of_a_draft_are_one_group(draft, run):
    path = draft("%! file main.tex\nA colour.\\input{b}\n%! file b.tex\nA flavour.\n")
    (remark,) = [one for one in checked(run, path) if one["code"] == "TXT004"]
    assert [Path(one["path"]).name for one in (remark, *remark["related"])] == [
        "b.tex",
        "paper.tex",
    ]
    out = run("check", "--isolated", "--output-format", "concise", path)[1]
    assert re.search(r"b\.tex:1:3: TXT004 .* \(also at \S*paper\.tex:\d+:3\)", out)


def test_the_full_format_lists_changes_that_differ(draft, run):
    out = run("check", "--isolated", draft(COLORS))[1]
    assert "TXT004 text-us-spelling (4 locations)\n" in out
    assert re.search(r"also: \d+:15 grey -> gray, \d+:3 flavour -> flavor, \d+:17\n", out), (
        "the last change is the one shown"
    )
    assert "Found 2 warnings at 5 locations. 5 of these locations have a safe fix." in out


def test_long_lists_are_wrapped_and_complete(draft, run):
    text = "\n\n".join(["A colour fades, or a flavour, a neighbour, a rumour."] * 20)
    out = run("check", "--isolated", draft(text))[1]
    start = out.index("  also:")
    listed = out[start : out.index("  source:", start)]
    assert len(re.findall(r"\d+:\d+", listed)) == 79
    assert max(map(len, listed.splitlines())) <= 96


@pytest.mark.parametrize("form", ["concise", "grouped", "github", "junit"])
def test_text_formats_name_every_location(draft, run, form):
    path = draft(COLORS)
    out = run("check", "--isolated", "--output-format", form, path)[1]
    (remark,) = [one for one in checked(run, path) if one["code"] == "TXT004"]
    others = ", ".join(f"{item['line']}:{item['column']}" for item in remark["related"])
    assert out.count(f"(also at {others})") == 1


def test_machine_formats_have_related_locations(draft, run):
    path = draft(COLORS)
    sarif = json.loads(run("check", "--isolated", "--output-format", "sarif", path)[1])
    (result,) = [one for one in sarif["runs"][0]["results"] if one["ruleId"] == "TXT004"]
    related = result["relatedLocations"]
    assert [one["id"] for one in related] == [1, 2, 3]
    assert related[0]["message"]["text"].startswith('Write "gray"')
    assert [one["physicalLocation"]["region"]["startColumn"] for one in related] == [15, 3, 17]
    rdjson = json.loads(run("check", "--isolated", "--output-format", "rdjson", path)[1])
    (one,) = [item for item in rdjson["diagnostics"] if item["code"]["value"] == "TXT004"]
    assert [item["location"]["range"]["start"]["column"] for item in one["relatedLocations"]] == [
        15,
        3,
        17,
    ]
    issues = json.loads(run("check", "--isolated", "--output-format", "gitlab", path)[1])
    assert sum(issue["check_name"].startswith("TXT004") for issue in issues) == 4


def test_the_fingerprint_of_a_group_survives_a_fix_of_one_location(draft, run):
    def mark(text):
        out = run("check", "--isolated", "--output-format", "sarif", draft(text))[1]
        results = json.loads(out)["runs"][0]["results"]
        (result,) = [one for one in results if one["ruleId"] == "TXT004"]
        return result["partialFingerprints"]

    assert mark(COLORS) == mark(COLORS.replace("The colour", "The color"))
    assert mark(COLORS) == mark("Only one neighbour is left.")


def test_word_names_sections_and_words(run, tmp_path):
    sketch = word_sketch("conference")
    mistakes = "[heading 1] Method\n[Body Text] A colour.\n[Body Text] A flavour."
    path = tmp_path / "draft.docx"
    path.write_bytes(document(sketch.replace("[heading 1] Method", mistakes), "letter"))
    (remark,) = [one for one in checked(run, str(path)) if one["code"] == "TXT004"]
    number = remark["paragraph"] + 1
    assert [item["paragraph"] for item in remark["related"]] == [number]
    out = run("check", "--isolated", str(path))[1]
    assert "also: II flavour -> flavor\n" in out


@pytest.mark.parametrize(
    "paper", sorted(path.parent.name for path in TOP.glob("tests/papers/*/paper.tex"))
)
def test_no_location_is_lost_in_the_papers(run, paper):
    path = str(TOP / "tests/papers" / paper / "paper.tex")
    assert places(checked(run, path)) == places(checked(run, path, "--no-group"))
