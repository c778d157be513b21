"""Suppression comments for all that a check finds, for an author who means it so."""

from __future__ import annotations

import os

from ieeelint.files import replace_files
from ieeelint.finding import Edit, Finding, Fix
from ieeelint.fixes.text import TextFixes, overlay
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.settings import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ieeelint.paper.source import Source
    from ieeelint.views.draft import Draft

REASON = "TODO: say why"
PLAIN = (".bib", ".bbl")  # files in which a comment would be read as something else
VERBATIM = (
    r"\\(?:begin|end)\{(?:verbatim|Verbatim|BVerbatim|lstlisting|minted|alltt|comment"
    r"|filecontents)\*?\}"
)


class Ignorer:
    """Writes a comment above each line with findings, or on each such paragraph of a copy of a
    Word draft; ``done`` counts the comments of each file.

    A comment on a line of its own changes nothing of what TeX prints.  Where
    it would suppress nothing (inside ``verbatim``, in a .bib file, in a
    footnote of a Word draft) none is left, and the findings stay.
    ``output`` names the copy (``draft.suppressed.docx`` when empty);
    ``in_place`` writes the draft itself.
    """

    def __init__(self, output: str = "", in_place: bool = False) -> None:
        self.output = output
        self.in_place = in_place
        self.done: dict[str, int] = {}
        self.failures: list[str] = []
        self.changes: list[tuple[str, bytes, bytes]] = []  # nothing is only gathered here

    def __call__(
        self, draft: Draft, findings: list[Finding], check: Callable[[Draft], list[Finding]]
    ) -> list[Finding]:
        """Answer the findings of one paper; gives those that are left."""
        suppress = self._answer if draft.word is None else self._suppress_in_word
        try:
            return suppress(draft, findings, check)
        except SettingsError as error:
            self.failures.append(str(error))
            return findings

    def _suppress_in_word(
        self, draft: Draft, findings: list[Finding], check: Callable[[Draft], list[Finding]]
    ) -> list[Finding]:
        from ieeelint.fixes.fixing import refuse_open_file
        from ieeelint.fixes.word.suppressions import suppressed

        path = draft.paper.root.path
        wanted = [one for one in findings if one.rule.suppressible]
        if not wanted:
            return findings
        data, count, left = suppressed(draft, wanted, REASON, check)
        if count:
            stem, extension = os.path.splitext(path)
            copy = self.output or f"{stem}.suppressed{extension}"
            target = path if self.in_place else copy
            refuse_open_file(target)
            replace_files({target: data})
            self.done[target] = count
        return left

    def _answer(
        self, draft: Draft, findings: list[Finding], check: Callable[[Draft], list[Finding]]
    ) -> list[Finding]:
        from ieeelint.readers import read

        root = draft.paper.root.path
        answers = _answers(findings)
        trial = TextFixes(os.path.dirname(root))
        answers = trial.apply(answers, unsafe=False)
        with overlay(trial.contents):
            tried = read(root)
            good = _that_answer(answers, tried, check(tried))
        fixes = TextFixes(os.path.dirname(root))
        added = fixes.apply(good, unsafe=False)
        with overlay(fixes.contents):
            findings = check(read(root))
        fixes.refuse_changed_files()
        replace_files(fixes.contents)
        for one in added:
            path = one.span.source.path
            self.done[path] = self.done.get(path, 0) + 1
        return findings


def _that_answer(answers: list[Finding], tried: Draft, left: list[Finding]) -> list[Finding]:
    """The answers whose comment TeX reads as one, and below which nothing is found any more."""
    assert tried.latex is not None
    comments = {
        (os.path.realpath(span.source.path), span.source.locate(span.start)[0])
        for span in tried.latex.comments
    }
    lines = {
        (os.path.realpath(one.span.source.path), one.span.source.locate(one.span.start)[0])
        for one in left
        if one.rule.suppressible
    }
    good = []
    above: dict[str, int] = {}  # comments that were put in above, by file
    for answer in sorted(answers, key=Finding.sort_key):
        source = answer.span.source
        path = os.path.realpath(source.path)
        line = source.locate(answer.span.start)[0] + above.get(path, 0)
        above[path] = above.get(path, 0) + 1
        if (path, line) in comments and (path, line + 1) not in lines:
            good.append(answer)
    return good


def can_answer(finding: Finding) -> bool:
    """True for a finding that a comment above its line may answer: in LaTeX, outside of what is
    printed as typed.
    """
    source = finding.span.source
    if not finding.rule.suppressible or source.is_word or source.path.lower().endswith(PLAIN):
        return False
    before = source.text[: finding.span.start]
    opened = pattern(VERBATIM).findall(before)
    return not opened or opened[-1].startswith("\\end")


def _answers(findings: list[Finding]) -> list[Finding]:
    """A finding for each line that has some, whose fix is the comment above it."""
    lines: dict[tuple[int, int], tuple[Source, list[Finding]]] = {}
    for finding in findings:
        source = finding.span.source
        if can_answer(finding):
            place = id(source), source.locate(finding.span.start)[0]
            lines.setdefault(place, (source, []))[1].append(finding)
    answers = []
    for source, ones in lines.values():
        answer = Finding(ones[0].span, ones[0].message, Fix(comment(source, ones)))
        answer.rule, answer.severity = ones[0].rule, ones[0].severity
        answers.append(answer)
    return answers


def comment(source: Source, findings: list[Finding]) -> Edit:
    """The edit that answers findings of one line by a comment above it."""
    number, column = source.locate(findings[0].span.start)
    start = findings[0].span.start - (column - 1)
    line = source.line(number)
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    codes = ", ".join(sorted({one.code for one in findings}))
    text = f"{indent}% ieeelint: ignore-next-line[{codes}] {REASON}{_line_end(source)}"
    return Edit(Span(source, start, start), text)


def _line_end(source: Source) -> str:
    """The file's own line end."""
    text = source.text
    at = text.find("\n")
    if at < 0:
        return "\r" if "\r" in text else "\n"
    return "\r\n" if at and text[at - 1] == "\r" else "\n"
