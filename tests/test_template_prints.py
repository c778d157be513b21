"""Sentences of templates are recognized by fingerprints; an unfilled template is reported once."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from ieeelint.context import Context
from ieeelint.readers import read
from ieeelint.rules.support import template_prints
from ieeelint.rules.support.template_prints import fingerprint, template_text
from ieeelint.tables.compiled import template_prints as compiled
from tools import template_prints as tool

# A template of our own: nothing of IEEE's templates is in this project.
GUIDANCE = [
    "Kindly paint every pipe of the manuscript in a bright color.",
    "A pipe that nobody paints will be returned to the author.",
    "Do not bend the third pipe of the second column by hand.",
    "Pipes of more than nine feet belong into the appendix of the manual.",
    "Each valve has a number, and each number has its own valve.",
    "Please measure the pressure of the ink before you send the file.",
    "The society prints red pipes only in its yearbook of valves.",
    "Authors who own a pump may attach a drawing of the pump.",
]
CAPTION = "Sample drawing of a pump that no reader ever sees"
SAMPLES = [
    "P. Pump, ``A pump of many valves and pipes,'' J. Pumps, vol. 1, p. 1, 2001.",
    "V. Valve, ``A valve of many pumps and pipes,'' J. Valves, vol. 2, p. 2, 2002.",
]
OWN = "Our river carries more sand in spring than anybody had measured before."
FIGURE = "\\begin{figure}[!t]\\centering x\\caption{%s.}\\label{fig:p}\\end{figure}\n"


def paper(sentences, captions=(), references=()):
    items = "".join(f"\\bibitem{{r{number}}} {words}\n" for number, words in enumerate(references))
    listed = f"\n\\begin{{thebibliography}}{{9}}\n{items}\\end{{thebibliography}}" if items else ""
    figures = "".join(FIGURE % words for words in captions)
    return (
        "%! document\n\\documentclass[conference]{IEEEtran}\n\\begin{document}\n"
        + "\n\n".join(sentences)
        + f"\n{figures}{listed}\n\\end{{document}}\n"
    )


@pytest.fixture
def pumps(draft, monkeypatch, tmp_path):
    """Make the table know only the template of our own."""
    path = draft(paper(GUIDANCE, [CAPTION], SAMPLES), name="template.tex")
    monkeypatch.setattr(tool, "TABLE", tmp_path / "prints.toml")
    assert tool.main([f"pump template={path}"]) == 0
    table = tomllib.loads((tmp_path / "prints.toml").read_text(encoding="utf-8"))
    monkeypatch.setattr(compiled, "TABLE", table)
    monkeypatch.setattr(template_prints, "_last", (None, None))
    return path


def findings(run, path, *codes):
    out = run("check", "--isolated", "--no-group", "--output-format", "json", path)[1]
    listed = json.loads(out)["findings"]
    return [one for one in listed if not codes or one["code"] in codes]


def known(path):
    return template_text(Context(read(str(path))))


def test_an_unfilled_template_has_no_other_findings(pumps, run):
    listed = findings(run, pumps)
    assert {one["code"] for one in listed} <= {"TPL001", "TPL004"}
    first = [one for one in listed if "Until then, other findings are left out" in one["message"]]
    assert [one["message"][:76] for one in first] == [
        "11 of 11 sentences of this draft are still those of the pump template. Write"
    ]
    assert sum("guidance text of the pump template" in one["message"] for one in listed) == 8
    assert sum("sample reference" in one["message"] for one in listed) == 2
    assert sum("sample caption" in one["message"] for one in listed) == 1


def test_a_sentence_left_among_the_authors_words(pumps, draft, run):
    path = draft(f"{OWN} {GUIDANCE[2]} It also has 5kg of sand.")
    listed = findings(run, path, "TPL001", "UNT007")
    assert [one["code"] for one in listed] == ["TPL001", "UNT007"]
    assert "guidance text of the template." in listed[0]["message"], "one says not which template"
    line = Path(path).read_text(encoding="utf-8").splitlines()[listed[0]["line"] - 1]
    assert line[listed[0]["column"] - 1 : listed[0]["end_column"] - 1] == GUIDANCE[2]


@pytest.mark.parametrize(
    "changed",
    [
        GUIDANCE[0].upper(),
        GUIDANCE[0].replace("pipe of", "\\emph{pipe}~of"),
        GUIDANCE[0].replace(" the manuscript", "\n  the % a comment\nmanuscript"),
        GUIDANCE[0].replace("in a bright color", "in a bright color \\cite{r}, as we did"),
    ],
)
def test_layout_and_the_end_of_the_sentence_do_not_matter(pumps, draft, changed):
    assert len(known(draft(changed)).guidance) == 1


@pytest.mark.parametrize(
    "changed",
    [
        GUIDANCE[0].replace("paint", "print"),
        "Also k" + GUIDANCE[0][1:],
        "Kindly paint every pipe.",
        "\\section{Kindly Paint Every Pipe of the Manuscript}",
    ],
)
def test_other_words_are_the_authors(pumps, draft, changed):
    assert not known(draft(changed)).guidance


def test_one_sample_reference_may_be_a_citation(pumps, draft, run):
    alone = draft(paper([OWN], references=[SAMPLES[0], "A. Lima, ``Sand,'' J. Sand, 2020."]))
    assert not findings(run, alone, "TPL004")
    among = draft(paper([OWN, GUIDANCE[0], GUIDANCE[1]], references=[SAMPLES[0]]))
    assert len(findings(run, among, "TPL004")) == 1


def test_a_draft_that_the_author_began_is_checked(pumps, draft, run):
    own = [f"{OWN[:-1]}, and {number} times so." for number in range(20)]
    path = draft(paper([*GUIDANCE, *own, "It also has 5kg of sand."]))
    listed = findings(run, path, "TPL001", "UNT007")
    assert [one["code"] for one in listed].count("UNT007") == 1
    assert not any("left out" in one["message"] for one in listed)
    assert not known(draft(paper(GUIDANCE[:7]))).is_unfilled, "seven sentences are too few"
    mostly = paper([*GUIDANCE * 8, *own[:15]])
    assert known(draft(mostly)).number > 60
    assert not known(draft(mostly)).is_unfilled, "fifteen sentences of the author are a beginning"
    assert known(draft(paper([*GUIDANCE * 8, *own[:14]]))).is_unfilled


def test_ordinary_beginnings_stay_out_of_the_table(pumps, tmp_path, monkeypatch):
    beginning = "kindly paint every pipe of the manuscript"
    (tmp_path / "prints.toml").write_text(f'ordinary = ["{beginning}"]\n', encoding="utf-8")
    assert tool.main([f"pump template={pumps}"]) == 0
    table = tomllib.loads((tmp_path / "prints.toml").read_text(encoding="utf-8"))
    assert table["ordinary"] == [beginning]
    assert fingerprint(beginning.split()) not in table["templates"][0]["prints"]


def test_the_tool_explains_its_arguments(capsys):
    assert tool.main([]) == 2
    assert "=access.tex" in capsys.readouterr().err


def test_magazines_have_rules_of_their_own(draft, run):
    text = (
        "%! document\n\\documentclass{IEEEcsmag}\n\\begin{document}\n\\title{Sand}\n"
        "\\author{Ana Lima}\n\\begin{abstract}\nSand is dry.\n\\end{abstract}\n"
        "\\section{how sand flows}\nSand flows.\n\\end{document}"
    )
    path = draft(text)
    out = json.loads(run("check", "--isolated", "--output-format", "json", path)[1])
    assert out["papers"][0]["profile"] == "magazine"
    assert not {"KWD001", "HDG006"} & {one["code"] for one in out["findings"]}
    out = run("check", "--isolated", "--extend-select", "KWD001", path)[1]
    assert "KWD001" in out
