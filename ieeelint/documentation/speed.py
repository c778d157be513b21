"""The paragraph about speed in README.md, from the figures of the last run of the benchmarks."""

from __future__ import annotations

import re

START, END = "<!-- from benchmarks/results.md -->\n", "<!-- end -->"
FLOOR = re.compile(r"floor \(python -c pass\) ([\d.]+) ms")
RUN = re.compile(r"(\d{4}-\d\d-\d\d), commit (\w+)")


def with_figures(readme: str, results: str) -> str:
    """README.md with the current figures between the two marks."""
    before, _, rest = readme.partition(START)
    return f"{before}{START}{paragraph(results)}{END}{rest.partition(END)[2]}"


def paragraph(results: str) -> str:
    """The figures in sentences.  Raises ValueError if a figure is missing."""
    latex, word = _rows(results, "LaTeX drafts"), _rows(results, "Word drafts")
    bib, server = _rows(results, "BibTeX files"), _rows(results, "Language server")
    short, long = latex[0], latex[-1]
    measured = RUN.search(results)
    if measured is None:
        raise ValueError("benchmarks/results.md does not say when it was written")
    sentences = [
        f"A check of a {short[0]} LaTeX draft with all rules takes"
        f" {_seconds(short[1], results)}: {_whole(short[1])} times as long as `python -c pass`,"
        f" and {short[3]} times as long as the walker of pylatexenc alone takes for the same"
        " draft.",
        f"If nothing has changed since the last check, it takes {_seconds(short[2], results)}.",
        f"A draft of {_megabytes(long[0])} takes {_seconds(long[1], results)},"
        f" a Word draft of {word[0][0]} pages {_seconds(word[0][1], results)},"
        f" one of {word[-1][0]} pages {_seconds(word[-1][1], results)},"
        f" and a `.bib` file of {bib[-1][0]} entries {bib[-1][2]} times as long as bibtexparser"
        " needs to parse it.",
        f"In an editor, the findings of a {server[1][0]} draft follow a keystroke after"
        f" {_whole(server[1][1])} ms.",
        f"These are the figures of [one run](benchmarks/results.md), {measured[1]}, of"
        " `python benchmarks/run.py` on two cores.",
    ]
    return _wrapped(" ".join(sentences))


def _rows(results: str, title: str) -> list[list[str]]:
    """The cells of the first table under a title."""
    _, found, section = results.partition(f"# {title}\n")
    lines = [line for line in section.partition("\n# ")[0].splitlines() if line.startswith("|")]
    if not found or len(lines) < 3:
        raise ValueError(f'benchmarks/results.md has no table "{title}"')
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def _seconds(times_floor: str, results: str) -> str:
    """A multiple of the floor in seconds, with two digits."""
    floor = FLOOR.search(results)
    if floor is None:
        raise ValueError("benchmarks/results.md has no floor")
    seconds = float(times_floor) * float(floor[1]) / 1000
    return f"{float(f'{seconds:.2g}'):g} s"


def _whole(figure: str) -> str:
    return f"{float(figure):.0f}"


def _megabytes(kilobytes: str) -> str:
    return f"{float(kilobytes.split()[0].replace(',', '')) / 1000:.0f} MB"


def _wrapped(text: str) -> str:
    import textwrap

    return "\n".join(textwrap.wrap(text, 108, break_on_hyphens=False)) + "\n"
