"""Heads and feet of pages, notices and biographies are text that rules read."""

from __future__ import annotations

import pytest

from ieeelint.draft_checking import check_draft
from ieeelint.paper.zones import BIOGRAPHY, RUNNING_HEAD, THANKS
from ieeelint.readers.latex.reading import read
from ieeelint.settings_files import load

SETTINGS = load("draft.tex", None, "", isolated=True)
HEADS = [
    "\\markboth{%s}{Lima: Flow}",
    "\\markboth{J. Flow}{%s}",
    "\\markright{%s}",
    "\\lhead{%s}",
    "\\rfoot[%s]{Flow}",
    "\\fancyhead[RO,LE]{%s}",
    "\\fancyfoot[C]{\\thepage\\ %s}",
    "\\titlerunning{%s}",
    "\\IEEEpubid{%s}",
    "\\IEEEspecialpapernotice{(%s)}",
]


def draft(preamble: str, body: str = "Water is wet.", front: str = "\\title{Flow}"):
    text = (
        f"\\documentclass[journal]{{IEEEtran}}\n{preamble}\n\\begin{{document}}\n{front}\n"
        f"\\maketitle\n{body}\n\\end{{document}}\n"
    )
    return read("paper.tex", text=text)


def codes(*arguments: str) -> list[str]:
    return [one.code for one in check_draft(draft(*arguments), SETTINGS)]


@pytest.mark.parametrize("head", HEADS)
def test_a_head_is_a_passage_of_its_own(head):
    paper = draft(head % "On Steady Flow").paper
    words = [passage.plain for passage in paper.passages_in(RUNNING_HEAD)]
    assert any("On Steady Flow" in one for one in words)
    assert not paper.headings and [one.passage.plain.strip() for one in paper.paragraphs] == [
        "Water is wet."
    ]


@pytest.mark.parametrize(
    ("words", "severities"),
    [
        ("Journal of \\LaTeX\\ Class Files, Vol.~14", ("info", "error")),
        ("Bare Advanced Demo of IEEEtran.cls", ("info", "error")),
        ("Preparation of Brief Papers for IEEE", ("info", "error")),
        ("A Sample Article Using IEEEtran.cls", ("info", "error")),
        ("How to Use the IEEEtran \\LaTeX\\ Templates", ("info", "error")),
        ("REPLACE THIS LINE WITH YOUR PAPER ID", ("info", "error")),
        ("THEME/FEATURE/DEPARTMENT", ("info", "error")),
        ("Month Year", ("info", "error")),
        ("Publication Title", ("info", "error")),
        ("Shell \\textit{et al.}: Flow of Sand", ("info", "error")),
        ("Author \\textit{et al.}: Flow of Sand", ("info", "error")),
        ("First Author et al: Title", ("info", "error")),
        ("Lastname et al.: Flow of Sand", ("info", "error")),
        ("Author \\headeretal: Flow of Sand", ("info", "error")),
        ("0000--0000/00\\$00.00~\\copyright~2015 IEEE", ("info", "error")),
        ("0000-0000/00/\\$00.00", ("info", "error")),
        ("978-1-XXXX-XXXX-X/26/\\$31.00", ("info", "error")),
        ("J. Flow, Vol. XX, No. X, July 2026", ("info", "info")),
        ("J. Flow, Vol. xx, No. xx, July 2026", ("info", "info")),
        ("VOLUME XX, 2017", ("info", "info")),
        ("XXXX-XXXX \\copyright\\ 2021", ("info", "info")),
    ],
)
def test_what_the_template_has_on_its_pages_is_an_error_only_at_the_end(words, severities):
    for stage, severity in zip(("review", "camera-ready"), severities, strict=True):
        settings = load("draft.tex", {"stage": stage}, "", isolated=True)
        findings = check_draft(draft(f"\\markboth{{{words}}}{{Lima: Flow}}"), settings)
        assert [one.severity for one in findings if one.code == "TPL001"] == [severity]


@pytest.mark.parametrize(
    "words",
    [
        "\\history{Date of publication xxxx 00, 0000, date of current version xxxx 00, 0000.}",
        "\\doi{10.1109/ACCESS.2017.DOI}",
        "\\doi{10.1109/ACCESS.2024.0429000}",
        "\\doi{10.1109/ACCESS.2024.1234567}",
        "\\doi{10.1109/ACCESS.2025.XXXXXXX}",
        "\\doi{10.1109/ACCESS.XXXX.DOI}",
        "\\doi{10.1109/TQE.2020.DOI}",
        "\\doi{10.1109/ACCESS.2017.Doi Number}",
        "\\doi{10.1109/XXX.0000.000000}",
    ],
)
def test_data_that_ieee_fills_in_are_info(words):
    settings = load("draft.tex", {"stage": "camera-ready"}, "", isolated=True)
    findings = check_draft(draft(words), settings)
    assert [one.severity for one in findings if one.code.startswith("TPL")] == ["info"]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Analysing the Flow", "TXT004"),
        ("Flow in the the Pipe", "TXT013"),
        ("Shell \\MakeLowercase{\\textit{et al.}}: Bare Demo of IEEEtran.cls", "TPL001"),
        ("Journal of \\LaTeX\\ Class Files, Vol.~14", "TPL001"),
    ],
)
def test_rules_about_words_read_heads(head, words, code):
    assert code in codes(head % words)
    assert code in codes("", "Water is wet.", "\\title{Flow}" + head % words)


@pytest.mark.parametrize("head", HEADS)
def test_a_head_neither_uses_nor_defines_abbreviations(head):
    body = "A wireless pipe network (WPN) leaks. The WPN is old, and every WPN leaks."
    wanted = codes("", body)
    for words in (
        "Lima: WPN Leaks",
        "Wireless Pipe Network (WPN) Leaks",
        "WPN (Wireless Pipe Network) and OQX Leaks",
    ):
        assert codes(head % words, body) == wanted


@pytest.mark.parametrize(
    "words",
    [
        "IEEE TRANSACTIONS ON FLOW, VOL. 1, NO. 2, MAY 2024",
        "978-1-6654-0000-0/24/\\$31.00~\\copyright~2024 IEEE",
        "Lima \\MakeLowercase{\\textit{et al.}}: Steady Flow for 5 kW Pumps",
        "\\leftmark\\hfill\\thepage",
        "",
    ],
)
@pytest.mark.parametrize("head", HEADS)
def test_usual_heads_are_right(head, words):
    assert codes(head % words) == codes("")


# -- biographies and notes of the first page --------------------------------------------------


def test_a_biography_is_a_name_and_a_life():
    life = "received a degree.\n\nShe swims."
    body = f"\\begin{{IEEEbiographynophoto}}{{Ana Lima}}\n{life}\n\\end{{IEEEbiographynophoto}}"
    paper = draft("", body).paper
    words = [" ".join(passage.plain.split()) for passage in paper.passages_in(BIOGRAPHY)]
    assert words == ["Ana Lima received a degree.", "She swims."]


@pytest.mark.parametrize(
    "life",
    [
        "was born in Greenwich Village, New York, NY, USA in 1977. He swims.",
        "and all authors may include biographies. Biographies are often not included.",
        "was young. Dr. Author was a recipient of an award.",
    ],
)
def test_the_sample_life_under_a_real_name_is_reported(life):
    photo = "[{\\includegraphics{a}}]"
    body = f"\\begin{{IEEEbiography}}{photo}{{Ana Lima}} {life}\\end{{IEEEbiography}}"
    assert "TPL002" in codes("", body)


@pytest.mark.parametrize(
    ("note", "is_reported"),
    [
        ("M. Lima and J. Doe are with the Flow Office.", False),
        ("J. Doe and J. Doe are with Anonymous University.", True),
        ("Manuscript received April 19, 2021; revised August 16, 2021.", True),
        ("Manuscript received April 19, 2021; revised May 2, 2021.", False),
        ("B. D. Researcher is with the Flow Office.", True),
    ],
)
def test_a_sample_note_of_the_first_page_is_reported(note, is_reported):
    front = f"\\title{{Flow}}\\author{{Ana Lima\\thanks{{{note}}}}}"
    assert ("TPL002" in codes("", "Water is wet.", front)) == is_reported
    assert any(note[:6] in one.plain for one in draft("", "", front).paper.passages_in(THANKS))


@pytest.mark.parametrize(
    ("entries", "number"),
    [
        ("\\bibitem{a} G. O. Young, ``Synthetic structure of industrial plastics,'' 1964.", 1),
        ("\\bibitem{a} W.-K. Chen, \\emph{Linear Networks and Systems}. Belmont, 1993.", 0),
        (
            "\\bibitem{a} W.-K. Chen, \\emph{Linear Networks and Systems}. Belmont, 1993.\n"
            "\\bibitem{b} J. Jones, ``Infrared navigation---Part I,'' 1989.",
            2,
        ),
    ],
)
def test_sample_references_of_journals_are_reported(entries, number):
    body = f"\\begin{{thebibliography}}{{9}}\n{entries}\n\\end{{thebibliography}}"
    assert codes("", body).count("TPL004") == number
