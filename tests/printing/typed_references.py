"""Drafts with typed references, for the tests that divide them into fields."""

from __future__ import annotations

START = "A. Lima, ``Rain,'' "
JOURNAL = START + "\\emph{J. Flow}, vol. 3, "


def latex(*references: str) -> str:
    lines = "".join(f"\\bibitem{{k{n}}} {words}\n" for n, words in enumerate(references))
    return (
        "\\documentclass{IEEEtran}\n\\usepackage{hyperref}\n\\begin{document}\nSand \\cite{k0}.\n"
        f"\\begin{{thebibliography}}{{9}}\n{lines}\\end{{thebibliography}}\n\\end{{document}}\n"
    )
