"""Arguments: a command takes as many as TeX gives it, and no more."""

from __future__ import annotations

import pytest

from ieeelint.readers.latex.reading import read


def draft_of(preamble: str, body: str = "Water flows."):
    text = (
        f"\\documentclass{{IEEEtran}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
    )
    return read("nowhere/paper.tex", text=text)


@pytest.mark.parametrize(
    "before",
    [
        "\\setstretch{0.95}",
        "\\AtEveryBibitem{\\clearfield{url}}",
        "\\floatstyle{ruled}",
        "\\setminted{fontsize=\\small}",
        "\\setkeys{Gin}{width=2cm}",
        "\\newlist{steps}{enumerate}{1}",
        "\\DeclareMathSymbol{\\flow}{\\mathord}{letters}{70}",
        "\\newtheoremstyle{plainest}{3pt}{3pt}{}{}{\\bfseries}{.}{ }{}",
        "\\DeclareLanguageMapping{english}{english-ieee}",
    ],
)
def test_the_command_after_is_read(before):
    view = draft_of(f"{before}\n\\usepackage{{pslatex}}").latex
    assert "pslatex" in view.packages
