"""ABS001, 004: one abstract of one paragraph, and its length."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.paper.text import MATH
from ieeelint.patterns import pattern
from ieeelint.phrases import plural
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
    "ABS004",
    "abstract-length",
    INFO,
    "IEEE Author Center; IEEE Access template; convention of conferences",
    bad=[
        "%! abstract\n⟦Water⟧ flows on.\n%! file venue.toml\nabstract = [4, 9]\n",
        "%! abstract\n⟦Water⟧ flows on.\n%! file venue.toml\nabstract = [0, 2]\n",
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
        "%! abstract\nWater flows on.\n%! file venue.toml\nabstract = [2, 3]\n",
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

    A venue may set other limits, so for conferences this is reported only as info. With the limits
    of a venue file, it is a warning.
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
    venue = context.venue
    least, most = venue.abstract or context.profile.abstract_words
    if not words or least <= words <= most:
        return
    first = passages[0].start + len(passages[0].plain) - len(passages[0].plain.lstrip())
    end = first + len(passages[0].plain.split()[0])
    severity = WARNING if context.profile.is_journal or venue.abstract else ""
    limit = f"at least {least}" if words < least else f"at most {most}"
    article = "an" if context.profile.name[:1] in "aeiou" else "a"
    message = (
        f"The abstract has {plural(words, 'word')}. {limit.capitalize()} are usual in {article}"
        f" {context.profile.name} paper."
    )
    if venue.abstract:
        asks = (
            f"{venue.label} asks for {limit}" if words < least else f"{venue.label} allows {limit}"
        )
        message = f"The abstract has {words} words, but {asks} {venue.because('abstract')}."
    yield Finding(paper.text.span(first, end), message, None, severity)


def _is_word(word: str) -> bool:
    """True for strings with a letter or digit; a formula counts as a word."""
    return MATH in word or any(character.isalnum() for character in word)
