"""Which files are one project, and how their bytes are text."""

from __future__ import annotations

import os

import pytest

from ieeelint.readers.errors import ReadError
from ieeelint.readers.latex import project
from ieeelint.readers.latex.reading import read

ROOT = "\\documentclass{IEEEtran}\n\\begin{document}\n%s\n\\end{document}\n"


def written(folder, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "includes",
    [
        "\\input{chapters/one}",
        "\\input{chapters/one.tex}",
        "\\include{chapters/one}",
        "\\subfile{chapters/one}",
        "\\subfileinclude{chapters/one}",
        "\\import{chapters/}{one}",
        "\\subimport{chapters/}{one}",
        "\\import*{chapters/}{one}",
        "\\input{more}",
        "\\bibliography{x}\\input{one % a comment\n}\\input{chapters/one}",
    ],
)
def test_a_chapter_belongs_to_the_document_that_includes_it(tmp_path, includes):
    files = {"paper.tex": ROOT % includes, "chapters/one.tex": "One."}
    written(tmp_path, files | {"more.tex": "\\input{chapters/one}", "other.tex": ROOT % "Other."})
    assert project.find_root(str(tmp_path / "chapters/one.tex")) == str(tmp_path / "paper.tex")


@pytest.mark.parametrize("includes", ["% \\input{chapters/one}", "\\input{chapters/two}", ""])
def test_a_chapter_that_nothing_includes_is_its_own_root(tmp_path, includes):
    written(tmp_path, {"paper.tex": ROOT % includes, "chapters/one.tex": "One."})
    assert project.find_root(str(tmp_path / "chapters/one.tex")).endswith("one.tex")


@pytest.mark.parametrize(
    "beginning",
    [
        "% !TEX root = ../paper.tex\n",
        "%!TEX root=../paper\n",
        "% Chapter one\n% !tex root = ../paper.tex\nOne.",
        "\\documentclass[../paper]{subfiles}\n",
        "\\documentclass[../paper.tex]{subfiles}\n",
        "\\documentclass[% the root\n../paper.tex]{subfiles}\n",
    ],
)
def test_a_chapter_may_name_its_root(tmp_path, beginning):
    written(tmp_path, {"paper.tex": ROOT % "A paper.", "chapters/one.tex": beginning})
    root = project.find_root(str(tmp_path / "chapters/one.tex"))
    assert os.path.samefile(root, tmp_path / "paper.tex")


@pytest.mark.parametrize(
    "text",
    [
        "% !TEX root = missing.tex\nOne.",
        "% !TEX root = one.tex\nOne.",
        "\\documentclass[missing]{subfiles}\nOne.",
        "\\documentclass{subfiles}\nOne.",
        "\\documentclass{standalone}\nOne.",
        "\\documentstyle[twocolumn]{article}\nOne.",
        "The root of the problem.",
    ],
)
def test_a_file_without_a_root_that_exists_is_its_own_root(tmp_path, text):
    written(tmp_path, {"one.tex": text})
    assert project.find_root(str(tmp_path / "one.tex")) == str(tmp_path / "one.tex")


@pytest.mark.parametrize(
    ("command", "is_used"),
    [
        ("\\bibliography{refs}", True),
        ("\\bibliography{IEEEabrv,refs}", True),
        ("\\addbibresource{refs.bib}", True),
        ("\\addbibresource[location=local]{refs.bib}", True),
        ("\\bibliography{other}", False),
        ("% \\bibliography{refs}", False),
    ],
)
def test_a_database_belongs_to_the_document_that_names_it(tmp_path, command, is_used):
    written(tmp_path, {"paper.tex": ROOT % command, "refs.bib": "", "other.bib": ""})
    root = project.find_root(str(tmp_path / "refs.bib"))
    assert root.endswith("paper.tex") == is_used


@pytest.mark.parametrize(
    ("text", "is_root"),
    [
        ("\\documentclass{IEEEtran}", True),
        ("  \\documentclass[conference]{IEEEtran}", True),
        ("\\documentstyle{article}", True),
        ("\\documentclass[main]{subfiles}", False),
        ("\\documentclass{standalone}", False),
        ("% \\documentclass{IEEEtran}", False),
        ("\\documentclasses{IEEEtran}", False),
        ("One.", False),
    ],
)
def test_what_is_a_document(text, is_root):
    assert project.is_document(text) == is_root


def test_the_documents_of_a_folder(tmp_path):
    written(tmp_path, {"b.tex": ROOT % "B.", "a.ltx": ROOT % "A.", "c.txt": ROOT % "C."})
    written(tmp_path, {"d.tex": "D.", "~$e.tex": ROOT % "E.", "f/g.tex": ROOT % "G."})
    names = [os.path.basename(path) for path in project.documents_in(str(tmp_path))]
    assert names == ["a.ltx", "b.tex"]
    assert project.documents_in(str(tmp_path / "missing")) == []


def test_the_search_for_a_root_ends_at_the_repository(tmp_path):
    written(tmp_path, {"paper.tex": ROOT % "\\input{in/deep/one}", "in/deep/one.tex": "One."})
    assert project.find_root(str(tmp_path / "in/deep/one.tex")).endswith("paper.tex")
    (tmp_path / "in" / ".git").mkdir()
    assert project.find_root(str(tmp_path / "in/deep/one.tex")).endswith("one.tex")


def test_documents_that_include_each_other_are_followed_once(tmp_path):
    written(tmp_path, {"a.tex": ROOT % "\\input{b}", "b.tex": "\\input{c}", "c.tex": "\\input{b}"})
    assert project.find_root(str(tmp_path / "c.tex")).endswith("a.tex")
    written(tmp_path, {"d.tex": "D."})
    assert project.find_root(str(tmp_path / "d.tex")).endswith("d.tex")


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("café".encode(), "café", "utf-8"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café", "utf-8-sig"),
        ("café".encode("utf-16"), "café", "utf-16"),
        (b"\xfe\xff" + "café".encode("utf-16-be"), "café", "utf-16"),
        (b"caf\xe9", "café", "cp1252"),
        (b"caf\xe9 \x81", "caf\xe9 \x81", "latin-1"),
        (b"\\usepackage[latin2]{inputenc} \xb1", "\\usepackage[latin2]{inputenc} ą", "iso8859-2"),
        (b"% -*- coding: latin9 -*- \xa4", "% -*- coding: latin9 -*- €", "iso8859-15"),
    ],
)
def test_bytes_are_decoded_as_the_file_says(data, text, encoding):
    assert project.decode(data) == (text, encoding)


def test_an_included_file_has_the_encoding_around_it_unless_it_names_one():
    assert project.decode(b"\xb1", "iso8859-2") == ("ą", "iso8859-2")
    own = b"% coding: latin1 \xb1"
    assert project.decode(own, "iso8859-2") == ("% coding: latin1 ±", "latin-1")


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00\x00", b"\x00\x01", b"text\x00"])
def test_a_binary_file_is_no_draft(data):
    with pytest.raises(ReadError):
        project.from_bytes(data, "paper.tex")


@pytest.mark.parametrize(
    ("options", "languages"),
    [
        ("\\usepackage[german]{babel}", "german"),
        ("\\usepackage[german,english]{babel}", "english"),
        ("\\usepackage[main=german,english]{babel}", "german"),
        ("\\usepackage{babel}", "german"),
        ("\\usepackage[german]{hyperref}", ""),
        ("\\setdefaultlanguage[variant=old]{german}", "german"),
    ],
)
def test_the_main_language_is_that_of_babel(options, languages):
    text = (
        f"\\documentclass[german]{{IEEEtran}}\n{options}\n\\begin{{document}}\n\\end{{document}}\n"
    )
    from ieeelint.readers.latex import reading

    seen = []
    language_of = reading.__dict__.get("language_of")
    assert language_of is None  # imported when the paper is read
    import ieeelint.paper.language as language

    before = language.language_of
    try:
        language.language_of = lambda paper, name: seen.append(name) or before(paper, name)
        read("nowhere/paper.tex", text=text)
    finally:
        language.language_of = before
    assert seen == [languages]


@pytest.mark.parametrize(
    ("body", "style", "names", "is_used"),
    [
        ("\\hl{wet}", "", ("hl",), True),
        ("\\begin{wrapfigure}{r}{2in}\\end{wrapfigure}", "", ("wrapfigure",), True),
        ("\\csname hl\\endcsname", "", ("hl",), True),
        ("wet", "\\newcommand{\\mark}{\\hl}", ("sout", "hl"), True),
        ("wet", "\\newcommand{\\mark}{\\begin{wrapfigure}}", ("wrapfigure",), True),
        ("wet", "\\newcommand{\\mark}{\\csname hl\\endcsname}", ("hl",), True),
        ("wet", "\\newcommand{\\mark}{\\hline}", ("hl",), False),
        ("wet", "% \\hl", ("hl",), False),
        ("hl", "", ("hl",), False),
    ],
)
def test_what_a_draft_may_use(tmp_path, body, style, names, is_used):
    text = f"\\documentclass{{IEEEtran}}\n\\usepackage{{own}}\n\\begin{{document}}\n{body}\n"
    written(tmp_path, {"paper.tex": f"{text}\\end{{document}}\n", "own.sty": style})
    assert read(str(tmp_path / "paper.tex")).latex.mentions(*names) == is_used


@pytest.mark.parametrize(
    ("text", "is_fragment"),
    [
        ("\\documentclass{IEEEtran}\n\\begin{document}\nA.\n\\end{document}", False),
        ("\\documentstyle{article}\n\\begin{document}\nA.\n\\end{document}", False),
        ("\\input{preamble}\n\\begin{document}\nA.\n\\end{document}", False),
        ("\\section{A}\nA.", True),
    ],
)
def test_a_fragment_is_read_as_text(text, is_fragment):
    paper = read("nowhere/paper.tex", text=text).paper
    assert paper.is_fragment == is_fragment
    assert paper.text.plain.split()[-1] == "A."
