"""Files of trackers of experiments: their runs, parameters and metrics, and their errors."""

from __future__ import annotations

import sqlite3
import struct

import pytest
from collected import values

from ieeelint.report.records import ReportError


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


def test_truncated_and_damaged_tensorboard_files(gather, tmp_path):
    data = framed(event(1, "acc", PLAIN), event(2, "acc", TENSOR))
    name = "events.out.tfevents.1"
    assert values(gather(name, data[:-3], ["run"], ["acc"])) == {("acc", (tmp_path.name,)): [0.1]}
    with pytest.raises(ReportError, match="damaged at byte"):
        gather(name, data[:-10] + b"\x00" + data[-9:], ["run"], ["acc"])
