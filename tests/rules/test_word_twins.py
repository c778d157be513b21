"""The rules' LaTeX examples said again in Word: the same rule fires, and stays silent, there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from word_twin import sketch_of

from ieeelint.draft_checking import context_for
from ieeelint.examples import assemble, marked_place
from ieeelint.readers.latex.reading import read
from ieeelint.readers.word.reading import read_document
from ieeelint.rule_examples import settings_of
from ieeelint.rules import every_rule
from ieeelint.running import run_rule
from ieeelint.starters.word import document

# What an example is about when Word has no such thing: packages, definitions, counters,
# lengths, placement, labels, drawings in code, commands that print or hide something.
LATEX_ONLY = re.compile(
    r"\\(?:usepackage|renewcommand|setcounter|tag|resizebox|includegraphics⟧?\[|tikzpicture"
    r"|subfloat|scalebox|captionof"
    r"|subfigure|footnotemark|footnotetext|bibliographystyle|bibliography|todo|bigskip|newpage"
    r"|pagestyle|numberwithin|tiny|large|begin\{(?:tikzpicture|wrapfigure|SCfigure|longtable"
    r"|subequations|algorithmic|table\*|multicols)|floatbox|newacro|nocite|SI|num"
    r"|textbf\{⟦?Abstract"
    r"|texttt|input)\b|\[H\]|\[⟦H⟧\]|\[⟦?h!?⟧?\]|%! (?:class|document|file|none|pdf)"
)
with (Path(__file__).parent / "word_twins.toml").open("rb") as file:
    EXEMPT = tomllib.load(file)["exempt"]
HINT = "The twin disagrees. If Word cannot say this, add it to word_twins.toml, with the reason."
UNNEEDED = "The twin agrees: delete the example from word_twins.toml."


def exemptions(code: str, side: str) -> list[str]:
    """The beginnings of the examples of a rule that the twin cannot say."""
    lists = [e["begins"] for e in EXEMPT if (e["rule"], e["side"]) == (code, side)]
    return [beginning for beginnings in lists for beginning in beginnings]


def begins(example: str, beginning: str) -> bool:
    """True if an entry is the example, or its beginning with "…" for the rest."""
    words = " ".join(example.split())
    return words == beginning or (
        beginning.endswith("…") and words.startswith(beginning.removesuffix("…"))
    )


def is_exempt(rule, side: str, example: str) -> bool:
    return any(begins(example, beginning) for beginning in exemptions(rule.code, side))


def cases(kind: str) -> list[object]:
    found = []
    for rule in every_rule():
        if rule.area == "SRC" or not {"latex", "word"} <= set(rule.formats):
            continue
        side = 0 if kind == "bad" else 1
        examples = [*getattr(rule, kind), *(pair[side] for pair in rule.fixes)]
        for number, example in enumerate(examples):
            if example.startswith(("%! word", "%! pdf")) or LATEX_ONLY.search(example):
                continue
            found.append(pytest.param(rule, example, id=f"{rule.code}-{number}"))
    return found


def findings_of_twin(rule, example):
    source = marked_place(assemble(example)["main.tex"])[0]
    sketch = sketch_of(read("main.tex", text=source).paper)
    draft = read_document("main.docx", document(sketch))
    return run_rule(rule, context_for(draft, settings_of(example)))


@pytest.mark.parametrize(("rule", "example"), cases("bad"))
def test_what_is_wrong_in_latex_is_wrong_in_word(rule, example):
    agrees = bool(findings_of_twin(rule, example))
    assert agrees != is_exempt(rule, "bad", example), UNNEEDED if agrees else HINT


@pytest.mark.parametrize(("rule", "example"), cases("good"))
def test_what_is_right_in_latex_is_right_in_word(rule, example):
    found = [(finding.span, finding.message) for finding in findings_of_twin(rule, example)]
    is_listed = is_exempt(rule, "good", example)
    assert bool(found) == is_listed, UNNEEDED if is_listed else f"{HINT} {found}"


@pytest.mark.parametrize(
    ("code", "side", "beginning"),
    [(e["rule"], e["side"], beginning) for e in EXEMPT for beginning in e["begins"]],
)
def test_each_exemption_is_of_one_example(code, side, beginning):
    """A reworded example must not leave its exemption to others."""
    of_rule = [case.values[1] for case in cases(side) if case.values[0].code == code]
    examples = {" ".join(example.split()) for example in of_rule}
    assert len([example for example in examples if begins(example, beginning)]) == 1


def test_most_examples_have_a_twin():
    both = [rule for rule in every_rule() if {"latex", "word"} <= set(rule.formats)]
    with_twin = {case.values[0].code for case in [*cases("bad"), *cases("good")]}
    assert len(with_twin) > 0.8 * len(both)
