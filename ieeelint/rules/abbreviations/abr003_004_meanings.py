"""ABR003, 004: one meaning for an abbreviation, defined once and only if it is used."""

from __future__ import annotations

from re import IGNORECASE

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.expansions import letters_of, singular
from ieeelint.paper.zones import CAPTION, CELL, HEADING, PROSE
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.abbreviation_words import NAMES, as_defined
from ieeelint.rules.support.formula_words import is_in_formula
from ieeelint.rules.support.name_places import is_typed_entry
from ieeelint.rules.support.slips import misspelled_definitions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.abbreviations import Definition
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Span

RUNNING_BODY = frozenset((PROSE, CAPTION, CELL, HEADING))


def _again_by_command(package: str, declared: str, command: str) -> str:
    """An example in which a command prints the definition that is typed before."""
    declared += "{SOM}" if package == "glossaries" else ""
    return (
        f"%! preamble\n\\usepackage{{{package}}}\\{declared}{{self-organizing map}}\n"
        "%! body\nA self-organizing map (SOM) is trained.\n\n"
        f"The ⟦\\{command}{{som}}⟧ converges. The \\{command}{{som}} is small."
    )


@rule(
    "ABR003",
    "abbr-defined-twice-or-unused",
    INFO,
    "IEEE Editorial Style Manual, acronyms",
    english=True,
    fixes=[
        (
            "A self-organizing map (SOM) is trained. The SOM is small.\n"
            "\n"
            "The ⟦self-organizing map (SOM)⟧ converges.",
            "A self-organizing map (SOM) is trained. The SOM is small.\n\nThe SOM converges.",
        ),
    ],
    bad=[
        "A ⟦self-organizing map (SOM)⟧ is trained. The map converges.",
        _again_by_command("glossaries", "newacronym{som}", "gls"),
        _again_by_command("acronym", "newacro{som}[SOM]", "ac"),
        _again_by_command("glossaries", "newacronym{som}", "acrfull"),
        _again_by_command("acronym", "newacro{som}[SOM]", "acf"),
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
        ("We count lost maps (LM).\n\\begin{equation}R=\\frac{LM}{N_{\\text{all}}}\\end{equation}"),
        "We count lost maps (LM). The rate is $r=\\text{LM}/n$.",
        (
            "A self-organizing map (SOM) is trained. The SOM is small. One wrote:\n"
            "\\begin{quotation}A self-organizing map (SOM) is old.\\end{quotation}"
        ),
        (
            "A self-organizing map (SOM) is trained. The SOM is small. One wrote that ``it is sad"
            ' that a self-organizing map (SOM) is old."'
        ),
        (
            "The sand of maps (SOM) is old. The SOM is small.\n\n\\section*{References}\n"
            "{[}1{]} Sand of Maps (SOM), ``The SOM,'' 2020."
        ),
        "Flat maps (SOM) are old. A self-organizing map (SOM) is trained.",
        "\\section{The SOM Age}\nA self-organizing map (SOM) is trained.",
        'The work began at the Institut f\\"ur Fluss (IFF).',
        (
            "The form ``quiet tube rate model (QTRM)'' is good. A quiet tube rate "
            "model (QTRM) is fast."
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
            passage = paper.passage_at(definition.position)
            if not context.index.is_in_quotation(definition.position) and not is_typed_entry(
                passage
            ):
                definitions.setdefault(token, []).append(definition)
    for token, (first, *later) in definitions.items():
        terms = stems(first.expansion, small_words)
        for again in later:
            if stems(again.expansion, small_words) == terms:
                span = paper.text.span(again.start, _closed(paper, again))
                yield Finding(
                    span,
                    f'"{token}" is already defined. {_remedy(span, as_defined(paper, again))}',
                    _short_only(paper, again),
                )
        if later or first.is_reversed or token in abbreviations.declared:
            continue
        if first.expansion.lower() in needless.get(token, ()):
            continue  # ABR005 reports it
        if _is_used(context, token, first):
            continue
        if any(word in institutions for word in first.expansion.lower().split()):
            continue
        yield Finding(
            paper.text.span(first.start, _closed(paper, first)),
            f'"{token}" is defined but never used again. Omit the abbreviation: write only'
            f' "{first.expansion}".',
        )


def _remedy(span: Span, short: str) -> str:
    """What to do about a second definition, which a command such as \\gls may print."""
    command = pattern(r"\\((?:gls|acr|ac)[a-z]*)", IGNORECASE).match(span.text)
    if command is None:
        return f'Write only "{short}" here.'
    name = command[1].lower()
    is_of_glossaries = name.startswith(("gls", "acr"))
    only_short = "\\acrshort" if is_of_glossaries else "\\acs"
    if "full" in name or name.startswith("acf"):
        return f"Write {only_short} here."
    define = "\\gls" if is_of_glossaries else "\\ac"
    return f"Use {define} at the first definition, too, or {only_short} here."


def _is_used(context: Context, token: str, first: Definition) -> bool:
    """True if the draft uses the token apart from this definition: later, before it in the body or
    in the heading above, or in a formula.
    """
    paper = context.paper
    return any(
        place > first.end or (place < first.start and paper.passage_at(place).zone in RUNNING_BODY)
        for place in context.index.abbreviations.uses[token]
    ) or is_in_formula(paper, token)


def _closed(paper: Paper, definition: Definition) -> int:
    """The end of a definition, its closing parenthesis included."""
    plain = paper.text.plain
    end = definition.end
    closing = pattern(r"s?[\"”’']?\s?[)\]]").match(plain, end)
    return closing.end() if closing else end


def _short_only(paper: Paper, definition: Definition) -> Fix | None:
    """An edit that leaves only the short form, which the author has to look at; none for a
    definition that a command prints.
    """
    end = _closed(paper, definition)
    span = paper.text.span(definition.start, end)
    if definition.is_reversed or paper.text.plain[end - 1] not in ")]" or span.text[:1] == "\\":
        return None
    return Fix(Edit(span, as_defined(paper, definition)), safe=False)


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
        (
            "%! title\nSteady Flow\\thanks{Funded by Pipes and Sand Online (PSO).}\n"
            "%! body\nWe use particle swarm optimization (PSO). PSO is old."
        ),
    ],
)
def conflicting_expansion(context: Context) -> Iterator[Finding]:
    """An abbreviation has one meaning, and a term has one abbreviation.

    Rename one of the two, or spell it out. Names of sponsors and in biographies do not count.
    """
    paper = context.paper
    meanings: dict[str, Definition] = {}
    abbreviated: dict[str, Definition] = {}
    small_words = context.vocabulary.abbreviations.small_words
    for definition in context.index.abbreviations.definitions:
        if not definition.is_strong or context.index.is_mention(definition.position):
            continue
        if definition.zone in NAMES:
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
