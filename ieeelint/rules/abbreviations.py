"""Abbreviations: defined once, at their first use in the body, with one meaning."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.abbreviations import SMALL
from ieeelint.paper.model import ABSTRACT, FOOTNOTE, HEADING, KEYWORDS, PROSE, TITLE
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.abbreviation_words import (
    Initials,
    is_candidate,
    is_cited,
    is_explained,
    is_in_name,
    is_pronounceable,
    known_words,
    looks_like_name,
    names,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.paper.abbreviations import Definition
    from ieeelint.paper.model import Paper

FRONT = frozenset((TITLE, ABSTRACT, KEYWORDS, HEADING))
# Organizations and meetings may be named with their short form once and for all.
INSTITUTIONS = (
    "university institute conference foundation agency laboratory association organization organisation committee "
    "council society department ministry act regulation directive school center centre college symposium workshop union "
    "challenge competition commission authority program programme project bank court federation administration office bureau"
).split()


def body_uses(paper: Paper, token: str) -> list[int]:
    """Where the body uses the token as a word of its own, quoted words left out."""
    return [
        place
        for place in paper.index.abbreviations.uses.get(token, ())
        if paper.passage_at(place).zone == PROSE
        and not is_in_name(paper, token, place)
        and not paper.index.is_mention(place)
    ]


@rule(
    "ABR001",
    "abbr-undefined",
    WARNING,
    "IEEE conference template, sec. III-A",
    english=True,
    bad=[
        "We train a ⟦SOM⟧ on the data. The SOM converges.",
        "The ⟦LFSRs⟧ are shifted in each round. Later, a linear feedback shift register (LFSR) is drawn.",
    ],
    good=[
        "We train a self-organizing map (SOM) on the data. The SOM converges.",
        "We train a SOM (self-organizing map) on the data.",
        "A self-organizing map, or SOM, is trained. SOM stands for self-organizing map.",
        "The frequency-hopping spread spectrum (FHSS) scheme is old. FHSS hops.",
        "The IEEE and SI units need no definition, nor do a CPU and an FFT.",
        "Section II and class IV use GaN and NaCl at 5 MHz and 3 kWh.",
        "The parts LMX358 and ESP32, the HC-128 cipher, and RTX 3090 are names.",
        "We use ImageNet and ResNet-50. It was run with \\texttt{XQL} on the SUMO simulator.",
        "``TRQ'' is an odd word, and the IF statement is NOT executed.",
        "%! preamble\n\\usepackage{acronym}\\newacro{SOM}{self-organizing map}\n%! body\nThe SOM converges.",
    ],
)
def undefined_abbreviation(paper: Paper) -> Iterator[Finding]:
    """An abbreviation is defined at its first use in the body, even if the abstract has defined it.

    Write the words out and put the abbreviation in parentheses: "a
    self-organizing map (SOM)". Abbreviations that everybody knows need no
    definition; the lists behind this rule can be extended in the settings
    (tier_b and tier_c for what is known, acronym_names for names), and
    strict-abbreviations takes only IEEE's own list as known.
    """
    abbreviations = paper.index.abbreviations
    known = known_words(paper)
    if not paper.vocabulary.strict_abbreviations:
        known |= names(paper)
    initials: Initials | None = None
    for token in abbreviations.uses:
        if token in known or token in abbreviations.declared or not is_candidate(paper, token):
            continue
        places = body_uses(paper, token)
        if not places:
            continue
        first = places[0]
        sentence_end = paper.index.sentence(first)[1]
        definitions = abbreviations.defined(token)
        if any(
            one.start < sentence_end or one.zone == FOOTNOTE
            for one in definitions
            if one.zone not in FRONT
        ):
            continue
        if any(
            place < sentence_end
            for place in abbreviations.introduced.get(token, ())
            if place >= first - 200
        ):
            continue
        if any(one.zone == HEADING and one.start < first for one in definitions):
            continue
        later = next((one for one in definitions if one.zone == PROSE and one.is_strong), None)
        if later is None:
            if definitions or looks_like_name(paper, token, places):
                continue  # in the front matter: ABR002; in a caption or a table: near enough
            if is_explained(paper, token, abbreviations.uses[token]):
                continue
        if (
            later is None
            and len(token) > 3
            and is_pronounceable(token)
            and _is_common_word(paper, token)
        ):
            continue  # a word in capitals for stress
        shown = paper.text.plain[first : first + len(token)]
        shown += "s" if paper.text.plain[first + len(token) :][:1] == "s" else ""
        severity = ""
        if later is not None:
            message = (
                f'"{shown}" is used here before it is defined: move "{later.expansion} ({_typed(paper, later)})" '
                "to this first use."
            )
        else:
            if initials is None:
                initials = Initials(paper)
            meaning = initials.meaning(token)
            if meaning:
                message = f'Define "{token}" at its first use: "{meaning} ({token})", if that is what it stands for.'
            else:
                message = f'Define "{token}" at its first use: the words in full, then ({token}).'
                if is_pronounceable(token) or is_cited(paper, token, places):
                    severity = INFO
                    message += " If it is a name, leave it."
        yield Finding(paper.text.span(first, first + len(shown)), message, severity=severity)


def _is_common_word(paper: Paper, token: str) -> bool:
    """True when the draft also has the word in small letters."""
    plain = paper.text.plain
    return any(plain[place].islower() for place in paper.index.words.get(token.lower(), ()))


def _typed(paper: Paper, definition: Definition) -> str:
    """The short form as the definition has it, perhaps in the plural."""
    end = definition.position + len(definition.token)
    plural = "s" if paper.text.plain[end : end + 1] == "s" else ""
    return definition.token + plural


@rule(
    "ABR002",
    "abbr-redefine-in-body",
    WARNING,
    "IEEE conference template, sec. III-A; IEEE Editorial Style Manual",
    english=True,
    bad=[
        "%! abstract\nWe train a self-organizing map (SOM) and measure how well it orders the flow of water in pipes.\n"
        "%! body\nThe ⟦SOM⟧ converges.",
    ],
    good=[
        "%! abstract\nWe train a self-organizing map (SOM) and measure how well it orders the flow of water in pipes.\n"
        "%! body\nThe self-organizing map (SOM) converges. The SOM is small.",
        "%! abstract\nWe train a self-organizing map (SOM) and measure how well it orders the flow of water in pipes.\n"
        "%! body\nThe map converges.",
        "%! abstract\nEach central processing unit (CPU) is measured.\n%! body\nThe CPU is fast.",
    ],
)
def abbreviation_defined_in_abstract_only(paper: Paper) -> Iterator[Finding]:
    r"""An abbreviation defined in the abstract is defined again at its first use in the body.

    Abstract and body are read apart from each other. With glossaries or acro,
    \glsresetall or \acresetall after the abstract does it for all of them.
    """
    abbreviations = paper.index.abbreviations
    known: set[str] | None = None
    seen = set()
    for definition in abbreviations.definitions:
        token = definition.token
        if definition.zone not in FRONT or token in seen or not definition.is_strong:
            continue
        if definition.zone == HEADING:
            continue
        seen.add(token)
        if known is None:
            known = known_words(paper, ("tier_a", "tier_b"))
        if token in known or token in abbreviations.declared:
            continue
        places = body_uses(paper, token)
        if not places or any(
            one.zone not in FRONT or one.zone == HEADING for one in abbreviations.defined(token)
        ):
            continue
        if any(
            paper.passage_at(place).zone not in FRONT
            for place in abbreviations.introduced.get(token, ())
        ):
            continue
        if is_explained(paper, token, places):
            continue
        first = places[0]
        yield Finding(
            paper.text.span(first, first + len(token)),
            f'"{token}" is defined in the {definition.zone} only. Define it again here, at its first use in the body: '
            f'"{definition.expansion} ({_typed(paper, definition)})".',
        )


@rule(
    "ABR003",
    "abbr-defined-twice-or-unused",
    INFO,
    "IEEE Editorial Style Manual, acronyms",
    english=True,
    bad=[
        "A self-organizing map (SOM) is trained. The SOM is small.\n\nThe ⟦self-organizing map (SOM)⟧ converges.",
        "A ⟦self-organizing map (SOM)⟧ is trained. The map converges.",
    ],
    good=[
        "A self-organizing map (SOM) is trained. The SOM converges.",
        "A self-organizing map (SOM) is trained.\n\\begin{figure}[!t]\\includegraphics{a}\\caption{Layers of the SOM.}\\label{fig:a}\\end{figure}",
        "The work began at the Institute of Steady Flow (ISF).",
        "%! abstract\nWe train a self-organizing map (SOM) and measure how well it orders the flow of water in pipes.\n"
        "%! body\nThe self-organizing map (SOM) converges. The SOM is small.",
    ],
)
def abbreviation_defined_twice_or_unused(paper: Paper) -> Iterator[Finding]:
    """In the body an abbreviation is defined once, and only if it is used again.

    After the definition write the abbreviation; a term that comes up only once
    is written out.
    """
    abbreviations = paper.index.abbreviations
    definitions: dict[str, list[Definition]] = {}
    for one in abbreviations.definitions:
        if one.zone == PROSE and one.is_strong and one.token in abbreviations.uses:
            if not paper.index.is_mention(one.position):
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
                f'"{token}" is defined already. Write only "{_typed(paper, again)}" here.{more}',
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
            f'"{token}" is defined but not used afterwards. Leave the abbreviation out: "{first.expansion}".',
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
    return Fix(Edit(paper.text.span(definition.start, end), _typed(paper, definition)), safe=False)


@rule(
    "ABR004",
    "abbr-conflicting-expansion",
    WARNING,
    "IEEE Editorial Style Manual, consistency",
    english=True,
    bad=[
        "We use particle swarm optimization (PSO). PSO is old.\n\nThe ⟦phase shift oscillator (PSO)⟧ rings.",
        "We use particle swarm optimization (PSO). PSO is old.\n\nThen ⟦particle swarm optimization (PSOP)⟧ ends. PSOP is new.",
    ],
    good=[
        "We use particle swarm optimization (PSO). PSO is old.\n\nParticle swarm optimizations (PSOs) are many.",
        "A deep-belief network (DBN) is deep. All deep belief networks (DBNs) are.",
    ],
)
def conflicting_expansion(paper: Paper) -> Iterator[Finding]:
    """One abbreviation has one meaning, and one term has one abbreviation.

    Rename one of the two, or write it out.
    """
    meanings: dict[str, Definition] = {}
    tokens: dict[str, Definition] = {}
    for definition in paper.index.abbreviations.definitions:
        if not definition.is_strong or paper.index.is_mention(definition.position):
            continue
        earlier = meanings.setdefault(definition.token, definition)
        span = paper.text.span(definition.start, _closed(paper, definition))
        if earlier is not definition and not _related(earlier.expansion, definition.expansion):
            yield Finding(
                span,
                f'"{definition.token}" already stands for "{earlier.expansion}". Use another abbreviation, or '
                f'write "{definition.expansion}" out.',
            )
            continue
        term = " ".join(stems(definition.expansion))
        other = tokens.setdefault(term, definition)
        if _folded(other.token) != _folded(definition.token):
            yield Finding(
                span,
                f'"{definition.expansion}" is abbreviated "{other.token}" before. Use one abbreviation for it.',
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
    """True when two expansions are versions of one: at least half of the words of the shorter agree."""
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
def needless_definition(paper: Paper) -> Iterator[Finding]:
    """IEEE, SI, MKS, CGS, ac, dc and rms need no definition.

    Every reader of an IEEE publication knows them; write the short form alone.
    """
    plain = paper.text.plain
    table = paper.vocabulary["abbreviations"]["expansions"]
    for token, expansions in table.items():
        for place in paper.index.words.get(token.lower(), ()):
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
