"""A leftover of the template hides faults in the template's words, and in no others."""

from __future__ import annotations

import pytest

from ieeelint.draft_checking import check_draft
from ieeelint.readers.latex.reading import read
from ieeelint.readers.word.reading import read_document
from ieeelint.settings_files import load
from tests.readers.word.drafts import draft, paper, paragraph

SETTINGS = load("draft.tex", None, "", isolated=True)


def codes_in_latex(body: str, front: str = "") -> list[str]:
    text = (
        f"\\documentclass[conference]{{IEEEtran}}\n\\begin{{document}}\n{front}\n\\maketitle\n"
        f"{body}\n\\end{{document}}\n"
    )
    return [one.code for one in check_draft(read("paper.tex", text=text), SETTINGS)]


def codes_in_word(words: str, style: str = "BodyText") -> list[str]:
    body = draft(*paper()[:2], paragraph(words, style), *paper()[2:])
    return [one.code for one in check_draft(read_document("draft.docx", body), SETTINGS)]


# -- the author's words next to a leftover ---------------------------------------------------


@pytest.mark.parametrize(
    ("title", "code"),
    [
        (
            "A Rogue Detection by Using ARP Failure\\\\ "
            "\\thanks{Identify applicable funding agency here. If none, delete this.}",
            "TTL004",
        ),
        ("Steady Flow: the ARP Case\\thanks{Identify applicable sponsor/s here.}", "TTL004"),
        ("Flow of ARP\\\\ Note: Sub-titles are not captured in Xplore", "TTL004"),
        ("ARP Flow\\footnote{Sub-titles are not captured in Xplore.}", "TTL004"),
    ],
)
def test_a_note_of_the_template_leaves_the_title_to_its_rules(title, code):
    codes = codes_in_latex("Water is wet.", f"\\title{{{title}}}")
    assert "TPL001" in codes and code in codes


def test_a_title_that_holds_the_place_of_one_is_reported_once():
    codes = codes_in_latex("Water is wet.", "\\title{Paper title here}")
    assert "TPL005" in codes and "TTL005" not in codes
    assert "TPL005" not in codes_in_latex("Water is wet.", "\\title{Working Titles of Drafts}")


LEFTOVER = "Do not use the word ``essentially'' to mean ``approximately''."


@pytest.mark.parametrize(
    "body",
    [
        f"{LEFTOVER} We see the the pump.",
        f"We see the the pump. {LEFTOVER}",
        f"Pumps are old. {LEFTOVER} Sand is new, and we see the the pump.",
        f"{LEFTOVER} Water is wet\\footnote{{We see the the pump.}}.",
    ],
)
def test_own_sentences_are_checked(body):
    assert {"TPL001", "TXT013"} <= set(codes_in_latex(body))


def test_own_sentences_are_checked_in_word():
    leftover = "Do not use the word “essentially” to mean “approximately”."
    assert {"TPL001", "TXT013"} <= set(codes_in_word(f"{leftover} We see the the pump."))
    assert {"TPL001", "TXT013"} <= set(codes_in_word(f"We see the the pump. {leftover}"))


def test_a_number_of_the_template_leaves_the_name_to_its_rules():
    author = "\\IEEEauthorblockN{1\\textsuperscript{st} Dr. Ana Lima}"
    codes = codes_in_latex("Water is wet.", f"\\title{{Flow}}\\author{{{author}}}")
    assert "TPL002" in codes
    without = codes_in_latex(
        "Water is wet.", "\\title{Flow}\\author{\\IEEEauthorblockN{Dr. Ana Lima}}"
    )
    assert {one for one in codes if one.startswith("AUT")} == {
        one for one in without if one.startswith("AUT")
    }


# -- the template's own words ----------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        # A sentence that holds no phrase of the table, between and after ones that do.
        f"{LEFTOVER} A minimum of one author is is required. {LEFTOVER}",
        f"{LEFTOVER} Spell out units when they they stand alone.",
        f"Use words rather than symbols in the the labels. {LEFTOVER}",
        f"{LEFTOVER} It is is so. {LEFTOVER}",
    ],
)
def test_a_whole_paragraph_of_the_template_is_one_matter(body):
    codes = codes_in_latex(body)
    assert "TPL001" in codes and "TXT013" not in codes


def test_an_opening_of_the_template_alone_hides_nothing():
    assert "TXT013" in codes_in_latex("Use words rather than symbols in the the labels.")


def test_every_line_of_a_placeholder_block_is_one_matter():
    author = (
        "\\IEEEauthorblockN{Given Name Surname}\n"
        "\\IEEEauthorblockA{\\textit{dept. name of organization}\\\\ City, Country}"
    )
    codes = codes_in_latex("Water is wet.", f"\\title{{Flow}}\\author{{{author}}}")
    assert "TPL002" in codes and "AUT003" not in codes


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("line 2: Flow Institute", "Delete it"),
        ("line 4: City, Country", "Replace it with your own words"),
    ],
)
def test_a_label_of_an_author_line_is_only_deleted(line, remedy):
    text = (
        "\\documentclass[conference]{IEEEtran}\n\\begin{document}\n\\title{Flow}\n"
        f"\\author{{\\IEEEauthorblockN{{Ana Lima}}\\IEEEauthorblockA{{{line}}}}}\n\\maketitle\n"
        "Water is wet.\n\\end{document}\n"
    )
    found = check_draft(read("paper.tex", text=text), SETTINGS)
    (message,) = (finding.message for finding in found if finding.code == "TPL002")
    assert remedy in message


def test_markers_in_the_dates_that_ieee_writes_are_left_out():
    assert "TPL005" not in codes_in_latex("Water is wet.", "\\history{Accepted TBD.}")
    assert "TPL005" in codes_in_latex("Water is TBD.", "\\history{Accepted 2024.}")


# -- the heading of a section that is all the template's ----------------------------------------

BELOW = "\\section{Method}\nPumps are old.\n\n\\subsection{Some common mistakes}\n"


@pytest.mark.parametrize(
    ("body", "is_hidden"),
    [
        (f"{BELOW}{LEFTOVER}", True),
        (f"{BELOW}{LEFTOVER}\n\n{LEFTOVER}\n\\section{{Sand}}\nIt is dry.", True),
        (f"{BELOW}{LEFTOVER}\n\nSand is dry.", False),
        (f"{BELOW}Sand is dry.\n\n{LEFTOVER}", False),
    ],
)
def test_a_heading_goes_with_all_the_text_below_it(body, is_hidden):
    codes = codes_in_latex(body)
    assert "TPL001" in codes and ("HDG006" not in codes) is is_hidden


# -- a letter to the reviewers ------------------------------------------------------------------

LETTER = (
    "\\section*{Response to Reviewers}\n\\subsection*{Reply to reviewer 1}\nWe see the the pump.\n"
)


@pytest.mark.parametrize(
    ("body", "is_hidden"),
    [
        (f"Pumps are old.\n\n{LETTER}", True),
        (f"{LETTER}\\section*{{Response letter}}\nWe see the the pump.", True),
        (f"We see the the pump.\n\n{LETTER}", False),
        (f"{LETTER}\\section{{Results}}\nWe see the the pump.", False),
        (
            f"{LETTER}\\begin{{thebibliography}}{{1}}\\bibitem{{a}} A. Lima, ``Flow,''"
            " \\emph{J. Flow}, vol. 1, no. 2, pp. 3-9, March 2020.\\end{thebibliography}",
            False,
        ),
    ],
)
def test_only_the_letter_to_the_reviewers_is_left_out(body, is_hidden):
    codes = codes_in_latex(f"\\section{{Introduction}}\nPumps are old.\n\n{body}")
    assert "TPL005" in codes and (not {"TXT013", "REF012", "HDG006"} & set(codes)) is is_hidden
