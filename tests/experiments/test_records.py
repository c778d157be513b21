"""Result files: no row is lost, no incomplete row is read, and no run overwrites another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from experiments.errors import ExperimentError
from experiments.records import ResultFile, latest, merge, read

TOP = Path(__file__).resolve().parents[2]


def row(key, device="cpu", **more):
    return {"schema": "attn-bench/1.0", "id": key, "case": {"device": device}, **more}


def test_rows_are_read_back(tmp_path):
    path = tmp_path / "deep" / "rows.jsonl"
    with ResultFile(path) as file:
        file.add(row("a"))
        file.add(row("b"))
    with ResultFile(path) as file:
        file.add(row("a", status="ok"))
        assert [one["id"] for one in file.rows] == ["a", "b", "a"]
    assert latest(read(path))["a"]["status"] == "ok"


@pytest.mark.parametrize(
    "incomplete", [b'{"schema":"attn-be', b'{"schema":"attn-bench/1.0","id":"c"}', b"\xff"]
)
def test_an_incomplete_last_line_is_cut_off(tmp_path, incomplete):
    path = tmp_path / "rows.jsonl"
    with ResultFile(path) as file:
        file.add(row("a"))
    good = path.read_bytes()
    path.write_bytes(good + incomplete)
    assert [one["id"] for one in read(path)] == ["a"]
    with ResultFile(path) as file:
        assert file.cut == len(incomplete)
        file.add(row("b"))
    assert path.read_bytes().startswith(good)
    assert [one["id"] for one in read(path)] == ["a", "b"]


def test_damage_elsewhere_is_reported_with_its_line(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(row("a")) + "\n{oops\n" + json.dumps(row("b")) + "\n")
    with pytest.raises(ExperimentError, match=r"rows\.jsonl:2: is not valid JSON"):
        read(path)
    with pytest.raises(ExperimentError, match="rows.jsonl:2"), ResultFile(path):
        pass
    assert "oops" in path.read_text()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"schema": "attn-bench/2.0"}, "reads only up to attn-bench/1. Use a newer version"),
        ({"schema": "other/1"}, "is not a row of a result file"),
        ([], "is not a row of a result file"),
    ],
)
def test_a_schema_that_is_not_known(tmp_path, content, words):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(content) + "\n")
    with pytest.raises(ExperimentError, match=words):
        read(path)


def test_a_newer_minor_version_is_read(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({**row("a"), "schema": "attn-bench/1.7", "novel": 1}) + "\n")
    assert read(path)[0]["novel"] == 1


def test_two_runs_do_not_write_one_file(tmp_path):
    path = tmp_path / "rows.jsonl"
    with ResultFile(path) as file:
        file.add(row("a"))
        with pytest.raises(ExperimentError, match="another run is writing"), ResultFile(path):
            pass
        file.add(row("b"))
    assert len(read(path)) == 2


def test_a_lock_does_not_outlive_a_killed_process(tmp_path):
    path = tmp_path / "rows.jsonl"
    program = (
        "import os, signal\nfrom experiments.records import ResultFile\nfile ="
        f" ResultFile({str(path)!r}).__enter__()\nfile.add({row('a')!r})\nos.kill(os.getpid(),"
        " signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(TOP)})
    with ResultFile(path) as file:
        file.add(row("b"))
    assert [one["id"] for one in read(path)] == ["a", "b"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_leaves_the_rows_before(tmp_path, monkeypatch):
    path = tmp_path / "rows.jsonl"
    with ResultFile(path) as file:
        file.add(row("a"))
        write = os.write
        monkeypatch.setattr(os, "write", lambda fd, data: write(fd, data[: len(data) // 2]))
        with pytest.raises(ExperimentError, match="No space left on device.*Free some space"):
            file.add(row("b"))
        monkeypatch.undo()
        file.add(row("c"))
    assert [one["id"] for one in read(path)] == ["a", "c"]


def test_numbers_that_are_none_never_get_into_a_file(tmp_path):
    with ResultFile(tmp_path / "rows.jsonl") as file:
        with pytest.raises(ValueError, match="JSON"):
            file.add(row("a", value=float("nan")))
        assert os.path.getsize(file.path) == 0


def test_merge_takes_each_row_once(tmp_path):
    env = {"schema": "attn-env/1.0", "env_id": "e"}
    for name, rows in (("1", [env, row("a")]), ("2", [env, row("b"), row("a")])):
        with ResultFile(tmp_path / name) as file:
            for one in rows:
                file.add(one)
    out = str(tmp_path / "out.jsonl")
    assert merge([str(tmp_path / "1"), str(tmp_path / "2")], out) == 3
    assert [one.get("id") for one in read(out)] == [None, "a", "b"]
    with pytest.raises(ExperimentError, match="exists"):
        merge([str(tmp_path / "1")], out)


def test_merge_keeps_devices_apart(tmp_path):
    for device in ("cpu", "cuda"):
        with ResultFile(tmp_path / device) as file:
            file.add(row("a", device))
    with pytest.raises(ExperimentError, match="Keep them in separate files"):
        merge([str(tmp_path / "cpu"), str(tmp_path / "cuda")], str(tmp_path / "out"))


def test_unreadable_places(tmp_path):
    with pytest.raises(ExperimentError, match="no such file"):
        read(tmp_path / "none.jsonl")
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(ExperimentError, match="cannot be written"),
        ResultFile(tmp_path / "file" / "x"),
    ):
        pass


def test_merge_keeps_kinds_of_gpus_and_methods_apart(tmp_path):
    def file(name, gpu, method):
        environment = {"schema": "attn-env/1.1", "env_id": gpu, "content": {"gpu": {"name": gpu}}}
        run = {} if method == 1 else {"method": method}
        with ResultFile(tmp_path / name) as file:
            file.add(environment)
            file.add({**row(name, "cuda"), "env_id": gpu, "run": run})
        return str(tmp_path / name)

    first, same = file("a", "H100", 2), file("b", "H100", 2)
    other, old = file("c", "H200", 2), file("d", "H100", 1)
    assert merge([first, same], str(tmp_path / "both")) == 3
    with pytest.raises(ExperimentError, match=r"two kinds of GPUs \(H100 and H200\)"):
        merge([first, other], str(tmp_path / "out"))
    with pytest.raises(ExperimentError, match=r"two versions of the method \(1 and 2\)"):
        merge([first, old], str(tmp_path / "out"))
