"""BIB003: capitals in titles that the style prints in lowercase."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.bibtex_strings import lowered
from ieeelint.patterns import pattern
from ieeelint.phrases import series
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.bibtex_examples import HEAD
from ieeelint.rules.support.title_losses import TitleLosses, lost_in_note
from ieeelint.rules.support.title_words import is_in_title_case
from ieeelint.rules.support.works import (
    BIBTEX,
    cited,
    part,
    uses_biblatex,
    uses_ieeetran,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.entries import Field

WHOLE_IN_BRACES = r"\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\s*\Z"
MOST_SHOWN = 3  # words in a message
FEWEST_WORDS = 2  # a shorter title in double braces may be a name
TITLE = "@article{lima, author = {Ana Lima}, journal = {J. Flow}, year = 2024, title = %s}"


def _example(title: str) -> str:
    return HEAD + TITLE.replace("%s", title)


@rule(
    "BIB003",
    "bib-title-protect",
    WARNING,
    "IEEE conference template, References (capitals of titles); IEEEtran.bst 1.14",
    bad=[
        _example("{Flow by a ⟦Kalman⟧ filter}"),
        _example('"Flow in ⟦MIMO⟧ and 3D pipes"'),
        _example("⟦{{Steady Flow in a Narrow Pipe}}⟧"),
        _example("{⟦MIMO⟧ pipes}"),
        _example("{⟦FLOW⟧ by MIMO: The pipe of the sand}"),
        _example("{Magnets of ⟦Nd-Fe-B⟧ in a pipe}"),
        _example("{Flow of ⟦$H_2$⟧ in a pipe}"),
        _example("{Flow by all-⟦MiniLM⟧-{L}6}"),
        _example("{Flow of ⟦Li(NiMnCo)⟧ in a pipe}"),
        _example("{Sorting with ⟦\\LaTeX⟧ in $O(n)$ steps}"),
        _example("{Deep ⟦X⟧-Ray Images of Sand}"),
        _example("{Fast Flow in ⟦C⟧++: Theory}"),
        _example("{Flow in Pipes, Part ⟦I⟧}"),
        _example("{Why ⟦I⟧ Flow in Class D Pipes}"),
        _example("{Heat at 10{\\textdegree}⟦C⟧ in Pipes}"),
        _example("{Flow of ⟦Si⟧ on Ge}"),
        _example("{Segments by ⟦U⟧-Net and V-Net}"),
        _example("{Slow flow of water and sand by the methods of ⟦Zyx⟧}"),
        _example("{A slow flow of water and sand in narrow pipes: the ⟦Slow⟧ Water Zyx}"),
        _example("{A slow flow of water and sand in narrow pipes by the Slow ⟦Kalman⟧ filter}"),
        _example("{A slow flow of water and sand in narrow pipes by the Slow Water's ⟦Zyx⟧}"),
        _example("{Strömung von ⟦Sand⟧ durch das Rohr}"),
        _example("{A Pipe of ⟦{\\bf FLW Sand}⟧ in Water}"),
        _example("{Flow by ⟦O'Lima⟧ and Yolo9}"),
        _example("{⟦FLW⟧ SND: The Pipe of the Slow Sand}"),
        _example("{Narrow pipes}, note = {⟦DOI⟧: 10.1/2}"),
        _example("{Narrow pipes}, note = {⟦DOI⟧: 10.1/2}").replace(
            "\\bibliographystyle{IEEEtran}\n", ""
        ),
    ],
    good=[
        _example("{Flow by a {Kalman} filter in {MIMO} pipes}"),
        _example("{Kalman filters of {F}low: A Study}"),
        _example("{Flow in Narrow Pipes: Theory and Practice}"),
        _example("{Pipes of {Nd-Fe-B} and Plan-{B}-Flow}"),
        _example("{Narrow pipes}"),
        _example("{Flow in the Net: E-Mail, K-Means and the Flow --- A Study}"),
        _example("{The slow flow of the sand in water: a Study}"),
        _example("{Zyx Water of a slow flow of water in narrow steady pipes: Zyx Flow}"),
        _example("{Sand in 2 kg and 9 Mm steps of a slow and steady flow -- Pipes in Part 2}"),
        _example("{The Flow A La Carte of {\\em slow} and {\\em Steady} {\\'E}cole and \\O sted}"),
        _example("{Fluxo de areia em canos E tubos do Xa {Porto}}"),
        _example("{Slow steady flow of water and sand in a narrow Web Section of a Pipe}").replace(
            "\\cite{lima}", "\\cite{lima,costa}"
        )
        + "@misc{costa, title = {Narrow pipes}}",
        _example("{Narrow Pipes}, note = {In the Sand}"),
        _example("{Narrow pipes}, note = {A Sand}"),
        _example("{Narrow pipes}, note = {DOI: 10.1/2}").replace("style{IEEEtran", "style{plain"),
        _example("{Narrow pipes}, note = {DOI: 10.1/2}").replace("@article", "@online"),
        _example("{FLOW IN NARROW PIPES OF STEEL}"),
        _example("{FLOW IN THE PIPE: A long study of steady water and sand}"),
        _example("{A Kalman filter}").replace("@article", "@book"),
        _example("{Flow of {$H_2$} and {\\'E}cole}"),
        _example("{{Steady flow by Kalman filters in a pipe}}"),
        _example("{{Narrow Pipes}}"),
        _example("{Flow of $n_{AB}$ grains and {$O(n)$ steps} in {\\LaTeX}}"),
        "%! preamble\n"
        "\\usepackage[style=ieee]{biblatex}\n"
        "\\addbibresource{refs.bib}\n"
        "%! body\n"
        "\\cite{lima}\n"
        "%! file refs.bib\n" + TITLE.replace("%s", "{Flow by a Kalman filter}"),
    ],
    fixes=[
        (_example("{Flow by a ⟦Kalman⟧ filter}"), _example("{Flow by a {Kalman} filter}")),
        (_example("{An ⟦FFT⟧-Based 3D View}"), _example("{An {FFT}-Based {3D} View}")),
        (_example("{Flow of ⟦Li(NiMnCo)O2⟧}"), _example("{Flow of {Li(NiMnCo)O2}}")),
        (_example("{Flow by ⟦all-MiniLM-L6-v2⟧}"), _example("{Flow by {all-MiniLM-L6-v2}}")),
        (_example("{Steady flow by ⟦TCP⟧/IP}"), _example("{Steady flow by {TCP}/{IP}}")),
        (_example("{Flow of ⟦$H_2$⟧}"), _example("{Flow of {$H_2$}}")),
        (_example("{Steady Flow by ⟦PISCES-A⟧}"), _example("{Steady Flow by {PISCES-A}}")),
        (_example("{A ⟦3-D⟧ Flow by U-Net}"), _example("{A {3-D} Flow by {U-Net}}")),
    ],
    formats=BIBTEX,
)
def title_protected(context: Context) -> Iterator[Finding]:
    """Put names, acronyms, letters, and formulas with capitals in titles in braces, but not the
    whole title.

    IEEEtran.bst prints titles in lowercase, except the first letter and the
    letter after a colon, so "MIMO" prints as "mimo", "C++" as "c++", and ``$H_2$`` as ``$h_2$``.
    Books keep their capitals. Ordinary words lose only the capitals of title case. In a title in
    sentence case, a capital that the paper's other titles and its text do not have in lowercase
    is that of a name. Of a note, the style makes the first letter lowercase: "DOI" prints as "dOI".
    Double braces around the whole title print it as typed. In title case, that
    is wrong: IEEE uses sentence case.
    """
    if uses_biblatex(context):
        return
    types = context.vocabulary.entry_types
    losses = TitleLosses(context)
    is_ieeetran = uses_ieeetran(context)
    for entry in cited(context):
        note = entry.fields.get("note")
        if is_ieeetran and note is not None and note.inside is not None:
            if entry.kind not in types.web and (place := lost_in_note(note.inside.text)):
                yield _lost_capitals(note, [place])
        title = entry.fields.get("title")
        if entry.kind not in types.kept_titles and title is not None and title.inside is not None:
            if not pattern(WHOLE_IN_BRACES).match(title.inside.text):
                if places := losses.places(title.inside.text):
                    yield _lost_capitals(title, places)
            elif entry.kind == "misc" or entry.kind in types.required:
                yield from _whole_in_braces(context, title)


def _whole_in_braces(context: Context, title: Field) -> Iterator[Finding]:
    """A finding about a title in title case that the style cannot change."""
    assert title.inside is not None
    plain = pattern(r"\\[A-Za-z]+\s*|\\.|[{}]").sub("", title.inside.text).strip()
    if is_in_title_case(context, plain, FEWEST_WORDS):
        yield Finding(
            title.span,
            "Double braces print the title as typed. Put only names and acronyms in braces: the"
            " style prints the rest in lowercase.",
        )


def _lost_capitals(field: Field, places: list[tuple[int, int]]) -> Finding:
    """A finding about the words, formulas, and commands that lose their capitals."""
    assert field.inside is not None
    text = field.inside.text
    words = list(dict.fromkeys(text[start:end] for start, end in places))
    in_braces = [f"{{{word}}}" for word in words[:MOST_SHOWN]]
    if len(words) > MOST_SHOWN:
        in_braces.append(f"{len(words) - MOST_SHOWN} more")
    start, end = places[0]
    printed = text[0].lower() + text[1:] if field.name == "note" else lowered(text, True)
    edits = [Edit(part(field, start, end), f"{{{text[start:end]}}}") for start, end in places]
    return Finding(
        part(field, start, end),
        f'The style prints "{words[0]}" as "{printed[start:end]}". Write {series(in_braces)} to'
        " keep the capitals.",
        Fix(*edits),
    )
