"""SRC001, 002: unreadable files, and braces or environments that are not closed."""

from __future__ import annotations

from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.patterns import pattern
from ieeelint.rules import ERROR, WARNING, rule
from ieeelint.rules.events import UNREADABLE_INPUT
from ieeelint.rules.support.latex_source import Regions
from ieeelint.views.encodings import files_not_in_unicode, wide_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.views.latex import Command, LatexView

# Kinds of problems of a paper: those that other rules report, those that are only warnings, and
# those that leave parts of the draft unread.
OF_OTHER_RULES = frozenset(
    {"missing-file", "missing-database", "other-case", "other-case-folder", "unbalanced"}
)
MILD = frozenset({"outside", "encoding", "long", "printed", "sealed", "partly"})
LEAVES_PARTS_UNREAD = frozenset({"missing-file", "outside", "cycle", "not-a-file", "unreadable"})


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
    formats=("latex", "word", "pdf"),
    reports=UNREADABLE_INPUT,
    suppressible=False,
)
def unreadable(context: Context) -> Iterable[Finding]:
    """Every file of the project is readable, and no file includes itself.

    Unreadable text is not checked, and TeX cannot read it either: a file that
    includes itself, a folder in place of a file, a path outside the project,
    bytes that are not UTF-8. Correct the path, or save the file as UTF-8.
    """
    paper = context.paper
    for problem in paper.problems:
        if problem.kind not in OF_OTHER_RULES:
            yield Finding(
                problem.span, problem.message, severity=WARNING if problem.kind in MILD else ""
            )
    view = context.latex
    if view is not None:
        yield from _encodings(paper, view)


def _encodings(paper: Paper, view: LatexView) -> Iterator[Finding]:
    """Files whose text, not only comments, is not UTF-8 and has no declared encoding."""
    for source in wide_files(paper, view):
        message = "This file is UTF-16, which LaTeX does not read. Save it as UTF-8."
        yield Finding(Span(source, 0, min(1, len(source.text))), message, severity=WARNING)
    inputenc = view.packages.get("inputenc")
    if inputenc is not None and any(
        option.lower() not in ("utf8", "utf8x") for option, _ in inputenc.options
    ):
        return
    if "CJK" in view.packages or "CJKutf8" in view.packages or "inputenx" in view.packages:
        return
    comments = Regions(view.comments)
    for source in files_not_in_unicode(paper):
        for match in pattern(r"[^\x00-\x7f]").finditer(source.text):
            span = Span(source, match.start(), match.end())
            if not comments.cover(span):
                yield Finding(
                    span,
                    f"This file is not UTF-8 (it was read as {source.encoding}), but LaTeX reads it"
                    " as UTF-8. Save it as UTF-8.",
                    severity=WARNING,
                )
                break


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
        "Research ⟦&⟧ development are fun.",
        "\\begin{itemize}\n\\item Sand ⟦&⟧ water.\n\\end{itemize}",
        "The gain ⟦\\]⟧ is high.",
        "The gain ⟦\\fi⟧ is high.",
    ],
    good=[
        "%! preamble\n\\newcommand{\\opens}{\\[}\n%! body\nThen \\opens a = b \\]",
        "%! preamble\n\\newcommand{\\rows}{\\begin{tabular}{cc}}\n"
        "%! body\n\\rows a & b\\end{tabular}",
        "%! preamble\n\\newcommand{\\test}{\\iftrue}\n%! body\n\\test The gain is high.\\fi",
        "\\csname iftrue\\endcsname The gain is high.\\fi",
        "\\halign{#&#\\cr a & b\\cr}",
        "\\mygrid{a & b}",
        "\\begin{mygrid}a & b\\end{mygrid}",
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
    """Every brace and every environment is closed.

    TeX stops there, or misreads the rest of the draft. The other rules
    misread it, too. Fix this first.
    """
    paper = context.paper
    reported: set[tuple[int, int]] = set()
    for problem in paper.problems:
        if problem.kind == "unbalanced":
            reported.add((id(problem.span.source), problem.span.start))
            yield Finding(problem.span, problem.message)
    view = context.latex
    if (
        view is None
        or paper.is_fragment
        or any(problem.kind in LEAVES_PARTS_UNREAD for problem in paper.problems)
    ):
        return
    if any(_is_uneven(source.text) for source in paper.sources):
        for command, message in _unpaired(view):
            location = (id(command.span.source), command.span.start)
            if location not in reported:
                yield Finding(command.span, message)


def _is_uneven(text: str) -> bool:
    """True when the counts of ``\\begin`` and ``\\end`` differ for some environment.

    A cheap first look that counts comments too.
    """
    depth: dict[str, int] = {}
    for word, step in (("\\begin{", 1), ("\\end{", -1)):
        for piece in text.split(word)[1:]:
            name = piece[:40].partition("}")[0]
            depth[name] = depth.get(name, 0) + step
    return any(depth.values())


def _unpaired(view: LatexView) -> Iterator[tuple[Command, str]]:
    """Each ``\\begin`` without an ``\\end``, and each ``\\end`` without a ``\\begin``."""
    commands = [command for command in view.commands("begin", "end") if not command.in_definition]
    balance: dict[str, int] = {}
    for command in commands:
        name = command.argument(0).strip()
        balance[name] = balance.get(name, 0) + (1 if command.name == "begin" else -1)
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
    unclosed: dict[str, list[Command]] = {name: [] for name in uneven}
    for command in commands:
        name = command.argument(0).strip()
        if name not in uneven:
            continue
        if command.name == "begin":
            unclosed[name].append(command)
        elif unclosed[name]:
            unclosed[name].pop()
        else:
            yield (
                command,
                f"\\end{{{name}}} has no \\begin{{{name}}} before it. Add or remove one of them.",
            )
    for name, begins in unclosed.items():
        for command in begins:
            yield command, f"\\begin{{{name}}} has no \\end{{{name}}}. Add it."
