"""Writes suppression comments for the findings of a draft, for an author who accepts them."""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.files import replace_files
from ieeelint.finding import Edit, Finding, Fix
from ieeelint.fixes.comment_places import CommentPlaces
from ieeelint.fixes.text import TextFixes, overlay
from ieeelint.ooxml.errors import PackageError
from ieeelint.paper.source import Span
from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.fixes.word.copies import Target
    from ieeelint.paper.source import Source
    from ieeelint.views.draft import Draft

REASON = "TODO: say why"


class Suppressor:
    """Writes a comment above each line with findings; in a copy of a Word draft, on each such
    paragraph.

    A comment on a separate line does not change the printed text.  No comment is written where it
    would print or have no effect (in ``verbatim``, in a .bib file, in a footnote of a Word draft);
    those findings remain.  ``target`` says where the result for a Word draft is written.  ``done``
    counts the comments of each file; ``failures`` are messages about files that could not be
    written.
    """

    def __init__(self, target: Target) -> None:
        self.target = target
        self.done: dict[str, int] = {}
        self.failures: list[str] = []
        self.notes: list[str] = []  # always empty: a comment has no fix that could fail
        self.changes: list[tuple[str, bytes, bytes]] = []  # always empty: --diff is not supported

    def __call__(
        self, draft: Draft, findings: list[Finding], check: Callable[[Draft], list[Finding]]
    ) -> list[Finding]:
        """Suppress the findings of one draft; returns the findings that remain."""
        suppress = self._suppress_in_text if draft.word is None else self._suppress_in_word
        try:
            return suppress(draft, findings, check)
        except (SettingsError, PackageError) as error:
            self.failures.append(str(error))
            return findings

    def _suppress_in_word(
        self, draft: Draft, findings: list[Finding], check: Callable[[Draft], list[Finding]]
    ) -> list[Finding]:
        """Write comments into a copy, or into the draft itself."""
        from ieeelint.fixes.word.suppressions import suppressed

        path = draft.paper.root.path
        suppressible = [finding for finding in findings if finding.rule.suppressible]
        if not suppressible:
            return findings
        data, count, remaining = suppressed(draft, suppressible, REASON, check)
        if count:
            self.done[self.target.write(path, "suppressed", data)] = count
        return remaining

    def _suppress_in_text(
        self, draft: Draft, findings: list[Finding], check: Callable[[Draft], list[Finding]]
    ) -> list[Finding]:
        """Write comments into the files of a LaTeX project."""
        from ieeelint.readers import read

        root = draft.paper.root.path
        trial = TextFixes(os.path.dirname(root))
        places = CommentPlaces(draft)
        suppressions = trial.apply(_suppressions(findings, places), unsafe=False)
        if not suppressions:
            return findings
        with overlay(trial.contents):
            trial_draft = read(root)
            effective = _effective(suppressions, trial_draft, check(trial_draft))
        fixes = TextFixes(os.path.dirname(root))
        added = fixes.apply(effective, unsafe=False)
        with overlay(fixes.contents):
            after = read(root)
            if after.paper.text.plain != draft.paper.text.plain:
                raise SettingsError(
                    f"{root}: a comment would change what is printed; no comment was written"
                )
            findings = check(after)
        fixes.refuse_changed_files()
        replace_files(fixes.contents)
        for suppression in added:
            path = suppression.span.source.path
            self.done[path] = self.done.get(path, 0) + 1
        return findings


def _effective(
    suppressions: list[Finding], trial_draft: Draft, remaining: list[Finding]
) -> list[Finding]:
    """The suppressions that TeX reads as comments, and that leave no findings in the next line."""
    assert trial_draft.latex is not None
    comments = {
        (inputs.real_path(span.source.path), span.source.locate(span.start)[0])
        for span in trial_draft.latex.comments
    }
    lines = {
        (
            inputs.real_path(finding.span.source.path),
            finding.span.source.locate(finding.span.start)[0],
        )
        for finding in remaining
        if finding.rule.suppressible
    }
    effective = []
    above: dict[str, int] = {}  # the number of comments inserted above the line, by file
    for suppression in sorted(suppressions, key=Finding.sort_key):
        source = suppression.span.source
        path = inputs.real_path(source.path)
        line = source.locate(suppression.span.start)[0] + above.get(path, 0)
        above[path] = above.get(path, 0) + 1
        if (path, line) in comments and (path, line + 1) not in lines:
            effective.append(suppression)
    return effective


def _suppressions(findings: list[Finding], places: CommentPlaces) -> list[Finding]:
    """A finding for each line with findings; its fix inserts the comment above the line."""
    lines: dict[tuple[int, int], tuple[Source, list[Finding]]] = {}
    for finding in findings:
        source = finding.span.source
        if places.allow(finding):
            location = id(source), source.locate(finding.span.start)[0]
            lines.setdefault(location, (source, []))[1].append(finding)
    suppressions = []
    for source, in_line in lines.values():
        first = in_line[0]
        suppression = Finding(first.span, first.message, Fix(comment(source, in_line)))
        suppression.rule, suppression.severity = first.rule, first.severity
        suppressions.append(suppression)
    return suppressions


def comment(source: Source, findings: list[Finding]) -> Edit:
    """The edit that suppresses the findings of one line with a comment above it."""
    number, column = source.locate(findings[0].span.start)
    start = findings[0].span.start - (column - 1)
    line = source.line(number)
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    codes = ", ".join(sorted({finding.code for finding in findings}))
    text = f"{indent}% ieeelint: ignore-next-line[{codes}] {REASON}{_newline(source)}"
    return Edit(Span(source, start, start), text)


def _newline(source: Source) -> str:
    """The kind of newline that the file uses."""
    text = source.text
    first = text.find("\n")
    if first < 0:
        return "\r" if "\r" in text else "\n"
    return "\r\n" if first and text[first - 1] == "\r" else "\n"
