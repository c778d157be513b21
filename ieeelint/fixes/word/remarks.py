"""The words of the comments that annotate writes, and what a comment in a draft still stands for.

A comment begins with the message and ends with the code and a mark of two numbers.  The first
stands for the finding and its words, so that a resolved comment suppresses exactly this finding;
the second for the lines above, so that a comment in which an author has written is never removed.
"""

from __future__ import annotations

from collections import Counter
from zlib import crc32

from ieeelint.fixes.choosing import trimmed
from ieeelint.fixes.word.runs import AUTHOR
from ieeelint.fixes.word.tracked import whole_words
from ieeelint.grouping import grouped, kind
from ieeelint.paper.outline import place_in_words, quotation, shown
from ieeelint.patterns import pattern
from ieeelint.phrases import plural, series
from ieeelint.severities import ERROR, INFO, SEVERITIES, WARNING
from ieeelint.translated import message_of, source_of
from ieeelint.translation import ENGLISH, in_a_row, language, say, term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ieeelint.finding import Edit, Finding
    from ieeelint.ooxml.comments import CommentText
    from ieeelint.paper.source import Span
    from ieeelint.views.word import WordView

    Describe = Callable[[Iterable[Edit]], str]

MOST_APART = 3  # findings of a kind with a comment each; more of them share one
MOST_LISTED = 60  # locations in the comment that they share
LAST_LINE = (
    r"(?:[a-z]+ (?P<code>\S+) \S+|ieeelint) \((?P<finding>[0-9a-f]{4})-(?P<text>[0-9a-f]{4})\)"
)
BULLET = "• "
QUOTED = f'{BULLET}"'
MEANINGS = {
    ERROR: "Correct the errors before you submit the paper: templates and submission desks reject"
    " them.",
    WARNING: "A warning is a written rule of IEEE.",
    INFO: "An info is a hint.",
}


class Remark:
    """One comment to write: the span it is on, and its lines."""

    def __init__(self, span: Span, lines: list[str], severity: str = "") -> None:
        self.span = span
        self.lines = lines
        self.severity = severity


class OwnComment:
    """A comment that annotate wrote, read from a draft; ``at`` is the location of its mark."""

    def __init__(self, text: CommentText, code: str, mark: str, is_edited: bool, at: Span) -> None:
        self.lines = [_plain(line) for line in text.lines]
        self.code = code
        self.mark = mark
        self.is_resolved = text.is_resolved
        self.stays = is_edited or text.is_resolved or bool(text.answers)
        self.at = at

    def stands_for(self, finding: Finding, has_paragraph: bool) -> bool:
        """True if the comment is about this finding, and the words are still the same.

        ``has_paragraph`` is true if a comment on the finding is in its paragraph, and not at the
        mark of a note or at a text box.
        """
        if finding.code != self.code:
            return False
        bullets = [line for line in self.lines if line.startswith(BULLET)]
        if bullets:
            start = f'{QUOTED}{_plain(quotation(finding.span))}"'
            listed = not bullets[-1].startswith(QUOTED) or any(
                line.startswith(start) for line in bullets
            )
            return listed and self.mark == _mark(finding.code, kind(finding.message))
        if has_paragraph and _line(self.at) != _line(finding.span):
            return False
        return self.mark == _mark_of(finding)


def own_comments(view: WordView) -> dict[str, OwnComment]:
    """The comments in the draft that annotate wrote, by their numbers."""
    own = {}
    for comment in view.comments:
        text = view.comment_text(comment)
        if text is None or text.author != AUTHOR or not text.lines:
            continue
        lines = [_plain(line) for line in text.lines]
        match = pattern(LAST_LINE).fullmatch(lines[-1])
        if match is not None:
            is_edited = match["text"] != _mark(*lines[:-1])
            own[comment.number] = OwnComment(
                text, match["code"] or "", match["finding"], is_edited, comment.span
            )
    return own


def without_covered(
    findings: list[Finding], comments: Iterable[OwnComment], view: WordView
) -> list[Finding]:
    """The findings that no comment stands for."""
    by_code: dict[str, list[OwnComment]] = {}
    for comment in comments:
        by_code.setdefault(comment.code, []).append(comment)
    return [
        finding
        for finding in findings
        if not any(
            comment.stands_for(finding, _has_paragraph(view, finding.span))
            for comment in by_code.get(finding.code, ())
        )
    ]


def remarks_on(findings: list[Finding], title: Span, describe: Describe) -> list[Remark]:
    """The comments for the findings in order, after one with their number on the title."""
    remarks = []
    for first in grouped(sorted(findings, key=lambda one: _order(one.span, title)), {}):
        if len(first.related) >= MOST_APART:
            remarks.append(_shared(first, describe))
        else:
            remarks += [_single(finding, describe) for finding in (first, *first.related)]
    remarks.sort(key=lambda remark: _order(remark.span, title))
    return [_summary(remarks, len(findings), title), *remarks]


def _order(span: Span, title: Span) -> tuple[bool, int]:
    """The order of comments: notes, headers and footers come after the main text."""
    return span.source is not title.source, span.start


def _single(finding: Finding, describe: Describe) -> Remark:
    """The comment for one finding."""
    lines = [message_of(finding), *_end(finding, describe)]
    return _finished(finding, lines, _mark_of(finding))


def _shared(first: Finding, describe: Describe) -> Remark:
    """One comment for many findings of a kind, which lists their locations."""
    members = [first, *first.related]
    count = say("{number} places; the first is here:", number=len(members))
    lines = [message_of(first), count]
    for member in members[:MOST_LISTED]:
        place = place_in_words(member.span, quotes=False)
        line = f'{QUOTED}{quotation(member.span)}" ({place})'
        if member.message != first.message and (change := suggestion(member, describe)):
            line += f": {change}"
        lines.append(line)
    if len(members) > MOST_LISTED:
        lines.append(BULLET + say("and {number} more", number=len(members) - MOST_LISTED))
    lines += _end(first, describe)
    return _finished(first, lines, _mark(first.code, kind(first.message)))


def _end(finding: Finding, describe: Describe) -> list[str]:
    """The suggestion and the source."""
    change = suggestion(finding, describe)
    suggested = [say("Suggestion: {change}", change=change)] if change else []
    return [*suggested, say("Source: {source}", source=source_of(finding.rule))]


def suggestion(finding: Finding, describe: Describe) -> str:
    """The changes of the fix of a finding, in whole words; empty if there is no fix."""
    if finding.fix is None:
        return ""
    edits = list(map(trimmed, finding.fix.edits))
    return describe(whole_words(edit, edits) for edit in edits)


def _finished(finding: Finding, lines: list[str], mark: str) -> Remark:
    """The comment with its last line."""
    plain = [_plain(line) for line in lines]
    plain.append(f"{finding.severity} {finding.code} {finding.rule.name} ({mark}-{_mark(*plain)})")
    return Remark(finding.span, plain, finding.severity)


def _summary(remarks: list[Remark], places: int, title: Span) -> Remark:
    """The comment on the title: how many remarks there are, the most urgent first."""
    found = Counter(remark.severity for remark in remarks)
    counts = {severity: found[severity] for severity in SEVERITIES if found[severity]}
    words = [
        say(
            "{number} {severity}",
            number=count,
            severity=term(severity if count == 1 or severity == INFO else f"{severity}s"),
        )
        for severity, count in counts.items()
    ]
    if remarks:
        listed = series(words) if language() == ENGLISH else in_a_row(words)
        count = plural(len(remarks), "remark") if language() == ENGLISH else str(len(remarks))
        if places > len(remarks):
            form = "This draft has {count} at {places} places: {words}."
        else:
            form = "This draft has {count}: {words}."
        lines = [
            say(form, count=count, places=places, words=listed),
            (" " if language() == ENGLISH else "").join(
                term(MEANINGS[severity]) for severity in counts
            ),
            say(
                "Resolve a comment to ignore its remark; ieeelint is then silent about it until the"
                " words change. Resolved comments, and comments with a reply, stay in the next"
                " copy; the others are replaced."
            ),
        ]
    else:
        lines = [say("This draft has no remarks.")]
    return Remark(title, [*lines, f"ieeelint (0000-{_mark(*lines)})"])


def _mark_of(finding: Finding) -> str:
    """The mark of a comment on one finding."""
    span = finding.span
    words = shown(span.source, span.start, span.end)
    return _mark(finding.code, kind(finding.message), words, quotation(span))


def _mark(*words: str) -> str:
    """Four digits that stand for these words."""
    return f"{crc32(_plain('|'.join(words)).encode('utf-8', 'replace')) & 0xFFFF:04x}"


def _plain(text: str) -> str:
    """The text with single spaces: programs save comments with other whitespace."""
    return " ".join(text.split())


def _line(span: Span) -> tuple[int, int]:
    """The part and the paragraph of a span."""
    return id(span.source), span.source.locate(span.start)[0]


def _has_paragraph(view: WordView, span: Span) -> bool:
    """True if a comment on the span is in the paragraph of the span."""
    document = view.document
    return span.source is document.source and document.paragraph_at(span.start).host is None
