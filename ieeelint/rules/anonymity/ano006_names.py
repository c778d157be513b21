"""ANO006: names of the authors and of their organizations in the text."""

from __future__ import annotations

from ieeelint.paper.text import CITE
from ieeelint.paper.zones import ALGORITHM, CELL, HEADING, REFERENCE, RUNNING, TITLE
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.funding import funding_sentences
from ieeelint.rules.support.leaks import leak, replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.finding import Finding

# Other findings are about all of the other zones.
ZONES = (RUNNING | {HEADING, TITLE, CELL, ALGORITHM}) - {"thanks", "acknowledgment", "biography"}
# After the name of a cited author: other names, and the citation.
CITED = (
    r"(?:(?:,?\s(?:and|&)\s|,\s)[^.;()\ue000-\ue007]{1,40}?|\set\sal\.?|['’]s?)?[\s\u00a0]{0,2}"
    rf"(?:{CITE}|\[\d)"
)
LIMA = (
    "%! anonymous\n%! author\n\\IEEEauthorblockN{Ana Lima}\n"
    "\\IEEEauthorblockA{University of Porto (UPO)\\\\ Porto, Portugal}\n%! body\n"
)
NOBODY = "%! anonymous\n%! author\nAnonymous Authors\n%! body\n"
PAIR = "%! anonymous\n%! author\nAna Quist and Bo Dahl\n%! body\n"
SKETCH = (
    "%! word whole\n%! anonymous\n[paper title] Steady Flow\n[Author] Ana Lima<br/>University of"
    " Porto<br/>Porto, Portugal\n[Abstract] <i>Abstract</i>—Water flows.\n"
    "[heading 1] Introduction\n"
)


@rule(
    "ANO006",
    "anonymous-own-names",
    WARNING,
    "calls for papers with double-anonymous review",
    bad=[
        LIMA + "Students of the ⟦University of Porto⟧ counted the drops.",
        LIMA + "The river on the ⟦UPO⟧ campus is wet.",
        LIMA + "One pump was built by ⟦A. Lima⟧ herself.",
        LIMA + "The ⟦University of\nPorto⟧ approved the study.",
        NOBODY + "It was built by our group at the ⟦Norhavn Hydraulics Laboratory⟧.",
        NOBODY + "We asked students of our university, the ⟦University of Norhavn⟧.",
        NOBODY + "The ethics committee of ⟦Norhavn University⟧ approved the study.",
        NOBODY + "The study was approved by the ⟦Norhavn University⟧ Ethics Board.",
        NOBODY + "The IRB of ⟦Norhavn University⟧ exempted it. Norhavn University is wet.",
        NOBODY
        + "We are dry.\n%! preamble\n% \\author{Ana Lima}\n% \\affil{University of Sand}\n%! body\n"
        "One pump was built by ⟦A. Lima⟧ at the University of Sand.",
        PAIR + "⟦Dahl and Quist⟧ built one pump, and Quist and Quist and Sand did not.",
        LIMA.replace("Porto (UPO)", "Wet").replace("University of", "Porto Pumps AB, Uni of")
        + "The pump of ⟦Porto Pumps⟧ is wet.",
        NOBODY + "We asked students of the authors' university, the ⟦University of Norhavn⟧.",
        SKETCH + "[Body Text] The ethics board of the University of Porto approved the study.",
    ],
    good=[
        LIMA.replace("%! anonymous\n", "") + "The University of Porto approved the study.",
        LIMA + "The University of Sand approved the study, as did A. Costa.",
        LIMA + "A. Lima~\\cite{lima} found that water is wet.",
        LIMA.replace("Porto, Portugal", "ana@flow.example") + "Write to ana@flow.example.",
        LIMA + "Lima and Costa found it~\\cite{lima}.",
        LIMA + "This work was supported by the University of Porto under Grant 42-17.",
        NOBODY + "The data set of the pumps was approved by the ethics board of Sand University.",
        NOBODY + "The ethics committee of Sand University approved it~\\cite{lima}.",
        NOBODY + "The ethics committee of Sand University met twice.",
        NOBODY + "The group at the Sand Laboratory built it. Our pump is at Sand University.",
        NOBODY + "It was approved by our university. Our group of Pumps is dry.",
        PAIR + "Dahl and Quist built it, and Quist and Dahl oiled it.\n%! references\n"
        "\\bibitem{a} A. Quist, ``Flow,'' 2020.",
        LIMA.replace("University of Porto (UPO)", "Lab 3, Edmonton AB T6G 2R3")
        + "The river of Edmonton is wet.",
        SKETCH + "[Body Text] Lima [1] found that water is wet.",
    ],
)
def own_names(context: Context) -> Iterator[Finding]:
    """The text of a draft for double-anonymous review names neither its authors nor their
    organizations.

    Write "our university" or "a university" instead of the name. A cited author keeps the name:
    "A. Lima [3] found".
    """
    if not context.profile.anonymous:
        return
    text, paper = context.paper.text, context.paper
    paid: dict[int, list[tuple[int, int]]] = {}  # by the start of the passage
    for start, end, passage in funding_sentences(context):
        paid.setdefault(passage.start, []).append((start, end))
    listed = " ".join(passage.plain for passage in paper.passages_in(REFERENCE))
    for passage in paper.passages_in(*ZONES):
        pairs = (
            match
            for match in context.identity.together(passage.plain)
            if match["first"] not in listed and match["second"] not in listed  # cited nowhere
        )
        for match in (*context.identity.in_text(passage.plain), *pairs):
            start, end = passage.start + match.start(), passage.start + match.end()
            if "@" in match[0] or pattern(CITED).match(text.plain, end):
                continue
            if any(first <= start < last for first, last in paid.get(passage.start, ())):
                continue
            words = " ".join(match[0].split())
            place = "where you work, or who approved your study"
            if words not in context.identity.claimed:
                place = "in the author block"
            message = (
                f'"{words}" is {place}, so it identifies the authors here. Describe it without its'
                " name."
            )
            span = text.span(start, end)
            yield leak(span, message, [replaced(span)])
