"""WRD001, 002: content stands in the styles of the template."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper import word_roles as roles
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.rules.support.word_drafts import after_abstract, shown
from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.views.word import WordParagraph

CONTENT = (roles.BODY, roles.LIST_ITEM)
TITLES = frozenset({"papertitle", "title", "articletitle", "ieeetitle"})
AUTHORS = frozenset(
    {
        "author",
        "authors",
        "affiliation",
        "affiliations",
        "authorname",
        "authoraffiliation",
        "papersubtitle",
        "subtitle",
        "membertype",
    }
)
TITLE_SIZE = 24.0


@rule(
    "WRD001",
    "wrd-template-styles",
    WARNING,
    "IEEE conference template, sec. II-A (Word): the styles are built in",
    bad=[
        "%! word\n[Normal (Web)] Water is wet, and so is rain.",
        "%! word\n[Abstract] Water is wet, and so is rain, as everybody knows.",
    ],
    good=["%! word\n[Body Text] Water is wet.\n[bullet list] Rain is wet."],
    formats=("word",),
)
def template_styles(context: Context) -> Iterator[Finding]:
    """Text stands in the styles of the IEEE template, not in "Normal" or in what was pasted.

    A style carries indent, spacing, justification and size at once; text in
    another one looks right only by chance, and moves when the publisher
    applies the template. Reported once a style, at its first paragraph.
    """
    if context.word is None:
        return
    data = table("word_styles")
    known = {*data["conference"], *data["journal"], *data["harmless"]}
    strangers: dict[str, list[WordParagraph]] = {}
    misplaced = []
    uses_template = False
    for paragraph in after_abstract(context.word):
        key = paragraph.style.key
        uses_template |= key in data["conference"] or key in data["journal"]
        if paragraph.container != "body" or paragraph.role not in CONTENT:
            continue
        if key in ("abstract", "keywords"):
            misplaced.append(paragraph)
        elif key not in known and not known.intersection(paragraph.style.ancestors):
            strangers.setdefault(paragraph.style.name, []).append(paragraph)
    if strangers and not uses_template:
        first = min((ones[0] for ones in strangers.values()), key=lambda one: one.number)
        yield Finding(
            first.span,
            "This draft uses none of the IEEE template's styles: open the template and give the"
            ' text "Body Text", headings "Heading 1" to "Heading 5", references "references".',
        )
        return
    for name, ones in strangers.items():
        count = f"{len(ones)} paragraphs of text stand" if len(ones) > 1 else "This text stands"
        where = ", the first one here" if len(ones) > 1 else ""
        yield Finding(
            ones[0].span,
            f'{count} in the style "{shown(name)}"{where}: the template\'s style for text is "Body'
            ' Text".',
        )
    if misplaced:
        name = misplaced[0].style.name
        yield Finding(
            misplaced[0].span,
            f'Text of the body stands in the style "{shown(name)}": give it "Body Text".',
        )


@rule(
    "WRD002",
    "wrd-title-author-styles",
    ERROR,
    "IEEE conference template, title and author block (Word)",
    bad=[
        (
            "%! word whole\n"
            "[Heading 1 size=16 plain] Steady Flow in Narrow Pipes\n"
            "[Author] Ana Lima\n"
            "[Abstract] Abstract—Water is wet.\n"
            "[Body Text] Rain is wet."
        ),
        (
            "%! word whole\n"
            "[paper title] Steady Flow in Narrow Pipes\n"
            "[Normal] Ana Lima\n"
            "[Abstract] Abstract—Water is wet.\n"
            "[Body Text] Rain is wet."
        ),
    ],
    good=[
        (
            "%! word whole\n"
            "[paper title] Steady Flow in Narrow Pipes\n"
            "[Author] Ana Lima\n"
            "[Abstract] Abstract—Water is wet.\n"
            "[Body Text] Rain is wet."
        ),
    ],
    formats=("word",),
)
def title_author_styles(context: Context) -> Iterator[Finding]:
    """The title stands in the style "paper title", the names of the authors in "Author".

    The publisher's tools find title and authors by these styles.
    """
    if context.word is None:
        return
    authors: list[WordParagraph] = []
    is_styled = False
    for paragraph in context.word.paragraphs:
        key = paragraph.style.key.removeprefix("ieee")
        if paragraph.role == roles.TITLE and key not in TITLES and not _has_size(paragraph):
            yield Finding(
                paragraph.span,
                f'The title stands in the style "{shown(paragraph.style.name)}": give it "paper'
                ' title" (24 pt).',
            )
        elif paragraph.role in (roles.AUTHOR, roles.AFFILIATION):
            if key in AUTHORS:
                is_styled = True
            else:
                authors.append(paragraph)
    # The template itself has some of its authors in "Normal".
    if authors and (not is_styled or authors[0].style.key in TITLES):
        yield Finding(
            authors[0].span,
            f'The authors stand in the style "{shown(authors[0].style.name)}": give them "Author".',
        )


def _has_size(paragraph: WordParagraph) -> bool:
    """True when the paragraph is set in the size of a title, by whatever means."""
    return bool(paragraph.runs) and abs(paragraph.runs[0].look.size - TITLE_SIZE) < 0.6
