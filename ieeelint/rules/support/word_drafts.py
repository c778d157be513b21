"""Helpers for the rules about Word drafts: text after the abstract, style names, fields."""

from __future__ import annotations

from ieeelint.paper import word_roles as roles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.views.word import WordParagraph, WordView


def after_abstract(view: WordView) -> list[WordParagraph]:
    """The paragraphs with words after the abstract and keywords, or else from the first heading."""
    start = 0
    for position, paragraph in enumerate(view.paragraphs):
        if paragraph.role in (roles.ABSTRACT, roles.KEYWORDS):
            start = position + 1
        elif paragraph.role == roles.HEADING:
            start = start or position
            break
    return [paragraph for paragraph in view.paragraphs[start:] if paragraph.role != roles.EMPTY]


def shown(name: str) -> str:
    """The name of a style as Word's list of styles shows it: built-in styles have a capital."""
    return name[:1].upper() + name[1:] if name.startswith(("heading", "footnote")) else name


def in_field(view: WordView, start: int, end: int) -> bool:
    """True when the characters of the document are in the result of a field."""
    source = view.document.source
    return any(
        field.span.source is source and field.span.start <= start and end <= field.span.end
        for field in view.fields
    )
