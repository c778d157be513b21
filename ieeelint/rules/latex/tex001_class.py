"""TEX001: the document class and its options."""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.finding import Edit, Finding, Fix
from ieeelint.paper.source import Span
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support.latex_class import DRAFT_MODES, add_class_option
from ieeelint.rules.support.latex_packages import passed_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.views.latex import LatexView


@rule(
    "TEX001",
    "tex-class-and-options",
    WARNING,
    "How to Use the IEEEtran LaTeX Class, sec. II",
    bad=[
        "%! class\n\\documentclass{⟦article⟧}",
        "%! class\n\\documentclass[conference,letterpaper,⟦a4paper⟧]{IEEEtran}",
        "%! class\n\\documentclass[conference,⟦11pt⟧]{IEEEtran}",
        "%! class\n\\documentclass[conference,⟦12pt⟧]{IEEEtran}",
        "%! class\n\\documentclass[⟦9pt⟧,conference]{IEEEtran}",
        "%! class\n\\documentclass[conference, ⟦10.5pt⟧]{IEEEtran}",
        "%! class\n\\documentclass[conference,⟦onecolumn⟧]{IEEEtran}",
        "%! class\n\\documentclass[journal,a4paper,⟦cspaper⟧]{IEEEtran}",
        "%! class\n\\documentclass[journal,⟦14pt⟧,peerreview]{IEEEtran}",
        "%! class\n\\documentclass{⟦IEEEtran⟧}\n%! author\nAna Lima",
        "%! class\n\\documentclass{⟦IEEEtran⟧}",
        "%! class\n\\documentclass[journal,compsoc]{⟦article⟧}",
        "%! class\n\\documentclass{⟦flowpaper⟧}",
    ],
    fixes=[
        (
            "%! class\n\\documentclass[conference,⟦onecolumn⟧]{IEEEtran}",
            "%! class\n\\documentclass[conference]{IEEEtran}",
        ),
        (
            "%! class\n\\documentclass[⟦12pt⟧,journal]{IEEEtran}",
            "%! class\n\\documentclass[journal]{IEEEtran}",
        ),
        (
            "%! class\n\\documentclass{⟦IEEEtran⟧}",
            "%! class\n\\documentclass[conference]{IEEEtran}",
        ),
        (
            "%! class\n\\documentclass[⟦11pt⟧,conference]{IEEEtran}",
            "%! class\n\\documentclass[conference]{IEEEtran}",
        ),
        (
            "%! class\n\\documentclass[conference, ⟦11pt⟧ ]{IEEEtran}",
            "%! class\n\\documentclass[conference ]{IEEEtran}",
        ),
    ],
    good=[
        "%! class\n\\documentclass[conference]{IEEEtran}",
        "%! class\n\\documentclass[lettersize,journal]{IEEEtran}",
        "%! class\n\\documentclass[journal,12pt,draftclsnofoot,onecolumn]{IEEEtran}",
        "%! class\n\\documentclass[12pt,journal,compsoc]{IEEEtran}",
        "%! class\n\\documentclass[letterpaper, 10 pt, conference]{ieeeconf}",
        "%! class\n\\PassOptionsToClass{conference}{IEEEtran}\n\\documentclass{IEEEtran}",
        "%! class\n\\documentclass{ieeeaccess}",
        "%! class\n\\documentclass[conference,10pt]{IEEEtran}",
        "%! class\n\\documentclass[journal,technote,9pt]{IEEEtran}",
        "%! class\n\\documentclass[journal,12pt,peerreview]{IEEEtran}",
        "%! class\n\\documentclass[journal,11pt,draftcls,onecolumn]{IEEEtran}",
        "%! class\n\\documentclass[conference,compsoc,12pt]{IEEEtran}",
        "%! class\n\\documentclass[conference,a4paper]{IEEEtran}",
        "%! class\n\\documentclass[journal,final]{IEEEtran}",
        "%! class\n\\documentclass{flowpaper}\n%! file flowpaper.cls\nx",
    ],
    formats=("latex",),
)
def class_and_options(context: Context) -> Iterable[Finding]:
    """The document class is IEEEtran or the venue's own, in the right mode, 10 pt and two columns.

    Another class makes pages that look different, and editors send such papers
    back. The same is true of options that change the type size or the number
    of columns; review copies may have them, with draftcls or peerreview.
    """
    view = context.latex
    if view is None or view.class_span is None or not view.class_name:
        return
    name = view.class_name.rpartition("/")[2]
    ieee = context.vocabulary.classes.ieee
    if name.lower() in ieee.not_papers:
        return
    place = _name_span(view, name)
    ieee_classes = {ieee_class.lower() for ieee_class in ieee.classes}
    if name.lower() not in ieee_classes and not name.lower().startswith("ieee"):
        yield from _foreign_class(context, name, place, ieee.foreign)
        return
    yield from _mode(context, view, name, place, ieee.modes)
    yield from _options(context, view)


def _name_span(view: LatexView, name: str) -> Span:
    """The name of the class in ``\\documentclass``."""
    call = view.class_span
    assert call is not None
    at = call.source.text.rfind(name, call.start, call.end)
    return Span(call.source, at, at + len(name)) if at >= 0 else call


def _foreign_class(
    context: Context, name: str, place: Span, foreign: frozenset[str]
) -> Iterator[Finding]:
    """A class that is not IEEE's."""
    mode = "conference" if context.profile.is_conference else "journal"
    if name in foreign:
        yield Finding(
            place,
            f'The class "{name}" is not IEEE\'s. Write \\documentclass[{mode}]{{IEEEtran}}.',
            severity=ERROR,
        )
    elif not inputs.is_file(os.path.join(os.path.dirname(context.paper.root.path), name + ".cls")):
        yield Finding(
            place,
            f'"{name}" is not one of IEEE\'s classes. Use IEEEtran unless the venue requires this'
            " class.",
            severity=INFO,
        )


def _mode(
    context: Context, view: LatexView, name: str, place: Span, modes: frozenset[str]
) -> Iterator[Finding]:
    """A mode of IEEEtran that is missing or does not match the profile."""
    if name.lower() != "ieeetran":
        return
    options = {option for option, _ in view.class_options}
    passed = passed_options(view, "PassOptionsToClass", view.class_name)
    profile = context.profile
    if not options & modes and not set(passed) & modes:
        authors = context.paper.author_block
        if profile.is_conference or (authors is not None and authors.style == "blocks"):
            yield Finding(
                place,
                "The class has no mode option, so IEEEtran sets a journal paper. "
                "Write \\documentclass[conference]{IEEEtran}.",
                Fix(add_class_option(view, "conference"), safe=False),
            )
        else:
            yield Finding(
                place,
                "The class has no mode option, so IEEEtran sets a journal paper. "
                "Write the option [journal] or [conference].",
                Fix(add_class_option(view, "journal")),
                severity=INFO,
            )
    elif (
        not passed
        and profile.is_conference != ("conference" in options)
        and profile.name != "access"
    ):
        checked, written = (
            ("conference", "journal") if profile.is_conference else ("journal", "conference")
        )
        yield Finding(
            place,
            f"The class is set up for a {written} paper, but checked as a {checked} paper. "
            f'Write the option "{checked}", or check with another profile.',
        )
    if "compsoc" in options and not profile.is_compsoc:
        yield Finding(
            place,
            'The option "compsoc" is for venues of the Computer Society. Remove it for any other'
            " venue.",
        )
    if profile.name == "access":
        yield Finding(place, "IEEE Access has its own class. Write \\documentclass{ieeeaccess}.")


def _options(context: Context, view: LatexView) -> Iterator[Finding]:
    """Type size, columns, paper size and draft modes."""
    options = dict(view.class_options)
    is_final = context.stage == "camera-ready"
    is_review_copy = bool(DRAFT_MODES & options.keys()) and not is_final
    papers = [option for option in options if option in ("letterpaper", "a4paper", "cspaper")]
    if len(papers) > 1:
        yield Finding(
            options[papers[-1]],
            f"The class has both {papers[0]} and {papers[-1]}. Keep the option that the venue asks"
            " for.",
        )
    for option, span in view.class_options:
        size = option.replace(" ", "")
        message = ""
        if size[:-2].replace(".", "").isdigit() and size.endswith("pt") and size != "10pt":
            # the Computer Society accepts 12 pt in submissions
            is_copy = is_review_copy or ("compsoc" in options and not is_final)
            if not (size == "9pt" and "technote" in options) and not (
                is_copy and size in ("11pt", "12pt")
            ):
                message = f"IEEE papers are set in 10 pt. Remove the class option {size}."
        elif option == "onecolumn" and not is_review_copy:
            message = "IEEE papers have two columns. Remove the class option onecolumn."
        elif option in DRAFT_MODES and is_final:
            message = f"This is the final version. Remove the class option {option}."
        if message:
            yield Finding(span, message, Fix(_drop_option(view, span), safe=False))


def _drop_option(view: LatexView, span: Span) -> Edit:
    """Remove an option and its comma, or the brackets too if it is the only option."""
    text = span.source.text
    call = view.class_span
    assert call is not None
    start, end = span.start, span.end
    if (
        len(view.class_options) == 1
        and text[start - 1 : start] == "["
        and text[end : end + 1] == "]"
    ):
        return Edit(Span(span.source, start - 1, end + 1), "", on_source=True)
    comma = text.find(",", end, call.end)
    if comma >= 0 and not text[end:comma].strip():
        end = comma + 1
        while text[end : end + 1] == " ":
            end += 1
    else:
        comma = text.rfind(",", call.start, start)
        start = comma if comma >= 0 else start
    return Edit(Span(span.source, start, end), "", on_source=True)
