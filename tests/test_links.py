"""Every relative link in a Markdown file has an existing target and heading."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

TOP = Path(__file__).resolve().parent.parent
HIDDEN = re.compile(r"^(?:\.(?!github)|node_modules$|dist$|build$|venv$)")
FENCE = re.compile(r"^ {0,3}(```+|~~~+).*?^ {0,3}\1[`~]*$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(?<!`)(`+)(?!`)(?:.*?[^`])?\1(?!`)", re.DOTALL)
LINK = re.compile(r"\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?([^()\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
REFERENCE = re.compile(r"^ {0,3}\[[^\]]+\]:\s*(\S+)", re.MULTILINE)
HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.+?)(?:\s+#+)?\s*$", re.MULTILINE)


def pages() -> list[Path]:
    """The Markdown files of the project."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0 and listed.stdout:
        paths = [TOP / name for name in listed.stdout.splitlines()]
        return sorted(path for path in paths if path.exists())
    parts = {path: path.relative_to(TOP).parts for path in TOP.rglob("*.md")}
    return sorted(path for path, names in parts.items() if not any(map(HIDDEN.match, names)))


def targets(text: str) -> list[str]:
    """The addresses that a page links to; text in code is not a link."""
    text = CODE.sub("`code`", FENCE.sub("", text))
    return LINK.findall(text) + REFERENCE.findall(text)


def anchors(text: str) -> set[str]:
    """The anchors that GitHub gives to the headings of a page."""
    names: set[str] = set(re.findall(r"<a\s+(?:name|id)=\"([^\"]+)\"", text))
    for heading in HEADING.findall(FENCE.sub("", text)):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading.replace("\\", "")).lower()
        slug = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        again = sum(1 for name in names if re.fullmatch(rf"{re.escape(slug)}(-\d+)?", name))
        names.add(f"{slug}-{again}" if again else slug)
    return names


def broken(page: Path) -> list[str]:
    """The links of a page without a target."""
    wrong = []
    for address in targets(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z][a-z0-9+.-]*:", address):
            continue
        name, _, anchor = unquote(address).partition("#")
        target = (page.parent / name).resolve() if name else page
        if not _exists(target, anchor):
            wrong.append(address)
    return wrong


def _exists(target: Path, anchor: str) -> bool:
    """True for a file or folder of the project, with the anchor if it is not empty."""
    if not target.exists() or not target.is_relative_to(TOP):
        return False
    return not anchor or anchor in anchors(target.read_text(encoding="utf-8"))


def test_the_main_pages_are_checked():
    assert {TOP / "README.md", TOP / "CONTRIBUTING.md", TOP / "docs/rules/README.md"} <= set(
        pages()
    )


@pytest.mark.parametrize("page", pages(), ids=lambda path: path.relative_to(TOP).as_posix())
def test_links_have_targets(page):
    assert broken(page) == []


def test_broken_links_are_detected(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "TOP", tmp_path)
    page = tmp_path / "a.md"
    (tmp_path / "b.md").write_text("# One thing, two\n## `x` and _y_\n", encoding="utf-8")
    page.write_text(
        "[a](b.md) [b](b.md#one-thing-two) ![c](none.png) [d](b.md#three) [e](#here)\n"
        "[f](https://example.org/x) `[g](none)` [h][ref] [i](../out.md)\n\n[ref]: gone.md\n"
        "```sh\n[j](none)\n```\n## Here\n[k](b.md#x-and-_y_)\n",
        encoding="utf-8",
    )
    assert broken(page) == ["none.png", "b.md#three", "../out.md", "gone.md"]
