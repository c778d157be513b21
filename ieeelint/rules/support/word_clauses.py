"""What the rules about headings, captions and authors ask of Word drafts besides."""

from __future__ import annotations

from ieeelint.finding import INFO, Finding
from ieeelint.paper import word_roles as roles
from ieeelint.paper.source import Span
from ieeelint.rules.support.word_drafts import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Caption
    from ieeelint.views.word import WordParagraph

# Styles that captions may stand in: the templates', and Word's own.
CAPTION_STYLES = frozenset(
    {
        "figurecaption",
        "figurecaptions",
        "tablehead",
        "tabletitle",
        "caption",
        "fignote",
        "tablecaption",
    }
)
COMPONENT_STYLES = frozenset({"heading5", "referencehead", "referencehead1", "acknowledgment"})
AUTHOR_COLUMNS = 2  # and more: a section laid out for authors side by side


def caption_style(context: Context, caption: Caption, style: str) -> Iterator[Finding]:
    """A caption in no caption's style; ``style`` is the template's for it."""
    paragraph = paragraph_of(context, caption.span)
    if paragraph is None or paragraph.container == "cell":
        return
    keys = {key.removeprefix("ieee") for key in (paragraph.style.key, *paragraph.style.ancestors)}
    if not keys & CAPTION_STYLES:
        yield Finding(
            caption.span,
            f'This caption stands in the style "{shown(paragraph.style.name)}": give it "{style}",'
            " which sets size, place and number.",
        )


def paragraph_of(context: Context, span: Span) -> WordParagraph | None:
    """The Word paragraph at a place; None in a LaTeX draft."""
    part = context.word.part_of(span.source) if context.word is not None else None
    return part.paragraph_at(span.start) if part is not None else None


def component_style(context: Context, words: str, span: Span) -> Iterator[Finding]:
    """Acknowledgment and References in another style than Heading 5."""
    paragraph = paragraph_of(context, span)
    if paragraph is None:
        return
    keys = {key.removeprefix("ieee") for key in (paragraph.style.key, *paragraph.style.ancestors)}
    if not keys & COMPONENT_STYLES:
        yield Finding(
            span,
            f'"{words}" stands in the style "{shown(paragraph.style.name)}": give it "Heading 5",'
            " the style of heads without a number.",
        )


def heading_looks(context: Context) -> Iterator[Finding]:
    """Headings made bold by hand, and text in the style of a heading."""
    for paragraph in context.word.paragraphs if context.word is not None else ():
        key = paragraph.style.key
        if key not in ("heading1", "heading2", "heading3") or not paragraph.plain.strip():
            continue
        runs = [run for run in paragraph.runs if run.span.text.strip()]
        if paragraph.role == roles.BODY and key != "heading3":
            yield Finding(
                paragraph.span,
                f'Text stands in the style "{shown(paragraph.style.name)}": end the heading with a'
                ' return, and give the text "Body Text".',
            )
        elif paragraph.role == roles.HEADING and runs and not paragraph.mark_look.bold:
            if all(run.look.bold for run in runs):
                yield Finding(
                    paragraph.span,
                    "This heading is made bold by hand: select it and press Ctrl+Space.",
                )


def empty_author_columns(context: Context) -> Iterator[Finding]:
    """Columns laid out for authors that are not there."""
    view = context.word
    if view is None:
        return
    end = next(
        (one.number for one in view.paragraphs if one.role in (roles.ABSTRACT, roles.HEADING)),
        0,  # tables or letters, no paper: nobody need be named
    )
    filled = 0
    for section in view.sections:
        if section.columns < AUTHOR_COLUMNS or section.first >= end or section.last >= end:
            continue
        ones = view.paragraphs[section.first - 1 : section.last]
        named = [one for one in ones if one.role in (roles.AUTHOR, roles.AFFILIATION)]
        filled += sum(1 + one.plain.count("\n\n") for one in named)
        if not named and filled < section.columns and ones:
            yield Finding(
                ones[0].span,
                f"Here stand {section.columns} empty columns for authors: delete them with their"
                " section break, and set the columns of the authors' section to their number.",
                severity=INFO if filled else "",
            )
            return
