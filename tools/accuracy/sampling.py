"""Chooses the findings to judge: as many of each rule as are missing, from many drafts."""

from __future__ import annotations

from collections import defaultdict

from tools.accuracy.observing import Observed
from tools.accuracy.verdicts import Verdicts


def sample(observed: list[Observed], verdicts: Verdicts, wanted: int) -> list[Observed]:
    """The findings to judge, until ``wanted`` of each rule are judged, in the order of the rules.

    The order of a rule's findings is pseudorandom but always the same, and takes one of each draft
    before a second one of any: a rule that is wrong in one draft is often wrong there many times.
    """
    chosen = []
    for _, findings in sorted(_by_code(observed).items()):
        judged = sum(verdicts.of(finding) is not None for finding in findings)
        todo = [finding for finding in findings if verdicts.of(finding) is None]
        chosen += _spread(todo)[: max(0, wanted - judged)]
    return chosen


def _spread(findings: list[Observed]) -> list[Observed]:
    """One finding of each draft, then a second one of each, and so on."""
    in_draft: dict[str, int] = defaultdict(int)
    ranked = []
    for finding in sorted(findings, key=lambda one: one.key):
        ranked.append((in_draft[finding.draft], finding.key, finding.draft, finding))
        in_draft[finding.draft] += 1
    return [entry[-1] for entry in sorted(ranked, key=lambda entry: entry[:3])]


def _by_code(observed: list[Observed]) -> dict[str, list[Observed]]:
    by_code: dict[str, list[Observed]] = defaultdict(list)
    for finding in observed:
        by_code[finding.code].append(finding)
    return by_code
