"""The language of a draft and of its passages, with text of our own in 26 languages."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

import ieeelint
from ieeelint import rules
from ieeelint.examples import PARTS
from ieeelint.readers import read
from ieeelint.starters.word import document

with open(os.path.join(os.path.dirname(__file__), "passages.toml"), "rb") as file:
    PASSAGES: dict[str, dict[str, Any]] = tomllib.load(file)
CODES = sorted(PASSAGES)
# Languages without a profile of their own, or so close to another that only some words differ.
CLOSE = [{"da", "no"}, {"id", "ms"}, {"hr", "sl"}, {"cs", "sk"}]
ENGLISH_TEXT = PARTS["abstract"]
LATEX = """\\documentclass[conference]{{IEEEtran}}
\\begin{{document}}
\\title{{{title}}}
\\author{{\\IEEEauthorblockN{{Ana Lima}}\\IEEEauthorblockA{{Porto, Portugal\\\\ana@flow.example}}}}
\\maketitle
\\begin{{abstract}}
{abstract}
\\end{{abstract}}
{sections}
\\end{{document}}
"""
WORD = """[paper title] {title}
[section columns=1]
[Author] Ana Lima<br/>Porto, Portugal<br/>ana@flow.example
[section columns=1]
[Abstract] <i>Abstract</i>—{abstract}
{sections}
[section columns=2]
"""
SKELETONS = {"tex": LATEX, "docx": WORD}
SECTIONS = {"tex": "\\section{{{}}}\n{}\n", "docx": "[heading 1] {}\n[Body Text] {}"}


def written(folder, kind: str, title: str, abstract: str, headings: list[str], text: str) -> str:
    """The path of a new draft with the text under each heading."""
    sections = "\n".join(SECTIONS[kind].format(heading, text) for heading in headings)
    content = SKELETONS[kind].format(title=title, abstract=abstract, sections=sections)
    path = folder / f"paper.{kind}"
    path.write_bytes(document(content) if kind == "docx" else content.encode())
    return str(path)


def about_english(path: str) -> list[str]:
    """The findings that only English words can have: wording, and the case of captions."""
    report = ieeelint.check([path])
    return [
        f"{finding.code} {finding.message}"
        for finding in report.findings
        if rules.REGISTRY[finding.code].english
    ]


@pytest.mark.parametrize("kind", SKELETONS)
@pytest.mark.parametrize("code", CODES)
def test_no_rule_for_english_reports_on_a_paper_in_another_language(code, kind, tmp_path):
    text, headings = PASSAGES[code]["text"], PASSAGES[code]["headings"]
    path = written(tmp_path, kind, headings[1], text, headings, text)
    close = next((group for group in CLOSE if code in group), {code})
    assert read(path).paper.language in close
    assert about_english(path) == []


@pytest.mark.parametrize("kind", SKELETONS)
@pytest.mark.parametrize("code", CODES)
def test_an_english_abstract_is_checked_and_the_body_is_not(code, kind, tmp_path):
    text, headings = PASSAGES[code]["text"], PASSAGES[code]["headings"]
    abstract = ENGLISH_TEXT.replace("\n", " ") + " Its colour is blue."
    path = written(tmp_path, kind, "Steady Flow in Narrow Pipes", abstract, headings, text)
    assert [finding.split()[0] for finding in about_english(path)] == ["TXT004"]


@pytest.mark.parametrize("kind", SKELETONS)
@pytest.mark.parametrize("code", CODES)
def test_english_headings_of_a_paper_in_another_language_are_checked(code, kind, tmp_path):
    text, title = PASSAGES[code]["text"], PASSAGES[code]["headings"][1]
    headings = ["Introduction", "Related work", "Proposed method", "Results and discussion"]
    path = written(tmp_path, kind, title, text, headings, text)
    assert [finding.split()[0] for finding in about_english(path)] == ["HDG006"] * 3


@pytest.mark.parametrize("code", CODES)
def test_a_foreign_part_of_an_english_paper_is_not_checked(code, tmp_path):
    text, headings = PASSAGES[code]["text"], PASSAGES[code]["headings"]
    body = f"{ENGLISH_TEXT}\n\n{text}\n\\section{{{headings[2]}}}\n{text}\n\n{ENGLISH_TEXT}"
    path = written(tmp_path, "tex", "Steady Flow", ENGLISH_TEXT, ["Introduction", "Sand"], body)
    assert about_english(path) == []


@pytest.mark.parametrize(
    ("option", "text", "language"),
    [
        ("vietnamese", "Nhanh.", "vi"),
        ("danish", "Kort.", "da"),
        ("portuguese", ENGLISH_TEXT, "en"),  # a preamble of an older draft
        ("english", PASSAGES["fi"]["text"], "fi"),
        ("klingon", "Kurz.", "en"),
    ],
)
def test_the_text_decides_where_it_is_clear(option, text, language, tmp_path):
    path = tmp_path / "a.tex"
    path.write_text(
        f"\\documentclass{{IEEEtran}}\\usepackage[{option}]{{babel}}\n"
        f"\\begin{{document}}\n{text}\n\\end{{document}}\n"
    )
    assert read(str(path)).paper.language == language


@pytest.mark.parametrize(
    "loaded",
    [
        "\\documentclass[danish]{IEEEtran}\\usepackage{babel}",
        "\\documentclass{IEEEtran}\\usepackage[english,main=danish]{babel}",
        "\\documentclass{IEEEtran}\\usepackage[english,danish]{babel}",
        "\\documentclass{IEEEtran}\\usepackage{polyglossia}\\setdefaultlanguage{danish}",
    ],
)
def test_babel_and_polyglossia_tell_the_language_of_a_short_draft(loaded, tmp_path):
    path = tmp_path / "a.tex"
    path.write_text(f"{loaded}\n\\begin{{document}}\nKort.\n\\end{{document}}\n")
    assert read(str(path)).paper.language == "da"


@pytest.mark.parametrize(
    ("heading", "is_english"),
    [
        ("the Schrödinger equation", True),  # a name has a capital
        ("a naïve estimate", True),
        ("merjenje površine", False),
        ("the Gödel–Löb logic", True),
    ],
)
def test_accents_show_another_language_except_in_names(heading, is_english, tmp_path):
    path = written(tmp_path, "tex", "Steady Flow", ENGLISH_TEXT, [heading], ENGLISH_TEXT)
    assert bool(about_english(path)) == is_english


def test_accents_after_their_letters_are_read(tmp_path):
    from unicodedata import normalize

    text = normalize("NFD", PASSAGES["vi"]["text"])
    path = written(tmp_path, "tex", "A", text, ["B"], text)
    assert read(path).paper.language == "vi"


def test_filler_text_is_no_english(tmp_path):
    filler = (
        "Duis aute irure dolor in reprehenderit in voluptate velit esse cillum nulla pariatur. "
    )
    path = written(tmp_path, "tex", "Steady Flow", ENGLISH_TEXT, ["Sand"], (filler + "duis ") * 3)
    assert about_english(path) == []


def test_a_heading_before_english_references_has_the_language_of_the_paper(tmp_path):
    text = PASSAGES["tr"]["text"]
    path = written(tmp_path, "tex", "Su", text, ["Su", "Kum", "Boru", "Kaynak listesi"], text)
    before, heading, _ = (
        Path(path).read_text(encoding="utf-8").partition("\\section{Kaynak listesi}")
    )
    (tmp_path / "list.tex").write_text(f"{before}{heading}\n{ENGLISH_TEXT}\n\\end{{document}}\n")
    assert about_english(str(tmp_path / "list.tex")) == []


def test_the_language_of_a_long_draft_is_that_of_its_prose(tmp_path):
    text = PASSAGES["hu"]["text"]
    headings = [f"Rész {number}" for number in range(120)]
    path = written(tmp_path, "tex", "A", ENGLISH_TEXT * 3, headings, text)
    assert read(path).paper.language == "hu"
