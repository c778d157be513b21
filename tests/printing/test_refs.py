"""``ieeelint refs``: the formats and orders of the reference list, and error messages."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import docx
import pytest

from ieeelint.readers import read

LIST = r"""@book{rocha, author = {Carla Rocha}, title = {Pipes {\&} Water}, publisher = {Rio}, address = {Porto}, year = 2023}
@article{lima, author = {Ana {\'A}. Lima and de Costa, Bo}, title = {Flow in {MIMO} Pipes}, journal = {J. Flow_x}, volume = 3, pages = {1-9}, month = mar, year = 2024, doi = {10.1000/f_1}}
@misc{old, author = {Old, Olga}, title = {Uncited}, year = 1999, url = {https://old.example/a_b}}
"""  # noqa: E501
PAPER = (
    "\\documentclass{IEEEtran}\n\\begin{document}\nFlow~\\cite{lima} in"
    " pipes~\\cite{rocha,nothere}.\n\\bibliographystyle{IEEEtran}\n\\bibliography{refs}\n"
    "\\end{document}\n"
)
LIMA = "A. Á. Lima and B. de Costa, “Flow in MIMO pipes,” J. Flow_x, vol. 3, pp. 1–9, Mar. 2024."
ROCHA = "C. Rocha, Pipes & Water. Porto: Rio, 2023."
OLD = "O. Old, “Uncited,” 1999. [Online]. Available: https://old.example/a_b"


@pytest.fixture
def project(tmp_path):
    """The paths of a paper and its database."""
    (tmp_path / "refs.bib").write_text(LIST, encoding="utf-8")
    (tmp_path / "paper.tex").write_text(PAPER, encoding="utf-8")
    return str(tmp_path / "paper.tex"), str(tmp_path / "refs.bib")


def test_cited_entries_are_printed_in_order(run, project):
    status, out, err = run("refs", project[0])
    assert (status, out) == (0, f"[1] {LIMA}\n[2] {ROCHA}\n")
    assert 'there is no entry "nothere"' in err


def test_all_entries_are_printed_in_either_order(run, project):
    assert run("refs", "--all", project[0])[1] == f"[1] {LIMA}\n[2] {ROCHA}\n[3] {OLD}\n"
    assert (
        run("refs", "--all", "--order", "key", project[0])[1]
        == f"[1] {LIMA}\n[2] {OLD}\n[3] {ROCHA}\n"
    )
    assert run("refs", project[1])[1] == f"[1] {ROCHA}\n[2] {LIMA}\n[3] {OLD}\n"


def test_the_guide_prints_the_doi_that_the_style_leaves_out(run, project):
    assert (
        run("refs", "--style", "guide", project[0])[1].splitlines()[0]
        == f"[1] {LIMA[:-1]}, doi: 10.1000/f_1."
    )


def test_show_source_prints_the_location_of_each_entry(run, project):
    lines = run("refs", "--show-source", project[0])[1].splitlines()
    assert lines[1].endswith("refs.bib:2 lima") and lines[3].endswith("refs.bib:1 rocha")


def test_markdown_is_escaped(run, project):
    out = run("refs", "--to", "markdown", "--all", project[0])[1].splitlines()
    assert (
        out[0]
        == "1. A. Á. Lima and B. de Costa, “Flow in MIMO pipes,” *J. Flow\\_x*, vol. 3, pp. 1–9,"
        " Mar. 2024."
    )
    assert out[1] == "2. C. Rocha, *Pipes & Water*. Porto: Rio, 2023."
    assert out[2].endswith("Available: <https://old.example/a_b>")


@pytest.mark.thorough
def test_latex_compiles_to_the_same_text(run, project, tmp_path):
    text = run("refs", "--to", "latex", "--all", project[0])[1].replace("J. Flow_x", "J. Flow")
    document = (
        f"\\documentclass{{IEEEtran}}\\usepackage[T1]{{fontenc}}\\usepackage{{url}}"
        f"\\begin{{document}}{text}\\end{{document}}"
    )
    (tmp_path / "list.tex").write_text(document, encoding="utf-8")
    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "list"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        errors="replace",
    )
    assert done.returncode == 0, done.stdout[-1500:]
    words = subprocess.run(
        ["pdftotext", "-layout", "list.pdf", "-"], cwd=tmp_path, capture_output=True, text=True
    ).stdout
    assert "Flow in MIMO pipes" in words and "[3]" in words


@pytest.mark.thorough
def test_an_address_with_signs_of_tex_compiles_without_the_package_url(run, tmp_path):
    address = "https://flow.example/a?b=1&c=100%25_d#e"
    path = tmp_path / "refs.bib"
    path.write_text(
        f"@misc{{a, author = {{Ana Lima}}, title = {{Flow}}, year = 2024, url = {{{address}}}}}",
        encoding="utf-8",
    )
    listed = run("refs", "--to", "latex", "--all", str(path))[1]
    (tmp_path / "list.tex").write_text(
        f"\\documentclass{{IEEEtran}}\n\\begin{{document}}\n{listed}\\end{{document}}\n",
        encoding="utf-8",
    )
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "list"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, errors="replace")
    assert done.returncode == 0, done.stdout[-1500:]
    command = ["pdftotext", "-layout", "list.pdf", "-"]
    words = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True).stdout
    assert address in "".join(words.split())


@pytest.mark.parametrize(
    ("body", "order"),
    [
        ("\\cite{d} and \\cite{b}", "d b"),
        ("\\cite{c}\\nocite{*}\\cite{b}", "c a b d"),
        ("\\nocite{*}\\cite{c}", "a b c d"),
        ("\\cite{c}\\nocite{d,*,b}", "c d a b"),
        ("\\nocite{*}\\cite{d}\\nocite{*}", "a b c d"),
    ],
)
def test_nocite_of_all_puts_the_database_at_its_place(run, tmp_path, body, order):
    """The order of BibTeX, as bibtex itself gave it for these bodies."""
    entries = [f"@misc{{{key}, title = {{Flow {key}}}, year = 2024}}\n" for key in "abcd"]
    (tmp_path / "refs.bib").write_text("".join(entries), encoding="utf-8")
    path = tmp_path / "paper.tex"
    path.write_text(
        f"\\documentclass{{IEEEtran}}\n\\begin{{document}}\nFlow {body}.\n"
        "\\bibliographystyle{IEEEtran}\n\\bibliography{refs}\n\\end{document}\n",
        encoding="utf-8",
    )
    listed = run("refs", "--to", "bibitem", str(path))[1]
    assert re.findall(r"\\bibitem\{(\w)\}", listed) == order.split()


def test_bibitem_and_word_are_read_as_the_same_list(run, project, tmp_path):
    text = run("refs", "--to", "bibitem", "--all", project[0])[1]
    assert text.startswith("\\bibitem{lima}\n")
    target = tmp_path / "list.docx"
    status, _, err = run("refs", "--to", "word", "--all", "-o", str(target), project[0])
    assert status == 0 and "3 references written" in err
    entries = [entry.passage.plain.strip() for entry in read(str(target)).paper.references]
    assert [entry.replace("\u00a0", " ") for entry in entries] == [LIMA, ROCHA, OLD]
    again = run("refs", str(target))[1]
    assert again == f"[1] {LIMA}\n[2] {ROCHA}\n[3] {OLD}\n"


def test_csl_json_has_the_fields_of_an_entry(run, project):
    items = json.loads(run("refs", "--to", "csl-json", project[0])[1])
    lima = next(item for item in items if item["id"] == "lima")
    assert lima == {
        "id": "lima",
        "type": "article-journal",
        "title": "Flow in MIMO Pipes",
        "volume": "3",
        "container-title": "J. Flow_x",
        "DOI": "10.1000/f_1",
        "page": "1-9",
        "author": [
            {"given": "Ana Á.", "family": "Lima"},
            {"given": "Bo", "non-dropping-particle": "de", "family": "Costa"},
        ],
        "issued": {"date-parts": [[2024, 3]]},
    }


def test_unreadable_and_missing_files_are_reported(run, tmp_path, project):
    status, _, err = run("refs", str(tmp_path / "paper.pdf"))
    assert status == 2 and "is not a .bib, .tex or .docx file" in err
    status, _, err = run("refs", str(tmp_path / "none.bib"))
    assert status == 2 and "does not exist" in err
    assert run("refs", "--to", "word", project[0])[0] == 2
    Path(project[1]).write_text(LIST + "@book{broken, title = {A", encoding="utf-8")
    status, out, err = run("refs", project[0])
    assert status == 0 and LIMA in out and "refs.bib:4" in err
    Path(project[1]).unlink()
    status, _, err = run("refs", project[0])
    assert status == 2 and 'The bibliography file "refs" is not in the project.' in err


@pytest.mark.parametrize("sign", ["\x02", "\x0b", "\x1b", "\x85", "\u2028", "\ufffe"])
def test_characters_that_word_cannot_hold_do_not_stop_the_list(run, tmp_path, sign):
    path = tmp_path / "refs.bib"
    path.write_text(f"@misc{{a, title = {{Odd{sign}signs}}, year = 2024}}\n", encoding="utf-8")
    target = tmp_path / "refs.docx"
    status, _, err = run("refs", "--to", "word", "--all", "-o", str(target), str(path))
    assert status == 0 and "1 reference written" in err
    (entry,) = [one.text for one in docx.Document(target).paragraphs if "Odd" in one.text]
    assert "signs" in entry and entry.isprintable() or sign in "\x85\u2028"


@pytest.mark.parametrize(
    "title",
    [
        "{" * 50_000,
        "\\emph{" * 20_000,
        "\\'{" * 20_000,
        "}" * 5_000,
        "$" * 50_001,
        "\\",
        "\\url{" * 9_999,
        "a{\\" * 9_999,
    ],
)
def test_hostile_titles_are_printed(run, tmp_path, title):
    path = tmp_path / "refs.bib"
    path.write_text(
        f'@misc{{a, author = {{A. Li}}, title = "{title}{"}" * title.count("{")}", year = 2024}}\n'
        + LIST,
        encoding="utf-8",
    )
    status, out, err = run("refs", str(path))
    assert status == 0 and ROCHA in out and "Traceback" not in err
