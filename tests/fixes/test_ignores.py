"""``--add-ignores``: comments that suppress findings and do not change the printed text."""

from __future__ import annotations

import re
from pathlib import Path

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
