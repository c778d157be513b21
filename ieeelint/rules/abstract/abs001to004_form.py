"""ABS001 to 004: the form of the abstract."""

from __future__ import annotations

from unicodedata import category

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.paper.text import CITE, MATH
from ieeelint.paper.zones import ABSTRACT
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support.citation_marks import is_partial
from ieeelint.rules.support.keyword_labels import TYPED_LABEL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.zones import Passage

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


def _begin(paper: Paper) -> Span:
    """The command that opens the abstract."""
    span = paper.abstracts[0].span
    return Span(span.source, span.start, min(span.end, span.start + len("\\begin{abstract}")))


@rule(
    "ABS001",
    "abstract-present-once",
    ERROR,
    CLAUSE + "; IEEE Editorial Style Manual",
    bad=[
        "%! abstract\nWater flows slowly in narrow pipes.\n\n⟦We⟧ measure how slowly.",
        "%! abstract\nWater flows slowly in narrow pipes.\\par\n⟦We⟧ measure how slowly.",
        "%! abstract\nWater flows.\\vspace{1em}\n\n\\par\n⟦We⟧ measure.\n\nThey do not.",
        "%! abstract\nWater flows.\n⟦\\begin{equation}⟧a=b\\end{equation}",
        "%! abstract\n\n",
        (
            "%! document\n\\documentclass{IEEEtran}\n\\begin{document}\n⟦\\title{Flow}⟧\n"
            "It flows.\n\\end{document}"
        ),
        "%! abstract\nWater flows.\\par ⟦We⟧ measure.",
        ("%! preamble\n\\newcommand{\\parts}{x}\n%! abstract\nWater flows.\n\n⟦We⟧ measure."),
    ],
    good=[
        "%! abstract\nWater flows slowly.\n%\nWe measure how slowly, again and again.",
        "%! abstract\nWater flows slowly.\n\n\\textbf{Keywords}: flow, pipes.",
        (
            "%! document\n\\documentclass{IEEEtran}\n\\begin{document}\n\\title{Flow}\n"
            "\\input{abstract}\nIt flows.\n\\end{document}"
        ),
    ],
)
def present_once(context: Context) -> Iterator[Finding]:
    """The paper has one abstract: a single paragraph without displayed equations, tables, or
    figures.
    """
    paper = context.paper
    if paper.is_fragment or paper.title is None:
        return
    if not paper.abstracts:
        if not is_partial(paper):
            message = (
                "The paper has no abstract. Add one: a single paragraph before the index terms."
            )
            yield Finding(paper.title.span, message)
        return
    for second in paper.abstracts[1:]:
        if paper.language == "en":
            yield Finding(second.span, "This is a second abstract. IEEE prints only one.")
    abstract = paper.abstracts[0]
    passages = [passage for passage in abstract.passages if passage.plain.strip()]
    if not passages:
        yield Finding(_begin(paper), "The abstract is empty. Write it.")
        return
    for first, passage in zip(passages, passages[1:2]):
        if pattern(TYPED_LABEL).match(passage.plain):
            continue  # KWD002
        start = passage.start + len(passage.plain) - len(passage.plain.lstrip())
        span = paper.text.span(start, start + len(passage.plain.split()[0]))
        yield Finding(
            span,
            "The abstract has more than one paragraph. Delete"
            f" {_paragraph_break(paper, first, passage)} before this word.",
        )
    for display in abstract.displays:
        yield Finding(
            display,
            "The abstract contains a displayed equation, figure, or table. Move it to the text.",
        )


def _paragraph_break(paper: Paper, first: Passage, second: Passage) -> str:
    """What divides two paragraphs in the draft."""
    if paper.format == "word":
        return "the paragraph mark"
    between = first.span.source.text[first.span.end : second.span.start]
    is_command = pattern(r"\\par(?![a-zA-Z])").search(between) is not None
    is_blank = pattern(r"\n[ \t]*\r?\n").search(between) is not None
    return "\\par" if is_command and not is_blank else "the blank line"


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


@rule(
    "ABS004",
    "abstract-length",
    INFO,
    "IEEE Author Center; IEEE Access template; convention of conferences",
    bad=[
        "%! class\n\\documentclass[journal]{IEEEtran}\n%! abstract\n⟦Water⟧ flows.",
        (
            "%! class\n"
            "\\documentclass[journal]{IEEEtran}\n"
            "%! abstract\n"
            "⟦Water⟧ flows. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. "
        ),
        (
            "%! class\n"
            "\\documentclass{ieeeaccess}\n"
            "%! abstract\n"
            "⟦Water⟧ flows. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. Water flows on and on. Water flows on and on. Water "
            "flows on and on. "
        ),
    ],
    good=[
        "%! abstract\nWater flows slowly in narrow pipes, and we say how slowly. "
        + "It flows on and on. " * 10,
        (
            "%! class\n"
            "\\documentclass[journal]{IEEEtran}\n"
            "%! abstract\n"
            "Water flows on and on. Water flows on and on. Water flows on and on. "
            "Water flows on and on. Water flows on and on. Water flows on and on. "
            "Water flows on and on. Water flows on and on. Water flows on and on. "
            "Water flows on and on. Water flows on and on. Water flows on and on. "
            "Water flows on and on. Water flows on and on. Water flows on and on. "
            "Water flows on and on. Water flows on and on. Water flows on and on. "
            "Water flows on and on. Water flows on and on. Water flows on and on. "
            "Water flows on and on. Water flows on and on. Water flows on and on. "
            "Water flows on and on. Water flows on and on. Water flows on and on. "
            "Water flows on and on. Water flows on and on. Water flows on and on. "
            "Water flows on and on. Water flows on and on. "
        ),
    ],
)
def length(context: Context) -> Iterator[Finding]:
    """The abstract has the length of its kind of publication: 150 to 250 words in journals.

    A venue may set other limits, so for conferences this is reported only as info.
    """
    paper = context.paper
    if paper.is_fragment or len(paper.abstracts) != 1 or paper.language in ("zh", "ja", "ko"):
        return  # these languages do not set words apart
    passages = [passage for passage in paper.abstracts[0].passages if passage.plain.strip()]
    text = "".join(passage.plain for passage in passages)
    if pattern(r"[\u3040-\u30ff\u4e00-\u9fff]{4}").search(text):
        return  # Chinese and Japanese put no spaces between words
    words = sum(
        _is_word(word)
        for passage in passages
        for word in pattern(r"[^\s\u00a0–—]+").findall(passage.plain)
    )
    least, most = context.profile.abstract_words
    if not words or least <= words <= most:
        return
    first = passages[0].start + len(passages[0].plain) - len(passages[0].plain.lstrip())
    end = first + len(passages[0].plain.split()[0])
    severity = WARNING if context.profile.is_journal else ""
    limit = f"at least {least}" if words < least else f"at most {most}"
    article = "an" if context.profile.name[:1] in "aeiou" else "a"
    message = (
        f"The abstract has {words} words. {limit.capitalize()} are usual in {article}"
        f" {context.profile.name} paper."
    )
    yield Finding(paper.text.span(first, end), message, None, severity)


def _is_word(word: str) -> bool:
    """True for strings with a letter or digit; a formula counts as a word."""
    return MATH in word or any(character.isalnum() for character in word)
