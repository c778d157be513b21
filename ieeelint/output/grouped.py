"""For people with many files: each file name, then its findings on one line each."""

from __future__ import annotations

from ieeelint.output import one_line, place, shown_path
from ieeelint.output.full import summary
from ieeelint.output.related import in_a_sentence
from ieeelint.paper.outline import place_in_words
from ieeelint.terminal import Paint
from ieeelint.translated import message_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.results import Report
    from ieeelint.settings import Settings


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """A heading for each file, its findings, and the total counts."""
    files: dict[str, list[Finding]] = {}
    for finding in report.remarks:
        files.setdefault(finding.span.source.path, []).append(finding)
    parts = []
    for path, findings in files.items():
        rows = [(_where(finding), finding) for finding in findings]
        wide = max(len(where) for where, _ in rows)
        parts.append(paint(shown_path(path), "bold") + "\n")
        for where, finding in rows:
            message = one_line(message_of(finding)) + in_a_sentence(finding)
            parts.append(f"  {where:>{wide}} {paint(finding.code, finding.severity)} {message}\n")
        parts.append("\n")
    return "".join(parts) + summary(report, paint)


def _where(finding: Finding) -> str:
    """Line and column, or section, words and page in a Word or PDF file."""
    if finding.span.source.in_words:
        return place_in_words(finding.span)
    _, line, column, _, _ = place(finding)
    return f"{line}:{column}"
