"""Writes 200 submissions to practice with, and the export of a submission system.

    python practice.py

It writes submissions/ and submission.csv into the current folder, always the same ones.
"""

import csv
import io
import random
import zipfile
from pathlib import Path

PAPER = r"""\documentclass[conference]{IEEEtran}
\begin{document}
\title{%(title)s}
\author{\IEEEauthorblockN{%(name)s}
\IEEEauthorblockA{\textit{Weather Laboratory}\\Porto, Portugal\\%(mail)s@weather.example}}
\maketitle
\begin{abstract}
We measure %(subject)s with %(tool)s for %(days)d days, and compare the results with those of a
station of the weather service. The difference is small in summer, and larger in winter, because
ice changes the sensor. We give the calibration that removes most of it, and say how often it must
be repeated.
\end{abstract}
\begin{IEEEkeywords}
calibration, sensors, weather
\end{IEEEkeywords}
\section{Introduction}
Stations of the weather service are far apart. %(text)s
\section{Conclusion}
The sensor is good enough for a garden.
\end{document}
"""
SUBJECTS = ["Rain", "Wind", "Snow", "Fog", "Dew", "Hail", "Sunlight", "Frost"]
TOOLS = ["a Camera", "a Microphone", "a Radar", "a Bucket", "Two Lasers"]
NAMES = ["Ana Lima", "Bo Wu", "Carla Reis", "Dan Berg", "Eva Novak", "Femi Ade", "Gul Aydin"]
FINE = "So we measure in each garden."
SLIPS = [
    "The the sensor is small.",
    "Its colour is white.",
    "It needs .5 W.",
    "It needs 5km of wire.",
]
ERRORS = [
    "This is shown in Section~\\ref{sec:nowhere}.",
    "This document is a model and instructions for \\LaTeX.",
]
HIDDEN = "% ieeelint: file-ignore[TEX, TPL]\n"


def main() -> None:
    """Write the folder and the table."""
    dice = random.Random(2026)
    folder = Path("submissions")
    folder.mkdir()
    rows = [["#", "title", "authors"]]
    for number in range(1, 201):
        subject, tool = dice.choice(SUBJECTS), dice.choice(TOOLS)
        name = dice.choice(NAMES)
        title = f"Measuring {subject} With {tool} in Garden {number}"
        kind = dice.random()
        text = FINE if kind < 0.5 else dice.choice(SLIPS if kind < 0.8 else ERRORS)
        values = {
            "title": title,
            "name": name,
            "mail": name.split()[0].lower(),
            "subject": subject.lower(),
            "tool": tool.lower(),
            "days": dice.randrange(10, 90),
            "text": text,
        }
        paper = PAPER % values
        if kind > 0.97:
            paper = HIDDEN + paper
        (folder / f"{number:03}.zip").write_bytes(packed(paper, is_damaged=number == 77))
        rows.append([number, title if number != 42 else "An Older Title", name])
    with open("submission.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows[:-1])  # the last one never reached the system


def packed(paper: str, is_damaged: bool) -> bytes:
    """A zip file, as Overleaf makes it, or half of one."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("main.tex"), paper)
    whole = content.getvalue()
    return whole[: len(whole) // 2] if is_damaged else whole


if __name__ == "__main__":
    main()
