"""TEX005: packages that replace the captions and floats of the class."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.latex_packages import (
    add_option,
    is_loaded_elsewhere,
    option_keys,
    passed_options,
    shares_its_call,
    without,
)
from ieeelint.rules.support.latex_source import new_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.views.latex import LatexView, Package

# What the package caption gives, and what nothing gives after caption=false.
CAPTION_COMMANDS = (
    "captionsetup caption* captionof phantomcaption captionof* captionlistentry clearcaptionsetup"
    " DeclareCaptionFormat DeclareCaptionLabelFormat DeclareCaptionLabelSeparator"
    " DeclareCaptionFont DeclareCaptionJustification DeclareCaptionStyle DeclareCaptionType"
    " DeclareCaptionOption captionfont captionlabelfont AtBeginCaption AtEndCaption bicaption"
).split()
SUBFIG_OPTIONS = "caption=false,font=footnotesize"
COMPSOC_OPTIONS = SUBFIG_OPTIONS + ",labelfont=sf,textfont=sf"


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
        "%! class\n\\documentclass[journal,compsoc]{IEEEtran}\n%! preamble\n"
        "\\usepackage{⟦subcaption⟧}",
        (  # restored before the package changes it
            "%! preamble\n"
            "\\makeatletter\\let\\@makecaption\\kept\\makeatother\n"
            "\\usepackage{⟦caption⟧}"
        ),
        (
            "%! preamble\n"
            "\\usepackage{⟦caption2⟧}\n"
            "\\makeatletter\\def\\@makecaption#1#2{#1: #2}\\makeatother"
        ),
    ],
    good=[
        "%! preamble\n\\usepackage[caption=false,font=footnotesize]{subfig}",
        "%! preamble\n\\PassOptionsToPackage{caption=false}{subfig}\n\\usepackage{subfig}",
        "%! preamble\n\\usepackage{stfloats,dblfloatfix,algorithmic,algpseudocode}",
        (
            "%! preamble\n"
            "\\usepackage{float,algorithm,algpseudocode}\n"
            "%! body\n"
            "\\section{Method}\n"
            "\\begin{algorithm}\n"
            "\\caption{Search}\n"
            "step\n"
            "\\end{algorithm}"
        ),
        (
            "%! preamble\n"
            "\\makeatletter\\let\\kept\\@makecaption\\makeatother\n"
            "\\usepackage{caption,subcaption,subfig}\n"
            "\\makeatletter\\let\\@makecaption\\kept\\makeatother"
        ),
    ],
    fixes=[
        (
            "%! preamble\n\\usepackage{stfloats}\n\\usepackage{⟦fixltx2e⟧}",
            "%! preamble\n\\usepackage{stfloats}\n% \\usepackage{fixltx2e}",
        ),
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
    """Do not load packages that replace IEEE's captions or floats.

    The package caption, and every package that loads it, print "Fig. 1:" in
    large type instead of IEEE's "Fig. 1." in small type, unless the draft
    restores \\@makecaption after it. For figures with several parts, IEEE
    recommends subfig with the option caption=false. Many printed papers use
    subcaption and the placement [H], so they are reported only as info.
    """
    view = context.latex
    if view is None:
        return
    floats = context.vocabulary.classes.floats
    for name in floats.caption_packages:
        package = view.packages.get(name)
        if package is not None and not _is_restored(view, package):
            yield Finding(
                package.name_span, f'The package "{name}" replaces IEEE\'s captions. Remove it.'
            )
    for name in floats.obsolete:
        package = view.packages.get(name)
        if package is not None and name not in floats.caption_packages:
            instead = "graphicx and write \\includegraphics"
            if name == "subfigure":
                instead = f"\\usepackage[{_subfig_options(view)}]{{subfig}} and write \\subfloat"
            yield Finding(package.name_span, f'The package "{name}" is obsolete. Load {instead}.')
    yield from _subfig(context, view)
    stfloats = view.packages.get("stfloats")
    if stfloats is not None and "fixltx2e" in view.packages:
        yield Finding(
            view.packages["fixltx2e"].name_span,
            'The package "fixltx2e" undoes what "stfloats" does, and LaTeX no longer needs it.'
            " Remove it.",
            Fix(without(view.packages["fixltx2e"])),
        )
    for name in floats.debatable:
        package = view.packages.get(name)
        if package is not None:
            message = _debatable_message(context.paper, view, package)
            if message:
                yield Finding(package.name_span, message, severity=INFO)


def _subfig(context: Context, view: LatexView) -> Iterator[Finding]:
    """subfig without ``caption=false`` loads the package caption."""
    package = view.packages.get("subfig")
    if package is None or _is_restored(view, package):
        return
    options = [option for option, _ in package.options]
    options += passed_options(view, "PassOptionsToPackage", "subfig")
    if option_keys(options).get("caption") == "false":
        return
    fix = None
    needs_caption = "caption" in view.packages or view.mentions(*CAPTION_COMMANDS)
    if not needs_caption and not is_loaded_elsewhere(context, package):
        fix = _caption_false(package, _subfig_options(view))
    yield Finding(
        package.name_span,
        'The package "subfig" replaces IEEE\'s captions unless it has the option caption=false. '
        f"Write \\usepackage[{_subfig_options(view)}]{{subfig}}.",
        fix,
    )


def _subfig_options(view: LatexView) -> str:
    """The options that IEEE recommends for subfig; papers of the Computer Society have sans-serif
    captions.
    """
    return COMPSOC_OPTIONS if view.has_class_option("compsoc") else SUBFIG_OPTIONS


def _is_restored(view: LatexView, package: Package) -> bool:
    """True if ``\\let\\@makecaption\\kept`` after the package undoes what it does to captions."""
    definition = view.definitions.get("@makecaption")
    return (
        definition is not None
        and definition.command == "let"
        and definition.span.source is package.span.source
        and definition.span.start > package.span.start
    )


def _caption_false(package: Package, options: str) -> Fix | None:
    """Add the option to subfig, in a separate call where other packages share its call."""
    if not shares_its_call(package):
        edit = add_option(package, "caption=false" if package.options else options)
        return Fix(edit) if edit is not None else None
    if package.options:
        return None
    source = package.span.source
    removal = without(package)
    text = source.text
    rest = (
        text[package.span.start : removal.span.start]
        + removal.text
        + text[removal.span.end : package.span.end]
    )
    return Fix(
        Edit(
            package.span,
            f"{rest}{new_line(source)}\\usepackage[{options}]{{subfig}}",
            on_source=True,
        )
    )


def _debatable_message(paper: Paper, view: LatexView, package: Package) -> str:
    """The message about a package that many printed papers use; empty where it does no harm."""
    name = package.name
    if name == "subcaption":
        if _is_restored(view, package):
            return ""
        return (
            'The package "subcaption" loads "caption", which replaces IEEE\'s captions. '
            f"IEEE recommends \\usepackage[{_subfig_options(view)}]{{subfig}}."
        )
    if name == "float":
        floats: list[Any] = paper.floats
        if not any("H" in (item.placement or "") for item in floats):
            return ""
        return (
            'The placement [H] of the package "float" puts floats in the middle of a column. '
            "IEEE sets them at the top or bottom. Write [t] or [!t]."
        )
    return (
        f'The package "{name}" moves floats in a way that IEEE\'s class does not expect. Check'
        " where they are in the PDF."
    )
