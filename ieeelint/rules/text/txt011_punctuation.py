"""TXT011: punctuation at quotation marks and parentheses."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.zones import RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context


@rule(
    "TXT011",
    "text-quote-and-paren-punctuation",
    INFO,
    "IEEE conference template, sec. III-E",
    bad=[
        "It is dry (very {\\em ⟦dry⟧.}) Water is not.",
    ],
    default=False,
    good=[
        "It is called ``slow'', and it (e.g., sand) is dry (very dry).",
        "He said, ``It flows well in narrow pipes.''",
    ],
    fixes=[
        ("It is called ``slow⟦.''⟧", "It is called ``slow''."),
        ("It is dry (very ⟦dry.⟧) Water is not.", "It is dry (very dry). Water is not."),
        (
            "%! word\n[Body Text] It is called “slow⟦.”⟧",
            "%! word\n[Body Text] It is called “slow”.",
        ),
    ],
    english=True,
)
def quotes_and_parentheses(context: Context) -> Iterator[Finding]:
    """Put periods and commas after the quotation marks of a term, and after parentheses that end a
    sentence.

    IEEE's documents disagree (the style manual puts them inside), so this rule
    is off by default.
    """
    paper = context.paper
    for match in paper.find(pattern(r"“[^“”.,!?\n]{1,40}([.,])”"), RUNNING):
        if len(match.group().split()) > 3:
            continue
        start = match.start(1)
        span = paper.text.span(start, match.end())
        mark = "''" if context.latex else "”"
        outside = Fix(Edit(span, mark + match.group(1)))
        yield Finding(
            span, f'Put the "{match.group(1)}" after the closing quotation mark.', outside
        )
    for match in paper.find(
        pattern(r"[a-z]\s\([^().!?\n]{1,80}?([^\s().]{1,20}(?<!etc)(?<!al)\.)\)(?=\s+[A-Z])"),
        RUNNING,
    ):
        start, end = match.start(1), match.end()
        span = paper.text.span(start, match.end(1))
        word = match.group(1)[:-1]
        whole = paper.text.span(start, end)
        fix = Fix(Edit(whole, word + ").")) if paper.text.is_typed(start, end) else None
        yield Finding(span, "Put the period after the closing parenthesis.", fix)
