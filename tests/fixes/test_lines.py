"""Lines that a fix empties, and the newlines that it writes."""

from __future__ import annotations

import pytest

from ieeelint.cli import main
from ieeelint.finding import Edit, Fix
from ieeelint.fixes.guard import FixGuard
from ieeelint.fixes.text import edited
from ieeelint.paper.source import Span
from ieeelint.readers.latex.reading import read

HEAD = "\\documentclass{IEEEtran}\n\\begin{document}\n"
END = "\n\\end{document}\n"


def result(body: str, *new: str, newline: str = "\n") -> str:
    """The body after a fix that writes ``new`` at the marks ⟦…⟧."""
    text, spans = HEAD, []
    for number, piece in enumerate(body.split("⟦")):
        inner, mark, rest = piece.partition("⟧")
        if mark:
            spans.append((len(text), len(text) + len(inner)))
        assert bool(mark) is (number > 0)
        text += inner + rest
    draft = read("nowhere/paper.tex", text=(text + END).replace("\n", newline))
    source = draft.paper.root
    shift = len(newline) - 1
    edits = []
    for (start, end), words in zip(spans, new, strict=True):
        start += shift * text.count("\n", 0, start)
        end += shift * text.count("\n", 0, end)
        edits.append(Edit(Span(source, start, end), words))
    fix = FixGuard(draft).completed(Fix(*edits))
    whole = edited(source.text, list(fix.edits))
    begin = len(HEAD.replace("\n", newline))
    return whole[begin : len(whole) - len(END.replace("\n", newline))]


@pytest.mark.parametrize(
    ("body", "new", "after"),
    [
        ("Water\n⟦very⟧\nflows.", [""], "Water\nflows."),
        ("Water\n  ⟦very⟧ \nflows.", [""], "Water\nflows."),
        ("Water is\n⟦very⟧, ⟦very⟧\nwet.", ["", ""], "Water is\n, \nwet."),
        ("Water is\n⟦very⟧ ⟦very⟧\nwet.", ["", ""], "Water is\n wet."),
        ("Water is\n⟦very\nvery⟧\nwet.", [""], "Water is\nwet."),
        ("Water\n⟦very⟧\n\nIce.", [""], "Water\n\nIce."),
        ("Water ⟦very⟧\nflows.", [""], "Water \nflows."),
        ("Water⟦\nvery⟧\nflows.", [""], "Water\nflows."),
        ("Water\n⟦very⟧ % so\nflows.", [""], "Water\n % so\nflows."),
        ("Water\n⟦very⟧\nflows.", ["so"], "Water\nso\nflows."),
        ("Water flows.\n⟦very⟧", [""], "Water flows."),
    ],
)
def test_no_line_stays_empty(body, new, after):
    assert result(body, *new) == after
    crlf = result(body, *new, newline="\r\n")
    assert crlf.replace("\r\n", "\n") == after
    assert "\n" not in crlf.replace("\r\n", "")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("body", ["Water ⟦is⟧\nwet.", "Water is\nwet ⟦now⟧"])
def test_newlines_are_those_of_the_file(body, newline):
    text = result(body, "is\nand\nwas", newline=newline)
    assert text.replace(newline, "") == body.replace("⟦is⟧", "⟦⟧").replace("⟦now⟧", "⟦⟧").replace(
        "\n", ""
    ).replace("⟦⟧", "isandwas")


def test_a_check_writes_no_empty_line(tmp_path, capsys):
    draft = tmp_path / "paper.tex"
    draft.write_bytes((HEAD + "We measure the\nthe\nflow." + END).replace("\n", "\r\n").encode())
    main(["check", "--isolated", "--fix", "--select", "TXT013", str(draft)])
    assert b"We measure the\r\nflow." in draft.read_bytes()
