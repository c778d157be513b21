"""README.md and the documentation agree with the program."""

from __future__ import annotations

import re
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
README = (TOP / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


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


def test_no_page_names_a_tag_or_a_package_that_does_not_exist():
    pages = [TOP / "README.md", TOP / "CONTRIBUTING.md", *(TOP / "docs").glob("*.md")]
    pages += (TOP / "templates/ci").iterdir()
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"@v0\.|rev: v\d|pip install ieeelint\b|\[ieeelint\]$", text, re.M), (
            page
        )


def test_ci_runs_the_test_command_of_the_readme():
    command = blocks("sh")[1].strip()
    assert (TOP / ".ci/run").read_text(encoding="utf-8").rstrip().endswith(command)


def test_every_setting_is_documented():
    from ieeelint.settings import KEYS

    page = (TOP / "docs/settings.md").read_text(encoding="utf-8")
    for key, (_, _, words) in KEYS.items():
        row = next(line for line in page.splitlines() if line.startswith(f"| `{key}` |"))
        assert words.rstrip(".") in row
