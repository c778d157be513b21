"""Follows the tutorials to the letter, and writes the output that they show.

    python -m tools.tutorials

Each tutorial is followed from top to bottom in an empty folder: files that it links to are
downloaded, a block with a title is saved as a file, a diff with a title is an edit by the author,
and the commands run.  The block of text after commands is their output; a line with an ellipsis
stands for lines that are left out.  A test compares the output.  They are in
docs/tutorials and, in Chinese, in docs/zh.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
TUTORIALS = TOP / "docs"
LANGUAGES = {"tutorials": "en", "zh": "zh"}  # by folder
BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
LINKED = re.compile(r"\]\(((?:\.\./tutorials/)?\w+\.(?:docx|py))\)")
LEFT_OUT = "…"
OVERLEAF = "overleaf.zip"  # what the author downloads from Overleaf
UPLOADED = "overleaf.fixed.zip"  # what the author uploads there as a new project


class Reader:
    """A newcomer who follows one tutorial in an empty folder."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self.folder = folder
        self.language = language
        self.programs = folder.with_name(f"{folder.name}-programs")
        self.programs.mkdir()
        for name, words in (("ieeelint", "-m ieeelint "), ("python", "")):
            program = self.programs / name
            program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words}"$@"\n')
            program.chmod(0o755)

    def save(self, name: str, text: str) -> None:
        """Save a block as a file."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def edit(self, name: str, difference: str) -> None:
        """Replace the lines with "-" by those with "+"."""
        path = self.folder / name
        lines = difference.splitlines(keepends=True)
        old, new = ("".join(line[1:] for line in lines if line[0] in f" {sign}") for sign in "-+")
        text = path.read_text(encoding="utf-8")
        if text.count(old) != 1:
            raise ValueError(f"{name}: the edit does not apply: {old}")
        self.save(name, text.replace(old, new))

    def run(self, commands: str) -> str:
        """The output of commands; the project is downloaded from Overleaf before them."""
        if OVERLEAF in commands:
            with zipfile.ZipFile(self.folder / OVERLEAF, "w") as archive:
                for name in ("main.tex", "refs.bib"):
                    archive.write(self.folder / name, name)
        path = f"{self.programs}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-c", commands],
            cwd=self.folder,
            env={
                **os.environ,
                "PATH": path,
                "PYTHONPATH": str(TOP),
                "LC_ALL": "C.UTF-8",
                "IEEELINT_LANGUAGE": self.language,
            },
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if (self.folder / UPLOADED).exists():
            with zipfile.ZipFile(self.folder / UPLOADED) as archive:
                archive.extractall(self.folder)
            (self.folder / UPLOADED).unlink()
        return done.stdout


def followed(page: str, folder: Path) -> str:
    """The text of a tutorial with the output that its commands have."""
    text = (TUTORIALS / page).read_text(encoding="utf-8")
    for name in LINKED.findall(text):
        shutil.copy((TUTORIALS / page).parent / name, folder)
    reader = Reader(folder, LANGUAGES[page.partition("/")[0]])
    output = ""
    parts, end = [], 0
    for match in BLOCK.finditer(text):
        language, name, content = match.groups()
        if language == "diff":
            reader.edit(name, content)
        elif name:
            reader.save(name, content)
        elif language == "sh":
            output = reader.run(content)
        elif language == "text":
            parts += [text[end : match.start(3)], shortened(output, content)]
            end = match.end(3)
    return "".join(parts) + text[end:]


def shortened(output: str, shown: str) -> str:
    """The output, shortened where the block of the tutorial is."""
    before, ellipsis, after = f"\n{shown}".partition(f"\n{LEFT_OUT}\n")
    if not ellipsis:
        return output
    lines = output.splitlines(keepends=True)
    first, last = before.count("\n"), after.count("\n")
    return "".join([*lines[:first], f"{LEFT_OUT}\n", *lines[len(lines) - last :]])


def pages() -> list[str]:
    """The paths of the tutorials in docs/."""
    found = [path for folder in LANGUAGES for path in (TUTORIALS / folder).glob("*.md")]
    return sorted(path.relative_to(TUTORIALS).as_posix() for path in found)


def main() -> None:
    """Follow all tutorials, and write those whose output has changed."""
    for page in pages():
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "work"
            folder.mkdir()
            text = followed(page, folder)
        path = TUTORIALS / page
        if text != path.read_text(encoding="utf-8"):
            path.write_text(text, encoding="utf-8")
            print(f"docs/{page}: written")


if __name__ == "__main__":
    main()
