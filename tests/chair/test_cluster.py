"""A batch on a Ray cluster of two machines, of which one is lost."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from chair.conftest import WRONG
from ieeelint import workers
from ieeelint.chair import cluster
from ieeelint.chair.letters import Letters
from ieeelint.chair.running import Batch, run
from ieeelint.settings import Settings

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform == "win32", reason="tests of Ray need Linux or macOS"),
]
TOP = Path(__file__).resolve().parents[2]


def test_a_station_replaces_its_process():
    station = workers.Station(eval)
    assert station.run("1 + 1", 60) == 2
    died = station.run("__import__('os')._exit(3)", 60)
    assert isinstance(died, workers.Lost) and "ended the process" in died.reason
    assert station.run("2 + 2", 60) == 4
    late = station.run("__import__('time').sleep(60)", 0.2)
    assert isinstance(late, workers.Lost) and "took more than" in late.reason
    assert station.run("3 + 3", 60) == 6


@pytest.fixture
def nodes(monkeypatch):
    """A cluster of two machines with one processor each, and this process connected to it."""
    ray = pytest.importorskip("ray")
    from ray.cluster_utils import Cluster

    paths = os.pathsep.join([str(TOP), str(TOP / "tests")])
    monkeypatch.setenv("PYTHONPATH", paths)
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    made.add_node(num_cpus=1)
    ray.init(address=made.address, log_to_driver=False, logging_level="ERROR")
    yield made
    ray.shutdown()
    made.shutdown()


def test_a_lost_machine_costs_no_paper(processes, nodes):
    chair = processes
    for number in range(24):
        chair.add(str(number), text=WRONG)
    assert cluster.processors() == 2
    batch = Batch(str(chair.folder), str(chair.out), Settings(), Letters("text"))
    batch.jobs, batch.executor = 2, cluster.results
    seen: list[int] = []

    def progress(number: int, total: int, path: str) -> None:
        seen.append(number)
        if number == 6:  # while both machines work
            nodes.remove_node(list(nodes.worker_nodes)[0], allow_graceful=False)

    start = time.monotonic()
    verdicts = run(batch, progress).verdicts
    assert verdicts == {"fix": 24}, time.monotonic() - start
    assert seen == list(range(1, 25))
    on_cluster, chair.out = chair.content(), chair.folder.parent / "local"
    batch = Batch(str(chair.folder), str(chair.out), Settings(), Letters("text"))
    run(batch)
    assert chair.content() == on_cluster
