"""Files without a declared encoding, and files that are not drafts."""

from __future__ import annotations

import pytest

from ieeelint.readers.latex import project
from ieeelint.readers.latex.reading import read


@pytest.mark.parametrize(
    "words",
    [
        "\xe9t\xe9s r\xe9els, \xe9t\xe9",
        "Un r\xe9\xe9l\xe9 d\xe9\xe9",
        "CR\xc9\xc9E \xc0\xc9\xc8\xd9RE \xc9\xc8R",
        "\xe5\xe4\xf6",
        "s\xe3o \xe7\xf5es",
        "5 \xb0C \xb1 3 \xb5m \xd7 2",
        "\xabd\xe9j\xe0\xbb",
    ],
)
def test_western_text_without_a_declaration_is_not_read_as_chinese(words):
    text, encoding = project.decode(f"\\section{{A}} {words} text.".encode("latin-1"))
    assert text == f"\\section{{A}} {words} text." and encoding == "cp1252"


@pytest.mark.parametrize(
    "words",
    [
        "\u672c\u6587\u63d0\u51fa\u4e86\u4e00\u79cd\u65b0\u7684\u65b9\u6cd5\u3002",
        "Author: \u674e\u660e (Li Ming)",
        "GPU\u52a0\u901f\u7684\u65b9\u6cd5\u548cCPU\u5b9e\u73b0",
        "\u5be6\u9a57\u7d50\u679c\u986f\u793a",
    ],
)
def test_chinese_text_without_a_declaration_is_read_as_chinese(words):
    text, encoding = project.decode(f"\\section{{A}} {words} text.".encode("gb18030"))
    assert text == f"\\section{{A}} {words} text." and encoding == "gb18030"


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ("\\usepackage[latin1]{inputenc}", "latin-1"),
        ("\\usepackage[ latin1 ]{inputenc}", "latin-1"),
        ("% -*- coding: iso-8859-1 -*-", "latin-1"),
        ("\\usepackage[cp1251]{inputenc}", "cp1251"),
    ],
)
def test_a_declared_encoding_wins(declaration, encoding):
    data = declaration.encode() + b"\n" + "\u4e2d\u6587\u6d4b\u8bd5".encode("gb18030")
    assert project.decode(data)[1] == encoding


@pytest.mark.parametrize("name", ["~$paper.tex", "~$paper.docx", ".~lock.paper.docx#", ".#p.tex"])
def test_files_of_an_open_editor_are_skipped(run, draft, tmp_path, name):
    path = draft("It is .25 here.")
    owner = tmp_path / name
    owner.write_bytes(b"\x04Anna" if "docx" in name else (tmp_path / "paper.tex").read_bytes())
    _, out, err = run("check", "--isolated", "--output-format", "concise", str(tmp_path))
    assert out.count("UNT005") == 1 and name not in out + err
    _, out, err = run("check", "--isolated", "--output-format", "concise", path, str(owner))
    assert out.count("UNT005") == 1 and f"open: {owner}" in err
    assert run("check", "--isolated", str(owner))[0] == 2


def test_an_included_file_has_the_encoding_of_the_draft(tmp_path):
    words = "\u0151szi k\xf6d"  # in Windows-1252 these are other letters
    (tmp_path / "part.tex").write_bytes(words.encode("iso8859-2"))
    (tmp_path / "paper.tex").write_text(
        "\\documentclass{IEEEtran}\n\\usepackage[latin2]{inputenc}\n"
        "\\begin{document}\n\\input{part}\n\\end{document}\n"
    )
    draft = read(str(tmp_path / "paper.tex"))
    assert draft.paper.text.plain.strip() == words


def test_a_comment_includes_nothing(tmp_path):
    (tmp_path / "part.tex").write_text("Water flows.")
    for name, line in (("old", "% \\input{part}"), ("paper", "\\input{part}")):
        (tmp_path / f"{name}.tex").write_text(
            f"\\documentclass{{IEEEtran}}\n\\begin{{document}}\n{line}\n\\end{{document}}\n"
        )
    assert project.find_root(str(tmp_path / "part.tex")).endswith("paper.tex")
