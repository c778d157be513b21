"""``ieeelint init``: starters compile, and each of their placeholders is reported; CI files match
their schemas.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ieeelint import check
from ieeelint.paper.zones import CELL, HEADING
from ieeelint.readers import read
from ieeelint.settings import Settings
from ieeelint.starters.word import document

TOP = Path(__file__).resolve().parent.parent


@pytest.mark.thorough
@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("kind", ["conference", "journal"])
def test_latex_starters_compile_and_are_right_except_for_placeholders(run, tmp_path, kind, paper):
    status, out, err = run("init", str(tmp_path / "new"), "--kind", kind, "--paper", paper)
    assert (status, err) == (0, "")
    status, out, _ = run("check", "--ignore", "TPL", str(tmp_path / "new"))
    assert status == 0 and out.endswith("No findings.\n"), out
    for command in (["pdflatex"], ["bibtex"], ["pdflatex"], ["pdflatex"]):
        words = ["-interaction=nonstopmode", "-halt-on-error"] if command == ["pdflatex"] else []
        done = subprocess.run(
            [*command, *words, "paper"],
            cwd=tmp_path / "new",
            capture_output=True,
            text=True,
            errors="replace",
        )
        assert done.returncode == 0, done.stdout[-2000:]
    log = (tmp_path / "new/paper.log").read_text(encoding="latin-1")
    assert not re.search(r"Warning|Overfull", log)
    size = subprocess.run(
        ["pdfinfo", tmp_path / "new/paper.pdf"], capture_output=True, text=True, check=True
    )
    assert ("A4" in size.stdout) is (paper == "a4")


@pytest.mark.parametrize("authors", ["1", "2", "6"])
@pytest.mark.parametrize("kind", ["conference", "journal"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_word_starter_is_right_except_for_placeholders(run, tmp_path, paper, kind, authors):
    path = str(tmp_path / "draft.docx")
    words = ["--paper", paper, "--kind", kind, "--authors", authors]
    assert run("init", path, *words)[0] == 0
    assert os.listdir(tmp_path) == ["draft.docx"]
    status, out, _ = run("check", "--ignore", "TPL", path)
    assert status == 0 and out.endswith("No findings.\n"), out


# The words of a starter that an author may keep.
KEPT = (HEADING, CELL)
KEPT_LINES = ("Porto, Portugal",)


@pytest.mark.parametrize("stage", ["draft", "camera-ready"])
@pytest.mark.parametrize(
    "words",
    [
        ["paper.tex"],
        ["paper.tex", "--kind", "journal"],
        ["paper.docx"],
        ["paper.docx", "--kind", "journal"],
        ["paper.docx", "--authors", "6"],
        ["paper.tex", "--authors", "6"],
    ],
)
def test_every_placeholder_of_a_starter_is_reported(run, tmp_path, monkeypatch, words, stage):
    monkeypatch.chdir(tmp_path)
    assert run("init", *words)[0] == 0
    report = check(words[0], Settings(stage=stage))
    assert {finding.code[:3] for finding in report.findings} == {"TPL"}
    assert {finding.severity for finding in report.findings} == {"error"}
    spans = [finding.span for finding in report.findings]
    for passage in read(words[0]).paper.passages:
        if passage.zone not in KEPT and passage.plain.strip() not in KEPT_LINES:
            assert any(
                span.source.path == passage.span.source.path
                and passage.span.start <= span.start < passage.span.end
                for span in spans
            ), passage
    if words[0] == "paper.tex":
        titles = [span.text for span in spans if span.source.path == "references.bib"]
        assert len(titles) == 2 and all("placeholder" in title.lower() for title in titles)


@pytest.mark.parametrize("name", ["paper.tex", "paper.docx"])
def test_the_words_of_an_author_are_not_placeholders(run, tmp_path, monkeypatch, name):
    """A paper about writing, with words of the starters in other sentences."""
    text = (
        "We explain what a good introduction is about and why it matters. The limits within which"
        " it holds are those of the study. This work was supported in part by the agency of our"
        " country. Each item is a full sentence, and each figure has a title in title case."
    )
    monkeypatch.chdir(tmp_path)
    if name == "paper.docx":
        (tmp_path / name).write_bytes(document(f"[heading 1] Advice\n[Body Text] {text}"))
    else:
        source = f"\\documentclass{{IEEEtran}}\n\\begin{{document}}\n{text}\n\\end{{document}}\n"
        (tmp_path / name).write_text(source, encoding="utf-8")
    assert not check(name, Settings(select=["TPL"])).findings


def test_no_file_is_replaced_without_force(run, tmp_path):
    (tmp_path / "latexmkrc").write_text("mine", encoding="utf-8")
    status, _, err = run("init", str(tmp_path))
    assert status == 2 and "latexmkrc already exists" in err
    assert os.listdir(tmp_path) == ["latexmkrc"]
    assert run("init", str(tmp_path), "--force")[0] == 0
    assert (tmp_path / "latexmkrc").read_text(encoding="utf-8") != "mine"


def test_files_for_an_existing_paper(run, tmp_path):
    status, out, _ = run("init", str(tmp_path), "--format", "none", "--ci", "github,make")
    assert status == 0
    *written, note = out.splitlines()
    workflow = tmp_path / ".github/workflows/ieeelint.yml"
    assert note == f"Fill in OWNER and COMMIT in {workflow}."
    assert "OWNER/ieeelint@COMMIT" in workflow.read_text(encoding="utf-8")
    assert {line.rsplit(":", 1)[0] for line in written} == {
        str(tmp_path / name)
        for name in ("ieeelint.toml", ".github/workflows/ieeelint.yml", "Makefile")
    }


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--ci", "gitlap"], 'did you mean "gitlab"?'),
        (["paper.odt"], "must be a folder or end in .tex or .docx"),
        (["paper.docx", "--format", "latex"], "does not match --format latex"),
        (["--authors", "0"], "--authors must be a number from 1 to 12"),
        (["paper.docx", "--authors", "many"], "--authors must be a number from 1 to 12"),
    ],
)
def test_wrong_arguments_are_reported(run, tmp_path, monkeypatch, words, message):
    monkeypatch.chdir(tmp_path)
    status, _, err = run("init", *words)
    assert status == 2 and message in err
    assert not os.listdir(tmp_path)


def test_a_folder_that_cannot_be_created_is_reported(run, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    status, _, err = run("init", str(tmp_path / "file/sub"))
    assert status == 2 and "cannot be" in err


SCHEMAS = [
    (".github/workflows/ieeelint.yml", "github-workflows"),
    (".gitlab-ci.yml", "gitlab-ci"),
]


@pytest.mark.thorough
@pytest.mark.parametrize(("name", "schema"), SCHEMAS)
def test_ci_files_match_their_schemas(run, tmp_path, name, schema):
    run("init", str(tmp_path), "--format", "none", "--ci", "github,gitlab,pre-commit,make")
    validate(schema, tmp_path / name)


@pytest.mark.thorough
def test_the_action_matches_its_schema():
    validate("github-actions", TOP / "action.yml")


def validate(schema: str, path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            f"vendor.{schema}",
            str(path),
        ],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


def action_step(number: int) -> str:
    """A script of the action: 1 installs, 2 checks."""
    text = (TOP / "action.yml").read_text(encoding="utf-8")
    script = text.split("run: |\n")[number].split("    - name:")[0]
    return "\n".join(line.removeprefix("        ") for line in script.splitlines())


@pytest.mark.thorough
@pytest.mark.parametrize("folder", ["bin", "Scripts"])
def test_the_action_finds_the_programs_on_every_system(tmp_path, folder):
    tools = tmp_path / "tools"
    tools.mkdir()
    # in place of Python: "-m venv FOLDER" makes the folders, the Python there notes its words
    (tools / "python").write_text(
        f'#!/bin/sh\nmkdir -p "$3/{folder}"\n'
        f'printf "#!/bin/sh\\necho \\$* > {tmp_path}/words\\n" > "$3/{folder}/python"\n'
        f'chmod +x "$3/{folder}/python"\n',
        encoding="utf-8",
    )
    (tools / "python").chmod(0o755)
    environment = os.environ | {
        "PATH": f"{tools}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_ACTION_PATH": "/the/action",
        "GITHUB_ENV": str(tmp_path / "environment"),
    }
    script = ["bash", "-eo", "pipefail", "-c", action_step(1)]
    done = subprocess.run(script, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "words").read_text() == "-m pip install --quiet /the/action\n"
    program = tmp_path / "ieeelint" / folder / "ieeelint"
    assert (tmp_path / "environment").read_text() == f"IEEELINT={program}\n"


@pytest.mark.thorough
def test_the_action_checks_and_annotates(tmp_path, draft):
    path = draft("It is .25 here.")
    program = tmp_path / "ieeelint"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH={TOP} exec {sys.executable} -m ieeelint "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    sarif = tmp_path / "my report.sarif"
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", action_step(2)],
        env=os.environ
        | {
            "IEEELINT": str(program),
            "PATHS": path,
            "ARGS": "--select=UNT\n--isolated",
            "SARIF": str(sarif),
        },
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stdout.startswith("::warning title=UNT005")
    assert '"UNT005"' in sarif.read_text(encoding="utf-8")


@pytest.mark.thorough
def test_the_makefile_has_the_targets(run, tmp_path):
    run("init", str(tmp_path), "--ci", "make")
    shown = subprocess.run(
        ["make", "-n", "check", "fix"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert shown.stdout == 'ieeelint check "paper.tex"\nieeelint check --fix "paper.tex"\n'


@pytest.mark.parametrize(
    ("name", "signs"), [("a%b.tex", "%"), ("a{b}.tex", "{ }"), ('a"b', '"'), ("a\nb.docx", "'\\n'")]
)
def test_a_name_that_latex_cannot_read_is_refused(run, tmp_path, monkeypatch, name, signs):
    monkeypatch.chdir(tmp_path)
    status, _, err = run("init", name)
    assert status == 2 and f"in a file name: {signs};" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [".tex", ".docx"])
def test_an_extension_alone_is_no_name(run, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    status, _, err = run("init", name)
    assert status == 2 and f"write paper{name}" in err
    assert list(tmp_path.iterdir()) == []


def test_the_command_for_a_name_with_spaces_can_be_copied(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my paper").mkdir()
    (tmp_path / "my paper" / "notes.txt").write_text("mine", encoding="utf-8")
    _, out, _ = run("init", "my paper")
    assert "ieeelint check 'my paper/paper.tex'" in out.replace("\\", "/")
    assert (tmp_path / "my paper" / "notes.txt").read_text(encoding="utf-8") == "mine"
