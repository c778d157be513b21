"""The typed views show every list of their tables, with the user's additions."""

from __future__ import annotations

from typing import Any

import pytest

from ieeelint.tables import table
from ieeelint.vocabulary import Vocabulary

VIEWS = [name for name, kind in vars(Vocabulary).items() if hasattr(kind, "func")]


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_shows_every_list_of_its_table(name):
    view = getattr(Vocabulary(), name)
    missing = [key for key in table(name) if not hasattr(view, key)]
    assert not missing


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_has_the_words_of_its_table(name):
    def words(shown: Any) -> set[str]:
        if isinstance(shown, dict):
            return {word for key, value in shown.items() for word in words(value) | {key}}
        if isinstance(shown, (list, tuple, frozenset)):
            return {word for value in shown for word in words(value)}
        return words(vars(shown)) if hasattr(shown, "__dict__") else {str(shown)}

    def values(content: Any) -> set[str]:
        if isinstance(content, dict):
            return {word for value in content.values() for word in values(value)}
        if isinstance(content, list):
            return {word for value in content for word in values(value)}
        return {str(content)}

    assert values(table(name)) <= words(getattr(Vocabulary(), name))


def test_no_word_is_corrected_by_two_tables():
    vocabulary = Vocabulary()
    spellings = vocabulary.spellings.british.keys() | vocabulary.spellings.debatable.keys()
    assert not spellings & vocabulary.misspellings.words.keys()


def test_a_view_has_the_users_additions():
    vocabulary = Vocabulary({"units": {"trade": ["tumbler", "-disk"]}})
    assert "tumbler" in vocabulary.units.trade
    assert "disk" not in vocabulary.units.trade
    assert "disk" in Vocabulary().units.trade


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("[vocabulary.template]\nstrong = [1]", 'each item of "strong" must be a string, not 1'),
        ("[vocabulary.units]\nquantifiers = [true]", "must be a string"),
        ("[vocabulary.classes.profiles]\nmyieee = 'jurnal'", 'did you mean "journal"'),
        ("[vocabulary.classes.profiles]\nMyIEEE = 'journal'", "in lowercase"),
        ("[vocabulary.statements]\nx = 1", 'unknown vocabulary "statements"'),
        ("[vocabulary.signatures]\nx = 1", 'unknown vocabulary "signatures"'),
    ],
)
def test_an_addition_of_the_wrong_type_is_explained(tmp_path, run, settings, words):
    (tmp_path / "ieeelint.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "paper.tex").write_text("\\documentclass{IEEEtran}", encoding="utf-8")
    status, _, err = run("check", str(tmp_path / "paper.tex"))
    assert status == 2 and words in err


def test_a_size_may_have_a_fraction(tmp_path, run):
    (tmp_path / "ieeelint.toml").write_text(
        "[vocabulary.word_styles.sizes]\nbodytext = 10.5", encoding="utf-8"
    )
    (tmp_path / "paper.tex").write_text("\\documentclass{IEEEtran}", encoding="utf-8")
    assert run("check", "--exit-zero", str(tmp_path / "paper.tex"))[2] == ""


def test_an_added_class_selects_its_profile(tmp_path, run):
    (tmp_path / "ieeelint.toml").write_text(
        "[vocabulary.classes.profiles]\nmyieee = 'access'", encoding="utf-8"
    )
    (tmp_path / "paper.tex").write_text(
        "\\documentclass{myieee}\n\\begin{document}x\\end{document}", encoding="utf-8"
    )
    assert "access profile" in run("check", str(tmp_path / "paper.tex"))[1]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("[vocabulary.abbreviations]\ntier_b = ['']", '"tier_b" has an empty word'),
        ("[vocabulary.abbreviations]\ntier_b = ['  ']", '"tier_b" has an empty word'),
        ("[vocabulary.abbreviations]\ntier_b = ['-']", '"tier_b" has an empty word'),
        ("[vocabulary.abbreviations]\ntier_b = [' QPU']", 'spaces around it; write "QPU"'),
        ("[vocabulary.abbreviations]\ntier_b = ['-OK ']", 'spaces around it; write "OK"'),
        ("[vocabulary.abbreviations]\ntier_b = ['-JSN']", 'removes nothing: "tier_b" has no "JSN"'),
        ("[vocabulary.abbreviations]\ntier_b = ['-JSN']", 'did you mean "JSON"'),
        ("[vocabulary.spellings.british]\n'' = 'x'", '"british" has an empty word'),
        ("[vocabulary.spellings.british]\n'armoury ' = 'armory'", 'write "armoury"'),
        ("[vocabulary.spellings.british]\nArmoury = 'armory'", 'write "armoury", not "Armoury"'),
        ("[vocabulary.places]\ncountries = ['Atlantis']", 'write "atlantis", not "Atlantis"'),
    ],
)
def test_an_addition_that_can_never_match_is_explained(tmp_path, run, settings, words):
    (tmp_path / "ieeelint.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "paper.tex").write_text("It is wet.", encoding="utf-8")
    status, _, err = run("check", str(tmp_path / "paper.tex"))
    assert status == 2 and words in err
    assert f"ieeelint.toml:{1 if 'british' in words else 2}:" in err


@pytest.mark.parametrize(
    "settings",
    [
        "[vocabulary.abbreviations]\ntier_b = ['OK', '-TV', 'QPU']",  # OK is there already
        "[vocabulary.places]\ncountries = ['atlantis']",
        "[vocabulary.classes.layout]\npackages = ['MyGeometry']",  # names keep their case
    ],
)
def test_useful_additions_and_repeated_ones_are_accepted(tmp_path, run, settings):
    (tmp_path / "ieeelint.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "paper.tex").write_text("It is wet.", encoding="utf-8")
    assert run("check", str(tmp_path / "paper.tex"))[0] != 2
