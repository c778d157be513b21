"""A Word draft says the same, whatever program wrote it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from readers.word.authored import ABSTRACT, Draft
from readers.word.dialects import (
    DIALECTS,
    W,
    accepted_later,
    explicit,
    numbered_styles,
    word_by_word,
)

from ieeelint import check
from ieeelint.cli import main
from ieeelint.paper.zones import CAPTION
from ieeelint.readers.word.reading import read_document
from ieeelint.settings import Settings
from ieeelint.starters.word import document

SKETCH = f"""[paper title] Flow & Sand in Narrow Pipes
[section columns=1]
[Author] Ana Lima<br/><i>Institute of Flow</i><br/>Porto, Portugal<br/>ana@flow.example
[section columns=2 gap=18]
[Abstract] <i>Abstract</i>—{ABSTRACT}
[Keywords] <i>Keywords</i>—Flow, friction, pipes, sand, water
[heading 1] Introduction
[Body Text] The works [1] and[2] agree that the colour of water is <i>not</i> red in winter.
[Body Text] As Figure 1 and table 1 show, it flows by <math>q</math> in <b>all</b> of them, see (1):
[equation] <tab/><math>q=cd</math>,<tab/>(1)
[Body Text plain indent=0] where <math>q</math> is the flow.<note>So it is.</note>
[heading 2] The steps of it
[bullet list] We measure the flow .
[bullet list] We measure 5cm of sand.
[heading 1] Results
[Normal] <picture/>
[figure caption] Flow in all of the pipes
[table head] The Sizes of Pipes
| Bore (mm) | Flow (L/min) |
| 10 | 4.1 |
[Body Text] Fig. 7 says so too, e.g. in the the pipes<br/>of <field REF a>Fig. 1</field>.
[heading 5] References
[references] A. Lima, “Flow in pipes,” <i>J. Flow</i>, vol. 12, no. 3, pp. 45–67, Mar. 2024.
[references] C. Rocha, <i>Sand</i>, 2nd ed. Porto, Portugal: Rio Press, 2023.
[section columns=2 gap=18]
"""


def paragraphs(data: bytes) -> list[tuple[str, str, str]]:
    """The role, the printed number, and the words of each paragraph with words."""
    view = read_document("draft.docx", data).word
    assert view is not None
    return [(each.role, each.printed, each.plain) for each in view.paragraphs if each.plain.strip()]


def findings(data: bytes, folder: Path) -> list[str]:
    """The code and the message of each finding."""
    path = folder / "draft.docx"
    path.write_bytes(data)
    report = check(str(path), Settings(group=False))
    return sorted(f"{each.code} {each.message}" for each in report.findings)


@pytest.fixture(scope="module")
def base() -> bytes:
    return document(SKETCH)


def test_the_draft_has_mistakes_of_many_kinds(base: bytes, tmp_path: Path) -> None:
    codes = {line.split()[0] for line in findings(base, tmp_path)}
    assert {"TTL002", "REF014", "TXT004", "FIG001", "TAB002", "UNT007", "TXT013"} <= codes


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda each: each.__name__)
def test_a_dialect_says_the_same(
    base: bytes, tmp_path: Path, dialect: Callable[[bytes], bytes]
) -> None:
    other = dialect(base)
    assert other != base
    assert paragraphs(other) == paragraphs(base)
    ignored = ("WRD003", "WRD005")  # formatting and tracked changes are what the dialect adds
    expected = [line for line in findings(base, tmp_path) if not line.startswith(ignored)]
    found = [line for line in findings(other, tmp_path) if not line.startswith(ignored)]
    assert found == expected


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda each: each.__name__)
def test_fixes_of_a_dialect_are_the_same(
    base: bytes, tmp_path: Path, dialect: Callable[[bytes], bytes]
) -> None:
    """With all changes accepted, as the reader sees them."""
    if dialect is accepted_later:
        pytest.skip("words of other authors are left alone")
    fixed = []
    for number, data in enumerate((base, dialect(base))):
        path = tmp_path / f"draft{number}.docx"
        path.write_bytes(data)
        words = ["check", "--isolated", "--fix", "--unsafe-fixes", "--output", f"{path}.docx"]
        main([*words, str(path)])
        fixed.append(paragraphs(Path(f"{path}.docx").read_bytes()))
    assert fixed[0] == fixed[1] != paragraphs(base)


BOXED = """<w:r xmlns:w="{w}" xmlns:mc="{mc}"><mc:AlternateContent><mc:Choice Requires="wps">
<w:drawing><w:txbxContent>{inside}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>
{inside}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def boxed(inside: str) -> str:
    """A run with a text box, written for new and for old programs."""
    spaces = {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    }
    return BOXED.format(**spaces, inside=inside)


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_a_caption_in_boxes_is_read_once(depth: int) -> None:
    made = Draft()
    made.front()
    made.add("Body Text", "Fig. 1 shows the flow, as [1] says.")
    caption = made.add("figure caption", "Flow in the pipe.")
    inside = etree.tostring(caption._p).decode()
    for level in range(depth):
        run = boxed(inside)
        inside = f'<w:p xmlns:w="{W[1:-1]}">{run}</w:p>' if level < depth - 1 else run
    host = made.add("Body Text", "It is so.")
    host._p.append(etree.fromstring(inside))
    caption._p.getparent().remove(caption._p)
    made.references(1)
    paper = read_document("draft.docx", made.file).paper
    assert [figure.number for figure in paper.figures] == ["1"]
    assert [each.plain for each in paper.passages_in(CAPTION)] == ["Flow in the pipe."]


def test_dialects_on_top_of_each_other(base: bytes) -> None:
    other = word_by_word(explicit(numbered_styles(base)))
    assert paragraphs(other) == paragraphs(base)


@pytest.mark.thorough
def test_libreoffice_says_the_same(base: bytes, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed: install libreoffice-writer-nogui"
    (tmp_path / "draft.docx").write_bytes(base)
    subprocess.run(
        [
            office,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(tmp_path / "saved"),
            str(tmp_path / "draft.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    saved = (tmp_path / "saved/draft.docx").read_bytes()
    before, after = paragraphs(base), paragraphs(saved)
    assert [role for role, _, _ in after] == [role for role, _, _ in before]
    expected = {line.split()[0] for line in findings(base, tmp_path)}
    assert {line.split()[0] for line in findings(saved, tmp_path)} >= expected - {"WRD004"}
