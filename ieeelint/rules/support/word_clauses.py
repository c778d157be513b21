"""Styles of Word captions and headings, and empty author columns, for the HDG, FIG, TAB and AUT
rules.
"""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper import word_roles as roles
from ieeelint.paper.source import Span
from ieeelint.rules.support.word_drafts import shown
from ieeelint.severities import INFO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.floats import Caption
    from ieeelint.views.word import WordParagraph

AUTHOR_COLUMNS = 2  # or more, in a section with authors next to each other


def caption_style(context: Context, caption: Caption, style: str) -> Iterator[Finding]:
    """A caption without a caption style; ``style`` is the template's style for it."""
    paragraph = paragraph_of(context, caption.span)
    if paragraph is None or paragraph.container == "cell":
        return
    if not _has_style(paragraph, context.vocabulary.word_styles.captions):
        yield Finding(
            caption.span,
            f'This caption has the style "{shown(paragraph.style.name)}". Give it "{style}", which'
            " sets its size, position and number.",
        )


def paragraph_of(context: Context, span: Span) -> WordParagraph | None:
    """The Word paragraph at a location; None in a LaTeX draft."""
    part = context.word.part_of(span.source) if context.word is not None else None
    return part.paragraph_at(span.start) if part is not None else None


def component_style(context: Context, words: str, span: Span) -> Iterator[Finding]:
    """Acknowledgment and References in another style than Heading 5."""
    paragraph = paragraph_of(context, span)
    if paragraph is None:
        return
    if not _has_style(paragraph, context.vocabulary.word_styles.components):
        yield Finding(
            span,
            f'"{words}" has the style "{shown(paragraph.style.name)}". Give it "Heading 5", the'
            " style of headings without a number.",
        )


def _has_style(paragraph: WordParagraph, keys: Iterable[str]) -> bool:
    """True when the style of the paragraph, or a style it is based on, is one of these."""
    style_keys = (paragraph.style.key, *paragraph.style.ancestors)
    return not {key.removeprefix("ieee") for key in style_keys}.isdisjoint(keys)


def heading_looks(context: Context) -> Iterator[Finding]:
    """Headings with bold type set by hand, and text in the style of a heading."""
    for paragraph in context.word.paragraphs if context.word is not None else ():
        key = paragraph.style.key
        if key not in ("heading1", "heading2", "heading3") or not paragraph.plain.strip():
            continue
        runs = [run for run in paragraph.runs if run.span.text.strip()]
        if paragraph.role == roles.BODY and key != "heading3":
            yield Finding(
                paragraph.span,
                f'This text has the style "{shown(paragraph.style.name)}". End the heading with a'
                ' return, and give the text "Body Text".',
            )
        elif paragraph.role == roles.HEADING and runs and not paragraph.mark_look.bold:
            if all(run.look.bold for run in runs):
                yield Finding(
                    paragraph.span,
                    "The bold type of this heading is set by hand. Select it and press Ctrl+Space.",
                )


def empty_author_columns(context: Context) -> Iterator[Finding]:
    """Empty columns of an author section."""
    view = context.word
    if view is None:
        return
    end = next(
        (
            paragraph.number
            for paragraph in view.paragraphs
            if paragraph.role in (roles.ABSTRACT, roles.HEADING)
        ),
        0,  # a letter or a list of tables, which needs no authors
    )
    filled = 0
    for section in view.sections:
        if section.columns < AUTHOR_COLUMNS or section.first >= end or section.last >= end:
            continue
        paragraphs = view.paragraphs[section.first - 1 : section.last]
        authors = [each for each in paragraphs if each.role in (roles.AUTHOR, roles.AFFILIATION)]
        filled += sum(1 + author.plain.count("\n\n") for author in authors)
        if not authors and filled < section.columns and paragraphs:
            yield Finding(
                paragraphs[0].span,
                f"These {section.columns} columns for authors are empty. Delete them with their"
                " section break, and set the columns of the authors' section to the number of"
                " authors in a row.",
                severity=INFO if filled else "",
            )
            return
