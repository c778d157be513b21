"""Abbreviations and the words that spell them out."""

from __future__ import annotations

import pytest

from ieeelint.paper.abbreviations import Abbreviations
from ieeelint.paper.expansions import expansion_before, singular, spells
from ieeelint.vocabulary import Vocabulary
from tests.papers_by_hand import index_of, paper

SMALL_WORDS = Vocabulary().abbreviations.small_words


def read(*parts: tuple[str, str] | str) -> Abbreviations:
    return index_of(paper(*parts)).abbreviations


@pytest.mark.parametrize(
    ("text", "token", "expansion"),
    [
        ("We train a self-organizing map (SOM).", "SOM", "self-organizing map"),
        ("All self-organizing maps (SOMs) are.", "SOM", "self-organizing maps"),
        ("The Internet of Things (IoT) is.", "IoT", "Internet of Things"),
        ("By over-the-air (OTA) updates.", "OTA", "over-the-air"),
        (
            "An attitude and heading reference system (AHRS).",
            "AHRS",
            "attitude and heading reference system",
        ),
        ("Accessible authentication design (AAD).", "AAD", "Accessible authentication design"),
        ("A rectified linear unit (ReLU) is.", "ReLU", "rectified linear unit"),
        ("The quality of service (QoS) is.", "QoS", "quality of service"),
        ("A mean square error [MSE] is.", "MSE", "mean square error"),
        ("Principal component analysis (PCA, see {cite}).", "PCA", "Principal component analysis"),
        ("A linear program (or LP) is.", "LP", "linear program"),
        ("A linear program (“LP”) is.", "LP", "linear program"),
        ("A linear program (LP; see below) is.", "LP", "linear program"),
        ("The guess-and-determine (GD) attack.", "GD", "guess-and-determine"),
        ("The Time Petri Net (TPN) is.", "TPN", "Time Petri Net"),
        ("Within-project defect prediction (WPDP) is.", "WPDP", "Within-project defect prediction"),
        ("A generative adversarial\nnetwork (GAN) is.", "GAN", "generative adversarial network"),
    ],
)
def test_definitions(text: str, token: str, expansion: str) -> None:
    (definition,) = read(text).definitions
    assert (definition.token, definition.expansion) == (token, expansion)
    assert definition.is_strong and not definition.is_reversed


def test_reversed_definition() -> None:
    (definition,) = read("The SOM (self-organizing map) is.").definitions
    assert definition.is_reversed and definition.is_strong
    assert definition.expansion == "self-organizing map"


def test_a_word_too_many_makes_a_weak_definition() -> None:
    (definition,) = read("The mixed-integer linear programming problem (MILP) is.").definitions
    assert definition.expansion == "mixed-integer linear programming problem"
    assert not definition.is_strong


@pytest.mark.parametrize(
    "text", ["See the map (Fig. 3).", "It ran (See below).", "In the year (2019).", "The end (a)."]
)
def test_what_defines_nothing(text: str) -> None:
    found = read(text)
    assert found.definitions == [] and found.introduced == {}


def test_a_short_form_without_long_form_is_introduced_only() -> None:
    found = read("The usual method of choice (XQW) is old.")
    assert found.definitions == [] == list(found.introduced) and list(found.alone) == ["XQW"]


def test_uses_are_in_the_singular_and_leave_authors_and_references_out() -> None:
    found = read(
        "Two LFSRs and an LFSR. ASes and one AS.",
        ("reference", "J. IEE LFSR"),
        ("author", "MIT LAB"),
    )
    assert {token: len(places) for token, places in found.uses.items()} == {"LFSR": 2, "AS": 2}


def test_no_definition_reaches_over_passages() -> None:
    assert read(("heading", "Self-organizing map"), "(SOM) is.").definitions == []


def test_singular() -> None:
    assert [singular(word) for word in ("CNNs", "ASes", "QoS", "OS", "IDs")] == [
        "CNN",
        "AS",
        "QoS",
        "OS",
        "ID",
    ]


def test_spelling() -> None:
    assert spells("CNN", "convolutional neural network", SMALL_WORDS, exactly=True)
    assert spells("TDoA", "time difference of arrival", SMALL_WORDS)
    assert not spells("CNN", "convolutional network", SMALL_WORDS, exactly=True)
    assert not spells("SA", "Simulado", SMALL_WORDS)


def test_expansion_is_bounded_in_words() -> None:
    words = "a b c d e f g h i j k l m n o p of the old map "
    assert expansion_before(words, len(words), "AM", SMALL_WORDS) is None
