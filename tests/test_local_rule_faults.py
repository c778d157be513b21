"""Local rules that do the wrong thing: a clear report, and nothing else is lost."""

from __future__ import annotations

import json
import os

import pytest

HEAD = """import functools
from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Source, Span
from ieeelint.rules import WARNING, rule

"""
DECORATOR = '@rule("{code}", "{name}", WARNING, "House", bad=["very"], good=["long"])\n'
DRAFT = (
    "\\documentclass[conference]{IEEEtran}\n\\begin{document}\nA very long pipe.\n"
    "The ratio is .25 here.\n\\end{document}\n"
)


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A function that writes a file of local rules next to a draft and its settings."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paper.tex").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "ieeelint.toml").write_text('[rules]\nlocal = ["house.py"]\n', encoding="utf-8")

    def write(body: str, code: str = "HSE001", name: str = "house-very") -> None:
        decorator = DECORATOR.format(code=code, name=name)
        text = HEAD + body.replace("@RULE\n", decorator)
        (tmp_path / "house.py").write_text(text, encoding="utf-8")

    return write


def yielding(*findings: str) -> str:
    lines = "".join(f"    yield {finding}\n" for finding in findings)
    return f'@RULE\ndef check(context):\n    "Doc."\n    s = context.paper.text.span(0, 1)\n{lines}'


def reported(run, *words: str) -> list[dict]:
    _, out, _ = run("check", "--output-format", "json", "--select", "HSE,UNT", *words, "paper.tex")
    return json.loads(out)["findings"]


SPANS = [
    ("Span(s.source, '1', 2)", "not an integer"),
    ("Span(s.source, 1.0, 2.0)", "not an integer"),
    ("Span(s.source, True, 2)", "not an integer"),
    ("Span(s.source, 9, 2)", "ends before it starts"),
    ("Span(s.source, -1, 2)", "outside the file"),
    ("Span(s.source, 5, 99999)", "outside the file"),
    ("Span(Source('paper.tex', s.source.text), 0, 3)", "not in a file of this draft"),
    ("Span(None, 0, 3)", "not in a file of this draft"),
    ("'here'", "not a Span"),
]


@pytest.mark.parametrize(("span", "reason"), SPANS)
def test_a_finding_with_an_odd_span_is_left_out_alone(house, run, span, reason):
    house(yielding(f"Finding({span}, 'Odd.')", "Finding(s, 'Fine.')"))
    found = {item["code"]: item for item in reported(run)}
    assert set(found) == {"SRC003", "HSE001", "UNT005"}
    assert found["HSE001"]["message"] == "Fine."
    assert "HSE001" in found["SRC003"]["message"] and reason in found["SRC003"]["message"]
    assert "house.py" in found["SRC003"]["message"]


EDITS = [
    *((f"Edit({span}, '')", reason) for span, reason in SPANS),
    ("Edit(s, None)", "not a string"),
    ("Edit(s, 5)", "not a string"),
    ("Edit(s, 'a\\x01')", "control character"),
    ("Edit(s, '\\ud800')", "control character"),
    ("'replace it'", "something else than an Edit"),
    ("Edit(Span(s.source, 1, 4), 'a'), Edit(Span(s.source, 3, 6), 'b')", "overlap"),
]


@pytest.mark.parametrize(("edits", "reason"), EDITS)
def test_an_odd_edit_is_never_written(house, run, tmp_path, edits, reason):
    house(yielding(f"Finding(s, 'Odd.', Fix({edits}))", "Finding(s, 'Fine.')"))
    found = {item["code"]: item for item in reported(run)}
    assert set(found) == {"SRC003", "HSE001", "UNT005"}
    assert reason in found["SRC003"]["message"]
    run("check", "--select", "HSE", "--fix", "--unsafe-fixes", "paper.tex")
    assert (tmp_path / "paper.tex").read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize("condemned", ["5", "['x']", "[Span(s.source, 5, 99999)]", "[None]"])
def test_an_odd_condemned_span_is_reported(house, run, condemned):
    house(yielding(f"Finding(s, 'Odd.', condemned={condemned})"))
    assert {item["code"] for item in reported(run)} == {"SRC003", "UNT005"}


@pytest.mark.parametrize("message", ["''", "'  '", "'a\\nb'", "'a\\x07'", "None"])
def test_a_message_is_one_printable_line(house, run, message):
    house(yielding(f"Finding(s, {message})"))
    assert {item["code"] for item in reported(run)} == {"SRC003", "UNT005"}


def test_a_fix_that_the_encoding_of_the_file_lacks_is_refused(house, run, tmp_path):
    text = DRAFT.replace("pipe", "pi\xe8ce").encode("latin-1")
    (tmp_path / "paper.tex").write_bytes(text)
    house(yielding("Finding(s, 'Odd.', Fix(Edit(s, '\\u4e2d')))"))
    assert "character that cp1252 lacks" in reported(run)[0]["message"]
    run("check", "--select", "HSE", "--fix", "paper.tex")
    assert (tmp_path / "paper.tex").read_bytes() == text


def test_many_findings_of_one_fault_are_one_report(house, run):
    house(yielding(*["Finding(None, 'Odd.')"] * 50))
    assert [item["code"] for item in reported(run)].count("SRC003") == 1


UNPRINTABLE = """class Odd({base}):
    def __str__(self):
        raise ValueError("no")

"""


@pytest.mark.parametrize("base", ["Exception", "BaseException"])
def test_an_exception_without_a_message_is_reported(house, run, base):
    raising = UNPRINTABLE.format(base=base)
    house(raising + '@RULE\ndef check(context):\n    "Doc."\n    raise Odd\n')
    found = {item["code"]: item["message"] for item in reported(run)}
    assert "Odd (its message cannot be printed) at house.py:13" in found["SRC003"]
    assert "UNT005" in found
    house(raising + "raise Odd\n")
    found = {item["code"]: item for item in reported(run)}
    assert found["SRC006"]["line"] == 10 and "UNT005" in found


def test_partial_functions_and_objects_are_rules(house, run):
    function = 'def check(word, context):\n    "Do not write it."\n    yield Finding(' + (
        "context.paper.text.span(0, 1), word)\n"
    )
    decorator = DECORATOR.format(code="HSE001", name="house-very").strip("@\n")
    house(f"{function}{decorator}(functools.partial(check, 'No.'))\n")
    assert "No." in [item["message"] for item in reported(run)]
    assert "Do not write it." in run("rule", "HSE001")[1]
    method = function.replace("check(word,", "__call__(self,").replace(", word)", ", 'So.')")
    indented = "".join(f"    {line}\n" for line in method.splitlines())
    house(f"class Check:\n    'A class.'\n{indented}{decorator}(Check())\n")
    assert "So." in [item["message"] for item in reported(run)]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('bad=["very"]', 'bad="very"', '"bad" of HSE001 must be a list of strings'),
        ('good=["long"]', "good=[5]", '"good" of HSE001 must be a list of strings'),
        ('good=["long"]', 'good=["x"], fixes=["abc"]', '"fixes" of HSE001 must be a list of pairs'),
        ('good=["long"]', 'good=["x"], fixes=[("a",)]', '"fixes" of HSE001'),
        ('good=["long"]', 'good=["x"], fixes=[("a", 1)]', '"fixes" of HSE001'),
        ('good=["long"]', 'good=["x"], formats=5', '"formats" of HSE001'),
        ('good=["long"]', 'good=["x"], formats=("pdf",)', '"formats" of HSE001'),
        ('good=["long"]', 'good=["x"], reports="failed rule"', '"reports" is not for'),
        (", WARNING,", ', "bad",', "The severity of HSE001"),
        ('"House"', "None", "The source of HSE001"),
        ('"house-very"', '"House very"', '"House very" is not a name'),
        ('"house-very"', '"house_very"', '"house_very" is not a name'),
        ('"house-very"', '"all"', '"all" is not a name'),
        ('"house-very"', "7", '"7" is not a name'),
        ('"HSE001"', '"hse001"', '"hse001" is not a code'),
        ('"HSE001"', '"HOUSES001"', '"HOUSES001" is not a code'),
        ('"HSE001"', '"HS001"', '"HS001" is not a code'),
        ('"HSE001"', "17", '"17" is not a code'),
        ('"HSE001"', '"FIG901"', "FIG is a prefix of ieeelint"),
    ],
)
def test_a_wrong_declaration_is_explained(house, run, tmp_path, old, new, words):
    house(yielding("Finding(s, 'Fine.')"))
    path = tmp_path / "house.py"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    _, out, err = run("check", "--output-format", "concise", "paper.tex")
    assert f"house.py:6:1: SRC006 {words}" in out and "UNT005" in out and not err
    for command in (["test-rules"], ["rule", "HSE001"], ["rules"]):
        status, _, err = run(*command)
        assert status == 2 and words in err


@pytest.mark.parametrize("example", ["%! word\\nNo style.", "%! word\\n[Normal] A</b>."])
def test_an_example_that_is_no_draft_fails_alone(house, run, tmp_path, example):
    house(yielding("Finding(s, 'Fine.')"))
    path = tmp_path / "house.py"
    text = path.read_text(encoding="utf-8").replace('bad=["very"]', f'bad=["{example}", "very"]')
    path.write_text(text, encoding="utf-8")
    status, out, _ = run("test-rules")
    assert status == 1 and "bad example 1:" in out and "bad example 2" not in out


def test_what_a_local_rule_prints_does_not_disturb_the_output(house, run):
    house("print('loading')\n" + yielding("print('checking') or Finding(s, 'Fine.')"))
    for form in ("json", "sarif"):
        _, out, err = run("check", "--output-format", form, "paper.tex")
        json.loads(out)
        assert "checking" in err
    house("print('loading anew')\n" + yielding("Finding(s, 'Fine.')"))
    _, out, err = run("rules", "--format", "json")
    assert json.loads(out) and "loading anew" in err


def test_a_file_may_import_a_module_next_to_it(house, run, tmp_path):
    (tmp_path / "helpers.py").write_text("WORDS = 'One.'\n", encoding="utf-8")
    (tmp_path / "later.py").write_text("MORE = 'Two.'\n", encoding="utf-8")
    later = "(__import__('later').MORE)"
    house("import helpers\n" + yielding("Finding(s, helpers.WORDS)", f"Finding(s, {later})"))
    assert {"One.", "Two."} <= {item["message"] for item in reported(run)}
    assert not list(tmp_path.rglob("__pycache__"))
    (tmp_path / "helpers.py").write_text("WORDS = 'Changed.'\n", encoding="utf-8")
    assert "Changed." in {item["message"] for item in reported(run)}


def test_two_folders_may_have_modules_of_one_name(house, run, tmp_path, monkeypatch):
    for name in ("a", "b"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "helpers.py").write_text(f"WORDS = 'From {name}.'\n", encoding="utf-8")
        for file in ("paper.tex", "ieeelint.toml"):
            (folder / file).write_bytes((tmp_path / file).read_bytes())
        house("import helpers\n" + yielding("Finding(s, helpers.WORDS)"))
        os.replace(tmp_path / "house.py", folder / "house.py")
    _, out, _ = run("check", "--output-format", "concise", "--select", "HSE", "a", "b")
    assert out.count("HSE001 From a.") == 1 and out.count("HSE001 From b.") == 1
    _, out, _ = run("check", "--output-format", "sarif", "--select", "HSE", "a", "b")
    (sarif,) = json.loads(out)["runs"]
    assert [rule["id"] for rule in sarif["tool"]["driver"]["rules"]] == ["HSE001", "HSE001"]
    assert sorted(result["ruleIndex"] for result in sarif["results"]) == [0, 1]


def test_the_command_line_may_select_what_one_project_has(house, run, tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "paper.tex").write_bytes((tmp_path / "paper.tex").read_bytes())
    house(yielding("Finding(s, 'Fine.')"))
    for file in ("house.py", "ieeelint.toml"):
        os.replace(tmp_path / file, tmp_path / "a" / file)
    for selector in ("HSE", "house-very"):
        status, out, err = run(
            "check", "--output-format", "concise", "--select", selector, "a", "b"
        )
        assert (status, err) == (1, "")
        assert out.count("HSE001") == 1 and os.path.join("a", "paper.tex") in out
    status, _, err = run("check", "--select", "HSX", "a", "b")
    assert status == 2 and 'unknown rule "HSX"' in err
    (tmp_path / "b" / "ieeelint.toml").write_text('select = ["HSE"]\n', encoding="utf-8")
    status, _, err = run("check", "a", "b")  # a file must name rules of its own project
    assert status == 2 and 'unknown rule "HSE"' in err


@pytest.mark.parametrize(
    ("selector", "is_reported"),
    [
        ("HSE001", False),
        ("HSE", False),
        ("HOUSE001", False),
        ("house-very", False),
        ("fluent", False),
        ("ABSX001", False),
        ("fig-old", False),
        ("fig999", True),
        ("FIG999", True),
        ("HSE0001", True),
        ("Very odd", True),
    ],
)
def test_isolated_comments_may_name_local_rules(house, run, tmp_path, selector, is_reported):
    text = DRAFT.replace("pipe.", f"pipe. % ieeelint: ignore[{selector}] emphasis")
    (tmp_path / "paper.tex").write_text(text, encoding="utf-8")
    _, out, _ = run("check", "--isolated", "--output-format", "concise", "paper.tex")
    assert ("SRC005" in out) is is_reported
    assert run("check", "--isolated", "--select", selector, "paper.tex")[0] == 2


def test_a_comment_without_brackets_keeps_a_long_code(house, run, tmp_path):
    text = DRAFT.replace("pipe.", "pipe. % ieeelint: ignore HOUSE001 see NOTE")
    (tmp_path / "paper.tex").write_text(text, encoding="utf-8")
    _, out, _ = run("check", "--isolated", "--output-format", "concise", "paper.tex")
    assert '"% ieeelint: ignore[HOUSE001] reason"' in out


def test_codes_have_three_to_five_letters(house, run):
    for code in ("ABC001", "HOUSE123"):
        house(yielding("Finding(s, 'Fine.')"), code=code)
        _, out, _ = run("check", "--output-format", "concise", "--select", code, "paper.tex")
        assert out == f"paper.tex:3:1: {code} Fine.\n"
        assert code in run("rule", code.lower())[1]


def test_broken_local_rules_can_be_ignored(house, run):
    house("raise ValueError\n")
    assert "SRC006" in {item["code"] for item in reported(run)}
    assert "SRC006" not in {item["code"] for item in reported(run, "--ignore", "SRC006")}


def test_a_local_rule_has_no_page(house, run):
    house(yielding("Finding(s, 'Fine.')"))
    urls = {item["code"]: item["url"] for item in reported(run)}
    assert urls == {"HSE001": None, "UNT005": "docs/rules/UNT005.md"}
