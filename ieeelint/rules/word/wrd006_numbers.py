"""WRD006: typed numbers of lists, captions, and references."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper import word_roles as roles
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.dangling import dangling_numbers
from ieeelint.rules.support.label_words import has_style, is_counted, is_misworded
from ieeelint.rules.support.word_drafts import FieldResults, own_style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.views.word import WordParagraph, WordView

REFERENCE = r"\s*(\[\s?\d+\s?\]|\d{1,3}[.)](?=[\s\u00a0]|[A-Z“\"]|http|www\.))\s*"
# Other forms, which are numbers for sure if Word prints the same number: "(3)", "3:", "3 -", "3".
LOOSE_REFERENCE = (
    r"\s*(\((\d{1,3})\)|(\d{1,3})(?:[ \u00a0]?[:–-])?(?=[\s\u00a0]))\s*(?=[^\W\d]|[“\"])"
)
CAPTION = (
    r"\s*((?:Fig(?:ure|\.)?|FIG(?:URE|\.)?|Table|TABLE)[\s\u00a0-]*(?:\d+|[IVXL]+)\s*[.:—–-]?)\s*"
)
BULLET = r"\s*([•●▪◦‣·∙o–-])[\s\u00a0]+(?=\w)"
NUMBER = r"\s*(\(?(\d{1,2})(?:\)|\.(?=[\s\u00a0]|[A-Z])))[\s\u00a0]*(?=[^\W\d])"
SURE_BULLETS = frozenset("•●▪◦‣∙")  # bullets even in a single paragraph, unlike o and –
LONGEST_GLUED = 60  # characters of an item with its number, "2.Pipes"
NEAR = 6  # paragraphs within which the next number of a typed list follows


@rule(
    "WRD006",
    "wrd-lists-and-references-numbering",
    WARNING,
    "IEEE conference template (Word), sec. III-C and References: numbers by the styles",
    bad=[
        "%! word\n[Body Text] • Water is wet.",
        "%! word\n[Body Text] 1) Water is wet.\n[Body Text] 2) Rain is wet.",
        "%! word\n[Body Text] ⟦1.⟧Water\n[Body Text] 2.Rain",
        "%! word\n[references] ⟦(2)⟧ B. Rocha, <i>Sand</i>. Porto, Portugal: Rio Press, 2020.",
        "%! word\n[references] ⟦2 -⟧ B. Rocha, <i>Sand</i>. Porto, Portugal: Rio Press, 2020.",
        (
            "%! word\n"
            "[Body Text] Fig. 1 shows rain.\n"
            "[Normal] <picture/>\n"
            "[figure caption plain] Fig. 1. Rain over time."
        ),
        (
            "%! word\n[Body Text] Table I has rain.\n[table head plain] ⟦TABLE I.⟧ Rain\n"
            "| Rain | Snow |"
        ),
        "%! word\n[references] [2] B. Rocha, <i>Water</i>. Porto, Portugal: Rio Press, 2020.",
        (
            "%! word\n[references] B. Rocha, <i>Water</i>. Porto, Portugal: Rio Press, 2020. ⟦[3]⟧"
            " B. Rocha, <i>Sand</i>. Porto, Portugal: Rio Press, 2020. [4] B. Rocha, <i>Ice</i>."
            " Porto, Portugal: Rio Press, 2020."
        ),
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
        "%! word\n[equation] <math>a = b</math><tab/>(1)\n[Body Text] The law of ⟦(9)⟧ holds.",
        "%! word whole\n[equation] <math>a = b</math><tab/>(1)\n[Body Text] It is wet, see ⟦(2)⟧.",
        ("%! word\n[Body Text] Fig. 1 shows the pipe, and ⟦(12)⟧ the law.\n[figure caption] Pipe."),
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
        (
            "%! word\n[equation] <math>a = b</math><tab/>(1)\n"
            "[Body Text] By (1), it has twelve (12) parts, in (12) pipes, ``in (12),'' and in (99)."
        ),
        (
            "%! word\n[Body Text] Fig. 1 shows (2) the sand, (3) the pipes, and (4) the flow. Fig."
            " 1 shows it in all, (12) of the pipes. It has five, (5) the last, as Fig. 1"
            " shows.\n[figure caption] Pipe."
        ),
        "%! word whole\n[equation] <math>a = b</math><tab/>(1)\n[Body Text] It is wet, see (2).\n"
        "[heading 5] References\n[references] A. Lima, “Pipes,” <i>J. Flow</i>, vol. 1, 2020.\n"
        "[references] A. Lima, “Sand,” <i>J. Flow</i>, vol. 1, 2020.",
        "%! word\n[Body Text] See Fig. 1.\n[Normal] <picture/>\n[Normal] Fig. 1. Rain over time.",
        "%! word\n[bullet list] Water is wet.",
        "%! word\n[Body Text] <picture/>\n[figure caption plain] Figure 1: Flow of the plant.",
        "%! word\n[references] 20 B. Rocha, <i>Sand</i>. Porto, Portugal: Rio Press, 2020.",
        (  # in other languages a number with a period begins a sentence
            "%! word\n[Body Text] 1.Grafik shows the slow flow of all of the pipes in the town.\n"
            "[Body Text] 2.Grafik shows the slow flow of all of the pumps in the town."
        ),
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
    styles = context.vocabulary.word_styles
    names = [own_style(context, name) for name in ("references", "figure caption", "table head")]
    worded = _misworded(context)
    shared = _shared_paragraphs(context.paper, view)
    for position, paragraph in enumerate(view.paragraphs):
        if paragraph.role == roles.REFERENCE:
            if paragraph.number in shared:
                yield Finding(
                    shared[paragraph.number],
                    "This paragraph has several entries of the reference list. Give each entry a"
                    f' paragraph in the style "{names[0]}", and delete the typed numbers.',
                )
                continue
            yield from _reference(paragraph, results, names[0])
        elif paragraph.role in (roles.FIGURE_CAPTION, roles.TABLE_CAPTION):
            is_figure = paragraph.role == roles.FIGURE_CAPTION
            own = styles.figure_captions if is_figure else styles.table_captions
            if paragraph.span.start in worded:
                continue
            if has_style(paragraph, own) or paragraph.container == "cell":
                yield from _caption(view, paragraph, names[1 if is_figure else 2])
        elif position in list_marks:
            mark = list_marks[position]
            is_number = any(map(str.isdigit, mark.text))
            remedy = 'Give the paragraph the style "bullet list"'
            if is_number:
                remedy = "Turn on the numbering of Word for the list"
            yield Finding(
                mark,
                f'"{mark.text}" is typed by hand. {remedy}, and delete the typed'
                f" {'number' if is_number else 'bullet'}.",
            )


def _misworded(context: Context) -> set[int]:
    """Where the captions begin whose label FIG001 or TAB002 reports."""
    found: set[int] = set()
    for is_figure, holders in ((True, context.paper.figures), (False, context.paper.tables)):
        for caption in [caption for holder in holders for caption in holder.captions]:
            if is_misworded(context, caption, is_figure):
                found.add(caption.span.start)
    return found


def _shared_paragraphs(paper: Paper, view: WordView) -> dict[int, Span]:
    """The second entries of paragraphs that have several, by the number of the paragraph."""
    found: dict[int, Span] = {}
    for entry in paper.references:
        paragraph = view.document.paragraph_at(entry.span.start)
        if paragraph.span.start < entry.span.start:
            found.setdefault(paragraph.number, entry.span)
    return found


def _reference(paragraph: WordParagraph, results: FieldResults, style: str) -> Iterator[Finding]:
    """One paragraph of the reference list; ``style`` is the template's style for it."""
    match = pattern(REFERENCE).match(paragraph.plain)
    start = paragraph.span.start
    if results.contain(*_inner(paragraph)):
        return
    if match is None and paragraph.printed:
        match = pattern(LOOSE_REFERENCE).match(paragraph.plain)
        if match is None or (match[2] or match[3]) != paragraph.printed.strip("[]().: \t"):
            return
    if match is None:
        if paragraph.style.key == "references":
            yield Finding(
                paragraph.span,
                "This paragraph of the reference list has no number. Join it to the entry above, or"
                f' give it the style "{style}", which numbers it.',
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
            f'"{match.group(1)}" is typed by hand. Give the entry the style "{style}", which'
            " numbers it, and delete the typed number.",
        )


def _caption(view: WordView, paragraph: WordParagraph, style: str) -> Iterator[Finding]:
    """The label of one caption; ``style`` is the template's style for it."""
    match = pattern(CAPTION).match(paragraph.plain)
    if match is None or paragraph.printed:
        return  # FIG003 and TAB006 report typed labels next to automatic labels
    start = paragraph.span.start
    span = Span(paragraph.span.source, start + match.start(1), start + match.end(1))
    if is_counted(view, span):
        return
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
            is_glued = match.group()[-1] == "."  # "2.Grafik" begins a sentence in some languages
            if is_glued and len(paragraph.plain) > LONGEST_GLUED:
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
