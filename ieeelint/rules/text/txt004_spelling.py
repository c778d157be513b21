"""TXT004: American spelling."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.zones import ACKNOWLEDGMENT, CELL, HEADING, RUNNING_HEAD, THANKS, TITLE, WORDING
from ieeelint.rules import INFO, WARNING, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

ZONES = (WORDING | {CELL}) - {THANKS}


@rule(
    "TXT004",
    "text-us-spelling",
    WARNING,
    "IEEE conference template, Acknowledgment; IEEE Editorial Style Manual, spelling",
    bad=[
        r"\section{⟦Modelling⟧ the Flow}",
        "The ⟦be{}haviour⟧ is odd.",
        "%! title\nSteady Flow of ⟦Colour⟧ Fluids",
        "It flows ⟦towards⟧ the sand.",
        "The ⟦programme⟧ prints it.\n\\section*{Acknowledgment}\nThe ⟦behaviour⟧ is odd.",
    ],
    good=[
        "The Centre for Flow Research built the pipe.",
        "We exercise care and advise a premise; two analyses agree.",
        r"The word ``colour'' is British.",
        "The law asks for ``any change of the colour of the water in a pipe.''",
        r"See \texttt{normalise.py} and~\cite{lima}.",
        r"The option \verb|colour| is on.",
        (
            "The macro \\texttt{colour} and the addresses www.colour.example, "
            "colour@pipes.example, pipes/colour, colour(), and my\\_colour stay. "
            "COLOUR is a code."
        ),
        (
            "The Behaviour Institute and the law of Colour are known. The word "
            "``behaviour'' is British."
        ),
        "Behaviour Pipes is a firm.",
        "\\section*{Acknowledgment}\nThe Union's research and innovation programme paid for it.",
    ],
    fixes=[
        ("The ⟦behaviour⟧ is odd.", "The behavior is odd."),
        ("We ⟦optimise⟧ the ⟦colour⟧.", "We optimize the color."),
        ("⟦Behaviour⟧ matters.", "Behavior matters."),
    ],
    english=True,
)
def us_spelling(context: Context) -> Iterator[Finding]:
    """Use American spelling: behavior, color, center, modeling, analyze.

    IEEE prints American English. Names of institutions, quoted words, code, and
    titles in the reference list keep their spelling. Words that are also
    correct in American English are not reported, but for a few that it rarely
    has, such as "towards": these are info.
    """
    words = context.index.words
    vocabulary = context.vocabulary.spellings
    for spellings, severity in ((vocabulary.british, ""), (vocabulary.debatable, INFO)):
        for british in words.keys() & spellings.keys():
            for start in words[british]:
                yield from _spelling(context, start, british, spellings[british], severity)


def _spelling(
    context: Context, start: int, british: str, american: str, severity: str
) -> Iterator[Finding]:
    """The finding about one word, unless it is a name, a mention or part of an identifier."""
    paper = context.paper
    plain = paper.text.plain
    end = start + len(british)
    typed = plain[start:end]
    zone = paper.passage_at(start).zone
    if zone not in ZONES or context.index.is_mention(start):
        return
    if zone == ACKNOWLEDGMENT and british.startswith("programme"):
        return  # the name that a sponsor gives to it
    if typed[0].isupper():
        if typed.isupper() and len(typed) > 1:
            return
        if _is_name(context, start, end):
            return
        american = american[0].upper() + american[1:]
    before, after = plain[start - 1 : start] if start else " ", plain[end : end + 1] or " "
    if before in "_/@.\\" or after in "_@(":  # part of an identifier, a path, an address
        return
    span = paper.text.span(start, end)
    fix = Fix(Edit(span, american)) if paper.text.is_typed(start, end) and not severity else None
    reason = "American English prefers it." if severity else "IEEE uses American spelling."
    yield Finding(span, f'Write "{american}", not "{typed}". {reason}', fix, severity)


def _is_name(context: Context, start: int, end: int) -> bool:
    """True for a capitalized word inside a sentence, or before another capitalized word.

    In headings and titles, capitals say nothing about names.
    """
    paper = context.paper
    if paper.passage_at(start).zone in (HEADING, TITLE, RUNNING_HEAD):
        return False
    if not context.index.starts_sentence(start):
        return True
    following = paper.text.plain[end : end + 2].lstrip(" \u00a0")
    return following[:1].isupper()
