"""Compare the table of arguments with LaTeX: how many arguments does each command really take?

For maintainers: ``python tools/check_arities.py`` prints every command of the section ``arguments``
of ``ieeelint/tables/signatures.toml`` whose number of mandatory arguments is not LaTeX's, and the
commands that no installed package defines. ``python tools/check_arities.py vspace cite`` checks
only these. It needs pdfLaTeX, and knows the more commands the more packages are installed.

LaTeX itself is asked: a command is called with 0, 1, 2 … arguments before a probe. The probe says
which token follows it. If the command has taken the probe as an argument too, another token follows
than the one typed there, or the probe never speaks.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MOST = 10  # arguments; \newtheoremstyle has nine
FILLERS = ("a", "1", "1pt", "enumerate", "x=a", "1")
LIMIT = 60  # seconds for one command
# Packages that may be loaded together; a command is asked in the first list that defines it.
COMMON = "amsmath amssymb graphicx xcolor hyperref array booktabs multirow xspace tikz babel"
TOGETHER = (
    "cite url textcomp mathtools bm amsthm colortbl cleveref siunitx glossaries listings enumitem"
    " subfig float newfloat setspace titlesec geometry makecell rotating fancyhdr"
    " algorithmicx algpseudocode algorithm todonotes soul changes tabularx csquotes pgfplots",
    "natbib ulem caption subcaption acronym orcidlink authblk lettrine adjustbox textpos pifont"
    " mhchem import subfiles standalone svg pdfpages overpic balance bookmark etoolbox ifthen"
    " placeins sidenotes eqparbox supertabular xltabular threeparttable chngcntr xparse fancyvrb",
    "biblatex acro glossaries-extra algorithm2e minted varioref paralist multicol verbatim comment"
    " nomencl bbm stfloats totcount xargs newunicodechar microtype epsfig",
    "subfigure subfloat fixltx2e pbox tabulary cases ntheorem theorem soulutf8 psfig",
)
OPTIONS = {"biblatex": "style=numeric,backend=biber", "xcolor": "table", "babel": "english"}
# Commands that cannot be asked: they end or define something, read tokens as TeX itself does, or do
# nothing.
NOT_ASKED = frozenset(
    "begin end documentclass documentstyle def gdef edef xdef let endinput fi else or bgroup egroup"
    " begingroup endgroup csname verb lstinline mintinline setbox hbox vbox relax protect \\"
    " \\*".split()
)
CITES = "takes arguments as long as braces follow"
# Commands whose answer is right, but not for what authors type.
KNOWN = {
    "hyperref": "takes one argument after an option, without which nobody writes it",
    "subfloat": "reads its argument as a box",
    "sqrt": "is a primitive that reads its argument as TeX does",
    "intertext": "works only between the rows of a display",
    "shortintertext": "works only between the rows of a display",
    "LoadClass": "works only in a class",
    "autocites": CITES,
    "cites": CITES,
    "parencites": CITES,
    "textcites": CITES,
    "cline": "works only in a table",
    "cmidrule": "works only in a table",
    "noalign": "works only between the rows of a table",
    "foreach": 'reads up to the word "in" as pgffor does',
    "newif": "reads the name of a condition, not an argument in braces",
    "write": "reads the number of a file before its argument",
    "import": "stops without the file",
    "subimport": "stops without the file",
    "includepdf": "stops without the PDF file",
    "usepgfplotslibrary": "stops without the library",
    "k": "works only with the encoding T1",
    "renewcommandx": "takes two, and reports an error for the argument of the question",
}
FILES = (".tex", "a", "a.tex", "1", "1.tex")  # empty, for commands that read a file
END = "\\csname @@end\\endcsname\n"
# The text before and after the commands.
IN_PREAMBLE = ("\\def\\open{\\begingroup}", "\\endgroup")
IN_TEXT = ("\\begin{document}\\def\\open{\\begingroup}", "\\endgroup")
IN_FORMULA = ("\\begin{document}\\def\\open{$}", "$")
PROBE = r"""
\makeatletter\nonstopmode
\newwrite\answer
\newcount\taken
\protected\def\stopper{\relax}
\protected\def\probe{\futurelet\seen\report}
\def\report{\def\kind{other}%
  \ifx\seen\egroup\def\kind{brace}\fi
  \ifx\seen\stopper\def\kind{bare}\fi
  \immediate\write\answer{\the\taken\space\kind}}
\def\@missingfileerror#1#2{}
\def\ask#1{\setbox0\vbox{\hsize=100pt \open#1\close x\par}}
"""


def known_arguments() -> dict[str, str]:
    """The table: for each command one letter for each mandatory argument."""
    sys.path.insert(0, TOP)
    from ieeelint.readers.latex.signatures import ARGUMENTS

    return {name: kinds for name, kinds in ARGUMENTS.items() if name.rstrip("*") not in NOT_ASKED}


def tex(folder: str, *words: str) -> None:
    """Run pdfLaTeX; its errors do not matter."""
    try:
        subprocess.run(
            ["pdflatex", "-interaction=nonstopmode", *words],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        print(f"pdflatex {words[-1]} took over {LIMIT} seconds", file=sys.stderr)


def write(folder: str, name: str, text: str) -> None:
    """Write a file into the folder."""
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def lines_of(folder: str, name: str) -> list[str]:
    """The lines of a file that TeX wrote; none if it does not exist."""
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return []
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read().splitlines()


def make_format(folder: str, packages: str) -> None:
    """Write the format ``probe``: IEEEtran with those of the packages that are installed."""
    loads = "\n".join(
        f"\\IfFileExists{{{name}.sty}}{{\\usepackage[{OPTIONS.get(name, '')}]{{{name}}}}}{{}}"
        for name in packages.split()
    )
    start = f"\\documentclass{{IEEEtran}}\n\\nonstopmode\n{loads}\n{PROBE}\\dump\n"
    write(folder, "start.tex", start)
    for name in FILES:
        write(folder, name, "")
    tex(folder, "-ini", "-jobname=probe", "&pdflatex", "start.tex")
    if not os.path.isfile(os.path.join(folder, "probe.fmt")):
        reasons = [line for line in lines_of(folder, "probe.log") if line.startswith("!")]
        raise SystemExit(f"LaTeX cannot load {packages}: {' '.join(reasons[:1])}")


def defined(folder: str, names: list[str]) -> tuple[set[str], set[str]]:
    """The names that the format knows, and those among them that only the preamble allows."""
    asks = "\n".join(
        f"\\expandafter\\ifx\\csname {name.rstrip('*')}\\endcsname\\relax\\else"
        f"\\immediate\\write\\answer{{+{name}}}\\fi"
        for name in names
    )
    listed = "\\def\\do#1{\\immediate\\write\\answer{\\string#1}}\\@preamblecmds"
    parts = ("\\immediate\\openout\\answer=names.txt", asks, listed, "\\begin{document}", asks, END)
    write(folder, "ask.tex", "\n".join(parts))
    tex(folder, "-fmt=probe", "ask.tex")
    lines = lines_of(folder, "names.txt")
    preamble = {line[1:].strip() for line in lines if line.startswith("\\")}
    known = {line[1:].strip() for line in lines if line.startswith("+")} & set(names)
    return known, {name for name in known if name.rstrip("*") in preamble}


def arity(folder: str, name: str, edges: tuple[str, str]) -> int | None:
    """The number of arguments that LaTeX takes for a command; None if it gives no answer.

    An argument that the command cannot use may stop it. So others are tried, and then each number
    of arguments in a separate run.
    """
    every = range(MOST)
    for filler in FILLERS:
        for counts in [every] if filler != FILLERS[-1] else [[count] for count in every]:
            answers = ask(folder, name, edges, filler, counts)
            for count in counts:
                if {(count, "brace"), (count, "bare")} <= answers:
                    return count
    return None


def ask(
    folder: str, name: str, edges: tuple[str, str], filler: str, counts: Iterable[int]
) -> set[tuple[int, str]]:
    """What follows the probe after so many arguments: the ``brace`` or the ``bare`` token typed
    there, or ``other``. ``edges`` are around the command.
    """
    call = f"\\csname {name.rstrip('*')}\\endcsname{'*' * name.endswith('*')}"
    job = "".join(str(ord(sign)) for sign in name)
    start, end = edges
    lines = [f"\\immediate\\openout\\answer={job}.txt {start}\\def\\close{{{end}}}"]
    for count in counts:
        before = call + f"{{{filler}}}" * count
        lines.append(f"\\taken={count}\\relax")
        lines.append(f"\\ask{{{before}{{\\probe}}}}\n\n\\ask{{{before}\\probe\\stopper}}\n")
    write(folder, f"{job}.tex", "\n".join([*lines, END]))
    tex(folder, "-fmt=probe", f"{job}.tex")
    answers = (line.partition(" ") for line in lines_of(folder, f"{job}.txt"))
    return {(int(count), kind) for count, _, kind in answers if count.isdigit()}


def arities(table: dict[str, str]) -> dict[str, int | None]:
    """The number of arguments of each command that an installed package defines.

    A command whose answer is not the table's is asked in a formula, too: some work only there.
    """
    answers: dict[str, int | None] = {}
    for packages in TOGETHER:
        left = [name for name in sorted(table) if name not in answers]
        if not left:
            break
        with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
            make_format(folder, f"{COMMON} {packages}")
            known, preamble = defined(folder, left)
            in_text = {name: IN_PREAMBLE if name in preamble else IN_TEXT for name in known}
            for edges in (in_text, dict.fromkeys(known, IN_FORMULA)):
                asked = [name for name in edges if answers.get(name, -1) != len(table[name])]
                counts = pool.map(partial(arity, folder), asked, map(edges.get, asked))
                for name, count in zip(asked, counts, strict=True):
                    if name not in answers or count == len(table[name]):
                        answers[name] = count
    return answers


def main(names: list[str]) -> int:
    """Print what does not agree; returns 1 if anything does not."""
    table = known_arguments()
    if names:
        table = {name: table[name] for name in names}
    counts = arities(table)
    wrong = 0
    for name, count in sorted(counts.items()):
        if name in KNOWN and count != len(table[name]):
            print(f"\\{name}: known: {KNOWN[name]}")
        elif count is None:
            print(f"\\{name}: LaTeX gives no answer; the table has {len(table[name])}")
        elif count != len(table[name]):
            print(f"\\{name}: LaTeX takes {count} arguments; the table has {len(table[name])}")
            wrong = 1
    missing = sorted(set(table) - set(counts))
    if missing:
        print("Not defined by the installed packages:", *missing)
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
