"""Additions to the word lists in [vocabulary] change the findings of the rules."""

from __future__ import annotations

import pytest

from ieeelint import rules
from ieeelint.context import Context
from ieeelint.examples import assemble, word_sketch
from ieeelint.readers import read
from ieeelint.running import run_rule
from ieeelint.starters.word import document
from ieeelint.vocabulary import Vocabulary, fault

EQUATION = "\\begin{equation}a=b.\\label{eq:a}\\end{equation}\n"
AUTHOR = "%! author\n\\IEEEauthorblockN{Ana Lima, D.Eng.}\n\\IEEEauthorblockA{Porto, Portugal}"

# Code, draft, additions, and the words reported without and with the additions.
CASES = [
    (
        "TXT009",
        "The stationery pump is wet.",
        {"wording": {"homophones": {"stationery pump": "stationary pump"}}},
        [],
        ["stationery pump"],
    ),
    (
        "TXT012",
        "It holds 5-10 bbl.",
        {"wording": {"ranges": {"units": ["bbl"]}}},
        [],
        ["5-10"],
    ),
    (
        "TXT006",
        "This data yonder is deep.",
        {"wording": {"data": {"followers": ["yonder"]}}},
        [],
        ["This"],
    ),
    (
        "TTL006",
        "%! title\nFlow Repair Using Wavelets",
        {"wording": {"using": {"actions": ["Repair"]}}},
        [],
        ["Using"],
    ),
    (
        "HDG004",
        "\\section*{Apparatus}\nWater is wet.",
        {"headings": {"numbered": ["apparatus"]}},
        [],
        ["\\section*{Apparatus}"],
    ),
    (
        "HDG006",
        "\\textbf{Scenario A}\n\nSand is dry.",
        {"headings": {"labels": ["Scenario"]}},
        ["Scenario A"],
        [],
    ),
    ("AUT007", AUTHOR, {"authors": {"degrees": ["D.Eng."]}}, [], ["D.Eng."]),
    (
        "TPL005",
        "We count TODO remarks. The gain is high.",
        {"template": {"markers": {"nouns": ["remark"]}}},
        ["TODO"],
        [],
    ),
    (
        "WRD001",
        "%! word\n[Normal] Water is wet.",
        {"word_styles": {"harmless": ["normal"]}},
        ["Water is wet."],
        [],
    ),
    (
        "ABR003",
        "The work began at the Guild of Steady Flow (GSF).",
        {"abbreviations": {"institutions": ["guild"]}},
        ["Guild of Steady Flow (GSF)"],
        [],
    ),
    (
        "ABR006",
        "Our clock is fast beside the CPU's.",
        {"abbreviations": {"plurals": {"comparing": ["beside"]}}},
        ["CPU's"],
        [],
    ),
    (
        "UNT001",
        "%! preamble\n\\usepackage{siunitx}\n%! body\nIt is \\SI{3}{\\zoll} long.",
        {"units": {"english_macros": {"zoll": "in"}}},
        [],
        ["\\SI{3}{\\zoll}"],
    ),
    (
        "EQN010",
        "See Fig.~3 of the leaflet.",
        {"equations": {"documents": ["leaflet"]}},
        ["Fig.~3"],
        [],
    ),
    (
        "EQN007",
        "It is $rank(x)$ of it.",
        {"equations": {"functions": ["rank"]}},
        [],
        ["rank"],
    ),
    (
        "EQN010",
        "See Graph~3 for the flow.",
        {"references": {"kinds": {"figure": ["graph"]}}},
        [],
        ["Graph~3"],
    ),
    (
        "EQN003",
        EQUATION + "It is in the approp. \\eqref{eq:a} is linear.",
        {"sentences": {"abbreviations": ["approp"]}},
        ["\\eqref{eq:a}"],
        [],
    ),
    (
        "TAB006",
        "\\begin{table}[!t]\\caption{Gain atop Sand}\\begin{tabular}{c}1\\end{tabular}\\end{table}",
        {"title_case": {"either_way": ["atop"]}},
        ["atop"],
        [],
    ),
    (
        "ACK002",
        "%! back\n\\section*{Acknowledgment}\nThe work was funded by the tide guild.",
        {"acknowledgment": {"sponsors": ["guild"]}},
        [],
        ["funded"],
    ),
    (
        "FTN001",
        "%! preamble\n\\usepackage{pagenote}\n%! body\nWater is wet.",
        {"classes": {"notes": {"endnotes": ["pagenote"]}}},
        [],
        ["pagenote"],
    ),
]


def reported(code: str, example: str, additions: dict, folder) -> list[str]:
    """The words that the findings of one rule are about."""
    rules.load()
    if sketch := word_sketch(example):
        (folder / "main.docx").write_bytes(document(sketch))
        draft = read(str(folder / "main.docx"))
    else:
        draft = read("main.tex", text=assemble(example)["main.tex"])
    context = Context(draft, vocabulary=Vocabulary(additions))
    return [finding.span.text for finding in run_rule(rules.REGISTRY[code], context)]


@pytest.mark.parametrize(
    ("code", "example", "additions", "before", "after"), CASES, ids=lambda value: str(value)[:12]
)
def test_an_addition_changes_what_is_reported(code, example, additions, before, after, tmp_path):
    assert fault(additions) == ("", "")
    assert reported(code, example, {}, tmp_path) == before
    assert reported(code, example, additions, tmp_path) == after
