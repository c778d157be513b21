"""JUnit XML, which every CI server reads: one suite for each file, one case for each finding."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from ieeelint.output import place, shown_place
from ieeelint.output.related import in_a_sentence
from ieeelint.patterns import UNPRINTABLE, pattern
from ieeelint.terminal import Paint
from ieeelint.translated import message_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.results import Report
    from ieeelint.settings import Settings


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """The report.  A finding of severity info is a passed case with its message as output; a file
    without findings has one passed case.
    """
    suites: dict[str, list[Finding]] = {paper.path: [] for paper in report.papers}
    for finding in report.remarks:
        suites.setdefault(finding.span.source.path, []).append(finding)
    total = sum(max(len(findings), 1) for findings in suites.values()) + len(report.unreadable)
    failures = sum(_fails(finding) for finding in report.remarks)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        (
            f'<testsuites name="ieeelint" tests="{total}" failures="{failures}"'
            f' errors="{len(report.unreadable)}">'
        ),
    ]
    for path, findings in suites.items():
        failed = sum(map(_fails, findings))
        lines.append(
            f'<testsuite name={_quoted(path)} tests="{max(len(findings), 1)}" failures="{failed}"'
            ' errors="0">'
        )
        lines += [_case(finding) for finding in findings]
        if not findings:
            lines.append(f'<testcase name="no findings" classname={_quoted(path)}/>')
        lines.append("</testsuite>")
    for error in report.unreadable:
        lines.append(f'<testsuite name={_quoted(error.path)} tests="1" failures="0" errors="1">')
        lines.append(
            f'<testcase name="unreadable" classname={_quoted(error.path)}><error'
            f" message={_quoted(error.message)}/></testcase></testsuite>"
        )
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _fails(finding: Finding) -> bool:
    return finding.severity != "info"


def _case(finding: Finding) -> str:
    """One finding."""
    path = place(finding)[0]
    said = message_of(finding) + in_a_sentence(finding)
    message = _quoted(f"{shown_place(finding)}: {said}")
    inside = (
        f"<failure type={_quoted(finding.severity)} message={message}/>"
        if _fails(finding)
        else f"<system-out>{_quoted(said)[1:-1]}</system-out>"
    )
    name = _quoted(f"{finding.code} {finding.rule.name} ({_numbered(finding)})")
    return f"<testcase name={name} classname={_quoted(path)}>{inside}</testcase>"


def _numbered(finding: Finding) -> str:
    """The line of a finding; in a Word file the paragraph, and in a PDF file the page."""
    source, start = finding.span.source, finding.span.start
    if source.in_words and not source.is_word and source.outline is not None:
        page = source.outline.page(start)
        return f"page {page}" if page else source.outline.section(start)
    return f"{'paragraph' if source.is_word else 'line'} {source.locate(start)[0]}"


def _quoted(text: str) -> str:
    """The value of an attribute; characters that XML cannot contain become U+FFFD."""
    return quoteattr(pattern(UNPRINTABLE).sub("\ufffd", text))
