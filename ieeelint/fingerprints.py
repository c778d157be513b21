"""What makes a finding the same one tomorrow, when the lines around it have moved."""

from __future__ import annotations

import os
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding

LONGEST = 200  # characters of the words that count
AROUND = 24  # characters on either side that stand for an empty place


def words(finding: Finding) -> str:
    """The words of a finding, case and spaces folded; those around a place that has none."""
    span = finding.span
    text = span.text.strip()
    if not text:
        text = span.source.text[max(0, span.start - AROUND) : span.end + AROUND]
    return " ".join(text[:LONGEST].lower().split())


def relative(path: str, folder: str = "") -> str:
    """The path from ``folder`` (here, when empty), with forward slashes."""
    with suppress(ValueError):  # on another drive
        path = os.path.relpath(path, folder or ".")
    # a name that is no UTF-8 holds what no output can
    return path.replace(os.sep, "/").encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def key(finding: Finding, folder: str = "") -> tuple[str, str, str]:
    """File, rule and words: the same for all places where these agree."""
    return relative(finding.span.source.path, folder), finding.code, words(finding)


def fingerprints(findings: list[Finding]) -> list[str]:
    """A hexadecimal name for each finding, unlike all others of the list; lines and columns play
    no part.
    """
    from hashlib import sha256

    seen: dict[tuple[str, str, str], int] = {}
    found = []
    for finding in findings:
        one = key(finding)
        seen[one] = number = seen.get(one, 0) + 1
        found.append(sha256("\0".join((*one, str(number))).encode()).hexdigest()[:32])
    return found
