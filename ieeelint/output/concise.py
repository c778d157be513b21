"""One line for each finding, with its other locations, in the form of compiler messages."""

from __future__ import annotations

from ieeelint.output import one_line, place, shown_path, shown_place
from ieeelint.output.related import in_a_sentence
from ieeelint.terminal import Paint
from ieeelint.translated import message_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.results import Report
    from ieeelint.settings import Settings


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """``path:line:column: CODE message``; a PDF file has pages, not lines."""
    lines = []
    for finding in report.remarks:
        path, line, column, _, _ = place(finding)
        source = finding.span.source
        is_pdf = source.in_words and not source.is_word
        where = shown_place(finding) if is_pdf else f"{shown_path(path)}:{line}:{column}"
        message = one_line(message_of(finding)) + in_a_sentence(finding)
        code = paint(finding.code, finding.severity)
        lines.append(f"{where}: {code} {message}\n")
    return "".join(lines)
