"""Returns, breaks, page numbers and run-in heads of Word drafts, for TXT001, TXT002 and HDG005."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper import word_roles as roles
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules.support.word_drafts import after_abstract

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.views.word import WordParagraph, WordView

TEXT = (roles.BODY, roles.LIST_ITEM)
FLOW = (*TEXT, roles.HEADING, roles.REFERENCE)
LINE_BREAK = "\x0b"
RUN_IN = r"\s*([^\W\d_]+(?: [^\W\d_]+){0,3})\s*[—–:.-]"
NUMBER_FIELDS = ("PAGE", "NUMPAGES")


def extra_returns(view: WordView) -> Iterator[Finding]:
    """Empty paragraphs and line breaks that make space."""
    gaps = list(_gaps(view))
    if gaps:
        count = f" (the first of {len(gaps)} places)" if len(gaps) > 1 else ""
        yield Finding(
            gaps[0].span,
            f"Empty paragraphs make space here{count}: delete them, the styles have the space they"
            " need.",
        )
    for paragraph in after_abstract(view):
        if paragraph.role not in TEXT or paragraph.container != "body":
            continue
        words = paragraph.plain
        bare = words.rstrip(" \t\u00a0" + LINE_BREAK)
        if LINE_BREAK in words[len(bare) :] and bare:
            start = paragraph.span.start + len(bare)
            span = Span(paragraph.span.source, start, paragraph.span.start + len(words))
            yield Finding(
                span,
                "A line break at the end of a paragraph leaves an empty line. Delete it.",
                Fix(Edit(span, "")),
            )


def _gaps(view: WordView) -> Iterator[WordParagraph]:
    """The first of two or more empty paragraphs between paragraphs of text."""
    ones = view.paragraphs
    first = after_abstract(view)[:1]
    start = first[0].number - 1 if first else len(ones)
    at = start
    while at < len(ones):
        if not _is_empty(ones[at]):
            at += 1
            continue
        end = at
        while end < len(ones) and _is_empty(ones[end]):
            end += 1
        between = start < at and end < len(ones)
        if end - at > 1 and between and ones[at - 1].role in FLOW and ones[end].role in FLOW:
            yield ones[at]
        at = end


def _is_empty(paragraph: WordParagraph) -> bool:
    """True for a paragraph of the text that prints nothing and holds nothing."""
    if paragraph.role != roles.EMPTY or paragraph.container != "body":
        return False
    return not any(
        child.tag.endswith(("}drawing", "}pict", "}object", "}br", "}sectPr"))
        for child in paragraph.element.iter()
    )


def pagination(view: WordView, severity: str) -> Iterator[Finding]:
    """Page breaks made by hand, and page numbers."""
    for paragraph in after_abstract(view):
        if paragraph.container != "body":
            continue
        broken = paragraph.look.page_break_before or any(
            child.tag.endswith("}br") and "page" in child.attrib.values()
            for child in paragraph.element.iter()
        )
        if broken:
            yield Finding(
                paragraph.span,
                "A page break is set here by hand: delete it, IEEE lets the columns fill.",
                severity=severity,
            )
    for field in view.fields:
        if field.kind in NUMBER_FIELDS and field.span.source is not view.document.source:
            yield Finding(
                view.paragraphs[0].span,
                "The header or footer numbers the pages: delete it, IEEE numbers the pages of the"
                " whole book.",
                severity=severity,
            )
            return


def run_in_head(view: WordView) -> Iterator[Finding]:
    """The words "Abstract" and "Keywords" that are not in italics."""
    told: set[str] = set()
    for paragraph in view.paragraphs:
        if paragraph.role not in (roles.ABSTRACT, roles.KEYWORDS) or paragraph.role in told:
            continue
        told.add(paragraph.role)
        match = pattern(RUN_IN).match(paragraph.plain)
        if match is None:
            continue
        start, end = (paragraph.span.start + place for place in match.span(1))
        runs = [run for run in paragraph.runs if run.span.start < end and start < run.span.end]
        if runs and not any(run.look.italic for run in runs):
            yield Finding(
                Span(paragraph.span.source, start, end),
                f'Set the run-in head "{match.group(1)}" in italics, unlike the text after it.',
            )
