"""Compiles a LaTeX draft, with substitutes for missing files, and reads the result."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

SECONDS = 90  # for one run of a program
MOST_SUBSTITUTES = 40
RUNS = 3  # of LaTeX: keys, then their numbers, then the references to them
UNICODE_ENGINES = ("xelatex", "lualatex")
NEEDS_UNICODE = re.compile(
    r"^[^%\n]*\\(?:usepackage|RequirePackage)\s*(?:\[[^\]]*\])?\s*\{[^}]*"
    r"\b(?:fontspec|xeCJK|polyglossia|unicode-math|ctex)\b"
    r"|^[^%\n]*\\documentclass\s*(?:\[[^\]]*\])?\s*\{ctex|^%\s*!TEX\s+(?:TS-)?program\s*=\s*(?:xe|lua)",
    re.MULTILINE | re.IGNORECASE,
)
# A missing class is replaced with the one that it resembles, with the commands that IEEE Access
# adds and those of the package for its colors; a missing package or file is empty.
SUBSTITUTE_CLASS = r"""
\LoadClassWithOptions{IEEEtran}
\newskip\titlepgskip
\providecommand\history[1]{}
\providecommand\doi[1]{}
\providecommand\address[2][]{}
\providecommand\tfootnote[1]{}
\providecommand\corresp[1]{}
\providecommand\authorrefmark[1]{}
\providecommand\headeretal{et al.}
\providecommand\PARstart[2]{#1#2}
\providecommand\EOD{}
\newenvironment{keywords}{}{}
\providecommand\NewSpotColorSpace[1]{}
\providecommand\AddSpotColor[4]{}
\providecommand\SetPageColorSpace[1]{}
\def\Figure{\@ifnextchar[\Figure@place{\Figure@place[]}}
\def\Figure@place[#1]{\@ifnextchar(\Figure@skips{\Figure@skips()}}
\def\Figure@skips(#1){\@ifnextchar[\Figure@print{\Figure@print[]}}
\def\Figure@print[#1]#2#3{\begin{figure}\caption{#3}\end{figure}}
"""
MISSING = re.compile(r"File `([^'\n]+)' not\s+found|I can.t find file `([^'\n]+)'")
ERROR = re.compile(r"^! (.*)\n(.*)$", re.MULTILINE)  # the second line ends where TeX stopped
GAVE_UP = "(That makes 100 errors; please try again.)"
UNDEFINED = re.compile(r"(Reference|Citation) [`']([^'\n]*)'[^\n]*\n?[^\n]*undefined")


@dataclass
class Compiled:
    """What TeX says about a draft.

    ``errors`` have no line numbers; ``undefined`` are keys; ``text`` is the printed text, which is
    empty without a PDF file; then ``problem`` says why.  If TeX gave up after its limit of errors,
    ``gave_up`` is true: then a change of any line moves the end, and the rest is not known.
    """

    errors: Counter[str] = field(default_factory=Counter)
    undefined: set[str] = field(default_factory=set)
    text: str = ""
    problem: str = ""
    gave_up: bool = False

    @property
    def is_clean(self) -> bool:
        return not self.errors and not self.problem


class Substitutes:
    """Empty files for what a draft needs and its folder lacks; all copies of the draft share them.

    A name with a path that TeX does not search (``../macros``) is created next to the draft, but
    never outside ``bounds``, the temporary folder that contains the copy.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, name: str, draft: Path, bounds: Path) -> bool:
        """Create a substitute; False for one that exists already, or cannot help."""
        if name in self.names or len(self.names) >= MOST_SUBSTITUTES:
            return False
        self.names.append(name)
        return self._write(name, draft, bounds)

    def place(self, draft: Path, bounds: Path) -> None:
        """Create the substitutes that belong next to this copy of the draft."""
        for name in self.names:
            if name.startswith("."):
                self._write(name, draft, bounds)

    def _write(self, name: str, draft: Path, bounds: Path) -> bool:
        base = draft if name.startswith(".") else self.folder
        path = Path(os.path.normpath(base / name))
        if bounds not in path.parents or path.exists():
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SUBSTITUTE_CLASS if path.suffix == ".cls" else "", encoding="utf-8")
        return True


def engine_of(source: str) -> str:
    """The program that compiles a draft with this source; empty if it is not installed."""
    names = UNICODE_ENGINES if NEEDS_UNICODE.search(source) else ("pdflatex",)
    return next((name for name in names if shutil.which(name)), "")


def compile_draft(root: Path, engine: str, substitutes: Substitutes, bounds: Path) -> Compiled:
    """Run LaTeX and BibTeX or Biber until the references are right.  Pictures are black boxes, so
    that they may be missing.
    """
    if not engine:
        return Compiled(problem="needs XeLaTeX or LuaLaTeX, which is not installed")
    while True:
        log, problem = _latex(root, engine, substitutes, draft=True)
        names = [
            name for pair in MISSING.findall(log) for name in pair if name and "\\" not in name
        ]
        added = [substitutes.add(_with_ending(name), root.parent, bounds) for name in names]
        if not any(added) or problem:
            break
    if problem:
        return _result(root, log, problem)
    _bibliography(root, substitutes)
    return _repeat(root, engine, substitutes, RUNS - 1)


def compile_again(
    before: Path, root: Path, engine: str, substitutes: Substitutes, bounds: Path
) -> Compiled:
    """Compile a changed copy of the draft ``before``, from the auxiliary files of that draft: only
    the second run finds references to labels that are gone.
    """
    runs = 2
    if not engine:
        return Compiled(problem="needs XeLaTeX or LuaLaTeX, which is not installed")
    substitutes.place(root.parent, bounds)
    for old in before.parent.rglob("*.aux"):
        shutil.copyfile(old, root.parent / old.relative_to(before.parent))
    for ending in (".bbl", ".bcf", ".out", ".toc"):
        old = before.with_suffix(ending)
        new = root.with_suffix(ending)
        if old.is_file() and not new.is_file():
            shutil.copyfile(old, new)
    if any(
        not (before.parent / path.relative_to(root.parent)).is_file()
        or path.read_bytes() != (before.parent / path.relative_to(root.parent)).read_bytes()
        for path in root.parent.rglob("*.bib")
    ):
        _bibliography(root, substitutes)
        runs += 1
    return _repeat(root, engine, substitutes, runs)


def _repeat(root: Path, engine: str, substitutes: Substitutes, runs: int) -> Compiled:
    """Run LaTeX this many times; the last run writes the PDF file."""
    for number in range(1, runs + 1):
        log, problem = _latex(root, engine, substitutes, draft=number < runs)
        if problem:
            break
    return _result(root, log, problem)


def _result(root: Path, log: str, problem: str) -> Compiled:
    gave_up = GAVE_UP in log
    found = Compiled(_errors(log), _undefined(log), problem=problem, gave_up=gave_up)
    pdf = root.with_suffix(".pdf")
    if not problem and pdf.is_file():
        found.text = _run(["pdftotext", "-raw", pdf.name, "-"], root.parent, {})[0]
    elif not problem:
        found.problem = next(iter(found.errors), "no PDF file")
    return found


def _with_ending(name: str) -> str:
    return name if os.path.splitext(name)[1] else f"{name}.tex"


def _latex(root: Path, engine: str, substitutes: Substitutes, draft: bool) -> tuple[str, str]:
    """The log of one run of LaTeX, and why it did not end by itself."""
    command = [engine, "-interaction=nonstopmode", "-no-shell-escape", f"-jobname={root.stem}"]
    if draft and engine == "pdflatex":
        command.append("-draftmode")
    command.append(rf"\PassOptionsToPackage{{demo}}{{graphicx}}\input{{{root.name}}}")
    pdf, log = root.with_suffix(".pdf"), root.with_suffix(".log")
    if not draft:
        pdf.unlink(missing_ok=True)
    _, ended = _run(command, root.parent, _environment(substitutes))
    text = log.read_text(encoding="latin-1") if log.is_file() else ""
    return text, "" if ended else f"{engine} ran for over {SECONDS} seconds"


def _bibliography(root: Path, substitutes: Substitutes) -> None:
    auxiliary = root.with_suffix(".aux")
    if root.with_suffix(".bcf").is_file():
        if shutil.which("biber"):
            _run(["biber", "--quiet", root.stem], root.parent, _environment(substitutes))
    elif auxiliary.is_file() and rb"\bibdata" in auxiliary.read_bytes():
        _run(["bibtex", "-terse", root.stem], root.parent, _environment(substitutes))


def _environment(substitutes: Substitutes) -> dict[str, str]:
    """Long lines in the log, and the substitutes after the draft but before nothing else."""
    path = f".{os.pathsep}{os.pathsep}{substitutes.folder}"
    return {
        "max_print_line": "10000",
        "error_line": "254",
        "half_error_line": "238",
        "TEXINPUTS": path,
        "BIBINPUTS": path,
        "SOURCE_DATE_EPOCH": "0",
        "FORCE_SOURCE_DATE": "1",
    }


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> tuple[str, bool]:
    """Standard output, and whether the program ended within its time."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        output, _ = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return "", False
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    return output.decode("utf-8", "replace"), True


def _errors(log: str) -> Counter[str]:
    """The TeX errors without line numbers; an undefined command with its name."""
    errors: Counter[str] = Counter()
    for message, context in ERROR.findall(log):
        if message.startswith("Undefined control sequence"):
            message += " " + (re.findall(r"\\(?:[A-Za-z@]+|.)", context) or [""])[-1]
        message = re.sub(r"(Invalid UTF-8 byte|Unicode character).*", r"\1", message)
        errors[re.sub(r"\b(on input )?line \d+|\d+(?=\.\.)", "line N", message).strip()] += 1
    return errors


def _undefined(log: str) -> set[str]:
    return {f"{kind.lower()} {key}" for kind, key in UNDEFINED.findall(log)}
