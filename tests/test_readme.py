"""README.md and the documentation agree with the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
README = (TOP / "README.md").read_text(encoding="utf-8")


def blocks(language: str, text: str = README) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def page(name: str) -> str:
    return (TOP / "docs" / name).read_text(encoding="utf-8")


def test_the_sample_output_is_real(run, monkeypatch):
    monkeypatch.chdir(TOP)
    status, out, _ = run("check", "tests/papers/sample/paper.tex")
    assert status == 1
    for paragraph in blocks("text")[0].strip().split("\n\n"):
        assert paragraph == "…" or paragraph in out


def test_commands_exist(run):
    for line in "".join(blocks("sh")).splitlines():
        for words in re.findall(r"(?:^|/|&& )ieeelint ([\w-]+)", line):
            assert run(words, "--help")[0] == 0


def test_the_settings_and_comments_of_the_readme_work(draft, run, tmp_path):
    path = draft(blocks("latex")[0] + "\nThe QTRM is fast. The QTRM is small.")
    (tmp_path / "ieeelint.toml").write_text(blocks("toml")[0], encoding="utf-8")
    status, out, _ = run("check", path)
    assert status == 0, out


def test_the_vocabulary_of_the_settings_page_works(draft, run, tmp_path):
    text = "The LED is red. The LED is small. The QPU is fast. The QPU is new."
    path = draft(text + " It is 5 gals wide.")
    (tmp_path / "ieeelint.toml").write_text(blocks("toml", page("settings.md"))[0], "utf-8")
    words = ("check", "--select", "ABR001", "--output-format", "concise", path)
    _, out, _ = run(*words, "--isolated")
    assert "QPU" in out and "LED" not in out
    _, out, _ = run(*words)
    assert "LED" in out and "QPU" not in out


def test_the_ci_page_shows_valid_yaml_and_the_image_of_the_template():
    yaml = pytest.importorskip("yaml")
    examples = [yaml.safe_load(block) for block in blocks("yaml", page("ci.md"))]
    image = next(example["ieeelint"]["image"] for example in examples if "ieeelint" in example)
    assert "slim" not in image  # it has no git, which pip needs
    template = (TOP / "templates/ci/gitlab-ci.yml.j2").read_text(encoding="utf-8")
    assert yaml.safe_load(template)["ieeelint"]["image"] == image


def test_no_page_names_a_tag_or_a_package_that_does_not_exist():
    paths = [TOP / "README.md", TOP / "CONTRIBUTING.md", *(TOP / "docs").glob("*.md")]
    paths += [*(TOP / "docs/tutorials").glob("*.md"), *(TOP / "templates/ci").iterdir()]
    paths += [*(TOP / "ieeelint").rglob("*.py"), TOP / "CHANGELOG.md", TOP / "web/README.md"]
    paths += (TOP / "editors/vscode").glob("*.md")
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"@v0\.|rev: v\d|pip\w* install [\"']?ieeelint\b|\[ieeelint\]$", text, re.M
        ), path


def test_ci_runs_the_test_command_of_the_readme():
    command = blocks("sh")[1].strip()
    assert (TOP / ".ci/run").read_text(encoding="utf-8").rstrip().endswith(command)


def test_every_setting_is_documented():
    from ieeelint.settings import KEYS

    text = page("settings.md")
    for key, (_, _, words) in KEYS.items():
        row = next(line for line in text.splitlines() if line.startswith(f"| `{key}` |"))
        assert words.rstrip(".") in row
