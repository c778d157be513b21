"""Annotations of GitHub Actions, and the summary of the step.

GitHub shows ten annotations of each level a step and drops the others in
silence.  So each level's ten are spread over the rules, the others stand in
the log as plain lines, and the summary's table has them all.
"""

from __future__ import annotations

from ieeelint.finding import INFO, SEVERITIES
from ieeelint.output import Paint, place
from ieeelint.output.full import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.results import Report
    from ieeelint.settings import Settings

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
SHOWN = 10  # annotations of a level that GitHub shows for a step
ROWS = 1000  # rows of the summary: GitHub refuses one above 1 MiB
CELL = 500  # characters of a message there


def data(text: str) -> str:
    """Escaped for the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def attribute(text: str) -> str:
    """Escaped for a property of a workflow command."""
    return data(text).replace(":", "%3A").replace(",", "%2C")


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """The annotations, the most severe first, then a line for each finding that has none."""
    chosen: list[Finding] = []
    for severity in SEVERITIES:
        ones = [one for one in report.findings if one.severity == severity]
        # one notice is kept for the counts, should any finding go without
        most = SHOWN - 1 if severity == INFO and len(report.findings) > SHOWN else SHOWN
        chosen += _spread(ones, most)
    lines = [_annotation(finding) for finding in chosen]
    known = set(map(id, chosen))
    others = [finding for finding in report.findings if id(finding) not in known]
    if others:
        total = f"{len(chosen)} of {len(report.findings)} findings are annotated"
        lines.append(f"::notice title=ieeelint::{data(total)}; the log and the summary have all.\n")
        lines.append(f"::group::{len(others)} further findings\n")
        for finding in others:
            path, line, column, _, _ = place(finding)
            message = " ".join(finding.message.split())
            lines.append(f"{path}:{line}:{column}: {finding.code} {message}\n")
        lines.append("::endgroup::\n")
    return "".join(lines)


def _spread(findings: list[Finding], most: int) -> list[Finding]:
    """At most so many, in order, as many different rules as there is room for."""
    ranks: dict[str, int] = {}
    ranked: list[tuple[int, int]] = []
    for finding in findings:
        ranks[finding.code] = rank = ranks.get(finding.code, 0) + 1
        ranked.append((rank, len(ranked)))
    return [findings[number] for number in sorted(number for _, number in sorted(ranked)[:most])]


def _annotation(finding: Finding) -> str:
    """``::error …::message``; columns only when they are on one line."""
    path, line, column, end_line, end_column = place(finding)
    where = f"file={attribute(path)},line={line},endLine={end_line}"
    if line == end_line:
        where += f",col={column},endColumn={max(end_column, column)}"
    if finding.span.source.is_word:  # paragraphs are no lines
        where = f"file={attribute(path)}"
    title = attribute(f"{finding.code} {finding.rule.name}")
    message = finding.message
    if finding.span.source.is_word:
        message = f"Paragraph {line}, character {column}: {message}"
    return f"::{LEVELS[finding.severity]} title={title},{where}::{data(message)}\n"


def step_summary(report: Report) -> str:
    """The report in Markdown, for the page of the run."""
    lines = ["## ieeelint", ""]
    lines += [
        f"- **{_cell(error.path)}** was not checked: {_cell(error.message)}"
        for error in report.unreadable
    ]
    lines += [
        f"- {_cell(one.path)}: {one.profile} profile, {one.stage} stage" for one in report.papers
    ]
    lines += ["", counted(report) or "No findings.", ""]
    if report.findings:
        lines += ["| Severity | Rule | Place | Finding |", "| --- | --- | --- | --- |"]
    for finding in report.findings[:ROWS]:
        path, line, column, _, _ = place(finding)
        where = (
            f"{path}, paragraph {line}"
            if finding.span.source.is_word
            else f"{path}:{line}:{column}"
        )
        lines.append(
            f"| {finding.severity} | {finding.code} {finding.rule.name} | {_cell(where)} |"
            f" {_cell(finding.message)} |"
        )
    if len(report.findings) > ROWS:
        lines += ["", f"The first {ROWS} of {len(report.findings)} findings; the log has all."]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """The text as it is, in one cell of a Markdown table."""
    text = " ".join(text.split())
    text = text if len(text) <= CELL else text[: CELL - 2] + " …"
    for sign in "\\`*_{}[]<>#|$~":
        text = text.replace(sign, f"\\{sign}") if sign != "<" else text.replace("<", "&lt;")
    return text
