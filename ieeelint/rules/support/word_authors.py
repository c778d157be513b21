"""The authors of Word drafts: one paragraph for each, in as many columns as there are authors."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper import word_roles as roles
from ieeelint.severities import INFO, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.views.word import WordParagraph

AUTHOR_COLUMNS = 2  # or more, in a section with authors next to each other
BREAKS = "\x0b\x0c"
LINES = (
    "the name, the organization, the city and country, and the e-mail address on separate lines"
    " (Shift+Enter)"
)


def structure(context: Context) -> Iterator[Finding]:
    """Authors in a table, or in paragraphs of one line in a style of text."""
    view = context.word
    if view is None or not context.profile.is_conference or context.profile.anonymous:
        return
    authors = [each for each in view.paragraphs if _is_author(each)]
    table = next((each for each in authors if each.container == "cell"), None)
    if table is not None:
        yield Finding(
            table.span,
            "The authors are in a table. Give each author a paragraph in the style"
            f' "Author": {LINES}.',
        )
        return
    styles = context.vocabulary.word_styles.authors
    is_styled = any(each.style.key.removeprefix("ieee") in styles for each in authors)
    has_lines = any(sign in each.plain.strip() for each in authors for sign in BREAKS)
    if authors and not is_styled and not has_lines:
        yield Finding(
            authors[0].span,
            f"The authors are not in separate blocks. Give each author one paragraph: {LINES}.",
        )


def _is_author(paragraph: WordParagraph) -> bool:
    """True for a paragraph with authors or affiliations."""
    return paragraph.role in (roles.AUTHOR, roles.AFFILIATION)


def needless_columns(context: Context) -> Iterator[Finding]:
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
    has_authors = any(_is_author(each) for each in view.paragraphs[: max(0, end - 1)])
    for section in view.sections:
        if section.columns < AUTHOR_COLUMNS or section.first >= end or section.last >= end:
            continue
        paragraphs = view.paragraphs[section.first - 1 : section.last]
        authors = [each for each in paragraphs if _is_author(each)]
        filled += sum(1 + author.plain.count("\n\n") for author in authors)
        if not authors and filled < section.columns and paragraphs:
            yield Finding(
                paragraphs[0].span,
                f"These {section.columns} columns for authors are empty. Delete them with their"
                " section break. The section of the authors needs one column for each author in a"
                " row.",
                severity=INFO if has_authors else "",
            )
            return
        if len(authors) == filled == 1 and _is_one_author(authors[0]):
            yield Finding(
                authors[0].span,
                f"This section has {section.columns} columns for one author. Give it one column.",
                severity=WARNING,
            )
            return


def _is_one_author(paragraph: WordParagraph) -> bool:
    """True for the lines of one author."""
    words = paragraph.plain.strip()
    return words.count("@") < 2 and "\x0b\x0b" not in words and "\x0c" not in words
