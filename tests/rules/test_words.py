"""Each word of a list in the code of a rule counts: ``words.toml`` has a sentence for it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from ieeelint.rule_examples import run_example
from ieeelint.rules import REGISTRY, every_rule
from ieeelint.rules.support.bibtex_examples import HEAD

with (Path(__file__).parent / "words.toml").open("rb") as file:
    LISTS = tomllib.load(file)["list"]
ENTRY = "@article{lima, author = {Ana Lima}, journal = {J. Flow}, year = 2024, volume = 3, %s}"


def example(code: str, sentence: str, word: str) -> str:
    """The draft of a sentence with a word."""
    text = sentence.replace("WORD", word)
    if not code.startswith("BIB"):
        return text
    if "title =" not in text:
        text = f"title = {{Flow}}, {text}"
    return HEAD + (text if text.startswith("@") else ENTRY.replace("%s", text))


def cases(kind: str) -> list[object]:
    return [
        pytest.param(
            one["rule"],
            example(one["rule"], one[kind], word),
            *([one.get("says", "").replace("WORD", word)] if kind == "bad" else []),
            id=f"{one['rule']}-{word}",
        )
        for one in LISTS
        if kind in one
        for word in one["words"]
    ]


@pytest.fixture(autouse=True)
def raising(monkeypatch):
    monkeypatch.setenv("IEEELINT_RAISE", "1")
    assert list(every_rule())


@pytest.mark.parametrize(("code", "text", "message"), cases("bad"))
def test_with_this_word_it_is_wrong(code, text, message, tmp_path):
    outcome = run_example(REGISTRY[code], text, str(tmp_path))
    assert outcome.fires_as_marked(), [finding.span for finding in outcome.findings]
    assert any(message in finding.message for finding in outcome.findings)


@pytest.mark.parametrize(("code", "text"), cases("good"))
def test_with_this_word_it_is_right(code, text, tmp_path):
    findings = run_example(REGISTRY[code], text, str(tmp_path)).findings
    assert not findings, [(finding.span, finding.message) for finding in findings]
