"""The targets of `python -m tools.fuzz`: their first inputs hold, and faults are noticed."""

from __future__ import annotations

from itertools import islice

import pytest

from ieeelint import api
from tools.fuzz import NAMES, _note
from tools.fuzz_targets import EXPECTED, TARGETS, check_draft


def test_the_command_names_all_targets():
    assert set(NAMES) == set(TARGETS)


@pytest.mark.thorough
@pytest.mark.parametrize("name", NAMES)
def test_the_first_inputs_of_each_target_hold(name):
    target = TARGETS[name]
    seeds = list(islice(target.seeds(), 0, 60, 12))
    assert seeds
    for seed in seeds:
        for data in (seed, seed[: len(seed) // 2], seed[::-1], b""):
            try:
                target.check(data)
            except EXPECTED:
                assert data != seed


@pytest.mark.thorough
@pytest.mark.parametrize("kind", range(7))
def test_each_edit_of_a_word_draft_makes_a_draft(kind):
    for argument in (1, 7, 200):
        TARGETS["word"].check(bytes([3, kind, 0, 11, argument]))


class Location:
    line = column = end_line = end_column = 1
    path, paragraph, related = "main.tex", None, ()


def result(monkeypatch, **place):
    location = Location()
    vars(location).update(place)
    found = type("Result", (), {"json": {}, "findings": [location]})
    monkeypatch.setattr(api, "check", lambda *_words, **_options: found)
    monkeypatch.setattr(api, "fixed", lambda files, **_options: {})
    check_draft({"main.tex": b"a\nb\n"})


@pytest.mark.parametrize(
    "place", [{"line": 0}, {"column": 0}, {"line": 2}, {"end_line": 4}, {"column": 2}]
)
def test_a_location_outside_its_file_is_a_fault(monkeypatch, place):
    result(monkeypatch)
    with pytest.raises(AssertionError, match=r"a location from|line 4 of 3"):
        result(monkeypatch, **place)


def test_fixes_that_do_not_converge_are_a_fault(monkeypatch):
    monkeypatch.setattr(
        api, "fixed", lambda files, **_options: {"main.tex": files["main.tex"] + b" "}
    )
    with pytest.raises(AssertionError, match="a second run of the fixes changes main.tex"):
        check_draft({"main.tex": b"Water is wet.\n"})


def test_one_input_is_kept_for_each_place_that_fails(tmp_path):
    for data in (b"first", b"second"):
        try:
            api.references({"a.bib": data}, to="stone")
        except Exception as error:
            _note(error, data, tmp_path)
    (kept,) = tmp_path.glob("*.input")
    assert kept.read_bytes() == b"first" and kept.name.startswith("SettingsError-api-")
    assert "stone" in kept.with_suffix(".txt").read_text("utf-8")
