"""ABS002, 003: no formulas, footnotes, or citations in the abstract."""

from __future__ import annotations

from unicodedata import category

from ieeelint.finding import Finding
from ieeelint.paper.text import CITE, MATH
from ieeelint.paper.zones import ABSTRACT
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

CLAUSE = "IEEE conference template, Abstract"

CITATION = "The abstract contains a citation. Describe the work, or delete the citation."

# The parts of a formula that a number with its unit may have: signs and TeX commands, units in
# braces, digits, and the e of an exponent.
NUMBER_PARTS = (
    r"\\(?:sim|times|approx|pm|mp|cdot|mu|%|#|,|;|!|:|leq?|geq?|circ|Omega|mathrm|text|textrm"
    r"|rm|degree|lt|gt|ll|gg|ne|rightarrow|to|propto|simeq|cong)(?![a-zA-Z])"
    r"|\{[A-Za-z%/]{1,6}\}|[\d.,\s{}^~<>=+\-/%]|[eE](?=\d)"
)

# What may remain of such a formula: a multiplication sign x, a prefix or a unit.
UNITS_IN_NUMBERS = frozenset(
    ("", "x", "m", "s", "Hz", "GHz", "MHz", "kHz", "dB", "mm", "nm", "k", "M", "G", "C")
)


@rule(
    "ABS002",
    "abstract-no-math-or-symbol",
    WARNING,
    CLAUSE,
    bad=[
        "%! abstract\nWe bound ⟦$\\|x\\|_2$⟧ in narrow pipes and find it small.",
        (
            "%! abstract\n"
            "Water flows⟦©⟧, 5 °C, and $x$, $x+y$, $\\alpha$, ♥, †, 3~$\\times$~4, and "
            "$5\\%$ slowly in all pipes."
        ),
    ],
    good=[
        (
            "%! abstract\n"
            "We save $10\\%$ at $5$~GHz, over $10^{3}$ pipes of $\\approx 3\\,\\mu$m, with an "
            "error of $\\pm 2$."
        ),
        "%! abstract\nThe k-means run in 5\\,\\% less time, at 20 °C, in pipe $\\#3$.",
    ],
)
def no_math(context: Context) -> Iterator[Finding]:
    """The abstract has no math and no symbols.

    Indexes show it as plain text. Use words; numbers with units are fine. A
    single variable is reported only as a hint.
    """
    paper = context.paper
    for passage in paper.passages_in(ABSTRACT):
        for offset, character in enumerate(passage.plain):
            position = passage.start + offset
            if character == MATH:
                mark = paper.text.mark_at(position)
                content = mark.data.content if mark is not None else ""
                if not _is_number(content):
                    letters = pattern(r"\\?[A-Za-z]+").findall(content)
                    severity = INFO if len(letters) <= 1 else ""
                    span = paper.text.span(position, position + 1)
                    yield Finding(
                        span, "The abstract contains a formula. Use words.", None, severity
                    )
            elif character in "†‡§¶®™©" or (category(character) == "So" and character not in "°"):
                span = paper.text.span(position, position + 1)
                yield Finding(span, f'The abstract contains the symbol "{character}". Delete it.')


def _is_number(content: str) -> bool:
    """True for a formula that is only a number, a percentage, a relation sign or a unit."""
    return pattern(NUMBER_PARTS).sub("", content) in UNITS_IN_NUMBERS


@rule(
    "ABS003",
    "abstract-no-footnote-or-citation",
    WARNING,
    CLAUSE + "; bare_conf.tex",
    bad=[
        "%! abstract\nAs in⟦~\\cite{lima}⟧, water flows slowly in narrow pipes.",
        "%! abstract\nWater flows slowly.⟦\\footnote{Very slowly.}⟧",
        "%! abstract\nAs in ⟦[3]⟧, water flows slowly in narrow pipes.",
        (
            "%! abstract\n"
            "As in ⟦[1, 2]⟧, [3–5], [0], [0, 1], f[3], and [1000], water "
            "flows~~\\cite{lima}."
        ),
    ],
    good=["%! abstract\nThe gain is in [0, 1] and the list is x[3]; it flows slowly."],
)
def no_footnote_or_citation(context: Context) -> Iterator[Finding]:
    """The abstract has no footnote and no citation.

    Readers see it without the paper. Name a cited work in words.
    """
    paper = context.paper
    for passage in paper.passages_in(ABSTRACT):
        for offset, character in enumerate(passage.plain):
            if character == CITE:
                start = passage.start + offset
                while start > passage.start and paper.text.plain[start - 1] == "\u00a0":
                    start -= 1
                span = paper.text.span(start, passage.start + offset + 1)
                yield Finding(span, CITATION)
        for match in pattern(
            r"(?<![\w)\]])\[(?!0[\],.])[1-9]\d{0,2}(?:[,–-]\s?\d{1,3}){0,8}\]"
        ).finditer(passage.plain):
            span = paper.text.span(passage.start + match.start(), passage.start + match.end())
            yield Finding(span, CITATION)
    for note in paper.footnotes:
        if note.zone == ABSTRACT:
            message = "The abstract has a footnote. Move it to the text or delete it."
            yield Finding(note.span, message, None, ERROR)
