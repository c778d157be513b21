"""Names in bylines and at the beginning of biographies."""

from __future__ import annotations

import pytest

from ieeelint.context import Context
from ieeelint.readers.latex.reading import read
from ieeelint.rules.support.person_names import author_names, is_same, is_variant, leading_name


def byline(authors: str) -> list[str]:
    text = (
        "\\documentclass[journal]{IEEEtran}\n\\begin{document}\n\\title{Flow}\n"
        f"\\author{{{authors}}}\n\\maketitle\nWater is wet.\n\\end{{document}}\n"
    )
    return [name for name, _, _ in author_names(Context(read("paper.tex", text=text)))]


@pytest.mark.parametrize(
    "authors",
    [
        "Ana Lima, Bo de Costa",
        "Ana Lima; Bo de Costa",
        "Ana Lima \\& Bo de Costa",
        "Ana Lima and Bo de Costa",
        "ANA LIMA AND BO DE COSTA",
        "Ana~Lima,~\\IEEEmembership{Senior Member,~IEEE,} and~Bo~de~Costa\\thanks{Porto.}",
        "Lima, Ana Lima, Bo de Costa",
    ],
)
def test_each_author_has_a_name(authors):
    assert [name.title() for name in byline(authors)] == ["Ana Lima", "Bo De Costa"]


@pytest.mark.parametrize(
    "grade",
    "Member Fellow Senior Student Graduate Life Affiliate Associate".split()
    + "IEEE OSA ACM IET SPIE Jr. Sr.".split(),
)
def test_a_grade_is_not_part_of_a_name(grade):
    assert byline(f"Ana Lima {grade}, {grade} {grade}") == ["Ana Lima"]


def test_a_long_list_of_words_is_not_a_name():
    assert byline("The Group for Flow in Old Pipes of Porto") == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ana Lima received a degree.", "Ana Lima"),
        ("Ana Lima (M'11) swims.", "Ana Lima"),
        ("Ana Lima(M'11) swims.", "Ana Lima"),
        ("Ana Lima, Porto, swims.", "Ana Lima"),
        ("Ana Lima  \nDr. Ana Lima swims.", "Ana Lima"),
        ("Ana Lima Dr. Lima swims.", "Ana Lima"),
        ("“Ana” Lima swims.", "Ana Lima"),
        ("Jean-Luc O’Neill swims.", "Jean-Luc O’Neill"),
        ("A. B. Lima swims.", "A. B. Lima"),
        ("Ana Lima 2nd swims.", "Ana Lima"),
        ("Ana Lima e nada.", "Ana Lima"),
        ("She swims.", "She"),
        ("40 swimmers.", ""),
    ],
)
def test_a_biography_begins_with_a_name(words, name):
    assert leading_name(words) == name


@pytest.mark.parametrize(
    "particle", "de da do dos das di del della der den van von la le al el bin ibn e y".split()
)
def test_a_particle_is_inside_a_name(particle):
    assert leading_name(f"Ana {particle} Lima swims.") == f"Ana {particle} Lima"


@pytest.mark.parametrize("title", ["Dr.", "Dr", "Prof.", "Mr.", "Mrs.", "Ms."])
def test_a_title_before_a_name_is_left_out(title):
    assert leading_name(f"{title} Ana Lima swims.") == "Ana Lima"


@pytest.mark.parametrize(
    ("first", "second", "same", "variant"),
    [
        ("Ana Lima", "ANA LIMA", True, True),
        ("A. B. Lima", "A B Lima", True, True),
        ("Ana-Maria Lima", "Ana Maria Lima", True, True),
        ("Lima Ana", "Ana Lima", True, False),
        ("Ana Lima", "Aná Lima", False, True),
        ("Ana Lima", "Ana Lina", False, True),
        ("Ana Lima", "Ana Limaes", False, True),
        ("Ana Lima", "Ana Limaess", False, False),
        ("Beatriz Lima", "B. Lima", False, True),
        ("Beatriz Lima", "William Lima", False, False),
        ("Beatriz Lima", "Beatriz Costa", False, False),
    ],
)
def test_names_are_compared_as_an_editor_does(first, second, same, variant):
    assert is_same(first, second) is same
    assert is_variant(first, second) is variant
