"""TEX009: files that the draft needs but that are missing or outside its folder."""

from __future__ import annotations

import os

from ieeelint import inputs
from ieeelint.finding import Finding
from ieeelint.paper.source import Span
from ieeelint.rules import ERROR, INFO, WARNING, rule
from ieeelint.rules.support import file_spelling
from ieeelint.views.file_names import Files, other_case
from ieeelint.views.pictures import (
    IMAGES,
    folders_of_pictures,
    is_in_optional_branch,
    pictures,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ieeelint.context import Context
    from ieeelint.paper.model import Paper
    from ieeelint.views.latex import LatexView

OTHER_CASE = {"other-case": WARNING, "other-case-folder": ERROR}  # kinds of problems
FEW = 2  # if more pictures than this exist and all are missing, one finding reports them


@rule(
    "TEX009",
    "tex-package-completeness",
    ERROR,
    "IEEE conference template, sec. III-D; How to Use the IEEEtran LaTeX Class, sec. XIII-C",
    bad=[
        "⟦\\input⟧{sections/method}",
        (
            "\\begin{figure}[t]\n"
            "⟦\\includegraphics⟧[width=\\linewidth]{figures/rig}\n"
            "\\caption{The rig.}\n"
            "\\end{figure}"
        ),
        (
            "\\begin{figure}[t]\n"
            "⟦\\includegraphics⟧{Rig}\n"
            "\\caption{The rig.}\n"
            "\\end{figure}\n"
            "%! file rig.png\n"
            "x"
        ),
        (
            "\\begin{figure}[t]\n"
            "⟦\\includegraphics⟧{/home/ana/rig.pdf}\n"
            "\\caption{The rig.}\n"
            "\\end{figure}"
        ),
        "%! preamble\n\\usepackage{⟦styles/flow⟧}",
        (
            "⟦\\includegraphics{/home/a.png}⟧ \\includegraphics{~/b.png} "
            "\\includegraphics{C:/c.png} \\includegraphics{1:/d.png}"
        ),
        "%! file Rig.png\nx\n%! body\n⟦\\includegraphics{rig.png}⟧",
        "%! preamble\n\\usepackage{⟦sty/flow⟧}\n\\usepackage{minted}",
        "⟦\\input{Sections/Method}⟧\n%! file sections/method.tex\nWe measure.",
        "⟦\\input{method}⟧\n%! file Method.tex\nWe measure.",
        "⟦\\input{parts\\method}⟧\n%! file parts/method.tex\nWe measure.",
        (
            "\\begin{figure}[t]\n"
            "⟦\\includegraphics⟧{C:\\Users\\ana\\rig.pdf}\n"
            "\\caption{The rig.}\n"
            "\\end{figure}"
        ),
        "%! class\n\\documentclass[conference]{⟦ieeetran⟧}",
        "⟦\\input{/home/a}⟧ \\InputIfFileExists{b}{}{} \\input{c}",
        (
            "⟦\\includegraphics{a1}⟧ \\includegraphics{a2} \\includegraphics{a3} "
            "\\includegraphics{a4} \\includegraphics{a5} \\includegraphics{a6} "
            "\\includegraphics{a7} \\includegraphics{a8} \\includegraphics{a9} "
            "\\includegraphics{b1} \\includegraphics{b2} \\includegraphics{b3} "
        ),
    ],
    fixes=[
        (
            "%! preamble\n\\usepackage{⟦ieeetrantools⟧}",
            "%! preamble\n\\usepackage{IEEEtrantools}",
        ),
    ],
    good=[
        "\\input{./method.TEX}\n%! file method.TEX\nWe measure.",
        "\\newcommand{\\rig}{1}\\input{parts\\rig}\n%! file parts/rig.tex\nWe measure.",
        "%! preamble\n\\usepackage{IEEEtrantools}",
        "%! back\n\\bibliographystyle{IEEEtranS}",
        "%! preamble\n\\newcommand{\\house}{ieeetran}\n%! back\n\\bibliographystyle{\\house}",
        "\\newcommand{\\plot}{\\includegraphics{plots\\rig}}\n%! file plots/rig.png\nx",
        "\\input{parts\\method}",
        "\\input{sections/method}\n%! file sections/method.tex\nWe measure.",
        (
            "\\begin{figure}[t]\n"
            "\\includegraphics{rig}\n"
            "\\caption{The rig.}\n"
            "\\end{figure}\n"
            "%! file rig.png\n"
            "x"
        ),
        (
            "%! preamble\n"
            "\\graphicspath{{images/}{plots/}}\n"
            "%! body\n"
            "\\begin{figure}[t]\n"
            "\\includegraphics{rig.v2}\n"
            "\\caption{The rig.}\n"
            "\\end{figure}\n"
            "%! file plots/rig.v2.pdf\n"
            "x"
        ),
        (
            "\\begin{figure}[t]\n"
            "\\includegraphics{example-image-a}\n"
            "\\caption{The rig.}\n"
            "\\end{figure}"
        ),
        "\\begin{figure}[t]\n\\includegraphics{\\folder/rig}\n\\caption{The rig.}\n\\end{figure}",
        "\\IfFileExists{extra.tex}{\\input{extra.tex}}{}",
        "\\InputIfFileExists{extra}{}{}",
        (
            "%! preamble\n"
            "\\usepackage{sty/flow}\n"
            "\\usepackage{#1/x}\n"
            "\\usepackage[frozencache]{minted}\n"
            "%! file sty/flow.sty\n"
            "x"
        ),
    ],
    formats=("latex",),
)
def completeness(context: Context) -> Iterable[Finding]:
    """All parts of the draft, its bibliography, and its pictures are in its folder, with relative
    paths.

    IEEE builds the paper from the files that you send. An absolute path,
    or one that leads out of the folder, does not exist there. On IEEE's
    machines, "Rig.png" and "rig.png" are two different files.
    """
    paper = context.paper
    view = context.latex
    if view is None or not inputs.is_file(paper.root.path):
        return  # standard input has no folder
    folder = os.path.dirname(paper.root.path) or "."
    files = Files()
    yield from _parts(paper)
    yield from _local_packages(view, folder)
    yield from file_spelling.names_of_ieee(context, view)
    yield from _windows_paths(view, folder, files)
    missing = []
    count = 0
    for name, span in pictures(paper, view):
        if _is_absolute(name):
            yield _absolute(name, span)
            continue
        count += 1
        folders = folders_of_pictures(view, folder, span)
        path = files.find(name, folders, IMAGES)[0]
        real = files.as_named(name, path) or files.find_in_any_case(name, folders, IMAGES)
        if not real:
            missing.append((name, span))
        elif problem := other_case(name, real):
            yield Finding(span, problem[1], severity=OTHER_CASE[problem[0]])
        elif name.startswith("../"):
            yield _outside(name, span)
    if len(missing) == count > FEW:
        name, span = missing[0]
        yield Finding(
            span,
            f'None of the {count} pictures is in the folder; "{name}" is the first. '
            "Send them with the paper.",
            severity=WARNING,
        )
    else:
        for name, span in missing:
            yield Finding(
                span, f'The picture "{name}" is not in the folder. Add it, or correct the name.'
            )
    yield from _shell_escape(view)


def _windows_paths(view: LatexView, folder: str, files: Files) -> Iterator[Finding]:
    """Paths of pictures and parts with backslashes."""
    for command in view.commands("includegraphics", "includegraphics*"):
        if not command.in_definition:
            folders = folders_of_pictures(view, folder, command.span)
            name = command.argument(0).strip()
            yield from file_spelling.with_backslashes(
                view, name, command.span, folders, IMAGES, files
            )
    for name, span, _ in view.included:
        yield from file_spelling.with_backslashes(view, name, span, [folder], (".tex", ""), files)


def _parts(paper: Paper) -> Iterator[Finding]:
    """Included files and bibliographies that are missing or outside the folder."""
    reported = set()
    for problem in paper.problems:
        reported.add((id(problem.span.source), problem.span.start))
        if problem.kind == "missing-file":
            if problem.span.text.startswith("\\InputIfFileExists") or is_in_optional_branch(
                problem.span
            ):
                continue
            name = problem.span.text.rpartition("{")[2].rstrip("} ")
            if _is_absolute(name):
                yield _absolute(name, problem.span)
            else:
                yield Finding(problem.span, problem.message)
        elif problem.kind in OTHER_CASE:
            yield Finding(problem.span, problem.message, severity=OTHER_CASE[problem.kind])
        elif problem.kind == "missing-database":
            compiled = os.path.splitext(paper.root.path)[0] + ".bbl"
            if not inputs.is_file(compiled):
                yield Finding(
                    problem.span,
                    problem.message + " Add it, or the .bbl file that BibTeX made from it.",
                )
    for name, span in paper.bibliography.databases:
        if (id(span.source), span.start) not in reported:
            if _is_absolute(name):
                yield Finding(
                    span,
                    f'"{name}" is an absolute path. Put the file in the folder of the paper.',
                )
            elif name.startswith("../"):
                yield _outside(name, span)


def _absolute(name: str, span: Span) -> Finding:
    """A path that exists only on the author's disk."""
    return Finding(
        span, f'"{name}" is an absolute path. Write a path relative to the paper\'s folder.'
    )


def _outside(name: str, span: Span) -> Finding:
    """A path that leads out of the folder."""
    return Finding(
        span,
        f'"{name}" is outside the folder of the paper, so it is not sent with it. Copy it into the'
        " folder.",
        severity=INFO,
    )


def _is_absolute(name: str) -> bool:
    """True for a path from the root of a disk or from a home folder."""
    return name.startswith(("/", "~/", "\\\\")) or (
        name[1:2] == ":" and name[2:3] in ("/", "\\") and name[:1].isalpha()
    )


def _local_packages(view: LatexView, folder: str) -> Iterator[Finding]:
    """Packages loaded by a path."""
    for package in view.packages.values():
        name = package.name
        if "/" not in name or "\\" in name or "#" in name:
            continue
        if not inputs.is_file(os.path.join(folder, name + ".sty")):
            yield Finding(
                package.name_span, f'The package file "{name}.sty" is not in the folder. Add it.'
            )
        elif _is_absolute(name) or name.startswith("../"):
            yield _outside(name, package.name_span)


def _shell_escape(view: LatexView) -> Iterator[Finding]:
    """Packages that run programs while the paper is built."""
    minted = view.packages.get("minted")
    if minted is not None and not minted.has_option("frozencache"):
        yield Finding(
            minted.name_span,
            "minted runs a program while the paper is built, which publishers do not allow. "
            "Use listings, or send the cache with the option frozencache.",
            severity=INFO,
        )
