"""Findings an author has answered: ``% ieeelint: ignore[FIG001] reason`` and its kin.

``ignore[…]`` holds for its own line, ``ignore-next-line[…]`` for the next one that is no comment
(in a .bib file for the whole entry below it), ``disable[…]`` … ``enable[…]`` for the lines
between, ``file-ignore[…]`` for the whole file.  In the brackets stand codes, prefixes or names.
In a Word draft the same words stand in a comment; a line is a paragraph there.
"""

from __future__ import annotations

from re import MULTILINE

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules.events import INVALID_SUPPRESSION, UNUSED_SUPPRESSION
from ieeelint.selection import matches, no_such_rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.entries import Database
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Source
    from ieeelint.rules import Rule
    from ieeelint.views.draft import Draft

PIN = "pin"
KINDS = ("ignore", "ignore-next-line", "disable", "enable", "file-ignore")
# kind, what stands in brackets, or what stands after it without them
COMMENT = r"%*[ \t]*ieeelint:[ \t]*([a-zA-Z-]*)[ \t]*(?:\[([^\]\r\n]*)\]|([^\r\n]*))"
LAST = 1 << 60


class Directive:
    """One suppression comment, whose place is ``span``: the lines ``first`` to ``last`` of its
    file, for its ``selectors``.
    """

    __slots__ = ("kind", "selectors", "span", "first", "last", "used")

    def __init__(
        self, kind: str, selectors: list[str], span: Span, first: int, last: int = LAST
    ) -> None:
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
        named = [selector for selector in self.selectors if matches(selector, finding.rule)]
        self.used.update(named)
        return bool(named)


def apply(
    findings: list[Finding],
    draft: Draft,
    rules_run: list[Rule],
    local: dict[str, Rule] | None,
) -> list[Finding]:
    """The findings that no comment suppresses, with those about the comments themselves.

    A comment may name a built-in rule or one of ``local``; None accepts any name.
    """
    comments = list(_comments(draft))
    if not comments:
        return findings
    found, about = directives(comments, local)
    _cover_entries(found, draft.paper)
    kept = []
    for finding in findings:
        line = finding.span.source.locate(finding.span.start)[0]
        # every directive that covers it counts as used, so all are asked
        if not sum(directive.covers(finding, line) for directive in found):
            kept.append(finding)
    for directive in found:
        idle = [selector for selector in directive.selectors if selector not in directive.used]
        if directive.span.source.path.endswith(".bib"):
            continue  # an entry that nothing cites was not checked
        # a rule that did not run cannot have been answered
        idle = [one for one in idle if any(matches(one, rule) for rule in rules_run)]
        if idle:
            about.append((UNUSED_SUPPRESSION, _idle(directive, idle)))
    by_event = {rule.reports: rule for rule in rules_run if rule.reports}
    for event, finding in about:
        if event in by_event:
            finding.rule = by_event[event]
            finding.severity = finding.rule.severity
            kept.append(finding)
    return kept


def _comments(draft: Draft) -> Iterator[tuple[Span, str]]:
    """The comments addressed to ieeelint, each with its text."""
    paper = draft.paper
    if draft.word is not None:
        for comment in draft.word.comments:
            if "ieeelint:" in (words := draft.word.words_of(comment)):
                yield comment.span, words
    for database in paper.works.databases if paper.works is not None else ():
        if "ieeelint:" in database.source.text:
            yield from ((span, span.text) for span in _between_entries(database))
    if draft.latex is None or not any("ieeelint:" in source.text for source in paper.sources):
        return
    for span in draft.latex.comments:
        if "ieeelint:" in span.text:
            yield span, span.text


def _between_entries(database: Database) -> Iterator[Span]:
    """Comments of a .bib file, where what stands outside of entries is one."""
    source = database.source
    inside = [(entry.span.start, entry.span.end) for entry in database.entries]
    for match in pattern(r"^[ \t]*(%+[ \t]*ieeelint:[^\r\n]*)", MULTILINE).finditer(source.text):
        if not any(start <= match.start() < end for start, end in inside):
            yield Span(source, *match.span(1))


def _cover_entries(found: list[Directive], paper: Paper) -> None:
    """Let ``ignore-next-line`` in a .bib file speak of the entry that begins there."""
    for database in paper.works.databases if paper.works is not None else ():
        for directive in found:
            if directive.kind == "ignore-next-line" and directive.span.source is database.source:
                for entry in database.entries:
                    if database.source.locate(entry.span.start)[0] == directive.first:
                        directive.last = database.source.locate(entry.span.end)[0]


def directives(
    comments: list[tuple[Span, str]], local: dict[str, Rule] | None
) -> tuple[list[Directive], list[tuple[str, Finding]]]:
    """What the comments ask for, and the findings (code first) about those that are malformed."""
    found: list[Directive] = []
    about: list[tuple[str, Finding]] = []
    for span, words in comments:
        match = pattern(COMMENT).match(words.lstrip())
        if match is None:
            continue
        sign = "" if words.lstrip().startswith("ieeelint:") else "% "
        kind, inside, loose = match.groups()
        if kind == PIN:
            continue  # not an answer: it ties a number to the results
        selectors = [word.strip() for word in (inside or "").split(",") if word.strip()]
        line = span.source.locate(span.start)[0]
        message = _fault(kind, selectors, loose, sign) or _unknown(selectors, local)
        if not message and kind == "enable" and not _close(found, span, line, selectors):
            message = f"Nothing above disables {', '.join(selectors)}. Remove this comment."
        if message:
            about.append((INVALID_SUPPRESSION, Finding(span, message)))
        elif kind != "enable":
            found.append(Directive(kind, selectors, span, *_lines(kind, span.source, line)))
    return found, about


def _fault(kind: str, selectors: list[str], loose: str | None, sign: str) -> str:
    """What is wrong with the form of a comment, which begins with ``sign``; empty when nothing
    is.
    """
    if kind in KINDS and selectors:
        if kind in ("disable", "enable") and "ALL" in map(str.upper, selectors):
            return f"Name the rules to {kind}: a range cannot answer all of them."
        return ""
    names = pattern(r"[A-Z]{3}[0-9]{0,3}\b").findall(loose or "")
    wanted = kind if kind in KINDS else "ignore"
    form = f"{sign}ieeelint: {wanted}[{', '.join(selectors or names or ['FIG001'])}] reason"
    if kind not in KINDS:
        kinds = f"{', '.join(KINDS[:-1])} and {KINDS[-1]}"
        return f'There is no "{kind}" here; there are {kinds}. Write "{form}".'
    return f'The rules stand in brackets. Write "{form}".'


def _unknown(selectors: list[str], local: dict[str, Rule] | None) -> str:
    if local is None:
        return ""
    from ieeelint.rules import REGISTRY, load

    for selector in selectors:
        if any(matches(selector, rule) for rule in (*REGISTRY.values(), *local.values())):
            continue
        load()
        if not any(matches(selector, rule) for rule in REGISTRY.values()):
            message = no_such_rule(selector, local)
            return message[0].upper() + message[1:] + ("" if message.endswith("?") else ".")
    return ""


def _lines(kind: str, source: Source, line: int) -> tuple[int, int]:
    """First and last line that a comment in ``line`` speaks of."""
    if kind == "file-ignore":
        return 1, LAST
    if kind == "disable":
        return line, LAST
    if kind == "ignore-next-line":
        line += 1
        while source.line(line).lstrip().startswith("%"):
            line += 1
    return line, line


def _close(found: list[Directive], span: Span, line: int, selectors: list[str]) -> bool:
    """End the ranges that are open for these selectors; false when there is none."""
    closed = False
    for number, directive in enumerate(found):
        if (
            directive.kind != "disable"
            or directive.span.source is not span.source
            or directive.last != LAST
        ):
            continue
        ended = [selector for selector in directive.selectors if selector in selectors]
        if not ended:
            continue
        closed = True
        if len(ended) < len(directive.selectors):  # the others stay disabled
            directive.selectors = [one for one in directive.selectors if one not in ended]
            found.insert(number, Directive("disable", ended, directive.span, directive.first, line))
        else:
            directive.last = line
    return closed


def _idle(directive: Directive, idle: list[str]) -> Finding:
    """The finding for a comment that answers nothing, with the edit that takes it away."""
    span = directive.span
    message = f"There is no finding of {', '.join(idle)} here. Remove this comment."
    if len(idle) < len(directive.selectors):
        message = f"There is no finding of {', '.join(idle)} here. Take it out of the brackets."
    in_text = span.text.startswith("%")  # as it does not in a Word draft
    if directive.kind == "disable" or not in_text:  # its "enable" would have to change as well
        return Finding(span, message)
    if len(idle) < len(directive.selectors):
        rest = ", ".join(one for one in directive.selectors if one not in idle)
        start = span.start + span.text.index("[") + 1
        end = span.start + span.text.index("]")
        return Finding(span, message, Fix(Edit(Span(span.source, start, end), rest)))
    text = span.source.text
    first = span.start - (span.source.locate(span.start)[1] - 1)
    if text[first : span.start].strip():  # after code: keep a bare % where it hides the line end
        edit = Edit(span, "" if text[span.start - 1].isspace() else "%")
    else:  # alone on its line: the line goes, since an empty one would end the paragraph
        end = span.end
        if text.startswith("\r\n", end):
            end += 2
        elif end < len(text) and text[end] in "\r\n":
            end += 1
        edit = Edit(Span(span.source, first, end), "")
    return Finding(span, message, Fix(edit))
