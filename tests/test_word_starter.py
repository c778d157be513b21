"""New Word files: the page and styles of the template, no author, no date, the same bytes."""

from __future__ import annotations

import io
import time

import docx
import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn

from ieeelint.starters.project import word_sketch
from ieeelint.starters.word import document

SKETCH = """[paper title] Steady Flow
[section columns=1]
[Body Text] Water <i>is</i> wet &amp; <b>cold</b> <sup>2</sup><comment Why/><note>Very.</note>.
[Normal] <picture/>
[figure caption] Flow over time
| Bore | Flow |
| 1 | 2 |
[section columns=2 gap=18]
"""


def opened(sketch: str = SKETCH, paper: str = "letter", kind: str = "conference"):
    return docx.Document(io.BytesIO(document(sketch, paper, kind)))


@pytest.mark.parametrize(("paper", "size"), [("letter", (8.5, 11)), ("a4", (8.268, 11.693))])
def test_the_page_of_the_template(paper, size):
    """Margins of 0.75 in, 1 in and 0.63 in; two columns 0.25 in apart after the title."""
    first, last = opened(paper=paper).sections
    for section in (first, last):
        assert (section.page_width.inches, section.page_height.inches) == pytest.approx(
            size, abs=0.001
        )
        margins = (section.top_margin, section.bottom_margin, section.left_margin)
        assert [one.inches for one in margins] == pytest.approx([0.75, 1, 0.63], abs=0.001)
    columns = [one._sectPr.find(qn("w:cols")) for one in (first, last)]
    assert [one.get(qn("w:num")) for one in columns] == ["1", "2"]
    assert columns[1].get(qn("w:space")) == "360"


def test_the_styles_of_the_template_and_no_others():
    styles = opened().styles
    sizes = {one.name: one.font.size and one.font.size.pt for one in styles if one.type == 1}
    assert sizes["paper title"] == 24 and sizes["Author"] == 11 and sizes["Abstract"] == 9
    assert sizes["figure caption"] == sizes["references"] == sizes["table copy"] == 8
    assert "List Bullet 2" not in sizes and "Heading 1" in sizes  # as Word shows "heading 1"
    body = styles["Body Text"].paragraph_format
    assert (body.first_line_indent.pt, body.space_after.pt, body.line_spacing) == (14.4, 6, 0.95)
    references = styles["references"].paragraph_format
    assert references.line_spacing_rule == WD_LINE_SPACING.EXACTLY
    assert references.line_spacing.pt == 9
    fonts = styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    assert fonts.get(qn("w:ascii")) == "Times New Roman"


def test_word_opens_it_in_its_own_mode():
    settings = opened().settings.element
    modes = [
        one.get(qn("w:val"))
        for one in settings.iter(qn("w:compatSetting"))
        if one.get(qn("w:name")) == "compatibilityMode"
    ]
    assert modes == ["15"]


def test_nothing_tells_who_wrote_it_or_when():
    """A draft for a double-blind review must not name anybody."""
    properties = opened().core_properties
    assert (properties.author, properties.comments, properties.last_modified_by) == ("", "", "")
    assert properties.created is None and properties.modified is None


def test_the_same_bytes_each_time(monkeypatch):
    first = document(SKETCH)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 86400 * 400)
    assert document(SKETCH) == first


def test_a_picture_has_words_for_those_who_cannot_see_it_and_stays_with_its_caption():
    found = opened()
    picture = found.inline_shapes[0]
    assert picture._inline.docPr.get("descr") == "A gray box to be replaced"
    paragraphs = [one for one in found.paragraphs if one.text == "Flow over time"]
    assert paragraphs[0].style.name == "figure caption"
    assert found.paragraphs[2].paragraph_format.keep_with_next


def test_words_keep_their_looks():
    runs = opened().paragraphs[1].runs
    looks = {run.text: (run.italic, run.bold, run.font.superscript) for run in runs}
    assert looks["is"] == (True, None, None) and looks["cold"] == (None, True, None)
    assert looks["2"] == (None, None, True) and " wet & " in looks


def test_a_mark_that_means_nothing_is_refused():
    with pytest.raises(ValueError, match='unknown mark "<blink>"'):
        document("[Body Text] <blink>Water</blink> is wet.")
    with pytest.raises(ValueError, match="names no style"):
        document("Water is wet.")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("A</i>.", 'closes the mark "<i>"'),
        ("A</ins>.", 'closes the mark "<ins>"'),
        ("<ins>A</del>.", 'closes the mark "<del>"'),
        ("<ins>A<del>B</ins>C</del>.", 'closes the mark "<ins>"'),
        ("<b>A.", 'does not close the mark "<b>"'),
        ("<note>A.", 'does not close the mark "<note>"'),
    ],
)
def test_marks_must_open_and_close(words, reason):
    with pytest.raises(ValueError, match=reason):
        document(f"[Body Text] {words}")


def test_looks_may_cross_each_other():
    runs = opened("[Body Text] <b>A<i>B</b>C</i>").paragraphs[0].runs
    assert [(run.bold, run.italic) for run in runs] == [(True, None), (True, True), (None, True)]


def test_a_table_stays_on_one_page():
    rows = opened("| Bore | Flow |\n| 1 | 2 |\n| 3 | 4 |\n").tables[0].rows
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in rows]
    assert kept == [True, True, None]


@pytest.mark.parametrize(("paper", "column"), [("letter", 251.65), ("a4", 243.3)])
def test_the_number_of_an_equation_ends_with_the_column(paper, column):
    """Half of the page less its margins and the gap: (612 - 2 × 45.35 - 18) / 2 on letter."""
    tabs = opened(paper=paper).styles["equation"].paragraph_format.tab_stops
    assert [tab.position.pt for tab in tabs] == pytest.approx([column / 2, column], abs=0.05)


def test_the_styles_of_the_transactions():
    """The names of the template of IEEE's Transactions, and none of the conference template."""
    found = opened("[paper title] Flow\n[Author] Ana Lima\n[Body Text] Water.", kind="journal")
    used = [paragraph.style.name for paragraph in found.paragraphs]
    assert used == ["Title", "Authors", "Text"]
    names = {style.name for style in found.styles}
    assert {"IndexTerms", "Figure Caption", "Table Title", "Reference Head", "References"} <= names
    assert not names & {"paper title", "Author", "Keywords", "Body Text", "table head"}
    lists = found.part.numbering_part.element
    numbered = {each.get(qn("w:val")) for each in lists.iter(qn("w:pStyle"))}
    assert numbered <= {style.style_id for style in found.styles}


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6])
def test_no_author_is_lower_than_the_others(count):
    """Each column of a row of authors begins with the break, so that no empty line follows it."""
    found = opened(word_sketch("conference", count))
    authors = [each for each in found.paragraphs if each.style.name == "Author"]
    assert len(authors) == count
    for number, author in enumerate(authors):
        breaks = [each.get(qn("w:type")) for each in author._p.iter(qn("w:br"))]
        assert breaks.count("column") == (number % 3 > 0)
        assert "column" not in breaks[1:]
        assert author.paragraph_format.space_before == 0
    columns = [each._sectPr.find(qn("w:cols")).get(qn("w:num")) for each in found.sections]
    rows = {1: ["1"], 2: ["2"], 3: ["3"], 4: ["3", "1"], 6: ["3", "3"]}[count]
    assert columns == ["1", *rows, "2"]


def test_the_note_on_funding_is_at_the_bottom_of_the_page():
    found = opened(word_sketch("conference"))
    (note,) = [each for each in found.paragraphs if each.style.name == "sponsors"]
    for properties in (note._p.pPr, note.style.element.pPr):
        frame = properties.find(qn("w:framePr"))
        assert frame.get(qn("w:yAlign")) == "bottom" and frame.get(qn("w:w")) == "5033"
