"""Settings files: found, validated and merged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ieeelint.settings import KEYS, SettingsError
from ieeelint.settings_files import find_file, load
from ieeelint.vocabulary import Vocabulary


def test_the_nearest_settings_file_applies(tmp_path):
    (tmp_path / "ieeelint.toml").write_text('profile = "journal"\n')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert load(str(inner))["profile"] == "journal"
    (inner / ".ieeelint.toml").write_text('profile = "letters"\n')
    assert load(str(inner))["profile"] == "letters"


def test_pyproject_without_our_table_does_not_stop_the_search(tmp_path):
    (tmp_path / "ieeelint.toml").write_text('stage = "review"\n')
    inner = tmp_path / "paper"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert load(str(inner))["stage"] == "review"
    (inner / "pyproject.toml").write_text('[tool.ieeelint]\nstage = "camera-ready"\n')
    assert load(str(inner))["stage"] == "camera-ready"


@pytest.mark.parametrize(
    "text",
    [
        '[tool]\nieeelint = {stage = "camera-ready"}\n',
        '[tool . ieeelint]\nstage = "camera-ready"\n',
        'tool.ieeelint.stage = "camera-ready"\n',
        '[tool]\n"ieeelint".stage = "camera-ready"\n',
    ],
)
def test_every_spelling_of_our_table_is_found(tmp_path, text):
    (tmp_path / "pyproject.toml").write_text(text)
    assert load(str(tmp_path))["stage"] == "camera-ready"


@pytest.mark.parametrize("text", ["tool = 5\n# ieeelint\n", 'tool = "[tool.ieeelint]"\n', ""])
def test_a_pyproject_without_a_table_of_tools_is_not_ours(tmp_path, text):
    (tmp_path / "pyproject.toml").write_text(text)
    assert find_file(str(tmp_path)) != str(tmp_path / "pyproject.toml")
    assert load(str(tmp_path), file=str(tmp_path / "pyproject.toml"))["stage"] == "draft"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("x = 1\n[[tool.ieeelint]]\n", ":2: tool.ieeelint must be a table"),
        ("[tool]\n\nieeelint = 5\n", ":3: tool.ieeelint must be a table"),
        ("[tool.ieeelint\n", ":1:15: not valid TOML"),
    ],
)
def test_our_table_in_pyproject_must_be_a_table(tmp_path, text, place):
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(SettingsError) as caught:
        load(str(tmp_path))
    assert f"pyproject.toml{place}" in str(caught.value)


def test_an_unknown_key_shows_its_line_and_a_similar_key(tmp_path):
    (tmp_path / "ieeelint.toml").write_text('stage = "draft"\n\nselct = ["FIG"]\n')
    with pytest.raises(SettingsError) as caught:
        load(str(tmp_path))
    message = str(caught.value)
    assert "ieeelint.toml:3:1" in message
    assert 'selct = ["FIG"]' in message
    assert '"select"' in message


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('stage = "drft"', 'did you mean "draft"'),
        ('select = "FIG"', "list of strings"),
        ("anonymous = 1", "true or false"),
        ('severity = {FIG001 = "bad"}', "error, warning, info, off"),
        ("stage = [", "not valid TOML"),
    ],
)
def test_wrong_values_are_reported(tmp_path, line, words):
    (tmp_path / "ieeelint.toml").write_text(line + "\n")
    with pytest.raises(SettingsError, match=words):
        load(str(tmp_path))


def test_severity_and_per_file_ignores(draft, run, tmp_path):
    (tmp_path / "ieeelint.toml").write_text(
        '[severity]\nUNT005 = "error"\n[per-file-ignores]\n"part.tex" = ["UNT"]\n'
    )
    path = draft("It is .25.\n\n\\input{part}\n%! file part.tex\nIt is .5.")
    findings = json.loads(run("check", "--output-format", "json", path)[1])["findings"]
    assert [(finding["code"], finding["severity"]) for finding in findings] == [("UNT005", "error")]


def test_user_vocabulary_extends_the_tables():
    vocabulary = Vocabulary(
        {
            "abbreviations": {"tier_b": ["QTRM", "-GPS"]},
            "spellings": {"british": {"flavour": "taste"}},
        }
    )
    assert "QTRM" in vocabulary["abbreviations"]["tier_b"]
    assert "GPS" not in vocabulary["abbreviations"]["tier_b"]
    assert "CPU" in vocabulary["abbreviations"]["tier_b"]
    assert vocabulary["spellings"]["british"]["flavour"] == "taste"
    assert vocabulary["spellings"]["british"]["colour"] == "color"
    assert Vocabulary()["spellings"]["british"]["flavour"] == "flavor"


def test_a_unit_in_the_settings_is_a_unit(draft, run, tmp_path):
    path = draft("It weighs 5qux now.")
    assert "UNT007" not in run("check", "--output-format", "concise", path)[1]
    (tmp_path / "ieeelint.toml").write_text('[vocabulary.units.symbols]\nqux = ["qux", "quxes"]\n')
    assert "UNT007" in run("check", "--output-format", "concise", path)[1]


def test_an_abbreviation_in_the_settings_is_not_reported(draft, run, tmp_path):
    path = draft("A QTRM is used. The QTRM is good.")
    assert "ABR001" in run("check", "--output-format", "concise", path)[1]
    (tmp_path / "ieeelint.toml").write_text('[vocabulary.abbreviations]\ntier_b = ["QTRM"]\n')
    assert "ABR001" not in run("check", "--output-format", "concise", path)[1]


def test_the_schema_accepts_known_keys_only():
    import jsonschema

    from ieeelint.documentation import settings_schema

    schema = settings_schema.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate({"select": ["FIG"], "stage": "draft"}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"selct": []}, schema)


def test_generated_files_are_current():
    from ieeelint.documentation.generate import TOP, generated

    outdated = []
    for path, content in generated().items():
        file = Path(TOP, path)
        if not file.is_file() or file.read_text(encoding="utf-8") != content:
            outdated.append(path)
    assert not outdated, "run python -m ieeelint.documentation"


@pytest.mark.parametrize(
    ("text", "location", "problem", "marked"),
    [
        (
            'ignore = [\n  "FIG",\n  "UNT05",\n]\n',
            "ieeelint.toml:3:4",
            'unknown rule "UNT05"',
            "UNT05",
        ),
        ('[severity]\n"ABR9" = "info"\n', "ieeelint.toml:2:2", 'unknown rule "ABR9"', "ABR9"),
        ('[severity]\nABR001 = "hint"\n', "ieeelint.toml:2:1", "the severity of", "ABR001"),
        (
            '[per-file-ignores]\n"a.tex" = ["UNIT"]\n',
            "ieeelint.toml:2:13",
            'unknown rule "UNIT"',
            "UNIT",
        ),
        (
            '[vocabulary.abbreviatons]\ntier_b = ["X"]\n',
            "ieeelint.toml:1:13",
            'unknown vocabulary "abbreviatons"',
            "abbreviatons",
        ),
        ('[vocabulary.abbreviations]\ntierb = ["X"]\n', "ieeelint.toml:2:1", "unknown", "tierb"),
        ('[vocabulary.abbreviations]\ntier_b = "X"\n', "ieeelint.toml:2:1", "", "tier_b"),
        ('stage = "draft"\nx = [,\n', "ieeelint.toml:2:6", "not valid TOML", ","),
    ],
)
def test_a_mistake_is_shown_at_its_location(
    draft, run, tmp_path, monkeypatch, text, location, problem, marked
):
    path = draft("Water is wet.")
    (tmp_path / "ieeelint.toml").write_text(text)
    monkeypatch.chdir(tmp_path)
    status, _, err = run("check", path)
    assert status == 2
    lines = err.splitlines()
    assert lines[0].startswith(f"ieeelint: {location}: {problem}")
    start = lines[2].index("^")
    assert lines[1][start : start + lines[2].count("^")] == marked


def test_a_mistake_in_pyproject_is_located_in_our_table(run, draft, tmp_path, monkeypatch):
    path = draft("Water is wet.")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.other]\nselct = []\n[tool.ieeelint]\nselct = ["FIG"]\n'
    )
    monkeypatch.chdir(tmp_path)
    assert run("check", path)[2].startswith("ieeelint: pyproject.toml:4:1: unknown")


def test_flags_override_the_file_and_isolated_skips_it(draft, run, tmp_path):
    path = draft("It is .25.")
    (tmp_path / "ieeelint.toml").write_text('ignore = ["UNT"]\n')
    assert run("check", path)[0] == 0
    assert run("check", "--isolated", path)[0] == 1
    assert run("check", "--ignore", "FIG", path)[0] == 1
    other = tmp_path / "other.toml"
    other.write_text('severity = {UNT005 = "info"}\n')
    assert run("check", "--config", str(other), path)[0] == 0
    assert run("check", "--config", str(tmp_path / "none.toml"), path)[0] == 2


def test_the_most_specific_severity_applies(draft, run, tmp_path):
    (tmp_path / "ieeelint.toml").write_text(
        '[severity]\nUNT005 = "info"\nUNT = "error"\nALL = "off"\n'
    )
    path = draft("It is .25. It is 5 cc. Go go go and and stop.")
    findings = json.loads(run("check", "--output-format", "json", path)[1])["findings"]
    severities = {(finding["code"], finding["severity"]) for finding in findings}
    assert ("UNT005", "info") in severities
    assert {severity for _, severity in severities} <= {"info", "error"}
    assert not any(code.startswith("TXT") for code, _ in severities)


def test_settings_command_prints_a_settings_file(run, tmp_path):
    import tomllib

    (tmp_path / "ieeelint.toml").write_text('[per-file-ignores]\n"a b.tex" = ["FIG"]\n')
    _, out, _ = run("settings", str(tmp_path))
    values = tomllib.loads(out)
    assert values["per-file-ignores"] == {"a b.tex": ["FIG"]}
    assert set(values) == set(KEYS)


def test_an_empty_selector_selects_nothing(tmp_path, run):
    (tmp_path / "paper.tex").write_text("\\documentclass{IEEEtran}", encoding="utf-8")
    (tmp_path / "ieeelint.toml").write_text('select = [""]', encoding="utf-8")
    status, _, err = run("check", str(tmp_path / "paper.tex"))
    assert status == 2 and 'unknown rule ""' in err
    status, _, err = run("check", "--isolated", "--select", " , ", str(tmp_path / "paper.tex"))
    assert status == 2 and "--select needs a value" in err
