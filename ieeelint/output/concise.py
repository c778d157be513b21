"""One line for each finding, with its other locations, in the form of compiler messages."""

from __future__ import annotations

from ieeelint.output import Paint, place
from ieeelint.output.related import in_a_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.results import Report
    from ieeelint.settings import Settings


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """``path:line:column: CODE message``."""
    lines = []
    for finding in report.remarks:
        path, line, column, _, _ = place(finding)
        message = " ".join(finding.message.split()) + in_a_sentence(finding)
        lines.append(f"{path}:{line}:{column}: {paint(finding.code, finding.severity)} {message}\n")
    return "".join(lines)
