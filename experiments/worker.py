"""The worker process: reads one job as a line of JSON from standard input, and writes one line of
JSON.

It ends when standard input closes, so that no worker is left if its parent is killed.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import Any


def main() -> None:
    """Read a job, do it, and answer on standard output; all other output goes to standard error."""
    answer = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    job = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    answer.write(json.dumps(done(job)) + "\n")
    answer.flush()
    os._exit(0)  # an accelerator's libraries may take long to exit


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
        from experiments.measuring.launch import measure

        return measure(job["cases"], job["settings"])
    if job["job"] == "train":
        from experiments.study.training import trained

        return trained(job["run"])
    raise ValueError(job["job"])


def _end_with_parent() -> None:
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    main()
