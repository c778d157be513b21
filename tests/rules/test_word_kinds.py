"""Kinds of mistakes in Word drafts, each in several forms, and what is none of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from readers.word.authored import ABSTRACT
from readers.word.test_roles import PROSE, Body, draft, said

from ieeelint.cli import main
from ieeelint.paper.zones import BIOGRAPHY
from ieeelint.readers.word.reading import read_document
from ieeelint.starters.word import document

SECTIONS: Body = [
    (style, words)
    for name in ("Pipes", "Sand", "Ice")
    for style, words in (("Heading 1", name), ("Body Text", PROSE))
]
LAW: tuple[str, str] = ("equation", "\ta = b,\t(1)")
FIGURE: tuple[str, str] = ("figure caption", "Flow in the pipe.")
TABLE: tuple[str, str] = ("table head", "Sizes of Pipes")


def words_of(
    capsys: Any, folder: Path, words: str, *more: tuple[Any, ...], codes: str = ""
) -> list[str]:
    """The findings of these rules, by default of all but those on floats that nothing cites, on one
    paragraph of text that cites both references.
    """
    lines = said(capsys, folder, draft([("Body Text", words + " See [1] and [2]."), *more]))
    if codes:
        return [line for line in lines if line.startswith(tuple(codes.split()))]
    return [line for line in lines if "never cites" not in line]


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("Fig. 7 shows the pipe, Table IX the sizes, (12) the law.", FIGURE),
        ("The law of (9) holds here.", LAW),
        ("From (7), the flow grows.", LAW),
        ("Fig. 1 shows the flow, and (5) its law.", FIGURE),
    ],
)
def test_a_bare_number_of_an_equation(
    capsys: Any, tmp_path: Path, words: str, more: tuple[Any, ...]
) -> None:
    (line,) = words_of(capsys, tmp_path, words, more, codes="WRD EQN")
    assert line.startswith("WRD006 There is no equation (")


@pytest.mark.parametrize(
    "words",
    [
        "There are (2) pipes, (3) pumps, and (4) valves.",
        "It has twelve (12) parts, in (12) rooms.",
        "Fig. 1 shows (2) the flow and (3) the law.",
        "Lima (12) and others measured all (15) of the pipes.",
    ],
)
def test_other_numbers_in_parentheses(capsys: Any, tmp_path: Path, words: str) -> None:
    assert words_of(capsys, tmp_path, words, LAW) == []


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("As Section 3 says, it flows.", 'Write "Section III", not "Section 3"'),
        ("As section 2.1 says, it flows.", 'Write "Section II-A", not "section 2.1"'),
        ("Sections 2 and 4 say so.", 'Write "Sections II and IV", not "Sections 2 and 4"'),
        ("Chapter 2 says so.", 'Write "Section II", not "Chapter 2"'),
        ("In chapter III it flows.", 'Write "Section III", not "chapter III"'),
    ],
)
def test_the_number_that_the_heading_prints(
    capsys: Any, tmp_path: Path, words: str, advice: str
) -> None:
    lines = words_of(capsys, tmp_path, words, *SECTIONS)
    assert [line.partition(":")[0] for line in lines] == [f"TXT016 {advice}"]


@pytest.mark.parametrize(
    "words",
    [
        "Section 3 of the law and section 2 in the book say so.",
        "Its Section 3 and the chapter 2 say so.",
        "Chapter 12 and Section 1.2.3.4 say so.",
    ],
)
def test_sections_of_other_works(capsys: Any, tmp_path: Path, words: str) -> None:
    assert words_of(capsys, tmp_path, words, *SECTIONS) == []


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("It is in Fig.1 here.", 'FIG001 Write "Fig. 1", not "Fig.1"'),
        ("It is in Fig: 1 here.", 'FIG001 Write "Fig. 1", not "Fig: 1"'),
        ("It is in fig:1 here.", 'FIG001 Write "Fig. 1", not "fig:1"'),
        ("It is in Fig.-1 here.", 'FIG001 Write "Fig. 1", not "Fig.-1"'),
        ("As table 1 shows, it flows.", 'TAB002 Write "Table I", not "table 1"'),
        ("As Table1 shows, it flows.", 'TAB002 Write "Table I", not "Table1"'),
        ("As TABLE-I shows, it flows.", 'TAB002 Write "Table I", not "TABLE-I"'),
    ],
)
def test_words_and_numbers_of_floats(capsys: Any, tmp_path: Path, words: str, advice: str) -> None:
    lines = words_of(capsys, tmp_path, words, FIGURE, TABLE)
    assert len(lines) == 1 and lines[0].startswith(advice)


CITATIONS = [
    ("It flows so [1] ,[2].", ["REF013"]),
    ("It flows [1][2].", ["REF013"]),
    ("It flows [1],[2].", ["REF013"]),
    ("It flows [1] [2].", ["REF013"]),
    ("It flows [ 1 ], [2].", ["REF014"]),
    ("It flows [1], [2 ].", ["REF014"]),
    ("It flows [1,\u00a02]. So does it [1], [2].", ["REF013"]),
    ("The qubits [0,1,2], [1,2,3], and [2,3,4] flow [1], [2].", []),
    ("The nodes [1, 2], [2, 4], and [4, 5] are linked [1], [2].", []),
    ("The interval [1, 2] or [2, 9] holds [1], [2].", []),
]


@pytest.mark.parametrize(("words", "found"), CITATIONS)
def test_citations_next_to_each_other(
    capsys: Any, tmp_path: Path, words: str, found: list[str]
) -> None:
    lines = words_of(capsys, tmp_path, words)
    assert [line.split()[0] for line in lines] == found


TITLES = [
    ("Flow & Pressure of Pipes", ["TTL002"]),
    ("Flow @ Night in Pipes", ["TTL002"]),
    ("Flow & Pressure of Pipes @ 20 °C", ["TTL002", "TTL002"]),  # one for all signs of a kind
    ("R&D of Flow and AT&T", []),
]


@pytest.mark.parametrize(("title", "found"), TITLES)
def test_signs_in_titles(capsys: Any, tmp_path: Path, title: str, found: list[str]) -> None:
    made = draft([("Body Text", "The works [1] and [2] agree.")])
    made.docx.paragraphs[0].text = title
    lines = said(capsys, tmp_path, made)
    assert [line.split()[0] for line in lines if "TTL002" in line] == found


@pytest.mark.parametrize(
    "words",
    [
        "This is NP-hard. The NP-hard and the NP-complete problems are all in NP.",
        "We plot it by t-SNE, then by z-QXV, and by t-SNE, z-QXV, and t-SNE.",
        "PyQVX is old. PyQVX is wet. We use PyQVX.",
        "ZZ gates and ZZ kicks and a ZZ.",
    ],
)
def test_names_that_need_no_definition(capsys: Any, tmp_path: Path, words: str) -> None:
    assert words_of(capsys, tmp_path, words, codes="ABR") == []


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        (
            "It is ETc=Kc×ET0ET_c = K_c \\times ET_0ETc\u200b here.",
            "ETc=Kc×ET0ET_c = K_c \\times ET_0",
        ),
        ("The fit has R2R^2R2 of 0.9.", "R2R^2"),
        ("It takes O(n2)O(n^2)O(n2) steps.", "O(n2)O(n^2"),
        ("The rate αi\\alpha_{i1}αi is i1 here, (xi1x_{i1}).", "xi1x_{i1"),
    ],
)
def test_formulas_pasted_twice(capsys: Any, tmp_path: Path, words: str, quoted: str) -> None:
    (line,) = words_of(capsys, tmp_path, words, codes="TXT017")
    assert line.startswith(f'TXT017 "{quoted}" is the same formula twice')


@pytest.mark.parametrize(
    "words",
    [
        "The files a_b a_b and user_id are old.",
        "It is 2^3 of x_1 x_2.",
        "The user_iduser_id is old.",
    ],
)
def test_names_with_underscores_are_no_formulas(capsys: Any, tmp_path: Path, words: str) -> None:
    assert not any("twice" in line for line in words_of(capsys, tmp_path, words))


@pytest.mark.parametrize("notice", ["XXX-X-XXXX-XXXX-X/XX/$XX.00 ©20XX IEEE", "978-1-XXXX-XXXX-X"])
def test_the_copyright_line_of_the_template(capsys: Any, tmp_path: Path, notice: str) -> None:
    for place in ("footer", "first_page_footer", "header"):
        made = draft([("Body Text", "The works [1] and [2] agree.")])
        getattr(made.docx.sections[0], place).paragraphs[0].text = notice
        assert [line.split()[0] for line in said(capsys, tmp_path, made)] == ["TPL001"]


def test_the_copyright_line_of_a_conference(capsys: Any, tmp_path: Path) -> None:
    made = draft([("Body Text", "The works [1] and [2] agree.")])
    made.docx.sections[0].footer.paragraphs[0].text = "978-1-7281-1234-5/20/$31.00 ©2020 IEEE"
    assert said(capsys, tmp_path, made) == []


SHARED = [
    "[1] A. Lima, “Pipes,” J. Flow, 2019. [2] B. Costa, “Sand,” J. Flow, 2020.",
    "[1] A. Lima, “Pipes,” J. Flow, 2019.\n[2] B. Costa, “Sand,” J. Flow, 2020.",
    "1. Lima A. Pipes. J Flow 2019.\n2. Costa B. Sand. J Flow 2020.",
    "[1] A. Lima, https://flow.example/1\n[2] B. Costa, “Sand,” J. Flow, 2020.",
]


@pytest.mark.parametrize("entries", SHARED)
def test_entries_that_share_a_paragraph(capsys: Any, tmp_path: Path, entries: str) -> None:
    body: Body = [
        ("Body Text", "The works [1] and [2] agree."),
        ("Heading 5", "References"),
        ("Normal", entries),
    ]
    lines = said(capsys, tmp_path, draft(body, references=0))
    assert not [line for line in lines if line.startswith(("REF002", "REF010"))]
    assert len([line for line in lines if "several entries" in line]) == 1


NUMBERS = [
    ("Heading 5", "3. Data", 'give it the style "Heading 1"'),
    ("Heading 5", "3.1 Data", 'give it the style "Heading 2"'),
    ("Heading 5", "III. Data", 'give it the style "Heading 1"'),
]


@pytest.mark.parametrize(("style", "words", "advice"), NUMBERS)
def test_numbers_in_a_style_without_numbers(
    capsys: Any, tmp_path: Path, style: str, words: str, advice: str
) -> None:
    lines = words_of(capsys, tmp_path, PROSE, (style, words), ("Body Text", PROSE), codes="HDG002")
    assert len(lines) == 1 and advice in lines[0]


@pytest.mark.parametrize("words", ["\t\ta + b = c", "\ty = sin(x) (1)", "\tp ≈ 5 bar"])
def test_tabs_that_center_a_formula(capsys: Any, tmp_path: Path, words: str) -> None:
    assert words_of(capsys, tmp_path, PROSE, ("Normal", words), codes="TXT003") == []


BIOGRAPHIES = [
    "Ana Lima (Member, IEEE) received the B.Sc. degree from the University of Porto in 2010.",
    "Bo Costa is with the Rio Institute of Flow, where she studies pipes and sand since 2019.",
    "He was born in Porto, and is now the head of the Rio Institute of Flow and of its pumps.",
]


@pytest.mark.parametrize("words", BIOGRAPHIES)
def test_biographies_after_the_references(words: str) -> None:
    made = draft([("Body Text", "The works [1] and [2] agree.")])
    made.add("Normal", words)
    paper = read_document("draft.docx", made.file).paper
    assert len(paper.references) == 2
    assert [each.plain for each in paper.passages_in(BIOGRAPHY)] == [words]


def test_the_rest_of_an_entry_is_no_biography() -> None:
    made = draft([("Body Text", "The works [1] and [2] agree.")])
    made.add("references", "A. Lima and B. Costa, “Flow was an idea of the pumps,” J. Flow, 2020.")
    paper = read_document("draft.docx", made.file).paper
    assert len(paper.references) == 3 and not list(paper.passages_in(BIOGRAPHY))


def between(*bodies: str) -> Body:
    """The paragraphs with an empty one between each two."""
    return [line for words in bodies for line in (("Body Text", words), ("Body Text", ""))][:-1]


@pytest.mark.parametrize(
    ("count", "found"),
    [(2, []), (3, []), (4, ["TXT001"]), (7, ["TXT001"])],
)
def test_single_empty_paragraphs_as_a_habit(
    capsys: Any, tmp_path: Path, count: int, found: list[str]
) -> None:
    lines = words_of(capsys, tmp_path, PROSE, *between(*[PROSE] * count), codes="TXT001")
    assert [line.split()[0] for line in lines] == found


def test_an_empty_paragraph_around_figures_and_tables_is_no_habit(
    capsys: Any, tmp_path: Path
) -> None:
    body: Body = [line for _ in "abcd" for line in (("Body Text", ""), LAW, ("Body Text", PROSE))]
    assert words_of(capsys, tmp_path, PROSE, *body, codes="TXT001") == []


@pytest.mark.parametrize("label", ["INDEX ITEMS", "Index Words", "KEY-TERMS"])
def test_terms_below_an_unknown_heading(label: str) -> None:
    made = draft([])
    made.add("Heading 1", label)
    made.add("Keywords", "flow, friction of sand, pipes, water")
    made.add("Heading 1", "Method")
    made.add("Keywords", "Motivation")
    made.add("Keywords", PROSE)
    paper = read_document("draft.docx", made.file).paper
    assert [each.passage.plain for each in paper.keywords][1:] == [
        "flow, friction of sand, pipes, water"
    ]


@pytest.mark.parametrize("terms", ["Deep,Learning, flow", "flow, sand,water", "flow,friction,ice"])
def test_a_comma_without_a_space_in_the_index_terms(
    capsys: Any, tmp_path: Path, terms: str
) -> None:
    made = draft([("Body Text", "The works [1] and [2] agree.")])
    made.docx.paragraphs[3].runs[-1].text = "—" + terms
    lines = said(capsys, tmp_path, made)
    assert [line for line in lines if line.startswith("KWD")] == [
        "KWD004 Put a space after the comma."
    ]


JOURNAL = f"""[paper title] Steady Flow in Narrow Pipes
[Author] Ana Lima, <i>Member, IEEE</i>
[section columns=1]
[Abstract] <i>Abstract</i>—{" ".join([ABSTRACT] * 3)}
[Keywords] <i>Index Terms</i>—Flow, friction, pipes, sand, water
[heading 1] Introduction
"""


@pytest.mark.parametrize(
    ("lines", "advice"),
    [
        (f"[Normal] {PROSE} It is so in winter, too, as [1] says of it.", '"Text"'),
        (
            "[Body Text] See Fig. 1.\n[Normal] <picture/>\n[Normal] Fig. 1. Flow.",
            '"Figure Caption"',
        ),
        ("[Body Text] See Table I.\n[Normal] TABLE I. Sizes\n| a | b |", '"Table Title"'),
        ("[heading 1] Acknowledgment\n[Body Text] We thank Bo.", '"Reference Head"'),
        ("[heading 5] References\n[Normal] [1] A. Lima, “Flow,” J. Flow, 2020.", '"References"'),
        (f"[Body Text] {PROSE}\n[Normal] <tab/>{PROSE}", '"Text"'),
    ],
)
def test_advice_names_the_styles_of_the_transactions(
    capsys: Any, tmp_path: Path, lines: str, advice: str
) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(document(f"{JOURNAL}{lines}\n[section columns=2 gap=18]\n", kind="journal"))
    main(["check", "--isolated", "--output-format", "json", str(file)])
    messages = [each["message"] for each in json.loads(capsys.readouterr().out)["findings"]]
    assert any(advice in message for message in messages), messages
    others = ("Body Text", "figure caption", "table head", "Heading 5", '"references"')
    assert not [message for message in messages if any(other in message for other in others)]


def test_a_caption_in_another_style_is_reported_once(capsys: Any, tmp_path: Path) -> None:
    body = (("Normal", "Fig. 1. Flow in the pipe."), ("Normal", "TABLE I. Sizes of Pipes"))
    lines = words_of(capsys, tmp_path, "Fig. 1 and Table I show it.", *body)
    assert sorted(line.split()[0] for line in lines) == ["FIG003", "TAB006"]


def test_a_wrong_word_in_a_typed_label_is_another_mistake(capsys: Any, tmp_path: Path) -> None:
    body = (("Normal", "Figure 1. Flow in the pipe."), ("Normal", "Table 1. Sizes of Pipes"))
    lines = words_of(capsys, tmp_path, "Fig. 1 and Table I show it.", *body)
    assert sorted(line.split()[0] for line in lines) == ["FIG001", "FIG003", "TAB002", "TAB006"]
    assert not [line for line in lines if line[:6] in ("FIG003", "TAB006") and "Delete" in line]
