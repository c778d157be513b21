"""Empty paragraphs, page breaks and run-in headings of Word drafts, for TXT001, TXT002, HDG005."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper import word_roles as roles
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules.support.heading_words import TYPED_NUMBER
from ieeelint.rules.support.word_drafts import after_abstract

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.views.word import WordParagraph, WordView

TEXT = (roles.BODY, roles.LIST_ITEM)
FLOW = (*TEXT, roles.HEADING, roles.REFERENCE)
LINE_BREAK = "\x0b"
RUN_IN_HEADING = r"\s*([^\W\d_]+(?: [^\W\d_]+){0,3})\s*[—–:.-]"
FEWEST_SINGLES = 3  # single empty paragraphs between paragraphs of text that are a habit
LONGEST_LABEL = 24  # characters of "Abstract" alone, perhaps with a number
PAGE_NUMBER_FIELDS = ("PAGE", "NUMPAGES")


def extra_returns(view: WordView) -> Iterator[Finding]:
    """Empty paragraphs and line breaks that make space."""
    gaps = _gaps(view)
    if gaps:
        count = f" (the first of {len(gaps)} locations)" if len(gaps) > 1 else ""
        yield Finding(
            gaps[0].span,
            f"Empty paragraphs make space here{count}. Delete them; the styles set the spacing.",
        )
    yield from _stray_marks(view)
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


def _stray_marks(view: WordView) -> Iterator[Finding]:
    """Paragraphs of the text with nothing but a punctuation mark."""
    for paragraph in view.paragraphs:
        mark = paragraph.plain.strip()
        if mark and paragraph.role == roles.EMPTY and paragraph.container == "body":
            yield Finding(paragraph.span, f'This paragraph has nothing but "{mark}". Delete it.')


def _gaps(view: WordView) -> list[WordParagraph]:
    """The first of two or more empty paragraphs between paragraphs of text; single ones if they
    separate paragraphs throughout.
    """
    gaps = []
    singles = []
    paragraphs = view.paragraphs
    text = after_abstract(view)[:1]
    first = text[0].number - 1 if text else len(paragraphs)
    start = first
    while start < len(paragraphs):
        if not _is_empty(paragraphs[start]):
            start += 1
            continue
        end = start
        while end < len(paragraphs) and _is_empty(paragraphs[end]):
            end += 1
        if first < start and end < len(paragraphs):
            around = (paragraphs[start - 1].role, paragraphs[end].role)
            if end - start > 1 and around[0] in FLOW and around[1] in FLOW:
                gaps.append(paragraphs[start])
            elif around == (roles.BODY, roles.BODY):
                singles.append(paragraphs[start])
        start = end
    if len(singles) < FEWEST_SINGLES:
        return gaps
    return sorted([*gaps, *singles], key=lambda paragraph: paragraph.number)


def _is_empty(paragraph: WordParagraph) -> bool:
    """True for a paragraph of the body without words, pictures, breaks or sections."""
    if paragraph.role != roles.EMPTY or paragraph.container != "body":
        return False
    return not any(
        child.tag.endswith(("}drawing", "}pict", "}object", "}br", "}sectPr"))
        for child in paragraph.element.iter()
    )


def pagination(view: WordView, severity: str) -> Iterator[Finding]:
    """Page breaks and page numbers that the author added."""
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
                "This is a manual page break. Delete it; IEEE fills the columns.",
                severity=severity,
            )
    for field in view.fields:
        if field.kind in PAGE_NUMBER_FIELDS and field.span.source is not view.document.source:
            yield Finding(
                view.paragraphs[0].span,
                "The header or footer has page numbers. Delete them; IEEE numbers the pages of the"
                " proceedings.",
                severity=severity,
            )
            return


def _has_more(view: WordView, label: WordParagraph) -> bool:
    """True when a paragraph of the same part follows."""
    following = view.paragraphs[label.number : label.number + 4]
    return any(paragraph.role == label.role for paragraph in following)


def run_in_head(view: WordView) -> Iterator[Finding]:
    """The words "Abstract" and "Keywords" that are not in italics."""
    checked: set[str] = set()
    for paragraph in view.paragraphs:
        if paragraph.role not in (roles.ABSTRACT, roles.KEYWORDS) or paragraph.role in checked:
            continue
        checked.add(paragraph.role)
        number = pattern(TYPED_NUMBER).match(paragraph.plain)
        words = paragraph.plain.removeprefix(number[0] if number else "").strip()
        if len(words) <= LONGEST_LABEL and not pattern(r"[—–:.-]\s*[^\W\d]").search(words):
            if not _has_more(view, paragraph):
                continue  # the part is empty
            label = "Abstract—" if paragraph.role == roles.ABSTRACT else "Keywords—"
            yield Finding(
                paragraph.span,
                f'"{words}" is a separate heading here. Begin the text below it with "{label}" in'
                " italics, and delete the heading.",
            )
            continue
        match = pattern(RUN_IN_HEADING).match(paragraph.plain)
        if match is None:
            continue
        start, end = (paragraph.span.start + offset for offset in match.span(1))
        runs = [run for run in paragraph.runs if run.span.start < end and start < run.span.end]
        if runs and not any(run.look.italic for run in runs):
            yield Finding(
                Span(paragraph.span.source, start, end),
                f'The run-in heading "{match.group(1)}" is not in italics. Set it in italics.',
            )
