"""Findings an author has answered: ``% ieeelint: ignore[FIG001] reason`` and its kin.

``ignore[…]`` holds for its own line, ``ignore-next-line[…]`` for the next one
that is no comment, ``disable[…]`` … ``enable[…]`` for the lines between,
``file-ignore[…]`` for the whole file.  In the brackets stand codes, prefixes
or names.
"""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.selection import matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Source
    from ieeelint.rules import Rule

KINDS = ("ignore", "ignore-next-line", "disable", "enable", "file-ignore")
COMMENT = r"%+\s*ieeelint:\s*([a-zA-Z-]*)\s*(\[[^\]\r\n]*\]|=\s*[\w, -]+)?\s*([^\r\n]*)"


class Directive:
    """One suppression comment: the lines ``first`` to ``last`` of its file, for its ``selectors``."""

    __slots__ = ("kind", "selectors", "span", "first", "last", "used")

    def __init__(self, kind: str, selectors: list[str], span: Span, first: int, last: float) -> None:
        self.kind = kind
        self.selectors = selectors
        self.span = span
        self.first = first
        self.last = last
        self.used: set[str] = set()

    def covers(self, finding: Finding, line: int) -> bool:
        """True when the finding stands in its lines and is named in its brackets."""
        if finding.span.source is not self.span.source or not self.first <= line <= self.last:
            return False
        for selector in self.selectors:
            if matches(selector, finding.rule):
                self.used.add(selector)
                return True
        return False


def directives(paper: Paper) -> tuple[list[Directive], list[tuple[Span, str]]]:
    """The suppression comments of a paper, and those that are malformed with what is wrong."""
    found: list[Directive] = []
    faults: list[tuple[Span, str]] = []
    if paper.latex is None:
        return found, faults
    for span in paper.latex.comments:
        if "ieeelint:" not in span.text:
            continue
        match = pattern(COMMENT).match(span.text)
        if match is None:
            continue
        kind, brackets = match.group(1), match.group(2) or ""
        selectors = [word.strip() for word in brackets.strip("[]= ").split(",") if word.strip()]
        if kind not in KINDS or not selectors or brackets.startswith("="):
            wanted = kind if kind in KINDS else "ignore"
            names = ", ".join(selectors) or "FIG001"
            faults.append((span, f'Write "% ieeelint: {wanted}[{names}] reason".'))
            continue
        line = span.source.locate(span.start)[0]
        if kind == "enable":
            _close(found, span, line, selectors)
            continue
        first, last = _lines(kind, span.source, line)
        found.append(Directive(kind, selectors, span, first, last))
    return found, faults


def _lines(kind: str, source: Source, line: int) -> tuple[int, float]:
    if kind == "file-ignore":
        return 1, float("inf")
    if kind == "disable":
        return line, float("inf")
    if kind == "ignore-next-line":
        line += 1
        while source.line(line).lstrip().startswith("%"):
            line += 1
    return line, line


def _close(found: list[Directive], span: Span, line: int, selectors: list[str]) -> None:
    for directive in found:
        if (
            directive.kind == "disable"
            and directive.span.source is span.source
            and directive.last == float("inf")
            and set(directive.selectors) <= {*selectors}
        ):
            directive.last = line


def apply(findings: list[Finding], paper: Paper, rules_run: list[Rule]) -> list[Finding]:
    """The findings that no comment answers, with those about the comments themselves."""
    found, faults = directives(paper)
    kept = []
    for finding in findings:
        line = finding.span.source.locate(finding.span.start)[0] if found else 0
        if not any([directive.covers(finding, line) for directive in found]):
            kept.append(finding)
    by_code = {rule.code: rule for rule in rules_run}
    if "SRC005" in by_code:
        kept += [_about(by_code["SRC005"], span, message) for span, message in faults]
    if "SRC004" in by_code:
        for directive in found:
            idle = [selector for selector in directive.selectors if selector not in directive.used]
            # A rule that did not run cannot have been answered.
            idle = [one for one in idle if any(matches(one, rule) for rule in rules_run)]
            if idle:
                kept.append(_idle(by_code["SRC004"], directive, idle))
    return kept


def _about(rule: Rule, span: Span, message: str, fix: Fix | None = None) -> Finding:
    finding = Finding(span, message, fix, rule.severity)
    finding.rule = rule
    return finding


def _idle(rule: Rule, directive: Directive, idle: list[str]) -> Finding:
    names = ", ".join(idle)
    fix = None
    if idle == directive.selectors:
        fix = Fix(Edit(directive.span, ""))
    return _about(rule, directive.span, f"This comment answers no finding of {names}. Remove it.", fix)
