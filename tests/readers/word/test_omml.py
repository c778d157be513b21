"""Word's formulas as LaTeX-like lines."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, fromstring

import pytest

from ieeelint.ooxml.names import M
from ieeelint.readers.word.omml import linear
from tests.readers.word.drafts import SPACES

X, Y = "<m:r><m:t>x</m:t></m:r>", "<m:r><m:t>y</m:t></m:r>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (f"<m:f><m:num>{X}</m:num><m:den>{Y}</m:den></m:f>", "\\frac{x}{y}"),
        (
            f'<m:f><m:fPr><m:type m:val="lin"/></m:fPr><m:num>{X}</m:num><m:den>{Y}</m:den></m:f>',
            "x/y",
        ),
        (f"<m:sSup><m:e>{X}</m:e><m:sup>{Y}</m:sup></m:sSup>", "x^{y}"),
        (f"<m:sSubSup><m:e>{X}</m:e><m:sub>{Y}</m:sub><m:sup>{Y}</m:sup></m:sSubSup>", "x_{y}^{y}"),
        (f"<m:rad><m:deg/><m:e>{X}</m:e></m:rad>", "\\sqrt{x}"),
        (
            (
                "<m:nary><m:naryPr><m:chr"
                f' m:val="∑"/></m:naryPr><m:sub>{X}</m:sub><m:sup/><m:e>{Y}</m:e></m:nary>'
            ),
            "\\sum_{x} y",
        ),
        (f"<m:d><m:e>{X}</m:e></m:d>", "(x)"),
        (
            f"<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr><m:e>{X}</m:e></m:d>",
            "[x]",
        ),
        ('<m:r><m:rPr><m:sty m:val="p"/></m:rPr><m:t>max</m:t></m:r>', "\\mathrm{max}"),
        ("<m:r><m:rPr><m:nor/></m:rPr><m:t>if</m:t></m:r>", "\\text{if}"),
        ("<m:r><m:t>𝑎𝐛</m:t></m:r>", "ab"),
        (
            f"<m:m><m:mr><m:e>{X}</m:e><m:e>{Y}</m:e></m:mr></m:m>",
            "\\begin{matrix}x & y\\end{matrix}",
        ),
        (f"<m:box><m:e>{X}</m:e></m:box>", "x"),
        (f"<w:del>{X}</w:del><w:ins>{Y}</w:ins>", "y"),
    ],
)
def test_formulas(inside: str, expected: str) -> None:
    assert linear(fromstring(f"<m:oMath {SPACES}>{inside}</m:oMath>")) == expected


def test_hostile_nesting_is_survived() -> None:
    root = Element(M + "oMath")
    inner = root
    for _ in range(20_000):
        inner = SubElement(SubElement(inner, M + "d"), M + "e")
    assert set(linear(root)) <= set("()")
