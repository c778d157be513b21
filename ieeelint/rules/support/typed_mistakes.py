"""The first mistake in the form of a reference typed by hand."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.reference_parts import SURNAME
from ieeelint.patterns import any_of, pattern
from ieeelint.rules.support.reference_words import NOT_A_BOOK
from ieeelint.rules.support.typed_authors import ampersand, names_in_other_form, no_and
from ieeelint.rules.support.typed_details import (
    bare_web_page,
    capital_abbreviations,
    pages_without_space,
    web_words,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.reference_parts import Parts

SURNAME_FIRST = rf"({SURNAME}(?:\s{SURNAME})?),\s((?:[A-Z]\.[\s\u00a0-]?){{1,4}})"
# Between the title of a book and the name of its publisher.
BEFORE_PUBLISHER = (
    r"[”\"]\s*,?\s*(?:\d+(?:st|nd|rd|th)\s(?:ed\.|edition),?\s)?"
    r"(?:[A-Z][\w’'&.-]*[\s,:]{1,2}){0,4}"
)
ARTICLE = r"\bvol\.?\s?\d|\d\s?\(\d+\)|\b[Ii]n\s(?:Proc|[A-Z])"
PERIODICAL = r"|\bJ\.\s[A-Z]|\bJournal\b|\bTrans(?:actions|\.)|\bProc(?:eedings|\.)|\bConf"
BOOK = r"\bISBN\b|\bp\.\s?\d"
FURTHEST_YEAR = 300  # characters from the start of an entry to a year after its authors
AFTER_LAST_YEAR = r"[\s.,;]*(?:pp?\.[\s\u00a0]?[\d–-]+[\s.]*)?\Z"


def first_mistake(context: Context, parts: Parts) -> Finding | None:
    """The first mistake of an entry; None if its form is right, as far as one can see."""
    paper = context.paper
    return (
        other_style(context, parts)
        or ampersand(paper, parts)
        or no_and(paper, parts)
        or _book_in_quotes(context, parts)
        or _unquoted(paper, parts)
        or names_in_other_form(context, parts)
        or _in_any_language(paper, parts)
        or capital_abbreviations(paper, parts)
        or web_words(paper, parts)
    )


def _in_any_language(paper: Paper, parts: Parts) -> Finding | None:
    """A bare address, or "pp.3". In Word drafts these are reported in any language.

    An address after a colon follows words such as "Available:", perhaps of another language.
    """
    finding = bare_web_page(paper, parts) or pages_without_space(paper, parts)
    if finding is not None:
        at = parts.url[0] if parts.url is not None else parts.start
        is_bare = parts.plain[max(parts.start, at - 4) : at].rstrip()[-1:] != ":"
        finding.any_language = paper.format == "word" and is_bare
    return finding


def other_style(context: Context, parts: Parts) -> Finding | None:
    """Surname first, or the year after the authors."""
    paper = context.paper
    first = pattern(SURNAME_FIRST).match(parts.plain, parts.start, parts.end)
    if first is not None:
        end = parts.year_first[1] if parts.year_first else first.end(2)
        example = f"{first.group(2).strip()} {first.group(1)}"
        return Finding(
            paper.text.span(parts.start, end),
            f'Put the initials first: "{example}". The year comes last, and the title is in'
            " quotation marks.",
        )
    year = parts.year_first
    if year is None or parts.quoted or year[0] - parts.start >= FURTHEST_YEAR:
        return None
    if parts.url is not None and pattern(r",\D+\d").search(parts.plain, *year):
        return None  # a web page with the day
    is_last = pattern(AFTER_LAST_YEAR).match(parts.plain, year[1], parts.end) is not None
    year_rule = "write the year without parentheses" if is_last else "put the year at the end"
    title = "the title of an article" if parts.names is not None else "the title"
    return Finding(
        paper.text.span(parts.start, year[1]),
        f"Put {title} in quotation marks, and {year_rule}.",
    )


def _book_in_quotes(context: Context, parts: Parts) -> Finding | None:
    """The title of a book in quotation marks."""
    publisher = BEFORE_PUBLISHER + any_of(context.vocabulary.citations.publishers)
    if not parts.quoted or parts.title is None or parts.after_title(NOT_A_BOOK):
        return None
    if pattern(publisher).match(parts.plain, parts.title[1], parts.end) is None:
        return None
    return Finding(
        context.paper.text.span(parts.title[0] - 1, parts.title[0]),
        "Set the title of a book in italics, without quotation marks, then write city and"
        " publisher: Porto, Portugal: Rio Press, 2020.",
    )


def _unquoted(paper: Paper, parts: Parts) -> Finding | None:
    """The title after a period or without quotation marks, as in other styles."""
    if parts.names is None or parts.quoted:
        return None
    after = parts.plain[parts.names[1] : min(parts.names[1] + 2, parts.end)]
    in_italics = any(start - parts.names[1] < 4 for start, _ in parts.italics)
    is_book = not parts.has(ARTICLE + PERIODICAL) and parts.has(BOOK)
    is_article = parts.has(ARTICLE + r"|\bpp?\.\s?\d")
    if in_italics or not (is_article or is_book) or not after.strip() or after[0] not in ".,:":
        return None
    title = parts.plain[parts.names[1] + 1 : min(parts.names[1] + 6, parts.end)].lstrip()
    marks = "double quotation marks" if title[:1] in ("'", "‘") else "quotation marks"
    comma = "" if after[0] == "," else "a comma after the authors, and "
    if is_book:
        return Finding(
            paper.text.span(*parts.names),
            f"Put {comma}the title of the book in italics, then write city and publisher:"
            " A. Lima, Title. Porto, Portugal: Rio Press, 2020.",
        )
    return Finding(
        paper.text.span(*parts.names),
        f"Put {comma}the title of the article in {marks}: A. Lima, “Title,” J. Flow.",
    )
