"""We print every entry like biblatex with style=ieee, which biber and pdfLaTeX print."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from ieeelint.paper.entries import Works
from ieeelint.paper.source import Source
from ieeelint.printing.biblatex import BiblatexPrinter
from ieeelint.printing.biblatex_options import Options
from ieeelint.printing.words import plain
from ieeelint.readers.bibtex import MONTHS, parse

OWN = Path(__file__).with_name("every_biblatex_type.bib")
PAPER = r"""\documentclass{article}
\usepackage[style=ieee%s]{biblatex}
\addbibresource{refs.bib}
\pagestyle{empty}
\usepackage[paperwidth=60cm,paperheight=80cm,margin=1cm]{geometry}
\begin{document}
\nocite{*}
\printbibliography
\end{document}
"""


def ours(content: str, *options: str) -> dict[str, str]:
    """Each entry as we print it, by key."""
    read = Options()
    for option in options:
        read.read(option)
    works = Works([parse(Source("refs.bib", content), MONTHS.copy())])
    printer = BiblatexPrinter(read)
    return {entry.key: plain(printer.printed(entry)) for entry in works}


def solid(words: str) -> str:
    """Words without spaces, and without what only looks different in a PDF file."""
    words = unicodedata.normalize("NFC", words).replace("’", "'")
    words = re.sub(r"\b(?:ISBN|ISSN|DOI)\b", lambda match: match.group().lower(), words)
    return "".join(words.split())


def by_biber(folder: Path, content: str, options: str) -> list[str]:
    """The printed entries in order."""
    (folder / "refs.bib").write_text(content, encoding="utf-8")
    (folder / "p.tex").write_text(PAPER.replace("%s", options), encoding="utf-8")
    latex = ["pdflatex", "-interaction=batchmode", "p"]
    for command in (latex, ["biber", "p"], latex):
        subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=300)
    command = ["pdftotext", "-layout", "p.pdf", "-"]
    text = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
    return [words.strip() for words in re.split(r"^\s*\[\d+\]", text, flags=re.M)[1:]]


@pytest.mark.thorough
@pytest.mark.skipif(
    any(shutil.which(name) is None for name in ("biber", "pdflatex", "pdftotext", "kpsewhich"))
    or not subprocess.run(["kpsewhich", "ieee.bbx"], capture_output=True).stdout,
    reason="biber or biblatex-ieee is missing",
)
@pytest.mark.parametrize(
    "options", ["", "maxbibnames=99", "minbibnames=1", "doi=false,isbn=false", "url=false"]
)
def test_every_entry_is_printed_like_biblatex(tmp_path, options):
    content = OWN.read_text(encoding="utf-8")
    theirs = by_biber(tmp_path, content, f",{options}" if options else "")
    printed = ours(content, *options.split(","))
    assert len(theirs) == len(printed) >= 50
    differing = {
        key: (words, other)
        for (key, words), other in zip(printed.items(), theirs, strict=True)
        if solid(words) != solid(other)
    }
    assert not differing


@pytest.mark.parametrize(
    ("entry", "printed"),
    [
        (
            "@article{a, author = {Lima, Ana}, title = {Biblatex Entry}, journaltitle = {J. Flow},"
            " date = {2021-07-03}, volume = 3, pages = {7-9}}",
            "A. Lima, “Biblatex entry,” J. Flow, vol. 3, pp. 7–9, Jul. 3, 2021.",
        ),
        (
            "@report{a, author = {Lima, Ana}, title = {A Report}, institution = {Flow Institute},"
            " type = {techreport}, number = 12, date = {2018-02}, location = {Porto}}",
            "A. Lima, “A report,” Flow Institute, Porto, Tech. Rep. 12, Feb. 2018.",
        ),
        (
            "@online{a, author = {Yu, Bo}, title = {A Page}, date = {2023-04}, url ="
            " {https://flow.example}, urldate = {2024-03-05}}",
            "B. Yu. “A page.” (Apr. 2023), [Online]. Available: https://flow.example (visited on"
            " 03/05/2024).",
        ),
        (
            "@inproceedings{a, author = {Yu, Bo}, title = {Sand}, booktitle = {Proc. Flow}, date ="
            " {2020-05-30/2020-06-02}, location = {Porto}, publisher = {IEEE}}",
            "B. Yu, “Sand,” in Proc. Flow, Porto: IEEE, May 30–Jun. 2, 2020.",
        ),
    ],
)
def test_the_fields_of_biblatex_are_printed(entry, printed):
    assert ours(entry) == {"a": printed}


def project(tmp_path: Path, options: str, entries: str) -> str:
    (tmp_path / "refs.bib").write_text(entries, encoding="utf-8")
    path = tmp_path / "paper.tex"
    path.write_text(
        "\\documentclass{IEEEtran}\n\\usepackage[" + options + "]{biblatex}\n"
        "\\addbibresource{refs.bib}\n\\begin{document}\nIt flows~\\cite{b,a}.\n"
        "\\printbibliography\n\\end{document}\n",
        encoding="utf-8",
    )
    return str(path)


ENTRIES = (
    "@article{a, author = {Ana Lima and Bo Yu}, title = {Flow}, journaltitle = {J. Flow}, date ="
    " {2020}}\n@article{b, author = {Cy Wu}, title = {Sand}, journaltitle = {J. Sand}, date ="
    " {2021}}\n"
)


def test_a_draft_with_biblatex_is_printed_with_its_options(run, tmp_path):
    _, out, _ = run("refs", project(tmp_path, "style=ieee", ENTRIES))
    assert out.splitlines() == [
        "[1] C. Wu, “Sand,” J. Sand, 2021.",
        "[2] A. Lima and B. Yu, “Flow,” J. Flow, 2020.",
    ]
    options = "style=ieee,maxnames=1,minbibnames=1,sorting=nyt"
    _, out, _ = run("refs", project(tmp_path, options, ENTRIES))
    assert out.splitlines()[0] == "[1] A. Lima et al., “Flow,” J. Flow, 2020."


def test_a_database_with_the_fields_of_biblatex_is_printed_whole(run, tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text(ENTRIES, encoding="utf-8")
    assert "J. Flow, 2020." in run("refs", str(path))[1]
    path.write_text(ENTRIES.replace("date", "year").replace("journaltitle", "journal"), "utf-8")
    assert "J. Flow, 2020." in run("refs", str(path))[1]
