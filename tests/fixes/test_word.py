"""Tracked changes and comments in Word drafts: their text, and that nothing else changes."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx_editor import Document
from lxml import etree

from ieeelint.cli import main
from ieeelint.draft_checking import check_draft
from ieeelint.fixes.word.comments import with_comments
from ieeelint.fixes.word.remarks import remarks_on
from ieeelint.fixes.word.tracked import tracked
from ieeelint.ooxml.package import STRICT
from ieeelint.output.full import describe
from ieeelint.readers.word.reading import read_document
from ieeelint.settings import Settings
from ieeelint.starters.word import document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SKETCH = """[paper title] Steady flow in Narrow Pipes
[section columns=1]
[Author] Ana Lima<br/>Institute of Flow<br/>Porto, Portugal<br/>ana@flow.example
[section columns=1]
[Abstract] <i>Abstract</i>—Water moves through narrow pipes more slowly than through wide ones. We measure how much more slowly, over a wide range of diameters, and find that a simple law describes all of the measurements. The law holds for clean water and for water with fine sand. It lets an engineer choose a pipe without a computer.
[Keywords] <i>Keywords</i>—Flow, friction, measurement, pipes, water
[heading 1] Introduction
[Body Text] The colour of <b>water</b> is modelled in Figure 1, and its behav<i>iour</i> in [1]. Rain is is wet.
[Body Text] Nobody mod<link>elled the co</link>lour of sand<note>The colour of sand is grey.</note>, and we don't either.
[Normal] <picture/>
[figure caption] A colour map of water over time
[heading 2] flow of Water
[Body Text] See <field REF there>the behaviour</field> and <ins>the colour of rain</ins>, &lt;b&gt; &amp; all.
[heading 2] Flow of Sand
[Body Text] Sand is dry.
[heading 5] References
[references] A. Lima, “Pipes and sand,” <i>J. Flow</i>, vol. 1, no. 2, pp. 3–9, Mar. 2020.
[section columns=2]
"""  # noqa: E501


def strict(data: bytes) -> bytes:
    """The same file in the Strict variant of the format."""
    links = (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    return rewritten(data, [links, *((new, old) for old, new in STRICT)])


def transitional(data: bytes) -> bytes:
    """The same file in the Transitional variant, which most programs read."""
    links = (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    )
    return rewritten(data, [links, *STRICT])


def rewritten(data: bytes, pairs) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for before, after in pairs if name.endswith((".xml", ".rels")) else ():
                content = content.replace(before, after)
            new.writestr(name, content)
    return stream.getvalue()


def checked(data: bytes):
    draft = read_document("draft.docx", data)
    return draft, check_draft(draft, Settings())


def commented(view, findings) -> bytes:
    """The file with the comments for these findings."""
    remarks = remarks_on(findings, view.paragraphs[0].span, describe)
    return with_comments(view, [(remark.span, remark.lines) for remark in remarks])


def lines(data: bytes) -> list[str]:
    """The text of each paragraph according to another XML library, with deletions and fields."""
    root = etree.fromstring(part(data, "word/document.xml"))
    return [
        "".join(element.text or "" for element in paragraph.iter(W + "t", W + "delText"))
        for paragraph in root.iter(W + "p")
    ]


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def reviewed(data: bytes, decision: str, folder: Path) -> bytes:
    """The file after another library accepts or rejects our changes (``accept_all``,
    ``reject_all``).
    """
    path = folder / "review.docx"
    path.write_bytes(transitional(data))
    draft = Document.open(str(path), force_recreate=True)
    getattr(draft, decision)(author="ieeelint")
    draft.save(str(folder / "out.docx"))
    draft.close()
    return (folder / "out.docx").read_bytes()


@pytest.fixture(params=["transitional", "strict"])
def draft(request) -> bytes:
    data = document(SKETCH)
    return strict(data) if request.param == "strict" else data


@pytest.mark.parametrize("unsafe", [False, True])
def test_rejecting_all_changes_restores_the_original(draft, unsafe, tmp_path):
    data, fixed = tracked(*view_and_findings(draft), unsafe)
    assert len(fixed) >= 5
    assert lines(reviewed(data, "reject_all", tmp_path)) == lines(transitional(draft))


def view_and_findings(data: bytes):
    paper, findings = checked(data)
    return paper.word, findings


@pytest.mark.parametrize("unsafe", [False, True])
def test_accepting_all_changes_applies_the_edits(draft, unsafe, tmp_path):
    view, findings = view_and_findings(draft)
    data, fixed = tracked(view, findings, unsafe)
    text = view.document.source.text
    edits = sorted(
        {
            (edit.span.start, edit.span.end, edit.text)
            for finding in fixed
            for edit in finding.fix.edits
            if edit.span.source is view.document.source
        },
        reverse=True,
    )
    for start, end, new in edits:
        text = text[:start] + new + text[end:]
    accepted = read_document("draft.docx", reviewed(data, "accept_all", tmp_path))
    assert accepted.word.document.source.text == text


def test_changes_replace_whole_words(tmp_path):
    fixed, _ = tracked(*view_and_findings(document(SKETCH)))
    text = read_document("draft.docx", fixed).word.document.source.text
    assert "The color of water is modeled in Fig. 1, and its behavior in [1]." in text
    assert "Nobody modeled the color of sand,\ufffc and we don't either." in text
    assert (
        "See the behaviour and the colour of rain" in text
    )  # the result of a field, a change of another author
    changes = etree.fromstring(part(fixed, "word/document.xml"))
    deleted = ["".join(item.itertext(W + "delText")) for item in changes.iter(W + "del")]
    assert "colour" in deleted  # whole words, not the letter
    authors = {item.get(W + "author") for item in changes.iter(W + "ins", W + "del")}
    assert authors == {"ieeelint", "A reader"}
    notes = part(fixed, "word/footnotes.xml")
    assert b'<w:delText xml:space="preserve">colour</w:delText>' in notes


def test_two_fixes_in_one_word_keep_both(tmp_path):
    sketch = "[Title] Pipes\n[Heading 1] Roofs\n[Body Text] The roof has 5m2, or 7cm3 and 5m2."
    path = tmp_path / "draft.docx"
    path.write_bytes(document(sketch))
    main(["check", "--isolated", "--fix", "--select", "UNT", str(path)])
    fixed = reviewed((tmp_path / "draft.fixed.docx").read_bytes(), "accept_all", tmp_path)
    assert lines(fixed)[-1] == "The roof has 5\u00a0m², or 7\u00a0cm³ and 5\u00a0m²."


def test_a_change_keeps_the_formatting_of_its_run():
    fixed, _ = tracked(*view_and_findings(document(SKETCH)))
    root = etree.fromstring(part(fixed, "word/document.xml"))
    inserted = {
        "".join(item.itertext(W + "t")): item.find(f"{W}r/{W}rPr") for item in root.iter(W + "ins")
    }
    assert inserted["color"] is None
    # The old word begins in upright type, so the new word is upright.
    assert inserted["behavior"] is None
    assert root.find(f".//{W}del/{W}r/{W}rPr/{W}i") is not None


@pytest.mark.parametrize("unsafe", [False, True])
def test_every_other_byte_is_kept(draft, unsafe):
    fixed, _ = tracked(*view_and_findings(draft), unsafe)
    with zipfile.ZipFile(io.BytesIO(draft)) as old, zipfile.ZipFile(io.BytesIO(fixed)) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["word/document.xml", "word/footnotes.xml"]


def test_a_second_fix_changes_nothing(tmp_path, capsys):
    path = tmp_path / "draft.docx"
    path.write_bytes(document(SKETCH))
    assert main(["check", "--isolated", "--fix", "--unsafe-fixes", str(path)]) == 1
    first = (tmp_path / "draft.fixed.docx").read_bytes()
    assert path.read_bytes() == document(SKETCH)
    output = capsys.readouterr().err
    assert "draft.fixed.docx: " in output and "findings fixed" in output
    again = tmp_path / "draft.fixed.docx"
    main(["check", "--isolated", "--fix", "--unsafe-fixes", "--in-place", str(again)])
    assert again.read_bytes() == first
    assert " fixed" not in capsys.readouterr().err


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_fix_writes_the_named_file_or_the_draft(tmp_path, capsys):
    path, other = tmp_path / "draft.docx", tmp_path / "other.docx"
    path.write_bytes(document(SKETCH))
    main(["check", "--isolated", "--fix", "-o", str(other), str(path)])
    assert other.exists() and not (tmp_path / "draft.fixed.docx").exists()
    main(["check", "--isolated", "--fix", "--in-place", str(path)])
    assert parts_of(path) == parts_of(other)
    capsys.readouterr()


def test_fix_does_not_write_a_file_that_is_open_in_word(tmp_path, capsys):
    path = tmp_path / "draft.docx"
    path.write_bytes(document(SKETCH))
    (tmp_path / "~$aft.docx").write_bytes(b"")
    assert main(["check", "--isolated", "--fix", "--in-place", str(path)]) == 2
    assert "close it there first" in capsys.readouterr().err
    assert path.read_bytes() == document(SKETCH)


@pytest.mark.parametrize("words", [["--unsafe-fixes"], ["--in-place"], ["-o", "a.docx"]])
def test_options_of_fix_require_fix(words, capsys):
    assert main(["check", *words, "draft.docx"]) == 2
    assert "requires --fix" in capsys.readouterr().err


def test_a_strict_file_has_the_same_findings():
    original, variant = (checked(data)[1] for data in (document(SKETCH), strict(document(SKETCH))))
    assert len(original) > 10
    assert [(f.code, f.span.start, f.span.end, f.message) for f in original] == [
        (f.code, f.span.start, f.span.end, f.message) for f in variant
    ]


def test_each_finding_is_a_comment_on_its_words(draft, tmp_path):
    paper, findings = checked(draft)
    annotated = commented(paper.word, findings)
    path = tmp_path / "reviewed.docx"
    path.write_bytes(transitional(annotated))
    comments = {item.comment_id: item for item in docx.Document(str(path)).comments}
    ours = [item for item in comments.values() if item.author == "ieeelint"]
    texts = [[paragraph.text for paragraph in comment.paragraphs] for comment in ours]
    assert "remarks" in texts[0][0]  # the summary
    assert all(text[-2].startswith("Source: ") for text in texts[1:])
    codes = [text[-1].split()[1] for text in texts[1:]]
    assert set(codes) == {finding.code for finding in findings}
    assert {text[0] for text in texts[1:]} <= {finding.message for finding in findings}
    words = commented_words(part(transitional(annotated), "word/document.xml"))
    by_code = {
        (code, words.get(comment.comment_id, ""))
        for code, comment in zip(codes, ours[1:], strict=True)
    }
    assert ("TXT004", "colour") in by_code  # the first of many
    assert ("FIG001", "Figure") in by_code
    assert ("TXT013", "is is") in by_code


def commented_words(xml: bytes) -> dict[int, str]:
    """The text in the range of each comment."""
    words: dict[int, str] = {}
    open_comments: set[int] = set()
    for element in etree.fromstring(xml).iter():
        if element.tag == W + "commentRangeStart":
            open_comments.add(int(element.get(W + "id")))
        elif element.tag == W + "commentRangeEnd":
            open_comments.discard(int(element.get(W + "id")))
        elif element.tag == W + "t":
            for number in open_comments:
                words[number] = words.get(number, "") + (element.text or "")
    return words


def test_comments_do_not_change_the_text(draft):
    paper, findings = checked(draft)
    annotated = commented(paper.word, findings)
    assert lines(transitional(annotated)) == lines(transitional(draft))
    _, again = checked(annotated)
    assert [(item.code, item.span.start) for item in again if item.code != "WRD005"] == [
        (item.code, item.span.start) for item in findings if item.code != "WRD005"
    ]


def test_existing_comments_are_kept(tmp_path):
    data = document(SKETCH.replace("Sand is dry.", "Sand is dry.<comment/>"))
    paper, findings = checked(data)
    path = tmp_path / "reviewed.docx"
    path.write_bytes(commented(paper.word, findings))
    authors = [comment.author for comment in docx.Document(str(path)).comments]
    assert authors.count("A reader") == 1
    assert authors.count("ieeelint") > 5


def test_annotate_writes_a_copy(tmp_path, capsys):
    path = tmp_path / "draft.docx"
    path.write_bytes(document(SKETCH))
    assert main(["annotate", "--isolated", str(path)]) == 0
    assert "draft.reviewed.docx: " in capsys.readouterr().out
    assert path.read_bytes() == document(SKETCH)
    assert main(["annotate", "--isolated", str(path), "-o", str(path)]) == 2
    assert main(["annotate", "--isolated", "paper.tex"]) == 2
    assert main(["annotate", "--isolated", str(tmp_path / "none.docx")]) == 2
    assert "does not exist" in capsys.readouterr().err


@pytest.mark.thorough
def test_libreoffice_opens_the_written_files(tmp_path):
    data = document(SKETCH)
    files = {"starter": data, "strict": strict(data)}
    for name, content in list(files.items()):
        view, findings = view_and_findings(content)
        files[f"{name}-fixed"] = tracked(view, findings, True)[0]
        files[f"{name}-reviewed"] = commented(view, findings)
    for name, content in files.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed: install libreoffice-writer-nogui"
    subprocess.run(
        [
            office,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            *(str(tmp_path / f"{name}.docx") for name in files),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    for name in files:
        printed = subprocess.run(
            ["pdftotext", "-layout", str(tmp_path / f"{name}.pdf"), "-"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        assert "REFERENCES" in printed.upper(), name


def test_code_among_words_stays(tmp_path):
    sketch = "[paper title] Pipes\n[heading 1] Valves\n[Body Text] We run ."
    drafted = docx.Document(io.BytesIO(document(sketch)))
    words = drafted.paragraphs[-1]
    code = 'x = .5; print("the the") -- y'
    words.add_run(code).font.name = "Courier New"
    words.add_run(" at .5 V, where the the valve is shut.")
    whole = drafted.add_paragraph("", style=words.style)
    whole.add_run("A whole paragraph in a font of code with .5 V is prose.").font.name = "Courier"
    drafted.save(str(tmp_path / "draft.docx"))
    main(["check", "--isolated", "--fix", "--select", "UNT005,TXT", str(tmp_path / "draft.docx")])
    fixed = reviewed((tmp_path / "draft.fixed.docx").read_bytes(), "accept_all", tmp_path)
    assert lines(fixed)[-2:] == [
        f"We run .{code} at 0.5 V, where the valve is shut.",
        "A whole paragraph in a font of code with 0.5 V is prose.",
    ]
