"""The timers for GPUs on a simulated one: a host that queues work, and a device that does it in
order.
"""

from __future__ import annotations

from types import SimpleNamespace

import pytest

torch = pytest.importorskip("torch")

from experiments.cases import Case  # noqa: E402
from experiments.measuring import gpu_clocks, refusals  # noqa: E402
from experiments.measuring.gpu_clocks import ColdTimer, GraphDiffers, GraphTimer  # noqa: E402
from experiments.measuring.refusals import graph_sets  # noqa: E402
from experiments.measuring.subject import Subject, input_of, ready  # noqa: E402

CACHE = 60 << 20
CASE = Case("se", "paper", {}, "fast", "plain", (2, 64, 8, 8), "float32", "cpu", "forward", "graph")


class Device:
    """Times in seconds: ``now`` of the host, and ``free``, when the queued work will be done."""

    def __init__(self):
        self.now = self.free = 0.0
        self.written = self.read = 0
        self.dirty = 0  # bytes in the cache that are not in memory yet
        self.captured = None

    def launch(self, duration, host=0.0):
        self.now += host
        if self.captured is not None:
            self.captured.append(duration)
            return self.free
        self.free = max(self.free, self.now) + duration
        return self.free

    def wait(self):
        self.now = max(self.now, self.free)


@pytest.fixture
def device(monkeypatch):
    gpu = Device()

    class Event:
        def __init__(self, enable_timing):
            assert enable_timing

        def record(self):
            self.at = gpu.launch(0.0, host=2e-6)

        def query(self):
            return self.at <= gpu.now

        def synchronize(self):
            gpu.now = max(gpu.now, self.at)

        def elapsed_time(self, end):
            return (end.at - self.at) * 1e3

    class Buffer:
        def __init__(self, size, dtype, device):
            assert device == "cuda"
            self.nbytes = size * dtype.itemsize

        def zero_(self):
            gpu.dirty = min(CACHE, self.nbytes)
            gpu.launch(self.nbytes / 4e12, host=5e-6)

        def sum(self):
            if self.nbytes >= 2 * CACHE:
                gpu.dirty = 0
            gpu.launch(self.nbytes / 4e12, host=5e-6)

    class Graph:
        def replay(self):
            gpu.launch(sum(self.work), host=10e-6)

    class Capture:
        def __init__(self, graph, stream):
            self.graph = graph
            assert stream is not None

        def __enter__(self):
            gpu.captured = self.graph.work = []

        def __exit__(self, *_):
            gpu.captured = None

    class Stream:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

        def wait_stream(self, other):
            pass

    cuda = SimpleNamespace(
        Event=Event,
        Stream=Stream,
        CUDAGraph=Graph,
        graph=Capture,
        stream=lambda stream: stream,
        current_stream=Stream,
        synchronize=gpu.wait,
        _sleep=lambda cycles: gpu.launch(cycles / 1.98e9),
        get_device_properties=lambda index: SimpleNamespace(L2_cache_size=CACHE),
    )
    fake = SimpleNamespace(
        cuda=cuda, empty=Buffer, zeros=Buffer, uint8=torch.uint8, float32=torch.float32
    )
    monkeypatch.setattr(gpu_clocks, "torch", fake)
    monkeypatch.setattr(gpu_clocks, "time", SimpleNamespace(perf_counter=lambda: gpu.now))
    monkeypatch.setattr(refusals, "torch", fake)
    return gpu


def kernels(device, count, duration, host):
    """A run of several kernels; the values are of no interest."""

    def run():
        for _ in range(count):
            device.launch(duration, host)
        return (torch.ones(1),)

    return SimpleNamespace(run=run)


@pytest.mark.parametrize("host", [1e-6, 30e-6, 300e-6])
def test_a_cold_sample_is_the_time_of_the_device_and_not_of_python(device, host):
    timer = ColdTimer(kernels(device, 10, 5e-6, host))
    assert [timer() for _ in range(5)] == pytest.approx([50e3] * 5)  # nanoseconds
    assert timer.notes() == {"host_bound": 0}


def test_the_pause_grows_if_the_host_becomes_slower(device):
    subject = kernels(device, 10, 5e-6, 1e-6)
    timer = ColdTimer(subject)
    timer.run = kernels(device, 10, 5e-6, 60e-6).run
    assert timer() == pytest.approx(50e3)
    assert timer.notes() == {"host_bound": 0}


def test_a_run_that_waits_for_the_device_is_reported(device):
    def run():
        device.launch(5e-6, 1e-6)
        device.wait()  # as .item() does
        device.now += 100e-6
        device.launch(5e-6, 1e-6)

    timer = ColdTimer(SimpleNamespace(run=run))
    assert timer() > 100e3
    before = device.now
    assert timer() > 100e3
    assert device.now - before < 1e-3  # and does not search for a pause again
    assert timer.notes() == {"host_bound": 2}


def test_nothing_of_the_buffers_is_left_to_write_during_a_cold_sample(device):
    seen = []
    subject = SimpleNamespace(run=lambda: seen.append(device.dirty) or device.launch(1e-6, 1e-6))
    timer = ColdTimer(subject)
    timer()
    assert seen[-1] == 0


def real(device, monkeypatch, broken=False):
    """A small case on the CPU whose runs also take time on the simulated GPU."""
    made = []

    def watched(subject):
        made.append(subject)
        plain, first = subject.run, len(made) == 1

        def run():
            device.launch(7e-6, 1e-6)
            (out,) = plain()
            return (out * 2 if broken and first and device.captured is not None else out,)

        subject.run = run
        return subject

    monkeypatch.setattr(
        gpu_clocks, "_another", lambda subject, seed: watched(ready(CASE, input_of(CASE, seed)))
    )
    return watched(ready(CASE)), made


def test_a_graph_holds_as_many_inputs_as_exceed_the_cache(device, monkeypatch):
    subject, made = real(device, monkeypatch)
    timer = GraphTimer(subject, 1e-4)
    assert len(made) == timer.notes()["sets"] == 64
    assert timer() == pytest.approx(7e3)
    assert timer.notes()["exceeds_cache"] is False  # 64 inputs of 32 KiB: the row says so
    assert graph_sets(100 << 20, CACHE) == 2 and graph_sets(20 << 20, CACHE) == 9


def test_a_graph_with_other_results_than_the_checked_run_is_no_measurement(device, monkeypatch):
    subject, _ = real(device, monkeypatch, broken=True)
    with pytest.raises(GraphDiffers, match=r"differs from the checked run by 1 "):
        GraphTimer(subject, 1e-4)
    subject, _ = real(device, monkeypatch, broken=True)
    GraphTimer(subject, float("inf"))  # where rounding errors decide, it must only be finite


def test_another_input_of_a_graph_has_its_own_weights():
    subject: Subject = ready(CASE)
    other = gpu_clocks._another(subject, 1)
    assert not torch.equal(other.inputs, subject.inputs)
    for own, copied in zip(subject.parameters, other.parameters, strict=True):
        assert torch.equal(own, copied) and own.data_ptr() != copied.data_ptr()
