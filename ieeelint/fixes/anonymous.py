"""Writes an anonymous copy of a draft for double-anonymous review; the draft is never changed."""

from __future__ import annotations

import os
import re
from itertools import count

from ieeelint import inputs
from ieeelint.files import replace_files
from ieeelint.finding import Edit
from ieeelint.fixes.lines import without_empty_lines
from ieeelint.fixes.text import edited, encoded
from ieeelint.paper.source import Span
from ieeelint.paper.zones import REFERENCE
from ieeelint.patterns import pattern
from ieeelint.phrases import plural, quoted
from ieeelint.readers.copy_names import ANONYMOUS, LATEX, copy_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Pattern

    from ieeelint.finding import Finding
    from ieeelint.fixes.word.copies import Target
    from ieeelint.paper.source import Source
    from ieeelint.views.draft import Draft

# The first line of a LaTeX file of a copy; the digest is that of all other lines.
MARK = "% anonymous copy by ieeelint, sha256:"
MARK_LINE = rf"\A{MARK}([0-9a-f]{{64}})\r?\n"


def write_anonymous(draft: Draft, findings: list[Finding], target: Target) -> list[str]:
    """Write the copy, if any finding has a redaction; returns notes about it.

    Raises SettingsError or PackageError if it cannot be written.
    """
    redactions = [one.redaction for one in findings if one.redaction is not None]
    if not redactions:
        return []
    path = draft.paper.root.path
    if inputs.in_memory(path) is not None:
        return [f"{path}: extract the archive to get an anonymous copy of this draft"]
    edits = [edit for redaction in redactions for edit in redaction.edits]
    words = list(dict.fromkeys(word for one in redactions for word in one.words))
    if draft.word is not None:
        from ieeelint.fixes.word.anonymous import anonymous

        data, left = anonymous(draft, edits, words)
        name = target.write_copy(path, ANONYMOUS, data)
    else:
        copy = _LatexCopy(draft, edits, target.force)
        name = copy.write()
        left = [*copy.left(words), *copy.missed]
    notes = [f"{name}: an anonymous copy, without {plural(len(redactions), 'finding')}; read it"]
    if left:
        notes.append(f"{name}: still has {quoted(left)}; change it yourself")
    return notes


class _LatexCopy:
    """The files of a LaTeX draft that differ in the copy.  Next to ``part.tex`` there will be
    ``part.anonymous.tex``, which the copy includes instead.
    """

    def __init__(self, draft: Draft, edits: list[Edit], force: bool = False) -> None:
        self.draft = draft
        self.missed: list[str] = []  # names of changed files that the copy includes as they are
        self._edits: dict[int, list[Edit]] = {}
        self._sources: dict[int, Source] = {}
        self._add(draft.paper.root)
        for edit in edits:
            self._add(edit.span.source, edit)
        inclusions = self._inclusions()
        # A file that somebody changed is kept, and the new one gets a number.
        self._number = next(
            number
            for number in count(1)
            if force or not any(_holds_work(_path(one, number)) for one in self._sources.values())
        )
        for name, span in inclusions:
            start = span.start + span.text.rfind(name)
            place = Span(span.source, start, start + len(name))
            self._add(span.source, Edit(place, _copy_name(name, self._number)))

    def _add(self, source: Source, *edits: Edit) -> None:
        self._sources[id(source)] = source
        self._edits.setdefault(id(source), []).extend(edits)

    def _inclusions(self) -> list[tuple[str, Span]]:
        """The commands that include changed files, each with the name as typed; the files with
        these commands change, too.
        """
        latex = self.draft.latex
        assert latex is not None
        inclusions: dict[tuple[int, int], tuple[str, Span]] = {}
        before = -1
        while before < len(self._sources):
            before = len(self._sources)
            for name, span, source in latex.included:
                if source is not None and id(source) in self._sources:
                    self._add(span.source)
                    inclusions[id(span.source), span.start] = (name, span)
        found = [(name, span) for name, span in inclusions.values() if name in span.text]
        self.missed += [name for name, span in inclusions.values() if name not in span.text]
        return found

    def write(self) -> str:
        """Write the files; returns the path of the root.  Raises SettingsError."""
        contents = {}
        for source in self._sources.values():
            data = encoded(_marked(self._text(source)), source.encoding)
            assert data is not None, "the edits are in ASCII"
            contents[_path(source, self._number)] = data
        replace_files(contents)
        return _path(self.draft.paper.root, self._number)

    def _text(self, source: Source) -> str:
        """The text of a file in the copy."""
        edits = without_empty_lines(source, _outermost(self._edits[id(source)]))
        return edited(source.text, edits)

    def left(self, words: list[str]) -> list[str]:
        """The words that the copy still has outside of its reference list."""
        references = [one.span for one in self.draft.paper.passages_in(REFERENCE)]
        left = []
        for identifier in self._edits:
            source = self._sources[identifier]
            blank = [Edit(span, "") for span in references if span.source is source]
            edits = _outermost([*self._edits[identifier], *blank])
            text = edited(source.text, edits)
            left += [word for word in words if _expression(word).search(text)]
        return list(dict.fromkeys(left))


def _expression(word: str) -> Pattern[str]:
    """The expression for words, also over the end of a line."""
    spaced = r"\s+".join(map(re.escape, word.split()))
    return re.compile(rf"(?<!\w){spaced}(?!\w)")  # of one draft: not to be kept


def _outermost(edits: list[Edit]) -> list[Edit]:
    """The edits in order, without those inside the range of another."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or edit.span.start >= kept[-1].span.end:
            kept.append(edit)
    return kept


def _copy_name(name: str, number: int) -> str:
    """The name of the copy of a file, as an ``\\input`` names it: with or without an extension."""
    has_extension = name.lower().endswith(LATEX)
    return copy_path(name if has_extension else f"{name}.tex", ANONYMOUS, number).removesuffix(
        "" if has_extension else ".tex"
    )


def _path(source: Source, number: int) -> str:
    """The path of the copy of a file."""
    return copy_path(source.path, ANONYMOUS, number)


def _marked(text: str) -> str:
    """The text after a line that says that it is a copy."""
    newline = "\r\n" if "\r\n" in text else "\n"
    return f"{MARK}{_digest(text)}{newline}{text}"


def _digest(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _holds_work(path: str) -> bool:
    """True for a file that is not exactly as ieeelint wrote it."""
    from ieeelint.readers.latex.project import load

    if not os.path.exists(path):
        return False
    text = load(path, path).text
    match = pattern(MARK_LINE).match(text)
    return match is None or _digest(text[match.end() :]) != match[1]
