"""The last check of a fix before anything is written: no fix may destroy what it does not own.

Whatever rule asks for it, a fix is refused if it would change an argument that is not prose, end
inside a command or a comment, cross the edge of a group, a formula or an environment, leave a group
empty, or delete a command, a picture, a label, a key or a comment. Rules about the source say that
an edit is ``on_source``: it may change commands and options, but nothing else of this list.
"""

from __future__ import annotations

from collections import Counter

from ieeelint.finding import Edit, Fix
from ieeelint.fixes.choosing import trimmed
from ieeelint.fixes.layout import Layout, Macros, is_own_comment
from ieeelint.fixes.lines import with_newlines_of, without_empty_lines
from ieeelint.paper.source import Span
from ieeelint.paper.text import PLACEHOLDERS
from ieeelint.patterns import pattern
from ieeelint.readers.latex import signatures
from ieeelint.readers.latex.symbols import ACCENTS, SYMBOLS
from ieeelint.readers.latex.tokens import TOKEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.source import Source
    from ieeelint.views.draft import Draft
    from ieeelint.views.latex import LatexView

# Commands that may come and go: they print a character or a space, or are the words' own form.
PRINTING = frozenset(SYMBOLS) | frozenset(ACCENTS) | frozenset("/ @ -".split())
# Commands of one family may replace each other while their keys stay.
FAMILIES = (signatures.REFERENCES, signatures.CITATIONS)
# What no edit deletes, not even one on the source, unless it is moved.
KEPT = frozenset(
    "label includegraphics includegraphics* includesvg input include subfile import caption"
    " footnote footnotetext thanks index glossary bibitem item tikz usebox todo nocite addplot"
    " verb lstinline url href path ieeelintnum".split()
)
COMMAND_WITH_KEYS = r"\\([A-Za-z]+\*?)(?:\s*(?:\[[^\]]*\]\s*)*\{([^{}]*)\})?"
AT_SIGN = r"\s*(?:`\s*\\?@|64(?![0-9]))"  # \catcode`\@
# What may be between a register and the next one in its value: -.5, 3pt plus .1
FACTOR = r"\s*=?\s*-?[\d.]*\s*(?:(?:[a-z]{2}\s*)?(?:plus|minus)\s*-?[\d.]*\s*){0,2}"
GROUP_START = r"\{(?:\\[A-Za-z]+\s*|\s)*\Z"  # with switches such as \em
PAIRS = {"}": "{", "\\)": "\\(", "\\]": "\\[", "\\end": "\\begin"}
OPENING = frozenset(PAIRS.values())


class FixGuard:
    """Judges the fixes of one draft; what it needs of each source is prepared once."""

    def __init__(self, draft: Draft) -> None:
        self._latex = draft.latex
        self._macros = Macros(draft.latex.definitions if draft.latex is not None else {})
        self._layouts: dict[int, Layout | None] = {}
        self._is_recoded = draft.latex is not None and _changes_characters(draft.latex)

    def refusal(self, fix: Fix) -> str:
        """Why the fix must not be applied; empty if it can do no harm."""
        if not all(map(_is_valid, fix.edits)):
            return "one of its edits has no valid span or text"
        edits = [edit for edit in fix.edits if edit.span.text != edit.text]
        by_source: dict[int, list[Edit]] = {}
        for edit in edits:
            by_source.setdefault(id(edit.span.source), []).append(edit)
        for own in by_source.values():
            own.sort(key=lambda edit: (edit.span.start, edit.span.end))
            source = own[0].span.source
            reason = _lost_placeholder(own) if source.is_word else self._refusal(source, own)
            if reason:
                return reason
        if any(edit.span.source.is_word for edit in edits):
            return ""
        has_comments = any(self._layout(edit.span.source) is not None for edit in edits)
        return _lost(edits, has_comments)

    def completed(self, fix: Fix) -> Fix:
        """The same fix with the newlines of the files, and without lines that it would empty."""
        by_source: dict[int, list[Edit]] = {}
        for edit in fix.edits:
            by_source.setdefault(id(edit.span.source), []).append(edit)
        completed: list[Edit] = []
        for edits in by_source.values():
            source = edits[0].span.source
            if not source.is_word:
                edits = [with_newlines_of(source, edit) for edit in edits]
                if self._layout(source) is not None:
                    edits.sort(key=lambda edit: (edit.span.start, edit.span.end))
                    edits = without_empty_lines(source, edits)
            completed += edits
        return Fix(*completed, safe=fix.safe)

    def _refusal(self, source: Source, edits: list[Edit]) -> str:
        """The reason within one text file."""
        layout = self._layout(source)
        if layout is not None and self._is_recoded:
            return "\\catcode changes what characters mean in this draft"
        for edit in edits:
            if layout is not None and (reason := layout.refusal(trimmed(edit))):
                return reason
            if layout is not None and not edit.on_source and (reason := _ragged_group(edit)):
                return reason
            if layout is not None and _is_skipped_space(edit):
                return "TeX skips a space after a command"
        if layout is not None and _moves_across(layout, edits):
            return "it would move something into or out of a group"
        start, end = edits[0].span.start, edits[-1].span.end
        if len(edits) > 1 and edits[0].on_source and "\\" in source.text[start:end]:
            if pattern(r"\\(?:if[a-zA-Z@]*|else|fi)(?![a-zA-Z@])").search(source.text, start, end):
                return "it would move something into or out of a conditional"
        if any(_unmatched(edit.span.text) != _unmatched(edit.text) for edit in edits):
            before, at = source.text[start:end], start
            after: list[str] = []
            for edit in edits:
                after += (source.text[at : edit.span.start], edit.text)
                at = edit.span.end
            if _unmatched(before) != _unmatched("".join(after)):
                return "it would cross the edge of a group, a formula or an environment"
        return ""

    def _layout(self, source: Source) -> Layout | None:
        """The tokens of a LaTeX source that was read; None for other files."""
        if id(source) not in self._layouts:
            tokens = self._latex.tokens_of(source) if self._latex is not None else None
            self._layouts[id(source)] = Layout(tokens, self._macros) if tokens is not None else None
        return self._layouts[id(source)]


def _changes_characters(view: LatexView) -> bool:
    """True if the draft changes what characters mean, other than the one in names of commands."""
    return any(
        not pattern(AT_SIGN).match(command.span.source.text, command.name_span.end)
        for command in view.commands("catcode")
    )


def _is_skipped_space(edit: Edit) -> bool:
    r"""True if the edit does nothing but insert a space after a control word: ``\fi``."""
    text, start = edit.span.source.text, edit.span.start
    return (
        edit.text == " "
        and edit.span.end == start
        and pattern(r"\\[A-Za-z@]+[ \t]*\Z").search(text, max(0, start - 40), start) is not None
    )


def _ragged_group(edit: Edit) -> str:
    """The reason if a deletion leaves a group empty, or a space at its beginning, which prints in
    addition to the one before the group.
    """
    text, (start, end) = edit.span.source.text, (edit.span.start, edit.span.end)
    if edit.text.strip() or not edit.span.text.strip():
        return ""
    if not pattern(GROUP_START).search(text, max(0, start - 60), start):
        return ""
    if text[end : end + 1] == "}":
        return "it would leave an empty group"
    if text[end : end + 1] == " " and text[start - 1] == "{":
        return "it would leave a space at the beginning of a group"
    return ""


def _moves_across(layout: Layout, edits: list[Edit]) -> bool:
    """True if words that go in one place come back in another group: before \\textsuperscript{…}
    and at the end of its argument.
    """
    for insertion in edits:
        if insertion.span.start < insertion.span.end or insertion.on_source or not insertion.text:
            continue
        for removal in edits:
            if removal.span.text.strip() == insertion.text.strip() and layout.group_around(
                removal.span.start
            ) != layout.group_around(insertion.span.start):
                return True
    return False


def _is_valid(edit: object) -> bool:
    """True for an edit that can be made; a local rule may yield any object."""
    if not isinstance(edit, Edit) or not isinstance(edit.span, Span):
        return False
    start, end = edit.span.start, edit.span.end
    if type(start) is not int or type(end) is not int or not isinstance(edit.text, str):
        return False
    return 0 <= start <= end <= len(edit.span.source.text)


def _unmatched(text: str) -> list[str]:
    """The braces, dollar signs and environment edges that have no partner in the text."""
    stack: list[str] = []
    if not text or text.isalnum():
        return stack
    for token in TOKEN.findall(text):
        if token in ("$", "$$"):
            if stack and stack[-1] == token:
                stack.pop()
            else:
                stack.append(token)
        elif token in OPENING:
            stack.append(token)
        elif token in PAIRS:
            if stack and stack[-1] == PAIRS[token]:
                stack.pop()
            else:
                stack.append(token)
    return stack


def _lost(edits: list[Edit], has_comments: bool) -> str:
    """What the edits together would delete: a command, a key, a comment if the file has any."""
    old = "\n".join(edit.span.text for edit in edits)
    new = "\n".join(edit.text for edit in edits)
    if "\\" not in old and "%" not in old + new:
        return ""
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    lost = Counter(token for token in before if token[0] in "\\%")
    lost.subtract(token for token in after if token[0] in "\\%")
    on_source = all(edit.on_source for edit in edits)
    owned = Counter(token for edit in edits if edit.on_source for token in _owned(edit.span.text))
    for token, count in lost.items():
        if count < 0 and token[0] == "%" and has_comments and not on_source:
            return "it would comment out what follows"
        if count <= 0:
            continue
        name = token[1:]
        if token[0] == "%":
            if has_comments and not is_own_comment(token, edits[0]):
                return "it would delete a comment"
            continue
        if name in PRINTING or not name or token in PAIRS or token in OPENING:
            continue
        families = [family for family in FAMILIES if name in family]
        if any(_keys(old, family) == _keys(new, family) for family in families):
            continue
        if not on_source or families or name.rstrip("*") in KEPT or count > owned[token]:
            return f"it would delete {token}"
    return ""


def _owned(text: str) -> list[str]:
    """The commands that an edit of the source may delete: the first one of its text with all that
    its arguments contain, and its bare arguments and values.
    """
    owned: list[str] = []
    depth = 0
    before = ""
    for token in TOKEN.findall(text):
        if token[0] == "\\" and (depth > 0 or not owned or before in ("\\", "=")):
            owned.append(token)
        depth += (token in "{[") - (token in "}]")
        if token.strip() and not pattern(FACTOR).fullmatch(token):
            before = "\\" if token[0] == "\\" else token.rstrip()[-1]
    return owned


def _keys(text: str, family: frozenset[str]) -> list[str]:
    """The keys that the commands of one family name in a text, in order of the alphabet; a command
    without its argument counts as an empty key.
    """
    keys = []
    for match in pattern(COMMAND_WITH_KEYS).finditer(text):
        if match[1] in family:
            keys += [key.strip() for key in (match[2] or "").split(",")]
    return sorted(keys)


def _lost_placeholder(edits: list[Edit]) -> str:
    """The same in a Word part, where each picture, formula or note is one character."""
    for edit in edits:
        for sign in PLACEHOLDERS:
            if edit.span.text.count(sign) > edit.text.count(sign):
                return "it would delete a picture, a formula, a field or a note"
    return ""
