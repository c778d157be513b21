"""No rule fails on a draft that breaks off anywhere, or that begins anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from ieeelint.context import Context
from ieeelint.examples import assemble, marked_place, word_sketch
from ieeelint.paper.model import Paper
from ieeelint.readers.latex.reading import read
from ieeelint.readers.word.reading import read_document
from ieeelint.rules import Rule, every_rule
from ieeelint.running import run_rule
from ieeelint.starters.word import document

pytestmark = pytest.mark.thorough

DRAFTS = sorted((Path(__file__).parent / "drafts").glob("*.tex"))  # a little of everything in each
# Without those that the check itself reports.
# What the check itself reports has no example to cut; SRC001 has a rule function as well.
OWN_RULES = [rule for rule in every_rule() if not rule.reports or rule.code == "SRC001"]
SLICES = 4  # the cuts of a draft are shared out among so many tests


@pytest.fixture(autouse=True)
def raising(monkeypatch, tmp_path):
    monkeypatch.setenv("IEEELINT_RAISE", "1")
    monkeypatch.chdir(tmp_path)


def check(text: str, rules: Iterable[Rule] = tuple(every_rule())) -> None:
    """Run rules on a text and look at what they say."""
    context = Context(read("cut.tex", text=text))
    for rule in rules:
        for finding in run_rule(rule, context):
            assert finding.message, rule.code
            assert_inside(context.paper, finding.span, rule.code)
            for edit in finding.fix.edits if finding.fix else ():
                assert_inside(context.paper, edit.span, rule.code)


def check_word(sketch, rule):
    context = Context(read_document("draft.docx", document(sketch)))
    for finding in run_rule(rule, context):
        assert finding.message
        assert_inside(context.paper, finding.span, rule.code)


def assert_inside(paper: Paper, span, code: str) -> None:
    """The span lies in its file."""
    assert span.source in paper.sources, code
    assert 0 <= span.start <= span.end <= len(span.source.text), (code, span)


@pytest.mark.parametrize("part", range(SLICES))
@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_every_beginning_of_a_draft(draft, part):
    text = draft.read_text(encoding="utf-8")
    for end in range(part, len(text) + 1, SLICES):
        check(text[:end])


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_many_ends_of_a_draft(draft):
    text = draft.read_text(encoding="utf-8")
    for start in range(1, len(text), 7):
        check(text[start:])


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_a_draft_with_a_hole(draft):
    text = draft.read_text(encoding="utf-8")
    for start in range(0, len(text), 11):
        check(text[:start] + text[start + 9 :])


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "sign", ["{", "}", "$", "\\", "%", "\n\n", "\\end{document}", "\\fi ", "&"]
)
def test_a_stray_sign_in_a_draft(draft, sign):
    text = draft.read_text(encoding="utf-8")
    for place in range(0, len(text), 37):
        check(text[:place] + sign + text[place:])


@pytest.mark.parametrize("rule", OWN_RULES, ids=lambda rule: rule.code)
def test_every_rule_on_its_examples_cut_short(rule):
    for example in (*rule.bad[:3], *(bad for bad, _ in rule.fixes[:1])):
        if example.startswith("%! pdf"):  # tests/pdf/test_pdf_input.py cuts PDF files
            continue
        if sketch := word_sketch(example):
            lines = sketch.splitlines()
            for end in range(1, len(lines)):
                check_word("\n".join(lines[:end]), rule)
            continue
        text, place = marked_place(assemble(example)["main.tex"])
        middle = len(text) // 2 if place is None else place
        for end in range(max(middle - 60, 0), min(middle + 120, len(text)), 5):
            check(text[:end], [rule])
            check(text[:end] + "\n\n\\end{document}\n", [rule])
