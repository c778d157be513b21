"""Counts, lists and suggested names in messages."""

from __future__ import annotations

import pytest

from ieeelint.phrases import listed, nearest, nearest_clause, nearest_sentence, plural


def test_counts_use_the_plural():
    assert [plural(number, "file") for number in (0, 1, 2)] == ["0 files", "1 file", "2 files"]


def test_long_lists_are_shortened():
    assert listed(["a", 2, True]) == '"a", 2, true'
    assert listed("abc", 2) == '"a", "b", … (3 in all)'


@pytest.mark.parametrize(
    ("name", "clause", "sentence"),
    [
        ("latancy", '; did you mean "latency"?', ' Did you mean "latency"?'),
        ("peak", "", ' Did you mean "memory.peak"?'),  # the last part of a dotted name
        ("PEAK", "", ' Did you mean "memory.peak"?'),
        ("ak", "", ""),  # too short to be a part
        ("throughput", "", ""),
    ],
)
def test_similar_names_are_suggested(name, clause, sentence):
    names = ["latency", "memory.peak"]
    assert nearest_clause(name, names) == clause
    assert nearest_sentence(name, names) == sentence


def test_names_can_be_numbers():
    assert nearest("1024", [512, 1024]) == "1024"
    assert nearest("x", []) == ""
