"""ABR003 to 005: one meaning for an abbreviation, defined once and only if it is used."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.abbreviations import SMALL
from ieeelint.paper.model import PROSE
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.abbreviation_words import as_defined

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.abbreviations import Definition
    from ieeelint.paper.model import Paper

# Organizations and meetings may be named with their short form once and for all.
INSTITUTIONS = (
    "university institute conference foundation agency laboratory association organization"
    " organisation committee council society department ministry act regulation directive school"
    " center centre college symposium workshop union challenge competition commission authority"
    " program programme project bank court federation administration office bureau"
).split()


@rule(
    "ABR003",
    "abbr-defined-twice-or-unused",
    INFO,
    "IEEE Editorial Style Manual, acronyms",
    english=True,
    bad=[
        (
            "A self-organizing map (SOM) is trained. The SOM is small.\n\nThe ⟦self-organizing map"
            " (SOM)⟧ converges."
        ),
        "A ⟦self-organizing map (SOM)⟧ is trained. The map converges.",
    ],
    good=[
        "A self-organizing map (SOM) is trained. The SOM converges.",
        (
            "A self-organizing map (SOM) is"
            " trained.\n\\begin{figure}[!t]\\includegraphics{a}\\caption{Layers of the"
            " SOM.}\\label{fig:a}\\end{figure}"
        ),
        "The work began at the Institute of Steady Flow (ISF).",
        (
            "%! abstract\nWe train a self-organizing map (SOM) and measure how well it orders the"
            " flow of water in pipes.\n%! body\nThe self-organizing map (SOM) converges. The SOM is"
            " small."
        ),
    ],
)
def abbreviation_defined_twice_or_unused(context: Context) -> Iterator[Finding]:
    """In the body an abbreviation is defined once, and only if it is used again.

    After the definition write the abbreviation; a term that comes up only once
    is written out.
    """
    paper = context.paper
    abbreviations = context.index.abbreviations
    definitions: dict[str, list[Definition]] = {}
    for one in abbreviations.definitions:
        if one.zone == PROSE and one.is_strong and one.token in abbreviations.uses:
            if not context.index.is_mention(one.position):
                definitions.setdefault(one.token, []).append(one)
    for token, (first, *later) in definitions.items():
        repeated = [one for one in later if _same(first.expansion, one.expansion)]
        if repeated:
            again = repeated[0]
            more = ""
            if len(repeated) > 1:
                places = (
                    "one more place" if len(repeated) == 2 else f"{len(repeated) - 1} more places"
                )
                more = f" The same holds at {places}."
            yield Finding(
                paper.text.span(again.start, _closed(paper, again)),
                f'"{token}" is defined already. Write only "{as_defined(paper, again)}"'
                f" here.{more}",
                _short_only(paper, again),
            )
        if later or first.is_reversed or token in abbreviations.declared:
            continue
        if any(place > first.end for place in abbreviations.uses[token]):
            continue
        if any(word in INSTITUTIONS for word in first.expansion.lower().split()):
            continue
        yield Finding(
            paper.text.span(first.start, _closed(paper, first)),
            f'"{token}" is defined but not used afterwards. Leave the abbreviation out:'
            f' "{first.expansion}".',
        )


def _closed(paper: Paper, definition: Definition) -> int:
    """Where a definition ends, its closing parenthesis included."""
    plain = paper.text.plain
    end = definition.end
    closing = pattern(r"s?[\"”’']?\s?[)\]]").match(plain, end)
    return closing.end() if closing else end


def _short_only(paper: Paper, definition: Definition) -> Fix | None:
    """An edit that leaves the short form alone; a look is needed."""
    end = _closed(paper, definition)
    if definition.is_reversed or paper.text.plain[end - 1] not in ")]":
        return None
    return Fix(
        Edit(paper.text.span(definition.start, end), as_defined(paper, definition)), safe=False
    )


@rule(
    "ABR004",
    "abbr-conflicting-expansion",
    WARNING,
    "IEEE Editorial Style Manual, consistency",
    english=True,
    bad=[
        (
            "We use particle swarm optimization (PSO). PSO is old.\n\nThe ⟦phase shift oscillator"
            " (PSO)⟧ rings."
        ),
        (
            "We use particle swarm optimization (PSO). PSO is old.\n\nThen ⟦particle swarm"
            " optimization (PSOP)⟧ ends. PSOP is new."
        ),
    ],
    good=[
        (
            "We use particle swarm optimization (PSO). PSO is old.\n\nParticle swarm optimizations"
            " (PSOs) are many."
        ),
        "A deep-belief network (DBN) is deep. All deep belief networks (DBNs) are.",
    ],
)
def conflicting_expansion(context: Context) -> Iterator[Finding]:
    """One abbreviation has one meaning, and one term has one abbreviation.

    Rename one of the two, or write it out.
    """
    paper = context.paper
    meanings: dict[str, Definition] = {}
    tokens: dict[str, Definition] = {}
    for definition in context.index.abbreviations.definitions:
        if not definition.is_strong or context.index.is_mention(definition.position):
            continue
        earlier = meanings.setdefault(definition.token, definition)
        span = paper.text.span(definition.start, _closed(paper, definition))
        if earlier is not definition and not _related(earlier.expansion, definition.expansion):
            yield Finding(
                span,
                f'"{definition.token}" already stands for "{earlier.expansion}". Use another'
                f' abbreviation, or write "{definition.expansion}" out.',
            )
            continue
        term = " ".join(stems(definition.expansion))
        other = tokens.setdefault(term, definition)
        if _folded(other.token) != _folded(definition.token):
            yield Finding(
                span,
                f'"{definition.expansion}" is abbreviated "{other.token}" before. Use one'
                " abbreviation for it.",
            )


def stems(expansion: str) -> list[str]:
    """The words of an expansion, case, endings and small words left off."""
    words = pattern(r"[^\W_]+").findall(expansion.lower())
    return [word[:5].rstrip("s") for word in words if word not in SMALL]


def _folded(token: str) -> str:
    return "".join(filter(str.isalnum, token)).lower()


def _same(first: str, second: str) -> bool:
    return stems(first) == stems(second)


def _related(first: str, second: str) -> bool:
    """True when two expansions are versions of one: at least half of the words of the shorter
    agree.
    """
    one, other = set(stems(first)), set(stems(second))
    if not one or not other:
        return True
    run_together = "".join(stems(first)), "".join(stems(second))
    return 2 * len(one & other) >= min(len(one), len(other)) or run_together[0] in run_together[1]


@rule(
    "ABR005",
    "abbr-needless-definition",
    INFO,
    "IEEE conference template, sec. III-A",
    english=True,
    bad=["The ⟦direct current (dc)⟧ bus is short.", "The ⟦alternating-current (AC)⟧ side is long."],
    good=[
        "The dc bus is short.",
        "The self-interference (SI) is low.",
        "Admission control (AC) is used.",
    ],
    fixes=[("The direct current (dc) bus is short.", "The dc bus is short.")],
)
def needless_definition(context: Context) -> Iterator[Finding]:
    """IEEE, SI, MKS, CGS, ac, dc and rms need no definition.

    Every reader of an IEEE publication knows them; write the short form alone.
    """
    paper = context.paper
    plain = paper.text.plain
    for token, expansions in context.vocabulary.abbreviations.expansions.items():
        for place in context.index.words.get(token.lower(), ()):
            end = place + len(token)
            if (
                plain[place:end] != token
                or plain[place - 1 : place] != "("
                or plain[end : end + 1] != ")"
            ):
                continue
            before = " ".join(
                plain[max(0, place - 80) : place - 1].replace("-", " ").lower().split()
            )
            for expansion in expansions:
                if before.endswith(expansion.replace("-", " ")):
                    words = pattern(r"[\s-]+").split(expansion)
                    typed = pattern(r"[\s\u00a0-]+".join(words) + r"\s?\($", 2)  # 2: re.IGNORECASE
                    match = typed.search(plain, max(0, place - 90), place)
                    if match is None:
                        continue
                    yield Finding(
                        paper.text.span(match.start(), end + 1),
                        f'"{token}" needs no definition. Write "{token}" alone.',
                        Fix(Edit(paper.text.span(match.start(), end + 1), token), safe=False),
                    )
                    break
