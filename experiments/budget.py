"""A run that must end in time: the groups that say most come first, and no group starts that would
probably end too late.
"""

from __future__ import annotations

import argparse
import re
import time

from experiments.cases import Case, Group

UNITS = {"h": 3600, "m": 60, "s": 1}
# how late each point of an axis comes; 0 is measured first
RANKS: dict[str, dict[str, int]] = {
    "dtype": {"bfloat16": 0, "float32": 1, "float16": 2, "float64": 3},
    "timing": {"cold": 0, "warm": 0, "graph": 1},
    "mode": {"forward": 0, "both": 1, "backward": 2},
}


def duration(text: str) -> float:
    """Seconds of "40m", "1h30m" or "90s"; for argparse."""
    parts = re.findall(r"(\d+(?:\.\d+)?)([hms])", text)
    seconds = sum(float(number) * UNITS[unit] for number, unit in parts)
    if "".join(map("".join, parts)) != text or seconds <= 0:
        raise argparse.ArgumentTypeError(f'write a time such as 40m, 1h30m or 90s, not "{text}"')
    return seconds


def most_telling_first(groups: list[Group]) -> list[Group]:
    """Every module in its usual form first (the paper's variant, inference, 16 bits, cold cache),
    then one axis changed, then two, and so on; else the order of the suite.
    """
    return sorted(groups, key=lambda group: rank(group.cases[0]))


def rank(case: Case) -> tuple[int, ...]:
    """How late a case is measured: by the number of changes from the usual form, and their kind."""
    parts = [ranks[getattr(case, axis)] for axis, ranks in RANKS.items()]
    if case.device == "cpu":
        parts[0] = abs(parts[0] - 1)  # float32 is the usual type of a CPU
    variant = 2 * int(case.variant != "paper")
    return (sum(parts) + variant, variant, *parts)


class Budget:
    """The seconds that a run may take, from now on; None for no limit."""

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds
        self.began = self.last = time.monotonic()
        self.longest = 0.0

    def finished_group(self) -> None:
        """Note the time that a group has taken."""
        now = time.monotonic()
        self.longest, self.last = max(self.longest, now - self.last), now

    @property
    def spent(self) -> bool:
        """True if a group as long as the longest one so far would end too late."""
        if self.seconds is None:
            return False
        return time.monotonic() - self.began + self.longest > self.seconds
