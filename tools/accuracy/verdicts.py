"""Verdicts about findings: a table without any words of the drafts, and the rates it yields."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from tools.accuracy.observing import Observed

TRUE = "true"  # a copy editor would mark it, and the message says what to do
FALSE = "false"  # a false alarm
ADVICE = "advice"  # something is wrong there, but not what the message says, or the remedy is wrong
UNSURE = "unsure"  # two good editors could disagree; not counted
VERDICTS = TRUE, FALSE, ADVICE, UNSURE
COLUMNS = "code", "draft", "key", "advice", "place", "verdict"


@dataclass(frozen=True)
class Verdict:
    """What was judged about the finding ``key`` of ``draft``.

    ``advice`` identifies the message and fix that were judged.  ``place`` is only for people.
    """

    code: str
    draft: str
    key: str
    advice: str
    place: str
    verdict: str


@dataclass
class Rate:
    """The verdicts about the findings that a rule reports now."""

    judged: int = 0
    false: int = 0
    advice: int = 0


class Verdicts:
    """All verdicts, kept in a file of tab-separated values.

    Raises ValueError for a file that is not such a table.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.all: dict[tuple[str, str], Verdict] = {}
        if not path.exists():
            return
        with open(path, encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.reader(file, delimiter="\t"), 1):
                if number == 1 and tuple(row) == COLUMNS:
                    continue
                if len(row) != len(COLUMNS) or row[-1] not in VERDICTS or number == 1:
                    raise ValueError(f"{path}, line {number}: not a verdict")
                self._add(Verdict(*row))

    def _add(self, verdict: Verdict) -> None:
        self.all[verdict.draft, verdict.key] = verdict

    def of(self, finding: Observed) -> str | None:
        """The verdict about a finding; none if its message or fix was wrong and has changed."""
        verdict = self.all.get(finding.identity)
        if verdict is None or verdict.verdict == ADVICE and verdict.advice != finding.advice:
            return None
        return verdict.verdict

    def record(self, finding: Observed, verdict: str) -> None:
        """Add a verdict, or replace the one about the same finding.

        Raises ValueError for a word that is not a verdict.
        """
        if verdict not in VERDICTS:
            raise ValueError(f'"{verdict}" is not a verdict; write {", ".join(VERDICTS)}')
        self._add(
            Verdict(
                finding.code, finding.draft, finding.key, finding.advice, finding.place, verdict
            )
        )

    def save(self) -> None:
        """Write the file: completely, or not at all."""
        partial = self.path.with_suffix(".partial")
        with open(partial, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter="\t", lineterminator="\n")
            writer.writerow(COLUMNS)
            for verdict in sorted(
                self.all.values(), key=lambda one: (one.code, one.draft, one.key)
            ):
                writer.writerow(vars(verdict).values())
        partial.replace(self.path)

    def rates(self, observed: list[Observed]) -> dict[str, Rate]:
        """The rate of each rule that reports a judged finding."""
        rates: dict[str, Rate] = defaultdict(Rate)
        for finding in observed:
            verdict = self.of(finding)
            if verdict in (None, UNSURE):
                continue
            rate = rates[finding.code]
            rate.judged += 1
            rate.false += verdict == FALSE
            rate.advice += verdict == ADVICE
        return dict(sorted(rates.items()))
