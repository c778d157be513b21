"""One line for each finding, with its other locations, in the form of compiler messages."""

from __future__ import annotations

from ieeelint.output import one_line, place, shown_path
from ieeelint.output.related import in_a_sentence
from ieeelint.terminal import Paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.results import Report
    from ieeelint.settings import Settings


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """``path:line:column: CODE message``."""
    lines = []
    for finding in report.remarks:
        path, line, column, _, _ = place(finding)
        message = one_line(finding.message) + in_a_sentence(finding)
        code = paint(finding.code, finding.severity)
        lines.append(f"{shown_path(path)}:{line}:{column}: {code} {message}\n")
    return "".join(lines)
