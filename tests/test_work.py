"""A check does not get slower unnoticed: its work is counted, so the machine does not matter."""

from __future__ import annotations

import platform
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parent.parent / "benchmarks"))
from work import COUNTS, committed, counted  # noqa: E402

MOST = 1.15  # times the committed count
RENEW = "Find out why. If it must be so, run `python benchmarks/work.py --write` and say why."
PYTHON, COMMITTED = committed()


@pytest.mark.thorough
@pytest.mark.skipif(
    not platform.python_version().startswith(PYTHON + "."),
    reason=f"the work was counted with Python {PYTHON}; others call other functions",
)
def test_the_work_is_about_as_committed():
    new = counted()
    assert set(new) == set(COMMITTED)
    for name, counts in new.items():
        for count in COUNTS:
            before = COMMITTED[name][count]
            assert counts[count] <= before * MOST, f"{name}: {counts[count]} {count}. {RENEW}"
            assert counts[count] >= before / MOST, f"{name}: fewer {count} now: write work.toml"
