"""TXT011, 012: quotation marks, parentheses and dashes."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.model import CAPTION, FOOTNOTE, PROSE, RUNNING
from ieeelint.paper.text import REF
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper


@rule(
    "TXT011",
    "text-quote-and-paren-punctuation",
    INFO,
    "IEEE conference template, sec. III-E",
    default=False,
    good=[
        "It is called ``slow'', and it (e.g., sand) is dry (very dry).",
        "He said, ``It flows well in narrow pipes.''",
    ],
    fixes=[
        ("It is called ``slow⟦.''⟧", "It is called ``slow''."),
        ("It is dry (very ⟦dry.⟧) Water is not.", "It is dry (very dry). Water is not."),
    ],
    english=True,
)
def quotes_and_parentheses(context: Context) -> Iterator[Finding]:
    """Periods and commas stand outside quotation marks around a term, and outside parentheses
    that end a sentence.

    IEEE's documents disagree (the style manual sets them inside), so this rule
    is off unless you select it.
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
            span, f'Put the "{match.group(1)}" after the quotation mark of a term.', outside
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
        yield Finding(span, "Put the period after the parenthesis that ends the sentence.", fix)


@rule(
    "TXT012",
    "text-dashes",
    WARNING,
    "IEEE Editorial Style Manual, dashes; IEEE conference template, sec. III-C",
    bad=["Water ⟦-⟧ unlike sand, flows.", "See Figs.~\\ref{a} ⟦-⟧ \\ref{b}."],
    good=[
        (
            "Call 555-1234 on 2024-05-01; the standard 802.11-2020, model MC68175-D, 16-QAM, and "
            "grant 12-34."
        ),
        "State-of-the-art 1-D pipes carry 3--5~m; it scored 3-2, order 2-to-1.",
        "The set $a - b$ and ORCID 0000-0002-1825-0097.",
        "\\begin{itemize}\n\\item - odd\n\\end{itemize}",
        "pre- and postprocessing, two- or three-way",
        "The zip code MG 30170-910 is long.",
    ],
    fixes=[
        ("It takes ⟦5-10⟧~V.", "It takes 5--10~V."),
        ("See pp.~⟦12-15⟧ of it.", "See pp.~12--15 of it."),
    ],
)
def dashes(context: Context) -> Iterator[Finding]:
    """A range takes an en dash (--), a dash between words an em dash (---) without spaces; a
    hyphen joins words.
    """
    plain = context.paper.text.plain
    if any(spaced in plain for spaced in (" - ", " -\n", "\n- ", "\n-\n", "\u00a0-", "-\u00a0")):
        yield from _spaced(context)
    yield from _ranges(context)


def _spaced(context: Context) -> Iterator[Finding]:
    """A hyphen between spaces that stands for a dash."""
    paper = context.paper
    inside = r"[\w.,;:!?)\]”’" + REF + "\ue000-\ue002]"
    for match in paper.find(
        pattern(r"(?<=" + inside + r")[ \n\u00a0](-)[ \n\u00a0](?=[\w(“" + REF + "\ue000-\ue002])"),
        {PROSE, CAPTION, FOOTNOTE},
    ):
        at = match.start(1)
        if context.index.is_mention(at):
            continue
        before, after = plain_around(paper, at)
        if (
            before[:1].isupper()
            and after[:1].isupper()
            and not context.index.starts_sentence(at + 2)
            and before.isupper()
            and after.isupper()
        ):
            continue  # "IEEE - ACM": part of a name
        ref = REF in (plain_at(paper, at - 2), plain_at(paper, at + 2))
        en, em = ("--", "---") if paper.format == "latex" else ("–", "—")
        wanted = (
            f"an en dash ({en})"
            if ref or (before.isdigit() and after.isdigit())
            else f"an em dash ({em}) without spaces"
        )
        yield Finding(
            paper.text.span(at, at + 1),
            f"A hyphen between spaces is no dash: write {wanted}, a comma or a colon.",
        )


def plain_at(paper: Paper, at: int) -> str:
    """The character at ``at``."""
    return paper.text.plain[at : at + 1]


def plain_around(paper: Paper, at: int) -> tuple[str, str]:
    """The words before and after the dash at ``at``."""
    plain = paper.text.plain
    before = plain[max(0, at - 30) : at].split()
    after = plain[at + 1 : at + 30].split()
    return (before[-1] if before else ""), (after[0] if after else "")


def _ranges(context: Context) -> Iterator[Finding]:
    """A hyphen between two plain numbers that are surely a range: after pp. or Figs., or before a
    unit.
    """
    paper = context.paper
    unit = (
        r"(?=[\u00a0\u2009"
        r" ]?(?:[kMG]?Hz|dB[mi]?|[munkM]?[VAWsm]|mm|cm|km|nm|kg|ms|%|°|years|days|hours|minutes"
        r"|seconds|times|layers|km/h|percent|K|Ω)(?![\w-]))"
    )
    lead = r"(?:(?<=pp\.\u00a0)|(?<=pp\. )|(?<=Figs\.\u00a0)|(?<=Figs\. )|(?<=Tables )|(?<=pages ))"
    number = r"(\d{1,6}(?:\.\d{1,4})?)"
    expression = (
        r"(?<![\w.,/-])(?:"
        + lead
        + number
        + "-"
        + number
        + r"(?![\w-]|\.\d)|"
        + number
        + "-"
        + number
        + unit
        + ")"
    )
    plain = paper.text.plain
    for hyphen in paper.find(pattern(r"-(?<=[0-9]-)(?=[0-9])"), RUNNING):
        at = hyphen.start()
        number_before = pattern(r"(?<![\w.,/-])[\d.]{1,11}$").search(plain, max(at - 11, 0), at)
        match = number_before and pattern(expression).match(plain, number_before.start())
        if not match:
            continue
        first, second = match.group(1) or match.group(3), match.group(2) or match.group(4)
        if float(first) >= float(second) or context.index.is_mention(match.start()):
            continue
        span = paper.text.span(*match.span())
        new = f"{first}--{second}" if context.latex is not None else f"{first}–{second}"
        fix = Fix(Edit(span, new)) if paper.text.is_typed(*match.span()) else None
        yield Finding(span, f'Write the range with an en dash: "{first}–{second}".', fix)
