"""The fast path and the slow path give equal results, and truncated files a clear error."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ieeelint.report.adapters import parquet
from ieeelint.report.records import ReportError
from ieeelint.report.sources import collecting, frames
from ieeelint.report.sources.collecting import collect

pytestmark = pytest.mark.thorough

RESULTS = Path(__file__).resolve().parents[2] / "experiments" / "results"
PATIENT = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(autouse=True)
def short_files_too(monkeypatch):
    monkeypatch.setattr(collecting, "SHORT", -1)


def outcome(root, files, fast, **how):
    """The whole collection, or the error, as text."""
    try:
        found = collect(files, root=root, fast=fast, **how)
    except ReportError as error:
        return str(error)
    return repr(found)


def assert_equal_on_all_paths(root, name, question):
    """Compare reading row by row, by forms of lines, and with polars in long and short blocks."""
    expected = outcome(root, [name], False, **question)
    for long, block in ((1 << 60, 1), (-1, 1 << 20), (-1, 90)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(collecting, "LONG", long)
            patch.setattr(frames, "BLOCK", block)
            assert outcome(root, [name], True, **question) == expected


numbers = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-(2**70), 2**70),
    st.sampled_from([0, -0.0, 1e-320, 5e-324]),
)
odd = st.sampled_from(
    [None, True, "1.5", "nan", "0x1", "1_0", " 2 ", "1e999", [1.0, 2.0], {"value": 3}]
)
rows = st.fixed_dictionaries(
    {"metric": st.sampled_from(["t", "u"]), "value": st.one_of(numbers, numbers, numbers, odd)},
    optional={
        "module": st.sampled_from(["a", 'b"value": 1', "ü,", "1"]),
        "seed": st.one_of(st.integers(-2, 9), st.sampled_from(["x", None, 1.5, True])),
        "repeat": st.integers(0, 3),
        "run": st.sampled_from(["r1", "r2"]),
        "unit": st.sampled_from(["ms", "ms", "ms", "s", ""]),
        "status": st.sampled_from(["ok", "ok", "oom", "lost"]),
        "extra": st.just({"value": 1.0, "seed": 2}),
    },
)
questions = st.fixed_dictionaries(
    {"keys": st.sampled_from([["module"], []]), "metrics": st.sampled_from([["t"], ["t", "u"]])},
    optional={
        "where": st.sampled_from([{"module": "a"}, {"seed": [1, 2, 3]}]),
        "repeat": st.sampled_from([["seed"], ["run", "repeat"]]),
        "ignore": st.just(["run", "extra.value", "extra.seed"]),
        "rename": st.sampled_from([{"seed": "trial"}, {"run": "seed2", "u": "t2"}]),
    },
)


def similar_rows(rows, values):
    """Rows of a few kinds, each repeated with other values and repeats."""
    several = st.lists(st.tuples(st.integers(0, 2), values, st.integers(0, 30)), max_size=14)

    def written(kinds, several):
        found = []
        for kind, value, label in several:
            row = dict(kinds[kind % len(kinds)])
            row["value"] = value
            for name in ("seed", "repeat"):
                if type(row.get(name)) is int or str(row.get(name)).isdecimal():
                    row[name] = type(row[name])(label)
            found.append(row)
        return found

    return st.builds(written, st.lists(rows, min_size=1, max_size=3), several)


@PATIENT
@given(
    similar_rows(rows, st.one_of(*[numbers] * 8, odd)),
    questions,
    st.sampled_from([(", ", ": "), (",", ":")]),
    st.booleans(),
    st.sampled_from(["", "0", "+", "."]),
)
def test_json_lines_on_both_paths(tmp_path, rows, question, separators, torn, slip):
    lines = [json.dumps(row, separators=separators, ensure_ascii=False) + "\n" for row in rows]
    if lines and slip:  # digits that are valid in Python and invalid in JSON
        lines[-1] = lines[-1].replace(f'"value"{separators[1]}', f'"value"{separators[1]}{slip}', 1)
    text = "".join(lines)
    (tmp_path / "a.jsonl").write_text(
        text + ('{"metric": "t", "val' if torn else ""), encoding="utf-8"
    )
    assert_equal_on_all_paths(tmp_path, "a.jsonl", question)


cells = st.fixed_dictionaries(
    {
        "module": st.sampled_from(["a", '"b,1"', "1", "", '"two\nlines"']),
        "seed": st.sampled_from(["1", "2", "3", "03", "x", ""]),
        "metric": st.sampled_from(["t", "t", "u", ""]),
        "value": st.just("1"),
        "unit": st.sampled_from(["ms", "ms", "s"]),
        "status": st.sampled_from(["", "ok", "oom"]),
    }
)


@PATIENT
@given(
    similar_rows(
        cells,
        st.one_of(
            *[numbers.map(repr)] * 8,
            st.sampled_from(
                ["1.", ".5", "+1", " 1", "1e999", "nan", "", "1_0", "5\r", "inf", "-0"]
            ),
        ),
    ),
    questions,
    st.lists(st.sampled_from(["module", "seed", "unit", "status"]), unique=True),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([",", ";"]),
    st.booleans(),
)
def test_csv_on_both_paths(tmp_path, rows, question, columns, end, separator, short):
    names = ["metric", "value", *columns]
    lines = [separator.join(names), *(separator.join(row[name] for name in names) for row in rows)]
    text = end.join(lines) + ("" if short else end)
    (tmp_path / "a.csv").write_bytes(text.encode())
    assert_equal_on_all_paths(tmp_path, "a.csv", question)


ALIKE = '{"metric": "t", "value": 1, "seed": 1}\n{"metric": "t", "value": 2, "seed": 2}\n'


@pytest.mark.parametrize(
    "last",
    [
        '{"metric": "t", "value": -0.0, "seed": 3}',
        '{"metric": "t", "value": 1e999, "seed": 3}',
        '{"metric": "t", "value": 01, "seed": 3}',
        '{"metric": "t", "value": 3, "seed": -3}',
        '{"metric": "t", "value": 3, "seed": 03}',
        '{"metric": "t", "value": 3, "seed": 3.0}',
        '{"metric": "t", "value": 3, "seed": "x"}',
        '{"metric": "t", "value": 3}\n{"metric": "t", "value": 4}',
        (
            '{"metric": "t", "value": 3, "seed": 3, "value": 4}\n{"metric": "t", "value": 5,'
            ' "seed": 4, "value": 4}'
        ),
        (
            '{"metric": "t", "x": {"value": 3, "seed": 3}, "value": 4, "seed": 5}\n{"metric": "t",'
            ' "x": {"value": 7, "seed": 3}, "value": 4, "seed": 6}'
        ),
        (
            '{"metric": "t", "value": 3, "seed": 3, "repeat": 1}\n{"metric": "t", "value": 3,'
            ' "seed": 4, "repeat": 1}'
        ),
        (
            '{"metric": "t", "value": 3, "seed": 3, "status": "oom"}\n{"metric": "t", "value": 3,'
            ' "seed": 4, "status": "oom"}'
        ),
        '{"metric": "t", "value": 3, "seed": 9007199254740993}',
        '{"metric": "t", "value": 9007199254740993, "seed": 4}',
        '{"seed": 5, "metric": "t", "value": 3}\n{"seed": 6, "metric": "t", "value": 3}',
        '{"metric": "t", "value": 3, "seed": 4',
    ],
)
@pytest.mark.parametrize(
    "question",
    [
        {},
        {"where": {"seed": [1, 2]}},
        {"repeat": ["repeat"], "ignore": ["seed"]},
        {"rename": {"seed": "s"}},
    ],
)
def test_lines_that_are_almost_the_same(tmp_path, last, question):
    (tmp_path / "a.jsonl").write_text(ALIKE + last + "\n" * last.endswith("}"))
    assert_equal_on_all_paths(tmp_path, "a.jsonl", {"keys": [], "metrics": ["t"], **question})


def test_many_similar_lines_are_each_counted_once(tmp_path):
    """Values by hand: 0.5, 1.5 … with seeds 0, 1 …, two modules in turn, a failure and another
    metric between.
    """
    text = "".join(
        f'{{"module": "{"ab"[i % 2]}", "metric": "t", "value": {i}.5, "unit": "ms", "seed":'
        f' {i // 2}}}\n{{"module": "a", "metric": "u", "value": {i}, "seed": {i}}}\n'
        for i in range(1000)
    )
    (tmp_path / "a.jsonl").write_text(
        text + '{"module": "a", "metric": "t", "status": "oom", "seed": 500}\n'
    )
    found = collect(["a.jsonl"], keys=["module"], metrics=["t"], root=tmp_path)
    series = found.series["t", ("a",)]
    assert list(series.values) == [i + 0.5 for i in range(0, 1000, 2)]
    assert series.repeats == list(range(500))
    assert [str(location) for location in series.locations] == ["a.jsonl:1", "a.jsonl:2001"]
    assert series.failures["oom"].count == 1
    assert found.files[0].records == 1001


def test_an_error_at_the_end_of_a_long_file_has_its_line(tmp_path):
    good = "".join(f"t,{i},{i}\n" for i in range(2000))
    for bad, message in (
        ("t,nan,9999\n", "t is nan"),
        ("t,5,17\n", "t of repeat 17 is here and in line 19"),
        ("t,5\n", "has 2 cells"),
    ):
        (tmp_path / "a.csv").write_text("metric,value,seed\n" + good + bad)
        with pytest.raises(ReportError, match=f"a.csv:2002: {message}"):
            collect(["a.csv"], keys=[], metrics=["t"], root=tmp_path)


def fixtures():
    """Small files of many formats, with the metrics to collect."""
    import test_adapters_benchmarks as benchmarks
    import test_adapters_trackers as trackers

    attention = b"".join((RESULTS / "seed-cpu.jsonl").read_bytes().splitlines(keepends=True)[:3])
    return {
        "a.jsonl": (attention, ["latency"]),
        "b.jsonl": (
            b'{"metric": "t", "value": 1.25, "seed": 1}\n{"metric": "t", "value": 2, "seed": 2}\n',
            ["t"],
        ),
        "c.csv": (b'metric,value,seed\nt,1.25,1\n"t",2,2\n', ["t"]),
        "d.json": (json.dumps(benchmarks.PYTEST).encode(), ["stats.data"]),
        "e.json": (json.dumps(benchmarks.nvbench()).encode(), ["gpu_time"]),
        "f.tfevents.1": (
            trackers.framed(
                trackers.event(1, "t", trackers.PLAIN), trackers.event(2, "t", trackers.DOUBLES)
            ),
            ["t"],
        ),
        "g.csv": (b'"Name","State","module","t"\n"a","finished","se","0.5"\n', ["t"]),
    }


def binary_fixtures(folder):
    import polars
    import test_adapters_trackers as trackers

    trackers.database(folder / "mlflow.db")
    polars.DataFrame({"metric": ["t"] * 2, "value": [1.0, 2.0]}).write_parquet(folder / "x.parquet")
    found = {
        "mlflow.db": ((folder / "mlflow.db").read_bytes(), ["acc"]),
        "x.parquet": ((folder / "x.parquet").read_bytes(), ["t"]),
    }
    (folder / "mlflow.db").unlink()
    (folder / "x.parquet").unlink()
    return found


@pytest.mark.parametrize("name", sorted(fixtures()))
def test_a_truncated_file_gives_records_or_a_clear_error(tmp_path, name):
    data, metrics = fixtures()[name]
    for cut in range(0, len(data), 1 if len(data) < 2000 else 7):
        (tmp_path / name).write_bytes(data[:cut])
        fast, plain = (
            outcome(tmp_path, [name], fast, keys=[], metrics=metrics, ignore=["name"])
            for fast in (True, False)
        )
        assert fast == plain, cut


@PATIENT
@given(st.data())
def test_truncated_or_damaged_databases_and_columns(tmp_path, data):
    name, (content, metrics) = data.draw(
        st.sampled_from(sorted({**fixtures(), **binary_fixtures(tmp_path)}.items()))
    )
    cut = data.draw(st.integers(0, len(content)))
    damaged = bytearray(content[:cut])
    for at in data.draw(st.lists(st.integers(0, max(cut - 1, 0)), max_size=3)) if cut else ():
        damaged[at] = data.draw(st.integers(0, 255))
    (tmp_path / name).write_bytes(damaged)
    outcome(tmp_path, [name], True, keys=[], metrics=metrics)
    (tmp_path / name).unlink()


@given(st.permutations(["b/1.csv", "a/2.csv", "a.csv", "B.csv"]))
@PATIENT
def test_the_order_of_a_folder_does_not_matter(tmp_path_factory, order):
    root = tmp_path_factory.mktemp("order")
    for name in order:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(f"metric,value,file\nt,{len(name)},{name}\n")
    found = collect(["**/*.csv"], keys=["file"], metrics=["t"], root=root)
    assert [file.path for file in found.files] == ["B.csv", "a/2.csv", "a.csv", "b/1.csv"]
    assert [key[1][0] for key in found.series] == ["B.csv", "a/2.csv", "a.csv", "b/1.csv"]


def test_files_are_not_changed(tmp_path):
    (tmp_path / "a.csv").write_text("metric,value\nt,1\n")
    before = os.stat(tmp_path / "a.csv").st_mtime_ns
    collect(["a.csv"], keys=[], metrics=["t"], root=tmp_path)
    assert (os.stat(tmp_path / "a.csv").st_mtime_ns, os.listdir(tmp_path)) == (before, ["a.csv"])


@pytest.fixture
def frames_too(monkeypatch):
    monkeypatch.setattr(collecting, "LONG", -1)


typed = st.fixed_dictionaries(
    {
        "module": st.sampled_from(["a", "b", None]),
        "seed": st.sampled_from([1, 2, 3, None, -4]),
        "metric": st.sampled_from(["t", "t", "t", "u"]),
        "unit": st.sampled_from(["ms", "ms", "ms", None]),
        "status": st.sampled_from([None, "ok", "oom"]),
        "cold": st.sampled_from([True, None]),
        "width": st.sampled_from([0.5, 1.0]),
    }
)


@PATIENT
@given(
    similar_rows(
        typed,
        st.one_of(
            *[st.floats(allow_nan=False, allow_infinity=False)] * 8,
            st.sampled_from([None, float("nan"), float("inf"), -0.0]),
        ),
    ),
    questions,
    st.lists(st.sampled_from(["module", "seed", "unit", "status", "cold", "width"]), unique=True),
    st.sampled_from(["Float64", "Float32", "Int64"]),
)
def test_parquet_on_both_paths(tmp_path, rows, question, columns, dtype):
    import polars

    kinds = {
        "module": polars.String,
        "seed": polars.Int32,
        "metric": polars.String,
        "unit": polars.String,
        "status": polars.String,
        "cold": polars.Boolean,
        "width": polars.Float64,
    }
    names = ["metric", *columns]
    frame = polars.DataFrame(
        {name: [row[name] for row in rows] for name in names},
        schema={name: kinds[name] for name in names},
    )
    value = polars.Series("value", [row["value"] for row in rows], dtype=polars.Float64).cast(
        getattr(polars, dtype), strict=False
    )
    frame.with_columns(value).write_parquet(tmp_path / "a.parquet")
    expected = outcome(tmp_path, ["a.parquet"], False, **question)
    for at_once in (1 << 20, 3):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(parquet, "AT_ONCE", at_once)
            assert outcome(tmp_path, ["a.parquet"], True, **question) == expected
            assert outcome(tmp_path, ["a.parquet"], False, **question) == expected


def test_frames_are_used_and_give_the_same_result(tmp_path, frames_too, monkeypatch):
    """The fast path handles a file of long runs."""
    text = "metric,value,module,seed\n" + "".join(
        f"t,{i}.25,{'ab'[i % 2]},{i // 2}\n" for i in range(500)
    )
    (tmp_path / "a.csv").write_text(text)
    slow = outcome(tmp_path, ["a.csv"], False, keys=["module"], metrics=["t"])
    rows = [line.split(",") for line in text.splitlines()[1:]]
    (tmp_path / "a.jsonl").write_text(
        "".join(
            f'{{"metric": "t", "value": {v}, "module": "{m}", "seed": {s}}}\n'
            for _, v, m, s in rows
        )
    )
    slow_lines = outcome(tmp_path, ["a.jsonl"], False, keys=["module"], metrics=["t"])
    monkeypatch.setattr(collecting, "_by_lines", None)
    monkeypatch.setattr(frames, "BLOCK", 1000)
    assert outcome(tmp_path, ["a.csv"], True, keys=["module"], metrics=["t"]) == slow
    assert outcome(tmp_path, ["a.jsonl"], True, keys=["module"], metrics=["t"]) == slow_lines


@pytest.mark.parametrize(
    ("prefer", "second", "message"),
    [
        ("", range(50, 99), ""),
        ("newest", range(50, 99), ""),
        ("newest", range(49, 99), ""),
        ("", range(49, 99), "b.csv:2: t of repeat 49 was measured here and at a.csv:51 "),
        ("", [70, 70], "b.csv:3: t of repeat 70 is here and in line 2 "),
    ],
)
def test_repeats_in_several_long_files(tmp_path, frames_too, prefer, second, message):
    """Repeats 0 to 49, then other repeats, one of them again, or a duplicate in one file."""
    for name, seeds in (("a.csv", range(50)), ("b.csv", second)):
        (tmp_path / name).write_text(
            "metric,value,seed\n" + "".join(f"t,{seed}.5,{seed}\n" for seed in seeds)
        )
    question = {"keys": [], "metrics": ["t"], "prefer": prefer}
    expected = outcome(tmp_path, ["*.csv"], False, **question)
    assert expected.startswith(message or "Collection")
    assert outcome(tmp_path, ["*.csv"], True, **question) == expected
