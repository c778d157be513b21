"""Values that were needed lately."""

from __future__ import annotations

from ieeelint.printing.recent import Recent


def test_a_value_is_made_once_until_others_take_its_place():
    made = []
    recent = Recent(most=2)

    def value(key: str) -> str:
        return recent.value(key, lambda: made.append(key) or key.upper())

    assert [value(key) for key in "aabab"] == list("AABAB")
    assert made == ["a", "b"]
    value("c")
    assert [value("b"), value("a")] == ["B", "A"]
    assert made == ["a", "b", "c", "a"]


def test_an_empty_value_is_a_value():
    made = []
    recent = Recent()
    for _ in range(2):
        assert recent.value("a", lambda: made.append(1) or "") == ""
    assert made == [1]
