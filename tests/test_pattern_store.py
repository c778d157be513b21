"""Compiled expressions that are kept on the disk find the same as freshly compiled ones."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ieeelint.pattern_store import Store, opened
from ieeelint.patterns import any_of, pattern

EXPRESSIONS = [
    (r"(?P<left>a+)(?P<right>b*)|(c)", 0),
    (r"^\s*(?:Fig|Table)\.?~(\d+)", re.IGNORECASE | re.MULTILINE),
    (r"(?i:x)y(?=z)(?!q)(?<=y)", 0),
    (r"[à-ÿ\u2013\U0001d400-\U0001d7ff]{2,5}?", re.DOTALL),
    (r"(?s).\Z", 0),
    (r"(\w)\1++", 0),
    ("", 0),
]
TEXT = "aab c Fig.~12\n table 3 Xyz xyz éè𝐀𝐁 – aaa\n"


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "patterns.bin")


def kept(path: str) -> Store:
    """A store read from a file to which all expressions were saved."""
    store = Store(path)
    for expression, flags in EXPRESSIONS:
        store.compiled(expression, int(flags))
    store.save()
    return Store(path)


@pytest.mark.parametrize(("expression", "flags"), EXPRESSIONS)
def test_an_expression_from_the_file_is_like_the_compiled_one(path, expression, flags):
    store = kept(path)
    assert len(store.entries) == len(EXPRESSIONS)
    got, wanted = store.compiled(expression, int(flags)), re.compile(expression, flags)
    assert store.new == {}
    assert [match.groupdict() for match in got.finditer(TEXT)] == [
        match.groupdict() for match in wanted.finditer(TEXT)
    ]
    assert [match.span() for match in got.finditer(TEXT)] == [
        match.span() for match in wanted.finditer(TEXT)
    ]
    for name in ("pattern", "flags", "groups", "groupindex"):
        assert getattr(got, name) == getattr(wanted, name)


@given(st.from_regex(r"([a-c.]|\(a\|b\)|\[a-c\]|\\[wds]|[*+?])*", fullmatch=True), st.text("abc1 "))
def test_any_expression_finds_the_same(tmp_path_factory, expression, text):
    try:
        wanted = re.compile(expression)
    except re.error:
        return
    path = str(tmp_path_factory.mktemp("store") / "patterns.bin")
    store = Store(path)
    first = store.compiled(expression, 0)
    store.save()
    again = Store(path).compiled(expression, 0)
    spans = [match.span() for match in wanted.finditer(text)]
    assert spans == [match.span() for match in first.finditer(text)]
    assert spans == [match.span() for match in again.finditer(text)]


def test_an_invalid_expression_raises_as_ever(path):
    with pytest.raises(re.error):
        Store(path).compiled("(", 0)


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "text", "large"])
def test_a_damaged_file_is_ignored_and_replaced(path, damage, monkeypatch):
    kept(path)
    with open(path, "rb") as file:
        data = file.read()
    changed = {
        "cut": data[: len(data) // 2],
        "flipped": data[:40] + bytes([data[40] ^ 1]) + data[41:],
        "empty": b"",
        "text": b"not a file of patterns",
        "large": data,
    }[damage]
    with open(path, "wb") as file:
        file.write(changed)
    if damage == "large":
        monkeypatch.setattr("ieeelint.pattern_store.LARGEST", len(data) - 1)
    store = Store(path)
    assert store.entries == {}
    assert store.compiled("a(b)", 0).findall("ab") == ["b"]
    store.save()
    if damage != "large":
        assert list(Store(path).entries) == [("a(b)", 0)]


def test_code_that_the_engine_refuses_is_compiled_again(path):
    store = kept(path)
    for key, (flags, _, *rest) in store.entries.items():
        store.entries[key] = flags, b"\xff\xff\xff\x7f" * 8, *rest
    assert store.compiled("", 0).pattern == ""
    assert store.compiled(r"(?s).\Z", 0).search("x")
    assert len(store.new) == 2


def test_two_processes_keep_what_each_compiled(path):
    first, second = Store(path), Store(path)
    first.compiled("a", 0)
    second.compiled("b", 0)
    first.save()
    second.save()
    assert set(Store(path).entries) == {("a", 0), ("b", 0)}


def test_nothing_is_written_without_a_new_expression(path):
    kept(path)
    before = os.stat(path).st_mtime_ns
    store = Store(path)
    store.compiled(*EXPRESSIONS[0])
    store.save()
    assert os.stat(path).st_mtime_ns == before


def test_a_folder_that_cannot_be_written_does_not_matter(tmp_path):
    store = Store(str(tmp_path / "missing" / "patterns.bin"))
    assert store.compiled("a", 0).search("a")
    store.save()
    assert list(tmp_path.iterdir()) == []


def test_no_file_where_python_writes_no_byte_code(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert opened() is None


def test_the_command_keeps_the_expressions_for_the_next_run(tmp_path):
    (tmp_path / "paper.tex").write_text(
        "\\documentclass[conference]{IEEEtran}\n\\begin{document}\nIt is .5 m.\n\\end{document}\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "ieeelint", "check", "--isolated", str(tmp_path / "paper.tex")]
    outputs = []
    for _ in range(2):
        done = subprocess.run(command, capture_output=True, env=environment, check=False)
        assert done.stderr == b""
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1]
    (file,) = (tmp_path / "cache").rglob("patterns.*.bin")
    assert len(Store(str(file)).entries) > 50


def test_words_are_taken_literally():
    signs = [chr(code) for code in range(32, 384)]
    expression = pattern(any_of([*signs, "a.b", "C++ (x)", "two words", "état"]))
    for words in (*signs, "a.b", "C++ (x)", "two words", "état"):
        assert expression.fullmatch(words), words
    assert not expression.fullmatch("acb") and not expression.fullmatch("ab")
