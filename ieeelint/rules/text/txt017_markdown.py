"""TXT017: marks of Markdown and LaTeX that print as typed."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.zones import CELL, PROSE, WORDING
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.doubled_formulas import doubled_formulas

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

MOST_SHOWN = 40  # characters of a mark in a message
# A string that each mark contains, the mark, what it stands for, and the remedy in Word.
MARKS = (
    (
        "**",
        r"(?<![\w*])\*\*(?=[^\W_])[^*\n]{0,80}(?<=[\w.:!?)%])\*\*(?![\w*])",
        "bold type",
        "Delete the asterisks, and make the words bold only if the template does.",
    ),
    (
        "##",
        r"(?:(?<=\n)|\A)#{2,6}[ \u00a0](?=[^\W_])",
        "a heading",
        'Give the paragraph a style from "Heading 1" to "Heading 4", and delete the typed mark.',
    ),
    (
        "](http",
        r"\[[^\[\]\n]{1,80}\]\(https?://",
        "a link",
        "Delete the marks, and keep the words.",
    ),
    (
        "`",
        r"(?<![\w`])`(?=[^\s`])[^`'’\n]{1,60}(?<=[^\s`])`(?![\w`])",
        "code",
        "Delete the marks, and set the words in a font for code.",
    ),
    ("```", r"```", "code", "Delete the marks."),
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
)
# The same, for whole lines of text.
TABLE_REMEDY = "Insert a table of Word, and delete the typed one."
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
    (
        "| ",
        r"(?:(?<=\n)|\A)\|[ \u00a0][^|\n]{0,80}(?:\|[^|\n]{0,80}){1,20}\|(?=\n|\Z)",
        "Markdown for a table",
        TABLE_REMEDY,
    ),
    ("+--", r"(?:(?<=\n)|\A)\+(?:[-=]{2,80}\+){1,20}(?=\n|\Z)", "a table of signs", TABLE_REMEDY),
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
        "%! word\n[Body Text] It is ⟦ETc=Kc×ET0ET_c = K_c \\times ET_0⟧ of the law, as all say.",
        "%! word\n[Body Text] The fit has ⟦R2R^2⟧, and σi\\sigma_i it is.",
        "%! word\n[Body Text] ⟦**The pipes are old, wet, and made of steel**⟧ here.",
        "%! word\n[Body Text] ⟦| Bore | Flow |⟧\n[Body Text] +---+---+",
        "%! word\n[Body Text] Rain is wet.\n[Body Text] ⟦* ⟧Sand is dry.",
        "%! word\n[Body Text] Rain is wet.\n[Body Text] ⟦-----⟧\n[Body Text] Sand is dry.",
    ],
    good=[
        "The value 3.2** is high at p < 0.01**, and 2**3 is 8; see $a^{**}$ and x**y**z.",
        "The model \\#1 and the list [1](see below) are short; C\\# \\#\\# is a sign.",
        "The words `slow' and ``slow'' are vague; \\texttt{**kwargs**} is code.",
        "The marks ``**wet**'' are Markdown.",
        "%! word\n[Body Text] The names pipe_a pipe_b, userid user_id, and a2 a_2 are code.",
        "%! word\n[Body Text] The form “R2R^2 is wrong” is wrong.",
        "%! word\n[Body Text] The norm |x| + |y| is 2^3, 5 2^5, and x_1 x_2.",
    ],
)
def markdown_marks(context: Context) -> Iterator[Finding]:
    r"""Markdown, such as **bold** and ## Heading, prints as typed. Use commands or styles of the
    template.

    In LaTeX write \textbf{...}, \subsection{...}, \texttt{...}, and \href{...}{...}. In Word
    drafts, commands of LaTeX print as typed, too.
    """
    is_word = context.word is not None
    for sign, expression, meaning, in_word in MARKS:
        remedy = in_word if is_word else "Use a command of the template."
        yield from _typed(context, sign, expression, f"Markdown for {meaning}", remedy)
    if is_word:
        yield from _doubled(context)
        for mark in WORD_MARKS:
            yield from _typed(context, *mark)
        for mark in LINE_MARKS:
            yield from _typed(context, *mark, frozenset({PROSE}))


def _doubled(context: Context) -> Iterator[Finding]:
    """Formulas that print once as typed and once as LaTeX, as a copy from a browser does."""
    paper = context.paper
    for start, end in doubled_formulas(paper):
        if context.index.is_mention(start):
            continue
        span = paper.text.span(start, end)
        yield Finding(
            span,
            f'"{_short(paper.text.plain[start:end])}" is the same formula twice, as a copy from a'
            f" browser gives it. {FORMULA}",
            condemned=[span],
        )


def _short(words: str) -> str:
    """The words, or the beginning of long ones."""
    words = " ".join(words.split())
    return words if len(words) <= MOST_SHOWN else words[: MOST_SHOWN - 1].rstrip() + "…"


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
            f'"{_short(match[0])}" is {meaning} and prints as typed. {remedy}',
        )
