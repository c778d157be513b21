"""``ieeelint flatten``: one folder with all files of a draft, which prints the same."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import zlib
from pathlib import Path

import pytest

from tools.compiling import Substitutes, compile_draft

PAPERS = Path(__file__).resolve().parent.parent / "papers"
HEAD = "\\documentclass{article}\n"


@pytest.fixture
def flat(tmp_path, run):
    """A function that writes files, flattens ``paper.tex``, and returns the status, the names in
    the flat folder, and standard error.
    """

    def call(files: dict[str, str], *options: str) -> tuple[int, set[str], str]:
        for name, text in files.items():
            path = tmp_path / "draft" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        out = tmp_path / "out"
        status, _, err = run(
            "flatten", str(tmp_path / "draft" / "paper.tex"), "--out", str(out), *options
        )
        names = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
        return status, names - {".ieeelint-flat"}, err

    return call


def body(text: str, preamble: str = "") -> str:
    return f"{HEAD}{preamble}\n\\begin{{document}}\n{text}\n\\end{{document}}\n"


def test_a_draft_without_results_is_copied_unchanged(flat, tmp_path):
    text = body("Flow.\\input{parts/method}").replace("\n", "\r\n")
    files = {"parts/method.tex": "We measure.\n", "away.txt": "", "other.png": ""}
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / "paper.tex").write_bytes(text.encode())
    assert flat(files)[:2] == (0, {"paper.tex", "parts/method.tex"})
    assert (tmp_path / "out" / "paper.tex").read_bytes() == text.encode()


def test_a_number_macro_needs_a_lock_file(flat):
    status, names, err = flat({"paper.tex": body("It is \\ieeelintnum{speed}.")})
    assert (status, names) == (2, set())
    assert "paper.tex:4: \\ieeelintnum{speed} needs a lock file" in err and "--lock" in err


@pytest.mark.parametrize(
    ("text", "preamble", "names"),
    [
        ("\\includegraphics{rig}", "", {"rig.png"}),
        ("\\includegraphics[width=1in]{rig}", "\\graphicspath{{a/}{b/}}", {"b/rig.png"}),
        ("\\plot{rig}", "\\newcommand{\\plot}[1]{\\includegraphics{b/#1}}", {"b/rig.png"}),
        ("\\plot{rig}", "\\newcommand{\\plot}[2][b]{\\includegraphics{#1/#2}}", {"b/rig.png"}),
        (
            "\\includegraphics{\\figs/rig}",
            "\\newcommand{\\figs}{\\top b}\\def\\top{}",
            {"b/rig.png"},
        ),
        ("\\bibliography{\\lists}", "\\def\\lists{refs,IEEEabrv}", {"refs.bib"}),
        ("\\begin{overpic}[width=1in]{b/rig.png}\\end{overpic}", "", {"b/rig.png"}),
        ("\\addplot table {runs.csv};", "", {"runs.csv"}),
        ("\\addplot+[red] table [x=t, y={v}, col sep=comma] {runs.csv};", "", {"runs.csv"}),
        ("", "\\pgfplotstableread[col sep=comma]{runs.csv}\\runs", {"runs.csv"}),
        ("\\csvreader[head to column names]{runs.csv}{}{\\a}", "", {"runs.csv"}),
        ("\\lstinputlisting[language=C]{code/a.c}", "", {"code/a.c"}),
        ("\\inputminted[linenos]{c}{code/a.c}", "", {"code/a.c"}),
        ("\\verbatiminput{code/a.c}", "", {"code/a.c"}),
        ("\\input code/part", "", {"code/part.tex", "code/a.c"}),
        ("\\input{code/part}", "", {"code/part.tex", "code/a.c"}),
        ("\\import{code/}{part}", "", {"code/part.tex", "code/a.c"}),
        ("\\subfile{code/part}", "", {"code/part.tex", "code/a.c"}),
        ("\\begin{figure}\\input{drawing.tikz}\\end{figure}", "", {"drawing.tikz", "runs.csv"}),
        ("\\bibliographystyle{own}\\bibliography{refs}", "", {"own.bst", "refs.bib"}),
        (
            "",
            "\\usepackage[style=own]{biblatex}\\addbibresource{refs.bib}",
            {"own.bbx", "refs.bib"},
        ),
        (
            "",
            "\\usepackage{biblatex}\\addbibresource[glob]{code/*.bib}",
            {"code/x.bib", "code/y.bib"},
        ),
        ("", "\\usepackage{own}", {"own.sty", "b/rig.png", "inner.sty"}),
        ("", "\\usetikzlibrary{own}", {"tikzlibraryown.code.tex"}),
    ],
)
def test_files_that_the_draft_includes_are_copied(flat, text, preamble, names):
    files = {
        "b/rig.png": "b",
        "code/a.c": "int a;",
        "code/x.bib": "",
        "code/y.bib": "",
        "code/part.tex": "\\lstinputlisting{code/a.c}",
        "drawing.tikz": "\\addplot table {runs.csv};",
        "inner.sty": "",
        "own.bbx": "",
        "own.bst": "",
        "own.sty": "\\RequirePackage{inner}\\includegraphics{b/rig.png}",
        "paper.tex": body(text, preamble),
        "refs.bib": "",
        "rig.png" if "rig.png" in names else "unused.png": "a",
        "runs.csv": "",
        "tikzlibraryown.code.tex": "",
    }
    status, copied, err = flat(files)
    assert copied == {"paper.tex", *names}
    assert status == 0 and "contains the flat draft" in err


def test_pictures_and_fonts_of_a_class_in_the_folder_are_copied(flat):
    files = {
        "paper.tex": "\\documentclass{house}\\begin{document}a\\end{document}",
        "house.cls": "\\LoadClass{article}\n% \\includegraphics{dead.png}\n"
        "\\def\\logo{\\includegraphics[height=1em]{logo.png}}\\includegraphics{bullet}\n",
        "logo.png": "",
        "bullet.png": "",
        "dead.png": "",
        "t1-serif.tfm": "",
        "fonts/t1-sans.tfm": "",
    }
    names = {"paper.tex", "house.cls", "logo.png", "bullet.png", "t1-serif.tfm"}
    assert flat(files)[1] == names


@pytest.mark.parametrize(
    ("typed", "real", "name"),
    [
        ("\\includegraphics{Figs/Rig.PNG}", "figs/rig.png", "Figs/Rig.PNG"),
        ("\\includegraphics{Rig}", "rig.Png", "Rig.png"),
        ("\\input{Method}", "method.tex", "Method.tex"),
        ("\\bibliography{Refs}", "refs.bib", "Refs.bib"),
        ("\\lstinputlisting{Run.PY}", "run.py", "Run.PY"),
    ],
)
def test_a_file_in_another_case_gets_the_name_in_the_draft(flat, tmp_path, typed, real, name):
    (tmp_path / "AA").mkdir()
    if (tmp_path / "aa").exists():
        pytest.skip("this file system does not distinguish upper and lowercase")
    status, names, err = flat({"paper.tex": body(typed), real: "x"})
    assert (status, names) == (0, {"paper.tex", name})
    assert f"{real} is copied as {name}, the name in the draft" in err


def test_files_in_a_part_with_another_case_are_copied(flat):
    files = {
        "paper.tex": body("\\input{Method}"),
        "method.tex": "\\includegraphics{a}",
        "a.png": "",
    }
    assert "a.png" in flat(files)[1]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("\\includegraphics{gone}", "gone"),
        ("\\input{gone}", "gone"),
        ("\\import{parts/}{gone}", "parts/gone"),
        ("\\bibliography{IEEEabrv,gone}", "gone"),
        ("\\addbibresource{gone/*.bib}", "gone/*.bib"),
        ("\\lstinputlisting{gone.c}", "gone.c"),
        ("\\addplot table {gone.csv};", "gone.csv"),
        ("\\begin{figure}\\input{gone.tikz}\\end{figure}", "gone.tikz"),
        ("\\plot{gone}", "plots/gone"),
        ("\\def\\a{gone}\\includegraphics{\\a}", "gone"),
    ],
)
def test_missing_files_are_listed(flat, text, missing):
    text = body(text, "\\newcommand{\\plot}[1]{\\includegraphics{plots/#1}}")
    status, names, err = flat({"paper.tex": text})
    assert (status, names) == (1, {"paper.tex"})
    assert f"not copied: {missing} is not in the folder of the draft" in err
    assert "is incomplete: it lacks 1 file\n" in err


@pytest.mark.parametrize(
    "text",
    [
        "% \\includegraphics{gone} \\lstinputlisting{gone.c}",
        "\\InputIfFileExists{gone}{}{}",
        "\\IfFileExists{gone.tex}{\\input{gone}}{}",
        "\\includegraphics{example-image-a}",
        "\\addplot table {\n1 2\n3 4\n};",
        "\\usepackage{gone}",
        f"\\texttt{{{__file__}}}",
        "\\lstinputlisting{\\folder/gone.c}",
        "\\begin{filecontents}{gone.csv}\na\n\\end{filecontents}\\addplot table {gone.csv};",
    ],
)
def test_other_names_are_not_missing(flat, text):
    assert flat({"paper.tex": body(text)})[:2] == (0, {"paper.tex"})


def test_a_computed_name_is_reported(flat):
    text = body("\\foreach\\n in {1,2}{\\includegraphics{rig\\n}}")
    status, names, err = flat({"paper.tex": text})
    assert (status, names) == (0, {"paper.tex"})
    assert "cannot find out the file of \\includegraphics{rig\\n}" in err


@pytest.mark.parametrize(
    "text",
    [
        "\\includegraphics{../secret}",
        "\\input{../secret}",
        "\\lstinputlisting{../secret.png}",
        "\\includegraphics{link}",
    ],
)
def test_files_outside_the_folder_are_listed_and_not_copied(flat, tmp_path, text):
    for ending in (".png", ".tex"):
        (tmp_path / f"secret{ending}").write_text("secret")
    (tmp_path / "draft").mkdir()
    try:
        (tmp_path / "draft" / "link.png").symlink_to(tmp_path / "secret.png")
    except OSError:
        pytest.skip("this system does not allow links")
    status, names, err = flat({"paper.tex": body(text)})
    assert (status, names) == (1, {"paper.tex"})
    assert "is outside the folder of the draft" in err


# -- the folder ------------------------------------------------------------------


def test_a_folder_with_other_files_is_refused(flat, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.tex").write_text("mine")
    status, names, err = flat({"paper.tex": body("a")})
    assert (status, names) == (2, {"thesis.tex"})
    assert "out: is not empty, and ieeelint did not write it" in err and "--out" in err


def test_an_empty_folder_and_our_own_folder_are_written(flat, tmp_path):
    (tmp_path / "out").mkdir()
    assert flat({"paper.tex": body("\\includegraphics{a}"), "a.png": ""})[0] == 0
    status, names, _ = flat({"paper.tex": body("\\includegraphics{b}"), "b.png": ""})
    assert (status, names) == (0, {"paper.tex", "b.png"})
    (tmp_path / "out" / "paper.log").write_text("made by TeX")
    assert flat({"paper.tex": body("c")})[1] == {"paper.tex", "paper.log"}


def test_an_edited_copy_is_refused_and_kept(flat, tmp_path):
    flat({"paper.tex": body("a")})
    (tmp_path / "out" / "paper.tex").write_text("edited")
    status, _, err = flat({"paper.tex": body("b")})
    assert status == 2 and "ieeelint wrote paper.tex, but then the content was changed" in err
    assert (tmp_path / "out" / "paper.tex").read_text() == "edited"


@pytest.mark.parametrize(
    ("out", "reason"),
    [
        ("draft", "is the folder of the draft"),
        ("draft/parts", "contains files of the draft"),
        (".", "contains files of the draft"),
        ("draft/paper.tex", "is a file, not a folder"),
    ],
)
def test_the_draft_is_never_overwritten(flat, tmp_path, run, out, reason):
    files = {"paper.tex": body("\\input{parts/a}"), "parts/a.tex": "a"}
    flat(files)
    status, _, err = run(
        "flatten", str(tmp_path / "draft" / "paper.tex"), "--out", str(tmp_path / out)
    )
    assert status == 2 and reason in err
    assert (tmp_path / "draft" / "parts" / "a.tex").read_text() == "a"


def test_a_list_cannot_name_files_elsewhere(flat, tmp_path):
    flat({"paper.tex": body("a")})
    (tmp_path / "kept.txt").write_text("kept")
    digest = "79cc18a92ea0d0f2ba2ee8f1e5a5f4d3ee9f27e6a5b3bbf0cd8a7c8d8e4a0d35"
    with (tmp_path / "out" / ".ieeelint-flat").open("a") as file:
        file.write(f"{digest}  ../kept.txt\n{digest}  {tmp_path}/kept.txt\n")
    assert flat({"paper.tex": body("b")})[0] == 0
    assert (tmp_path / "kept.txt").read_text() == "kept"


@pytest.mark.parametrize("name", ["paper.docx", "paper.bib", "paper.pdf"])
def test_other_drafts_cannot_be_flattened(run, name):
    status, _, err = run("flatten", name)
    assert status == 2 and f"{name}: cannot flatten a" in err


# -- the printed paper -----------------------------------------------------------


def needs_tex() -> None:
    if not (shutil.which("pdflatex") and shutil.which("pdftotext")):
        if os.environ.get("CI") == "true":
            pytest.fail("pdflatex or pdftotext is not installed")
        pytest.skip("pdflatex or pdftotext is not installed")


@pytest.mark.thorough
@pytest.mark.parametrize("name", sorted(path.parent.name for path in PAPERS.glob("*/paper.tex")))
def test_our_papers_print_the_same_when_flat(name, tmp_path, run):
    needs_tex()
    shutil.copytree(PAPERS / name, tmp_path / "draft")
    run("flatten", str(tmp_path / "draft" / "paper.tex"), "--out", str(tmp_path / "flat"))
    substitutes = Substitutes(tmp_path / "substitutes")  # of packages that TeX may not have
    before, after = (
        compile_draft(tmp_path / folder / "paper.tex", "pdflatex", substitutes, tmp_path)
        for folder in ("draft", "flat")
    )
    assert before.errors == after.errors and before.text == after.text
    assert before.text or name == "gbk"  # its fonts are not in every TeX


@pytest.mark.thorough
def test_a_class_with_a_logo_compiles_when_flat(tmp_path, run):
    needs_tex()
    draft = tmp_path / "draft"
    draft.mkdir()
    draft.joinpath("logo.png").write_bytes(LOGO)
    (draft / "house.cls").write_text(
        "\\LoadClass{article}\\RequirePackage{graphicx}"
        "\\AtBeginDocument{\\includegraphics[height=1em]{logo.png}}\n"
    )
    (draft / "paper.tex").write_text("\\documentclass{house}\\begin{document}Flow.\\end{document}")
    assert run("flatten", str(draft / "paper.tex"))[0] == 0
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex"]
    done = subprocess.run(command, cwd=draft / "flat", stdout=subprocess.DEVNULL)
    assert done.returncode == 0


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG file."""
    crc = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)


LOGO = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)
