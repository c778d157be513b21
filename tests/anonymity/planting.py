"""Two drafts with planted leaks, and what must not be left of them in an anonymous copy.

They were written before the rules. ``⟦…⟧`` marks the leaks in the text; the Word draft has further
ones in parts of the file that nobody sees.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from ieeelint.starters.word import document

HERE = Path(__file__).parent
MARK = re.compile("⟦(.*?)⟧", re.DOTALL)

# What an anonymous copy must not have outside of the reference list.
IDENTITY = (
    *("Ribeiro", "Okafor", "Marta", "Tomas", "Viana", "UVM", "uvm.example", "Brightwater"),
    *("Coastal Flow", "HRC-5511", "Harbor Research", "Ministry of Tides", "77/2023", "Ines"),
    *("Duarte", "mribeiro", "990017", "harbor pilots", "brightwater.example"),
)

CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    "<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Dunes That Walk</dc:title>'
    "<dc:creator>Marta Ribeiro</dc:creator><cp:lastModifiedBy>T. Okafor-Lind</cp:lastModifiedBy>"
    "</cp:coreProperties>"
)
APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Template>Normal.dotm</Template><Company>Coastal Flow Laboratory</Company></Properties>"
)
RELATION = '<Relationship Id="%s" Type="%s" Target="%s" TargetMode="External"/></Relationships>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
# The leaks of the Word draft that are not in its text: their words in the messages.
UNSEEN = (
    "Marta Ribeiro",  # the creator
    "T. Okafor-Lind",  # the last editor
    "Coastal Flow Laboratory",  # the company
    "Ribeiro, Marta",  # the author of a tracked change
    "mribeiro",  # the author of a comment
    "https://brightwater.example/dunes",  # the target of a link with other words
    "C:\\Users\\mribeiro\\Templates\\ieee.dotx",  # the attached template
    "Photo by Ines at Viana",  # the description of a picture
)


def latex(folder: Path) -> tuple[Path, list[tuple[str, int, int]]]:
    """Write the LaTeX draft without its marks; the root, and (file, start, end) of each leak."""
    leaks = []
    for name in ("planted.tex", "planted_results.tex"):
        text = (HERE / name).read_text(encoding="utf-8")
        leaks += [(name, *place) for place in places(text)]
        (folder / name).write_text(unmarked(text), encoding="utf-8")
    return folder / "planted.tex", leaks


def word(folder: Path) -> tuple[Path, list[str]]:
    """Write the Word draft; the file, and the words of each leak in its text."""
    sketch = (HERE / "planted.sketch").read_text(encoding="utf-8")
    leaks = [re.sub("<.*?>", "", words) for words in MARK.findall(sketch)]
    path = folder / "planted.docx"
    path.write_bytes(with_unseen(document(unmarked(sketch))))
    return path, leaks


def unmarked(text: str) -> str:
    """The text without marks."""
    return text.replace("⟦", "").replace("⟧", "")


def places(text: str) -> list[tuple[int, int]]:
    """Start and end of each marked range, as in the text without marks."""
    return [
        (match.start() - 2 * number, match.end() - 2 * number - 2)
        for number, match in enumerate(MARK.finditer(text))
    ]


def with_unseen(data: bytes) -> bytes:
    """The draft with leaks in its properties, links, settings, comments, and tracked changes."""
    parts = parts_of(data)
    parts["docProps/core.xml"] = CORE
    parts["docProps/app.xml"] = APP
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="rIdApp" Type="{OFFICE}extended-properties" Target="docProps/app.xml"/>'
        "</Relationships>",
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        "</Types>",
        '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.extended-properties+xml"/></Types>',
    )
    body = parts["word/document.xml"]
    body = body.replace('w:author="A reader"', 'w:author="Ribeiro, Marta"')
    body = body.replace("A gray box to be replaced", "Photo by Ines at Viana")
    body = body.replace(
        "<w:t>A dune.</w:t></w:r>",
        '<w:t>A dune.</w:t></w:r><w:hyperlink r:id="rIdDunes"><w:r>'
        '<w:t xml:space="preserve"> More pictures.</w:t></w:r></w:hyperlink>',
    )
    parts["word/document.xml"] = body
    parts["word/comments.xml"] = parts["word/comments.xml"].replace(
        'w:author="A reader"', 'w:author="mribeiro"'
    )
    links = "word/_rels/document.xml.rels"
    parts[links] = parts[links].replace(
        "</Relationships>",
        RELATION % ("rIdDunes", OFFICE + "hyperlink", "https://brightwater.example/dunes"),
    )
    parts["word/_rels/settings.xml.rels"] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships'
        ' xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + RELATION
        % (
            "rId1",
            OFFICE + "attachedTemplate",
            "file:///C:\\Users\\mribeiro\\Templates\\ieee.dotx",
        )
    )
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.pop(name) if name in parts else old.read(name))
        for name, text in parts.items():
            new.writestr(name, text)
    return stream.getvalue()


def parts_of(data: bytes) -> dict[str, str]:
    """The text of each XML part of a Word file."""
    with ZipFile(io.BytesIO(data)) as archive:
        return {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }
