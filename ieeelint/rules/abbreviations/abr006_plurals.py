"""ABR006: the plurals of abbreviations and decades take no apostrophe: CPUs, 1990s."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
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


@rule(
    "ABR006",
    "abbr-plural-apostrophe",
    WARNING,
    "IEEE Editorial Style Manual, plurals",
    english=True,
    bad=[
        "Three ⟦CPU's⟧ were compared.",
        "The cost of the ⟦CPU's⟧ is high.",
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
    ],
    fixes=[("It was built in the 1990's.", "It was built in the 1990s.")],
)
def plural_apostrophe(context: Context) -> Iterator[Finding]:
    """The plural of an abbreviation or a decade takes an s without an apostrophe.

    "CPU's" is a possessive: of the CPU. It is reported only if no noun follows.
    """
    paper = context.paper
    words = context.index.words
    plain = paper.text.plain
    zones = RUNNING | {HEADING, TITLE}
    for place in words.get("s", ()):
        number = pattern(r"(?:1[5-9]|20)[0-9]0$").search(plain, max(0, place - 5), place - 1)
        if plain[place - 1 : place] in ("'", "’") and number is not None:
            if paper.passage_at(place).zone in zones and not context.index.is_mention(place):
                span = paper.text.span(number.start(), place + 1)
                decade = plain[number.start() : place - 1] + "s"
                fix = Fix(Edit(paper.text.span(place - 1, place), ""))
                yield Finding(span, f'Write "{decade}": a decade takes no apostrophe.', fix)
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
    word, second = following[1].lower(), (following[2] or "").lower()
    if word in ("and", "or"):
        return counted or not second.endswith(("'s", "’s"))
    if word in contexts.following:
        return counted or word != "own"
    return word in contexts.participles and second in contexts.after_participle
