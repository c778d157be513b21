"""The capitals that titles lose in print, as BIB003 reports them."""

from __future__ import annotations

import pytest

from ieeelint import rules
from ieeelint.context import Context
from ieeelint.paper.bibtex_strings import lowered
from ieeelint.readers.bibtex import read
from ieeelint.rules.support.title_losses import TitleLosses

ENTRY = "@article{a, author = {Ana Lima}, title = {%s}, journal = {J. Flow}, year = 2024}\n"


def losses(title: str, *others: str) -> list[str]:
    """The words of a title that BibTeX prints without a capital of theirs."""
    rules.load()
    draft = read("refs.bib", "".join(ENTRY.replace("%s", each) for each in (title, *others)))
    places = TitleLosses(Context(draft)).places(title)
    return [title[start:end] for start, end in places]


@pytest.mark.parametrize(
    ("title", "lost"),
    [
        ("Deep Q-Learning with a U-Net on X-Ray Images in C++: Part I", "Q U-Net X C I"),
        ("Heat of a K-Band Pipe and a Z-Source at 10{\\textdegree}C", "K Z C"),
        ("A 31P Probe of the Class D Pipe by FlowLib", "31P D FlowLib"),
        ("Sand and {W}ater by \\TeX{} in $\\Omega(N)$ Steps", "\\TeX{} $\\Omega(N)$"),
        ("Pipes of In-Ga-As and of Fe in U.S. Sand", "In-Ga-As Fe U.S"),
        ("What Would I Do? A/B Tests of Sand", "I A/B"),
        ("Strömung von Wasser durch das Rohr", "Wasser Rohr"),
        ("Narrow steady pipes of the Lima group flow slowly", "Lima"),
        (
            "Narrow steady pipes by some slow steady rules of water (Steady Water Lawx)",
            "Steady Water Lawx",
        ),
        ("Narrow steady pipes and water of the Lima Water group", "Lima Water"),
        ("Narrow steady pipes by the Kalman-Limax steps of water", "Kalman Limax"),
        ("The Schr{\\\"o}dinger Flow of the D'Lima Type", "D'Lima"),
    ],
)
def test_each_capital_that_is_not_of_title_case_is_a_loss(title, lost):
    assert losses(title) == lost.split()


@pytest.mark.parametrize(
    "title",
    [
        "A Survey of the Flow in a Pipe: A Study --- A Review",
        "K-Means and N-Gram Models for E-Mail, by P-Values",
        "Is It Over? On Pipes as We Go to an Ox",
        "Narrow pipes of steady water flow slowly in the Web",
        "THE FLOW OF SAND IN NARROW PIPES",
        "{\\'E}cole of {\\AA}ngst and {\\O}re in {\\em Steady} Pipes",
        "Über Uns, {\\OE}uvres, {K}alman, {MIMO}, and {$O(N)$}",
        "The Die Attach in the Pipe and the Sand Box",
        "9.1 A 2.5 mm Pipe of Sand",
        "Pipes of the 21St Century, for the 2ND and the 4Th Time",
        "Waves of 802.11Ah and 802.11AX in Ns-3",
        "Narrow steady pipes by some slow steady rules of water (Steady Water)",
        "Narrow Water rules of narrow steady slow pipes and water flow: Clean Flow",
    ],
)
def test_the_capitals_of_title_case_are_not_losses(title):
    assert losses(title) == []


def test_a_known_name_does_not_make_its_neighbors_a_name():
    assert losses("Narrow steady pipes by the Steady Kalman filter of water") == ["Kalman"]


def test_the_first_word_of_a_part_is_no_evidence_of_a_name():
    assert losses("Narrow steady pipes and their slow water flow: Zyx Water") == []
    assert losses("Zyx Water in narrow steady pipes of slow water") == []
    assert losses("Narrow steady pipes and their slow water flow. Zyx Water") == []


def test_a_word_that_other_titles_have_in_lowercase_is_not_a_name():
    title = "Narrow steady pipes of the Sand group flow slowly"
    assert losses(title) == ["Sand"]
    assert losses(title, "Sands of the sea", "Pipes of sand") == []


@pytest.mark.parametrize(
    "title",
    [
        "Deep Q-Learning with a U-Net on X-Ray Images in C++: Part I",
        "Flow of Li(NiMnCo)O2 in {\\bf a FLW} by all-MiniLM-L6-v2 and $H_2$",
        "{K}ALDI and N{aCl} and 10{\\textdegree}C of \\LaTeX",
    ],
)
def test_braces_around_the_losses_keep_all_of_them(title):
    words = losses(title)
    protected = title
    for word in words:
        protected = protected.replace(word, f"{{{word}}}")
    printed = lowered(protected, keep_first=True)
    assert words and all(f"{{{word}}}" in printed for word in words)
    assert losses(protected) == []


@pytest.mark.parametrize(
    "title", ["A " + "B" * 200_000, "a-B" * 60_000, "a {\\X " * 9_000, "A $B" * 50_000]
)
def test_a_long_title_takes_no_long_time(title):
    losses(title)
