"""TPL005: the notice of IEEE's templates, filler text and markers of unfinished work."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.paper.zones import CELL, REFERENCE
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support.latex_source import Regions
from ieeelint.rules.support.leftovers import condemned_by
from ieeelint.rules.support.letters import letters
from ieeelint.rules.support.note_macros import note_macros
from ieeelint.rules.support.template_phrases import WORDS, hits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.views.latex import Command, LatexView


# Colors that mark changes, and the number of words from which a passage is not emphasis.
MARKING = frozenset("red blue magenta orange purple yellow green cyan".split())
LONG = 5
# Uses of a marker of which one with a noun, as in "TODO comments", shows what the paper is about.
MANY = 3
# Letters in the place of a word: "an xxxxx method".
BLANKS = r"(?:(?<=\b[Aa] )|(?<=\b[Aa]n )|(?<=\b[Tt]he )|(?<=\b[Oo]ur ))xxxx+(?= [a-z])"
# What is between two items of a list.
LISTED = r"\W*(?:[,/]|\b(?:and|or)\b)\W*"


@rule(
    "TPL005",
    "template-red-notice-and-markers",
    WARNING,
    "IEEE conference template, closing notice; convention",
    bad=[
        "The gain is high. ⟦TODO⟧: measure it.",
        "The gain is high. ⟦TODO⟧: measure FIXME.",
        "The gain is high in pipes [⟦?⟧].",
        "⟦\\todo⟧{measure}",
        "See Fig.~⟦??⟧.",
        "The gain is high⟦????⟧",
        (
            "%! preamble\n"
            "\\newcommand{\\ana}[1]{\\textcolor{red}{Ana: #1}}\n"
            "%! body\n"
            "The gain is high. ⟦\\ana⟧{really?} The noise is low. \\ana{sure?}"
        ),
        (
            "%! preamble\n"
            "\\newcommand{\\td}[2]{\\todo{#1}#2}\n"
            "%! body\n"
            "The gain ⟦\\td⟧{measure}{is high}."
        ),
        (
            "%! preamble\n"
            "\\newcommand{\\fix}[2]{\\textcolor{red}{\\textbf{[TODO: {\\it{#1}} #2]}}}\n"
            "%! body\n"
            "The gain ⟦\\fix⟧{measure}{is high}."
        ),
        "We propose an ⟦xxxxx⟧ method for it.",
        "The gain is ⟦XXX⟧. XXX, it is XXX. XXX: Is it XXX of XXX, or is XXX it? It is XXX.",
        "%! preamble\n\\newcommand{\\later}{TODO}\n%! body\nThe gain is ⟦\\later⟧.",
        "%! preamble\n\\usepackage{xcolor}\n%! body\n⟦\\textcolor⟧{red}{The gain of it is"
        " high.} {\\color{blue}It is as high as before.}",
        "IEEE ⟦conference⟧ templates contain guidance text for composing papers.",
        "%! title\n⟦Working title⟧ ...",
        "%! back\n\\input{letter}\n%! file letter.tex\n\\section*{Response Letter}\nWe did.",
        (
            "%! document\n\\documentclass{IEEEtran}\n\\begin{document}\n"
            "\\begin{thebibliography}{1}\\bibitem{a} A. Lima.\\end{thebibliography}\n"
            "\\section*{⟦Response Letter⟧}\nWe did.\n\\end{document}"
        ),
        (
            "%! back\n\\section*{⟦Response to the Reviewers⟧}\nWe changed it.\n"
            "\\section*{Response Letter}\nWe did.\n\\section{Results}\nIt is wet."
        ),
    ],
    good=[
        "The tool counts \\texttt{TODO} comments in code.",
        "It is XXX-X-XXXX-XXXX-X.",
        "The DOI is 10.1109.XXX.123456, 10.1109.XXX, or XXX.12.",
        "The address is xxxx or the data xxxx of it, and the words ``an xxxx method'' are wrong.",
        (
            "%! preamble\n"
            "\\newcommand{\\task}[1]{\\textbf{TODOS: #1}}\n"
            "%! body\n"
            "The \\task{gain} is high."
        ),
        "Developers write ``TODO'' in comments.",
        "A TODO comment is old. A TODO is short, and a TODO is long.",
        "Nobody asked why (??) was printed.",
        "Some fields remain to be determined (TBD). A field that is TBD has no value.",
        "\\section{Response to Noise}\nIt is weak.\n\\subsection{Reply to Reviewers}\nIt is late.",
        "Many comments (e.g., TODO, FIXME) are old. One of them is: TODO add a pump.",
        "%! preamble\n\\usepackage{xcolor}\n%! body\nThe \\textcolor{red}{red line} and the"
        " \\textcolor{gray}{gray words of this long passage} are emphasis."
        "\\begin{figure}[!t]\\includegraphics{a}\\caption{A \\textcolor{red}{red line of some words"
        " or more}.}\\end{figure}",
        (
            "%! preamble\n"
            "\\newcommand{\\key}[1]{\\textcolor{blue}{#1}}\n"
            "\\newcommand{\\step}[1]{\\textbf{Step: #1}}\n"
            "\\newcommand{\\takeaway}[1]{{\\color{blue}Key Takeaway: #1}}\n"
            "\\newcommand{\\ana}[1]{\\textcolor{red}{Ana: #1}}\n"
            "\\renewcommand{\\ana}[1]{}\n"
            "%! body\n"
            "The \\key{gain} is high. \\step{read it.} \\takeaway{flow.} \\ana{really?}"
        ),
    ],
    in_condemned=True,
)
def markers(context: Context) -> Iterator[Finding]:
    """The paper contains no filler text and no markers of unfinished work.

    Markers are TODO, FIXME, XXX, TBD, todo notes, lorem ipsum, and "??" for an
    unresolved cross-reference, and titles such as "Working title". Finish the
    work, and delete the marker. Colored sentences, which show changes to
    reviewers, are reported as info. The dates that IEEE writes on the first
    page are left out. A letter to the reviewers belongs in a separate file;
    nothing else in it is reported.
    """
    view = context.latex
    production = context.vocabulary.template.markers.production
    of_ieee = Regions(use.span for use in view.commands(*production)) if view is not None else None
    for finding in _markers(context):
        if of_ieee is None or not of_ieee.cover(finding.span):
            yield finding


def _markers(context: Context) -> Iterator[Finding]:
    """The filler text and the markers of a draft."""
    paper = context.paper
    vocabulary = context.vocabulary.template.markers
    uses = [
        (start, word)
        for word in vocabulary.words
        for start in context.index.words.get(word.lower(), ())
        if paper.text.plain.startswith(word, start) and paper.passage_at(start).zone in WORDS
    ]
    notes = note_macros(context.latex, vocabulary) if context.latex is not None else []
    for start, word in uses if not _lists_markers(paper, uses) else ():
        if (
            context.index.is_quoted(start)
            or _is_printed_by(paper, start, notes)
            or _is_topic(context, start, word)
            or _is_cell(paper, start)
            or paper.text.plain.startswith("XXX-X-", start)  # the copyright line: TPL001
            or pattern(r"(?<=\w\.)XXX|XXX(?=\.\w)").match(paper.text.plain, start)  # part of a DOI
        ):
            continue
        yield Finding(
            paper.text.span(start, start + len(word)),
            f'"{word}" marks unfinished work. Finish it and delete the marker.',
        )
    yield from _notice(context)
    yield from _title(context)
    for heading, letter in letters(paper):
        yield Finding(
            heading.passage.span,
            "A letter to the reviewers is not part of the paper. Move it to a separate file.",
            condemned=[letter],
        )
    for start, end, phrase in hits(context, vocabulary.phrases, WORDS):
        yield Finding(
            paper.text.span(start, end), f'"{phrase}" is filler text. Replace it with your own.'
        )
    for match in (
        paper.find(pattern(r"\?{3,}"), WORDS - {CELL}) if "???" in paper.text.plain else ()
    ):
        yield Finding(
            paper.text.span(match.start(), match.end()),
            f'"{match.group()}" marks unfinished work. Finish it and delete the question marks.',
        )
    for match in paper.find(pattern(BLANKS), WORDS) if "xxxx" in paper.text.plain else ():
        if not context.index.is_mention(match.start()):
            yield Finding(
                paper.text.span(match.start(), match.end()),
                f'"{match.group()}" holds the place of a word. Write the word.',
            )
    if "??" in paper.text.plain or "[?]" in paper.text.plain:
        expression = pattern(
            r"(?:Figs?|Tables?|Tab|Eqs?|Sections?|Sec|Refs?)\.?[\s\u00a0]{0,3}(\?\?)"
            r"|[\[](\?{1,2})\]"
        )
        for match in paper.find(expression, WORDS):
            start, end = match.span(1 if match.group(1) else 2)
            yield Finding(
                paper.text.span(start, end),
                f'"{match.group(1) or match.group(2)}" is an unresolved cross-reference or'
                " citation. Refer to an existing label or key.",
            )
    if context.latex is not None:
        yield from _commands(context.latex, vocabulary.commands, notes)
        yield from _colored(context, context.latex)


def _commands(view: LatexView, markers: list[str], notes: list[str]) -> Iterator[Finding]:
    """Commands that mark unfinished work, and macros of the draft for notes to each other."""
    for name in [*markers, *notes]:
        message = f"\\{name} marks unfinished work or prints filler text. Delete it."
        if name not in markers:
            message = f"\\{name} prints a note of an author. Settle the note and delete it."
        for use in view.commands(name):
            if not (use.in_definition or use.in_preamble):
                note = [_with_note(use)] if _is_all_note(view, name) else []
                yield Finding(use.name_span, message, condemned=note)


def _colored(context: Context, view: LatexView) -> Iterator[Finding]:
    """Colored or highlighted sentences of the running text."""
    marked = [use for use in view.commands("textcolor", "hl", "color") if _marks_change(use)]
    if not marked:
        return
    paper = context.paper
    prose = Regions(paragraph.span for paragraph in paper.paragraphs)
    floats = Regions(holder.span for holder in paper.floats)
    for use in marked:
        at = use.span.end - (use.name != "color")
        if prose.cover(Span(use.span.source, at, at)) and not floats.cover(use.span):
            message = (
                "The text is colored, as in a draft with marked changes. Set it in black for"
                " publication."
            )
            yield Finding(use.name_span, message, severity=INFO)


def _marks_change(use: Command) -> bool:
    """True for a command that colors several words as authors mark changes."""
    if use.in_preamble or use.in_definition:
        return False
    color = "yellow" if use.name == "hl" else use.argument(0).strip().partition("!")[0]
    words = _after(use.span) if use.name == "color" else use.argument(0 if use.name == "hl" else 1)
    return color.lower() in MARKING and len(words.split()) >= LONG


def _after(span: Span) -> str:
    """The text that a switch colors: up to the end of the group, roughly."""
    return span.source.text[span.end : span.end + 200].partition("}")[0].partition("\n\n")[0]


def _with_note(use: Command) -> Span:
    """The command with its first argument."""
    argument = next((item for item in use.arguments if not item.optional), None)
    end = argument.span.end if argument is not None else use.name_span.end
    return Span(use.span.source, use.span.start, max(end, use.name_span.end))


def _is_all_note(view: LatexView, name: str) -> bool:
    """True if the first argument is a note, not text of the paper that the macro prints, too."""
    definition = view.definitions.get(name)
    return definition is None or definition.arguments == 1


def _is_printed_by(paper: Paper, start: int, macros: list[str]) -> bool:
    """True for a word that one of these macros prints: the macro has a separate finding."""
    call = pattern(r"\\([a-zA-Z@]+)").match(paper.text.span(start, start + 1).text)
    return call is not None and call[1] in macros


def _title(context: Context) -> Iterator[Finding]:
    """A title that only holds the place of one."""
    paper = context.paper
    if paper.title is None:
        return
    passage = paper.title.passage
    words = passage.plain.strip(" .…!?:\n\u00a0")
    if " ".join(words.lower().split()) in context.vocabulary.template.markers.titles:
        start = passage.start + passage.plain.index(words)
        yield Finding(
            paper.text.span(start, start + len(words)),
            f'"{words}" holds the place of a title. Write the title of the paper.',
            condemned=[passage.span],
        )


def _notice(context: Context) -> Iterator[Finding]:
    """The notice at the end of the template, once in each passage."""
    paper = context.paper
    seen: set[int] = set()
    for start, end, _ in hits(context, context.vocabulary.template.notice, WORDS | {REFERENCE}):
        passage = paper.passage_at(start)
        if passage.start not in seen:
            seen.add(passage.start)
            yield Finding(
                paper.text.span(start, end),
                "This is the notice at the end of the template. Delete it; IEEE does not publish"
                " papers that contain it.",
                severity=ERROR,
                condemned=condemned_by(context, start, end),
            )


def _is_topic(context: Context, start: int, word: str) -> bool:
    """True in a paper about markers, "TODO comments" or many uses of the word, and in one that
    defines the word as an abbreviation.
    """
    if context.index.abbreviations.defined(word):
        return True  # "some fields are to be determined (TBD)"
    plain = context.paper.text.plain
    nouns = tuple(context.vocabulary.template.markers.nouns)
    places = context.index.words.get(word.lower(), ())
    return any(
        plain[at + len(word) : at + len(word) + 12].lower().lstrip().startswith(nouns)
        for at in (places if len(places) >= MANY else [start])
    )


def _lists_markers(paper: Paper, uses: list[tuple[int, str]]) -> bool:
    """True if a paper lists markers, "TODO or FIXME": it is about markers in other texts."""
    in_order = sorted(uses)
    return any(
        second != word and pattern(LISTED).fullmatch(paper.text.plain[start + len(word) : at][:10])
        for (start, word), (at, second) in zip(in_order, in_order[1:])
    )


def _is_cell(paper: Paper, start: int) -> bool:
    """True for a table cell of only "XXX" or "TBD", which may mask a value."""
    passage = paper.passage_at(start)
    return passage.zone == CELL and len(passage.plain.strip()) <= 4
