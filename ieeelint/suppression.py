"""Suppression comments, such as ``% ieeelint: ignore[FIG001] reason``.

``ignore[…]`` applies to its own line, ``ignore-next-line[…]`` to the next line that is not a
comment (in a .bib file to the whole entry below it), ``disable[…]`` … ``enable[…]`` to the lines
between them, and ``file-ignore[…]`` to the whole file.  The brackets contain codes, prefixes, or
names.  In a Word draft the same words are a Word comment, and a line is a paragraph.  A comment of
``annotate`` suppresses its finding when the author resolves it, until the words change.
"""

from __future__ import annotations

from bisect import bisect_right
from re import MULTILINE

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.phrases import series
from ieeelint.rules.codes import CODE_OR_PREFIX
from ieeelint.rules.events import INVALID_SUPPRESSION, UNUSED_SUPPRESSION
from ieeelint.selection import is_known, is_mandatory, matches, no_such_rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.entries import Database
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Source
    from ieeelint.rules import Rule
    from ieeelint.settings import Settings
    from ieeelint.views.draft import Draft

PIN = "pin"
KINDS = ("ignore", "ignore-next-line", "disable", "enable", "file-ignore")
# the kind, then the content of the brackets or, without brackets, the rest of the line
COMMENT = r"%*[ \t]*ieeelint:[ \t]*([a-zA-Z-]*)[ \t]*(?:\[([^\]\r\n]*)\]|([^\r\n]*))"
LAST = 1 << 60
MOST_LINES = 100  # of a directive that is stored for each of its lines


class Directive:
    """One suppression comment at ``span``; it applies to the lines ``first`` to ``last`` of its
    file and the rules in ``selectors``.
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
        """True if the finding is in its lines, matches a selector, and may be suppressed."""
        if not finding.rule.suppressible:
            return False
        if finding.span.source is not self.span.source or not self.first <= line <= self.last:
            return False
        named = [selector for selector in self.selectors if matches(selector, finding.rule)]
        self.used.update(named)
        return bool(named)


class _ByLine:
    """The directives that may cover a line, without a look at all others: a draft may have a
    thousand of both.
    """

    def __init__(self, parsed: list[Directive]) -> None:
        self._lines: dict[tuple[int, int], list[Directive]] = {}
        self._wide: list[Directive] = []
        for directive in parsed:
            if directive.last - directive.first > MOST_LINES:
                self._wide.append(directive)
                continue
            source = id(directive.span.source)
            for line in range(directive.first, directive.last + 1):
                self._lines.setdefault((source, line), []).append(directive)

    def near(self, source: Source, line: int) -> list[Directive]:
        """The directives to ask about a finding in this line."""
        return [*self._lines.get((id(source), line), ()), *self._wide]


def apply(
    findings: list[Finding],
    draft: Draft,
    rules_run: list[Rule],
    settings: Settings,
    suppressed: list[Finding] | None = None,
) -> list[Finding]:
    """The findings that no comment suppresses, with those about the comments themselves; the others
    are added to ``suppressed``.

    A comment may name a rule of ieeelint or a local rule of these settings.  It has no effect on a
    mandatory rule, and is reported.
    """
    everything, findings = findings, _without_resolved(findings, draft, settings)
    if suppressed is not None and len(findings) < len(everything):
        kept_ones = set(map(id, findings))
        suppressed += [finding for finding in everything if id(finding) not in kept_ones]
    comments = list(_comments(draft))
    if not comments:
        return findings
    parsed, problems = directives(comments, settings)
    _cover_entries(parsed, draft.paper)
    kept = []
    powerless: dict[Directive, set[str]] = {}
    by_line = _ByLine(parsed)
    for finding in findings:
        source = finding.span.source
        line = source.locate(finding.span.start)[0]
        near = by_line.near(source, line)
        # every directive that covers it counts as used, so call all of them
        covering = [directive for directive in near if directive.covers(finding, line)]
        if not covering:
            kept.append(finding)
        elif is_mandatory(finding.rule, settings):
            kept.append(finding)
            for directive in covering:
                powerless.setdefault(directive, set()).add(finding.code)
        elif suppressed is not None:
            suppressed.append(finding)
    for directive, codes in powerless.items():
        problems.append((INVALID_SUPPRESSION, _powerless(directive, sorted(codes))))
    for directive in parsed:
        unused = [selector for selector in directive.selectors if selector not in directive.used]
        if directive.span.source.path.endswith(".bib"):
            continue  # uncited entries were not checked
        # only a rule that ran can have a finding to suppress
        unused = [name for name in unused if any(matches(name, rule) for rule in rules_run)]
        if unused:
            problems.append((UNUSED_SUPPRESSION, _unused(directive, unused)))
    by_event = {rule.reports: rule for rule in rules_run if rule.reports}
    for event, finding in problems:
        if event in by_event:
            finding.rule = by_event[event]
            finding.severity = finding.rule.severity
            kept.append(finding)
    return kept


def _powerless(directive: Directive, codes: list[str]) -> Finding:
    """The finding for a comment that names mandatory rules."""
    message = (
        f"This comment does not suppress {series(codes)}: mandatory rules cannot be suppressed."
        " Fix the finding, then delete the comment."
    )
    return Finding(directive.span, message)


def _without_resolved(findings: list[Finding], draft: Draft, settings: Settings) -> list[Finding]:
    """The findings without those whose comment by annotate the author resolved in Word."""
    view = draft.word
    if view is None or not view.comments:
        return findings
    from ieeelint.fixes.word.remarks import own_comments, without_covered

    resolved = [comment for comment in own_comments(view).values() if comment.is_resolved]
    if not resolved:
        return findings
    covered = [
        finding
        for finding in findings
        if finding.rule.suppressible and not is_mandatory(finding.rule, settings)
    ]
    kept = set(map(id, without_covered(covered, resolved, view)))
    lost = set(map(id, covered)) - kept
    return [finding for finding in findings if id(finding) not in lost]


def _comments(draft: Draft) -> Iterator[tuple[Span, str]]:
    """The comments that contain ``ieeelint:``, each with its text."""
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
    """Comments of a .bib file: all text outside of entries is a comment."""
    source = database.source
    inside = sorted((entry.span.start, entry.span.end) for entry in database.entries)
    for match in pattern(r"^[ \t]*(%+[ \t]*ieeelint:[^\r\n]*)", MULTILINE).finditer(source.text):
        number = bisect_right(inside, (match.start(), LAST)) - 1
        if number < 0 or match.start() >= inside[number][1]:
            yield Span(source, *match.span(1))


def _cover_entries(parsed: list[Directive], paper: Paper) -> None:
    """Let ``ignore-next-line`` in a .bib file apply to the entry that begins there."""
    for database in paper.works.databases if paper.works is not None else ():
        locate = database.source.locate
        last = {
            locate(entry.span.start)[0]: locate(entry.span.end)[0] for entry in database.entries
        }
        for directive in parsed:
            if directive.kind == "ignore-next-line" and directive.span.source is database.source:
                directive.last = last.get(directive.first, directive.last)


def directives(
    comments: list[tuple[Span, str]], settings: Settings
) -> tuple[list[Directive], list[tuple[str, Finding]]]:
    """The directives in the comments, and (event, finding) pairs for malformed comments."""
    parsed: list[Directive] = []
    problems: list[tuple[str, Finding]] = []
    for span, words in comments:
        match = pattern(COMMENT).match(words.lstrip())
        if match is None:
            continue
        sign = "" if words.lstrip().startswith("ieeelint:") else "% "
        kind, inside, loose = match.groups()
        if kind == PIN:
            continue  # not a suppression: it links a number to the results
        selectors = [word.strip() for word in (inside or "").split(",") if word.strip()]
        line = span.source.locate(span.start)[0]
        message = _fault(kind, selectors, loose, sign) or _unknown(selectors, settings)
        if not message and kind == "enable" and not _close(parsed, span, line, selectors):
            message = f"No comment above disables {', '.join(selectors)}. Delete this comment."
        if message:
            problems.append((INVALID_SUPPRESSION, Finding(span, message)))
        elif kind != "enable":
            parsed.append(Directive(kind, selectors, span, *_lines(kind, span.source, line)))
    return parsed, problems


def _fault(kind: str, selectors: list[str], loose: str | None, sign: str) -> str:
    """What is wrong with the form of a comment that begins with ``sign``; empty if it is
    correct.
    """
    if kind in KINDS and selectors:
        if kind in ("disable", "enable") and "ALL" in map(str.upper, selectors):
            return f"Name the rules to {kind}: a range of lines cannot {kind} ALL."
        return ""
    names = pattern(CODE_OR_PREFIX).findall(loose or "")
    example = kind if kind in KINDS else "ignore"
    form = f"{sign}ieeelint: {example}[{', '.join(selectors or names or ['FIG001'])}] reason"
    if kind not in KINDS:
        kinds = f"{', '.join(KINDS[:-1])} or {KINDS[-1]}"
        return f'Unknown word "{kind}". Use {kinds}, for example "{form}".'
    return f'The rules must be in brackets. Write "{form}".'


def _unknown(selectors: list[str], settings: Settings) -> str:
    """The message for the first selector that no rule has; empty if there is none."""
    from ieeelint.rules import REGISTRY, load

    local = settings.local_rules.rules if settings.local_rules is not None else {}
    for selector in selectors:
        if is_known(selector, settings, {**REGISTRY, **local}):
            continue
        load()
        if not is_known(selector, settings, {**REGISTRY, **local}):
            message = no_such_rule(selector, local)
            return message[0].upper() + message[1:] + ("" if message.endswith("?") else ".")
    return ""


def _lines(kind: str, source: Source, line: int) -> tuple[int, int]:
    """The first and the last line that a comment in ``line`` applies to."""
    if kind == "file-ignore":
        return 1, LAST
    if kind == "disable":
        return line, LAST
    if kind == "ignore-next-line":
        line += 1
        while source.line(line).lstrip().startswith("%"):
            line += 1
    return line, line


def _close(parsed: list[Directive], span: Span, line: int, selectors: list[str]) -> bool:
    """End the open ranges of these selectors; false if there are none."""
    closed = False
    for number, directive in enumerate(parsed):
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
            directive.selectors = [name for name in directive.selectors if name not in ended]
            parsed.insert(
                number, Directive("disable", ended, directive.span, directive.first, line)
            )
        else:
            directive.last = line
    return closed


def _unused(directive: Directive, unused: list[str]) -> Finding:
    """The finding for an unused comment, with the edit that deletes it."""
    span = directive.span
    message = f"Unused suppression: no finding of {', '.join(unused)} here. Delete this comment."
    if len(unused) < len(directive.selectors):
        message = (
            f"Unused suppression: no finding of {', '.join(unused)} here."
            f" Delete {'it' if len(unused) == 1 else 'them'} from the brackets."
        )
    in_text = span.text.startswith("%")  # false in a Word draft
    if directive.kind == "disable" or not in_text:  # its "enable" would have to change, too
        return Finding(span, message)
    if len(unused) < len(directive.selectors):
        rest = ", ".join(name for name in directive.selectors if name not in unused)
        start = span.start + span.text.index("[") + 1
        end = span.start + span.text.index("]")
        return Finding(
            span, message, Fix(Edit(Span(span.source, start, end), rest, on_source=True))
        )
    text = span.source.text
    first = span.start - (span.source.locate(span.start)[1] - 1)
    if text[first : span.start].strip():  # after code: keep a bare % if it hides the newline
        edit = Edit(span, "" if text[span.start - 1].isspace() else "%", on_source=True)
    else:  # alone on its line: delete the line, because an empty line would end the paragraph
        end = span.end
        if text.startswith("\r\n", end):
            end += 2
        elif end < len(text) and text[end] in "\r\n":
            end += 1
        edit = Edit(Span(span.source, first, end), "", on_source=True)
    return Finding(span, message, Fix(edit))
