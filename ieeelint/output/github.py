"""Annotations for GitHub Actions, and the summary of the step.

GitHub shows ten annotations of each level for a step and silently drops the
others.  Therefore the ten of each level are spread over the rules, the others
are plain lines in the log, and the table in the summary has all findings.
"""

from __future__ import annotations

from ieeelint.output import one_line, place, shown_path, shown_place
from ieeelint.output.full import counted
from ieeelint.output.related import in_a_sentence
from ieeelint.paper.outline import place_in_words
from ieeelint.severities import INFO, SEVERITIES
from ieeelint.terminal import Paint, clean
from ieeelint.translated import message_of
from ieeelint.translation import say, term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.results import Report
    from ieeelint.settings import Settings

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
SHOWN = 10  # annotations of each level that GitHub shows for a step
ROWS = 1000  # rows of the summary: GitHub rejects a summary above 1 MiB
CELL = 500  # characters of a message in the summary


def data(text: str) -> str:
    """The text, escaped for the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def attribute(text: str) -> str:
    """The text, escaped for a property of a workflow command."""
    return data(text).replace(":", "%3A").replace(",", "%2C")


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """The annotations, most severe first, then one line for each finding without annotation."""
    chosen: list[Finding] = []
    for severity in SEVERITIES:
        group = [finding for finding in report.remarks if finding.severity == severity]
        # reserve one notice for the counts in case some findings get no annotation
        most = SHOWN - 1 if severity == INFO and len(report.remarks) > SHOWN else SHOWN
        chosen += _spread(group, most)
    lines = [_annotation(finding) for finding in chosen]
    known = set(map(id, chosen))
    others = [finding for finding in report.remarks if id(finding) not in known]
    if others:
        total = say(
            "{number} of {all} findings are annotated; the log and the summary show all of them.",
            number=len(chosen),
            all=len(report.remarks),
        )
        lines.append(f"::notice title=ieeelint::{data(total)}\n")
        more = say("{number} more findings", number=len(others))
        lines.append(f"::group::{data(more)}\n")
        lines += _without_effect("".join(map(_line, others)))
        lines.append("::endgroup::\n")
    return clean("".join(lines))


def _line(finding: Finding) -> str:
    path, line, column, _, _ = place(finding)
    message = one_line(message_of(finding)) + in_a_sentence(finding)
    return f"{shown_path(path)}:{line}:{column}: {finding.code} {message}\n"


def _without_effect(text: str) -> list[str]:
    """The text between two commands that make GitHub ignore commands in it.

    They need a token that the text does not contain, which nobody can arrange for a digest of it.
    """
    from hashlib import sha256

    token = sha256(text.encode("utf-8", "replace")).hexdigest()
    return [f"::stop-commands::{token}\n", text, f"::{token}::\n"]


def _spread(findings: list[Finding], most: int) -> list[Finding]:
    """At most ``most`` findings in order, from as many different rules as possible."""
    ranks: dict[str, int] = {}
    ranked: list[tuple[int, int]] = []
    for finding in findings:
        ranks[finding.code] = rank = ranks.get(finding.code, 0) + 1
        ranked.append((rank, len(ranked)))
    return [findings[number] for number in sorted(number for _, number in sorted(ranked)[:most])]


def _annotation(finding: Finding) -> str:
    """``::error …::message``, with columns if the finding is on one line."""
    path, line, column, end_line, end_column = place(finding)
    where = f"file={attribute(path)},line={line},endLine={end_line}"
    if line == end_line:
        where += f",col={column},endColumn={max(end_column, column)}"
    if finding.span.source.in_words:  # a paragraph is not a line
        where = f"file={attribute(path)}"
    title = attribute(f"{finding.code} {finding.rule.name}")
    message = message_of(finding) + in_a_sentence(finding)
    if finding.span.source.in_words:
        message = f"{place_in_words(finding.span)}: {message}"
    return f"::{LEVELS[finding.severity]} title={title},{where}::{data(message)}\n"


def step_summary(report: Report) -> str:
    """The report in Markdown, for the summary page of the run."""
    lines = ["## ieeelint", ""]
    lines += [
        say(
            "- **{path}** was not checked: {message}",
            path=_cell(error.path),
            message=_cell(error.message),
        )
        for error in report.unreadable
    ]
    lines += [f"- {_cell(note)}" for note in report.about_files()]
    lines += [
        say(
            "- {path}: {profile} profile, {stage} stage",
            path=_cell(paper.path),
            profile=term(paper.profile),
            stage=term(paper.stage),
        )
        for paper in report.papers
    ]
    lines += ["", counted(report) or say("No findings."), ""]
    if report.remarks:
        lines += [say("| Severity | Rule | Location | Finding |"), "| --- | --- | --- | --- |"]
    for finding in report.remarks[:ROWS]:
        where = _cell(shown_place(finding))
        lines.append(
            f"| {term(finding.severity)} | {finding.code} {finding.rule.name} | {where} |"
            f" {_cell(message_of(finding) + in_a_sentence(finding))} |"
        )
    if len(report.remarks) > ROWS:
        lines += [
            "",
            say(
                "The first {number} of {all} findings; the log shows all of them.",
                number=ROWS,
                all=len(report.remarks),
            ),
        ]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """The text, escaped for one cell of a Markdown table."""
    text = clean(one_line(text, CELL))
    for sign in "\\`*_{}[]<>#|$~":
        text = text.replace(sign, f"\\{sign}") if sign != "<" else text.replace("<", "&lt;")
    return text
