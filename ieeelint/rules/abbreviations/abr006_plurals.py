"""ABR006: the plurals of abbreviations and decades take no apostrophe: CPUs, 1990s."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.paper.text import MATH
from ieeelint.paper.zones import HEADING, RUNNING, TITLE
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.abbreviation_words import names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.tables.text_views import PluralContexts


# Before the abbreviation of a name in the possessive: "the Sand Center's (SCX's) pumps".
POSSESSIVE = r"(?:['’]s|s['’])\s\(\Z"
# A year that ends in 0, not a part of a name, and what is before it if it is a decade.
YEAR = r"(?<![^\W_])(?<!_)(?:1[5-9]|20)[0-9]0\Z"
OPENING = r"(?<![^\W_])([Tt]he|[Ee]arly|[Ll]ate|[Mm]id)[\s\u00a0-]\Z"
# Between the decades of a list.
JOINT = r"[\s\u00a0]?(?:,|,?[\s\u00a0](?:and|or|to|through)|[-–/])[\s\u00a0]?"
NAME = r"(?<![^\W_])([A-Z]\w*)[\s\u00a0-]\Z"  # before a year that is a part of it
PREPOSITIONS = frozenset(("In", "Since", "During", "By", "From", "Until", "Before", "After"))


@rule(
    "ABR006",
    "abbr-plural-apostrophe",
    WARNING,
    "IEEE Editorial Style Manual, plurals",
    english=True,
    bad=[
        "Three ⟦CPU's⟧ were compared.",
        "The cost of the ⟦CPU's⟧ is high.",
        "The oldest pumps (⟦CPU's⟧) are wet.",
        "It was built in the ⟦1990's⟧ and later.",
        (
            "In 1500's, 1990's, and 2020's, not 1400's, 2100's, or 990’s, it fell; "
            "the ⟦2010’s⟧ came."
        ),
        (
            "The PC’s and the ⟦CPU's⟧ are old. GPU's and GPU's, and several FPGA's "
            "own fans. DSP's used to flow. The DSP's used to."
        ),
        ("Two ⟦CPU's⟧ $x$ are here, and two of the DSP's, like two ASIC's. We have DSP's $y$."),
    ],
    good=[
        "Three CPUs were compared, built in the 1990s.",
        "The menus of Windows 2000's shell, Agenda 2030's, the R2000's, and 2020's floods are old.",
        "The ``1990's'' are old.\n\\begin{tabular}{c}1990's\\end{tabular}",
        "The CPU's output is fast, and the IEEE's style is strict.",
        "Our clock is faster than the CPU's.",
        "The paper is from TSE'19.",
        (
            "The form ``CNN's'' and ``PC's'' are wrong. The PC's own fan, the CNN's "
            "trained and tested layers, one's own, x-CNN's of it."
        ),
        "\\begin{tabular}{c}CNN's\\end{tabular}\nThe pc's fan is old.",
        (
            "The GPU's fan, GPU-CPU's of it, a_CPU's of it, xCPU's of it, the PU's2, "
            "and three of its CPU's own, each CPU's own, one CPU's own."
        ),
        (
            "It is as fast as the CPU's, like the CPU's; not unlike the CPU's. The "
            "FPGA's and the ASIC's cost. The FPGA's valve is in it."
        ),
        "We have CPU's $x$, as in the CPU's $y$. The C's of it, and a's.",
        "It cuts the GPU's run-time memory, the DSP's on-chip cost, and the CPU's in-place sort.",
        "It ran on the Sand Center's (SCX's) pumps, and on its users’ (SCV’s) pipes.",
    ],
    fixes=[
        ("It was built in the 1990's.", "It was built in the 1990s."),
        (
            "It fell in the 1980's and 1990's, the late 1970's storms, and the mid-2010's floods.",
            "It fell in the 1980s and 1990s, the late 1970s storms, and the mid-2010s floods.",
        ),
        (
            "It fell after the 2020's flood in the 2010's.",
            "It fell after the 2020s flood in the 2010s.",
        ),
        ("In ⟦1500's⟧, 1990's, it fell.", "In the 1500s, 1990s, it fell."),
        ("It fell in 1500's.", "It fell in the 1500s."),
        ("It fell about 1990's.", "It fell about 1990s."),
    ],
)
def plural_apostrophe(context: Context) -> Iterator[Finding]:
    """The plural of an abbreviation or a decade takes an s without an apostrophe.

    "CPU's" is a possessive: of the CPU. It is reported only if no noun follows.
    """
    paper = context.paper
    words = context.index.words
    plain = paper.text.plain
    zones = RUNNING | {HEADING, TITLE}
    yield from _decades(context, zones)
    places = sorted(
        place
        for word, starts in words.items()
        if word[-2:] == "'s" and len(word) > 3
        for place in starts
        if _is_abbreviation(plain, place, len(word) - 2)
    )
    if not places:
        return
    known_names = names(context)
    contexts = context.vocabulary.abbreviations.plurals
    certain: set[str] = set()
    for place in places:
        end = place + 1
        while plain[end].isalpha():
            end += 1
        token = plain[place:end]
        if paper.passage_at(place).zone not in zones or context.index.is_mention(place):
            continue
        if token in known_names and token not in certain:
            continue
        if pattern(POSSESSIVE).search(plain, max(0, place - 4), place):
            continue
        before = [word.lower() for word in plain[max(0, place - 30) : place].split()[-3:]]
        if not _is_plural(contexts, plain, end + 2, before, token in certain):
            continue
        certain.add(token)
        yield Finding(
            paper.text.span(place, end + 2),
            f'Write "{token}s" if you mean several: the plural of an abbreviation takes no'
            " apostrophe.",
            Fix(Edit(paper.text.span(end, end + 1), ""), safe=False),
        )


def _decades(context: Context, zones: frozenset[str]) -> Iterator[Finding]:
    """Decades with an apostrophe, but not the possessive of a year or a name, as in "Windows 2000's
    menus".  The fix is safe only where no year can be meant.
    """
    paper = context.paper
    plain = paper.text.plain
    end = 0  # of the decade before
    is_sure = False  # that it is one
    for place in context.index.words.get("s", ()):
        number = pattern(YEAR).search(plain, max(0, place - 6), place - 1)
        if plain[place - 1 : place] not in ("'", "’") or number is None:
            continue
        if paper.passage_at(place).zone not in zones or context.index.is_mention(place):
            continue
        start = number.start()
        is_first = not (end and pattern(JOINT).fullmatch(plain, end, start))
        opening = pattern(OPENING).search(plain, max(0, start - 8), start)
        has_noun = not _ends_phrase(context.vocabulary.abbreviations.plurals, plain, place + 1)
        if opening is not None:
            is_sure = opening[1] != "the" or number[0] < "2000" or not has_noun
        elif is_first:
            is_sure = False
        if opening is None and is_first:
            name = pattern(NAME).search(plain, max(0, start - 24), start)
            if has_noun or (name is not None and name[1] not in PREPOSITIONS):
                continue
        end = place + 1
        span = paper.text.span(start, end)
        edits = [Edit(paper.text.span(place - 1, place), "")]
        article = ""
        if opening is None and is_first and _is_after_preposition(plain, start):
            article = "the "  # "in 1500s" reads as a time in seconds
            edits.append(Edit(Span(span.source, span.start, span.start), article))
        message = f'Write "{article}{number[0]}s": a decade takes no apostrophe.'
        yield Finding(span, message, Fix(*edits, safe=is_sure))


def _is_after_preposition(plain: str, start: int) -> bool:
    """True for a decade without an article: "in 1990's"."""
    return "".join(plain[max(0, start - 12) : start].split()[-1:]).capitalize() in PREPOSITIONS


def _ends_phrase(contexts: PluralContexts, plain: str, end: int) -> bool:
    """True if no noun follows that something of the year could be: "in the 2020's, and …"."""
    following = pattern(r"[\s\u00a0]+([^\W\d_]+)").match(plain, end)
    return following is None or following[1].lower() in contexts.following


def _is_abbreviation(plain: str, place: int, length: int) -> bool:
    token = plain[place : place + length]
    return (
        token.isupper()
        and not plain[place - 1 : place].isalnum()
        and plain[place - 1 : place] not in ("-", "_")
    )


def _is_plural(
    contexts: PluralContexts, plain: str, end: int, before: list[str], is_certain: bool
) -> bool:
    """True when no possessed thing can follow the word that ends at ``end``."""
    if not plain[end : end + 1] or plain[end].isalnum():
        return False
    counted = any(word in contexts.counting or word.isdigit() for word in before[-2:])
    counted = counted and before[-1] not in ("its", "his", "her", "a", "an", "each", "every", "one")
    following = pattern(
        r"[\s\u00a0]+([^\W_]+(?:['’][^\W\d_]+)?)(?:[\s\u00a0]+(?:(?:the|an?|its"
        r"|their)[\s\u00a0]+)?([^\W_]+(?:['’]s)?))?"
    ).match(plain, end)
    if following is None:
        if plain[end] in ".,;:)":
            return counted or not any(word in contexts.comparing for word in before)
        return plain[end : end + 2].strip()[:1] == MATH and (
            counted or (is_certain and before[-1:] in (["have"], ["has"], ["of"]))
        )
    if plain[following.end(1) : following.end(1) + 1] == "-":
        return False  # "the GPU's run-time memory": a compound is the thing possessed
    word, second = following[1].lower(), (following[2] or "").lower()
    if word in ("and", "or"):
        return counted or not second.endswith(("'s", "’s"))
    if word in contexts.following:
        return counted or word != "own"
    return word in contexts.participles and second in contexts.after_participle
