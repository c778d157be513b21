"""Runs of the benchmark as a user starts them: broken off, spread, out of time, and gone on
with.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("torch")

from experiments import suites  # noqa: E402
from experiments.records import SCHEMAS, ResultFile, read  # noqa: E402

pytestmark = pytest.mark.thorough

TOP = Path(__file__).resolve().parents[2]
SUITE = """
title = "a few"
[settings]
launches = 1
least_time = 0.01
most_time = 0.02
[[case]]
module = "se"
shape = [2, 32, 6, 6]
[[case]]
module = "eca"
shape = [2, 32, 6, 6]
[[case]]
module = "external_attention"
shape = [2, 9, 32]
[[case]]
module = "acmix"
shape = [2, 32, 3, 3]
[[case]]
module = "conv3x3"
shape = [2, 32, 6, 6]
"""


def command(*words):
    return [sys.executable, "-m", "experiments", *map(str, words)]


def environment():
    return {**os.environ, "PYTHONPATH": str(TOP)}


def call(*words):
    return subprocess.run(command(*words), capture_output=True, text=True, env=environment())


def measurements(path):
    return [row for row in read(path) if row["schema"].startswith("attn-bench/")]


def identity(path):
    """What a run is to hold: each case once, with its status."""
    return Counter((row["id"], row["status"]) for row in measurements(path))


@pytest.fixture(scope="module")
def suite(tmp_path_factory):
    path = tmp_path_factory.mktemp("suite") / "few.toml"
    path.write_text(SUITE)
    return path


@pytest.fixture(scope="module")
def plain(suite):
    """The file of an unbroken run."""
    path = suite.parent / "plain.jsonl"
    ran = call("run", suite, "--output", path)
    assert ran.returncode == 0, ran.stderr
    assert "\r" not in ran.stderr  # no live line where there is no terminal
    return path


def test_a_run_contains_every_case_once_and_follows_the_schema(plain, suite):
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((SCHEMAS / "attn-bench-1.schema.json").read_text())
    rows = measurements(plain)
    assert Counter(row["id"] for row in rows) == Counter(
        case.id for case in suites.load(str(suite)).cases("cpu")
    )
    known = {row["env_id"] for row in read(plain) if "content" in row}
    for row in rows:
        jsonschema.validate(row, schema)
        assert row["env_id"] in known
        if row["case"]["module"] == "acmix":
            assert row["status"] == "skipped" and "at least 4x4" in row["reason"]
        else:
            assert row["status"] == "ok", row["reason"]
            assert row["work"]["floor_ns"] > 0
            assert (row["ratio"] is None) == (row["case"]["implementation"] == "eager")


def test_a_second_run_measures_nothing_more(plain, suite):
    before = plain.read_bytes()
    ran = call("run", suite, "--output", plain)
    assert ran.returncode == 0 and "nothing is left" in ran.stderr
    assert plain.read_bytes() == before


def started(suite, path, rows, *words):
    """A run that has written as many rows."""
    process = subprocess.Popen(
        command("run", suite, "--output", path, *words),
        env=environment(),
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 120
    while time.monotonic() < until and process.poll() is None:
        if path.exists() and path.read_bytes().count(b"attn-bench/1.1") >= rows:
            return process
        time.sleep(0.02)
    raise AssertionError(process.communicate())


def children(pid):
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True)
    return [int(one) for one in found.stdout.split()]


def test_killed_and_run_again_it_ends_with_the_same_rows(plain, suite, tmp_path):
    path = tmp_path / "killed.jsonl"
    process = started(suite, path, 2)
    workers = children(process.pid)
    process.kill()
    process.communicate()
    with open(path, "ab") as file:  # and the last write was incomplete
        file.write(b'{"schema":"attn-bench/1.0","id":"')
    assert call("run", suite, "--output", path).returncode == 0
    assert identity(path) == identity(plain)
    until = time.monotonic() + 20
    while any(Path(f"/proc/{one}").exists() for one in workers):
        assert time.monotonic() < until, "a worker outlives its run"
        time.sleep(0.05)


@pytest.mark.parametrize(("which", "status"), [(signal.SIGTERM, 75), (signal.SIGINT, 130)])
def test_stopped_by_a_signal_it_finishes_the_case_and_continues_later(
    plain, suite, tmp_path, which, status
):
    path = tmp_path / "stopped.jsonl"
    process = started(suite, path, 2)
    process.send_signal(signal.SIGHUP)  # a closed terminal does not stop it
    process.send_signal(which)
    _, said = process.communicate(timeout=120)
    assert process.returncode == status
    assert "remain. Run the same command to continue" in said
    assert path.read_bytes().endswith(b"\n")
    held = identity(path)
    assert 0 < len(held) < len(identity(plain))
    if which == signal.SIGTERM:
        assert call("run", suite, "--output", path).returncode == 0
        assert identity(path) == identity(plain)


def test_two_runs_do_not_share_a_file(suite, tmp_path):
    path = tmp_path / "shared.jsonl"
    with ResultFile(path):  # as another run holds it
        second = call("run", suite, "--output", path)
    assert second.returncode == 2
    assert "another run is writing" in second.stderr and "Traceback" not in second.stderr


def test_shards_together_are_the_plain_run(plain, suite, tmp_path):
    paths = [tmp_path / f"{i}.jsonl" for i in (1, 2, 3)]
    for index, path in enumerate(paths, 1):
        assert call("run", suite, "--output", path, "--shard", f"{index}/3").returncode == 0
    paths = [path for path in paths if path.exists()]
    assert sum(bool(measurements(path)) for path in paths) >= 2
    ran = call("merge", *paths, "--output", tmp_path / "all.jsonl")
    assert ran.returncode == 0, ran.stderr
    assert identity(tmp_path / "all.jsonl") == identity(plain)


def test_two_workers_of_ray_give_the_plain_run(plain, suite, tmp_path):
    pytest.importorskip("ray")
    path = tmp_path / "ray.jsonl"
    ran = call("run", suite, "--output", path, "--executor", "ray", "--slots", 2)
    assert ran.returncode == 0, ran.stderr
    assert identity(path) == identity(plain)


def test_a_process_out_of_time_is_a_row(suite, tmp_path):
    path = tmp_path / "late.jsonl"
    ran = call("run", suite, "--output", path, "--time-limit", "0.01", "--module", "conv3x3")
    assert ran.returncode == 1
    assert [row["status"] for row in measurements(path)] == ["timeout"]
    assert "no answer within 0.01 s" in measurements(path)[0]["reason"]
    # what failed is tried again
    assert call("run", suite, "--output", path, "--module", "conv3x3").returncode == 0
    assert [row["status"] for row in measurements(path)] == ["timeout", "ok"]


@pytest.mark.parametrize(
    ("program", "status", "words"),
    [
        ("raise MemoryError('no room')", "oom", "no room"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "oom", "memory was full"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "error", "SIGSEGV"),
        ("import sys; sys.exit(3)", "error", "status 3"),
        ("import time; time.sleep(60)", "timeout", "within 2 s"),
    ],
)
def test_whatever_ends_a_process_is_an_answer(monkeypatch, tmp_path, program, status, words):
    from experiments import processes

    folder = tmp_path / "experiments"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "worker.py").write_text(program)
    monkeypatch.setattr(processes, "TOP", tmp_path)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(processes.JobFailed, match=words) as caught:
        processes.ask({"job": "measure"}, 2)
    assert caught.value.status == status


def test_a_case_that_cannot_fit_is_not_tried(suite, tmp_path):
    own = tmp_path / "large.toml"
    own.write_text('[[case]]\nmodule = "conv3x3"\nshape = [4096, 64, 4096, 4096]\n')
    path = tmp_path / "large.jsonl"
    assert call("run", own, "--output", path).returncode == 0
    (row,) = measurements(path)
    assert row["status"] == "skipped" and "GiB that are free" in row["reason"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("run", "smok"), 'Did you mean "smoke"'),
        (("run", "none.toml"), "cannot be read"),
        (("run", "smoke", "--module", "cbma"), 'Did you mean "cbam"'),
        (("run", "smoke", "--shard", "3/2"), "Write a shard as i/k"),
        (("table", "none.jsonl"), "no such file"),
        (("verify", "--golden", "none.json"), "cannot be read"),
        (("run", "smoke", "--device", "cuda"), "no GPU here that PyTorch can use"),
    ],
)
def test_mistakes_are_one_line_and_no_traceback(words, message, monkeypatch):
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    ran = call(*words)
    assert ran.returncode == 2
    assert message in ran.stderr and "Traceback" not in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1


def test_commands_that_only_tell(plain):
    listed = call("list").stdout
    assert "acmix: paper, official; eager, fast" in listed and "smoke: " in listed
    table = call("table", plain).stdout.splitlines()
    assert len([line for line in table if line.startswith("|")]) == 2 + len(measurements(plain))
    assert json.loads(call("env", "--json").stdout)["schema"] == "attn-env/1.1"


def test_a_detached_run_goes_on_by_itself(suite, tmp_path):
    path = tmp_path / "detached.jsonl"
    words = ("run", suite, "--output", path, "--module", "se", "--detach")
    ran = call(*words)
    assert ran.returncode == 0
    if "continues as process" in ran.stdout:
        assert f"tail -f {path.with_suffix('.log')}" in ran.stdout
        assert (
            "resume: " + " ".join(("python", "-m", "experiments", *map(str, words))) in ran.stdout
        )
        number = int(re.search(r"process (\d+)", ran.stdout).group(1))
        assert os.getsid(number) == number != os.getsid(0)
    until = time.monotonic() + 120
    while not (path.exists() and len(measurements(path)) == 2):
        assert time.monotonic() < until, path.with_suffix(".log").read_text()
        time.sleep(0.2)


def test_a_detached_run_that_cannot_start_says_why(suite, tmp_path):
    (tmp_path / "own.toml").write_text("title = 'x'")
    path = tmp_path / "no" / "rows.jsonl"
    ran = call("run", suite, "--output", path, "--shard", "1/1", "--module", "sea", "--detach")
    assert ran.returncode == 2 and "There is no module" in ran.stderr


def test_without_torch_it_is_told_what_to_install(tmp_path):
    (tmp_path / "torch.py").write_text(
        "raise ModuleNotFoundError('No module named torch', name='torch')"
    )
    path = os.pathsep.join([str(tmp_path), str(TOP)])
    ran = subprocess.run(
        command("list"),
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
        cwd=tmp_path,
    )
    assert ran.returncode == 2
    assert "pip install -e '.[experiments]'" in ran.stderr and "Traceback" not in ran.stderr
