"""Packages that are hostile or broken: refused in words, never with a traceback."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from ieeelint.readers import ReadError
from ieeelint.readers.word.opening import open_draft
from tests.readers.word.drafts import draft, paper


def changed(part: str, content: bytes | None) -> bytes:
    """A good draft with one part replaced, or left out."""
    buffer = BytesIO()
    with ZipFile(BytesIO(draft(*paper()))) as good, ZipFile(buffer, "w", ZIP_DEFLATED) as bad:
        for name in good.namelist():
            if name != part:
                bad.writestr(name, good.read(name))
        if content is not None:
            bad.writestr(part, content)
    return buffer.getvalue()


LAUGHS = b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><d>&b;</d>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>'
MACROS = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
    b'PartName="/word/document.xml" '
    b'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (changed("word/document.xml", None), "has no main part"),
        (changed("word/document.xml", b"<w:document"), "broken XML"),
        (changed("word/document.xml", LAUGHS), "document type or entities"),
        (
            changed("word/document.xml", LAUGHS.decode().encode("utf-16")),
            "document type or entities",
        ),
        (changed("word/document.xml", OUTSIDE), "document type or entities"),
        (
            changed("word/document.xml", b"<!--" + b"x" * 200_000 + b"-->" + LAUGHS),
            "document type or entities",
        ),
        (
            changed("word/document.xml", LAUGHS.decode().encode("utf-16-le")),
            "document type or entities",
        ),
        (
            changed("word/document.xml", LAUGHS.decode().encode("utf-16-be")),
            "document type or entities",
        ),
        (changed("word/document.xml", LAUGHS.decode().encode("cp500")), "has no XML"),
        (changed("word/document.xml", b" " * 30_000_000), "far more than a paper needs"),
        (changed("word/document.xml", b"<sheet/>"), "not a Word document"),
        (changed("[Content_Types].xml", MACROS), "macros"),
        (changed("[Content_Types].xml", None), "not a Word document"),
        (b"", "not a Word document"),
    ],
)
def test_what_is_no_draft_is_refused_in_words(content: bytes, words: str) -> None:
    with pytest.raises(ReadError) as error:
        open_draft("draft.docx", content)
    assert words in error.value.message


@pytest.mark.parametrize("part", ["word/styles.xml", "word/numbering.xml", "word/footnotes.xml"])
@pytest.mark.parametrize("content", [b"<w:styles", LAUGHS, None])
def test_a_broken_further_part_costs_that_part_only(part: str, content: bytes | None) -> None:
    view = open_draft("draft.docx", changed(part, content))
    assert view.paragraphs[0].plain == "Steady Flow in Narrow Pipes"
    assert len(view.package.problems) == (0 if content is None else 1)


def test_a_draft_cut_off_anywhere_is_refused_in_words() -> None:
    whole = draft(*paper())
    for length in range(0, len(whole), 97):
        with pytest.raises(ReadError):
            open_draft("draft.docx", whole[:length])


def test_very_deep_nesting_is_survived() -> None:
    deep = "<w:smartTag>" * 5_000 + "<w:r><w:t>deep</w:t></w:r>" + "</w:smartTag>" * 5_000
    view = open_draft("draft.docx", draft(f"<w:p>{deep}</w:p>", *paper()))
    assert view.paragraphs[1].plain == "Steady Flow in Narrow Pipes"
