"""Every character that is typed stands in the source where the map says it does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ieeelint.paper.model import Paper
from ieeelint.readers.latex.reading import read

NEAR = {"\u00a0": "~", "\n": "\r"}  # typed characters that print as others

BODY = """\\documentclass[conference]{IEEEtran}
\\begin{document}
\\title{Pipes and \\emph{Sand}}
\\author{\\IEEEauthorblockN{Ana Lima}}
\\maketitle
\\section{Flow of Water}
Water flows~\\emph{down} a pipe of 5~m, say $x = 2$, --- ``slowly'' \\% of it.
A second line\\footnote{With a note.} follows % and a comment
here, as \\textbf{bold} words~\\cite{lima} say.

\\begin{table}\\caption{Words of a Table}\\begin{tabular}{ll} one & two \\\\ three & four \\end{tabular}\\end{table}
\\end{document}
"""  # noqa: E501


def assert_mapped(paper: Paper) -> None:
    plain = paper.text.plain
    for position, character in enumerate(plain):
        if not paper.text.is_typed(position, position + 1):
            continue
        span = paper.text.span(position, position + 1)
        assert span.text == character or span.text == NEAR.get(character), (position, character)


def place(paper: Paper, words: str) -> tuple[int, int, str]:
    at = paper.text.plain.index(words)
    span = paper.text.span(at, at + len(words))
    return (*span.source.locate(span.start), span.text)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_typed_characters_stand_for_themselves(line_end):
    assert_mapped(read("paper.tex", text=BODY.replace("\n", line_end)).paper)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_and_column_are_those_of_an_editor(line_end):
    paper = read("paper.tex", text=BODY.replace("\n", line_end)).paper
    assert place(paper, "Sand") == (3, 24, "Sand")
    assert place(paper, "bold") == (9, 18, "bold")
    assert place(paper, "follows") == (8, 38, "follows")
    assert place(paper, "three") == (11, 73, "three")


def test_what_prints_differently_maps_to_what_was_typed():
    paper = read("paper.tex", text=BODY).paper
    assert place(paper, "—") == (7, 53, "---")
    assert place(paper, "“slowly”") == (7, 57, "``slowly''")
    assert place(paper, "%") == (7, 68, "\\%")


def test_columns_count_characters_in_latin_1(tmp_path):
    path = tmp_path / "paper.tex"
    path.write_bytes(
        "\\documentclass{IEEEtran}\r\n\\begin{document}\r\nGrüße für alle hier.\r\n\\end{document}".encode(  # noqa: E501
            "latin-1"
        )
    )
    paper = read(str(path)).paper
    assert place(paper, "alle") == (3, 11, "alle")
    assert place(paper, "Grüße") == (3, 1, "Grüße")
    assert_mapped(paper)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig", "utf-16"])
def test_columns_count_characters_in_chinese(tmp_path, encoding):
    path = tmp_path / "paper.tex"
    text = (
        "\\documentclass{IEEEtran}\n\\begin{document}\n水在管道中流动得很慢 slowly 因为管道很窄。"
        "\n\\end{document}\n"
    )
    path.write_bytes(text.encode(encoding))
    paper = read(str(path)).paper
    assert place(paper, "slowly") == (3, 12, "slowly")
    assert_mapped(paper)


def test_characters_beyond_the_first_plane_count_once():
    paper = read(
        "paper.tex",
        text="\\documentclass{IEEEtran}\n\\begin{document}\n𝑥𝑦𝑧 word\n\\end{document}\n",
    ).paper
    assert place(paper, "word") == (3, 5, "word")


@given(
    st.lists(
        st.sampled_from(
            "word , . 5 ~ \\% \\, -- --- `` '' \\emph{a} {b} $x$ \\cite{k} \\ref{k} \\'e \\ss{} é"
            " 中 \\footnote{n} % \\\\ { } \\a".split()
            + [
                "\n",
                "\r\n",
                "\r",
                "\n\n",
                " ",
                "\t",
                "\\ ",
                "%c\n",
                "\\newcommand{\\w}[1]{one #1 two}",
                "\\w{three}",
            ]
        ),
        max_size=40,
    ).map("".join)
)
@settings(max_examples=300, deadline=None)
def test_any_body_is_mapped(body):
    assert_mapped(
        read(
            "paper.tex",
            text=f"\\documentclass{{IEEEtran}}\n\\begin{{document}}\n{body}\n\\end{{document}}",
        ).paper
    )
