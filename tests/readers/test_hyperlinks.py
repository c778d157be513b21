"""Links keep their words in the text, and their addresses in marks."""

from __future__ import annotations

import io

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from ieeelint.paper.text import LINK
from ieeelint.readers.latex.reading import read
from ieeelint.readers.word.reading import read_document

PREAMBLE = (
    "\\documentclass{IEEEtran}\n\\newcommand{\\site}[2]{\\href{https://s.example/#1}{#2}}\n"
    "\\begin{document}\n"
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def links(paper) -> list[tuple[str, str]]:
    plain = paper.text.plain
    return [(plain[mark.start : mark.end], mark.data) for mark in paper.text.marks_of(LINK)]


@pytest.mark.parametrize(
    ("typed", "words", "address"),
    [
        (
            r"\href{https://a.example/x%20y_z#f}{the site}",
            "the site",
            "https://a.example/x%20y_z#f",
        ),
        (r"\href{https://a.example/50\%\_x}{it}", "it", "https://a.example/50%_x"),
        (r"\href[pdfnewwindow]{https://b.example}{b}", "b", "https://b.example"),
        (r"\href{https://c.example} {\emph{c}}", "c", "https://c.example"),
        (r"\site{q}{r}", "r", "https://s.example/q"),
    ],
)
def test_links_of_latex(typed, words, address):
    paper = read("p.tex", text=f"{PREAMBLE}See {typed} here.\n\\end{{document}}\n").paper
    assert links(paper) == [(words, address)]
    assert f"See {words} here." in paper.text.plain


def test_a_doi_in_a_reference_is_a_part_of_it():
    text = PREAMBLE + (
        "\\begin{thebibliography}{1}\\bibitem{a} A. Lima, ``Rain,'' 2020, doi:"
        " \\doi{10.1000/q}, in press.\n\\end{thebibliography}\n\\end{document}\n"
    )
    paper = read("p.tex", text=text).paper
    assert links(paper) == [("10.1000/q", "https://doi.org/10.1000/q")]
    assert "doi: 10.1000/q, in press." in paper.text.plain


def test_links_of_word(tmp_path):
    document = docx.Document()
    paragraph = document.add_paragraph("See ")
    key = document.part.relate_to("https://w.example/a", RELATIONSHIP_TYPE.HYPERLINK, True)
    for attribute in (f'r:id="{key}"', 'w:anchor="inside"'):
        paragraph._p.append(
            parse_xml(
                f"<w:hyperlink {W} {R} {attribute}><w:r><w:t>a site</w:t></w:r></w:hyperlink>"
            )
        )
    paragraph._p.append(
        parse_xml(
            f'<w:fldSimple {W} w:instr=\' HYPERLINK "https://f.example" \\o "tip" \'>'
            "<w:r><w:t>field</w:t></w:r></w:fldSimple>"
        )
    )
    stream = io.BytesIO()
    document.save(stream)
    paper = read_document(str(tmp_path / "d.docx"), stream.getvalue()).paper
    assert links(paper) == [("a site", "https://w.example/a"), ("field", "https://f.example")]
