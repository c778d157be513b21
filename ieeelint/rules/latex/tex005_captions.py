"""TEX004, 005: packages and commands that replace the fonts, captions and floats of the
class.
"""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.model import ALGORITHM_FLOAT, PROSE
from ieeelint.paper.source import Span
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.latex_source import (
    Nesting,
    Regions,
    add_option,
    float_regions,
    option_keys,
    passed_options,
    shares_its_call,
    unload,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.views.latex import LatexView, Package

SIZES = ("tiny", "scriptsize", "footnotesize", "small", "large", "Large")
SUBFIG_OPTIONS = "caption=false,font=footnotesize"


@rule(
    "TEX004",
    "tex-font-override",
    WARNING,
    "How to Use the IEEEtran LaTeX Class, app. D; bare_conf.tex",
    bad=[
        "%! preamble\n\\usepackage{⟦lmodern⟧}",
        "%! preamble\n\\usepackage{amsmath,⟦mathpazo⟧}",
        "%! preamble\n⟦\\renewcommand{\\rmdefault}⟧{ppl}",
        "%! preamble\n\\usepackage{fontspec}\n⟦\\setmainfont⟧{Garamond}",
        "%! preamble\n\\usepackage[⟦sfdefault⟧]{roboto}",
        "\\section{Introduction}\n⟦\\small⟧\nThe gain is high.\n\nThe noise is low.",
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
    ],
    fixes=[
        ("%! preamble\n\\usepackage{lmodern}", "%! preamble\n% \\usepackage{lmodern}"),
        ("%! preamble\n\\usepackage{amsmath,palatino}", "%! preamble\n\\usepackage{amsmath}"),
    ],
    formats=("latex",),
)
def font_override(context: Context) -> Iterable[Finding]:
    """The text and the mathematics keep the fonts of the class, and the body keeps its size.

    IEEE prints in Times. The class loads it; a font package or a size command
    for the whole text gives pages that do not look like the others and that
    hold another number of words. Sizes inside tables and figures are free.
    """
    view = context.latex
    if view is None:
        return
    fonts = context.vocabulary.classes.fonts
    for name in fonts.packages:
        package = view.packages.get(name)
        if package is not None:
            yield Finding(
                package.name_span,
                f'The package "{name}" replaces the Times fonts of the class. Remove it.',
                Fix(unload(package), safe=name == "lmodern"),
            )
    for name in fonts.sans_serif:
        package = view.packages.get(name)
        for option, place in package.options if package is not None else ():
            if option in fonts.sans_serif_options:
                yield Finding(
                    place,
                    f'The option "{option}" of "{name}" sets the whole text without serifs. IEEE'
                    " prints in Times.",
                )
    yield from _default_fonts(view, fonts.times)
    yield from _body_sizes(context.paper, view)


def _default_fonts(view: LatexView, times: list[str]) -> Iterator[Finding]:
    """The main font by command."""
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
                "The main font is changed here. IEEE prints in Times, which the class loads: remove"
                " this.",
            )
    for command in view.commands("setmainfont", "setromanfont", "babelfont"):
        font = command.argument(1 if command.name == "babelfont" else 0)
        if command.name == "babelfont" and command.argument(0).strip() != "rm":
            continue
        if font and "\\" not in font and "#" not in font and not _is_times(font, times):
            yield Finding(
                command.name_span,
                f'The main font is "{font.strip()}". IEEE prints in Times: write \\setmainfont{{TeX'
                " Gyre Termes}.",
            )


def _is_times(font: str, times: list[str]) -> bool:
    """True when the name means Times or a font drawn like it."""
    font = font.lower()
    return any(word in font for word in times) or "timesnewroman" in font


def _body_sizes(paper: Paper, view: LatexView) -> Iterator[Finding]:
    """Another size for the running text."""
    uses = [
        one
        for one in view.commands(*SIZES, "fontsize")
        if not (one.in_preamble or one.in_definition)
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
                f"From here on \\{command.name} sets the text in another size. IEEE papers keep the"
                " size of the class: remove it, or put it in braces with what it is for.",
            )


@rule(
    "TEX005",
    "tex-caption-and-float-packages",
    WARNING,
    "How to Use the IEEEtran LaTeX Class, sec. X-A; bare_conf.tex",
    bad=[
        "%! preamble\n\\usepackage{⟦caption⟧}",
        "%! preamble\n\\usepackage{⟦subfig⟧}",
        "%! preamble\n\\usepackage[tight]{⟦subfigure⟧}",
        "%! preamble\n\\usepackage{⟦subcaption⟧}",
        "%! preamble\n\\usepackage{⟦psfig⟧}",
        (
            "%! preamble\n"
            "\\usepackage{⟦algorithm⟧}\n"
            "%! body\n"
            "\\section{Method}\n"
            "\\begin{algorithm}\n"
            "\\caption{Search}\n"
            "step\n"
            "\\end{algorithm}"
        ),
    ],
    good=[
        "%! preamble\n\\usepackage[caption=false,font=footnotesize]{subfig}",
        "%! preamble\n\\PassOptionsToPackage{caption=false}{subfig}\n\\usepackage{subfig}",
        "%! preamble\n\\usepackage{stfloats,dblfloatfix,algorithmic,algpseudocode}",
        "%! preamble\n\\usepackage{float,algorithm}",
    ],
    fixes=[
        (
            "%! preamble\n\\usepackage{subfig}",
            "%! preamble\n\\usepackage[caption=false,font=footnotesize]{subfig}",
        ),
        (
            "%! preamble\n\\usepackage[font=footnotesize]{subfig}",
            "%! preamble\n\\usepackage[caption=false,font=footnotesize]{subfig}",
        ),
        (
            "%! preamble\n\\usepackage{graphicx,subfig}",
            (
                "%! preamble\n"
                "\\usepackage{graphicx}\n"
                "\\usepackage[caption=false,font=footnotesize]{subfig}"
            ),
        ),
    ],
    formats=("latex",),
)
def caption_and_float_packages(context: Context) -> Iterable[Finding]:
    """No package replaces IEEE's captions or floats.

    The package caption, and all that load it, print "Fig. 1:" in large type
    instead of IEEE's "Fig. 1." in small type. For pictures of several parts
    IEEE recommends subfig with the option caption=false. The floats of
    algorithm and of the placement [H] look unlike IEEE's; they are common in
    printed papers, so they are mentioned only.
    """
    view = context.latex
    if view is None:
        return
    floats = context.vocabulary.classes.floats
    for name in floats.caption_packages:
        package = view.packages.get(name)
        if package is not None:
            message = f'The package "{name}" replaces IEEE\'s captions. Remove it'
            if name == "subfigure":
                message = (
                    'The package "subfigure" is obsolete and resets the captions. Load'
                    " \\usepackage[caption=false,font=footnotesize]{subfig} and write \\subfloat"
                )
            yield Finding(package.name_span, message + ".")
    for name in floats.obsolete:
        package = view.packages.get(name)
        if package is not None and name not in floats.caption_packages:
            yield Finding(
                package.name_span,
                f'The package "{name}" is obsolete. Load graphicx and write \\includegraphics.',
            )
    yield from _subfig(view)
    stfloats = view.packages.get("stfloats")
    if stfloats is not None and "fixltx2e" in view.packages:
        yield Finding(
            view.packages["fixltx2e"].name_span,
            '"fixltx2e" undoes what "stfloats" does. Remove it: LaTeX needs it no more.',
            Fix(unload(view.packages["fixltx2e"])),
        )
    for name in floats.debatable:
        package = view.packages.get(name)
        if package is not None:
            message = _debatable(context.paper, package)
            if message:
                yield Finding(package.name_span, message, severity=INFO)


def _subfig(view: LatexView) -> Iterator[Finding]:
    """subfig without ``caption=false`` loads the package caption."""
    package = view.packages.get("subfig")
    if package is None:
        return
    options = [option for option, _ in package.options]
    options += passed_options(view, "PassOptionsToPackage", "subfig")
    if option_keys(options).get("caption") == "false":
        return
    fix = None
    if "caption" not in view.packages and not view.commands("captionsetup"):
        fix = _caption_false(package)
    yield Finding(
        package.name_span,
        'The package "subfig" replaces IEEE\'s captions unless it has the option caption=false. '
        f"Write \\usepackage[{SUBFIG_OPTIONS}]{{subfig}}.",
        fix,
    )


def _caption_false(package: Package) -> Fix | None:
    """Give subfig its option, in a call of its own where it shares one."""
    if not shares_its_call(package):
        edit = add_option(package, "caption=false" if package.options else SUBFIG_OPTIONS)
        return Fix(edit) if edit is not None else None
    if package.options:
        return None
    source = package.span.source
    removal = unload(package)
    text = source.text
    rest = (
        text[package.span.start : removal.span.start]
        + removal.text
        + text[removal.span.end : package.span.end]
    )
    line = "\r\n" if "\r\n" in text[:4000] else "\n"
    return Fix(Edit(package.span, f"{rest}{line}\\usepackage[{SUBFIG_OPTIONS}]{{subfig}}"))


def _debatable(paper: Paper, package: Package) -> str:
    """What to say of a package that many printed papers use; empty when it does no harm here."""
    name = package.name
    if name == "subcaption":
        return (
            'The package "subcaption" loads "caption", which replaces IEEE\'s captions. '
            "IEEE recommends \\usepackage[caption=false,font=footnotesize]{subfig}."
        )
    if name == "float":
        floats: list[Any] = paper.floats
        if not any("H" in (one.placement or "") for one in floats):
            return ""
        return (
            'The placement [H] of the package "float" puts floats in the middle of a column. '
            "IEEE sets them at the top or bottom: write [t] or [!t]."
        )
    if name in ("algorithm", "algorithm2e"):
        algorithms = [one for one in paper.other_floats if one.kind == ALGORITHM_FLOAT]
        figures = Regions(one.span for one in paper.figures)
        if all(figures.cover(one.span) for one in algorithms):
            return ""
        return (
            f'The floats of the package "{name}" are not IEEE\'s. '
            "IEEEtran's guide sets algorithms in a figure; ask the venue before you change it."
        )
    return (
        f'The package "{name}" moves floats in a way IEEE\'s class does not foresee. Check the'
        " pages with it."
    )
