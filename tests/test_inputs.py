"""Files beside a draft that are not files, have no end, or are in another encoding."""

from __future__ import annotations

import os

import pytest

from ieeelint import inputs
from ieeelint.inputs import InputError, bytes_of, text_of

DRAFT = "\\documentclass[conference]{IEEEtran}\n\\begin{document}\nWater.\n\\end{document}\n"


@pytest.mark.parametrize("data", [b"a\r\nb\n", b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfa\rb\r\n"])
def test_marks_and_line_ends_of_other_systems_do_not_matter(tmp_path, data):
    (tmp_path / "a.toml").write_bytes(data)
    assert text_of(str(tmp_path / "a.toml")) == "a\nb\n"


def test_what_cannot_be_read_is_named(tmp_path):
    (tmp_path / "latin.toml").write_bytes("é".encode("latin-1"))
    (tmp_path / "large.toml").write_bytes(b"x" * 2_000_001)
    for name, reason in {
        "latin.toml": r"is not UTF-8 \(byte 0\); save it as UTF-8",
        "large.toml": "has 2 MB; only files up to 1 MB are read",
        "none.toml": "cannot be read: No such file",
        "": "is a folder, not a file",
        "a\0b": "cannot be read: embedded null",
    }.items():
        with pytest.raises(InputError, match=reason) as caught:
            text_of(str(tmp_path / name), 1_000_000)
        assert caught.value.is_missing is (name == "none.toml")
    assert len(bytes_of(str(tmp_path / "large.toml"), 2_000_001)) == 2_000_001


@pytest.fixture
def endless(tmp_path):
    """A pipe that nobody writes to: opening it would wait forever."""
    if not hasattr(os, "mkfifo"):  # Windows
        return "NUL"
    os.mkfifo(tmp_path / "pipe")
    return str(tmp_path / "pipe")


@pytest.mark.parametrize("setting", ["baseline", "results", "rules"])
def test_a_pipe_in_the_settings_is_refused(tmp_path, run, endless, setting):
    line = f'{setting} = "{endless}"'
    if setting == "rules":
        os.rename(endless, f"{endless}.py")
        line = f'[rules]\nlocal = ["{endless}.py"]'
    (tmp_path / "ieeelint.toml").write_text(line, encoding="utf-8")
    (tmp_path / "paper.tex").write_text(DRAFT, encoding="utf-8")
    status, out, err = run("check", str(tmp_path / "paper.tex"))
    assert status in (1, 2)
    assert "is not a regular file but a device, a pipe, or a socket" in out + err


def test_a_pipe_as_the_settings_is_refused(tmp_path, run, endless):
    (tmp_path / "paper.tex").write_text(DRAFT, encoding="utf-8")
    status, _, err = run("check", str(tmp_path / "paper.tex"), "--config", endless)
    assert status == 2 and "is not a regular file" in err


def test_settings_nested_too_deeply_are_refused(tmp_path, run):
    (tmp_path / "ieeelint.toml").write_text("a = " + "[" * 5000, encoding="utf-8")
    (tmp_path / "paper.tex").write_text(DRAFT, encoding="utf-8")
    status, _, err = run("check", str(tmp_path / "paper.tex"))
    assert status == 2 and "ieeelint.toml: is nested too deeply" in err


def test_what_is_outside_of_the_allowed_files_seems_to_be_missing(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "a.tex").write_text("words", encoding="utf-8")
    root = str(inside.resolve())
    with inputs.confined(lambda path: path.startswith(root)):
        assert inputs.text_of(str(inside / "a.tex")) == "words"
        assert inputs.names_in(str(inside)) == ["a.tex"]
        for path in (outside / "a.tex", inside / ".." / "out" / "a.tex"):
            with pytest.raises(inputs.InputError, match="outside the folder of the paper"):
                inputs.bytes_of(str(path))
            assert not inputs.is_file(str(path)) and not inputs.exists(str(path))
            assert inputs.size(str(path)) == -1
        assert inputs.names_in(str(outside)) == [] and not inputs.is_folder(str(outside))
    assert inputs.is_file(str(outside / "a.tex"))
