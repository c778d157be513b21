"""WRD006: numbers of lists, captions and references are Word's, not typed."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper import word_roles as roles
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.word_drafts import in_field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.views.word import WordParagraph, WordView

REFERENCE = r"\s*(\[\d+\])\s*"
CAPTION = (
    r"\s*((?:Fig(?:ure|\.)?|FIG(?:URE|\.)?|Table|TABLE)[\s\u00a0-]*(?:\d+|[IVXL]+)\s*[.:—–-]?)\s*"
)
BULLET = r"\s*([•●▪◦‣·∙o–-])[\s\u00a0]+(?=\w)"
NUMBER = r"\s*(\(?(\d{1,2})(?:\)|\.(?=[\s\u00a0])))[\s\u00a0]*(?=[^\W\d])"
DOTS = frozenset("•●▪◦‣∙")  # a bullet wherever it opens a paragraph
NEAR = 6  # paragraphs within which the next number of a typed list stands


@rule(
    "WRD006",
    "wrd-lists-and-references-numbering",
    WARNING,
    "IEEE conference template (Word), sec. III-C and References: numbers by the styles",
    bad=[
        "%! word\n[Body Text] • Water is wet.",
        "%! word\n[Body Text] 1) Water is wet.\n[Body Text] 2) Rain is wet.",
        (
            "%! word\n"
            "[Body Text] Fig. 1 shows rain.\n"
            "[Normal] <picture/>\n"
            "[figure caption plain] Fig. 1. Rain over time."
        ),
        "%! word\n[references] [2] B. Rocha, <i>Water</i>. Porto, Portugal: Rio Press, 2020.",
        "%! word\n[references plain] B. Rocha, <i>Water</i>. Porto, Portugal: Rio Press, 2020.",
    ],
    good=[
        "%! word\n[bullet list] Water is wet.",
        "%! word\n[Body Text] 2020 was a wet year.\n[Body Text] 3D models help.",
        "%! word\n[figure caption plain] Fig. <field SEQ Figure>1</field>. Rain over time.",
        (
            "%! word\n"
            "[references plain] <field ADDIN ZOTERO_BIBL>[2] B. Rocha, Water. "
            "Porto, Portugal: Rio Press, 2020.</field>"
        ),
    ],
    fixes=[
        (
            "%! word\n[references] [2] B. Rocha, <i>Water</i>. Porto, Portugal: Rio Press, 2020.",
            "%! word\n[references] B. Rocha, <i>Water</i>. Porto, Portugal: Rio Press, 2020.",
        ),
    ],
    formats=("word",),
)
def typed_numbers(context: Context) -> Iterator[Finding]:
    """Lists, captions and references are numbered by the template's styles, never by typed
    numbers or bullets.

    Typed numbers do not move when something is added, and beside automatic
    ones they print twice. What a reference manager or a SEQ field writes is
    automatic.
    """
    view = context.word
    if view is None:
        return
    listed = _typed_lists(view)
    for position, paragraph in enumerate(view.paragraphs):
        if paragraph.role == roles.REFERENCE:
            yield from _reference(view, paragraph)
        elif paragraph.role in (roles.FIGURE_CAPTION, roles.TABLE_CAPTION):
            yield from _caption(view, paragraph)
        elif position in listed:
            mark = listed[position]
            style = "List Number" if any(map(str.isdigit, mark.text)) else "bullet list"
            yield Finding(
                mark,
                f'"{mark.text}" is typed: give the paragraph the style "{style}", and delete the'
                " mark.",
            )


def _reference(view: WordView, paragraph: WordParagraph) -> Iterator[Finding]:
    """One paragraph of the reference list."""
    match = pattern(REFERENCE).match(paragraph.plain)
    start = paragraph.span.start
    if in_field(view, *_inner(paragraph)):
        return
    if match is None:
        if not paragraph.printed and paragraph.style.key == "references":
            yield Finding(
                paragraph.span,
                "This paragraph of the reference list has no number: join it to the entry above, or"
                ' give it its number by the style "references".',
            )
        return
    span = Span(paragraph.span.source, start + match.start(1), start + match.end(1))
    if paragraph.printed:
        edit = Edit(Span(span.source, span.start, start + match.end()), "")
        yield Finding(
            span,
            f'The style numbers this entry already, so it prints "{paragraph.printed}'
            f' {match.group(1)}": delete the typed number.',
            Fix(edit),
        )
    else:
        yield Finding(
            span,
            f'"{match.group(1)}" is typed: give the entry the style "references", which numbers it,'
            " and delete the typed number.",
        )


def _caption(view: WordView, paragraph: WordParagraph) -> Iterator[Finding]:
    """The label of one caption."""
    match = pattern(CAPTION).match(paragraph.plain)
    if match is None or paragraph.printed:
        return  # beside an automatic label FIG003 and TAB006 have the typed one
    start = paragraph.span.start
    span = Span(paragraph.span.source, start + match.start(1), start + match.end(1))
    fields = [field for field in view.fields if field.kind == "SEQ"]
    if any(span.start <= field.span.start < span.end for field in fields):
        return
    style = "figure caption" if paragraph.role == roles.FIGURE_CAPTION else "table head"
    yield Finding(
        span,
        f'"{match.group(1)}" is typed: give the caption the style "{style}", which numbers it, and'
        " delete the typed label.",
    )


def _typed_lists(view: WordView) -> dict[int, Span]:
    """The typed marks of list items by the position of their paragraph: bullets, and numbers in a
    sequence.
    """
    numbers: list[tuple[int, int, Span]] = []
    others: list[tuple[int, Span]] = []
    found: dict[int, Span] = {}
    for position, paragraph in enumerate(view.paragraphs):
        if paragraph.role not in (roles.BODY, roles.LIST_ITEM) or paragraph.container != "body":
            continue
        for form in (BULLET, NUMBER):
            match = pattern(form).match(paragraph.plain)
            if match is None:
                continue
            start = paragraph.span.start
            span = Span(paragraph.span.source, start + match.start(1), start + match.end(1))
            if form == NUMBER:
                numbers.append((position, int(match.group(2)), span))
            elif match.group(1) in DOTS:
                found[position] = span
            else:
                others.append((position, span))
    for position, value, span in numbers:
        if any(
            abs(other - position) <= NEAR and abs(number - value) == 1
            for other, number, _ in numbers
        ):
            found[position] = span
    for position, span in others:
        if any(abs(other - position) == 1 and one.text == span.text for other, one in others):
            found[position] = span
    return found


def _inner(paragraph: WordParagraph) -> tuple[int, int]:
    """The characters of the paragraph without spaces at its ends."""
    text = paragraph.plain
    start = paragraph.span.start + len(text) - len(text.lstrip())
    return start, max(start, paragraph.span.start + len(text.rstrip()))
