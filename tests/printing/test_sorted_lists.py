"""Typed lists in the order of first citation, with all citations renumbered."""

from __future__ import annotations

import re

import pytest

from ieeelint.readers import read
from ieeelint.starters.word import document

KEYS = "abcde"


@pytest.fixture
def sort(tmp_path, run):
    """Sorts the list of a draft with five entries; returns the text, the order, and the message."""

    def latex(body: str, entries: str = "", preamble: str = "") -> tuple[str, str, str]:
        entries = entries or "".join(
            f"\\bibitem{{{key}}} A. Lima, ``Pipe {key},'' \\emph{{J. Flow}}, 2020.\n"
            for key in KEYS
        )
        path, copy = tmp_path / "main.tex", tmp_path / "sorted.tex"
        path.write_text(
            f"\\documentclass{{IEEEtran}}\n{preamble}\\begin{{document}}\n{body}\n"
            f"\\begin{{thebibliography}}{{9}}\n{entries}\\end{{thebibliography}}\n\\end{{document}}\n",
            encoding="utf-8",
        )
        _, _, message = run("refs", "--sort", "citation", "-o", str(copy), str(path))
        if not copy.exists():
            return "", "", message
        text = copy.read_text(encoding="utf-8")
        order = "".join(re.findall(r"Pipe (\w)", text))
        return text.split("\\begin{document}\n")[1].split("\n\\begin{thebib")[0], order, message

    def word(body: str) -> tuple[str, str, str]:
        entries = "".join(
            f"[references] A. Lima, “Pipe {key},” <i>J. Flow</i>, vol. 1, 2020.\n" for key in KEYS
        )
        sketch = f"[paper title] Flow\n[heading 1] Pipes\n[Body Text] {body}\n"
        path, copy = tmp_path / "main.docx", tmp_path / "sorted.docx"
        path.write_bytes(document(f"{sketch}[heading 5] References\n{entries}"))
        _, _, message = run("refs", "--sort", "citation", "-o", str(copy), str(path))
        if not copy.exists():
            return "", "", message
        paper = read(str(copy)).paper
        titles = [re.search(r"Pipe (\w)", entry.passage.plain)[1] for entry in paper.references]
        text = next(one.plain for one in paper.passages if one.zone == "prose")
        return text, "".join(titles), message

    return {"latex": latex, "word": word}


TYPED = [
    (
        "Water [5], [2]. Sand [1], [3]. Rain [4].",
        "Water [1], [2]. Sand [3], [4]. Rain [5].",
        "ebacd",
    ),
    ("Water [5]–[3]. Sand [1], [2].", "Water [1]–[3]. Sand [4], [5].", "edcab"),
    ("Water [2], [4]–[5]. Sand [1], [3].", "Water [1]–[3]. Sand [4], [5].", "bdeac"),
    ("Water [3]. Sand [1–5].", "Water [1]. Sand [1–5].", "cabde"),
    ("Water [2,5]. Sand [1–3, 5].", "Water [1,2]. Sand [1–4].", "beacd"),
    (
        "Water [4, p. 3], [2]. Sand [1], [3], [5].",
        "Water [1, p. 3], [2]. Sand [3], [4], [5].",
        "dbace",
    ),
    ("Water [3] to [5]. Sand [1] and [2].", "Water [1] to [3]. Sand [4] and [5].", "cdeab"),
    ("Water [4]. Sand [2] to [4].", "Water [1]. Sand [1] to [3].", "dbcae"),
    ("Water [0, 1], A[m(1)]. Sand [2], [1].", "Water [0, 1], A[m(1)]. Sand [1], [2].", "bacde"),
]


@pytest.mark.parametrize("form", ["latex", "word"])
@pytest.mark.parametrize(("body", "after", "order"), TYPED)
def test_typed_numbers(sort, form, body, after, order):
    dash = "--" if form == "latex" else "–"
    found = sort[form](body.replace("–", dash))
    assert found[:2] == (after.replace("–", dash), order)


@pytest.mark.parametrize(
    ("body", "after", "order"),
    [
        ("\\cite{e}, \\cite{b}, \\cite{a,c}.", "\\cite{e}, \\cite{b}, \\cite{a,c}.", "ebacd"),
        ("\\cite{c}, \\cite{a,b,c}.", "\\cite{c}, \\cite{c,a,b}.", "cabde"),
        ("\\cite{e}, \\cite{a}--\\cite{d}.", "\\cite{e}, \\cite{a}--\\cite{d}.", "eabcd"),
        ("\\cite{c}, \\cite{a}--\\cite{d}.", "\\cite{c}, \\cite{c,a,b,d}.", "cabde"),
        ("\\cite{b}.\\footnote{\\cite{e}} \\cite{a}.", None, "baecd"),
        ("\\cite{b}.\\footnote{\\cite{a}} \\cite{e}, \\cite{a}.", None, "beacd"),
    ],
)
def test_commands(sort, body, after, order):
    found = sort["latex"](body)
    assert found[:2] == (after or body, order)


@pytest.mark.parametrize("form", ["latex", "word"])
@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Water [5], [1]. It is so in Ref. 3.", "Ref. 3"),
        ("Water [5], [1]. It lies in the interval [2, 4].", "[2, 4]"),
        ("Water [5], [1], [9].", "[9]"),
        ("Water [5], [1]. Take x[3] and [4].", "[3]"),
        ("Water [5], [1]. Sand [3,2,4].", "[3,2,4]"),
        ("Water [5], [1]. Sand [2 to 4].", "[2 to 4]"),
    ],
)
def test_marks_that_are_not_understood(sort, form, body, place):
    text, _, message = sort[form](body)
    assert text == "" and f'"{place}"' in message and "no number becomes wrong" in message


@pytest.mark.parametrize(
    "body",
    [
        "Water <field ADDIN ZOTERO_ITEM>[2]</field>, [1].",
        "Water [2], and sand<sup>1</sup>, rain<sup>3</sup>.",
    ],
)
def test_fields_and_raised_numbers(sort, body):
    text, _, message = sort["word"](body)
    assert text == "" and "no number becomes wrong" in message


@pytest.mark.parametrize(
    ("body", "entries", "reason"),
    [
        ("\\cite{b}.", "\\bibitem{a} A. Lima, P.\n\\bibitem{b} ---, Q.\n", "a dash repeats"),
        ("\\cite{b}.", "\\bibitem{a} A. Lima, P.\n\\bibitem{a} B. Li, Q.\n", "is used twice"),
        ("\\cite{b}, [1].", "\\bibitem{a} A. Lima, P.\n\\bibitem{b} B. Li, Q.\n", "is typed"),
        ("$^{\\cite{b}}$.", "\\bibitem{a} A. Lima, P.\n\\bibitem{b} B. Li, Q.\n", "in a formula"),
        (
            "[2], [1].",
            "\\bibitem{a} A. Lima, P.\n\\bibitem{b} B. Li, see [1].\n",
            "may be a citation",
        ),
        ("\\cite{b} \\input{no}.", "\\bibitem{a} A. Lima.\n\\bibitem{b} B. Li.\n", "no"),
    ],
)
def test_lists_that_are_not_sorted(sort, body, entries, reason):
    text, _, message = sort["latex"](body, entries)
    assert text == "" and reason in message


def test_comments_and_spacing_of_the_entries(sort, tmp_path):
    entries = (
        "% on pipes\n\\bibitem{a} A. Lima, Pipe a. % good\n\n"
        "% on sand\n\\bibitem{b} B. Li,\n  Pipe b."
    )
    assert sort["latex"]("\\cite{b}, \\cite{a}.", entries)[1] == "ba"
    text = (tmp_path / "sorted.tex").read_text(encoding="utf-8")
    assert text.endswith(
        "% on sand\n\\bibitem{b} B. Li,\n  Pipe b.\n\n\\bibitem{a} A. Lima, Pipe a. % good\n"
        "\\end{thebibliography}\n\\end{document}\n"
    )


def test_a_sorted_list_is_not_written_again(sort):
    text, _, message = sort["latex"]("\\cite{a}, \\cite{b}--\\cite{e}.")
    assert text == "" and "nothing is written" in message


def test_numbers_typed_before_the_entries_of_a_word_draft(tmp_path, run):
    path, copy = tmp_path / "main.docx", tmp_path / "sorted.docx"
    path.write_bytes(
        document(
            "[paper title] Flow\n[heading 1] Pipes\n[Body Text] Water [2], [1].\n"
            "[heading 5] References\n"
            "[references plain] [1] A. Lima, “Pipe a,” <i>J. Flow</i>, vol. 1, 2020.\n"
            "[references plain] [2] B. Li, “Pipe b,” <i>J. Flow</i>, vol. 1, 2020.\n"
        )
    )
    assert run("refs", "--sort", "citation", "-o", str(copy), str(path))[0] == 0
    paper = read(str(copy)).paper
    assert [(one.key, "Pipe b" in one.passage.plain) for one in paper.references] == [
        ("1", True),
        ("2", False),
    ]
    assert any("Water [1], [2]" in passage.plain for passage in paper.passages)


def test_a_file_name_is_required(sort, tmp_path, run):
    sort["latex"]("\\cite{b}.")
    status, _, message = run("refs", "--sort", "citation", str(tmp_path / "main.tex"))
    assert status == 2 and "requires a file name" in message
