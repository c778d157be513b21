"""A .bbl file without its .bib file: the faults that come from the .bib file are findings."""

from __future__ import annotations

import json

import pytest

MAIN = (
    "\\documentclass{IEEEtran}\n\\begin{document}\nWater~\\cite{lima}, \\cite{reis} flows.\n"
    "\\bibliographystyle{IEEEtran}\n%s\n\\end{document}\n"
)
LIST = (
    "\\begin{thebibliography}{1}\n\\providecommand{\\url}[1]{#1}\n"
    "\\providecommand{\\BIBentryALTinterwordspacing}{\\spaceskip=\\fontdimen2\\font\\relax}\n\n"
    "\\bibitem{lima}\nA.~Lima, ``Sand in pipes,'' \\emph{%s}, vol.~1, no.~2, pp.\n"
    "  3--9, Mar. 2020.\n\n"
    "\\bibitem{reis}\nB.~Reis, C.~Costa, D.~Silva, E.~Rocha, F.~Berg, G.~Melo, and H.~Dias, ``Mud\n"
    "  in pipes,'' \\emph{IEEE Trans. Ind. Electron.}, vol.~1, no.~2, pp. 3--9, Apr. 2020.\n\n"
    "\\end{thebibliography}\n"
)
GOOD = LIST % "IEEE Trans. Robot."
BAD = LIST % "IEEE Transactions on Robotics"
LISTS = ["\\bibliography{IEEEabrv,works}", "\\input{main.bbl}"]


@pytest.fixture
def found(tmp_path, run):
    """The findings of the REF and BIB rules on a draft with a .bbl file."""

    def check(printed: str, end: str, *options: str) -> list[dict]:
        (tmp_path / "main.tex").write_text(MAIN % end, encoding="utf-8")
        (tmp_path / "main.bbl").write_text(printed, encoding="utf-8")
        path = str(tmp_path / "main.tex")
        words = ["--select", "REF,BIB", "--output-format", "json", *options]
        return json.loads(run("check", path, *words)[1])["findings"]

    return check


@pytest.mark.parametrize("end", LISTS)
def test_what_the_style_prints_is_no_finding(found, end):
    assert found(GOOD, end) == []


@pytest.mark.parametrize(("end", "file"), [(LISTS[0], "works.bib"), (LISTS[1], "the .bib file")])
def test_faults_of_the_database_name_the_place_to_correct(found, end, file):
    (finding,) = found(BAD, end)
    assert finding["code"] == "BIB005" and finding["path"].endswith("main.bbl")
    assert finding["message"].endswith(
        f'Correct the entry "lima" in {file}: BibTeX writes this file.'
    )
    assert not finding.get("fix")


def test_no_fix_changes_the_file(found, tmp_path):
    found(BAD, LISTS[0], "--fix", "--unsafe-fixes")
    assert (tmp_path / "main.bbl").read_text(encoding="utf-8") == BAD


def test_a_database_that_is_there_is_checked_itself(found, tmp_path):
    (tmp_path / "works.bib").write_text(
        "@article{lima, author={Lima, Ana}, title={Sand}, journal={J. Flow}, volume=1, number=2,\n"
        "pages={3--9}, month=mar, year=2020}\n@article{reis, author={Reis, Bo}, title={Mud},\n"
        "journal={J. Flow}, volume=1, number=2, pages={3--9}, month=apr, year=2020}\n",
        encoding="utf-8",
    )
    assert not any("bbl" in finding["path"] for finding in found(BAD, LISTS[0]))
