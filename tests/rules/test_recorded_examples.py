"""What the rules report on their examples is as recorded, and no guard loses its example."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ieeelint.rule_examples import rules_with_examples
from tools import golden, guards

RENEW = "Run `python -m tools.golden`, and commit its files if you want each change in their diff."
RECORDED = golden.recorded()
RULES = rules_with_examples()


@pytest.fixture(autouse=True)
def raising(monkeypatch):
    monkeypatch.setenv("IEEELINT_RAISE", "1")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_findings_on_examples_are_as_recorded(rule):
    """Compares location, severity, message, and fix of each finding."""
    assert golden.record(rule) == RECORDED.get(rule.code, ""), RENEW


def test_only_existing_rules_are_recorded():
    assert set(RECORDED) == {rule.code for rule in RULES}, RENEW


@pytest.mark.thorough
def test_each_outcome_of_a_guard_has_an_example():
    """A new condition in a rule needs examples for both of its outcomes."""
    command = [sys.executable, "-m", "tools.guards"]
    listed = subprocess.run(command, capture_output=True, text=True, cwd=guards.ROOT)
    too_many = [line for line in listed.stdout.splitlines() if line.endswith("allowed")]
    assert listed.returncode == 0, "\n".join([listed.stderr, *too_many])


def test_a_condition_counts_with_both_outcomes(tmp_path, monkeypatch):
    (tmp_path / "probed").mkdir()
    (tmp_path / "probed" / "part.py").write_text(
        "def sign(number, names=()):\n"
        "    if number is None or not number or number in names:\n"
        "        return [name for name in names if name > 3]\n"
        "    return number > 0\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    from tools.probes import Probes

    probes = Probes("probed.")
    probes.install()
    try:
        from probed.part import sign
    finally:
        sys.meta_path.remove(next(f for f in sys.meta_path if getattr(f, "probes", 0) is probes))
    assert sign(5, (2,)) is True
    missing = {(condition.line, condition.text, outcome) for condition, outcome in probes.missing()}
    assert missing == {
        (2, "number", False),
        (2, "number in names", True),
        (3, "name > 3", True),
        (3, "name > 3", False),
        (4, "number > 0", False),
    }
    assert sign(0, (2, 4)) == [4]
    missing = {(condition.line, condition.text, outcome) for condition, outcome in probes.missing()}
    assert missing == {(2, "number in names", True), (4, "number > 0", False)}
