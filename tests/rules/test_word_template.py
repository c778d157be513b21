"""What IEEE's Word template leaves in drafts, told by its words."""

from __future__ import annotations

import pytest

from ieeelint.draft_checking import check_draft
from ieeelint.readers.word.reading import read_document
from ieeelint.settings_files import load
from tests.readers.word.drafts import draft, paper, paragraph


@pytest.mark.parametrize(
    ("words", "style"),
    [
        ("*Note: Sub-titles are not captured in Xplore and should not be used", "Author"),
        ("Selection: Highlight all author and affiliation lines.", "Heading2"),
        ("Sample of a Table footnote.", "BodyText"),
    ],
)
def test_guidance_is_found_wherever_it_stands(words: str, style: str) -> None:
    body = draft(*paper()[:2], paragraph(words, style), *paper()[2:])
    findings = check_draft(read_document("draft.docx", body), load("draft.docx", None, "", True))
    assert ("TPL001", 3) in [
        (one.code, one.span.source.locate(one.span.start)[0]) for one in findings
    ]


def test_a_style_that_lost_its_indent_is_not_said_to_have_one() -> None:
    tab = paragraph("<w:r><w:tab/><w:t>Water is wet, and sand is dry.</w:t></w:r>")
    body = draft(*paper(tab))  # the style "Body Text" of these drafts has no indent
    findings = check_draft(read_document("draft.docx", body), load("draft.docx", None, "", True))
    (found,) = (one for one in findings if one.code == "TXT003")
    assert 'set the indent in the style "Body Text"' in found.message
    assert found.fix is None
