"""Additions to the word lists in [vocabulary] change the findings of the rules about text."""

from __future__ import annotations

import pytest

from ieeelint import rules
from ieeelint.checking import run_rule
from ieeelint.context import Context
from ieeelint.examples import assemble, word_sketch
from ieeelint.readers import read
from ieeelint.starters.word import document
from ieeelint.vocabulary import Vocabulary, fault

AUTHOR = "%! author\n\\IEEEauthorblockN{Ana Lima, D.Eng.}\n\\IEEEauthorblockA{Porto, Portugal}"

# Code, draft, additions, and the words reported without and with the additions.
CASES = [
    (
        "TXT009",
        "The stationery pump is wet.",
        {"wording": {"homophones": {"stationery pump": "stationary pump"}}},
        [],
        ["stationery pump"],
    ),
    (
        "TXT012",
        "It holds 5-10 barrels.",
        {"wording": {"ranges": {"units": ["barrels"]}}},
        [],
        ["5-10"],
    ),
    (
        "TXT006",
        "This data lake is deep.",
        {"wording": {"data": {"compounds": ["lake"]}}},
        ["This"],
        [],
    ),
    (
        "TTL006",
        "%! title\nFlow Repair Using Wavelets",
        {"wording": {"using": {"actions": ["Repair"]}}},
        [],
        ["Using"],
    ),
    (
        "HDG004",
        "\\section*{Apparatus}\nWater is wet.",
        {"headings": {"numbered": ["apparatus"]}},
        [],
        ["\\section*{Apparatus}"],
    ),
    (
        "HDG006",
        "\\textbf{Scenario A}\n\nSand is dry.",
        {"headings": {"labels": ["Scenario"]}},
        ["Scenario A"],
        [],
    ),
    ("AUT007", AUTHOR, {"authors": {"degrees": ["D.Eng."]}}, [], ["D.Eng."]),
    (
        "TPL005",
        "We count TODO remarks. The gain is high.",
        {"template": {"markers": {"nouns": ["remark"]}}},
        ["TODO"],
        [],
    ),
    (
        "WRD001",
        "%! word\n[Normal] Water is wet.",
        {"word_styles": {"harmless": ["normal"]}},
        ["Water is wet."],
        [],
    ),
]


def reported(code: str, example: str, additions: dict, folder) -> list[str]:
    """The words that the findings of one rule are about."""
    rules.load()
    if sketch := word_sketch(example):
        (folder / "main.docx").write_bytes(document(sketch))
        draft = read(str(folder / "main.docx"))
    else:
        draft = read("main.tex", text=assemble(example)["main.tex"])
    context = Context(draft, vocabulary=Vocabulary(additions))
    return [finding.span.text for finding in run_rule(rules.REGISTRY[code], context)]


@pytest.mark.parametrize(
    ("code", "example", "additions", "before", "after"), CASES, ids=lambda value: str(value)[:12]
)
def test_an_addition_changes_what_is_reported(code, example, additions, before, after, tmp_path):
    assert fault(additions) == ("", "")
    assert reported(code, example, {}, tmp_path) == before
    assert reported(code, example, additions, tmp_path) == after
