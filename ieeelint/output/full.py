"""The full format for people: marked source line, message, fix and source of the rule."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from ieeelint.output import one_line, place, shown_path, shown_place
from ieeelint.paper.outline import THING
from ieeelint.paper.outline import shown as text_of
from ieeelint.severities import ERROR, INFO, WARNING
from ieeelint.terminal import PLAIN, Paint
from ieeelint.translated import message_of, source_of
from ieeelint.translation import in_a_row, say, term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ieeelint.finding import Edit, Finding
    from ieeelint.paper.source import Span
    from ieeelint.results import Checked, Report
    from ieeelint.settings import Settings

WIDTH = 96  # columns of source shown
SPACES = {
    "\u00a0": "a non-breaking space",
    "\t": "the tab",
    "\x0b": "the line break",
    "": "the space",
}


def write(report: Report, settings: Settings, paint: Paint) -> str:
    """The whole report: the checked papers, the findings and a summary."""
    parts = [header(paper, settings, paint) for paper in report.papers]
    if report.papers:
        parts.append("\n")
    return "".join(parts) + findings_only(report, paint) + summary(report, paint)


def findings_only(report: Report, paint: Paint) -> str:
    """Only the findings."""
    return "".join([one_finding(finding, paint) for finding in report.remarks])


def header(paper: Checked, settings: Settings, paint: Paint) -> str:
    """The profile and the stage of a paper, and where they come from; the layout of its PDF."""
    origin = one_line(paper.origin, 72)
    stage = settings.origins["stage"]
    path = shown_path(paper.path)
    words = say(
        "{path}: {profile} profile ({origin}), {stage} stage ({stage_origin})",
        path=path,
        profile=term(paper.profile),
        origin=term(origin),
        stage=term(paper.stage),
        stage_origin=term(stage),
    )
    if paper.language != "en":
        words += say(
            ", language {language}: rules for English check its English parts",
            language=paper.language,
        )
    if paper.layout:
        words += f"\n{shown_path(paper.pdf_path)}: {paper.layout}"
    return paint(words, "dim") + "\n"


def one_finding(finding: Finding, paint: Paint) -> str:
    """A finding with its source line."""
    _, line, column, end_line, end_column = place(finding)
    head = (
        f"{paint(shown_place(finding), 'bold')} {paint(term(finding.severity), finding.severity)} "
    )
    head += f"{paint(finding.code, 'bold')} {finding.rule.name}"
    if finding.related:
        number = len(finding.related) + 1
        head += paint(say(" ({number} locations)", number=number), "bold")
    head += "\n"
    text = finding.span.source.line(line)
    end = end_column if end_line == line else len(text) + 1
    text, first, length = readable(finding.span, text, column - 1, max(end - column, 1))
    shown, start, length = window(text, first, length)
    gutter = str(line) if not finding.span.source.in_words else ""  # Word shows no such number
    blank = " " * len(gutter)
    body = f"  {paint(gutter + ' |', 'dim')} {shown}\n" if text.strip() else ""
    if body:
        marks = paint("^" * max(length, 1), finding.severity)
        body += f"  {paint(blank + ' |', 'dim')} {' ' * start}{marks}\n"
    body += f"  {one_line(message_of(finding))}\n"
    if finding.fix is not None:
        kind = say("fix: ") if finding.fix.safe else say("fix (review it): ")
        body += f"  {paint(kind, 'green')}{describe(finding.fix.edits)}\n"
    if finding.related:
        body += _other_locations(finding, paint)
    source = say("source: {source}", source=source_of(finding.rule))
    body += f"  {paint(source, 'dim')}\n\n"
    return head + body


def readable(span: Span, line: str, start: int, length: int) -> tuple[str, int, int]:
    """The line of a span, and the start and length of the span in it, with formulas as text."""
    if THING not in line:
        return line, start, length
    source, at = span.source, span.start - start
    before = text_of(source, at, at + start)
    inside = text_of(source, at + start, at + min(start + length, len(line)))
    after = text_of(source, at + min(start + length, len(line)), at + len(line))
    return before + inside + after, len(before), len(inside)


def _other_locations(finding: Finding, paint: Paint) -> str:
    """The related locations, on lines of the usual width."""
    from ieeelint.output.related import locations

    lines = [say("  also:")]
    places = locations(finding, with_words=True)
    for number, words in enumerate(places, 1):
        words += "," if number < len(places) else ""
        if width(lines[-1]) + 1 + width(words) > WIDTH:
            lines.append("   ")
        lines[-1] += f" {words}"
    return "".join(paint(line, "dim") + "\n" for line in lines)


def describe(edits: Iterable[Edit], longest: int = 60) -> str:
    """The edits of a fix in words; long words are shortened."""
    descriptions = []
    for edit in edits:
        span = edit.span
        old = _words(text_of(span.source, span.start, span.end), longest)
        new = _words(edit.text, longest)
        if old == new:  # only the spaces around it change
            typed = text_of(span.source, span.start, span.end).replace("\n", " ")
            descriptions.append(f'"{typed}" -> "{edit.text}"')
        elif old and new:
            descriptions.append(f"{old} -> {new}")
        elif new:
            descriptions.append(say("insert {words}", words=new))
        else:
            descriptions.append(say("delete {words}", words=old))
    counted = [(words, descriptions.count(words)) for words in dict.fromkeys(descriptions)]
    return "; ".join(
        say("{words} ({times} times)", words=words, times=times) if times > 1 else words
        for words, times in counted
    )


def _words(text: str, longest: int) -> str:
    """The text on one line; whitespace is described in words."""
    if text and not text.strip():
        return term(next(name for space, name in SPACES.items() if space in text))
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 20] + " … " + text[-15:]


def width(text: str) -> int:
    """The width of the text on a terminal, in columns."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def window(text: str, start: int, length: int) -> tuple[str, int, int]:
    """The part of a long line around the span: its text, and the start and length of the span in
    columns.
    """
    first = 0
    if len(text) > WIDTH:
        first = max(0, min(start - WIDTH // 3, len(text) - WIDTH))
    last = min(first + WIDTH, len(text))
    left = "…" if first else ""
    right = "…" if last < len(text) else ""
    before = left + _visible(text[first:start])
    inside = _visible(text[start : min(start + length, last)])
    after = _visible(text[start + len(inside) : last])
    return before + inside + after + right, width(before), width(inside)


def _visible(text: str) -> str:
    """The text with one printable character for each; tabs become spaces."""
    if text.isascii() and text.isprintable():
        return text
    text = "".join([" " if character.isspace() else character for character in text])
    return "".join([character if character.isprintable() else "\ufffd" for character in text])


def summary(report: Report, paint: Paint) -> str:
    """The number of findings of each severity, and of safe fixes."""
    lines = [f"{shown_path(error.path)}: {error.message}\n" for error in report.unreadable]
    if report.remarks:
        lines.append(counted(report, paint) + "\n")
    elif report.papers:
        lines.append(paint(say("No findings."), "green") + "\n")
    return "".join(lines)


def counted(report: Report, paint: Paint = PLAIN) -> str:
    """The counts in one or two sentences; empty if there are no findings."""
    counts = counted_words(report.remarks, paint)
    if not counts:
        return ""
    fixable = sum(finding.fix is not None and finding.fix.safe for finding in report.findings)
    places = len(report.findings)
    is_grouped = places > len(report.remarks)
    if is_grouped:
        line = say("Found {counts} at {places} locations.", counts=counts, places=places)
    else:
        line = say("Found {counts}.", counts=counts)
    if fixable and places == 1:
        line += say(" It has a safe fix.")
    elif fixable == 1 and is_grouped:
        line += say(" 1 of these locations has a safe fix.")
    elif fixable == 1:
        line += say(" 1 of them has a safe fix.")
    elif fixable and is_grouped:
        line += say(" {number} of these locations have a safe fix.", number=fixable)
    elif fixable:
        line += say(" {number} of them have a safe fix.", number=fixable)
    return line


def counted_words(findings: Iterable[Finding], paint: Paint = PLAIN) -> str:
    """The number of findings of each severity: ``2 errors, 1 warning``; empty without any."""
    found = [finding.severity for finding in findings]
    counts = []
    for severity in (ERROR, WARNING, INFO):
        if number := found.count(severity):
            plural = "s" if number > 1 and severity != INFO else ""
            words = say("{number} {severity}", number=number, severity=term(severity + plural))
            counts.append(paint(words, severity))
    return in_a_row(counts)
