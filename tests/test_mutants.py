"""The mutants of `python -m tools.mutate`, and the tests chosen for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.example_mutants import Examples
from tools.mutant_tests import codes_of, stages
from tools.mutants import mutants

ROOT = Path(__file__).parent.parent
MODULE = '''
"""A module with é."""
NAMES = ("fig", "tab")

@rule(bad=["a", "b"])
def check(words):
    for word in words:
        if word is None:
            continue
        if word in NAMES and "é" != word:
            continue
        if len(word) > 3:
            yield word[1:]
    yield from pattern(r"\\b(?:one|[a|b]|t\\|o)(?!x)").finditer(words)
'''
CHANGES = {
    ("word", '- NAMES = ("fig", "tab")', '+ NAMES = ("fig")'),
    ("word", '- NAMES = ("fig", "tab")', '+ NAMES = ("tab")'),
    ("guard", '- if word in NAMES and "é" != word:', "+ if False:"),
    ("operand", '- if word in NAMES and "é" != word:', '+ if True and "é" != word:'),
    ("operand", '- if word in NAMES and "é" != word:', "+ if word in NAMES and True:"),
    ("word", '- if word in NAMES and "é" != word:', '+ if False and "é" != word:'),
    ("limit", "- if len(word) > 3:", "+ if len(word) >= 3:"),
    ("slice", "- yield word[1:]", "+ yield word[2:]"),
}
REGEX = r'yield from pattern(r"\b(?:one|[a|b]|t\|o)(?!x)").finditer(words)'
REGEX_WITHOUT = {r"\b", "one|", "[a|b]|", r"|t\|o", "(?!x)"}


def test_each_kind_of_change_is_made(tmp_path):
    path = tmp_path / "part.py"
    path.write_text(MODULE, encoding="utf-8")
    code = path.read_bytes()
    made = mutants(path, "part.py")
    assert all(mutant.compiles(code) for mutant in made)
    changes = {(mutant.kind, *mutant.change(code).split("\n")) for mutant in made}
    regex = {("regex", f"- {REGEX}", f"+ {REGEX.replace(piece, '')}") for piece in REGEX_WITHOUT}
    assert changes == CHANGES | regex


def test_a_change_names_its_line(tmp_path):
    path = tmp_path / "part.py"
    path.write_text(MODULE, encoding="utf-8")
    assert [mutant.line for mutant in mutants(path, "") if mutant.kind == "limit"] == [12]


@pytest.mark.parametrize(
    ("module", "codes"),
    [
        ("ieeelint/rules/text/txt004_spelling.py", {"TXT004"}),
        ("ieeelint/rules/support/widths.py", {"FIG006", "TAB007"}),
    ],
)
def test_rules_of_a_module_are_those_that_use_it(module, codes):
    assert codes <= codes_of(ROOT, module)
    assert "ABS001" not in codes_of(ROOT, module)


def test_stages_have_only_existing_files():
    for module in (
        "ieeelint/rules/text/txt004_spelling.py",
        "ieeelint/readers/latex/walk.py",
        "ieeelint/readers/word/reading.py",
    ):
        for stage in stages(ROOT, module):
            assert stage.files
            assert all((ROOT / file).exists() for file in stage.files)


def test_examples_notice_a_guard_without_effect():
    path = "ieeelint/rules/text/txt018_misspellings.py"
    made = [mutant for mutant in mutants(ROOT / path, path) if mutant.kind == "guard"]
    quoted = min(mutant.line for mutant in made)
    with Examples(ROOT) as examples:
        assert examples.notice(next(mutant for mutant in made if mutant.line == quoted))
        unchanged = made[0]._replace(end=made[0].start, text="")
        assert not examples.notice(unchanged)
