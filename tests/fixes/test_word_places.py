"""Places in Word drafts where words are not typed, or belong together: no fix writes there."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import ieeelint
from ieeelint.cli import main
from ieeelint.starters.word import document, drawn, saved

WORDS = "[paper title] Steady Flow\n[heading 1] Flow\n[Body Text] Water is wet.\n[Body Text] "
TYPED = "<w:text/>"


def run(words: str, look: str = "") -> str:
    """A run of these words."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def control(kind: str, content: str) -> str:
    """A content control of this kind."""
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(instruction: str, result: str) -> str:
    """A field with its result."""
    return f'<w:fldSimple w:instr=" {instruction} ">{run(result)}</w:fldSimple>'


def draft(content: str, before: str = WORDS) -> bytes:
    """A Word draft whose last paragraph has this content."""
    file = drawn(before + "X")
    last = next(one for one in reversed(file.paragraphs) if one.text == "X")._p
    for child in list(last)[1:]:
        last.remove(child)
    for child in list(parse_xml(f"<w:p {nsdecls('w')}>{content}</w:p>")):
        last.append(child)
    return saved(file)


def fixed(tmp_path, data: bytes, *options: str) -> str:
    """The last paragraph after all safe fixes are accepted, with _ before lowered characters."""
    path = tmp_path / "draft.docx"
    path.write_bytes(data)
    main(["check", "--isolated", "--quiet", "--fix", "--in-place", *options, str(path)])
    paragraph = docx.Document(io.BytesIO(path.read_bytes())).paragraphs[-1]._p
    text = []
    for one in paragraph.iter():
        if one.tag.endswith("}t"):
            properties = one.getparent().find(one.tag[:-1] + "rPr")
            is_lowered = (
                properties is not None and len(properties) and "vertAlign" in properties[0].tag
            )
            text.append("_" * is_lowered + (one.text or ""))
    return "".join(text)


@pytest.mark.parametrize(
    "kind",
    [
        '<w:dropDownList><w:listItem w:value="5GHz"/></w:dropDownList>',
        '<w:comboBox><w:listItem w:value="5GHz"/></w:comboBox>',
        "<w:date/>",
        "<w:citation/>",
        "<w:showingPlcHdr/><w:text/>",
        '<w:dataBinding w:xpath="/a" w:storeItemID="b"/><w:text/>',
        '<w:lock w:val="contentLocked"/>',
        '<w:lock w:val="sdtContentLocked"/>',
    ],
)
def test_a_content_control_that_is_not_typed(tmp_path, kind):
    data = draft(run("The colour at ") + control(kind, run("5GHz of colour")) + run(" is wet."))
    assert fixed(tmp_path, data) == "The color at 5GHz of colour is wet."


def test_a_content_control_around_paragraphs(tmp_path):
    file = drawn(WORDS + "The colour.")
    last = next(one for one in reversed(file.paragraphs) if one.text == "The colour.")._p
    kept = parse_xml(control("<w:bibliography/>", "").replace("<w:sdt>", f"<w:sdt {nsdecls('w')}>"))
    last.addprevious(kept)
    kept[1].append(last)
    path = tmp_path / "draft.docx"
    path.write_bytes(saved(file))
    assert any("colour" in one.message for one in ieeelint.check([str(path)]).findings)
    main(["check", "--isolated", "--quiet", "--fix", "--in-place", str(path)])
    assert path.read_bytes() == saved(file)


@pytest.mark.parametrize("kind", [TYPED, '<w:lock w:val="sdtLocked"/>', ""])
def test_a_content_control_that_is_typed(tmp_path, kind):
    data = draft(run("The flow of ") + control(kind, run("colour")) + run(" is wet."))
    assert fixed(tmp_path, data) == "The flow of color is wet."


def test_no_content_control_becomes_empty(tmp_path):
    data = draft(run("It is in the ") + control(TYPED, run("the")) + run(" pipe."))
    assert fixed(tmp_path, data) == "It is in the the pipe."
    data = draft(run("It is in the ") + control(TYPED, run("the wet")) + run(" pipe."))
    assert fixed(tmp_path, data) == "It is in the wet pipe."


def test_no_fix_extends_the_result_of_a_field(tmp_path):
    data = draft(run("It is ") + field("= 5*.1", ".5") + run(" m wide, or .5 m."))
    assert fixed(tmp_path, data) == "It is .5 m wide, or 0.5 m."
    data = draft(run("It takes ") + field("= 5", "5") + run("Khz."))
    assert fixed(tmp_path, data) == "It takes 5\u00a0kHz."


def test_an_index_stays_an_index(tmp_path):
    lowered = '<w:vertAlign w:val="subscript"/>'
    data = draft(run("It is ") + run("μ") + run("o", lowered) + run(" here."))
    assert fixed(tmp_path, data) == "It is μ_0 here."


def test_words_around_tabs_and_line_breaks_are_no_repetition(tmp_path):
    words = "The pipe has the<tab/>the sand and is<br/>is wet, and it is in the the sand."
    data = document(WORDS + words)
    assert fixed(tmp_path, data) == "The pipe has thethe sand and isis wet, and it is in the sand."


def test_a_paragraph_of_code(tmp_path):
    font = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>'
    code = "x = .5 ; colour = 5GHz"
    words = WORDS + "It is wet. " * 9 + "\n[Body Text] "
    assert fixed(tmp_path, draft(run(code, font), words)) == code
    # In a draft that is typed in such a font, nothing is code.
    words = words.replace("[Body Text]", "[Body Text font=Courier]")
    assert fixed(tmp_path, draft(run("The colour.", font), words)) == "The color."
