"""Mandatory rules: neither comments nor settings nor a baseline silences them, and each says so."""

from __future__ import annotations

import json

import pytest

from ieeelint.selection import selected
from ieeelint.settings import Settings

DRAFT = r"""\documentclass[conference]{IEEEtran}
\begin{document}
\title{A Quiet Pump}
\section{Flow}
As Figure 1 shows, the pump needs 5km. %s
\end{document}
"""
COMMENT = "% ieeelint: ignore[FIG001, UNT007] we like it"


@pytest.fixture
def codes(run, tmp_path):
    """A function that checks a draft, and returns the codes that it reports, and the notes."""

    def call(*words: str, settings: str = "", comment: str = "") -> tuple[list[str], str]:
        path = tmp_path / "paper.tex"
        path.write_text(DRAFT % comment, encoding="utf-8")
        (tmp_path / "ieeelint.toml").write_text(settings, encoding="utf-8")
        _, out, err = run("check", "--output-format", "json", *words, str(path))
        codes = [finding["code"] for finding in json.loads(out)["findings"]]
        wanted = ("FIG001", "UNT007", "SRC005")
        return sorted({code for code in codes if code in wanted}), err

    return call


def test_a_comment_suppresses_other_rules_only(codes, run, tmp_path):
    assert codes(comment=COMMENT)[0] == []
    assert codes("--mandatory", "FIG001", comment=COMMENT)[0] == ["FIG001", "SRC005"]
    _, out, _ = run("check", "--mandatory", "FIG001", str(tmp_path / "paper.tex"))
    assert "This comment does not suppress FIG001: mandatory rules cannot be suppressed" in out


@pytest.mark.parametrize(
    "settings",
    [
        'ignore = ["FIG"]',
        'per-file-ignores = {"paper.tex" = ["FIG001"]}',
        'severity = {"fig-reference-form" = "off"}',
        'severity = {FIG = "info"}',
    ],
)
def test_settings_silence_other_rules_only(codes, settings):
    silenced, err = codes(settings=settings)
    assert ("FIG001" in silenced) == ("info" in settings)
    assert "mandatory" not in err
    reported, err = codes("--mandatory", "FIG001,UNT", settings=settings)
    assert reported == ["FIG001", "UNT007"]
    key = settings.split(" ")[0]
    assert f'"{key}" has no effect on mandatory rules (FIG001)' in err


def test_a_mandatory_rule_keeps_its_severity(run, tmp_path):
    (tmp_path / "paper.tex").write_text(DRAFT % "", encoding="utf-8")
    words = ["check", "--mandatory", "FIG001", str(tmp_path / "paper.tex")]
    for severity, expected in (("off", "warning"), ("info", "warning"), ("error", "error")):
        settings = f'severity = {{FIG001 = "{severity}"}}'
        (tmp_path / "ieeelint.toml").write_text(settings, encoding="utf-8")
        assert f"{expected} FIG001" in run(*words)[1]


def test_selecting_other_rules_does_not_turn_it_off(codes):
    assert codes(settings='select = ["UNT"]')[0] == ["UNT007"]
    assert codes("--mandatory", "fig-reference-form", settings='select = ["UNT"]')[0] == [
        "FIG001",
        "UNT007",
    ]


def test_a_baseline_leaves_out_other_rules_only(codes, run, tmp_path):
    baseline = str(tmp_path / "base.json")
    codes()
    run("check", "--write-baseline", baseline, str(tmp_path / "paper.tex"))
    assert codes("--baseline", baseline)[0] == []
    reported, err = codes("--baseline", baseline, "--mandatory", "FIG")
    assert reported == ["FIG001"]
    assert "base.json: has no effect on mandatory rules: FIG001" in err


def test_an_area_does_not_turn_on_rules_that_are_off():
    def codes_of(**settings: list[str]) -> set[str]:
        return {rule.code for rule in selected(Settings(**settings))}

    off = min(codes_of(select=["ALL"]) - codes_of())
    assert off not in codes_of(mandatory=["ALL"])
    assert off in codes_of(mandatory=[off.lower()])


def test_an_unknown_rule_is_reported(run, draft):
    status, _, err = run("check", "--mandatory", "FGI001", draft(DRAFT % ""))
    assert status == 2
    assert 'unknown rule "FGI001"; did you mean "FIG001"?' in err
