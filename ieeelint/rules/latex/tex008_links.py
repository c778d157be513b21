"""TEX008: the settings of links, citations and their packages."""

from __future__ import annotations

from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.latex_packages import (
    add_option,
    is_loaded_elsewhere,
    option_keys,
    passed_options,
    shares_its_call,
    unload,
)
from ieeelint.rules.support.latex_source import delete, insert, new_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.views.latex import LatexView, Package

BOXES = ("pdfborder", "pdfborderstyle", "colorlinks")
ONLY_PACKAGES = (
    r"(?:\s|%[^\r\n]*|\\(?:usepackage|RequirePackage)\s*(?:\[[^\]%]*\]\s*)?\{[^{}%]*\})*"
)


@rule(
    "TEX008",
    "tex-hyperref-and-cite-setup",
    WARNING,
    "IEEE conference PDF requirements; bare_conf.tex, citation packages",
    bad=[
        "%! preamble\n⟦\\usepackage⟧{hyperref}",
        "%! preamble\n\\usepackage[⟦colorlinks=true⟧,citecolor=blue]{hyperref}",
        "%! preamble\n\\usepackage{hyperref}\n\\hypersetup{⟦colorlinks⟧, linkcolor=red}",
        "%! preamble\n\\usepackage{⟦natbib⟧}",
        "%! preamble\n\\usepackage{cite}\n\\usepackage[numbers]{⟦natbib⟧}",
        "%! preamble\n\\usepackage{⟦cleveref⟧}\n\\usepackage[hidelinks]{hyperref}",
        "%! preamble\n\\usepackage[⟦colorlinks⟧]{hyperref}",
        "%! preamble\n\\usepackage[⟦colorlinks⟧,allcolors=blue]{hyperref}",
        ("%! preamble\n\\usepackage[⟦colorlinks=true⟧,linkcolor=black,citecolor=black]{hyperref}"),
        "%! preamble\n\\usepackage[⟦ocgcolorlinks⟧]{hyperref}",
        "%! preamble\n\\usepackage[hidelinks,⟦colorlinks⟧]{hyperref}",
        "%! preamble\n⟦\\usepackage[draft=false]{hyperref}⟧",
        "%! preamble\n⟦\\usepackage[colorlinks=false]{hyperref}⟧",
        "%! preamble\n⟦\\usepackage[pdfborder={0 0 1}]{hyperref}⟧",
        "%! preamble\n⟦\\usepackage[allbordercolors=red]{hyperref}⟧",
        "%! preamble\n⟦\\usepackage[breaklinks]{hyperref}⟧",
        (
            "%! preamble\n"
            "⟦\\usepackage{hyperref}⟧\n"
            "\\hypersetup{%\n"
            " pdftitle={a, b}, colorlinks, linkcolor = blue}"
        ),
        "%! preamble\n\\usepackage[style=ieee]{biblatex}\n\\usepackage{⟦cite⟧}",
        "%! preamble\n\\usepackage[round]{⟦natbib⟧}",
        "%! preamble\n\\usepackage{⟦natbib⟧}\n\\bibpunct{[}{]}{,}{a}{}{;}",
    ],
    good=[
        "%! preamble\n\\usepackage[hidelinks]{hyperref}\n\\usepackage{cleveref}",
        "%! preamble\n\\usepackage[colorlinks=true,allcolors=black]{hyperref}",
        "%! preamble\n\\usepackage[pdfborder={0 0 0}]{hyperref}",
        "%! preamble\n\\usepackage{hyperref}\n\\hypersetup{hidelinks}",
        "%! class\n\\documentclass{ieeeaccess}\n%! preamble\n\\usepackage{hyperref}",
        "%! preamble\n\\usepackage[numbers,sort&compress]{natbib}",
        "%! preamble\n\\usepackage[hidelinks]{hyperref}",
        "%! preamble\n\\usepackage[draft]{hyperref}",
        "%! preamble\n\\usepackage[final=false]{hyperref}",
        "%! preamble\n\\usepackage[pdfborder=0 0 0]{hyperref}",
        "%! preamble\n\\usepackage[pdfborderstyle={/S/U/W 0}]{hyperref}",
        "%! preamble\n\\usepackage[allbordercolors=white]{hyperref}",
        "%! preamble\n\\usepackage[allbordercolors={1 1 1}]{hyperref}",
        "%! preamble\n\\usepackage[colorlinks,allcolors=black]{hyperref}",
        (
            "%! preamble\n"
            "\\usepackage[colorlinks,linkcolor=black,citecolor=black,urlcolor=black]{hyperref}"
        ),
        "%! preamble\n\\usepackage[colorlinks,hidelinks]{hyperref}",
        "%! preamble\n\\usepackage[ocgcolorlinks,allcolors=black]{hyperref}",
        ("%! preamble\n\\usepackage{hyperref}\n\\hypersetup{pdftitle={a, b},\n hidelinks}"),
        ("%! preamble\n\\PassOptionsToPackage{hidelinks}{hyperref}\n\\usepackage{hyperref}"),
        "%! preamble\n\\usepackage{natbib}\n\\setcitestyle{square,numbers}",
        "%! preamble\n\\usepackage{natbib}\n\\bibpunct{[}{]}{,}{n}{}{;}",
        "%! preamble\n\\PassOptionsToPackage{numbers}{natbib}\n\\usepackage{natbib}",
        "%! preamble\n\\usepackage[sorting=none]{biblatex}",
    ],
    fixes=[
        ("%! preamble\n\\usepackage{hyperref}", "%! preamble\n\\usepackage[hidelinks]{hyperref}"),
        (
            "%! preamble\n\\usepackage[colorlinks]{hyperref}",
            "%! preamble\n\\usepackage[hidelinks]{hyperref}",
        ),
        (
            "%! preamble\n\\usepackage[bookmarks=false]{hyperref}",
            "%! preamble\n\\usepackage[hidelinks,bookmarks=false]{hyperref}",
        ),
        (
            "%! preamble\n\\usepackage[pdfborder={0 0 0.5}]{hyperref}",
            "%! preamble\n\\usepackage[pdfborder={0 0 0.5},hidelinks]{hyperref}",
        ),
        (  # the package orcidlink loads hyperref, and TeX stops at options that come later
            "%! preamble\n\\usepackage{orcidlink}\n\\usepackage{hyperref}",
            (
                "%! preamble\n\\usepackage{orcidlink}\n\\usepackage{hyperref}\n"
                "\\hypersetup{hidelinks}"
            ),
        ),
        (
            "%! preamble\n\\RequirePackage{hyperref}\n\\usepackage{hyperref}",
            (
                "%! preamble\n\\RequirePackage{hyperref}\n\\hypersetup{hidelinks}\n"
                "\\usepackage{hyperref}"
            ),
        ),
        (
            "%! preamble\n\\usepackage{cleveref}\n\\usepackage[hidelinks]{hyperref}",
            "%! preamble\n\\usepackage[hidelinks]{hyperref}\n\\usepackage{cleveref}",
        ),
    ],
    formats=("latex",),
)
def links_and_citations(context: Context) -> Iterable[Finding]:
    """Links have no color and no box, and citations print as bracketed numbers.

    IEEE asks for a final PDF without visible links, but hyperref by default
    draws a colored box around each. For numbers in brackets, load the package
    cite, natbib with the option numbers, or biblatex with style=ieee.
    """
    view = context.latex
    if view is None:
        return
    hyperref = view.packages.get("hyperref")
    if hyperref is not None and view.class_name.lower() != "ieeeaccess":
        yield from _links(context, view, hyperref)
    cleveref = view.packages.get("cleveref")
    if cleveref is not None and hyperref is not None and cleveref.order < hyperref.order:
        yield Finding(
            cleveref.name_span,
            'The package "cleveref" must be loaded after "hyperref", or its references print'
            " incorrectly. Move it after hyperref.",
            _move_after(cleveref, hyperref),
        )
    yield from _citation_packages(context, view)


def _links(context: Context, view: LatexView, hyperref: Package) -> Iterator[Finding]:
    """Links that print with a color or a box, after all options."""
    passed = passed_options(view, "PassOptionsToPackage", "hyperref")
    options: list[tuple[str, Span | None]] = [(option, None) for option in passed]
    options += hyperref.options
    for command in view.commands("hypersetup"):
        if not command.in_definition:
            for argument in command.arguments:
                options += _options_in(argument.text, argument.span)
    is_boxed = True
    coloring: list[tuple[str, Span | None]] = []
    colors = dict.fromkeys(("linkcolor", "citecolor", "urlcolor"), "its default")
    for option, place in options:
        key, value = next(iter(option_keys([option]).items()))
        if (
            key == "hidelinks"
            or (key == "draft" and value != "false")
            or (key, value) == ("final", "false")
        ):
            is_boxed, coloring = False, []
        elif key in ("colorlinks", "ocgcolorlinks"):
            coloring = [(option, place), *coloring] if value != "false" else []
        elif key == "allcolors":
            colors = dict.fromkeys(colors, value)
        elif key in colors:
            colors[key] = value
        elif _hides_boxes(key, value):
            is_boxed = False
    if coloring:
        text_colors = context.vocabulary.latex.links.text_colors
        if not all(color in text_colors for color in colors.values()):
            edits = [
                Edit(place, "hidelinks", on_source=True)
                for _, place in coloring
                if place is not None
            ]
            typed = [place for _, place in coloring if place is not None]
            is_fixable = len(edits) == len(coloring) and not (
                any(_is_in(place, hyperref.span) for place in typed)
                and is_loaded_elsewhere(context, hyperref)
            )
            yield Finding(
                next(iter(typed), hyperref.span),
                "Links print in color, but IEEE wants invisible links. Write hidelinks instead.",
                Fix(*edits) if is_fixable else None,
                severity=WARNING if context.profile.is_conference else INFO,
            )
    elif is_boxed:
        edit = None
        if not is_loaded_elsewhere(context, hyperref):
            edit = add_option(hyperref, "hidelinks", last=_sets_boxes(hyperref))
        if edit is None:  # the other way, which is right after any load
            line = new_line(hyperref.span.source)
            edit = insert(hyperref.span.source, hyperref.span.end, line + "\\hypersetup{hidelinks}")
        yield Finding(
            hyperref.span,
            "hyperref draws a colored box around each link. Write"
            + (
                " hidelinks as its last option."
                if _sets_boxes(hyperref)
                else " \\usepackage[hidelinks]{hyperref}."
            ),
            Fix(edit),
        )


def _sets_boxes(hyperref: Package) -> bool:
    """True if an option of the call would bring the boxes back after hidelinks."""
    keys = option_keys([option for option, _ in hyperref.options])
    return not keys.keys().isdisjoint(BOXES)


def _hides_boxes(key: str, value: str) -> bool:
    """True for a border without width, or in white."""
    bare = "".join(value.split())
    if key == "pdfborder":
        return bare.strip("{[]}") in ("000", "00")
    if key == "pdfborderstyle":
        return "w0" in bare
    return key == "allbordercolors" and bare.strip("{}") in ("white", "111")


def _options_in(text: str, span: Span) -> Iterator[tuple[str, Span | None]]:
    """The options in an argument, each with its location where the text is as typed."""
    at = depth = begin = 0
    is_typed = span.text == text
    for at, character in enumerate(text + ","):
        depth += (character in "{[") - (character in "}]")
        if character == "," and depth <= 0:
            option = text[begin:at].strip()
            if option and not option.startswith("%"):
                start = span.start + begin + len(text[begin:at]) - len(text[begin:at].lstrip())
                yield option, Span(span.source, start, start + len(option)) if is_typed else None
            begin = at + 1


def _is_in(place: Span, call: Span) -> bool:
    """True for an option that is typed in a call."""
    return place.source is call.source and call.start <= place.start < call.end


def _citation_packages(context: Context, view: LatexView) -> Iterator[Finding]:
    """cite, natbib and biblatex: more than one of them, or settings that IEEE does not use."""
    cite, natbib, biblatex = (view.packages.get(name) for name in ("cite", "natbib", "biblatex"))
    for other in (natbib, biblatex):
        if cite is not None and other is not None:
            later = max(cite, other, key=lambda package: package.order)
            edit = unload(context, cite)
            yield Finding(
                later.name_span,
                f'The packages "cite" and "{other.name}" do not work together. Keep only one.',
                Fix(edit, safe=False) if edit is not None else None,
            )
    if natbib is not None and cite is None and not _has_numbers(view, natbib):
        edit = None if is_loaded_elsewhere(context, natbib) else add_option(natbib, "numbers")
        yield Finding(
            natbib.name_span,
            "natbib cites by author and year, but IEEE cites by number. Write"
            " \\usepackage[numbers]{natbib}, or use the package cite.",
            Fix(edit, safe=False) if edit is not None else None,
        )


def _has_numbers(view: LatexView, natbib: Package) -> bool:
    """True if natbib is set to cite by number."""
    options = [option for option, _ in natbib.options]
    options += passed_options(view, "PassOptionsToPackage", "natbib")
    for command in view.commands("setcitestyle"):
        options += command.argument(0).split(",")
    if "numbers" in option_keys(options):
        return True
    return any(command.argument(3).strip() == "n" for command in view.commands("bibpunct"))


def _move_after(package: Package, other: Package) -> Fix | None:
    """Load ``package`` right after ``other``."""
    source = package.span.source
    if shares_its_call(package) or source is not other.span.source:
        return None
    if not pattern(ONLY_PACKAGES).fullmatch(source.text, package.span.end, other.span.start):
        return None  # \crefname, \newtheorem: what comes after the package may need it
    line = new_line(other.span.source)
    return Fix(
        delete(package.span),
        insert(other.span.source, other.span.end, line + package.span.text),
        safe=False,
    )
