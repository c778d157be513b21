"""Faults in PDF files that pdflatex and LibreOffice make, seen by us and by poppler's programs.

Each recipe is a LaTeX paper with one fault.  ``judge`` looks at the same file with poppler, which
shares no code with pypdf or pdfium.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from ieeelint.examples import assemble
from ieeelint.starters.pdf_sketch import pdf_file
from ieeelint.starters.project import word_sketch
from ieeelint.starters.word import document

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(
        not (shutil.which("pdflatex") and shutil.which("pdffonts")),
        reason="pdflatex or poppler is not installed",
    ),
]

PROSE = "Water moves through narrow pipes more slowly than through wide ones. " * 90
CAMERA_READY = ("--stage", "camera-ready")


def program(*words: str, cwd: Path) -> str:
    ran = subprocess.run(words, cwd=cwd, capture_output=True, timeout=240)
    return (ran.stdout + ran.stderr).decode("utf-8", "replace")


def boxes(folder: Path, page: int = 1) -> list[tuple[float, float, float, float, str]]:
    """The words of a page as pdftotext has them: left, right, and distances from the top."""
    options = ["-bbox", "-f", str(page), "-l", str(page)]
    text = program("pdftotext", *options, "paper.pdf", "-", cwd=folder)
    found = re.findall(
        r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>',
        text,
    )
    return [(float(x), float(right), float(y), float(low), w) for x, y, right, low, w in found]


def info(folder: Path, *options: str) -> str:
    return program("pdfinfo", *options, "paper.pdf", cwd=folder)


def words_of(folder: Path) -> str:
    return program("pdftotext", "paper.pdf", "-", cwd=folder)


def plot(folder: Path) -> None:
    """A figure as matplotlib saves it, with Type 3 fonts."""
    figure = pytest.importorskip("matplotlib.figure").Figure((3, 2))
    figure.add_subplot().set_xlabel("Rate in Mb/s")
    figure.savefig(folder / "rate.pdf")


def bare(folder: Path) -> None:
    sketch = "none size=200x100\n[font Helvetica missing] 10 50 9 Rate in Mb/s"
    (folder / "rate.pdf").write_bytes(pdf_file(sketch))


def bitmap(name: str, size: tuple[int, int]):
    def save(folder: Path) -> None:
        picture = Image.new("RGB", size, "white")
        ImageDraw.Draw(picture).line((0, 0, *size), "blue", 5)
        picture.save(folder / name)

    return save


def nothing(folder: Path) -> None:
    pass


FIGURE = (
    "\\begin{figure}[!t]\\centering\\includegraphics[width=\\columnwidth]{rate}"
    "\\caption{The rate.}\\label{fig:rate}\\end{figure} As \\figurename~\\ref{fig:rate} shows. "
)
# Code, preamble, body, what makes other files, options, and what poppler says of the same file.
RECIPES = [
    (
        "PDF001", "\\usepackage{graphicx}", FIGURE, bare, (),
        lambda f: re.search(r"Helvetica +Type 1 .* no  no ",
                            program("pdffonts", "paper.pdf", cwd=f)),
    ),
    (
        "PDF002", "\\usepackage{graphicx}", FIGURE, plot, (),
        lambda f: "Type 3" in program("pdffonts", "paper.pdf", cwd=f),
    ),
    (
        "PDF003", "\\usepackage{attachfile}", "\\attachfile{paper.tex}",
        nothing, (),
        lambda f: "1 embedded file" in program("pdfdetach", "-list", "paper.pdf", cwd=f),
    ),
    (
        "PDF004", "\\usepackage{hyperref}", "See \\url{https://flow.example/a}.", nothing,
        CAMERA_READY, lambda f: "https://flow.example/a" in info(f, "-url"),
    ),
    (
        "PDF005", "\\usepackage[margin=0.4in]{geometry}", "", nothing, (),
        lambda f: min(x for x, *_ in boxes(f)) < 0.41 * 72,
    ),
    (
        "PDF005", "\\pdfpagewidth=500pt \\pdfpageheight=700pt", "", nothing, (),
        lambda f: "Page size:       498.132 x 697.385 pts" in info(f),
    ),
    (
        "PDF005", "\\setlength{\\columnsep}{4pt}", "", nothing, (),
        lambda f: 0 < min(x for x, *_ in boxes(f) if x > 306)
        - max(right for _, right, *_ in boxes(f) if right < 306) < 0.1 * 72,
    ),
    (
        "PDF005", "", "\\raisebox{0pt}[0pt][0pt]{\\makebox[0pt][l]{\\hspace{9cm}"
        "\\hspace{9cm}beyond the margin}} \\newpage", nothing, (),
        lambda f: max(right for _, right, *_ in boxes(f)) > 612 - 0.6 * 72,
    ),
    (
        "PDF006", "\\pdfmajorversion=2 \\pdfminorversion=0", "", nothing, (),
        lambda f: "PDF version:     2.0" in info(f),
    ),
    (
        "PDF007", "", "See Fig.~\\ref{nowhere} and~\\cite{nowhere}.", nothing, (),
        lambda f: "??" in words_of(f) and "[?]" in words_of(f),
    ),
    (
        "PDF008", "\\AtBeginDocument{\\pagestyle{plain}\\let\\ps@empty\\ps@plain}",
        "\\newpage " + PROSE * 2, nothing, CAMERA_READY,
        lambda f: max(boxes(f, 3), key=lambda word: word[3])[-1] == "3",
    ),
    (
        "PDF009", "\\pdfinfo{/Title (Microsoft Word - final.docx)}", "", nothing, (),
        lambda f: "Title:           Microsoft Word - final.docx" in info(f),
    ),
    (
        "PDF010", "", "\\mbox{Extraordinarilynarrow pipes and valves and pumps and more of them in"
        " one box that never breaks}.", nothing, (),
        lambda f: any(x < 300 < right + 40 and right > 310 for x, right, *_ in boxes(f)),
    ),
    (
        "GFX001", "\\usepackage{graphicx}", FIGURE, bitmap("rate.png", (300, 200)), (),
        lambda f: " 86    86 " in program("pdfimages", "-list", "paper.pdf", cwd=f),
    ),
    (
        "GFX005", "\\usepackage{graphicx}", FIGURE, plot, (),
        lambda f: "Type 3" in program("pdffonts", "rate.pdf", cwd=f),
    ),
]  # fmt: skip
# These are seen only in the PDF file alone.
ALONE = [
    (
        "GFX001", "\\usepackage{graphicx}", FIGURE, bitmap("rate.png", (300, 200)),
        lambda f: " 86    86 " in program("pdfimages", "-list", "paper.pdf", cwd=f),
    ),
    (
        "GFX002", "\\usepackage{graphicx}", FIGURE, bitmap("rate.jpg", (1200, 800)),
        lambda f: " jpeg " in program("pdfimages", "-list", "paper.pdf", cwd=f),
    ),
    (
        "GFX003", "\\usepackage{graphicx}",
        "\\noindent\\includegraphics[width=3in,height=9.5in]{rate}",
        bitmap("rate.png", (1000, 3000)),
        lambda f: re.search(r" 1000  3000 .* (31\d|33\d) ",
                            program("pdfimages", "-list", "paper.pdf", cwd=f)),
    ),
    (
        "PDF006", "\\usepackage{graphicx}", "\\clearpage\\thispagestyle{empty}\\vspace*{-2in}"
        "\\hspace*{-1in}\\makebox[0pt][l]{\\includegraphics[width=8in,height=10.5in]{rate}}"
        "\\clearpage " + PROSE, bitmap("rate.png", (2400, 3200)),
        lambda f: not boxes(f, 2),
    ),
]  # fmt: skip


@pytest.fixture
def compiled(tmp_path):
    """A function that compiles a paper, and returns its folder."""

    def compile_(preamble: str, body: str, prepare=nothing) -> Path:
        prepare(tmp_path)
        text = assemble(f"%! preamble\n{preamble}\n%! body\n{body}\n\n{PROSE}")["main.tex"]
        (tmp_path / "paper.tex").write_text(text, encoding="utf-8")
        for _ in range(2):
            program("pdflatex", "-interaction=nonstopmode", "paper.tex", cwd=tmp_path)
        assert (tmp_path / "paper.pdf").exists()
        return tmp_path

    return compile_


@pytest.mark.parametrize(
    ("code", "preamble", "body", "prepare", "options", "judge"),
    RECIPES,
    ids=[f"{recipe[0]}-{number}" for number, recipe in enumerate(RECIPES)],
)
def test_a_fault_is_seen_by_us_and_by_poppler(
    code, preamble, body, prepare, options, judge, compiled, run
):
    folder = compiled(preamble, body, prepare)
    draft = folder / "paper.tex"
    if code in ("PDF005", "GFX005"):  # PDF010 has the lines of the log; GFX005 the included file
        (folder / "paper.log").unlink()
    if code == "GFX005":
        (folder / "paper.pdf").unlink()
    out = run("check", "--no-cache", "--isolated", "--select", code, *options, str(draft))[1]
    assert code in out
    assert judge(folder), "poppler does not see it"


@pytest.mark.parametrize(
    ("code", "preamble", "body", "prepare", "judge"),
    ALONE,
    ids=[f"{recipe[0]}-{number}" for number, recipe in enumerate(ALONE)],
)
def test_a_fault_is_seen_in_the_pdf_file_alone(code, preamble, body, prepare, judge, compiled, run):
    folder = compiled(preamble, body, prepare)
    out = run("check", "--no-cache", "--isolated", "--select", code, str(folder / "paper.pdf"))[1]
    assert code in out
    assert judge(folder), "poppler does not see it"


def test_a_clean_paper_has_no_findings_and_the_line_is_that_of_poppler(compiled, run):
    folder = compiled("", PROSE * 3)
    status, out, _ = run(
        "check",
        "--no-cache",
        "--isolated",
        "--select",
        "PDF,GFX",
        *CAMERA_READY,
        str(folder / "paper.pdf"),
    )
    assert status == 0 and "No findings." in out
    pages = int(re.search(r"Pages: +(\d+)", info(folder)).group(1))
    words = [word for number in range(1, pages + 1) for word in boxes(folder, number)]
    left, right = min(word[0] for word in words), 612 - max(word[1] for word in words)
    line = re.search(
        r"paper\.pdf: (\d+) pages, Letter, two columns, .* margins (\S+) in, PDF (\S+)", out
    )
    assert int(line.group(1)) == pages
    assert f"PDF version:     {line.group(3)}" in info(folder)
    margins = [float(length) * 72 for length in line.group(2).split("/")]
    assert abs(margins[0] - left) < 1 and abs(margins[1] - right) < 1.5


@pytest.mark.parametrize("stage", ["draft", "camera-ready"])
def test_word_through_libreoffice_has_no_false_alarm(tmp_path, run, stage):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "paper.docx").write_bytes(document(word_sketch("conference")))
    profile = f"-env:UserInstallation=file://{tmp_path}/office"
    program("soffice", profile, "--headless", "--convert-to", "pdf", "paper.docx", cwd=tmp_path)
    out = run(
        "check",
        "--no-cache",
        "--isolated",
        "--select",
        "PDF",
        "--stage",
        stage,
        str(tmp_path / "paper.pdf"),
    )[1]
    pages = int(re.search(r"Pages: +(\d+)", info(tmp_path)).group(1))
    assert f"{pages} page" in out and "two columns" in out
    # LibreOffice exports the headings as bookmarks
    assert set(re.findall("PDF[0-9]{3}", out)) == ({"PDF004"} if stage != "draft" else set())
    assert "gutter 0.25" in out
    assert re.search(r"margins 0\.6[234]/0\.6[234]/", out)
    fonts = program("pdffonts", "paper.pdf", cwd=tmp_path)
    assert re.search(r"^\S+ +TrueType +\S+ +(yes yes|no)", fonts, re.MULTILINE)


def test_copies_for_review_are_recognized(compiled, run):
    folder = compiled("\\usepackage[switch]{lineno}\\AtBeginDocument{\\linenumbers}", PROSE)
    out = run("check", "--no-cache", "--isolated", "--select", "PDF005", str(folder / "paper.pdf"))[
        1
    ]
    assert ", line numbers, PDF" in out and "No findings." in out


def test_an_encrypted_file_is_one_for_poppler_too(compiled, run):
    import pypdf

    folder = compiled("", "")
    writer = pypdf.PdfWriter(
        clone_from=pypdf.PdfReader(io.BytesIO((folder / "paper.pdf").read_bytes()))
    )
    writer.encrypt("", "secret", algorithm="RC4-128")
    writer.write(folder / "paper.pdf")
    assert "Encrypted:       yes" in info(folder)
    assert "PDF003" in run("check", "--no-cache", "--isolated", str(folder / "paper.pdf"))[1]
