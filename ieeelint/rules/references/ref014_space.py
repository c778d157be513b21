"""REF014: the space before a citation."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.citation_marks import citation_places
from ieeelint.rules.support.formats import tie

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.rules.support.citation_marks import CitationPlace

# The end of a word, an abbreviation with a period, or a parenthesis before a bracket.
GLUED = r"(?:[^\W\d_]{2}|[^\W\d_]\)|\bal\.|[”’])\Z"
# Packages and options that raise the numbers of citations.
RAISING = frozenset(("super", "superscript"))


@rule(
    "REF014",
    "cite-space",
    WARNING,
    "IEEE conference template, References; IEEE Reference Guide",
    bad=[
        "Sand flows too⟦\\cite{lima}⟧.",
        "Lima et al.⟦\\cite{lima}⟧ saw it.",
        "%! word\n[Body Text] Sand flows too⟦[1]⟧.",
    ],
    good=[
        "Sand flows~\\cite{lima} \\cite{lima},\\cite{lima}, (\\cite{lima}) and --\\cite{lima}.",
        "It is the pipe x\\cite{lima} and H$_2$\\cite{lima}.",
        "%! preamble\n\\usepackage[super]{cite}\n%! body\nSand flows too\\cite{lima}.",
        "%! preamble\n\\usepackage[superscript]{cite}\n%! body\nSand flows too\\cite{lima}.",
        "%! preamble\n\\usepackage[numbers,super]{natbib}\n%! body\nSand flows too\\cite{lima}.",
        "%! preamble\n\\usepackage[style=ieee,autocite=superscript]{biblatex}\n%! body\n"
        "Sand flows too\\autocite{lima}.",
        "%! preamble\n\\let\\mycite\\cite\n\\renewcommand{\\cite}[1]{~\\mycite{#1}}\n%! body\n"
        "Sand flows too\\cite{lima}.",
        "%! word\n[Body Text] Sand flows too [1]. The list data[1] is a part of data[i].",
        "%! word\n[Body Text] Sand flows too<sup>[1]</sup>.",
    ],
    fixes=[
        ("Sand flows too⟦\\cite{lima}⟧.", "Sand flows too~\\cite{lima}."),
        ("Sand (and water)⟦\\cite{lima}⟧ flows.", "Sand (and water)~\\cite{lima} flows."),
    ],
)
def citation_space(context: Context) -> Iterator[Finding]:
    r"""Put a space before a citation: "as shown [3]", not "as shown[3]".

    In LaTeX write a tie, so that no line begins with the bracket: shown~\cite{b3}. Numbers that a
    package raises, as the option "super" does, are not reported.
    """
    paper = context.paper
    plain = paper.text.plain
    places = citation_places(paper)
    if not any(pattern(GLUED).search(plain[max(0, one.start - 3) : one.start]) for one in places):
        return
    if _are_raised(context):
        return
    space = tie(paper)
    for place in places:
        before = plain[max(0, place.start - 3) : place.start]
        if not pattern(GLUED).search(before) or context.index.is_mention(place.start):
            continue
        if not _is_glued_in_source(context, place):
            continue
        span = paper.text.span(place.start, place.end)
        yield Finding(
            span,
            f'Put a space before the citation: "shown{space}[3]".',
            Fix(Edit(Span(span.source, span.start, span.start), space)),
        )


def _is_glued_in_source(context: Context, place: CitationPlace) -> bool:
    """True if the citation follows the word directly, and no macro prints the citation."""
    text = context.paper.text
    before = text.span(place.start - 1, place.start)
    span = text.span(place.start, place.end)
    if place.citation is None:
        return not text.is_within(place.start, "superscript")
    return (
        before.source is span.source
        and before.end == span.start
        and text.is_typed(place.start - 1, place.start)
        and span.text.startswith("\\" + place.citation.command)
        if context.latex is not None
        else not text.is_within(place.start, "superscript")
    )


def _are_raised(context: Context) -> bool:
    """True if a package, or a new definition of the command, puts something before the number."""
    view = context.latex
    if view is None:
        return False
    if (
        "cite" in view.definitions
        or view.commands("let")
        and any(use.argument(0).strip() == "\\cite" for use in view.commands("let"))
    ):
        return True
    for name in ("cite", "natbib", "biblatex", "overcite", "achemso"):
        package = view.packages.get(name)
        if package is None:
            continue
        if name in ("overcite", "achemso"):
            return True
        for option, _ in package.options:
            if not RAISING.isdisjoint(option.replace(" ", "").split("=")):
                return True
    return bool(view.commands("setcitestyle")) and any(
        "super" in use.argument(0) for use in view.commands("setcitestyle")
    )
