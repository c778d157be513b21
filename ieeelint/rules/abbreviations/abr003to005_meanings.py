"""ABR003 to 005: one meaning for an abbreviation, defined once and only if it is used."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.expansions import letters_of, singular
from ieeelint.paper.zones import PROSE
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.abbreviation_words import as_defined
from ieeelint.rules.support.slips import misspelled_definitions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.abbreviations import Definition
    from ieeelint.paper.model import Paper


@rule(
    "ABR003",
    "abbr-defined-twice-or-unused",
    INFO,
    "IEEE Editorial Style Manual, acronyms",
    english=True,
    bad=[
        (
            "A self-organizing map (SOM) is trained. The SOM is small.\n"
            "\n"
            "The ⟦self-organizing map (SOM)⟧ converges."
        ),
        "A ⟦self-organizing map (SOM)⟧ is trained. The map converges.",
    ],
    good=[
        "A self-organizing map (SOM) is trained. The SOM converges.",
        (
            "A self-organizing map (SOM) is trained.\n"
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Layers of the SOM.}\\label{fig:a}"
            "\\end{figure}"
        ),
        "The work began at the Institute of Steady Flow (ISF).",
        (
            "%! abstract\n"
            "We train a self-organizing map (SOM) and measure how well it orders the flow of "
            "water in pipes.\n"
            "%! body\n"
            "The self-organizing map (SOM) converges. The SOM is small."
        ),
    ],
)
def abbreviation_defined_twice_or_unused(context: Context) -> Iterator[Finding]:
    """In the body an abbreviation is defined once, and only if it is used again.

    After the definition write the abbreviation alone. Spell out a term that you use only once.
    """
    paper = context.paper
    abbreviations = context.index.abbreviations
    definitions: dict[str, list[Definition]] = {}
    institutions = context.vocabulary.abbreviations.institutions
    needless = context.vocabulary.abbreviations.expansions
    small_words = context.vocabulary.abbreviations.small_words
    for definition in abbreviations.definitions:
        token = definition.token
        if definition.zone == PROSE and definition.is_strong and token in abbreviations.uses:
            if not context.index.is_mention(definition.position):
                definitions.setdefault(token, []).append(definition)
    for token, (first, *later) in definitions.items():
        terms = stems(first.expansion, small_words)
        for again in later:
            if stems(again.expansion, small_words) == terms:
                yield Finding(
                    paper.text.span(again.start, _closed(paper, again)),
                    f'"{token}" is already defined. Write only "{as_defined(paper, again)}" here.',
                    _short_only(paper, again),
                )
        if later or first.is_reversed or token in abbreviations.declared:
            continue
        if first.expansion.lower() in needless.get(token, ()):
            continue  # ABR005 reports it
        if any(place > first.end for place in abbreviations.uses[token]):
            continue
        if any(word in institutions for word in first.expansion.lower().split()):
            continue
        yield Finding(
            paper.text.span(first.start, _closed(paper, first)),
            f'"{token}" is defined but never used again. Omit the abbreviation: write only'
            f' "{first.expansion}".',
        )


def _closed(paper: Paper, definition: Definition) -> int:
    """The end of a definition, its closing parenthesis included."""
    plain = paper.text.plain
    end = definition.end
    closing = pattern(r"s?[\"”’']?\s?[)\]]").match(plain, end)
    return closing.end() if closing else end


def _short_only(paper: Paper, definition: Definition) -> Fix | None:
    """An edit that leaves only the short form; the author has to look at it."""
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
            "We use particle swarm optimization (PSO). PSO is old.\n"
            "\n"
            "The ⟦phase shift oscillator (PSO)⟧ rings."
        ),
        (
            "We use particle swarm optimization (PSO). PSO is old.\n"
            "\n"
            "Then ⟦particle swarm optimization (PSOP)⟧ ends. PSOP is new."
        ),
        (
            "The pipe flow sum error (PFSE) is low. PFSE is good.\n"
            "\n"
            "The pipe flow sum error (⟦EFSE⟧) falls."
        ),
    ],
    good=[
        (
            "We use particle swarm optimization (PSO). PSO is old.\n"
            "\n"
            "Particle swarm optimizations (PSOs) are many."
        ),
        "A deep-belief network (DBN) is deep. All deep belief networks (DBNs) are.",
        "An access point (AP) is near. A rouge access point (RAP) is not a rogue AP (RAP).",
    ],
)
def conflicting_expansion(context: Context) -> Iterator[Finding]:
    """An abbreviation has one meaning, and a term has one abbreviation.

    Rename one of the two, or spell it out.
    """
    paper = context.paper
    meanings: dict[str, Definition] = {}
    abbreviated: dict[str, Definition] = {}
    small_words = context.vocabulary.abbreviations.small_words
    for definition in context.index.abbreviations.definitions:
        if not definition.is_strong or context.index.is_mention(definition.position):
            continue
        earlier = meanings.setdefault(definition.token, definition)
        span = paper.text.span(definition.start, _closed(paper, definition))
        if earlier is not definition and not _related(
            stems(_in_full(context, earlier), small_words),
            stems(_in_full(context, definition), small_words),
        ):
            yield Finding(
                span,
                f'"{definition.token}" already means "{earlier.expansion}". Use another'
                f' abbreviation, or spell out "{definition.expansion}".',
            )
            continue
        term = " ".join(stems(definition.expansion, small_words))
        earlier = abbreviated.setdefault(term, definition)
        if letters_of(earlier.token) != letters_of(definition.token):
            yield Finding(
                span,
                f'"{definition.expansion}" is already abbreviated "{earlier.token}". Use one'
                " abbreviation for it.",
            )
    for token, place, other in misspelled_definitions(context):
        yield Finding(
            paper.text.span(place, place + len(token)),
            f'These words are abbreviated "{other}" elsewhere. If "{token}" is a slip, write'
            f' "{other}".',
        )


def _in_full(context: Context, definition: Definition) -> str:
    """The expansion with the words of the abbreviations that it contains, or without them if they
    have none: "rogue AP".
    """
    words = []
    for word in definition.expansion.split():
        if not word.isupper() or len(word) < 2:
            words.append(word)
            continue
        inner = context.index.abbreviations.defined(singular(word))
        words += [one.expansion for one in inner[:1] if one is not definition]
    return " ".join(words)


def stems(expansion: str, small_words: frozenset[str]) -> list[str]:
    """The words of an expansion without case, endings and small words."""
    words = pattern(r"[^\W_]+").findall(expansion.lower())
    return [word[:5].rstrip("s") for word in words if word not in small_words]


def _related(first: list[str], second: list[str]) -> bool:
    """True when two expansions are versions of the same: they share at least half of the stems of
    the shorter, or the first is part of the second when spaces are ignored.
    """
    if not first or not second:
        return True
    shared = set(first) & set(second)
    shorter = min(len(set(first)), len(set(second)))
    if 2 * len(shared) >= shorter or "".join(first) in "".join(second):
        return True
    # The same word with a slip: "rouge" for "rogue".
    letters = {"".join(sorted(stem)) for stem in first}
    return any("".join(sorted(stem)) in letters for stem in second)


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
    """IEEE, SI, MKS, CGS, ac, dc, and rms need no definition.

    Every reader of an IEEE publication knows them. Write the short form alone.
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
                    table = context.vocabulary.abbreviations
                    style = token if token in table.tier_a else token.lower()
                    note = "" if style == token else f' IEEE prints "{style}".'
                    yield Finding(
                        paper.text.span(match.start(), end + 1),
                        f'"{token}" needs no definition. Write only "{token}".{note}',
                        Fix(Edit(paper.text.span(match.start(), end + 1), token), safe=False),
                    )
                    break
