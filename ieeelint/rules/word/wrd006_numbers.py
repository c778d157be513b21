"""WRD006: typed numbers of lists, captions, and references."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper import word_roles as roles
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.dangling import dangling_numbers
from ieeelint.rules.support.word_drafts import FieldResults

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.views.word import WordParagraph, WordView

REFERENCE = r"\s*(\[\s?\d+\s?\]|\d{1,3}[.)](?=[\s\u00a0]|[A-Z“\"]))\s*"
CAPTION = (
    r"\s*((?:Fig(?:ure|\.)?|FIG(?:URE|\.)?|Table|TABLE)[\s\u00a0-]*(?:\d+|[IVXL]+)\s*[.:—–-]?)\s*"
)
BULLET = r"\s*([•●▪◦‣·∙o–-])[\s\u00a0]+(?=\w)"
NUMBER = r"\s*(\(?(\d{1,2})(?:\)|\.(?=[\s\u00a0])))[\s\u00a0]*(?=[^\W\d])"
SURE_BULLETS = frozenset("•●▪◦‣∙")  # bullets even in a single paragraph, unlike o and –
NEAR = 6  # paragraphs within which the next number of a typed list follows


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
        (
            "%! word\n[heading 1] Pipes\n[Body Text] Sand is wet.\n[heading 1] Sand\n"
            "[Body Text] ⟦Section XI⟧ says so, and Sections I and II do.\n[heading 1] End\n"
            "[Body Text] It is over."
        ),
        (
            "%! word\n[equation] <math>a = b</math><tab/>(1)\n"
            "[Body Text] ⟦Equation (12)⟧ is the law, and equation (1) is it."
        ),
    ],
    good=[
        (
            "%! word\n[heading 1] Pipes\n[Body Text] Sand is wet.\n[heading 1] Sand\n"
            "[Body Text] Section 9 of the law says so, like Section III-B and ``Section XX''. The"
            " sections 12 and 50 do.\n[heading 1] End\n[Body Text] Section 700 holds."
        ),
        ("%! word\n[Body Text] Section X says so. Equation (12) holds, and Section XX does."),
        (
            "%! word\n[equation] <math>a = b</math><tab/>(1)\n"
            "[heading 1] Equation 9\n[Body Text] Equation 7 of [1] is wet."
        ),
        "%! word\n[bullet list] Water is wet.",
        "%! word\n[Body Text] 2020 was a wet year.\n[Body Text] 3D models help.",
        "%! word\n[figure caption plain] Fig. <field SEQ Figure>1</field>. Rain over time.",
        (
            "%! word\n"
            "[references plain] <field ADDIN ZOTERO_BIBL>[2] B. Rocha, Water. "
            "Porto, Portugal: Rio Press, 2020.</field>"
        ),
        (
            "%! word\n"
            "[Body Text] See <field REF a>1</field>.<note>As in <field REF b>2</field>.</note>\n"
            "[references plain] <field ADDIN ZOTERO_BIBL>[2] B. Rocha,"
            " <field HYPERLINK x>Water</field>. Porto, Portugal: Rio Press, 2020.</field>"
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
    """The template's styles number lists, captions, and references; do not type numbers or bullets.

    Typed numbers do not change when you add an item, and next to automatic
    numbers they print twice. The number of a section or an equation that the draft does not have
    is reported, too. The numbers of reference managers and SEQ fields
    are automatic.
    """
    view = context.word
    if view is None:
        return
    yield from dangling_numbers(context)
    list_marks = _typed_lists(view)
    results = FieldResults(view)
    for position, paragraph in enumerate(view.paragraphs):
        if paragraph.role == roles.REFERENCE:
            yield from _reference(paragraph, results)
        elif paragraph.role in (roles.FIGURE_CAPTION, roles.TABLE_CAPTION):
            yield from _caption(view, paragraph)
        elif position in list_marks:
            mark = list_marks[position]
            is_number = any(map(str.isdigit, mark.text))
            style, noun = ("List Number", "number") if is_number else ("bullet list", "bullet")
            yield Finding(
                mark,
                f'"{mark.text}" is typed by hand. Give the paragraph the style "{style}", and'
                f" delete the typed {noun}.",
            )


def _reference(paragraph: WordParagraph, results: FieldResults) -> Iterator[Finding]:
    """One paragraph of the reference list."""
    match = pattern(REFERENCE).match(paragraph.plain)
    start = paragraph.span.start
    if results.contain(*_inner(paragraph)):
        return
    if match is None:
        if not paragraph.printed and paragraph.style.key == "references":
            yield Finding(
                paragraph.span,
                "This paragraph of the reference list has no number. Join it to the entry above, or"
                ' give it the style "references", which numbers it.',
            )
        return
    span = Span(paragraph.span.source, start + match.start(1), start + match.end(1))
    if paragraph.printed:
        edit = Edit(Span(span.source, span.start, start + match.end()), "")
        yield Finding(
            span,
            f'The style numbers this entry already, so it prints "{paragraph.printed}'
            f' {match.group(1)}". Delete the typed number.',
            Fix(edit),
        )
    else:
        yield Finding(
            span,
            f'"{match.group(1)}" is typed by hand. Give the entry the style "references", which'
            " numbers it, and delete the typed number.",
        )


def _caption(view: WordView, paragraph: WordParagraph) -> Iterator[Finding]:
    """The label of one caption."""
    match = pattern(CAPTION).match(paragraph.plain)
    if match is None or paragraph.printed:
        return  # FIG003 and TAB006 report typed labels next to automatic labels
    start = paragraph.span.start
    span = Span(paragraph.span.source, start + match.start(1), start + match.end(1))
    fields = [field for field in view.fields if field.kind == "SEQ"]
    if any(span.start <= field.span.start < span.end for field in fields):
        return
    style = "figure caption" if paragraph.role == roles.FIGURE_CAPTION else "table head"
    yield Finding(
        span,
        f'"{match.group(1)}" is typed by hand. Give the caption the style "{style}", which numbers'
        " it, and delete the typed label.",
    )


def _typed_lists(view: WordView) -> dict[int, Span]:
    """Typed bullets, and typed numbers in a sequence, by the position of their paragraph."""
    numbers: list[tuple[int, int, Span]] = []
    unsure_bullets: list[tuple[int, Span]] = []
    marks: dict[int, Span] = {}
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
            elif match.group(1) in SURE_BULLETS:
                marks[position] = span
            else:
                unsure_bullets.append((position, span))
    for position, value, span in numbers:
        if any(
            abs(other - position) <= NEAR and abs(number - value) == 1
            for other, number, _ in numbers
        ):
            marks[position] = span
    for position, span in unsure_bullets:
        if any(
            abs(other - position) == 1 and bullet.text == span.text
            for other, bullet in unsure_bullets
        ):
            marks[position] = span
    return marks


def _inner(paragraph: WordParagraph) -> tuple[int, int]:
    """The characters of the paragraph without spaces at its ends."""
    text = paragraph.plain
    start = paragraph.span.start + len(text) - len(text.lstrip())
    return start, max(start, paragraph.span.start + len(text.rstrip()))
