"""REF014: the space before a citation."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.citation_marks import BLANKS, LONGEST_WORD
from ieeelint.paper.source import Span
from ieeelint.paper.text import REF
from ieeelint.patterns import pattern
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.formats import tie

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.citation_marks import CitationPlace
    from ieeelint.paper.model import Paper

# The end of a word, an abbreviation with a period, or a parenthesis before a bracket; the number of
# a cross-reference, also in parentheses.
GLUED = rf"(?:[^\W\d_]{{2}}[,;:]?|[^\W\d_]\)|\bal\.|[”’]|{REF}\)?)\Z"
# Packages and options that raise the numbers of citations.
RAISING = frozenset(("super", "superscript"))
BRACKETED = frozenset(("cite", "parencite", "autocite"))  # commands that print brackets


@rule(
    "REF014",
    "cite-space",
    WARNING,
    "IEEE conference template, References; IEEE Reference Guide",
    bad=[
        "Sand flows too⟦\\cite{lima}⟧.",
        "Lima et al.⟦\\cite{lima}⟧ saw it.",
        "%! word\n[Body Text] Sand flows too⟦[1]⟧.",
        "%! word\n[Body Text] Sand flows too ⟦[ 1 ]⟧.",
        "%! word\n[Body Text] Sand flows too,⟦[1]⟧ but slowly.",
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
        "%! word\n[Body Text] The list data[[1]] and [1] [see [1]].",
        "See [\\citenum{lima}], [as in \\cite{lima}], and [\\cite{lima} and others].",
        "%! preamble\n\\usepackage[super]{cite}\n%! body\nSee [\\cite{lima}].",
        "%! preamble\n\\usepackage[numbers]{natbib}\n%! body\nSee [\\cite{lima}].",
        "%! preamble\n\\renewcommand{\\citeleft}{}\n%! body\nSee [\\cite{lima}].",
    ],
    fixes=[
        ("Sand flows too⟦\\cite{lima}⟧.", "Sand flows too~\\cite{lima}."),
        (
            "%! word\n[Body Text] Sand flows too ⟦[1 ]⟧.",
            "%! word\n[Body Text] Sand flows too [1].",
        ),
        ("See ⟦[\\cite{lima}]⟧.", "See \\cite{lima}."),
        (
            "%! word\n[Body Text] Sand flows too ⟦[[1]]⟧, as 【1】 says.",
            "%! word\n[Body Text] Sand flows too [1], as [1] says.",
        ),
        ("Sand (and water)⟦\\cite{lima}⟧ flows.", "Sand (and water)~\\cite{lima} flows."),
        (
            "\\section{Sand}\\label{s}\nIt is as (\\ref{s})⟦\\cite{lima}⟧ says.",
            "\\section{Sand}\\label{s}\nIt is as (\\ref{s})~\\cite{lima} says.",
        ),
        (
            "\\begin{equation}a=b.\\label{e}\\end{equation}\nBy~\\eqref{e}⟦\\cite{lima}⟧, it is.",
            "\\begin{equation}a=b.\\label{e}\\end{equation}\nBy~\\eqref{e}~\\cite{lima}, it is.",
        ),
    ],
)
def citation_space(context: Context) -> Iterator[Finding]:
    r"""Put a space before a citation, but none inside its brackets: "as shown [3]".

    In LaTeX write a tie, so that no line begins with the bracket: shown~\cite{b3}. Numbers that a
    package raises, as the option "super" does, are not reported.
    """
    paper = context.paper
    plain = paper.text.plain
    places = context.index.citations.places()
    yield from _spaces_inside(paper, places)
    yield from _doubled(context, places)
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
            f'Put a space before the citation: "{_shown(paper, place, space)}".',
            Fix(Edit(Span(span.source, span.start, span.start), space)),
        )


def _spaces_inside(paper: Paper, places: list[CitationPlace]) -> Iterator[Finding]:
    """Spaces between a typed number and its brackets: "[ 3 ]"."""
    for place in places:
        shown = paper.text.plain[place.start : place.end]
        right = f"[{shown[1:-1].strip()}]"
        if place.citation is None and shown != right:
            span = paper.text.span(place.start, place.end)
            message = f'Delete the spaces inside the brackets: "{right}".'
            if shown[0] != "[":
                message = f'Type these brackets as "{right}".'
            yield Finding(span, message, Fix(Edit(span, right)))


def _doubled(context: Context, places: list[CitationPlace]) -> Iterator[Finding]:
    """Brackets around a citation that prints its own: "[[3]]"."""
    paper, plain = context.paper, context.paper.text.plain
    for place in places:
        start, end = place.start - 1, place.end
        if plain[start:end][:1] != "[" or plain[end : end + 1] != "]":
            continue
        if plain[start - 1 : start] not in (*BLANKS, "("):
            continue  # an element of a list: data[[3]]
        if place.citation is not None and not _prints_brackets(context, place.citation.command):
            continue
        edits = [Edit(paper.text.span(at, at + 1), "") for at in (start, end)]
        yield Finding(
            paper.text.span(start, end + 1),
            "The citation prints its own brackets. Delete the brackets around it.",
            Fix(*edits),
        )


def _prints_brackets(context: Context, command: str) -> bool:
    """True if the command prints square brackets, whatever the options of packages."""
    view = context.latex
    return (
        command in BRACKETED
        and view is not None
        and "natbib" not in view.packages
        and not _are_raised(context)
        and not view.definitions.keys() & {"citeleft", "citeright"}
    )


def _shown(paper: Paper, place: CitationPlace, space: str) -> str:
    """The word before the citation, the space, and the citation as the author typed it."""
    word = paper.text.plain[max(0, place.start - LONGEST_WORD) : place.start].split()[-1]
    if REF in word:
        word = paper.text.span(place.start - len(word), place.start).text
    return word + space + paper.text.span(place.start, place.end).text


def _is_glued_in_source(context: Context, place: CitationPlace) -> bool:
    """True if the citation follows the word directly, and no macro prints the citation."""
    text = context.paper.text
    before = text.span(place.start - 1, place.start)
    span = text.span(place.start, place.end)
    if place.citation is None:
        return not place.is_raised
    return (
        before.source is span.source
        and before.end == span.start
        and (
            REF in text.plain[place.start - 2 : place.start]
            or text.is_typed(place.start - 1, place.start)
        )
        and span.text.startswith("\\" + place.citation.command)
        if context.latex is not None
        else not place.is_raised
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
