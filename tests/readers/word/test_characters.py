"""The words of a Word part, each in its place, and the numbers Word prints before paragraphs."""

from __future__ import annotations

import pytest

from ieeelint.readers.word.opening import open_draft
from ieeelint.readers.word.symbols import symbol
from ieeelint.views.word import WordView
from tests.readers.word.drafts import draft, paper, paragraph


def view(*body: str, strict: bool = False) -> WordView:
    """The view of a draft with these paragraphs."""
    return open_draft("draft.docx", draft(*body, strict=strict))


def lines(*body: str) -> list[str]:
    """The paragraphs of a draft as its source has them."""
    return [one.plain for one in view(*body).paragraphs]


def test_insertions_are_read_and_deletions_are_not() -> None:
    body = paragraph(
        '<w:r><w:t>old </w:t></w:r><w:ins w:author="Bo"><w:r><w:t>new</w:t></w:r></w:ins>'
        '<w:del w:author="Bo"><w:r><w:delText>gone</w:delText></w:r></w:del>'
    )
    seen = view(body)
    assert seen.paragraphs[0].plain == "old new"
    assert [(one.kind, one.author) for one in seen.revisions] == [
        ("insertion", "Bo"),
        ("deletion", "Bo"),
    ]


def test_what_stands_in_controls_and_links_is_read() -> None:
    body = paragraph(
        "<w:sdt><w:sdtContent><w:r><w:t>in a control, </w:t></w:r></w:sdtContent></w:sdt>"
        "<w:hyperlink><w:r><w:t>in a link</w:t></w:r></w:hyperlink>"
    )
    assert lines(body) == ["in a control, in a link"]


def test_hidden_text_is_not_read() -> None:
    body = paragraph(
        "<w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
    )
    seen = view(body)
    assert seen.paragraphs[0].plain == "seen"
    assert len(seen.hidden) == 1


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    inside = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>"
    body = paragraph(
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{inside}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent>"
        "<w:t>host</w:t></w:r>"
    )
    seen = view(body, paragraph("after"))
    assert [(one.number, one.plain, one.container) for one in seen.paragraphs] == [
        (1, "host", "body"),
        (2, "boxed", "text box"),
        (3, "after", "body"),
    ]


def test_the_result_of_a_field_is_read_and_is_not_to_be_edited() -> None:
    body = paragraph(
        '<w:r><w:t>see </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> REF _Ref7 \\h </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Fig. 2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    seen = view(body)
    assert seen.paragraphs[0].plain == "see Fig. 2"
    assert [(one.kind, one.span.text) for one in seen.fields] == [("REF", "Fig. 2")]
    first, second = seen.document.leaf_at(0), seen.document.leaf_at(5)
    assert first is not None and first.is_editable
    assert second is not None and not second.is_editable


def test_numbers_are_counted_as_word_prints_them() -> None:
    printed = [one.printed for one in view(*paper(paragraph("Method", "Heading1"))).paragraphs]
    assert printed == ["", "", "", "", "I.", "", "II.", "", "[1]"]


def test_strict_files_read_as_transitional_ones() -> None:
    def told(strict: bool) -> list[tuple[str, str, str]]:
        return [
            (one.plain, one.printed, one.style.key)
            for one in view(*paper(), strict=strict).paragraphs
        ]

    assert told(True) == told(False)


def test_symbols_of_the_symbol_font() -> None:
    assert symbol(0xF06D, "Symbol") == "μ"
    assert symbol(0xF057, "Symbol") == "Ω"
    assert symbol(0xF0B0, "Symbol") == "°"
    assert symbol(0xF04A, "Wingdings") == "\ufffd"


def test_each_character_knows_its_element() -> None:
    part = view(*paper()).document
    texts = [leaf for leaf in part.leaves if leaf.kind == "text"]
    assert len(texts) == 9
    for leaf in texts:
        assert part.source.text[leaf.start : leaf.end] == leaf.element.text


@pytest.mark.parametrize("digits", ["²", "٣", "9" * 5000, "-1", "1.5", ""])
def test_numbers_that_word_does_not_write_are_read_as_the_default(digits: str) -> None:
    from ieeelint.ooxml.names import whole

    assert whole(digits, 7) == (3 if digits == "٣" else 7)


@pytest.mark.parametrize(
    ("indent", "points"),
    [
        ('w:firstLine="288"', 14.4),
        ('w:firstLine="14.40pt"', 14.4),
        ('w:left="720"', 0),
        ('w:left="720" w:hanging="288"', -14.4),
        ('w:firstLine="100" w:hanging="288"', -14.4),
    ],
)
def test_the_indent_of_the_first_line_is_read(indent: str, points: float) -> None:
    indented = paragraph("").replace("/></w:pPr>", f"/><w:ind {indent}/></w:pPr>")
    assert [one.look.first_line for one in view(indented).paragraphs] == [points]
