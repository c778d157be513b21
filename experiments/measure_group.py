"""The rows of a group: several processes, one after the other, and their combined results."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from experiments.cases import Case, Group
from experiments.errors import ExperimentError
from experiments.processes import JobFailed, ask
from experiments.records import BENCH
from experiments.suites import Settings


@dataclass(frozen=True)
class Context:
    """The values that all rows of a run share, and the measurement of a group."""

    suite: str
    settings: Settings
    env_id: str
    peaks: dict[str, dict[str, float]]  # by data type
    run: dict[str, Any]

    def measure(self, group: Group) -> list[dict[str, Any]]:
        """The rows of a group, one for each case, even if its processes fail."""
        started = now()
        refused = self._refused(group)
        if refused:
            results: dict[str, Any] = {case.id: ("skipped", refused) for case in group.cases}
        else:
            results = self._launches(group)
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
                **dict.fromkeys(("check", "time_ns", "ratio", "memory", "work")),
                "env_id": self.env_id,
                "run": {**self.run, "started": started, "finished": now()},
            }
            result = results[case.id]
            if isinstance(result, tuple):
                row["status"], row["reason"] = result
            else:
                self._fill(row, result, results[group.cases[0].id], case)
            rows.append(row)
        return rows

    def _launches(self, group: Group) -> dict[str, Any]:
        """For each case the results of all processes, or (status, reason) of the first failure."""
        job = {
            "job": "measure",
            "cases": [case.axes() for case in group.cases],
            "settings": self.settings.as_dict(),
        }
        results: dict[str, Any] = {case.id: [] for case in group.cases}
        for _ in range(self.settings.launches):
            try:
                answer = ask(job, self.settings.time_limit)
            except JobFailed as failure:
                if len(group.cases) > 1:  # measure each case alone to find which one failed
                    return {
                        case.id: self._launches(Group(group.id, (case,)))[case.id]
                        for case in group.cases
                    }
                return {group.cases[0].id: (failure.status, str(failure))}
            for result in answer:
                so_far = results[result["id"]]
                if isinstance(so_far, tuple):
                    continue
                if result["status"] == "ok":
                    so_far.append(result)
                else:
                    results[result["id"]] = (result["status"], result["reason"])
        return results

    def _fill(self, row: dict[str, Any], launches: list[Any], base: Any, case: Case) -> None:
        """Fill the row of ``case`` from its launches; ``base`` has those of the first case."""
        from experiments.measuring.statistics import ratio, summary
        from experiments.measuring.work import floor, work

        samples = [launch["samples"] for launch in launches]
        checks = (launch["check"] for launch in launches)
        row["check"] = max(checks, key=lambda check: check["relative_l2"])
        row["time_ns"] = {
            **summary(samples),
            "criterion": f"95 % interval of the median within {self.settings.noise:.0%}",
            "criterion_met": all(launch["criterion_met"] for launch in launches),
        }
        if isinstance(base, list) and base is not launches and len(base) == len(launches):
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

    def _refused(self, group: Group) -> str | None:
        """Why a group is skipped: its module does not support the shape, or it needs more than 80 %
        of the free memory.
        """
        from experiments.measuring.work import predicted

        free = free_memory(group.cases[0].device)
        for case in group.cases:
            try:
                needed = predicted(case)["peak_bytes"]
            except ExperimentError as error:
                return str(error)
            if free is not None and needed is not None and needed > 0.8 * free:
                return f"needs about {needed / 2**30:.1f} GiB, but {free / 2**30:.1f} GiB are free"
        return None


def free_memory(device: str) -> int | None:
    """Free bytes on the device; None if they are unknown. Does not start the device."""
    if device == "cuda":
        from experiments.environment import output

        text = output("nvidia-smi", "--query-gpu=memory.free", "--format=csv,noheader,nounits")
        return int(text.splitlines()[0]) * 2**20 if text and text.strip()[:1].isdigit() else None
    try:
        with open("/proc/meminfo", encoding="ascii") as file:
            for line in file:
                if line.startswith("MemAvailable:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return None


def now() -> str:
    """The time in UTC, to the second."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
