"""TXT003: tabs that indent a paragraph of a Word draft."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper import word_roles as roles
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import rule
from ieeelint.rules.support.word_drafts import after_abstract, own_style
from ieeelint.severities import INFO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.ooxml.styles import Styles
    from ieeelint.views.word import WordParagraph

TEXT = (roles.BODY, roles.LIST_ITEM)
FEWEST_WORDS = 3  # of text; a formula has names of functions


@rule(
    "TXT003",
    "text-no-hard-tabs",
    INFO,
    "IEEE conference template for Word, sec. III-A: do not use hard tabs",
    bad=[
        "%! word\n[Body Text indent=0] ⟦<tab/>⟧Water is wet.",
        "%! word\n[bullet list plain indent=-14.4] ⟦<tab/>⟧Water is wet.",
        "%! word\n[Normal] ⟦<tab/>⟧The flow a = b is wet here.",
        "%! word\n[Normal] ⟦<tab/>⟧Water is wet, and so is the sand of the pipes that we saw.",
    ],
    good=[
        "%! word\n[Body Text] Water is wet.\n[equation] <tab/><math>a=b,</math><tab/>(1)",
        "%! word\n[Normal] <tab/><tab/>a + b = c<tab/>(1)",
    ],
    fixes=[
        ("%! word\n[Body Text] <tab/>Water is wet.", "%! word\n[Body Text] Water is wet."),
        ("%! word\n[bullet list] <tab/>Water is wet.", "%! word\n[bullet list] Water is wet."),
    ],
    formats=("word",),
)
def no_hard_tabs(context: Context) -> Iterator[Finding]:
    """The style indents the text; do not type tabs.

    The style "Body Text" indents the first line already; a tab adds to it. Where the tab stands
    for an indent that the paragraph or its style lacks, the message says what else to do.
    """
    if context.word is None:
        return
    for paragraph in after_abstract(context.word):
        if paragraph.role not in TEXT or paragraph.container != "body":
            continue
        words = paragraph.plain
        tabs = len(words) - len(words.lstrip("\t"))
        if tabs and not _is_formula(words):
            start = paragraph.span.start
            span = Span(paragraph.span.source, start, start + tabs)
            text = own_style(context, "Body Text")
            remedy = _further_remedy(paragraph, context.word.styles, text)
            if remedy:  # the text would lose its indent
                yield Finding(span, f"A typed tab indents this paragraph. Delete it{remedy}")
                continue
            yield Finding(
                span,
                "A typed tab indents this paragraph. Delete it; the style sets the indent.",
                Fix(Edit(span, "")),
            )


def _is_formula(words: str) -> bool:
    """True for a formula in characters, which tabs center: "a + b = c"."""
    relation = pattern(r"\s(?:=|≈|≤|≥|<|>|∝|≠)\s").search(words)
    return relation is not None and len(pattern(r"[^\W\d_]{3,}").findall(words)) < FEWEST_WORDS


def _further_remedy(paragraph: WordParagraph, styles: Styles, text: str) -> str:
    """What to do where nothing indents the text after the tab is gone; empty where its style
    does, or the list of its bullet or number. ``text`` is the style of text.
    """
    is_item = paragraph.role == roles.LIST_ITEM and paragraph.printed
    if is_item or paragraph.look.first_line > 0:
        return ""
    if styles.looks(paragraph.style)[0].first_line > 0:
        return ", and reset the paragraph (Ctrl+Q): its own indent replaces the one of the style."
    key = text.lower().replace(" ", "")
    body = next((one for one in styles.by_identifier.values() if one.key == key), None)
    if body is not None and styles.looks(body)[0].first_line <= 0:
        return f', and set the indent in the style "{text}", which has none.'
    return f' and give the paragraph the template\'s "{text}", which sets the indent.'
