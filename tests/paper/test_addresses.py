"""Addresses typed in running text: found whole, without the punctuation of the sentence."""

from __future__ import annotations

import pytest

from ieeelint.paper.addresses import addresses


@pytest.mark.parametrize(
    "marked",
    [
        "See ⟦https://6g-a.eu/x_5m.pdf⟧, and go.",
        "(⟦http://a.org/b?c=5m⟧).",
        "at ⟦www.5m-b.org/5GHz⟧; then",
        "write to ⟦me.5m@flow.example⟧.",
        "under ⟦10.1109/5GHz.2020.1⟧.",
        "in ⟦/usr/5m/lib⟧ and ⟦~/data/5m⟧",
        "at ⟦flow.example.org⟧, in ⟦main-2.test.py⟧ and ⟦flow.cpp⟧.",
        "⟦git://x.org/5m⟧ or ⟦ftp://y.org⟧",
    ],
)
def test_addresses_are_found(marked):
    plain = marked.replace("⟦", "").replace("⟧", "")
    parts = [piece.split("⟧")[0] for piece in marked.split("⟦")[1:]]
    assert [plain[start:end] for start, end in addresses(plain)] == parts


@pytest.mark.parametrize(
    "plain",
    [
        "5 km/h and 3 m/s/s",
        "and/or",
        "12V/5V",
        "a@b",
        "10.5/3",
        "It is dry.So",
        "5 c.c.",
        "Fig.3",
        "a.m.",
        "at 3/4 of it",
        "i.e./e.g.",
    ],
)
def test_prose_is_no_address(plain):
    assert addresses(plain) == []
