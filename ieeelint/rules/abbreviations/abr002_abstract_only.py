"""ABR002: an abbreviation defined in the abstract is defined again in the body."""

from __future__ import annotations

from re import IGNORECASE

from ieeelint.finding import Finding
from ieeelint.paper.zones import ABSTRACT, HEADING, KEYWORDS, TITLE
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.abbreviation_words import as_defined, known_words
from ieeelint.rules.support.explanations import is_explained, is_in_list
from ieeelint.rules.support.name_places import body_uses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context

FRONT = frozenset((TITLE, ABSTRACT, KEYWORDS, HEADING))
# Commands that print the list of abbreviations, which defines them.
LISTS = (
    "printglossary",
    "printglossaries",
    "printnoidxglossary",
    "printnoidxglossaries",
    "printacronyms",
    "printnomenclature",
)


def _with_command(after_abstract: str, mark: bool = False) -> str:
    """An example in which a command prints the abbreviation in the abstract and in the body."""
    use = "⟦\\gls{som}⟧" if mark else "\\gls{som}"
    return (
        "%! preamble\n\\usepackage{glossaries}\\newacronym{som}{SOM}{self-organizing map}\n"
        "%! abstract\nWe train a \\gls{som} and measure how well it orders the flow of water.\n"
        f"%! body\n{after_abstract} The {use} converges. The \\gls{{som}} is small."
    )


@rule(
    "ABR002",
    "abbr-redefine-in-body",
    WARNING,
    "IEEE conference template, sec. III-A; IEEE Editorial Style Manual",
    english=True,
    bad=[
        "%! keywords\nOld pipes, quiet tube rate model (QTRM), sand\n%! body\nThe ⟦QTRM⟧ is wet.",
        (
            "%! abstract\n"
            "We train a self-organizing map (SOM) and measure how well it orders the flow of "
            "water in pipes.\n"
            "%! body\n"
            "The ⟦SOM⟧ converges."
        ),
        _with_command("", mark=True),
    ],
    good=[
        (
            "%! abstract\n"
            "We train a self-organizing map (SOM) and measure how well it orders the flow of "
            "water in pipes.\n"
            "%! body\n"
            "The self-organizing map (SOM) converges. The SOM is small."
        ),
        (
            "%! abstract\nWe train a self-organizing map (SOM) and measure how well it orders it.\n"
            "%! body\n\\begin{table}[!t]\\caption{Short Forms}\\begin{tabular}{ll}SOM &"
            " Self-organizing map\\\\\\end{tabular}\\end{table}\nThe SOM is small."
        ),
        (
            "%! abstract\n"
            "We train a self-organizing map (SOM) and measure how well it orders the flow of "
            "water in pipes.\n"
            "%! body\n"
            "The map converges."
        ),
        "%! keywords\nPipes, multiple-input multiple-output (MIMO), sand\n%! body\nMIMO is wet.",
        "%! abstract\nEach central processing unit (CPU) is measured.\n%! body\nThe CPU is fast.",
        _with_command("\\glsresetall"),
        _with_command("\\printacronyms"),
        (
            "%! abstract\n"
            "We use a quiet tube rate model (QTRM), which is fast, and so is the "
            "graphics processing unit (GPU).\n"
            "%! body\n"
            "\\section{A Quiet Tube Rate Model (QTRM)}\n"
            "The QTRM is fast."
        ),
    ],
)
def abbreviation_defined_in_abstract_only(context: Context) -> Iterator[Finding]:
    r"""An abbreviation defined in the abstract is defined again at its first use in the body.

    Readers meet the abstract without the body, and the body without the abstract. With the
    package glossaries write \glsresetall after the abstract, with acro \acresetall: then all
    abbreviations are defined again.
    """
    paper = context.paper
    abbreviations = context.index.abbreviations
    known: frozenset[str] | None = None
    seen = set()
    for definition in abbreviations.definitions:
        token = definition.token
        if definition.zone not in FRONT or token in seen or not definition.is_strong:
            continue
        if definition.zone == HEADING:
            continue
        seen.add(token)
        if known is None:
            known = known_words(context, everyday=True)
        if token in known or (definition.zone == KEYWORDS and token in known_words(context)):
            continue
        places = body_uses(context, token)
        if not places or any(
            other.zone not in FRONT or other.zone == HEADING
            for other in abbreviations.defined(token)
        ):
            continue
        if any(
            paper.passage_at(place).zone not in FRONT
            for place in abbreviations.introduced.get(token, ())
        ):
            continue
        if is_explained(context, token, places) or is_in_list(context, token, places[0]):
            continue
        first = places[0]
        if token in abbreviations.declared:
            if token in known_words(context):
                continue
            yield from _printed_by_command(context, token, places)
            continue
        yield Finding(
            paper.text.span(first, first + len(token)),
            f'"{token}" is defined only in the {definition.zone}. Define it again here, at its'
            f' first use in the body: "{definition.expansion} ({as_defined(paper, definition)})".',
        )


def _printed_by_command(context: Context, token: str, places: list[int]) -> Iterator[Finding]:
    """The first short form that a command such as \\gls prints, unless the draft prints a list."""
    view = context.latex
    if view is None or any(view.commands(*LISTS)):
        return
    text = context.paper.text
    for place in places:
        span = text.span(place, place + len(token))
        command = pattern(r"\\(gls|ac)", IGNORECASE).match(span.text)
        if command is not None:
            yield Finding(
                span,
                f'"{token}" is spelled out only in the abstract. After it, write'
                f" \\{command[1].lower()}resetall, so that the body spells it out, too.",
            )
            return
