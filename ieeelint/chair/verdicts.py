"""The verdict on a paper: *accept*, *fix*, or *look*, and why."""

from __future__ import annotations

from ieeelint.phrases import plural
from ieeelint.severities import ERROR, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from ieeelint.chair.assessing import Record
    from ieeelint.settings import Settings

    Finding = dict[str, Any]  # as in a record

ACCEPT, FIX, LOOK = "accept", "fix", "look"
VERDICTS = (ACCEPT, FIX, LOOK)


class Policy:
    """The thresholds of a venue: from the setting ``batch``."""

    def __init__(self, settings: Settings) -> None:
        table: dict[str, Any] = settings["batch"]
        self.most: dict[str, int] = {ERROR: table.get("most-errors", 0)}
        if "most-warnings" in table:
            self.most[WARNING] = table["most-warnings"]
        self.fix: list[str] = table.get("fix", [])
        self.look: list[str] = table.get("look", [])
        self.venue: str = table.get("venue", "")

    def musts(self, rows: list[Finding]) -> list[Finding]:
        """The findings that must be fixed before publication: those of mandatory rules and of
        ``fix``, and all errors or warnings if there are too many.
        """
        too_many = {severity for severity, _ in self._too_many(rows)}
        return [
            row
            for row in rows
            if row["mandatory"] or row["severity"] in too_many or _is_named(row, self.fix)
        ]

    def verdict(self, record: Record, differences: Sequence[str]) -> tuple[str, list[str]]:
        """The verdict, and the reasons for it.

        A person must look at a paper that could not be checked completely, that differs from the
        submission system, or that would not be accepted without the author's suppressions.
        """
        looks = [*record["failures"], *record["reasons"], *differences]
        rows = record["findings"]
        for row in rows:
            if _is_named(row, self.look):
                looks.append(f"{row['code']}: {row['message']}")
        fixes = self._fixes(rows)
        if not fixes and (hidden := self._fixes([*rows, *record["suppressed"]])):
            looks.append(f"the author suppressed what must be fixed ({', '.join(hidden)})")
        if looks:
            return LOOK, looks + fixes
        return (FIX, fixes) if fixes else (ACCEPT, [])

    def _fixes(self, rows: list[Finding]) -> list[str]:
        """Why a paper with these findings must be fixed."""
        mandatory = sum(_number(row) for row in rows if row["mandatory"])
        named = sum(_number(row) for row in rows if _is_named(row, self.fix))
        reasons = []
        if mandatory:
            reasons.append(f"{plural(mandatory, 'finding')} of mandatory rules")
        if named:
            reasons.append(f"{plural(named, 'finding')} of {', '.join(self.fix)}")
        reasons += [plural(number, severity) for severity, number in self._too_many(rows)]
        return reasons

    def _too_many(self, rows: list[Finding]) -> list[tuple[str, int]]:
        """The severities of which there are too many findings, and their numbers."""
        numbers = {
            severity: sum(_number(row) for row in rows if row["severity"] == severity)
            for severity in self.most
        }
        return [(severity, n) for severity, n in numbers.items() if n > self.most[severity]]


def _number(row: Finding) -> int:
    return 1 + len(row["others"])


def _is_named(row: Finding, selectors: list[str]) -> bool:
    """True if a selector names the rule of a finding."""
    return any(
        selector.upper() == "ALL"
        or row["code"].startswith(selector.upper())
        or row["name"] == selector.lower()
        for selector in selectors
        if selector
    )
