"""TEX003: space removed by hand to save room."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.latex_source import Regions, delete

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.views.latex import LatexView

MANY = 3  # paragraphs; above this number, one finding reports them all
SIZE = r"(?:[\d.,]+\s*(?:fil+|(?:true\s*)?[a-z]{2})|[\d.,]*\s*\\(?!dimexpr|glueexpr)[a-zA-Z@]+)"
NEGATIVE_SKIP = rf"\s*-\s*{SIZE}(?:\s*\\?@?(?:plus|minus)\s*-?\s*{SIZE}){{0,2}}"
# Places where no paragraph is open, or where the paragraph ends anyway.
NO_PARAGRAPH_BEFORE = r"(?:\n[ \t\r]*\n|\\par|\\end\{[a-z]+\*?\})\s*\Z"
NO_PARAGRAPH_AFTER = (
    r"[ \t\r]*(?:\n[ \t\r]*\n|\n?\s*\\(?:par(?![a-zA-Z])|(?:sub)*section\W|end\{document))"
)
LOOSENESS = r"\s*=?\s*-\s*[1-9]"
ZERO = r"-\s*0*\.?0*\s*[a-z]{2}$"


@rule(
    "TEX003",
    "tex-vspace-abuse",
    WARNING,
    "IEEE conference template, sec. II-B; How to Use the IEEEtran LaTeX Class, app. D",
    bad=[
        "\\section{Results}\n⟦\\vspace{-4mm}⟧\nThe gain is high.",
        "⟦\\vskip -3pt⟧\nThe gain is high.",
        "⟦\\enlargethispage⟧{2\\baselineskip}\nThe gain is high.",
        "One.⟦\\vspace{-1mm}⟧\n"
        "\n"
        "Two.\\vspace{-1mm}\n"
        "\n"
        "Three.\\vspace*{-1mm}\n"
        "\n"
        "Four.\\vspace{-1mm}\n"
        "\n"
        "Five.",
        "%! preamble\n⟦\\renewcommand{\\bibfont}⟧{\\scriptsize}",
        (
            "It is wet.\n"
            "\n"
            "⟦\\vspace{-2pt}⟧\n"
            "\\vspace{0pt} \\vspace{-0pt} \\vspace*{-1em} \\vspace{2pt} \\vskip -3pt "
            "\\vskip 3pt \\vskip-2ex plus 1ex It is dry."
        ),
        "It is wet. ⟦\\enlargethispage{2cm}⟧ \\enlargethispage*{1cm} Sand.",
        (
            "\\begin{figure}[!t]\\includegraphics{a}\\caption{Plant.}\\label{f}⟦\\vspace{-2pt}⟧\\end{figure}\n"
            "\\section{Sand}\n"
            "\\vspace{-3pt}\n"
            "It is dry. \\vskip -2pt It is wet."
        ),
        "%! preamble\n⟦\\newcommand{\\bibfont}{\\tiny}⟧",
        "%! preamble\n⟦\\newcommand{\\bibfont}{\\scriptsize}⟧",
        (
            "%! preamble\n"
            "\\usepackage{biblatex}\n"
            "⟦\\AtBeginBibliography{\\tiny}⟧\n"
            "\\AtBeginBibliography{\\scriptsize}\n"
            "\\AtBeginBibliography{\\footnotesize}"
        ),
        "%! back\n⟦\\tiny⟧\n\\bibliographystyle{IEEEtran}",
        (
            "⟦\\looseness⟧=-1 A sand.\n"
            "\n"
            "\\looseness=-1 A sand.\n"
            "\n"
            "\\looseness=-1 A sand.\n"
            "\n"
            "\\looseness=-1 A sand.\n"
            "\n"
            "\\looseness=-1 A sand.\n"
            "\n"
            "\\looseness=-1 A sand.\n"
            "\n"
            "\\looseness=-1 A sand."
        ),
    ],
    good=[
        "\\vspace{4mm}\nThe gain is high.\n\\vspace{-0pt}",
        (
            "%! class\n"
            "\\documentclass[journal]{IEEEtran}\n"
            "%! back\n"
            "\\vspace*{-2\\baselineskip}\n"
            "\\begin{IEEEbiography}{Ana Lima}\n"
            "is an engineer.\n"
            "\\end{IEEEbiography}"
        ),
        "\\enlargethispage{-6cm}\nThe gain is high.",
        "\\begin{minipage}{3cm}\\vspace{-2mm}A box.\\end{minipage}",
        "The gain is high. % \\vspace{-4mm}",
        "\\looseness=-1 The gain is high.",
        (
            "%! preamble\n"
            "\\newcommand{\\squeeze}{\\vspace{-2pt}\\enlargethispage{2cm}\\vskip -2pt}\n"
            "%! body\n"
            "It is wet. \\enlargethispage{-2cm}\\enlargethispage{}\\enlargethispage{#1}"
        ),
        (
            "%! back\n"
            "\\vspace{-2cm}\n"
            "\\begin{IEEEbiographynophoto}{Ana Lima}\n"
            "It is.\\end{IEEEbiographynophoto}"
        ),
        ("%! preamble\n\\newcommand{\\bibfont}{\\footnotesize}\n%! body\n{\\tiny Sand.}"),
        "\\looseness=-1 Sand. \\looseness=1 Mud.",
    ],
    fixes=[
        (
            "The gain is high.\n\n⟦\\vskip -3pt plus 1pt minus 2pt⟧\nThe noise is low.",
            "The gain is high.\n\nThe noise is low.",
        ),
        (
            "The gain is high. ⟦\\vskip-.5\\baselineskip⟧ The noise is low.",
            "The gain is high. \\par The noise is low.",
        ),
        (
            (
                "\\begin{figure}[t]\n"
                "\\includegraphics{a}\n"
                "\\caption{Gain of the amplifier over the band.}\n"
                "\\vspace{-4mm}\n"
                "\\end{figure}"
            ),
            (
                "\\begin{figure}[t]\n"
                "\\includegraphics{a}\n"
                "\\caption{Gain of the amplifier over the band.}\n"
                "\\end{figure}"
            ),
        ),
    ],
    formats=("latex",),
)
def vertical_squeezing(context: Context) -> Iterable[Finding]:
    """Do not save room with negative vertical space or longer pages.

    IEEE sets all spaces. Production removes such commands, and the paper may
    then exceed its page limit. Shorten the text instead.
    """
    view = context.latex
    if view is None:
        return
    places = _negative_spaces(view)
    if places:
        names = context.vocabulary.latex.spaces.placing_environments
        placing = Regions(environment.span for environment in view.environments(*names))
        places = [span for span in places if not (placing.cover(span) or _precedes_biography(span))]
    ends = _ends_of_captions_and_headings(context.paper) if places else frozenset()
    follows = [_follows_directly(ends, span) for span in places]
    for span, is_safe in zip(places, follows, strict=True):
        yield Finding(
            span,
            f'"{" ".join(span.text.split())}" removes space. IEEE sets the spacing. Remove it.',
            Fix(_removal(span, is_safe), safe=is_safe),
        )
    for command in view.commands("enlargethispage", "enlargethispage*"):
        length = command.argument(0).strip()
        if (
            length
            and not length.startswith("-")
            and "#" not in length
            and not command.in_definition
        ):
            yield Finding(
                command.span,
                "\\enlargethispage makes this page longer than IEEE's pages. Remove it and shorten"
                " the text.",
                Fix(delete(command.span), safe=False),
            )
    yield from _small_references(view)
    yield from _tightened_paragraphs(view)


def _negative_spaces(view: LatexView) -> list[Span]:
    """Every ``\\vspace{-…}`` and ``\\vskip-…`` outside macros of the draft."""
    spaces = []
    for command in view.commands("vspace", "vspace*", "vskip"):
        if command.in_definition:
            continue
        if command.name == "vskip":
            match = pattern(NEGATIVE_SKIP).match(command.span.source.text, command.name_span.end)
            if match is not None:
                spaces.append(Span(command.span.source, command.name_span.start, match.end()))
        else:
            length = command.argument(0).strip()
            if length.startswith("-") and not pattern(ZERO).match(length[:40]):
                start, source = command.name_span.start, command.span.source
                end = next(part.span.end for part in command.arguments if not part.optional) + 1
                spaces.append(Span(source, start, end))
    return spaces


def _removal(span: Span, follows: bool) -> Edit:
    """Delete a space; \\vskip in a paragraph also ends it, and \\par is what remains."""
    edit = delete(span)
    if follows or not span.text.startswith("\\vskip"):
        return edit
    text = span.source.text
    before = text[max(edit.span.start - 200, 0) : edit.span.start]
    after = text[edit.span.end : edit.span.end + 200]
    if pattern(NO_PARAGRAPH_BEFORE).search(before) or pattern(NO_PARAGRAPH_AFTER).match(after):
        return edit
    return Edit(span, "\\par" + " " * text[span.end : span.end + 1].isalpha(), on_source=True)


def _precedes_biography(span: Span) -> bool:
    """True right before a biography, where IEEE's guide recommends a negative space."""
    after = span.source.text[span.end : span.end + 300].lstrip()
    return after.startswith(("\\begin{IEEEbiography", "\\begin{biography"))


def _ends_of_captions_and_headings(paper: Paper) -> frozenset[tuple[int, int]]:
    """File and offset where each caption and each heading ends."""
    spans = [caption.span for item in paper.floats for caption in item.captions]
    spans += [heading.span for heading in paper.headings]
    return frozenset((id(span.source), span.end) for span in spans)


def _follows_directly(ends: frozenset[tuple[int, int]], span: Span) -> bool:
    """True if at most a label is between one of ``ends`` and ``span``."""
    text = span.source.text
    begin = max(span.start - 400, 0)
    before = text[begin : span.start].rstrip()
    cut = before.rfind("\\label{")
    if cut >= 0 and before.endswith("}") and "}" not in before[cut:-1]:
        before = before[:cut].rstrip()
    return (id(span.source), begin + len(before)) in ends


def _small_references(view: LatexView) -> Iterator[Finding]:
    """A reference list in smaller type than IEEE's."""
    message = "This makes the type of the reference list smaller than IEEE's. Remove it."
    font = view.definitions.get("bibfont")
    if font is not None and ("\\scriptsize" in font.body or "\\tiny" in font.body):
        yield Finding(font.span, message)
    for command in view.commands("AtBeginBibliography"):
        if "\\scriptsize" in command.argument(0) or "\\tiny" in command.argument(0):
            yield Finding(command.span, message)
    for command in view.commands("scriptsize", "tiny"):
        after = command.span.source.text[
            command.name_span.end : command.name_span.end + 120
        ].lstrip()
        if after.startswith(
            (
                "\\bibliography{",
                "\\begin{thebibliography}",
                "\\printbibliography",
                "\\bibliographystyle",
            )
        ):
            yield Finding(command.name_span, message)


def _tightened_paragraphs(view: LatexView) -> Iterator[Finding]:
    """Many paragraphs that are forced to be a line shorter."""
    tight = [
        command.name_span
        for command in view.commands("looseness")
        if pattern(LOOSENESS).match(command.span.source.text, command.name_span.end)
    ]
    if len(tight) > MANY:
        for span in tight:
            yield Finding(
                span,
                "Many paragraphs are tightened with \\looseness. Shorten the text instead.",
                severity=INFO,
            )
