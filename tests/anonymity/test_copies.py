"""Anonymous copies: nothing planted is left in them, and the draft stays as it is."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from anonymity.planting import IDENTITY, OFFICE, latex, parts_of, word

from ieeelint.starters.word import document

FLAGS = ("--isolated", "--anonymous", "--fix-only", "--unsafe-fixes", "--select", "ANO")
LIST = re.compile(r"\\begin\{thebibliography\}.*?\\end\{thebibliography\}", re.DOTALL)
ENTRY = re.compile(r"<w:p\b(?:(?!</w:p>).)*?“(?:(?!</w:p>).)*?</w:p>", re.DOTALL)


# A citation of the authors in the third person, which is right.
THIRD_PERSON = "Ribeiro and Okafor-Lind"


def left(text: str) -> list[str]:
    """The planted words in a text, without the keys of citations and the one right citation."""
    text = re.sub(r"\\cite\{[^}]*\}", "", text).replace(THIRD_PERSON, "", 1)
    return [words for words in IDENTITY if re.search(rf"\b{re.escape(words)}\b", text, re.I)]


@pytest.fixture
def latex_copy(run, tmp_path):
    root, _ = latex(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    status, _, err = run("check", *FLAGS, str(root))
    assert status == 0
    assert {name: (tmp_path / name).read_bytes() for name in before} == before
    return tmp_path, err


def test_nothing_is_left_in_the_latex_copy(latex_copy):
    folder, err = latex_copy
    copies = sorted(path.name for path in folder.glob("*.anonymous.tex"))
    assert copies == ["planted.anonymous.tex", "planted_results.anonymous.tex"]
    text = "".join((folder / name).read_text(encoding="utf-8") for name in copies)
    assert left(LIST.sub("", text)) == []
    assert "\\author{Anonymous Authors}" in text and "\\input{planted_results.anonymous}" in text
    assert "still has" not in err


def test_nothing_is_left_in_any_part_of_the_word_copy(run, tmp_path):
    path, _ = word(tmp_path)
    before = path.read_bytes()
    status, _, err = run("check", *FLAGS, str(path))
    assert status == 0 and path.read_bytes() == before
    copy = tmp_path / "planted.anonymous.docx"
    parts = parts_of(copy.read_bytes())
    found = {name: left(ENTRY.sub("", text)) for name, text in parts.items()}
    assert {name: words for name, words in found.items() if words} == {}
    assert "Anonymous Authors" in parts["word/document.xml"]
    assert "still has" not in err


def test_a_copy_that_somebody_changed_is_kept(run, tmp_path):
    root, _ = latex(tmp_path)
    copy, second = tmp_path / "planted.anonymous.tex", tmp_path / "planted.anonymous-2.tex"
    run("check", *FLAGS, str(root))
    written = copy.read_bytes()
    run("check", *FLAGS, str(root))
    assert copy.read_bytes() == written and not second.exists()
    copy.write_bytes(written.replace(b"Sand moves", b"Sand walks"))
    run("check", *FLAGS, str(root))
    assert b"Sand walks" in copy.read_bytes()
    assert b"\\input{planted_results.anonymous-2}" in second.read_bytes()
    assert (tmp_path / "planted_results.anonymous-2.tex").exists()
    run("check", *FLAGS, "--force", str(root))
    assert copy.read_bytes() == written


def test_a_folder_is_checked_without_the_copies(run, tmp_path):
    for write in (latex, word):
        run("check", *FLAGS, str(write(tmp_path)[0]))
    out = run("check", "--isolated", "--output-format", "concise", str(tmp_path))[1]
    assert "planted.tex" in out and "planted.docx" in out and "anonymous." not in out


@pytest.mark.parametrize(
    "flags",
    [
        ("--anonymous", "--fix-only"),
        ("--fix-only", "--unsafe-fixes"),
        ("--anonymous", "--diff", "--unsafe-fixes", "--fix"),
    ],
)
@pytest.mark.parametrize("write", [latex, word])
def test_without_unsafe_fixes_of_an_anonymous_draft_there_is_no_copy(run, tmp_path, write, flags):
    path, _ = write(tmp_path)
    before = path.read_bytes()
    run("check", "--isolated", *flags, "--select", "ANO", str(path))
    assert path.read_bytes() == before and not list(tmp_path.glob("*anonymous*"))


def test_in_place_fixes_never_make_the_draft_anonymous(run, tmp_path):
    path, _ = word(tmp_path)
    before = path.read_bytes()
    run("check", *FLAGS, "--in-place", str(path))
    assert path.read_bytes() == before
    assert (tmp_path / "planted.anonymous.docx").exists()


def test_what_a_copy_still_has_is_said(run, tmp_path):
    path = tmp_path / "paper.tex"
    path.write_text(
        "\\documentclass{IEEEtran}\n\\begin{document}\n\\title{Flow}\\author{Ana Lima}\\maketitle\n"
        "Water is wet.\\label{Ana Lima}\n\\end{document}\n"
    )
    err = run("check", *FLAGS, str(path))[2]
    assert 'still has "Ana Lima"; change it yourself' in err
    assert "\\author{Anonymous Authors}" in (tmp_path / "paper.anonymous.tex").read_text()


def test_definitions_name_nobody_in_the_copy(run, tmp_path):
    path = tmp_path / "paper.tex"
    path.write_text(
        "\\documentclass{IEEEtran}\n\\newcommand{\\who}{Ana Lima}\n"
        "\\newcommand{\\al}[1]{\\textcolor{red}{Ana: #1}}\n\\begin{document}\n\\title{Flow}\n"
        "\\author{Ana Lima}\\maketitle\nWater is wet\\al{really?}, says \\who.\n\\end{document}\n"
    )
    err = run("check", *FLAGS, str(path))[2]
    assert "still has" not in err
    text = (tmp_path / "paper.anonymous.tex").read_text()
    assert "Ana" not in text and "\\newcommand{\\al}[1]{\\textcolor{red}{Author: #1}}" in text


def test_files_of_the_project_include_each_others_copies(run, tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "paper.tex").write_bytes(
        b"\\documentclass{IEEEtran}\r\n\\begin{document}\r\n\\title{Flow}\\author{Ana Lima}\r\n"
        b"\\maketitle\r\n\\include{parts/one}\r\n\\input{parts/three.tex}\r\n\\end{document}\r\n"
    )
    (tmp_path / "parts" / "one.tex").write_text("Water is wet.\n\\input{parts/two}\n")
    (tmp_path / "parts" / "two.tex").write_text("A. Lima swims in it.\n")
    (tmp_path / "parts" / "three.tex").write_text("Sand is dry.\n")
    run("check", *FLAGS, str(tmp_path / "paper.tex"))
    text = (tmp_path / "paper.anonymous.tex").read_bytes()
    assert b"\\include{parts/one.anonymous}\r\n\\input{parts/three.tex}\r\n" in text
    assert "\\input{parts/two.anonymous}" in (tmp_path / "parts/one.anonymous.tex").read_text()
    assert "[removed for review] swims" in (tmp_path / "parts/two.anonymous.tex").read_text()
    assert not (tmp_path / "parts/three.anonymous.tex").exists()


def test_the_photo_of_a_biography_and_the_thumbnail_go_from_the_copy(run, tmp_path):
    sketch = (
        "[paper title] Flow\n[Author] Ana Lima<br/>Porto, Portugal<br/>ana@flow.example\n"
        "[Abstract] <i>Abstract</i>—Water flows.\n[heading 1] Introduction\n"
        "[Normal] <picture/>\n[figure caption] A pump.\n[Body Text] Fig. 1 is a pump.\n"
        "[heading 5] References\n[references] B. Costa, “Pumps,” <i>J. Flow</i>, 2020.\n"
        "[Body Text] <picture/>Ana Lima received the B.S. degree in physics and the Ph.D. degree.\n"
    )
    path = tmp_path / "draft.docx"
    path.write_bytes(with_own_photo(document(sketch)))
    assert "thumbnail" in run("check", "--isolated", "--anonymous", str(path))[1]
    run("check", *FLAGS, str(path))
    with zipfile.ZipFile(tmp_path / "draft.anonymous.docx") as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    assert contents["word/media/photo.png"] == contents["docProps/thumbnail.png"] == b""
    assert contents["word/media/image1.png"].startswith(b"\x89PNG")
    assert b"received the B.S." not in contents["word/document.xml"]
    assert b"rIdPhoto" not in contents["word/_rels/document.xml.rels"]
    docx.Document(str(tmp_path / "draft.anonymous.docx"))  # it opens


def with_own_photo(data: bytes) -> bytes:
    """The draft with another file for its last picture, and with a thumbnail."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    picture = contents["word/media/image1.png"]
    contents |= {"word/media/photo.png": picture, "docProps/thumbnail.png": picture}
    body = contents["word/document.xml"].decode()
    head, last = body.rsplit("r:embed=", 1)
    contents["word/document.xml"] = f'{head}r:embed="rIdPhoto"{last[last.index("/>") :]}'.encode()
    for rels, identifier, kind, target in (
        ("word/_rels/document.xml.rels", "rIdPhoto", "image", "media/photo.png"),
        ("_rels/.rels", "rIdThumb", "thumbnail", "docProps/thumbnail.png"),
    ):
        link = f'<Relationship Id="{identifier}" Type="{OFFICE}{kind}" Target="{target}"/>'
        contents[rels] = contents[rels].replace(
            b"</Relationships>", link.encode() + b"</Relationships>"
        )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return stream.getvalue()
