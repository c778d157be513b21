"""TXT017: marks of Markdown, LaTeX, and chat programs that print as typed."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.zones import CELL, PROSE, WORDING
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
# In Word: a string that each mark contains, the mark, what it is, and the remedy.
FORMULA = "Insert the formula with Alt+=, where Word reads LaTeX, and delete the typed one."
WORD_MARKS = (
    (
        "$",
        r"\$(?=[^$\n]{0,80}[\\_^])[^$\s][^$\n]{0,80}\$(?!\d)",
        "LaTeX",
        FORMULA,
    ),
    (
        "\\",
        r"(?<![\w:\\/.])\\(?:cite[pt]?|(?:eq|page|auto)?ref|label|footnote|text\w{2,6}|emph"
        r"|(?:sub)*section|includegraphics|caption|begin|end|url|href)\*?\{[^{}\n]{0,80}\}",
        "LaTeX",
        "Replace it by what it stands for.",
    ),
    (
        "\\",
        r"(?<![:\\/.])\\(?:[dt]?frac|sqrt|times|cdot|sum|prod|int|alpha|beta|gamma|delta|theta"
        r"|lambda|sigma|omega|leq|geq|neq|approx|infty|partial|mathrm|mathbf|mathcal|hat|bar|sim)"
        r"(?![\w\\/.])",
        "LaTeX",
        FORMULA,
    ),
    (
        "oaicite",
        r":?contentReference\[oaicite:\d+\](?:\{[^{}\n]{0,20}\})?|\[oaicite:\d+\]",
        "a mark of a chat program",
        "Delete it, or cite the source.",
    ),
    (
        "turn",
        r"[\ue200-\ue206]?(?:cite|navlist)?[\ue200-\ue206]?\bturn\d+(?:search|view|news|file)\d+\b",
        "a mark of a chat program",
        "Delete it, or cite the source.",
    ),
)
# The same, for whole lines of text.
LINE_MARKS = (
    (
        "---\n",
        r"(?:(?<=\n)|\A)-{3,}(?=\n)",
        "Markdown for a line",
        "Delete it.",
    ),
    (
        "* ",
        r"(?:(?<=\n\n)|\A)\*[ \u00a0](?=[^\W_])",
        "Markdown for a bullet",
        'Give the paragraph the style "bullet list", and delete the typed mark.',
    ),
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
        "%! word\n[Body Text] The mean is ⟦$\\mu_B$⟧ here, and $x_1$ too.",
        "%! word\n[Body Text] It is wet, see ⟦\\cite{lima}⟧ there.\n[Body Text] \\end{document}",
        "%! word\n[Body Text] Itisa=b×cit = b ⟦\\times⟧ cit is the law.",
        "%! word\n[Body Text] Rain is wet ⟦:contentReference[oaicite:0]{index=0}⟧.",
        "%! word\n[Body Text] Rain is wet ⟦turn0search12⟧.",
        "%! word\n[Body Text] Rain is wet.\n[Body Text] ⟦* ⟧Sand is dry.",
        "%! word\n[Body Text] Rain is wet.\n[Body Text] ⟦-----⟧\n[Body Text] Sand is dry.",
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

    In LaTeX write \textbf{...}, \subsection{...}, \texttt{...}, and \href{...}{...}. In Word
    drafts, commands of LaTeX and the marks that chat programs leave print as typed, too.
    """
    remedy = f"Use a {'command' if context.latex is not None else 'style'} of the template."
    for sign, expression, meaning in MARKS:
        yield from _typed(context, sign, expression, f"Markdown for {meaning}", remedy)
    if context.word is not None:
        for mark in WORD_MARKS:
            yield from _typed(context, *mark)
        for mark in LINE_MARKS:
            yield from _typed(context, *mark, frozenset({PROSE}))


def _typed(
    context: Context,
    sign: str,
    expression: str,
    meaning: str,
    remedy: str,
    zones: frozenset[str] = WORDING | {CELL},
) -> Iterator[Finding]:
    """The places with a mark; ``sign`` is a string that it contains."""
    paper = context.paper
    if sign not in paper.text.plain:
        return
    for match in paper.find(pattern(expression), zones):
        if context.index.is_mention(match.start()):
            continue
        yield Finding(
            paper.text.span(*match.span()),
            f'"{match[0].strip()[:24]}" is {meaning} and prints as typed. {remedy}',
        )
