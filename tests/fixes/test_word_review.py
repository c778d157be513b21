"""Reviewing a Word draft again and again: nothing of the author is lost, no comment is doubled, and
resolved comments stay silent.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from ieeelint.ooxml.package import STRICT
from ieeelint.starters.word import document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
LINKS = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
ENTRIES = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
SKETCH = """[paper title] Flow in Narrow Pipes
[Author] Ana Lima<br/>Institute of Flow<br/>Porto, Portugal<br/>ana@flow.example
[Abstract] <i>Abstract</i>—Water moves.
[Keywords] <i>Keywords</i>—Flow, water
[heading 1] Introduction
[Body Text] The colour of water is modelled in rain, and we don't know why the the bore is so.
[Body Text] The bore is .25 here.<note>The sand is grey.</note>
[heading 1] Method
[Body Text] See figure 1 for the rig.
"""
ONLY = ("--isolated", "--select", "TXT004,TXT013,UNT005,FIG001,WRD005")
FLOOD = SKETCH + "".join(
    f"[Body Text] The colour of sand in pipe {number} is dark.\n" for number in "abcdefg"
)


@pytest.fixture
def review(run, tmp_path):
    """A function that annotates a draft made from a sketch, and returns the copy."""

    def write(sketch: str = SKETCH) -> Path:
        path = tmp_path / "draft.docx"
        path.write_bytes(document(sketch))
        assert run("annotate", *ONLY, str(path))[0] == 0
        return tmp_path / "draft.reviewed.docx"

    return write


def ours(path: Path) -> dict[str, list[str]]:
    """The lines of our comments by number, without the summary."""
    return {
        str(comment.comment_id): [paragraph.text for paragraph in comment.paragraphs]
        for comment in docx.Document(str(path)).comments
        if comment.author == "ieeelint" and not comment.text.startswith("This draft has")
    }


def summaries(path: Path) -> list[str]:
    texts = [comment.text for comment in docx.Document(str(path)).comments]
    return [text for text in texts if text.startswith("This draft has")]


def with_code(path: Path, code: str) -> list[str]:
    return [number for number, lines in ours(path).items() if f" {code} " in lines[-1]]


def decide(path: Path, resolved: list[str], answered: tuple[str, ...] = ()) -> None:
    """Resolve comments and answer others, as Word does."""
    draft = docx.Document(str(path))
    part = draft.part._comments_part
    entries = []
    replies = []
    for number, comment in enumerate(list(part.element)):
        identifier = f"{number + 0x1000:08X}"
        comment.findall(W + "p")[-1].set(f"{{{W14}}}paraId", identifier)
        name = comment.get(W + "id")
        done = int(name in resolved)
        entries.append(f'<w15:commentEx w15:paraId="{identifier}" w15:done="{done}"/>')
        if name in answered:
            replies.append((name, identifier))
    for number, (name, identifier) in enumerate(replies):
        run = draft.element.body.find(f".//{W}commentReference[@{W}id='{name}']").getparent()
        reply = draft.comments.add_comment("I see.", author="Ana", initials="A")
        own = f"{number + 0x2000:08X}"
        reply._comment_elm.findall(W + "p")[-1].set(f"{{{W14}}}paraId", own)
        entries.append(
            f'<w15:commentEx w15:paraId="{own}" w15:paraIdParent="{identifier}" w15:done="0"/>'
        )
        mark = etree.SubElement(run, W + "commentReference")
        mark.set(W + "id", str(reply.comment_id))
    xml = f'<w15:commentsEx xmlns:w15="{W15}">{"".join(entries)}</w15:commentsEx>'
    name = PackURI("/word/commentsExtended.xml")
    for relation in list(draft.part.rels.values()):
        if relation.reltype == LINKS:
            del draft.part.rels[relation.rId]
    extended = Part(name, ENTRIES, xml.encode(), draft.part.package)
    draft.part.relate_to(extended, LINKS)
    draft.save(str(path))


def edit(path: Path, before: str, after: str) -> None:
    """Replace words of a paragraph by a run of their own, in all runs of the main text."""
    draft = docx.Document(str(path))
    texts = [text for text in draft.element.iter(W + "t") if before in (text.text or "")]
    assert len(texts) == 1
    texts[0].text = texts[0].text.replace(before, after)
    draft.save(str(path))


def findings(run, path: Path) -> list[tuple[str, int]]:
    out = run("check", *ONLY, "--no-group", "--output-format", "json", str(path))[1]
    return [(one["code"], one["paragraph"]) for one in json.loads(out)["findings"]]


def test_half_resolved_and_edited_then_reviewed_again(review, run):
    copy = review()
    before = ours(copy)
    assert len(before) == 7 and len(summaries(copy)) == 1
    draft = docx.Document(str(copy))
    draft.paragraphs[-1].insert_paragraph_before("My new ratio is .75 now.", "Body Text")
    draft.add_comment(draft.paragraphs[0].runs[0], text="Better title?", author="Ana")
    draft.save(str(copy))
    resolved = [*with_code(copy, "TXT013"), *with_code(copy, "UNT005")]
    answered = with_code(copy, "FIG001")
    decide(copy, resolved, tuple(answered))
    assert len(resolved) == 3 and len(answered) == 1

    _, out, _ = run("annotate", *ONLY, str(copy))
    again = copy.with_name("draft.reviewed-2.docx")
    assert f"{again}: 5 remarks, 4 kept because somebody resolved or answered them" in out
    texts = [comment.text for comment in docx.Document(str(again)).comments]
    assert texts.count("Better title?") == 1 and texts.count("I see.") == 1
    lines = [paragraph.text for paragraph in docx.Document(str(again)).paragraphs]
    assert "My new ratio is .75 now." in lines
    after = ours(again)
    for number in (*resolved, *answered):
        assert after[number] == before[number]
    for lines_before in before.values():  # each remark is there once, new or kept
        assert list(after.values()).count(lines_before) == 1
    new = [one for one in after.values() if one not in before.values()]
    assert [one[0].split(".")[0] for one in new] == ["The draft contains 1 comment", 'Write "0']
    assert len(summaries(again)) == 1 and "5 remarks" in summaries(again)[0]

    # Resolved findings are silent in a check; an answer alone does not suppress the finding.
    codes = [code for code, _ in findings(run, again)]
    assert sorted(codes) == ["FIG001", "TXT004", "TXT004", "TXT004", "UNT005", "WRD005"]


def test_the_words_of_a_resolved_comment_count(review, run):
    copy = review()
    decide(copy, with_code(copy, "FIG001"))
    edit(copy, "See ", "Look again: ")
    assert "FIG001" in dict(findings(run, copy))
    run("annotate", *ONLY, "--in-place", str(copy))
    assert len(with_code(copy, "FIG001")) == 2  # the resolved one, and one on the new words


def test_a_resolved_comment_is_about_its_own_paragraph(review, run):
    copy = review(SKETCH + "[Body Text] See figure 1 for the rig.\n")
    first, second = with_code(copy, "FIG001")
    decide(copy, [first])
    (left,) = [paragraph for code, paragraph in findings(run, copy) if code == "FIG001"]
    decide(copy, [second])
    (other,) = [paragraph for code, paragraph in findings(run, copy) if code == "FIG001"]
    assert left == other + 1
    decide(copy, [first, second])
    assert "FIG001" not in dict(findings(run, copy))


def test_a_comment_on_a_footnote_can_be_resolved(review, run):
    copy = review()
    numbers = [one for one, lines in ours(copy).items() if '"grey"' in lines[0]]
    decide(copy, numbers)
    out = run("check", *ONLY, "--no-group", str(copy))[1]
    assert '"gray"' not in out and '"color"' in out


def test_many_findings_of_a_kind_share_a_comment(review, run):
    copy = review(FLOOD)
    (number,) = with_code(copy, "TXT004")
    lines = ours(copy)[number]
    assert lines[0].startswith('Write "color", not "colour".')
    assert lines[1] == "10 places; the first is here:"
    assert any("modelled" in line and "modelled -> modeled" in line for line in lines)
    assert "TXT004 text-us-spelling" in lines[-1]
    decide(copy, [number])
    assert "TXT004" not in dict(findings(run, copy))
    draft = docx.Document(str(copy))
    draft.paragraphs[-1].insert_paragraph_before("Another colour of mine.", "Body Text")
    draft.save(str(copy))
    assert [code for code, _ in findings(run, copy)].count("TXT004") == 1
    run("annotate", *ONLY, "--in-place", str(copy))
    assert len(with_code(copy, "TXT004")) == 2


def test_findings_of_a_kind_have_their_own_comments_if_they_are_few(review):
    assert len(with_code(review(), "TXT004")) == 3


def test_a_comment_in_which_the_author_wrote_stays(review, run):
    copy = review()
    (number,) = with_code(copy, "UNT005")
    draft = docx.Document(str(copy))
    comment = draft.comments.get(int(number))
    comment.paragraphs[0].add_run(" I asked Ben about this.")
    draft.save(str(copy))
    run("annotate", *ONLY, "--in-place", str(copy))
    assert with_code(copy, "UNT005") == [number]
    assert "I asked Ben about this." in ours(copy)[number][0]


def test_a_second_review_of_an_unchanged_copy_changes_no_comment(review, run):
    copy = review(FLOOD)
    texts = [comment.text for comment in docx.Document(str(copy)).comments]
    words = docx.Document(str(copy)).element.body.xpath("string()")
    for _ in range(3):
        run("annotate", *ONLY, "--in-place", str(copy))
        draft = docx.Document(str(copy))
        assert [comment.text for comment in draft.comments] == texts
        assert draft.element.body.xpath("string()") == words
        identifiers = [one.get(W + "id") for one in draft.element.iter(W + "commentReference")]
        assert sorted(identifiers) == sorted(
            one.get(W + "id") for one in draft.element.iter(W + "commentRangeEnd")
        )
        assert len(set(identifiers)) == len(texts)
        runs = [run for run in draft.element.iter(W + "r") if not run.findall("*")]
        assert not runs  # nothing is left of the marks that were replaced


def test_comments_are_in_the_order_of_the_text(review):
    copy = docx.Document(
        str(review(SKETCH.replace("<note>The sand is grey.</note>", " Sand is grey.")))
    )
    starts = [int(one.get(W + "id")) for one in copy.element.iter(W + "commentRangeStart")]
    assert starts == sorted(starts) and len(starts) == 8


def test_the_words_of_a_comment_in_the_name_of_somebody_else_stay(review, run):
    copy = review()
    (number,) = with_code(copy, "UNT005")
    draft = docx.Document(str(copy))
    comment = draft.comments.get(int(number))
    comment.author = "Ana"
    draft.save(str(copy))
    run("annotate", *ONLY, "--in-place", str(copy))
    comments = list(docx.Document(str(copy)).comments)
    assert [one.author for one in comments if " UNT005 " in one.text] == ["Ana", "ieeelint"]


def test_entries_of_removed_comments_are_removed(review, run):
    copy = review()
    decide(copy, with_code(copy, "UNT005"))
    run("annotate", *ONLY, "--in-place", str(copy))
    with zipfile.ZipFile(copy) as archive:
        entries = etree.fromstring(archive.read("word/commentsExtended.xml"))
    assert [entry.get(f"{{{W15}}}done") for entry in entries] == ["1"]


def test_entries_of_every_further_part_are_removed(review, run):
    """Newer versions of Word keep identifiers and dates of comments in two more parts."""
    copy = review()
    decide(copy, kept := with_code(copy, "UNT005"))
    draft = docx.Document(str(copy))
    comments = list(draft.part._comments_part.element)
    identifiers = [one.findall(W + "p")[-1].get(f"{{{W14}}}paraId") for one in comments]
    names = [one.get(W + "id") for one in comments]
    ids = "".join(f'<x:commentId x:paraId="{one}" x:durableId="D{one}"/>' for one in identifiers)
    dates = "".join(f'<x:commentExtensible x:durableId="D{one}"/>' for one in identifiers)
    for kind, entries in (("commentsIds", ids), ("commentsExtensible", dates)):
        xml = f'<x:{kind} xmlns:x="urn:of-some-version">{entries}</x:{kind}>'
        part = Part(
            PackURI(f"/word/{kind}.xml"),
            f"application/{kind}+xml",
            xml.encode(),
            draft.part.package,
        )
        draft.part.relate_to(part, f"http://schemas.microsoft.com/office/some/{kind}")
    draft.save(str(copy))
    run("annotate", *ONLY, "--in-place", str(copy))
    left = [f"D{identifiers[names.index(name)]}" for name in kept]
    with zipfile.ZipFile(copy) as archive:
        for kind in ("commentsIds", "commentsExtensible"):
            entries = etree.fromstring(archive.read(f"word/{kind}.xml"))
            assert [entry.get("{urn:of-some-version}durableId") for entry in entries] == left


def test_a_comment_for_very_many_findings_lists_some_and_covers_all(review, run):
    copy = review(
        SKETCH + "".join(f"[Body Text] The colour of pipe {n} is dark.\n" for n in range(90))
    )
    (number,) = with_code(copy, "TXT004")
    lines = ours(copy)[number]
    assert lines[1] == "93 places; the first is here:"
    assert len([line for line in lines if line.startswith("• ")]) == 61
    assert "• and 33 more" in lines
    decide(copy, [number])
    assert "TXT004" not in dict(findings(run, copy))


def test_a_comment_for_many_findings_covers_no_other_kind(review, run):
    copy = review(SKETCH + "".join(f"[Body Text] I don't see pipe {n}.\n" for n in range(90)))
    shared, other = with_code(copy, "TXT013")
    if len(ours(copy)[other]) > len(ours(copy)[shared]):
        shared, other = other, shared
    decide(copy, [shared])
    assert [code for code, _ in findings(run, copy)].count("TXT013") == 1


def test_suppression_comments_are_no_remarks(review, run, tmp_path):
    draft = tmp_path / "draft.docx"
    draft.write_bytes(document(SKETCH))
    run("check", *ONLY, "--add-ignores", "--in-place", str(draft))
    before = list(ours(draft).values())
    run("annotate", *ONLY, "--in-place", str(draft))
    run("annotate", *ONLY, "--in-place", str(draft))
    assert [one for one in ours(draft).values() if one in before] == before and before


def test_our_comments_are_no_debris(review, run):
    copy = review()
    assert "WRD005" not in dict(findings(run, copy))
    decide(copy, [], tuple(with_code(copy, "FIG001")))
    assert "WRD005" not in dict(findings(run, copy))  # an answer to us
    draft = docx.Document(str(copy))
    draft.add_comment(draft.paragraphs[0].runs[0], text="Better title?", author="Ana")
    draft.save(str(copy))
    out = run("check", *ONLY, "--no-group", str(copy))[1]
    assert "The draft contains 1 comment." in out


def test_a_draft_without_findings_gets_one_comment(review):
    copy = review("[paper title] Flow in Pipes\n[heading 1] Introduction\n[Body Text] It flows.\n")
    assert not ours(copy) and summaries(copy)[0].startswith("This draft has no remarks.")


def test_the_summary_explains_only_severities_that_occur(review):
    head = "[paper title] Flow in Pipes\n[heading 1] Introduction\n[Body Text] It weighs .5 kg"
    (summary,) = summaries(review(f"{head}.\n"))
    assert "1 warning." in summary and "A warning is a written rule" in summary
    assert "Correct the errors" not in summary and "hint" not in summary
    (summary,) = summaries(review(f"{head}, and we don't know why.\n"))
    assert "1 warning and 1 info." in summary
    assert "A warning is a written rule" in summary and "An info is a hint" in summary


def strict(data: bytes) -> bytes:
    links = (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for before, after in [links, *((new_, old_) for old_, new_ in STRICT)]:
                content = (
                    content.replace(before, after) if name.endswith((".xml", ".rels")) else content
                )
            new.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(("is_strict", "side"), [(True, {"start"}), (False, {"left"})])
def test_comments_are_valid_in_both_variants_of_the_format(run, tmp_path, is_strict, side):
    path = tmp_path / "draft.docx"
    path.write_bytes(strict(document(SKETCH)) if is_strict else document(SKETCH))
    for _ in range(2):  # the second time into an existing part
        assert run("annotate", *ONLY, "--in-place", str(path))[0] == 0
        with zipfile.ZipFile(path) as archive:
            comments = archive.read("word/comments.xml").decode()
        assert set(re.findall(r'<w:jc w:val="(\w+)"', comments)) == side
        assert ("purl.oclc.org" in comments) == is_strict


@pytest.mark.thorough
def test_the_loop_closes_through_libreoffice(review, run, tmp_path):
    copy = review(FLOOD)
    edit(copy, "The colour of sand in pipe c is dark.", "My own words about pipe c.")
    resolved = [*with_code(copy, "TXT013"), *with_code(copy, "TXT004")]
    decide(copy, resolved, tuple(with_code(copy, "FIG001")))
    before = sorted(ours(copy).values())
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed: install libreoffice-writer-nogui"
    subprocess.run(
        [
            office,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(tmp_path / "saved"),
            str(copy),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    saved = tmp_path / "saved" / copy.name
    assert sorted(ours(saved).values()) == before
    codes = dict(findings(run, saved))
    assert "TXT013" not in codes and "TXT004" not in codes and "FIG001" in codes
    # some versions save an answer as a comment of its own, which is debris
    assert run("annotate", *ONLY, "--ignore", "WRD005", "--in-place", str(saved))[0] == 0
    assert sorted(ours(saved).values()) == before and len(summaries(saved)) == 1
    assert "I see." in [comment.text for comment in docx.Document(str(saved)).comments]
    lines = [paragraph.text for paragraph in docx.Document(str(saved)).paragraphs]
    assert "My own words about pipe c." in lines
