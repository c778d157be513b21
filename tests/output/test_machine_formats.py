"""Formats for other programs, each validated with an independent reader or schema."""

from __future__ import annotations

import json
import re
from pathlib import Path

import junitparser
import pytest
import sarif_pydantic
from jsonschema import Draft202012Validator

from ieeelint.starters.project import word_sketch
from ieeelint.starters.word import document

TOP = Path(__file__).resolve().parent.parent.parent
PROSE = "The ratio is .25 here, and Übung .5 there. See Figure 1 for the the rest."
TEXT = {"type": "string", "minLength": 1}
NUMBER = {"type": "integer", "minimum": 1}

# The fields are specified at https://docs.gitlab.com/ci/testing/code_quality/.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32,}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/.]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": NUMBER},
                    },
                },
            },
        },
    },
}

# reviewdog's proto/rdf: positions count from 1, columns in bytes of UTF-8.
POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "additionalProperties": False,
    "properties": {"line": NUMBER, "column": NUMBER},
}
RANGE = {
    "type": "object",
    "required": ["start", "end"],
    "additionalProperties": False,
    "properties": {"start": POSITION, "end": POSITION},
}
LOCATION = {
    "type": "object",
    "required": ["path", "range"],
    "properties": {"path": TEXT, "range": RANGE},
}
RDJSON = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "additionalProperties": False,
                "properties": {
                    "message": TEXT,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "location": LOCATION,
                    "relatedLocations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["location"],
                            "additionalProperties": False,
                            "properties": {"message": TEXT, "location": LOCATION},
                        },
                    },
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}


@pytest.fixture
def here(draft, tmp_path, monkeypatch):
    """The name of a draft in the current folder."""
    draft(PROSE)
    monkeypatch.chdir(tmp_path)
    return "paper.tex"


@pytest.fixture
def word(tmp_path, monkeypatch):
    """The name of a Word draft with findings in the current folder."""
    sketch = word_sketch("conference")
    mistakes = "[heading 1] Method\n[Body Text] It is .25 of the the rest."
    (tmp_path / "draft.docx").write_bytes(
        document(sketch.replace("[heading 1] Method", mistakes), "letter")
    )
    monkeypatch.chdir(tmp_path)
    return "draft.docx"


def show(run, name, form):
    return run("check", "--isolated", "--no-group", "--output-format", form, name)[1]


def count(run, name):
    return len(json.loads(show(run, name, "json"))["findings"])


def test_sarif_is_valid_and_complete(here, run):
    text = show(run, here, "sarif")
    log = sarif_pydantic.Sarif.model_validate_json(text)
    (sarif_run,) = log.runs
    assert log.version == "2.1.0"
    assert len(sarif_run.results) == count(run, here)
    rules = sarif_run.tool.driver.rules
    for result in sarif_run.results:
        assert rules[result.rule_index].id == result.rule_id
    assert all(rule.help.text and rule.short_description.text for rule in rules)
    raw = json.loads(text)["runs"][0]["results"]
    result = next(item for item in raw if item["ruleId"] == "UNT005")
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "paper.tex"
    lines = Path(here).read_text(encoding="utf-8").splitlines()
    region = location["region"]
    assert region["startLine"] == region["endLine"] == lines.index(PROSE) + 1
    assert (
        lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == ".25"
    )
    change = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["insertedContent"]["text"] in ("0", "0.25")


def test_sarif_of_word_names_the_paragraph(word, run):
    log = json.loads(show(run, word, "sarif"))
    sarif_pydantic.Sarif.model_validate(log)
    result = next(item for item in log["runs"][0]["results"] if item["ruleId"] == "UNT005")
    (location,) = result["locations"]
    assert "region" not in location["physicalLocation"]
    assert re.match(
        r"paragraph \d+, character \d+$", location["logicalLocations"][0]["fullyQualifiedName"]
    )


def fingerprints(text):
    results = json.loads(text)["runs"][0]["results"]
    return [next(iter(result["partialFingerprints"].values())) for result in results]


def test_fingerprints_do_not_depend_on_line_numbers(here, run):
    before = fingerprints(show(run, here, "sarif"))
    path = Path(here)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(PROSE, "% a line more\n" + PROSE), encoding="utf-8")
    assert fingerprints(show(run, here, "sarif")) == before
    assert len(set(before)) == len(before)


def test_gitlab_reports_match_the_schema(here, run):
    issues = json.loads(show(run, here, "gitlab"))
    Draft202012Validator(GITLAB).validate(issues)
    assert len(issues) == count(run, here)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert all(issue["description"].startswith(issue["check_name"].split()[0]) for issue in issues)


def test_grouped_rdjson_matches_the_schema(here, run):
    out = run("check", "--isolated", "--output-format", "rdjson", here)[1]
    Draft202012Validator(RDJSON).validate(json.loads(out))
    assert '"relatedLocations"' in out


def test_grouped_sarif_is_valid(here, run):
    out = run("check", "--isolated", "--output-format", "sarif", here)[1]
    sarif_pydantic.Sarif.model_validate_json(out)
    assert '"relatedLocations"' in out


def test_rdjson_counts_bytes(here, run):
    report = json.loads(show(run, here, "rdjson"))
    Draft202012Validator(RDJSON).validate(report)
    assert len(report["diagnostics"]) == count(run, here)
    second = [item for item in report["diagnostics"] if item["code"]["value"] == "UNT005"][1]
    text_range = second["location"]["range"]
    line = Path(here).read_bytes().splitlines()[text_range["start"]["line"] - 1]
    assert line[text_range["start"]["column"] - 1 : text_range["end"]["column"] - 1] == b".5"


def test_junit_has_a_case_for_each_finding(here, run, tmp_path):
    (tmp_path / "report.xml").write_text(show(run, here, "junit"), encoding="utf-8")
    xml = junitparser.JUnitXml.fromfile(str(tmp_path / "report.xml"))
    (suite,) = xml
    cases = list(suite)
    findings = json.loads(show(run, here, "json"))["findings"]
    failed = [
        case
        for case in cases
        if any(isinstance(result, junitparser.Failure) for result in case.result)
    ]
    assert len(cases) == suite.tests == len(findings)
    assert (
        len(failed) == suite.failures == sum(finding["severity"] != "info" for finding in findings)
    )


def test_junit_of_a_clean_and_an_unreadable_draft(run, draft, tmp_path):
    clean = draft("Water is wet.")
    (tmp_path / "broken.docx").write_bytes(b"no zip \x00")
    out = run("check", "--output-format", "junit", str(clean), str(tmp_path / "broken.docx"))[1]
    xml = junitparser.JUnitXml.fromstring(out.encode())
    results = [result for suite in xml for case in suite for result in case.result]
    assert any(isinstance(item, (junitparser.Error, junitparser.Failure)) for item in results)
    assert sum(suite.tests for suite in xml) == xml.tests


def test_json_lines_are_the_findings_of_json(here, run):
    lines = show(run, here, "json-lines").splitlines()
    assert [json.loads(line) for line in lines] == json.loads(show(run, here, "json"))["findings"]


def test_no_character_ends_a_json_line_early(draft, run):
    path = draft("Value \u2028\x85\u2029 is .5 here.", name="a\u2028b.tex")
    out = run("check", "--isolated", "--output-format", "json-lines", str(path))[1]
    lines = [json.loads(line) for line in out.splitlines()]
    assert lines and all(line["path"].endswith("a\u2028b.tex") for line in lines)


def test_grouped_names_each_file_once(here, run):
    out = show(run, here, "grouped")
    assert out.count("paper.tex") == 1
    assert re.search(r"^ +\d+:14 UNT005 ", out, re.MULTILINE)


MANY = (
    "\n\n".join(f"Value {number} is .{number} here." for number in range(11, 41))
    + "\n\nAt the the end."
)


def test_github_annotates_ten_of_a_level_and_logs_the_rest(draft, run, tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    path = draft(MANY)
    out = run("check", "--isolated", "--no-group", "--output-format", "github", path)[1]
    annotations = re.findall(r"^::(error|warning|notice) title=(\w+)", out, re.MULTILINE)
    for level in ("error", "warning", "notice"):
        assert sum(severity == level for severity, _ in annotations) <= 10
    assert ("warning", "UNT005") in annotations
    assert any(code == "TXT013" for _, code in annotations), "each rule has an annotation"
    total = len(
        json.loads(run("check", "--isolated", "--no-group", "--output-format", "json", path)[1])[
            "findings"
        ]
    )
    plain = [line for line in out.splitlines() if not line.startswith("::")]
    assert len(plain) + len(annotations) - 1 == total  # one notice has the counts
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert summary.count("| UNT005 number-leading-zero |") == 30


def test_the_summary_escapes_markdown(draft, run, tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    run(
        "check",
        "--isolated",
        "--output-format",
        "github",
        draft("See Section~\\ref{a|b<b>*c*}."),
    )
    rows = (tmp_path / "summary.md").read_text(encoding="utf-8").splitlines()
    table = [row for row in rows if row.startswith("|")]
    assert any(r"a\|b" in row for row in table)
    for row in table:
        assert len(re.findall(r"(?<!\\)\|", row)) == 5
        assert "<b>" not in row


def test_the_environment_chooses_the_format(here, run, monkeypatch):
    monkeypatch.setenv("IEEELINT_OUTPUT_FORMAT", "json")
    assert json.loads(run("check", here)[1])["findings"]
    assert run("check", "--output-format", "concise", here)[1].startswith("paper.tex:")
    monkeypatch.setenv("IEEELINT_OUTPUT_FORMAT", "jason")
    status, _, err = run("check", here)
    assert status == 2
    assert "IEEELINT_OUTPUT_FORMAT" in err and 'did you mean "json"?' in err
