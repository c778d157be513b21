"""TPL006 finds each phrase of its table, in LaTeX and in Word, and no sentence of a paper."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from ieeelint.rule_examples import run_example
from ieeelint.rules import REGISTRY, every_rule
from ieeelint.tables import table

with (Path(__file__).parent / "chat_text.toml").open("rb") as file:
    TEXT = tomllib.load(file)
KINDS = ("replies", "buttons", "marks", "placeholders", "prompts", "lengths")
SUBJECT = "%! title\nTalks With Language Models\n%! body\nI hope this helps you."


@pytest.fixture(autouse=True)
def raising(monkeypatch):
    monkeypatch.setenv("IEEELINT_RAISE", "1")
    assert list(every_rule())


def findings(text, tmp_path):
    return run_example(REGISTRY["TPL006"], text, str(tmp_path)).findings


def in_latex(sentence: str) -> str:
    return sentence.replace("_", "\\_").replace("#", "\\#").replace("%", "\\%")


def in_word(*sentences: str) -> str:
    return "%! word\n" + "\n".join(f"[Body Text] {line.replace('<', '&lt;')}" for line in sentences)


@pytest.mark.parametrize("kind", KINDS)
def test_each_alternative_of_a_phrase_is_found(kind, tmp_path):
    sentences = TEXT[kind]
    assert len(sentences) >= len(table("residue")[kind])
    spans = [finding.span for finding in findings(in_word(*sentences), tmp_path)]
    lines = {span.source.locate(span.start)[0] for span in spans}
    assert len(lines) == len(sentences)


@pytest.mark.parametrize("sentence", TEXT["in_drafts"])
@pytest.mark.parametrize("form", [in_latex, in_word])
def test_text_of_a_chat_program_is_found(form, sentence, tmp_path):
    assert findings(form(sentence), tmp_path)


@pytest.mark.parametrize("sentence", TEXT["of_papers"])
@pytest.mark.parametrize("form", [in_latex, in_word])
def test_a_sentence_of_a_paper_is_not(form, sentence, tmp_path):
    assert not findings(form(sentence), tmp_path)


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("I hope this helps you.", ["error"]),
        (SUBJECT, ["info"]),
        (SUBJECT.replace("Language Models", "Chatbots"), ["info"]),
        (SUBJECT.replace("Language Models", "GPT-4"), ["info"]),
        (SUBJECT.replace("Language Models", "Egptians"), ["error"]),
        ("%! keywords\nFlow, LLMs, pipes\n%! body\nI hope this helps you.", ["info"]),
        ("I hope this helps you." + " A chatbot flows." * 6, ["info"]),
        ("I hope this helps you." + " A chatbot flows." * 5, ["error"]),
        ("I hope this helps you." + " A voice assistant flows." * 6, ["info"]),
        ("%! preamble\n%! anonymous\n%! body\nIt flows at [Your University].", ["info"]),
        ("%! preamble\n%! anonymous\n%! body\nI hope this helps you.", ["error"]),
        ("See \\url{https://github.com/yourusername/a}.", ["error"]),
        (
            "%! preamble\n%! anonymous\n%! body\nSee \\url{https://github.com/yourusername/a}.",
            ["info"],
        ),
    ],
)
def test_the_subject_of_the_paper_and_the_review_decide_on_the_severity(text, severities, tmp_path):
    assert [finding.severity for finding in findings(text, tmp_path)] == severities


@pytest.mark.parametrize("subject", TEXT["subjects"])
def test_a_paper_about_such_a_subject_may_show_the_text(subject, tmp_path):
    text = f"%! title\nOn {subject} and Flow\n%! body\nI hope this helps you."
    assert [finding.severity for finding in findings(text, tmp_path)] == ["info"]


@pytest.mark.parametrize("program", TEXT["trackers"])
@pytest.mark.parametrize("address", ["?utm_source=%s", "?a=1&utm_source=%s", "?utm_source=%s&a=1"])
def test_an_address_that_a_chat_program_copied_is_found(address, program, tmp_path):
    address = f"https://flow.example/{address % program}"
    for text in (f"See \\url{{{address}}}.", f"%! word\n[Body Text] See {address} here."):
        (finding,) = findings(text.replace("&", "&amp;") if "word" in text else text, tmp_path)
        assert f"utm_source={program}" in finding.message


@pytest.mark.parametrize("address", TEXT["unfilled"])
def test_an_address_that_is_not_filled_in_is_found(address, tmp_path):
    for text in (f"See \\url{{https://{address}}}.", f"%! word\n[Body Text] See {address} here."):
        assert len(findings(text, tmp_path)) == 1


def test_phrases_that_overlap_are_one_finding(tmp_path):
    text = "Certainly, here is a revised version of the abstract."
    assert len(findings(text, tmp_path)) == 1


def test_a_phrase_does_not_begin_in_one_paragraph_and_end_in_the_next(tmp_path):
    assert not findings("It is said that I hope\n\nthis helps.", tmp_path)


def test_a_link_of_word_whose_address_is_hidden_is_found(tmp_path):
    text = '%! word\n[Body Text] See <field HYPERLINK "https://flow.example/?utm_source=openai">it</field>.'
    (finding,) = findings(text, tmp_path)
    assert finding.fix is None and "utm_source=openai" in finding.message


def test_an_entry_that_nothing_cites_is_left_alone(tmp_path):
    address = "url = {https://flow.example/?utm_source=openai}"
    text = (
        "%! document\n\\documentclass{IEEEtran}\n\\begin{document}\nIt flows~\\cite{lima}.\n"
        "\\bibliographystyle{IEEEtran}\n\\bibliography{refs}\n\\end{document}\n"
        "%! file refs.bib\n@misc{lima, title = {Flow}}\n"
        f"@misc{{costa, title = {{Sand}}, {address}}}"
    )
    assert not findings(text, tmp_path)
    assert len(findings(text.replace("cite{lima}", "cite{costa}"), tmp_path)) == 1
