"""The patterns of .gitignore files, compared with git itself."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from ieeelint.readers.folders import walk
from ieeelint.readers.ignored import Ignored

FOLDERS = (
    "out", "a", "a/out", "a/out2", "a/b", "a/b/c", "out put", "a/x.tmp", "#x", "!y", "Output",
    "drafts", "drafts/old", "drafts/new", "v1", "v2", "vz", "a/b/deep", "a/b/deep/out", "q*",
)  # fmt: skip
PATTERNS = (
    "out", "out/", "/out", "a/out", "/a/out/", "o?t", "out*", "*.tmp", "**/c", "a/**", "a/**/c",
    "a/**/deep", "\\#x", "\\!y", "out\\ put", "out put", "v[12]", "v[!12]", "v[1-9]",
    "drafts/*\n!drafts/new",
    "# out", "   ", "out  ", "*\n!a", "**/b/c", "b/", "q\\*", "/", "a/b\n!a/b", "[", "v[a-z]",
)  # fmt: skip


@pytest.mark.skipif(shutil.which("git") is None, reason="compares with git")
@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_same_folders_are_ignored_as_by_git(tmp_path, pattern):
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text(f"{pattern}\n", encoding="utf-8")
    for name in FOLDERS:
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / name / "x").write_text("")
    ignored = Ignored(str(tmp_path))
    for name in FOLDERS:
        command = ["git", "-C", str(tmp_path), "check-ignore", "-q", "--no-index", name]
        by_git = subprocess.run(command).returncode == 0
        parts = Path(name).parts  # git does not look into an ignored folder, and neither does walk
        ours = any(
            ignored.is_ignored(str(tmp_path.joinpath(*parts[: end + 1])))
            for end in range(len(parts))
        )
        assert ours is by_git, name


def test_ignored_folders_with_documents_are_passed_over_and_named(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "papers/mine/out").mkdir(parents=True)
    (tmp_path / "papers/mine/kept").mkdir()
    draft = "\\documentclass{IEEEtran}\\begin{document}x\\end{document}"
    for name in ("out", "kept"):
        (tmp_path / "papers/mine" / name / "paper.tex").write_text(draft)
    (tmp_path / ".gitignore").write_text("out/\n")
    (tmp_path / "papers/mine/.gitignore").write_text("# nothing\n")
    found = walk(str(tmp_path / "papers/mine"))
    assert found.drafts == [str(tmp_path / "papers/mine/kept/paper.tex")]
    assert found.passed_over == [str(tmp_path / "papers/mine/out")]
    assert len(walk(str(tmp_path / "papers/mine/out")).drafts) == 1  # named by the user
    (tmp_path / "papers/mine/.gitignore").write_text("!out/\n")  # the nearest file decides
    assert len(walk(str(tmp_path / "papers/mine")).drafts) == 2
    (tmp_path / ".git").rmdir()  # no repository: the file above is not about this folder
    (tmp_path / "papers/mine/.gitignore").write_text("")
    assert len(walk(str(tmp_path / "papers/mine")).drafts) == 2
