"""TEX004: packages and commands that change the font or its size."""

from __future__ import annotations

from ieeelint.finding import Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.paper.zones import PROSE
from ieeelint.rules import WARNING, rule
from ieeelint.rules.support.latex_class import safe_in_ieee_classes
from ieeelint.rules.support.latex_packages import unload
from ieeelint.rules.support.latex_source import Nesting, Regions, float_regions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.views.latex import LatexView

SIZES = ("tiny", "scriptsize", "footnotesize", "small", "large", "Large")


@rule(
    "TEX004",
    "tex-font-override",
    WARNING,
    "How to Use the IEEEtran LaTeX Class, app. D; bare_conf.tex",
    bad=[
        "%! preamble\n\\usepackage{⟦lmodern⟧}",
        "%! class\n\\documentclass{article}\n%! preamble\n\\usepackage{⟦lmodern⟧}",
        (
            "%! class\n\\IfFileExists{x.cls}{\\documentclass{IEEEtran}}{\\documentclass{article}}\n"
            "%! preamble\n\\usepackage{⟦lmodern⟧}"
        ),
        "%! preamble\n\\usepackage{amsmath,⟦mathpazo⟧}",
        "%! preamble\n\\usepackage{⟦eulervm⟧}",
        "%! preamble\n⟦\\renewcommand{\\rmdefault}⟧{ppl}",
        "%! preamble\n\\usepackage{fontspec}\n⟦\\setmainfont⟧{Garamond}",
        "%! preamble\n\\usepackage[⟦sfdefault⟧]{roboto}",
        "\\section{Introduction}\n⟦\\small⟧\nThe gain is high.\n\nThe noise is low.",
        (
            "%! preamble\n"
            "⟦\\renewcommand{\\rmdefault}⟧{ppl}\n"
            "\\renewcommand{\\familydefault}{\\sfdefault}"
        ),
        (
            "%! preamble\n"
            "\\usepackage{fontspec}\n"
            "⟦\\setmainfont⟧{Palatino}\n"
            "\\setmainfont{Times New Roman}\n"
            "\\setmainfont{\\x}\n"
            "\\babelfont{sf}{Arial}\n"
            "\\babelfont{rm}{Arial}\n"
            "\\setromanfont{TeX Gyre Termes}\n"
            "\\setromanfont{Georgia}"
        ),
        (
            "It is wet. ⟦\\small⟧ It is dry. {\\large Sand.} \\begin{center}\\small "
            "Mud.\\end{center} \\fontsize{9}{10}\\selectfont It is old.\n"
            "\n"
            "Last paragraph. \\normalsize"
        ),
    ],
    good=[
        "%! preamble\n\\usepackage{newtxmath,microtype}\n\\usepackage[T1]{fontenc}",
        "%! preamble\n\\usepackage{fontspec}\n\\setmainfont{TeX Gyre Termes}",
        "%! preamble\n\\usepackage{helvet,courier}\n\\renewcommand{\\rmdefault}{ptm}",
        "%! preamble\n% \\usepackage{lmodern}",
        (
            "\\section{Results}\n"
            "Table~\\ref{t} shows it.\n"
            "\\begin{table}\n"
            "\\caption{Gains}\\label{t}\n"
            "\\small\n"
            "\\begin{tabular}{c}1\\end{tabular}\n"
            "\\end{table}\n"
            "\n"
            "The noise is low."
        ),
        "\\section{Results}\nThe gain is high {\\small (about 3)}.\n\nThe noise is low.",
        (
            "%! preamble\n"
            "\\renewcommand{\\rmdefault}{ptm}\n"
            "\\renewcommand{\\familydefault}{\\rmdefault}"
        ),
        (
            "%! preamble\n"
            "\\newcommand{\\tight}{\\small}\n"
            "\\small\n"
            "%! title\n"
            "\\LARGE Flow\n"
            "%! body\n"
            "It is wet. "
            "\\begin{figure}[!t]\\small\\includegraphics{a}\\caption{Plant.}\\end{figure}\n"
            "\n"
            "Last.\n"
            "%! back\n"
            "\\footnotesize"
        ),
    ],
    fixes=[
        ("%! preamble\n\\usepackage{lmodern}", "%! preamble\n% \\usepackage{lmodern}"),
        ("%! preamble\n\\usepackage{amsmath,palatino}", "%! preamble\n\\usepackage{amsmath}"),
    ],
    formats=("latex",),
)
def font_override(context: Context) -> Iterable[Finding]:
    """Do not change the fonts of the class, or the size of the running text.

    IEEE prints in Times, which the class loads. A font package or a size
    command for the whole text makes pages that look different and hold a
    different number of words. Sizes inside tables and figures may change.
    """
    view = context.latex
    if view is not None:
        yield from safe_in_ieee_classes(context, _packages(context, view))
        yield from _default_fonts(view, context.vocabulary.classes.fonts.times)
        yield from _body_sizes(context.paper, view)


def _packages(context: Context, view: LatexView) -> Iterator[Finding]:
    """Packages that replace the fonts."""
    fonts = context.vocabulary.classes.fonts
    for name in (*fonts.packages, *fonts.formulas):
        package = view.packages.get(name)
        if package is not None:
            effect = "replaces the Times fonts of the class"
            if name in fonts.formulas:
                effect = "replaces the fonts of formulas, which the class sets"
            edit = unload(context, package)
            yield Finding(
                package.name_span,
                f'The package "{name}" {effect}. Remove it.',
                Fix(edit, safe=name == "lmodern") if edit is not None else None,
            )
    for name in fonts.sans_serif:
        package = view.packages.get(name)
        for option, place in package.options if package is not None else ():
            if option in fonts.sans_serif_options:
                yield Finding(
                    place,
                    f'The option "{option}" of "{name}" sets the whole text in sans serif. IEEE'
                    " prints in Times. Remove the option.",
                )


def _default_fonts(view: LatexView, times: list[str]) -> Iterator[Finding]:
    """A main font set by a command or a macro."""
    for name, harmless in (("rmdefault", ""), ("familydefault", "\\rmdefault")):
        definition = view.definitions.get(name)
        if (
            definition is not None
            and definition.body.strip() != harmless
            and not _is_times(definition.body, times)
        ):
            end = definition.span.source.text.find(name, definition.span.start) + len(name)
            if definition.span.source.text[end : end + 1] == "}":
                end += 1
            yield Finding(
                Span(definition.span.source, definition.span.start, end),
                "The main font is changed here. IEEE prints in Times, which the class loads. Remove"
                " this.",
            )
    for command in view.commands("setmainfont", "setromanfont", "babelfont"):
        font = command.argument(1 if command.name == "babelfont" else 0)
        if command.name == "babelfont" and command.argument(0).strip() != "rm":
            continue
        if font and "\\" not in font and "#" not in font and not _is_times(font, times):
            yield Finding(
                command.name_span,
                f'The main font is "{font.strip()}". IEEE prints in Times. Write \\setmainfont{{TeX'
                " Gyre Termes}.",
            )


def _is_times(font: str, times: list[str]) -> bool:
    """True if the name means Times or a font that looks like it."""
    font = font.lower()
    return any(word in font for word in times) or "timesnewroman" in font


def _body_sizes(paper: Paper, view: LatexView) -> Iterator[Finding]:
    """A different size for the running text."""
    uses = [
        command
        for command in view.commands(*SIZES, "fontsize")
        if not (command.in_preamble or command.in_definition)
    ]
    prose = [paragraph.order for paragraph in paper.paragraphs if paragraph.passage.zone == PROSE]
    if not uses or not prose:
        return
    last = max(prose)
    nesting = Nesting()
    floats = float_regions(paper)
    front = Regions(part.span for part in (paper.title, paper.author_block) if part is not None)
    for command in uses:
        place = command.name_span
        if command.order < last and not (
            floats.cover(place) or front.cover(place) or nesting.is_local(place)
        ):
            yield Finding(
                place,
                f"From here on, \\{command.name} changes the size of the text. IEEE papers keep the"
                " size of the class. Remove it, or put it in braces with the text that it is for.",
            )
