"""The rows of a group: several processes, one after the other, and their combined results."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from experiments.cases import Case, Group
from experiments.errors import ExperimentError
from experiments.processes import JobFailed, Workers
from experiments.records import BENCH
from experiments.suites import Settings


@dataclass(frozen=True)
class Context:
    """The values that all rows of a run share, and the measurement of a group.

    ``gpu`` is the name of the GPU that the environment describes; ``workers`` are processes that
    measure one group after the other, else each group has its own.
    """

    suite: str
    settings: Settings
    env_id: str
    peaks: dict[str, dict[str, float]]  # by data type
    run: dict[str, Any]
    gpu: str | None = None
    workers: Workers | None = None

    def measure(self, group: Group) -> list[dict[str, Any]]:
        """The rows of a group, one for each case, even if its processes fail. Raises
        ExperimentError if the GPU is gone, or is another one than at the start.
        """
        started = now()
        if self.workers is not None:
            results = self._launches(self.workers, group)
        else:
            with Workers() as workers:
                results = self._launches(workers, group)
        rows = []
        for case in group.cases:
            row: dict[str, Any] = {
                "schema": BENCH,
                "id": case.id,
                "group": group.id,
                "suite": self.suite,
                "case": case.axes(),
                "status": "ok",
                "reason": None,
                **dict.fromkeys(("check", "time_ns", "ratio", "memory", "work", "device_state")),
                "env_id": self.env_id,
                "run": {**self.run, "started": started, "finished": now()},
            }
            result = results[case.id]
            if isinstance(result, list):
                self._fill(row, result, results[group.cases[0].id], case)
            else:
                row |= {key: result.get(key) for key in ("status", "reason", "check")}
            rows.append(row)
        return rows

    def _launches(self, workers: Workers, group: Group) -> dict[str, Any]:
        """For each case the results of all processes, or the first result that is not "ok"."""
        results: dict[str, Any] = {case.id: [] for case in group.cases}
        for number in range(self.settings.launches):
            left = [case for case in group.cases if isinstance(results[case.id], list)]
            if not left:
                break
            for result in self._launch(workers, number, left):
                if result["status"] == "ok":
                    results[result["id"]].append(result)
                else:
                    results[result["id"]] = result
        return results

    def _launch(self, workers: Workers, number: int, cases: list[Case]) -> list[dict[str, Any]]:
        """The results of process ``number`` for each case."""
        job = {
            "job": "measure",
            "cases": [case.axes() for case in cases],
            "settings": self.settings.as_dict(),
        }
        try:
            answer = workers.ask(number, job, self.settings.time_limit)
        except JobFailed as failure:
            if len(cases) == 1:
                reason = {"status": failure.status, "reason": str(failure)}
                return [{"id": cases[0].id, **reason}]
            # measure each case alone to find which one failed
            alone = [self._launch(workers, number, [case])[0] for case in cases]
            return [{**result, "apart": True} for result in alone]
        if answer.get("ended"):
            workers.end(number)
        if answer.get("lost"):
            raise ExperimentError(
                "The GPU is gone: PyTorch cannot use it any more (see nvidia-smi and the kernel's"
                " log). The rows before are safe. Run the same command when it is back."
            )
        self._expect_same_gpu(answer["state"])
        done = [
            {**result, "state": answer["state"]}
            for result in answer["results"]
            if result["status"] != "ok" or "samples" in result
        ]
        ids = {result["id"] for result in done}
        left = [case for case in cases if case.id not in ids]
        if len(left) == len(cases):
            raise ExperimentError("The worker answered without a result. This is a bug.")
        return done + (self._launch(workers, number, left) if left else [])

    def _expect_same_gpu(self, state: dict[str, Any] | None) -> None:
        if state and self.gpu and state["name"] != self.gpu:
            raise ExperimentError(
                f"This group ran on {state['name']}, but the run began on {self.gpu}. Write the"
                " rows of each kind of GPU to a separate file: choose a GPU with"
                " CUDA_VISIBLE_DEVICES."
            )

    def _fill(self, row: dict[str, Any], launches: list[Any], base: Any, case: Case) -> None:
        """Fill the row of ``case`` from its launches; ``base`` has those of the first case."""
        from experiments.measuring.statistics import ratio, summary
        from experiments.measuring.work import floor, work

        samples = [launch["samples"] for launch in launches]
        checks = [launch["check"] for launch in launches]
        row["check"] = max(checks, key=lambda check: check["relative_l2"] / check["limit"])
        row["time_ns"] = {
            **summary(samples),
            "criterion": f"95 % interval of the median within {self.settings.noise:.0%}",
            "criterion_met": all(launch["criterion_met"] for launch in launches),
            **notes([launch["notes"] for launch in launches]),
        }
        row["device_state"] = states([launch["state"] for launch in launches])
        apart = any(launch.get("apart") for launch in launches)
        if isinstance(base, list) and base is not launches and not apart:
            against = [launch["samples"] for launch in base]
            row["ratio"] = {"against": base[0]["id"], **ratio(against, samples)}
        row["memory"] = launches[0]["memory"]
        least = work(case)
        bounds = floor(least, self.peaks.get(case.dtype))
        percent = None
        if bounds["floor_ns"] is not None:
            percent = round(100 * bounds["floor_ns"] / max(1, row["time_ns"]["median"]), 2)
        row["work"] = {
            **least,
            **bounds,
            "floor_percent": percent,
            "attention_kernel": launches[0]["kernel"],
            "kernel_launches": launches[0]["kernel_launches"],
        }


def notes(launches: list[dict[str, Any]]) -> dict[str, Any]:
    """How the samples of all processes were taken: those bound by the host together, the rest as in
    the first.
    """
    joined = dict(launches[0])
    if "host_bound" in joined:
        joined["host_bound"] = sum(launch["host_bound"] for launch in launches)
    return joined


def states(launches: list[dict[str, Any] | None]) -> dict[str, Any] | None:
    """The state of the GPU after the last process, with the reasons that any process met."""
    known = [state for state in launches if state]
    if not known:
        return None
    reasons = {reason: None for state in known for reason in state.get("throttled", ())}
    joined = dict(known[-1])
    if any("throttled" in state for state in known):
        joined["throttled"] = list(reasons)
    return joined


def now() -> str:
    """The time in UTC, to the second."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
