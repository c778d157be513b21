"""A newcomer who follows the tutorials to the letter sees the output that they show."""

from __future__ import annotations

import pytest

from tools.tutorials import TUTORIALS, Reader, followed, pages, shortened

pytestmark = pytest.mark.thorough


def test_there_are_tutorials():
    names = ("chair.md", "overleaf.md", "word.md")
    assert {f"{folder}/{name}" for folder in ("tutorials", "zh") for name in names} <= set(pages())


@pytest.mark.parametrize("page", pages())
def test_the_output_is_real(page, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "work"
    folder.mkdir()
    text = (TUTORIALS / page).read_text(encoding="utf-8")
    assert followed(page, folder) == text, "run: python -m tools.tutorials"


def test_lines_are_left_out_only_at_an_ellipsis():
    assert shortened("a\nb\nc\nd\n", "1\n…\n2\n") == "a\n…\nd\n"
    assert shortened("a\nb\n", "…\n1\n") == "…\nb\n"
    assert shortened("a\nb\n", "1\n") == "a\nb\n"


def test_an_edit_of_other_words_is_refused(tmp_path):
    folder = tmp_path / "work"
    folder.mkdir()
    reader = Reader(folder)
    reader.save("a.tex", "one\ntwo\n")
    reader.edit("a.tex", "-two\n+three\n")
    assert (folder / "a.tex").read_text(encoding="utf-8") == "one\nthree\n"
    with pytest.raises(ValueError, match="does not apply"):
        reader.edit("a.tex", "-four\n+five\n")
