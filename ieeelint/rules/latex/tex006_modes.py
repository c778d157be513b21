"""TEX006: what the modes of the class lock out, and what they ask for."""

from __future__ import annotations

from ieeelint.finding import Finding, Fix
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.latex_class import add_class_option
from ieeelint.rules.support.latex_source import comment_out, insert, new_line, passed_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Span
    from ieeelint.views.latex import Command, Environment, LatexView

# What the class swallows in conference mode, and what to do about it.
LOCKED = {
    "thanks": "its text is lost. Add \\IEEEoverridecommandlockouts after \\documentclass",
    "IEEEPARstart": (
        "it prints a plain letter. Conference papers have no drop capital: type the word"
    ),
    "IEEEbiography": "its text is lost. Conference papers print no biographies: remove it",
    "IEEEbiographynophoto": "its text is lost. Conference papers print no biographies: remove it",
    "IEEEpubid": (
        "its text is lost. Add \\IEEEoverridecommandlockouts if the venue asks for this line"
    ),
    "IEEEpubidadjcol": (
        "it does nothing. Add \\IEEEoverridecommandlockouts if the venue asks for the line"
    ),
    "IEEEmembership": "its text is lost. Conference papers print no membership grades: remove it",
    "IEEEaftertitletext": "its text is lost. Add \\IEEEoverridecommandlockouts if you need it",
}


@rule(
    "TEX006",
    "tex-mode-lockouts",
    WARNING,
    "IEEEtran.cls, conference mode; How to Use the IEEEtran LaTeX Class, sec. II-C.1",
    bad=[
        "%! title\nA Quiet Amplifier⟦\\thanks⟧{This work was funded by the Fund.}",
        "%! body\n\\section{Introduction}\n⟦\\IEEEPARstart⟧{A}{mplifiers} are loud.",
        "%! class\n\\documentclass[conference]{IEEEtran}\n⟦\\IEEEoverridecommandlockouts⟧",
        "%! class\n\\documentclass[⟦peerreview⟧]{IEEEtran}",
        "%! class\n\\documentclass[⟦technote⟧]{IEEEtran}",
    ],
    good=[
        (
            "%! class\n"
            "\\documentclass[conference]{IEEEtran}\n"
            "\\IEEEoverridecommandlockouts\n"
            "%! title\n"
            "A Quiet Amplifier\\thanks{This work was funded by the Fund.}"
        ),
        (
            "%! class\n"
            "\\documentclass[journal]{IEEEtran}\n"
            "%! body\n"
            "\\section{Introduction}\n"
            "\\IEEEPARstart{A}{mplifiers} are loud."
        ),
        (
            "%! body\n"
            "\\section{Introduction}\n"
            "\\ifCLASSOPTIONconference Amplifiers\\else\\IEEEPARstart{A}{mplifiers}\\fi{} are"
            " loud."
        ),
        "%! class\n\\documentclass[9pt,technote]{IEEEtran}",
    ],
    fixes=[
        (
            (
                "%! class\n"
                "\\documentclass[conference]{IEEEtran}\n"
                "%! title\n"
                "A Quiet Amplifier\\thanks{This work was funded by the Fund.}"
            ),
            (
                "%! class\n"
                "\\documentclass[conference]{IEEEtran}\n"
                "\\IEEEoverridecommandlockouts\n"
                "%! title\n"
                "A Quiet Amplifier\\thanks{This work was funded by the Fund.}"
            ),
        ),
        (
            "%! class\n\\documentclass[conference]{IEEEtran}\n\\IEEEoverridecommandlockouts",
            "%! class\n\\documentclass[conference]{IEEEtran}\n% \\IEEEoverridecommandlockouts",
        ),
    ],
    formats=("latex",),
)
def mode_lockouts(context: Context) -> Iterable[Finding]:
    """Commands that the class swallows in its mode are not used, or their override is given.

    In conference mode IEEEtran drops the text of \\thanks, biographies and some
    others without an error; \\IEEEoverridecommandlockouts brings them back. The
    modes peerreview and technote need a command or an option of their own.
    """
    paper = context.paper
    view = context.latex
    if view is None or view.class_span is None:
        return
    name = view.class_name.rpartition("/")[2].lower()
    options = dict(view.class_options)
    options.update(
        dict.fromkeys(passed_options(view, "PassOptionsToClass", view.class_name), view.class_span)
    )
    overrides = view.commands("IEEEoverridecommandlockouts")
    uses = _locked_uses(view)
    if overrides:
        yield from _needless_overrides(paper, view, overrides, bool(uses))
    elif name == "ieeeconf" or (name == "ieeetran" and "conference" in options):
        for word, place in uses.items():
            fix = None
            if word == "thanks":
                end = view.class_span.end
                line = new_line(view.class_span.source) + "\\IEEEoverridecommandlockouts"
                fix = Fix(insert(view.class_span.source, end, line))
            yield Finding(
                place, f"The class drops \\{word} in conference mode: {LOCKED[word]}.", fix
            )
    if name != "ieeetran":
        return
    for mode in ("peerreview", "peerreviewca"):
        if mode in options and not paper.problems and not view.commands("IEEEpeerreviewmaketitle"):
            yield Finding(
                options[mode],
                f"The mode {mode} prints its cover page only with \\IEEEpeerreviewmaketitle. "
                "Put it after the index terms.",
            )
    if "technote" in options and "9pt" not in options:
        yield Finding(
            options["technote"],
            "IEEE sets technical notes in 9 pt. Write \\documentclass[9pt,technote]{IEEEtran}.",
            Fix(add_class_option(view, "9pt"), safe=False),
        )


def _locked_uses(view: LatexView) -> dict[str, Span]:
    """The first use of each command that conference mode swallows."""
    found: dict[str, Span] = {}
    uses: list[Command] = view.commands(*(word for word in LOCKED if "biography" not in word))
    for use in uses:
        if not use.in_definition:
            found.setdefault(use.name, use.name_span)
    environments: list[Environment] = view.environments("IEEEbiography", "IEEEbiographynophoto")
    for environment in environments:
        found.setdefault(environment.name, environment.begin)
    return found


def _needless_overrides(
    paper: Paper, view: LatexView, overrides: list[Command], is_needed: bool
) -> Iterator[Finding]:
    """An override for nothing, or given twice."""
    if not is_needed and not paper.problems:
        yield Finding(
            overrides[0].name_span,
            "Nothing in the draft needs \\IEEEoverridecommandlockouts. "
            "It is for \\thanks and a few others: remove it.",
            Fix(comment_out(overrides[0].name_span)),
            severity=INFO,
        )
    for repeated in overrides[1:]:
        yield Finding(
            repeated.name_span,
            "\\IEEEoverridecommandlockouts is given twice. Once is enough.",
            Fix(comment_out(repeated.name_span)),
            severity=INFO,
        )
