"""WRD001, 002: text, title and authors in the styles of the template."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper import word_roles as roles
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.rules.support.word_drafts import (
    after_abstract,
    is_code,
    own_style,
    shown,
    uses_template,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.views.word import WordParagraph

FEWEST_HEADINGS = 3  # of a paper without an abstract; shorter texts are letters and notes
CONTENT = (roles.BODY, roles.LIST_ITEM)


@rule(
    "WRD001",
    "wrd-template-styles",
    WARNING,
    "IEEE conference template, sec. II-A (Word): the styles are built in",
    bad=[
        "%! word\n[Normal (Web)] Water is wet, and so is rain.",
        "%! word\n[Abstract] Water is wet, and so is rain, as everybody knows.",
        (
            "%! word whole\n[IndexTerms] Index Terms—Rain, sand, water\n[heading 1] Rain\n[Text]"
            " Rain is wet.\n[Normal (Web)] ⟦Water is wet, and so is rain.⟧"
        ),
        "%! word\n[equation] These results show that water is as wet as the rain in the pipe.",
    ],
    good=[
        "%! word\n[Body Text] Water is wet.\n[bullet list] Rain is wet.",
        "%! word\n[HTML Preformatted font=Courier_New] water = rain(wet)",
    ],
    formats=("word",),
)
def template_styles(context: Context) -> Iterator[Finding]:
    """Text has the styles of the IEEE template, not "Normal" or styles of pasted text.

    A style sets indent, spacing, justification, and size at once. Text in
    another style looks right only by chance, and moves when the publisher
    applies the template. Reported once for each style, at its first paragraph.
    Paragraphs of code are not checked: the template has no style for them.
    """
    if context.word is None:
        return
    styles = context.vocabulary.word_styles
    supported = styles.conference | styles.journal | styles.harmless
    foreign: dict[str, list[WordParagraph]] = {}
    misplaced: dict[str, list[WordParagraph]] = {}
    for paragraph in after_abstract(context.word):
        key = paragraph.style.key
        if (
            paragraph.container != "body"
            or paragraph.role not in CONTENT
            or is_code(paragraph, styles.fonts.code)
        ):
            continue
        if key.removeprefix("ieee") in styles.not_of_text:
            misplaced.setdefault(paragraph.style.name, []).append(paragraph)
        elif key not in supported and not supported.intersection(paragraph.style.ancestors):
            foreign.setdefault(paragraph.style.name, []).append(paragraph)
    if foreign and not uses_template(context):
        first = min(
            (paragraphs[0] for paragraphs in foreign.values()), key=lambda each: each.number
        )
        yield Finding(
            first.span,
            "This draft uses no style of the IEEE template. Open the template, and give the text"
            ' "Body Text", headings "Heading 1" to "Heading 5" and references "references".',
        )
        return
    text = own_style(context, "Body Text")
    for name, paragraphs in foreign.items():
        count = len(paragraphs)
        subject = f"{count} paragraphs (the first is here) have" if count > 1 else "This text has"
        pronoun = "them" if count > 1 else "it"
        yield Finding(
            paragraphs[0].span,
            f'{subject} the style "{shown(name)}". Give {pronoun} the template\'s "{text}".',
        )
    for name, paragraphs in misplaced.items():
        count = len(paragraphs)
        subject = (
            f"{count} paragraphs of text (the first is here) have"
            if count > 1
            else "This body text has"
        )
        pronoun = "them" if count > 1 else "it"
        yield Finding(
            paragraphs[0].span,
            f'{subject} the style "{shown(name)}". Give {pronoun} "{text}".',
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
        (
            "%! word whole\n[paper title] Flow\n[Normal] ⟦Ana Lima⟧\n[Abstract] Abstract—Water is"
            " wet.\n[IndexTerms] Index Terms—Rain, sand, water\n[heading 1] Rain\n[Text] It is wet."
        ),
        (
            "%! word whole\n[Abstract] ⟦Abstract—Water is wet.⟧\n[heading 1] Rain\n"
            "[Body Text] Rain is wet."
        ),
        (
            "%! word whole\n[header size=16] Steady Flow in Narrow Pipes\n"
            "[Abstract] ⟦Abstract—Water is wet.⟧\n[heading 1] Rain\n[Body Text] Rain is wet."
        ),
        (
            "%! word whole\n[Body Text]\n[heading 1] ⟦Rain⟧\n[Body Text] Rain is wet.\n"
            "[heading 1] Snow\n[Body Text] Snow is cold.\n[heading 1] End\n[Body Text] It is over."
        ),
    ],
    good=[
        "%! word whole\n[heading 1] Rain\n[Body Text] Rain is wet.",
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
    """The title has the style "paper title", and the names of the authors "Author".

    The publisher's tools find the title and the authors by these styles.
    """
    if context.word is None:
        return
    styles = context.vocabulary.word_styles
    title_size = styles.sizes[roles.TITLE]
    authors: list[WordParagraph] = []
    is_styled = False
    for paragraph in context.word.paragraphs:
        key = paragraph.style.key.removeprefix("ieee")
        if paragraph.role == roles.TITLE:
            if key not in styles.titles and not _has_size(paragraph, title_size):
                yield Finding(
                    paragraph.span,
                    f'The title has the style "{shown(paragraph.style.name)}". Give it'
                    f' "{own_style(context, "paper title")}" ({title_size} pt).',
                )
        elif paragraph.role in (roles.AUTHOR, roles.AFFILIATION):
            if key in styles.authors:
                is_styled = True
            else:
                authors.append(paragraph)
    yield from _without_title(context)
    # The template itself has some of its authors in "Normal".
    if authors and (not is_styled or authors[0].style.key in styles.titles):
        yield Finding(
            authors[0].span,
            f'The authors have the style "{shown(authors[0].style.name)}". Give them'
            f' "{own_style(context, "Author")}".',
        )


def _without_title(context: Context) -> Iterator[Finding]:
    """A paper that begins with its abstract or its first heading."""
    paper, view = context.paper, context.word
    if view is None or paper.title is not None or paper.author_block is not None:
        return
    if not paper.abstracts and len(paper.headings) < FEWEST_HEADINGS:
        return
    first = next(each for each in view.paragraphs if each.role != roles.EMPTY)
    if view.has_title_in_header:
        message = "The title and the authors are in the header of the page. Move them to this place"
    else:
        message = "The draft has no title and no authors. Begin it with them"
    title, authors = own_style(context, "paper title"), own_style(context, "Author")
    yield Finding(first.span, f'{message}, in the styles "{title}" and "{authors}".')


def _has_size(paragraph: WordParagraph, size: float) -> bool:
    """True when the paragraph starts in this font size, set by hand or by a style."""
    return bool(paragraph.runs) and abs(paragraph.runs[0].look.size - size) < 0.6
