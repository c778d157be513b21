"""An anonymous copy of a Word draft: its text, its properties, and all of its other parts."""

from __future__ import annotations

import re

from ieeelint.fixes.word.unused import without_unused_pictures
from ieeelint.ooxml.archive import rebuilt
from ieeelint.ooxml.markup import Markup
from ieeelint.paper import word_roles as roles
from ieeelint.patterns import pattern
from ieeelint.readers.word.reading import read_document
from ieeelint.views.word import TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match, Pattern

    from ieeelint.finding import Edit
    from ieeelint.views.draft import Draft
    from ieeelint.views.word import Part, WordView

NOBODY = "Author"  # who tracked the changes and wrote the comments of the copy
OURS = "ieeelint"
SPACE = b' xml:space="preserve"'
XML = (".xml", ".rels")
# Attributes with the names of people: authors of changes and comments, and their accounts.
SIGNED = r'(\s\w+:(?:author|initials|userId)=)("[^"]*"|\'[^\']*\')'
# Properties of the file that Word fills with names.
NAMED = r"(<(?:\w+:)?(creator|lastModifiedBy|Company|Manager)\b[^>]*>)[^<]*(</)"
# Files outside of the package, such as the template, whose paths name a user.
OUTSIDE = (
    r'(<Relationship\b(?=[^>]*TargetMode="External")(?![^>]*/hyperlink")[^>]*\sTarget=)"[^"]*"'
)
NO_FILE = '"Normal.dotm"'
NO_ADDRESS = "https://removed.invalid/"
REMOVED = "removed"


def anonymous(draft: Draft, edits: list[Edit], words: list[str]) -> tuple[bytes, list[str]]:
    """The copy, and those of the words that it still has outside of the reference list.

    The edits change the text itself, not as tracked changes, which would keep what they delete.
    Raises PackageError.
    """
    view = draft.word
    assert view is not None
    parts = {}
    for part in view.parts:
        own = [edit for edit in edits if edit.span.source is part.source]
        if own:
            parts[part.name] = edited_part(view, part, own)
    changed = read_document(draft.paper.root.path, rebuilt(view.package, parts)).word
    assert changed is not None
    cleaned: dict[str, str] = {}
    left: list[str] = []
    for name in changed.package.names:
        if name.endswith(XML):
            pieces = [
                (_signed_by_nobody(piece), is_reference)
                for piece, is_reference in _pieces(changed, name)
            ]
            pieces = [(piece if one else _without(piece, words), one) for piece, one in pieces]
            own_text = "".join(piece for piece, is_reference in pieces if not is_reference)
            left += [word for word in words if _expression(word).search(own_text)]
            cleaned[name] = "".join(piece for piece, _ in pieces)
    written = without_unused_pictures(changed.package.names, cleaned)
    return rebuilt(changed.package, written), list(dict.fromkeys(left))


# -- the text ------------------------------------------------------------------------------


def edited_part(view: WordView, part: Part, edits: list[Edit]) -> bytes:
    """The bytes of a part after edits of its text; pictures go with text that is deleted."""
    markup = Markup(view.package.utf8(part.name), part.root)
    texts: dict[int, list[tuple[int, int, str]]] = {}
    at = -1
    for edit in sorted(edits, key=lambda one: (one.span.start, -one.span.end)):
        start, end, new = edit.span.start, edit.span.end, edit.text
        if start < at:
            continue  # inside the range of another
        at = end
        for leaf in part.leaves[part.index_of_leaf(start) :]:
            if leaf.start >= end:
                break
            if leaf.kind == TEXT:
                first, last = max(leaf.start, start), min(leaf.end, end)
                texts.setdefault(id(leaf), []).append((first - leaf.start, last - leaf.start, new))
                new = ""
            elif part.source.text[leaf.start : leaf.end] != "\ufffc" or not edit.text:
                markup.replace(*markup.outer(leaf.element), b"")
    for leaf in part.leaves:
        if id(leaf) in texts:
            words = part.source.text[leaf.start : leaf.end]
            for first, last, new in reversed(texts[id(leaf)]):
                words = words[:first] + new + words[last:]
            tag = markup.tag(leaf.element)
            name = tag[1:].split()[0].rstrip(b"/>")
            element = b"<%s%s>%s</%s>" % (name, SPACE, markup.encoded(words), name)
            markup.replace(*markup.outer(leaf.element), element)
    return markup.result()


# -- all parts -----------------------------------------------------------------------------


def _pieces(view: WordView, name: str) -> list[tuple[str, bool]]:
    """The text of an XML part in pieces, and whether each belongs to the reference list."""
    raw = view.package.utf8(name)
    ranges: list[tuple[int, int]] = []
    if name == view.document.name:
        markup = Markup(raw, view.document.root)
        entries = [one for one in view.paragraphs if one.role == roles.REFERENCE]
        ranges = [markup.outer(paragraph.element) for paragraph in entries]
    pieces = []
    at = 0
    for start, end in [*ranges, (len(raw), len(raw))]:
        pieces += [(raw[at:start], False), (raw[start:end], True)]
        at = end
    return [(piece.decode("utf-8", "surrogateescape"), is_one) for piece, is_one in pieces]


def _signed_by_nobody(text: str) -> str:
    """The text of a part without the names of people in properties and changes, and without the
    paths of files outside of the package.
    """
    text = pattern(SIGNED).sub(_unsigned, text)
    text = pattern(NAMED).sub(rf"\g<1>{NOBODY}\g<3>", text)
    return pattern(OUTSIDE).sub(rf"\g<1>{NO_FILE}", text)


def _unsigned(match: Match[str]) -> str:
    if match[2][1:-1] == OURS:
        return match[0]
    return f'{match[1]}"{"A" if "initials" in match[1] else NOBODY}"'


def _without(text: str, words: list[str]) -> str:
    """The text of a part without these words and addresses."""
    for word in sorted(words, key=len, reverse=True):
        text = _expression(word).sub(NO_ADDRESS if "://" in word else REMOVED, text)
    return text


def _expression(word: str) -> Pattern[str]:
    """The expression for words as XML has them, also with a percent sign for a space."""
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        word = word.replace(sign, name)
    spaced = r"(?:\s|%20)+".join(map(re.escape, word.split()))
    return re.compile(rf"(?<![\w:<]){spaced}(?!\w)")  # of one draft: not to be kept
