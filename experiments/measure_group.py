"""A group's rows: several processes one after the other, and what they found put together."""

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
    """What all rows of a run share."""

    suite: str
    settings: Settings
    env_id: str
    peaks: dict[str, dict[str, float]]  # by data type
    run: dict[str, Any]

    def measure(self, group: Group) -> list[dict[str, Any]]:
        """The rows of a group, one for each case, whatever happens to the processes."""
        started = now()
        refused = self._refused(group)
        if refused:
            found: dict[str, Any] = {case.id: ("skipped", refused) for case in group.cases}
        else:
            found = self._launches(group)
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
            one = found[case.id]
            if isinstance(one, tuple):
                row["status"], row["reason"] = one
            else:
                self._fill(row, one, found[group.cases[0].id], case)
            rows.append(row)
        return rows

    def _launches(self, group: Group) -> dict[str, Any]:
        """For each case what each process found, or (status, reason) of the first one that
        failed.
        """
        job = {
            "job": "measure",
            "cases": [case.axes() for case in group.cases],
            "settings": self.settings.as_dict(),
        }
        found: dict[str, Any] = {case.id: [] for case in group.cases}
        for _ in range(self.settings.launches):
            try:
                answer = ask(job, self.settings.time_limit)
            except JobFailed as failure:
                if len(group.cases) > 1:  # which of them was it? each by itself
                    return {
                        case.id: self._launches(Group(group.id, (case,)))[case.id]
                        for case in group.cases
                    }
                return {group.cases[0].id: (failure.status, str(failure))}
            for one in answer:
                so_far = found[one["id"]]
                if isinstance(so_far, tuple):
                    continue
                if one["status"] == "ok":
                    so_far.append(one)
                else:
                    found[one["id"]] = (one["status"], one["reason"])
        return found

    def _fill(self, row: dict[str, Any], found: list[Any], base: Any, case: Case) -> None:
        from experiments.measuring.statistics import ratio, summary
        from experiments.measuring.work import floor, work

        samples = [one["samples"] for one in found]
        row["check"] = max((one["check"] for one in found), key=lambda one: one["relative_l2"])
        row["time_ns"] = {
            **summary(samples),
            "criterion": f"95 % interval of the median within {self.settings.noise:.0%}",
            "criterion_met": all(one["criterion_met"] for one in found),
        }
        if isinstance(base, list) and base is not found and len(base) == len(found):
            against = [one["samples"] for one in base]
            row["ratio"] = {"against": base[0]["id"], **ratio(against, samples)}
        row["memory"] = found[0]["memory"]
        least = work(case)
        bounds = floor(least, self.peaks.get(case.dtype))
        percent = None
        if bounds["floor_ns"] is not None:
            percent = round(100 * bounds["floor_ns"] / max(1, row["time_ns"]["median"]), 2)
        row["work"] = {
            **least,
            **bounds,
            "floor_percent": percent,
            "attention_kernel": found[0]["kernel"],
            "kernel_launches": found[0]["kernel_launches"],
        }

    def _refused(self, group: Group) -> str | None:
        """Why a group is not even tried: its module cannot take the shape, or it would need more
        than 80 % of the memory that is free.
        """
        from experiments.measuring.work import predicted

        free = free_memory(group.cases[0].device)
        for case in group.cases:
            try:
                needed = predicted(case)["peak_bytes"]
            except ExperimentError as error:
                return str(error)
            if free is not None and needed is not None and needed > 0.8 * free:
                return f"needs about {needed / 2**30:.1f} GiB, and {free / 2**30:.1f} GiB are free"
        return None


def free_memory(device: str) -> int | None:
    """Bytes that are free on the device; None where that cannot be told without starting it."""
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
