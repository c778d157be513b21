"""Venue files: what a venue asks for, and messages about mistakes in such a file."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
from test_archives import zipped

from ieeelint import api
from ieeelint.documentation.venue_schema import schema
from ieeelint.settings import Settings, SettingsError
from ieeelint.settings_files import load
from ieeelint.venue import Venue
from ieeelint.venue_files import SHIPPED, read, shipped
from ieeelint.venue_keys import KEYS

DRAFT = (
    "\\documentclass[conference]{IEEEtran}\n\\title{Water}\n"
    "\\author{\\IEEEauthorblockN{Ana Lima}}\n"
    "\\begin{document}\n\\maketitle\n\\begin{abstract}Water flows.\\end{abstract}\n"
    "See Figure 1.\n\\end{document}\n"
)
RAIN = """name = "RAIN 2027"
source = "https://rain.example"
checked = 2026-11-30
profile = "journal"
anonymous = ["review"]
pages = { review = 8, camera-ready = 6 }
reference-pages = 1
paper = ["letter", "a4"]
margins = { top = 0.75, left = 1 }
gutter = 0.2
links = false
abstract = [100, 200]
keywords = [3, 5]
biographies = "optional"
copyright = "979-8-1234-5678-9/27/$31.00 ©2027 IEEE"
mandatory = ["FIG001"]
"""


@pytest.fixture(autouse=True)
def paper(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("paper.tex").write_text(DRAFT, encoding="utf-8")
    Path("venue.toml").write_text(RAIN, encoding="utf-8")


def loaded(text: str = RAIN, stage: str = "draft", **flags: object) -> Settings:
    Path("venue.toml").write_text(text, encoding="utf-8")
    return load("paper.tex", {"venue": "venue.toml", "stage": stage, **flags})


def test_the_values_of_a_venue_override_the_defaults():
    settings = loaded()
    assert (settings["profile"], settings.origins["profile"]) == ("journal", "venue.toml")
    assert settings["mandatory"] == ["FIG001"]
    assert not settings["anonymous"] or settings.origins["anonymous"] == "default"
    assert loaded(stage="review")["anonymous"] is True
    assert loaded(profile="letters")["profile"] == "letters"


def test_a_settings_file_overrides_the_venue_that_it_names(run):
    Path("sub").mkdir()
    Path("sub/paper.tex").write_text(DRAFT, encoding="utf-8")
    Path("ieeelint.toml").write_text(
        'venue = "venue.toml"\nprofile = "access"\nmandatory = ["TAB"]\nstage = "review"\n'
    )
    settings = load("sub/paper.tex")  # the file is relative to the settings file
    assert settings["profile"] == "access" and settings["anonymous"] is True
    assert settings["mandatory"] == ["FIG001", "TAB"]
    status, out, _ = run("settings", "sub/paper.tex")
    assert status == 0 and "anonymous = true" in out and "# venue.toml" in out
    Path("venue.toml").unlink()
    status, _, err = run("check", "sub/paper.tex")
    assert status == 2 and err.startswith("ieeelint: ieeelint.toml: venue.toml: does not exist;")


def test_limits_of_each_stage():
    venue = loaded().venue
    assert [venue.most_pages(stage) for stage in ("draft", "review", "camera-ready")] == [
        None,
        9,
        7,
    ]
    assert loaded("pages = 4").venue.most_pages("review") == 4
    assert loaded("").venue.most_pages("review") is None
    assert not Venue() and loaded().venue
    assert loaded("anonymous = true")["anonymous"] is True


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('nam = "x"', 'venue.toml:1:1: unknown key "nam"; did you mean "name"?'),
        ("name = 3", '"name" must be a string that is not empty'),
        ('name = " "', '"name" must be a string that is not empty'),
        ('checked = "2026-11-30"', '"checked" must be a date without quotes'),
        ("checked = 2026-11-30T10:00:00", '"checked" must be a date without quotes'),
        ('profile = "jurnal"', 'not "jurnal"; did you mean "journal"?'),
        ('profile = "auto"', "must be one of conference, journal"),
        ('anonymous = "yes"', "must be true, false, or a list of stages"),
        ('anonymous = ["reveiw"]', '1:15: "anonymous" has the unknown stage "reveiw"'),
        ("pages = 0", "must be a number from 1, or a table"),
        ("pages = true", "must be a number from 1, or a table"),
        ("pages = {}", "must be a number from 1, or a table"),
        ("pages = { final = 3 }", '1:11: "pages" has the unknown stage "final"'),
        ("pages = { review = 0 }", '1:11: "pages" must have a number from 1 for "review"'),
        ("reference-pages = -1", '"reference-pages" must be a number from 0'),
        ("paper = []", "must be a list of sizes"),
        ('paper = "a4"', "must be a list of sizes"),
        ('paper = ["lettr"]', 'unknown size "lettr"; use letter, a4; did you mean "letter"?'),
        ("margins = 1", "must be a table of inches"),
        ("margins = { side = 1 }", 'unknown edge "side"; use top, bottom, left, right'),
        ('margins = { top = "1in" }', 'must have a length in inches for "top"'),
        ("gutter = 11", "must be a length in inches"),
        ("gutter = true", "must be a length in inches"),
        ("links = 0", '"links" must be true or false'),
        ("abstract = 200", "must be two numbers, the least and the most"),
        ("abstract = [1, 2, 3]", "must be two numbers, the least and the most"),
        ("keywords = [5, 3]", '"keywords" must have the smaller number first'),
        ('biographies = "some"', "must be one of none, optional, all"),
        ("mandatory = [3]", "must be a list of rules"),
        ('mandatory = ["FGI001"]', '1:15: unknown rule "FGI001"; did you mean "FIG001"?'),
        ("name = ]", "venue.toml:1:8: not valid TOML"),
        ("a = " + "[" * 5000, "venue.toml: is nested too deeply"),
    ],
)
def test_a_mistake_is_reported_with_its_place(run, line, words):
    Path("venue.toml").write_text(line, encoding="utf-8")
    status, _, err = run("check", "--venue", "venue.toml", "paper.tex")
    assert status == 2 and words in err and "venue.toml:" in err


def test_every_key_has_a_good_value_that_the_schema_accepts():
    values = tomllib.loads(RAIN)
    assert set(values) == set(KEYS)
    assert read("venue.toml", "venue.toml").values == values
    values["checked"] = str(values["checked"])
    jsonschema.validate(values, schema())
    for wrong in ({"nam": "x"}, {"pages": 0}, {"pages": {}}, {"margins": {"side": 1}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema())


def test_a_name_that_is_neither_a_file_nor_shipped_is_refused(run):
    status, _, err = run("check", "--venue", "jornal", "paper.tex")
    assert status == 2 and 'did you mean "journal"?' in err
    with pytest.raises(SettingsError, match="cannot be read|does not exist"):
        load("paper.tex", {"venue": "nowhere/venue.toml"})


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_files_have_a_source_a_date_and_no_page_limit(name):
    venue = read(shipped(name), name)
    assert venue.profile == name and venue.values["source"] and venue.values["checked"]
    assert venue.most_pages("review") is None
    text = Path(shipped(name)).read_text(encoding="utf-8")
    offers = [line[2:] for line in text.splitlines() if line.startswith("# ") and " = " in line]
    for offer in offers:  # the lines that an author may uncomment are correct, too
        Path("venue.toml").write_text(offer, encoding="utf-8")
        read("venue.toml", "venue.toml")


def test_findings_name_the_limit_and_the_file(run):
    words = "check", "--venue", "venue.toml", "paper.tex", "--output-format", "concise"
    _, out, _ = run(*words)
    assert "2 words, but RAIN 2027 asks for at least 100 (abstract in venue.toml)" in out
    Path("venue.toml").write_text("abstract = [0, 1]", encoding="utf-8")
    _, out, _ = run(*words)  # the cache notices another content of the venue file
    assert "2 words, but the venue allows at most 1 (abstract in venue.toml)" in out
    _, out, _ = run(*words, "--venue", "access")
    assert "IEEE Access asks for at least 150 (abstract in access.toml of ieeelint)" in out


def test_mandatory_rules_of_a_venue_cannot_be_suppressed(run):
    text = DRAFT.replace(
        "See Figure", "% ieeelint: ignore-next-line[FIG001] we like it\nSee Figure"
    )
    Path("paper.tex").write_text(text, encoding="utf-8")
    words = "check", "paper.tex", "--output-format", "concise"
    assert "FIG001" not in run(*words)[1]
    assert "FIG001" in run(*words, "--venue", "venue.toml")[1]


def test_a_venue_file_in_an_archive_applies_but_none_outside_of_it(run):
    zipped("a.zip", {"p.tex": DRAFT, "venue.toml": RAIN, "ieeelint.toml": 'venue = "venue.toml"'})
    assert "asks for at least 100" in run("check", "a.zip", "--output-format", "concise")[1]
    zipped("a.zip", {"p.tex": DRAFT, "ieeelint.toml": 'venue = "../venue.toml"'})
    status, _, err = run("check", "a.zip")
    assert status == 2 and '"venue" leads out of the archive' in err


def test_other_programs_can_name_a_venue():
    files = {"paper.tex": DRAFT.encode(), "v.toml": RAIN.encode()}
    messages = [finding.message for finding in api.check(files, {"venue": "v.toml"}).findings]
    assert any("(abstract in v.toml)" in message for message in messages)
    messages = [finding.message for finding in api.check(files, {"venue": "journal"}).findings]
    assert any("journal.toml of ieeelint" in message for message in messages)


@pytest.mark.parametrize("form", ["latex", "word"])
def test_a_new_paper_for_a_venue(run, form):
    status, out, _ = run("init", "new", "--venue", "venue.toml", "--format", form)
    assert status == 0
    assert Path("new/venue.toml").read_text(encoding="utf-8") == RAIN
    settings = load("new/paper.tex")
    assert settings["profile"] == "journal" and settings.venue.name == "RAIN 2027"
    if form == "latex":
        assert "[journal" in Path("new/paper.tex").read_text(encoding="utf-8")
    status, _, err = run("init", "other", "--venue", "nowhere.toml")
    assert status == 2 and "nowhere.toml: does not exist" in err and not Path("other").exists()
    assert json.loads(run("check", "new", "--output-format", "json")[1])["papers"]


def test_a_new_paper_has_the_paper_of_the_venue(run):
    Path("venue.toml").write_text("paper = ['a4']", encoding="utf-8")
    run("init", "new", "--venue", "venue.toml")
    assert "a4paper" in Path("new/paper.tex").read_text(encoding="utf-8")
