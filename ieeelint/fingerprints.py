"""The identity of a finding, which stays the same when lines around it move."""

from __future__ import annotations

from ieeelint.paths import seen_from, with_slashes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding

LONGEST = 200  # characters of the words to compare
AROUND = 24  # characters on either side that identify an empty span


def words(finding: Finding) -> str:
    """The words of a finding, or those around an empty span; case and spaces are folded."""
    span = finding.span
    text = span.text.strip()
    if not text:
        text = span.source.text[max(0, span.start - AROUND) : span.end + AROUND]
    return " ".join(text[:LONGEST].lower().split())


def relative(path: str, folder: str = "") -> str:
    """The path relative to ``folder`` (by default the current one), with forward slashes."""
    # a name that is not UTF-8 contains characters that cannot be printed
    return (
        with_slashes(seen_from(folder, path))
        .encode("utf-8", "surrogateescape")
        .decode("utf-8", "replace")
    )


def key(finding: Finding, folder: str = "") -> tuple[str, str, str]:
    """File, rule and words; the same for all findings where these are equal."""
    return relative(finding.span.source.path, folder), finding.code, words(finding)


def fingerprints(findings: list[Finding], are_groups: bool = False) -> list[str]:
    """A hexadecimal name for each finding, unique in the list; it does not depend on lines and
    columns.

    The name of a group depends on what it says, not on words of the draft: it stays the same when
    the author fixes some of its locations.
    """
    from hashlib import sha256

    from ieeelint.grouping import kind

    seen: dict[tuple[str, str, str], int] = {}
    names = []
    for finding in findings:
        identity = key(finding)
        if are_groups:
            identity = identity[0], identity[1], kind(finding.message)
        seen[identity] = number = seen.get(identity, 0) + 1
        names.append(sha256("\0".join((*identity, str(number))).encode()).hexdigest()[:32])
    return names
