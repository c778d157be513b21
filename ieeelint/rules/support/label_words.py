"""The words of typed labels of captions in Word, as in "Figure 1:", for FIG001 and TAB002."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules.support.floats import integer, roman
from ieeelint.rules.support.word_drafts import own_style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from re import Match

    from ieeelint.context import Context
    from ieeelint.paper.floats import Caption
    from ieeelint.views.word import WordParagraph, WordView

# A label, and the ones that have IEEE's word. After a counted number, IEEE's period is right, too.
LABEL = (
    r"\s*((?i:{word}[a-z]*)\.?[\s\u00a0:-]{{0,2}}"
    r"(\d{{1,3}}(?!\.\d){roman})(?:\s?[.:,)–—-])?)"
)
KINDS = {True: {"word": "fig", "roman": ""}, False: {"word": "tab", "roman": r"|[IVXL]+\b"}}
WORDED = r"\s*Fig\.[\s\u00a0]?\d", r"\s*TABLE[\s\u00a0]?[IVXL]+\b"
COUNTED = r"\s*Fig\.[\s\u00a0]?\d+\.", WORDED[1]


def label_words(context: Context, is_figure: bool) -> Iterator[Finding]:
    """The labels of captions, typed or from Word's Insert Caption, that IEEE prints otherwise."""
    view = context.word
    for holder in context.paper.figures if is_figure else context.paper.tables:
        for caption in holder.captions if view is not None else ():
            paragraph = paragraph_of(context, caption.span)
            match = _misworded(context, caption, is_figure)
            if match is None or paragraph is None:
                continue
            start = paragraph.span.start
            span = Span(paragraph.span.source, start + match.start(1), start + match.end(1))
            value = integer(match[2])
            label = f'"Fig. {value}."' if is_figure else f'"TABLE {roman(value)}."'
            style = own_style(context, "figure caption" if is_figure else "table head")
            if is_counted(view, span):
                yield Finding(
                    span,
                    f'IEEE prints {label}, not "{match[1]}", which Word\'s Insert Caption writes.'
                    f' Give the caption the style "{style}", and delete the label.',
                )
            else:
                yield Finding(
                    span,
                    f'IEEE prints {label}, not "{match[1]}", which is typed by hand. Delete it; the'
                    f' style "{style}" prints the label.',
                )


def is_misworded(context: Context, caption: Caption, is_figure: bool) -> bool:
    """True if FIG001 or TAB002 reports the label of the caption, so that no other rule needs to."""
    return _misworded(context, caption, is_figure) is not None


def _misworded(context: Context, caption: Caption, is_figure: bool) -> Match[str] | None:
    """The label of the caption, if its word or its number is not IEEE's."""
    profile = context.profile
    if profile.figure_word != "Fig." if is_figure else profile.table_numbers != "roman":
        return None
    paragraph = paragraph_of(context, caption.span)
    if paragraph is None or paragraph.printed:
        return None
    match = pattern(LABEL.format_map(KINDS[is_figure])).match(paragraph.plain)
    if match is None or context.index.languages.of_passage(caption.passage) != "en":
        return None
    start = paragraph.span.start
    span = Span(paragraph.span.source, start + match.start(1), start + match.end(1))
    right = COUNTED if is_counted(context.word, span) else WORDED
    return None if pattern(right[0 if is_figure else 1]).match(paragraph.plain) else match


def is_counted(view: WordView | None, label: Span) -> bool:
    """True if Word counts the number in the label of a caption: in a SEQ field."""
    return view is not None and any(
        field.kind == "SEQ" and label.start <= field.span.start < label.end for field in view.fields
    )


def paragraph_of(context: Context, span: Span) -> WordParagraph | None:
    """The Word paragraph at a location; None in a LaTeX draft."""
    part = context.word.part_of(span.source) if context.word is not None else None
    return part.paragraph_at(span.start) if part is not None else None


def has_style(paragraph: WordParagraph, keys: Iterable[str]) -> bool:
    """True when the style of the paragraph, or a style it is based on, is one of these."""
    style_keys = (paragraph.style.key, *paragraph.style.ancestors)
    return not {key.removeprefix("ieee") for key in style_keys}.isdisjoint(keys)
