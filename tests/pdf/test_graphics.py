"""The pixels of pictures, whatever program wrote them, and their printed size."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from PIL import Image, ImageDraw

import ieeelint
from ieeelint.readers.pdf.reading import view_of
from ieeelint.starters.pdf_sketch import pdf_file
from ieeelint.starters.word import document
from ieeelint.views.bitmaps import bitmap_of

SKETCH = "[Body Text] <picture 300x150/>\n[figure caption] The rig."


def saved(kind: str, size: tuple[int, int] = (321, 123), mode: str = "RGB", **options) -> bytes:
    data = io.BytesIO()
    Image.new(mode, size).save(data, kind, **options)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "kind", "bits"),
    [
        (saved("PNG"), "PNG", 24),
        (saved("PNG", mode="1"), "PNG", 1),
        (saved("PNG", mode="RGBA"), "PNG", 32),
        (saved("PNG", mode="LA"), "PNG", 16),
        (saved("JPEG"), "JPEG", 24),
        (saved("JPEG", mode="L", progressive=True), "JPEG", 8),
        (saved("JPEG", exif=b"Exif\0\0" + bytes(30_000)), "JPEG", 24),
        (saved("BMP"), "BMP", 24),
        (saved("GIF", mode="P"), "GIF", 8),
    ],
)
def test_the_pixels_are_those_that_pillow_wrote(data, kind, bits):
    found = bitmap_of(data)
    assert found is not None
    assert (found.kind, found.width, found.height, found.bits) == (kind, 321, 123, bits)


@pytest.mark.parametrize(
    "data", [b"", b"words", saved("PNG")[:20], saved("JPEG")[:12], b"\xff\xd8" + b"\xff" * 99]
)
def test_a_file_that_is_cut_has_no_pixels(data):
    assert bitmap_of(data) is None


def word_file(tmp_path, change) -> str:
    """A Word draft whose document part is changed."""
    path = tmp_path / "paper.docx"
    source = zipfile.ZipFile(io.BytesIO(document(SKETCH)))
    with zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, change(data) if name == "word/document.xml" else data)
    return str(path)


def messages(path: str, code: str = "GFX001") -> list[str]:
    return [one.message for one in ieeelint.check([path]).findings if one.code == code]


def test_a_cropped_picture_has_fewer_pixels(tmp_path):
    whole = word_file(tmp_path, lambda data: data)
    assert "300 × 150 pixels" in messages(whole)[0]
    crop = b'\\1<a:srcRect l="50000" b="20000"/>'
    cropped = word_file(tmp_path, lambda data: re.sub(rb"(<a:blip [^>]*/>)", crop, data))
    assert "150 × 120 pixels" in messages(cropped)[0]


def test_a_smaller_picture_prints_more_sharply(tmp_path):
    small = word_file(
        tmp_path, lambda data: data.replace(b"2743200", b"914400").replace(b"1371600", b"457200")
    )
    assert messages(small) == []


BOX = (
    b'<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    b' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:Choice'
    b' Requires="wps"><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/'
    b'2006/wordprocessingDrawing"><wp:extent cx="6400800" cy="2743200"/><a:graphic xmlns:a="http://'
    b'schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="shape"><wps:wsp>'
    b"<wps:txbx><w:txbxContent><w:p>%b</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    b"</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>%b</w:p>"
    b"</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(("inches", "found"), [(3, ["on 3 in"]), (0.5, [])])
def test_a_picture_in_a_text_box_has_its_own_size(tmp_path, inches, found):
    """The box is 7 in wide; Word writes its content twice."""

    def boxed(data: bytes) -> bytes:
        run = re.search(rb"<w:r><w:drawing>.*?</w:drawing></w:r>", data, re.DOTALL).group()
        sized = run.replace(b"2743200", b"%d" % (inches * 914400))
        sized = sized.replace(b"1371600", b"%d" % (inches * 457200))
        return data.replace(run, BOX % (sized, sized))

    reported = messages(word_file(tmp_path, boxed))
    assert len(reported) == len(found)
    assert all(words in message for words, message in zip(found, reported))


def test_a_picture_in_a_strict_file_is_judged(tmp_path):
    """Its elements have the names of ISO 29500."""
    old = b"http://schemas.openxmlformats.org/drawingml/2006/picture"
    strict = b"http://purl.oclc.org/ooxml/drawingml/picture"
    path = word_file(tmp_path, lambda data: data.replace(old, strict))
    assert "300 × 150 pixels" in messages(path)[0]


def test_a_picture_in_a_group_is_not_judged(tmp_path):
    """Its size is that of the group times a scale."""

    def grouped(data: bytes) -> bytes:
        return re.sub(rb"(<pic:pic\b.*</pic:pic>)", rb"<g>\1</g>", data, flags=re.DOTALL)

    assert messages(word_file(tmp_path, grouped)) == []


@pytest.mark.parametrize("length", [b"-5", b"0", b"9" * 40, b"words"])
def test_a_picture_without_a_size_is_not_judged(tmp_path, length):
    path = word_file(tmp_path, lambda data: data.replace(b'cx="2743200"', b'cx="%b"' % length))
    assert messages(path) == []


def jpeg_in_pdf(tmp_path, picture: Image.Image) -> str:
    """A PDF file with a picture as JPEG."""
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=85)
    placeholder = pdf_file("\n[image 800x600 jpeg] 60 400 252 168").replace(
        b"DeviceGray", b"DeviceRGB"
    )
    path = tmp_path / "paper.pdf"
    old = b"/Length 4 >>\nstream\n\xff\xd8\xff\xd9"
    assert old in placeholder
    new = b"/Length %d >>\nstream\n%b" % (len(data.getvalue()), data.getvalue())
    path.write_bytes(placeholder.replace(old, new))
    return str(path)


def test_a_plot_as_jpeg_is_reported_and_a_photograph_is_not(tmp_path):
    plot = Image.new("RGB", (800, 600), "white")
    draw = ImageDraw.Draw(plot)
    for x in range(50, 750, 50):
        draw.line((x, 550, x + 50, 550 - x // 2), "blue", 3)
        draw.text((x, 560), str(x), "black")
    path = jpeg_in_pdf(tmp_path, plot)
    assert view_of(path)[0].pages[0].images[0].is_plot
    assert messages(path, "GFX002")
    photograph = Image.linear_gradient("L").resize((800, 600)).convert("RGB")
    assert messages(jpeg_in_pdf(tmp_path, photograph), "GFX002") == []
