"""CSV, JSON and Parquet files: their keys, metrics, units and repeats, and their errors."""

from __future__ import annotations

import polars
import pytest
from collected import values

from ieeelint.report.records import ReportError


def test_wide_csv_with_units_in_its_header(gather):
    found = gather(
        "a.csv",
        "module;tokens;latency (ms);loss\nse;1024;0.5;1\nse;2048;1.5;1\n",
        ["module", "tokens"],
        ["latency"],
    )
    assert values(found) == {("latency", ("se", 1024)): [0.5], ("latency", ("se", 2048)): [1.5]}
    assert {series.unit for series in found.series.values()} == {"ms"}


def test_empty_cells_mean_not_run_or_missing(gather):
    text = "module,accuracy,time\nse,0.5,1\neca,,1\n"
    assert values(gather("a.csv", text, ["module"], ["accuracy"])) == {
        ("accuracy", ("se",)): [0.5],
        ("accuracy", ("eca",)): [],
    }
    with pytest.raises(ReportError, match="a.csv:4: accuracy is empty here, but other repeats"):
        gather("a.csv", text + "se,,1\n", ["module"], ["accuracy"])


def test_status_of_wide_rows(gather):
    found = gather("a.csv", "module,time,status\nse,1,ok\neca,,OOM\n", ["module"], ["time"])
    assert found.series["time", ("eca",)].failures["oom"].count == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,metric,value\n1,t,1\n1,t\n", "a.csv:3: has 2 cells, but the header has 3"),
        ("a,a,value\n", 'a.csv:1: has a duplicate column "a"'),
        ('a,metric,value\n"1,t,1\n', "a.csv:2: is not valid CSV"),
        ("a,metric,value\n1,t,1\n1,t,nan\n", "a.csv:3: t is nan, not a finite number"),
        ("a,metric,value\n1,t,\n", "a.csv:2: t is empty, not a finite number"),
        ("a,metric,value,status\n1,t,,lost\n", 'a.csv:2: unknown status "lost"'),
    ],
)
def test_csv_that_cannot_be_read(gather, text, message):
    with pytest.raises(ReportError) as caught:
        gather("a.csv", text, ["a"], ["t"])
    assert str(caught.value).startswith(message)


def test_text_that_is_not_utf8(gather):
    with pytest.raises(ReportError, match="a.csv:3: is not UTF-8"):
        gather("a.csv", b"a,metric,value\n1,t,1\n\xe9,t,1\n", ["a"], ["t"])
    with pytest.raises(ReportError, match="a.jsonl:1: is not UTF-8"):
        gather("a.jsonl", b'{"a": "\xe9", "metric": "t", "value": 1}\n', ["a"], ["t"])
    with pytest.raises(ReportError, match="UTF-16"):
        gather("b.csv", "a,b\n".encode("utf-16"), ["a"], ["t"])


def test_byte_order_marks_and_windows_lines(gather):
    assert values(gather("a.csv", b"\xef\xbb\xbfa,metric,value\r\n1,t,2\r\n", ["a"], ["t"])) == {
        ("t", (1,)): [2.0]
    }
    assert values(
        gather("b.jsonl", b'\xef\xbb\xbf{"a": 1, "metric": "t", "value": 2}\r\n', ["a"], ["t"])
    ) == {("t", (1,)): [2.0]}


def test_an_incomplete_last_line_is_an_error_but_a_missing_newline_is_not(gather):
    row = '{"a": 1, "metric": "t", "value": 2}'
    with pytest.raises(ReportError, match="a.jsonl:2: ends in the middle of this line"):
        gather("a.jsonl", f'{row}\n{{"a": 1, "met', ["a"], ["t"])
    assert values(gather("a.jsonl", f"{row}\n\n{row}", ["a"], ["t"])) == {("t", (1,)): [2.0, 2.0]}
    with pytest.raises(ReportError, match="a.jsonl:2: is not valid JSON"):
        gather("a.jsonl", f'{row}\n{{"a": 1, "met\n{row}\n', ["a"], ["t"])
    with pytest.raises(ReportError, match="a.jsonl:2: is not a JSON object"):
        gather("a.jsonl", f"{row}\n[1]\n", ["a"], ["t"])


def test_long_and_wide_rows_do_not_mix(gather):
    with pytest.raises(ReportError, match="a.jsonl:2: has no metric and value, unlike line 1"):
        gather("a.jsonl", '{"a": 1, "metric": "t", "value": 2}\n{"a": 1, "t": 3}\n', ["a"], ["t"])


@pytest.mark.parametrize("metric", ["{}", '{"name": "t"}', "null", "[1]", '""'])
def test_a_metric_that_is_not_a_name_is_reported(gather, metric):
    rows = f'{{"a": 1, "metric": "t", "value": 2}}\n{{"a": 1, "metric": {metric}, "value": 2}}\n'
    with pytest.raises(ReportError, match=r"a\.jsonl:2: metric is .*, not a name"):
        gather("a.jsonl", rows, ["a"], ["t"])


def test_generic_json_documents(gather):
    rows = [{"net": {"name": "se"}, "t": [3.0, 1.0, 2.0]}, {"net": {"name": "eca"}, "t": 5}]
    expected = {("t", ("se",)): [3.0, 1.0, 2.0], ("t", ("eca",)): [5.0]}
    assert values(gather("a.json", rows, ["net.name"], ["t"])) == expected
    assert (
        values(
            gather(
                "b.json", {"gpu": "H200", "rows": rows}, ["net.name"], ["t"], where={"gpu": "H200"}
            )
        )
        == expected
    )
    with pytest.raises(ReportError, match="several lists of rows: other, rows"):
        gather("c.json", {"other": rows, "rows": rows}, ["net.name"], ["t"])
    with pytest.raises(ReportError, match="d.json:2: is not valid JSON"):
        gather("d.json", '{\n"rows": [', ["a"], ["t"])


def test_parquet(gather, tmp_path):
    frame = {
        "module": ["se", "se", "eca"],
        "metric": ["t"] * 3,
        "value": [1.0, 2.0, None],
        "status": ["ok", None, "oom"],
        "unit": ["ms"] * 3,
    }
    polars.DataFrame(frame).write_parquet(tmp_path / "a.parquet")
    found = gather("a.parquet", None, ["module"], ["t"])
    assert list(found.series["t", ("se",)].values) == [1.0, 2.0]
    assert str(found.series["t", ("eca",)].failures["oom"].location) == "a.parquet:3"
    polars.DataFrame({**frame, "value": [1.0, float("nan"), None]}).write_parquet(
        tmp_path / "a.parquet"
    )
    with pytest.raises(ReportError, match="a.parquet:2: t is nan"):
        gather("a.parquet", None, ["module"], ["t"])


def test_a_null_in_a_wide_parquet_file_is_an_empty_cell(gather, tmp_path):
    frame = {
        "module": ["se", "se", "eca"],
        "seed": [0, 1, 0],
        "lr": [0.1, 0.1, None],
        "acc": [0.5, None, None],
    }
    polars.DataFrame(frame).write_parquet(tmp_path / "a.parquet")
    with pytest.raises(ReportError, match="a.parquet:2: acc is empty here, but other repeats"):
        gather("a.parquet", None, ["module"], ["acc"])
    polars.DataFrame({**frame, "acc": [0.5, 0.7, None]}).write_parquet(tmp_path / "a.parquet")
    found = gather("a.parquet", None, ["module"], ["acc"])
    assert values(found) == {("acc", ("se",)): [0.5, 0.7], ("acc", ("eca",)): []}


def test_where_can_exclude_values_that_are_not_numbers(gather):
    """A run that diverged does not block the other rows."""
    wide = "module,acc\nse,0.5\nsk,nan\n"
    long = "module,metric,value\nse,acc,0.5\nsk,acc,inf\n"
    for name, content in (("a.csv", wide), ("b.csv", long)):
        assert values(gather(name, content, ["module"], ["acc"], where={"module": "se"})) == {
            ("acc", ("se",)): [0.5]
        }
        with pytest.raises(ReportError, match="or exclude it with where"):
            gather(name, content, ["module"], ["acc"])


@pytest.mark.parametrize("text", ["1,5", "1 000", "76.1!", "12 apples", "1,234.5"])
def test_numbers_with_units_or_separators_are_errors_with_the_correct_form(gather, text):
    with pytest.raises(
        ReportError, match=r"acc is .*, not a finite number. Write only digits and a decimal point"
    ):
        gather("a.csv", f'module,acc\nse,"{text}"\n', ["module"], ["acc"])
