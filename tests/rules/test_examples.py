"""Every rule's examples: the bad ones fire at the marked words, the good ones do not, the fixes mend."""

from __future__ import annotations

import pytest

from ieeelint.checking import prepare, run_rule
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
        paper = read(str(folder / "main.docx"))
        prepare(paper, Settings())
        return paper, run_rule(rule, paper), None
    files = assemble(example)
    root, place = marked_place(files["main.tex"])
    files["main.tex"] = root
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(marked_place(content)[0], encoding="utf-8", newline="")
    paper = read(str(folder / "main.tex"))
    prepare(paper, Settings(anonymous="%! anonymous" in example))
    findings = run_rule(rule, paper)
    return paper, findings, place


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
        starts = [finding.span.start for finding in findings]
        assert place in starts, f"fired at {[finding.span for finding in findings]}"


@pytest.mark.parametrize(("rule", "example"), cases("good"))
def test_good_example_is_silent(rule, example, tmp_path):
    if rule.code in BY_THE_CHECK:
        return
    _, findings, _ = findings_of(rule, example, tmp_path)
    assert not findings, [(finding.span, finding.message) for finding in findings]


def mended(paper, findings) -> str:
    text = paper.root.text
    edits = {}
    for finding in findings:
        for edit in finding.fix.edits if finding.fix else ():
            edits[edit.span.start, edit.span.end] = edit.text
    for (start, end), new in sorted(edits.items(), reverse=True):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(("rule", "pair"), cases("fixes"))
def test_fix_turns_bad_into_good(rule, pair, tmp_path):
    bad, good = pair
    paper, findings, _ = findings_of(rule, bad, tmp_path)
    if sketch := word_sketch(good):
        (tmp_path / "good.docx").write_bytes(document(sketch))
        assert mended(paper, findings) == read(str(tmp_path / "good.docx")).root.text
        return
    assert mended(paper, findings) == marked_place(assemble(good)["main.tex"])[0]
