"""TXT011, 012: quotation marks, parentheses and dashes."""

from __future__ import annotations

from re import escape

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.text import CITE, DISPLAY, MATH, REF
from ieeelint.paper.zones import CAPTION, FOOTNOTE, PROSE, RUNNING
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper

# Placeholders next to which a hyphen may be a dash.
NEIGHBORS = REF + MATH + DISPLAY + CITE
# Before a range of pages, figures or tables.
RANGE_LABEL = (
    r"(?:(?<=pp\.\u00a0)|(?<=pp\. )|(?<=Figs\.\u00a0)|(?<=Figs\. )|(?<=Tables )|(?<=pages ))"
)


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
    """Write a range with an en dash (--) and a dash between words with an em dash (---) without
    spaces; a hyphen joins words.
    """
    plain = context.paper.text.plain
    if any(spaced in plain for spaced in (" - ", " -\n", "\n- ", "\n-\n", "\u00a0-", "-\u00a0")):
        yield from _spaced(context)
    yield from _ranges(context)


def _spaced(context: Context) -> Iterator[Finding]:
    """A hyphen between spaces that is used as a dash."""
    paper = context.paper
    inside = r"[\w.,;:!?)\]”’" + NEIGHBORS + "]"
    hyphen = rf"(?<={inside})[ \n\u00a0](-)[ \n\u00a0](?=[\w(“{NEIGHBORS}])"
    for match in paper.find(pattern(hyphen), {PROSE, CAPTION, FOOTNOTE}):
        position = match.start(1)
        if context.index.is_mention(position):
            continue
        before, after = _words_around(paper, position)
        is_name = all(word.isupper() and word[0].isalpha() for word in (before, after))
        if is_name and not context.index.starts_sentence(position + 2):
            continue  # "IEEE - ACM": part of a name
        plain = paper.text.plain
        joins_references = REF in (
            plain[position - 2 : position - 1],
            plain[position + 2 : position + 3],
        )
        en, em = ("--", "---") if paper.format == "latex" else ("–", "—")
        dash = (
            f"an en dash ({en})"
            if joins_references or (before.isdigit() and after.isdigit())
            else f"an em dash ({em}) without spaces"
        )
        yield Finding(
            paper.text.span(position, position + 1),
            f"This hyphen is used as a dash. Write {dash}, a comma or a colon.",
        )


def _words_around(paper: Paper, position: int) -> tuple[str, str]:
    """The words before and after the dash at ``position``."""
    plain = paper.text.plain
    before = plain[max(0, position - 30) : position].split()
    after = plain[position + 1 : position + 30].split()
    return (before[-1] if before else ""), (after[0] if after else "")


def _ranges(context: Context) -> Iterator[Finding]:
    """A hyphen in a range of numbers: after pp. or Figs., or before a unit."""
    paper = context.paper
    units = "|".join(map(escape, context.vocabulary.wording.ranges))
    number = r"(\d{1,6}(?:\.\d{1,4})?)"
    after_label = rf"{RANGE_LABEL}{number}-{number}(?![\w-]|\.\d)"
    before_unit = rf"{number}-{number}(?=[\u00a0\u2009 ]?(?:{units})(?![\w-]))"
    expression = rf"(?<![\w.,/-])(?:{after_label}|{before_unit})"
    plain = paper.text.plain
    for hyphen in paper.find(pattern(r"-(?<=[0-9]-)(?=[0-9])"), RUNNING):
        position = hyphen.start()
        number_before = pattern(r"(?<![\w.,/-])[\d.]{1,11}$").search(
            plain, max(position - 11, 0), position
        )
        match = number_before and pattern(expression).match(plain, number_before.start())
        if not match:
            continue
        first, last = match.group(1) or match.group(3), match.group(2) or match.group(4)
        if float(first) >= float(last) or context.index.is_mention(match.start()):
            continue
        span = paper.text.span(*match.span())
        new = f"{first}--{last}" if context.latex is not None else f"{first}–{last}"
        fix = Fix(Edit(span, new)) if paper.text.is_typed(*match.span()) else None
        yield Finding(span, f'Write the range with an en dash: "{first}–{last}".', fix)
