"""Errors in a specification are reported with their line and a suggestion."""

from __future__ import annotations

import tomllib
from pathlib import Path

import jsonschema
import pytest

from ieeelint.report.records import ReportError
from ieeelint.report.specification import load, loads
from ieeelint.report.specification.schema import schema
from ieeelint.report.words import plain

TABLES = Path(__file__).resolve().parents[2] / "experiments" / "tables"
GOOD = """\
[source]
files = ["results/*.jsonl"]

[table]
label = "tab:cost"
title = "Cost"
rows = { key = "module", header = "Module" }

[[column]]
header = "Memory"
metric = "memory"

[[column]]
header = "Latency"
metric = "latency"
digits = "uncertainty"
"""


@pytest.mark.parametrize("path", sorted(TABLES.glob("*.toml")), ids=lambda path: path.stem)
def test_the_specifications_of_the_benchmark_are_valid(path):
    found = load(path)
    assert (found.table is None) != (found.figure is None)


def test_missing_keys_have_default_values():
    found = loads(GOOD)
    memory, latency = (column.measure for column in found.table.columns)
    assert (memory.stat, memory.digits, memory.interval, memory.best) == (
        "median",
        "sig:3",
        "none",
        "none",
    )
    assert latency.digits == "uncertainty"
    assert found.table.span == "column" and found.table.rows.order == "file"
    assert plain(found.missing["absent"].words) == "—"


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        (
            'digits = "uncertainty"',
            'digts = "uncertainty"',
            16,
            'unknown key column.digts. Did you mean "digits"?',
        ),
        (
            'digits = "uncertainty"',
            'digits = "places"',
            16,
            'must be "uncertainty", "uncertainty-cell", "places:N", "sig:N" or "sci:N"',
        ),
        ('digits = "uncertainty"', 'stat = "mode"', 16, 'column.stat must be one of "median"'),
        ('metric = "memory"', "metric = 5", 11, "column.metric must be a string, not 5."),
        ('title = "Cost"', "", 4, "table.title is missing"),
        (
            'label = "tab:cost"',
            'label = "tab:cost"\nlegend = "yes"',
            6,
            "table.legend must be true or false",
        ),
        (
            'files = ["results/*.jsonl"]',
            'files = "results/*.jsonl"',
            2,
            "source.files must be a list of strings",
        ),
        (
            '[[column]]\nheader = "Memory"',
            '[colum]\nheader = "Memory"',
            9,
            'unknown key colum. Did you mean "column"?',
        ),
        (
            'rows = { key = "module", header = "Module" }',
            'rows = { header = "Module" }',
            7,
            "table.rows.key is missing",
        ),
        (
            "[source]",
            "number = 5\n[source]",
            1,
            "list of tables: write [[number]] with two brackets",
        ),
        (
            "[source]",
            "number = [5]\n[source]",
            1,
            "list of tables: write [[number]] with two brackets",
        ),
        ("[source]", "figure = 5\n[source]", 1, "figure must be a table: write [figure]."),
    ],
)
def test_errors_have_their_line_and_the_nearest_name(before, after, line, message):
    with pytest.raises(ReportError) as raised:
        loads(GOOD.replace(before, after, 1), "tables/cost.toml")
    assert message in raised.value.message
    assert str(raised.value).startswith(f"tables/cost.toml:{line}: ")


def test_invalid_toml_and_unreadable_files_are_errors(tmp_path):
    with pytest.raises(ReportError, match=r"^cost.toml:3: is not valid TOML"):
        loads('[source]\nfiles = []\nprefer = "x\n', "cost.toml")
    with pytest.raises(ReportError, match="cannot be read: No such file"):
        load(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"[source]\nfiles = ['\xe9']")
    with pytest.raises(ReportError, match="is not UTF-8"):
        load(tmp_path / "latin.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[source]\nfiles = ["a"]', "does not say what to produce"),
        (GOOD + '[pivot]\nkey = "n"\n[cell]\n', "needs either [[column]] or a [pivot]"),
        (GOOD[: GOOD.index("[[column]]")] + '[pivot]\nkey = "n"\n', "needs a [cell]"),
        (GOOD[: GOOD.index("[[column]]")], "needs either [[column]] or a [pivot]"),
        (
            GOOD + '[cell]\nmetric = "m"\n',
            "a [cell] needs a [pivot]: add [pivot], or write the keys of [cell] under each",
        ),
        (
            '[source]\nfiles = ["a"]\n[[rowgroup]]\ntitle = "A"\n[[number]]\nkey = "k"\n',
            "there is no [table]",
        ),
        (
            GOOD + '[[column]]\nheader = "H"\nmetric = "m"\nmark = "bold"\n',
            "mark has no effect without best",
        ),
        (
            GOOD[: GOOD.index("[[column]]")]
            + '[pivot]\nkey = "n"\n[cell]\ntest = { kind = "wilcoxon", alpha = 5 }\n',
            "above 0 and below 1",
        ),
    ],
)
def test_blocks_that_contradict_each_other_are_errors(text, message):
    with pytest.raises(ReportError) as raised:
        loads(text)
    assert message in raised.value.message


def test_a_cell_with_columns_is_an_error_with_its_line():
    with pytest.raises(ReportError) as raised:
        loads(GOOD + '[cell]\nmetric = "m"\n')
    assert raised.value.line == len(GOOD.splitlines()) + 1


@pytest.mark.thorough
def test_the_schema_agrees_with_the_validation():
    found = schema()
    jsonschema.Draft202012Validator.check_schema(found)
    for path in TABLES.glob("*.toml"):
        jsonschema.validate(tomllib.loads(path.read_text("utf-8")), found)
    for wrong in (
        GOOD.replace("digits", "digts"),
        GOOD.replace('"uncertainty"', '"places"'),
        GOOD.replace('title = "Cost"', ""),
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(tomllib.loads(wrong), found)


@pytest.mark.parametrize("end", range(0, len(GOOD), 7))
def test_truncated_specifications_raise_no_other_error(end):
    try:
        loads(GOOD[:end])
    except ReportError as error:
        assert error.message
