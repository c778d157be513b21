"""One line for each finding, in the form of compiler messages."""

from __future__ import annotations

from ieeelint.output import Paint, place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.results import Report
    from ieeelint.settings import Settings


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """``path:line:column: CODE message``."""
    lines = []
    for finding in report.findings:
        path, line, column, _, _ = place(finding)
        message = " ".join(finding.message.split())
        lines.append(f"{path}:{line}:{column}: {paint(finding.code, finding.severity)} {message}\n")
    return "".join(lines)
