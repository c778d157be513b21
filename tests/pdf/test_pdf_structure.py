"""Without pypdfium2, as in a browser, PDF files are checked in part, and nothing is guessed."""

from __future__ import annotations

import re
import sys

import pytest

from ieeelint import api, inputs
from ieeelint.readers.pdf.structure import size_of
from ieeelint.rules import every_rule
from ieeelint.starters.pdf_sketch import pdf_file

SKETCHES = sorted(
    {
        example.replace("⟦", "").replace("⟧", "").partition("\n%! file")[0]
        for rule in every_rule()
        for example in (*rule.bad, *rule.good)
        if re.match(r"%! pdf", example)
    }
)
NOTE = "Only the fonts, page sizes,"
OF_THE_STRUCTURE = ("PDF001", "PDF002", "PDF003", "PDF009")


@pytest.fixture
def without_layout(monkeypatch):
    """No library for the layout."""
    is_installed = inputs.is_installed
    monkeypatch.setattr(inputs, "is_installed", lambda name: name == "pypdf" or is_installed(name))
    for name in ("pypdfium2", "pypdfium2.raw"):
        monkeypatch.setitem(sys.modules, name, None)


def found(data: bytes) -> dict[tuple[str, str], int]:
    """Codes and messages of the findings; counts do not matter."""
    result = api.check({"paper.pdf": data}, {"stage": "camera-ready"})
    assert not result.unreadable, result.unreadable
    return {(one.code, one.message): one.line for one in result.findings}


@pytest.mark.parametrize("sketch", SKETCHES)
def test_the_structure_has_the_same_findings_and_no_others(sketch, request):
    data = pdf_file(sketch)
    all_findings = set(found(data))
    request.getfixturevalue("without_layout")
    findings = set(found(data))
    notes = {one for one in findings if one[1].startswith(NOTE)}
    assert findings - notes <= all_findings
    is_readable = not any(
        "needs a password" in message for code, message in findings if code == "SRC001"
    )
    assert len(notes) == is_readable
    if not any(word in sketch for word in ("locked", "image")):  # pypdf needs more for AES
        for code in OF_THE_STRUCTURE:
            expected = {one for one in all_findings if one[0] == code}
            assert {one for one in findings if one[0] == code} == expected, code


def test_a_damaged_file_is_not_read(without_layout):
    result = api.check({"paper.pdf": b"%PDF-1.5\nnothing"})
    (one,) = result.unreadable
    assert "damaged" in one.message


@pytest.mark.parametrize(
    ("boxes", "size"),
    [
        ({}, (612, 792)),
        ({"/MediaBox": [0, 0, 595, 842]}, (595, 842)),
        ({"/MediaBox": [0, 842, 595, 0], "/Rotate": 90}, (842, 595)),
        ({"/MediaBox": [0, 0, 700, 900], "/CropBox": [50, 50, 2000, 842]}, (650, 792)),
        ({"/MediaBox": ["a", 0, 1, 1]}, (612, 792)),
        ({"/Parent": {"/MediaBox": [0, 0, 100, 200], "/Rotate": -90}}, (200, 100)),
    ],
)
def test_the_size_of_a_page_is_that_of_its_boxes(boxes, size):
    assert size_of(boxes) == size
