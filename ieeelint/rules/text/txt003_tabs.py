"""TXT003: tabs that indent a paragraph of a Word draft."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper import word_roles as roles
from ieeelint.paper.source import Span
from ieeelint.rules import rule
from ieeelint.rules.support.word_drafts import after_abstract
from ieeelint.severities import INFO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

TEXT = (roles.BODY, roles.LIST_ITEM)


@rule(
    "TXT003",
    "text-no-hard-tabs",
    INFO,
    "IEEE conference template for Word, sec. III-A: do not use hard tabs",
    bad=["%! word\n[Body Text] <tab/>Water is wet."],
    good=["%! word\n[Body Text] Water is wet.\n[equation] <tab/><math>a=b,</math><tab/>(1)"],
    fixes=[("%! word\n[Body Text] <tab/>Water is wet.", "%! word\n[Body Text] Water is wet.")],
    formats=("word",),
)
def no_hard_tabs(context: Context) -> Iterator[Finding]:
    """The style indents the text; do not type tabs.

    The style "Body Text" indents the first line already; a tab adds to it.
    """
    if context.word is None:
        return
    for paragraph in after_abstract(context.word):
        if paragraph.role not in TEXT or paragraph.container != "body":
            continue
        words = paragraph.plain
        tabs = len(words) - len(words.lstrip("\t"))
        if tabs and words.strip():
            start = paragraph.span.start
            span = Span(paragraph.span.source, start, start + tabs)
            yield Finding(
                span,
                "A typed tab indents this paragraph. Delete it; the style sets the indent.",
                Fix(Edit(span, "")),
            )
