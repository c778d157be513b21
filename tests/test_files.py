"""Writing files: completely or not at all, also where another program holds one of them."""

from __future__ import annotations

import os

import pytest

from ieeelint import files
from ieeelint.files import replace_files, replace_text
from ieeelint.settings import SettingsError


@pytest.fixture
def held(monkeypatch):
    """A set of names of files that the system refuses to replace, as Windows does."""
    names: dict[str, int] = {}  # how many attempts fail
    replace = os.replace

    def refuse(source, target):
        name = os.path.basename(target)
        if names.get(name, 0) > 0:
            names[name] -= 1
            raise PermissionError(13, "Permission denied", source, None, target)
        replace(source, target)

    monkeypatch.setattr("os.replace", refuse)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    return names


def contents(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_no_temporary_file_remains_after_a_failed_write(tmp_path):
    with pytest.raises(SettingsError, match="cannot be written"):
        replace_text(str(tmp_path / "no" / "report.txt"), "x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(SettingsError, match="cannot be written"):
        replace_text(str(tmp_path / "folder"), "x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder"]


def test_a_file_that_another_program_holds_leaves_the_others_as_they_were(tmp_path, held):
    (tmp_path / "a.tex").write_text("old a", encoding="utf-8")
    (tmp_path / "b.tex").write_text("old b", encoding="utf-8")
    held["b.tex"] = 99
    new = {str(tmp_path / name): b"new" for name in ("a.tex", "c.tex", "b.tex")}
    with pytest.raises(SettingsError, match=r"b\.tex: cannot be written: .*close it there$"):
        replace_files(new)
    assert contents(tmp_path) == {"a.tex": "old a", "b.tex": "old b"}


def test_a_file_that_cannot_be_put_back_is_named(tmp_path, held, monkeypatch):
    (tmp_path / "a.tex").write_text("old a", encoding="utf-8")
    (tmp_path / "b.tex").write_text("old b", encoding="utf-8")
    held["b.tex"] = 99
    monkeypatch.setattr(files, "_put_back", lambda path, content: False)
    with pytest.raises(SettingsError, match=r"\(\S*a\.tex is already written\)$"):
        replace_files({str(tmp_path / name): b"new" for name in ("a.tex", "b.tex")})


@pytest.mark.parametrize(("attempts", "is_written"), [(4, True), (5, False)])
def test_windows_holds_files_for_moments(tmp_path, held, monkeypatch, attempts, is_written):
    monkeypatch.setattr(files.os, "name", "nt")
    path = tmp_path / "report.txt"
    path.write_text("old", encoding="utf-8")
    held["report.txt"] = attempts
    if is_written:
        replace_text(str(path), "new")
    else:
        with pytest.raises(SettingsError, match="cannot be written"):
            replace_text(str(path), "new")
    monkeypatch.undo()
    assert contents(tmp_path) == {"report.txt": "new" if is_written else "old"}
