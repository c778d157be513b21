"""TXT004: American spelling."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.text import ITALIC
from ieeelint.paper.zones import ACKNOWLEDGMENT, CELL, HEADING, RUNNING_HEAD, THANKS, TITLE, WORDING
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.kept_words import is_in_code, is_kept

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

# The beginning of the name of a periodical: "Journal of Applied".
JOURNAL = (
    r"\b(?:Journal|Transactions|Letters|Proceedings|Annals)\s(?:of|on|in)\s(?:[A-Z]\w+\s){0,3}\Z"
)
LONGEST_JOURNAL = 80
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
        "It is a \\emph{⟦colour⟧ of water}, a water-colour, and a bad–colour pump.",
        "\\emph{The ⟦colour⟧ of water} is red.",
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
        "They drink Earl grey tea and run the grey wolf optimizer and grey-relational analysis.",
        "\\begin{quotation}The colour is odd.\\end{quotation}",
        "They call it \\emph{le centre}, and the street leads to the centre de la ville.",
        "The book \\emph{The colour of water} is old, and so is \\emph{Fibre and colour}.",
        "Use the option --colour or -colour in flow\\_colour.py and colour.py.",
        "It is \\#colour, colour=1, or x=colour.",
        "%! word\n[Body Text] Use the option --colour of the pump.",
        "Use --no-colour, <colour>, \\$colour, and colour::wet.",
        "The typo colour of it is old. The word programme is long. It is spelled colour.",
        "The pairs (colour, color), programme vs.\\ program, and metre $\\to$ meter are known.",
        "The function \\textbf{normalise} has an argument \\emph{colour} and a"
        " \\textit{behaviour} field.",
        "In Smith v. Grey the court was wet.",
        "%! preamble\n\\markboth{Journal of Colour Science}{Lima}\n%! body\nIt flows.",
        "The firm has un programme, and a piece of music is ``fibre et labour''.",
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
    has, such as "towards": these are info. Words in another language are not
    English: those that babel declares, and phrases such as "centre de la ville".
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
    if is_in_code(plain, start, end) or is_kept(context, start, end, american):
        return
    if _is_in_title(context, start) or _is_in_term(context, british, start, end):
        return
    span = paper.text.span(start, end)
    fix = Fix(Edit(span, american)) if paper.text.is_typed(start, end) and not severity else None
    reason = "American English prefers it." if severity else "IEEE uses American spelling."
    yield Finding(span, f'Write "{american}", not "{typed}". {reason}', fix, severity)


def _is_in_title(context: Context, start: int) -> bool:
    """True in the title of a work, in italics: "the book The colour of water"."""
    paper = context.paper
    for mark in paper.text.marks_in(paper.passage_at(start).start, start + 1, ITALIC):
        if mark.start <= start < mark.end:
            words = paper.text.plain[mark.start : mark.end].split()
            if len(words) > 1 and words[0][:1].isupper():
                return not context.index.starts_sentence(mark.start)
    return False


def _is_in_term(context: Context, british: str, start: int, end: int) -> bool:
    """True in a name that is known in this spelling: "Earl grey", "the grey wolf optimizer"."""
    before, after = context.vocabulary.spellings.names.get(british, ([], []))
    plain = context.paper.text.plain
    previous = pattern(r"([^\W\d_]+)[\s\u00a0-]\Z").search(plain, max(0, start - 20), start)
    following = pattern(r"[\s\u00a0-]([^\W\d_]+)").match(plain, end)
    return (previous is not None and previous[1].lower() in before) or (
        following is not None and following[1].lower() in after
    )


def _is_name(context: Context, start: int, end: int) -> bool:
    """True for a capitalized word inside a sentence, or before another capitalized word.

    In headings and titles, capitals say nothing about names.
    """
    paper = context.paper
    if paper.passage_at(start).zone in (HEADING, TITLE, RUNNING_HEAD):
        before = paper.text.plain[max(0, start - LONGEST_JOURNAL) : start]
        return pattern(JOURNAL).search(before) is not None
    if not context.index.starts_sentence(start):
        return True
    following = paper.text.plain[end : end + 2].lstrip(" \u00a0")
    return following[:1].isupper()
