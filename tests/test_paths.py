"""Paths on Windows, where drives have no way between them; with its own rules, on any system."""

from __future__ import annotations

import ast
import ntpath
from pathlib import Path
from types import SimpleNamespace

import pytest

from ieeelint import paths

TOP = Path(__file__).resolve().parent.parent


@pytest.fixture
def windows(monkeypatch):
    """The rules of Windows for names, with C:\\papers as the current folder."""

    def relpath(path, start):
        start = ntpath.join("C:\\papers", start)
        return ntpath.relpath(ntpath.join("C:\\papers", path), start)

    names = {name: getattr(ntpath, name) for name in ("commonpath", "normpath")}
    rules = SimpleNamespace(path=SimpleNamespace(relpath=relpath, **names), sep="\\", curdir=".")
    monkeypatch.setattr(paths, "os", rules)


@pytest.mark.parametrize(
    ("folder", "path", "expected"),
    [
        ("", "C:\\papers\\one\\a.tex", "one\\a.tex"),
        ("C:\\papers\\one", "C:\\papers\\two\\a.tex", "..\\two\\a.tex"),
        ("", "D:\\a.tex", "D:\\a.tex"),
        ("D:\\out", "C:\\papers\\a.tex", "C:\\papers\\a.tex"),
        ("", "\\\\server\\share\\a.tex", "\\\\server\\share\\a.tex"),
    ],
)
def test_a_path_on_another_drive_stays_as_it_is(windows, folder, path, expected):
    assert paths.seen_from(folder, path) == expected


def test_reports_show_forward_slashes(windows):
    assert paths.with_slashes("sections\\a.tex") == "sections/a.tex"


@pytest.mark.parametrize(
    ("path", "folder", "expected"),
    [
        ("C:\\papers\\a.tex", "C:\\papers", True),
        ("C:\\papers", "C:\\papers\\", True),
        ("C:\\papers2\\a.tex", "C:\\papers", False),
        ("D:\\papers\\a.tex", "C:\\papers", False),
    ],
)
def test_a_folder_contains_only_what_is_below_it(windows, path, folder, expected):
    assert paths.is_in(path, folder) is expected


def test_on_other_systems_a_backslash_is_a_letter():
    assert paths.with_slashes("a\\b") == "a\\b"
    assert paths.seen_from("/a/b", "/a/c") == "../c"
    assert paths.is_in("/a/b/c", "/a/b") and not paths.is_in("/a/bc", "/a/b")


def test_no_other_module_looks_for_ways_between_paths():
    """They would raise an error between two drives."""
    users = set()
    for path in (TOP / "ieeelint").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in ("relpath", "commonpath"):
                users.add(path.relative_to(TOP / "ieeelint").as_posix())
    assert users == {"paths.py", "documentation/generate.py"}  # the latter knows its folders
