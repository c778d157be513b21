"""ABR001: an abbreviation is defined at its first use in the body."""

from __future__ import annotations

from re import escape

from ieeelint.finding import Finding
from ieeelint.paper.zones import ABSTRACT, FOOTNOTE, HEADING, KEYWORDS, PROSE, TITLE
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.abbreviation_words import (
    Initials,
    as_defined,
    codes,
    is_candidate,
    known_words,
    names,
)
from ieeelint.rules.support.explanations import is_explained, is_in_list
from ieeelint.rules.support.name_evidence import (
    PublishedNames,
    is_cited,
    looks_like_name,
    may_be_name,
)
from ieeelint.rules.support.name_places import body_uses, is_class, is_symbol
from ieeelint.rules.support.slips import slip_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.abbreviations import Definition
    from ieeelint.paper.model import Paper

FRONT = frozenset((TITLE, ABSTRACT, KEYWORDS, HEADING))
STRESSED = 7  # letters of a word in capitals that is not an abbreviation if it has such an ending
ENDINGS = ("ED", "ING", "TION", "LY", "MENT", "NESS", "ABLE")
OFTEN = 3  # uses; names that only people of the field know are rarely used as often
MOST_GUESSES = 60  # meanings searched for in one draft, which is slow


@rule(
    "ABR001",
    "abbr-undefined",
    WARNING,
    "IEEE conference template, sec. III-A",
    english=True,
    bad=[
        "We train a ⟦SOM⟧ on the data. The SOM converges.",
        (
            "The ⟦LFSRs⟧ are shifted in each round. Later, a linear feedback shift register (LFSR)"
            " is drawn."
        ),
        "Old pipes (⟦QTRM⟧) are used. The QTRM is used.",
        "The Arduino ⟦UART⟧ is slow, and its GPIO pins are few.",
        "It is powered via ⟦PQE⟧.\n\nPQE Variety.\n\nPQEs are many, and PQEs quiet.",
        "The ⟦QVR⟧ quickly averages values that quiet sand verges on, at which rates they fall.",
        "The JZSW set is good. JZSW is small. The ⟦JZWS⟧ set is JZSW.",
        "We compare the ⟦GPUS⟧ here.",
        "The ⟦ESSID⟧ is old.",
        "It has a valve named ⟦QVZK⟧ Flow. Each QVZK is wet, QVZK is old, and QVZK is QVZK.",
        "Each ⟦QVZKWXY⟧ is wet. QVZKWXYS, QVZKWXY, and QVZKWXY are old.",
        "We use ⟦QUDP⟧ for it.",
        "Each ⟦QP⟧-based valve is in a QP-tree.",
        "%! title\nQTX*: A Tool for Pipes\n%! body\nWe use ⟦QTX⟧ here. QTX runs, and QTX is old.",
        "We use ⟦QABEX⟧ for it. The version ABEX-3 is old.",
        "The ⟦LABEX⟧ is old. Each LABEX is small.",
        (
            "We see the ⟦WQX⟧ here, the WQX/ZRP there, the a-HVK, the JXW: it is, "
            "the KQV. Sand, KQV, 'PZX and sand, a PZX. The RVQ-like, VXK, VXK's, and "
            "XJP, (XJP)."
        ),
    ],
    good=[
        "We train a self-organizing map (SOM) on the data. The SOM converges.",
        "We search a QP-tree, and not all QP-trees.",
        "We train a SOM (self-organizing map) on the data.",
        "\\begin{itemize}\n\\item QX: A quiet xylem model.\n\\end{itemize}\nThe QX flows.",
        "A self-organizing map, or SOM, is trained. SOM stands for self-organizing map.",
        "The frequency-hopping spread spectrum (FHSS) scheme is old. FHSS hops.",
        "The IEEE and SI units need no definition, nor do a CPU and an FFT.",
        "Section II and class IV use GaN and NaCl at 5 MHz and 3 kWh.",
        "The parts LMX358 and ESP32, the HC-128 cipher, and RTX 3090 are names.",
        "We use ImageNet and ResNet-50. It was run with \\texttt{XQL} on the SUMO simulator.",
        "GaAs, InAs, and AlGaAs wafers catch CO$_2$, SF$_6$, NH$_{3}$, and $k$NN or $k$-NN.",
        "It stores 30.6 EB or 3 ZB at 2 TFLOPS for 50 USD. Let QN = (P, T) be a net; QN is safe.",
        "A net $QN = (P, T)$ and QV $= (P, T)$ are safe, and QV holds.",
        (
            "Here TP, TN, FP, and FN denote the number of true positives, true negatives, false"
            " positives, and false negatives. TP is high."
        ),
        "True positives and true negatives are denoted by TP and TN. TP is high.",
        "The guided descent (GD+) is new. A contrastive autoencoder (Con-AE) works. Con-AE runs.",
        "The types ENFJ, ESFJ, INFJ, ISFJ, and ENTJ are persons, and KV, KVK, KKV, VK are words.",
        "It writes .MPS files with the ABOTR framework and the chips of QXP Inc. in QXP boxes.",
        "The rules of extensible pipe language (XPL) hold. XPL is old.",
        "The accuracy (ACC) is high. ACC rises.",
        "The Ministerium für Rohre (BMXQ) pays. BMXQ is old.",
        "A restriction of sand in pipes directive (ROSIP) holds. ROSIP is old.",
        "A quiet tube rate model(QTRM) is used. The QTRM is fast.",
        "``TRQ'' is an odd word, and the IF statement is NOT executed.",
        "The part of the IntelliPipe QODEA is old. It is the SandyPipe QODEA.",
        "It took days between AT and DE. We noticed that DE flows worse than others.",
        "The receiving unit (RX) is old. The RX is small.",
        "As in the IPDPS paper, water flows [CITE].",
        "The QUMPA flows.",
        "A tool named QUMPA Flow is wet. The QUMPA is not small.",
        "Each pipe is INCLUDE or not, and an INCLUDE pipe stays INCLUDE. We included two pipes.",
        "The QV-tree is old. Each QV-tree is small, and QV-trees are not large.",
        "We use the QUMPA rate optimizer. The QUMPA is old.",
        "Another system, QUMPA, is fast. The QUMPA is old.",
        "The work proposes QaPE here, and QaPE is small.",
        "A sand-based pump (PBS) is old. The PBS is small.",
        "Water is wet.\n\n{[}1{]} QTRM, ``Water,'' 2020.",
        "We use the tools PumpIt, FlowTest, and QPX for it. QPX is not small. AWS QXS is wide.",
        "The pumps are REPEATED here. It needs OUTERNET now, and the Outernet is wide.",
        "Costa and others propose QUMPA here. The QUMPA is not small.",
        "The pumps of the QUMPA\\footnote{An old idea.} project flow. The QUMPA is not small.",
        "\\section{QUMPA: A Quiet Way to Pump}\nWe build the new QUMPA here. Each QUMPA flows.",
        (
            "%! body\nA SPUMPE is a pump~\\cite{lima}. Each SPUMPE is old. A SPUMPE is not small.\n"
            "%! back\n\\begin{thebibliography}{1}\n\\bibitem{lima} A. Lima, ``Spumpes: Sand for"
            " pipes,'' \\emph{Flow}, vol. 1, 2020.\n\\end{thebibliography}"
        ),
        (
            "\\begin{table}[!t]\\caption{Short Forms}\\begin{tabular}{ll}QVX & Quiet valve"
            " exchange\\\\PRZ & Pump rate zone\\end{tabular}\\end{table}\n"
            "The QVX is old. The quiet valve exchange (QVX) is wet. A pump rate zone (PRZ) is dry."
        ),
        "\\section{QKV, Quiet-Based Kettle Valves}\nWe build the QKV here. A QKV is not small.",
        "One wrote:\n\\begin{quote}The QVX is lost.\\end{quote}",
        "\\begin{displayquote}[B. Costa][.]The QVX is lost\\end{displayquote}",
        (
            "%! preamble\n"
            "\\usepackage{acronym}\\newacro{SOM}{self-organizing map}\n"
            "%! body\n"
            "The SOM converges."
        ),
        "The QTRM\\footnote{A quiet tube rate model (QTRM).} is fast. It is a QTRM.",
        "\\section{A Quiet Tube Rate Model (QTRM)}\nThe QTRM is fast. It is a QTRM.",
        (
            "We see x\\_WQX here, and x\\_WQX there. We see a\\&ZRP here, and a\\&ZRP "
            "there. We see \\#HVK here, and \\#HVK there. We see @JXW here, and @JXW "
            "there. We see a/KQV here, and a/KQV there. We see a=PZX here, and a=PZX "
            "there."
        ),
        (
            "We see RVQ\\_x here, and RVQ\\_x there. We see VXK\\&a here, and VXK\\&a "
            "there. We see XJP@a here, and XJP@a there. We see YQZ(x) here, and "
            "YQZ(x) there. We see GWX=a here, and GWX=a there. We see DQJ+ here, and "
            "DQJ+ there."
        ),
        (
            "We see BXZ/x here, and BXZ/x there. We see CVQ.a here, and CVQ.a there. "
            "We see FXJ:a here, and FXJ:a there. We see v.LQW here, and v.LQW there. "
            "We see MXV 5 here, and MXV 5 there. We see NZQ-5 here, and NZQ-5 there."
        ),
        (
            "We see QHX'5 here, and QHX'5 there. We see SXZ/5 here, and SXZ/5 there. "
            "We see 5-TQX here, and 5-TQX there. We see A-WZK here, and A-WZK there. "
            "We see XVH-B here, and XVH-B there. We see ``ZQJ,'' here, and ``ZQJ,'' "
            "there."
        ),
        (
            "We see $k$HXQ here, and $k$HXQ there. We see $k$-JVZ here, and $k$-JVZ "
            "there. We see KZW$_2$ here, and KZW$_2$ there. We see PQV $=2$ here, "
            "and PQV $=2$ there. We see RXJ = 2 here, and RXJ = 2 there. We see the "
            ".VZP file here, and the .VZP file there."
        ),
        (
            "We see (.XKQ here, and (.XKQ there. We see \\textless{}YVX here, and "
            "\\textless{}YVX there."
        ),
        "VERY GOOD WQX NEWS, AND OLD WQX NEWS CAME.",
        "The z-WQX is old, and each z-WQX is; it is QVX-hard, and all of QVX are complete.",
        "It is QVX-Completeness of QVX, and the PyWQX is old. Each PyWQX is. A ZZ is a ZZ gate.",
    ],
)
def undefined_abbreviation(context: Context) -> Iterator[Finding]:
    """An abbreviation is defined at its first use in the body, even if the abstract has defined it.

    Write the words out and put the abbreviation in parentheses: "a
    self-organizing map (SOM)". Abbreviations that everybody knows need no
    definition. An undefined token that is used only once or twice is reported as info: it is a
    proper name more often. You can extend the lists in the settings: tier_b and tier_c of
    abbreviations, and acronym_names for names. With strict-abbreviations only
    IEEE's own list needs no definition.
    """
    abbreviations = context.index.abbreviations
    known = known_words(context)
    if not context.vocabulary.strict_abbreviations:
        known |= names(context)
    known |= codes(abbreviations.uses)
    guesses = Guesses(context)
    published: PublishedNames | None = None
    for token in abbreviations.uses:
        if token in known or token in abbreviations.declared or not is_candidate(context, token):
            continue
        places = body_uses(context, token)
        if not places or _is_defined_by(context, token, places[0]):
            continue
        if is_in_list(context, token, places[0]):
            continue
        later = next(
            (
                definition
                for definition in abbreviations.defined(token)
                if definition.zone == PROSE and definition.is_strong
            ),
            None,
        )
        if later is None:
            # ABR002 reports the front matter; a caption or a table is near enough.
            if abbreviations.defined(token) or _needs_none(context, token, places):
                continue
            if published is None:
                published = PublishedNames(context)
            if token in published:
                continue
        finding = _undefined(context, token, places, later, guesses)
        if finding is not None:
            yield finding


def _is_defined_by(context: Context, token: str, first: int) -> bool:
    """True when a definition is before the first use in the body, or in its sentence."""
    abbreviations = context.index.abbreviations
    sentence_end = context.index.sentence(first)[1]
    for definition in abbreviations.defined(token):
        if definition.zone == HEADING and definition.start < first:
            return True
        if definition.zone not in FRONT and (
            definition.start < sentence_end or definition.zone == FOOTNOTE
        ):
            return True
    introduced = abbreviations.introduced.get(token, ())
    return any(first - 200 <= place < sentence_end for place in introduced)


def _needs_none(context: Context, token: str, places: list[int]) -> bool:
    """True for a name, a symbol, a word in capitals for emphasis, and what the text explains."""
    uses = context.index.abbreviations.uses[token]
    return (
        looks_like_name(context, token, places)
        or is_symbol(context.paper, token, uses)
        or is_class(context.paper.text.plain, token, uses)
        or is_explained(context, token, uses)
        or (len(token) >= STRESSED and token.endswith(ENDINGS))
        or (len(token) > 3 and may_be_name(context, token) and _is_common_word(context, token))
        or (len(token) >= STRESSED and context.index.has_small(token.lower()))
    )


def _undefined(
    context: Context,
    token: str,
    places: list[int],
    later: Definition | None,
    guesses: Guesses,
) -> Finding | None:
    """The finding at the first use of a token that is defined ``later`` or not at all; none for a
    word that can be spoken and is used once, which is a name as often as not.
    """
    paper = context.paper
    first = places[0]
    end = first + len(token)
    shown = paper.text.plain[first:end]
    shown += "s" if paper.text.plain[end : end + 1] == "s" else ""
    span = paper.text.span(first, first + len(shown))
    if later is not None:
        return Finding(
            span,
            f'"{shown}" is used here before its definition. Move "{later.expansion}'
            f' ({as_defined(paper, later)})" to this first use.',
        )
    meant = slip_for(context, token)
    if meant:
        return Finding(span, f'"{token}" is probably a slip for "{meant}". If not, define it.')
    meaning = guesses.meaning(token)
    if meaning:
        return Finding(
            span,
            f'Define "{token}" at its first use. If it means "{meaning}", write'
            f' "{meaning} ({token})".',
        )
    if may_be_name(context, token) and _is_passing(context, token):
        return None
    message = f'Define "{token}" at its first use: spell it out, followed by "({token})".'
    if may_be_name(context, token) or is_cited(paper, token, places) or _names_work(paper, token):
        return Finding(span, message + " If it is a name, leave it.", severity=INFO)
    if len(context.index.abbreviations.uses[token]) < OFTEN:
        return Finding(span, message, severity=INFO)
    return Finding(span, message)


def _names_work(paper: Paper, token: str) -> bool:
    """True if the title begins with the token and a colon: "QTRM: A Tool for Pipes"."""
    title = paper.title.plain if paper.title is not None else ""
    return pattern(rf"\s*{escape(token)}[*+\d-]{{0,3}}\s?:").match(title) is not None


def _is_passing(context: Context, token: str) -> bool:
    """True for a token that is used once, and not another abbreviation with a further letter, as
    VOIP and ESSID are.
    """
    uses = context.index.abbreviations.uses
    rest = token[1:]
    is_longer = rest in uses or rest in context.vocabulary.acronym_names.never
    return len(uses[token]) == 1 and not is_longer and rest not in known_words(context)


class Guesses:
    """The meanings of abbreviations as the words of the text spell them, for the first tokens."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._initials: Initials | None = None
        self._left = MOST_GUESSES

    def meaning(self, token: str) -> str:
        """The words that spell the token, empty without any or after too many searches."""
        if self._initials is None:
            self._initials = Initials(self._context)
        self._left -= 1
        return self._initials.meaning(token) if self._left >= 0 else ""


def _is_common_word(context: Context, token: str) -> bool:
    """True when the draft also has the word in small letters: "it is FAST"."""
    plain = context.paper.text.plain
    places = context.index.words.get(token.lower(), ())
    return any(plain[place + 1].islower() for place in places)
