"""The maintainers' measurement of false alarms: samples, verdicts and rates."""

from __future__ import annotations

import tomllib

import pytest

from ieeelint.documentation import rule_pages
from ieeelint.rules import every_rule
from tools.accuracy.__main__ import main

START = "\\documentclass[conference]{IEEEtran}\n\\begin{document}\n"
END = "\\end{document}\n"
COLD = "The cellar holds .{}5 bar.\n\n"  # each has one finding of UNT005


@pytest.fixture
def drafts(tmp_path):
    """A folder with a draft of six findings of UNT005, and one with a single finding."""
    many = "".join(COLD.format(number) for number in range(6))
    for name, body in (("many", many), ("one", "The attic holds .75 bar.\n\n")):
        (tmp_path / "drafts" / name).mkdir(parents=True)
        (tmp_path / "drafts" / name / "paper.tex").write_text(START + body + END, encoding="utf-8")
    return tmp_path / "drafts"


@pytest.fixture
def accuracy(tmp_path, drafts, capsys):
    """A function that runs one step on the drafts; returns what it prints."""

    def step(*words, status=0):
        assert main(["--verdicts", str(tmp_path / "verdicts.tsv"), *words]) == status
        captured = capsys.readouterr()
        return captured.out + captured.err

    return step


def sampled(accuracy, drafts, wanted=30):
    """Sample UNT005; returns the questions."""
    name = drafts.parent / "sample"
    words = ["--rules", "UNT005", "--to", str(name), "--wanted", str(wanted)]
    accuracy("sample", str(drafts), *words)
    return (drafts.parent / "sample.txt").read_text(encoding="utf-8")


def answer(accuracy, drafts, *verdicts):
    """Write these verdicts below the questions, in order, and record them."""
    file = drafts.parent / "sample.txt"
    parts = file.read_text(encoding="utf-8").split("verdict: \n")
    words = [f"verdict: {one}\n" for one in verdicts]
    words += ["verdict: \n"] * (len(parts) - 1 - len(words))
    file.write_text("".join(map("".join, zip(parts, [*words, ""]))), encoding="utf-8")
    return accuracy("record", str(drafts.parent / "sample"))


def measured(accuracy, drafts):
    """The rate of UNT005."""
    table = drafts.parent / "accuracy.toml"
    accuracy("measure", str(drafts), "--table", str(table))
    return tomllib.loads(table.read_text(encoding="utf-8"))["rules"].get("UNT005")


def test_a_sample_takes_one_finding_of_each_draft_first(accuracy, drafts):
    questions = sampled(accuracy, drafts, wanted=2)
    assert questions.count("#") == 2
    assert "The attic holds ⟦.75⟧ bar." in questions
    assert questions.count("The cellar holds ⟦") == 1


def test_only_missing_verdicts_are_asked_for(accuracy, drafts):
    assert sampled(accuracy, drafts, wanted=4).count("\nverdict:") == 4
    assert "4 verdicts added, 4 in all" in answer(accuracy, drafts, "true", "false", "true", "true")
    first = sampled(accuracy, drafts, wanted=5)
    assert first.count("\nverdict:") == 1
    answer(accuracy, drafts, "true")
    assert sampled(accuracy, drafts, wanted=5) == ""


def test_rates_count_what_was_judged(accuracy, drafts):
    sampled(accuracy, drafts)
    answer(accuracy, drafts, "true", "false no digit", "advice", "unsure", "true")
    assert measured(accuracy, drafts) == {"judged": 4, "false": 1, "advice": 1}


def test_a_changed_draft_is_another_draft(accuracy, drafts):
    sampled(accuracy, drafts)
    answer(accuracy, drafts, *["true"] * 7)
    with open(drafts / "one" / "paper.tex", "a", encoding="utf-8") as file:
        file.write("% one more line\n")
    assert sampled(accuracy, drafts).count("\nverdict:") == 1
    assert measured(accuracy, drafts)["judged"] == 6


def test_equal_words_have_a_verdict_each(accuracy, drafts):
    (drafts / "one" / "paper.tex").write_text(
        START + "It is .5, and is .5." + END, encoding="utf-8"
    )
    sampled(accuracy, drafts / "one")
    answer(accuracy, drafts / "one", "true", "false")
    assert measured(accuracy, drafts / "one") == {"judged": 2, "false": 1, "advice": 0}


def test_a_verdict_about_advice_ends_with_the_advice(accuracy, drafts, monkeypatch):
    sampled(accuracy, drafts)
    answer(accuracy, drafts, *["advice", "false", *["true"] * 5])
    assert measured(accuracy, drafts) == {"judged": 7, "false": 1, "advice": 1}
    monkeypatch.setattr("tools.accuracy.observing.describe", lambda edits: "another fix")
    assert measured(accuracy, drafts) == {"judged": 6, "false": 1, "advice": 0}
    assert sampled(accuracy, drafts).count("\nverdict:") == 1


def test_the_verdicts_contain_no_words_of_the_drafts(accuracy, drafts):
    sampled(accuracy, drafts)
    answer(accuracy, drafts, *["true the cellar is cold"] * 7)
    text = (drafts.parent / "verdicts.tsv").read_text(encoding="utf-8")
    assert text.count("\n") == 8
    assert "cellar" not in text and "bar" not in text


@pytest.mark.parametrize("verdict", ["yes", "True", "falsch"])
def test_another_word_is_not_a_verdict(accuracy, drafts, verdict):
    sampled(accuracy, drafts)
    file = drafts.parent / "sample.txt"
    text = file.read_text(encoding="utf-8").replace("verdict: \n", f"verdict: {verdict}\n", 1)
    file.write_text(text, encoding="utf-8")
    told = accuracy("record", str(drafts.parent / "sample"), status=2)
    assert f'"{verdict}" is not a verdict; write true, false, advice, unsure' in told
    assert not (drafts.parent / "verdicts.tsv").exists()


def test_a_damaged_table_of_verdicts_is_reported_with_its_line(accuracy, drafts):
    table = drafts.parent / "verdicts.tsv"
    table.write_text("code\tdraft\tkey\tadvice\tplace\tverdict\nUNT005\tx\n", encoding="utf-8")
    told = accuracy("measure", str(drafts), "--table", str(drafts.parent / "t.toml"), status=2)
    assert "verdicts.tsv, line 2: not a verdict" in told
    assert not (drafts.parent / "t.toml").exists()


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (None, "not measured"),
        ((30, 0, 0), "none of 30 findings read in 12 real drafts"),
        ((30, 1, 0), "1 of 30 findings read in 12 real drafts"),
        ((30, 3, 2), "3 of 30 findings read in 12 real drafts (10%); the advice was wrong in 2"),
    ],
)
def test_the_page_of_a_rule_says_its_rate(rate, words, monkeypatch):
    rule = next(rule for rule in every_rule() if rule.code == "UNT005")
    rates = {} if rate is None else {"UNT005": dict(zip(("judged", "false", "advice"), rate))}
    monkeypatch.setattr(rule_pages, "table", lambda name: {"drafts": 12, "rules": rates})
    assert f"False alarms: {words}" in rule_pages.as_text(rule)
    assert f"| false alarms | {words}" in rule_pages.as_markdown(rule)
