"""TXT017: marks of Markdown that print as typed."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.zones import CELL, WORDING
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

# A string that each mark contains, the mark, and what it stands for.
MARKS = (
    ("**", r"(?<![\w*])\*\*(?=[^\W_])[^*\n]{0,80}(?<=[\w.:!?)%])\*\*(?![\w*])", "bold type"),
    ("##", r"(?:(?<=\n)|\A)#{2,6}[ \u00a0](?=[^\W_])", "a heading"),
    ("](http", r"\[[^\[\]\n]{1,80}\]\(https?://", "a link"),
    ("`", r"(?<![\w`])`(?=[^\s`])[^`'’\n]{1,60}(?<=[^\s`])`(?![\w`])", "code"),
    ("```", r"```", "code"),
)


@rule(
    "TXT017",
    "text-markdown-marks",
    WARNING,
    "convention",
    bad=[
        "The flow is ⟦**very high**⟧ here.",
        "\\#\\# Sand\n\nSee ⟦[the site](https⟧://flow.example/a).",
        "%! word\n[Body Text] ⟦## Sand⟧",
        "%! word\n[Body Text] The file ⟦`pipe.txt`⟧ is long.",
    ],
    good=[
        "The value 3.2** is high at p < 0.01**, and 2**3 is 8; see $a^{**}$ and x**y**z.",
        "The model \\#1 and the list [1](see below) are short; C\\# \\#\\# is a sign.",
        "The words `slow' and ``slow'' are vague; \\texttt{**kwargs**} is code.",
        "The marks ``**wet**'' are Markdown.",
    ],
)
def markdown_marks(context: Context) -> Iterator[Finding]:
    r"""Markdown, such as **bold** and ## Heading, prints as typed. Use commands or styles of the
    template.

    In LaTeX write \textbf{...}, \subsection{...}, \texttt{...}, and \href{...}{...}.
    """
    paper = context.paper
    for sign, expression, meaning in MARKS:
        if sign not in paper.text.plain:
            continue
        for match in paper.find(pattern(expression), WORDING | {CELL}):
            if context.index.is_mention(match.start()):
                continue
            yield Finding(
                paper.text.span(*match.span()),
                f'"{match[0].strip()[:24]}" is Markdown for {meaning} and prints as typed. Use a'
                f" {'command' if context.latex is not None else 'style'} of the template.",
            )
