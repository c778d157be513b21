"""Output formats for people and for GitHub."""

from __future__ import annotations

import json
from pathlib import Path

from ieeelint.output.full import width, window
from ieeelint.output.github import attribute, data

BAD = "The ratio is .25 here."


def test_a_json_finding_has_its_location_and_edits(draft, run):
    path = draft(BAD)
    finding = json.loads(run("check", "--output-format", "json", path)[1])["findings"][0]
    lines = Path(path).read_text(encoding="utf-8").split("\n")
    line = lines.index(BAD) + 1
    assert finding["code"] == "UNT005"
    assert finding["name"] == "number-leading-zero"
    assert finding["severity"] == "warning"
    assert (finding["line"], finding["column"]) == (line, 14)
    assert (finding["end_line"], finding["end_column"]) == (line, 17)
    edit = finding["edits"][0]
    assert edit["safe"] is True
    assert (edit["line"], edit["text"]) == (line, "0") or edit["text"] == "0.25"
    assert finding["url"].endswith("UNT005.md")


def test_concise_prints_one_line_per_finding(draft, run):
    path = draft(BAD)
    out = run("check", "--output-format", "concise", path)[1]
    assert out.count("\n") == 1
    assert out.startswith(f"{path}:")


def test_a_github_annotation_has_the_rule_and_the_location(draft, run):
    out = run("check", "--output-format", "github", draft(BAD))[1]
    assert out.startswith("::warning title=UNT005 number-leading-zero,file=")
    assert ",col=14,endColumn=17::" in out


def test_github_messages_are_escaped():
    assert data("50 % off\nnow") == "50 %25 off%0Anow"
    assert attribute("a:b,c") == "a%3Ab%2Cc"


def test_long_lines_show_the_words_around_the_span():
    line = "x " * 500 + "HERE" + " y" * 500
    shown, start, length = window(line, 1000, 4)
    assert shown.startswith("…") and shown.endswith("…")
    assert shown[start : start + length] == "HERE"
    assert len(shown) < 110


def test_wide_characters_take_two_columns():
    shown, start, length = window("水水 .25 a", 3, 3)
    assert shown == "水水 .25 a"
    assert (start, length) == (5, 3)
    assert width("水a\u0301") == 3


def test_control_characters_are_not_printed(draft, run):
    out = run("check", draft("It is \033[31m .25 here."))[1]
    assert "\033" not in out
