"""We print every entry like bibtex with IEEEtran.bst."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ieeelint.paper.entries import Works
from ieeelint.paper.source import Source
from ieeelint.printing.entries import Printer
from ieeelint.printing.words import plain
from ieeelint.readers.bibtex import MONTHS, journal_macros, parse

pytestmark = pytest.mark.thorough

OWN = Path(__file__).with_name("every_type.bib")
EXAMPLE = Path(
    subprocess.run(["kpsewhich", "IEEEexample.bib"], capture_output=True, text=True).stdout.strip()
)


def by_bibtex(path: Path, folder: Path) -> dict[str, str]:
    """Each entry of the .bbl file, with joined lines and without spacing commands."""
    shutil.copy(path, folder / "refs.bib")
    (folder / "p.aux").write_text(
        "\\relax\n\\bibstyle{IEEEtran}\n\\citation{*}\n\\bibdata{IEEEabrv,refs}\n", encoding="utf-8"
    )
    subprocess.run(
        ["bibtex", "-min-crossrefs=99", "p"], cwd=folder, capture_output=True, check=False
    )
    text = (folder / "p.bbl").read_text(encoding="utf-8", errors="replace")
    text = re.sub(r"\\BIBentry(ALT|STD)interwordspacing|%\n\s*", "", text)
    text = re.sub(r"\\renewcommand\{\\BIBentryALT.*?\}\{.*?\}", "", text)
    items = text.split("\\end{thebibliography}")[0].split("\\bibitem{")[1:]
    return {
        key: " ".join(words.split()) for key, _, words in (item.partition("}") for item in items)
    }


def by_us(path: Path) -> dict[str, str]:
    source = Source(str(path), path.read_text(encoding="utf-8", errors="replace"))
    works = Works([parse(source, MONTHS | journal_macros())])
    printer = Printer()
    for entry in works:
        if entry.kind == "ieeetranbstctl":
            printer.printed(entry)
    return {
        entry.key: " ".join(printer.printed(entry).split())
        for entry in works.by_key.values()
        if entry.kind != "ieeetranbstctl"
    }


@pytest.mark.parametrize("path", [OWN, EXAMPLE], ids=["own", "example"])
def test_every_entry_is_printed_like_bibtex(path, tmp_path):
    theirs, ours = by_bibtex(path, tmp_path), by_us(path)
    assert list(theirs) and set(theirs) == set(ours)
    differing = {key: (words, ours[key]) for key, words in theirs.items() if words != ours[key]}
    assert not differing


def test_entries_are_printed_as_plain_text():
    ours = by_us(OWN)
    assert (
        plain(ours["article"])
        == "A. B. Lima, B. de la Costa, É. Müller, and J. van der Berg, Jr., “A study of MIMO: The"
        " œuvre of α-flow in école,” J. Flow, vol. 12, no. 3, pp. 1045–12 345, Mar. 2024, in"
        " press."
    )
    assert plain(ours["again"]) == "——, “What is flow?” J. Flow, no. 12345, p. 7, 2025."
    assert plain(ours["page"]).endswith("[Online]. Available: https://flow.example/a_b?c=d&e=%20")
    assert plain(ours["book"]).endswith(
        "2nd ed., ser. Flow. Porto, Portugal: Rio Press, 2023, vol. 2."
    )
