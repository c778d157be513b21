"""TXT018: frequent misspellings, and words that pasting broke."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.zones import CELL, HEADING, KEYWORDS, RUNNING_HEAD, THANKS, TITLE, WORDING
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.kept_words import is_in_code, is_kept

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

ZONES = (WORDING | {CELL, KEYWORDS}) - {THANKS}
# Zones where a capital says nothing about names.
CAPITALS = frozenset({TITLE, HEADING, RUNNING_HEAD})
AFTER = "/\\"  # the signs of paths, in addition to those of code

SHORTEST_BROKEN = 6  # letters of a word in two pieces
# "They take off" has two words, "the takeoff" has one.
PARTICLES = frozenset("away back by down in off on out over through up".split())
FEWEST_WHOLE = 2  # times that the draft has the word whole


@rule(
    "TXT018",
    "text-misspellings",
    WARNING,
    "convention",
    bad=[
        (
            "%! word\n[Body Text] Porto has an entrance, and each entrance is wet. See the ⟦en"
            " trance⟧."
        ),
        (
            "%! word\n[Body Text] The entrance is open. The ⟦en trance⟧ is wide, and each"
            " entrance is wet. Importance of sand is of impor-tance, of importance."
        ),
        "\\section{⟦Paramters⟧ of Pipes}",
        "It flows. ⟦Seperate⟧ pipes flow.",
        "We ⟦re{}cieved⟧ two pipes.",
    ],
    good=[
        (
            "%! word\n[Body Text] The dataset is a data set, as the dataset of other data is, and"
            " the only semicolon is a semi colon. Noon is no on, and noon is noon."
            " They take off; the takeoff is a slow takeoff."
        ),
        (
            "%! word\n[Body Text] The entrance is open, and each entrance is wet. The form “en"
            " trance” is wrong. The semicolon is a semi, colon, and no semicolon."
        ),
        "The parameters of the environment were received.",
        "The word ``seperate'' is wrong; the key \\texttt{recieve} and the site"
        " www.recieve.example/adress stay.",
        "The variable recieve_buffer, the call recieve(), and Mr. Curent of Firt Pipes Ltd. stay.",
        "The typo recieve of receive, adress for address, and the misspelled seperate stay.",
        "The path seperate/wet is short.",
        "The tool TEH is short, and so is the class SeperateFlow.",
        ("The pipe \\emph{Seperate Flow} and the Seperate Flow of it, in Seperate Pipes."),
        "It flows. Seperate Pipes is a firm. The pipes of Seperate flow.",
        (
            "\\begin{figure}[!t]\\includegraphics{seperate}\\end{figure}\n"
            "The addresses seperate@pipes.example, pipes/seperate, and "
            "seperate\\_pipes stay."
        ),
        (
            "Wir haben die Rohre und Pumpen und auch das Wasser der Stadt im letzten "
            "Jahr genau gemessen; die Firma recieved war nicht dabei, und das ist "
            "auch gut so."
        ),
    ],
    fixes=[
        ("We ⟦recieved⟧ two pipes.", "We received two pipes."),
        ("⟦Seperate⟧ pipes flow.", "Separate pipes flow."),
        ("They flow in ⟦paralell⟧-plate pipes.", "They flow in parallel-plate pipes."),
    ],
    english=True,
)
def misspellings(context: Context) -> Iterator[Finding]:
    """Correct frequent misspellings, such as "recieve" and "seperate".

    The list has only words with one possible correction. It replaces no spelling checker. Names,
    code, quoted words, and the reference list are not checked. In Word drafts, a word in two
    pieces that the draft has whole elsewhere, as in "ac cess", is reported, too.
    """
    words = context.index.words
    paper = context.paper
    plain = paper.text.plain
    corrections = context.vocabulary.misspellings.words
    for wrong in sorted(words.keys() & corrections.keys()):
        for start in words[wrong]:
            end = start + len(wrong)
            typed = plain[start:end]
            if not _is_prose(context, start, end, typed):
                continue
            right = corrections[wrong]
            if typed[0].isupper():
                right = right[0].upper() + right[1:]
            if is_kept(context, start, end, right):
                continue
            span = paper.text.span(start, end)
            fix = Fix(Edit(span, right)) if paper.text.is_typed(start, end) else None
            yield Finding(span, f'Write "{right}", not "{typed}".', fix)
    if context.word is not None:
        yield from _broken(context)


def _broken(context: Context) -> Iterator[Finding]:
    """Words in two pieces, neither of which the draft has elsewhere."""
    words, paper = context.index.words, context.paper
    once = {word for word, places in words.items() if len(places) == 1}
    for whole, places in words.items():
        if len(whole) < SHORTEST_BROKEN or len(places) < FEWEST_WHOLE:
            continue
        for cut in range(2, len(whole) - 1):
            if not {whole[:cut], whole[cut:]} <= once or whole[cut:] in PARTICLES:
                continue
            start, second = words[whole[:cut]][0], words[whole[cut:]][0]
            between = paper.text.plain[start + cut : second]
            typed = paper.text.plain[start : second + len(whole) - cut]
            if between not in (" ", "-", "\u00ad") or not _is_prose(context, start, start, typed):
                continue
            edit = Edit(paper.text.span(start + cut, second), "")
            yield Finding(
                paper.text.span(start, start + len(typed)),
                f'The word "{whole}" is in two pieces here. Delete what is between them.',
                Fix(edit, safe=False),
            )


def _is_prose(context: Context, start: int, end: int, typed: str) -> bool:
    """False for a name, an identifier, a mention, or a passage in another language."""
    paper = context.paper
    plain = paper.text.plain
    passage = paper.passage_at(start)
    if passage.zone not in ZONES or context.index.is_mention(start):
        return False
    if typed[1:] != typed[1:].lower():
        return False
    if is_in_code(plain, start, end) or plain[end : end + 1] in tuple(AFTER):
        return False
    if typed[0].isupper() and passage.zone not in CAPITALS:
        if not context.index.starts_sentence(start):
            return False
        if pattern(r"[ \u00a0][A-Z]").match(plain, end):
            return False
    return context.index.languages.of_passage(passage) == "en"
