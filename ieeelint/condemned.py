"""Drops findings in text that the author must delete or replace, as another finding says."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding


class Ranges:
    """The condemned ranges of one source."""

    def __init__(self, ranges: list[tuple[int, int, Finding]]) -> None:
        ranges.sort(key=lambda item: item[:2])
        self.ranges = ranges
        self.starts = [start for start, _, _ in ranges]
        self.farthest = list(accumulate((end for _, end, _ in ranges), max))  # end so far

    def condemn(self, finding: Finding) -> bool:
        """True if another finding condemns the text where this one starts.

        One that condemns text itself, such as a wrong word, yields to template text only.
        """
        place = finding.span.start
        at = bisect_right(self.starts, place) - 1
        while at >= 0 and self.farthest[at] > place:
            _, end, other = self.ranges[at]
            if (
                end > place
                and other is not finding
                and (other.rule.in_condemned or not finding.condemned)
            ):
                return True
            at -= 1
        return False


def without_condemned(findings: list[Finding]) -> list[Finding]:
    """The findings that the author cannot settle by deleting or replacing text as another says.

    Only the findings that are left condemn: one that a comment suppresses must not hide others.
    """
    condemned: dict[int, list[tuple[int, int, Finding]]] = {}  # by the identity of the source
    for finding in findings:
        for span in finding.condemned:
            condemned.setdefault(id(span.source), []).append((span.start, span.end, finding))
    if not condemned:
        return findings
    ranges = {source: Ranges(items) for source, items in condemned.items()}
    return [
        finding
        for finding in findings
        if finding.rule.in_condemned
        or id(finding.span.source) not in ranges
        or not ranges[id(finding.span.source)].condemn(finding)
    ]
