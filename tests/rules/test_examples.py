"""Every rule's examples: the bad ones fire at the marked words, the good ones do not, the fixes
mend.
"""

from __future__ import annotations

import pytest

from ieeelint.rule_examples import expected_files, rules_with_examples, run_example

# What the check itself reports has tests in tests/test_suppression.py, test_checking.py and
# test_local_rules.py.
RULES = rules_with_examples()


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


@pytest.fixture(autouse=True)
def raising(monkeypatch):
    monkeypatch.setenv("IEEELINT_RAISE", "1")


@pytest.mark.parametrize(("rule", "example"), cases("bad"))
def test_bad_example_fires_at_its_mark(rule, example, tmp_path):
    outcome = run_example(rule, example, str(tmp_path))
    assert outcome.findings, f"{rule.code} is silent on its bad example"
    has_fix = any(finding.fix is not None for finding in outcome.findings)
    assert rule.fixes or not has_fix, "an example of the fix is missing, and so the page says no"
    assert outcome.fires_as_marked(), f"fired at {[one.span for one in outcome.findings]}"


@pytest.mark.parametrize(("rule", "example"), cases("good"))
def test_good_example_is_silent(rule, example, tmp_path):
    findings = run_example(rule, example, str(tmp_path)).findings
    assert not findings, [(finding.span, finding.message) for finding in findings]


@pytest.mark.parametrize(("rule", "pair"), cases("fixes"))
def test_fix_turns_bad_into_good(rule, pair, tmp_path):
    bad, good = pair
    for name in ("bad", "good"):
        (tmp_path / name).mkdir()
    outcome = run_example(rule, bad, str(tmp_path / "bad"))
    assert outcome.fixed() == expected_files(good, str(tmp_path / "good"))
