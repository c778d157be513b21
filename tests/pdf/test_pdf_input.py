"""Whatever is in a PDF file, the check ends, ends soon, and says what is wrong."""

from __future__ import annotations

import re
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from time import perf_counter

import pypdf
import pytest

import ieeelint
from ieeelint.readers import ReadError
from ieeelint.readers.pdf import opening, reading
from ieeelint.readers.pdf.reading import view_of
from ieeelint.starters.pdf_sketch import pdf_file

CLEAN = pdf_file("\n[page]\n[page]")


@pytest.fixture
def checked(tmp_path):
    """A function that checks bytes as a PDF file; returns the messages by code."""

    def check(data: bytes) -> dict[str, str]:
        path = tmp_path / "paper.pdf"
        path.write_bytes(data)
        report = ieeelint.check([str(path)])
        found = {finding.code: finding.message for finding in report.findings}
        unreadable = [error.message for error in report.unreadable]
        return found | ({"unreadable": unreadable[0]} if unreadable else {})

    return check


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"words", "is not a PDF file, although its name says so"),
        (b"%PDF-1.5\n", "its end is missing"),
        (b"%PDF-1.5\n" + bytes(5000) + b"%%EOF", "is damaged, and cannot be opened"),
        (re.sub(rb"/Count 1 /Kids \[.*?\]", b"/Count 0 /Kids []", pdf_file("none")), "is damaged"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_clear_message(checked, data, words):
    found = checked(data)
    assert list(found) == ["unreadable"] and words in found["unreadable"]


def test_the_rest_of_a_truncated_file_is_checked(checked, tmp_path):
    """pdfium finds the objects of a file without its table."""
    with_fault = pdf_file("\n[font Helvetica missing] 60 40 8 Water\n")
    found = checked(with_fault[: with_fault.rindex(b"xref\n0")])
    assert "its end" in found.get("unreadable", "") or "The end" in found.get("SRC001", "")


def test_a_file_with_a_password_says_so_and_nothing_else(checked):
    found = checked(pdf_file("\n[locked user]\n[form]"))
    assert set(found) == {"PDF003", "SRC001"}
    assert "needs a password" in found["PDF003"]


def test_a_file_locked_by_its_owner_is_checked(checked):
    found = checked(pdf_file("\n[locked owner]\n[font Helvetica missing] 60 40 8 Water"))
    assert {"PDF001", "PDF003"} <= set(found)


def test_a_cipher_that_pypdf_lacks_leaves_the_layout(checked, monkeypatch):
    monkeypatch.setattr(pypdf.PdfReader, "decrypt", lambda *_: 0)
    found = checked(pdf_file("\n[locked owner]\n[font Times] 60 40 10 See Fig. ?? and water."))
    assert "fonts, bookmarks, and links were not checked" in found["SRC001"]
    assert "PDF007" in found and "PDF003" in found


@pytest.mark.skipif(
    any(find_spec(library) for library in ("cryptography", "Crypto")),
    reason="pypdf can decrypt the file",
)
def test_fonts_of_a_file_with_aes_are_not_called_missing(checked):
    """pypdf reads the objects of such a file without another library, but not its streams."""
    found = checked((Path(__file__).parent / "aes.pdf").read_bytes())
    assert "fonts, bookmarks, and links were not checked" in found["SRC001"]
    assert "is encrypted" in found["PDF003"] and "PDF001" not in found


def test_a_font_whose_description_is_damaged_is_not_called_missing(checked):
    data = pdf_file("\n[font Courier] 60 40 8 Water")
    number = re.search(rb"/FontDescriptor (\d+) 0 R", data).group(1)
    assert "PDF001" not in checked(
        data.replace(b"\n%b 0 obj\n<<" % number, b"\n%b 0 obj\n((" % number)
    )


def test_a_cyclic_page_tree_ends(checked):
    tree = re.search(rb"(\d+) 0 obj\n<< /Type /Pages", CLEAN)
    data = CLEAN.replace(b"/Kids [", b"/Kids [%b 0 R " % tree.group(1))
    found = checked(data + b"[font]")
    assert "PDF001" not in found


def test_bookmarks_in_a_circle_end(tmp_path):
    data = pdf_file("\n[bookmark] One")
    first = re.search(rb"/First (\d+)", data).group(1)
    path = tmp_path / "paper.pdf"
    path.write_bytes(data.replace(b"<< /Title (One)", b"<< /Title (One) /Next %b 0 R" % first))
    assert view_of(str(path))[0].bookmarks == 1


def test_a_picture_that_contains_itself_ends(tmp_path):
    data = pdf_file("\n[font Times figure=a.pdf] 60 40 8 Water")
    form = re.search(rb"/XObject << /X\d+ (\d+) 0 R", data).group(1)
    inner = b"/Resources << /XObject << /X1 %b 0 R >> /Font" % form
    path = tmp_path / "paper.pdf"
    path.write_bytes(data.replace(b"/Resources << /Font", inner, 1))
    assert view_of(str(path))[0].fonts


def test_a_long_file_is_read_in_bounded_time(checked, monkeypatch):
    monkeypatch.setattr(reading, "MOST_MEASURED", 2)
    sketch = "\n" + "[page]\n" * 6 + "[font Helvetica missing] 60 40 8 Water ??"
    found = checked(pdf_file(sketch))
    assert "The file has 7 pages" in found["SRC001"] and "first 2" in found["SRC001"]
    assert "PDF001" in found and "PDF007" not in found


def test_a_page_of_a_million_characters_is_cut(tmp_path, monkeypatch):
    from ieeelint.readers.pdf import page_text

    monkeypatch.setattr(page_text, "MOST_CHARACTERS", 100)
    path = tmp_path / "paper.pdf"
    path.write_bytes(CLEAN)
    view, _ = view_of(str(path))
    assert sum(len(line.text) for line in view.pages[0].lines) <= 100


@pytest.mark.parametrize("sketch", ["\n[bookmark] A\n[form]\n[link]", "\n[font A type3] 60 40 8 B"])
def test_a_file_cut_anywhere_is_read_or_refused(tmp_path, sketch):
    data = pdf_file(sketch)
    path = tmp_path / "paper.pdf"
    for end in range(20, len(data), len(data) // 60):
        for cut in (data[:end], data[:end] + b"%%EOF", data[: end - 9] + data[end:]):
            path.write_bytes(cut)
            try:
                view, _ = view_of(str(path))
            except ReadError as error:
                assert "damaged" in error.message
            else:
                assert view.description


def test_a_large_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "LARGEST", 100)
    path = tmp_path / "paper.pdf"
    path.write_bytes(CLEAN)
    with pytest.raises(ReadError, match="MB"):
        view_of(str(path))


def test_ten_pages_take_less_than_a_second(tmp_path):
    """Many times what it takes: only growth would fail."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf_file("\n" + "[page]\n" * 9))
    view_of(str(path))
    start = perf_counter()
    view_of(str(path))
    assert perf_counter() - start < 10


def test_objects_of_wrong_types_are_left_out(tmp_path):
    data = CLEAN.replace(b"/Annots []", b"/Annots 12").replace(b"/XObject << >>", b"/XObject [1]")
    data = data.replace(b"/Type /Catalog", b"/Type /Catalog /Outlines 5 /Names (x) /AcroForm [2]")
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    view, problems = view_of(str(path))
    assert not problems and view.bookmarks == 0 and not view.actives


def test_a_turned_page_has_its_text_upright(tmp_path):
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(BytesIO(CLEAN)))
    writer.pages[1].rotate(90)
    writer.pages[2].rotate(270)
    path = tmp_path / "paper.pdf"
    writer.write(path)
    view, _ = view_of(str(path))
    assert (view.page(2).width, view.page(2).height) == (792, 612)
    assert not any(line.is_upright for line in view.page(2).lines)
    assert all(0 < line.left < line.right < 792 for line in view.page(2).lines)
    assert all(0 < line.bottom < line.top < 612 for line in view.page(3).lines)


def test_a_cropped_page_is_measured_as_shown(tmp_path):
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(BytesIO(CLEAN)))
    for page in writer.pages:
        page.cropbox = pypdf.generic.RectangleObject((20, 30, 600, 780))
    path = tmp_path / "paper.pdf"
    writer.write(path)
    view, _ = view_of(str(path))
    assert (view.page(1).width, view.page(1).height) == (580, 750)
    assert abs(min(line.left for line in view.page(1).lines) - 25) < 1
