"""Groups findings that say the same about one draft: one remark, with all its other locations.

A remark is the first of these findings; the others are its ``related`` findings.  Two findings say
the same if rule and severity are equal, and the messages differ only in what they quote from the
draft: words in quotes, numbers, commands, and code.
"""

from __future__ import annotations

from ieeelint.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ieeelint.finding import Finding

# What a message quotes from the draft: words in quotes, a field with its value, braces, a token of
# code or with a digit, and a Roman number.
QUOTED = r'"[^"]*"|\w+ = (?:\{[^{}]*\}|\w+)|\{[^{}]*\}|\S*[\\\d@={}\[\]$]\S*|\b[IVXLC]+\b'
QUOTATION = "·"
LIST = rf"{QUOTATION}(?:(?:,| and|, and| or)+ (?:{QUOTATION} more|{QUOTATION}))+"


def kind(message: str) -> str:
    """What a message says apart from its quotations; lists of any length are alike."""
    return pattern(LIST).sub(QUOTATION, pattern(QUOTED).sub(QUOTATION, message))


def grouped(findings: Sequence[Finding], draft_of: dict[str, int]) -> list[Finding]:
    """The first finding of each group; sets its ``related`` findings.  Drafts are not mixed.

    ``draft_of`` maps the path of each file to the number of its draft.
    A file that belongs to no draft, because it could not be read, is grouped apart.
    """
    groups: dict[tuple[int | str, str, str, str, str], list[Finding]] = {}
    for finding in findings:
        path = finding.span.source.path
        rule = finding.rule
        key = (
            draft_of.get(path, path),
            rule.code,
            rule.origin,
            finding.severity,
            kind(finding.message),
        )
        groups.setdefault(key, []).append(finding)
    remarks = []
    for first, *others in groups.values():
        first.related = others
        remarks.append(first)
    return remarks
