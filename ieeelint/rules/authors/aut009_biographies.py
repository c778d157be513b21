"""AUT009: biographies of all authors, under the names of the byline."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.zones import BIOGRAPHY
from ieeelint.rules import INFO, WARNING, rule
from ieeelint.rules.support.person_names import (
    author_names,
    is_same,
    is_slip,
    is_variant,
    key,
    leading_name,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ieeelint.context import Context
    from ieeelint.paper.source import Span

ENVIRONMENTS = ("IEEEbiography", "IEEEbiographynophoto")
JOURNAL = "%! class\n\\documentclass[journal]{IEEEtran}\n%! author\n"
LIFE = "\\begin{IEEEbiographynophoto}{%s} received a degree.\\end{IEEEbiographynophoto}\n"


@rule(
    "AUT009",
    "author-biographies",
    WARNING,
    "IEEE Access template; bare_jrnl.tex, biographies",
    bad=[
        JOURNAL + "Ana Lima and ⟦Bo Costa⟧\n%! body\n" + LIFE % "Ana Lima",
        JOURNAL + "Ana Lima and Bo Costa\n%! body\n" + LIFE % "Ana Lima" + LIFE % "⟦Bo Casta⟧",
        JOURNAL + "Beatriz Costa\n%! body\n" + LIFE % "⟦B. Costa⟧",
        JOURNAL + "Bó Costa, Ana Lima\n%! body\n" + LIFE % "Ana Lima" + LIFE % "⟦Bo Costa⟧",
        JOURNAL + "Ana Lima and ⟦Bo Costa⟧\n%! body\n\\input{lives}\n\\begin{IEEEbiography}{}"
        "\\end{IEEEbiography}\n%! file lives.tex\n" + LIFE % "Ana Lima",
        "%! word whole\n[Title] Steady Flow in Pipes\n[Authors] Ana Lima and Bo Costa\n"
        "[Abstract] Abstract—Water is wet.\n[Index Terms] Index Terms—Flow, pipes, water\n"
        "[Text] Rain is wet.\n[biography] ⟦Bo⟧ Casta received a"
        " degree.\n[biography] He swims.",
    ],
    good=[
        JOURNAL + "Ana Lima and Bo Costa",
        JOURNAL + "Ana Lima\n%! body\n" + LIFE % "Ana Lima Dr. Lima" + LIFE % "Ana Lima, Porto,",
        JOURNAL + "Ana Lima, Bo Costa\n%! body\n" + LIFE % "Ana Lima" + LIFE % "William Costa",
        JOURNAL + "Ana Lima\n%! body\n" + LIFE % "40 swimmers" + LIFE % "Ana Lima e mais",
        JOURNAL
        + "Ana~Lima,~Member,~IEEE, and Bo J. Costa, Jr.\n%! body\n"
        + LIFE % "ANA LIMA (Member, IEEE)"
        + LIFE % "Dr. Costa Bo J",
        JOURNAL + "Ana Lima, Bo Costa\n%! body\n" + LIFE % "Ana Lima" + LIFE % "William Shore",
        JOURNAL + "Ana Lima, Bo Costa\n%! body\n" + LIFE % "Ana Lima(M'11)" + LIFE % "She",
        JOURNAL + "Ana-Maria de Lima\n%! body\n\\begin{IEEEbiography}[photo]{Ana Maria de Lima}\n"
        "Dr. Lima swims.\n\nOn Mondays she is wet.\\end{IEEEbiography}",
        "%! author\n\\IEEEauthorblockN{Ana Lima}\n\\IEEEauthorblockA{Porto, Portugal}\n%! body\n"
        + LIFE % "Bo Costa",
        JOURNAL + "%! preamble\n%! anonymous\n%! body\n" + LIFE % "Bo Costa",
    ],
)
def biographies(context: Context) -> Iterator[Finding]:
    """If one author of a journal article has a biography, all authors have one, under the names of
    the byline.

    Missing biographies are info before the camera-ready stage: many journals ask for them only
    then. Case, periods, and the order of the words of a name do not count; accents do.
    """
    if context.profile.is_conference or context.profile.anonymous:
        return
    lives = _lives(context)
    authors = author_names(context) if lives else []
    for compare in (is_same, is_variant):
        for author in list(authors):
            life = next((one for one in lives if one[0] and compare(author[0], one[0])), None)
            if life is not None:
                authors.remove(author)
                lives.remove(life)
                if compare is is_variant:
                    has_slip = is_slip(key(author[0]), key(life[0]))  # else initials
                    yield Finding(
                        context.paper.text.span(*life[1:]),
                        f'The biography has the name "{life[0]}", the byline "{author[0]}". Spell'
                        " it in one way.",
                        severity="" if has_slip else INFO,
                    )
    severity = {"camera-ready": WARNING}.get(context.stage, INFO)
    for name, start, end in authors if not lives else ():
        message = f"{name} has no biography, but other authors have one. Add it."
        yield Finding(context.paper.text.span(start, end), message, severity=severity)


def _lives(context: Context) -> list[tuple[str, int, int]]:
    """The name at the beginning of each biography, empty if it has none, and its range in
    the text.
    """
    view = context.latex
    opened = view.environments(*ENVIRONMENTS) if view is not None else []
    waiting = [use.begin for use in opened]
    found = []
    for passage in context.paper.passages_in(BIOGRAPHY):
        begins = [begin for begin in waiting if _is_before(begin, passage.span)]
        if opened and not begins:
            continue  # a later paragraph of a biography
        waiting = [begin for begin in waiting if begin not in begins]
        name = leading_name(passage.plain)
        first = name.partition(" ")[0]
        if first != name:
            start = passage.start + passage.plain.index(first)
            found.append((name, start, start + len(first)))
        elif opened:
            found.append(("", passage.start, passage.end))
    return found


def _is_before(begin: Span, span: Span) -> bool:
    """True if an environment begins before a place in the same file."""
    return begin.source is span.source and begin.start <= span.start
