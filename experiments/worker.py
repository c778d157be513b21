"""The worker process: reads jobs as lines of JSON from standard input, and writes a line of JSON
for each of them.

It ends when standard input closes, so that no worker is left if its parent is killed.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from typing import Any


def main() -> None:
    """Answer jobs on standard output; all other output goes to standard error."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    jobs: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(jobs,), daemon=True).start()
    while True:
        answer = done(json.loads(jobs.get()))
        answers.write(json.dumps(answer) + "\n")
        answers.flush()
        if isinstance(answer, dict) and answer.get("ended"):
            os._exit(0)  # a GPU that has failed would fail again in this process


def done(job: dict[str, Any]) -> Any:
    """The answer to a job: ``measure`` a group of cases, ``train`` some seeds, measure the
    ``peaks`` of a device, or record the ``environment``.
    """
    if job.get("device", job.get("cases", [{}])[0].get("device")) == "cuda":
        import torch

        torch.backends.cudnn.allow_tf32 = False  # compute float32 in full precision
        torch.backends.cuda.matmul.allow_tf32 = False
    if job["job"] == "peaks":
        from experiments.measuring.work import peaks

        return peaks(job["device"], job["dtype"], job["threads"])
    if job["job"] == "environment":
        from experiments.environment import record

        return record(job["device"])
    if job["job"] == "measure":
        from experiments.measuring.launch import DeviceLost, measure

        try:
            return measure(job["cases"], job["settings"])
        except DeviceLost:
            return {"lost": True, "ended": True}
    if job["job"] == "train":
        from experiments.study.training import trained

        return trained(job["run"])
    raise ValueError(job["job"])


def _read(jobs: queue.SimpleQueue[str]) -> None:
    for line in sys.stdin:
        jobs.put(line)
    os._exit(1)  # without the exit handlers of an accelerator's libraries, which may take long


if __name__ == "__main__":
    main()
