"""Numbers with units, in all forms that authors write."""

from __future__ import annotations

import pytest

from ieeelint.paper.quantity_use import QuantityUse
from ieeelint.paper.unit_patterns import unit_of_formula
from tests.papers_by_hand import index_of, paper


def quantities(text: str, zone: str = "prose") -> list[QuantityUse]:
    made = paper((zone, text))
    return index_of(made).quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 5 GHz now", ("5", " ", "GHz")),
        ("at 5GHz now", ("5", "", "GHz")),
        ("at 2.5\u00a0mA now", ("2.5", "\u00a0", "mA")),
        ("at 1,000\u2009V now", ("1,000", "\u2009", "V")),
        ("a 5-m arm", ("5", "-", "m")),
        ("for 5\nseconds", ("5", "\n", "seconds")),
        ("about 5 KHz", ("5", " ", "KHz")),
        ("a loss of 5%", ("5", "", "%")),
        ("at 30 °C", ("30", " ", "°C")),
        ("at 5 km/h", ("5", " ", "km/h")),
        ("10 N·m", ("10", " ", "N·m")),
        ("30 W/(m·K)", ("30", " ", "W/m·K")),
        ("3 m/s2 of", ("3", " ", "m/s^2")),
        ("10 m² of", ("10", " ", "m^2")),
        ("10 m{sup:2} of", ("10", " ", "m^2")),
        ("10 m$^2$ of", ("10", " ", "m^2")),
        ("$5$ GHz", ("5", " ", "GHz")),
        ("$f = 2.5$ GHz", ("2.5", " ", "GHz")),
        ("$3 \\times 10^{8}$ m/s", ("3 \\times 10^{8}", " ", "m/s")),
        ("10$^{-3}$ s", ("10^-3", " ", "s")),
        ("6 $cm$ wide", ("6", " ", "cm")),
        ("6 $\\mu$m wide", ("6", " ", "μm")),
        ("6$\\mu$m wide", ("6", "", "μm")),
        ("20$^\\circ$C", ("20", "", "°C")),
        ("20 $^\\circ$ off", ("20", " ", "°")),
        ("12 inches", ("12", " ", "inches")),
        ("a 12-in pipe", ("12", "-", "in")),
        ("50 Oe", ("50", " ", "Oe")),
        ("10k$\\Omega$ now", ("10", "", "kΩ")),
        ("2.2 M$\\Omega$ now", ("2.2", " ", "MΩ")),
        ("it took 6s", ("6", "", "s")),
        ("1s and 6s, respectively", ("1", "", "s")),
        ("starting at 0s;", ("0", "", "s")),
    ],
)
def test_a_quantity_in_text_is_detected(text: str, expected: tuple[str, str, str]) -> None:
    use = quantities(text)[0]
    assert (use.number, use.separator, use.unit) == expected
    assert not use.in_math


@pytest.mark.parametrize(
    ("formula", "number", "unit", "upright"),
    [
        ("6.1cm", "6.1", "cm", False),
        ("5\\,\\mathrm{GHz}", "5", "GHz", True),
        ("5\\text{ ms}", "5", "ms", True),
        ("f = 5 GHz", "5", "GHz", False),
        ("750 V / rpm", "750", "V/rpm", False),
        ("2.8\\cdot 10^{-4} kg\\cdot m^{2}", "2.8\\cdot 10^{-4}", "kg·m^2", False),
        ("0.7 \\Omega", "0.7", "Ω", True),
        ("20^\\circ", "20", "°", True),
        ("0.5 \\hphantom{\\cdot} m/s", "0.5", "m/s", False),
        ("\\begin{bmatrix} 0.5 & 1.5 \\end{bmatrix}^\\top m", "…", "m", False),
        ("10\\%", "10", "%", True),
    ],
)
def test_a_quantity_in_a_formula_is_detected(
    formula: str, number: str, unit: str, upright: bool
) -> None:
    use = quantities(f"We set ${formula}$ here.")[-1]
    assert (use.number, use.unit, use.upright, use.in_math) == (number, unit, upright, True)


def test_a_quantity_in_a_formula_maps_to_its_source() -> None:
    made = paper("We set $f = 5\\,GHz$ here.")
    (use,) = index_of(made).quantities
    assert use.span(made).text == "5\\,GHz"
    assert use.unit_span(made).text == "GHz"


def test_a_siunitx_quantity_is_detected() -> None:
    (use,) = quantities("at {qty:5:\\giga\\hertz} now")
    assert (use.number, use.unit, use.in_math) == ("5", "\\giga\\hertz", False)
    assert use.mark is not None


@pytest.mark.parametrize(
    "text",
    [
        "in the 1980s and 5 in 10 cases",
        "as 5 as 6 at 7 a",
        "in 2010 N. Lima wrote",
        "a score of 0.68 F1",
        "with $N = 5$ in all",
        "the x2m and RTX3090K parts",
        "$x_2m$ and $x^{2m}$ and $\\frac{2m}{3}$",
        "5 nodes, 3 images, and 2 of them",
        "one. 5\n\nm",
    ],
)
def test_text_without_a_quantity(text: str) -> None:
    assert quantities(text) == []


def test_quantities_in_displayed_formulas_are_detected() -> None:
    uses = quantities("We set $$\\begin{bmatrix} 0.5 m/s \\\\ 2 rad \\end{bmatrix}$$ so.")
    assert [(use.number, use.unit) for use in uses] == [("0.5", "m/s"), ("2", "rad")]


def test_the_unit_of_a_formula() -> None:
    assert unit_of_formula("\\mathrm{GHz}") == ("GHz", True)
    assert unit_of_formula("m/s^{2}") == ("m/s^2", False)
    assert unit_of_formula("\\alpha") == ("", False)
    assert unit_of_formula("x" * 100) == ("", False)
    assert unit_of_formula("") == ("", False)


@pytest.mark.parametrize(
    "text",
    [
        "the digit 6s are wrong",
        "labels of 6s and 9s",
        "strings of 0s and 1s",
        "a 1s or 0s",
        "MEC 003 V3.1.1 is",
        "release 5 A2.10 is",
        "the 1980s",
    ],
)
def test_numbers_in_the_plural_and_versions_are_no_quantities(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("formula", "gap"),
    [("38\\text{\\,kB}", True), ("38\\mbox{~kB}", True), ("38\\text{ kB}", True)]
    + [("38\\text{kB}", False), ("38\\,\\text{kB}", True)],
)
def test_a_space_in_the_box_of_the_unit_separates(formula: str, gap: bool) -> None:
    (use,) = quantities(f"${formula}$")
    assert bool(use.separator) is gap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Early in the 90s, it", 0),
        ("of the 80s and 90s.", 0),
        ("In the 70s, 80s and 90s as", 0),
        ("the late 80s have", 0),
        ("mid-90s pipes", 0),
        ("the ’90s have", 0),
        ("the 1980s and 90s have", 0),
        ("the 1980s–90s have", 0),
        ("desde los años 60s, hay", 0),
        ("en los 70s hubo", 0),
        ("nos anos 80s houve", 0),
        ("durante os 90s houve", 0),
        ("con 60s de espera", 1),
        ("it stops in 30s.", 1),
        ("after the 60s delay", 1),
        ("in the 60s delay", 1),
        ("by 30s and 60s.", 2),
        ("tens, or 100s of pipes", 0),
        ("it heard 10s of sound", 1),
        ("it heard 20s of pipes", 1),
        ("a 3V3 rail", 0),
        ("a 10m2 roof", 1),
    ],
)
def test_decades_counts_and_names_are_no_quantities(text, expected):
    assert len(quantities(text)) == expected
