"""ANO003: citations of the authors' own work in the first person."""

from __future__ import annotations

from ieeelint.patterns import any_of, pattern
from ieeelint.phrases import quoted
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.rules.support.cited_authors import CitedAuthors
from ieeelint.rules.support.leaks import REMOVED, leak, replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.finding import Finding
    from ieeelint.paper.citation_marks import CitationPlace
    from ieeelint.tables.part_views import Anonymity

FIRST_PERSON = (
    "our",
    "we",
    "us",
    "my",
    "i",
    "authors",
    "author's",
    "this",
    "present",
    "these",
    "ours",
    "mine",
    "author",
)
IN = r"\b[Ii]n[\s\u00a0(~]*\Z"
NEAR = 200  # characters between "our" and the citation
# Between the noun and the citation: "our previous work on dunes [3]", but not "our previous work is
# better than that of [3]".
GAP = (
    r"(?:,?[\s\u00a0](?!(?:than|with|unlike|whereas|but|while|from|by|and|following|like|of|as)\b)"
    r"[\w’'-]+){0,6}?"
)
# "This paper is an extended version of [3]", "An earlier version of this paper appeared in [3]"
VERSION = (
    r"\b[Tt]his(?:\s(?:paper|article|work|manuscript|study|letter))?\s(?:is|was)\s(?P<who>(?:an?|the)\s"
    r"(?:extended|expanded|revised|longer|full|journal)\s(?:\w+\s)?(?:version|extension)\sof)"
    r"(?:\s(?:our|the|an?|my)(?:\s[\w-]+){1,4})?[\s\u00a0(~]*\Z"
    r"|\b(?P<whose>(?:[Aa]n?|[Tt]he|[Oo]ur)\s(?:preliminary|earlier|short|shorter|conference|previous|abridged"
    r"|initial|partial)\s(?:\w+\s)?version\sof\s(?:this|the\spresent|our)\s(?:paper|article|work|manuscript"
    r"|study|letter))\b[^.;]{0,80}\Z"
    r"|\b(?P<part>(?:[Pp]arts?|[Aa]\spart|[Aa]\sportion|[Pp]ortions)\sof\sth(?:is|ese)\s(?:paper|article|work"
    r"|manuscript|study|letter|research|results)\s(?:has|have|was|were|is|are)\s(?:also\s|already\s|previously\s)?"
    r"(?:been\s)?(?:presented|published|reported))\b[^.;]{0,80}\Z"
)
OWN = "%! anonymous\n%! author\nAna Lima\n%! body\n"
# Words that end what "our" belongs to.
NO_NOUN = (
    r"(?:with|of|to|in|from|by|and|or|for|on|at|as|is|are|was|were|than|that|which|using|via|the"
    r"|a|an|uses|follows|extends|against|over|under|into|through|see|e\.g|like|both|can|be|has|have)"
)
HIDDEN = "%! anonymous\n%! author\nAnonymous Authors\n%! body\n"


@rule(
    "ANO003",
    "anonymous-self-citation",
    ERROR,
    "calls for papers with double-anonymous review",
    bad=[
        OWN + "In ⟦our previous work~\\cite{lima}⟧, water was wet.",
        OWN + "⟦As we showed in~\\cite{lima}⟧, water is wet.".replace("⟦As we", "As ⟦we"),
        OWN + "We extend ⟦our flow model~\\cite{lima}⟧ to sand.",
        OWN + "In ⟦\\cite{lima}, we proposed⟧ a law.",
        HIDDEN + "In ⟦our previous work~\\cite{lima}⟧, water was wet.",
        HIDDEN + "In ⟦our previous work~\\cite{gone}⟧, water was wet.",
        HIDDEN + "In ⟦our previous works~\\cite{lima}⟧, \\cite{costa}, water was wet.",
        HIDDEN + "⟦We have shown in~\\cite{lima}⟧ that water is wet.",
        HIDDEN + "The law was ⟦proposed by the authors in~\\cite{lima}⟧.",
        OWN + "Lima~⟦\\cite{lima} is a study by one of the present authors⟧.",
        OWN + "⟦Our work has shown that water is wet~\\cite{lima}⟧.",
        OWN + "⟦Our work has shown that water is wet~\\cite{lima}⟧ and cold~\\cite{lima}.",
        OWN + "According to ⟦our results in previous work~\\cite{lima}⟧, water is wet.",
        OWN + "In~⟦\\cite{lima}, our group froze⟧ water.",
        HIDDEN + "⟦This paper is an extended version of~\\cite{lima}⟧.",
        HIDDEN + "⟦This is the full version of our conference paper~\\cite{lima}⟧.",
        HIDDEN + "⟦A preliminary version of this work appeared in~\\cite{lima}⟧.",
        HIDDEN + "⟦Part of this work was presented at a conference~\\cite{lima}⟧.",
        HIDDEN + "In a ⟦previous paper of ours~\\cite{lima}⟧, water was wet.",
        HIDDEN + "The ⟦thesis of the first author~\\cite{lima}⟧ has the details.",
        HIDDEN + "⟦The first author's Ph.D. thesis~\\cite{lima}⟧ has the details.",
        "%! word\n%! anonymous\n[Body Text] In our previous work [1], water was wet.",
        (
            "%! word whole\n%! anonymous\n[paper title] Steady Flow\n[heading 1] Introduction\n"
            "[Body Text] In our previous work [1], water was wet."
        ),
        "%! word\n%! anonymous\n[Body Text] We extend our flow model [1] to sand.",
    ],
    good=[
        "In our previous work~\\cite{lima}, water was wet.",
        OWN + "Lima~\\cite{lima} found that water is wet.",
        OWN.replace("body", "abstract") + "Water is wet.",
        OWN + "In our previous section, water was wet. Lima agrees~\\cite{lima}.",
        OWN + "We compare with the models of~\\cite{lima}, we plot the results, and we stop.",
        OWN + "We compare our results with those of~\\cite{lima}.",
        OWN + "In our previous work, water was wet.",
        OWN + "Our previous law is simpler than the one of~\\cite{lima}.",
        HIDDEN + "Unlike our previous model, which was wet, the law of~\\cite{lima} is dry.",
        HIDDEN + "This law is an extended version of the one in~\\cite{lima}.",
        HIDDEN + "An earlier version of this law is in~\\cite{lima}.",
        HIDDEN + "Part of this law was presented by Lima~\\cite{lima}.",
        HIDDEN + "The thesis of the author of that law~\\cite{lima} is wet.",
        HIDDEN + "The authors' model~\\cite{lima} is wet.",
        HIDDEN + "We extend our flow model~\\cite{lima} to sand.",
        HIDDEN + "We follow the method that was proposed in~\\cite{lima}.",
        HIDDEN + "Our work differs from previous work~\\cite{lima}.",
        (
            "%! anonymous\n%! author\nAnonymous Authors\n%! body\n"
            "In our previous work~\\cite{lima}, water was wet.\n%! references\n"
            "\\bibitem{lima} Anonymous, ``Omitted for review,'' 2020."
        ),
        "%! word\n%! anonymous\n[Body Text] Lima <i>et al.</i> [1] found that water is wet.",
    ],
    english=True,
)
def self_citation(context: Context) -> Iterator[Finding]:
    """Cite your own work in the third person in a draft for double-anonymous review.

    "Lima et al. [3] showed" hides who you are, and "in our previous work [3]" does not. The finding
    is an error if an author of the cited work has the surname of an author of the draft; otherwise
    it is a warning, because somebody of the team may have written that work.
    """
    if not context.profile.anonymous or not context.index.has_any(*FIRST_PERSON):
        return
    cited = CitedAuthors(context)
    text = context.paper.text
    last = -1
    for place in context.index.citations.places():
        claim = _claim(context, place, certain=False)
        if claim is None or claim[0] < last or cited.are_hidden(place):
            continue
        shared = cited.shared(place)
        if not shared and (claim := _claim(context, place, certain=True)) is None:
            continue
        start, end, pronoun, words = claim
        last = end
        whose = (
            f"a work by {quoted(shared)}, as in the author block," if shared else "your own work"
        )
        message = f"This cites {whose} in the first person. Write it in the third person."
        edit = replaced(text.span(*pronoun), words)
        yield leak(text.span(start, end), message, [edit], severity=ERROR if shared else WARNING)


def _claim(
    context: Context, place: CitationPlace, certain: bool
) -> tuple[int, int, tuple[int, int], str] | None:
    """The words that claim the cited work: their start and end, the place of the pronoun, and what
    a copy has instead of it.  ``certain`` leaves out claims such as "our flow model [3]".
    """
    plain = context.paper.text.plain
    first, last = context.index.sentence(place.start)
    first = max(first, place.start - NEAR)
    match = pattern(VERSION).search(plain, first, place.start)
    if match is not None:
        said = match.start(str(match.lastgroup)), place.end
        return match.start(), place.end, said, REMOVED
    words = context.vocabulary.anonymity
    for expression in _before(words, certain):
        match = pattern(expression).search(plain, first, place.start)
        if match is not None:
            return match.start(), place.end, match.span("who"), _instead(match["who"])
    match = pattern(_after(words, certain)).match(plain, place.end, last)
    if match is not None and (match["whom"] or pattern(IN).search(plain, first, place.start)):
        name = "who" if match["who"] else "whom"
        return place.start, match.end(), match.span(name), _instead(match[name])
    return None


def _instead(who: str) -> str:
    """What replaces "our", "we", or "us"."""
    is_possessive = who.lower() in ("our", "my") or who.endswith(("’", "'", "’s", "'s"))
    words = "the" if is_possessive else "its authors"
    return words[0].upper() + words[1:] if who[0].isupper() else words


def _before(words: Anonymity, certain: bool) -> Iterator[str]:
    """Expressions for claims before a citation; each ends at the citation."""
    own = any_of(words.own_works)
    earlier = any_of(sorted(words.earlier, key=len, reverse=True))
    reporting = any_of(words.reporting)
    end = rf"{GAP}[\s\u00a0(~]*\Z"
    yield rf"\b(?P<who>[Oo]ur|[Mm]y)\s(?:own\s)?{earlier}(?:\s[\w-]+){{0,4}}?\s{own}\b{end}"
    yield (
        rf"\b(?P<who>[Ww]e|I)(?:\s(?:have|had|also|previously|already|first|recently|earlier|originally"
        rf"|then|thus))*\s{reporting}\b(?:\s[\w-]+){{0,5}}?\s(?:in|by)(?:\s(?:our|an?|the)(?:\s[\w-]+){{1,3}})?"
        r"[\s\u00a0]*\Z"
    )
    yield (
        rf"\b(?P<who>[Oo]ur)\s{own}\s(?:in|from|of)\s(?:an?\s|the\s)?{earlier}\s{own}[\s\u00a0]*\Z"
    )
    yield rf"\b{earlier}\s(?:\w+\s)?{own}\sof\s(?P<who>ours|mine)\b{end}"
    yield (
        r"\b(?:thesis|dissertation)\sof\s(?P<who>the\s(?:first|second|third|last|present|corresponding)"
        rf"\sauthors?)\b{end}"
    )
    yield (
        r"\b(?P<who>[Tt]he\s(?:(?:first|second|third|last)\s)?authors?[’']s?)\s(?:[\w.-]+\s){0,2}?"
        rf"(?:thesis|dissertation)\b{end}"
    )
    yield (
        rf"\b{reporting}(?:\s(?:previously|earlier|recently|originally|first))?\sby\s"
        rf"(?P<who>us|the\s(?:present\s|same\s)?authors|one\sof\s(?:us|the\sauthors)){end}"
    )
    if not certain:
        yield (
            rf"\b(?P<who>[Oo]ur)\s(?:[\w-]+\s)?(?:work|group|team|lab|laboratory|paper|study)\s(?:has|have)?"
            rf"\s?(?:[\w-]+\s)?(?:{reporting}|pursued)\b[^.;:?!\n]{{0,200}}\Z"
        )
        yield rf"\b(?P<who>[Oo]ur|[Mm]y)(?:\s(?!{NO_NOUN}\b)[\w-]+){{1,4}}[\s\u00a0]*\Z"


def _after(words: Anonymity, certain: bool) -> str:
    """The expression for claims after a citation: "[3], we proposed"."""
    verb = any_of(words.reporting) if certain else r"[a-z]+ed\b|[a-z]{3,}"
    who = r"we|I" if certain else r"we|I|our\s(?:group|team|lab|laboratory)"
    return (
        rf",?\s(?P<who>{who})(?:\s(?:have|had|also|previously|already|first|recently))*\s(?:{verb})\b"
        r"|\s(?:is|was|are)\s[^.;:?!\n]{0,60}\b(?P<whom>one\sof\s(?:us|the\s(?:present\s)?authors))\b"
    )
