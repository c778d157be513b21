"""The lock file: every damage gives a message with the location and the remedy."""

from __future__ import annotations

import json
from copy import deepcopy
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from verified_drafts import findings, latex_draft, messages

from ieeelint.report.records import ReportError
from ieeelint.report.verify.lock import Entry, Lock, LockedFile
from ieeelint.report.verify.lock_file import dump, load, loads

# written by hand in the format of the file: sorted keys, a space for each level
TEXT = """{
 "figures": {
  "fig:growth": {
   "data": "42b594b32597",
   "specification": "fd0ef12179d8"
  }
 },
 "files": {
  "../runs/größe.jsonl": {
   "adapter": "json-lines",
   "records": 6,
   "sha256": "9f86d081"
  }
 },
 "numbers": {
  "speed-up": {
   "state": "value",
   "text": "2.34",
   "unit": "",
   "value": "2.341"
  }
 },
 "schema": "ieeelint-lock/1",
 "specifications": {
  "tables/cost.toml": "60303ae2"
 },
 "tables": {
  "tab:cost": {
   "cells": {
    "eca.latency": {
     "state": "missing",
     "text": "OOM",
     "why": "Out of memory."
    },
    "se.latency": {
     "bold": true,
     "high": "0.061",
     "interval": "95%",
     "low": "0.05",
     "notes": "a",
     "repeats": 5,
     "state": "value",
     "text": "0.054±0.006",
     "unit": "ms",
     "value": "0.0543"
    }
   },
   "columns": [
    {
     "head": "Latency",
     "name": "latency",
     "short": "Lat.",
     "unit": "ms"
    }
   ],
   "notes": {
    "a": "On one core."
   },
   "rows": [
    {
     "group": "",
     "head": "SE",
     "name": "se"
    },
    {
     "group": "Efficient",
     "head": "ECA",
     "name": "eca"
    }
   ],
   "specification": "tables/cost.toml",
   "title": "Cost"
  }
 }
}
"""
CONTENT = json.loads(TEXT)
AGAIN = "Write it again with: ieeelint pin"
REMEDY = "again with: ieeelint pin"


def refusal(text: str) -> str:
    """The message for a lock file with this text."""
    with pytest.raises(ReportError) as caught:
        loads(text, "results.lock")
    return str(caught.value)


def changed(*path, value=None, delete=False) -> str:
    """The text of a lock file with another value at ``path``, or without it."""
    content = deepcopy(CONTENT)
    inner = content
    for name in path[:-1]:
        inner = inner[name]
    if delete:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return json.dumps(content)


# -- read and written ------------------------------------------------------------


def test_reading_and_writing_keeps_the_text():
    assert dump(loads(TEXT)) == TEXT


def test_the_content_of_a_lock_file_is_read():
    lock = loads(TEXT)
    assert lock.number("cost.se.latency") == Entry(
        "value",
        "0.054±0.006",
        Decimal("0.0543"),
        "ms",
        Decimal("0.05"),
        Decimal("0.061"),
        "95%",
        5,
        bold=True,
        notes="a",
    )
    assert lock.number("cost.eca.latency") is None  # out of memory: there is no number
    assert lock.number_keys() == ["speed-up", "cost.se.latency"]
    assert lock.files == {"../runs/größe.jsonl": LockedFile("json-lines", 6, "9f86d081")}
    assert lock.tables["tab:cost"].row_headers == {"se": "SE", "eca": "ECA"}


def test_an_empty_lock_is_written_and_read():
    assert loads(dump(Lock())) == Lock()


NAMES = st.text(st.characters(codec="utf-8"), max_size=5)
NUMBERS = st.decimals(-(10**9), 10**9, places=4)
ENTRIES = st.builds(
    Entry,
    st.just("value"),
    NAMES,
    NUMBERS,
    NAMES,
    repeats=st.none() | st.integers(1, 100),
    bold=st.booleans(),
    notes=NAMES,
)


@pytest.mark.thorough
@settings(deadline=None)
@given(st.dictionaries(NAMES, ENTRIES, max_size=4), st.dictionaries(NAMES, NAMES, max_size=3))
def test_any_lock_is_written_and_read(numbers, specifications):
    lock = Lock(numbers=numbers, specifications=specifications)
    text = dump(lock)
    assert loads(text) == lock
    assert dump(loads(text)) == text


@pytest.mark.parametrize(
    "path",
    [
        ("specifications",),
        ("tables", "tab:cost", "notes"),
        ("tables", "tab:cost", "specification"),
        ("numbers", "speed-up", "unit"),
    ],
)
def test_optional_keys_may_be_missing(path):
    assert loads(changed(*path, delete=True)).number("speed-up").text == "2.34"


# -- damaged ---------------------------------------------------------------------

REQUIRED = [
    (("files",), '"files" is missing'),
    (("figures",), '"figures" is missing'),
    (("numbers",), '"numbers" is missing'),
    (("tables",), '"tables" is missing'),
    (("numbers", "speed-up", "state"), 'number "speed-up": "state" is missing'),
    (("numbers", "speed-up", "text"), 'number "speed-up": "text" is missing'),
    (("numbers", "speed-up", "value"), 'number "speed-up": "value" is missing'),
    (("figures", "fig:growth", "data"), 'figure "fig:growth": "data" is missing'),
    (("files", "../runs/größe.jsonl", "sha256"), 'file "../runs/größe.jsonl": "sha256" is missing'),
    (
        ("files", "../runs/größe.jsonl", "records"),
        'file "../runs/größe.jsonl": "records" is missing',
    ),
    (("tables", "tab:cost", "title"), 'table "tab:cost": "title" is missing'),
    (("tables", "tab:cost", "rows"), 'table "tab:cost": "rows" is missing'),
    (("tables", "tab:cost", "rows", 1, "head"), 'table "tab:cost": row 2: "head" is missing'),
    (
        ("tables", "tab:cost", "columns", 0, "short"),
        'table "tab:cost": column 1: "short" is missing',
    ),
    (
        ("tables", "tab:cost", "cells", "se.latency", "text"),
        'table "tab:cost": cell "se.latency": "text" is missing',
    ),
]


@pytest.mark.parametrize(("path", "words"), REQUIRED)
def test_a_missing_key_is_reported_with_its_location(path, words):
    message = f"results.lock: is damaged: {words}. {AGAIN}"
    assert refusal(changed(*path, delete=True)) == message


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (("numbers",), [], '"numbers" must be an object, not a list'),
        (("numbers", "speed-up"), None, 'number "speed-up" must be an object, not null'),
        (("numbers", "speed-up", "text"), 2.34, 'number "speed-up": "text" must be text, not 2.34'),
        (
            ("numbers", "speed-up", "value"),
            "fast",
            'number "speed-up": "value" must be a number in quotes, such as "0.054", not "fast"',
        ),
        (
            ("numbers", "speed-up", "value"),
            "NaN",
            'number "speed-up": "value" must be a number in quotes, such as "0.054", not "NaN"',
        ),
        (
            ("numbers", "speed-up", "value"),
            "1e999999",
            'number "speed-up": "value" must be a number in quotes, such as "0.054", not'
            ' "1e999999"',
        ),
        (
            ("tables", "tab:cost", "cells", "se.latency", "repeats"),
            True,
            'table "tab:cost": cell "se.latency": "repeats" must be a whole number, not true',
        ),
        (
            ("tables", "tab:cost", "cells", "se.latency", "bold"),
            "yes",
            'table "tab:cost": cell "se.latency": "bold" must be true or false, not "yes"',
        ),
        (
            ("tables", "tab:cost", "columns", 0),
            "latency",
            'table "tab:cost": column 1 must be an object, not "latency"',
        ),
        (("tables", "tab:cost", "rows"), {}, 'table "tab:cost": "rows" must be a list, not an'),
        (("tables", "tab:cost", "cells"), {}, 'table "tab:cost": "cells" is empty'),
        (
            ("tables", "tab:cost", "cells", "psa.latency"),
            {"state": "value", "text": "1"},
            'table "tab:cost": cell "psa.latency": the table has no row "psa"',
        ),
        (
            ("tables", "tab:cost", "cells", "se"),
            {"state": "value", "text": "1"},
            'table "tab:cost": cell "se": the table has no column ""',
        ),
        (("specifications", "tables/cost.toml"), 7, 'specifications: "tables/cost.toml" must be'),
    ],
)
def test_a_value_of_the_wrong_type_is_reported_with_its_location(path, value, words):
    message = refusal(changed(*path, value=value))
    assert message.startswith(f"results.lock: is damaged: {words}")
    assert message.endswith(AGAIN)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(deadline=None)
@given(st.sampled_from([path for path, _ in REQUIRED]), JUNK)
def test_invalid_values_are_errors_with_advice(path, junk):
    try:
        loads(changed(*path, value=junk))
    except ReportError as error:
        assert str(error).endswith(AGAIN)


@settings(deadline=None)
@given(JUNK)
def test_invalid_json_values_are_errors_with_advice(junk):
    assert refusal(json.dumps(junk)).endswith(AGAIN)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "results.lock: is empty."),
        (" \n", "results.lock: is empty."),
        ('{"schema": "ieeelint-lock/1",\n "tables": {', "results.lock:2: is not complete JSON"),
        (
            TEXT.replace(' "numbers"', '<<<<<<< HEAD\n "numbers"'),
            "results.lock:15: is not complete JSON",
        ),
        ("[" * 200_000, "results.lock: is nested too deeply"),
        ('{"repeats": ' + "9" * 5000 + "}", "results.lock: cannot be read as JSON"),
        (TEXT.replace("OOM", "\\ud83d"), "results.lock: has an escape for half of a character"),
        ("[]", 'results.lock: is not a lock file: its "schema" is not "ieeelint-lock/1".'),
        ('{"schema": 1}', 'results.lock: is not a lock file: its "schema" is not'),
        ('{"schema": "yarn/1"}', 'results.lock: is not a lock file: its "schema" is not'),
    ],
)
def test_text_that_is_not_a_lock_file(text, words):
    message = refusal(text)
    assert message.startswith(words) and message.endswith(AGAIN)


def test_a_newer_version_asks_for_a_newer_program():
    message = refusal(changed("schema", value="ieeelint-lock/2"))
    assert message == (
        'results.lock: has the schema "ieeelint-lock/2", but this version of ieeelint reads'
        ' "ieeelint-lock/1". Update ieeelint, or write the file again with: ieeelint pin'
    )


def test_a_truncated_lock_file_is_an_error(tmp_path):
    path = tmp_path / "results.lock"
    whole = TEXT.encode()
    for length in range(len(whole) - 1):  # it is complete without its last newline
        path.write_bytes(whole[:length])
        with pytest.raises(ReportError, match="Write it again with: ieeelint pin"):
            load(str(path))
    path.write_bytes(whole[:-1])
    assert load(str(path)) == loads(TEXT)


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(ReportError, match="does not exist. Create it with: ieeelint pin"):
        load(str(tmp_path / "results.lock"))
    with pytest.raises(ReportError, match="is a folder, not a file"):
        load(str(tmp_path))
    with pytest.raises(ReportError, match="cannot be read"):
        load("results\0.lock")


# -- in commands -----------------------------------------------------------------

DAMAGED = [
    TEXT[: len(TEXT) // 2],
    changed("schema", value="ieeelint-lock/2"),
    changed("tables", "tab:cost", "rows", 0, "head", delete=True),
    changed("files", "../runs/größe.jsonl", value={}),
    "[]",
]


@pytest.mark.parametrize("text", DAMAGED)
def test_a_damaged_lock_file_is_one_finding_and_an_error_of_every_command(tmp_path, run, text):
    lock, draft = tmp_path / "results.lock", tmp_path / "paper.tex"
    lock.write_text(text, encoding="utf-8")
    draft.write_text(latex_draft([], "It is 2.34.% ieeelint: pin[speed-up]\n"), encoding="utf-8")
    assert [code for code, _, _ in findings(draft)] == ["RES001"]
    assert REMEDY in messages(draft)[0]
    for command in ("trace", "flatten"):
        status, _, err = run(command, str(draft))
        assert status == 2 and "results.lock" in err and REMEDY in err


@pytest.mark.parametrize("text", DAMAGED)
def test_pin_replaces_a_damaged_lock_file_and_reports_it(tmp_path, run, text):
    lock, specification = tmp_path / "results.lock", tmp_path / "speed.toml"
    lock.write_text(text, encoding="utf-8")
    (tmp_path / "runs.csv").write_text("metric,value\nspeed,2.5\n")
    specification.write_text(
        '[source]\nfiles = ["runs.csv"]\n[[number]]\nkey = "speed"\nmetric = "speed"\nstat ='
        ' "only"\n'
    )
    status, _, err = run("pin", "--diff", str(specification), "--lock", str(lock))
    assert status == 1 and REMEDY in err and lock.read_text(encoding="utf-8") == text
    status, _, err = run("pin", str(specification), "--lock", str(lock))
    assert status == 0 and REMEDY in err
    assert load(str(lock)).number("speed").value == Decimal("2.5")
