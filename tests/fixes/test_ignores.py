"""``--add-ignores``: comments that suppress findings and do not change the printed text."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

PROSE = "Water is\n  wet .25 and the the end, cf.\\ Figure 1.\n\nA line after."


def test_each_line_with_findings_gets_one_comment(draft, run):
    path = draft(PROSE)
    before = Path(path).read_text(encoding="utf-8")
    status, _, err = run("check", "--isolated", "--add-ignores", path)
    after = Path(path).read_text(encoding="utf-8")
    assert status == 0 and "comment" in err and "write the reason in each" in err
    assert run("check", "--isolated", path)[0] == 0
    kept = [line for line in after.splitlines() if "ieeelint: ignore-next-line[" not in line]
    assert kept == before.splitlines()
    (line,) = [line for line in after.splitlines() if "UNT005" in line]
    assert line.startswith("  % ieeelint: ignore-next-line[") and line.endswith("TODO: say why")
    run("check", "--isolated", "--add-ignores", path)
    assert Path(path).read_text(encoding="utf-8") == after


def test_no_comment_is_added_in_verbatim_text(draft, run):
    listing = "\\begin{verbatim}\na \\cite{nothere} .25\n\\end{verbatim}\n"
    path = draft(listing + "It is .25 here.")
    run("check", "--isolated", "--add-ignores", path)
    assert listing in Path(path).read_text(encoding="utf-8")


def test_newlines_are_kept(draft, run):
    path = Path(draft("It is .25 here."))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    run("check", "--isolated", "--add-ignores", str(path))
    text = path.read_bytes()
    assert b"TODO: say why\r\n" in text
    assert not re.search(rb"(?<!\r)\n", text)


def test_no_comment_is_added_in_an_address_or_a_listing(draft, run):
    words = (
        "\\begin{lstlisting}\nfigure \\ref{x} .25\n\\end{lstlisting}\n\\url{http://x.example/\nabc}"
        " It is .25 here.\n\nIt is .5 there."
    )
    path = draft(words)
    run("check", "--isolated", "--select", "UNT,TEX", "--add-ignores", path)
    text = Path(path).read_text(encoding="utf-8")
    assert "\nfigure" in text and "lstlisting}\n\\url{http://x.example/\nabc} It" in text
    assert "TODO: say why\nIt is .5 there." in text


def test_comments_in_a_shared_chapter_are_kept(draft, run, tmp_path):
    first = Path(draft("\\input{chapter}", "a.tex"))
    (tmp_path / "b.tex").write_text(
        first.read_text(encoding="utf-8").replace(
            "\\input", "A quick measure of flow (QMF) helps. \\input"
        ),
        encoding="utf-8",
    )
    (tmp_path / "chapter.tex").write_text("The QMF is small.\n", encoding="utf-8")
    run(
        "check",
        "--isolated",
        "--select",
        "ABR001",
        "--add-ignores",
        str(first),
        str(tmp_path / "b.tex"),
    )
    assert "ignore-next-line[ABR001]" in (tmp_path / "chapter.tex").read_text(encoding="utf-8")


PROSE_LINE = "It is .25 here."
DEFINED = [
    ("\\usepackage{fancyvrb}\\DefineVerbatimEnvironment{raw}{Verbatim}{}", "raw"),
    ("\\usepackage{listings}\\lstnewenvironment{raw}{}{}", "raw"),
    ("\\usepackage{tcolorbox}\\newtcblisting{raw}{}", "raw"),
    ("\\usepackage{tcolorbox}\\NewTCBListing{raw}{}{}", "raw"),
    ("\\usepackage{minted}\\newminted{raw}{}", "rawcode"),
    ("\\usepackage{comment}\\excludecomment{raw}", "raw"),
    ("\\newenvironment{raw}{\\small\\verbatim}{\\endverbatim}", "raw"),
    ("\\newenvironment{raw}[1][x]{\\comment}{\\endcomment}", "raw"),
    ("\\newenvironment{raw}{\\VerbatimEnvironment\\begin{Verbatim}}{\\end{Verbatim}}", "raw"),
]


@pytest.mark.parametrize(("definition", "name"), DEFINED)
@pytest.mark.parametrize("file", ["paper.tex", "setup.tex", "setup.sty", "chapter"])
def test_no_comment_is_added_in_an_environment_that_the_draft_defines(
    draft, run, definition, name, file
):
    raw = f"\\begin{{{name}}}\n{PROSE_LINE}\n\\end{{{name}}}\n"
    preamble = {
        "setup.tex": "\\input{setup}",
        "setup.sty": "\\usepackage{setup}",
    }.get(file, definition)
    example = f"%! preamble\n{preamble}\n%! body\n{raw}\nIt is .5 there.\n"
    if file == "chapter":
        example = f"%! preamble\n{definition}\n%! body\n\\input{{part}}\n%! file part.tex\n{raw}"
    elif file != "paper.tex":
        example += f"%! file {file}\n{definition}\n"
    path = draft(example)
    run("check", "--isolated", "--select", "UNT", "--add-ignores", path)
    files = [text.read_text(encoding="utf-8") for text in Path(path).parent.glob("*.tex")]
    assert sum(raw in text for text in files) == 1


@pytest.mark.parametrize(
    ("preamble", "opening"),
    [
        ("", "{\\catcode`\\%=12"),
        ("", "{\\catcode37=12"),
        ("\\makeatletter\\def\\raw{\\@makeother\\%}\\makeatother", "{\\raw"),
        ("\\def\\raw{\\let\\do\\makeother\\dospecials}", "{\\raw"),
    ],
)
def test_no_comment_is_added_if_the_percent_sign_may_print(draft, run, preamble, opening):
    path = Path(draft(f"%! preamble\n{preamble}\n%! body\n{opening}\n{PROSE_LINE}\n}}"))
    before = path.read_bytes()
    _, _, err = run("check", "--isolated", "--select", "UNT", "--add-ignores", str(path))
    assert path.read_bytes() == before
    assert err == (
        "ieeelint: 1 finding cannot be suppressed by a comment;"
        " use per-file-ignores in the settings\n"
    )


def test_another_category_code_does_not_matter(draft, run):
    path = draft(f"{{\\catcode`\\_=12\n{PROSE_LINE}\n}}\n\\catcode371=12 ")
    run("check", "--isolated", "--select", "UNT005", "--add-ignores", path)
    assert "ignore-next-line[UNT005]" in Path(path).read_text(encoding="utf-8")


def test_a_bib_file_gets_no_comments(run, tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text("@article{a,title={A .25 b}}\n", encoding="utf-8")
    status, _, err = run("check", "--isolated", "--add-ignores", str(path))
    assert status == 0 and err.count("cannot be suppressed by a comment") == 1


def lines_executed(work) -> int:
    """The number of lines of ieeelint that ``work`` executes."""
    count = 0

    def trace(frame, event, _):
        nonlocal count
        if "ieeelint" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("words", [("--add-ignores",), ("--fix",)])
def test_work_grows_with_the_number_of_findings(draft, run, monkeypatch, words):
    """Four times the findings take at most five times the lines, and encode a file as often."""
    encodings = []

    def counted(text, encoding):
        encodings.append(len(text))
        return text.encode(encoding)

    monkeypatch.setattr("ieeelint.fixes.text.encoded", counted)
    lines, characters = [], []
    for number in (100, 400):
        path = draft("\n\n".join([PROSE_LINE] * number), f"p{number}.tex")
        run("check", "--isolated", "--select", "UNT005", path)  # the first run imports modules
        encodings.clear()
        command = ["check", "--isolated", "--select", "UNT005", *words, path]
        lines.append(lines_executed(lambda command=command: run(*command)))
        characters.append(sum(encodings))
        assert not run("check", "--isolated", "--select", "UNT005", path)[0]
    assert lines[1] < 5 * lines[0]
    assert characters[1] < 5 * characters[0]
