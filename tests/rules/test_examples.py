"""Every rule's examples: the bad ones fire at the marked words, the good ones do not, the fixes
mend.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ieeelint.checking import context_for, run_rule
from ieeelint.examples import assemble, marked_place, word_sketch
from ieeelint.readers import read
from ieeelint.rules import Rule, every_rule
from ieeelint.settings import Settings
from ieeelint.starters.word import document

RULES = list(every_rule())
# Reported by the check itself, not by a rule function.
BY_THE_CHECK = {"SRC003", "SRC004", "SRC005"}


def cases(kind: str) -> list[object]:
    found = []
    for rule in RULES:
        examples = {
            "bad": [*rule.bad, *(pair[0] for pair in rule.fixes)],
            "good": [*rule.good, *(pair[1] for pair in rule.fixes)],
            "fixes": rule.fixes,
        }[kind]
        found += [
            pytest.param(rule, example, id=f"{rule.code}-{n}") for n, example in enumerate(examples)
        ]
    return found


def findings_of(rule: Rule, example: str, folder):
    if sketch := word_sketch(example):
        (folder / "main.docx").write_bytes(document(sketch))
        context = context_for(read(str(folder / "main.docx")), Settings())
        return context.paper, run_rule(rule, context), None
    place = None
    for name, content in assemble(example).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text, at = marked_place(content)
        path.write_text(text, encoding="utf-8", newline="")
        if at is not None and place is None:
            place = name, at
    settings = Settings(anonymous="%! anonymous" in example)
    context = context_for(read(str(folder / "main.tex")), settings)
    return context.paper, run_rule(rule, context), place


@pytest.fixture(autouse=True)
def raising(monkeypatch):
    monkeypatch.setenv("IEEELINT_RAISE", "1")


@pytest.mark.parametrize(("rule", "example"), cases("bad"))
def test_bad_example_fires_at_its_place(rule, example, tmp_path):
    if rule.code in BY_THE_CHECK:
        return  # tests/test_suppression.py and tests/test_check.py
    _, findings, place = findings_of(rule, example, tmp_path)
    assert findings, f"{rule.code} is silent on its bad example"
    if place is not None:
        starts = [(Path(one.span.source.path).name, one.span.start) for one in findings]
        assert (
            Path(place[0]).name,
            place[1],
        ) in starts, f"fired at {[finding.span for finding in findings]}"


@pytest.mark.parametrize(("rule", "example"), cases("good"))
def test_good_example_is_silent(rule, example, tmp_path):
    if rule.code in BY_THE_CHECK:
        return
    _, findings, _ = findings_of(rule, example, tmp_path)
    assert not findings, [(finding.span, finding.message) for finding in findings]


def mended(findings) -> dict[str, str]:
    """The files that the fixes change, by name."""
    sources, edits = {}, {}
    for finding in findings:
        for edit in finding.fix.edits if finding.fix else ():
            name = Path(edit.span.source.path).name
            sources[name] = edit.span.source.text
            edits[name, edit.span.start, edit.span.end] = edit.text
    for (name, start, end), new in sorted(edits.items(), reverse=True):
        sources[name] = sources[name][:start] + new + sources[name][end:]
    return sources


@pytest.mark.parametrize(("rule", "pair"), cases("fixes"))
def test_fix_turns_bad_into_good(rule, pair, tmp_path):
    bad, good = pair
    _, findings, _ = findings_of(rule, bad, tmp_path)
    if sketch := word_sketch(good):
        (tmp_path / "good.docx").write_bytes(document(sketch))
        assert mended(findings)["main.docx"] == read(str(tmp_path / "good.docx")).paper.root.text
        return
    wanted = {Path(name).name: marked_place(text)[0] for name, text in assemble(good).items()}
    before = {Path(name).name: marked_place(text)[0] for name, text in assemble(bad).items()}
    assert before | mended(findings) == wanted
