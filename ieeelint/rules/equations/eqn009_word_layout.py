"""EQN009: tabs center an equation of a Word draft and set its number at the right edge."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper import word_roles as roles
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import rule
from ieeelint.severities import WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

EQUATION_NUMBER = r"([ \t\u00a0]{2,})(\(\d+[a-z]?\))\s*\Z"


@rule(
    "EQN009",
    "eq-word-layout",
    WARNING,
    "IEEE conference template for Word, sec. III-C",
    bad=["%! word\n[equation] <math>a=b.</math>      (1)"],
    good=[
        "%! word\n[equation] <tab/><math>a=b.</math><tab/>(1)",
        "%! word\n[equation] <tab/><math>a=b.</math>",
    ],
    formats=("word",),
)
def equation_layout(context: Context) -> Iterator[Finding]:
    """Center an equation and set its number at the right edge by tabs, not by spaces.

    The style "equation" has both tabs: type a tab, the equation, a tab, and
    the number in parentheses.
    """
    if context.word is None:
        return
    for paragraph in context.word.paragraphs:
        if paragraph.role != roles.EQUATION or paragraph.container != "body":
            continue
        match = pattern(EQUATION_NUMBER).search(paragraph.plain)
        if match is not None and "\t" not in match.group(1):
            start = paragraph.span.start + match.start(2)
            span = Span(paragraph.span.source, start, start + len(match.group(2)))
            yield Finding(
                span,
                f'Move "{match.group(2)}" to the right edge by a tab, not by spaces. The style'
                ' "equation" has the tab.',
            )
