"""Folders of submissions, and a function that runs a batch."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from ieeelint.cli import main

PAPER = r"""\documentclass[conference]{IEEEtran}
\begin{document}
\title{%(title)s}
\author{\IEEEauthorblockN{Ana Lima}
\IEEEauthorblockA{\textit{Rain Lab}\\Porto, Portugal\\ana@rain.example}
\and\IEEEauthorblockN{Bo Wu}
\IEEEauthorblockA{\textit{Rain Lab}\\Porto, Portugal\\bo@rain.example}}
\maketitle
\begin{abstract}We measure rain with one pump.\end{abstract}
\begin{IEEEkeywords}pumps, rain\end{IEEEkeywords}
\section{Introduction}
%(text)s
\end{document}
"""
FINE = "The pump is quiet."
FIGURE = "The pump is (see Figure 1) quiet, and the the pump is small."
WRONG = "As Figure 1 shows, the the pump needs 5km. See \\ref{nothing}."


class Chair:
    """A folder of submissions, and the output of its batch."""

    def __init__(self, folder: Path, capsys) -> None:
        self.folder = folder / "submissions"
        self.out = folder / "out"
        self.folder.mkdir()
        self.capsys = capsys
        self.err = self.text = ""

    def add(self, name: str, title: str = "A Quiet Pump", text: str = FINE) -> Path:
        """Add a paper: a folder, or a file if the name ends in .tex."""
        path = self.folder / name
        if not name.endswith(".tex"):
            path.mkdir(parents=True)
            path = path / "paper.tex"
        path.write_text(PAPER % {"title": title, "text": text}, encoding="utf-8")
        return path

    def settings(self, text: str) -> list[str]:
        """The options for settings of the chair."""
        path = self.folder.parent / "venue-settings.toml"
        path.write_text(text, encoding="utf-8")
        return ["--config", str(path)]

    def batch(self, *words: str) -> int:
        """Run the batch; returns its exit status."""
        status = main(["batch", str(self.folder), "--out", str(self.out), *words])
        self.text, self.err = self.capsys.readouterr()
        return status

    def rows(self) -> dict[str, dict]:
        """The rows of the table by the id of the paper."""
        text = (self.out / "papers.jsonl").read_text(encoding="utf-8")
        return {row["id"]: row for row in map(json.loads, text.splitlines())}

    def table(self) -> dict[str, dict[str, str]]:
        """The rows of the CSV file by the id of the paper."""
        text = (self.out / "papers.csv").read_text(encoding="utf-8-sig")
        return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}

    def letter(self, name: str) -> str:
        """The letter about a paper."""
        return (self.out / self.rows()[name]["letter"]).read_text(encoding="utf-8")

    def content(self) -> dict[str, bytes]:
        """All output files, by their relative names."""
        return {
            str(path.relative_to(self.out)): path.read_bytes()
            for path in self.out.rglob("*")
            if path.is_file() and ".state" not in path.parts
        }


@pytest.fixture
def processes(tmp_path, capsys):
    """A batch that starts processes, as users run it."""
    return Chair(tmp_path, capsys)


@pytest.fixture
def chair(processes, monkeypatch):
    """A batch in this process, which is quicker."""

    def results(function, items, *rest):
        yield from enumerate(map(function, items))

    monkeypatch.setattr("ieeelint.workers.results", results)
    return processes
