"""Each format of result files: its keys, metrics, units and repeats, and its errors."""

from __future__ import annotations

import json
import sqlite3
import struct

import polars
import pytest

from ieeelint.report.records import ReportError
from ieeelint.report.sources.collecting import collect

PYTEST = {
    "machine_info": {"node": "x"},
    "datetime": "2026-01-02T03:04:05+00:00",
    "version": "5.1.0",
    "benchmarks": [
        {
            "group": None,
            "name": "test_it[both-8]",
            "fullname": "t.py::test_it[both-8]",
            "param": "both-8",
            "params": {"variant": "both", "heads": 8},
            "extra_info": {"params_m": 1.32, "study": "branches"},
            "stats": {
                "min": 1.0,
                "max": 4.0,
                "mean": 2.25,
                "stddev": 1.25,
                "median": 2.0,
                "rounds": 4,
                "ops": 0.5,
                "data": [1.0, 2.0, 2.0, 4.0],
                "outliers": "1;0",
            },
        },
        {
            "group": None,
            "name": "test_it[att-4]",
            "fullname": "t.py::test_it[att-4]",
            "param": "att-4",
            "params": {"variant": "att", "heads": 4},
            "extra_info": {"params_m": 1.06, "study": "branches"},
            "stats": {
                "min": 3.0,
                "max": 3.0,
                "mean": 3.0,
                "stddev": 0,
                "median": 3.0,
                "rounds": 1,
                "ops": 0.33,
                "data": [3.0],
                "outliers": "0;0",
            },
        },
    ],
}


@pytest.fixture
def gather(tmp_path):
    def gathered(name, content, keys, metrics, **how):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif content is not None:
            path.write_text(
                content if isinstance(content, str) else json.dumps(content), encoding="utf-8"
            )
        return collect([name], keys=keys, metrics=metrics, root=tmp_path, **how)

    return gathered


def values(collection):
    return {key: list(series.values) for key, series in collection.series.items()}


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
    assert values(gather("a.csv", text, ["module"], ["accuracy"])) == {("accuracy", ("se",)): [0.5]}
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


def test_pytest_benchmark(gather):
    """The third worked example's renaming; medians by hand."""
    found = gather(
        "0001.json",
        PYTEST,
        ["study", "variant"],
        ["parameters", "latency", "stats.mean", "stats.ops"],
        rename={"extra_info.params_m": "parameters", "stats.data": "latency"},
        where={"study": "branches"},
    )
    assert list(found.series["latency", ("branches", "both")].values) == [1.0, 2.0, 2.0, 4.0]
    assert list(found.series["parameters", ("branches", "att")].values) == [1.06]
    mean = found.series["stats.mean", ("branches", "both")]
    assert (mean.summarized, mean.unit, mean.summary.count, mean.summary.spread) == (
        2.25,
        "s",
        4,
        1.25,
    )
    assert found.series["stats.ops", ("branches", "both")].unit == "1/s"
    assert found.files[0].adapter == "pytest-benchmark"
    short = gather("0001.json", None, ["params.heads"], ["params_m"])
    assert values(short) == {("params_m", (8,)): [1.32], ("params_m", (4,)): [1.06]}


def test_pytest_benchmark_newest_by_recorded_time(gather, tmp_path):
    """The later path holds the older measurement."""
    newer = json.loads(json.dumps(PYTEST))
    older = json.loads(json.dumps(PYTEST))
    older["datetime"] = "2025-12-31T00:00:00+00:00"
    older["benchmarks"][0]["stats"]["median"] = 9.0
    (tmp_path / "1.json").write_text(json.dumps(newer))
    (tmp_path / "2.json").write_text(json.dumps(older))
    found = collect(
        ["*.json"], keys=["variant"], metrics=["stats.median"], prefer="newest", root=tmp_path
    )
    assert found.series["stats.median", ("both",)].summarized == 2.0


def google(*rows, **context):
    return {"context": {"date": "2026-01-01T00:00:00+00:00", **context}, "benchmarks": list(rows)}


def test_google_benchmark_repetitions(gather):
    row = {
        "name": "BM_Sort/8/n:64/repeats:2",
        "run_type": "iteration",
        "threads": 1,
        "iterations": 10,
        "cpu_time": 1.0,
        "time_unit": "us",
    }
    mean = {
        **row,
        "name": row["name"] + "_mean",
        "run_name": row["name"],
        "run_type": "aggregate",
        "aggregate_name": "mean",
        "real_time": 99.0,
    }
    found = gather(
        "g.json",
        google(
            {**row, "real_time": 5.0, "repetition_index": 0},
            {**row, "real_time": 7.0, "repetition_index": 1},
            mean,
            json_schema_version=1,
        ),
        ["family", "arg0", "n"],
        ["real_time"],
    )
    series = found.series["real_time", ("BM_Sort", 8, 64)]
    assert (list(series.values), series.repeats, series.unit) == ([5.0, 7.0], [0, 1], "us")


def test_google_benchmark_aggregates_only(gather):
    def row(which, value):
        return {
            "name": f"BM/1_{which}",
            "run_name": "BM/1",
            "run_type": "aggregate",
            "aggregate_name": which,
            "repetitions": 9,
            "real_time": value,
            "time_unit": "ns",
        }

    found = gather(
        "g.json",
        google(row("mean", 4.0), row("median", 3.0), row("stddev", 0.5)),
        ["family"],
        ["real_time"],
    )
    series = found.series["real_time", ("BM",)]
    assert (
        series.summarized,
        series.summary.statistic,
        series.summary.count,
        series.summary.spread,
    ) == (3.0, "median", 9, 0.5)
    assert not series.values


def test_google_benchmark_errors_and_versions(gather):
    failed = {
        "name": "BM/1",
        "run_type": "iteration",
        "error_occurred": True,
        "error_message": "no device",
        "time_unit": "ns",
    }
    found = gather("g.json", google(failed), ["family"], ["real_time"])
    assert found.series["real_time", ("BM",)].failures["failed"].reason == "no device"
    with pytest.raises(ReportError, match="json_schema_version 2"):
        gather("g.json", google(json_schema_version=2), ["family"], ["real_time"])


def test_hyperfine_1(gather):
    result = {
        "command": "sleep 1",
        "mean": 1.2,
        "stddev": None,
        "median": 1.1,
        "user": 0.1,
        "system": 0.1,
        "min": 1.0,
        "max": 1.5,
        "times": [1.0, 1.1, 1.5],
        "exit_codes": [0, 0, 0],
        "parameters": {"n": "1"},
    }
    found = gather(
        "h.json",
        {
            "results": [
                result,
                {**result, "command": "false", "exit_codes": [0, 1, 0], "parameters": {"n": "2"}},
            ]
        },
        ["n"],
        ["time", "user"],
    )
    assert list(found.series["time", (1,)].values) == [1.0, 1.1, 1.5]
    assert found.series["user", (1,)].unit == "s"
    assert found.series["time", (2,)].failures["failed"].reason == "exit code 1"


def test_hyperfine_2(gather):
    def run(seconds):
        return {
            "time_wall_clock": {"value": seconds, "unit": "second"},
            "memory_peak_resident": {"value": 2048, "unit": "byte"},
            "exit_code": 0,
        }

    top = {
        "schema_version": 2,
        "metadata": {},
        "results": [{"command": "a", "name": "A", "measurements": [run(1.0), run(3.0)]}],
    }
    found = gather("h.json", top, ["name"], ["time", "memory_peak_resident"])
    assert (list(found.series["time", ("A",)].values), found.series["time", ("A",)].unit) == (
        [1.0, 3.0],
        "s",
    )
    assert found.series["memory_peak_resident", ("A",)].unit == "B"
    with pytest.raises(ReportError, match="schema_version 3"):
        gather("h.json", {**top, "schema_version": 3}, ["name"], ["time"])


def nvbench(version="1.0.0", **state):
    def summary(tag, value, hint="duration", kind="float64"):
        return {
            "tag": tag,
            "name": tag,
            "hint": hint,
            "data": [{"name": "value", "type": kind, "value": value}],
        }

    whole = {
        "name": "Device=0 N=2^10",
        "device": 0,
        "is_skipped": False,
        "axis_values": [{"name": "N", "type": "int64", "value": "1024"}],
        "summaries": [
            summary("nv/cold/sample_size", "100", "sample_size", "int64"),
            summary("nv/cold/time/gpu/mean", "2e-3"),
            summary("nv/cold/time/gpu/stdev/relative", "0.05", "percentage"),
            summary("nv/cold/bw/item_rate", "1e9", "item_rate"),
        ],
    }
    skipped = {
        "name": "x",
        "device": 0,
        "is_skipped": True,
        "skip_reason": "too large",
        "axis_values": [{"name": "N", "value": "2048"}],
        "summaries": None,
    }
    meta = (
        {"meta": {"version": {"json": {"major": int(version[0]), "string": version}}}}
        if version
        else {}
    )
    return {
        **meta,
        "devices": [{"id": 0, "name": "H200"}],
        "benchmarks": [{"name": "copy", "states": [{**whole, **state}, skipped]}],
    }


@pytest.mark.parametrize("version", ["1.0.0", ""])
def test_nvbench(gather, version):
    found = gather(
        "n.json",
        nvbench(version),
        ["benchmark", "device", "N"],
        ["gpu_time", "nv/cold/bw/item_rate"],
    )
    series = found.series["gpu_time", ("copy", "H200", 1024)]
    assert (series.summarized, series.unit, series.summary.statistic, series.summary.count) == (
        0.002,
        "s",
        "mean",
        100,
    )
    assert series.summary.spread == pytest.approx(1e-4)
    assert found.series["nv/cold/bw/item_rate", ("copy", "H200", 1024)].unit == "1/s"
    assert (
        found.series["gpu_time", ("copy", "H200", 2048)].failures["skipped"].reason == "too large"
    )


def test_invalid_nvbench_files_are_errors(gather):
    with pytest.raises(ReportError, match="file version 2.0.0"):
        gather("n.json", nvbench("2.0.0"), ["N"], ["gpu_time"])
    with pytest.raises(ReportError, match="is not a valid nvbench file"):
        gather("n.json", nvbench(axis_values=[{"value": "1"}]), ["N"], ["gpu_time"])


@pytest.fixture
def mlruns(tmp_path):
    def run(id_, status, stage="active", value="0.5", module="se", seed=0):
        folder = tmp_path / "mlruns" / "7" / id_
        for path, text in {
            "meta.yaml": (
                f"lifecycle_stage: {stage}\nrun_id: {id_}\nrun_name: same\nstart_time: 1\nstatus:"
                f" {status}\n"
            ),
            "params/module": module,
            "params/seed": str(seed),
            "tags/mlflow.user": "me",
            "tags/kind": "x",
            "metrics/val/acc": f"5 0.1 0\n6 {value} 2\n7 0.3 1\n",
            "artifacts/model.bin": "x",
        }.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)

    (tmp_path / "mlruns" / "7").mkdir(parents=True)
    (tmp_path / "mlruns" / "7" / "meta.yaml").write_text(
        "experiment_id: '7'\nlifecycle_stage: active\nname: 'the study'\n"
    )
    return run


def test_mlflow_files(mlruns, gather):
    mlruns("a" * 32, 3, value="0.5")
    mlruns("b" * 32, 3, value="0.7", seed=1)
    mlruns("c" * 32, 4, module="eca")
    mlruns("d" * 32, 3, stage="deleted")
    found = gather("mlruns", None, ["experiment", "module"], ["val/acc"])
    series = found.series["val/acc", ("the study", "se")]
    assert (list(series.values), series.repeats) == ([0.5, 0.7], [0, 1])
    assert (
        found.series["val/acc", ("the study", "eca")]
        .failures["failed"]
        .reason.endswith("has the state failed")
    )


def test_mlflow_files_with_nan(mlruns, gather):
    mlruns("a" * 32, 3, value="nan")
    mlruns("b" * 32, 3, module="eca", value="0.5")
    assert values(gather("mlruns", None, ["module"], ["val/acc"], where={"module": "eca"})) == {
        ("val/acc", ("eca",)): [0.5]
    }
    with pytest.raises(
        ReportError, match=r"metrics/val/acc:2: val/acc of run same is nan, not a finite number"
    ):
        gather("mlruns", None, ["module"], ["val/acc"])


def test_a_folder_is_an_error(gather, tmp_path):
    (tmp_path / "results").mkdir()
    with pytest.raises(ReportError, match="results: is a folder. Name the files in it"):
        gather("results", None, ["a"], ["t"])
    (tmp_path / "results" / "run1").mkdir()
    (tmp_path / "results" / "run1" / "events.out.tfevents.1.host").write_bytes(b"")
    with pytest.raises(ReportError, match=r"results/\*\*/\*tfevents\*"):
        gather("results", None, ["a"], ["t"])


def database(path, value=0.5, is_nan=0):
    base = sqlite3.connect(path)
    base.executescript("""
        create table experiments (experiment_id integer, name text, lifecycle_stage text);
        create table runs (run_uuid text, name text, status text, start_time integer, lifecycle_stage text, experiment_id integer);
        create table params (key text, value text, run_uuid text);
        create table tags (key text, value text, run_uuid text);
        create table latest_metrics (key text, value real, timestamp integer, step integer, is_nan integer, run_uuid text);
        insert into experiments values (1, 'study', 'active');
        insert into runs values ('r1', 'one', 'FINISHED', 2000, 'active', 1), ('r2', 'two', 'RUNNING', 3000, 'active', 1), ('r3', 'x', 'FINISHED', 1, 'deleted', 1);
        insert into params values ('module', 'se', 'r1'), ('module', 'eca', 'r2');
    """)  # noqa: E501
    base.execute("insert into latest_metrics values ('acc', ?, 0, 9, ?, 'r1')", (value, is_nan))
    base.commit()
    base.close()


def test_mlflow_sqlite(gather, tmp_path):
    database(tmp_path / "mlflow.db")
    before = (tmp_path / "mlflow.db").read_bytes()
    found = gather("mlflow.db", None, ["module"], ["acc"])
    assert list(found.series["acc", ("se",)].values) == [0.5]
    assert found.series["acc", ("eca",)].failures["skipped"].reason == "run two is still running"
    assert found.files[0].adapter == "mlflow-sqlite"
    assert (tmp_path / "mlflow.db").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["mlflow.db"]


@pytest.mark.parametrize(
    ("value", "is_nan", "message"), [(0.0, 1, "NaN"), (1.7976931348623157e308, 0, "infinite")]
)
def test_mlflow_sqlite_values_that_are_not_numbers_are_errors(
    gather, tmp_path, value, is_nan, message
):
    database(tmp_path / "mlflow.db", value, is_nan)
    with pytest.raises(ReportError, match=f"acc of run one is {message}, not a finite number"):
        gather("mlflow.db", None, ["module"], ["acc"])


def test_other_databases_are_errors(gather, tmp_path):
    sqlite3.connect(tmp_path / "x.db").execute("create table a (b)")
    with pytest.raises(ReportError, match="not an MLflow store: it has no table experiments"):
        gather("x.db", None, ["a"], ["t"])


def test_wandb_table_of_runs(gather):
    text = (
        '"Name","State","Created","Runtime","module","seed","accuracy","_step"\n'
        '"a","finished","2026","10","se","0","0.5","9"\n'
        '"b","finished","2026","11","se","1","0.75","9"\n'
        '"c","crashed","2026","1","eca","0","","3"\n'
    )
    found = gather("w.csv", text, ["module"], ["accuracy"])
    series = found.series["accuracy", ("se",)]
    assert (list(series.values), series.repeats) == ([0.5, 0.75], [0, 1])
    assert found.series["accuracy", ("eca",)].failures["failed"].count == 1


def test_wandb_runs_of_the_api(gather):
    rows = [
        {
            "name": "a",
            "config": {"module": "se", "opt": {"lr": 0.1}},
            "summary": {"acc": 0.5, "_wandb": {"runtime": 3}},
        },
        {
            "name": "b",
            "config": {"module": "se", "opt": {"lr": 0.1}},
            "summary": {"acc": 0.6, "_wandb": {"runtime": 4}},
        },
    ]
    expected = {("acc", ("se", 0.1)): [0.5, 0.6]}
    assert values(gather("w.json", rows, ["module", "opt.lr"], ["acc"])) == expected
    cells = "\n".join(
        f'{i},"{row["summary"]}","{row["config"]}",{row["name"]}' for i, row in enumerate(rows)
    )
    assert (
        values(
            gather(
                "w.csv", f",summary,config,name\n{cells}\n", ["config.module", "opt.lr"], ["acc"]
            )
        )
        == expected
    )
    with pytest.raises(ReportError, match="w.csv:2: has a summary that is not a dictionary"):
        gather("w.csv", ",summary,config,name\n0,\"{'acc': nan}\",{},a\n", ["run"], ["acc"])


def test_wandb_curves(gather):
    text = (
        '"Step","a - loss","a - loss__MIN","a - loss__MAX","b - loss","b - loss__MIN","b -'
        ' loss__MAX"\n1,0.5,0.5,0.5,,,\n2,0.25,0.25,0.25,0.75,0.75,0.75\n'
    )
    assert values(gather("w.csv", text, ["run"], ["loss"])) == {
        ("loss", ("a",)): [0.25],
        ("loss", ("b",)): [0.75],
    }
    found = gather("w.csv", text, ["run", "step"], ["loss"])
    assert [key[1] for key in found.series] == [("a", 1), ("a", 2), ("b", 2)]


def crc(data):
    """CRC-32C bit by bit, from its definition."""
    value = 0xFFFFFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ 0x82F63B78 * (value & 1)
    value ^= 0xFFFFFFFF
    return struct.pack("<I", ((value >> 15 | value << 17) + 0xA282EAD8) & 0xFFFFFFFF)


def message(number, wire, payload):
    size = bytes([len(payload)]) if wire == 2 else b""
    return bytes([number << 3 | wire]) + size + payload


def event(step, tag, scalar):
    value = message(1, 2, tag.encode()) + scalar
    return (
        message(1, 1, struct.pack("<d", 1e9 + step))
        + message(2, 0, bytes([step]))
        + message(5, 2, message(1, 2, value))
    )


def framed(*events):
    parts = [message(1, 1, struct.pack("<d", 1e9)) + message(3, 2, b"brain.Event:2"), *events]
    return b"".join(
        struct.pack("<Q", len(one)) + crc(struct.pack("<Q", len(one))) + one + crc(one)
        for one in parts
    )


PLAIN = message(2, 5, struct.pack("<f", 0.1))
TENSOR = message(8, 2, message(1, 0, b"\x01") + message(4, 2, struct.pack("<f", 0.3)))
DOUBLES = message(8, 2, message(1, 0, b"\x02") + message(6, 2, struct.pack("<d", 0.7)))
IMAGE = message(4, 2, b"abc")


def test_the_checksum_equals_the_published_one():
    """RFC 3720, B.4: CRC-32C of 32 zero bytes is 0x8A9136AA."""
    from ieeelint.report.adapters.tensorboard import masked_crc

    plain = 0x8A9136AA
    assert masked_crc(bytes(32)) == ((plain >> 15 | plain << 17) + 0xA282EAD8) & 0xFFFFFFFF


def test_tensorboard(gather):
    data = framed(
        event(1, "acc", PLAIN),
        event(2, "acc", TENSOR),
        event(1, "loss", DOUBLES),
        event(1, "img", IMAGE),
    )
    name = "runs/module=se,seed=3/events.out.tfevents.1.host"
    found = gather(name, data, ["module"], ["acc", "loss"])
    assert values(found) == {("acc", ("se",)): [0.3], ("loss", ("se",)): [0.7]}
    assert found.series["acc", ("se",)].repeats == [3]
    steps = gather(name, None, ["run", "step"], ["acc"])
    assert values(steps) == {
        ("acc", ("runs/module=se,seed=3", 1)): [0.1],
        ("acc", ("runs/module=se,seed=3", 2)): [0.3],
    }


def test_truncated_and_damaged_tensorboard_files(gather):
    data = framed(event(1, "acc", PLAIN), event(2, "acc", TENSOR))
    name = "events.out.tfevents.1"
    assert values(gather(name, data[:-3], ["run"], ["acc"])) == {("acc", (".",)): [0.1]}
    with pytest.raises(ReportError, match="damaged at byte"):
        gather(name, data[:-10] + b"\x00" + data[-9:], ["run"], ["acc"])


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
    assert values(found) == {("acc", ("se",)): [0.5, 0.7]}  # the module without any was not run


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


@pytest.mark.parametrize("text", ["1,5", "1 000", "76.1%", "12ms"])
def test_numbers_with_units_or_separators_are_errors_with_the_correct_form(gather, text):
    with pytest.raises(
        ReportError, match=r"acc is .*, not a finite number. Write only digits and a decimal point"
    ):
        gather("a.csv", f'module,acc\nse,"{text}"\n', ["module"], ["acc"])


def test_attention_rows_with_the_same_id_and_of_newer_versions(gather, tmp_path):
    case = {
        "module": "se",
        "variant": "paper",
        "options": {"groups": [1, 4], "b": 2},
        "implementation": "eager",
        "backend": "plain",
        "shape": [2, 8, 3, 5],
        "dtype": "float32",
        "device": "cpu",
        "mode": "forward",
        "timing": "warm",
        "seed": 0,
    }
    row = {
        "schema": "attn-bench/1.7",
        "id": "a",
        "suite": "x",
        "case": case,
        "status": "oom",
        "reason": "141 GB",
        "time_ns": None,
        "ratio": None,
        "memory": None,
        "work": None,
        "env_id": "e",
        "run": {"finished": "2026-01-01T00:00:00Z"},
    }
    time = {"median": 50, "ci95": [40, 80], "samples": 7, "launches": [50, 50]}
    good = {**row, "status": "ok", "time_ns": time, "work": {"floor_ns": 20}}
    env = {
        "schema": "attn-env/1.0",
        "env_id": "e",
        "content": {"cpu": {"model": "EPYC"}, "torch": "2.13"},
    }
    keys = [
        "options",
        "options.groups",
        "shape",
        "batch",
        "channels",
        "height",
        "width",
        "tokens",
        "processor",
    ]
    case_keys = ("b=2, groups=[1,4]", "[1,4]", "2x8x3x5", 2, 8, 3, 5, 15, "EPYC")

    def lines(*rows):
        return "".join(json.dumps(one) + "\n" for one in rows)

    found = gather("a.jsonl", lines(env, row), keys, ["latency", "parameters"])
    assert {key: series.failures["oom"].reason for key, series in found.series.items()} == {
        ("latency", case_keys): "141 GB",
        ("parameters", case_keys): "141 GB",
    }
    found = gather(
        "a.jsonl", lines(env, row, good), keys, ["latency", "floor_share"]
    )  # the last of an id counts
    assert found.series["latency", case_keys].summarized == 50
    share = found.series["floor_share", case_keys]
    assert (share.summarized, share.summary.low, share.summary.high, share.unit) == (
        40.0,
        25.0,
        50.0,
        "%",
    )
    with pytest.raises(
        ReportError,
        match=(
            "a.jsonl:2: has the schema attn-bench/2.0, but this version of ieeelint reads"
            " attn-bench/1"
        ),
    ):
        gather("a.jsonl", lines(env, {**row, "schema": "attn-bench/2.0"}), keys, ["latency"])
    with pytest.raises(ReportError, match="a.jsonl:2: has the schema None, unlike the rows"):
        gather("a.jsonl", lines(env, {"metric": "t", "value": 1}), keys, ["latency"])
    with pytest.raises(ReportError, match=r"a.jsonl:2: is not a valid row of attn-bench/1.7"):
        gather("a.jsonl", lines(env, {**good, "case": {}}), keys, ["latency"])


def test_unsupported_formats_and_adapters_are_errors(gather):
    for content, message in (
        (b"\x1f\x8b\x08", "compressed with gzip"),
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"ab\0c", "is not text"),
    ):
        with pytest.raises(ReportError, match=message):
            gather("x.bin", content, ["a"], ["t"])
    with pytest.raises(ReportError, match='unknown adapter "csvv". Did you mean "csv"'):
        gather("x.csv", "a,t\n1,2\n", ["a"], ["t"], adapter="csvv")


@pytest.mark.parametrize(
    ("adapter", "content", "words"),
    [
        ("pytest-benchmark", {}, '"benchmarks" is missing'),
        ("pytest-benchmark", [1], "must contain an object, not a list"),
        (
            "google-benchmark",
            {"context": {}, "benchmarks": 3},
            '"benchmarks" must be a list, not 3',
        ),
        ("google-benchmark", {"context": 3}, '"context" must be an object, not 3'),
        ("hyperfine", {"results": [{"mean": 1}]}, 'result 1: "command" is missing'),
        ("hyperfine", {"results": [7]}, "result 1 must be an object, not 7"),
        (
            "nvbench",
            {"benchmarks": [{"name": "copy", "states": [{"summaries": [1]}]}]},
            "benchmark 1",
        ),
    ],
)
def test_a_file_of_another_format_than_the_adapter_is_an_error(gather, adapter, content, words):
    with pytest.raises(ReportError) as caught:
        gather("a.json", content, ["name"], ["mean"], adapter=adapter)
    assert str(caught.value).startswith("a.json: ")
    assert words in str(caught.value)
