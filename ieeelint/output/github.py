"""Annotations of GitHub Actions: workflow commands, the most severe first.

GitHub keeps ten of each level a step; the summary line counts them all.
"""

from __future__ import annotations

from ieeelint.finding import SEVERITIES
from ieeelint.output import Paint, place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.results import Report
    from ieeelint.settings import Settings

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def data(text: str) -> str:
    """Escaped for the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def attribute(text: str) -> str:
    """Escaped for a property of a workflow command."""
    return data(text).replace(":", "%3A").replace(",", "%2C")


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """One ``::error …::message`` line a finding; columns only when they are on one line."""
    lines = []
    for finding in sorted(report.findings, key=lambda one: SEVERITIES.index(one.severity)):
        path, line, column, end_line, end_column = place(finding)
        where = f"file={attribute(path)},line={line},endLine={end_line}"
        if line == end_line:
            where += f",col={column},endColumn={max(end_column, column)}"
        title = attribute(f"{finding.code} {finding.rule.name}")
        lines.append(
            f"::{LEVELS[finding.severity]} title={title},{where}::{data(finding.message)}\n"
        )
    return "".join(lines)
