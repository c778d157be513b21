"""TTL001 to 003: subtitles, symbols, and footnotes of the title."""

from __future__ import annotations

from unicodedata import category

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.paper.text import MATH, PLACEHOLDERS, SUPERSCRIPT
from ieeelint.paper.zones import TITLE
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support.latex_class import is_paperplaza

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.blocks import Title
    from ieeelint.paper.model import Paper
    from ieeelint.paper.text import Mark
    from ieeelint.views.latex import LatexView

CLAUSE = "IEEE conference template, title"
# Symbols by their Unicode category that plain text can show.
PLAIN_SYMBOLS = "+|~^`$<>=¨´"
NOTE_SIGNS = "*†‡§¶"
STANDING_FOR = {"&": "and", "@": "at"}


@rule(
    "TTL001",
    "title-no-subtitle",
    ERROR,
    CLAUSE + " note on subtitles",
    bad=[
        "%! title\nSteady Flow\\\\ {⟦\\large⟧ A Study of Narrow Pipes}",
        (
            "%! word whole\n"
            "[paper title] Steady Flow\n"
            "[paper subtitle] A Study of Narrow Pipes\n"
            "[Abstract] <i>Abstract</i>—Water is wet.\n"
            "[Body Text] Rain is wet."
        ),
    ],
    good=[
        "%! title\nSteady Flow: A Study of Narrow Pipes",
        "%! title\nSteady Flow and Its Many \\\\ Uses in Narrow Pipes",
        "%! title\nSteady Flow\\\\\n%{\\small A note for later}\n%\\large",
        "%! title\nSteady Flow\\\\ {\\footnotesize }\n",
        "%! title\nSteady Flow\\\\ {\\footnotesize \\thanks{By Flow.}}",
    ],
)
def no_subtitle(context: Context) -> Iterator[Finding]:
    """The title has no subtitle on a separate line.

    IEEE Xplore drops subtitles. Join the subtitle to the title with a colon. A
    plain line break that balances a long title is fine.
    """
    paper = context.paper
    if paper.title is not None and paper.title.subtitle is not None:
        message = (
            "IEEE Xplore drops subtitles. Join this one to the title with a colon, or delete it."
        )
        yield Finding(paper.title.subtitle, message)


@rule(
    "TTL002",
    "title-no-math-or-symbol",
    ERROR,
    CLAUSE + "; How to Use the IEEEtran LaTeX Class",
    bad=[
        "%! title\nBounds for ⟦$\\ell_1$⟧ Flow",
        "%! title\nSteady Flow⟦*⟧",
        "%! class\n\\documentclass[conference]{ieeeconf}\n%! title\nSteady Flow⟦*⟧",
        (
            "%! class\n\\documentclass[conference]{ieeeconf}\n%! title\nSteady⟦*⟧ Flow\n"
            "%! author\nAna Lima\\thanks{*Funded by Flow.}"
        ),
        "%! title\nSteady Flow of FlowTech⟦™⟧ and FlowTech™ Sand at 20 °C",
        "%! title\nFlow ⟦\\&⟧ Pressure \\& Sand",
    ],
    good=[
        "%! title\nFlow in C++ and Nd--Fe--B Pipes: A 5-Year Study of R\\&D",
        "%! title\n@Home: The Q\\&A\\& of Flow\\&",
        "%! title\nSteady Flow\\thanks{*Funded by Flow.}",
        "%! title\nSteady Flow\\textsuperscript{*}",
        (
            "%! class\n\\documentclass[conference]{ieeeconf}\n%! title\nSteady Flow*\n"
            "%! author\nAna Lima\\thanks{*Funded by Flow.}"
        ),
    ],
    fixes=[("%! title\nFlow ⟦@⟧ Night", "%! title\nFlow at Night")],
)
def no_math_or_symbol(context: Context) -> Iterator[Finding]:
    """The title has no math, symbols, or special characters.

    Search engines and IEEE Xplore cannot show them. Use words. Accents,
    dashes, and names such as C++ and R&D are fine; "&" between two words is "and". The star after
    the title in the template of the class ieeeconf is fine, too, if a note with \\thanks begins
    with it.
    """
    paper = context.paper
    title = paper.title
    if title is None:
        return
    severity = INFO if context.profile.is_journal else ""
    passage = title.passage
    last = passage.start + len(passage.plain.rstrip()) - 1
    seen: set[str] = set()
    raised = [mark for mark in paper.text.marks_of(SUPERSCRIPT) if _is_note(paper, title, mark)]
    for offset, character in enumerate(passage.plain):
        position = passage.start + offset
        if character == MATH:
            yield Finding(
                paper.text.span(position, position + 1),
                "The title contains a formula. Use words.",
                None,
                severity,
            )
        elif character in PLACEHOLDERS or character in PLAIN_SYMBOLS:
            continue
        elif any(mark.start <= position < mark.end for mark in raised):
            continue  # TTL003
        elif character in seen:
            continue
        elif character == "*" and position == last and _has_star_note(context.latex):
            seen.add(character)
        elif character in NOTE_SIGNS or category(character) in ("Sm", "So", "Sk"):
            seen.add(character)
            message = f'The title contains the symbol "{character}". Delete it or use words.'
            yield Finding(paper.text.span(position, position + 1), message)
        elif character in STANDING_FOR and pattern(r"\s[&@]\s").match(passage.plain, offset - 1):
            seen.add(character)
            span = paper.text.span(position, position + 1)
            word = STANDING_FOR[character]
            message = f'The title contains the symbol "{character}". Write "{word}".'
            yield Finding(span, message, Fix(Edit(span, word), safe=False), WARNING)


def _has_star_note(view: LatexView | None) -> bool:
    """True for a draft in ieeeconf with a note that begins with a star, as its template has it."""
    return (
        view is not None
        and is_paperplaza(view)
        and any(note.argument(0).lstrip().startswith("*") for note in view.commands("thanks"))
    )


@rule(
    "TTL003",
    "title-no-footnote",
    ERROR,
    CLAUSE,
    bad=[
        "%! title\nSteady Flow⟦\\footnote{Funded by Flow.}⟧",
        "%! title\nSteady Flow⟦\\textsuperscript{*}⟧",
        "%! title\nSteady Flow of ⟦\\cite{lima}⟧",
    ],
    good=[
        (
            "%! preamble\n"
            "\\IEEEoverridecommandlockouts\n"
            "%! title\n"
            "Steady Flow\\thanks{Funded by the Flow Foundation.}"
        ),
        "%! title\nPipes of the 21\\textsuperscript{st} Century",
    ],
)
def no_footnote(context: Context) -> Iterator[Finding]:
    """The title has no footnote, and no citation.

    Move funding information to \\thanks, which prints without a mark, and anything else
    into the introduction. Titles are printed without the paper, where a number leads
    nowhere: name the work, or cite it in the introduction.
    """
    paper = context.paper
    title = paper.title
    if title is None:
        return
    funding = (
        "\\thanks"
        if paper.format == "latex"
        else 'a box in the style "sponsors" at the bottom of the page'
    )
    for note in title.notes:
        if note.command != "thanks":
            yield Finding(
                note.span,
                f"The title has a footnote. Move funding information to {funding} and everything"
                " else to the introduction.",
            )
    for place in context.index.citations.places(frozenset((TITLE,))):
        yield Finding(
            paper.text.span(place.start, place.end),
            "The title contains a citation. Delete it, and cite the work in the introduction.",
        )
    for mark in paper.text.marks_of(SUPERSCRIPT):
        if _is_note(paper, title, mark):
            yield Finding(
                _command_span(mark.span),
                "The title has a footnote mark. Delete it, and move funding information to"
                f" {funding}.",
            )


def _is_note(paper: Paper, title: Title, mark: Mark) -> bool:
    """True for a raised sign or number in the title."""
    if not title.passage.start <= mark.start < title.passage.end:
        return False
    raised = paper.text.plain[mark.start : mark.end].strip()
    return 0 < len(raised) < 3 and not raised.isalpha() and raised not in PLACEHOLDERS


def _command_span(span: Span) -> Span:
    """The span of a superscript from its command on, so that the finding starts there."""
    text = span.source.text
    start = text.rfind("\\", max(0, span.start - 20), span.start)
    return Span(span.source, start, span.end) if start >= 0 else span
