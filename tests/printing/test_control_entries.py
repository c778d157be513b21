"""Several control entries (@IEEEtranBSTCTL): those that the draft cites apply, as in BibTeX."""

from __future__ import annotations

import shutil
import subprocess

import pytest

BIB = """
@IEEEtranBSTCTL{one, CTLuse_forced_etal = "yes", CTLmax_names_forced_etal = "1",
  CTLnames_show_etal = "1"}
@IEEEtranBSTCTL{two, CTLuse_forced_etal = "yes", CTLmax_names_forced_etal = "2",
  CTLnames_show_etal = "2", CTLdash_repeated_names = "no"}
@article{a, author={Lima, Ana and Costa, Bo and Reis, Cy}, title={Sand}, journal={J. Flow},
  year=2020}
@article{b, author={Lima, Ana and Costa, Bo and Reis, Cy}, title={Mud}, journal={J. Flow},
  year=2020}
"""
DASH = "------"
CASES = [
    ("", "A.~Lima, B.~Costa, and C.~Reis", DASH),
    ("\\bstctlcite{one}", "A.~Lima \\emph{et~al.}", DASH),
    ("\\bstctlcite{two}", "A.~Lima, B.~Costa \\emph{et~al.}", "A.~Lima, B.~Costa \\emph{et~al.}"),
    ("\\bstctlcite{two}\\bstctlcite{one}", "A.~Lima \\emph{et~al.}", "A.~Lima \\emph{et~al.}"),
    ("\\nocite{*}", "A.~Lima, B.~Costa \\emph{et~al.}", "A.~Lima, B.~Costa \\emph{et~al.}"),
]


def test_a_control_entry_applies_to_the_entries_after_it(tmp_path, run):
    control, *works = BIB.strip().split("\n@")
    path = tmp_path / "works.bib"
    path.write_text("@" + "\n@".join([works[1], control[1:], works[2]]), encoding="utf-8")
    out = run("refs", "--all", "--to", "bibitem", str(path))[1]
    assert names(out) == ["A.~Lima, B.~Costa, and C.~Reis", "A.~Lima \\emph{et~al.}"]


def write(folder, command: str) -> str:
    (folder / "works.bib").write_text(BIB, encoding="utf-8")
    (folder / "main.tex").write_text(
        f"\\documentclass{{IEEEtran}}\n\\begin{{document}}\n{command}\n"
        "A \\cite{a}, \\cite{b}.\n"
        "\\bibliographystyle{IEEEtran}\n\\bibliography{works}\n\\end{document}\n",
        encoding="utf-8",
    )
    return str(folder / "main.tex")


def names(text: str) -> list[str]:
    """What the printed list has instead of the names of each entry."""
    words = " ".join(text.split())
    return [one.split("}", 1)[1].split(", ``")[0].strip() for one in words.split("\\bibitem")[1:]]


@pytest.mark.parametrize(("command", "first", "second"), CASES)
def test_the_cited_control_entries_apply(tmp_path, run, command, first, second):
    found = names(run("refs", "--to", "bibitem", write(tmp_path, command))[1])
    assert found == [first, second]


@pytest.mark.thorough
@pytest.mark.parametrize(("command", "first", "second"), CASES)
def test_bibtex_prints_the_same(tmp_path, run, command, first, second):
    ours = names(run("refs", "--to", "bibitem", write(tmp_path, command))[1])
    assert shutil.which("pdflatex") and shutil.which("bibtex")
    for program in (["pdflatex", "-interaction=batchmode", "main"], ["bibtex", "main"]):
        subprocess.run(program, cwd=tmp_path, capture_output=True, check=False)
    printed = (tmp_path / "main.bbl").read_text(encoding="utf-8").replace("-- ", "")
    assert [one.removeprefix("--").strip() for one in names(printed)] == [
        one.removeprefix("--").strip() for one in ours
    ]


def test_a_typed_list_in_the_form_of_the_guide(tmp_path, run):
    path = tmp_path / "main.tex"
    path.write_text(
        "\\documentclass{IEEEtran}\n\\begin{document}\nA \\cite{a}, \\cite{b}, \\cite{c}.\n"
        "\\begin{thebibliography}{9}\n"
        "\\bibitem{a} Lima, A., Costa, B. (2020). Sand in pipes. \\emph{J. Flow}, 3(2), 7-19."
        " https://doi.org/10.1109/JFS.2020.1234567\n"
        "\\bibitem{b} Private talk with somebody about pipes.\n"
        "\\bibitem{c} A. Lima, B. Costa, C. Reis, D. Silva, E. Rocha, F. Berg, and G. Melo,"
        " ``Mud,'' \\emph{Journal of Flow}, vol. 1, no. 2, pp. 3--9, Mar. 2020.\n"
        "\\end{thebibliography}\n\\end{document}\n",
        encoding="utf-8",
    )
    status, out, message = run("refs", "--style", "guide", str(path))
    assert status == 0 and out.splitlines() == [
        "[1] A. Lima and B. Costa, “Sand in pipes,” J. Flow, vol. 3, no. 2, pp. 7–19, 2020, doi:"
        " 10.1109/JFS.2020.1234567.",
        "[2] Private talk with somebody about pipes.",
        "[3] A. Lima et al., “Mud,” J. Flow, vol. 1, no. 2, pp. 3–9, Mar. 2020.",
    ]
    assert "as typed: [2]" in message
    assert "Lima, A., Costa, B. (2020)" in run("refs", str(path))[1]
