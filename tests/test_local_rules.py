"""Local rules: loaded from the settings, tested with their examples, separate from other rules."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent


def example_of(page: str) -> str:
    """The complete rule on a page of the documentation, with the code of a local rule."""
    blocks = re.findall(r"```python\n(.*?)```", (TOP / page).read_text(encoding="utf-8"), re.DOTALL)
    block = next(block for block in blocks if "@rule" in block)
    return re.sub(r'"[A-Z]{3}(\d{3})"', r'"HSE\1"', block)


GOOD = '''"""House rules of the Flow Symposium."""

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.rules import WARNING, rule


@rule(
    "HSE001",
    "house-very",
    WARNING,
    "House style, item 4",
    bad=["The pipe is ⟦very⟧ long."],
    good=["The pipe is long."],
    fixes=[("A very long pipe.", "A long pipe.")],
    english=True,
)
def no_very(context):
    """Do not write "very"."""
    text = context.paper.text
    for start in context.index.places("very"):
        span = text.span(start, start + 4)
        fix = None
        if text.plain[start : start + 5] == "very ":
            fix = Fix(Edit(text.span(start, start + 5), ""))
        yield Finding(span, 'Delete "very".', fix)
'''
DRAFT = (
    "\\documentclass[conference]{IEEEtran}\n\\begin{document}\nA very long pipe.\n"
    "The ratio is .25 here.\n\\end{document}\n"
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a draft and settings that name house_rules.py, which the function writes."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paper.tex").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "ieeelint.toml").write_text(
        '[rules]\nlocal = ["house_rules.py"]\n', encoding="utf-8"
    )

    def write(text: str = GOOD, name: str = "house_rules.py") -> None:
        (tmp_path / name).write_text(text, encoding="utf-8")

    return write


def findings(run, *words: str) -> list[tuple[str, str, int]]:
    _, out, err = run("check", "--output-format", "json", "paper.tex", *words)
    assert not err
    return [(item["code"], item["path"], item["line"]) for item in json.loads(out)["findings"]]


def test_a_local_rule_reports_like_any_other(folder, run):
    folder()
    assert ("HSE001", "paper.tex", 3) in findings(run)
    assert findings(run, "--select", "HSE") == [("HSE001", "paper.tex", 3)]
    assert findings(run, "--select", "house-very") == [("HSE001", "paper.tex", 3)]
    assert ("HSE001", "paper.tex", 3) not in findings(run, "--ignore", "HSE001")


def test_a_local_fix_is_applied(folder, run, tmp_path):
    folder()
    run("check", "--select", "HSE", "--fix", "paper.tex")
    assert "A long pipe." in (tmp_path / "paper.tex").read_text(encoding="utf-8")


def test_a_comment_suppresses_a_local_rule(folder, run, tmp_path):
    folder()
    text = DRAFT.replace("pipe.", "pipe. % ieeelint: ignore[HSE001] emphasis")
    (tmp_path / "paper.tex").write_text(text, encoding="utf-8")
    assert not {"HSE001", "SRC004", "SRC005"} & {code for code, _, _ in findings(run)}


def test_isolated_runs_no_local_rule(folder, run):
    folder("raise SystemExit('this must not run')")
    assert not [code for code, _, _ in findings(run, "--isolated") if code.startswith("HSE")]


def test_untrusted_settings_run_no_code_and_may_name_local_rules(folder, tmp_path):
    from ieeelint.checking import check_paths
    from ieeelint.settings_files import load

    folder("raise SystemExit('this must not run')")
    (tmp_path / "ieeelint.toml").write_text(
        'extend-select = ["HSE001"]\n[rules]\nlocal = ["house_rules.py"]\n', encoding="utf-8"
    )
    text = DRAFT.replace("pipe.", "pipe. % ieeelint: ignore[HSE001] emphasis")
    (tmp_path / "paper.tex").write_text(text, encoding="utf-8")
    report = check_paths(["paper.tex"], lambda path: load(path, trusted=False))
    assert not [item.message for item in report.findings if item.code.startswith("SRC")]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("def f(:\n", 1, "Python cannot read this line"),
        ("x = 1\nraise ValueError('no')\n", 2, "ValueError: no"),
        ("import not_a_module_of_anybody\n", 1, "ModuleNotFoundError"),
        (GOOD.replace('"""Do not write "very"."""', ""), 7, "lacks a docstring or examples"),
        (GOOD.replace("HSE001", "FIG001"), 7, "FIG001 is defined twice"),
        (GOOD.replace("HSE001", "house1"), 7, '"house1" is not a code'),
        ("VALUE = 1\n", 1, "registers no rule"),
    ],
)
def test_a_broken_file_is_reported_with_its_line_and_other_rules_run(
    folder, run, text, line, words
):
    folder(text)
    status, out, err = run(
        "check", "--output-format", "json", "paper.tex", "--extend-select", "HSE"
    )
    report = json.loads(out)["findings"]
    (broken,) = [item for item in report if item["code"] == "SRC006"]
    assert (broken["path"], broken["line"]) == ("house_rules.py", line)
    assert words in broken["message"]
    assert status == 1 and not err
    assert {item["code"] for item in report} > {"SRC006"}  # all other rules have run


def test_a_missing_file_is_reported(folder, run):
    status, out, _ = run("check", "--output-format", "concise", "paper.tex")
    assert (
        status == 1 and "house_rules.py" in out and "The file cannot be read: No such file" in out
    )


def test_two_files_cannot_define_one_code(folder, run, tmp_path):
    folder()
    folder(name="more.py")
    (tmp_path / "ieeelint.toml").write_text(
        '[rules]\nlocal = ["house_rules.py", "more.py"]\n', encoding="utf-8"
    )
    reported = findings(run)
    assert ("SRC006", "more.py", 7) in reported and ("HSE001", "paper.tex", 3) in reported


def test_two_rules_of_one_code_in_a_file_are_refused(folder, run):
    again = GOOD[GOOD.index("@rule(") :]
    folder(GOOD + "\n\n" + again)
    _, out, _ = run("check", "--output-format", "concise", "paper.tex")
    assert "SRC006" in out and "HSE001 is defined twice" in out


def test_the_name_of_another_rule_is_refused(folder, run):
    folder(GOOD.replace("house-very", "fig-cited"))
    _, out, _ = run("check", "--output-format", "concise", "paper.tex")
    assert "SRC006" in out and 'The name "fig-cited" belongs to FIG004' in out


def test_a_file_may_define_dataclasses(folder, run):
    header = "from __future__ import annotations\nfrom dataclasses import dataclass\n"
    folder(header + GOOD.split('"""', 2)[2] + "\n\n@dataclass\nclass Word:\n    text: str\n")
    assert ("HSE001", "paper.tex", 3) in findings(run)


def test_a_file_that_exits_is_reported(folder, run):
    folder("import sys\nsys.exit(0)\n")
    status, out, _ = run("check", "--output-format", "concise", "paper.tex")
    assert status == 1 and "SystemExit: 0" in out and "UNT005" in out


def test_a_file_runs_once_for_many_drafts(folder, run, tmp_path):
    folder("open('runs', 'a').write('x')\n" + GOOD.split('"""', 2)[2])
    for name in ("b.tex", "c.tex"):
        (tmp_path / name).write_text(DRAFT, encoding="utf-8")
    _, out, _ = run("check", "--output-format", "concise", "--select", "HSE", ".")
    assert out.count("HSE001") == 3
    assert (tmp_path / "runs").read_text() == "x"


@pytest.mark.parametrize("yielded", ["None", "'very'", "Finding(None, 'x')", "Finding(span, 3)"])
def test_a_rule_that_yields_anything_else_is_reported(folder, run, yielded):
    start = GOOD.index("        yield Finding(")
    folder(GOOD[:start] + f"        yield {yielded}\n")
    _, out, _ = run("check", "--output-format", "concise", "paper.tex")
    assert "SRC003" in out and "is left out" in out and "UNT005" in out


def test_a_rule_that_exits_is_reported(folder, run):
    folder(GOOD.replace("        span = ", "        raise SystemExit(0)\n        span = "))
    _, out, _ = run("check", "--output-format", "concise", "paper.tex")
    assert "SRC003" in out and "UNT005" in out


def test_a_rule_that_fails_names_its_file_and_the_others_run(folder, run):
    folder(GOOD.replace('"very"):', '"very"):\n        raise KeyError("oops")'))
    _, out, _ = run("check", "--output-format", "json", "paper.tex")
    report = json.loads(out)["findings"]
    (failed,) = [item for item in report if item["code"] == "SRC003"]
    assert "KeyError: 'oops' at house_rules.py:" in failed["message"]
    assert "bug of the local rule in house_rules.py" in failed["message"]
    assert len(report) > 1


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('[rules]\nlocal = "house_rules.py"\n', '"local" must be a list of files'),
        ('[rules]\nlocals = ["house_rules.py"]\n', 'unknown key "locals"'),
        ('rules = ["house_rules.py"]\n', '"rules" must be a table'),
    ],
)
def test_mistakes_in_the_settings_are_explained(folder, run, tmp_path, settings, words):
    folder()
    (tmp_path / "ieeelint.toml").write_text(settings, encoding="utf-8")
    status, _, err = run("check", "paper.tex")
    assert status == 2 and words in err


# -- test-rules ---------------------------------------------------------------------------------


def test_correct_examples_pass(folder, run):
    folder()
    for words in ((), ("house_rules.py",)):
        status, out, err = run("test-rules", *words)
        assert (status, err) == (0, "")
        assert out == "HSE001 house-very (house_rules.py): 3 examples passed\n"


EXAMPLES = (("docs/local-rules.md", "HSE001"), ("CONTRIBUTING.md", "HSE019"))


@pytest.mark.parametrize(("page", "code"), EXAMPLES)
def test_the_rule_on_a_page_of_the_documentation_passes_its_examples(folder, run, page, code):
    folder(example_of(page))
    status, out, err = run("test-rules")
    assert (status, err) == (0, "") and out.startswith(code) and out.endswith("passed\n")


@pytest.mark.parametrize(("page", "code"), EXAMPLES)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The pipe is very long.", "The pipe is long."),
        ("It is very, very long.", "It is very, very long."),
        ("It is long, very long.", "It is long, very long."),
        ("It is a very old pipe.", "It is a very old pipe."),
        ("Very old pipes leak.", "Very old pipes leak."),
        ("It is very\\cite{lima} long, and very", "It is very\\cite{lima} long, and very"),
        ("It is \\emph{very} long.", "It is \\emph{very} long."),
    ],
)
def test_the_fix_of_such_a_rule_deletes_nothing_else(
    folder, run, tmp_path, page, code, before, after
):
    folder(example_of(page))
    path = tmp_path / "paper.tex"
    path.write_text(DRAFT.replace("A very long pipe.", before), encoding="utf-8")
    run("check", "--select", code, "--fix", "--unsafe-fixes", str(path))
    assert path.read_text(encoding="utf-8") == DRAFT.replace("A very long pipe.", after)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('["The pipe is ⟦very⟧ long', '["The pipe is long', "bad example 1: reports nothing"),
        (
            '["The pipe is ⟦very⟧ long',
            '["The pipe ⟦is⟧ very long',
            'bad example 1: reports "very", not the marked',
        ),
        ('good=["The pipe', 'good=["The very pipe', "good example 1: reports a finding"),
        ('"A long pipe."', '"A pipe."', 'fix 1: expected "A pipe.", got "A long pipe."'),
        ("no_very(context):", "no_very(paper):", "bad example 1: HSE001 (house-very) failed"),
    ],
)
def test_wrong_examples_fail(folder, run, old, new, words):
    assert old in GOOD
    folder(GOOD.replace(old, new))
    status, out, _ = run("test-rules")
    assert status == 1 and "failed\n" in out and words in out


def test_a_broken_file_fails_the_test_run(folder, run):
    folder("x = \n")
    status, _, err = run("test-rules")
    assert status == 2 and "house_rules.py:1: " in err


def test_no_file_to_test_is_an_error(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    status, _, err = run("test-rules")
    assert status == 2 and '[rules] local = ["house_rules.py"]' in err
    status, _, err = run("test-rules", "none.py")
    assert status == 2 and "none.py" in err


def test_local_rules_are_listed_and_explained(folder, run):
    folder()
    assert "HSE001" in run("rules")[1]
    assert 'Do not write "very".' in run("rule", "HSE001")[1]


CHAIN = '''"""Two rules: the fix of the first leaves a finding of the second."""

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.rules import INFO, rule


def replaced(context, old, new):
    text = context.paper.text
    for start in context.index.places(old):
        span = text.span(start, start + len(old))
        yield Finding(span, f'Write "{new}".', Fix(Edit(span, new)))


@rule("HSE001", "house-one", INFO, "House style", bad=["⟦alpha⟧ ray."], good=["A ray."])
def one(context):
    """Write "beta"."""
    yield from replaced(context, "alpha", "beta")


@rule("HSE002", "house-two", INFO, "House style", bad=["⟦beta⟧ ray."], good=["A ray."])
def two(context):
    """Write "gamma"."""
    yield from replaced(context, "beta", "gamma")
'''


@pytest.mark.parametrize(("body", "later"), [("It is an alpha ray.", 1), ("It is a beta ray.", 0)])
def test_findings_that_a_fix_made_visible_are_counted(folder, run, tmp_path, body, later):
    folder(CHAIN)
    (tmp_path / "paper.tex").write_text(DRAFT.replace("A very long pipe.", body), encoding="utf-8")
    _, _, err = run("check", "--select", "HSE", "--fix-only", "paper.tex")
    words = f"paper.tex: {later} of the fixed findings appeared only after other fixes (HSE002)"
    assert (words in err) == bool(later)
