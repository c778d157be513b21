"""For people with many files: the findings of each file under its name, a line each."""

from __future__ import annotations

from ieeelint.output import Paint, place
from ieeelint.output.full import summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.results import Report
    from ieeelint.settings import Settings


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """A heading a file, its findings, and the counts of all."""
    files: dict[str, list[Finding]] = {}
    for finding in report.findings:
        files.setdefault(finding.span.source.path, []).append(finding)
    parts = []
    for path, ones in files.items():
        rows = [(f"{place(one)[1]}:{place(one)[2]}", one) for one in ones]
        wide = max(len(where) for where, _ in rows)
        parts.append(paint(path, "bold") + "\n")
        for where, one in rows:
            message = " ".join(one.message.split())
            parts.append(f"  {where:>{wide}} {paint(one.code, one.severity)} {message}\n")
        parts.append("\n")
    return "".join(parts) + summary(report, paint)
