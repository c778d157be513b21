"""A new Word file of tables, in the styles and on the page of IEEE's template, to be copied
from.
"""

from __future__ import annotations

import os

from ieeelint.ooxml.archive import rebuilt
from ieeelint.ooxml.package import open_package
from ieeelint.report.records import ReportError
from ieeelint.report.writers.word.filling import filled
from ieeelint.resources import templates
from ieeelint.starters import word as starter
from ieeelint.starters.word import CONTENT, DECLARATION, LINK, MAIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ieeelint.report.grid import Grid

NUMBERING = "word/numbering.xml"
LINKS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
# Without this a table and its notes are torn apart to make both columns equally long.
SETTINGS = (
    f"{DECLARATION}<w:settings"
    f' xmlns:w="{MAIN}"><w:compat><w:noColumnBalance/></w:compat></w:settings>'
)
SETTINGS_LINK = f'<Relationship Id="settings" Type="{LINK}/settings" Target="settings.xml"/>'
SETTINGS_TYPE = f'<Override PartName="/word/settings.xml" ContentType="{CONTENT}settings+xml"/>'
HEAD = (
    '<w:numFmt w:val="upperRoman"/><w:pStyle w:val="tablehead"/><w:suff w:val="space"/><w:lvlText'
    ' w:val="TABLE %1."/>'
)
# How "TABLE I." prints, by the kind of publication: IEEEtran.cls, option compsoc, has Arabic
# numbers, journals have the title on a line of its own.
HEADS = {
    "conference": HEAD,
    "journal": HEAD.replace('"space"', '"nothing"').replace("%1.", "%1"),
    "compsoc": HEAD.replace("upperRoman", "decimal"),
}


def document(grids: Sequence[Grid], *, kind: str = "conference") -> bytes:
    """A ``.docx`` file that holds the tables, the same bytes each time.

    ``kind`` is "conference", "journal" or "compsoc".  Raises ReportError for a table that is too
    wide or holds what Word cannot.
    """
    if kind not in HEADS:
        raise ReportError(
            f'there is no kind of publication "{kind}": take one of {", ".join(HEADS)}'
        )
    if not grids:
        raise ReportError("there is no table to write")
    sketch = "".join(f"[Normal] [[ieeelint:{number}]]\n" for number in range(len(grids)))
    data = starter.document(sketch + "[section columns=2 gap=18]\n")
    with open(os.path.join(templates(), "word", "numbering.xml"), encoding="utf-8") as file:
        lists = file.read().replace(HEAD, HEADS[kind])
    package = open_package("tables.docx", data)
    parts = {NUMBERING: lists.encode(), "word/settings.xml": SETTINGS.encode()}
    for name, added in ((LINKS, SETTINGS_LINK), (TYPES, SETTINGS_TYPE)):
        head, close, tail = package.utf8(name).rpartition(b"</")
        parts[name] = head + added.encode() + close + tail
    data = rebuilt(package, parts)
    markers = {str(number): grid for number, grid in enumerate(grids)}
    return filled("tables.docx", data, markers)
