"""Runs one rule on a draft; whatever a rule does, only its own findings can be lost."""

from __future__ import annotations

import os
from contextlib import nullcontext

from ieeelint import rules
from ieeelint.finding import Edit, Finding, Fix
from ieeelint.local_code import described, line_in, local_code
from ieeelint.paper.compiled_lists import is_compiled, where_to_correct
from ieeelint.paper.language import ENGLISH
from ieeelint.paper.source import Source, Span
from ieeelint.patterns import UNPRINTABLE, pattern
from ieeelint.rules.events import FAILED_RULE
from ieeelint.settings import shown
from ieeelint.severities import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.rules import Rule


def run_rule(rule: Rule, context: Context) -> list[Finding]:
    """The findings of one rule; none if it does not support this format.

    A rule about English wording has findings only on English words.

    If the rule fails, one finding reports that; so does one for each kind of finding of a local
    rule that cannot be used.
    """
    found: list[Finding] = []
    paper = context.paper
    formats = {paper.format} | ({"pdf"} if context.pdf is not None else set())
    if formats.isdisjoint(rule.formats) or (
        rule.english and not rule.any_language and not context.index.languages.has_english
    ):
        return found
    sources = _sources(paper) if rule.origin else []
    failures: dict[str, Finding] = {}
    try:
        with local_code(rule.origin) if rule.origin else nullcontext():
            for finding in rule.check(context):
                if rule.origin and (problem := _fault(finding, sources)):
                    failures.setdefault(problem, _unusable(rule, finding, problem, sources))
                    continue
                if rule.english and not finding.any_language:
                    if context.index.languages.of_span(finding.span) != ENGLISH:
                        continue
                finding.rule = rule
                finding.severity = finding.severity or rule.severity
                if is_compiled(finding.span):
                    finding.message += " " + where_to_correct(paper, finding.span)
                    finding.fix = None
                found.append(finding)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # one rule must not cost the findings of the others
        if os.environ.get("IEEELINT_RAISE"):
            raise
        found.append(_failure(rule, paper, error))
    return [*found, *failures.values()]


def _sources(paper: Paper) -> list[Source]:
    """The files that a finding may be in."""
    sources = [paper.root, *paper.sources]
    if paper.works is not None:
        sources += [database.source for database in paper.works.databases]
    return sources


def _fault(yielded: object, sources: list[Source]) -> str:
    """Why something that a local rule yielded is not a finding that can be used; empty if it is."""
    try:
        if not isinstance(yielded, Finding):
            return f"it yielded an object of type {type(yielded).__name__}, not a Finding"
        if problem := span_fault(yielded.span, sources):
            return f"the span of a finding {problem}"
        if not isinstance(yielded.message, str) or not yielded.message.strip():
            return "the message of a finding is not a text"
        if pattern(UNPRINTABLE).search(yielded.message) or len(yielded.message.splitlines()) > 1:
            return "the message of a finding is not one line without control characters"
        if yielded.severity not in ("", *SEVERITIES):
            return f"the severity of a finding is not one of {', '.join(SEVERITIES)}"
        for span in yielded.condemned:
            if problem := span_fault(span, sources):
                return f"a condemned span {problem}"
        if yielded.fix is not None and not isinstance(yielded.fix, Fix):
            return "the fix of a finding is not a Fix"
        return _fix_fault(yielded.fix, sources) if yielded.fix is not None else ""
    except Exception as error:  # an attribute is missing, or an object of the rule raises
        return f"a finding cannot be read ({described(error)})"


def span_fault(span: object, sources: list[Source]) -> str:
    """What is wrong with a span, after "the span …"; empty if it is correct."""
    if not isinstance(span, Span):
        return "is not a Span"
    if not any(span.source is source for source in sources):
        return "is not in a file of this draft"
    if type(span.start) is not int or type(span.end) is not int:
        return "has an offset that is not an integer"
    if span.start > span.end:
        return f"ends before it starts ({span.start} to {span.end})"
    if span.start < 0 or span.end > len(span.source.text):
        return f"is outside the file ({span.start} to {span.end} of {len(span.source.text)})"
    return ""


def _fix_fault(fix: Fix, sources: list[Source]) -> str:
    """What is wrong with a fix; empty if it can be applied."""
    spans = []
    for edit in fix.edits:
        if not isinstance(edit, Edit):
            return "a fix has something else than an Edit"
        if problem := span_fault(edit.span, sources):
            return f"the span of an edit {problem}"
        if not isinstance(edit.text, str):
            return "the text of an edit is not a string"
        if pattern(UNPRINTABLE).search(edit.text):
            return "the text of an edit has a control character"
        try:
            edit.text.encode(edit.span.source.encoding)
        except UnicodeEncodeError:
            return f"the text of an edit has a character that {edit.span.source.encoding} lacks"
        spans.append((id(edit.span.source), edit.span.start, edit.span.end))
    spans.sort()
    for before, after in zip(spans, spans[1:], strict=False):
        if before[0] == after[0] and (after[1] < before[2] or after == before):
            return "two edits of a fix overlap"
    return ""


def _unusable(rule: Rule, yielded: object, problem: str, sources: list[Source]) -> Finding:
    """The report of a finding that is left out."""
    span = Span(sources[0], 0, 0)
    if isinstance(yielded, Finding) and not span_fault(getattr(yielded, "span", None), sources):
        span = yielded.span
    return _report(
        span,
        f"A finding of {rule.code} ({rule.name}) is left out: {problem}."
        f" This is a bug of the local rule in {shown(rule.origin)}.",
    )


def _failure(rule: Rule, paper: Paper, error: BaseException) -> Finding:
    """The finding for a rule that failed, with the location in its code."""
    if rule.origin:
        where = f" at {os.path.basename(rule.origin)}:{line_in(error, rule.origin)}"
        blame = f"This is a bug of the local rule in {shown(rule.origin)}."
    else:
        where = _deepest(error)
        blame = "This is a bug in ieeelint: please report it with this message."
    return _report(
        Span(paper.root, 0, 0),
        f"{rule.code} ({rule.name}) failed on this draft: {described(error)}{where}."
        f" All other rules ran. {blame}",
    )


def _deepest(error: BaseException) -> str:
    """The file and line that raised an exception."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    return f" at {os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"


def _report(span: Span, message: str) -> Finding:
    failed = Finding(span, message, severity="error")
    failed.rule = rules.reporting(FAILED_RULE)
    return failed
