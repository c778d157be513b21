"""Work and memory grow in proportion to the number of things in a draft, of every kind.

Each kind of item is there 1, 4 and 16 times as often, and so are all kinds together: only then does
work show that grows with the product of two kinds, as all references for each citation.  Work is
counted in calls of functions and lines that run, and memory is what Python allocates: both are the
same on slow and busy machines.
"""

from __future__ import annotations

import gc
import sys
import tomllib
import tracemalloc
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType

import pytest

from ieeelint.checking import check_paths
from ieeelint.rules.support.typed_form import printed_before
from ieeelint.settings_files import load
from ieeelint.starters.word import document

pytestmark = pytest.mark.thorough

FEW = 12  # items of each kind in the smallest draft
MOST = 1.3  # times the proportional growth that is allowed; quadratic work grows 4 times as much
FEWEST = 5000  # runs of a line; below, growth says little
MOST_MEMORY = 2  # the same for memory: a table of Python that is full takes twice the room
NOISE = 10_000  # bytes by which the memory of the same check differs; an object a pair is far more
EVERYTHING = "everything"
KINDS = tomllib.loads(Path(__file__).with_name("growth.toml").read_text(encoding="utf-8"))
LATEX = r"""
\documentclass[conference]{IEEEtran}
\usepackage{amsmath}
«preamble»\begin{document}
\title{Steady Flow in Pipes}
\author{\IEEEauthorblockN{Ana Lima}\IEEEauthorblockA{Porto, Portugal}
«authors»}
\maketitle
\begin{abstract}Water is wet.\end{abstract}
\begin{IEEEkeywords}
Flow«keywords»
\end{IEEEkeywords}
\section{Introduction}
«body»\begin{table}[!t]\caption{All Pipes}\label{tab:all}
\begin{tabular}{cc}
Pipe & Gain\\
«table»\end{tabular}
\end{table}
See Table~\ref{tab:all}.
\bibliographystyle{IEEEtran}
\bibliography{refs}
\begin{thebibliography}{99}
«list»\end{thebibliography}
\end{document}
"""
WORD = """
[paper title] Steady Flow in Pipes
[Author] Ana Lima, Porto, Portugal
[Abstract] Abstract—Water is wet.
[Keywords] Keywords—flow, pipes
[Heading 1] Introduction
[Body Text] Water is wet. «run»
«body»
[table head] All Pipes
| Pipe | Gain |
«table»
[Body Text] See Table I.
[Heading 5] References
«list»
"""


def filled(form: str, text: str, kind: str, times: int) -> tuple[str, dict[str, str]]:
    """A draft with ``times`` as many items of a kind, and what was added at each place."""
    places = dict.fromkeys(("preamble authors keywords body table list bib run".split()), "")
    for name, parts in KINDS[form].items():
        if name.startswith("unclosed") and name != kind:
            continue  # the rest of the draft would be in the group
        for number in range(1, FEW * (times if kind in (name, EVERYTHING) else 1) + 1):
            for place, item in parts.items():
                item = item.replace("«n»", str(number)).replace("«l»", letters(number))
                places[place] += item.strip("\n") + ("" if place in ("run", "keywords") else "\n")
    for place, items in places.items():
        text = text.replace(f"«{place}»", items)
    return text.lstrip("\n"), places


def letters(number: int) -> str:
    """A name for a number, in letters: macros and abbreviations have no digits."""
    return "".join(chr(ord("A") + int(digit)) for digit in f"{number:05d}")


def latex(kind: str, times: int, folder: Path) -> str:
    """Write a LaTeX draft; returns its path."""
    text, places = filled("latex", LATEX, kind, times)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "part.tex").write_text("This part is short.\n", encoding="utf-8")
    (folder / "refs.bib").write_text(places["bib"], encoding="utf-8")
    (folder / "paper.tex").write_text(text, encoding="utf-8")
    return str(folder / "paper.tex")


def word(kind: str, times: int, folder: Path) -> str:
    """Write a Word draft; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "paper.docx").write_bytes(document(filled("word", WORD, kind, times)[0]))
    return str(folder / "paper.docx")


def check(path: str) -> None:
    printed_before.forget()  # or the second check of the same references is cheaper
    report = check_paths([path], partial(load, isolated=True))
    assert len(report.papers) == 1
    report.group()


def steps(work: Callable[[], object]) -> int:
    """How many functions ``work`` calls, Python's and C's, and how many lines it runs.

    A loop over all of something calls nothing, but runs its line each time.
    """
    count = 0

    def note_call(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    def note_line(_frame: object, _event: str, _argument: object) -> Callable[..., object]:
        nonlocal count
        count += 1
        return note_line

    before = sys.gettrace()
    sys.setprofile(note_call)
    sys.settrace(note_line)
    try:
        work()
    finally:
        sys.settrace(before)
        sys.setprofile(None)
    return count


def memory(work: Callable[[], object]) -> int:
    """The most bytes that ``work`` needs at one time."""
    gc.collect()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def growth(
    measure: Callable[[Callable[[], object]], int], paths: list[str], noise: int = 1
) -> float:
    """Growth from 4 to 16 times compared with that from 1 to 4 times: 1 if it is linear.

    Growth from 1 to 4 times of less than ``noise`` counts as that much.
    """
    one, four, sixteen = (measure(partial(check, path)) for path in paths)
    return (sixteen - four) / 12 / (max(four - one, noise) / 3)


CASES = [
    (write, kind)
    for write, form in ((latex, "latex"), (word, "word"))
    for kind in (*KINDS[form], EVERYTHING)
]


@pytest.mark.parametrize(
    ("write", "kind"), CASES, ids=[f"{write.__name__}-{kind}" for write, kind in CASES]
)
def test_work_and_memory_are_linear_in_each_kind(write, kind, tmp_path):
    paths = [write(kind, times, tmp_path / str(times)) for times in (1, 4, 16)]
    check(paths[1])  # imports modules and compiles patterns
    assert growth(steps, paths) <= MOST
    assert growth(memory, paths, NOISE) <= MOST_MEMORY


@pytest.mark.parametrize("write", [latex, word], ids=["latex", "word"])
def test_no_line_goes_over_everything_for_each_item(write, tmp_path):
    """Such a line hides among the others at this size, and takes all the time at a larger one."""
    runs = []
    for times in (1, 4, 16):
        path = write(EVERYTHING, times, tmp_path / str(times))
        check(path)
        runs.append(lines(partial(check, path)))
    one, four, sixteen = runs
    quadratic = {
        line: number
        for line, number in sixteen.items()
        if number > FEWEST and (number - four[line]) / 12 > 2 * max(four[line] - one[line], 1) / 3
    }
    assert quadratic == {}


def lines(work: Callable[[], object]) -> Counter[str]:
    """How often each line of ours runs."""
    counts: Counter[tuple[str, int]] = Counter()

    def note(frame: FrameType, _event: str, _argument: object) -> Callable[..., object]:
        counts[frame.f_code.co_filename, frame.f_lineno] += 1
        return note

    before = sys.gettrace()
    sys.settrace(note)
    try:
        work()
    finally:
        sys.settrace(before)
    ours = ((Path(file), line, number) for (file, line), number in counts.items())
    return Counter({f"{file.name}:{line}": number for file, line, number in ours})
