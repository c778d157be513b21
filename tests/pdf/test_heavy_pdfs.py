"""PDF files that are small, but would fill the memory of the program that reads them."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

import ieeelint
from ieeelint.readers.pdf import weight
from ieeelint.starters.pdf_sketch import pdf_file

MOST = 200_000


@pytest.fixture
def checked(tmp_path, monkeypatch):
    """A function that checks bytes as a PDF file, with a low limit; returns messages by place."""
    monkeypatch.setattr(weight, "MOST", MOST)

    def check(data: bytes) -> dict[str, str]:
        path = tmp_path / "paper.pdf"
        path.write_bytes(data)
        report = ieeelint.check([str(path)])
        found = {str(error): error.message for error in report.unreadable}
        for finding in report.findings:
            page = finding.span.source.outline.page(finding.span.start)
            found[f"{finding.code}, page {page}"] = finding.message
        return found

    return check


def stream(writer: pypdf.PdfWriter, content: bytes, resources: dict | None = None, packed=True):
    """A reference to a stream, of a picture if it has resources."""
    made = DecodedStreamObject()
    made.set_data(content)
    made = made.flate_encode() if packed else made
    if resources is not None:
        made[NameObject("/Type")], made[NameObject("/Subtype")] = map(
            NameObject, ("/XObject", "/Form")
        )
        made[NameObject("/BBox")] = pypdf.generic.RectangleObject((0, 0, 9, 9))
        made[NameObject("/Resources")] = pictures(resources)
    return writer._add_object(made)


def pictures(named: dict) -> DictionaryObject:
    items = DictionaryObject({NameObject(f"/{name}"): item for name, item in named.items()})
    return DictionaryObject({NameObject("/XObject"): items})


def with_page(change) -> bytes:
    """A clean page, and one that is changed."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(pdf_file("\n[page]"))))
    change(writer, writer.pages[1])
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def unpack_to_much(writer, page):
    page[NameObject("/Contents")] = stream(writer, b"q " * MOST)


def repeat_pictures(writer, page):
    inner = stream(writer, b"0 0 m " * 100, {})
    middle = stream(writer, b"/A Do " * 30, {"A": inner})
    page[NameObject("/Resources")] = pictures({"B": middle})
    page[NameObject("/Contents")] = stream(writer, b"/B Do " * 30)


def contain_itself(writer, page):
    picture = stream(writer, b"/A Do " * 30, {})
    picture.get_object()[NameObject("/Resources")] = pictures({"A": picture})
    page[NameObject("/Resources")] = pictures({"A": picture})
    page[NameObject("/Contents")] = stream(writer, b"/A Do " * 30)


def have_a_few_pictures(writer, page):
    inner = stream(writer, b"0 0 m " * 100, {})
    page[NameObject("/Resources")] = pictures({"A": inner})
    page[NameObject("/Contents")] = stream(writer, b"/A Do " * 30)


@pytest.mark.parametrize(
    ("change", "is_read"),
    [
        (unpack_to_much, False),
        (repeat_pictures, False),
        (contain_itself, False),
        (have_a_few_pictures, True),
    ],
)
def test_a_page_that_is_too_large_is_left_out(checked, change, is_read):
    found = checked(with_page(change))
    said = found.get("SRC001, page 2", "")
    assert ("are too large" in said) is not is_read
    assert "SRC001, page 1" not in found


def test_a_damaged_file_that_unpacks_to_too_much_is_not_read(checked):
    """Without its table, nobody knows which page has the stream."""
    whole = with_page(unpack_to_much)
    root = re.search(rb"/Root \d+ 0 R", whole).group()
    table = whole.rindex(b"xref", 0, whole.rindex(b"startxref"))
    damaged = whole[:table] + b"trailer\n<<%b>>\n%%%%EOF" % root
    (message,) = checked(damaged).values()
    assert "unpacks to far more than a paper needs" in message
