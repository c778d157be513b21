"""Locations in Word drafts as authors read them: section, words, page, and formulas as text."""

from __future__ import annotations

import json
import re

import pytest

from ieeelint.readers.word.formula_text import readable
from ieeelint.readers.word.reading import read_document
from ieeelint.starters.word import document

FRONT = """[paper title] Flow in Narrow Pipes
[Author] Ana Lima<br/>Institute of Flow<br/>Porto, Portugal
[Abstract] <i>Abstract</i>—The colour of water moves.
[Keywords] <i>Keywords</i>—Flow, water
"""
AMERICAN = FRONT.replace("colour", "color")
SKETCH = (
    FRONT
    + """[heading 1] Introduction
[Body Text] We show that the colour of water depends on the bore.
[heading 1] Method
[heading 2] Pipes of Glass
[Body Text] Our flavour is measured. It is as shown in Figure 1.
[heading 1] Unnumbered
[heading 5] References
[references] A. Lima, “Colour and sand,” <i>J. Flow</i>, vol. 1, no. 2, pp. 3–9, Mar. 2020.
[references] B. Costa, “Sand in in pipes,” <i>J. Flow</i>, vol. 2, no. 2, pp. 3–9, Mar. 2021.
"""
)

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
FORMULA = (
    f'<m:oMath xmlns:m="{M}"><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num>'
    "<m:den><m:r><m:t>c</m:t></m:r></m:den></m:f></m:oMath>"
)


def places(run, tmp_path, sketch: str, rules: str) -> list[str]:
    """The location of each finding in the full format, without the name of the file."""
    path = tmp_path / "draft.docx"
    path.write_bytes(document(sketch))
    out = run("check", "--isolated", "--no-group", "--select", rules, str(path))[1]
    return re.findall(re.escape(str(path)) + r": (.*) (?:error|warning|info) [A-Z]{3}\d", out)


def test_a_location_is_the_section_and_the_words(run, tmp_path):
    assert places(run, tmp_path, SKETCH, "TXT004,FIG001,TXT013") == [
        'abstract, "Abstract—The colour of water"',
        'I, "… show that the colour of water"',
        'II-A, "Our flavour is measured."',
        'II-A, "… is as shown in Figure 1."',
    ]
    source = read_document(str(tmp_path / "draft.docx")).paper.root
    names = ["Flow in N", "Ana", "Keywords", "Unnumbered", "Costa"]
    assert [source.outline.section(source.text.index(words)) for words in names] == [
        "title",
        "authors",
        "index terms",
        "III",
        "reference [2]",
    ]


@pytest.mark.parametrize(
    ("numbers", "section"),
    [
        (("I. ", "B) "), "I-B"),
        (("3 ", "3.2 "), "3.2"),
        (("IV ", ""), "Bore"),
        (("", ""), "Bore"),
    ],
)
def test_typed_numbers_name_the_section(tmp_path, numbers, section):
    import docx

    draft = docx.Document()
    draft.add_paragraph("Flow in Narrow Pipes", "Title")
    for level, (number, words) in enumerate(zip(numbers, ("Rig", "Bore"), strict=True), 1):
        draft.add_heading(number + words, level)
        draft.add_paragraph("The flow of water through the pipe depends on its bore, as we show.")
    draft.save(tmp_path / "draft.docx")
    source = read_document(str(tmp_path / "draft.docx")).word.document.source
    assert source.outline.section(len(source.text) - 3) == section


def test_pages_are_those_that_word_saved(run, tmp_path):
    sketch = FRONT + "[heading 1] Rig\n[Body Text] My colour.\n[Body Text] His colour.\n"
    assert not any("page" in place for place in places(run, tmp_path, sketch, "TXT004"))
    path = tmp_path / "draft.docx"
    text = "My colour."
    add_page_breaks(path, text)
    out = run("check", "--isolated", "--no-group", "--select", "TXT004", str(path))[1]
    assert 'abstract, "Abstract—The colour of water", page 1 ' in out
    assert 'I, "My colour.", page 3 ' in out and 'I, "His colour.", page 3 ' in out


def add_page_breaks(path, words: str) -> None:
    """Write into the file where Word saw two pages end, before the paragraph with these words."""
    import docx
    from docx.oxml import OxmlElement

    draft = docx.Document(str(path))
    (paragraph,) = [one for one in draft.paragraphs if one.text == words]
    for _ in range(2):
        paragraph.runs[0]._r.insert(0, OxmlElement("w:lastRenderedPageBreak"))
    draft.save(str(path))


def test_json_keeps_paragraph_and_character(run, tmp_path):
    places(run, tmp_path, SKETCH, "TXT004")
    path = str(tmp_path / "draft.docx")
    out = run("check", "--isolated", "--select", "FIG001", "--output-format", "json", path)[1]
    (finding,) = json.loads(out)["findings"]
    assert finding["paragraph"] and finding["column"] == 44


@pytest.mark.parametrize("form", ["full", "grouped", "github", "gitlab"])
def test_formulas_are_text_in_every_format_for_people(run, tmp_path, form):
    import docx
    from docx.oxml import parse_xml

    path = tmp_path / "draft.docx"
    path.write_bytes(document(AMERICAN + "[heading 1] Rig\n[Body Text] <b>See </b>colours.\n"))
    draft = docx.Document(str(path))
    (paragraph,) = [one for one in draft.paragraphs if one.text == "See colours."]
    paragraph.runs[0]._r.addnext(parse_xml(FORMULA))
    draft.save(str(path))
    out = run("check", "--isolated", "--select", "TXT", "--output-format", form, str(path))[1]
    assert "\ufffc" not in out and "(a+b)/c" in out


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (r"\mathrm{flow}=\frac{a+b}{c}", "flow=(a+b)/c"),
        (r"x_{i}^{2}+y_{max}", "x_i^2+y_max"),
        (r"\sum_{i=1}^{n} a_{i}", "∑_(i=1)^n a_i"),
        (r"\sqrt{2}+\sqrt[3]{a+b}", "√2+√[3](a+b)"),
        (r"\frac{\frac{a}{b}}{c}", "(a/b)/c"),
        (r"\begin{matrix}a & b \\ c & d\end{matrix}", "[a b ; c d]"),
        (r"\hat{x}\text{ if }x>0", "x\u0302 if x>0"),
        ("{x", "{x"),
    ],
)
def test_formulas_have_no_commands(formula, text):
    assert readable(formula) == text
