"""The page of a rule: typical examples, not every test of a guard."""

from __future__ import annotations

from types import SimpleNamespace

from ieeelint.documentation.rule_pages import MOST, right, wrong


def rule_with(fixes: int, others: int) -> SimpleNamespace:
    return SimpleNamespace(
        fixes=[(f"⟦bad⟧ {n}", f"good {n}") for n in range(fixes)],
        bad=[f"other ⟦bad⟧ {n}" for n in range(others)],
        good=[f"other good {n}" for n in range(others)],
    )


def test_a_short_list_is_shown_in_full():
    rule = rule_with(fixes=2, others=3)
    assert wrong(rule) == ["bad 0", "bad 1", "other bad 0", "other bad 1", "other bad 2"]
    assert right(rule) == ["good 0", "good 1", "other good 0", "other good 1", "other good 2"]


def test_a_long_list_shows_the_first_of_both_kinds():
    page = wrong(rule_with(fixes=20, others=20))
    assert page == [f"bad {n}" for n in range(5)] + [f"other bad {n}" for n in range(5)]
    assert len(page) == MOST


def test_few_examples_of_one_kind_leave_room_for_the_other():
    assert right(rule_with(fixes=20, others=1)) == [f"good {n}" for n in range(9)] + [
        "other good 0"
    ]
    assert right(rule_with(fixes=0, others=12)) == [f"other good {n}" for n in range(10)]
