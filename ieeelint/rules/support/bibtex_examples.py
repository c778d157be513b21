"""The common beginning of the examples of rules about BibTeX files."""

from __future__ import annotations

HEAD = (
    "%! document\n"
    "\\documentclass{IEEEtran}\n"
    "\\begin{document}\n"
    "It flows~\\cite{lima}.\n"
    "\\bibliographystyle{IEEEtran}\n"
    "\\bibliography{refs}\n"
    "\\end{document}\n"
    "%! file refs.bib\n"
)
WHOLE = "@article{lima, author = {Ana Lima}, title = {Flow}, journal = {J. Flow}, year = 2024}"
BIBLATEX = HEAD.replace(
    "{IEEEtran}\n",
    "{IEEEtran}\n\\usepackage[style=ieee]{biblatex}\n\\addbibresource{refs.bib}\n",
    1,
)
