"""SRC001, 002: files that could not be read as they are, and braces or environments left
open.
"""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.rules.events import UNREADABLE_INPUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.views.latex import Command, LatexView

# Reported by other rules.
MISSING = frozenset({"missing-file", "missing-database", "unbalanced"})
MILD = frozenset({"outside", "encoding"})
UNICODE = frozenset({"utf-8", "utf-8-sig", "utf-16", "ascii"})


@rule(
    "SRC001",
    "source-unreadable",
    ERROR,
    "ieeelint itself",
    bad=[
        "\\input{part}\n%! file part.tex\nThe gain is high.\n\\input{part}",
        "⟦\\input⟧{parts}\n%! file parts/one.tex\nThe gain is high.",
    ],
    good=["\\input{part}\n%! file part.tex\nThe gain is high."],
    reports=UNREADABLE_INPUT,
    suppressible=False,
)
def unreadable(context: Context) -> Iterable[Finding]:
    """Every file of the project can be read, and each only once within itself.

    What cannot be read is not checked, and TeX cannot read it either: a file
    that includes itself, a folder where a file should be, a path outside the
    project, bytes that are no UTF-8.
    """
    paper = context.paper
    for problem in paper.problems:
        if problem.kind not in MISSING:
            yield Finding(
                problem.span, problem.message, severity=WARNING if problem.kind in MILD else ""
            )
    view = context.latex
    if view is not None:
        yield from _encodings(paper, view)


def _encodings(paper: Paper, view: LatexView) -> Iterator[Finding]:
    """Files that are no UTF-8 and do not say what they are."""
    inputenc = view.packages.get("inputenc")
    if inputenc is not None and any(
        option.lower() not in ("utf8", "utf8x") for option, _ in inputenc.options
    ):
        return
    if "CJK" in view.packages or "CJKutf8" in view.packages or "inputenx" in view.packages:
        return
    for source in paper.sources:
        if source.encoding in UNICODE:
            continue
        match = pattern(r"[^\x00-\x7f]").search(source.text)
        if match is not None and source.path.lower().endswith((".tex", ".ltx")):
            yield Finding(
                Span(source, match.start(), match.end()),
                f"This file is not UTF-8 (it was read as {source.encoding}), and LaTeX takes it for"
                " UTF-8. Save it as UTF-8.",
                severity=WARNING,
            )


@rule(
    "SRC002",
    "source-unbalanced",
    ERROR,
    "ieeelint itself",
    bad=[
        "A group ⟦{⟧\\em opens and stays open.",
        "⟦\\begin{equation}⟧\na = b\n\nThe gain is high.",
        "⟦\\begin{itemize}⟧\n\\item One.\n\nThe gain is high.",
        "\\begin{itemize}\n\\item One.\n⟦\\end{enumerate}⟧\n\\end{itemize}",
    ],
    good=[
        "\\begin{itemize}\n\\item One. {\\em Two.}\n\\end{itemize}",
        (
            "%! preamble\n"
            "\\newcommand{\\be}{\\begin{equation}}\n"
            "\\newcommand{\\ee}{\\end{equation}}\n"
            "%! body\n"
            "Then\n"
            "\\be a = b. \\ee"
        ),
        (
            "%! preamble\n"
            "\\newenvironment{rows}{\\begin{tabular}{cc}}{\\end{tabular}}\n"
            "%! body\n"
            "A set \\{1\\}."
        ),
        "\\begin{verbatim}\n\\begin{itemize} {\n\\end{verbatim}",
        "% \\begin{itemize} {\nThe gain is high.",
    ],
    formats=("latex",),
    suppressible=False,
)
def unbalanced(context: Context) -> Iterable[Finding]:
    """Every brace and every environment that opens is closed.

    TeX stops at such a place, or reads the rest of the draft wrongly; so do
    the rules, which is why this comes first.
    """
    paper = context.paper
    told: set[tuple[int, int]] = set()
    for problem in paper.problems:
        if problem.kind == "unbalanced":
            told.add((id(problem.span.source), problem.span.start))
            yield Finding(problem.span, problem.message)
    view = context.latex
    if (
        view is None
        or paper.is_fragment
        or any(problem.kind in NOT_WHOLE for problem in paper.problems)
    ):
        return
    if any(_is_uneven(source.text) for source in paper.sources):
        for command, message in _unpaired(view):
            place = (id(command.span.source), command.span.start)
            if place not in told:
                yield Finding(command.span, message)


NOT_WHOLE = frozenset({"missing-file", "outside", "cycle", "not-a-file", "unreadable"})


def _is_uneven(text: str) -> bool:
    """True when some environment's name is begun and ended unequally often, comments and all: a
    cheap first look.
    """
    open_ones: dict[str, int] = {}
    for word, step in (("\\begin{", 1), ("\\end{", -1)):
        for piece in text.split(word)[1:]:
            name = piece[:40].partition("}")[0]
            open_ones[name] = open_ones.get(name, 0) + step
    return any(open_ones.values())


def _unpaired(view: LatexView) -> Iterator[tuple[Command, str]]:
    """Each ``\\begin`` without its ``\\end`` and the other way round, where the names do not add
    up.
    """
    edges = [one for one in view.commands("begin", "end") if not one.in_definition]
    balance: dict[str, int] = {}
    for one in edges:
        name = one.argument(0).strip()
        balance[name] = balance.get(name, 0) + (1 if one.name == "begin" else -1)
    in_macros = "\n".join(definition.body for definition in view.definitions.values())
    uneven = {
        name
        for name, count in balance.items()
        if count
        and name
        and "\\" not in name
        and "#" not in name
        and f"{{{name}}}" not in in_macros
    }
    if not uneven:
        return
    waiting: dict[str, list[Command]] = {name: [] for name in uneven}
    for one in edges:
        name = one.argument(0).strip()
        if name not in uneven:
            continue
        if one.name == "begin":
            waiting[name].append(one)
        elif waiting[name]:
            waiting[name].pop()
        else:
            yield (
                one,
                f"\\end{{{name}}} has no \\begin{{{name}}} before it. Add or remove one of them.",
            )
    for left in waiting.values():
        for one in left:
            name = one.argument(0).strip()
            yield one, f"\\begin{{{name}}} has no \\end{{{name}}}. Add it."
