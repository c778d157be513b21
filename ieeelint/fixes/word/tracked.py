"""Fixes as tracked changes, to be accepted or rejected in Word one by one."""

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
    """The package with one round of fixes as tracked changes, and the findings these mend.

    Changes bear the author "ieeelint" and no date.  What stands in a field's
    result or in somebody else's tracked change stays as it is.
    """
    identifiers = free_identifiers(view)
    editors: dict[str, PartEditor] = {}
    mended = []
    for finding, edits in chosen(findings, unsafe):
        ready = []
        for edit in edits:
            part = view.part_of(edit.span.source)
            if part is None:
                break
            if part.name not in editors:
                editors[part.name] = PartEditor(view, part, identifiers)
            ready.append((editors[part.name], whole_words(edit, edits)))
        if len(ready) == len(edits) and all(_fits(editor, edit) for editor, edit in ready):
            for editor, edit in ready:
                editor.replace(edit.span.start, edit.span.end, edit.text)
            mended.append(finding)
    parts = {name: editor.result() for name, editor in editors.items() if editor.is_changed}
    return rebuilt(view.package, parts), mended


def whole_words(edit: Edit, others: list[Edit]) -> Edit:
    """The edit grown to whole words, for a change of a word reads better than one of a letter.

    It stays as it is where another edit changes the same word.
    """
    source = edit.span.source
    start, end = edit.span.start, edit.span.end
    left = WORD_END.search(source.text[max(0, start - 80) : start])
    right = WORD_START.match(source.text[end : end + 80])
    touched = edit.span.text + edit.text
    first = start - len(left.group()) if left and touched[:1].isalnum() else start
    last = end + len(right.group()) if right and touched[-1:].isalnum() else end
    for other in others:
        if other is not edit and other.span.start <= last and first <= other.span.end:
            return edit
    text = source.text[first:start] + edit.text + source.text[end:last]
    return Edit(Span(source, first, last), text)


def _fits(editor: PartEditor, edit: Edit) -> bool:
    return editor.allows(edit.span.start, edit.span.end, edit.text)
