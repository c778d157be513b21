"""Writes fixes as tracked changes, which the author accepts or rejects in Word."""

from __future__ import annotations

from ieeelint.finding import Edit
from ieeelint.fixes.choosing import WORD_END, WORD_START, chosen
from ieeelint.fixes.word.editing import PartEditor, free_identifiers
from ieeelint.ooxml.archive import rebuilt
from ieeelint.paper.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.finding import Finding
    from ieeelint.views.word import WordView


def tracked(
    view: WordView, findings: list[Finding], unsafe: bool = False
) -> tuple[bytes, list[Finding]]:
    """The package with one round of fixes as tracked changes, and the findings that they fix.

    The author of the changes is "ieeelint"; they have no date.  Text in the result of a field
    or in a tracked change of another author is never edited.
    """
    identifiers = free_identifiers(view)
    editors: dict[str, PartEditor] = {}
    fixed = []
    round_of_fixes = chosen(findings, unsafe)
    near = _Neighbors([edit for _, edits in round_of_fixes for edit in edits])
    for finding, edits in round_of_fixes:
        targets = []
        for edit in edits:
            part = view.part_of(edit.span.source)
            if part is None:
                break
            if part.name not in editors:
                editors[part.name] = PartEditor(view, part, identifiers)
            whole = whole_words(edit, near.of(edit))
            if not _allows(editors[part.name], whole):
                whole = edit  # the rest of the word is an index, or the result of a field
            targets.append((editors[part.name], whole))
        if len(targets) == len(edits) and all(_allows(editor, edit) for editor, edit in targets):
            for editor, edit in targets:
                editor.replace(edit.span.start, edit.span.end, edit.text)
            fixed.append(finding)
    parts = {name: editor.result() for name, editor in editors.items() if editor.is_changed}
    return rebuilt(view.package, parts), fixed


class _Neighbors:
    """The edits of a round in the order of their places; no two of them overlap."""

    def __init__(self, edits: list[Edit]) -> None:
        self._edits = sorted(edits, key=_place)
        self._index = {id(edit): at for at, edit in enumerate(self._edits)}

    def of(self, edit: Edit) -> list[Edit]:
        """The edits before and after this one in its source."""
        at = self._index[id(edit)]
        around = self._edits[max(0, at - 1) : at] + self._edits[at + 1 : at + 2]
        return [other for other in around if other.span.source is edit.span.source]


def _place(edit: Edit) -> tuple[int, int, int]:
    return id(edit.span.source), edit.span.start, edit.span.end


def whole_words(edit: Edit, others: list[Edit]) -> Edit:
    """The edit extended to whole words, which are easier to review than single letters.

    The edit is returned unchanged if one of ``others``, which may belong to other fixes, changes
    the same word.
    """
    source = edit.span.source
    start, end = edit.span.start, edit.span.end
    left = WORD_END.search(source.text[max(0, start - 80) : start])
    right = WORD_START.match(source.text[end : end + 80])
    changed = edit.span.text + edit.text
    first = start - len(left.group()) if left and changed[:1].isalnum() else start
    last = end + len(right.group()) if right and changed[-1:].isalnum() else end
    for other in others:
        if other is not edit and other.span.start <= last and first <= other.span.end:
            return edit
    text = source.text[first:start] + edit.text + source.text[end:last]
    return Edit(Span(source, first, last), text)


def _allows(editor: PartEditor, edit: Edit) -> bool:
    return editor.allows(edit.span.start, edit.span.end, edit.text)
