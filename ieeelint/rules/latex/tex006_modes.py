"""TEX006: commands that a mode of the class disables, and commands that it needs."""

from __future__ import annotations

from ieeelint.finding import Finding, Fix
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.latex_class import add_class_option, is_paperplaza
from ieeelint.rules.support.latex_packages import passed_options
from ieeelint.rules.support.latex_source import comment_out, insert, new_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.paper.source import Span
    from ieeelint.views.latex import Command, Environment, LatexView

# Commands that the class disables in conference mode: the effect, and what to do.
DISABLED = {
    "thanks": "its text is lost. Add \\IEEEoverridecommandlockouts after \\documentclass",
    "IEEEPARstart": (
        "it prints a plain letter. Conference papers have no drop capital. Type the word instead"
    ),
    "IEEEbiography": "its text is lost. Conference papers have no biographies. Remove it",
    "IEEEbiographynophoto": "its text is lost. Conference papers have no biographies. Remove it",
    "IEEEpubid": (
        "its text is lost. Add \\IEEEoverridecommandlockouts if the venue asks for this line"
    ),
    "IEEEpubidadjcol": (
        "it does nothing. Add \\IEEEoverridecommandlockouts if the venue asks for the line"
    ),
    "IEEEmembership": "its text is lost. Conference papers have no membership grades. Remove it",
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
    """Do not use commands that the mode of the class disables, unless you override the lockout.

    In conference mode, IEEEtran drops the text of \\thanks, biographies, and some
    other commands without an error; \\IEEEoverridecommandlockouts brings it
    back. The modes peerreview and technote need a command or an option.
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
    uses = _disabled_uses(view)
    if overrides:
        # the template of ieeeconf has the command; a macro or a local style may need it, too
        is_needed = view.mentions(*DISABLED) or is_paperplaza(view)
        yield from _unneeded_overrides(paper, view, overrides, is_needed)
    elif name in ("ieeetran", "ieeeconf") and "conference" in options:
        for command, place in uses.items():
            fix = None
            if command == "thanks":
                end = view.class_span.end
                line = new_line(view.class_span.source) + "\\IEEEoverridecommandlockouts"
                fix = Fix(insert(view.class_span.source, end, line))
            yield Finding(
                place,
                f"The class disables \\{command} in conference mode: {DISABLED[command]}.",
                fix,
            )
    if name != "ieeetran":
        return
    for mode in ("peerreview", "peerreviewca"):
        if mode in options and not paper.problems and not view.commands("IEEEpeerreviewmaketitle"):
            yield Finding(
                options[mode],
                f"The mode {mode} prints a cover page only with \\IEEEpeerreviewmaketitle. "
                "Write that command after the index terms.",
            )
    if "technote" in options and "9pt" not in options:
        yield Finding(
            options["technote"],
            "IEEE sets technical notes in 9 pt. Write \\documentclass[9pt,technote]{IEEEtran}.",
            Fix(add_class_option(view, "9pt"), safe=False),
        )


def _disabled_uses(view: LatexView) -> dict[str, Span]:
    """The first use of each command that conference mode disables."""
    first_uses: dict[str, Span] = {}
    commands: list[Command] = view.commands(*(name for name in DISABLED if "biography" not in name))
    for command in commands:
        if not command.in_definition:
            first_uses.setdefault(command.name, command.name_span)
    environments: list[Environment] = view.environments("IEEEbiography", "IEEEbiographynophoto")
    for environment in environments:
        first_uses.setdefault(environment.name, environment.begin)
    return first_uses


def _unneeded_overrides(
    paper: Paper, view: LatexView, overrides: list[Command], is_needed: bool
) -> Iterator[Finding]:
    """An override without any use, or a second one."""
    if not is_needed and not paper.problems:
        yield Finding(
            overrides[0].name_span,
            "Nothing in the draft needs \\IEEEoverridecommandlockouts. It is only for \\thanks and"
            " a few other commands. Remove it.",
            Fix(comment_out(overrides[0].name_span)),
            severity=INFO,
        )
    for repeated in overrides[1:]:
        yield Finding(
            repeated.name_span,
            "\\IEEEoverridecommandlockouts is repeated. Delete the repetition.",
            Fix(comment_out(repeated.name_span)),
            severity=INFO,
        )
