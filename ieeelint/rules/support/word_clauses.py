"""Styles of Word captions and headings, for the HDG, FIG, and TAB rules."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper import word_roles as roles
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules.support.heading_words import is_component
from ieeelint.rules.support.label_words import has_style, is_misworded, paragraph_of
from ieeelint.rules.support.word_drafts import own_style, shown, uses_template

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Heading
    from ieeelint.paper.floats import Caption
    from ieeelint.views.word import WordParagraph

TOP_HEADINGS = ("heading1", "heading2", "heading3")
HEADING_STYLES = (
    *(f"heading{level}" for level in range(1, 10)),
    *("h1", "h2", "h3", "referencehead"),  # of the templates for journals
)
# A number typed before a heading.
TYPED = (
    r"((?:[IVX]{1,5}|[A-Z]|\d{1,2}(?:\.\d{1,2}){0,3})"
    r"(?:\s?[.)]\s*|\s?[:–—-]\s+|(?<=\d)\s+|(?<=[IVX])\s+(?=[A-Z]{3})|(?<=\d\.\d)(?=[A-Z][a-z]{2})))(?=\w)"
)
# "Figure 1." typed before a caption.
TYPED_LABEL = r"\s*(\(?(?i:fig|tab)\w*\.?[\s\u00a0]?(?:\d+(?:\.\d+)*|[IVXL]+)[.:,]?)(?=\s)"
LOWEST = 4  # level of a heading
# What shows a heading without a heading style.
SURE = frozenset(
    (
        "Roman number",
        "number with parts",
        "number in a sequence of headings",
        "number continues those of headings",
        "capitals",
        "known heading",
        "heading of the references",
    )
)


def caption_style(context: Context, caption: Caption, style: str) -> Iterator[Finding]:
    """A caption without the style of its kind, or that goes on in the next paragraph; ``style`` is
    the template's style for it.
    """
    paragraph = paragraph_of(context, caption.span)
    if paragraph is None or paragraph.container == "cell":
        return
    is_figure = style == "figure caption"
    style = own_style(context, style)
    styles = context.vocabulary.word_styles
    if not has_style(paragraph, styles.figure_captions if is_figure else styles.table_captions):
        number = "" if not caption.command.endswith("*") else ' "Fig." has no number here:'
        typed = pattern(TYPED_LABEL).match(paragraph.plain)
        if is_misworded(context, caption, is_figure):
            typed = None
        closing = ' and the ")"' if typed is not None and typed[1].startswith("(") else ""
        delete = f' Delete the typed "{typed[1]}"{closing}.' if typed is not None else ""
        yield Finding(
            caption.span,
            f'This caption has the style "{shown(paragraph.style.name)}".{number} Give it'
            f' "{style}", which sets its size, position and number.{delete}',
        )
    following = _next(context, paragraph)
    if following is not None and following.goes_on:
        yield Finding(
            following.span,
            "This paragraph goes on with the caption above. Join them to one paragraph.",
        )


def _next(context: Context, paragraph: WordParagraph) -> WordParagraph | None:
    """The next paragraph with words."""
    for following in paragraph.part.paragraphs[paragraph.number : paragraph.number + 3]:
        if following.role != roles.EMPTY:
            return following
    return None


def component_style(context: Context, words: str, span: Span) -> Iterator[Finding]:
    """Acknowledgment and References in another style than Heading 5."""
    paragraph = paragraph_of(context, span)
    if paragraph is None:
        return
    if not has_style(paragraph, context.vocabulary.word_styles.components):
        yield Finding(
            span,
            f'"{words}" has the style "{shown(paragraph.style.name)}". Give it'
            f' "{own_style(context, "Heading 5")}", the style of headings without a number.',
        )


def heading_looks(context: Context) -> Iterator[Finding]:
    """Headings with bold type set by hand or without a heading style, and text in the style or the
    paragraph of a heading.
    """
    if context.word is None:
        return
    has_styles = uses_template(context)  # if not, WRD001 speaks of headings, too
    for paragraph in context.word.paragraphs:
        if paragraph.role not in (roles.BODY, roles.HEADING) or not paragraph.plain.strip():
            continue
        key = paragraph.style.key.removeprefix("ieee")
        is_styled = key.startswith("heading")
        runs = [run for run in paragraph.runs if run.span.text.strip()]
        if key in ("heading1", "heading2") and (paragraph.role == roles.BODY or paragraph.head):
            text = own_style(context, "Body Text")
            advice = (
                f'End the heading with a return, and give the text "{text}".'
                if paragraph.head
                else f'Give it "{text}"; if it begins with a heading, end that with a return.'
            )
            yield Finding(
                paragraph.span, f'This text has the style "{shown(paragraph.style.name)}". {advice}'
            )
        elif paragraph.role == roles.BODY:
            continue
        elif is_styled and runs and not paragraph.mark_look.bold and key in TOP_HEADINGS:
            if all(run.look.bold for run in runs):
                yield Finding(
                    paragraph.span,
                    "The bold type of this heading is set by hand. Select it and press Ctrl+Space.",
                )
        elif not has_style(paragraph, HEADING_STYLES) and has_styles:
            if not is_part_without_number(context, paragraph):
                yield _typed_heading(paragraph)


def _typed_heading(paragraph: WordParagraph) -> Finding:
    """A heading, perhaps with text after it, in a style of text."""
    words = paragraph.plain[: paragraph.head or None]
    start = paragraph.span.start + len(words) - len(words.lstrip())
    span = Span(paragraph.span.source, start, start + len(words.strip()))
    number = pattern(TYPED).match(words.strip())
    level = min(paragraph.level, LOWEST)
    is_guess = level == LOWEST and number is None  # nothing but the look shows the heading
    style = "the heading style of its level" if is_guess else f'the style "Heading {level}"'
    delete = f', and delete the typed "{number[1].strip()}"' if number is not None else ""
    closing = pattern(r"\s*[:—–-]+\s*\Z").search(words)
    if closing is not None and not paragraph.head:
        delete += (
            f'{" and" if delete else ", and delete"} the "{closing.group().strip()}" at its end'
        )
    if paragraph.head:
        return Finding(
            span,
            "This heading and its text share a paragraph. End the heading with a return. Give it"
            f" {style}{delete}.",
        )
    return Finding(
        span,
        f'This heading has the style "{shown(paragraph.style.name)}". Give it {style}{delete}.',
    )


def is_part_without_number(context: Context, paragraph: WordParagraph) -> bool:
    """True for the heading of the acknowledgment, or of the references in any language."""
    if any(reason == "heading of the references" for _, _, reason in paragraph.evidence):
        return True
    return is_component(context, bare_words(paragraph.plain))


def is_surely_typed(context: Context, heading: Heading) -> bool:
    """True for a Word heading without a heading style that more than bold type shows."""
    paragraph = paragraph_of(context, heading.span)
    return paragraph is not None and any(
        role == roles.HEADING and reason in SURE for role, _, reason in paragraph.evidence
    )


def is_run_in(context: Context, heading: Heading) -> bool:
    """True for a Word heading with text after it, whose words are set like a sentence."""
    paragraph = paragraph_of(context, heading.span)
    return paragraph is not None and paragraph.head > 0


def bare_words(words: str) -> str:
    """The words of a heading without a typed number and what closes it, as in "RESULT :--"."""
    words = words.strip()
    number = pattern(TYPED).match(words)
    return pattern(r"[\s:.—–-]+\Z").sub("", words[number.end() if number else 0 :])
