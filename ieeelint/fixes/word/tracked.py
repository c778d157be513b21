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
    for finding, edits in chosen(findings, unsafe):
        targets = []
        for edit in edits:
            part = view.part_of(edit.span.source)
            if part is None:
                break
            if part.name not in editors:
                editors[part.name] = PartEditor(view, part, identifiers)
            targets.append((editors[part.name], whole_words(edit, edits)))
        if len(targets) == len(edits) and all(_allows(editor, edit) for editor, edit in targets):
            for editor, edit in targets:
                editor.replace(edit.span.start, edit.span.end, edit.text)
            fixed.append(finding)
    parts = {name: editor.result() for name, editor in editors.items() if editor.is_changed}
    return rebuilt(view.package, parts), fixed


def whole_words(edit: Edit, others: list[Edit]) -> Edit:
    """The edit extended to whole words, which are easier to review than single letters.

    The edit is returned unchanged if another edit changes the same word.
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
