"""Helpers for the rules about Word drafts: text after the abstract, style names, fields."""

from __future__ import annotations

from bisect import bisect_right

from ieeelint.paper import word_roles as roles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.views.word import WordParagraph, WordView

CODE_SHARE = 0.3  # of a paragraph of code that is in a font of code


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


def uses_template(context: Context) -> bool:
    """True if a paragraph after the abstract has a style of an IEEE template."""
    styles = context.vocabulary.word_styles
    templates = styles.conference | styles.journal
    return context.word is not None and any(
        paragraph.style.key in templates for paragraph in after_abstract(context.word)
    )


def own_style(context: Context, name: str) -> str:
    """The name that a style of the conference template has in the template of this draft."""
    view, table = context.word, context.vocabulary.word_styles
    if view is None:
        return name
    other = table.transactions[name.lower().replace(" ", "")]
    keys = {style.key for style in view.styles.by_identifier.values()}
    is_other = not keys.isdisjoint(table.telling["journal"])
    return other if is_other and other.lower().replace(" ", "") in keys else name


def shown(name: str) -> str:
    """The name of a style as Word's list of styles shows it: built-in styles have a capital."""
    return name[:1].upper() + name[1:] if name.startswith(("heading", "footnote")) else name


def is_any_font(font: str, families: list[str]) -> bool:
    """True when the font belongs to one of the families, or the draft does not name it."""
    return not font or font.lower().startswith(tuple(map(str.lower, families)))


def is_code(paragraph: WordParagraph, fonts: list[str]) -> bool:
    """True for a paragraph of code, whose comments may be in another font than ``fonts``."""
    counts: dict[str, int] = {}  # of characters by font
    for run in paragraph.runs:
        font = run.look.font
        counts[font] = counts.get(font, 0) + sum(map(len, run.span.text.split()))
    in_font = sum(count for font, count in counts.items() if font and is_any_font(font, fonts))
    return in_font > CODE_SHARE * sum(counts.values())


class FieldResults:
    """The results of the fields of the document, of nested ones the outermost."""

    def __init__(self, view: WordView) -> None:
        source = view.document.source
        spans = [field.span for field in view.fields if field.span.source is source]
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted((span.start, -span.end) for span in spans):
            if not self._ends or -end > self._ends[-1]:
                self._starts.append(start)
                self._ends.append(-end)

    def contain(self, start: int, end: int) -> bool:
        """True when the characters are in the result of one field."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._ends[at]
